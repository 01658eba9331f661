"""Entries of the facts whose own words contradict them, and honest ones that stay quiet."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.facts import Facts
from inforce.problems import Location, Severity
from inforce.rules.fact_entries import check_fact_entries

COOKIE = {"name": "_x", "type": "cookie", "category": "analytics", "party": "first", "lifetime": "13 months"}


def told(**files: Any) -> list[str]:
    found = [*check_fact_entries(Facts.model_validate(files), lambda path: Location(file="/".join(map(str, path))))]
    assert {one.code for one in found} <= {"F122"}
    return [one.location.file for one in found]


def recipient(country: str, **label: str) -> list[str]:
    return told(recipients={"host": {"label": label, "country": country}})


@pytest.mark.parametrize(
    ("country", "label", "language"),
    [
        ("US", {"en": "Hosts in Canada", "fr": "Hébergeurs"}, "en"),
        ("US", {"en": "Hosts", "fr": "Hébergeurs au Canada"}, "fr"),
        ("BE", {"en": "Hosts", "de": "Anbieter aus Frankreich"}, "de"),
        ("BE", {"en": "Hosts", "nl": "Hosting in Duitsland"}, "nl"),
        ("BE", {"en": "Hosts", "ja": "ホスティング フランス"}, "ja"),
        ("NG", {"en": "Hosts in Niger"}, "en"),
    ],
)
def test_another_country(country: str, label: dict[str, str], language: str) -> None:
    assert recipient(country, **label) == [f"recipients/host/label/{language}"]


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("US", "Hosts in the United States, not in Canada"),
        ("US", "New Mexico Hosting"),
        ("GB", "Hosts in Northern Ireland"),
        ("BE", "Air France"),
        ("US", "Canada Post"),
        ("US", "Servers in Georgia"),
        ("NG", "Hosts in Nigeria"),
        ("US", "Processors outside the European Union"),
        ("BE", "Hosts"),
        ("US", "Subcontractors for Canada-based clients"),
    ],
)
def test_names_that_hold_that_of_a_country(country: str, text: str) -> None:
    assert recipient(country, en=text) == []


def sent(country: str | None, to: tuple[str, ...], own: str | None = "BE") -> list[str]:
    transfers = {
        f"t{at}": {"label": {"en": f"Place {at}"}, "country": one, "safeguard": "adequacy"} for at, one in enumerate(to)
    }
    recipient = {"name": "Mailer", "transfers": transfers or "none"} | ({"country": country} if country else {})
    address = {"street": "A", "locality": "B", "country": own}
    controller = {"name": "We", "address": address} if own else {"name": "We"}
    return told(organisation={"controller": controller}, recipients={"mailer": recipient})


@pytest.mark.parametrize(
    ("country", "to", "own"),
    [
        *(("US", ("CA",), "BE"), ("US", ("CA", "GB"), "IE"), ("BE", ("CA",), "GB"), ("US", ("CA",), None)),
        *(("US", (), "BE"), ("CH", (), "NO"), ("BE", (), "GB"), ("CA", (), "JP")),
    ],
)
def test_a_recipient_abroad_whose_transfers_go_elsewhere(country: str, to: tuple[str, ...], own: str | None) -> None:
    assert sent(country, to, own) == ["recipients/mailer/country"]


@pytest.mark.parametrize(
    ("country", "to", "own"),
    [
        ("CA", ("CA",), "BE"),
        ("US", ("CA", "US"), "BE"),
        ("IE", ("US",), "BE"),
        ("NO", ("US",), None),
        ("GB", ("US",), "GB"),
        (None, ("US",), "BE"),
        ("BE", (), "BE"),
        ("NO", (), "BE"),
        ("GB", (), "GB"),
        ("US", (), None),
        (None, (), "BE"),
    ],
)
def test_a_recipient_that_sends_data_on(country: str | None, to: tuple[str, ...], own: str | None) -> None:
    assert sent(country, to, own) == []


@pytest.mark.parametrize(
    ("lifetime", "description", "languages"),
    [
        ("13 months", {"en": "It is kept for 30 days."}, ["en"]),
        ("13 months", {"en": "It is kept for 13 months.", "fr": "Il est conservé 30 jours."}, ["fr"]),
        ("session", {"de": "Es wird 30 Tage gespeichert."}, ["de"]),
        ("until_deleted", {"nl": "Het wordt 30 dagen bewaard."}, ["nl"]),
        ("13 months", {"en": "It is kept for 13 months, and renewed within 30 minutes."}, []),
        ("13 months", {"en": "Counts visits within 30 minutes."}, []),
        ("2 weeks", {"fr": "Il est conservé quinze jours."}, []),
        ({"unknown": {"en": "Not known."}}, {"en": "It is kept for 30 days."}, []),
    ],
)
def test_another_period(lifetime: Any, description: dict[str, str], languages: list[str]) -> None:
    cookies = {"x": {**COOKIE, "lifetime": lifetime, "description": description}}
    assert told(cookies=cookies) == [f"cookies/x/description/{language}" for language in languages]


@pytest.mark.parametrize(
    ("language", "description", "count"),
    [
        ("en", "Counts visits for three years.", 1),
        ("fr", "Compte les visites pendant trois ans.", 1),
        ("nl", "Telt bezoeken gedurende drie jaar.", 1),
        ("de", "Zählt Besuche drei Jahre lang.", 1),
        ("ar", "يعدّ الزيارات لمدة ثلاث سنوات", 1),
        ("ja", "3年間にわたって訪問を数えます。", 1),
        ("en", "Counts visits for 13 months.", 0),
        ("en", "Counts visits for 30 minutes.", 0),
        ("en", "Counts visits for the last 3 years.", 0),
        ("en", "Counts visits of clients who have come in three years.", 0),
        ("fr", "Réservé aux plus de 18 ans.", 0),
        ("de", "Zählt Besuche 13 Monate lang.", 0),
        ("nl", "Onthoudt uw keuze voor 1 jaar.", 0),
        ("nl", "Toont het aanbod voor 18 jaar en ouder.", 0),
        ("fr", "Pour 18 ans et plus.", 0),
    ],
)
def test_a_cookie_that_goes_on_for_longer_than_it_lasts(language: str, description: str, count: int) -> None:
    cookies = {"x": {**COOKIE, "description": {language: description}}}
    assert told(cookies=cookies) == [f"cookies/x/description/{language}"] * count


def test_another_period_or_end_is_open() -> None:
    for lifetime, said in (("13 months", "Counts visits for three years."), ("session", "Kept until you delete it.")):
        cookies = Facts.model_validate(
            {"cookies": {"x": {**COOKIE, "lifetime": lifetime, "description": {"en": said}}}}
        )
        found = [*check_fact_entries(cookies, lambda path: Location(file="f"))]
        assert [one.severity for one in found] == [Severity.OPEN]


@pytest.mark.parametrize(
    ("lifetime", "description", "count"),
    [
        ("until_deleted", {"en": "Keeps a form until you close the tab"}, 1),
        ("13 months", {"fr": "Conserve le formulaire jusqu’à la fermeture de l’onglet"}, 1),
        ("session", {"ja": "お客様が削除するまで保存します。"}, 1),
        ("session", {"ar": "يحفظ النموذج إلى أن تغلق علامة التبويب"}, 0),
        ("until_deleted", {"en": "Kept until you delete it"}, 0),
        ("13 months", {"en": "Kept until you delete it"}, 0),
        ("session", {"en": "Kept until you close the tab or delete it"}, 0),
        ("until_deleted", {"nl": "Bewaard tot u het verwijdert"}, 0),
        ({"unknown": {"en": "Not known."}}, {"en": "Kept until you delete it"}, 0),
    ],
)
def test_another_end(lifetime: Any, description: dict[str, str], count: int) -> None:
    cookies = {"x": {**COOKIE, "lifetime": lifetime, "description": description}}
    assert len(told(cookies=cookies)) == count


WE = {"controller": {"name": "We", "website": "https://www.we.example"}}


@pytest.mark.parametrize(
    ("cookie", "count"),
    [
        ({"domains": ["we.example"]}, 1),
        ({"domains": [".shop.we.example"]}, 1),
        ({"domains": ["we.example"], "provider": "mailer"}, 0),
        ({"domains": ["we.example"], "party": "first"}, 0),
        ({"domains": ["we.example", "ads.example"]}, 0),
        ({"domains": ["ads.example"]}, 0),
        ({}, 0),
    ],
)
def test_a_third_party_on_our_own_host(cookie: dict[str, Any], count: int) -> None:
    recipients = {"mailer": {"name": "Mailer"}}
    found = told(organisation=WE, recipients=recipients, cookies={"x": COOKIE | {"party": "third"} | cookie})
    assert found == ["cookies/x/party"] * count


@pytest.mark.parametrize(
    ("description", "provider", "count"),
    [
        ({"en": "Tells Tidewire that you opened an issue", "ja": "Tidewireに伝えます。"}, "post", 2),
        ({"en": "Tells Blue Heron Post what Tidewire sent"}, "post", 0),
        ({"en": "Tells Blue Heron what Tidewire sent"}, "post", 0),
        ({"en": "Tells Tidewire that you opened an issue"}, "tidewire", 0),
        ({"en": "Tells Tidewires"}, "post", 0),
        ({"en": "Tells Tidewire that you opened an issue"}, "nameless", 0),
        ({"en": "Tells Tidewire that you opened an issue"}, None, 0),
    ],
)
def test_another_recipient_than_its_provider(description: dict[str, str], provider: str | None, count: int) -> None:
    recipients = {
        "post": {"name": "Blue Heron Post"},
        "tidewire": {"name": "Tidewire"},
        "nameless": {"label": {"en": "Hosts"}},
    }
    cookie = COOKIE | {"description": description} | ({"provider": provider} if provider else {})
    assert len(told(recipients=recipients, cookies={"x": cookie})) == count


@pytest.mark.parametrize(
    ("reply", "extended", "count"),
    [
        ("1 month", "2 weeks", 1),
        ("3 months", "30 days", 1),
        ("1 month", "3 months", 0),
        ("1 month", "1 month", 0),
        ("30 days", "1 month", 0),
        ("1 month", {"unknown": {"en": "Not known."}}, 0),
        ("1 month", None, 0),
    ],
)
def test_a_longer_time_to_answer_that_is_shorter(reply: str, extended: Any, count: int) -> None:
    exercise = {"reply": reply} | ({"extended": extended} if extended else {})
    assert told(rights={"exercise": exercise}) == ["rights/exercise/extended"] * count


def test_a_label_of_what_is_kept() -> None:
    kept = {"keep": "10 years", "label": {"en": "Contracts, kept for 7 years"}}
    assert told(retention={"contract": kept}) == ["retention/contract/label/en"]


def test_two_entries_of_one_name() -> None:
    purposes = {name: {"label": {"en": "News", "fr": name}, "legal_basis": "GDPR-6-1-a"} for name in ("news", "letter")}
    assert told(purposes=purposes) == ["purposes/letter/label/en"]
    hosts = {name: {"name": name, "label": {"en": "Hosts"}} for name in ("one", "two")}
    assert told(recipients=hosts) == [], "their names tell them apart"
    assert told(recipients={"a": {"label": {"en": "News"}}}, data={"sources": {"b": {"label": {"en": "News"}}}}) == []


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ({"domains": ["a.example"]}, {"domains": ["a.example"], "category": "marketing"}, 1),
        ({"domains": [".a.example", "b.example"]}, {"domains": ["a.example"], "lifetime": "session"}, 1),
        ({}, {"lifetime": "2 years"}, 1),
        ({"domains": ["a.example"]}, {"domains": ["b.example"]}, 0),
        ({"provider": "google"}, {"provider": "meta"}, 0),
        ({}, {"type": "local_storage"}, 0),
        ({"path": "/"}, {"path": "/shop"}, 0),
        ({"match": "prefix"}, {}, 0),
        ({}, {"name": "_y"}, 0),
        ({"name": "none", "label": {"en": "A"}}, {"name": "none", "label": {"en": "B"}}, 0),
    ],
)
def test_one_cookie_twice(one: dict[str, Any], other: dict[str, Any], count: int) -> None:
    assert told(cookies={"one": COOKIE | one, "other": COOKIE | other}) == ["cookies/other/name"] * count


@pytest.mark.parametrize(
    ("cookie", "bases", "count"),
    [
        ("GDPR-6-1-a", {"news": "GDPR-6-1-f"}, 1),
        ("GDPR-6-1-f", {"news": "GDPR-6-1-a"}, 1),
        (["GDPR-6-1-a", "GDPR-6-1-b"], {"news": "GDPR-6-1-f", "map": "GDPR-6-1-c"}, 1),
        ("GDPR-6-1-a", {"news": ["GDPR-6-1-a", "GDPR-6-1-f"]}, 0),
        (["GDPR-6-1-a", "GDPR-6-1-f"], {"news": "GDPR-6-1-f"}, 0),
        ("GDPR-6-1-a", {"news": "GDPR-6-1-f", "map": "GDPR-6-1-a"}, 0),
        ("GDPR-6-1-a", {"news": None}, 0),
        (None, {"news": "GDPR-6-1-f"}, 0),
        ("GDPR-6-1-a", {}, 0),
    ],
)
def test_a_cookie_on_another_legal_basis_than_its_purposes(cookie: Any, bases: dict[str, Any], count: int) -> None:
    basis = {"legal_basis": cookie} if cookie else {}
    purposes = {name: {"label": {"en": name}} | ({"legal_basis": each} if each else {}) for name, each in bases.items()}
    cookies = {"one": COOKIE | basis | ({"purposes": [*bases]} if bases else {})}
    assert told(cookies=cookies, purposes=purposes) == ["cookies/one/legal_basis"] * count


@pytest.mark.parametrize(("other", "count"), [("name", 1), ("Name ", 1), ("Names", 0)])
def test_two_items_of_data_are_called_the_same(other: str, count: int) -> None:
    items = {"a": {"en": "Name"}, "b": {"en": other}}
    found = told(data={"categories": {"who": {"label": {"en": "Who"}, "items": items}}})
    assert found == ["data/categories/who/items/b/en"] * count


def test_transfers_of_which_nothing_is_said_are_no_contradiction() -> None:
    there = {"name": "We", "address": {"street": "A", "locality": "B", "country": "BE"}}
    assert told(organisation={"controller": there}, recipients={"mailer": {"name": "Mailer", "country": "US"}}) == []

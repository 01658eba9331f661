"""The summary of an edition made of values: every kind of fact as the contract has it."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest
import rfc8785
from inforce.model.facts import Facts
from inforce.publication import PublishedVersion
from inforce.summary.contract import Label, Summary
from inforce.summary.published import canonical, members
from inforce.summary.summarise import stated_facts, summarise

from tests.pages import making


def published(**facts: Any) -> PublishedVersion:
    version = making.northwind().policies[0].version(2)
    return replace(version, facts=Facts.model_validate({**copy.deepcopy(making.FACTS), **facts}))


def of(language: str = "en", **facts: Any) -> Summary:
    return summarise(published(**facts), language)


def test_identity_and_dates() -> None:
    made = of("fr")
    assert (made.policy, made.version, made.revision, made.language) == ("privacy", 2, 1, "fr")
    assert (made.language_status, made.authoritative_language, made.reviewed) == ("courtesy", "en", False)
    assert made.effective_from == "2026-01-15T00:00:00+01:00"
    assert made.url == "fr/privacy/v2/"
    assert made.change.notes == [
        Label(text="Contracts are kept for ten years.\n\nThe table is new.", lang="en"),
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_facts_say_can_be_made_once_for_many_versions(language: str) -> None:
    first = published()
    second = replace(first, version=replace(first.version, number=3))
    stated = stated_facts(first.facts, language, "en")
    written = members(summarise(first, language, stated), stated)
    assert "cookies" in written
    assert "answer" in stated
    for version in (first, second):
        plain = summarise(version, language)
        assert summarise(version, language, stated) == plain
        assert canonical(plain) == rfc8785.dumps(plain.model_dump(mode="json", exclude_none=True))
        assert canonical(summarise(version, language, stated), written) == canonical(plain)


def test_sections_have_their_number_title_and_address() -> None:
    made = of()
    assert [(each.id, each.number) for each in made.sections if each.id in ("introduction", "general", "rights")] == [
        ("introduction", ""),
        ("general", "1"),
        ("rights", "3"),
    ]
    assert made.sections[1].url == "en/privacy/v2/#general"
    assert all(each.title for each in made.sections)


def test_parties_are_named_in_the_language_of_the_file_or_marked_as_in_another() -> None:
    made = of("fr")
    assert made.controller is not None
    assert made.controller.name == Label(text="Northwind SA")
    assert made.controller.register_name == Label(text="Banque-Carrefour des Entreprises")
    assert made.controller.address is not None
    assert made.controller.address.lines == ["Rue Haute 12", "1000 Bruxelles", "Belgique"]
    assert (made.controller.phone, made.controller.email) == ("+3222744800", None)
    assert made.authority is not None
    assert made.authority.name == Label(text="Data Protection Authority", lang="en")
    assert made.dpo is None


def test_what_is_unknown_is_told_with_its_reason() -> None:
    unknown = {each.path: each.reason for each in of("fr").unknown}
    assert unknown["organisation.controller.email"] == Label(text="la copie fournie masque l’adresse")
    assert unknown["cookies.beacon.name"] == Label(text="nobody has looked yet", lang="en")
    assert next(each for each in of().cookies if each.id == "beacon").name is None, "a reason is no name"


def test_what_there_is_none_of_is_left_out_and_not_unknown() -> None:
    pixel = {**making.FACTS["cookies"]["beacon"], "name": "none", "lifetime": "none"}
    made = of(cookies={"beacon": pixel}, organisation={**making.FACTS["organisation"], "dpo": "none"})
    (beacon,) = made.cookies
    assert (beacon.name, beacon.lifetime.kind) == (None, "none")
    assert made.dpo is None
    assert not [each.path for each in made.unknown if "beacon" in each.path or "dpo" in each.path]


def test_a_cookie_tells_how_long_it_lives_how_it_matches_and_who_sets_it() -> None:
    cookies = {each.id: each for each in of().cookies}
    beacon, language, visitor, theme = (cookies[name] for name in ("beacon", "lang", "hs", "theme"))
    assert (beacon.lifetime.kind, beacon.lifetime.duration, beacon.verified) == ("unknown", None, None)
    assert (language.lifetime.kind, language.lifetime.duration) == ("duration", "P12M")
    assert language.lifetime.max_age_s is not None
    assert 360 * 86400 <= language.lifetime.max_age_s <= 366 * 86400
    assert (visitor.match, visitor.lifetime.kind, visitor.provider) == (
        "prefix",
        "session",
        Label(text="HubSpot, Inc."),
    )
    assert (theme.type, theme.lifetime.kind) == ("local_storage", "until_deleted")
    assert [cookies[name].consent_required for name in ("beacon", "lang")] == [True, False]
    assert language.verified == "2026-01-10"


def test_a_period_that_is_the_same_as_another() -> None:
    kept = {
        "contract": {"label": {"en": "Contracts"}, "keep": "10 years", "after": {"en": "after its end"}},
        "invoices": {"label": {"en": "Invoices"}, "same_as": "contract"},
        "other": {"label": {"en": "Other"}, "criteria": {"en": "as long as needed"}},
    }
    periods = {each.id: each for each in of(retention=kept).retention}
    assert (periods["invoices"].duration, periods["invoices"].label) == ("P10Y", Label(text="Invoices"))
    assert periods["invoices"].after == Label(text="after its end")
    assert (periods["other"].duration, periods["other"].criteria) == (None, Label(text="as long as needed"))


def test_rights_and_the_time_to_answer() -> None:
    made = of()
    assert [each.id for each in made.rights] == ["access"]
    assert made.answer is not None
    assert (made.answer.reply, made.answer.extended) == ("P1M", "P2M")


def test_a_draft_has_no_summary() -> None:
    draft = making.northwind(draft=True).policies[0].draft
    assert draft is not None
    with pytest.raises(ValueError, match="draft"):
        summarise(draft, "en")


def test_a_language_that_the_version_lacks() -> None:
    first = making.northwind().policies[0].version(1)
    with pytest.raises(KeyError):
        summarise(first, "fr")

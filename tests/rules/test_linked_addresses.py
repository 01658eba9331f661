"""A page that the text links to and the facts lack is told; whatever leads to the law, to oneself or nowhere isn't."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.config import LinkTarget
from inforce.model.facts import Facts
from inforce.problems import Location, Problem, Severity
from inforce.rules.linked_addresses import addresses, check_linked_addresses, parted

from tests.rules.test_references import section

LINKS = {
    "mailer": LinkTarget.model_validate({"url": "https://mailer.example/privacy"}),
    "office": LinkTarget.model_validate(
        {"url": "https://office.example/complain", "languages": {"fr": "https://office.example/plainte"}}
    ),
    "us": LinkTarget.model_validate({"url": "https://northwind.example/mail"}),
    "our-policies": LinkTarget.model_validate({"url": "https://legal.northwind.example/"}),
}
FACTS: dict[str, Any] = {
    "organisation": {
        "controller": {"name": "Northwind", "website": "https://www.northwind.example"},
        "authority": {"name": "Office", "website": "https://office.example"},
    },
    "recipients": {"mailer": {"name": "Mailer"}, "kind": {"label": "Couriers"}},
    "rights": {"access": {"label": "Access"}, "complaint": {"label": "Complaint"}},
}
MAILER = "[Mailer](fact:recipients.mailer)"
COMPLAIN = "[complain](fact:rights.complaint) to the [Office](fact:organisation.authority.name)"
FRENCH = {"en": "https://office.example/complain/", "fr": "https://office.example/plainte"}


def check(body: str, more: dict[str, Any] | None = None) -> list[str]:
    return [f"{one.location.file} {one.about} {one.remedy}" for one in problems(body, more)]


def problems(body: str, more: dict[str, Any] | None = None) -> list[Problem]:
    facts = {**FACTS, **{file: {**FACTS[file], **entries} for file, entries in (more or {}).items()}}
    return list(
        check_linked_addresses(
            {"general": section("general", body)},
            facts=Facts.model_validate(facts),
            links=LINKS,
            own="https://legal.northwind.example/",
            folder="en",
            languages=("en", "fr", "nl"),
            place=lambda path: Location(file=".".join(map(str, path)), line=1),
        )
    )


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (f"{MAILER} sends it, under [its policy](link:mailer).", "recipients.mailer.privacy"),
        (f"- {MAILER} sends it. Read [its policy](https://mailer.example/privacy).", "recipients.mailer.privacy"),
        (f"You may {COMPLAIN}. It has [a page](link:office).", "rights.complaint.website"),
        (f"| a |\n|---|\n| {MAILER}: [policy](link:mailer) |", "recipients.mailer.privacy"),
    ],
)
def test_a_page_of_somebody_that_no_fact_has_is_told(body: str, field: str) -> None:
    (told,) = check(body)
    assert told.startswith(f"en/general.md {field} ")
    assert f"{field.rpartition('.')[2]}: https://" in told


@pytest.mark.parametrize(
    "body",
    [
        f"{MAILER} is on [our own page](link:us).",
        f"{MAILER} is in [our policies](link:our-policies).",
        f"[its policy](link:mailer) is that of {MAILER}.",
        f"{MAILER} helps. It is quick. It is kind. See [this](link:mailer).",
        f"{MAILER} helps.\n\nSee [this](link:mailer).",
        "Your [access](fact:rights.access) is in [the law](https://law.example/15).",
        "[Couriers](fact:recipients.kind) have [a guild](https://guild.example).",
        f"{MAILER} sends it. [Couriers](fact:recipients.kind) bring [parcels](https://parcels.example).",
        "See [this](link:mailer), and [nothing](link:not-there).",
        f"Write to {MAILER} at [a@b.example](mailto:a@b.example).",
    ],
)
def test_a_link_that_is_nobodys_is_not_told(body: str) -> None:
    assert check(body) == []


@pytest.mark.parametrize("said", ["https://mailer.example/privacy/", "none", {"unknown": "Nobody looked."}])
def test_a_fact_that_has_it_or_an_answer_is_enough(said: object) -> None:
    recipients = {"mailer": {"name": "Mailer", "privacy": said}}
    assert check(f"{MAILER}, under [its policy](link:mailer).", {"recipients": recipients}) == []


def test_an_address_of_each_language_is_asked_for_where_the_texts_have_one() -> None:
    body = f"You may {COMPLAIN}, on [its page](link:office)."
    one = {"rights": {"complaint": {"label": "x", "website": FRENCH["en"]}}}
    assert check(body, one) == [
        "rights.complaint.website rights.complaint.website Write one for each language: {en: "
        "https://office.example/complain, fr: https://office.example/plainte, nl: https://office.example/complain}; "
        "or mend the text, if the fact is right."
    ]
    assert check(body, {"rights": {"complaint": {"label": "x", "website": FRENCH}}}) == []


def test_the_same_is_told_once() -> None:
    assert len(check(f"{MAILER}: [a](link:mailer), [b](link:mailer).")) == 1


@pytest.mark.parametrize(
    ("french", "level"),
    [("https://evil.example/", Severity.OPEN), ("https://www.office.example/plaintes", Severity.HINT)],
)
def test_one_language_of_a_fact_that_leads_elsewhere(french: str, level: Severity) -> None:
    website = FRENCH | {"fr": french, "nl": "https://office.example/complain"}
    body = f"You may {COMPLAIN}, on [its page](link:office)."
    (told,) = problems(body, {"rights": {"complaint": {"label": "x", "website": website}}})
    assert (told.severity, told.about) == (level, "rights.complaint.website")
    assert told.message.startswith(f"rights.complaint.website leads to {french} in French, and that text to")


OFFICE, MAILERS, EVIL = "https://office.example/complain", "https://mailer.example/privacy", "https://evil.example/"
OFFICES = {"en": OFFICE, "fr": "https://office.example/fr/plainte"}
SITE, PRIVACY = "rights.complaint.website", "recipients.mailer.privacy"


def facts(website: object = OFFICE, privacy: object = MAILERS, **others: str) -> Facts:
    recipients = {name: {"name": name, "privacy": address} for name, address in others.items()}
    data = {
        "rights": {"complaint": {"label": "Complain", "website": website}},
        "recipients": {"mailer": {"name": "Mailer", "privacy": privacy}, **recipients},
    }
    return Facts.model_validate(data)


def led(*links: str, **fr: str) -> dict[tuple[str, str], frozenset[str]]:
    """The links of an English section, and the one of the French."""
    return {
        ("en", "en/a.md"): addresses(iter(links)),
        ("fr", "fr/a.md"): addresses(iter(fr.values() or links)),
    }


@pytest.mark.parametrize(
    ("before", "after", "then", "now", "expected"),
    [
        (facts(), facts(EVIL), led(OFFICE), led(OFFICE), {SITE: OFFICE}),
        (facts(), facts(), led(OFFICE), led(EVIL), {SITE: EVIL[:-1]}),
        (facts(), facts(), led(f"{OFFICE}/", MAILERS), led(OFFICE, EVIL), {PRIVACY: EVIL[:-1]}),
        (facts(), facts(), led(OFFICE), led(OFFICE, fr=EVIL), {SITE: EVIL[:-1]}),
        (facts(OFFICES), facts(OFFICES | {"fr": EVIL}), *2 * (led(OFFICE, fr=OFFICES["fr"]),), {SITE: OFFICES["fr"]}),
        (facts(), facts("https://worse.example/"), led(OFFICE), led(EVIL), {SITE: EVIL[:-1]}),
        (facts(MAILERS), facts(EVIL), led(MAILERS), led(MAILERS), {SITE: MAILERS}),
    ],
)
def test_one_that_moves_to_another_host(
    before: Facts, after: Facts, then: dict[tuple[str, str], frozenset[str]], now: object, expected: dict[str, str]
) -> None:
    assert parted(before, after, then, now) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after", "then", "now"),
    [
        (facts(), facts(), led(OFFICE), led(OFFICE)),
        (facts(), facts("https://new.example/a"), led(OFFICE), led("https://new.example/a/")),
        (facts(), facts("https://new.example/a"), led(OFFICE), led("https://new.example/other")),
        (facts(), facts("https://office.example/new"), led(OFFICE), led(OFFICE)),
        (facts(), facts(), led(OFFICE), led("https://office.example/new")),
        (facts(), facts(), led(OFFICE), led("https://www.office.example/new")),
        (facts(), facts(), led(OFFICE, MAILERS), led(OFFICE)),
        (facts(), facts(), led(OFFICE), led(OFFICE, "https://law.example/")),
        (facts(), facts(other="https://other.example/"), led(MAILERS), led("https://other.example/")),
        (facts(), facts(EVIL), led(MAILERS), led(MAILERS)),
        (facts(), facts(privacy="none"), led(MAILERS), led(MAILERS)),
        (facts(OFFICES), facts(OFFICES), led(OFFICE, fr=OFFICE), led(OFFICE, fr=OFFICES["fr"])),
        (facts(), facts(EVIL), led(OFFICE), {}),
    ],
)
def test_honest_changes_stay_quiet(
    before: Facts, after: Facts, then: dict[tuple[str, str], frozenset[str]], now: object
) -> None:
    assert parted(before, after, then, now) == {}  # type: ignore[arg-type]

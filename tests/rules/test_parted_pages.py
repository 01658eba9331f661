"""A page that a text and a fact led to alike, where one of them moves: to another host, on its own, or with the
other."""

from __future__ import annotations

import pytest
from inforce.model.facts import Facts
from inforce.rules.parted_pages import addresses, parted

OFFICE, MAILER, EVIL = "https://office.example/complain", "https://mailer.example/privacy", "https://evil.example/"
OFFICES = {"en": OFFICE, "fr": "https://office.example/fr/plainte"}
SITE, PRIVACY = "rights.complaint.website", "recipients.mailer.privacy"


def facts(website: object = OFFICE, privacy: object = MAILER, **others: str) -> Facts:
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
        (facts(), facts(), led(f"{OFFICE}/", MAILER), led(OFFICE, EVIL), {PRIVACY: EVIL[:-1]}),
        (facts(), facts(), led(OFFICE), led(OFFICE, fr=EVIL), {SITE: EVIL[:-1]}),
        (facts(OFFICES), facts(OFFICES | {"fr": EVIL}), *2 * (led(OFFICE, fr=OFFICES["fr"]),), {SITE: OFFICES["fr"]}),
        (facts(), facts("https://worse.example/"), led(OFFICE), led(EVIL), {SITE: EVIL[:-1]}),
        (facts(MAILER), facts(EVIL), led(MAILER), led(MAILER), {SITE: MAILER}),
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
        (facts(), facts(), led(OFFICE, MAILER), led(OFFICE)),
        (facts(), facts(), led(OFFICE), led(OFFICE, "https://law.example/")),
        (facts(), facts(other="https://other.example/"), led(MAILER), led("https://other.example/")),
        (facts(), facts(EVIL), led(MAILER), led(MAILER)),
        (facts(), facts(privacy="none"), led(MAILER), led(MAILER)),
        (facts(OFFICES), facts(OFFICES), led(OFFICE, fr=OFFICE), led(OFFICE, fr=OFFICES["fr"])),
        (facts(), facts(EVIL), led(OFFICE), {}),
    ],
)
def test_honest_changes_stay_quiet(
    before: Facts, after: Facts, then: dict[tuple[str, str], frozenset[str]], now: object
) -> None:
    assert parted(before, after, then, now) == {}  # type: ignore[arg-type]

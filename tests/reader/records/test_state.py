"""What each kind of amendment does to a version, told record by record."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from inforce.model.config import Kind, LanguageStatus, SectionPlace
from inforce.model.version import Amendment, AmendmentType, EditionTerms, Manifest, SectionDigests
from inforce.reader.records.state import State, revision_after, states

D = "sha256:" + "0" * 64
OLD = SectionDigests(bytes=D, wording="w1:" + "0" * 64)
NEW = SectionDigests(bytes=D, wording="w1:" + "1" * 64)
ENGLISH = EditionTerms(title="Privacy", status=LanguageStatus.AUTHORITATIVE, reviewed=True)
FRENCH = EditionTerms(title="Vie privée", status=LanguageStatus.COURTESY, reviewed=False)


def day(month: int) -> datetime:
    return datetime(2024, month, 1, tzinfo=UTC)


MANIFEST = Manifest(
    made_by="inforce 0.1.0",
    policy="privacy",
    version=1,
    effective_from=day(6),
    announced=day(1),
    released=day(1),
    kind=Kind.MATERIAL,
    consent_epoch=1,
    time_zone="Europe/Brussels",
    authoritative_language="en",
    languages={"en": ENGLISH},
    sections=(SectionPlace(id="a"), SectionPlace(id="b")),
    numbering=("1.",),
    digests={"en": {"a": OLD, "b": OLD}},
    files={},
)


def amendment(kind: AmendmentType, **entries: Any) -> Amendment:
    return Amendment(made_by="inforce 0.1.0", type=kind, recorded=day(2), reason="a slip", previous=D, **entries)


def after(*amendments: Amendment) -> State:
    """How the version stands after these amendments."""
    return list(states(MANIFEST, ((f"amendments/{n:04d}/", each) for n, each in enumerate(amendments, start=1))))[-1]


def test_a_version_begins_as_its_manifest_says() -> None:
    now = after()
    assert (now.place, now.file, now.record) == ("", "manifest.json", MANIFEST)
    assert (now.at, now.effective_from, now.withdrawn) == (day(1), day(6), None)
    assert now.paths == {"en": {"a": "en/a.md", "b": "en/b.md"}}
    assert (now.revisions, now.grown) == ({"en": 1}, ("en",))


def test_a_correction_puts_its_own_files_in_the_place_of_those_it_mends() -> None:
    now = after(amendment(AmendmentType.CORRECTION, digests={"en": {"b": NEW}}))
    assert (now.place, now.file) == ("amendments/0001/", "amendments/0001/amendment.json")
    assert now.paths == {"en": {"a": "en/a.md", "b": "amendments/0001/en/b.md"}}
    assert now.digests == {"en": {"a": OLD, "b": NEW}}
    assert (now.revisions, now.grown) == ({"en": 2}, ("en",))


def test_a_translation_adds_its_language_behind_the_others_and_leaves_them_alone() -> None:
    now = after(amendment(AmendmentType.TRANSLATION, languages={"fr": FRENCH}, digests={"fr": {"a": NEW}}))
    assert list(now.languages.items()) == [("en", ENGLISH), ("fr", FRENCH)]
    assert now.paths == {"en": {"a": "en/a.md", "b": "en/b.md"}, "fr": {"a": "amendments/0001/fr/a.md"}}
    assert (now.revisions, now.grown) == ({"en": 1, "fr": 1}, ("fr",))


def test_a_postponement_moves_the_date_and_every_summary() -> None:
    now = after(
        amendment(AmendmentType.TRANSLATION, languages={"fr": FRENCH}),
        amendment(AmendmentType.POSTPONEMENT, effective_from=day(9)),
    )
    assert (now.effective_from, now.withdrawn) == (day(9), None)
    assert (now.revisions, now.grown) == ({"en": 2, "fr": 2}, ("en", "fr"))


@pytest.mark.parametrize(("named", "withdrawn"), [(None, day(2)), (day(8), day(8))])
def test_a_withdrawal_counts_from_its_instant_or_from_when_it_was_recorded(
    named: datetime | None, withdrawn: datetime
) -> None:
    now = after(amendment(AmendmentType.WITHDRAWAL, effective_from=named))
    assert (now.effective_from, now.withdrawn) == (day(6), withdrawn)
    assert (now.revisions, now.grown) == ({"en": 1}, ())


@pytest.mark.parametrize(
    ("kind", "languages", "digests", "expected"),
    [
        (AmendmentType.WITHDRAWAL, {}, {}, (1, 0)),
        (AmendmentType.POSTPONEMENT, {}, {}, (2, 1)),
        (AmendmentType.TRANSLATION, {"fr": FRENCH}, {}, (1, 1)),
        (AmendmentType.CORRECTION, {}, {"en": {"a": NEW}}, (2, 0)),
    ],
)
def test_revisions_where_english_stands_at_one_and_french_is_not_published_yet(
    kind: AmendmentType, languages: Any, digests: Any, expected: tuple[int, int]
) -> None:
    found = amendment(kind, languages=languages, digests=digests)
    assert (revision_after(1, "en", found), revision_after(0, "fr", found)) == expected

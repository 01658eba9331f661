"""Records that no command would have written, though every digest in them is right."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from inforce.problems import Severity

from tests.release.forging import WORDS, forge_amendment, forge_file, forge_manifest
from tests.release.living import V
from tests.sources import problems

TERMS = {"title": "Datenschutz", "status": "courtesy", "reviewed": False}
OVERLAY = b'{"retention": {"contract": {"keep": "P99Y"}}}'


def told(place: Path, code: str = "D110") -> list[str]:
    """The messages of a code among the problems that block, all of them about version 2."""
    found = [one for one in problems(place) if one.code == code and one.severity is Severity.ERROR]
    assert all(one.location.file.startswith(f"{V}/2/") for one in found)
    return [one.message for one in found]


def sets(**entries: Any) -> Callable[[dict[str, Any]], None]:
    return lambda record: record.update(entries)


def terms(language: str, **entries: Any) -> Callable[[dict[str, Any]], None]:
    return lambda record: record["languages"].setdefault(language, dict(TERMS)).update(entries)


NOTE = {"slug": "plainer", "kind": "clarification", "text": {"en": "Plainer."}}
MANIFESTS: dict[str, tuple[Callable[[dict[str, Any]], None], str]] = {
    "a zone that does not exist": (sets(time_zone="Nowhere/No"), "not a known time zone"),
    "a zone that leaves its folder": (sets(time_zone="../../etc/passwd"), "not a known time zone"),
    "another prevailing language": (sets(authoritative_language="fr"), "prevailing"),
    "a prevailing language that is not there": (sets(authoritative_language="de"), "prevailing"),
    "two prevailing languages": (terms("fr", status="authoritative"), "prevailing"),
    "a language without words": (terms("de"), "does not have the sections"),
    "a language nobody speaks": (terms("zz"), "not a language known"),
    "no languages": (sets(languages={}), "prevailing"),
    "fewer sections": (sets(sections=[{"id": "general"}]), "does not have the sections"),
    "a section twice": (sets(sections=[{"id": "general"}, {"id": "general"}, {"id": "retention"}]), "twice"),
    "a section without words": (
        sets(sections=[{"id": "general"}, {"id": "retention"}, {"id": "ghost"}]),
        "does not have the sections",
    ),
    "the first year": (sets(announced="0001-01-01T00:00:00+14:00", announced_because="carved in stone"), "year 1 "),
    "the last year": (sets(effective_from="9999-12-31T23:59:59-12:00"), "year 9999 "),
    "a kind that its notes do not have": (sets(changes=[{**NOTE, "kind": "material"}]), "calls itself"),
    "a correction": (sets(kind="correction"), "calls itself"),
    "no notes": (sets(changes=[]), "nothing of what it changes"),
    "consent asked twice at once": (sets(consent_epoch=3), "consent epoch"),
    "consent beyond all numbers": (sets(consent_epoch=10**30), "consent epoch"),
    "no heads of earlier versions": (sets(heads={}), "last record of each"),
    "numbers without a form": (sets(numbering=[]), "numbering"),
    "labels without a form": (sets(lists=["?"]), "labels of its lists"),
    "markup in labels": (sets(lists=["<b>1"]), "labels of its lists"),
    "markup in numbers": (sets(numbering=["<b>1"]), "numbering"),
    "a stray file": (lambda record: record["files"].update(secret=record["files"]["facts.json"]), "secret"),
}


@pytest.mark.parametrize(("forged", "said"), MANIFESTS.values(), ids=MANIFESTS)
def test_a_manifest_that_no_release_writes(
    two_versions: Path, forged: Callable[[dict[str, Any]], None], said: str
) -> None:
    assert told(two_versions) == []
    forge_manifest(two_versions, 2, forged)
    assert any(said in message for message in told(two_versions))


def test_words_that_nobody_sees_in_a_record(two_versions: Path) -> None:
    forge_manifest(two_versions, 2, terms("en", title="a\u202eb"))
    assert f"X303 {V}/2/manifest.json" in [f"{one.code} {one.location.file}" for one in problems(two_versions)]


def test_facts_that_cannot_be_read_are_told_by_the_check(two_versions: Path) -> None:
    forge_file(two_versions, 2, "facts.json", b'{"nope": 1}')
    assert any("nope" in message for message in told(two_versions, "D104"))


AMENDMENTS: dict[str, tuple[dict[str, Any], dict[str, bytes], str]] = {
    "a withdrawal that changes words": ({"type": "withdrawal"}, {"en/retention.md": WORDS}, "changes no words"),
    "a withdrawal in the past": (
        {"type": "withdrawal", "effective_from": "2024-01-25T00:00:00+00:00"},
        {},
        "does not begin in the past",
    ),
    "a postponement that changes words": (
        {"type": "postponement", "effective_from": "2024-09-01T00:00:00+00:00"},
        {"en/retention.md": WORDS},
        "changes no words",
    ),
    "a postponement backwards": (
        {"type": "postponement", "effective_from": "2024-04-20T00:00:00+00:00"},
        {},
        "forward",
    ),
    "a postponement too late": (
        {
            "type": "postponement",
            "recorded": "2024-06-01T00:00:00+00:00",
            "effective_from": "2024-09-01T00:00:00+00:00",
        },
        {},
        "forward",
    ),
    "a postponement to no date": ({"type": "postponement"}, {}, "forward"),
    "a translation that changes the original": (
        {"type": "translation", "languages": {"de": TERMS}},
        {"en/retention.md": WORDS, "de/retention.md": WORDS},
        "touches no other",
    ),
    "a translation of nothing": ({"type": "translation"}, {}, "touches no other"),
    "a translation that retitles": ({"type": "translation", "languages": {"en": TERMS}}, {}, "touches no other"),
    "a translation that is not whole": (
        {"type": "translation", "languages": {"de": TERMS}},
        {"de/retention.md": WORDS},
        "sections of the prevailing text",
    ),
    "a translation that prevails": (
        {"type": "translation", "languages": {"de": {**TERMS, "status": "authoritative"}}},
        {"de/retention.md": WORDS, "de/general.md": WORDS},
        "prevails",
    ),
    "a translation that changes a fact": (
        {"type": "translation", "languages": {"de": TERMS}},
        {"de/retention.md": WORDS, "de/general.md": WORDS, "facts.json": OVERLAY},
        "more than labels",
    ),
    "a correction that changes a fact": (
        {"type": "correction"},
        {"en/retention.md": WORDS, "facts.json": OVERLAY},
        "does not hold facts.json",
    ),
    "a correction of another fact than it names": (
        {"type": "correction", "facts": ["retention.contract.label"]},
        {"en/retention.md": WORDS, "facts.json": OVERLAY},
        "other facts than those it names",
    ),
    "a correction of a fact that is not there": (
        {"type": "correction", "facts": ["retention.ghost.keep"]},
        {"facts.json": b'{"retention": {"ghost": {"keep": "P99Y"}}}'},
        "which the version does not have",
    ),
    "a correction that leaves its fact as it was": (
        {"type": "correction", "facts": ["retention.contract.keep"]},
        {"facts.json": b'{"retention": {"contract": {"keep": "P10Y"}}}'},
        "leaves it as it was",
    ),
    "a correction of facts without their values": (
        {"type": "correction", "facts": ["retention.contract.keep"]},
        {},
        "has no facts.json",
    ),
    "a withdrawal that corrects facts": (
        {"type": "withdrawal", "facts": ["retention.contract.keep"]},
        {"facts.json": OVERLAY},
        "corrects no facts",
    ),
    "a correction of weight": (
        {"type": "correction", "languages": {"en": TERMS}},
        {"en/retention.md": WORDS},
        "adds or renames no language",
    ),
    "a correction of a date": (
        {"type": "correction", "effective_from": "2030-01-01T00:00:00+00:00"},
        {"en/retention.md": WORDS},
        "changes no date",
    ),
    "a correction of nothing": ({"type": "correction"}, {}, "one at least"),
    "a correction that adds a section": ({"type": "correction"}, {"en/ghost.md": WORDS}, "sections that the version"),
    "a record of the past": (
        {"type": "correction", "recorded": "2024-01-02T00:00:00+00:00"},
        {"en/retention.md": WORDS},
        "before the record it follows",
    ),
    "a record of the last year": ({"type": "withdrawal", "recorded": "9999-12-31T23:59:59-12:00"}, {}, "year 9999"),
}


@pytest.mark.parametrize(("record", "files", "said"), AMENDMENTS.values(), ids=AMENDMENTS)
def test_an_amendment_that_no_command_writes(
    two_versions: Path, record: dict[str, Any], files: dict[str, bytes], said: str
) -> None:
    forge_amendment(two_versions, 2, record, files)
    assert any(said in message for message in told(two_versions))


@pytest.mark.parametrize("reason", ["", " ", "two\nlines", "x" * 501])
def test_a_reason_that_no_command_takes(two_versions: Path, reason: str) -> None:
    forge_amendment(two_versions, 2, {"type": "withdrawal", "reason": reason}, {})
    assert any("reason" in message for message in told(two_versions, "D104"))


def test_facts_that_overlap_are_told(two_versions: Path) -> None:
    paths = ["retention.contract", "retention.contract.keep"]
    forge_amendment(two_versions, 2, {"type": "correction", "facts": paths}, {"facts.json": OVERLAY})
    assert any("names retention.contract twice" in message for message in told(two_versions))


def test_a_fraction_of_a_second_is_refused(two_versions: Path) -> None:
    forge_manifest(two_versions, 2, sets(effective_from="2024-05-01T00:00:00.5+02:00"))
    assert any("fraction of a second" in message for message in told(two_versions, "D104"))


def test_an_entry_twice_is_refused(two_versions: Path) -> None:
    path = two_versions / V / "2/manifest.json"
    path.write_bytes(path.read_bytes().replace(b"{", b'{"effective_from": "2030-01-01T00:00:00+00:00",', 1))
    assert any('two entries "effective_from"' in message for message in told(two_versions, "D104"))


def test_two_records_of_one_second_are_refused(two_versions: Path) -> None:
    released = json.loads((two_versions / V / "2/manifest.json").read_text())["released"]
    forge_amendment(two_versions, 2, {"type": "withdrawal", "recorded": released}, {})
    assert any("in the same second" in message for message in told(two_versions))


def test_nothing_follows_a_withdrawal(two_versions: Path) -> None:
    forge_amendment(two_versions, 2, {"type": "withdrawal"}, {})
    assert told(two_versions) == [], "a withdrawal by hand is one all the same"
    forge_amendment(two_versions, 2, {"type": "withdrawal"}, {})
    assert any("last record" in message for message in told(two_versions))

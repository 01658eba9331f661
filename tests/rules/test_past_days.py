"""Days of the past that a released version gives, and that its next text or the facts give otherwise."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from git import Repo
from inforce.model.config import Kind, LanguageStatus
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.model.version import Edition, ReleasedVersion
from inforce.problems import Severity
from inforce.reader.section import parse_section
from inforce.rules.past_days import check_past_days
from inforce.rules.states import in_facts

from tests.release.forging import forge_manifest
from tests.release.living import EN, FR, V, amended, note, run
from tests.sources import change, good, problems, project

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


def read(text: str, language: str) -> Section:
    section, problems = parse_section(f"# Title\n\n{text}\n", id="a", file="f.md", language=language)
    assert section is not None, problems
    return section


def found(
    was: str,
    now: str,
    *,
    language: str = "en",
    said_on: str = "2020-01-01",
    known: Mapping[str, Any] | None = None,
    facts: Mapping[str, Any] | None = None,
) -> list[str]:
    """Each problem as `place: what is told`, between a version of a day and what is said on 1 December 2026."""
    at = datetime.fromisoformat(f"{said_on}T00:00:00+00:00")
    edition = Edition(
        policy="p",
        version=1,
        language=language,
        title="Policy",
        status=LanguageStatus.AUTHORITATIVE,
        reviewed=None,
        revision=1,
        sections={"a": was},
        digests={},
        paths={},
    )
    version = ReleasedVersion(
        policy="p",
        number=1,
        effective_from=at,
        first_effective=at,
        announced=at,
        released=at,
        withdrawn=None,
        kind=Kind.MATERIAL,
        consent_epoch=1,
        time_zone="UTC",
        authoritative_language=language,
        order=(),
        numbering=(),
        roles={},
        editions={language: edition},
        changes=(),
        amendments=(),
        facts=dict(known or {}),
        as_published=None,
        head="",
        announced_because=None,
        to_follow=(),
    )
    texts = ({"a": read(was, language)}, {"a": read(now, language)})
    told = check_past_days(
        version, texts, facts=Facts.model_validate(facts or known or {}), at=NOW, folder="p", places=in_facts
    )
    return [f"{one.about or one.location.file}: {one.message}" for one in told]


BEGAN = "We began on 2 May 2003."
TOLD = {
    "another year": ("en", BEGAN, "We began on 2 May 2002."),
    "other words too": ("en", BEGAN, "Our firm began on 2 May 2001."),
    "a later day that it could know of": ("en", BEGAN, "We began on 2 May 2013."),
    "another section's place": ("en", f"{BEGAN}\n\nWe sell seeds.", "We sell seeds.\n\nWe began on 3 May 2003."),
    "in a list": ("en", f"- {BEGAN}\n- We sell.", "- We began on 2 May 1993.\n- We sell."),
    "two days that changed places": (
        "en",
        "Founded on 2 May 2003, registered on 9 June 2014.",
        "Founded on 9 June 2014, registered on 2 May 2003.",
    ),
    "a year": ("en", "We have sold seeds since 2003.", "We have sold seeds since 1998."),
    "a month": ("nl", "Wij bestaan sinds april 2016.", "Wij bestaan sinds april 2011."),
    "a day that becomes another year": ("en", BEGAN, "We began in 2002."),
    "French": ("fr", "Fondée le 12 mars 1998 à Namur.", "Fondée le 2 mars 1998 à Namur."),
    "Dutch": ("nl", "Wij bestaan sinds 5 april 2016.", "Wij bestaan sinds 5 april 2012."),
    "German": ("de", "Der Vertrag besteht seit dem 1. Juni 2017.", "Der Vertrag besteht seit dem 1. Juli 2017."),
    "Arabic": ("ar", "تأسست المكتبة في 4 أبريل 2009.", "تأسست المكتبة في 4 أبريل 2004."),
    "Japanese": ("ja", "当館は2009年4月1日に開館しました。", "当館は1999年4月1日に開館しました。"),
}


@pytest.mark.parametrize(("language", "was", "now"), TOLD.values(), ids=TOLD)
def test_a_day_of_the_past_that_changes_is_told(language: str, was: str, now: str) -> None:
    one, *_ = found(was, now, language=language)
    assert one.startswith(f"p/{language}/a.md: it says “")
    assert "version 1 says “" in one


QUIET = {
    "as it was": (BEGAN, BEGAN),
    "written otherwise": (BEGAN, "We began on May 2, 2003."),
    "told by its year": (BEGAN, "We began in 2003."),
    "a year told by its day": ("We began in May 2003.", BEGAN),
    "a count": ("We lend up to 2000 packets.", "We lend up to 1900 packets."),
    "moved": (f"{BEGAN}\n\nWe sell seeds.", f"We sell seeds.\n\n{BEGAN}"),
    "one more day": (BEGAN, f"{BEGAN} We moved on 4 June 2012."),
    "a day less": (f"{BEGAN} We sell seeds.", "We sell seeds."),
    "another sentence": (BEGAN, "Directive 2002/58 of 12 July 2002 is about cookies, and we follow it in all."),
    "turned round": (
        "Founded on 2 May 2003, registered on 9 June 2014.",
        "Registered on 9 June 2014, founded on 2 May 2003.",
    ),
    "something that has happened since": ("Last updated on 2 May 2019.", "Last updated on 1 October 2026."),
    "what is still to come": ("From 1 June 2027 on we send no letters.", "From 1 July 2027 on we send no letters."),
    "the version's own day": (
        "This version applies from [1 May 2019](fact:version.effective).",
        "This version applies from [1 January 2019](fact:version.effective).",
    ),
}


@pytest.mark.parametrize(("was", "now"), QUIET.values(), ids=QUIET)
def test_what_contradicts_no_day_of_the_past(was: str, now: str) -> None:
    assert found(was, now) == []


def test_a_plan_that_the_day_has_come_for_is_past() -> None:
    moved = ("From 1 June 2020 on we send no letters.", "From 1 March 2020 on we send no letters.")
    assert len(found(*moved)) == 1
    later = (moved[0], "From 1 August 2020 on we send no letters.")
    assert found(*later) == [], "it may have been put off since"


def act(day: str, number: str | None = "2016/679") -> dict[str, Any]:
    entry = {"date": day} | ({"number": number} if number else {"label": {"en": "Privacy Law"}})
    return {"terms": {"acts": {"law": entry}}}


def other(day: str) -> dict[str, Any]:
    return {"terms": {"other": {"began": {"date": day}}}}


def looked(day: str) -> dict[str, Any]:
    cookie = {
        "name": "x",
        "type": "cookie",
        "category": "necessary",
        "party": "first",
        "lifetime": "1 year",
        "verified": day,
    }
    return {"cookies": {"x": cookie}}


LAW, TERM, COOKIE = "[It](fact:terms.acts.law)", "[It](fact:terms.other.began)", "[It](fact:cookies.x)"


@pytest.mark.parametrize(
    ("text", "known", "facts", "path"),
    [
        (TERM, other("2018-11-10"), other("2017-11-10"), "terms.other.began.date"),
        (TERM, other("2018-11-10"), other("2019-11-10"), "terms.other.began.date"),
        (TERM, other("2018-11-10"), other("2026-11-10"), None),
        (TERM, other("2027-11-10"), other("2027-10-10"), None),
        (LAW, act("2016-04-27"), act("2016-05-27"), "terms.acts.law.date"),
        (LAW, act("2016-04-27"), act("2026-04-27"), "terms.acts.law.date"),
        (LAW, act("2016-04-27"), act("2026-04-27", "2026/1"), None),
        (LAW, act("2018-07-30", None), act("2018-07-31", None), "terms.acts.law.date"),
        (COOKIE, looked("2019-06-01"), looked("2019-01-01"), "cookies.x.verified"),
        (COOKIE, looked("2019-06-01"), looked("2026-11-01"), None),
        ("Nothing", other("2018-11-10"), other("2017-11-10"), None),
    ],
)
def test_a_day_of_the_facts(text: str, known: dict[str, Any], facts: dict[str, Any], path: str | None) -> None:
    """Facts that the version doesn't speak of are another policy's."""
    assert [one.partition(":")[0] for one in found(text, text, known=known, facts=facts)] == ([path] if path else [])


def test_words_and_fact_are_told_once_and_another_fact_is_none() -> None:
    was, now = "We began on [2 May 2003](fact:terms.other.began).", "We began on [2 May 2002](fact:terms.other.began)."
    (one,) = found(was, now, known=other("2003-05-02"), facts=other("2002-05-02"))
    assert one.startswith("terms.other.began.date: ")
    both = {"terms": {"other": {"began": {"date": "2003-05-02"}, "since": {"date": "2002-05-02"}}}}
    (one,) = found(was, now.replace("other.began", "other.since"), known=both)
    assert one.startswith("p/en/a.md: ")


DATED = {
    f"{EN}/general.md": "\nWe began on 2 May 2003.\n",
    f"{FR}/general.md": "\nNous existons depuis le 2 mai 2003.\n",
}


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    """Version 1 gives a day of the past, and so does the base branch."""
    place = project(tmp_path, {path: good(path) + text for path, text in DATED.items()})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-03-01", "--yes")
    with Repo.init(place, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="So far")
    return place


def moved(place: Path) -> None:
    change(place, {path: good(path) + text.replace("2003", "2002") for path, text in DATED.items()})
    run(place, "sync", "privacy", "fr")


def test_a_release_wants_a_reason_and_a_record_without_one_is_told(dated: Path) -> None:
    assert problems(dated) == ()
    moved(dated)
    assert [(one.code, one.severity) for one in problems(dated) if one.severity is not Severity.HINT] == [
        ("F128", Severity.OPEN)
    ]
    change(dated, note())
    later, on = ("release", "--effective", "2024-06-01", "--yes"), "2024-02-01T09:00:00+00:00"
    assert "F128" in run(dated, *later, on=on, code=1).stderr
    run(dated, *later, "--accept=F128:en/general", "--because=An old deed was found.", on=on)
    assert [one for one in problems(dated) if one.severity is Severity.ERROR] == []
    accepted = json.loads((dated / V / "2/manifest.json").read_text())["accepted"]
    assert [one["code"] for one in accepted] == ["F128"]
    forge_manifest(dated, 2, lambda record: record.pop("accepted"))
    (one,) = [one for one in problems(dated) if one.code == "D117"]
    assert "F128 en/general" in one.message


def test_a_correction_of_the_version_settles_it(dated: Path) -> None:
    moved(dated)
    named = ("--language", "en", "--language", "fr", "--section", "general")
    amended(dated, "correction", *named, on="2024-02-01T09:00:00+00:00")
    assert [one.code for one in problems(dated) if one.severity is not Severity.HINT] == []

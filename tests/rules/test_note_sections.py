"""Sections that change notes name by number: they exist, and something of them has changed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from inforce.model.config import ChangeNote, Kind, SectionPlace
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.problems import Problem, Severity
from inforce.reader.section import parse_section
from inforce.rules.note_sections import Numbered, check_note_sections

DATA = "# Data\n\nWe keep.\n\n## [Sources](id:sources)\n\nFrom you.\n\n## [Others](id:others)\n\nFrom others.\n"
KEPT = "# Kept\n\nFor [7 years](fact:retention.contract.keep).\n"
ORDER = ("intro", "data", "kept", "rights")


def section(name: str, text: str) -> Section:
    parsed, problems = parse_section(text, id=name, file="x")
    assert parsed is not None, problems
    return parsed


def version(order: tuple[str, ...] = ORDER, keep: str = "7 years", **texts: str) -> Numbered:
    written: Mapping[str, str] = {"intro": "# Intro\n\nA.\n", "data": DATA, "kept": KEPT, "rights": "# Rights\n\nB.\n"}
    sections = {name: section(name, texts.get(name, written.get(name, "# New\n\nC.\n"))) for name in order}
    entry = {"label": {"en": "Contracts"}, "keep": keep, "after": {"en": "after its end"}}
    return Numbered(
        order=tuple(SectionPlace(id=name, numbered=name != "intro") for name in order),
        style=("1.", "1.1"),
        leading="en",
        texts={"en": sections},
        facts=Facts.model_validate({"retention": {"contract": entry}}),
    )


def told(words: str, then: Numbered | None, now: Numbered, language: str = "en") -> list[Problem]:
    note = ChangeNote(slug="a", kind=Kind.CLARIFICATION, text={language: words})
    found = list(check_note_sections([note], then=then, now=now, folder="p/changes"))
    assert all((one.code, one.location.file) == ("T113", "p/changes/a.md") for one in found)
    return found


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Section 99 is clearer."),
        ("en", "Section 1.3 is clearer."),
        ("fr", "La section 4 est plus claire."),
        ("nl", "Punt 4 is duidelijker."),
        ("de", "Abschnitt 4 ist klarer."),
        ("ja", "第4節を明確にしました。"),
        ("ar", "يوضح القسم 4 ذلك."),
        ("en", "As the ninth section says, we keep it longer."),
        ("fr", "La section neuf est plus claire."),
        ("nl", "De negende afdeling is duidelijker."),
        ("de", "Im neunten Abschnitt steht es klarer."),
        ("ja", "第九節を明確にしました。"),
        ("ar", "يوضح القسم التاسع ذلك."),
    ],
)
def test_a_section_that_is_not_there(language: str, words: str) -> None:
    for then in (None, version(rights="# Rights\n\nOtherwise.\n")):
        (one,) = told(words, then, version(), language)
        assert one.severity is Severity.OPEN
        assert "which the policy lacks" in one.message


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Section 1 now says that.", Severity.OPEN),
        ("Section 1.1 no longer says that.", Severity.OPEN),
        ("The second section now says that.", Severity.OPEN),
        ("Section 2 says that we keep contracts for 3 years.", Severity.OPEN),
        ("Section 1 is clearer.", Severity.HINT),
        ("Slips. Section 3 has changed. Sections 1 and 2 are clearer.", Severity.HINT),
    ],
)
def test_a_section_that_is_as_it_was(words: str, level: Severity) -> None:
    (one,) = told(words, version(), version(rights="# Rights\n\nOtherwise.\n"))
    assert one.severity is level
    assert "nothing has changed there" in one.message


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("Section 3 now says that, as section 1 does.", version(rights="# Rights\n\nOtherwise.\n")),
        ("Section 2 now says 10 years.", version(keep="10 years")),
        ("Section 1.2 is clearer, and so is section 1.", version(data=DATA.replace("From others", "Others"))),
        ("Section 3 has moved.", version(order=("intro", "data", "rights", "kept"))),
        ("Section 3 leaves.", version(order=("intro", "data", "kept"))),
        ("Section 4 is new.", version(order=(*ORDER, "more"))),
        ("Article 99 of the GDPR is named now.", version()),
    ],
)
def test_a_section_that_has_changed(words: str, now: Numbered) -> None:
    assert told(words, version(), now) == []


def test_nothing_is_as_it_was_without_a_version_before() -> None:
    assert told("Section 1 now says that.", None, version()) == []


def test_a_part_has_changed_only_with_its_own_words() -> None:
    now = version(data=DATA.replace("From others", "Others"))
    assert [one.severity for one in told("Section 1.1 now says that.", version(), now)] == [Severity.OPEN]


LOST = version(order=("intro", "kept", "rights"), kept="# Kept\n\nOtherwise kept.\n")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Section 3 is clearer."),
        ("fr", "La section 3 est plus claire."),
        ("nl", "Punt 3 is duidelijker."),
        ("de", "Abschnitt 3 ist klarer."),
        ("ar", "يوضح القسم 3 ذلك."),
        ("ja", "第3節を明確にしました。"),
    ],
)
def test_a_number_that_a_section_has_no_longer(language: str, words: str) -> None:
    (one,) = told(words, version(), LOST, language)
    assert one.severity is Severity.OPEN
    assert "which rights was in the newest version; in the next one it is section 2" in one.message


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Section 2 is clearer.", Severity.OPEN),  # rights, as it was; what was section 2 has changed
        ("Section 1 is clearer.", None),
        ("Section 3 becomes section 2.", None),
        ("What was section 3 is now section 2.", None),
        ("The former section 3 moves up.", None),
        ("The parts 1.1 and 1.2 leave with section 1.", None),
        ("Section 1.2 leaves.", None),
    ],
)
def test_a_number_is_one_of_the_next_version(words: str, level: Severity | None) -> None:
    assert [one.severity for one in told(words, version(), LOST)] == ([level] if level else [])


def test_a_number_that_nobody_typed_is_right() -> None:
    note = ChangeNote(
        slug="a",
        kind=Kind.CLARIFICATION,
        text={"en": "Section 2 is clearer."},
        marked={"en": "[Section](section:rights) is clearer."},
    )
    assert list(check_note_sections([note], then=version(), now=LOST, folder="p/changes")) == []


def test_of_two_that_have_changed_the_words_tell_which_is_meant() -> None:
    kept, rights = "# Kept\n\nOtherwise.\n", "# Rights\n\nTelephone numbers of our registered office.\n"
    now = version(order=("data", "kept", "rights", "intro"), kept=kept, rights=rights, data="# Data\n\nOur.\n")
    then = version(order=("data", "rights", "kept", "intro"))
    assert told("Section 3 now gives the registered office.", then, now) == []
    (one,) = told("Section 2 now gives the registered office.", then, now)
    assert one.severity is Severity.HINT


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("See [Kept](section:rights).", True),
        ("See [Kept](section:kept).", False),
        ("See [Data](section:sources).", False),
        ("See [what we keep](section:rights).", False),
    ],
)
def test_a_link_that_is_called_by_another_title(words: str, told: bool) -> None:
    marked = ChangeNote(slug="a", kind=Kind.CLARIFICATION, text={"en": words}, marked={"en": words})
    found = check_note_sections([marked], then=None, now=version(), folder="p/changes")
    assert [one.code for one in found] == ["L307"] * told

"""The working text as the next version: what a draft has, and what only a release gives it."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from inforce.cli.opening import open_here
from inforce.model.config import ChangeNote, Kind
from inforce.model.version import Draft, ReleasedVersion, Version
from inforce.project.open import OpenProject
from inforce.project.publish import working_text
from inforce.release.next_version import ReleaseRequest, WorkingText, draft_version, planned_version
from inforce.release.records import section_digests

from tests.sources import project

AT = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def opened(tmp_path: Path) -> OpenProject:
    return open_here(project(tmp_path))


@pytest.fixture
def working(opened: OpenProject) -> WorkingText:
    return working_text(opened.project, opened.project.policies[0])


def test_a_draft_and_the_version_that_it_becomes_say_the_same(opened: OpenProject, working: WorkingText) -> None:
    parse = opened.reader.section
    draft = draft_version(working, parse=parse)
    request = ReleaseRequest(working=working, released=AT, announced=AT, effective_from=AT)
    version = planned_version(request, working.texts, section_digests(working.texts, parse))
    for field in fields(Version):
        if field.name != "editions":
            assert getattr(draft, field.name) == getattr(version, field.name), field.name
    for language, edition in draft.editions.items():
        assert edition == replace(version.editions[language], paths=edition.paths)
        assert set(edition.paths.values()) == {f"policy_src/privacy/{language}/{name}.md" for name in edition.sections}


def test_only_a_released_version_has_a_number_and_dates() -> None:
    assert {field.name for field in fields(Draft)} == {field.name for field in fields(Version)}
    dated = {"number", "effective_from", "announced", "released", "withdrawn", "head"}
    assert dated <= {field.name for field in fields(ReleasedVersion)} - {field.name for field in fields(Draft)}


def test_the_kind_is_that_of_the_weightiest_note(working: WorkingText) -> None:
    assert working.kind is Kind.MATERIAL, "a first version is new to everyone"
    later = replace(working, earlier=(object(),))  # type: ignore[arg-type]
    assert later.number == 2
    for kinds in ((Kind.CLARIFICATION,), (Kind.CLARIFICATION, Kind.MATERIAL)):
        notes = tuple(ChangeNote(slug=kind.value, kind=kind, text={"en": "x"}) for kind in kinds)
        assert replace(later, notes=notes).kind is kinds[-1]

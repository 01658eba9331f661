"""Editions read only when somebody looks, and each text only once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from inforce.errors import CannotContinue
from inforce.model.version import Edition
from inforce.project.editions import LazyNumbers, LazySections, SectionReader, read_editions

from tests.site import making

ORDER = tuple(place.id for place in making.ORDER)


def edition(**texts: str) -> Edition:
    return replace(
        making.northwind().policies[0].version(2).editions["en"].edition,
        sections=texts,
        paths={name: f"p/en/{name}.md" for name in texts},
    )


def test_a_text_is_parsed_once_for_all_versions() -> None:
    reader = SectionReader()
    first = reader.section("en", "a", "# A\n\nx\n")
    assert reader.section("en", "a", "# A\n\nx\n") is first
    assert reader.section("fr", "a", "# A\n\nx\n") is not first
    assert reader.section("en", "a", "# A\n\ny\n") is not first
    assert first is not None
    assert reader.wording(first) == reader.wording(first)
    assert reader.section("en", "a", "no heading") is None


def test_what_is_made_of_the_same_input_is_made_once() -> None:
    reader = SectionReader()
    made: list[str] = []

    def make(what: str) -> str:
        made.append(what)
        return what

    for key in ("a", "b", "a", "b"):
        assert reader.once(("letter", key), lambda key=key: make(key)) == key  # type: ignore[misc]
    assert made == ["a", "b"]
    with pytest.raises(CannotContinue):
        reader.once(("wrong",), _stop)
    with pytest.raises(CannotContinue):  # it stops each time: nothing was made
        reader.once(("wrong",), _stop)


def _stop() -> None:
    raise CannotContinue([])


def test_sections_stand_in_the_order_of_the_policy() -> None:
    sections = LazySections(SectionReader(), edition(rights="# R\n\nx\n", general="# G\n\nx\n"), ORDER)
    assert len(sections) == 2
    assert [section.id for section in sections] == ["general", "rights"]
    assert [section.id for section in sections[1:]] == ["rights"]


def test_nothing_is_read_before_somebody_looks() -> None:
    sections = LazySections(SectionReader(), edition(general="no heading"), ORDER)
    assert len(sections) == 1
    with pytest.raises(CannotContinue, match=r"M102 p/en/general\.md:1"):
        list(sections)


def test_numbers_are_those_of_the_sections() -> None:
    sections = LazySections(SectionReader(), edition(rights="# R\n\nx\n", general="# G\n\nx\n"), ORDER)
    version = replace(making.northwind().policies[0].version(2).version, order=making.ORDER, numbering=("1.",))
    numbers = LazyNumbers(sections, version)
    assert dict(numbers) == {"general": "1.", "retention": "2.", "rights": "3."}
    assert "introduction" not in numbers


def test_the_authoritative_edition_comes_first_and_numbers_the_others() -> None:
    published = making.northwind().policies[0].version(2)
    numbered = making.TEXTS["en"]["rights"]
    version = replace(
        published.version,
        authoritative_language="fr",
        editions={
            "en": replace(published.editions["en"].edition, sections={"rights": numbered}, paths={"rights": "x"}),
            "fr": replace(published.editions["fr"].edition, paths=dict.fromkeys(ORDER, "x")),
        },
    )
    read = read_editions(version, published.facts, SectionReader())
    assert list(read) == ["fr", "en"]
    assert read["en"].numbers is read["fr"].numbers

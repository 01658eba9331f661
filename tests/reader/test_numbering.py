"""Numbers made from order, nesting and ids."""

import re

import pytest
from inforce.model.config import SectionPlace
from inforce.model.text import Section
from inforce.reader.numbering import number_sections
from inforce.reader.section import parse_section
from inforce.reader.wording import wording_digest


def section(name: str, source: str) -> Section:
    found, problems = parse_section(source, id=name, file=f"{name}.md")
    assert found is not None, problems
    return found


RIGHTS = section(
    "rights",
    "# Rights\n\n## [A](id:access)\n\nx\n\n## No id\n\n## [B](id:exercise)\n\n[C.](id:identification) x\n\n"
    "### [D](id:deep)\n\n[E.](id:deeper) x\n\n[F.](id:deepest) x\n\n### [G](id:last)\n\n## [H](id:end)\n",
)
STYLE = ("1.", "1.1", "1.1.1")


def test_the_seeds_numbers() -> None:
    data = section(
        "data",
        "# Data\n\n## [C](id:collection)\n\nx\n\n## [P](id:categories)\n\n[When](id:as-controller) x\n\ny\n\n"
        "[When](id:as-processor) x\n",
    )
    order = (SectionPlace(id="introduction", numbered=False), SectionPlace(id="general"), SectionPlace(id="data"))
    assert number_sections(order, {"data": data}, STYLE) == {
        "general": "1.",
        "data": "2.",
        "collection": "2.1",
        "categories": "2.2",
        "as-controller": "2.2.1",
        "as-processor": "2.2.2",
    }


def test_headings_and_clauses_share_a_counter() -> None:
    numbers = number_sections((SectionPlace(id="rights"),), {"rights": RIGHTS}, STYLE)
    assert numbers == {
        "rights": "1.",
        "access": "1.1",
        "exercise": "1.2",
        "identification": "1.2.1",
        "deep": "1.2.2",
        "deeper": "1.2.2.1",
        "deepest": "1.2.2.2",
        "last": "1.2.3",
        "end": "1.3",
    }


def test_nested_files_and_unnumbered_ones() -> None:
    order = (
        SectionPlace(
            id="a", sections=(SectionPlace(id="b"), SectionPlace(id="c", numbered=False), SectionPlace(id="d"))
        ),
        SectionPlace(id="e", numbered=False, sections=(SectionPlace(id="f"),)),
        SectionPlace(id="rights"),
    )
    numbers = number_sections(order, {"rights": RIGHTS}, STYLE)
    assert numbers["b"] == "1.1"
    assert numbers["d"] == "1.2"
    assert numbers["rights"] == "2."
    assert numbers["access"] == "2.1"
    assert not {"c", "e", "f"} & numbers.keys()


def test_a_clause_under_a_heading_without_id_belongs_to_the_section() -> None:
    source = "# T\n\n## [A](id:a)\n\n## Plain\n\n[B.](id:b) x\n\n### [C](id:c)\n"
    numbers = number_sections((SectionPlace(id="t"),), {"t": section("t", source)}, STYLE)
    assert numbers == {"t": "1.", "a": "1.1", "b": "1.2", "c": "1.3"}


ITEMS = section(
    "items",
    "# Items\n\n1. [a](id:a) b\n   1. x\n   2. [c](id:c) d\n\n## [H](id:h)\n\n2. x\n3. [e](id:e)\n\n[F.](id:f) x\n\n"
    "1. [g](id:g) x\n\n## No id\n\n5. [i](id:i) x\n6. y\n",
)


@pytest.mark.parametrize(
    ("style", "lists", "expected"),
    [
        (("1.", "1.1"), (), "1(1) 1(1)(2) 1.1(3) 1.1.1(1) 1(5)"),
        (("1.", "1.1"), ("(a)", "(i)"), "1(a) 1(a)(ii) 1.1(c) 1.1.1(a) 1(e)"),
        (("A.", "1.", "(i)"), ("a)", "1."), "A(a) A(a)(2) A.1(c) A.1(i)(a) A(e)"),
        (("Article 1",), ("I.",), "Article 1(I) Article 1(I)(II) Article 1.1(III) Article 1.1.1(I) Article 1(V)"),
    ],
)
def test_items_with_an_id_have_the_number_of_what_they_stand_in_and_their_labels(
    style: tuple[str, ...], lists: tuple[str, ...], expected: str
) -> None:
    numbers = number_sections((SectionPlace(id="items"),), {"items": ITEMS}, style, lists)
    assert " ".join(numbers[name] for name in "acegi") == expected


def test_items_of_a_section_without_a_number_have_none() -> None:
    order = (SectionPlace(id="items", numbered=False),)
    assert number_sections(order, {"items": ITEMS}, STYLE, ("(a)",)) == {}


def test_an_id_of_an_item_is_no_wording() -> None:
    plain = section("items", re.sub(r"\[(\w)\]\(id:[acegi]\)", r"\1", ITEMS.source))
    assert wording_digest(plain.leaves) == wording_digest(ITEMS.leaves)
    assert [name for name, _, _ in plain.ids()] == ["h", "f"]
    assert [each[:2] for each in ITEMS.ids()][:3] == [("a", -1), ("c", -2), ("h", 2)]

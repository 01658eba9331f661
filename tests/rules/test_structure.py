"""The sections that policy.yml lists, their files, and ids that agree in every language."""

from __future__ import annotations

import pytest
from inforce.model.config import PolicyConfig
from inforce.model.text import Section
from inforce.problems import Problem, Severity
from inforce.reader.section import parse_section
from inforce.reader.yaml.document import Document, load_yaml
from inforce.rules.structure import check_ids, check_order, check_sections

POLICY = """\
title: {en: Privacy, fr: Vie privée}
languages:
  en: {status: authoritative}
  fr: {status: courtesy}
sections:
  - id: general
  - id: rights
    sections:
      - id: access
"""


def policy(text: str = POLICY) -> tuple[PolicyConfig, Document]:
    model, document, problems = load_yaml(PolicyConfig, text, "p/policy.yml")
    assert model is not None, problems
    assert document is not None
    return model, document


def section(name: str, body: str = "Words.") -> Section:
    found, problems = parse_section(f"# Heading\n\n{body}\n", id=name, file=f"{name}.md")
    assert found is not None, problems
    return found


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{one.code} {one.location} {one.severity}" for one in problems]


def ids(en: dict[str, str], fr: dict[str, str] | None = None) -> tuple[Problem, ...]:
    texts = {"en": {name: section(name, body) for name, body in en.items()}}
    if fr is not None:
        texts["fr"] = {name: section(name, body) for name, body in fr.items()}
    return check_ids(texts, policy()[0].sections, "en", "p")


def test_a_section_listed_twice_however_deep() -> None:
    assert check_order(*policy()) == ()
    assert told(check_order(*policy(POLICY.replace("id: access", "id: general")))) == ["S109 p/policy.yml:9:9 error"]


def test_every_listed_section_has_its_file_and_every_file_is_listed() -> None:
    everything = frozenset({"general", "rights", "access"})
    config, places = policy()
    assert check_sections(config, places, {"en": everything, "fr": everything}, "p") == ()
    assert told(check_sections(config, places, {"en": everything - {"access"}, "fr": everything}, "p")) == [
        "S107 p/policy.yml:9:9 error"
    ]
    assert told(check_sections(config, places, {"en": everything, "fr": everything - {"general", "rights"}}, "p")) == [
        "T101 p/fr/general.md open",
        "T101 p/fr/rights.md open",
    ]
    (missing,) = check_sections(config, places, {"en": everything - {"general"}, "fr": everything}, "p")
    assert "has no file p/en/general.md" in missing.message
    (late,) = check_sections(config, places, {"en": everything, "fr": everything - {"general"}}, "p")
    assert "is not translated into French yet" in late.message
    assert late.remedy == "Translate p/en/general.md into this file."
    assert told(check_sections(config, places, {"en": everything, "fr": everything | {"stray"}}, "p")) == [
        "S108 p/fr/stray.md error"
    ]
    (none,) = check_sections(config, places, {"en": everything}, "p")
    assert (none.code, none.location.file) == ("T101", "p/fr"), "told once, not once a section"
    assert "files of p/en/" in none.remedy
    planned = everything - {"access"}
    assert told(check_sections(config, places, {"en": planned, "fr": planned}, "p")) == ["S107 p/policy.yml:9:9 error"]
    both = everything | {"stray"}
    assert told(check_sections(config, places, {"en": both, "fr": both}, "p")) == ["S108 p/en/stray.md error"]


def test_ids_are_unique_in_a_policy() -> None:
    assert ids({"general": "## [A](id:one)\n\nx", "access": "## [B](id:two)\n\nx"}) == ()
    assert told(ids({"general": "## [A](id:one)\n\nx", "access": "## [B](id:one)\n\nx"})) == [
        "S109 p/en/access.md:3:1 error"
    ]
    assert told(ids({"general": "## [A](id:access)\n\nx", "access": "x"})) == ["S109 p/en/general.md:3:1 error"]


@pytest.mark.parametrize(
    ("inner", "taken"),
    [("main", True), ("c12", True), ("general-h", True), ("access-h", False), ("c", False), ("main-h", False)],
)
def test_ids_that_the_pages_use_themselves_are_refused(inner: str, taken: bool) -> None:
    found = ids({"general": f"## [A](id:{inner})\n\nx"})
    assert told(found) == (["S109 p/en/general.md:3:1 error"] if taken else [])


def test_a_section_with_children_has_no_ids_of_its_own() -> None:
    assert told(ids({"rights": "## [A](id:one)\n\nx"})) == ["S112 p/en/rights.md:3:1 error"]


BOTH = "## [A](id:one)\n\n[x](fact:rights.a) [z](fact:rights.c)\n\n[**B**](id:two) [y](section:b) [z](fact:rights.c)"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (BOTH, []),
        (BOTH.replace("[x](fact:rights.a) ", ""), []),
        (BOTH.replace(" [z](fact:rights.c)", "", 1), []),
        (BOTH + " [x](fact:rights.a)", []),
        (
            "## [A](id:one)\n\n[y](section:b) [z](fact:rights.c)\n\n"
            "[**B**](id:two) [x](fact:rights.a) [z](fact:rights.c)",
            ['section:b stands below "one" here, and below "two"', 'fact:rights.a stands below "two" here'],
        ),
        (
            "[x](fact:rights.a)\n\n" + BOTH.replace("[x](fact:rights.a) ", ""),
            ['fact:rights.a stands above the first id here, and below "one"'],
        ),
    ],
    ids=["as there", "one lacks", "one of two lacks", "once more", "change places", "above all"],
)
def test_words_stand_below_the_same_id_in_every_language(text: str, targets: list[str]) -> None:
    found = ids({"general": BOTH}, {"general": text})
    assert all((one.code, one.severity) == ("T103", Severity.OPEN) for one in found)
    assert all(one.message.startswith(said) for one, said in zip(found, targets, strict=True))


def test_languages_have_the_same_ids_in_the_same_order_and_level() -> None:
    leading = "## [A](id:one)\n\nx\n\n## [B](id:two)\n\nx"
    assert ids({"general": leading}, {"general": leading}) == ()
    (lacks,) = ids({"general": leading}, {"general": "## [A](id:one)\n\nx\n\n## [C](id:three)\n\nx"})
    assert lacks.code == "T103"
    assert 'lacks "two" and has "three" besides' in lacks.message
    for other, said in (
        ("## [A](id:one)\n\nx", 'this section lacks "two".'),
        (leading + "\n\n## [C](id:three)\n\nx", 'this section has "three" besides.'),
    ):
        (differs,) = ids({"general": leading}, {"general": other})
        assert differs.message.endswith(said)
    for other in (
        "## [B](id:two)\n\nx\n\n## [A](id:one)\n\nx",
        "## [A](id:one)\n\nx\n\n### [B](id:two)\n\nx",
    ):
        (moved,) = ids({"general": leading}, {"general": other})
        assert moved.code == "T103"
        assert "another order or at another level" in moved.message
    assert ids({"access": leading}, {"general": "x"}) == ()

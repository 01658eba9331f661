"""The catalogue of codes: what the program reports is explained there, in those words, and nothing besides."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from types import MappingProxyType

import inforce
import pytest
from inforce.problems import Location, Severity, catalog, problem
from inforce.problems.catalog import PARTS, facts, rules
from inforce.problems.rule import MESSAGE, Rule
from inforce.reader.characters import lookalikes
from inforce.reader.section import parse_section
from inforce.rules.deceiving import figures_in_brackets

PROGRAM = Path(inforce.__file__).parent
CATALOGUE = Path(catalog.__file__).parent
MAKERS = {"problem": 2, "report": 3, "_report": 2}
"""What makes a problem of a code, and how many arguments come before the name of the variant."""


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in PROGRAM.rglob("*.py"):
        if CATALOGUE not in path.parents:
            yield path, ast.parse(path.read_text("utf-8"))


def made() -> Iterator[tuple[str, str, set[str] | None, str]]:
    """Every place that makes a problem of a code: the code, the variant, the values (None: not known), the place."""
    for path, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name not in MAKERS:
                continue
            first = next((at for at, each in enumerate(node.args) if _code(each)), None)
            if first is None:
                continue
            given = {each.arg for each in node.keywords if each.arg is not None} - {"level", "about"}
            starred = any(each.arg is None for each in node.keywords)
            for variant in _names(node.args[MAKERS[name] :][-1:] if len(node.args) > MAKERS[name] + first else []):
                for code in _names([node.args[first]]):
                    yield code, variant, None if starred else given, f"{path.relative_to(PROGRAM)}:{node.lineno}"


def _code(node: ast.expr) -> bool:
    return all(re.fullmatch(r"[A-Z]\d{3}", name) for name in _names([node])) and bool(_names([node])[0])


def _names(nodes: list[ast.expr]) -> list[str]:
    if not nodes:
        return [""]
    (node,) = nodes
    if isinstance(node, ast.IfExp):
        return [*_names([node.body]), *_names([node.orelse])]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else [""]


def fields(rule: Rule, name: str) -> set[str]:
    variant = rule.variant(name)
    texts = (variant.message, variant.remedy or rule.remedy)
    return {field for text in texts for _, field, _, _ in Formatter().parse(text) if field}


def test_who_makes_a_problem_gives_the_values_that_its_words_need() -> None:
    found = list(made())
    assert len(found) > 200
    for code, variant, given, where in found:
        assert code in rules(), where
        assert not variant or variant in rules()[code].variants, f"{where}: {code} has no variant {variant!r}"
        assert given is None or given == fields(rules()[code], variant), f"{where}: {code} {variant}"


def test_no_words_are_left_that_nobody_uses() -> None:
    said = {
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    used = {(code, variant) for code, variant, _, _ in made()}
    for code, rule in rules().items():
        assert code in said, code
        for name in rule.variants:
            assert (code, name) in used or name in said, f"{code} {name}"
        if (rule.message, rule.variants) == (MESSAGE, {}) or rule.variants:
            continue
        assert (code, "") in used or rule.message != MESSAGE, code


def test_every_code_that_the_program_names_is_explained() -> None:
    named = {
        code
        for path in PROGRAM.rglob("*.py")
        if CATALOGUE not in path.parents
        for code in re.findall(r'"([A-Z]\d{3})"', path.read_text("utf-8"))
    }
    assert named == set(rules())


def test_each_says_what_it_is_and_why() -> None:
    for code, rule in rules().items():
        assert rule.title, code
        assert not rule.title.endswith("."), code
        assert len(rule.why) > 20, code
        assert rule.why.endswith("."), code


def test_each_has_its_levels_and_says_when_where_there_are_several() -> None:
    for code, rule in rules().items():
        assert rule.levels, code
        assert len(rule.levels) == 1 or all(when for _, when in rule.levels[1:]), code
        assert all(each.level is None or each.level in dict(rule.levels) for each in rule.variants.values()), code


def test_codes_are_in_order_and_well_formed() -> None:
    codes = list(rules())
    assert codes == sorted(codes)
    assert len(codes) > 80
    assert all(re.fullmatch(r"[DFHILMSTVXY]\d{3}", code) for code in codes)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__.rsplit(".", 1)[-1])
def test_each_family_is_in_it_in_order(part: object) -> None:
    own: Mapping[str, Rule] = part.RULES  # type: ignore[attr-defined]
    assert own
    assert list(own) == sorted(own)
    assert own.items() <= rules().items()


def test_a_code_claimed_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = MappingProxyType({"M101": Rule(title="x", why="x")})
    monkeypatch.setattr(facts, "RULES", twice)
    catalog.rules.cache_clear()
    try:
        with pytest.raises(ValueError, match="M101"):
            rules()
    finally:
        catalog.rules.cache_clear()


def test_a_problem_has_the_words_and_the_level_of_its_code() -> None:
    found = problem("S109", "a.yml", "listed twice", name="x")
    assert str(found) == 'error S109 a.yml  the section "x" is listed twice. Keep one of the two.'
    assert problem("F113", "a.yml", "to come", seen="2027-01-01").severity is Severity.ERROR
    assert problem("F113", "a.yml", "long ago", seen="2027-01-01").severity is Severity.HINT
    assert problem("T104", Location(file="a", line=2), names="fr", heads="## fr").location.line == 2


def test_values_stay_as_they_are_whatever_braces_they_hold() -> None:
    assert '"{name} {0} {" is listed' in problem("S109", "a.yml", "listed twice", name="{name} {0} {").message


def test_a_level_that_the_handbook_does_not_give_is_refused() -> None:
    with pytest.raises(ValueError, match="S109 is never hint"):
        problem("S109", "a.yml", "listed twice", level=Severity.HINT, name="x")


EXAMPLES = [code for code, rule in rules().items() if rule.example and code[:2] in ("M1", "L2", "X3")]


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_example_raises_its_code(code: str) -> None:
    example = rules()[code].example
    source = (
        example
        if code in ("M102", "M103", "M104") or example.startswith("# ")
        else f"# T\n\n## A\n\n### B\n\n{example}"
    )
    _, found = parse_section(source + "\n", id="t", file="t.md")
    if code in lookalikes.CODES:
        assert {one.code for one in lookalikes.lookalikes(example)} == {code}
        return
    if code == "X307":
        assert {one.code for one in figures_in_brackets(example, "en")} == {code}
        return
    if code in ("L206", "L207"):
        assert found == ()
        return
    assert code in {problem.code for problem in found}

"""The catalog of codes for text: complete, and each example is what its rule says."""

import re
from pathlib import Path

import pytest
from inforce import reader, writer
from inforce import rules as of_meaning
from inforce.problems.catalog import rules
from inforce.problems.catalog_text import RULES
from inforce.reader.characters import lookalikes
from inforce.reader.section import parse_section
from inforce.rules.figures_in_brackets import figures_in_brackets

FOLDERS = [Path(module.__file__ or "").parent for module in (reader, writer, of_meaning)]


def test_every_code_that_is_reported_is_explained() -> None:
    sources = [path.read_text(encoding="utf-8") for folder in FOLDERS for path in folder.rglob("*.py")]
    used = {code for source in sources for code in re.findall(r'"((?:M1|L2|X3)[0-9]{2})"', source)}
    assert used == RULES.keys()


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if rule.example])
def test_the_example_raises_its_code(code: str) -> None:
    example = RULES[code].example
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


def test_all_catalogs_merge() -> None:
    assert RULES.items() <= rules().items()
    assert list(rules()) == sorted(rules())
    assert all(rule.title and rule.why for rule in rules().values())

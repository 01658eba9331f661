"""What the tests of `docs/reference/` read out of a page: headings, the tables below one, files, samples."""

from __future__ import annotations

import re
from pathlib import Path

from tests.built.building import ROOT

FOLDER = ROOT / "docs/reference"
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^`([\w./-]+)`:\n\n```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\t")


def page(name: str) -> str:
    """A page as it is written."""
    return (FOLDER / name).read_text("utf-8")


def headings(text: str) -> list[str]:
    """Its headings, without markup, in order."""
    found = re.findall(r"^#+ (.+)$", _FENCE.sub("", text), re.MULTILINE)
    return [heading.replace("`", "") for heading in found]


def part(text: str, heading: str) -> str:
    """What stands below a heading, up to the next one."""
    found = re.search(rf"^#+ {re.escape(heading)}$\n(.*?)(?=^#+ (?!#)|\Z)", _outside(text), re.MULTILINE | re.DOTALL)
    assert found, f"the page has no heading “{heading}”"
    return found[1]


def fenced(text: str, language: str = "") -> list[str]:
    """The examples in a part of a page that are in a language, in order."""
    return [found[2] for found in _FENCE.finditer(text) if found[1] == language]


def files(text: str) -> dict[str, str]:
    """The files that a page shows whole, by their paths."""
    found = _FILE.findall(text)
    assert len(found) == len({path for path, _ in found}), "a file is shown twice"
    return dict(found)


def table(text: str, heading: str, *first: str) -> list[list[str]]:
    """The rows of the table below a heading whose head begins with these cells; the head itself is left out."""
    lines = part(text, heading).splitlines()
    for at, line in enumerate(lines):
        if line.startswith("|") and cells(line)[: len(first)] == list(first):
            rows = []
            for row in lines[at + 2 :]:
                if not row.startswith("|"):
                    break
                rows.append(cells(row))
            return rows
    raise AssertionError(f"below “{heading}” there is no table that begins with {first}")


def cells(row: str) -> list[str]:
    """The cells of a row of a table."""
    return [cell.strip() for cell in row.strip().removeprefix("|").removesuffix("|").split("|")]


def samples(cell: str) -> list[str]:
    """What stands between backticks, its signs for line ends and the like read."""
    return [_read(found[2]) for found in _CODE.finditer(cell)]


def _read(text: str) -> str:
    bare = text[1:-1] if text.startswith(" ") and text.endswith(" ") and text.strip().startswith("`") else text
    plain = bare.translate({ord("↵"): "\n", ord("¦"): "|", ord("␣"): " "})
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else "\t", plain)


def _outside(text: str) -> str:
    """A page in which no line of an example looks like a heading."""
    return _FENCE.sub(lambda found: re.sub("(?m)^#", " #", found[0]), text)


def write(project: Path, shown: dict[str, str]) -> Path:
    """Write a project from the files that a page shows."""
    for path, text in shown.items():
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return project

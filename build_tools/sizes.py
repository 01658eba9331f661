"""Measure what a page loads: our elements, and two consent managers beside them, compressed by gzip -9.

`python -m build_tools.sizes` prints the table of `docs/developers/banners.md`. What the packages weigh is measured on
the files that npm brought for the tests (`build_tools/npm.py`); what the site makes, on the example company's site.
1 kB is 1000 bytes.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from inforce.cli.opening import open_here
from inforce.project.api import api_files
from inforce.project.publish import publish

from build_tools.npm import MODULES

ROOT = Path(__file__).resolve().parent.parent
AS_OF = datetime(2026, 12, 1, tzinfo=UTC)
CURRENT = "api/v1/privacy/current"
SCRIPT = "embed/1/inforce.js"
PACKAGES = CONSENT, KLARO = "vanilla-cookieconsent", "klaro"
HEAD = "| What | Files | kB, gzipped |\n|---|---|---|"


def rows() -> Iterator[tuple[str, str, int]]:
    """What is measured, of which files, and how many bytes it is compressed."""
    made = site()
    versions = {
        name: json.loads((MODULES / name / "package.json").read_bytes())["version"] for name in (CONSENT, KLARO)
    }
    asked = ["api/v1/current.json", f"{CURRENT}/en.json", f"{CURRENT}/en/cookies.html"]
    yield "Inforce's elements", "`inforce.js`", weight(made[SCRIPT])
    yield "with what one of them then asks for", "index, summary, ready HTML", sum(weight(made[path]) for path in asked)
    consent = MODULES / CONSENT / "dist"
    yield f"{CONSENT} {versions[CONSENT]}", "`cookieconsent.umd.js`", of(consent / "cookieconsent.umd.js")
    yield "its style sheet", "`cookieconsent.css`", of(consent / "cookieconsent.css")
    yield "its configuration, 4 languages", "`cookieconsent.json`", weight(made[f"{CURRENT}/cookieconsent.json"])
    klaro = MODULES / KLARO / "dist"
    yield f"Klaro {versions[KLARO]}", "`klaro.js`: styles and 25 languages inside", of(klaro / "klaro.js")
    yield "the same without styles", "`klaro-no-css.js`", of(klaro / "klaro-no-css.js")
    yield "its configuration, 4 languages", "`klaro.json`", weight(made[f"{CURRENT}/klaro.json"])


def site() -> Mapping[str, bytes]:
    """The files for other sites of the example company."""
    opened = open_here(ROOT / "examples")
    return api_files(publish(opened.project, opened.reader, as_of=AS_OF, drafts=False))


def weight(data: bytes) -> int:
    """How many bytes it is compressed."""
    return len(gzip.compress(data, 9))


def of(path: Path) -> int:
    """The weight of a file."""
    return weight(path.read_bytes())


def table() -> str:
    """The table in Markdown."""
    return "\n".join([HEAD, *(f"| {what} | {files} | {size / 1000:.1f} |" for what, files, size in rows())])


if __name__ == "__main__":
    sys.exit(print(table()))

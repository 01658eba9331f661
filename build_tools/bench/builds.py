"""Measures builds of generated policies, beside plain MkDocs with Material over the same text, in one run.

    python -m build_tools.bench builds      1 × 4 × 5, 2 × 4 × 10 and 5 × 8 × 20 (policies × languages × versions)
    options: --size 1x4x5 · --repeat N (the least of so many runs; else of three below a hundred editions, of one above)
             --ours (without MkDocs over the same text)

Each policy has 14 sections and about 24 KB a language; a version changes two or three sections. The texts are this
repository's own sentences, put together anew with a fixed seed. Figures are CPU seconds of whole processes (user and
system) and their peak memory, so they hold on a busy machine; only the ratios compare between machines.

A cold build has nothing of the project kept: no site, no cache. The tools themselves are warm, both of them: each has
run once before, so that Python's bytecode and Inforce's compiled templates, which belong to the program, are there.
Plain MkDocs with Material is measured as it comes; without its search, as policy pages have none; and without a nav
(of one page, its search on), since a menu of all pages on all pages grows with their square.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from inforce.storage.cache import forget

from build_tools.bench.projects import LANGUAGES, generate, release

AS_OF = "2026-11-22T12:00:00Z"
MKDOCS = (
    ("plain MkDocs + Material", True, True),
    ("the same without search", False, True),
    ("the same without a nav", True, False),
)
"""What is measured beside, with or without its search, and with or without a menu of all pages."""
SIZES = ((1, 4, 5), (2, 4, 10), (5, 8, 20))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One process: CPU seconds (user and system), peak memory in MB, and how many HTML pages it left."""

    cpu: float
    memory: float
    pages: int


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog=f"python -m build_tools.bench {Path(__file__).stem}",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--size", action="append", help="policies x languages x versions, for example 1x4x5")
    parser.add_argument("--repeat", type=int)
    parser.add_argument("--ours", action="store_true", help="do not measure MkDocs over the same text")
    asked = parser.parse_args(arguments)
    sizes = [_size(text) for text in asked.size] if asked.size else list(SIZES)
    cold: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory(prefix="inforce-bench-") as scratch:
        _warm_up(Path(scratch) / "warm")
        empty = _measure(_plain(Path(scratch) / "empty", [("index", "# Nothing\n")]), 1).cpu
        print(f"plain MkDocs + Material, one empty page: {empty:.2f} CPU s")
        for policies, languages, versions in sizes:
            place = Path(scratch) / f"{policies}x{languages}x{versions}"
            editions = policies * languages * versions
            repeat = asked.repeat or (3 if editions < 100 else 1)
            cold.append((editions, _one(place, policies, languages, versions, repeat, alone=asked.ours)))
            shutil.rmtree(place)
    for (few, less), (many, more) in pairwise(cold):
        print(f"growth from {few} to {many} editions: exponent {math.log(more / less) / math.log(many / few):.2f}")
    return 0


def _one(place: Path, policies: int, languages: int, versions: int, repeat: int, *, alone: bool) -> float:
    """Measure one size; the CPU seconds of its cold build."""
    project = place / "project"
    editions = generate(project, policies, LANGUAGES[:languages], versions)
    print(f"\n{policies} x {languages} x {versions}: {len(editions)} editions", flush=True)
    command = [sys.executable, "-m", "inforce", "--project", str(project), "build", "--as-of", AS_OF]
    first = min((_cold(project, command) for _ in range(repeat)), key=lambda run: run.cpu)
    _show("cold", first)
    again = min((_run(command, project / "site") for _ in range(repeat)), key=lambda run: run.cpu)
    _show("nothing changed", again, against=first)
    _edit(project)
    edited = _run(command, project / "site")
    _show("after one edit", edited, against=first)
    release(project, "policy-1", versions)
    _show("after one release", _run(command, project / "site"), against=first)
    for what, search, nav in () if alone else MKDOCS:
        run = _measure(_plain(place / f"plain{search}{nav}", editions, search=search, nav=nav), repeat)
        _show(what, run)
        print(f"  {'':26} cold is {first.cpu / run.cpu:.2f} of it", flush=True)
    return first.cpu


def _warm_up(place: Path) -> None:
    """Run both tools once."""
    project = place / "project"
    editions = generate(project, 1, LANGUAGES[:1], 2)
    _run([sys.executable, "-m", "inforce", "--project", str(project), "build", "--as-of", AS_OF], project / "site")
    _measure(_plain(place / "plain", editions), 1)


def _edit(project: Path) -> None:
    path = project / "policy_src" / "policy-1" / "en" / "section-3.md"
    path.write_text(path.read_text("utf-8") + "\nOne more sentence for the next version.\n", "utf-8")


def _plain(
    place: Path, editions: list[tuple[str, str]], *, search: bool = True, nav: bool = True
) -> tuple[list[str], Path]:
    (place / "docs").mkdir(parents=True)
    for name, text in editions:
        (place / "docs" / f"{name}.md").write_text(text, "utf-8")
    (place / "mkdocs.yml").write_text(
        "site_name: Plain\nsite_url: https://bench.example/\ntheme: {name: material, font: false}\n"
        f"plugins: [{'search' if search else ''}]\n" + ("" if nav else f"nav: [{editions[0][0]}.md]\n"),
        "utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(place / "mkdocs.yml")]
    return command, place / "site"


def _measure(plain: tuple[list[str], Path], repeat: int) -> Run:
    return min((_run(*plain) for _ in range(repeat)), key=lambda run: run.cpu)


def _cold(project: Path, command: list[str]) -> Run:
    forget(project)
    shutil.rmtree(project / "site", ignore_errors=True)
    return _run(command, project / "site")


def _run(command: list[str], site: Path) -> Run:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=_environment())
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    return Run(cpu=usage.ru_utime + usage.ru_stime, memory=usage.ru_maxrss / 1024, pages=sum(1 for _ in _html(site)))


def _environment() -> dict[str, str]:
    """This process's own, in which Python may keep bytecode, as it does unless it is told otherwise."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1"}


def _html(site: Path) -> Iterator[Path]:
    return site.rglob("index.html")


def _show(what: str, run: Run, *, against: Run | None = None) -> None:
    share = f"  {run.cpu / against.cpu:.2f} of cold" if against else ""
    print(
        f"  {what:26} {run.pages:5} pages  {run.cpu:7.2f} CPU s  {run.pages / run.cpu:6.0f} pages/s  "
        f"{run.memory:5.0f} MB{share}",
        flush=True,
    )


def _size(text: str) -> tuple[int, int, int]:
    policies, languages, versions = (int(part) for part in text.split("x"))
    return policies, languages, versions

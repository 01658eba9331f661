"""Measures builds of generated policies, beside plain MkDocs with Material over the same text, in one run.

    python build_tools/bench.py                 1 × 4 × 5, 2 × 4 × 10 and 5 × 8 × 20 (policies × languages × versions)
    python build_tools/bench.py --size 1x4x5    one size
    python build_tools/bench.py --repeat 5      the least of five runs of each; else of three below a hundred editions

Each policy has 14 sections and about 24 KB a language; a version changes two or three sections. The texts are this
repository's own sentences, put together anew with a fixed seed. Figures are CPU seconds of whole processes (user and
system) and their peak memory, so they hold on a busy machine; only the ratios compare between machines.

A cold build has nothing of the project kept: no site, no cache. The tools themselves are warm, both of them: each has
run once before, so that Python's bytecode and Inforce's compiled templates, which belong to the program, are there.
Plain MkDocs with Material is measured as it comes, with its search, and again without, as Inforce's pages have none.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from inforce.project.check import parsed
from inforce.project.editions import SectionReader
from inforce.project.project import read_project
from inforce.project.publish import working_request
from inforce.project.summaries import summary_files
from inforce.release.acceptance import Reasons
from inforce.release.plan import plan_release
from inforce.storage.apply import apply, replace_file
from inforce.storage.cache import forget

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("en", "fr", "nl", "de", "it", "es", "pt", "pl")
OWN = ("en", "fr", "nl", "de")
SECTIONS = 14
SECTION_BYTES = 1700
START = datetime(2015, 1, 1, tzinfo=UTC)
AS_OF = "2026-11-22T12:00:00Z"
SIZES = ((1, 4, 5), (2, 4, 10), (5, 8, 20))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One process: CPU seconds (user and system), peak memory in MB, and how many HTML pages it left."""

    cpu: float
    memory: float
    pages: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", action="append", help="policies x languages x versions, for example 1x4x5")
    parser.add_argument("--repeat", type=int)
    arguments = parser.parse_args()
    sizes = [_size(text) for text in arguments.size] if arguments.size else list(SIZES)
    cold: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory(prefix="inforce-bench-") as scratch:
        _warm_up(Path(scratch) / "warm")
        empty = _measure(_plain(Path(scratch) / "empty", [("index", "# Nothing\n")]), 1).cpu
        print(f"plain MkDocs + Material, one empty page: {empty:.2f} CPU s")
        for policies, languages, versions in sizes:
            place = Path(scratch) / f"{policies}x{languages}x{versions}"
            editions = policies * languages * versions
            repeat = arguments.repeat or (3 if editions < 100 else 1)
            cold.append((editions, _one(place, policies, languages, versions, repeat)))
            shutil.rmtree(place)
    for (few, less), (many, more) in pairwise(cold):
        print(f"growth from {few} to {many} editions: exponent {math.log(more / less) / math.log(many / few):.2f}")


def _one(place: Path, policies: int, languages: int, versions: int, repeat: int) -> float:
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
    _release(project, "policy-1", versions)
    _show("after one release", _run(command, project / "site"), against=first)
    plain = _measure(_plain(place / "plain", editions), repeat)
    _show("plain MkDocs + Material", plain)
    bare = _measure(_plain(place / "bare", editions, search=False), repeat)
    _show("the same without search", bare)
    print(f"  cold to plain: {first.cpu / plain.cpu:.2f} x; without search: {first.cpu / bare.cpu:.2f} x", flush=True)
    return first.cpu


def _warm_up(place: Path) -> None:
    """Run both tools once."""
    project = place / "project"
    editions = generate(project, 1, LANGUAGES[:1], 2)
    _run([sys.executable, "-m", "inforce", "--project", str(project), "build", "--as-of", AS_OF], project / "site")
    _measure(_plain(place / "plain", editions), 1)


def generate(project: Path, policies: int, languages: tuple[str, ...], versions: int) -> list[tuple[str, str]]:
    """Write a project with its released versions; give (name, text) of every edition as ordinary pages."""
    rng = random.Random(7)
    names = [f"policy-{number}" for number in range(1, policies + 1)]
    source = project / "policy_src"
    source.mkdir(parents=True)
    (project / "docs").mkdir()
    (project / "docs" / "about.md").write_text("# About\n", "utf-8")
    (project / "mkdocs.yml").write_text(
        "site_name: Bench\nsite_url: https://bench.example/\ntheme: {name: material, font: false}\n"
        "plugins: [inforce]\n",
        "utf-8",
    )
    (source / "site.yml").write_text(
        f"name: Bench\nlanguages: [{', '.join(languages)}]\ndefault_language: en\nbase_url: https://bench.example/\n"
        f"time_zone: Europe/Brussels\npolicies: [{', '.join(names)}]\n",
        "utf-8",
    )
    shutil.copytree(ROOT / "policy_src" / "facts", source / "facts")
    pool = {language: _sentences(language) for language in languages}
    ids = [f"section-{number}" for number in range(1, SECTIONS + 1)]
    for name in names:
        statuses = ", ".join(
            f"{language}: {{status: {'authoritative' if language == 'en' else 'courtesy'}}}" for language in languages
        )
        titles = ", ".join(f"{language}: Title of {name}" for language in languages)
        sections = "".join(f"  - id: {section}\n" for section in ids)
        (source / name / "changes").mkdir(parents=True)
        (source / name / "policy.yml").write_text(
            f"title: {{{titles}}}\nlanguages: {{{statuses}}}\nsections:\n{sections}", "utf-8"
        )
        for language in languages:
            for section in ids:
                text = _section(section, pool[language], rng)
                replace_file(source / name / language / f"{section}.md", text.encode())
    for number in range(versions):
        for name in names:
            if number:
                changed = rng.sample(ids, rng.choice((2, 3)))
                for language in languages:
                    for section in changed:
                        _change(source / name / language / f"{section}.md", pool[language], rng)
            _release(project, name, number)
    return [
        (f"{path.parent.parent.parent.name}-v{path.parent.name}-{language}", _as_page(path.parent, language, ids))
        for path in sorted(source.glob("*/versions/*/manifest.json"))
        for language in languages
    ]


def _release(project: Path, name: str, number: int) -> None:
    """Release a policy's working text as its next version, as the command does, without its questions."""
    note = project / "policy_src" / name / "changes" / f"change-{number}.md"
    note.parent.mkdir(exist_ok=True)
    note.write_text("# clarification\n\n## en\n\nSome sections are worded anew.\n", "utf-8")
    read, problems = read_project(project)
    if read is None:
        raise SystemExit("\n".join(str(problem) for problem in problems))
    policy = next(item for item in read.policies if item.id == name)
    at = START + timedelta(days=100 * number)
    reader = SectionReader()
    leading = policy.config.authoritative_language
    texts, _ = parsed(policy, reader)
    synced = {section: reader.wording(text) for section, text in texts[leading].items()}
    for language in policy.working.keys() - {leading}:
        replace_file(project / policy.folder / language / "sync.json", json.dumps(synced).encode())
    request = replace(
        working_request(read, policy, at=at),
        effective_from=at + timedelta(hours=1),
        reasons=Reasons(everything="The facts are those of a policy that leaves some open."),
    )
    plan = plan_release(request, parse=reader.section, publish=lambda version: summary_files(version, reader))
    if plan.problems:
        raise SystemExit("\n".join(str(problem) for problem in plan.problems))
    apply(project, plan)


def _edit(project: Path) -> None:
    path = project / "policy_src" / "policy-1" / "en" / "section-3.md"
    path.write_text(path.read_text("utf-8") + "\nOne more sentence for the next version.\n", "utf-8")


def _sentences(language: str) -> list[str]:
    """Sentences of this repository's own policy, without markup; languages it does not have borrow one. None states a
    fact or an amount: put together by chance, those of two languages would contradict each other."""
    own = language if language in OWN else OWN[LANGUAGES.index(language) % len(OWN)]
    text = " ".join(path.read_text("utf-8") for path in sorted((ROOT / "policy_src" / "privacy" / own).glob("*.md")))
    plain = re.sub(r"[*#\\]|^- ", "", text, flags=re.M)
    found = (" ".join(part.split()) for part in re.split(r"(?<=[.;:?!])\s+", plain) if "](fact:" not in part)
    unlinked = (re.sub(r"\[([^\[\]]*)\]\([^)]*\)", r"\1", part) for part in found)
    return [part for part in unlinked if 40 < len(part) < 300 and not re.search(r"[\[\]<>&|~`\d]", part)]


def _section(name: str, pool: list[str], rng: random.Random) -> str:
    blocks = [f"# {rng.choice(pool)[:50].strip()} {name}", " ".join(rng.sample(pool, 3))]
    blocks.append("\n".join(f"- {sentence}" for sentence in rng.sample(pool, 4)))
    blocks.append(f"## [{rng.choice(pool)[:40].strip()}](id:{name}-more)")
    while len("\n\n".join(blocks).encode()) < SECTION_BYTES:
        blocks.append(" ".join(rng.sample(pool, 2)))
    return "\n\n".join(blocks) + "\n"


def _change(path: Path, pool: list[str], rng: random.Random) -> None:
    """Change a section as a version does: a sentence comes, another goes, some words change."""
    blocks = path.read_text("utf-8").rstrip("\n").split("\n\n")
    blocks[1] = f"{blocks[1]} {rng.choice(pool)}"
    words = blocks[-1].split()
    at = rng.randrange(len(words))
    blocks[-1] = " ".join([*words[:at], *rng.choice(pool).split()[:3], *words[at + 2 :]])
    path.write_text("\n\n".join(blocks) + "\n", "utf-8")


def _as_page(folder: Path, language: str, ids: list[str]) -> str:
    """An edition as one ordinary Markdown page."""
    text = "\n".join((folder / language / f"{section}.md").read_text("utf-8") for section in ids)
    return re.sub(r"\[([^\]]*)\]\(id:[^)]*\)", r"\1", text).replace("\n# ", "\n## ")


def _plain(place: Path, editions: list[tuple[str, str]], *, search: bool = True) -> tuple[list[str], Path]:
    (place / "docs").mkdir(parents=True)
    for name, text in editions:
        (place / "docs" / f"{name}.md").write_text(text, "utf-8")
    (place / "mkdocs.yml").write_text(
        "site_name: Plain\nsite_url: https://bench.example/\ntheme: {name: material, font: false}\n"
        f"plugins: [{'search' if search else ''}]\n",
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


if __name__ == "__main__":
    main()

"""Measures the reader beside plain Python-Markdown over the same text, and counts how often a build reads each text.

    python -m build_tools.bench reading        the English sections of this repository's policy, the least of 40 runs

Figures are CPU seconds of this process, so they hold on a busy machine; only the ratios compare between machines. It
ends with 1 where a limit is passed, where a text is read twice in one run, or where a build in which nothing changed
reads one. A build after an edit reads each text again, once: the check looks at all of them.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import markdown
from click.testing import CliRunner
from inforce.cli import main as inforce
from inforce.model.text import Leaf, Section
from inforce.project.project import read_project
from inforce.reader import section as reader
from inforce.reader.blocks import read_blocks
from inforce.reader.findings import Findings
from inforce.reader.numbering import number_sections
from inforce.storage.cache import forget
from inforce.writer.context import RenderContext
from inforce.writer.section import render_section

ROOT = Path(__file__).resolve().parents[2]
LANGUAGE = "en"
AS_OF = "2026-11-22T12:00:00Z"
FIRST_READING, FIRST_BOTH = 0.46, 1.18
"""What the grammar took that this reader came after, to read the same text and to read and write it, as ratios beside
Python-Markdown with its tables (measured on 1 December 2026, at the commit before af43fd8)."""
LIMITS = {"read": 2.5 * FIRST_READING, "read and write": 1.2 * FIRST_BOTH}
"""Reading at most 2.5 times what it took then; reading and writing an edition, at most 1.2 times.
When this was written they took 2.14 and 1.19 times as much: 0.98 and 1.40 beside Python-Markdown."""
Count = Counter[tuple[str, str]]
"""How often each text has been read, by its language and the text."""


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog=f"python -m build_tools.bench {Path(__file__).stem}",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--repeat", type=int, default=40)
    is_within = _speed(parser.parse_args(arguments).repeat)
    with tempfile.TemporaryDirectory(prefix="inforce-bench-") as scratch:
        is_once = _counts(Path(scratch))
    return 0 if is_within and is_once else 1


def _speed(repeat: int) -> bool:
    texts, works = works_of(ROOT)
    least = dict.fromkeys(works, float("inf"))
    for _ in range(repeat):
        for name, work in works.items():
            begun = time.process_time()
            work()
            least[name] = min(least[name], time.process_time() - begun)
    print(f"{len(texts)} sections, {sum(len(text.encode()) for text in texts.values()) / 1000:.0f} KB:")
    for name, seconds in least.items():
        ratio, limit = seconds / least["Python-Markdown"], LIMITS.get(name)
        beside = f"  {ratio:.2f} x Python-Markdown; the limit is {limit:.2f}" if limit else ""
        print(f"  {name:16} {seconds * 1000:6.1f} CPU ms{beside}")
    return all(least[name] <= limit * least["Python-Markdown"] for name, limit in LIMITS.items())


def works_of(root: Path) -> tuple[dict[str, str], dict[str, Callable[[], object]]]:
    """The sections of a project's first policy, and what is measured over them."""
    project, problems = read_project(root)
    if project is None:
        raise SystemExit("\n".join(map(str, problems)))
    policy = project.policies[0]
    texts = dict(policy.working[LANGUAGE].sections)
    links = {name: link.in_language(LANGUAGE) for name, link in project.links.links.items()}

    def read() -> list[Section]:
        found = [
            reader.parse_section(text, id=name, file=f"{name}.md", language=LANGUAGE) for name, text in texts.items()
        ]
        return [section for section, _ in found if section is not None]

    sections = {section.id: section for section in read()}
    numbers = number_sections(policy.config.sections, sections, policy.config.numbering)
    context = RenderContext(language=LANGUAGE, numbers=numbers, links=links)

    def read_and_write() -> list[str]:
        return [render_section(section, context) for section in read()]

    def plain() -> list[str]:
        converter = markdown.Markdown(extensions=["tables"])
        return [converter.reset().convert(text) for text in texts.values()]

    return texts, {"read": read, "read and write": read_and_write, "Python-Markdown": plain}


def _counts(scratch: Path) -> bool:
    """Check and build the example, which has many versions in four languages."""
    project = shutil.copytree(ROOT / "examples", scratch / "example")
    forget(project)
    build = ("build", "--as-of", AS_OF)
    runs = {"check": _run(project, "check"), "first build": _run(project, *build), "the same": _run(project, *build)}
    edited = project / "policy_src/privacy/en/retention.md"
    edited.write_text(edited.read_text("utf-8") + "\nOne more sentence for the next version.\n", "utf-8")
    runs["after one edit"] = _run(project, *build)
    forget(project)
    for name, count in runs.items():
        print(f"  {name:16} {len(count):4} texts read, {count.total():4} times")
    return not runs["the same"] and all(max(count.values(), default=1) == 1 for count in runs.values())


def _run(project: Path, *command: str) -> Count:
    with counted() as count:
        done = CliRunner().invoke(inforce, ["--project", str(project), *command])
    if done.exit_code:
        raise SystemExit(done.output + done.stderr)
    return count


@contextmanager
def counted() -> Iterator[Count]:
    """Counts the texts that are read meanwhile."""
    count = Count()

    def read_counted(source: str, findings: Findings, language: str) -> tuple[Leaf, ...]:
        count[language, source] += 1
        return read_blocks(source, findings, language)

    with patch.object(reader, "read_blocks", read_counted):
        yield count

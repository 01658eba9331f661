"""Links of the handbook to facts and sections, in real builds: what readers get, and what is told and where."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from inforce.cli.opening import open_here
from inforce.engines.conduct import build_handbook
from inforce.problems import Problem
from inforce.project.nameable import nameable
from inforce.project.open import neighbours

from tests.release.living import EN, FR, run
from tests.sources import Changes, change, good, project, snapshot

NOW = datetime(2024, 4, 1, tzinfo=UTC)
IN_FORCE, RELEASED, LATER = "2024-04-01T00:00:00+00:00", "2024-04-02T00:00:00+00:00", "2024-06-03T00:00:00+00:00"
PAGE, FRENCH, FACTS = "docs/handbook/a.md", "docs/handbook/fr/a.md", "policy_src/facts/retention.yml"
EXTENSIONS = (
    "markdown_extensions: [attr_list, md_in_html, tables, footnotes, def_list, admonition, pymdownx.tilde, smarty, "
    "toc: {permalink: true}]\n"
)
F10, MAIL = "fact:retention.contract", "fact:organisation.controller.email"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with version 1 in force."""
    place = project(tmp_path_factory.mktemp("named"), {"mkdocs.yml": good("mkdocs.yml") + EXTENSIONS})
    run(place, "release", "--effective", "2024-03-01", "--yes")
    return place


def made(place: Path, output: Path, files: Changes) -> tuple[tuple[Problem, ...], dict[str, str]]:
    """What is told of a handbook that has these pages beside its first, and its pages by their folder."""
    change(place, files)
    opened = open_here(place)
    built = build_handbook(
        place, opened.handbook, output=output, as_of=NOW, beside=neighbours(opened.project),
        nameable=nameable(opened, as_of=NOW),
    )  # fmt: skip
    change(place, dict.fromkeys(files))
    pages = {
        path.parent.relative_to(output / "handbook").as_posix(): path.read_text("utf-8")
        for path in (output / "handbook").rglob("index.html")
    }
    return built.problems, pages


RIGHTS = '<a href="../../en/privacy/#access"'
HONEST = {
    "plain": (f"[10 years]({F10})", '<span data-fact="retention.contract">10 years</span>'),
    "in-other-words": (f"for [ten years]({F10}), no more", '">ten years</span>'),
    "by-reference": (f"[10 years][r]\n\n[r]: {F10}", '">10 years</span>'),
    "with-emphasis": (f"**[10 *years*]({F10})**", "10 <em>years</em></span>"),
    "with-an-entity": (f"[10&nbsp;years]({F10})", "10&nbsp;years</span>"),
    "with-a-title": (f'[10 years]({F10} "after its end")', 'title="after its end"'),
    "in-a-table": (f"| a | b |\n|---|---|\n| x | [10 years]({F10}) |", '">10 years</span></td>'),
    "in-a-note": (f"Words[^1]\n\n[^1]: Kept [10 years]({F10}).", '">10 years</span>.'),
    "in-an-admonition": (f"!!! note\n    [10 years]({F10})", '">10 years</span>'),
    "in-html": (f'<div markdown="1">\n[10 years]({F10})\n</div>', '">10 years</span>'),
    "in-a-heading": (f"## Kept [10 years]({F10})", 'Kept <span data-fact="retention.contract">10 years</span>'),
    "an-address": (f"[privacy@northwind.example]({MAIL})", 'href="mailto:privacy@northwind.example"'),
    "a-name": ("[Northwind SA](fact:organisation.controller)", '">Northwind SA</span>'),
    "a-day": ("Since [1 March 2024](fact:version.effective)", '">1 March 2024</span>'),
    "section": ("[your rights](section:access)", f'{RIGHTS}>your rights<span class="ref"> 1.1</span></a>'),
    "section-of-a-policy": ("[see](section:privacy/access)", f'{RIGHTS}>see<span class="ref"> 1.1</span></a>'),
    "section-with-a-title": ('[see](section:access "Title")', f'{RIGHTS} title="Title">see<span'),
    "section-in-a-heading": (
        "## See [rights](section:access)",
        f'See {RIGHTS}>rights<span class="ref"> 1.1</span></a>',
    ),
    "code": (f"`[7 years]({F10})`", f"<code>[7 years]({F10})</code>"),
    "fence": (f"```\n[7 years]({F10}) [x](section:none)\n```", f"[7 years]({F10}) [x](section:none)"),
    "indented": (f"    [7 years]({F10})", f"[7 years]({F10})"),
    "escaped": (f"\\[7 years]({F10})", f"[7 years]({F10})"),
    "facts-in-words": ("In fact: 7 years, as in section: 7", "In fact: 7 years"),
}


def test_honest_pages_show_what_is_meant_and_nothing_is_told(place: Path, tmp_path: Path) -> None:
    problems, pages = made(
        place, tmp_path, {f"docs/handbook/{name}.md": f"# Words\n\n{text}\n" for name, (text, _) in HONEST.items()}
    )
    assert problems == ()
    assert [name for name, (_, shown) in HONEST.items() if shown not in pages[name]] == []
    assert not [name for name in HONEST if 'href="fact:' in pages[name] or 'href="section:' in pages[name]]


LYING = {
    "plain": (f"[7 years]({F10})", "F102"),
    "by-reference": (f"[7 years][r]\n\n[r]: {F10}", "F102"),
    "a-second-time": (f"[10 years]({F10})\n\nand 1[10 years]({F10})", "F103"),
    "in-a-table": (f"| a | b |\n|---|---|\n| x | [7 years]({F10}) |", "F102"),
    "in-a-note": (f"Words[^1]\n\n[^1]: Kept [7 years]({F10}).", "F102"),
    "in-html": (f'<div markdown="1">\n[7 years]({F10})\n</div>', "F102"),
    "in-a-heading": (f"## Kept [7 years]({F10})", "F102"),
    "behind-a-comment": (f"[7<!-- 10 --> years]({F10})", "F102"),
    "struck": (f"[~~10~~ 7 years]({F10})", "F103"),
    "as-a-picture": (f"[![10 years](x.png)]({F10})", "F103"),
    "beside-a-picture": (f"[![](x.png)10 years]({F10})", "F103"),
    "in-two-parts": (f"[1]({F10})[0 years]({F10})", "F103"),
    "of-no-words": (f"[]({F10})", "F103"),
    "html": (f'<a href="{F10}">10 years</a>', "H109"),
    "html-section": ('<a href="section:access">rights</a>', "H109"),
    "html-with-the-mark": ('<b data-fact="retention.contract">7 years</b>', "F102"),
    "an-attribute": ("[7 years](index.md){ href=fact:retention.contract }", "F102"),
    "autolink": (f"<{F10}>", "H109"),
    "in-capitals": ("[7 years](FACT:retention.contract)", "H109"),
    "spelled": ("[7 years](fact&#58;retention.contract)", "H109"),
    "a-picture": (f"![7 years]({F10})", "H105"),
    "no-fact": ("[10 years](fact:retention.contrat)", "F101"),
    "no-path": ("[10 years](fact:retention)", "L202"),
    "no-section": ("[rights](section:acess)", "L301"),
    "no-policy": ("[rights](section:terms/access)", "L301"),
    "a-path": ("[rights](section:../../secret)", "L203"),
    "another-address": (f"[evil@northwind.example]({MAIL})", "F102"),
    "another-day": ("Since [2 March 2024](fact:version.effective)", "F102"),
    "french": (f"[dix ans]({F10})", "F103"),
}


def test_lies_are_errors_at_their_lines(place: Path, tmp_path: Path) -> None:
    texts = {f"docs/handbook/{name}.md": f"# Words\n\n`{F10}`\n\n{text}\n" for name, (text, _) in LYING.items()}
    problems, _ = made(place, tmp_path, {**texts, "docs/handbook/x.png": b"x"})
    errors = [one for one in problems if one.severity == "error"]
    for name, (text, code) in LYING.items():
        found = [one for one in errors if one.location.file == f"docs/handbook/{name}.md"]
        assert code in {one.code for one in found}, name
        lines = range(5, 6 + text.count("\n"))
        assert all(one.location.line in lines for one in found if one.code[0] in "FL"), (name, found)
    assert {one.location.file for one in errors} == texts.keys()


def test_the_title_and_the_menu_hold_words_alone(place: Path, tmp_path: Path) -> None:
    _, pages = made(place, tmp_path, {PAGE: f"# [Ten years]({F10}) and [rights](section:access)\n"})
    assert "<title>Ten years and rights - " in pages["a"]


def test_a_page_in_a_folder_named_as_a_language_is_in_it(place: Path, tmp_path: Path) -> None:
    text = f"# Mots\n\n[dix ans]({F10}), [vos droits](section:access), [ten years]({F10})\n"
    problems, pages = made(place, tmp_path, {FRENCH: text})
    assert [(one.code, one.location.line) for one in problems] == [("F103", 3)]
    assert '<a href="../../../fr/privacy/#access">vos droits<span class="ref"> 1.1</span></a>' in pages["fr/a"]


@pytest.fixture
def living(tmp_path: Path) -> Path:
    """A project with version 1 in force, and a page that names what it says."""
    text = f"# Words\n\n[10 years]({F10}), see [keep](section:retention).\n"
    place = project(tmp_path, {PAGE: text})
    run(place, "release", "--effective", "2024-03-01", "--yes")
    return place


NEXT: Changes = {
    FACTS: good(FACTS).replace("10 years", "7 years"),
    f"{EN}/retention.md": good(f"{EN}/retention.md").replace("10 years", "7 years"),
    f"{FR}/retention.md": good(f"{FR}/retention.md").replace("10 ans", "7 ans"),
    "policy_src/privacy/changes/shorter.md": "# clarification\n\n## en\n\nKept from 10 years to 7 years.\n\n## fr\n\n"
    "De 10 ans à 7 ans.\n",
}


def told(place: Path, on: str) -> list[str]:
    said = [line for line in run(place, "check", on=on, code=None).stderr.splitlines() if " docs/" in line]
    built = run(place, "build", "--no-cache", on=on, code=None).stderr.splitlines()
    assert said == [line for line in built if " docs/" in line], "a build says the same"
    return [" ".join(line.split()[:3]) for line in said]


def test_a_page_goes_stale_and_never_red_as_its_policy_lives(living: Path) -> None:
    assert told(living, IN_FORCE) == []
    change(living, NEXT)
    run(living, "sync", "privacy", "fr", on=IN_FORCE)
    assert told(living, IN_FORCE) == [f"open H115 {PAGE}:3"]
    run(living, "release", "--effective", "2024-06-01", "--yes", on=RELEASED)
    assert told(living, RELEASED) == [f"open H115 {PAGE}:3"]
    assert told(living, LATER) == [f"open H115 {PAGE}:3"]
    for day in ("2023-01-01", "2024-04-01"):
        run(living, "build", "--as-of", day, "--output", str(living / f"site-{day}"), on=LATER)
    change(living, {PAGE: (living / PAGE).read_text("utf-8").replace("10 years", "7 years")})
    assert told(living, RELEASED) == [f"open H115 {PAGE}:3"]
    assert told(living, LATER) == []
    change(living, {PAGE: (living / PAGE).read_text("utf-8").replace("7 years", "6 years")})
    assert told(living, LATER) == [f"error F102 {PAGE}:3"]


def test_a_section_that_goes_leaves_a_link_to_its_policy(living: Path) -> None:
    policy = "policy_src/privacy/policy.yml"
    assert "  - id: retention\n" in good(policy)
    change(living, {
        policy: good(policy).replace("  - id: retention\n", ""), f"{EN}/retention.md": None, f"{FR}/retention.md": None,
        **{f"{folder}/general.md": good(f"{folder}/general.md").replace("(section:retention)", "(section:access)")
           for folder in (EN, FR)},
        PAGE: "# Words\n\nSee [keep](section:retention).\n",
        "policy_src/privacy/changes/gone.md": NEXT["policy_src/privacy/changes/shorter.md"],
    })  # fmt: skip
    assert told(living, IN_FORCE) == [f"open H115 {PAGE}:3"]
    assert '<a href="../../en/privacy/#retention">' in (living / "site/handbook/a/index.html").read_text("utf-8")


def mkdocs(place: Path, on: str, *options: str) -> subprocess.CompletedProcess[str]:
    epoch = str(int(datetime.fromisoformat(on).timestamp()))
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=place,
        env={**os.environ, "SOURCE_DATE_EPOCH": epoch, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )


def test_mkdocs_alone_does_the_same(living: Path) -> None:
    done = mkdocs(living, IN_FORCE, "--strict")
    assert done.returncode == 0, done.stderr
    by_mkdocs = snapshot(living / "site")
    run(living, "build", "--output", str(living / "ours"), on=IN_FORCE)
    assert by_mkdocs["handbook/a/index.html"] == (living / "ours/handbook/a/index.html").read_bytes()
    change(living, NEXT)
    done = mkdocs(living, IN_FORCE, "--strict")
    assert f"open H115 {PAGE}:3" in done.stderr
    assert done.returncode == 0, "a page that goes stale stops nothing"
    change(living, {PAGE: f"# Words\n\n[6 years]({F10})\n"})
    done = mkdocs(living, IN_FORCE, "--quiet")
    assert done.returncode != 0
    assert f"F102 {PAGE}:3" in done.stderr + done.stdout


def test_a_build_is_made_again_where_a_fact_changes_that_a_page_names(living: Path) -> None:
    change(living, {PAGE: f"# Words\n\n[10 years]({F10})\n"})
    run(living, "build", on=IN_FORCE)
    change(living, NEXT)
    assert f"open H115 {PAGE}:3" in run(living, "build", on=IN_FORCE).stderr

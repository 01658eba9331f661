"""Bad and hostile sources: each gets a message, never a traceback, and never a half-written site."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import html5lib
import pytest
from inforce.problems import Severity

from tests.release.living import run
from tests.sources import Changes, change, good, problems, project, snapshot, told
from tests.steps import grown, steps

SRC = "policy_src"
SITE, POLICY = f"{SRC}/site.yml", f"{SRC}/privacy/policy.yml"
LINKS, RETENTION, COOKIES = f"{SRC}/links.yml", f"{SRC}/facts/retention.yml", f"{SRC}/facts/cookies.yml"
RECIPIENTS, ORGANISATION = f"{SRC}/facts/recipients.yml", f"{SRC}/facts/organisation.yml"
SECTION, NOTE = f"{SRC}/privacy/en/retention.md", f"{SRC}/privacy/changes/note.md"
VERSION = f"{SRC}/privacy/versions/1"

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(f'*{before}' for _ in range(9))}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def swapped(path: str, old: str, new: str) -> Changes:
    text = good(path)
    assert old in text
    return {path: text.replace(old, new)}


def added(path: str, more: str) -> Changes:
    return {path: good(path) + more}


BAD: dict[str, tuple[Changes, str]] = {
    "YAML that breaks off": ({SITE: "name: [Northwind\n"}, f"Y101 {SITE}:1"),
    "YAML of quotes that do not end": ({LINKS: 'links: "\n'}, f"Y101 {LINKS}:1"),
    "a YAML bomb": ({SITE: BOMB}, f"Y103 {SITE}:1"),
    "a YAML bomb among the facts": ({RETENTION: BOMB}, f"Y103 {RETENTION}:1"),
    "a YAML alias to itself": ({SITE: "name: &a [*a]\n"}, f"Y103 {SITE}:1"),
    "a YAML tag that would run a program": (
        {SITE: 'name: !!python/object/apply:os.system ["touch /tmp/owned"]\n'},
        f"Y103 {SITE}:1",
    ),
    "a YAML directive": ({SITE: "%YAML 1.1\n---\nname: x\n"}, f"Y103 {SITE}:1"),
    "two YAML documents": (added(SITE, "---\nname: Other\n"), f"Y103 {SITE}:7"),
    "YAML nested without end, lists": ({SITE: "[" * 100_000}, f"Y103 {SITE}:1"),
    "YAML nested without end, maps": ({RETENTION: "{a: " * 100_000}, f"Y103 {RETENTION}:1"),
    "a YAML merge key": (added(SITE, "<<: {name: Other}\n"), f"Y103 {SITE}:7"),
    "a YAML merge key deep inside": (added(SITE, "x: [{<<: {name: Other}}]\n"), f"Y103 {SITE}:7"),
    "a YAML key that is a list": ({SITE: "? [a]\n: b\n"}, f"Y103 {SITE}:1"),
    "a duplicate key": (added(SITE, "name: Other\n"), f"Y102 {SITE}:7"),
    "a duplicate key inside": (added(RETENTION, "  keep: 5 years\n"), f"Y102 {RETENTION}:4"),
    "a list where an entry is due": (swapped(SITE, "name: Northwind", "name: [Northwind]"), f"Y104 {SITE}:1"),
    "a word where a list is due": (swapped(SITE, "[privacy]", "privacy"), f"Y104 {SITE}:6"),
    "a file of facts that is a list": ({RETENTION: "- a\n"}, f"Y104 {RETENTION}:1"),
    "a file of facts that is a word": ({RETENTION: "abc\n"}, f"Y104 {RETENTION}:1"),
    "a number without end": (swapped(RETENTION, "10 years", "9" * 5000 + " years"), f"Y104 {RETENTION}:3"),
    "notice without end": (added(POLICY, f"notice: {{material: {'9' * 5000}}}\n"), f"Y104 {POLICY}:11"),
    "a word where yes or no is due": (added(COOKIES, "  third_party_access: perhaps\n"), f"Y104 {COOKIES}:8"),
    "a missing entry": (swapped(SITE, "name: Northwind\n", ""), f"Y105 {SITE}:1"),
    "a misspelled entry": (swapped(SITE, "languages:", "langages:"), f"Y106 {SITE}:2"),
    "an empty site.yml": ({SITE: ""}, f"Y107 {SITE}:1"),
    "a site.yml of remarks only": ({SITE: "# later\n"}, f"Y107 {SITE}:1"),
    "an empty section": ({SECTION: ""}, f"M101 {SECTION}:1"),
    "a section not in UTF-8": ({SECTION: "# Durée\n".encode("latin-1")}, f"S102 {SECTION}:1"),
    "YAML not in UTF-8": ({SITE: b"name: Soci\xe9t\xe9\n"}, f"S102 {SITE}:1"),
    "UTF-16": ({SECTION: "# Title\n".encode("utf-16")}, f"S102 {SECTION}:1"),
    "a section of 10 MB": ({SECTION: b"# Title\n\n" + b"word " * 2_000_000}, f"S103 {SECTION}"),
    "a YAML file of 10 MB": ({RETENTION: b"# " + b"x" * 10_000_000}, f"S103 {RETENTION}"),
    "no policy_src": ({SRC: None}, f"S101 {SRC}"),
    "no site.yml": ({SITE: None}, f"S101 {SITE}"),
    "no folder of a policy": ({f"{SRC}/privacy": None}, f"S101 {POLICY}"),
    "no folder of the authoritative language": ({f"{SRC}/privacy/en": None}, f"S107 {POLICY}:8"),
    "a policy's name that leaves the folder": (swapped(SITE, "[privacy]", "[../privacy]"), f"Y104 {SITE}:6"),
    "a policy's absolute path": (swapped(SITE, "[privacy]", "[/etc]"), f"Y104 {SITE}:6"),
    "a section's name that leaves the folder": (
        swapped(POLICY, "id: general", "id: ../../../etc/passwd"),
        f"Y104 {POLICY}:8",
    ),
    "a language that leaves the folder": (swapped(POLICY, "  fr: {status", "  ../fr: {status"), f"Y104 {POLICY}:6"),
    "a policy called as a device": (swapped(SITE, "[privacy]", "[nul]"), f"S101 {SRC}/nul/policy.yml"),
    "a section called as a device": (swapped(POLICY, "id: general", "id: con"), f"S109 {POLICY}:8"),
    "a section called as the page's own part": (swapped(POLICY, "id: general", "id: main"), f"S109 {POLICY}:8"),
    "a section called as a change": (swapped(POLICY, "id: general", "id: c12"), f"S109 {POLICY}:8"),
    "a sub-heading called as a section's heading": (
        added(SECTION, "\n## [More](id:general-h)\n\nMore.\n"),
        f"S109 {SECTION}:5",
    ),
    "a time zone that leaves the folder": (
        swapped(SITE, "Europe/Brussels", "../../../etc/passwd"),
        f"S113 {SITE}:5",
    ),
    "the zone of whoever builds": (swapped(SITE, "Europe/Brussels", "localtime"), f"S113 {SITE}:5"),
    "a zone with leap seconds": (swapped(SITE, "Europe/Brussels", "right/Europe/Brussels"), f"S113 {SITE}:5"),
    "facts in a circle": (
        added(RETENTION, "a:\n  same_as: b\nb:\n  same_as: a\n"),
        f"F108 {RETENTION}:5",
    ),
    "a fact that is itself": (added(RETENTION, "a:\n  same_as: a\n"), f"F108 {RETENTION}:5"),
    "sync.json nested without end": (
        {f"{SRC}/privacy/fr/sync.json": "[" * 200_000},
        f"S111 {SRC}/privacy/fr/sync.json",
    ),
    "a record nested without end": ({f"{VERSION}/manifest.json": "[" * 200_000}, f"D104 {VERSION}/manifest.json"),
    "a record of nothing": ({f"{VERSION}/manifest.json": "{}"}, f"D104 {VERSION}/manifest.json"),
    "a version that is a file": ({VERSION: "x"}, f"S105 {VERSION}"),
    # Dangerous words, in every place text can come from.
    "a script in a section": (added(SECTION, "\n<script>alert(1)</script>\n"), f"X301 {SECTION}:5"),
    "a script in a heading": ({SECTION: "# <script>alert(1)</script>\n"}, f"X301 {SECTION}:1"),
    "an event handler in a section": (added(SECTION, "\nsee <img src=x onerror=alert(1)>\n"), f"X301 {SECTION}:5"),
    "a script in a table": (added(SECTION, "\n| a |\n|---|\n| <svg onload=alert(1)> |\n"), f"X301 {SECTION}:7"),
    "a javascript: link": (added(SECTION, "\n[see](javascript:alert(1))\n"), f"X304 {SECTION}:5"),
    "a JavaScript: link, spelled otherwise": (added(SECTION, "\n[see](JaVaScRiPt:alert)\n"), f"X304 {SECTION}:5"),
    "a data: link": (added(SECTION, "\n[see](data:text/html,x)\n"), f"X304 {SECTION}:5"),
    "a link that ends its attribute": (
        added(SECTION, '\n[see](https://example.org/"onclick="alert)\n'),
        f"L202 {SECTION}:5",
    ),
    "a script in the site's name": (swapped(SITE, "Northwind", "<script>alert(1)</script>"), f"Y104 {SITE}:1"),
    "a script in a title": (swapped(POLICY, "Privacy Policy", "<b onclick=alert(1)>x"), f"Y104 {POLICY}:2"),
    "a script in a label": (swapped(RETENTION, "Contracts", "<script>alert(1)</script>"), f"Y104 {RETENTION}:2"),
    "a script in a name": (swapped(RECIPIENTS, "Partner, Inc.", "<script>alert(1)</script>"), f"Y104 {RECIPIENTS}:2"),
    "a script in a description": (swapped(COOKIES, "Remembers", "<iframe>"), f"Y104 {COOKIES}:7"),
    "a script in an address": (swapped(ORGANISATION, "Rue Haute", "<svg onload=alert(1)>"), f"Y104 {ORGANISATION}:4"),
    "a javascript: address in links.yml": (
        swapped(LINKS, "https://partner.example/privacy", "javascript:alert(1)"),
        f"Y104 {LINKS}:3",
    ),
    "an address in links.yml that ends its attribute": (
        swapped(LINKS, "https://partner.example/privacy", "'https://partner.example/\"onclick=alert(1)'"),
        f"Y104 {LINKS}:3",
    ),
    "a javascript: address of the site": (
        swapped(SITE, "https://legal.northwind.example/", "javascript:alert(1)"),
        f"Y104 {SITE}:4",
    ),
    "a javascript: address of the organisation": (
        added(ORGANISATION, "  website: javascript:alert(1)\n"),
        f"Y104 {ORGANISATION}:10",
    ),
    # Characters nobody sees.
    "a control character in a section": (added(SECTION, "\nab\x07c\n"), f"X302 {SECTION}:5"),
    "words turned around in a section": (added(SECTION, "\nab\u202ec\n"), f"X303 {SECTION}:5"),
    "a control character in the site's name": (swapped(SITE, "Northwind", '"N\\e[31m"'), f"X302 {SITE}:1"),
    "a null in a name": (swapped(RECIPIENTS, "Partner, Inc.", '"P\\0"'), f"X302 {RECIPIENTS}:2"),
    "words turned around in a label": (swapped(RETENTION, "Contracts", "ab\u202ec"), f"X303 {RETENTION}:2"),
    "a zero-width space in a name": (swapped(RECIPIENTS, "Partner, Inc.", "Part\u200bner"), f"X302 {RECIPIENTS}:2"),
    "words nobody sees in a label": (
        swapped(RETENTION, "Contracts", "Con\U000e0041\U000e0042tracts"),
        f"X302 {RETENTION}:2",
    ),
    "a line separator in a title": (swapped(POLICY, "Privacy Policy", '"Privacy\\LPolicy"'), f"X302 {POLICY}:2"),
    "an isolate that never ends": (swapped(RETENTION, "Contracts", "Con\u2067tracts"), f"X303 {RETENTION}:2"),
    "the end of no isolate": (swapped(SITE, "Northwind", "North\u2069wind"), f"X303 {SITE}:1"),
    "a change note in no language": ({NOTE: "# material\n\n## EN\n\nWords.\n"}, f"S110 {NOTE}:3"),
    "a change note in dashes": ({NOTE: "# material\n\n## ----\n\nWords.\n"}, f"S110 {NOTE}:3"),
    "a change note in a language of digits": ({NOTE: "# material\n\n## 12\n\nWords.\n"}, f"S110 {NOTE}:3"),
    "words turned around in a change note": ({NOTE: "# material\n\n## en\n\nab\u202ec\n"}, f"X303 {NOTE}:5"),
}


@pytest.mark.parametrize(("changes", "expected"), BAD.values(), ids=BAD)
def test_a_bad_source_is_told_and_blocks(tmp_path: Path, changes: Changes, expected: str) -> None:
    found = problems(project(tmp_path, changes))
    assert expected in told(found)
    code, _, place = expected.partition(" ")
    assert any(
        one.code == code and place.startswith(one.location.file) and one.severity is Severity.ERROR for one in found
    )


def test_the_source_they_are_made_from_has_no_problem(tmp_path: Path) -> None:
    assert problems(project(tmp_path)) == ()


@pytest.mark.parametrize("words", ["\u2068Partner\u2069", "\u0e01\u200b\u0e02", "\u0645\u06cc\u200c\u062e", "a\u00a0b"])
def test_marks_that_a_script_needs_are_let_through(tmp_path: Path, words: str) -> None:
    assert problems(project(tmp_path, swapped(RETENTION, "Contracts", f'"{words}"'))) == ()


def test_byte_order_marks_and_windows_line_ends_are_accepted(tmp_path: Path) -> None:
    place = project(tmp_path)
    for path in [*place.rglob("*.md"), *place.rglob("*.yml")]:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert problems(place) == ()


@pytest.mark.parametrize("target", ["/etc/passwd", "../../../../outside.md", "general.md", "nowhere"])
def test_a_symbolic_link_is_not_followed(tmp_path: Path, target: str) -> None:
    place = project(tmp_path)
    (tmp_path / "outside.md").write_text("# Outside\n\nSecret.\n")
    (place / SECTION).unlink()
    (place / SECTION).symlink_to(target)
    found = problems(place)
    assert told(found) == [f"S104 {SECTION}"], "it is not called missing besides"
    assert not any("Secret" in str(one) or "root:" in str(one) for one in found)


@pytest.mark.parametrize("folder", [f"{SRC}/privacy/en", f"{SRC}/facts"])
def test_a_folder_that_is_a_symbolic_link_is_not_followed(tmp_path: Path, folder: str) -> None:
    place = project(tmp_path)
    (place / folder).rename(tmp_path / "outside")
    (place / folder).symlink_to(tmp_path / "outside")
    assert "S107" not in {one.code for one in problems(place)}
    assert f"S104 {folder}" in told(problems(place))


@pytest.mark.parametrize("folder", [f"{SRC}/other", f"{SRC}/privacy/es", f"{SRC}/privacy/en/more", f"{SRC}/facts/more"])
@pytest.mark.parametrize("whole", [False, True])
def test_a_folder_that_is_another_repository_is_not_read(tmp_path: Path, folder: str, whole: bool) -> None:
    """A submodule has a file `.git` that says where its repository lies, a clone the whole folder."""
    place = project(tmp_path, {f"{folder}/a.md": "# Secret\n"})
    if whole:
        (place / folder / ".git").mkdir()
    else:
        (place / folder / ".git").write_text("gitdir: ../../.git/modules/other\n", "utf-8")
    (found,) = problems(place)
    assert (found.code, found.location.file) == ("S106", folder)
    assert "another repository" in found.message


def test_a_source_that_is_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    place = project(tmp_path)
    (place / SRC).rename(tmp_path / "outside")
    (place / SRC).symlink_to(tmp_path / "outside")
    assert told(problems(place)) == [f"S104 {SRC}"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    place = project(tmp_path)
    os.mkfifo(place / SRC / "privacy/en/pipe.md")
    assert told(problems(place)) == [f"S105 {SRC}/privacy/en/pipe.md"]


# Through the command itself.


def inforce(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "inforce", "--project", place, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


THROUGH = [
    "a YAML bomb",
    "a section not in UTF-8",
    "a section of 10 MB",
    "no policy_src",
    "facts in a circle",
    "a script in a section",
]


@pytest.mark.parametrize("name", THROUGH)
def test_the_command_tells_and_leaves_the_site_alone(tmp_path: Path, name: str) -> None:
    changes, expected = BAD[name]
    place = project(tmp_path, changes)
    change(place, {"site/.inforce-site": "", "site/index.html": "<p>as it was</p>", "site/en/index.html": "<p>en</p>"})
    before, beside = snapshot(place / "site"), {path.name for path in place.iterdir()}
    for command in (("check",), ("build", "--as-of", "2026-01-01")):
        done = inforce(place, *command)
        assert done.returncode == 1, done.stderr
        assert expected.split(":")[0] in done.stderr
        assert "Traceback" not in done.stderr + done.stdout
    assert snapshot(place / "site") == before
    assert {path.name for path in place.iterdir()} - {".cache"} == beside, "nothing is left lying about"


def test_a_name_that_is_not_text_is_told_as_json_too(tmp_path: Path) -> None:
    place = project(tmp_path)
    name = os.fsencode(place / SRC / "privacy/en") + b"/\xff.md"
    with open(name, "wb") as file:
        file.write(b"# Title\n")
    for command in (("check",), ("check", "--json"), ("build",)):
        done = inforce(place, *command)
        assert done.returncode == 1
        assert "S105" in done.stderr + done.stdout
        assert "\\udcff.md" in done.stderr + done.stdout
        assert "Traceback" not in done.stderr, done.stderr


@pytest.mark.parametrize("broken", ["plugins: [\n", "", "site_name: [1]\nplugins: [inforce]\n", "plugins: [nowhere]\n"])
def test_a_broken_mkdocs_yml_leaves_the_site_alone(tmp_path: Path, broken: str) -> None:
    place = project(tmp_path, {"mkdocs.yml": broken})
    change(place, {"site/.inforce-site": "", "site/index.html": "<p>as it was</p>"})
    before = snapshot(place / "site")
    done = inforce(place, "build")
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert snapshot(place / "site") == before


def test_a_folder_that_is_not_ours_is_never_replaced(tmp_path: Path) -> None:
    place = project(tmp_path, {"home/letter.txt": "dear"})
    done = inforce(place, "build", "--output", str(place / "home"))
    assert done.returncode == 2
    assert snapshot(place / "home") == {"letter.txt": b"dear"}


# What is legal but looks hostile comes out as words.

HOSTILE = 'x" onmouseover="alert(1)" y=\''
CURLY = "{{ 7 * 7 }} {% raw %} ${7}"
CURLY_LABEL = "Label {{ 7 * 7 }} {% raw %}"
CURLY_SECTION = CURLY.replace("*", "\\*")
TALL_NOTE = "javascript:alert(2) <img src=x onerror=alert(2) <script src=x " + CURLY_SECTION
"""A note holds no HTML; a tag that nothing closes is none, and would be one on a page that did not escape it."""


def test_hostile_words_come_out_as_words(tmp_path: Path) -> None:
    quoted = '"' + HOSTILE.replace('"', '\\"') + '"'
    place = project(
        tmp_path,
        {
            **swapped(SITE, "Northwind", quoted),
            **swapped(POLICY, "Privacy Policy", quoted),
            **swapped(RECIPIENTS, "Partner, Inc.", quoted),
            **swapped(RETENTION, "Contracts", quoted),
            **swapped(COOKIES, "{en: Remembers your language}", f"\n    en: {CURLY_LABEL}"),
            **added(SECTION, f"\n{CURLY_SECTION} {HOSTILE} javascript:alert(1)\n"),
        },
    )
    assert inforce(place, "sync", "privacy", "fr").returncode == 0
    run(place, "release", "--yes", "--effective", "2024-02-01", on="2024-01-01T00:00:00+00:00")
    change(
        place,
        {
            NOTE: f"# clarification\n\n## en\n\n{TALL_NOTE}\n\n## fr\n\n{TALL_NOTE}\n",
            SECTION: (place / SECTION).read_text() + "\nMore.\n",
        },
    )
    assert inforce(place, "sync", "privacy", "fr").returncode == 0
    run(place, "release", "--yes", "--effective", "2025-02-01", on="2024-06-01T00:00:00+00:00")
    done = inforce(place, "build", "--as-of", "2026-01-01")
    assert done.returncode == 0, done.stderr
    pages = [path for path in (place / "site").rglob("*.html") if "handbook" not in path.parts]
    assert len(pages) > 10
    shown = ""
    for path in pages:
        document = html5lib.parse(path.read_text("utf-8"), treebuilder="etree", namespaceHTMLElements=False)
        for element in document.iter():
            handlers = [name for name in element.attrib if str(name).lower().startswith("on")]
            assert not handlers, (path, element.tag, handlers)
            for name in ("href", "src", "action"):
                assert not element.attrib.get(name, "").lower().strip().startswith(("javascript:", "data:")), path
            if element.tag == "script":
                assert not (element.text or "").strip() or element.attrib.get("type") == "application/json", path
            if element.tag == "img":
                assert element.attrib.get("src") != "x", path
            shown += (element.text or "") + (element.tail or "")
    for words in (HOSTILE, CURLY, "<script src=x", "<img src=x onerror=alert(2)", "javascript:alert(2)"):
        assert words in shown, f"{words} is shown as it is written"


# Messages quote what is wrong; they neither steer a terminal nor fill it.


def test_a_message_shows_what_nobody_sees_as_a_code_and_is_not_endless(tmp_path: Path) -> None:
    place = project(tmp_path, swapped(SITE, "Northwind", '"N\\e]0;x\\a\\u009b\\u202e<' + "x" * 100_000 + '"'))
    done = inforce(place, "check")
    assert done.returncode == 1
    assert "N<U+001B>]0;x<U+0007><U+009B><U+202E><xxx" in done.stderr
    assert len(done.stderr) < 4_000
    for command in (("check",), ("check", "--json"), ("build",)):
        done = inforce(place, *command)
        assert set("\x1b\x07\x9b\u202e").isdisjoint(done.stdout + done.stderr)


def test_problems_without_end_are_not_all_told(tmp_path: Path) -> None:
    place = project(tmp_path, {NOTE: "# material\n" + "## en\n" * 20_000})
    done = inforce(place, "check")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1_001
    assert "more." in done.stderr.splitlines()[-1]


MANY: dict[str, tuple[str, Callable[[int], str]]] = {
    "retentions one after another": (
        RETENTION,
        lambda n: "".join(f"a{i}:\n  same_as: a{i + 1}\n" for i in range(n)) + f"a{n}:\n  keep: 1 year\n",
    ),
    "retentions in a wide circle": (
        RETENTION,
        lambda n: "".join(f"a{i}:\n  same_as: a{(i + 1) % n}\n" for i in range(n)),
    ),
    "retentions of nothing": (RETENTION, lambda n: "".join(f"a{i}:\n  same_as: b{i}\n" for i in range(n))),
    "unknown entries": (RETENTION, lambda n: "".join(f"a{i}:\n  keeep: 1 year\n" for i in range(n))),
    "dead links": (
        SECTION,
        lambda n: "\n" + "[a](fact:retention.contrac) [b](section:retnetion) [c](link:partnr)\n\n" * n,
    ),
}


@pytest.mark.parametrize(("file", "more"), MANY.values(), ids=MANY)
def test_the_steps_of_a_check_grow_as_its_input_does(tmp_path: Path, file: str, more: Callable[[int], str]) -> None:
    """Each took minutes or more when everything was compared with everything else."""
    few, many = 100, 300
    counts = []
    for size in (few, many):
        place = project(tmp_path / str(size), added(file, more(size)))
        counts.append(steps(partial(problems, place)))
    assert not grown(counts[0], counts[1], many / few)

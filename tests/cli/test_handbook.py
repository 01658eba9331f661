"""Whatever stops a build, the check has said: `docs/` and `mkdocs.yml` too, each with its file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from inforce.storage.cache import cache_folder

from tests.release.living import run
from tests.sources import Changes, change, good, project, snapshot

PAGE, CONFIG = "docs/handbook/index.md", "mkdocs.yml"


def configured(old: str, new: str) -> Changes:
    assert old in good(CONFIG)
    return {CONFIG: good(CONFIG).replace(old, new)}


def added(more: str) -> Changes:
    return {CONFIG: good(CONFIG) + more}


STOPS: dict[str, tuple[Changes, str]] = {
    "no plugin": (configured("- inforce", "- search"), f"H104 {CONFIG}:7"),
    "an unknown plugin": (configured("- inforce", "- inforce\n  - nowhere"), f"H106 {CONFIG}:7"),
    "an unknown theme": (configured("name: material", "name: nowhere"), f"H106 {CONFIG}:4"),
    "no docs": ({"docs": None}, "S101 docs"),
    "no mkdocs.yml": ({CONFIG: None}, f"S101 {CONFIG}"),
    "an empty mkdocs.yml": ({CONFIG: ""}, f"H104 {CONFIG}:1"),
    "a page that is no text": ({PAGE: b"# D\xe9but\n"}, f"S102 {PAGE}:1"),
    "YAML that breaks off": (added("nav: [\n"), f"Y101 {CONFIG}:9"),
    "another address": (configured("northwind.example", "elsewhere.example"), f"H104 {CONFIG}:2"),
    "an instant that is none": (configured("- inforce", "- inforce: {as_of: soon}"), f"H106 {CONFIG}:7"),
    "an option that is none": (
        {CONFIG: good(CONFIG).replace("- inforce", "- inforce: {cache: here}") + "strict: true\n"},
        f"H106 {CONFIG}:7",
    ),
    "a value of another kind": (added("strict: perhaps\n"), f"H106 {CONFIG}:9"),
    "a dead link": ({**added("strict: true\n"), PAGE: "# A\n\n[b](b.md)\n"}, f"H106 {PAGE}"),
    "a page of nav that is not there": (added("strict: true\nnav: [handbook/gone.md]\n"), f"H106 {CONFIG}"),
    "a link to a page of ours that is none": ({PAGE: "# A\n\n[v99](/en/privacy/v99/)\n"}, f"L304 {PAGE}:3"),
    "a link to a place that is none": ({PAGE: "# A\n\n[x](../../en/privacy/#nothing)\n"}, f"L304 {PAGE}:3"),
    "a page that poses as a policy": ({"docs/privacy.md": "# Privacy Policy\n"}, "H101 docs/privacy.md"),
    "a page in a language that is none here": ({"docs/es/privacy/v1.md": "x"}, "H101 docs/es/privacy/v1.md"),
    "a menu that says another address": (
        added("nav:\n  - www.northwind.example: https://evil.example/\n"),
        f"L303 {CONFIG}:10",
    ),
    "a stylesheet that hides words": ({"docs/handbook/x.css": "p { display: none }\n"}, "H112 docs/handbook/x.css:1"),
    "a page among the policies": ({"docs/en/privacy/v1.md": "# Version 1\n"}, "H101 docs/en/privacy/v1.md"),
    "a page of a language that is gone": ({"docs/de/x.md": "x"}, "H101 docs/de/x.md"),
    "a program": (added("hooks: [evil.py]\n"), f"H103 {CONFIG}:9"),
    "an extension that would fail": (
        added("markdown_extensions:\n  - toc: {toc_depth: deep}\n"),
        f"H103 {CONFIG}:10",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), STOPS.values(), ids=STOPS)
def test_what_stops_a_build_the_check_has_said(tmp_path: Path, changes: Changes, expected: str) -> None:
    place = project(tmp_path)
    if "docs/de/x.md" in changes:
        german(place)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    if "docs/de/x.md" in changes:
        change(place, {path: good(path) for path in (SITE, POLICY)})
        change(place, {"policy_src/privacy/de": None})
    change(place, {**changes, "site/.inforce-site": "", "site/index.html": "as it was", "evil.py": EVIL})
    before = snapshot(place)
    for command in ("check", "build"):
        done = run(place, command, code=1)
        lines = [line for line in done.stderr.splitlines() if line.startswith("error ")]
        assert re.search(rf"^error {re.escape(expected)}(?::\d+)? ", done.stderr, re.MULTILINE), done.stderr
        assert "Traceback" not in done.stderr
        assert 'File "' not in done.stderr
        assert len(lines) <= 2, "no cascade"
        assert snapshot(place) == before


SITE, POLICY = "policy_src/site.yml", "policy_src/privacy/policy.yml"
EVIL = "import pathlib\npathlib.Path(__file__).with_name('ran').touch()\n"


def german(place: Path) -> None:
    from tests.release.living import GERMAN

    change(place, GERMAN)
    run(place, "sync", "privacy", "de")


def test_a_page_whose_parts_stand_too_deep_is_told_once_and_in_words(tmp_path: Path) -> None:
    place = project(tmp_path, {PAGE: "# A\n\n" + "*a _b " * 500 + " b_ a*" * 500 + "\n"})
    said = run(place, "check", code=1).stderr
    assert said.count("error ") == 1
    assert f"error H106 {PAGE}" in said
    assert "its parts stand too deep in one another" in said


def test_an_empty_handbook_stops_nothing(tmp_path: Path) -> None:
    place = project(tmp_path, {PAGE: None, "docs/.gitkeep": ""})
    run(place, "release", "--effective", "2024-03-01", "--yes")
    assert "0 errors" in run(place, "check").stdout
    run(place, "build")


@pytest.mark.parametrize("entry", ["exclude_docs", "draft_docs"])
def test_a_link_to_a_page_that_is_left_out_leads_nowhere(tmp_path: Path, entry: str) -> None:
    pages = {PAGE: "# A\n\n[b](b.md)\n", "docs/handbook/b.md": "# B\n"}
    place = project(tmp_path, {**added(f"{entry}: b.md\n"), **pages})
    for command in ("check", "build"):
        assert f"error L304 {PAGE}:3" in run(place, command, code=1).stderr


def test_what_mkdocs_only_warns_of_is_a_hint(tmp_path: Path) -> None:
    place = project(tmp_path, {PAGE: "# A\n\n[b](b.md)\n"})
    run(place, "release", "--effective", "2024-03-01", "--yes")
    for command in ("check", "build"):
        said = run(place, command).stderr
        assert f"hint H106 {PAGE}" in said
        assert "builds the site all the same" in said


def test_mkdocs_is_asked_once_and_again_when_something_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = project(tmp_path, {**added("strict: true\n"), PAGE: "# A\n\n[b](b.md)\n"})
    first = run(place, "check", code=1).stderr

    def never(*_: object, **__: object) -> None:
        raise AssertionError("it was asked already")

    with monkeypatch.context() as patch:
        patch.setattr("inforce.engines.conduct.try_handbook", never)
        assert run(place, "check", code=1).stderr == first
    change(place, {"docs/handbook/b.md": "# B\n"})
    assert "H106" not in run(place, "check").stderr


@pytest.mark.parametrize("harm", ["", "{}", "[]", '{"key": 1}', "[" * 100_000])
def test_an_answer_that_was_damaged_is_no_answer(tmp_path: Path, harm: str) -> None:
    place = project(tmp_path, {**added("strict: true\n"), PAGE: "# A\n\n[b](b.md)\n"})
    run(place, "check", code=1)
    folder = cache_folder(place)
    assert folder is not None
    change(folder, {"handbook.json": harm})
    assert "H106" in run(place, "check", code=1).stderr


def test_a_handbook_that_our_rules_refuse_is_never_shown_to_mkdocs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("MkDocs was run")

    monkeypatch.setattr("inforce.engines.conduct.load_config", never)
    place = project(tmp_path, {**added("hooks: [evil.py]\n"), "evil.py": EVIL})
    assert "H103" in run(place, "check", code=1).stderr
    assert "H103" in run(place, "build", code=1).stderr

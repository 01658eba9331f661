"""What `make` stands on: pins, contracts, a setup that needs nothing and tells what it lacks."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import metadata, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from build_tools import chromium, fonts, npm, servers, set_up
from tests.built.building import ROOT


def test_every_requirement_is_pinned_and_no_index_is_named() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.+]*", line) for line in lines), lines
    assert "://" not in text
    pinned = {line.partition("==")[0] for line in lines}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["dev"]]
    asked += project["build-system"]["requires"]
    assert {canonicalize_name(Requirement(line).name) for line in asked} <= pinned


def test_this_environment_holds_what_is_pinned() -> None:
    """Otherwise the tests say nothing of what `make site` installs."""
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        name, equal, pinned = line.partition("==")
        if equal:
            assert version(name) == pinned, name


def test_what_is_pinned_works_with_the_first_python_that_is_promised() -> None:
    """Debian 12 has Python 3.11.2."""
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        name, equal, _ = line.partition("==")
        if equal:
            assert SpecifierSet(str(metadata(name).json.get("requires_python", ""))).contains("3.11.0"), name


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
@pytest.mark.parametrize(
    "target",
    ["site", "preview", "serve", "example", "check", "test", "validate", "bench", "pictures", "constraints", "help"],
)
def test_every_target_can_be_planned_in_a_path_with_spaces(tmp_path: Path, target: str) -> None:
    place = tmp_path / "a folder with spaces"
    place.mkdir()
    shutil.copy(ROOT / "Makefile", place)
    command = ["make", "--no-print-directory", "-n", target]
    plan = subprocess.run(command, cwd=place, capture_output=True, text=True, check=True).stdout
    assert str(tmp_path) not in plan
    assert "set_up.py" in plan or target == "help"


def test_setting_up_says_when_python_cannot_make_environments(tmp_path: Path) -> None:
    place = tmp_path / "a clone"
    (place / "build_tools").mkdir(parents=True)
    for name in ("pyproject.toml", "constraints.txt", "build_tools/set_up.py"):
        shutil.copy(ROOT / name, place / name)
    hidden = "import runpy, sys; sys.modules['ensurepip'] = None; sys.argv.pop(0); "
    script = hidden + "runpy.run_path(sys.argv[0], run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", script, place / "build_tools/set_up.py"],
        env={"PATH": str(place)},  # no apt-get, no sudo
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "ensurepip" in done.stderr
    assert f"apt-get install python3.{sys.version_info.minor}-venv" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (place / ".venv" / "installed").exists()


@pytest.mark.parametrize(
    ("user", "sudo", "expected"),
    [
        (0, None, [["apt-get", "-qq", "update"], ["apt-get", "-qq", "install", "-y", "--no-install-recommends", "x"]]),
        (
            1000,
            0,
            [["sudo", "-n", "true"], ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "update"]],
        ),
        (1000, 1, [["sudo", "-n", "true"]]),
        (1000, None, []),
    ],
)
def test_packages_are_installed_only_where_that_needs_no_question(
    monkeypatch: pytest.MonkeyPatch, user: int, sudo: int | None, expected: list[list[str]]
) -> None:
    ran: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        return subprocess.CompletedProcess(command, sudo or 0)

    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "sudo" and sudo is None else f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", run)
    assert set_up.install_packages("x") is (user == 0 or sudo == 0)
    assert ran[:2] == expected


@pytest.mark.parametrize("name", [".venv", ".VENV"])
@pytest.mark.parametrize("link", [False, True])
def test_an_environment_that_somebody_committed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, link: bool
) -> None:
    """A program in it would stand in the place of the tool."""
    monkeypatch.chdir(tmp_path)
    set_up.refuse_committed()  # where there is no repository, there is nothing to refuse
    subprocess.run(["git", "init", "-q"], check=True)
    set_up.refuse_committed()
    if link:
        Path(name).symlink_to("/usr")
    else:
        Path(name, "bin").mkdir(parents=True)
        Path(name, "bin/inforce").write_text("#!/bin/sh\n", encoding="utf-8")
    set_up.refuse_committed()
    subprocess.run(["git", "add", "-f", name], check=True)
    with pytest.raises(SystemExit, match="git rm"):
        set_up.refuse_committed()


@pytest.mark.parametrize("works", [True, False])
def test_an_environment_of_another_folder_is_used_and_never_emptied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, works: bool
) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "made-at").write_text("/another/folder")
    here = tmp_path / "here"
    here.mkdir()
    (here / ".venv").symlink_to(theirs)
    monkeypatch.chdir(here)
    monkeypatch.setattr(set_up, "works", lambda _: works)
    monkeypatch.setattr(set_up, "make_venv", lambda: pytest.fail("it would be emptied"))
    if works:
        set_up.set_up(tests=True, latest=False)
    else:
        with pytest.raises(SystemExit, match="remove the link"):
            set_up.set_up(tests=True, latest=False)
    assert [path.name for path in theirs.iterdir()] == ["made-at"]


def test_a_change_of_what_is_pinned_installs_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").write_text("a", encoding="utf-8")
    Path("constraints.txt").write_text("b", encoding="utf-8")
    before = set_up.state()
    assert set_up.state() == before
    Path("constraints.txt").write_text("c", encoding="utf-8")
    assert set_up.state() != before


def test_a_chromium_that_only_pretends_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ubuntu's package is a script that says to install something else."""
    pretender = tmp_path / "chromium"
    pretender.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    pretender.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(pretender))
    assert chromium.find() is None
    pretender.write_text("#!/bin/sh\necho Chromium 1\n", encoding="utf-8")
    assert chromium.find() == pretender


@pytest.mark.parametrize(
    ("said", "arguments", "installed", "code"),
    [
        (["libatomic.so.1 is missing", ""], ["--install"], [("libatomic1",)], 0),
        (["libatomic.so.1 is missing", "still"], ["--install"], [("libatomic1",)], 1),
        (["libatomic.so.1 is missing"], [], [], 1),
        ([""], ["--install"], [], 0),
    ],
)
def test_what_drives_the_browser_is_made_to_start_too(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    said: list[str],
    arguments: list[str],
    installed: list[tuple[str, ...]],
    code: int,
) -> None:
    """A small Debian lacks a library that Playwright's driver needs."""
    answers, asked = iter(said), []

    def install(*names: str) -> bool:
        asked.append(names)
        return True

    monkeypatch.setattr(chromium, "driver_fails", lambda: next(answers))
    monkeypatch.setattr(chromium, "install_packages", install)
    monkeypatch.setattr(chromium, "find", lambda: Path("/usr/bin/chromium"))
    monkeypatch.setattr(sys, "argv", ["chromium", *arguments])
    assert chromium.main() == code
    assert asked == installed
    told = capsys.readouterr().err
    assert ("apt-get install libatomic1" in told) == bool(code)
    assert (said[-1] in told) or not code


@pytest.mark.parametrize(
    ("arguments", "asked", "code"),
    [(["--install"], [("fonts-dejavu-core",)], 0), ([], [], 1)],
    ids=["installed", "told how"],
)
@pytest.mark.skipif(sys.platform != "linux", reason="a font configuration has no effect here")
def test_the_fonts_that_layout_is_tested_with_are_installed_or_asked_for(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    asked: list[tuple[str, ...]],
    code: int,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "system"))
    monkeypatch.setenv("HOME", str(tmp_path))
    installed: list[tuple[str, ...]] = []
    folder = tmp_path / "system/fonts/truetype"

    def install(*names: str) -> bool:
        installed.append(names)
        for name in (*fonts.NEEDED, "Other.otf", "README"):
            (folder / name).write_bytes(b"")
        return True

    folder.mkdir(parents=True)
    monkeypatch.setattr(fonts, "install_packages", install)
    monkeypatch.setattr(sys, "argv", ["fonts", *arguments])
    assert fonts.main() == code
    assert installed == asked
    assert set(fonts.dejavu()) == (set(fonts.NEEDED) if asked else set())
    assert [path.name for path in fonts.others()] == (["Other.otf"] if asked else [])
    assert ("apt-get install fonts-dejavu-core" in capsys.readouterr().err) == bool(code)


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_every_package_of_npm_is_pinned_by_its_digest_and_no_registry_is_named() -> None:
    wanted = json.loads((npm.WANTED / "package.json").read_bytes())
    lock = json.loads((npm.WANTED / "package-lock.json").read_bytes())
    listed = lock["packages"]
    assert listed[""]["dependencies"] == wanted["dependencies"]
    for name, asked in wanted["dependencies"].items():
        assert listed[f"node_modules/{name}"]["version"] == asked, "a version, not a range"
    for place, package in listed.items():
        assert place == "" or package["integrity"].startswith("sha512-"), place
        assert "resolved" not in package, place


def test_what_npm_has_installed_is_what_is_wanted_to_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(npm, "INSTALLED", tmp_path)
    monkeypatch.setattr(npm, "MODULES", tmp_path / "node_modules")
    assert not npm.is_installed()
    for name in npm.FILES:
        shutil.copy(npm.WANTED / name, tmp_path)
    assert not npm.is_installed(), "npm has not come to the end"
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules/.package-lock.json").touch()
    assert npm.is_installed()
    (tmp_path / "package-lock.json").write_text("{}")
    assert not npm.is_installed(), "something else is wanted now"


def test_it_is_said_where_npm_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(npm, "INSTALLED", tmp_path / "npm")
    monkeypatch.setattr(npm, "CI", ("no-such-command",))
    assert npm.main() == 1
    assert "no-such-command" in capsys.readouterr().err


def packages(place: Path, *known: str) -> None:
    """An `apt-get` and a `dpkg-deb` that have these packages, each with a program of its name."""
    apt = f"""#!/bin/sh
test "$2" = download || exit 0
case " {" ".join(known)} " in *" $3 "*) echo > "$3.deb" ;; *) exit 100 ;; esac
"""
    unpack = '#!/bin/sh\nmkdir -p "$3/usr/sbin" && cp "$2" "$3/usr/sbin/$(basename "$2" .deb)"\n'
    for name, text in (("apt-get", apt), ("dpkg-deb", unpack)):
        (place / name).write_text(text)
        (place / name).chmod(0o755)


@pytest.mark.parametrize("lacks", ["", "caddy"])
def test_servers_are_unpacked_and_what_is_not_to_be_had_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lacks: str
) -> None:
    monkeypatch.setattr(servers, "UNPACKED", tmp_path / "servers")
    monkeypatch.setattr(servers, "DONE", tmp_path / "servers/unpacked")
    monkeypatch.setattr(servers, "LOG", tmp_path / "log")
    monkeypatch.setattr(servers, "administrator", list)  # nothing is put before a command
    packages(tmp_path, *{names[-1] for names in servers.PACKAGES} - {lacks})
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert servers.main() == 0
    assert (servers.program("nginx") or Path()).is_file()
    assert servers.DONE.is_file() is not bool(lacks), "what lacks is tried again the next time"
    assert (f"{lacks}: not to be had" in capsys.readouterr().out) is bool(lacks)


def test_without_debians_packages_there_are_no_servers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers, "UNPACKED", tmp_path / "servers")
    monkeypatch.setattr(servers, "DONE", tmp_path / "servers/unpacked")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert servers.main() == 0
    assert servers.program("nginx") is None

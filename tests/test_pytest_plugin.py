"""The plugin as an application meets it: small projects, made of the code in the handbook's page, each with a pytest of
its own, run with the package as it is installed."""

from __future__ import annotations

import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built.building import ROOT
from tests.sources import Changes, change

PAGE = (ROOT / "docs" / "developers" / "tests.md").read_text("utf-8")
FILES = {name: code for code, name in re.findall(r"^```\w+\n(# (\S+)\n.*?)^```", PAGE, re.DOTALL | re.MULTILINE)}
"""The files that the page shows, by the names in their first lines."""
NOW = "2026-11-23T12:00:00+00:00"
LATER = "2027-03-01T12:00:00+00:00"
"""When version 5 of the example company's policy is in force."""


def pytest_in(place: Path, *arguments: str, code: int) -> str:
    """What pytest says in a project; it must end with this code."""
    without = (f"-pno:{plugin}" for plugin in ("cacheprovider", "hypothesispytest", "xdist"))  # which take long to load
    command = [sys.executable, "-m", "pytest", *without, "-W", "error", *arguments]
    # Python takes a module for the same where only its words changed, in the same second and to the same length.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def application(place: Path, site: Path, *names: str, changes: Changes | None = None) -> Path:
    """A project with these files of the page, and with a copy of a site's published files."""
    shutil.copytree(site / "api", place / "vendor" / "policy" / "api")
    change(place, {name: FILES[name] for name in names})
    change(place, {"pyproject.toml": FILES["pyproject.toml"], **(changes or {})})
    return place


def test_the_page_shows_the_files_that_are_run_here() -> None:
    run = {"pyproject.toml", "pull_policy.py", "accounts.py", "test_accounts.py", "shop.py", "test_cookies.py"}
    assert run | {"shop/mailing.py", "test_recipients.py", "test_newsletter.py"} == FILES.keys()


ACCOUNTS = ("accounts.py", "test_accounts.py")
COOKIES = ("shop.py", "test_cookies.py")
RECIPIENTS = ("shop/mailing.py", "test_recipients.py")


def test_accounts_are_kept_no_longer_than_promised(tmp_path: Path, example_site: Path) -> None:
    place = application(tmp_path, example_site, *ACCOUNTS, "test_newsletter.py")
    assert "3 passed" in pytest_in(place, "--inforce-at", NOW, code=0)
    change(place, {"accounts.py": FILES["accounts.py"].replace("2 * 365", "800")})
    said = pytest_in(place, "--inforce-at", NOW, "test_accounts.py", code=1)
    assert "2 failed" in said
    assert "assert datetime.timedelta(days=800) <= P2Y (730 to 731 days)" in said
    assert f"policy = <policy privacy at {NOW}>" in said
    change(place, {"accounts.py": FILES["accounts.py"].replace("2 * 365", "731")})
    said = pytest_in(place, "--inforce-at", NOW, "test_accounts.py", code=1)
    assert "Incomparable: Which is longer, P2Y (730 to 731 days) or 731 days, depends on the day" in said


def test_what_a_coming_version_says_fails_before_it_is_in_force(tmp_path: Path, example_site: Path) -> None:
    """Version 5 keeps logs for three months, in the place of six."""
    test = """
        from datetime import timedelta

        def test_now(policy):
            assert timedelta(days=180) <= policy.now.retention["logs"].keep

        def test_then(policy):
            assert timedelta(days=180) <= policy.on("2027-03-01").retention["logs"].keep
    """
    code = "\n".join(line.removeprefix(" " * 8) for line in test.splitlines())
    place = application(tmp_path, example_site, changes={"test_logs.py": code})
    said = pytest_in(place, "--inforce-at", NOW, code=1)
    assert "1 failed, 1 passed" in said
    assert "<= P3M (89 to 92 days)" in said
    assert "2 failed" in pytest_in(place, "--inforce-at", LATER, code=1)


def test_cookies_are_in_the_policy_and_wait_for_consent(tmp_path: Path, example_site: Path) -> None:
    place = application(tmp_path, example_site, *COOKIES)
    assert "2 passed" in pytest_in(place, "--inforce-at", NOW, code=0)
    change(place, {"shop.py": FILES["shop.py"].replace('["marram_session"]', '["sid"]')})
    said = pytest_in(place, "--inforce-at", NOW, code=1)
    assert 'NotNamed: privacy, version 4 (en) names no cookie of type cookie "sid".' in said
    change(place, {"shop.py": FILES["shop.py"].replace('environ["session"]["agreed"]', "True")})
    assert "AssertionError: _ms_visit_2027" in pytest_in(place, "--inforce-at", NOW, code=1)


def test_whoever_is_called_is_named(tmp_path: Path, example_site: Path) -> None:
    place = application(tmp_path, example_site, *RECIPIENTS)
    assert "3 passed" in pytest_in(place, "--inforce-at", NOW, code=0)
    later = pytest_in(place, "--inforce-at", LATER, code=1)  # another company sends the letters then
    assert "assert 'larkmail' in <recipients of privacy, version 5 (en): hosting, post, tidewire, inspectors>" in later
    change(place, {"shop/maps.py": 'TILES = "https://tiles.example/{z}"\n'})
    assert "whose is tiles.example?" in pytest_in(place, "--inforce-at", NOW, code=1)


@pytest.fixture
def served(example_site: Path) -> Iterator[str]:
    """The address of the example company's site on this machine."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(example_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def test_a_copy_that_the_page_shows_how_to_take(tmp_path: Path, served: str) -> None:
    names = ("pyproject.toml", "pull_policy.py", *RECIPIENTS)
    change(tmp_path, {name: FILES[name] for name in names})
    subprocess.run([sys.executable, "pull_policy.py", served, "vendor/policy"], cwd=tmp_path, check=True)
    assert "3 passed" in pytest_in(tmp_path, "--inforce-at", NOW, code=0)


ASKS = {"test_it.py": "def test_it(policy):\n    assert policy.now.version\n"}
NAMED = {
    "test_it.py": "def test_it(policy_named):\n    assert policy_named('terms').now.policy == 'terms'\n",
}


@pytest.mark.parametrize(
    ("settings", "files", "message"),
    [
        ("", ASKS, "needs to know where the policy is"),
        ('inforce_policy = "https://legal.example.org/"', ASKS, "is an address: https://legal.example.org/"),
        ('inforce_policy = "elsewhere"', ASKS, "elsewhere holds no copy of a policy"),
        ('inforce_policy = "vendor/policy"', ASKS, "There are several policies: privacy, terms"),
    ],
)
def test_what_is_not_set_right_is_told_plainly(
    tmp_path: Path, example_site: Path, settings: str, files: Changes, message: str
) -> None:
    place = application(tmp_path, example_site, changes=files)
    change(place, {"pyproject.toml": f"[tool.pytest.ini_options]\n{settings}\n"})
    said = pytest_in(place, code=1)
    assert message in said
    assert "Traceback" not in said
    assert "another exception" not in said


@pytest.mark.parametrize("given", ["2027-03-01", "2027-03-01T12:00:00", "soon"])
def test_now_is_an_instant(tmp_path: Path, given: str) -> None:
    change(tmp_path, {"pyproject.toml": "[tool.pytest.ini_options]\n", **ASKS})
    said = pytest_in(tmp_path, "--inforce-at", given, code=4)
    assert f'inforce_at is "{given}"; write an instant with its offset' in said


def test_the_folder_is_seen_from_where_it_is_named(tmp_path: Path, example_site: Path) -> None:
    place = application(tmp_path, example_site, changes={f"tests/{name}": code for name, code in NAMED.items()})
    assert "1 passed" in pytest_in(place / "tests", code=0)  # as in the configuration file
    change(place, {"pyproject.toml": "[tool.pytest.ini_options]\n"})
    assert "1 passed" in pytest_in(place / "tests", "--inforce-policy=../vendor/policy", code=0)
    assert "1 passed" in pytest_in(place, "--inforce-policy=vendor/policy", code=0)


def test_a_project_of_inforce_is_read_as_well(tmp_path: Path) -> None:
    change(tmp_path, {"pyproject.toml": '[tool.pytest.ini_options]\ninforce_policy_id = "privacy"\n', **ASKS})
    assert "1 passed" in pytest_in(tmp_path, f"--inforce-policy={ROOT / 'examples'}", "--inforce-at", NOW, code=0)


def test_the_clock_is_read_where_nobody_says_what_is_now(tmp_path: Path, example_site: Path) -> None:
    test = "from datetime import UTC, datetime\n\ndef test_it(policy):\n    assert policy.at <= datetime.now(UTC)\n"
    place = application(tmp_path, example_site, changes={"test_it.py": test})
    assert "1 passed" in pytest_in(place, code=0)


def test_it_loads_nothing_before_a_test_asks() -> None:
    """pytest loads it at every start of every project; then it may cost next to nothing."""
    program = """
        import json, sys, pytest
        before = set(sys.modules)
        import inforce.pytest_plugin
        print(json.dumps(sorted(set(sys.modules) - before)))
    """
    code = "\n".join(line.strip() for line in program.splitlines())
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == ["inforce", "inforce.pytest_plugin"]


def test_a_copy_is_read_without_what_makes_sites(tmp_path: Path, example_site: Path) -> None:
    test = """
        import sys

        def test_it(policy):
            assert policy.now.version
            for name in ("mkdocs", "markdown", "jinja2", "git", "click", "inforce.project", "inforce.site"):
                assert name not in sys.modules
    """
    code = "\n".join(line.removeprefix(" " * 8) for line in test.splitlines())
    place = application(tmp_path, example_site, changes={"test_it.py": code})
    assert "1 passed" in pytest_in(place, code=0)

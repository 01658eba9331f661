"""`inforce serve` as a process of its own, on a real port, seen by a real browser."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from threading import Thread
from typing import IO
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser

from tests.built.building import ROOT
from tests.patience import PATIENCE, soon
from tests.sources import change, good, project

RETENTION = "policy_src/privacy/en/retention.md"
DRAFT = "en/privacy/draft/"


@dataclass(kw_only=True)
class Serving:
    """A running `inforce serve`, and what it has said."""

    process: subprocess.Popen[str]
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    readers: list[Thread] = field(default_factory=list)

    def listen(self, stream: IO[str], into: list[str]) -> None:
        reader = Thread(target=lambda: into.extend(iter(stream.readline, "")), daemon=True)
        reader.start()
        self.readers.append(reader)

    def said(self, pattern: str) -> re.Match[str]:
        """The first line on stdout that holds the pattern; waits for it."""
        soon(lambda: self.found(pattern) or self.process.poll() is not None, f"no {pattern!r} in {self.out} {self.err}")
        found = self.found(pattern)
        assert found, (self.out, self.err)
        return found

    def found(self, pattern: str) -> re.Match[str] | None:
        return next((match for line in list(self.out) if (match := re.search(pattern, line))), None)

    def has_ended_whole(self) -> bool:
        """Whether it has ended, and all that it started: nobody holds its output any more. Waits for it."""
        for reader in self.readers:
            reader.join(PATIENCE)
        return not any(reader.is_alive() for reader in self.readers)

    @property
    def root(self) -> str:
        return self.said(r"The site is at (http://\S+/) ")[1]

    def get(self, path: str) -> tuple[int, Message, str]:
        """Status, headers and text of a page."""
        try:
            with urlopen(Request(self.root + path)) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except HTTPError as refused:
            return refused.code, refused.headers, refused.read().decode()


def free_port() -> int:
    """A port that is free now. Another program may take it before `serve` does, which then takes the next one: no test
    is about this number."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        found: int = probe.getsockname()[1]
        return found


def _heeds_interrupts() -> None:
    """Whoever runs the tests in the background of a shell has them ignore it, and what they start too (POSIX, 2.11)."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def serving(place: Path, *options: str, port: int | None = None, under: tuple[str, ...] = ()) -> Iterator[Serving]:
    command = [*under, sys.executable, "-m", "inforce", "--project", str(place), "serve", *options]
    process = subprocess.Popen(
        [*command, "--port", str(port or free_port())],
        env={**os.environ, "TMPDIR": str(place.parent)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heeds_interrupts,
        process_group=0,
    )
    served = Serving(process=process)
    assert process.stdout is not None
    assert process.stderr is not None
    served.listen(process.stdout, served.out)
    served.listen(process.stderr, served.err)
    try:
        yield served
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert served.has_ended_whole()
        process.stdout.close()
        process.stderr.close()
    assert "Traceback" not in "".join(served.err + served.out)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return project(tmp_path)


def test_it_says_where_the_site_and_the_proposed_text_are(place: Path) -> None:
    with serving(place) as served:
        assert served.get(DRAFT)[0] == 200
        assert served.root + DRAFT in served.said("privacy: the proposed text: (.*)")[1]
        assert served.get("no/such/page/")[0] == 404
        assert served.get(DRAFT.rstrip("/"))[2] == served.get(DRAFT)[2]
    with serving(place, "--no-drafts") as served:
        assert served.get(DRAFT)[0] == 404
        assert served.get("en/privacy/")[0] == 200


def test_nothing_but_the_site_is_served(place: Path) -> None:
    with serving(place) as served:
        for path in ("../../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", ".inforce-site", "en//privacy/", "a%00b"):
            assert served.get(path)[0] == 404, path


def test_a_taken_port_gives_way_to_a_free_one(place: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with serving(place, port=port) as served:
            assert served.said(f"Port {port} is taken")
            assert f":{port}/" not in served.root
            assert served.get(DRAFT)[0] == 200


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_whole(place: Path, number: signal.Signals) -> None:
    with serving(place) as served:
        assert served.get(DRAFT)[0] == 200
        scratch = list(place.parent.glob(f"inforce-serve-{served.process.pid}-*"))
        assert len(scratch) == 1
        served.process.send_signal(number)
        assert served.process.wait(PATIENCE) == 0
        assert not scratch[0].exists()
        assert served.has_ended_whole()


def test_killed_it_leaves_no_process_and_the_next_one_clears_its_folder(place: Path) -> None:
    with serving(place) as served:
        assert served.get(DRAFT)[0] == 200
        served.process.kill()
        served.process.wait()
        (scratch,) = place.parent.glob(f"inforce-serve-{served.process.pid}-*")
        assert served.has_ended_whole()
    with serving(place) as served:
        assert served.get(DRAFT)[0] == 200
        assert not scratch.exists()


def test_it_ends_with_the_make_that_started_it(place: Path) -> None:
    shell = 'MAKELEVEL=1 "$@" & wait'
    with serving(place, under=("sh", "-c", shell, "sh")) as served:
        assert served.get(DRAFT)[0] == 200
        served.process.kill()
        served.process.wait()
        assert served.has_ended_whole()


def test_an_edit_is_shown_and_an_error_is_told_while_the_last_good_site_stays(place: Path) -> None:
    with serving(place) as served:
        assert "Plainer" not in served.get(DRAFT)[2]
        change(place, {RETENTION: good(RETENTION) + "\nPlainer words.\n"})
        soon(lambda: "Plainer words" in served.get(DRAFT)[2], "the edit is not shown")
        change(place, {RETENTION: good(RETENTION) + "\nquoted <b>\n"})
        soon(lambda: any("Not built." in line for line in served.err), "the error is not told")
        assert any(f"{RETENTION}:5" in line for line in served.err), served.err
        assert "Plainer words" in served.get(DRAFT)[2]
        change(place, {RETENTION: good(RETENTION) + "\nMended words.\n"})
        soon(lambda: "Mended words" in served.get(DRAFT)[2], "the mended text is not shown")


def test_a_source_that_is_wrong_from_the_start_is_waited_for(place: Path) -> None:
    change(place, {RETENTION: good(RETENTION) + "\nquoted <b>\n"})
    with serving(place) as served:
        assert served.get(DRAFT)[0] == 503
        change(place, {RETENTION: good(RETENTION)})
        soon(lambda: served.get(DRAFT)[0] == 200, "the mended site is not shown")


def test_the_files_for_other_sites_have_the_headers_that_the_developers_page_asks_for(place: Path) -> None:
    page = (ROOT / "docs/developers/index.md").read_text("utf-8")
    name, value = re.search(r"\| `/api/`, `/embed/` \| `([A-Za-z-]+): ([^`]+)`", page).groups()  # type: ignore[union-attr]
    with serving(place) as served:
        for path, kind in (
            ("api/v1/index.json", "application/json"),
            ("api/v1/schema/index.schema.json", "application/json"),
            (DRAFT, "text/html; charset=utf-8"),
            ("assets/inforce.css", "text/css; charset=utf-8"),
            ("assets/inforce.js", "text/javascript; charset=utf-8"),
            ("sitemap.xml", "application/xml"),
        ):
            status, headers, _ = served.get(path)
            assert (status, headers["Content-Type"]) == (200, kind), path
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers[name] == (value if path.startswith("api/") else None), path


def test_a_page_of_another_origin_reads_the_json_and_nothing_else(place: Path, chromium: Browser) -> None:
    with serving(place) as served, serving(place) as other:
        page = chromium.new_page()
        page.goto(other.root + "handbook/")  # a page without a Content-Security-Policy of its own
        fetched = (
            "url => fetch(url).then(answer => answer.json()).then(index => index.policies.length, () => 'refused')"
        )
        assert page.evaluate(fetched, served.root + "api/v1/index.json") == 1
        read = "url => fetch(url).then(answer => answer.text(), () => 'refused')"
        assert page.evaluate(read, served.root + DRAFT) == "refused"
        page.close()


def test_an_open_page_shows_an_edit_by_itself(place: Path, chromium: Browser) -> None:
    with serving(place) as served:
        page = chromium.new_page()
        wrong: list[str] = []
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.goto(served.root + DRAFT)
        change(place, {RETENTION: good(RETENTION) + "\nPlainer words.\n"})
        page.get_by_text("Plainer words.").wait_for(timeout=PATIENCE * 1000)
        assert wrong == []
        page.close()

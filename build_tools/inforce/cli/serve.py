"""`inforce serve`: the site on this machine, built again as its source is edited.

All happens in one process: when it ends, in whatever way, nothing stays behind on the port.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import click

from inforce.cli.build import make_site
from inforce.cli.local_site import LocalSite, on_a_free_port
from inforce.cli.messages import ends_politely, tell
from inforce.cli.outcome import proposed
from inforce.errors import CannotContinue
from inforce.site.hosting.table import header_rules
from inforce.storage.tree import SOURCE

WATCHED = (SOURCE, "docs", "mkdocs.yml")
PAUSE = 0.3
"""Seconds between two looks at the source; an edit is taken up when two looks have seen the same."""
SCRATCH = "inforce-serve-"
"""How the folder of a running `serve` begins, among the system's temporary ones; its process id follows."""
UNDER_MAKE = "MAKELEVEL"
"""The variable that make sets for what it starts."""
State = dict[str, tuple[int, int, int]]


@click.command()
@click.option("--drafts/--no-drafts", default=True, show_default=True, help="Show the proposed text too, as a draft.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Where to serve; where it is taken, the next port that is free.",
)
@click.pass_obj
@ends_politely
def serve(root: Path, drafts: bool, port: int) -> None:
    """Show the site in a browser, with the proposed text, and build it again as you edit."""
    try:
        with _ended_by_signals(), _scratch() as folder:
            site = on_a_free_port(port)
            try:
                _keep_showing(site, root, folder, drafts=drafts, wanted=port)
            finally:
                site.close()
    except KeyboardInterrupt:
        click.echo("Stopped.")


def _keep_showing(site: LocalSite, root: Path, folder: Path, *, drafts: bool, wanted: int) -> None:
    if site.server_port != wanted:
        click.echo(f"Port {wanted} is taken.")
    seen = _state(root)
    _make_and_show(site, root, folder, drafts=drafts)
    click.echo(f"The site is at {site.address} and is built again as you edit. Ctrl-C ends it.")
    while True:
        seen = _next_state(root, seen)
        _make_and_show(site, root, folder, drafts=drafts)


def _make_and_show(site: LocalSite, root: Path, folder: Path, *, drafts: bool) -> None:
    """Build into the one of two folders that is not shown, and show it; what is wrong is told, and the last good site
    stays."""
    gc.collect()  # what the last build left: of all commands, this one alone runs for days
    target = folder / ("b" if site.folder == folder / "a" else "a")
    try:
        made = make_site(root, target, drafts=drafts)
    except CannotContinue as stop:
        tell(stop.problems)
        click.echo(
            f"{_clock()}  Not built. {'The site stays as it was' if site.folder else 'Mend this first'}.", err=True
        )
        return
    except (OSError, click.ClickException) as wrong:
        click.echo(f"{_clock()}  Not built: {wrong}", err=True)
        return
    index = json.loads((target / "api/v1/index.json").read_bytes())
    site.show(target, urlsplit(index["base_url"]).path, header_rules(made.site.site.site.languages))
    lines = [*made.said.splitlines(), *(proposed(made.site, root=site.address) if drafts else ())]
    click.echo(f"{_clock()}  " + f"\n{' ' * 10}".join(lines))


def _next_state(root: Path, seen: State) -> State:
    """Wait until the source differs from what was seen, and stands still."""
    before = seen
    parent = os.getppid()
    while True:
        time.sleep(PAUSE)
        if UNDER_MAKE in os.environ and os.getppid() != parent:
            raise KeyboardInterrupt  # make was killed and could tell nobody
        state = _state(root)
        if state == before != seen:
            return state
        before = state


def _state(root: Path) -> State:
    """Every file that the site is made from: path to time, size and number. No symbolic link is followed."""
    found: State = {}
    waiting = [root / name for name in WATCHED]
    while waiting:
        path = waiting.pop()
        with suppress(OSError):
            about = path.lstat()
            found[str(path)] = (about.st_mtime_ns, about.st_size, about.st_ino)
            if path.is_dir() and not path.is_symlink():
                waiting.extend(path.iterdir())
    return found


@contextmanager
def _scratch() -> Iterator[Path]:
    """A folder for this process. Those of earlier ones that were killed are removed."""
    for left in Path(tempfile.gettempdir()).glob(f"{SCRATCH}*"):
        if not _runs(left.name.removeprefix(SCRATCH).partition("-")[0]):
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{SCRATCH}{os.getpid()}-")).resolve()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _runs(pid: str) -> bool:
    """Whether a process of this number runs (or may: what is no number is left alone)."""
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except (ValueError, OverflowError, PermissionError):
        return True
    return True


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """SIGTERM, and a terminal that is closed, end it as Ctrl-C does."""

    def stop(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _clock() -> str:
    return datetime.now().strftime("%H:%M:%S")

"""A Node to run scripts with: the one that Playwright's wheel brings along, so that a bare machine needs no other."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from urllib.parse import quote

import playwright

NODE = Path(playwright.__file__).parent / "driver" / ("node.exe" if os.name == "nt" else "node")


def node(
    script: Path, *arguments: str | Path, cwd: Path | None = None, at: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a script. What it prints is text. `at`: an instant at which its clock stands still."""
    clock = ["--import", f"data:text/javascript,Date.now=()=>Date.parse({quote(repr(at))})"] if at else []
    return subprocess.run(
        [NODE, *clock, script, *arguments],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

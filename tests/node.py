"""A Node to run scripts with: the one in a wheel, so that a bare machine needs no other."""

from __future__ import annotations

import subprocess
from pathlib import Path
from urllib.parse import quote

from build_tools.npm import NODE
from tests.built.building import AS_OF


def node(
    script: Path, *arguments: str | Path, cwd: Path | None = None, at: str = AS_OF
) -> subprocess.CompletedProcess[str]:
    """Run a script. What it prints is text. `at`: the instant at which its clock stands still."""
    clock = ["--import", f"data:text/javascript,Date.now=()=>Date.parse({quote(repr(at))})"]
    return subprocess.run(
        [NODE, *clock, script, *arguments],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

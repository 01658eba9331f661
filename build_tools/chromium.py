"""Find a Chromium for the browser tests, and install one where there is none.

`python -m build_tools.chromium` prints its path; with `--install` it first gets one: Debian's package where this
user may install packages, else Playwright's own. The fonts that the tests need come with it (`fonts.py`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from build_tools import fonts
from build_tools.set_up import administrator, install_packages

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ON_A_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
NONE_FOUND = """\
No Chromium was found, and none could be installed. Any of these helps:
  - install Chromium or Google Chrome, so that `chromium` or `google-chrome` is on the PATH;
  - name one:  CHROMIUM=/path/to/chrome make test
  - as root, on Debian:  apt-get update && apt-get install chromium fonts-dejavu-core"""

NO_DRIVER = """\
Playwright, which drives the browser in the tests, does not start:
  {said}
On Debian and Ubuntu this helps:  sudo apt-get install {libraries}"""
LIBRARIES = ("libatomic1",)
"""What Playwright's driver needs and a small Debian lacks."""


def find() -> Path | None:
    """The Chromium to use: the one CHROMIUM names, one on the PATH, or the one Playwright has installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return Path(named) if works(Path(named)) else None
    return next((path for path in candidates() if works(path)), None)


def candidates() -> Iterator[Path]:
    """Where a Chromium may be, likeliest first."""
    for name in NAMES:
        if path := shutil.which(name):
            yield Path(path)
    yield from (path for path in map(Path, ON_A_MAC) if path.exists())
    ask = "from playwright.sync_api import sync_playwright as p\nwith p() as q: print(q.chromium.executable_path)"
    asked = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    if asked.returncode == 0 and Path(asked.stdout.strip()).is_file():
        yield Path(asked.stdout.strip())


def works(path: Path) -> bool:
    """Whether it starts: a package may leave a script behind that only says to install something else."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=300, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def install() -> Path | None:
    """Install a Chromium, as the system's package if possible, and return it."""
    print("Installing a Chromium for the browser tests …", flush=True)
    if install_packages("chromium") and (found := find()):
        return found
    # Playwright's own, with the libraries it needs where that is allowed.
    libraries = ["--with-deps"] if sys.platform == "linux" and administrator() is not None else []
    command = [sys.executable, "-m", "playwright", "install", *libraries, "chromium"]
    subprocess.run(command, stdin=subprocess.DEVNULL, check=False)
    return find()


def driver_fails() -> str:
    """What Playwright's driver says where it does not start; empty where it does."""
    asked = subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True, text=True)
    return (asked.stderr.strip() or "no reason given") if asked.returncode else ""


def main() -> int:
    """Print the path of a Chromium; 1 and a message where there is none, or nothing to drive it."""
    may_install = "--install" in sys.argv[1:]
    said = driver_fails()
    if said and may_install and install_packages(*LIBRARIES):
        said = driver_fails()
    if said:
        print(NO_DRIVER.format(said=said, libraries=" ".join(LIBRARIES)), file=sys.stderr)
        return 1
    found = find()
    if found is None and may_install and not os.environ.get("CHROMIUM"):
        found = install()
    if found is None:
        print(NONE_FOUND, file=sys.stderr)
        return 1
    print(f"Browser for the tests: {found}")
    return fonts.main()


if __name__ == "__main__":
    sys.exit(main())

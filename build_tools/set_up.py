"""Set up .venv for this project: `python3 build_tools/set_up.py [--tests] [--browser] [--latest]`.

Needs only the standard library; where Debian has left a part of it out, it gets that part if it may. It installs
when pyproject.toml, constraints.txt, the Python or the project's place have changed since the last time, and is done
at once otherwise. What pip and apt-get print goes into a log; its end is shown where something does not work.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VENV = Path(".venv")
LOG = ROOT / ".set_up.log"
"""What the programs that install have printed, this time."""
LAST_LINES = 15
"""Of the log, where something did not work."""
PYTHON = VENV / "bin" / "python"
CONSTRAINTS = "constraints.txt"
DEBIANS_PYTHON = Path("/usr/bin/python3")

NO_VENV = """\
This Python ({python}) cannot make a virtual environment: its 'ensurepip' module is missing.
On Debian and Ubuntu install it with:  sudo apt-get install {package}
Or name another Python:                make PYTHON=/path/to/python3 site"""


COMMITTED = """\
Setting up stopped: git tracks {path}. What is in it would run in the place of Inforce.
Take it out of the repository with:  git rm -r --cached .venv && rm -rf .venv"""


LINKED = """\
Setting up stopped: .venv is a link to the environment of another folder, which does not work.
Set it up there, or remove the link here:  rm .venv"""


def main() -> int:
    """Set up what the arguments ask for; 0 when it is there, 1 with a message when it cannot be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tests", action="store_true", help="what the checks and tests need, too")
    parser.add_argument(
        "--browser", action="store_true", help="what the tests of pages need, too: a Chromium, packages of npm, servers"
    )
    parser.add_argument("--latest", action="store_true", help="the latest versions, not those of constraints.txt")
    asked = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036 (an older Python may run this file)
        print(f"Inforce needs Python 3.11 or later; this is {sys.version.split()[0]}.", file=sys.stderr)
        print("Name another one:  make PYTHON=/path/to/python3.12 site", file=sys.stderr)
        return 1
    os.chdir(ROOT)
    try:
        set_up(tests=asked.tests, latest=asked.latest)
        if asked.browser:
            for part in (["build_tools.chromium", "--install"], ["build_tools.npm"], ["build_tools.servers"]):
                if code := subprocess.run([PYTHON, "-m", *part], check=False).returncode:
                    return code
    except subprocess.CalledProcessError as failed:
        command = " ".join(str(part) for part in failed.cmd)
        print(*read(LOG).splitlines()[-LAST_LINES:], sep="\n", file=sys.stderr)
        print(f"Setting up stopped: this did not work: {command}\nAll that it said is in {LOG.name}.", file=sys.stderr)
        return 1
    return 0


def set_up(*, tests: bool, latest: bool) -> None:
    """Make .venv and install into it. Raises CalledProcessError, or SystemExit with a message."""
    refuse_committed()
    if VENV.is_symlink():  # another folder's, and making it anew would empty that one
        if not works(PYTHON):
            raise SystemExit(LINKED)
        return
    stamp = VENV / ("installed-tests" if tests else "installed")
    wanted = state()
    if not latest and any(read(VENV / name) == wanted for name in {"installed-tests", stamp.name}):
        return
    LOG.unlink(missing_ok=True)
    print("Setting up .venv (the first time this takes a minute or two) …", flush=True)
    make_venv()
    pinned = ["--upgrade"] if latest else ["-c", CONSTRAINTS]
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--quiet", "install", *pinned]
    # What builds this project and the packages that come as source only; Python 3.12 and later bring no setuptools.
    run([*pip, "hatchling", "editables", "setuptools"])
    run([*pip, "--no-build-isolation", "--editable", ".[dev]" if tests else "."])
    # pip compiles what it installs, but not what stays in place; this spares some of every command's start.
    run([str(PYTHON), "-m", "compileall", "-q", "build_tools/inforce"])
    if not latest:
        stamp.write_text(wanted, encoding="utf-8")


def refuse_committed() -> None:
    """Refuse a .venv that came with the repository, in whatever case it is written. Raises SystemExit."""
    if not shutil.which("git"):
        return
    asked = ["git", "ls-files", "--", ":(icase).venv"]
    tracked = subprocess.run(asked, capture_output=True, text=True, errors="replace", check=False).stdout
    if tracked:
        raise SystemExit(COMMITTED.format(path=tracked.splitlines()[0]))


def run(command: list[str], **options: Any) -> None:
    """Run what installs, its output into the log. Raises CalledProcessError."""
    with LOG.open("ab") as log:
        log.write(f"$ {' '.join(command)}\n".encode())
        log.flush()
        subprocess.run(command, check=True, stdout=log, stderr=subprocess.STDOUT, **options)


def make_venv() -> None:
    """Make .venv, again where it was made somewhere else or its Python is gone."""
    made_at = VENV / "made-at"
    if works(PYTHON) and read(made_at) in (str(ROOT), ""):
        made_at.write_text(str(ROOT), encoding="utf-8")
        return
    if not has_ensurepip():
        package = f"python3.{sys.version_info.minor}-venv"  # Debian keeps this module apart
        debians = DEBIANS_PYTHON.exists() and DEBIANS_PYTHON.samefile(sys.executable)
        if not (debians and install_packages(package) and has_ensurepip()):
            raise SystemExit(NO_VENV.format(python=sys.executable, package=package))
    import venv

    venv.create(VENV, with_pip=True, clear=True, symlinks=os.name != "nt")
    made_at.write_text(str(ROOT), encoding="utf-8")


def has_ensurepip() -> bool:
    """Whether this Python can put pip into a virtual environment."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def install_packages(*names: str) -> bool:
    """Install packages of Debian's or Ubuntu's, if this user may without being asked; whether it worked."""
    sudo = administrator()
    if sudo is None or not shutil.which("apt-get"):
        return False
    print(f"Installing {', '.join(names)} by apt-get …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        for rest in (["update"], ["install", "-y", "--no-install-recommends", *names]):
            run([*sudo, "apt-get", "-qq", *rest], env=environment, stdin=subprocess.DEVNULL)
    except subprocess.CalledProcessError:
        print(*read(LOG).splitlines()[-LAST_LINES:], sep="\n", file=sys.stderr)
        return False
    return True


def administrator() -> list[str] | None:
    """What to put before a command to run it as root without a question; None if that cannot be."""
    if os.geteuid() == 0:
        return []
    asked = ["sudo", "-n", "true"]
    if shutil.which("sudo") and subprocess.run(asked, capture_output=True).returncode == 0:
        return ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive"]
    return None


def works(python: Path) -> bool:
    """Whether that Python starts, is recent enough, and has pip."""
    test = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([python, "-c", test], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def state() -> str:
    """A digest of all that the installation depends on."""
    digest = hashlib.sha256()
    for part in (Path("pyproject.toml").read_bytes(), Path(CONSTRAINTS).read_bytes(), str(ROOT).encode()):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def read(path: Path) -> str:
    """The text of a small file; empty where there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main())

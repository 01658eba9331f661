"""Get the web servers for whose sake the site brings files of headers: nginx, Caddy and Apache.

`python -m build_tools.servers` unpacks Debian's or Ubuntu's packages into `.venv/servers`. Installing them
would start services on ports of a developer's machine, and needs an administrator. Elsewhere the tests that need them
are left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from build_tools.set_up import LOG, ROOT, administrator

UNPACKED = ROOT / ".venv" / "servers"
PROGRAMS = {"nginx": "usr/sbin/nginx", "Caddy": "usr/bin/caddy", "Apache": "usr/sbin/apache2"}
PACKAGES: tuple[tuple[str, ...], ...] = (
    ("nginx",),
    ("caddy",),
    ("apache2-bin",),
    ("libapr1", "libapr1t64"),
    ("libaprutil1", "libaprutil1t64"),
)
"""Each by the names that it has had."""
DONE = UNPACKED / "unpacked"


def program(server: str) -> Path | None:
    """A server's program, where it was unpacked."""
    path = UNPACKED / PROGRAMS[server]
    return path if path.is_file() else None


def environment() -> Mapping[str, str]:
    """What a program is started with: the libraries that were unpacked beside it are found."""
    libraries = ":".join(str(path) for path in UNPACKED.glob("usr/lib/*-linux-gnu*"))
    return {"PATH": os.environ["PATH"], "LD_LIBRARY_PATH": libraries}


def main() -> int:
    """Unpack what there is; what there isn't is said, and is no failure."""
    if DONE.is_file() or not shutil.which("apt-get"):
        return 0
    print("Unpacking web servers for the tests …", flush=True)
    missing = [names[0] for names in PACKAGES if not any(map(unpack, names))]
    if missing and (sudo := administrator()) is not None:
        run([*sudo, "apt-get", "-qq", "update"])
        missing = [names[0] for names in PACKAGES if not any(map(unpack, names))]
    if missing:
        print(f"{', '.join(missing)}: not to be had; the tests that need them are left out. See {LOG.name}.")
        return 0
    DONE.touch()
    return 0


def unpack(package: str) -> bool:
    """Download a package and unpack it; whether that worked."""
    UNPACKED.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        if not run(["apt-get", "-qq", "download", package, "-o", "Acquire::Retries=5"], Path(folder)):
            return False
        return all(run(["dpkg-deb", "-x", str(file), str(UNPACKED)]) for file in Path(folder).glob("*.deb"))


def run(command: list[str], cwd: Path = ROOT) -> bool:
    """Whether a command ended well; what it says goes into the log."""
    with LOG.open("ab") as log:
        return subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=log, stderr=log).returncode == 0


if __name__ == "__main__":
    sys.exit(main())

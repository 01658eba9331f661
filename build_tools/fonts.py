"""Find the fonts that layout is tested with, DejaVu: what a bare Debian shows, and the widest of the common ones.

`python -m build_tools.fonts` prints where they are; with `--install` it first gets them, where they are missing and
this user may install packages.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from build_tools.set_up import install_packages

PACKAGE = "fonts-dejavu-core"
"""Debian's and Ubuntu's package of them."""
NEEDED = tuple(f"DejaVu{face}.ttf" for face in ("Sans", "Sans-Bold", "SansMono", "Serif", "Serif-Bold"))
ENDINGS = (".ttf", ".otf", ".ttc", ".otc", ".pfb", ".woff", ".woff2")
MISSING = f"""\
The DejaVu fonts were not found; the tests of layout on Linux need them (a bare Debian has no others).
On Debian and Ubuntu:  sudo apt-get install {PACKAGE}
Elsewhere, put {", ".join(NEEDED)} into ~/.local/share/fonts"""


def folders() -> Iterator[Path]:
    """Where fontconfig looks for fonts, as the freedesktop.org base directories have it."""
    home = Path.home()
    yield Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share") / "fonts"
    yield home / ".fonts"
    for folder in (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":"):
        yield Path(folder) / "fonts"


def installed() -> list[Path]:
    """Every font file of this machine, sorted."""
    found = (path for folder in dict.fromkeys(folders()) if folder.is_dir() for path in folder.rglob("*"))
    return sorted({path for path in found if path.suffix.lower() in ENDINGS})


def dejavu() -> dict[str, Path]:
    """The files of DejaVu by their names; empty where one that is needed is missing."""
    found = {path.name: path for path in installed() if path.name.startswith("DejaVu")}
    return {name: found[name] for name in NEEDED} if found.keys() >= set(NEEDED) else {}


def others() -> list[Path]:
    """The machine's fonts that are not DejaVu."""
    return [path for path in installed() if not path.name.startswith("DejaVu")]


def main() -> int:
    """Print where the fonts are; 1 and a message where they are missing, on Linux."""
    if sys.platform != "linux":
        print("Fonts for the tests: this machine's own; a configuration of their own has no effect here.")
        return 0
    if not dejavu() and "--install" in sys.argv[1:]:
        install_packages(PACKAGE)
    found = dejavu()
    if not found:
        print(MISSING, file=sys.stderr)
        return 1
    print(f"Fonts for the tests: {found[NEEDED[0]].parent}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

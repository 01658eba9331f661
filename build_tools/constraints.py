"""Write constraints.txt: every package this project needs, at the version that this environment holds.

Run by `make constraints`. Only what the project reaches is pinned, and no index is named.
"""

from __future__ import annotations

import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HEAD = """\
# Every version pinned, so that the same commit makes the same site everywhere.
# Written by `make constraints`; don't edit by hand.
"""


def reached(roots: tuple[Requirement, ...]) -> dict[str, Distribution]:
    """All installed distributions that these requirements lead to, by canonical name."""
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, str]] = set()
    todo = [(root.name, extra) for root in roots for extra in ("", *root.extras)]
    while todo:
        name, extra = todo.pop()
        key = (canonicalize_name(name), extra)
        if key in seen:
            continue
        seen.add(key)
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue  # needed on another system, or by another Python
        found[key[0]] = package
        for line in package.requires or ():
            needed = Requirement(line)
            if concerns(needed, extra):
                todo += [(needed.name, other) for other in ("", *needed.extras)]
    return found


def concerns(needed: Requirement, extra: str) -> bool:
    """Whether a package with that extra needs this, here or on any other system."""
    if needed.marker is None:
        return not extra
    if "extra" in str(needed.marker):
        return bool(extra) and needed.marker.evaluate({"extra": extra})
    return not extra


def main() -> int:
    """Write the file."""
    packages = reached(
        (Requirement("inforce[dev]"), Requirement("hatchling"), Requirement("editables"), Requirement("setuptools"))
    )
    del packages["inforce"]
    lines = [f"{name}=={package.version}\n" for name, package in sorted(packages.items())]
    Path("constraints.txt").write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"constraints.txt: {len(lines)} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main())

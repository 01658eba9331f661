"""Who wrote a record: Inforce, and in which version. Manifests and amendments keep it as `made_by`, "inforce 0.1.0"."""

from __future__ import annotations

import re

VERSION = "0.1.0"
"""This version of Inforce: three numbers; pyproject.toml takes it from here."""
WRITER = f"inforce {VERSION}"
"""What this version writes as `made_by`."""

EARLIER: tuple[str, ...] = ()
"""What every version before this one that wrote records has written, the oldest first; a new VERSION adds its own."""

_MADE_BY = re.compile(r"inforce (0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")


def is_known(made_by: str, writer: str = WRITER) -> bool:
    """Whether there ever was such a writer, as far as `writer`, this one, can know: a version that comes after it, or
    itself, or one before it that wrote records. Any other name is made up."""
    version, this = version_of(made_by), version_of(writer)
    if version is None or this is None:
        return False
    return version > this or made_by in (writer, WRITER, *EARLIER)


def version_of(made_by: str) -> tuple[int, int, int] | None:
    """The version that a writer names, for comparing: (0, 1, 0). None where that is no writer known to Inforce."""
    found = _MADE_BY.fullmatch(made_by)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None

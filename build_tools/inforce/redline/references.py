"""Links to headings of the same text. That a heading was renumbered is no change of where a link to it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.model.text import Target

_NUMBERED = re.compile(r"#\d{1,3}(?:[-._]\d{1,2})*[-._](?=[^\W\d_])")
"""How the address of a heading begins whose number is part of it: "#9-prohibited-conduct"."""
_NO_PART = re.compile(r"[^\w\s.-]")


def is_inside(target: Target | None) -> bool:
    """Whether a link leads to a place of the same text."""
    return target is not None and target.scheme == "other" and target.value.startswith("#")


def renumbered(old: Target, new: Target, was: str | None, now: str | None) -> bool:
    """Whether two links lead to a heading of which the number alone is another. `was` and `now` are the numbers typed
    in their words, or of the items in which they stand."""
    if not is_inside(old) or not is_inside(new) or old.title != new.title:
        return False
    bare, bare_now = (_NUMBERED.sub("#", each.value) for each in (old, new))
    if bare == bare_now and old.value != bare and new.value != bare:
        return True
    return bool(was and now) and any(
        _numbered(a).sub(lambda _, b=b: b, old.value, count=1).casefold() == new.value.casefold()  # type: ignore[misc]
        for a, b in zip(_forms(was or ""), _forms(now or ""), strict=True)
    )


def _numbered(form: str) -> re.Pattern[str]:
    before = r"(?<!\d)" if form[:1].isdigit() else r"(?<![^\W_])"
    after = r"(?!\d)" if form[-1:].isdigit() else r"(?![0-9a-z])"
    return re.compile(f"{before}{re.escape(form)}{after}", re.IGNORECASE)


def _forms(number: str) -> Iterator[str]:
    """How a number stands in addresses: GitHub leaves its stops out, others set signs in their place."""
    bare = _NO_PART.sub("", number.casefold()).strip(" .-")
    yield from ("-".join(bare.replace(".", between).split()) for between in ("", "-", ".", "_"))

"""What is still open when a release or an amendment is made, and the reasons given for making it all the same.

A reason is given for a place, `--accept CODE:PLACE --because "…"`; or once for all that the last version had open
already and that has not changed since: whoever corrects an office need not wait for an authority's e-mail address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from inforce.model.version import Accepted
from inforce.reader.records.version import VersionRecords
from inforce.rules.states import OpenPoint, wherever

_TYPED = re.compile(r"(?P<code>[A-Za-z][0-9]{3}):(?P<place>[^:]+?)(?P<line>:[0-9]+)?(?::[0-9]+)?")
_SHORTEST = 120
"""Characters of a message where all that is open is listed."""


class WrongAcceptance(ValueError):
    """A reason was given for something else than what is open: the message says what is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """The reasons that were given, as typed."""

    places: tuple[tuple[str, str], ...] = ()
    """`CODE:PLACE` and why."""
    unchanged: str | None = None
    """Why for all that the last version had open already."""
    everything: str | None = None
    """Why for all that is open: of a version recorded as it was published, which nobody can mend any more."""


NO_REASONS = Reasons()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is open, divided by whether there is a reason for it."""

    accepted: tuple[Accepted, ...]
    left: tuple[OpenPoint, ...]
    unchanged: tuple[OpenPoint, ...]
    """Those of `left` that the last version had already."""


NOTHING_OPEN = Outcome(accepted=(), left=(), unchanged=())


def weigh(
    points: Sequence[OpenPoint],
    reasons: Reasons,
    *,
    earlier: Iterable[Accepted] = (),
    as_it_was: Callable[[OpenPoint], bool] = lambda _: True,
) -> Outcome:
    """Which open points have a reason. `earlier` are those that the last version accepted; `as_it_was` tells of a point
    whether all that its words do not quote is as it was then too.

    Raises WrongAcceptance for a reason that names nothing open, more than one place, or nothing that is left.
    """
    known = {(one.code, one.place, wherever(one.message)) for one in earlier}
    unchanged = {
        number
        for number, point in enumerate(points)
        if (*point.key, wherever(point.words)) in known and as_it_was(point)
    }
    why: dict[int, str] = {}
    for typed, because in reasons.places:
        named = [number for number in _named(typed, points) if number not in why]
        if not named:
            raise WrongAcceptance(f"--accept {typed}: that has a reason already.")
        why.update(dict.fromkeys(named, because))
    if reasons.unchanged is not None:
        if not unchanged - why.keys():
            raise WrongAcceptance(
                f"--accept-unchanged: nothing that needs a reason was open in the last version too.{_listed(points)}"
            )
        why = {**dict.fromkeys(unchanged, reasons.unchanged), **why}
    if reasons.everything is not None:
        why = {**dict.fromkeys(range(len(points)), reasons.everything), **why}
    left = [number for number in range(len(points)) if number not in why]
    return Outcome(
        accepted=tuple(_accepted(points[number], why[number]) for number in sorted(why)),
        left=tuple(points[number] for number in left),
        unchanged=tuple(points[number] for number in left if number in unchanged),
    )


def accepted_by(released: VersionRecords) -> tuple[Accepted, ...]:
    """What a version's records have accepted, its amendments' too."""
    return tuple(one for state in released.history for one in state.record.accepted)


def _accepted(point: OpenPoint, because: str) -> Accepted:
    return Accepted(code=point.problem.code, place=point.place, message=point.words, because=because)


def _named(typed: str, points: Sequence[OpenPoint]) -> list[int]:
    """The numbers of the points that `CODE:PLACE` names: all of this code in one section, or of one fact."""
    found = _TYPED.fullmatch(typed)
    if found is None:
        raise WrongAcceptance(f"--accept {typed}: write it as CODE:PLACE, such as T102:fr/retention.{_listed(points)}")
    code, place = found["code"].upper(), found["place"]
    line = int(found["line"][1:]) if found["line"] else None
    same = [
        (number, point)
        for number, point in enumerate(points)
        if point.problem.code == code and line in (None, point.problem.location.line)
    ]
    exact = [one for one in same if place == one[1].place]
    fitting = exact or [one for one in same if _fits(place, one[1])]
    places = {point.place for _, point in fitting}
    if not fitting:
        raise WrongAcceptance(
            f"--accept {typed}: nothing of that name is open; an error cannot be accepted.{_listed(points)}"
        )
    if len(places) > 1:
        raise WrongAcceptance(
            f"--accept {typed} could mean more than one place.{_listed([point for _, point in fitting])}"
        )
    return [number for number, _ in fitting]


def _fits(typed: str, point: OpenPoint) -> bool:
    """Whether a file's name, or its end, is what was typed; or a fact's path, its end, or what that fact belongs to."""
    file, fact = f"/{point.problem.location.file}", point.problem.about
    bare = re.sub(r"\.(?:md|yml)$", "", file)
    of_fact = fact == typed or fact.endswith(f".{typed}") or fact.startswith(f"{typed}.")
    return of_fact or any(name.endswith(f"/{typed}") for name in (file, bare))


def _listed(points: Sequence[OpenPoint]) -> str:
    """Open points, a line each, as they can be accepted."""
    if not points:
        return " Nothing is open."
    lines = dict.fromkeys(f"  {point.problem.code}:{point.place}  {_short(point.words)}" for point in points)
    return "\nThese are open:\n" + "\n".join(lines)


def _short(words: str) -> str:
    return words if len(words) <= _SHORTEST else f"{words[: _SHORTEST - 1]}…"

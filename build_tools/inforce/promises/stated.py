"""A part of a summary that answers for each of its members: the value, None where the policy says that there is none,
or an error that says why there is no answer."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from inforce.contract.since import minor
from inforce.promises.durations import CalendarDuration
from inforce.promises.errors import CannotRead, FactUnknown, NotNamed, NotRecorded, NotSaid
from inforce.promises.places import check, since


@dataclass(frozen=True, slots=True)
class SummaryText:
    """A summary as it was read: its members, and where it leaves something out."""

    name: str
    """What it is called in messages: "privacy, version 4 (en)"."""
    body: Mapping[str, Any]
    unknown: Mapping[str, str]
    """JSON Pointer to the reason."""
    none: frozenset[str]
    contract: str
    """The version of the contract that it was made by."""


def summary_text(body: Mapping[str, Any]) -> SummaryText:
    """A summary from its JSON. Raises CannotRead where it is none of the format that is known here."""
    if body.get("format") != "inforce-summary-1":
        raise CannotRead(f'This is no summary of the format "inforce-summary-1": {body.get("format")!r}.')
    return SummaryText(
        name=f"{body['policy']}, version {body['version']} ({body['language']})",
        body=body,
        unknown={each["pointer"]: each["reason"]["text"] for each in body["unknown"]},
        none=frozenset(body["none"]),
        contract=body["contract"],
    )


@dataclass(frozen=True, slots=True)
class Stated:
    """A part of a summary: the policy itself, a party, an entry. Each property is a member of the published summary;
    it may raise FactUnknown, NotSaid or NotRecorded."""

    whole: SummaryText
    pointer: str
    """Where it stands (RFC 6901)."""
    body: Mapping[str, Any]

    def value(self, path: str) -> Any:
        """What has no property here, as JSON: `value("lifetime/kind")` of a cookie, `value("liability/label/text")` of
        the policy. It answers as a property does: with an empty list or None where there is none.

        Raises NoSuchMember for a place that no summary can have.
        """
        found: Any = self.body
        steps = path.split("/")
        for count, step in enumerate(steps, start=1):
            if isinstance(found, list):
                found = found[int(step)] if step.isdecimal() and int(step) < len(found) else None
            else:
                found = found.get(step) if isinstance(found, Mapping) else None
            if found is None or found == []:
                check(f"{self.pointer}/{path}")
                self._explain("/".join(steps[:count]), ".".join(steps))
                break
        return found

    def _value(self, member: str, called: str | None = None) -> Any:
        """A member; `called` is what it is called here, where that isn't its name in the summary."""
        if member in self.body:
            return self.body[member]
        self._explain(member, called or member)
        return None

    def _explain(self, member: str, called: str) -> None:
        """Raises an error that says why a member has no value, unless there is none."""
        where, place = f"{self.pointer}/{member}", self._called(called)
        if where in self.whole.none:
            return
        if where in self.whole.unknown:
            reason = self.whole.unknown[where]
            raise FactUnknown(f"{place} isn't known. The policy's reason: “{reason}”", reason)
        if minor(came := since(where)) > minor(self.whole.contract):
            raise NotRecorded(
                f"{place} isn't recorded: it came with version {came} of the contract, and this summary is of version "
                f"{self.whole.contract}."
            )
        raise NotSaid(f"{place}: the policy doesn't say.{self._instead(member)}")

    def _text(self, member: str) -> str | None:
        """The words of a label."""
        label = self._value(member)
        return None if label is None else str(label["text"])

    def _string(self, member: str) -> str | None:
        value = self._value(member)
        return None if value is None else str(value)

    def _duration(self, member: str, called: str | None = None) -> CalendarDuration | None:
        value = self._value(member, called)
        return None if value is None else CalendarDuration.parse(value)

    def _ids(self, member: str) -> tuple[str, ...]:
        """What a list names; nothing where there is none. An empty one may be unknown, or not be said."""
        named = tuple(self.body.get(member, ()))
        if not named:
            self._explain(member, member)
        return named

    def _flag(self, member: str) -> bool | None:
        value = self._value(member)
        return None if value is None else bool(value)

    def _listing(self, member: str) -> SummaryText:
        """The summary, once it is known that a list of it has entries, or that there are none."""
        if not self.body.get(member):
            self._explain(member, member)
        return self.whole

    def _called(self, member: str) -> str:
        own = self.body.get("id") if self.pointer else None
        kind = self.pointer.strip("/").split("/")[0]
        place = f'{kind}["{own}"].' if own else f"{kind}." if kind else ""
        return f"{self.whole.name}: {place}{member}"

    def _instead(self, member: str) -> str:
        """What it says in the place of a member that it doesn't say, as a sentence after a space."""
        return ""

    def __repr__(self) -> str:
        own = self.body.get("id") if self.pointer else None
        kind = self.pointer.strip("/").split("/")[0]
        return f'<{kind}["{own}"] of {self.whole.name}>' if own else f"<{kind or 'policy'} of {self.whole.name}>"


Entry = TypeVar("Entry", bound=Stated)
_SHOWN = 8
"""How many entries are named where a test prints all of them."""


@dataclass(frozen=True, slots=True, repr=False)
class Entries(Mapping[str, Entry]):
    """The entries of one kind by their id, in the policy's order. Raises NotNamed for an id that isn't there."""

    whole: SummaryText
    kind: str
    """The member of the summary that lists them."""
    by_id: Mapping[str, Entry]

    @classmethod
    def of(cls, whole: SummaryText, kind: str, made: Callable[[SummaryText, str, Mapping[str, Any]], Entry]) -> Self:
        """The entries that a member of the summary lists."""
        listed: Sequence[Mapping[str, Any]] = whole.body.get(kind, ())
        made_of = {each["id"]: made(whole, f"/{kind}/{position}", each) for position, each in enumerate(listed)}
        return cls(whole, kind, made_of)

    def __getitem__(self, id_: str) -> Entry:
        try:
            return self.by_id[id_]
        except KeyError:
            raise NotNamed(f'{self.whole.name} names no {self.kind}["{id_}"].{self._known(id_)}') from None

    def __contains__(self, id_: object) -> bool:
        return id_ in self.by_id

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_id)

    def __len__(self) -> int:
        return len(self.by_id)

    def __repr__(self) -> str:
        shown = ", ".join([*self.by_id][:_SHOWN]) or "none"
        more = f" and {len(self.by_id) - _SHOWN} more" if len(self.by_id) > _SHOWN else ""
        return f"<{self.kind} of {self.whole.name}: {shown}{more}>"

    def _known(self, id_: str) -> str:
        close = difflib.get_close_matches(id_, self.by_id, n=1)
        meant = f' Did you mean "{close[0]}"?' if close else ""
        return f"{meant} It names: {', '.join(self.by_id) or 'none'}."

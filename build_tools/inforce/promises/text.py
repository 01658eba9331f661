"""What a policy says at one instant: one version in one language, as its published summary has it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from inforce.promises.durations import CalendarDuration
from inforce.promises.errors import NotNamed
from inforce.promises.parts import Act, Answer, Described, Party, Term
from inforce.promises.stated import Entries, Stated, summary_text


class KeptPeriod(Stated):
    """How long something is kept."""

    __slots__ = ()

    @property
    def label(self) -> str | None:
        """What is kept so long."""
        return self._text("label")

    @property
    def keep(self) -> CalendarDuration | None:
        """How long, as `keep:` of the source; None where the policy says that it isn't kept at all. NotSaid where
        criteria decide."""
        return self._duration("duration", "keep")

    @property
    def after(self) -> str | None:
        """The moment from which it counts, in words."""
        return self._text("after")

    @property
    def criteria(self) -> str | None:
        """What decides, where no duration does."""
        return self._text("criteria")

    def _instead(self, member: str) -> str:
        criteria = self.body.get("criteria") if member == "duration" else None
        return f" It gives criteria instead: “{criteria['text']}”" if criteria else ""


class Cookie(Stated):
    """A cookie or its like."""

    __slots__ = ()

    @property
    def name(self) -> str | None:
        """What the browser sees; None for what has no name, such as a pixel."""
        return self._string("name")

    @property
    def pattern(self) -> str | None:
        """A regular expression that the names meant match as a whole."""
        return self._string("pattern") if "pattern" in self.body else self.name  # which says why there is none

    def fits(self, name: str) -> bool:
        """Whether a name is one of those meant; not where the policy has no name for it."""
        pattern = self.body.get("pattern")
        return pattern is not None and re.fullmatch(pattern, name) is not None

    @property
    def type(self) -> str | None:
        """`cookie`, `local_storage`, `session_storage`, `indexeddb`, `cache`, `pixel` or `other`."""
        return self._string("type")

    @property
    def category(self) -> str | None:
        """The id of its category."""
        return self._string("category")

    @property
    def consent_required(self) -> bool:
        """Whether consent is needed before it is set. NotSaid where nothing says so: then ask."""
        return bool(self._value("consent_required"))

    @property
    def lifetime(self) -> CalendarDuration | None:
        """How long it lives; None where it ends with the session, lives until somebody deletes it, or keeps nothing
        at all: `lifetime_kind` tells which. NotSaid where it ends by itself, and the policy doesn't say when."""
        lifetime = self._value("lifetime")
        if (
            lifetime is not None
            and "duration" not in lifetime
            and lifetime.get("kind") not in ("session", "until_deleted")
        ):
            self._explain("lifetime/duration", "lifetime")
        return CalendarDuration.parse(lifetime["duration"]) if lifetime is not None and "duration" in lifetime else None

    @property
    def lifetime_kind(self) -> str | None:
        """`session`, `duration` or `until_deleted`; None where nothing is kept."""
        lifetime = self._value("lifetime")
        if lifetime is not None and "kind" not in lifetime:
            self._explain("lifetime/kind", "lifetime_kind")
        return str(lifetime["kind"]) if lifetime is not None else None

    @property
    def provider(self) -> str | None:
        """Who sets it, in words."""
        return self._text("provider")

    @property
    def recipient(self) -> str | None:
        """The id of who sets it among the recipients. NotSaid where it is the company itself."""
        return self._string("recipient")

    @property
    def party(self) -> str | None:
        """`first` or `third`."""
        return self._string("party")

    @property
    def opt_out(self) -> str | None:
        """How a visitor avoids it, in words."""
        return self._text("opt_out")

    @property
    def medium(self) -> str | None:
        """Where visitors meet it: `website`, `email`, `app` or `other`."""
        return self._string("medium")

    @property
    def policy(self) -> str | None:
        """The address of its own cookie policy."""
        return self._string("policy")

    @property
    def domains(self) -> tuple[str, ...]:
        """The domains for which it is set."""
        return self._ids("domains")

    @property
    def purposes(self) -> tuple[str, ...]:
        """The ids of its purposes."""
        return self._ids("purposes")

    @property
    def data(self) -> tuple[str, ...]:
        """The ids of the data in it."""
        return self._ids("data")

    @property
    def path(self) -> str | None:
        """Below which path it is sent."""
        return self._string("path")

    @property
    def http_only(self) -> bool | None:
        """Whether scripts can't read it."""
        return self._flag("http_only")

    @property
    def host_only(self) -> bool | None:
        """Whether it is sent to the very host that set it alone."""
        return self._flag("host_only")


class Cookies(Entries[Cookie]):
    """The cookies and their like, by id."""

    __slots__ = ()

    def named(self, name: str, type: str | None = None) -> tuple[Cookie, ...]:
        """Those of whose names this is one; of one type (`cookie`, `local_storage`), if given.

        Raises NotNamed where the policy has none; the message tells of those whose names nobody knows.
        """
        fitting = tuple(each for each in self.values() if each.fits(name) and type in (None, each.body.get("type")))
        if fitting:
            return fitting
        other = sorted({each.body.get("type", "unknown") for each in self.values() if each.fits(name)})
        kind = f" of type {type}" if type else ""
        elsewhere = f" It has one of type {', '.join(other)}." if other else ""
        nameless = [
            id_
            for id_, each in self.items()
            if not each.body.get("name") and f"{each.pointer}/name" not in self.whole.none
        ]
        unnamed = f" It knows no name of: {', '.join(nameless)}." if nameless else ""
        raise NotNamed(f'{self.whole.name} names no cookie{kind} "{name}".{elsewhere}{unnamed}')


class Recipient(Stated):
    """Who receives data, or a kind of recipients."""

    __slots__ = ()

    @property
    def name(self) -> str | None:
        """Its own name. NotSaid for a kind of recipients, which has a `label`."""
        return self._text("name")

    @property
    def label(self) -> str | None:
        """What kind of recipients it is."""
        return self._text("label")

    @property
    def role(self) -> str | None:
        """`processor`, `controller`, `joint-controller`, `authority` or `other`."""
        return self._string("role")

    @property
    def country(self) -> str | None:
        """Where it is (ISO 3166-1)."""
        return self._string("country")

    @property
    def privacy(self) -> str | None:
        """The address of its own privacy policy."""
        return self._string("privacy")

    @property
    def data(self) -> tuple[str, ...]:
        """The ids of the data that it receives."""
        return self._ids("data")

    @property
    def transfers(self) -> tuple[str, ...]:
        """The third countries to which data go (ISO 3166-1)."""
        countries = tuple(each["country"] for each in self.body.get("transfers", ()) if "country" in each)
        return countries or self._ids("transfers")

    @property
    def safeguards(self) -> tuple[str, ...]:
        """What the transfers rest on, of those whose safeguard is said: `adequacy`, `standard-clauses` and the like."""
        named = tuple(each["safeguard"] for each in self.body.get("transfers", ()) if "safeguard" in each)
        return named or self._ids("transfers")


class Purpose(Stated):
    """Why data are processed."""

    __slots__ = ()

    @property
    def label(self) -> str | None:
        """What it is called."""
        return self._text("label")

    @property
    def legal_basis(self) -> tuple[str, ...]:
        """What it rests on, each for itself: `GDPR-6-1-a` to `GDPR-6-1-f`, `GDPR-9-2-a` to `GDPR-9-2-j`, or one that
        begins with `x-`."""
        return self._ids("legal_basis")

    @property
    def interest(self) -> str | None:
        """The legitimate interest pursued."""
        return self._text("interest")

    @property
    def data(self) -> tuple[str, ...]:
        """The ids of the data used."""
        return self._ids("data")

    @property
    def recipients(self) -> tuple[str, ...]:
        """The ids of the recipients."""
        return self._ids("recipients")

    @property
    def retention(self) -> tuple[str, ...]:
        """The ids of the periods for which data are kept."""
        return self._ids("retention")


class Right(Stated):
    """A right of the people whose data they are."""

    __slots__ = ()

    @property
    def label(self) -> str | None:
        """What it is called."""
        return self._text("label")

    @property
    def when(self) -> str | None:
        """In which cases one has it, in words."""
        return self._text("when")

    @property
    def how(self) -> str | None:
        """How it is used, in words."""
        return self._text("how")

    @property
    def fee(self) -> str | None:
        """What it costs, where that is said of this right alone; None where it is free of charge."""
        return self._text("fee")

    @property
    def website(self) -> str | None:
        """A page that does it."""
        return self._string("website")

    @property
    def contacts(self) -> tuple[str, ...]:
        """Where to write, as JSON Pointers into the summary: "/controller/email"."""
        return self._ids("contacts")


@dataclass(frozen=True, slots=True, repr=False)
class PolicyText(Stated):
    """What a policy says: one version in one language. `body` is the whole summary, for what has no property here."""

    at: datetime
    """The instant that was asked about."""

    @property
    def policy(self) -> str:
        """The policy's id."""
        return str(self.body["policy"])

    @property
    def version(self) -> int:
        """The number of the version."""
        return int(self.body["version"])

    @property
    def revision(self) -> int:
        """The revision of the edition."""
        return int(self.body["revision"])

    @property
    def language(self) -> str:
        """The language of its words."""
        return str(self.body["language"])

    @property
    def consent_epoch(self) -> int:
        """Grows where consent must be asked again."""
        return int(self.body["consent_epoch"])

    @property
    def retention(self) -> Entries[KeptPeriod]:
        """How long data are kept, by id."""
        return Entries.of(self._listing("retention"), "retention", KeptPeriod)

    @property
    def cookies(self) -> Cookies:
        """The cookies and their like, by id."""
        return Cookies.of(self._listing("cookies"), "cookies", Cookie)

    @property
    def recipients(self) -> Entries[Recipient]:
        """Who receives data, by id."""
        return Entries.of(self._listing("recipients"), "recipients", Recipient)

    @property
    def purposes(self) -> Entries[Purpose]:
        """Why data are processed, by id."""
        return Entries.of(self._listing("purposes"), "purposes", Purpose)

    @property
    def rights(self) -> Entries[Right]:
        """The rights that the policy grants, by id."""
        return Entries.of(self._listing("rights"), "rights", Right)

    @property
    def controller(self) -> Party | None:
        """The company that answers for the data."""
        return self._party("controller")

    @property
    def representative(self) -> Party | None:
        """Its representative in the European Union; None where there is none."""
        return self._party("representative")

    @property
    def dpo(self) -> Party | None:
        """The data protection officer; None where the policy says that there is none."""
        return self._party("dpo")

    @property
    def authority(self) -> Party | None:
        """The authority to which one may complain."""
        return self._party("authority")

    @property
    def answer(self) -> Answer | None:
        """What holds for every request: the time to answer, the fee."""
        body = self._value("answer")
        return None if body is None else Answer(self.whole, "/answer", body)

    @property
    def law(self) -> Described | None:
        """The law that holds."""
        body = self._value("law")
        return None if body is None else Described(self.whole, "/law", body)

    @property
    def courts(self) -> Entries[Described]:
        """The courts that may decide, by id."""
        return Entries.of(self._listing("courts"), "courts", Described)

    @property
    def acts(self) -> Entries[Act]:
        """The laws and regulations that the text cites, by id."""
        return Entries.of(self._listing("acts"), "acts", Act)

    @property
    def terms(self) -> Entries[Term]:
        """What else the text states by a value of its own, by id: periods, amounts, numbers."""
        return Entries.of(self._listing("terms"), "terms", Term)

    @property
    def settlement(self) -> CalendarDuration | None:
        """How long the parties try to settle first."""
        return self._duration("settlement")

    @property
    def children_age(self) -> int | None:
        """The age from which personal data are collected."""
        age = self._value("children_age")
        return None if age is None else int(age)

    def _party(self, member: str) -> Party | None:
        body = self._value(member)
        return None if body is None else Party(self.whole, f"/{member}", body)


def policy_text(body: Mapping[str, Any], at: datetime) -> PolicyText:
    """What a summary says, at the instant asked about. Raises CannotRead."""
    whole = summary_text(body)
    return PolicyText(whole, "", whole.body, at)

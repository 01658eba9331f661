"""Rules for cookies: what a browser will not do, what readers would look for, what nobody has looked at for long,
and what says both that consent is asked and that it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from inforce.model.cookies import Cookie, CookieType, LifetimeKind, Party
from inforce.model.facts import Facts
from inforce.model.leaf import listed, told
from inforce.model.records import CONSENTS
from inforce.problems import Location, Problem, problem

LONGEST_DAYS = 400
"""Browsers keep no cookie longer, whatever its header says (RFC 6265bis, section 5.5)."""
Place = Callable[[tuple[str | int, ...]], Location]


def check_cookies(facts: Facts, place: Place, *, at: datetime | None) -> Iterator[Problem]:
    """F111 to F113 and F119, hints; F117, and F113 of a day to come, errors: they contradict themselves. `at` (aware)
    is the instant of the check; without it nothing is old."""
    for name, cookie in facts.cookies.items():
        where = ("cookies", name)
        yield from _lifetime(cookie, place((*where, "lifetime")))
        yield from _ends_otherwise(name, cookie, place((*where, "lifetime")))
        yield from _third_party(cookie, facts, place(where))
        yield from _verified(name, cookie, place((*where, "verified")), at)
        category, consented = told(cookie.category), set(CONSENTS) & {*listed(cookie.legal_basis)}
        if consented and facts.cookie_categories.consent_required(category) is False:
            yield problem("F117", place((*where, "legal_basis")), about=f"cookies.{name}", name=name, category=category)


def _lifetime(cookie: Cookie, where: Location) -> Iterator[Problem]:
    duration = told(cookie.lifetime.duration) if cookie.lifetime else None
    if told(cookie.type) is CookieType.COOKIE and duration and duration.nominal_seconds > LONGEST_DAYS * 86_400:
        yield problem("F111", where, lifetime=duration.words(), days=LONGEST_DAYS)


def _ends_otherwise(name: str, cookie: Cookie, where: Location) -> Iterator[Problem]:
    """F119: a browser ends each type in its own way, whatever the facts say."""
    if cookie.lifetime is None:
        return
    kind, duration = cookie.lifetime.kind, cookie.lifetime.duration
    nothing_kept = duration is not None and duration.none
    match told(cookie.type):
        case CookieType.PIXEL if kind is not None:
            message = f"{name} is a pixel, and a pixel keeps nothing on a device."
            remedy = "Write lifetime: none, and list the cookie that it sets, if any, as one of its own."
        case CookieType.SESSION_STORAGE if kind not in (None, LifetimeKind.SESSION):
            message = f"{name} is session storage, which ends when its tab is closed."
            remedy = "Write lifetime: session, or correct the type."
        case CookieType.LOCAL_STORAGE | CookieType.INDEXEDDB | CookieType.CACHE if kind is LifetimeKind.SESSION:
            message = f"{name} stays when the browser is closed, as all of this type does."
            remedy = "Write lifetime: until_deleted, or correct the type."
        case CookieType.PIXEL | CookieType.OTHER | None:
            return
        case _ if nothing_kept:
            message = f"{name} is kept on a device, and none says that nothing is."
            remedy = "Write how long: session, until_deleted, or a duration."
        case _:
            return
    yield problem("F119", where, message=message, remedy=remedy)


def _third_party(cookie: Cookie, facts: Facts, where: Location) -> Iterator[Problem]:
    recipient = facts.recipients.get(cookie.provider) if cookie.provider else None
    third = told(cookie.party) is Party.THIRD
    if not third or recipient is None or recipient.name is None or recipient.privacy is not None:
        return
    yield problem("F112", where, provider=cookie.provider)


def _verified(name: str, cookie: Cookie, where: Location, at: datetime | None) -> Iterator[Problem]:
    seen = cookie.verified
    if seen is not None and at is not None and (at.year - seen.year, at.month, at.day) > (1, seen.month, seen.day):
        yield problem("F113", where, "long ago", seen=seen.isoformat())

    # somewhere it is tomorrow already
    if seen is not None and at is not None and seen > at.date() + timedelta(days=1):
        yield problem("F113", where, "to come", about=f"cookies.{name}", seen=seen.isoformat())

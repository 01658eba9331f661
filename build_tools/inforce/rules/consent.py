"""Rules for what is asked before anything is kept on a reader's device: F118 where consent was needed, and is not now;
D125 where it is asked again; F113 where nobody has looked since another sets a cookie.

Whoever shows a banner reads it in the JSON (Directive 2002/58/EC, Article 5(3)). One line takes the question away, so
it is held to the version before, and somebody has to say why.
"""

from __future__ import annotations

from collections.abc import Iterator

from inforce.model.cookies import COMMON_CATEGORIES, Cookie
from inforce.model.facts import Facts
from inforce.model.leaf import told
from inforce.model.values import in_language
from inforce.model.version import ReleasedVersion
from inforce.problems import Location, Problem, problem
from inforce.reader.findings import quoted
from inforce.rules.facts import Places


def check_consent(known: Facts, facts: Facts, places: Places) -> Iterator[Problem]:
    """F118: each category that the facts of before (`known`) asked consent for and those of now do not, and each
    cookie that stands in another category and no longer needs it, or that the website no longer has."""
    was, now = known.cookie_categories, facts.cookie_categories
    for name in dict.fromkeys((*COMMON_CATEGORIES, *was.root)):
        if was.consent_required(name) is not False and now.consent_required(name) is False:
            exemption = now.root[name].exemption or {}
            yield _asked_no_more(f"cookie_categories.{name}.exemption", quoted(in_language(exemption, "en")), places)
    for name, cookie in facts.cookies.items():
        before = known.cookies.root.get(name)
        earlier, category = (told(each.category) if each else None for each in (before, cookie))
        if before is None or not before.on_website or was.consent_required(earlier) is False:
            continue
        if category != earlier and now.consent_required(category) is False:
            why = f"it was {earlier or 'in no category'}, and is {category}"
            yield _asked_no_more(f"cookies.{name}.category", why, places)
        elif not cookie.on_website:
            yield _asked_no_more(f"cookies.{name}.medium", f"it was on the website, and is in {cookie.medium}", places)


def check_looked_at(known: Facts, facts: Facts, places: Places) -> Iterator[Problem]:
    """F113 for a cookie that another provider sets now, and that was last looked at while the one before did."""
    for name, cookie in facts.cookies.items():
        before = known.cookies.root.get(name)
        if before is None or cookie.verified is None or cookie.verified != before.verified:
            continue
        if cookie.provider != before.provider:
            yield problem(
                "F113",
                places(("cookies", name, "verified")),
                "provider changed",
                verified=cookie.verified.isoformat(),
                before=before.provider or "the controller",
                now=cookie.provider or "the controller",
            )


_CONSENTED = ("cookies", "cookie_categories", "purposes", "recipients")
"""The facts that a banner tells: what readers consent to."""


def check_asked_again(last: ReleasedVersion, now: ReleasedVersion, *, where: Location) -> Iterator[Problem]:
    """D125 for a new version that raises the epoch of consent, with what has changed of what readers consented to."""
    if now.consent_epoch <= last.consent_epoch:
        return
    changed = [name.replace("_", " ") for name in _CONSENTED if last.facts.get(name) != now.facts.get(name)]
    since = f"Since version {last.number}"
    yield problem(
        "D125",
        where,
        message=f"it is new, and sites that embed it ask every reader for consent again (epoch {now.consent_epoch}). "
        + (
            f"{since} the facts of {', '.join(changed)} have changed."
            if changed
            else f"{since} no cookie, purpose or recipient has changed."
        ),
    )


def unasked_consent(known: Facts, facts: Facts) -> Iterator[str]:
    """The cookies of the website that need consent, and that a visitor who chose by the facts of before (`known`) has
    not been asked about: new ones, those that needed none, and those with another provider or purpose."""
    for name, cookie in facts.cookies.items():
        if not _asked(facts, cookie):
            continue
        before = known.cookies.root.get(name)
        had = before is not None and _asked(known, before) and before.provider == cookie.provider
        if before is None or not had or not _purposes(cookie) <= _purposes(before):
            yield name


def _asked(facts: Facts, cookie: Cookie) -> bool:
    category = told(cookie.category) if cookie.category else None
    return cookie.on_website and facts.cookie_categories.consent_required(category) is not False


def _purposes(cookie: Cookie) -> frozenset[str]:
    return frozenset((cookie.purposes.value if cookie.purposes else None) or ())


def _asked_no_more(field: str, why: str, places: Places) -> Problem:
    path, _, name = field.rpartition(".")
    return problem(
        "F118",
        places(tuple(field.split("."))),
        about=path,
        path=path,
        why=why,
        remedy="Look whether the website really has none of it."
        if name == "medium"
        else "Ask whether the law or an authority exempts it.",
    )

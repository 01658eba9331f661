"""Rule for entries of the facts whose own words contradict them (F122): another country than `country` or than its
transfers', another period or end than theirs, another recipient than the provider, two entries of one name, which
readers can't tell apart, one cookie twice, a cookie on another legal basis than its purposes, one of a third party on
the company's own host, and a time to answer in all that is shorter than the time to answer.

Only what no honest words say is told: a country's name that is no part of a longer name, a period in a sentence about
keeping, a label where no name tells the entries apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from inforce.model.cookies import LifetimeKind, Party
from inforce.model.facts import FILES, Facts, all_facts, labels
from inforce.model.leaf import Listed, Nothing, listed, told
from inforce.model.values import Duration, country_name, in_language
from inforce.problems import Location, Problem, Severity, problem
from inforce.rules.languages import language_name
from inforce.rules.readings.countries import countries_by_name

Path = tuple[str | int, ...]
Place = Callable[[Path], Location]
_WORDS = ("label", "description", "criteria")
_LASTS = {"cookies": "lifetime", "retention": "keep"}
EEA = frozenset(
    re.findall("[A-Z]{2}", "AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK")
)
"""The European Economic Area, inside which data are not transferred to a third country (GDPR, Chapter V)."""
_MORE = 1.1
"""So many times as long as a cookie lasts, something goes on for longer."""
NAME_BEFORE = re.compile(r"(?:^|\s)[A-ZÀ-Þ][\w'’.&-]*\s$")


def check_fact_entries(facts: Facts, place: Place) -> Iterator[Problem]:
    """F122 for every entry."""
    yield from _of_transfers(facts, place)
    yield from _of_cookies(facts, place)
    yield from _of_other_parties(facts, place)
    yield from _of_answers(facts, place)
    yield from _called_alike(facts, place)
    for file in FILES:
        yield from _inside(getattr(facts, file).model_dump(mode="json", exclude_none=True), (file,), place)


def _of_transfers(facts: Facts, place: Place) -> Iterator[Problem]:
    """A recipient abroad whose own country is none that data are said to be transferred to, or where none are said to
    be transferred. One in the country of the controller, or in the EEA beside one in the EEA, may pass them on."""
    controller = facts.organisation.controller
    address = controller.address.value if controller and controller.address else None
    own = getattr(address, "country", None)
    home = EEA | {own} if own in EEA or own is None else {own}
    for name, recipient in facts.recipients.items():
        country, stated = told(recipient.country), [told(one.country) for one in recipient.sent_to.values()]
        none = recipient.transfers is Nothing.NONE and own is not None
        if country and country not in home and (none or (stated and None not in stated and country not in stated)):
            countries = ", ".join(country_name(one, "en") for one in sorted(filter(None, stated)))
            said = (
                f"its transfers go to {countries} alone" if countries else "none of the data is said to be transferred"
            )
            what = f"{name} is in {country_name(country, 'en')}, and {said}."
            yield _problem(("recipients", name, "country"), place, what, "Correct whichever is wrong.", inside=1)


def _of_cookies(facts: Facts, place: Place) -> Iterator[Problem]:
    """One cookie of the browser in two entries; and one that rests on none of the legal bases of what it is for."""
    seen: dict[tuple[object, ...], str] = {}
    bases = {name: set(listed(purpose.legal_basis)) for name, purpose in facts.purposes.items()}
    for name, cookie in facts.cookies.items():
        called = told(cookie.name)
        hosts = {host.lstrip(".") for host in listed(cookie.domains)} or {cookie.provider or ""}
        same = (told(cookie.type), cookie.match, cookie.path, cookie.medium)
        others = [seen.setdefault((str(called), host, *same), name) for host in hosts if called]
        if twice := [one for one in others if one != name]:
            what = f"{name} and {twice[0]} are the same for a browser: both are called {called}, on the same host."
            yield _problem(("cookies", name, "name"), place, what, "Make them one entry.", inside=1)
        own, purposes = set(listed(cookie.legal_basis)), listed(cookie.purposes)
        theirs = [bases.get(purpose) or own for purpose in purposes]
        if own and theirs and not any(own & each for each in theirs):
            stated = ", ".join(f"{one} on {' and '.join(sorted(bases[one]))}" for one in purposes)
            what = f"{name} rests on {' and '.join(sorted(own))}; of what it is for, {stated}."
            found = _problem(("cookies", name, "legal_basis"), place, what, "Correct whichever is wrong.", inside=1)
            yield replace(found, severity=Severity.HINT)


def _of_other_parties(facts: Facts, place: Place) -> Iterator[Problem]:
    """A cookie of a third party that nobody but the company keeps on a host of its own; and one whose description names
    another recipient, and not its provider."""
    names = {one: name for one, recipient in facts.recipients.items() if (name := told(recipient.name))}
    for cookie_id, cookie in facts.cookies.items():
        if told(cookie.party) is Party.THIRD and not cookie.provider and (own := _on_our_host(facts, cookie.domains)):
            what = f"{cookie_id} is said to be a third party's, names no provider, and is kept on {own}, our own host."
            yield _problem(("cookies", cookie_id, "party"), place, what, "Correct whichever is wrong.", inside=1)
        if not cookie.provider or cookie.provider not in names:
            continue
        for language, text in _texts(cookie.description):
            called = {one: in_language(name, language) for one, name in names.items()}
            own = called.pop(cookie.provider)
            other = next((name for name in called.values() if _names(name, text)), None)
            if other and other.split()[0] != own.split()[0] and not _names(own.split()[0], text):
                what = f"its words name {other}; by its provider, it is {own}'s."
                where = ("cookies", cookie_id, "description", language)
                yield _problem(where, place, what, "Correct whichever is wrong.")


def _names(name: str, text: str) -> bool:
    return re.search(rf"(?<![A-Za-zÀ-ÿ]){re.escape(name)}(?![A-Za-zÀ-ÿ])", text) is not None


def _on_our_host(facts: Facts, domains: Listed[str] | None) -> str | None:
    """The first of these hosts, where each is one of the company that answers for the policy."""
    controller = facts.organisation.controller
    website = told(controller.website) if controller else None
    ours = [host for page in (website.each if website else ()) if (host := urlsplit(page.address).hostname)]
    if not ours or not listed(domains):
        return None
    from inforce.rules.readings.hosts import host_in_ascii, same_owner  # the list of domains takes long to read

    mine = [host_in_ascii(host) for host in ours]
    theirs = [host_in_ascii(host) for host in listed(domains)]
    return theirs[0] if all(any(same_owner(host, own) for own in mine) for host in theirs) else None


def _of_answers(facts: Facts, place: Place) -> Iterator[Problem]:
    """A time to answer in all that is shorter than the time to answer."""
    exercise = facts.rights.exercise
    reply, extended = (told(exercise.reply), told(exercise.extended)) if exercise else (None, None)
    if reply and extended and extended.nominal_seconds * _MORE < reply.nominal_seconds:
        what = f"it is the time to answer in all, {extended.words()}, and shorter than the one to answer: "
        what += f"{reply.words()}."
        remedy = "Write the longest time in all, that of an extension included; or correct the other."
        yield _problem(("rights", "exercise", "extended"), place, what, remedy, inside=1)


def _inside(node: Any, path: Path, place: Place) -> Iterator[Problem]:
    if not isinstance(node, Mapping):
        return
    for field in _WORDS:
        for language, text in _texts(node.get(field)):
            where = (*path, field, language)
            if (country := node.get("country")) and isinstance(country, str):
                yield from _of_country(country, text, language, where, place)
            if (lasts := _LASTS.get(str(path[0]))) and len(path) == 2:
                yield from _of_period(node.get(lasts), text, language, where, place)
    for key, child in node.items():
        yield from _inside(child, (*path, key), place)


def _texts(words: Any) -> Iterator[tuple[str, str]]:
    for language, text in words.items() if isinstance(words, Mapping) else ():
        if isinstance(text, str):
            yield language, text


def _called_alike(facts: Facts, place: Place) -> Iterator[Problem]:
    """Two entries beside each other that are called the same, where no name tells them apart."""
    named = {fact.path for fact in all_facts(facts) if fact.value is not Nothing.NONE}
    seen: dict[tuple[str, str, str], str] = {}
    for path, texts in labels(facts):
        beside, _, name = path.rpartition(".")
        if f"{path}.name" in named:
            continue
        where: Path = (*path.split("."),) if beside.endswith(".items") else (*path.split("."), "label")
        for language, text in texts.items():
            other = seen.setdefault((beside, language, " ".join(text.casefold().split())), name)
            if other != name:
                what = f'{name} and {other} are both called "{text}" in {language_name(language)}.'
                inside = len(where) + 1 - len(path.split("."))
                yield _problem((*where, language), place, what, "Give each a name of its own.", inside=inside)


def _of_country(country: str, text: str, language: str, where: Path, place: Place) -> Iterator[Problem]:
    if country_name(country, language).casefold() in text.casefold():
        return
    for code, name in countries_by_name(language):
        found = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])(?!\s+[A-ZÀ-Þ(])", text)
        if found and code != country and not NAME_BEFORE.search(text[: found.start()]):
            what = f"it is about {country_name(country, 'en')}, by its country, and says \u201c{text}\u201d."
            yield _problem(where, place, what, "Correct whichever is wrong.")
            return


def _of_period(lasts: Any, text: str, language: str, where: Path, place: Place) -> Iterator[Problem]:
    # The readings bring tables of many languages: they are loaded where an entry has a text.
    from inforce.rules.readings.ends import another_end
    from inforce.rules.readings.keeping import periods_going_on, periods_of_keeping
    from inforce.rules.readings.likeness import is_same, length_of
    from inforce.rules.readings.passages import amounts_said

    known = lasts.get("duration", lasts.get("kind")) if isinstance(lasts, Mapping) else lasts
    known = known.get("value") if isinstance(known, Mapping) else known
    if not isinstance(known, str) or (isinstance(lasts, Mapping) and "unknown" in lasts):
        return
    length = length_of(Duration.parse(known)) if known.startswith("P") else None
    kind = LifetimeKind.DURATION if length else next((one for one in LifetimeKind if one == known), None)
    if where[0] == "cookies" and (end := another_end(kind, text, language)):
        kept = Duration.parse(known).words() if length else known.replace("_", " ")
        what = f'its words, "{end}" in {language_name(language)}, say another end than its own: {kept}.'
        yield _problem(where, place, what, "Correct whichever is wrong.")
        return
    said = [*periods_of_keeping(text, language)]
    if where[-2] == "label":
        said = [one for one in amounts_said(text, language) if one[0][0] is Duration]
    if said and not any(length is not None and is_same((Duration, length), one) for one, _ in said):
        kept = Duration.parse(known).words() if length else known.replace("_", " ")
        what = f'its words, "{said[0][1]}" in {language_name(language)}, say another period than its own: {kept}.'
        yield _problem(where, place, what, "Correct whichever is wrong.")
    elif length is not None and where[0] == "cookies" and not said:
        longer = [words for (_, one), words in periods_going_on(text, language) if _days(one) > _MORE * _days(length)]
        if longer:
            kept = Duration.parse(known).words()
            what = f'its words say "{longer[0]}" in {language_name(language)}, longer than it lasts: {kept}.'
            yield _problem(where, place, what, "Correct whichever is wrong.")


def _days(length: Any) -> float:
    """About how many days a period has."""
    months, days, seconds = length
    return float(months * 30.4 + days + seconds / 86400)


def _problem(where: Path, place: Place, message: str, remedy: str, *, inside: int = 2) -> Problem:
    about = ".".join(map(str, where[:-inside]))
    return problem("F122", place(where), about=about, message=message, remedy=remedy)

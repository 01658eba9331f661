"""Rules for fact links: the words state the fact, in every language; and every language links the same facts."""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from types import MappingProxyType
from typing import cast

from inforce.model.facts import (
    PRESENCE_ONLY,
    VERSION_EFFECTIVE,
    Fact,
    FactKind,
    Facts,
    Unknown,
    all_facts,
    fact_at,
    is_fee,
    unknown_facts,
)
from inforce.model.languages import own
from inforce.model.leaf import Nothing, Words
from inforce.model.text import Link, Place, Section, placed_links, words
from inforce.model.values import (
    Address,
    Duration,
    Email,
    FactValue,
    Identifier,
    Money,
    Percentage,
    Phone,
    Url,
    in_language,
)
from inforce.problems import Location, Problem, Severity, problem
from inforce.rules.languages import language_name
from inforce.rules.link_words import region_of
from inforce.rules.references import MOST_COMPARED, MOST_SUGGESTED
from inforce.rules.touching import touching

_FEW = 2
"""So many places of one language's words in another's text are told one by one."""
_LONGEST = re.compile(r"^(?:retention\..*\.keep|cookies\..*\.lifetime(?:\.duration)?|rights\..*\.(?:reply|extended))$")
"""Facts that are the longest that something lasts. An age, or the days of a notice, is the least."""
Places = Callable[[tuple[str | int, ...]], Location]
"""Where a fact stands: the file's name without `.yml`, then its keys."""


def check_facts(
    sections: Mapping[str, Mapping[str, Section]],
    *,
    folder: str,
    facts: Facts,
    places: Places,
    authoritative: str,
    effective: date | None = None,
    partly: Mapping[str, Mapping[str, Section]] = MappingProxyType({}),
) -> tuple[Problem, ...]:
    """Every problem with facts in a policy's text.

    `sections`: language to section id to section, whose files are `{folder}/{language}/{id}.md`; `partly`: what is
    known of those that can't be read whole, whose links are not counted. `effective` is the date that
    `fact:version.effective` must state; None while there is none yet. Words that are not those of the fact are an error
    where they prevail, and open in a translation.
    """
    check = _Check(
        folder=folder,
        facts=facts,
        places=places,
        effective=effective,
        languages=tuple(sections),
        authoritative=authoritative,
    )
    problems = [
        *check.unknown(),
        *(
            found
            for language, texts in sections.items()
            for found in check.language(language, {**texts, **partly.get(language, {})})
        ),
    ]
    source = sections.get(authoritative, {})
    for language, texts in sections.items():
        if language != authoritative:
            problems += check.same_links(authoritative, source, language, texts)
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))


def holding(
    facts: Facts, *, places: Places, language: str, languages: tuple[str, ...], effective: date | None = None
) -> Callable[[Seen], tuple[Problem, ...]]:
    """What tells of a link to a fact outside of policies what is wrong with its words, without a place. They are held
    to the fact as those that prevail; `languages` are others that they may be in."""
    known = (language, *languages)
    check = _Check(folder="", facts=facts, places=places, effective=effective, languages=known, authoritative=language)
    return lambda seen: tuple(problem for problem, _ in check.link(seen, language, Location(file="")))


class _Check:
    """One run over a policy: its facts, each looked up once."""

    def __init__(
        self,
        *,
        folder: str,
        facts: Facts,
        places: Places,
        effective: date | None,
        languages: tuple[str, ...],
        authoritative: str,
    ) -> None:
        self._folder = folder
        self._facts = facts
        self._places = places
        self._effective = effective
        self._languages = languages
        self._authoritative = authoritative
        self._known: dict[str, Fact | None] = {}
        self._leaves: dict[str, str] = {}
        self._nowheres = 0

    def unknown(self) -> Iterator[Problem]:
        """F106: what nobody knows yet."""
        for fact in unknown_facts(self._facts):
            name = fact.path.rpartition(".")[2]
            yield problem(
                "F106",
                self._place(fact.path),
                "unknown",
                about=fact.path,
                path=fact.path,
                reason=in_language(fact.reason, "en"),
                name=name,
            )

    def language(self, language: str, texts: Mapping[str, Section]) -> Iterator[Problem]:
        """F101, F102, F103 and F105: each link of a language against its fact."""
        foreign: dict[str, list[Problem]] = {}
        unread: dict[tuple[str, ...], list[Problem]] = {}
        for name, section in texts.items():
            for seen in _seen(section):
                link = seen.place.link
                for one, other in self.link(seen, language, self._where(language, name, link)):
                    if other is not None:
                        foreign.setdefault(other, []).append(one)
                    elif one.code == "F105" and (fact := self._meant(link)) is not None:
                        value = cast(FactValue, fact.value)
                        unread.setdefault(_unread(value, link, fact.path, language), []).append(one)
                    else:
                        yield one
        for found in foreign.values():
            yield from found if len(found) <= _FEW else (_and_more(found[0], len(found) - 1),)
        for key, found in unread.items():
            more = f"in {len(found) - 1} other places, too, the figures are those of the facts"
            yield found[0] if key or len(found) == 1 else _with(found[0], more)

    def link(self, seen: Seen, language: str, where: Location) -> Iterator[tuple[Problem, str | None]]:
        """What is wrong with one link, each problem with the language that the words state the fact in, if another."""
        link = seen.place.link
        path, fact = link.target.value, self._meant(link)
        if fact is None and path != VERSION_EFFECTIVE:
            yield self._nowhere(path, where), None
        elif fact is None:
            return
        elif fact.kind in PRESENCE_ONLY or isinstance(fact.value, Nothing | Unknown):
            yield from ((problem, None) for problem in self._no_value(fact, link, language, where))
        else:
            problem, other = self._compare(fact, fact.value, link, language, where)
            if not isinstance(fact.value, str | Mapping):
                right = problem is None
                run_on = self._run_on(seen, fact, fact.value, language, where, right=right)
                yield from ((found, None) for found in run_on)
            if problem is not None:
                yield problem, other

    def same_links(
        self, authoritative: str, source: Mapping[str, Section], language: str, texts: Mapping[str, Section]
    ) -> Iterator[Problem]:
        """F104: the facts that a section links in the prevailing language and in another, counted."""
        for name in source.keys() & texts.keys():
            ours, theirs = list(_fact_links(texts[name])), list(_fact_links(source[name]))
            here, there = (Counter(link.target.value for link in links) for links in (ours, theirs))
            if any(path != VERSION_EFFECTIVE and self._fact(path) is None for path in (*here, *there)):
                continue  # a link that leads nowhere is told already, and is no fact that the other lacks
            for path in sorted((there - here).keys() | (here - there).keys()):
                missing = there[path] > here[path]
                at = next(link for link in (theirs if missing else ours) if link.target.value == path)
                linking, lacking = (authoritative, language) if missing else (language, authoritative)
                most, least = max(here[path], there[path]), min(here[path], there[path])
                message = f'the {language_name(linking)} text links "{_said(at)}" to fact:{path} '
                if missing:
                    message += f"({self._where(authoritative, name, at)}) "
                message += f"{_times(most)}, " if least else ""
                heading = texts[name].heading.at
                start = Location(file=f"{self._folder}/{language}/{name}.md", line=heading.line, column=heading.column)
                yield problem(
                    "F104",
                    start if missing else self._where(language, name, at),
                    about=path,
                    linked=message.rstrip(", "),
                    lacking=language_name(lacking),
                    times=_times(least),
                    remedy=f"Link the {language_name(language)} words that state it: [words](fact:{path})."
                    if missing
                    else f"Remove the link, or link it in {self._folder}/{authoritative}/{name}.md too.",
                )

    def _no_value(self, fact: Fact, link: Link, language: str, where: Location) -> Iterator[Problem]:
        """F102: words that state a value, linked to a fact that has none or that nobody knows. A name is none where
        something has no name of its own, and the text calls it something all the same."""
        from inforce.rules.readings.any_value import states_a_figure, states_a_value
        from inforce.rules.readings.free import says_free
        from inforce.rules.readings.passages import amounts_in
        from inforce.rules.readings.plain import plain

        said, known = _said(link), not isinstance(fact.value, Nothing | Unknown)
        own = in_language(cast(Words, fact.value), language) if known else ""
        if (fact.kind is FactKind.NAME and not isinstance(fact.value, Unknown)) or plain(said) in plain(own):
            return
        states = states_a_figure if not known and fact.kind is FactKind.VALUE else states_a_value
        ours = amounts_in(own, language)
        another = fact.kind in PRESENCE_ONLY and amounts_in(said, language) - ours
        free = is_fee(fact.path) and ours and says_free(said, language) and not says_free(own, language)
        if another or free or states(said, language, region_of(self._facts)):
            beside = self._beside(self._leaf(fact))
            agreed = "that nobody knows it" if isinstance(fact.value, Unknown) else "that there is none"
            agreed = f'only "{own}"' if known else agreed
            message = f'the {language_name(language)} text says "{said}"; the facts say {agreed} ({beside}).'
            yield self._wrong_words("F102", fact, language, where, message, "Correct whichever is wrong.")

    def _compare(
        self, fact: Fact, value: FactValue, link: Link, language: str, where: Location
    ) -> tuple[Problem | None, str | None]:
        """The problem of a link whose words do not state its fact, and the language that they state it in."""
        # The readings bring tables of many languages: they are loaded where a text states a fact.
        from inforce.rules.readings.agrees import Agrees, Differs, NoTable, Unreadable, read_agrees, stated

        said, written = _said(link), words(link.children, line_break="\n")
        accept = own(fact.accept, language) or {}
        answer = read_agrees(value, written, language, accept=accept)
        if isinstance(answer, Agrees):
            return None, None
        noun, agreed = _noun(value), stated(value, language)
        leaf = self._leaf(fact)
        agreement = f"the agreed {noun} is {agreed} ({self._beside(leaf)})"
        lettered = re.search(r"[^\W\d_]", said) is not None  # figures belong to no language
        others = (one for one in self._languages if lettered and one != language)
        other = next((one for one in others if isinstance(read_agrees(value, written, one), Agrees)), None)
        code = "F103"
        match answer:
            case Differs(stated=found):
                meant = f", that is {found}" if found and not re.search(r"\d", said) else ""
                code, message = "F102", f'the {language_name(language)} text says "{said}"{meant}; {agreement}.'
                remedy = "Correct whichever is wrong."
                if leaf == f"{fact.path}.name" and fact.path.startswith("cookies."):
                    remedy = 'Write the name that browsers see; or, if both are right, put the words into a "label:".'
            case Unreadable(two_orders=True):
                message = f'"{said}" can be read as two different dates; {agreement}.'
                remedy = "Write the month in words, or year, month and day as 2020-11-10."
            case Unreadable(part=str(part)):
                message = f'the link holds more than the {noun}: "{said}"; {agreement}.'
                remedy = f'Link only "{part}".'
            case NoTable():
                code = "F105"
                message = f'{_article(noun)} can\'t be read in {language_name(language)} yet: "{said}"; {agreement}.'
                remedy = f"If it is right, say so beside the fact: {_accept(leaf, fact, language, said)}"
            case _:
                same = isinstance(value, Email | Phone | Url)  # in every language
                tongue = "" if same else f" in {language_name(language)}"
                message = f'"{said}" can\'t be read as {_article(noun)}{tongue}; {agreement}.'
                remedy = f"Reword it; or, if it is right, say so beside the fact: {_accept(leaf, fact, language, said)}"
                if fact.path == VERSION_EFFECTIVE:
                    remedy = "Restore the words; the release writes this date."
                elif same:
                    remedy = f'Write "{agreed}"; if that is out of date, correct the fact.'
        if other is not None and isinstance(answer, NoTable):
            # "10 novembre 2020" is Italian as well as French: without a table nobody can tell which.
            remedy = f"{remedy}. If it is {language_name(other)}, translate it."
            other = None
        elif other is not None:
            name = language_name(other)
            remedy = f"These words are {name}. Translate them; if the whole file is {name}, put it into {other}/."
        prevails = language == self._authoritative and code != "F105"
        dated = fact.path == VERSION_EFFECTIVE and not isinstance(answer, NoTable)  # a release writes this date itself
        severity = Severity.ERROR if prevails or dated else Severity.OPEN
        return problem(code, where, level=severity, about=fact.path, message=message, remedy=remedy), other

    def _run_on(
        self, seen: Seen, fact: Fact, value: FactValue, language: str, where: Location, *, right: bool
    ) -> Iterator[Problem]:
        """F103: words that touch those of the link, or, where these are right, words beside them that make another
        amount of it."""
        # The readings bring tables of many languages: they are loaded where a text states a fact.
        from inforce.rules.readings.bounds import Bound, bound_at
        from inforce.rules.readings.multiplied import multiplied

        at, leaf, sure = (seen.text, seen.place.start, seen.place.end), self._leaf(fact), True
        years = leaf.rpartition(".")[2] == "age"
        if shown := touching(*at, contact=isinstance(value, Email | Phone | Url)):
            message = f'readers see "{shown}", as other words touch those of the link'
            remedy = "Put a space between them, or take out what touches the link."
        elif right and (found := multiplied(*at, value, language, within=seen.within, years=years)):
            shown, sure = found.seen, found.sure
            message = f'with the words beside the link, readers {"" if sure else "may "}see "{shown}"'
            remedy = "Take out the words beside it, or correct the fact and link all the words that state it."
            if not sure:
                remedy = "If they state another amount, part them from it, or link them to their own fact. The fact is "
                remedy += "exact: if they only make it uncertain, take them out."
        elif right and _LONGEST.search(leaf) and (bound := bound_at(*at, language)) and bound[0] is Bound.LEAST:
            message, sure = f'with the words beside the link, readers may see "{" ".join(bound[1].split())}"', False
            remedy = "Unless it is a condition, take out the words beside it: the fact says for how long at most."
        else:
            return
        agreement = f"the agreed {_noun(value)} is {_stated(value, language)} ({self._beside(leaf)})"
        problem = self._wrong_words("F103", fact, language, where, f"{message}; {agreement}.", remedy)
        yield problem if sure else replace(problem, severity=Severity.HINT)

    def _wrong_words(self, code: str, fact: Fact, language: str, where: Location, message: str, remedy: str) -> Problem:
        """Words that do not state their fact: an error where they prevail, open in a translation."""
        severity = Severity.ERROR if language == self._authoritative else Severity.OPEN
        return problem(code, where, level=severity, about=fact.path, message=message, remedy=remedy)

    def _nowhere(self, path: str, where: Location) -> Problem:
        near: list[str] = []
        self._nowheres += 1
        if self._nowheres <= MOST_SUGGESTED:
            known = [*islice((fact.path for fact in all_facts(self._facts)), MOST_COMPARED), VERSION_EFFECTIVE]
            near = difflib.get_close_matches(path, known, n=1)
        return problem(
            "F101",
            where,
            "no fact",
            path=path,
            remedy=f'Did you mean "fact:{near[0]}"?' if near else "Look up its path in the facts folder.",
        )

    def _meant(self, link: Link) -> Fact | None:
        return self._version_date() if link.target.value == VERSION_EFFECTIVE else self._fact(link.target.value)

    def _fact(self, path: str) -> Fact | None:
        if path not in self._known:
            self._known[path] = fact_at(self._facts, path)
        return self._known[path]

    def _version_date(self) -> Fact | None:
        if self._effective is None:
            return None
        return Fact(path=VERSION_EFFECTIVE, kind=FactKind.VALUE, value=self._effective, accept={})

    def _leaf(self, fact: Fact) -> str:
        """The path of what a path stands for: an entity's first primary field that is set."""
        if fact.path not in self._leaves:
            below = (one.path for one in all_facts(self._facts) if one.path.startswith(f"{fact.path}."))
            found = (path for path in below if (one := self._fact(path)) is not None and one.value is fact.value)
            self._leaves[fact.path] = next(found, fact.path)
        return self._leaves[fact.path]

    def _place(self, path: str) -> Location:
        return self._places(tuple(path.split(".")))

    def _beside(self, path: str) -> str:
        if path == VERSION_EFFECTIVE:
            return "when this version comes into force"
        place = self._place(path)
        return str(Location(file=place.file, line=place.line))

    def _where(self, language: str, name: str, link: Link) -> Location:
        return Location(file=f"{self._folder}/{language}/{name}.md", line=link.at.line, column=link.at.column)


def _fact_links(section: Section) -> Iterator[Link]:
    return (link for link in section.links if link.target.scheme == "fact")


@dataclass(frozen=True, slots=True)
class Seen:
    """A link among the words around it, as readers see them."""

    text: str
    place: Place
    within: tuple[int, int]
    """From the end of the link to a fact before it to the start of the one behind it."""


def _seen(section: Section) -> Iterator[Seen]:
    """Each link to a fact."""
    for leaf in section.leaves if any(_fact_links(section)) else ():
        for text, places in placed_links(leaf):
            facts = [place for place in places if place.link.target.scheme == "fact"]
            ends = (0, *(place.end for place in facts))
            starts = (*(place.start for place in facts[1:]), len(text))
            for place, first, last in zip(facts, ends, starts, strict=False):
                yield Seen(text, place, (first, last))


def _said(link: Link) -> str:
    """The linked words, on one line."""
    return " ".join(words(link.children).split())


def _accept(leaf: str, fact: Fact, language: str, said: str) -> str:
    """The YAML that declares a wording right: the fact in its long form, or what to add to that."""
    value = fact.value
    short = value.words() if isinstance(value, Duration) else str(value) if isinstance(value, date | int) else "…"
    if isinstance(value, str | Mapping):
        short = json.dumps(in_language(value, language), ensure_ascii=False)
    wording = f"{language}: {{{json.dumps(said, ensure_ascii=False)}: {short}}}"
    if fact.accept:
        return f"add to its accept: {wording}"
    return f"{leaf.rsplit('.', 1)[-1]}: {{value: {short}, accept: {{{wording}}}}}"


def _and_more(problem: Problem, others: int) -> Problem:
    return _with(problem, f"so it is in {others} other places")


def _with(problem: Problem, more: str) -> Problem:
    return replace(problem, message=f"{problem.message.removesuffix('.')}; {more}.")


def _unread(value: FactValue, link: Link, path: str, language: str) -> tuple[str, ...]:
    """By what the words of a language that can't be read are told once: nothing, where their figures are those of the
    fact; else the same words of one fact."""
    from inforce.rules.readings.accepted import has_its_figures

    said = _said(link)
    return () if has_its_figures(said, value, language) else (path, said)


def _times(count: int) -> str:
    return {0: "does not", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _stated(value: FactValue, language: str) -> str:
    from inforce.rules.readings.agrees import stated

    return stated(value, language)


def _noun(value: FactValue) -> str:
    """What a message calls such a value."""
    match value:
        case Duration():
            return "period"
        case date():
            return "date"
        case Money():
            return "amount"
        case Percentage():
            return "percentage"
        case Phone():
            return "telephone number"
        case Email():
            return "e-mail address"
        case Url():
            return "web address"
        case Identifier():
            return "register number"
        case Address():
            return "address"
        case int():
            return "number"
        case _:
            return "name"

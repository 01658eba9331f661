"""Rules for fact links: the words state the fact, in every language; and every language links the same facts."""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import islice

from inforce.model.facts import VERSION_EFFECTIVE, Fact, FactKind, Facts, Unknown, all_facts, fact_at, unknown_facts
from inforce.model.text import Link, Section, block_links, words
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
from inforce.problems import Location, Problem, Severity
from inforce.rules.languages import language_name
from inforce.rules.references import MOST_COMPARED, MOST_SUGGESTED

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
    as_published: bool = False,
) -> tuple[Problem, ...]:
    """Every problem with facts in a policy's text.

    `sections`: language to section id to section, whose files are `{folder}/{language}/{id}.md`. `effective` is the
    date that `fact:version.effective` must state; None while there is none yet. A version kept as it was published
    has warnings where others have what blocks a release.
    """
    check = _Check(folder=folder, facts=facts, places=places, effective=effective)
    problems = [
        *check.unknown(),
        *(found for language, texts in sections.items() for found in check.language(language, texts)),
    ]
    source = sections.get(authoritative, {})
    for language, texts in sections.items():
        if language != authoritative:
            problems += check.same_links(authoritative, source, language, texts)
    if as_published:
        problems = [_as_warning(problem) for problem in problems]
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))


class _Check:
    """One run over a policy: its facts, each looked up once."""

    def __init__(self, *, folder: str, facts: Facts, places: Places, effective: date | None) -> None:
        self._folder = folder
        self._facts = facts
        self._places = places
        self._effective = effective
        self._known: dict[str, Fact | None] = {}
        self._nowheres = 0

    def unknown(self) -> Iterator[Problem]:
        """F106: what nobody knows yet."""
        for fact in unknown_facts(self._facts):
            assert isinstance(fact.value, Unknown)
            yield Problem(
                code="F106",
                severity=Severity.RELEASE,
                location=self._place(fact.path),
                message=f"{fact.path} is unknown: {in_language(fact.value.reason, 'en')}",
                remedy="Replace unknown: by the fact, once somebody knows it.",
            )

    def language(self, language: str, texts: Mapping[str, Section]) -> Iterator[Problem]:
        """F101, F102, F103 and F105: each link of a language against its fact."""
        for name, section in texts.items():
            for link in _fact_links(section):
                where = self._where(language, name, link)
                path = link.target.value
                if path == VERSION_EFFECTIVE:
                    if self._effective is not None:
                        yield from self._compare(self._version_date(self._effective), link, language, where)
                elif (fact := self._fact(path)) is None:
                    yield self._nowhere(path, where)
                elif fact.kind is not FactKind.CONCEPT:
                    yield from self._compare(fact, link, language, where)

    def same_links(
        self, authoritative: str, source: Mapping[str, Section], language: str, texts: Mapping[str, Section]
    ) -> Iterator[Problem]:
        """F104: the facts that a section links in the prevailing language and in another, counted."""
        for name in source.keys() & texts.keys():
            ours, theirs = list(_fact_links(texts[name])), list(_fact_links(source[name]))
            here, there = (Counter(link.target.value for link in links) for links in (ours, theirs))
            for path in sorted((there - here).keys() | (here - there).keys()):
                missing = there[path] > here[path]
                at = next(link for link in (theirs if missing else ours) if link.target.value == path)
                linking, lacking = (authoritative, language) if missing else (language, authoritative)
                most, least = max(here[path], there[path]), min(here[path], there[path])
                message = f'the {language_name(linking)} text links "{_said(at)}" to fact:{path} '
                if missing:
                    message += f"({self._where(authoritative, name, at)}) "
                message += f"{_times(most)}, " if least else ""
                message = f"{message.rstrip(', ')}; in this section the {language_name(lacking)} text {_times(least)}."
                heading = texts[name].heading.at
                start = Location(file=f"{self._folder}/{language}/{name}.md", line=heading.line, column=heading.column)
                yield Problem(
                    code="F104",
                    severity=Severity.RELEASE,
                    location=start if missing else self._where(language, name, at),
                    message=message,
                    remedy=f"Link the {language_name(language)} words that state it: [words](fact:{path})."
                    if missing
                    else f"Remove the link, or link it in {self._folder}/{authoritative}/{name}.md too.",
                )

    def _compare(self, fact: Fact, link: Link, language: str, where: Location) -> Iterator[Problem]:
        value = fact.value
        if isinstance(value, Unknown):
            return
        # The readings bring tables of many languages: they are loaded where a text states a fact.
        from inforce.rules.readings import Agrees, Differs, NoTable, Unreadable, read_agrees, stated

        said = _said(link)
        accept = fact.accept.get(language) or fact.accept.get(language.split("-")[0]) or ()
        noun, agreed = _noun(value), stated(value, language)
        agreement = f"the agreed {noun} is {agreed} ({self._beside(fact.path)})"
        match read_agrees(value, words(link.children, line_break="\n"), language, accept=accept):
            case Agrees():
                return
            case Differs(stated=found):
                meant = f", that is {found}" if found and not re.search(r"\d", said) else ""
                code, message = "F102", f'the {language_name(language)} text says "{said}"{meant}; {agreement}.'
                remedy = "Correct whichever is wrong."
            case Unreadable(two_orders=True):
                code, message = "F103", f'"{said}" can be read as two different dates; {agreement}.'
                remedy = "Write the month in words, or year, month and day as 2020-11-10."
            case Unreadable(part=str(part)):
                code, message = "F103", f'the link holds more than the {noun}: "{said}"; {agreement}.'
                remedy = f'Link only "{part}".'
            case Unreadable():
                code, message = (
                    "F103",
                    f'"{said}" can\'t be read as {_article(noun)} in {language_name(language)}; {agreement}.',
                )
                remedy = (
                    "Restore the words; the release writes this date."
                    if fact.path == VERSION_EFFECTIVE
                    else f"Reword it; or, if it is right, put beside the fact: {_accept(language, said)}"
                )
            case NoTable():
                code, message = (
                    "F105",
                    f'{_article(noun)} can\'t be read in {language_name(language)} yet: "{said}"; {agreement}.',
                )
                remedy = f"If it is right, put beside the fact: {_accept(language, said)}"
        yield Problem(code=code, severity=Severity.RELEASE, location=where, message=message, remedy=remedy)

    def _nowhere(self, path: str, where: Location) -> Problem:
        near: list[str] = []
        self._nowheres += 1
        if self._nowheres <= MOST_SUGGESTED:
            known = [*islice((fact.path for fact in all_facts(self._facts)), MOST_COMPARED), VERSION_EFFECTIVE]
            near = difflib.get_close_matches(path, known, n=1)
        return Problem(
            code="F101",
            severity=Severity.ERROR,
            location=where,
            message=f'"fact:{path}" leads to no fact.',
            remedy=f'Did you mean "fact:{near[0]}"?' if near else "Look up its path in the facts folder.",
        )

    def _fact(self, path: str) -> Fact | None:
        if path not in self._known:
            self._known[path] = fact_at(self._facts, path)
        return self._known[path]

    def _version_date(self, effective: date) -> Fact:
        return Fact(path=VERSION_EFFECTIVE, kind=FactKind.VALUE, value=effective, accept={})

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
    for block in section.blocks:
        for link in block_links(block):
            if link.target.scheme == "fact":
                yield link


def _said(link: Link) -> str:
    """The linked words, on one line."""
    return " ".join(words(link.children).split())


def _as_warning(problem: Problem) -> Problem:
    if problem.severity is not Severity.RELEASE:
        return problem
    return Problem(
        code=problem.code,
        severity=Severity.WARNING,
        location=problem.location,
        message=problem.message,
        remedy=problem.remedy,
    )


def _accept(language: str, said: str) -> str:
    """The line of YAML that declares a wording right."""
    return f"accept: {{{language}: [{json.dumps(said, ensure_ascii=False)}]}}"


def _times(count: int) -> str:
    return {0: "does not", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


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

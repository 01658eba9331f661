"""F129: words without a link that are almost a fact: a register's number or a telephone number with other digits, the
street of an address with another number, a company of another legal form, a person of another first name, and another
period in a sentence about what the facts call so.

Only what can hardly be somebody else's is told. Two digits may differ, as a slip or a forger would have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from inforce.model.facts import FactKind, Facts, all_facts
from inforce.model.leaf import told
from inforce.model.text import Section, placed_links
from inforce.model.values import Address, Duration, Identifier, Phone
from inforce.problems import Location, Problem, Severity, problem
from inforce.reader.findings import quoted
from inforce.rules.readings.plain import plain
from inforce.rules.readings.sentences import sentences

_NUMBER = re.compile(r"(?<!\d)\d(?:[\s./-]{0,2}\d){5,}(?!\d)")
_FEWEST_DIGITS, _OF_A_PHONE, _MOST_OTHERS = 6, 8, 2
"""So many digits make a number that is known by its digits; so many of the last ones do of a telephone number, however
it is dialled; so many may differ for it to be meant."""
_FORMS = frozenset({
    "ag", "asbl", "bv", "bvba", "clg", "corp", "gmbh", "inc", "kg", "limited", "llc", "llp", "ltd", "nv", "oy", "plc",
    "sa", "sarl", "sas", "se", "sprl", "srl", "ug", "vzw",
})  # fmt: skip
"""Legal forms of companies, as they stand at the end of a name, in small letters and without full stops."""
_TITLES = r"(?:Miss|Madame|Monsieur|Mevrouw|Meneer|Frau|Herr)\b"


@dataclass(frozen=True, slots=True)
class _Known:
    """What the facts hold that words can almost be."""

    digits: Mapping[str, str]
    """Of numbers in registers, with the path of each."""
    phones: Mapping[str, str]
    """The last digits of telephone numbers."""
    streets: Mapping[str, tuple[str, frozenset[str]]]
    """The name of each street, with a path and the numbers that the facts have there."""
    names: Mapping[str, str]
    periods: tuple[tuple[str, str, Duration], ...]
    """What is kept, as it is called; the path; and for how long."""


def check_almost_facts(
    texts: Mapping[str, Mapping[str, Section]], *, facts: Facts, folder: str, in_notes: bool = False
) -> Iterator[Problem]:
    """F129 of each language; `texts` is language to section id to section, with files in `{folder}/{language}/`.
    `in_notes`: periods are left to T111, which knows what they were before."""
    for language, sections in texts.items():
        known = _known(facts, language)
        known = replace(known, periods=()) if in_notes else known
        for name, section in sections.items():
            for leaf in section.leaves:
                where = Location(file=f"{folder}/{language}/{name}.md", line=leaf.at.line)
                for text, places in placed_links(leaf, line_break=" "):
                    bound = [(one.start, one.end) for one in places if one.link.target.scheme == "fact"]
                    for said, path, level in _almost(_without(text, bound), known, language):
                        yield _problem(said, path, level, where)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]}\n{text[end:]}"
    return text


def _almost(text: str, known: _Known, language: str) -> Iterator[tuple[str, str, Severity]]:
    """What a text says that is almost a fact, the fact's path, and how sure that is."""
    numbers_said = [(found[0], "".join(filter(str.isdigit, plain(found[0])))) for found in _NUMBER.finditer(text)]
    right = any(digits in known.digits or digits[-_OF_A_PHONE:] in known.phones for _, digits in numbers_said)
    for said, digits in numbers_said if not right else ():  # beside the right one, it is what the number was before
        last = digits[-_OF_A_PHONE:]
        if digits not in known.digits and last not in known.phones:
            path = _like(digits, known.digits) or (_like(last, known.phones) if len(digits) >= _OF_A_PHONE else "")
            if path:
                yield said, path, Severity.OPEN
    low = text.casefold()
    for street, (path, numbers) in known.streets.items():
        there = [*_at_street(street).finditer(low)] if street in low else []
        if not any((found[1] or found[2]) in numbers for found in there):
            yield from ((text[found.start() : found.end()], path, Severity.OPEN) for found in there)
    for name, path in known.names.items():
        *before, last_word = name.split()
        others = _with_last(name).finditer(text) if _bare(last_word) in _FORMS and " ".join(before) in text else ()
        yield from ((one[0], path, Severity.OPEN) for one in others if _is_another_form(one[1], last_word))
        if len(before) == 1 and last_word in text:
            yield from (
                (one[0], path, Severity.HINT) for one in _with_first(name).finditer(text) if one[1] != before[0]
            )
    yield from _of_periods(text, known, language)


def _like(digits: str, known: Mapping[str, str]) -> str:
    for one, path in known.items():
        if len(one) == len(digits) and 0 < sum(a != b for a, b in zip(one, digits, strict=True)) <= _MOST_OTHERS:
            return path
    return ""


def _of_periods(text: str, known: _Known, language: str) -> Iterator[tuple[str, str, Severity]]:
    low = text.casefold()
    called = [each for each in known.periods if each[0] in low]
    if not called:
        return
    # The readings bring tables of many languages: they are loaded where a text names what is kept.
    from inforce.rules.readings.keeping import periods_of_keeping
    from inforce.rules.readings.likeness import is_same, length_of

    for _, sentence in sentences(text):
        said = [*periods_of_keeping(sentence, language)]
        for label, path, keep in called if len(said) == 1 else ():
            if label in sentence.casefold() and not is_same((Duration, length_of(keep)), said[0][0]):
                yield said[0][1], path, Severity.OPEN


@lru_cache(maxsize=64)
def _at_street(street: str) -> re.Pattern[str]:
    there = re.escape(street)
    return re.compile(rf"(?<!\w)(?:(\d{{1,3}}[a-z]?),?\s{there}|{there},?\s(\d{{1,3}}[a-z]?))(?!\w)")


@lru_cache(maxsize=256)
def _with_last(name: str) -> re.Pattern[str]:
    fixed = r"\s+".join(map(re.escape, name.split()[:-1]))
    return re.compile(rf"(?<!\w){fixed}\s+([A-Z][A-Za-z.]*)(?!\w)")


@lru_cache(maxsize=256)
def _with_first(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?!{_TITLES})([A-ZÀ-Þ][a-zà-ÿ]{{3,}})\s+{re.escape(name.split()[-1])}(?!\w)")


def _is_another_form(said: str, form: str) -> bool:
    return _bare(said) in _FORMS and _bare(said) != _bare(form)


def _bare(word: str) -> str:
    return word.replace(".", "").casefold()


def _known(facts: Facts, language: str) -> _Known:
    digits: dict[str, str] = {}
    phones: dict[str, str] = {}
    streets: dict[str, tuple[str, frozenset[str]]] = {}
    names: dict[str, str] = {}
    for fact in all_facts(facts):
        value = fact.value
        if isinstance(value, Identifier):
            digits.setdefault("".join(filter(str.isdigit, value.text)), fact.path)
        elif isinstance(value, Phone):
            phones.setdefault("".join(filter(str.isdigit, value.number))[-_OF_A_PHONE:], fact.path)
        elif isinstance(value, Address) and value.street and value.number:
            for street in [value.street] if isinstance(value.street, str) else value.street.values():
                path, numbers = streets.get(street.casefold(), (fact.path, frozenset()))
                streets[street.casefold()] = path, numbers | {str(value.number).casefold()}
        elif fact.kind is FactKind.NAME and fact.path.startswith(("organisation.", "recipients.")):
            name = value.get(language) if isinstance(value, Mapping) else value
            if isinstance(name, str) and len(name.split()) > 1:
                names.setdefault(name, fact.path)
    return _Known(
        digits={number: path for number, path in digits.items() if len(number) >= _FEWEST_DIGITS},
        phones=phones,
        streets=streets,
        names=names,
        periods=tuple(_periods(facts, language)),
    )


def _periods(facts: Facts, language: str) -> Iterator[tuple[str, str, Duration]]:
    for name, entry in facts.retention.items():
        keep, label = told(entry.keep), entry.label
        called = label.get(language) if isinstance(label, Mapping) else label
        if isinstance(keep, Duration) and isinstance(called, str):
            yield called.casefold(), f"retention.{name}.keep", keep


def _problem(said: str, path: str, level: Severity, where: Location) -> Problem:
    said = " ".join(said.split())
    return problem("F129", where, level=level, about=path, quoted=quoted(said), said=said, path=path)

"""Rule for the amounts that a change note names: what it tells must stand in the facts or in the words, before or now;
where it names a section, by number or title, in that one; and what holds no longer is what a fact was before.

Periods, money and percentages alone: a day may be that of a law, and T106 asks about the day of the version itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from inforce.model.config import ChangeNote
from inforce.model.facts import Facts, all_facts
from inforce.model.text import Heading, Section, placed_links
from inforce.model.text import words as text_of
from inforce.model.values import Duration, FactValue, Money, Percentage
from inforce.problems import Problem, problem
from inforce.rules.languages import language_name, listed
from inforce.rules.named_alike import ONE
from inforce.rules.note_sections import Numbered
from inforce.rules.readings.likeness import Amount, is_same, length_of

_KINDS = (Duration, Money, Percentage)
_IN_QUOTES = "“{}”", "„{}“", "„{}”", '"{}"', "« {} »", "«{}»", "「{}」", "‘{}’"


def check_note_amounts(
    notes: Iterable[ChangeNote], *, before: Sequence[Numbered], now: Numbered, notice: Iterable[int], folder: str
) -> Iterator[Problem]:
    """T111: the amounts of notes that neither the facts nor the texts have, of the versions `before` (the newest, and
    the one that readers hold to) and of now; nor are they what a fact has grown or shrunk by, or the `notice` of a
    change in days."""
    versions = [*before, now]
    differences = [
        *_differences([each.facts for each in versions if each.facts]),
        *((Duration, length_of(Duration(days=days))) for days in notice if days),
    ]
    anywhere = [*differences, *(amount for each in versions for amount in _of_facts(each.values.values()))]
    for note in notes:
        for language, words in note.text.items():
            said: list[str] = []
            everything = (*anywhere, *_of_texts(versions, language))
            for clause, named in _clauses(words, language, versions):
                there = [*differences, *_of_sections(versions, named)] if named else []
                for amount, each in _certain(clause, language):
                    ways = _ways_to_read(amount, each, language)
                    if not any(_is_among(way, everything) for way in ways):
                        said.append(each)
                    elif named and not any(_is_among(way, there) for way in ways):
                        yield problem(
                            "T111",
                            f"{folder}/{note.slug}.md",
                            "section",
                            each=each,
                            section=_called(named, versions, language),
                            language=language_name(language),
                        )
            turned = (pair for then in before for pair in _turned_round(words, language, [then, now]))
            for old, new in dict.fromkeys(turned):
                yield problem(
                    "T111", f"{folder}/{note.slug}.md", "turned", language=language_name(language), new=new, old=old
                )
            if said:
                shown = listed(f'"{each}"' for each in dict.fromkeys(said))
                yield problem(
                    "T111", f"{folder}/{note.slug}.md", "nowhere", shown=shown, language=language_name(language)
                )


def is_said_by(note: ChangeNote, values: Iterable[Duration | Money | Percentage | date]) -> bool:
    """Whether a note states one of these values, in any language."""
    known = [_amount(value) for value in values]
    return any(
        _is_among([amount], known) for language, words in note.text.items() for amount, _ in _amounts(words, language)
    )


def days_stated(versions: Iterable[Numbered]) -> frozenset[date]:
    """The days that texts and facts state."""
    found: set[date] = set()
    for each in versions:
        found |= {value for value in each.values.values() if isinstance(value, date)}
        for language in each.texts:
            found |= {value for kind, value in _of_texts([each], language) if kind is date and isinstance(value, date)}
    return frozenset(found)


def amounts_not_in(
    names: Iterable[str], words: str, language: str, *, versions: Sequence[Numbered], known: Iterable[object] = ()
) -> list[str]:
    """The amounts that words state and these sections do not, nor their facts, nor what else is `known`."""
    there = [*_of_sections(versions, names), *_of_facts(known)]
    return [
        said
        for amount, said in _certain(words, language)
        if not any(_is_among(way, there) for way in _ways_to_read(amount, said, language))
    ]


def _turned_round(words: str, language: str, versions: Sequence[Numbered]) -> Iterator[tuple[str, str]]:
    """The old and the new amount of a fact, as a sentence says them that takes the new one for the old."""
    from inforce.rules.readings.sentences import SENTENCE

    then, now = versions[0].values, versions[-1].values
    both = [(then[path], now[path]) for path in then.keys() & now.keys() if then[path] != now[path]]
    pairs = [(_amount(old), _amount(new)) for old, new in both if isinstance(old, _KINDS) and isinstance(new, _KINDS)]
    for sentence in (" ".join(each.split()) for each in SENTENCE.split(words) if pairs):
        said = dict(_amounts(sentence, language))
        for old, new in pairs:
            ours, theirs = (next((said[one] for one in said if is_same(one, each)), None) for each in (old, new))
            right = any(is_same(old, other) and is_same(new, one) for one, other in pairs)
            if ours and theirs and not right and _gone((ours, theirs), sentence, language) == [theirs]:
                yield ours, theirs


def _gone(amounts: Iterable[str], sentence: str, language: str) -> list[str]:
    """Those of these amounts of which a sentence says that they hold no longer."""
    from inforce.rules.readings.tables import phrases_for

    pattern = phrases_for(language).replaced or r"\0"
    return [said for said in amounts if re.search(pattern, sentence.replace(said, "\0"), re.IGNORECASE)]


def _is_among(amounts: Iterable[Amount], others: Iterable[Amount]) -> bool:
    known = tuple(others)
    return all(any(is_same(amount, one) for one in known) for amount in amounts)


def _ways_to_read(amount: Amount, said: str, language: str) -> tuple[tuple[Amount, ...], ...]:
    """What words state: one amount, and, where they join two ("10 years and 3 months"), maybe those."""
    from inforce.rules.readings.tables import table_for

    table = table_for(language)
    joins = "|".join(re.escape(join) for join in table.joins) if table else ""
    parts = re.split(rf"\s*\b(?:{joins})\s+", said) if joins else [said]
    apart = tuple(each for part in parts for each, _ in _amounts(part, language))
    return ((amount,), apart) if len(apart) == len(parts) > 1 else ((amount,),)


def _clauses(words: str, language: str, versions: Sequence[Numbered]) -> Iterator[tuple[str, frozenset[str]]]:
    """The clauses of a note, with the ids of the sections that each names."""
    from inforce.rules.readings.section_numbers import sections_said
    from inforce.rules.readings.sentences import SENTENCE
    from inforce.rules.readings.tables import any_language

    titles = {title: name for each in versions for name, title in _titles(each, language)}
    ends = rf"[;؛；]|[,،]\s(?={any_language(lambda each: each.clauses)})"
    of_it = rf"(?:{any_language(lambda each: each.it)})\s"
    last: frozenset[str] = frozenset()
    for sentence in SENTENCE.split(words):
        for clause in re.split(ends, sentence):
            numbers = [number for number, _ in sections_said(clause, language)]
            named = {each.names[number] for each in versions for number in numbers if number in each.names}
            named |= {name for title, name in titles.items() if _names(clause, title)}
            if named or not re.match(of_it, clause.lstrip(), re.IGNORECASE):
                last = frozenset(named)
            yield clause, last


def _names(clause: str, title: str) -> bool:
    """Whether words name a section by its title: as it stands, where that is more than a word, or in quotes."""
    folded, title = clause.casefold(), title.casefold()
    return any(quotes.format(title) in folded for quotes in _IN_QUOTES) or (" " in title and title in folded)


def _titles(version: Numbered, language: str) -> Iterator[tuple[str, str]]:
    for name, section in version.texts.get(language, {}).items():
        for block in section.leaves:
            if isinstance(block, Heading):
                yield block.id or name, " ".join(text_of(block.children).split())


def _called(names: Iterable[str], versions: Sequence[Numbered], language: str) -> str:
    titles = {name: title for each in versions for name, title in _titles(each, language)}
    return listed(f'"{titles.get(name, name)}"' for name in sorted(names))


def _of_sections(versions: Sequence[Numbered], names: Iterable[str]) -> Iterator[Amount]:
    """The amounts of some sections in every language, and of the facts that they link to."""
    for each in versions:
        for language, section in (part for name in names for part in each.parts(name)):
            yield from _of_section(section, language)
            yield from _of_facts(each.linked(section))


def _certain(words: str, language: str) -> Iterator[tuple[Amount, str]]:
    """The amounts that words hold beyond doubt: in figures, or of more than one unit."""
    from inforce.rules.readings.tables import table_for

    table = table_for(language)
    for amount, said in _amounts(words, language):
        figures = any(char.isdecimal() for char in said)
        if amount[0] in _KINDS and table and (figures or (table.spaced and amount[1] not in ONE)):
            yield amount, said


def _of_texts(versions: Sequence[Numbered], language: str) -> Iterator[Amount]:
    for each in versions:
        for section in each.texts.get(language, {}).values():
            yield from _of_section(section, language)


def _of_section(section: Section, language: str) -> Iterator[Amount]:
    for block in section.leaves:
        for text, _ in placed_links(block, line_break=" "):
            yield from (amount for amount, _ in _amounts(text, language))


def _of_facts(values: Iterable[object]) -> Iterator[Amount]:
    """The values of facts, and what their texts state."""
    for value in values:
        if isinstance(value, Mapping):
            for language, words in value.items():
                yield from (amount for amount, _ in _amounts(str(words), language))
        elif isinstance(value, _KINDS):
            yield _amount(value)


def _differences(facts: Sequence[Facts]) -> Iterator[Amount]:
    """By how much a period or money differs from what it was."""
    values: dict[str, list[FactValue]] = {}
    for each in facts:
        for fact in all_facts(each):
            if isinstance(fact.value, _KINDS):
                values.setdefault(fact.path, []).append(fact.value)
    for old, *later in values.values():
        for value in later:
            yield from _difference(old, value)


def _amount(value: FactValue) -> Amount:
    return (type(value), length_of(value) if isinstance(value, Duration) else value)


def _difference(old: FactValue, new: FactValue) -> Iterator[Amount]:
    match old, new:
        case (Duration(), Duration()) if old.length != new.length:
            yield (Duration, tuple(abs(one - other) for one, other in zip(old.length, new.length, strict=True)))
        case Money(), Money():
            yield (Money, Money(amount=abs(old.amount - new.amount), currency=new.currency))
        case Percentage(), Percentage():
            yield (Percentage, Percentage(amount=abs(old.amount - new.amount)))


@lru_cache(maxsize=4096)
def _amounts(words: str, language: str) -> tuple[tuple[Amount, str], ...]:
    """Read once, as each note looks at the same texts."""
    # The readings bring tables of many languages: they are loaded where there is a note.
    from inforce.rules.readings.passages import amounts_said

    return tuple(amounts_said(words, language))

"""T105 for what one language of a change note names and another does not: an amount or an address that is left out, or
the number of another section. T109 for words that stand in two languages alike.

Amounts that two languages state otherwise are told by `change_notes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

from inforce.problems import Location, Problem, problem
from inforce.rules.languages import language_name, listed
from inforce.rules.note_sections import sections_called

ONE = frozenset({(12, 0, 0), (1, 0, 0), (0, 7, 0), (0, 1, 0), (0, 0, 3600), (0, 0, 60), (0, 0, 1)})
"""Lengths of one unit: "once a year" is no amount."""
_A_SENTENCE = 4
"""So many words in small letters are no name, nor are twice as many signs where letters have no small form."""
_LeftOut = Iterator[tuple[str, str, tuple[str, ...]]]
"""A language, what it says, and the languages that say nothing of it."""


def check_named_alike(text: Mapping[str, str], where: Location, *, told: frozenset[type]) -> Iterator[Problem]:
    """T105 for the words of a note, by language; kinds of amounts that are `told` already are left out."""
    # The readings bring tables of many languages: they are loaded where there is a note.
    from inforce.rules.readings.tables import table_for

    readable = {language: words for language, words in text.items() if table_for(language)}
    lacking: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for language, said, without in (*_amounts_left_out(readable, told), *_addresses_left_out(text)):
        lacking.setdefault((language, without), []).append(said)
    for (language, without), named in lacking.items():
        shown, those = (f'"{said}"' for said in dict.fromkeys(named)), map(language_name, without)
        yield problem(
            "T105", where, "lacking", shown=listed(shown), language=language_name(language), those=listed(those)
        )
    yield from _other_sections(readable, where)
    yield from _copied(text, where)


def _amounts_left_out(text: Mapping[str, str], told: frozenset[type]) -> _LeftOut:
    """Amounts beyond doubt, in figures or of more than one unit, that another language states in no way: neither about
    the same one, nor its figure, as languages leave a unit out ("seven years instead of ten")."""
    from inforce.rules.readings.likeness import is_same
    from inforce.rules.readings.passages import amounts_said, bare_figures, figure_of
    from inforce.rules.readings.tables import table_for

    amounts = {language: tuple(dict(amounts_said(words, language)).items()) for language, words in text.items()}
    bare = {language: bare_figures(words, language) for language, words in text.items()}
    seen: list[tuple[type, object]] = []
    for language, each in amounts.items():
        table = table_for(language)
        for amount, said in each:
            certain = any(map(str.isdecimal, said)) or (table and table.spaced and amount[1] not in ONE)
            if not certain or amount[0] in told or any(is_same(amount, one) for one in seen):
                continue
            seen.append(amount)
            figure = amount[1].day if isinstance(amount[1], date) else (figure_of(said, language) or (None,))[0]
            without = tuple(
                other
                for other in text
                if figure not in bare[other] and not any(is_same(amount, one) for one, _ in amounts[other])
            )
            if without:
                yield language, said, without


def _addresses_left_out(text: Mapping[str, str]) -> _LeftOut:
    """E-mail addresses, hosts and telephone numbers; pages of one host may be of the language."""
    from inforce.rules.readings.addresses import read_addresses

    named = {
        language: {(one.user.casefold(), one.host): one.text for one in read_addresses(words)}
        for language, words in text.items()
    }
    seen: set[tuple[str, str]] = set()
    for language, addresses in named.items():
        for address, said in addresses.items():
            without = tuple(other for other in text if address not in named[other])
            if without and address not in seen:
                yield language, said, without
            seen.add(address)


def _other_sections(text: Mapping[str, str], where: Location) -> Iterator[Problem]:
    """Pairs of languages that each name a section that the other does not: one may name more of them than another."""
    from inforce.rules.readings.section_numbers import sections_said

    said = {language: dict(sections_said(words, language)) for language, words in text.items()}
    told: set[str] = set()
    for one, other in combinations(said, 2):
        here, there = said[one].keys() - said[other].keys(), said[other].keys() - said[one].keys()
        if here and there and not told & {one, other}:
            told.add(other)
            yield problem(
                "T105",
                where,
                "sections",
                there=_numbered(there),
                other=language_name(other),
                here=_numbered(here),
                one=language_name(one),
            )


def _copied(text: Mapping[str, str], where: Location) -> Iterator[Problem]:
    """Languages with a paragraph that another one has word for word; varieties (`pt`, `pt-BR`) may share theirs."""
    said: dict[str, str] = {}
    for language, words in text.items():
        for paragraph in (" ".join(each.split()) for each in words.split("\n\n")):
            other = said.setdefault(paragraph, language)
            if other.partition("-")[0] == language.partition("-")[0] or not _is_sentence(paragraph):
                continue
            yield problem(
                "T109",
                where,
                "note copied",
                language=language_name(language),
                paragraph=paragraph[:40],
                other=language_name(other),
            )
            break
        else:
            yield from _foreign(words, language, tuple(text), where)


def _foreign(words: str, language: str, languages: tuple[str, ...], where: Location) -> Iterator[Problem]:
    """The first sentence in the words of one language that is of another one of the note."""
    from inforce.rules.readings.foreign import foreign_sentences

    for sentence, other in foreign_sentences(words, language, languages):
        yield problem(
            "T109", where, "note", language=language_name(language), sentence=sentence[:40], other=language_name(other)
        )
        return


def _is_sentence(paragraph: str) -> bool:
    """Whether words are more than names: words in small letters, or signs of a script that has no small ones."""
    small = [word for word in paragraph.split() if word.isalpha() and word.islower()]
    caseless = [char for char in paragraph if char.isalpha() and char.lower() == char.upper()]
    return len(small) >= _A_SENTENCE or len(caseless) > 2 * _A_SENTENCE


def _numbered(numbers: Iterable[str]) -> str:
    return sections_called(sorted(numbers, key=lambda number: [int(part) for part in number.split(".")]))

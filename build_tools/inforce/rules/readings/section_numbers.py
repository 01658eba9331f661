"""Numbers of sections that words name: "section 6.6", "les sections 1 et 6", "Abschnitt 2.1", "第4節", "القسم 4"; in
words, as `spelled_sections` reads them, too.

Articles of laws aren't sections ("Article 13 GDPR", "section 5 of the Act"): an "article" counts where its sentence
names no law, any other word where no law follows the number. Each language has its words in its table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from operator import attrgetter

from inforce.rules.readings.phrases import References
from inforce.rules.readings.sentences import SENTENCE
from inforce.rules.readings.spelled_sections import names_a_section, sections_in_words
from inforce.rules.readings.tables import any_language, table_for

_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}(?![0-9]|[%€$])"
_ITEM = r"(?:\((?:[a-z]|[ivxl]{2,5}|[0-9]{1,2})\)){0,3}"
"""The labels of items behind a number: "3.2(b)", "1(a)(ii)"."""
_NUMBERED = rf"{_NUMBER}{_ITEM}"


def _words(pick: Callable[[References], str]) -> str:
    """Those of all languages: a text may name a section as another language does."""
    return any_language(lambda each: pick(each.references) if each.references else None)


_TO, _AND_ALONE = _words(lambda each: each.to), _words(lambda each: each.and_)
_AND = rf"\s*(?:[,،]\s*(?:{_AND_ALONE})?|{_AND_ALONE}|{_words(lambda each: each.or_)}|{_TO}|&|[-–])\s*"
_AND_ALONE = rf"\s(?:{_AND_ALONE}|&)\s?"
_RANGE = re.compile(rf"\s*(?:{_TO}|[-–])\s*")
_MOST = 50
"""Numbers of a range that are counted."""
_LAW = rf"(?:(?-i:[A-Z]{{3,}}s?|DS-?GVO|EU|UE)(?![A-Za-z])|{_words(lambda each: each.laws)})"
_LAW_THERE = re.compile(_LAW, re.IGNORECASE)
_PARTS = rf"(?:\s?\(\w{{1,3}}\)|,?\s(?:{_words(lambda each: each.parts)})\s\w{{1,3}}\)?)*"
"""What divides an article or a section further."""
_LAW_FOLLOWS = re.compile(
    rf"{_PARTS},?\s(?:(?:{_words(lambda each: each.of)})\s(?:[\w’'-]+\s){{0,3}}(?:[ld][’'])?)?{_LAW}", re.IGNORECASE
)


_PART_OF_IT = re.compile(r",?\s?")
"""What stands between a number and one that divides it: "Article 6, paragraph 1"."""


class Whose(StrEnum):
    """Of which text words say that a number is."""

    OWN = "own"
    OTHERS = "others"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidNumber:
    """A number of a section as words name it."""

    number: str
    """ "6.6"."""
    item: str
    """The labels behind it: "(b)"."""
    words: str
    """Those that name it, with others beside it: "sections 4 and 6.6"."""
    figure: str
    """Those that are the number: "6.6", "third"; '' where they are those of several."""
    start: int
    whose: Whose
    as_laws: bool
    """Whether the word is one of laws too, "article"."""
    may_be_item: bool
    """Whether the word is one for items of lists too, "point"."""
    law_before: bool
    """Whether its sentence names a law before it."""


def names_a_law(text: str) -> bool:
    """Whether words name a law, or what is written as one is: "the Act", "GDPR"."""
    return _LAW_THERE.search(text) is not None


def sections_said(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The number of each section that words name ("6.6"), and the words that do so. Nothing in a language without a
    reading."""
    return ((said.number, said.words) for said in numbers_said(text, language))


def articles_said(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The number of each article that words name, of a law or not, and the words that do so."""
    table = table_for(language)
    reading = _reading(table.language) if table and table.sections else None
    for found in reading.articles.finditer(_in_ascii(text)) if reading else ():
        for number, _ in _listed(found[1] or found[2], before_unit=False):
            yield number, text[found.start() : found.end()]


def numbers_said(text: str, language: str) -> Iterator[SaidNumber]:
    """Each number of a section that words name, in order."""
    table = table_for(language)
    reading = _reading(table.language) if table and table.sections else None
    in_words = reading is not None and names_a_section(text, language)
    if reading is None or not (in_words or any(map(str.isdecimal, text))):
        return
    text, start = _in_ascii(text), 0
    for end in (*(found.start() for found in SENTENCE.finditer(text) if not _is_shortened(text, found)), len(text)):
        said = _in_sentence(text, (start, end), reading)
        spelled = _spelled(text, (start, end), reading, language) if in_words else ()
        yield from sorted((*said, *spelled), key=attrgetter("start"))
        start = end


def _is_shortened(text: str, end: re.Match[str]) -> bool:
    """Whether what looks like the end of a sentence is that of a word that stands before a number: "Sec. 9"."""
    return text[end.start() - 1] == "." and text[end.end() : end.end() + 1].isdecimal()


def _in_sentence(text: str, sentence: tuple[int, int], reading: _Reading) -> Iterator[SaidNumber]:
    """Those in figures."""
    start, end = sentence
    last = start
    for found in reading.pattern.finditer(text, start, end):
        groups, before = found.groupdict(), last
        last = found.end()
        as_laws = bool(groups["laws"] or groups.get("inside_laws"))
        is_own = not groups.get("inside_laws") and reading.own.match(text, found.end())
        of_a_law = as_laws and not is_own and _LAW_THERE.search(text[start:end])
        if _LAW_FOLLOWS.match(text, found.end()) or of_a_law:
            continue
        part_of_it = before > start and _PART_OF_IT.fullmatch(text, before, found.start())
        if part_of_it or reading.not_after.search(text[start : found.start()]):
            continue
        numbers = groups["numbers"] or groups["number"] or groups["inside"]
        for number, item in _listed(numbers, before_unit=reading.units.match(text, found.end()) is not None):
            yield reading.said(text, start, found, number, item, as_laws=as_laws)


def _spelled(text: str, sentence: tuple[int, int], reading: _Reading, language: str) -> Iterator[SaidNumber]:
    """Those in words."""
    start, end = sentence
    for number, found in sections_in_words(text, language, start, end):
        if not _LAW_FOLLOWS.match(text, found.end()):
            groups = found.groupdict()
            figure = "" if groups.get("several") else groups.get("ordinal") or groups.get("one") or found[1]
            yield reading.said(text, start, found, number, figure=figure)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """The patterns of a language."""

    pattern: re.Pattern[str]
    articles: re.Pattern[str]
    own: re.Pattern[str]
    others: re.Pattern[str]
    not_after: re.Pattern[str]
    own_before: re.Pattern[str]
    others_before: re.Pattern[str]
    units: re.Pattern[str]
    of_lists: re.Pattern[str]

    def said(
        self,
        text: str,
        sentence: int,
        found: re.Match[str],
        number: str,
        item: str = "",
        *,
        figure: str | None = None,
        as_laws: bool = False,
    ) -> SaidNumber:
        """A number that words of a sentence name."""
        return SaidNumber(
            number=number,
            item=item,
            words=found[0],
            figure=number if figure is None else figure,
            start=found.start(),
            whose=self.whose(text, sentence, found),
            as_laws=as_laws,
            may_be_item=self.of_lists.search(found[0]) is not None,
            law_before=_LAW_THERE.search(text[sentence : found.start()]) is not None,
        )

    def whose(self, text: str, sentence: int, found: re.Match[str]) -> Whose:
        """Of which text the number is, by the words beside it."""
        before = text[sentence : found.start()]
        if self.own_before.search(before):
            return Whose.OWN
        if self.others_before.search(before):
            return Whose.OTHERS
        if self.own.match(text, found.end()):
            return Whose.OWN
        if self.others.match(text, found.end()):
            return Whose.OTHERS
        return Whose.UNSAID


@cache
def _reading(language: str) -> _Reading | None:
    table = table_for(language)
    words = table.sections if table else None
    if table is None or words is None:
        return None
    called = (
        rf"(?:(?:{words.several}|(?P<laws>{words.of_laws}|§§?))\s?(?P<numbers>{_NUMBERED}(?:{_AND}{_NUMBERED})*)"
        rf"|(?:{words.one})\s(?P<number>{_NUMBERED}(?:{_AND_ALONE}{_NUMBERED})*))"
    )
    before, after = words.around
    inside = rf"{before}\s?(?P<inside>{_NUMBERED})\s?(?:{after}|(?P<inside_laws>{words.around_of_laws}))"
    return _Reading(
        pattern=re.compile(rf"(?<!\w){called}" + (f"|{inside}" if before else ""), re.IGNORECASE),
        articles=re.compile(
            rf"(?<!\w)(?:{words.of_laws}|arts?\.)\s?({_NUMBERED}(?:{_AND}{_NUMBERED})*)"
            rf"|{before}\s?({_NUMBERED})\s?(?:{words.around_of_laws or '(?!)'})",
            re.IGNORECASE,
        ),
        own=_after(words.own),
        others=_after(words.others),
        not_after=_before(words.not_after),
        own_before=_before(words.own_before),
        others_before=_before(words.others_before),
        of_lists=re.compile(rf"(?<!\w)(?:{words.of_lists})", re.IGNORECASE),
        units=_after("|".join(sorted(re.escape(form) for forms in table.units.values() for form in forms))),
    )


def _after(words: str) -> re.Pattern[str]:
    return re.compile(rf"{_PARTS},?\s?(?:{words or '(?!)'})(?!\w)".replace(" ", r"\s"), re.IGNORECASE)


def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})\Z".replace(" ", r"\s") if words else "(?!)", re.IGNORECASE)


def _listed(numbers: str, *, before_unit: bool) -> Iterator[tuple[str, str]]:
    """Each number of a list, and those between the ends of a range ("3 to 5"), with the labels behind it. Before a unit
    the last is an amount: "section 5, 30 days"."""
    found = list(re.finditer(rf"(?P<number>{_NUMBER})(?P<item>{_ITEM})", numbers, re.IGNORECASE))
    last, end = "", 0
    for each in found[:-1] if before_unit else found:
        number = each["number"]
        if last.isdigit() and number.isdigit() and _RANGE.fullmatch(numbers, end, each.start()):
            yield from ((str(one), "") for one in range(int(last) + 1, min(int(number), int(last) + _MOST)))
        yield number, each["item"]
        last, end = number, each.end()


def _in_ascii(text: str) -> str:
    """The text with figures of other scripts as 0 to 9."""
    return "".join(str(int(char)) if char.isdecimal() else char for char in text)

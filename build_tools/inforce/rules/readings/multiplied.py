"""Words beside a value that make another amount of it: "twice [10 years]", "[€5] million", "[10 years] and a half",
"[10 years], and then again as long"; or an uncertain one: "about [10 years]".

Only what stands right beside it, in no other link to a fact, and can mean nothing else is sure; what may as well be
another amount ("[10 years] and 6 months for backups") is not. What a sentence says of the value further on is for
readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from inforce.model.values import Duration, FactValue, Money, Percentage
from inforce.rules.readings.durations import read_duration
from inforce.rules.readings.grown import ANOTHER, Beside, closed, grown, last_words, read_number, words_after
from inforce.rules.readings.plain import plain
from inforce.rules.readings.restated import restated
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import table_for

_NEAR = 60
"""So many characters beside the value are looked at."""
_SIGN_BEFORE = re.compile(r"(\S+)\s*[×✕✖*]\s*\Z|(\d+)\s*[xX]\s*\Z")
_SIGN_AFTER = re.compile(r"\s*[×✕✖*]\s*(\S+)|\s*[xX]\s*(\d+)")
_SHORT_MAGNITUDES = ("k", "m", "mn", "mio", "mln", "bn", "mrd")
"""What multiplies an amount of money in every language."""
_FIGURES_AFTER = re.compile(r"\s(000(?!\d)|\d{3}(?!\d))")
_PUNCTUATION = ".,;:!?()"


def multiplied(
    text: str,
    start: int,
    end: int,
    value: FactValue,
    language: str,
    *,
    within: tuple[int, int] | None = None,
    years: bool = False,
) -> Beside | None:
    """What readers see in place of `text[start:end]`, which states `value`, where the words beside it make another
    amount of it; None where they do not, and in a language without a table. `within`: from the end of the link to a
    fact before it to the start of the next one; `years`: whether a whole number is one of years, as an age is."""
    table = table_for(language)
    if table is None or not isinstance(value, Duration | Money | Percentage | date | int):
        return None
    first, last = within or (0, len(text))
    before = ("" if first == 0 else ANOTHER) + text[first:start]
    after = text[end:last] + ("" if last == len(text) else ANOTHER)
    before, near, said = before[-_NEAR:], after[:_NEAR], text[start:end]
    for found, sure in _before(before, said, table):
        return Beside(" ".join(f"{found}{said}".split()), sure=sure)
    for found, sure in (*_times_after(near, value, table), *_more_after(near, said, value, table, years=years)):
        return Beside(" ".join(f"{said}{found}".split()), sure=sure or closed(after.removeprefix(found)))
    if together := grown(before, said, after, value, table):
        return together
    if years and isinstance(value, int) and (unit := _unit_of_age(after, value, table)):
        said, after, value = said + unit, after.removeprefix(unit), Duration(years=value)
    if beside := restated(before, said, after, value, table):
        return beside
    again, ahead, behind = _again_and_about(table.language)
    if twice := again.match(near):
        return Beside(f"{said}{twice[0]}", sure=closed(after.removeprefix(twice[0])))
    if lead := ahead.search(before):
        return Beside(" ".join(f"{lead[0]}{said}".split()), sure=False)
    rest = behind.match(near)
    return Beside(f"{said}{rest[0]}", sure=False) if rest else None


@lru_cache(maxsize=16)
def _again_and_about(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What counts a value twice, behind it; and what makes it uncertain, before it and behind it."""
    table = table_for(language)
    assert table is not None
    begin, gap, end = (r"(?<!\w)", r"\s+", r"(?!\w)") if table.spaced else ("", r"\s*", "")
    again = re.compile(rf"[,،、;]?{gap}(?:{table.again}){end}", re.IGNORECASE)
    ahead = re.compile(rf"{begin}(?:{table.about[0]}){gap}\Z", re.IGNORECASE)
    return again, ahead, re.compile(rf"[,،、]?{gap}(?:{table.about[1]}){end}", re.IGNORECASE)


def _before(before: str, said: str, table: LanguageTable) -> Iterator[tuple[str, bool]]:
    """The multiplier that ends the words before the value, and whether it can be nothing else: "twice ", "ten times ",
    "2 × "."""
    sign = _SIGN_BEFORE.search(before)
    if sign and read_number((sign[1] or sign[2]).strip(_PUNCTUATION), table) is not None:
        yield sign[0], True
    folded = table.fold(plain(before))
    if table.multiplied_before and (found := table.multiplied_before.search(folded)):
        yield found[0], True
    for words in table.multipliers:
        if folded.endswith(words) and not folded.removesuffix(words)[-1:].isalpha():
            yield last_words(before, len(words.split())), words not in table.verbs or _opens(folded, words, table)
    for times in table.times:
        if folded.endswith(f" {times}"):
            count = folded.removesuffix(times).split()
            for size in (1, 2):
                if read_number(" ".join(count[-size:]), table) is not None:
                    yield last_words(before, len(times.split()) + size), True
    word = folded.rpartition(" ")[2]
    figure = re.fullmatch(r"\d{1,3}", word) and re.match(r"[\d$€£¥]+(?:\s|%|\Z)", said) and before[-1:].isspace()
    if (figure or word in table.minus) and _opens(folded, word, table):
        yield last_words(before, 1), True


def _opens(folded: str, words: str, table: LanguageTable) -> bool:
    """Whether an amount begins with the words that end the text: "within 1 ", and not "under Article 1 "."""
    lead = folded.removesuffix(words).strip()
    return not lead or any(lead == opening or lead.endswith(f" {opening}") for opening in table.before_amounts)


def _times_after(after: str, value: FactValue, table: LanguageTable) -> Iterator[tuple[str, bool]]:
    """The multiplier that follows the value, and whether it can be nothing else: " × 2", " times ten", "の2倍". A whole
    number may begin another amount: "[2] × 30 minutes"."""
    sure = not isinstance(value, int)
    sign = _SIGN_AFTER.match(after)
    if sign and read_number((sign[1] or sign[2]).strip(_PUNCTUATION), table) is not None:
        yield sign[0].rstrip(_PUNCTUATION), sure
    if table.multiplied_after and (found := table.multiplied_after.match(after)):
        yield found[0], sure
    for times in (*table.times, *table.times_after):
        for count in words_after(after, times):
            if read_number(count.strip(_PUNCTUATION), table) not in (None, 1):
                yield after[: after.index(count) + len(count)].rstrip(_PUNCTUATION), sure


def _more_after(
    after: str, said: str, value: FactValue, table: LanguageTable, *, years: bool
) -> Iterator[tuple[str, bool]]:
    """What follows a figure and makes a larger one of it, or counts it in something else, and whether it can be
    nothing else: " million", " 000", " and 50 cents"; "%" after a whole number, " months" after an age."""
    if not isinstance(value, int | Money):
        return
    if isinstance(value, int) and (share := _share(after, table)):
        yield share, True
    word = re.match(r"\s*[^\s.,;:!?()]+" if table.spaced else r"\s*\S+", after)
    token = table.fold(plain(word[0])) if word else ""
    magnitudes = (*table.scales, *table.magnitudes, *(_SHORT_MAGNITUDES if isinstance(value, Money) else ()))
    if word and (token in magnitudes if table.spaced else token.startswith(table.magnitudes)):
        yield (word[0] if table.spaced else word[0][:1]), True
    if (said[-1:].isdigit() or isinstance(value, Money)) and (figures := _FIGURES_AFTER.match(after)):
        yield figures[0], figures[1] == "000"
    if isinstance(value, Money):
        yield from _small_change(after, table)
    elif years:
        for count in (1, 2):
            unit = re.match(rf"(?:\s*[^\s.,;:!?()]+){{{count}}}", after)
            found = read_duration(table.fold(plain(f"{value} {unit[0]}")), table) if unit else None
            if unit and found is not None and found.length != Duration(years=value).length:
                yield unit[0], True


def _unit_of_age(after: str, value: int, table: LanguageTable) -> str | None:
    """ " years" behind an age."""
    unit = re.match(r"\s*[^\s.,;:!?()]+" if table.spaced else r"\S", after)
    read = read_duration(table.fold(plain(f"{value} {unit[0]}")), table) if unit and value > 0 else None
    return unit[0] if unit and read == Duration(years=value) else None


def _share(after: str, table: LanguageTable) -> str | None:
    """ "%", " per cent": what counts in hundredths."""
    gap, end = (r"\s+", r"(?!\w)") if table.spaced else (r"\s*", "")
    words = "|".join(re.escape(word) for word in sorted(table.percent, key=len, reverse=True))
    found = re.match(rf"\s*[%‰٪％]|{gap}(?:{words}){end}", after, re.IGNORECASE)
    return found[0] if found else None


def _small_change(after: str, table: LanguageTable) -> Iterator[tuple[str, bool]]:
    """ " and 50 cents", " fifty"."""
    for join in ("", *table.joins):
        for count in words_after(after, join):
            if read_number(count.strip(_PUNCTUATION), table) is None:
                continue
            through = after[: after.index(count) + len(count)]
            cents = re.match(r"\s*[^\s.,;:!?()]+", after[len(through) :])
            if cents and plain(cents[0]) in table.small_change:
                yield through + cents[0], True
            elif not join and not re.search(r"\d", count) and through == through.rstrip(_PUNCTUATION):
                if closed(after[len(through) :]):
                    yield through, True
            elif not join and not re.search(r"\d", count):
                yield through.rstrip(_PUNCTUATION), True

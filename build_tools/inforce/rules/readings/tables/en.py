"""English."""

from __future__ import annotations

import re
from functools import lru_cache

from inforce.rules.readings.spelled import dictionary, spell, unhyphenated
from inforce.rules.readings.table import Bounds, LanguageTable, SectionWords


def _fold(text: str) -> str:
    return unhyphenated(re.sub(r"\band\b|,", " ", text))


def _forms(number: int) -> tuple[str, ...]:
    words = spell(number, "en")
    return (words, "a " + words.removeprefix("one ")) if words.startswith(("one hundred", "one thousand")) else (words,)


@lru_cache(maxsize=1)
def _words() -> dict[str, int]:
    return dictionary(_forms, _fold)


def _number(text: str) -> int | None:
    return _words().get(_fold(text))


def _ordinals(day: int) -> tuple[str, ...]:
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return (f"{day}{ending}",)


_SMALL = (
    "the of and to your with this that these those for are by we our us will or be not from you it its as "
    "which they their who any when how have has may must can is an at if about only than into such been does "
    "do keep after on no in other"
)


TABLE = LanguageTable(
    language="en",
    locales=("en", "en_GB", "en_AU", "en_CA", "en_IE", "en_IN", "en_BE", "en_NL", "en_150", "en_ZA"),
    number_word=_number,
    decimal=".",
    groups=",",
    half_endings=(" and a half", " and one half"),
    halves=("half a", "half an", "a half", "one half", "half"),
    scales={
        **dict.fromkeys(("million", "millions", "mln", "mn"), 10**6),
        **dict.fromkeys(("billion", "billions", "bn"), 10**9),
        **dict.fromkeys(("trillion", "trillions"), 10**12),
    },
    units={
        "1 year": (
            *("year", "years", "year's", "years'", "yr", "yrs"),
            *("calendar year", "calendar years", "calendar year's", "calendar years'"),
        ),
        "1 month": (
            *("month", "months", "month's", "months'"),
            *("calendar month", "calendar months", "calendar month's", "calendar months'"),
        ),
        "1 week": ("week", "weeks", "week's", "weeks'", "calendar week", "calendar weeks"),
        "1 day": ("day", "days", "day's", "days'", "calendar day", "calendar days", "consecutive days"),
        "1 hour": ("hour", "hours", "hour's", "hours'", "hr", "hrs", "h"),
        "1 minute": ("minute", "minutes", "minute's", "minutes'", "min"),
        "1 second": ("second", "seconds", "second's", "seconds'", "sec"),
        "2 weeks": ("fortnight", "fortnights"),
        "10 years": ("decade", "decades"),
        "3 months": ("quarter", "quarters"),
    },
    articles={"a": 1, "an": 1},
    joins=(", and", "and", ","),
    after_half=("and a half",),
    multipliers=(
        *("twice", "thrice", "double the", "double", "triple the", "triple", "quadruple the", "quadruple"),
        *("half of", "a third of", "a quarter of", "two thirds of", "three quarters of", "a multiple of"),
    ),
    verbs=("double", "double the", "triple", "triple the", "quadruple", "quadruple the"),
    multiplied_before=re.compile(
        r"(?<!\w)(?:an?|one|two|three|four|five|six|seven|eight|nine|\d+)[ -]"
        r"(?:halve|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|hundredth|thousandth)s?"
        r" of(?: the)? ?\Z"
    ),
    times=("times", "times the"),
    times_after=("multiplied by",),
    plus=("plus", "plus another", "plus a further", "and another", "and a further", "minus", "less"),
    minus=("minus",),
    magnitudes=("hundred", "hundreds", "thousand", "thousands", "dozen", "dozens"),
    small_change=("cent", "cents", "pence"),
    before_amounts=(
        *("for", "of", "within", "after", "in", "to", "than", "least", "most", "over", "during", "by", "is", "about"),
        *("only", "until", "every", "another", "or", "at"),
    ),
    respectively=("respectively", "resp"),
    equated=(
        *("i.e.", "ie", "that is", "that is to say", "that means", "which is", "which means", "meaning", "namely"),
        *("in other words", "in words", "viz.", "or rather", "rather", "equal to", "equals", "means", "or in fact"),
        "in fact",
    ),
    ranges=("to", "up to", "or up to", "through"),
    range_leads=("from", "between"),
    overruled=(
        *("effectively", "in practice", "in reality", "in effect", "actually", "really", "de facto", "in truth"),
        *("read", "in actual fact", "more precisely", "or more precisely", "more exactly", "practically speaking"),
        *(f"{verb} to" for verb in ("extended", "prolonged", "raised", "increased", "shortened", "reduced", "cut")),
    ),
    contrasts=(
        ("not", "not for", "not after", "not within"),
        ("but", "but rather", "though", "although", "yet", "however", "which", "albeit"),
    ),
    instead=("instead of", "rather than", "not", "and not"),
    or_else=("or", "or even"),
    about=(
        r"about|around|approximately|approx\.|roughly|nearly|almost|circa|ca\.|more or less",
        r"or so|or thereabouts|approximately|roughly|more or less|give or take",
    ),
    again=r"and (?:then )?(?:for )?(?:again as (?:long|much)|as (?:long|much) again|the same (?:\w+ )?again)"
    r"|and (?:then )?(?:another|a second) such (?:period|term|amount)",
    bounds=Bounds(
        least=(
            r"at least|no (?:less|fewer|shorter) than|not (?:less|fewer) than"
            r"|(?:a )?minimum(?: (?:period|term))?(?: of)?|never(?: for)?|upwards of",
            r"or (?:more|longer|above)|and (?:more|longer|above|beyond)|at (?:least|a minimum)|minimum"
            r"|renew(?:ed|able)\b|extend(?:ed again|able)",
        ),
        most=(
            r"at (?:the )?most|not? (?:more|longer) than|up to|(?:a )?maximum(?: (?:period|term))?(?: of)?"
            r"|(?:without|not) exceeding",
            r"or (?:less|fewer|shorter|below)|at (?:the )?most|maximum|at the outside",
        ),
        more=r"more than|longer than|exceeding|in excess of",
        less=r"less than|fewer than|shorter than|under|below",
        negations=r"\b(?:not|no|never|without|nor|none|unless|cannot)\b|n['’]t\b",
        within=(
            r"within(?: a (?:period|term) of)?|at the latest (?:after|on|by)"
            r"|not? later than|before(?: the)?|until(?: the)?|till"
            r"|by(?: the)?|inside",
            r"at the latest",
        ),
        after=(
            r"(?:(?:only|until) )?after(?: a (?:period|term) of| the)?|from(?: the)?|since(?: the)?"
            r"|as (?:of|from)(?: the)?|no earlier than",
            r"later|onwards?",
        ),
    ),
    runs_from=re.compile(r"after|from|following|since|as of|starting|beginning|at (?:most|least)|in (?:all|total)"),
    date_patterns=(
        "{d} {month} {y}", "{d} {month}, {y}", "{month} {d}, {y}", "{month} {d} {y}",
        "{o} {month} {y}", "{o} {month}, {y}", "{month} {o}, {y}", "{month} {o} {y}",
        "{o} of {month} {y}", "{o} of {month}, {y}", "{o} day of {month} {y}", "{o} day of {month}, {y}",
        "{month} the {o}, {y}", "{d}-{month}-{y}", "{d} of {month} {y}",
    ),
    date_prefixes=("the ",),
    ordinals=_ordinals,
    month_names={9: ("sept", "sept.")},
    month_first=True,
    keeping=re.compile(r"\b(?:kept|stored|retained|expires?|lasts|lifetime|deleted after|valid for)\b"),
    small_words=frozenset(_SMALL.split()),
    sections=SectionWords(
        one=r"section|clause|point|paragraph|part|sec\.|s\.|cl\.|para\.",
        several=r"sections|clauses|points|paragraphs|parts|secs\.|ss\.|cls\.|paras\.",
        of_lists=r"points?|paragraphs?|paras?\.",
        of_laws=r"articles?",
        own=r"(?:above|below|hereof|herein|(?:of|in|to|under) (?:this|these|the present))\b",
        others=r"(?:of|in) (?!the (?:event|case)\b)(?:the|our|your|its|their|his|her|any|each|that|those"
        r"|[\w.&]+['’]s|[\w.&]+s['’])",
        not_after=r"\b(?:this|that|which|what|any|no|some|every|one|each|data|focal|starting|end) ",
    ),
    percent=("percent", "per cent", "per-cent"),
    of_currency=("of",),
)  # fmt: skip

"""What a language says beside values, and a text of itself. Each language's are in its file in `tables/`.

All are patterns, read without case; nothing has a default, so that a new language says of each what it has. None says
that it has no such words, or that nobody has written them yet: the rule that asks stays silent then. `(?!)` says so of
one pattern of a group. Words are as they stand in a text; where it says "plain", as `plain()` leaves them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

NEAR, NEXT = r"[^.;:,()،؛]{0,40}?", r"[^.;:,()،؛]{0,25}?"
"""What may stand between words of one clause."""
NO_NAME_BEFORE = r"(?:\A|[.;:,] )(?:the |la |die |de )?"
"""What may stand before a version's number: no name, of which the version might be."""
WORDS_BETWEEN, SIGNS_BETWEEN = r"(?:\s+[^\s,;:]+){0,2}\s*", r"[^,;:،؛、。]{0,8}"
F24, F7, F365 = "24|٢٤|２４|二十四", "7|٧|７|七", "36[56]|٣٦٥|３６５"
VERSION_NUMBER = r"([0-9]{1,3})(?!\w|[.,][0-9])"


def joined_by(and_or: str) -> str:
    """What joins a name to another one, in a language that parts words: "and", "and from the", "et aux"."""
    return rf"[\s,]*(?:{and_or})(?:\s+[a-zà-ÿ]{{1,5}}){{0,3}}\s+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Starts:
    """From when a period runs: "after your last loan"."""

    start: str
    """What begins such a phrase, or, where words don't stand apart, ends it."""
    back: str
    """What points back, behind the start: "after which"."""
    ends: str
    """Words that end the phrase, beside signs."""
    small: str
    """Small words beyond those of the table, plain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How often something happens, plain and folded."""

    times: str
    """What stands before a unit after how many times; groups are named once, twice, thrice and count."""
    every: str
    """What stands before an interval; its number is the group each."""
    adverbs: tuple[str, str, str, str, str]
    """Each year, month, week, day and three months."""
    often: str
    """How often, with whatever stands before it: "six times", "twice"."""
    per: str
    """What may follow that."""
    each: str
    """What stands before a period that comes again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """How a text promises to tell of changes to itself. What stands beside a period is searched from there."""

    change: str
    itself: str
    """What a text calls itself."""
    tells: str
    effect: str
    before: str
    """What stands behind a period that ends with the change."""
    notice_of: str
    """What stands before one."""
    after: str
    """What stands behind a period that begins when we tell of the change."""
    told_before: str
    """What stands before one, where a language has it there."""
    theirs: str
    """What says that the readers tell of something, or may do it."""
    working: str
    """What makes days working days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prevailing:
    """Which language's text prevails, and in which the text stands."""

    text: str
    """What has a language: a version, a translation."""
    prevails: str
    over: str
    """What stands before the language that yields; between a language and the verb behind it too."""
    stands_in: str
    """What says that the text itself stands in the languages that follow, or, in Japanese, in those within."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """From when a text holds, and until when. The day is \\0."""

    own: str
    """A text of itself: "this policy applies from \\0"; the verb is one of now or later."""
    from_: str
    """ "from \\0"."""
    of_the_text: str
    """What says that the text is meant, or what the sentence has just said of it."""
    put_off: str
    """ "postponed to \\0"."""
    in_force: str
    """What a sentence says of a day on which something begins to hold."""
    first: str
    """What it says of the day on which something began to hold at all, versions ago."""
    ends: str
    """What it says of the day on which something no longer holds, or of the last on which it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """How versions of a policy are named."""

    number: str
    """A version by its number, which is the one group."""
    of_another: str
    """What stands behind the number of a version of something else: "version 9 of the app"."""
    this: str
    """What tells that a policy is this one."""
    this_follows: bool
    """Whether that stands behind what the policy is called."""
    between: str
    """What stands at most between the words that something holds and its day: "in force since the"."""
    of: str
    the: str
    another: str
    """What something else is called by after the policy was named: "this policy names the act in force since"."""
    dated: str
    """What calls a version by a day: "of 5 May 2020"."""
    by_mistake: str
    """What is said of the version, here \\0, that an amendment takes back, or of one that is wrong from the start."""
    holds: str
    """What is said of a version, here \\0, that holds or will: what held once may be told."""
    at_once: str
    """What says that it does so from the time on that is spoken of, not only once its own day has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpelledSections:
    """How a section is called beside its number in words, where nouns and ordinals stand side by side."""

    one: str
    several: str
    and_or: str
    of_another: str
    """What follows the number of a part of another section."""
    endings: tuple[str, ...]
    """What an ordinal may end with, beside nothing."""
    other_ordinals: tuple[tuple[str, int], ...]
    """Those that num2words has not: "seconde"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedSections:
    """The same where a pattern finds the words of the number, as its one group, and a function reads them."""

    pattern: str
    number: Callable[[str], int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """What stands beside numbers of sections and of articles, in whatever language a text is: "6 and 7 of the Act"."""

    laws: str
    """What a law is called."""
    parts: str
    """What divides an article or a section further, before its number."""
    of: str
    and_: str
    or_: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handbook:
    """How pages of the handbook speak of policies."""

    state: str
    """That one does not hold: "is withdrawn"."""
    in_force: str
    articles: str
    """What a name follows in the midst of a line: "the", "our"."""
    since: str
    ours: str
    whose: str
    """What says behind a name whose policy it is: "of"."""
    points: str
    """Words that lead from what is named to the link beside it, which is its address or "here"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Times of day, and hours and days that are counted and mean always."""

    always: str
    """ "24 hours a day", "seven days a week"."""
    morning: str | None
    evening: str | None
    noon: str
    """Noon or midnight."""
    sure: str | None
    """What stands behind an hour: "o'clock"."""
    hours: str | None
    """The same, where it may count hours too: "18 heures"."""
    letters: str
    """Letters behind an hour that may stand for that word."""
    to: str
    """What stands between two times."""
    at: str | None
    """What may stand before the second."""
    before: str | None
    """What stands before an hour and makes it a time."""
    counts_24: bool
    """Whether "6.30" is one of the morning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """All of one language."""

    free: str | None
    """That something costs nothing, plain."""
    going_on: str | None
    """For how long something goes on, {} being the period."""
    looking_back: str | None
    """What a sentence counts that tells what is kept, and not for how long: "the pages of the last 30 minutes"."""
    starts: Starts | None
    until_closed: str | None
    """Until the browser or the tab is closed, plain."""
    until_deleted: str | None
    """Until the visitor deletes it, plain."""
    rates: Rates | None
    shares: Mapping[str, Fraction]
    """Parts of a whole, plain. "Un tiers" and "een derde" are somebody else too: what it is a part of has to follow."""
    before_years: frozenset[str]
    """Words behind which four figures are a year, plain and folded."""
    replaced: str | None
    """What is said of the amount, here \\0, that no longer holds."""
    notice: Notice | None
    prevailing: Prevailing | None
    effect: Effect | None
    versions: Versions | None
    spelled_sections: SpelledSections | CountedSections | None
    joins_names: str | None
    """What stands between two countries named in one breath."""
    changed: str | None
    """What a sentence says of a section that is another than it was."""
    renumbered: str | None
    """What a sentence says of a section by the number that it had."""
    denials: str | None
    """Words that deny, with spaces for apostrophes."""
    clauses: str | None
    """What begins another clause behind a comma: "and", "but"."""
    it: str | None
    """How a sentence goes on to tell of what the one before has named."""
    references: References | None
    handbook: Handbook | None
    hours: Hours | None
    abbreviations: str
    """Words that end with a full stop in the midst of a sentence, parted by spaces."""
    beside_titles: str
    """Articles, prepositions, whose it is, and that it is the one that counts: words beside a policy's title that say
    nothing. Parted by spaces, without marks above letters."""
    policies: str
    """What a policy is called, which may end a longer word; without marks above letters."""
    own_pages: frozenset[str]
    """What the catalogue calls the pages of cookies and of contacts."""


SILENT = Phrases(
    free=None,
    going_on=None,
    looking_back=None,
    starts=None,
    until_closed=None,
    until_deleted=None,
    rates=None,
    shares={},
    before_years=frozenset(),
    replaced=None,
    notice=None,
    prevailing=None,
    effect=None,
    versions=None,
    spelled_sections=None,
    joins_names=None,
    changed=None,
    renumbered=None,
    denials=None,
    clauses=None,
    it=None,
    references=None,
    handbook=None,
    hours=None,
    abbreviations="",
    beside_titles="",
    policies="(?!)",
    own_pages=frozenset(),
)
"""Those of a language that says nothing."""

"""English."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from inforce.rules.readings.phrases import (
    F7,
    F24,
    F365,
    NEAR,
    NEXT,
    NO_NAME_BEFORE,
    VERSION_NUMBER,
    WORDS_BETWEEN,
    Effect,
    Handbook,
    Hours,
    Notice,
    Phrases,
    Prevailing,
    Rates,
    References,
    SpelledSections,
    Starts,
    Versions,
    joined_by,
)
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


_MOMENT = r"the (?:end|beginning|start|date|day|moment|time|expiry|termination|closure|completion|creation|closing) "
PHRASES = Phrases(
    free=r"(?<!not )\bfree(?: of (?:any )?(?:charge|cost))?\b(?!-| (?:to|from|will)\b)"
    r"|\b(?:no|without(?: any| a)?|zero) (?:extra |additional )?(?:charges?|costs?|fees?)\b|\bgratis\b",
    going_on=r"\bfor (?:up to |at most )?{}(?! (?:ago|old)\b)",
    looking_back=r"\b(?:last|past)",
    starts=Starts(
        start=r"(?:counted |calculated |starting |running )?(?:after|following|since|as (?:of|from)"
        rf"|from(?= {_MOMENT}))\s",
        back=r"which|that\b|this\b|these|those|(?:it|them|then)\b(?=[,.]|\Z)|they (?:are|will)\b",
        ends=r"and|or|unless|if|when|while|but|so|in order|before|until",
        small="date day moment time has have had been was were is are end's",
    ),
    until_closed=rf"\buntil {NEAR}\b(?:clos(?:e|es|ed|ing)\b{NEXT}\b(?:browser|tab|window)"
    rf"|(?:browser|tab|window)s? (?:is|are|has been) closed)|\buntil {NEXT}\bsession (?:ends|is over)"
    rf"|\b(?:until|at) the end of (?:the|your|each) (?:browser )?session",
    until_deleted=rf"\buntil {NEAR}\byou (?:{NEXT}\b)?(?:delete|remove|erase|clear) (?:it|them|this|these)\b",
    rates=Rates(
        times=r"(?:(?P<once>once)|(?P<twice>twice)|(?P<thrice>thrice)|(?P<count>[\w-]+) times)"
        r" (?:an?|per|every|each|in an?) ",
        every=r"(?:every|each) (?:(?P<each>[\w-]+) )?",
        adverbs=("annually|yearly", "monthly", "weekly", "daily", "quarterly"),
        often=r"\w+ times|once|twice|thrice",
        per="per",
        each=r"(?:every|each)(?: the)?",
    ),
    shares={
        "(?:one|a)[ -]half of|half (?:of|the)": Fraction(1, 2),
        "(?:one|a)[ -]third of": Fraction(1, 3),
        "two[ -]thirds": Fraction(2, 3),
        "(?:one|a)[ -](?:quarter|fourth) of": Fraction(1, 4),
        "three[ -](?:quarters|fourths)": Fraction(3, 4),
        "(?:one|a)[ -]fifth of": Fraction(1, 5),
    },
    before_years=frozenset({"in", "since", "from", "until", "till", "before", "after", "during"}),
    replaced=r"\b(?:no longer|instead of|rather than)(?: for| after| within| the (?:old|former))? \0|\bfrom \0 to\b"
    r"|\bwas \0",
    notice=Notice(
        change=r"\b(?:chang|amend|modif|updat|revis|alter)\w*|\bnew version",
        itself=r"\b(?:policy|policies|terms|statement|notice|agreement|conditions|declaration|document|version)\b",
        tells=r"\b(?:tell|inform|notif|announc|publish|post|let you know|warn|advis|communicat|e-?mail)\w*"
        r"|\b(?:writ|contact|hear)\w*|\bnotice\b(?! board)|\b(?:send|give) you\b",
        effect=r"\b(?:tak(?:e|es|ing) effect|effective|appl(?:y|ies)|(?:come|go|enter)\w* (?:in)?to (?:force|effect)"
        r"|binding)\b",
        before=r"\s*(?:\w+ ){0,2}?(?:before|beforehand|prior to|in advance|ahead|earlier)\b"
        r"|['’]?s?['’]? (?:(?:prior|advance|written|clear) )*notice\b",
        notice_of=r"\bnotice(?: period)?(?:(?: \w+){0,6}? (?:is|will be))?(?: of)?"
        r"(?: (?:at least|no less than|not less than|minimum))?\s*\Z",
        after=r"\s*(?:after|following|from|of)\b.{0,50}?"
        r"\b(?:publi|post|announc|notif|inform|notice|tell|told|e-?mail|sent|send)",
        told_before=r"(?!)",
        theirs=r"\byou (?:can|may|must|should|have to|need to|could)\b|\b(?:tell|inform|notify|contact) us\b"
        r"|\blet us know\b|\b(?:if|unless|when) you\b(?!.*,)",
        working=r"\b(?:working|business) (?=days?\b)",
    ),
    prevailing=Prevailing(
        text=r"\b(?:text|version|wording|language|translation|original|one)s?\b",
        prevails=r"\bprevails?\b|\bis (?:\w+ ){0,2}(?:authoritative|binding|decisive|controlling)\b"
        r"|\b(?:takes?|has|have) precedence\b|\b(?:govern|control)s?\b",
        over=r"\b(?:over|above)\b",
        stands_in=r"\b(?:this|these|the present)\s(?:\w+\s)?(?:policy|terms|statement|notice|declaration|conditions)\b"
        r"(?:(?: is| are)(?: also)? (?:available|published|provided|drawn up|translated)(?: \w+){0,2}?)? in(?:to)? ",
    ),
    effect=Effect(
        own=r"\b(?:this|these|our|the present)\s(?:\w+\s){0,3}?"
        r"(?:policy|terms|statement|notice|agreement|conditions|declaration|version)\b[^.;,]{0,40}?"
        r"\b(?:takes? effect|(?:is|are) (?:effective|in force|valid)|appl(?:y|ies)"
        r"|(?:comes?|enters?) into (?:force|effect))"
        r"(?: (?:from|on|since|as (?:of|from)|with effect from))?(?: the)? \0"
        r"|\A(?:effective(?: date)?|valid|in force|date of effect)(?: (?:from|on|since|as (?:of|from)))?:? \0"
        r"|\A(?:this (?:policy|page|text|notice|document) was )?last (?:updated|changed|revised|modified)(?: on)?:? \0",
        from_=r"\b(?:with effect from|as of|as from|from)(?: the)? \0",
        of_the_text=r"\b(?:(?:this|these|the(?: new)?|our) (?:policy|terms|texts?|versions?|notice|changes?"
        r"|conditions)\b"
        r"(?! of\b)"
        r"|section [0-9]|\A(?:it|they|this)(?: now| only| will| then| all){0,2}"
        r" (?:appl(?:y|ies)|takes? effect|holds?|(?:comes?|enters?) into (?:force|effect)"
        r"|(?:is|are) (?:effective|in force)))",
        put_off=r"(?:\A|\b(?:it|this (?:policy|version)|these terms|the (?:policy|terms|version|start|entry into force)"
        r"|version [0-9]+) (?:is|are|was|were|has been|have been) )(?:again )?"
        r"(?:postponed|put (?:off|back)|deferred|delayed)(?: again)?(?: from [^.;:,]{1,30})? (?:to|until"
        r"|till)(?: the)? \0"
        r"|\A(?:we (?:have )?)?(?:postponed?|put off|defer(?:red)?) (?:it|this|the (?:policy|terms|version|start)) "
        r"(?:to|until|till)(?: the)? \0",
        in_force=r"\b(?:in force|into force|effective|(?:takes?|took) effect|into effect|appl(?:y|ies))\b",
        first=r"\b(?:first|originally|initially)\b",
        ends=r"(?:withdrawn|repealed|revoked|expires|ceases? to (?:apply|be \w+)|no(?:t| longer)"
        r"(?: in force| appl\w+| valid)(?: any more)?)(?: again)?"
        r" (?:with effect )?(?:from|on|as (?:of|from)|after) (?:the )?\0"
        r"|(?:applies|in force|valid)(?: only)? (?:until|till|up to|through) (?:the )?\0",
    ),
    versions=Versions(
        number=rf"(?<!\w)versions?\s{VERSION_NUMBER}",
        of_another="of",
        this_follows=False,
        between=WORDS_BETWEEN,
        this=r"this|our|the present|the current",
        of="of",
        the="the",
        another=r"\b(?:the|an?|which|that)\b",
        dated=r"(?:of|dated|from)(?: the)?",
        by_mistake=rf"{NO_NAME_BEFORE}\0 (?:was|is|has been|had been) "
        r"(?:(?:adopted|released|published|announced|issued|approved)(?: \w+){0,2} "
        r"(?:by mistake|by accident|in error|too early|too soon|erroneously|prematurely|accidentally)"
        r"|(?:erroneously|prematurely|accidentally|mistakenly) (?:adopted|released|published|announced|issued"
        r"|approved))"
        rf"|{NO_NAME_BEFORE}\0 is (?:hereby )?withdrawn|\bwe withdraw \0",
        holds=r"\0 (?:(?:then|now|will|shall|therefore|thus|again) ){0,2}"
        r"(?:appl(?:y|ies)|holds?|takes? effect|(?:continues?) to (?:apply|hold)"
        r"|(?:is|be|stays?|remains?|comes?|goes)(?: (?:then|now|again|back))*(?: in force| into force| valid"
        r"| applicable))\b(?! (?:no longer|not|never))",
        at_once=r"\b(?:from then|from that day|again|back)\b",
    ),
    spelled_sections=SpelledSections(
        one="section|clause",
        several="sections|clauses",
        and_or="and|or",
        of_another=r"of (?:\w+ ){0,2}(?:section|clause|chapter|annex|schedule|part|article)",
        endings=(),
        other_ordinals=(),
    ),
    joins_names=joined_by("and|or"),
    changed=r"\b(?:now|no longer|henceforth|from now on|instead)\b",
    renumbered=r"\b(?:(?:was|were)(?: in)? (?:sections?|clauses?|points?)|former(?:ly)?|previous(?:ly)?|old|moved?s?"
    r"|renumbered|(?:last|earlier) version|version [0-9]+)\b",
    denials=r"\b(?:not|no|never|nor|neither|nobody|none|nothing|nowhere|without|cannot|\w+n t)\b(?! (?:longer"
    r"|later|more"
    r"|less|fewer|earlier) than\b)",
    clauses=r"(?:and|but)\s",
    it="it",
    references=References(
        laws=r"(?:regulation|act|law|code|directive|charter|convention|treaty)s?\b",
        parts="article|section|chapter|paragraph|clause|point",
        of="of",
        and_="and",
        or_="or",
        to="to",
    ),
    handbook=Handbook(
        state="(?:(?:is|has been) )?(?:suspended|withdrawn|repealed|void)",
        in_force="in force",
        articles="the|our|an?",
        since=r"\bsince\b",
        ours="our",
        whose="of|from|by",
        points="please|you|can|may|read|see|find|consult|view|here|is|are|available|this|link|page",
    ),
    hours=Hours(
        always=rf"(?<![\w.,])(?:(?:{F24}|twenty-four)[ -](?:hours?|h)[ ,]+(?:an?|per|every) day"
        rf"|(?:{F7}|seven)[ -]days?[ ,]+(?:a|per|every) week|(?:{F365})[ -]days[ ,]+(?:a|per) year)(?!\w)",
        morning=r"a\.?\s?m\b\.?|in the morning",
        evening=r"p\.?\s?m\b\.?|in the (?:afternoon|evening)",
        noon=r"\b(?:noon|midday|midnight)\b",
        sure="o['’]clock",
        hours=None,
        letters="",
        to="to|until|till|and",
        at="around",
        before=None,
        counts_24=False,
    ),
    abbreviations="mr mrs ms dr prof st vs e.g i.e cf no nos art arts para paras sec ch fig approx dept est inc ltd "
    "co corp u.s u.k jan feb mar apr jun jul aug sep sept oct nov dec reg eg ie al ed vol pp p",
    beside_titles="a an the of for by at in on to from and our your its this s official current new latest full "
    "version force applicable valid text",
    policies="policy|notice|statement|declaration",
    own_pages=frozenset({"Cookies", "Contact"}),
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
        r"(?:halve|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|hundredth"
        r"|thousandth)s?"
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
    keeping=re.compile(r"\b(?:keep|kept|stored|retain(?:ed)?|expires?|lasts|lifetime|deleted after|valid for)\b"),
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
    countries={
        **dict.fromkeys(("UK", "U.K.", "Great Britain", "Britain", "England", "British"), "GB"),
        **dict.fromkeys(("US", "USA", "U.S.", "U.S.A.", "America"), "US"),
        "Holland": "NL", "Dutch": "NL", "Czech Republic": "CZ", "Turkey": "TR", "Hong Kong": "HK",
    },
    numbered=r"pages?|p\.|chapters?|annexe?s?|schedules?",
    percent=("percent", "per cent", "per-cent"),
    of_currency=("of",),
    glued={},
    alone={},
    currencies={},
    date_suffixes=(),
)  # fmt: skip

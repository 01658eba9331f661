"""Dutch."""

from __future__ import annotations

import re
from functools import lru_cache

from inforce.rules.readings.spelled import dictionary, spell, unhyphenated
from inforce.rules.readings.table import Bounds, LanguageTable, SectionWords


def _fold(text: str) -> str:
    text = unhyphenated(text).replace("één", "een").replace("eén", "een").replace("ë", "e")
    return text.replace(" ", "")


def _forms(number: int) -> tuple[str, ...]:
    words = spell(number, "nl")
    rest = number % 100
    if number > 100 and 0 < rest <= 12:
        ending = spell(rest, "nl")
        return (words, f"{words.removesuffix(ending)}en{ending}")
    return (words,)


@lru_cache(maxsize=1)
def _words() -> dict[str, int]:
    return dictionary(_forms, _fold)


def _number(text: str) -> int | None:
    return _words().get(_fold(text))


_SMALL = (
    "de het een en of van voor met op in aan bij door naar uit over om te tot wij we ons onze u uw je jouw "
    "zij ze hun hij die dat deze dit is zijn wordt worden kan kunnen niet geen als dan ook er wat wie hoe "
    "heeft hebben na"
)


TABLE = LanguageTable(
    language="nl",
    locales=("nl", "nl_BE"),
    number_word=_number,
    decimal=",",
    groups=".",
    half_endings=(" en een half", "ënhalf", "eneenhalf", "enhalf", " en half"),
    halves=("een half", "een halve", "half", "halve"),
    scales={
        **dict.fromkeys(("miljoen", "mln", "mio"), 10**6),
        **dict.fromkeys(("miljard", "mld", "mrd"), 10**9),
        "biljoen": 10**12,
    },
    units={
        "1 year": ("jaar", "jaren", "jaars", "kalenderjaar", "kalenderjaren"),
        "1 month": ("maand", "maanden", "kalendermaand", "kalendermaanden"),
        "1 week": ("week", "weken", "kalenderweek", "kalenderweken"),
        "1 day": ("dag", "dagen", "kalenderdag", "kalenderdagen"),
        "1 hour": ("uur", "uren", "u", "h"),
        "24 hours": ("etmaal", "etmalen"),
        "1 minute": ("minuut", "minuten", "min"),
        "1 second": ("seconde", "seconden", "sec"),
        "3 months": ("kwartaal", "kwartalen"),
        "6 months": ("halfjaar",),
        "10 years": ("decennium", "decennia"),
    },
    glued={"1 year": ("jarig", "jarige")},
    alone={"18 months": ("anderhalf jaar",), "90 minutes": ("anderhalf uur",)},
    joins=(", en", "en", ","),
    after_half=("en een half", "en een halve"),
    half_before_noun=True,
    multipliers=(
        *(
            "tweemaal",
            "driemaal",
            "viermaal",
            "vijfmaal",
            "tienmaal",
            "honderdmaal",
            "anderhalf keer",
            "anderhalf maal",
            "anderhalf",
            "anderhalve",
        ),
        *(
            f"{fold} van"
            for fold in ("het dubbele", "dubbele", "het drievoudige", "het viervoudige", "het tienvoudige")
        ),
        *("de helft van", "een derde van", "een kwart van"),
    ),
    multiplied_before=re.compile(
        r"(?<!\w)(?:een|één|het|de|twee|drie|vier|vijf|zes|zeven|acht|negen) ?"
        r"(?:derde|kwart|vierde|vijfde|zesde|zevende|achtste|negende|tiende|twaalfde|twintigste|honderdste|duizendste)n?"
        r" van(?: de| het)? ?\Z"
    ),
    times=("keer", "maal", "maal de"),
    times_after=("vermenigvuldigd met",),
    plus=("plus", "min", "minus", "en nog eens", "vermeerderd met"),
    minus=("min", "minus"),
    magnitudes=("honderd", "duizend", "dozijn"),
    small_change=("cent", "eurocent"),
    before_amounts=(
        *("gedurende", "binnen", "na", "van", "voor", "hoogstens", "minstens", "maximaal", "minimaal", "ongeveer"),
        *("slechts", "elke", "om", "of"),
    ),
    respectively=("respectievelijk", "resp"),
    equated=(
        *("dus", "dat wil zeggen", "d.w.z.", "dwz", "oftewel", "ofwel", "met andere woorden", "m.a.w.", "namelijk"),
        *("te weten", "dat is", "dat zijn", "in woorden", "of liever", "beter gezegd", "zegge", "wat neerkomt op"),
        *("neerkomt op", "betekent"),
    ),
    ranges=("tot", "tot en met", "t/m", "à"),
    range_leads=("van", "tussen"),
    overruled=(
        *("in de praktijk", "feitelijk", "in werkelijkheid", "effectief", "de facto", "eigenlijk", "daadwerkelijk"),
        *("preciezer gezegd", "nauwkeuriger gezegd", "lees"),
        *(f"{verb} tot" for verb in ("verlengd", "verhoogd", "uitgebreid", "verkort", "verlaagd", "ingekort")),
    ),
    contrasts=(
        ("niet", "niet gedurende", "niet na", "niet binnen"),
        ("maar", "maar wel", "wel", "echter", "doch", "hoewel", "zij het", "wat"),
    ),
    instead=("in plaats van", "en niet", "niet"),
    or_else=("of", "of zelfs"),
    about=(
        r"ongeveer|circa|ca\.|zowat|bijna|om en bij(?: de)?|rond(?: de)?|nagenoeg|plusminus",
        r"ongeveer|om en bij|of zo",
    ),
    again=r"en (?:dan |daarna )?(?:nog eens|nogmaals|opnieuw)"
    r" (?:even ?lang|zo ?lang|zoveel|dezelfde (?:termijn|periode))",
    bounds=Bounds(
        least=(
            r"minstens|minimaal|ten minste|tenminste|op zijn minst|niet (?:minder|korter) dan|een minimum van|nooit",
            r"of (?:meer|langer|ouder)|en (?:meer|langer)|minimum|minimaal|(?:telkens )?verlengbaar|hernieuwbaar",
        ),
        most=(
            r"hoogstens|hooguit|maximaal|ten hoogste|(?:niet|nooit) (?:meer|langer) dan|een maximum van",
            r"of (?:minder|korter)|maximum|maximaal",
        ),
        more=r"meer dan|langer dan",
        less=r"minder dan|korter dan|onder de",
        negations=r"\b(?:niet|geen|nooit|zonder|tenzij|noch)\b",
        within=(
            r"binnen(?: een termijn van| de)?|uiterlijk(?: op| binnen| na)?|vóór|tot(?: en met| uiterlijk)?",
            r"uiterlijk",
        ),
        after=(
            r"(?:pas )?na(?: afloop van| een termijn van| verloop van)?|vanaf|sinds|met ingang van",
            r"later",
        ),
    ),
    runs_from=re.compile(r"na|vanaf|sinds|te rekenen|gerekend|in totaal|hoogstens|minstens|lang"),
    date_patterns=("{d} {month} {y}", "{d} {month}, {y}", "{o} {month} {y}"),
    date_prefixes=("de ",),
    ordinals=lambda day: (f"{day}e",),
    month_names={9: ("sept", "sept."), 3: ("mrt.", "maa")},
    keeping=re.compile(r"bewaard|opgeslagen|vervalt|verloopt|levensduur|verwijderd na|geldig"),
    small_words=frozenset(_SMALL.split()),
    sections=SectionWords(
        one=r"sectie|afdeling|hoofdstuk|punt|rubriek|paragraaf",
        several=r"secties|afdelingen|hoofdstukken|punten|rubrieken|paragrafen",
        of_lists=r"punt(?:en)?",
        of_laws=r"artikel(?:en)?",
        own=r"(?:hierboven|hieronder|hiervan|hierna|(?:van|in|uit) (?:dit|deze|onderhavige|de onderhavige))\b",
        others=r"(?:van|in|uit) (?:de|het|een|onze|ons|uw|jouw|zijn|haar|hun|(?-i:[A-Z])[\w.&]+)\b",
    ),
    percent=("procent", "percent", "pct."),
)

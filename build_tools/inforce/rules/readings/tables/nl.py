"""Dutch."""

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


PHRASES = Phrases(
    free=r"(?<!niet )\b(?:gratis|kosteloo?s|kosteloze)\b|\b(?:zonder|geen) (?:extra )?kosten\b",
    going_on=r"\b(?:gedurende|voor) {}(?! en\b| of\b)|{} lang\b",
    looking_back=r"\b(?:laatste|afgelopen)",
    starts=Starts(
        start=r"(?:na|nadat|vanaf|sinds|met ingang van|te rekenen vanaf)\s",
        back=r"dit\b|dat\b|deze\b|die\b|daarvan",
        ends=r"en|of|tenzij|indien|als|wanneer|maar|voordat|op|aan|worden|wordt|verwijder\w*|bewaar\w*",
        small="datum dag moment tijdstip",
    ),
    until_closed=rf"\btot(?:dat)? {NEAR}\b(?:browser|tabblad|venster)\b{NEXT}\b(?:sluit|gesloten|afsluit)"
    rf"|\btot (?:bij )?(?:het|de) (?:sluiten|afsluiten) van (?:de|het|uw|je) (?:browser|tabblad|venster)"
    rf"|\btot (?:het )?einde van (?:de|uw|je|elke) (?:browser)?sessie",
    until_deleted=rf"\btot(?:dat)? {NEAR}\b(?:het|ze|hem|deze|die) (?:zelf )?(?:verwijdert|wist|verwijderd hebt)\b",
    rates=Rates(
        times=r"(?:(?P<once>eens|eenmaal)|(?P<twice>tweemaal)|(?P<thrice>driemaal)|(?P<count>[\w-]+) (?:keer|maal))"
        r" (?:per|in de|in het|elke?|iedere?|in een) ",
        every=r"(?:elke?|iedere?|om de|alle) (?:(?P<each>[\w-]+) )?",
        adverbs=("jaarlijkse?", "maandelijkse?", "wekelijkse?", "dagelijkse?", "driemaandelijkse?"),
        often=r"keer|\w*maal",
        per="per|in|in het",
        each="alle|elke|om de",
    ),
    shares={
        "de helft": Fraction(1, 2),
        "(?:een|één) derde (?:van|deel|ervan)": Fraction(1, 3),
        "twee[ -]?derden?": Fraction(2, 3),
        "(?:een|één) (?:kwart|vierde (?:van|deel|ervan))": Fraction(1, 4),
        "drie[ -]?(?:kwart|vierden?)": Fraction(3, 4),
        "(?:een|één) vijfde (?:van|deel|ervan)": Fraction(1, 5),
    },
    before_years=frozenset({"in", "sinds", "vanaf", "tot", "voor", "na"}),
    replaced=r"\b(?:in plaats van|niet langer|niet meer)(?: de)?(?: vroegere)? \0|\bvan \0 naar\b|\bwas \0",
    notice=Notice(
        change=r"\b(?:wijzig|gewijzigd|verander|aanpass|aangepast|herzie|bijgewerkt|bijwerk|actualis)\w*"
        r"|\bnieuwe versie",
        itself=r"\w*(?:beleid|voorwaarden|verklaring|kennisgeving|overeenkomst|document|versie)\b",
        tells=r"\b(?:laten|laat)\b.*\bweten\b|\b(?:informer|geïnformeerd|meld|mede?del|meegedeeld|kondig|aankondig"
        r"|aangekondigd|bericht|publice|gepubliceerd|waarschuw|mail|schrijv|sturen|brengen|verwittig|bekend|hoor)\w*"
        r"|\bop de hoogte\b|\bin kennis\b",
        effect=r"\b(?:in werking|van kracht|van toepassing|geld(?:t|en)|ingaan|gaa[nt]?\b.*\bin|ingang)\b",
        before=r"\s*(?:\w+ ){0,2}?(?:van tevoren|tevoren|vooraf|voordat|vóór|voor (?:de|het|dat|die|een|zij|ze)"
        r"|op voorhand|voorafgaand\w*|eerder)\b",
        notice_of=r"\b(?:termijn|aankondiging|kennisgeving|vooraankondiging) van"
        r"(?: (?:ten minste|minstens|minimaal))?\s*\Z",
        after=r"\s*(?:na(?:dat)?|vanaf)\b.{0,50}?(?:publi|aankondig|bekend|kennisgeving|meld|medede|bericht|e-?mail)",
        told_before=r"(?!)",
        theirs=r"\bu (?:kunt|moet|dient|mag)\b|\b(?:kunt|moet|mag) u\b|\b(?:als|indien) u\b(?!.*,)"
        r"|\bons\b.{0,30}\b(?:weten|informeren|melden|in kennis)\b",
        working=r"\bwerk(?=dag)",
    ),
    prevailing=Prevailing(
        text=r"\w*(?:tekst(?:en)?|versies?|taal|vertaling(?:en)?|origineel)\b|\b(?:de|het) (?=\w+[.;]?\Z)",
        prevails=r"\bprevale\w+|\b(?:is|zijn) (?:\w+ ){0,2}(?:doorslaggevend|leidend|bindend|bepalend)\b"
        r"|\b(?:heeft|hebben) (?:\w+ ){0,4}voorrang\b|\b(?:gaat|gaan) (?:\w+ ){0,4}voor\b|\bdoorslaggevend\b",
        over=r"\b(?:boven|op)\b",
        stands_in=r"\b(?:deze|dit)\s(?:\w+\s)?\w*(?:beleid|voorwaarden|verklaring)"
        r"(?: (?:is|zijn)(?: ook)? (?:beschikbaar|gepubliceerd|opgesteld|vertaald))? in (?:het )?",
    ),
    effect=Effect(
        own=r"\b(?:deze|dit|onze|ons)\s(?:\w+\s){0,2}?\w*(?:beleid|voorwaarden|verklaring|versie"
        r"|document)\b[^.;,]{0,40}?"
        r"\b(?:treedt|treden|geldt|gelden|gaat|gaan|(?:is|zijn) van (?:kracht|toepassing))(?: in werking| in)?"
        r" (?:op|vanaf|per|met ingang van|sinds) \0"
        r"|\A(?:geldig|van kracht|ingangsdatum)(?: (?:vanaf|per|sinds))?:? \0"
        r"|\A(?:laatst (?:bijgewerkt|gewijzigd)|laatste (?:wijziging|bijwerking|update))(?: op)?:? \0",
        from_=r"\b(?:vanaf|per|met ingang van) \0",
        of_the_text=r"\b(?:(?:dit|deze|het|de|ons|onze)(?: nieuwe)?"
        r" (?:beleid|voorwaarden|tekst|versie|verklaring|wijziging(?:en)?)\b(?! van\b)"
        r"|punt [0-9]|\A(?:het|ze|zij|dit|dat) (?:geldt|gelden|gaa[nt]? in|treedt|treden))\b",
        put_off=r"(?:\A|\b(?:het|dit beleid|deze versie|de (?:voorwaarden|versie)|versie [0-9]+) (?:is|zijn"
        r"|wordt|worden) )"
        r"(?:(?:uitgesteld|verschoven|verplaatst)(?: van [^.;:,]{1,30})? (?:tot|naar) \0"
        r"|(?:tot|naar) \0 (?:uitgesteld|verschoven|verplaatst))",
        in_force=r"\b(?:van kracht|in werking|geldt|gelden|met ingang van)\b",
        first=r"\b(?:(?:voor het )?eerst|aanvankelijk|oorspronkelijke?)\b",
        ends=r"(?:op|per|vanaf|met ingang van) \0(?: geldt| gelden)?(?: \w+){0,2}"
        r" (?:ingetrokken|opgeheven|niet (?:meer|langer))"
        r"|(?:vervalt|ingetrokken|niet (?:meer|langer)(?: van \w+)?) (?:op|per|vanaf|met ingang van) \0"
        r"|(?:geldt|gelden|van kracht|van toepassing)(?: nog)? tot(?: en met)? \0",
    ),
    versions=Versions(
        number=rf"(?<!\w)versies?\s{VERSION_NUMBER}",
        of_another="van",
        this_follows=False,
        between=WORDS_BETWEEN,
        this=r"dit|deze|ons|onze",
        of="van",
        the="de|het",
        another=r"\b(?:de|het|een|die|dat)\b",
        dated=r"van|d\.d\.|gedateerd",
        by_mistake=rf"{NO_NAME_BEFORE}\0 (?:is|werd|was) (?:per ongeluk|bij vergissing|ten onrechte|te vroeg"
        r"|abusievelijk) "
        r"(?:aangenomen|gepubliceerd|uitgebracht|aangekondigd|goedgekeurd)"
        rf"|{NO_NAME_BEFORE}\0 (?:is|wordt) ingetrokken",
        holds=r"\0 (?:geldt|blijft(?: dan)? (?:gelden|van kracht)|(?:is|wordt)(?: (?:dan|weer|opnieuw))* van kracht"
        r"|treedt(?: (?:dan|weer|opnieuw))* in werking)(?! niet)|\b(?:geldt|treedt)(?: (?:dan|weer|opnieuw))* \0",
        at_once=r"\b(?:vanaf (?:dan|die dag)|weer|opnieuw)\b",
    ),
    spelled_sections=SpelledSections(
        one="sectie|afdeling|hoofdstuk|rubriek",
        several="secties|afdelingen|hoofdstukken|rubrieken",
        and_or="en|of",
        of_another=r"van (?:\w+ ){0,2}(?:sectie|afdeling|hoofdstuk|bijlage|deel|artikel)",
        endings=(),
        other_ordinals=(),
    ),
    joins_names=joined_by("en|of"),
    changed=r"\b(?:nu|voortaan|niet langer|niet meer)\b",
    renumbered=r"\b(?:(?:was|waren) punt(?:en)?|voorheen|voormalige?|vroegere?|vorige?|oude|verplaatst|hernummerd"
    r"|versie [0-9]+)\b",
    denials=r"\b(?:niet|geen|nooit|niemand|niets|zonder|noch|nergens|evenmin)\b",
    clauses=r"(?:en|maar)\s",
    it="ze|die|deze",
    references=References(
        laws=r"\w*(?:verordening|wet|wetboek|richtlijn|verdrag|handvest)\b",
        parts="artikel|hoofdstuk|lid|punt|onder",
        of="van",
        and_="en",
        or_="of",
        to="tot(?: en met)?",
    ),
    handbook=Handbook(
        state="(?:(?:is|wordt|werd) )?(?:opgeschort|ingetrokken)",
        in_force="van kracht",
        articles="de|het|ons|onze|een",
        since=r"\bsinds\b",
        ours="onze|ons",
        whose="van",
        points="lees|lezen|zie|vindt?|hier|is|staat|kunt|beschikbaar|deze|pagina",
    ),
    hours=Hours(
        always=rf"(?<![\w.,])(?:(?:{F24}|vierentwintig)[ -](?:uur|h)[ ,]+(?:per dag|op (?:{F24}|vierentwintig))"
        rf"|(?:{F7}|zeven)[ -]dagen[ ,]+(?:(?:in de|per) week|op (?:{F7}|zeven))|(?:{F365})[ -]dagen[ ,]+per"
        r" jaar)(?!\w)",
        morning="['’`]s (?:ochtends|morgens|nachts)",
        evening="['’`]s (?:middags|avonds)",
        noon=r"\b(?:middag|middernacht)\b",
        sure=None,
        hours="uur",
        letters="hu",
        to="tot(?: en met)?|en",
        at=None,
        before=None,
        counts_24=True,
    ),
    abbreviations="bijv bv d.w.z m.b.t t.a.v i.v.m o.a m.a.w t.b.v t.o.v n.a.v resp art nr blz ca dhr mevr dr prof "
    "evt incl excl max min tel jan feb mrt apr jun jul aug sept okt nov dec jl lid st sub",
    beside_titles="de het een van voor bij in op en ons onze uw dit officiele nieuwe huidige versie kracht geldend "
    "geldende tekst",
    policies="beleid|verklaring|kennisgeving",
    own_pages=frozenset({"Cookies", "Contact"}),
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
        r"(?:derde|kwart|vierde|vijfde|zesde|zevende|achtste|negende|tiende|twaalfde|twintigste|honderdste"
        r"|duizendste)n?"
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
    keeping=re.compile(r"bewaa?re?n?d?\b|bewaard|opgeslagen|vervalt|verloopt|levensduur|verwijderd na|geldig"),
    small_words=frozenset(_SMALL.split()),
    sections=SectionWords(
        one=r"sectie|afdeling|hoofdstuk|punt|rubriek|paragraaf",
        several=r"secties|afdelingen|hoofdstukken|punten|rubrieken|paragrafen",
        of_lists=r"punt(?:en)?",
        of_laws=r"artikel(?:en)?",
        own=r"(?:hierboven|hieronder|hiervan|hierna|(?:van|in|uit) (?:dit|deze|onderhavige|de onderhavige))\b",
        others=r"(?:van|in|uit) (?:de|het|een|onze|ons|uw|jouw|zijn|haar|hun|(?-i:[A-Z])[\w.&]+)\b",
    ),
    countries={
        **dict.fromkeys(("VK", "UK", "Groot-Brittannië", "Engeland", "Brits", "Britse"), "GB"),
        **dict.fromkeys(("VS", "V.S.", "USA", "Amerika"), "US"),
        "Holland": "NL",
        "Tsjechische Republiek": "CZ",
        "Hongkong": "HK",
        "Hong Kong": "HK",
    },
    numbered=r"pagina(?:['’]s)?|p\.|blz\.|bijlagen?",
    percent=("procent", "percent", "pct."),
    articles={},
    verbs=(),
    currencies={},
    date_suffixes=(),
    of_currency=(),
)

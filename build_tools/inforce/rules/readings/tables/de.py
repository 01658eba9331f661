"""German: every case of the units, and the compounds of number and unit (zehnjährig, Zweimonatsfrist)."""

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
from inforce.rules.readings.spelled import dictionary, spell
from inforce.rules.readings.table import Bounds, LanguageTable, SectionWords

_ONE = ("ein", "eins", "eine", "einen", "einem", "einer", "eines", "1")
_GENITIVE = {2: ("zweier", "zwo"), 3: ("dreier",)}
_ADJECTIVE = ("", "e", "er", "es", "en", "em")


def _fold(text: str) -> str:
    return text.casefold().replace(" ", "").replace("-", "")


def _forms(number: int) -> tuple[str, ...]:
    if number == 1:
        return _ONE
    words = spell(number, "de")
    short = words.removeprefix("ein") if words.startswith(("einhundert", "eintausend")) else words
    return (words, short, *_GENITIVE.get(number, ()))


@lru_cache(maxsize=1)
def _words() -> dict[str, int]:
    return dictionary(_forms, _fold)


def _number(text: str) -> int | None:
    return _words().get(_fold(text))


def _calendar(*forms: str) -> tuple[str, ...]:
    return tuple(f"kalender{form}" for form in forms)


def _glued(adjective: str, *terms: str) -> tuple[str, ...]:
    return (*(adjective + ending for ending in _ADJECTIVE), *terms)


_SMALL = (
    "der die das den dem des ein eine einen einem einer eines und oder zu zum zur mit für von vom auf an am "
    "in im bei nach aus durch über unter wir uns unser unsere unserer unseren sie ihr ihre ihrer ihren ihrem "
    "es ist sind wird werden kann können nicht nur dass wenn als wie auch sich haben hat"
)


PHRASES = Phrases(
    free=r"(?<!nicht )\b(?:kostenlos|kostenfrei|unentgeltlich|gebührenfrei|gratis)(?:e[nmrs]?)?\b"
    r"|\b(?:ohne|keine) (?:kosten|gebühr(?:en)?|entgelt)\b",
    going_on=r"\b(?:für|während) {}|{} lang\b",
    looking_back=r"\bletzten?",
    starts=Starts(
        start=r"(?:nach|nachdem|ab|seit)\s",
        back=r"diese[rmns]?\b|welche[rmn]?\b|jene[rmn]?\b|deren\b|dem(?=\s*[,.])",
        ends=r"und|oder|sofern|soweit|falls|wenn|aber|bevor|auf|auf keine|gelöscht|aufbewahrt|gespeichert",
        small="tag datum zeitpunkt dem der den ihres unseres deines",
    ),
    until_closed=rf"\bbis {NEAR}\b(?:browser|tab|fenster)s?\b{NEXT}\b(?:schliess|geschlossen|beend)"
    r"|\bbis zum (?:schliessen|beenden) (?:des|ihres) (?:browser|tab|fenster)"
    r"|\bbis zum ende (?:der|ihrer|jeder) (?:browser-?)?(?:sitzung|session)",
    until_deleted=rf"\bbis sie {NEAR}\b(?:es|sie|ihn|diese[ns]?) (?:selbst )?(?:löschen|entfernen|gelöscht haben)\b",
    rates=Rates(
        times=r"(?:(?P<once>einmal)|(?P<twice>zweimal)|(?P<thrice>dreimal)|(?P<count>[\w-]+) mal)"
        r" (?:im|pro|in der|je|jede[nrsm]?|am|in einem|in einer) ",
        every=r"(?:alle|jede[nrsm]?) (?:(?P<each>[\w-]+) )?",
        adverbs=(
            *("jährlich(?:e[nrsm]?)?", "monatlich(?:e[nrsm]?)?", "wöchentlich(?:e[nrsm]?)?", "täglich(?:e[nrsm]?)?"),
            "vierteljährlich(?:e[nrsm]?)?",
        ),
        often=r"\w*mal",
        per="pro|in|im|in der",
        each="alle",
    ),
    shares={
        "(?:die |der )hälfte": Fraction(1, 2),
        "(?:ein|einem|das|dem) drittel": Fraction(1, 3),
        "zwei drittel[n]?": Fraction(2, 3),
        "(?:ein|einem|das|dem) viertel": Fraction(1, 4),
        "drei ?viertel[n]?": Fraction(3, 4),
        "(?:ein|einem) fünftel": Fraction(1, 5),
    },
    before_years=frozenset({"in", "seit", "ab", "bis", "vor", "nach", "jahr", "jahre"}),
    replaced=r"\b(?:(?:an)?statt|anstelle von|nicht mehr|nicht länger)(?: bisher\w*| de[rn])? \0|\bvon \0 auf\b"
    r"|\bwar(?:en)? \0",
    notice=Notice(
        change=r"\b(?:\w*änder|geändert|anpass|angepasst|überarbeit|aktualis)\w*|\bneue\w? (?:Fassung|Version)",
        itself=r"\w*(?:erklärung|richtlinie|bedingungen|hinweise?n?|agb|fassung|vertrag|dokument|version)\b",
        tells=r"\b(?:unterricht|inform|mitteil|mitgeteilt|kündig|ankündig|angekündigt|bekannt|veröffentlich"
        r"|benachrichtig"
        r"|schreib|hinweis|weisen|verständig|nachricht|erfahren)\w*|\bteil\w+\b.*\bmit\b|\bsenden\b",
        effect=r"\b(?:in Kraft|wirksam|gelten|gilt|Anwendung)\b",
        before=r"\s*(?:\w+ ){0,2}?(?:im Voraus|im Vorhinein|vorher|zuvor|vorab|vor|bevor)\b"
        r"|\s*(?:Vora|A)nkündigung\w*|\s*Frist\b",
        notice_of=r"\b(?:Frist|Vorlauf|Vorlaufzeit|\w*nkündigungsfrist)(?: von)?(?: (?:mindestens|wenigstens))?\s*\Z",
        after=r"\s*(?:nach(?:dem)?|ab)\b.{0,50}?"
        r"(?:veröffentlich|bekannt|ankündig|angekündigt|mitteil|benachrichtig|zugang|inform)",
        told_before=r"(?!)",
        theirs=r"\bSie (?:können|müssen|dürfen|sollten|haben)\b|\b(?:können|müssen|dürfen) Sie\b"
        r"|\bSie uns\b|\b(?:wenn|falls) Sie\b(?!.*,)|\buns\b.{0,30}\b(?:mitteil|informier|benachrichtig)",
        working=r"\b(?:Werk|Arbeits)(?=tag)",
    ),
    prevailing=Prevailing(
        text=r"\w*(?:text(?:e[sn]?)?|fassung(?:en)?|version(?:en)?|sprache|übersetzung(?:en)?|wortlaut)\b",
        prevails=r"\bmaßgeb\w+|\bmassgeb\w+|\bverbindlich\b|\bausschlaggebend\b|\bvorrang\b|\bvorrangig\b"
        r"|\bgeh(?:t|en)\b(?=.{1,60}\bvor\b)",
        over=r"\bvor (?=de[rmn]\b)|\bgegenüber\b",
        stands_in=r"\b(?:diese)\s(?:\w+\s)?\w*(?:erklärung|bedingungen|richtlinie|hinweise)"
        r"(?: (?:ist|sind|liegt|gibt es))?(?: auch)? (?:auf|in) ",
    ),
    effect=Effect(
        own=r"\b(?:diese[rs]?|unsere)\s(?:\w+\s){0,2}?\w*(?:erklärung|richtlinie|bedingungen|hinweise|fassung"
        r"|version)\b"
        r"[^.;,]{0,40}?\b(?:gilt|gelten|tritt|treten|(?:ist|sind) (?:gültig|wirksam)|wird wirksam)"
        r" (?:ab|am|seit|zum|mit Wirkung vom)(?: dem)? \0"
        r"|\A(?:gültig|wirksam|in Kraft)(?: (?:ab|seit))?(?: dem)?:? \0"
        r"|\A(?:zuletzt (?:aktualisiert|geändert)|letzte (?:änderung|aktualisierung)|stand)(?: am| vom)?:? \0",
        from_=r"\b(?:ab(?: dem)?|mit Wirkung (?:vom|zum)) \0",
        of_the_text=r"\b(?:(?:diese[rsmn]?|die|der|den|das|im|unsere[rsmn]?)(?: neuen?)?"
        r" (?:\w*erklärung|\w*bedingungen|text|fassung|version|änderung(?:en)?)\b(?! (?:von|de[rs])\b)|abschnitt [0-9]"
        r"|\A(?:sie|es|das|dies) (?:gilt|gelten|tritt|treten))\b",
        put_off=r"(?:\A|\b(?:sie|diese (?:fassung|version|erklärung)|die (?:fassung|version|bedingungen|\w*erklärung)"
        r"|das inkrafttreten|(?:fassung|version) [0-9]+) (?:ist|sind|wird|werden|wurde|wurden) )"
        r"(?:(?:verschoben|vertagt|aufgeschoben)(?: vom [^.;:,]{1,30})? (?:auf|bis)(?: den| zum)? \0"
        r"|(?:auf|bis)(?: den| zum)? \0 (?:verschoben|vertagt|aufgeschoben))",
        in_force=r"\b(?:in Kraft|gilt|gelten|wirksam)\b",
        first=r"\b(?:erst(?:mals|malig)|zum ersten Mal|zuerst|ursprünglich)\b",
        ends=r"(?:am|zum|ab(?: dem)?|mit Wirkung (?:vom|zum)) \0(?: gilt| gelten)?(?: \w+){0,2}"
        r" (?:zurückgezogen|aufgehoben|außer Kraft|nicht mehr)"
        r"|(?:zurückgezogen|aufgehoben|nicht mehr(?: in Kraft)?) (?:am|zum|ab(?: dem)?) \0"
        r"|(?:gilt|gelten|in Kraft)(?: nur)?(?: noch)? bis(?: zum)? \0",
    ),
    versions=Versions(
        number=rf"(?<!\w)(?:version|fassung)\s{VERSION_NUMBER}",
        of_another="von|vom|des|der",
        this_follows=False,
        between=WORDS_BETWEEN,
        this=r"diese[rsmn]?|unsere[rsmn]?|de[rsmn] vorliegenden?|die vorliegende",
        of="von",
        the="de[rs]",
        another=r"\b(?:de[rn]|die|das|eine?[nr]?)\b",
        dated=r"vom",
        by_mistake=rf"{NO_NAME_BEFORE}\0 (?:wurde|ist|war) (?:irrtümlich|versehentlich|zu früh|aus versehen"
        r"|fälschlich) "
        r"(?:veröffentlicht|freigegeben|beschlossen|angekündigt|verabschiedet)"
        rf"|{NO_NAME_BEFORE}\0 wird (?:hiermit )?zurückgezogen",
        holds=r"\0 (?:gilt|bleibt|ist(?: (?:dann|wieder))* (?:gültig|in Kraft)|tritt(?: (?:dann|wieder))* in Kraft"
        r"|wird(?: wieder)? (?:gültig|wirksam))(?! nicht)|\b(?:gilt|bleibt)(?: (?:dann|wieder|erneut|weiter))* \0",
        at_once=r"\b(?:ab dann|von da an|ab diesem tag|wieder|erneut)\b",
    ),
    spelled_sections=SpelledSections(
        one="abschnitt(?:e?s)?|kapitels?",
        several="abschnitten?|kapiteln?",
        and_or="und|oder",
        of_another=r"(?:des|der|von|vom) (?:\w+ ){0,2}(?:abschnitt|kapitel|anhang|anlage|teil|artikel)",
        endings=("n", "r", "s", "m"),
        other_ordinals=(),
    ),
    joins_names=joined_by("und|oder"),
    changed=r"\b(?:nun|nunmehr|jetzt|künftig|nicht mehr)\b",
    renumbered=r"\b(?:war(?:en)? Abschnitte?|bisherige\w*|früher\w*|ehemalige\w*|vorige\w*|alte[nr]?|verschoben"
    r"|umnummeriert|Fassung [0-9]+)\b",
    denials=r"\b(?:nicht|kein(?:e[nmrs]?)?|nie|niemals|niemand(?:e[nm])?|nichts|ohne|weder|nirgends)\b",
    clauses=r"(?:und|aber)\s",
    it="sie|dieser|die",
    references=References(
        laws=r"\w*(?:verordnung|gesetz|gesetzes|gesetzbuch|gesetzbuchs|gesetzbuches|richtlinie|charta)\b",
        parts=r"artikel|kapitel|absatz|satz|abs\.|lit\.",
        of="des|der|von",
        and_="und",
        or_="oder",
        to="bis",
    ),
    handbook=Handbook(
        state="(?:(?:ist|wurde) )?(?:ausgesetzt|aufgehoben)",
        in_force="in kraft",
        articles="die|der|das|den|dem|unsere[nrs]?|eine?",
        since=r"\bseit\b",
        ours="unsere[nr]?",
        whose="von|der",
        points="lesen|lies|siehe|finden|ist|steht|können|verfügbar|diese[rs]?|seite",
    ),
    hours=Hours(
        always=rf"(?<![\w.,])(?:(?:{F24}|vierundzwanzig)[ -](?:Stunden|h)[ ,]+(?:(?:am|pro) Tag|täglich)"
        rf"|(?:{F7}|sieben)[ -]Tagen?[ ,]+(?:die|in der|pro) Woche|(?:{F365})[ -]Tagen?[ ,]+(?:im|pro) Jahr)(?!\w)",
        morning=r"morgens|vormittags|früh\b",
        evening=r"nachmittags|(?:am )?abends?\b",
        noon=r"\b(?:mittags?|mitternacht)\b",
        sure="Uhr",
        hours=None,
        letters="h",
        to="bis|und",
        at=None,
        before=None,
        counts_24=True,
    ),
    abbreviations="bzw z.b d.h u.a u.u i.d.r i.s.d i.s.v i.v.m z.t o.ä o.g s.o s.u ggf bspw abs art nr lit vgl inkl "
    "exkl usf dr prof hr fr st str tel ca evtl gem max min mio mrd ziff jan feb apr jun jul aug sept "
    "okt nov dez sog bzgl zzgl abzgl einschl vorm ehem allg entspr insb gegebenenf s bsp ff",
    beside_titles="der die das den dem des ein eine von vom fur bei im in und unser unsere ihre diese offizielle neue "
    "aktuelle kraft geltende gultige fassung text",
    policies="erklarung|hinweise?|richtlinie|bestimmungen",
    own_pages=frozenset({"Cookies", "Kontakt"}),
)


TABLE = LanguageTable(
    language="de",
    locales=("de", "de_AT", "de_CH", "de_BE"),
    number_word=_number,
    decimal=",",
    groups=".'",
    half_endings=("einhalb", " und ein halbes", " und eine halbe", " und einen halben", " und einem halben"),
    halves=(
        "ein halbes", "eine halbe", "einen halben", "einem halben", "einer halben", "eines halben", "halbes", "halbe",
    ),
    scales={
        **dict.fromkeys(("million", "millionen", "mio", "mio."), 10**6),
        **dict.fromkeys(("milliarde", "milliarden", "mrd", "mrd."), 10**9),
        **dict.fromkeys(("billion", "billionen"), 10**12),
    },
    units={
        "1 year": ("jahr", "jahre", "jahren", "jahres", "jahrs", *_calendar("jahr", "jahre", "jahren", "jahres")),
        "1 month": (
            *("monat", "monate", "monaten", "monats", "monates"),
            *_calendar("monat", "monate", "monaten", "monats"),
        ),
        "1 week": ("woche", "wochen", *_calendar("woche", "wochen")),
        "1 day": ("tag", "tage", "tagen", "tages", "tags", *_calendar("tag", "tage", "tagen")),
        "1 hour": ("stunde", "stunden", "std.", "h"),
        "1 minute": ("minute", "minuten", "min.", "min"),
        "1 second": ("sekunde", "sekunden", "sek."),
        "3 months": ("quartal", "quartale", "quartalen", "quartals", "vierteljahr", "vierteljahre", "vierteljahren"),
        "6 months": ("halbjahr", "halbjahre", "halbjahren", "halbjahres"),
        "10 years": ("jahrzehnt", "jahrzehnte", "jahrzehnten", "jahrzehnts"),
    },
    glued={
        "1 year": _glued("jährig", "jahresfrist", "jahres-frist"),
        "1 month": _glued("monatig", "monatsfrist", "monats-frist"),
        "1 week": _glued("wöchig", "wochenfrist", "wochen-frist"),
        "1 day": _glued("tägig", "tagesfrist", "tages-frist", "tagefrist"),
        "1 hour": _glued("stündig", "stundenfrist", "stunden-frist"),
        "1 minute": _glued("minütig"),
    },
    alone={
        "1 year": ("jahresfrist",),
        "1 month": ("monatsfrist",),
        "1 week": ("wochenfrist",),
        "18 months": ("anderthalb jahre", "anderthalb jahren"),
        "90 minutes": ("anderthalb stunden",),
    },
    joins=(", und", "und", ","),
    after_half=("und ein halbes", "und eine halbe", "und einen halben", "und einem halben", "und einer halben"),
    half_before_noun=True,
    multipliers=(
        *("zweimal", "dreimal", "viermal", "fünfmal", "zehnmal", "hundertmal", "tausendmal", "doppelt so lange wie"),
        *("anderthalb mal", "anderthalbmal", "anderthalb-mal", "zweieinhalb mal", "zweieinhalbmal"),
        *("anderthalb", "eineinhalb", "zweieinhalb"),
        *(f"das {fold} {of}" for fold in ("doppelte", "dreifache", "vierfache", "zehnfache") for of in ("von", "der")),
        *(f"{part} {of}" for part in ("die hälfte", "ein drittel", "ein viertel") for of in ("von", "der")),
    ),
    multiplied_before=re.compile(
        r"(?<!\w)(?:ein(?:e[mns]?)?|das|die|zwei|drei|vier|fünf|sechs|sieben|acht|neun) ?"
        r"(?:drittel|viertel|fünftel|sechstel|siebtel|achtel|neuntel|zehntel|zwölftel|zwanzigstel|hundertstel"
        r"|tausendstel)s?"
        r" (?:von|der|des) ?\Z"
    ),
    times=("mal", "-mal"),
    times_after=("multipliziert mit",),
    plus=("plus", "zuzüglich", "minus", "abzüglich", "weniger", "und weitere"),
    minus=("minus",),
    magnitudes=("hundert", "tausend", "dutzend"),
    currencies={"fr.": "CHF", "sfr.": "CHF", "sfr": "CHF"},
    small_change=("cent", "cents", "rappen"),
    before_amounts=(
        *("für", "von", "binnen", "innerhalb", "während", "höchstens", "mindestens", "auf", "um", "etwa", "rund"),
        *("längstens", "spätestens", "nur", "alle", "oder"),
    ),
    equated=(
        *("also", "das heißt", "das heisst", "d. h.", "d.h.", "dh", "das sind", "das ist", "nämlich", "sprich"),
        *("mithin", "somit", "demnach", "mit anderen worten", "in worten", "genauer", "vielmehr", "oder vielmehr"),
        *("gleich", "bedeutet", "d.i.", "entspricht"),
    ),
    ranges=("bis", "bis zu"),
    range_leads=("von", "zwischen"),
    overruled=(
        *("tatsächlich", "in der praxis", "effektiv", "faktisch", "in wirklichkeit", "de facto", "praktisch", "real"),
        *("in wahrheit", "genauer gesagt", "lies"),
        *(f"{verb} auf" for verb in ("verlängert", "erhöht", "ausgedehnt", "verkürzt", "gekürzt", "gesenkt")),
    ),
    contrasts=(
        ("nicht", "nicht für", "nicht nach", "nicht während"),
        ("sondern", "aber", "jedoch", "doch", "allerdings", "wenn auch", "was"),
    ),
    instead=("statt", "anstatt", "anstelle von", "und nicht", "nicht"),
    or_else=("oder", "oder auch", "oder sogar"),
    about=(
        r"etwa|ungefähr|circa|ca\.|rund|fast|nahezu|annähernd|beinahe|mehr oder weniger",
        r"ungefähr|etwa|oder so|mehr oder weniger",
    ),
    again=r"und (?:dann |danach )?(?:noch ?mals?|noch einmal|erneut|abermals)"
    r" (?:(?:eben)?so ?(?:lange?|viel)|dieselbe \w+)",
    bounds=Bounds(
        least=(
            r"mindestens|wenigstens|zumindest|nicht (?:weniger|kürzer) als|minimal"
            r"|ein minimum von|mindestdauer von|nie",
            r"oder (?:mehr|länger|älter)|und (?:mehr|länger)|mindestens|verlängerbar|erneuerbar",
        ),
        most=(
            r"höchstens|längstens|maximal|(?:nicht|nie) (?:mehr|länger) als|bis zu|ein maximum von|höchstdauer von",
            r"oder (?:weniger|kürzer)|höchstens|maximal",
        ),
        more=r"mehr als|länger als",
        less=r"weniger als|kürzer als|unter",
        negations=r"\b(?:nicht|nie|niemals|ohne|kein\w*|weder)\b",
        within=(
            r"binnen|innerhalb(?: von| einer Frist von)?|innert|spätestens(?: am| bis(?: zum)?| nach"
            r"| innerhalb von)?|vor dem|bis(?: zum| zu)?",
            r"spätestens",
        ),
        after=(
            r"(?:erst )?nach(?: Ablauf von| einer Frist von)?|ab(?: dem)?|seit(?: dem)?",
            r"später",
        ),
    ),
    runs_from=re.compile(r"nach|ab|seit|von|vom|gerechnet|beginnend|insgesamt|höchstens|mindestens|lang"),
    respectively=("beziehungsweise", "bzw", "jeweils", "respektive", "resp"),
    date_patterns=("{d}. {month} {y}", "{d}. {month}, {y}", "{d} {month} {y}"),
    date_prefixes=("den ", "der ", "dem "),
    month_names={1: ("jänner", "jän."), 2: ("feber",), 3: ("mär.", "mrz", "mrz."), 6: ("jun.",), 7: ("jul.",)},
    keeping=re.compile(r"gespeichert|(?:auf)?bewahr|läuft nach|ablauf|gelöscht nach|gültig|lebensdauer"),
    small_words=frozenset(_SMALL.split()),
    sections=SectionWords(
        one=r"abschnitt(?:e?s)?|ziffer|punkt|nummer|kapitel|absatz|ziff\.|nr\.",
        several=r"abschnitten?|ziffern|punkten?|nummern|kapiteln?|absätzen?",
        of_lists=r"punkt(?:en)?|ziffern?|nummern?|absatz|absätzen?|ziff\.|nr\.",
        of_laws=r"artikeln?",
        own=r"(?:oben|unten|hiervon|(?:in )?(?:diese[rsnm]?|der vorliegenden|des vorliegenden))\b",
        others=r"(?:der|des|(?:in|von|aus) (?:der|den|dem)|(?:unsere|ihre|eure|deren|dessen)[rsn]?"
        r"|von (?-i:[A-Z])[\w.&]+)\b",
    ),
    countries={
        **dict.fromkeys(("UK", "Großbritannien", "Grossbritannien", "England"), "GB"),
        **dict.fromkeys(("USA", "US", "Vereinigten Staaten", "Vereinigte Staaten von Amerika", "Amerika"), "US"),
        "Holland": "NL", "Niederlanden": "NL", "Tschechische Republik": "CZ", "Hongkong": "HK",
    },
    numbered=r"seiten?|s\.|anhang|anlagen?|§§?",
    percent=("prozent", "v. h.", "v.h.", "vom hundert"),
    articles={},
    verbs=(),
    date_suffixes=(),
    of_currency=(),
)  # fmt: skip

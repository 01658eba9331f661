"""French, with the numbers of Belgium and Switzerland (septante, huitante, nonante)."""

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


def _forms(number: int) -> tuple[str, ...]:
    forms = {unhyphenated(spell(number, language)) for language in ("fr", "fr_BE", "fr_CH")}
    forms |= {form.replace("huitante", "octante") for form in forms}
    forms |= {form.removesuffix("un") + "une" for form in forms if form == "un" or form.endswith(" un")}
    forms |= {form.removesuffix("s") for form in forms if form.endswith(("cents", "vingts"))}
    return tuple(sorted(forms))


@lru_cache(maxsize=1)
def _words() -> dict[str, int]:
    return dictionary(_forms, unhyphenated)


def _number(text: str) -> int | None:
    return _words().get(unhyphenated(text))


_SMALL = (
    "le la les un une des du de et ou à au aux en dans sur avec par pour sans que qui qu ne pas ce cet cette "
    "ces vous nous ils elles il elle leur leurs votre vos notre nos son sa ses est sont être ont peut peuvent "
    "si lorsque dont se tout toute toutes tous plus après"
)


_OF = "(?:des|du|de l(?:a |')|de (?:ce|cette|ces|votre|vos|notre|nos|son|sa|leur|cela))"
PHRASES = Phrases(
    free=r"(?<!pas )(?<!non )\bgratuit(?:e?s?|ement)\b|\bsans (?:aucuns? )?(?:frais|coûts?)\b|\bsans contrepartie\b",
    going_on=r"\b(?:pendant|durant|pour) {}(?! et\b| ou\b)",
    looking_back=r"\bderni",
    starts=Starts(
        start=r"(?:après|suivant|depuis|dès|à (?:compter|partir|dater) (?:de|du|des|d['’]))\s?",
        back=r"quoi|cel[al]|ce\b|ces\b|cette\b|ceux|celles?\b|lesquel|leur réception|leur collecte",
        ends=r"et|ou|sauf|si|lorsque|quand|mais|afin|avant|puis|où",
        small="l d c qu s n jour date moment que a été est ont avoir êtes",
    ),
    until_closed=rf"\bjusqu'(?:à|au){NEAR}\b(?:fermeture|fermiez|fermé)\b{NEXT}\b(?:navigateur|onglet|fenêtre)"
    rf"|\bjusqu'à{NEXT}\bfin de (?:la |votre |chaque )?session",
    until_deleted=rf"\bjusqu'à ce que {NEAR}(?:\b(?:le|la|les) |\bl')(?:supprimiez|effaciez)\b",
    rates=Rates(
        times=r"(?P<count>[\w-]+) fois (?:par|chaque|tou(?:te)?s les|dans l[ae] |dans l')\s?",
        every=r"(?:tou(?:te)?s les|chaque) (?:(?P<each>[\w-]+) )?",
        adverbs=(
            *("annuel(?:le)?(?:s|ment)?", "mensuel(?:le)?(?:s|ment)?", "hebdomadaire(?:s|ment)?"),
            *("quotidien(?:ne)?(?:s|ment)?", "trimestriel(?:le)?(?:s|ment)?"),
        ),
        often="fois",
        per="par",
        each="tou(?:s|tes) les",
    ),
    shares={
        "la moitié": Fraction(1, 2),
        rf"(?:un|le) tiers {_OF}": Fraction(1, 3),
        "(?:les )?deux tiers": Fraction(2, 3),
        "(?:un|le) quart (?:des|du|de)": Fraction(1, 4),
        "(?:les )?trois quarts": Fraction(3, 4),
        "un cinquième (?:des|du|de)": Fraction(1, 5),
    },
    before_years=frozenset({"en", "depuis", "dès", "avant", "après", "jusqu'en"}),
    replaced=r"\b(?:(?:au lieu|plutôt que) (?:de |d[’'])?|non plus )\0|\bde \0 à\b|\bétait de \0",
    notice=Notice(
        change=r"\b(?:modif|chang|amend|révis|adapt|actualis)\w*|\bmis\w* à jour|\bnouvelle version",
        itself=r"\b(?:politique|conditions|déclaration|charte|avis|notice|document|contrat|version)\b",
        tells=r"\b(?:inform|averti|préven|préavis|annon[cç]|notifi|communi|publi|avis[eo]|signal|écri|envo"
        r"|contact|affich)\w*"
        r"|\bfai\w* (?:part|savoir)|\bprévien\w*|\bmise? en ligne",
        effect=r"\b(?:entr\w+ en vigueur|s['’]appliqu\w+|pren\w+ effet|prend effet|applicables?|effective)\b",
        before=r"\s*(?:\w+ ){0,2}?(?:avant|à l['’]avance|d['’]avance|au préalable|plus tôt|de préavis|auparavant)\b",
        notice_of=r"\bpréavis (?:est )?(?:d[e'’]\s?)?(?:(?:au moins|minimum) )?(?:d[e'’]\s?)?\Z",
        after=r"\s*(?:après|suivant|qui suivent|à (?:compter|partir|dater) d|dès)"
        r".{0,50}?(?:publi|annon[cç]|notifi|inform|communic|en ligne|envo|affich)",
        told_before=r"(?!)",
        theirs=r"\bvous (?:pouvez|devez|pourrez|devrez|avez)\b|\bsi vous\b(?!.*,)"
        r"|\bnous (?:en )?(?:informer|avertir|prévenir|aviser|écrire|contacter)\b"
        r"|\b(?:informez|prévenez|avertissez|contactez|écrivez)-nous\b",
        working=r" (?:ouvrables?|ouvrés?)\b",
    ),
    prevailing=Prevailing(
        text=r"\b(?:textes?|versions?|langues?|traductions?|originale?|rédaction)\b",
        prevails=r"\bprévau\w+|\bprévaloir|\b(?:fait|font|fera|feront|faisant) (?:seule? )?(?:foi|autorité)\b"
        r"|\bl['’]emport\w+|\bprim(?:e|ent|era|eront)\b",
        over=r"\bsur\b",
        stands_in=r"\b(?:cette|ces|la présente|les présentes)\s(?:\w+\s)?(?:politique|conditions|déclaration|charte)"
        r"(?: (?:est|sont)(?: aussi| également)? (?:disponibles?|publiée?s?|rédigée?s?|traduite?s?))? en ",
    ),
    effect=Effect(
        own=r"\b(?:cette|ces|la présente|les présentes|le présent|notre|nos)\s(?:\w+\s){0,3}?"
        r"(?:politique|conditions|déclaration|charte|avis|version|document)\b[^.;,]{0,40}?"
        r"(?:\bentr(?:e|ent|era|eront) en vigueur|\bs['’]appliqu\w+|\bpren\w+ effet"
        r"|\b(?:est|sont) (?:applicables?|en vigueur))"
        r"(?: (?:à (?:partir|compter|dater)|dès|depuis))?(?: (?:du|le|au))? \0"
        r"|\A(?:en vigueur|date d['’]entrée en vigueur|applicable|valable)"
        r"(?: (?:à (?:partir|compter|dater)|dès|depuis))?(?: (?:du|le|au))?\s?:?(?: le)? \0"
        r"|\A(?:dernière (?:mise à jour|modification)|(?:mise? à jour|modifiée?) (?:pour la dernière fois )?)"
        r"\s?:?(?: (?:le|du))? \0",
        from_=r"(?:à (?:partir|compter|dater) du|dès le|avec effet au) \0",
        of_the_text=r"\b(?:(?:cette|ces|la|les|le|au|du|notre|nos)(?: présentes?| nouvelles?)?"
        r" (?:politique|conditions|textes?|versions?|modifications?|charte)\b(?! d[eu’'])|section [0-9]"
        r"|\A(?:elles?|ils?|cela|ceci)(?: ne)? (?:s[’']appliqu\w+|pren\w+ effet|(?:est|sont) applicables?"
        r"|entr\w+ en vigueur|vaut|valent))",
        put_off=r"(?:\A|\b(?:elles?|cette version|(?:la|cette)(?: présente)? (?:politique|version)|les conditions"
        r"|l[’']entrée en vigueur|la version [0-9]+) (?:est|sont|a été|ont été) )"
        r"(?:report|repouss|différ|ajourn)ée?s?(?: du [^.;:,]{1,30})? (?:jusqu[’'])?au \0",
        in_force=r"\b(?:en vigueur|prend effet|prennent effet|s[’']appliqu\w+|applicables?)\b",
        first=r"\b(?:première fois|initialement|à l[’']origine|d[’']origine)\b",
        ends=r"(?:retirée?|abrogée?|expire|cesse\w* (?:de s['’]appliquer|d['’]être \w+(?: vigueur)?)"
        r"|ne s['’]appliqu\w+ plus|n['’]est plus (?:en vigueur|applicable)) (?:dès )?(?:à (?:compter|partir|dater) )?"
        r"(?:après )?(?:le |du |au )?\0"
        r"|(?:s['’]appliqu\w+|en vigueur|applicable|valable) jusqu['’]au \0",
    ),
    versions=Versions(
        number=rf"(?<!\w)versions?\s{VERSION_NUMBER}",
        of_another="de|du|des",
        this_follows=False,
        between=WORDS_BETWEEN,
        this=r"cette|ces?|les? présente?s?|la présente|notre|nos",
        of="de|des|du",
        the=r"la|les?|l[’']",
        another=r"\b(?:la|les?|l[’']|une?|qui)\b",
        dated=r"(?:datée? )?du|en date du",
        by_mistake=rf"{NO_NAME_BEFORE}\0 (?:a été|avait été|est) (?:(?:adopt|publi|annonc|approuv)ée(?: \w+){{0,2}} "
        r"(?:par erreur|trop tôt|à tort|prématurément)|(?:par erreur|à tort) (?:adopt|publi|annonc|approuv)ée)"
        rf"|{NO_NAME_BEFORE}\0 est retirée|\bnous retirons (?:la )?\0",
        holds=r"\0 (?:(?:alors|donc|à nouveau|de nouveau) )?(?:s[’']appliqu(?:e|era)|(?:re)?prend(?:ra)? effet|vaut"
        r"|(?:est|sera|reste(?:ra)?|demeure(?:ra)?|redevien(?:t|dra))(?: (?:alors|donc|à nouveau|de nouveau))?"
        r" (?:en vigueur|applicable|valable)|continue(?:ra)? (?:de|à) s[’']appliquer|(?:r?entre(?:ra)?) en vigueur)"
        r"(?! (?:plus|pas))",
        at_once=r"\b(?:dès lors|à partir de (?:là|ce jour)|à (?:nouveau|compter de ce jour)|de nouveau)\b",
    ),
    spelled_sections=SpelledSections(
        one="section|clause|rubrique|chapitre",
        several="sections|clauses|rubriques|chapitres",
        and_or="et|ou",
        of_another=r"d(?:e |u |es |e l['’])(?:\w+ ){0,2}(?:section|clause|chapitre|annexe|partie|article)",
        endings=(),
        other_ordinals=(("seconde", 2), ("second", 2)),
    ),
    joins_names=joined_by("et|ou"),
    changed=r"\b(?:désormais|dorénavant|maintenant|à présent|n(?:e |[’'])[^.;]{1,30} plus)\b",
    renumbered=r"\b(?:étai(?:en)?t (?:dans )?(?:la|les|le) (?:sections?|points?)|ancienne?(?:ment)?s?|précédente?s?"
    r"|déplacée?s?|renumérotée?s?|version [0-9]+)\b",
    denials=r"\b(?:pas|jamais|aucune?|ni|rien|sans|nullement)\b",
    clauses=r"(?:et|mais)\s",
    it="elle|celle-ci",
    references=References(
        laws=r"(?:règlement|loi|code|directive|charte|traité)s?\b",
        parts="article|section|chapitre|paragraphe|alinéa|point",
        of="du|de|des",
        and_="et",
        or_="ou",
        to="à",
    ),
    handbook=Handbook(
        state="(?:(?:est|a été) )?(?:suspendue?|retirée?|abrogée?)",
        in_force="en vigueur",
        articles="la|le|les|notre|nos",
        since=r"\bdepuis\b",
        ours="notre|nos",
        whose="de|du|des|d['’]",
        points="lisez|voir|voyez|vous|pouvez|consult(?:er|ez)|trouve[rz]|lire|est|sont|ici|disponible|cette|ce|lien",
    ),
    hours=Hours(
        always=rf"(?<![\w.,])(?:(?:{F24}|vingt-quatre)[ -](?:heures?|h)[ ,]+(?:sur (?:{F24}|vingt-quatre)|par jour)"
        rf"|(?:{F7}|sept)[ -]jours?[ ,]+(?:sur (?:{F7}|sept)|par semaine)|(?:{F365})[ -]jours[ ,]+par an)(?!\w)",
        morning="du matin",
        evening="de l['’]après-midi|du soir",
        noon=r"\b(?:midi|minuit)\b",
        sure=None,
        hours="heures?",
        letters="h",
        to="à|et",
        at="à",
        before=None,
        counts_24=True,
    ),
    abbreviations="m mm mme mmes mlle dr pr st ste art al p.ex ex n nos cf env max min tél av bd janv févr avr juil "
    "sept oct nov déc c.-à-d p pp réf soc",
    beside_titles="le la les l un une de du des d et en pour par sur a au aux notre nos votre vos cette officielle "
    "nouvelle vigueur applicable texte",
    policies="politique|avis|charte|declaration",
    own_pages=frozenset({"Cookies", "Contact"}),
)


TABLE = LanguageTable(
    language="fr",
    locales=("fr", "fr_BE", "fr_CA", "fr_CH", "fr_LU"),
    number_word=_number,
    decimal=",",
    groups=".",
    half_endings=(" et demi", " et demie"),
    halves=("un demi", "une demi", "demi"),
    scales={
        **dict.fromkeys(("million", "millions", "mio"), 10**6),
        **dict.fromkeys(("milliard", "milliards", "mrd"), 10**9),
        **dict.fromkeys(("billion", "billions"), 10**12),
    },
    units={
        "1 year": ("an", "ans", "année", "années", "année civile", "années civiles"),
        "1 month": ("mois", "mois calendrier", "mois calendaire", "mois calendaires", "mois civil", "mois civils"),
        "1 week": ("semaine", "semaines", "semaine calendaire", "semaines calendaires"),
        "1 day": (
            *("jour", "jours", "jours calendrier", "jour calendaire", "jours calendaires", "jour civil"),
            *("jours civils", "jours consécutifs"),
        ),
        "1 hour": ("heure", "heures", "h"),
        "1 minute": ("minute", "minutes", "min"),
        "1 second": ("seconde", "secondes", "s"),
        "3 months": ("trimestre", "trimestres"),
        "6 months": ("semestre", "semestres"),
        "10 years": ("décennie", "décennies"),
    },
    joins=(", et", "et", ","),
    after_half=("et demi", "et demie"),
    multipliers=(
        *("le double de", "double de", "le double des", "le triple de", "triple de", "le quadruple de", "quadruple de"),
        *("la moitié de", "la moitié des", "le tiers de", "un tiers de", "le quart de", "un quart de"),
    ),
    multiplied_before=re.compile(
        r"(?<!\w)(?:une?|l[ea]|deux|trois|quatre|cinq|six|sept|huit|neuf|les \w+)[ -]"
        r"(?:demi|tiers|quart|cinquième|sixième|septième|huitième|neuvième|dixième|douzième|vingtième|centième"
        r"|millième)s?"
        r" d(?:es?|u|') ?\Z"
    ),
    times=("fois",),
    times_after=("multiplié par", "multipliés par", "multipliée par", "multipliées par"),
    plus=("plus", "moins", "et encore", "augmenté de", "augmentés de"),
    minus=("moins",),
    magnitudes=("cent", "cents", "mille", "milliers", "douzaine", "douzaines", "centaines"),
    currencies={"fr.": "CHF", "sfr.": "CHF", "sfr": "CHF"},
    small_change=("centime", "centimes", "cents"),
    before_amounts=(
        *("pendant", "durant", "de", "à", "sous", "après", "dans", "pour", "que", "est", "tous les", "plus", "moins"),
        *("seulement", "maximum", "minimum", "environ", "ou"),
    ),
    respectively=("respectivement", "resp"),
    equated=(
        *("soit", "c'est-à-dire", "c'est à dire", "c.-à-d.", "càd", "à savoir", "autrement dit", "en d'autres termes"),
        *("ou plutôt", "plutôt", "en toutes lettres", "en réalité", "ce qui fait", "ce qui équivaut à", "équivalant à"),
        *("signifie", "signifient", "revient à"),
    ),
    ranges=("à", "jusqu'à", "voire"),
    range_leads=("de", "entre"),
    overruled=(
        *("en pratique", "dans la pratique", "effectivement", "de fait", "en fait", "en réalité", "dans les faits"),
        *("concrètement", "réellement", "en vérité", "plus précisément", "plus exactement", "lire", "de facto"),
        *(f"{verb}{end} à" for verb in ("porté", "prolongé", "étendu", "réduit") for end in ("", "s", "e", "es")),
    ),
    contrasts=(
        ("non", "pas", "non pendant", "pas pendant"),
        ("mais", "mais bien", "toutefois", "cependant", "quoique", "même si", "or", "ce qui", "qui"),
    ),
    instead=("au lieu de", "plutôt que", "et non", "et non pas", "et pas"),
    or_else=("ou", "ou bien", "ou même"),
    about=(
        r"environ|à peu près|près de|presque|approximativement|plus ou moins|aux alentours de",
        r"environ|à peu près|approximativement|plus ou moins",
    ),
    again=r"(?:et |et puis |puis )(?:(?:encore|de nouveau) autant|autant (?:encore|de plus|à nouveau))(?! que)"
    r"|(?:et|puis)(?: encore)? la même (?:durée|période)",
    bounds=Bounds(
        least=(
            r"au moins|au minimum|pas moins d[e'’]|(?:un )?minimum d[e'’]|minimale? d[e'’]|jamais",
            r"(?:au moins|au minimum|minimum)|ou (?:plus|davantage)|et plus|renouvel\w+",
        ),
        most=(
            r"au plus|au maximum|(?:pas|jamais) plus (?:longtemps )?(?:d[e'’]|que)"
            r"|(?:un )?maximum d[e'’]|maximale? d[e'’]|jusqu['’]à|sans (?:excéder|dépasser)",
            r"au (?:plus(?! tard)|maximum)|maximum|ou moins",
        ),
        more=r"plus (?:longtemps )?(?:d[e'’]|que)|excédant|dépassant|supérieure?s? à",
        less=r"moins d[e'’]|inférieure?s? à",
        negations=r"\b(?:ne|pas|jamais|sans|aucune?|ni)\b|\bn['’]",
        within=(
            r"dans (?:les?|un délai (?:maximal |maximum )?(?:de|d['’]))|sous|endéans(?: les?)?"
            r"|d['’]ici(?: le| au)?|avant(?: les?)?|jusqu['’](?:au|à)"
            r"|au plus tard(?: le| dans les| après| au bout de)?",
            r"au plus tard",
        ),
        after=(
            r"après(?: un délai de| les?)?|au (?:bout|terme) (?:de|d['’])|à l['’](?:issue"
            r"|expiration) (?:de|d['’])|passé(?: un délai de)?|à (?:partir|compter|dater) (?:du|de)"
            r"|dès(?: le)?|depuis(?: le)?",
            r"plus tard",
        ),
    ),
    runs_from=re.compile(r"après|à compter|à partir|à dater|dès|depuis|au (?:plus|moins|total|maximum)|en tout"),
    date_patterns=("{d} {month} {y}", "{o} {month} {y}", "{d} {month}, {y}"),
    date_prefixes=("le ",),
    ordinals=lambda day: ("1er", "1 er", "premier") if day == 1 else (),
    month_names={2: ("fév", "fév."), 7: ("juil", "juill", "juill.")},
    keeping=re.compile(r"\b(?:conserv|gard(?:e|é|ons)e?s?\b|stock[eé]e?s?\b|expire|dur[eé]e de vie|supprim\w+ apr)"),
    small_words=frozenset(_SMALL.split()),
    sections=SectionWords(
        one=r"section|clause|point|rubrique|chapitre|paragraphe",
        several=r"sections|clauses|points|rubriques|chapitres|paragraphes",
        of_lists=r"points?|paragraphes?",
        of_laws=r"articles?",
        own=r"(?:ci-(?:dessus|dessous|après|avant)|(?:de la |de l[’']|du |des |à la |au |aux )?présente?s?"
        r"|(?:de|dans|à) (?:cette|cet|ce|ces))\b",
        others=r"(?:du|des|de la|de l[’']\w+|d[’']une?|de (?:nos|notre|votre|vos|son|sa|ses|leurs?)"
        r"|(?:de|dans) (?:(?-i:[A-ZÉ])[\w.&]+|l[’']\w+|la|le|les|nos|notre))",
    ),
    countries={
        **dict.fromkeys(("UK", "Grande-Bretagne", "Angleterre", "britannique", "britanniques"), "GB"),
        **dict.fromkeys(("USA", "US", "États-Unis d'Amérique", "Etats-Unis", "Amérique"), "US"),
        "Hollande": "NL", "République tchèque": "CZ", "Hong Kong": "HK",
    },
    numbered=r"pages?|p\.|annexes?|titres?",
    percent=("pour cent", "pourcent", "pour-cent", "p. cent", "p.c."),
    of_currency=("d'", "de"),
    glued={},
    alone={},
    articles={},
    verbs=(),
    date_suffixes=(),
)  # fmt: skip

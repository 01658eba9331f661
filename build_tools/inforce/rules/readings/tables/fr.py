"""French, with the numbers of Belgium and Switzerland (septante, huitante, nonante)."""

from __future__ import annotations

import re
from functools import lru_cache

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
        r"(?:demi|tiers|quart|cinquième|sixième|septième|huitième|neuvième|dixième|douzième|vingtième|centième|millième)s?"
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
    keeping=re.compile(r"\b(?:conserv[eé]|gard[eé]e?s?\b|stock[eé]e?s?\b|expire|dur[eé]e de vie|supprim\w+ apr)"),
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
    percent=("pour cent", "pourcent", "pour-cent", "p. cent", "p.c."),
    of_currency=("d'", "de"),
)  # fmt: skip

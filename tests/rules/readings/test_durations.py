"""Durations read out of words, language by language."""

from __future__ import annotations

import pytest
from babel.units import format_unit
from hypothesis import assume, given
from hypothesis import strategies as st
from inforce.model.leaf import Wording
from inforce.model.values import Duration
from inforce.rules.readings.agrees import LANGUAGES, Agreement, Agrees, Differs, NoTable, Unreadable, read_agrees
from num2words import num2words  # type: ignore[import-untyped]


def read(value: str, words: str, language: str, *, accept: dict[str, str] | None = None) -> Agreement:
    """`accept`: wording to the value that it is declared to state."""
    wordings = {wording: Wording[Duration](value=Duration.parse(meant)) for wording, meant in (accept or {}).items()}
    return read_agrees(Duration.parse(value), words, language, accept=wordings)


AGREE = {
    "en": {
        "10 years": "10 years|ten years|Ten Years|ten (10) years|10 (ten) years|10\u00a0years|10-year|ten-year"
        "|a decade|120 months|10 years’|１０ years",
        "1 month": "one month|a month|1 month|1 (one) month|one calendar month",
        "2 months": "two months|2 months|2-month",
        "18 months": "18 months|eighteen months|one and a half years|a year and a half|1 year and 6 months"
        "|one year, six months|1.5 years",
        "6 months": "six months|half a year|two quarters",
        "30 days": "30 days|thirty days|thirty (30) days|30 calendar days",
        "2 weeks": "two weeks|a fortnight|14 days|fourteen days",
        "72 hours": "72 hours|seventy-two hours|72h|72 hrs",
        "365 days": "365 days|three hundred and sixty-five days|three hundred sixty-five days",
        "100 years": "100 years|a hundred years|one hundred years|ten decades",
        "1 year 6 months 2 days": "one year, six months and two days",
    },
    "fr": {
        "10 years": "10 ans|dix ans|dix (10) ans|10 années|10\u00a0ans|10\u202fans|une décennie|Dix ans",
        "1 month": "un mois|1 mois|un (1) mois|un mois calendaire",
        "21 days": "21 jours|vingt et un jours|vingt-et-un jours|trois semaines|21 jours calendrier",
        "71 days": "soixante et onze jours|septante et un jours|septante-et-un jours",
        "80 days": "quatre-vingts jours|quatre vingt jours|huitante jours|octante jours",
        "99 days": "quatre-vingt-dix-neuf jours|nonante-neuf jours",
        "18 months": "18 mois|dix-huit mois|un an et demi|un an et six mois|une année et six mois|1,5 an",
        "6 months": "six mois|un semestre|une demi-année|deux trimestres",
        "1 year": "un an|une année|douze mois|1 an",
    },
    "nl": {
        "10 years": "10 jaar|tien jaar|10 jaren|tien (10) jaar|tienjarige|10-jarige|een decennium",
        "1 month": "één maand|een maand|1 maand|eén maand|Eén maand|één kalendermaand",
        "2 months": "twee maanden|2 maanden",
        "22 days": "22 dagen|tweeëntwintig dagen|tweeentwintig dagen",
        "18 months": "18 maanden|achttien maanden|anderhalf jaar|een jaar en zes maanden|1,5 jaar",
        "30 months": "tweeënhalf jaar|twee en een half jaar|dertig maanden",
        "6 months": "zes maanden|een half jaar|een halfjaar",
        "72 hours": "72 uur|tweeënzeventig uur",
    },
    "de": {
        "10 years": "10 Jahre|10 Jahren|zehn Jahre|zehn Jahren|zehn (10) Jahren|zehnjährige|zehnjährigen|10-jährige"
        "|10jährige|ein Jahrzehnt|eines Jahrzehnts",
        "1 month": "ein Monat|einen Monat|einem Monat|eines Monats|1 Monat|Monatsfrist",
        "3 months": "drei Kalendermonate|drei Kalendermonaten",
        "2 months": "zwei Monate|zwei Monaten|zweier Monate|2 Monaten|zweimonatig|zweimonatige|Zweimonatsfrist"
        "|2-Monats-Frist",
        "1 year": "ein Jahr|einem Jahr|eines Jahres|einjährige|Jahresfrist|zwölf Monate",
        "18 months": "18 Monate|achtzehn Monaten|anderthalb Jahre|eineinhalb Jahren|ein Jahr und sechs Monate",
        "6 months": "sechs Monate|ein halbes Jahr|eines halben Jahres|ein Halbjahr",
        "30 days": "30 Tage|dreißig Tagen|dreissig Tage|dreißigtägige|30 Kalendertage",
        "21 days": "einundzwanzig Tage|drei Wochen|dreiwöchige",
    },
    "ar": {
        "10 years": "10 سنوات|١٠ سنوات|عشر سنوات|عشرة أعوام|عشر (10) سنوات|10 أعوام|لعشر سنوات"
        "|السنوات العشر|السنوات الـ10|للسنوات العشر|العشر سنوات",
        "1 year": "سنة|سنة واحدة|عام|عامًا واحدًا|12 شهرًا",
        "2 years": "سنتان|سنتين|عامين|عامان|سنتين اثنتين|لسنتين",
        "1 month": "شهر|شهر واحد|شهرًا|شهرًا واحدًا|1 شهر",
        "2 months": "الشهران|الشهرين|شهران|شهرين|لشهرين",
        "3 months": "الأشهر الثلاثة|بالأشهر الثلاثة|ثلاثة الأشهر|3 أشهر|ثلاثة أشهر|ثلاثة شهور|٣ أشهر",
        "11 months": "أحد عشر شهرًا|11 شهرا",
        "18 months": "ثمانية عشر شهرًا|سنة وستة أشهر|سنة ونصف|سنة و6 أشهر",
        "25 days": "25 يومًا|خمسة وعشرين يومًا|خمسة وعشرون يوما|خمسة و عشرين يوما",
        "30 days": "30 يومًا|ثلاثين يومًا|ثلاثون يومًا",
        "90 days": "تسعين يومًا|تسعون يوماً",
        "120 days": "مئة وعشرين يومًا|مائة وعشرون يوما",
        "365 days": "ثلاثمئة وخمسة وستين يومًا|ثلاثمائة وخمسة وستون يوما",
        "72 hours": "72 ساعة|اثنتين وسبعين ساعة",
    },
    "ja": {
        "10 years": "10年|10年間|十年|十年間|１０年間|10 年間|一〇年|120か月",
        "1 month": "1か月|1ヶ月|1カ月|一か月|一箇月|１ヵ月間|1ｶ月|1ケ月",
        "3 months": "3か月|3ヶ月|3カ月|三か月|三箇月間|3ヵ月",
        "18 months": "18か月|十八か月|1年6か月|一年六か月|1年半|一年と六か月",
        "6 months": "6か月|半年|半年間|六か月",
        "30 days": "30日|30日間|三十日|三十日間|３０日間",
        "2 weeks": "2週間|二週間|14日",
        "72 hours": "72時間|七十二時間",
        "21 days": "二十一日|21日",
    },
}

UNREADABLE = {
    "en": "at least 10 years|10 to 12 years|up to ten years|years|10|ten|10 years or more|nearly 10 years"
    "|10 working days|not 10 years|10 years 10 years|six months, ten years|10² years|ten (12) years"
    "|10,5 years|-10 years|1.5 and a half years|10 years.|",
    "fr": "au moins 10 ans|dix à douze ans|10 ans au plus|10 jours ouvrables|dix|ans|10.5 ans|pendant 10 ans",
    "nl": "ten minste 10 jaar|tien werkdagen|10 jaar of meer|binnen één maand",
    "de": "mindestens 10 Jahre|zehn Werktage|von zehn Jahren|Jahre|bis zu zehn Jahren|10 Jahre lang",
    "ar": "ما لا يقل عن 10 سنوات|أكثر من عشر سنوات|عشرة أيام عمل|10|الأشهر|اليوم الثلاثين|الأشهر الثالثة|الشهر",
    "ja": "10年以上|約10年|10営業日|少なくとも10年|10|十|最長10年間",
}

DIFFER = {
    "en": {"5 years": "5 years", "thirty days": "30 days", "a decade and six months": "10 years 6 months"},
    "fr": {"5 ans": "5 years", "cinq ans": "5 years", "un mois": "1 month", "septante jours": "70 days"},
    "nl": {"vijf jaar": "5 years", "één maand": "1 month", "9 jaar": "9 years"},
    "de": {"fünf Jahren": "5 years", "eines Monats": "1 month", "Zweimonatsfrist": "2 months"},
    "ar": {"خمس سنوات": "5 years", "شهرين": "2 months", "سنة": "1 year"},
    "ja": {"5年間": "5 years", "三か月": "3 months", "半年": "6 months"},
}


@pytest.mark.parametrize(
    ("language", "value", "words"),
    [
        (language, value, form)
        for language, values in AGREE.items()
        for value, forms in values.items()
        for form in forms.split("|")
    ],
)
def test_right_words_agree(language: str, value: str, words: str) -> None:
    assert read(value, words, language) == Agrees()


@pytest.mark.parametrize(
    ("language", "words"), [(language, form) for language, forms in UNREADABLE.items() for form in forms.split("|")]
)
def test_words_that_hold_more_or_no_duration_never_agree(language: str, words: str) -> None:
    assert isinstance(read("10 years", words, language), Unreadable)


@pytest.mark.parametrize(
    ("language", "words", "stated"),
    [(language, words, stated) for language, forms in DIFFER.items() for words, stated in forms.items()],
)
def test_other_durations_differ_and_are_named(language: str, words: str, stated: str) -> None:
    assert read("10 years", words, language) == Differs(stated=stated)


def test_a_link_that_holds_too_much_is_told_the_part_to_keep() -> None:
    assert read("10 years", "a period of 10 years", "en") == Unreadable(part="10 years")
    assert read("10 years", "mindestens zehn Jahren", "de") == Unreadable(part="zehn Jahren")


def test_what_a_person_accepted_agrees_and_nothing_else_does() -> None:
    assert read("2 months", "zwei  volle Monate", "de", accept={"Zwei volle Monate": "2 months"}) == Agrees()
    assert read("2 months", "zwei volle Monate", "de") == Unreadable()
    assert read("2 months", "neun Wochen", "de", accept={"zwei volle Monate": "2 months"}) == Differs(stated="9 weeks")


@pytest.mark.parametrize("language", ["es", "zh", "x"])
def test_a_language_without_a_table_never_passes_in_silence(language: str) -> None:
    assert read("10 years", "10 años", language) == NoTable(language=language)
    assert read("10 years", "10 años", language, accept={"10 años": "10 years"}) == Agrees()


@pytest.mark.parametrize("language", ["en-GB", "fr-BE", "de-AT", "nl-BE", "ar-EG", "ja-JP"])
def test_a_regional_variant_is_read_by_its_language(language: str) -> None:
    assert isinstance(read("10 years", AGREE[language[:2]]["10 years"].split("|")[0], language), Agrees)


UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
languages = st.sampled_from(sorted(LANGUAGES))
units = st.sampled_from(UNITS)
counts = st.integers(min_value=1, max_value=400)


def by_cldr(count: int, unit: str, language: str) -> str:
    """CLDR's wording; the short one where Babel has lost that the long one is the same."""
    words = format_unit(count, f"duration-{unit}", length="long", locale=language)
    return format_unit(count, f"duration-{unit}", length="short", locale=language) if "duration-" in words else words


@given(languages, units, counts)
def test_every_wording_of_cldr_agrees(language: str, unit: str, count: int) -> None:
    words = by_cldr(count, unit, language)
    assert read(f"{count} {unit}s", words, language) == Agrees()


@given(languages, units, counts, units, counts)
def test_the_wording_of_another_duration_differs(language: str, unit: str, count: int, other: str, more: int) -> None:
    value, said = Duration.parse(f"{count} {unit}s"), Duration.parse(f"{more} {other}s")
    assume(value.length != said.length)
    words = by_cldr(more, other, language)
    answer = read_agrees(value, words, language)
    assert isinstance(answer, Differs)
    assert answer.stated is not None
    assert Duration.parse(answer.stated).length == said.length


@given(st.sampled_from(["en", "fr", "nl", "de"]), counts, counts)
def test_numbers_spelled_out_are_read(language: str, count: int, other: int) -> None:
    years = {"en": "years", "fr": "ans", "nl": "jaar", "de": "Jahre"}[language]
    words = f"{num2words(count, lang=language)} {years}"
    assert read(f"{count} years", words, language) == Agrees()
    assert isinstance(read(f"{other} years", words, language), Agrees) is (count == other)


KANJI = "〇一二三四五六七八九"


@given(st.integers(min_value=1, max_value=9999), st.integers(min_value=1, max_value=9999))
def test_kanji_numerals_are_read_by_places_and_by_powers(count: int, other: int) -> None:
    by_places = "".join(KANJI[int(digit)] for digit in str(count))
    by_powers = num2words(count, lang="ja")
    for numeral in (by_places, by_powers):
        assert read(f"{count} years", f"{numeral}年間", "ja") == Agrees()
        assert isinstance(read(f"{other} years", f"{numeral}年間", "ja"), Agrees) is (count == other)


@given(languages, units, counts, st.text(alphabet="xqz<%$", min_size=1, max_size=5), st.booleans())
def test_a_duration_with_anything_around_it_never_agrees(
    language: str, unit: str, count: int, around: str, before: bool
) -> None:
    words = by_cldr(count, unit, language)
    value = Duration.parse(f"{count} {unit}s")
    assert isinstance(read_agrees(value, f"{around} {words}" if before else f"{words} {around}", language), Unreadable)


@given(languages, st.text(max_size=40))
def test_any_words_give_an_answer(language: str, words: str) -> None:
    assert isinstance(read("7 months", words, language), Agrees | Differs | Unreadable)


def test_halves_are_exact() -> None:
    assert read("30 months", "two and a half years", "en") == Agrees()
    assert isinstance(read("30 days", "half a month", "en"), Unreadable)


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        (value, language, form)
        for value, language, forms in (
            ("90 minutes", "en", "1½ hours|1h30|one hour thirty|an hour and a half"),
            ("90 minutes", "fr", "1 h 30|1h30|1 heure 30|une heure trente|une heure et demie"),
            ("90 minutes", "nl", "1 u 30|1u30|1 uur 30|anderhalf uur"),
            ("90 minutes", "de", "1½ Stunden|anderthalb Stunden|1 Stunde 30"),
            ("30 months", "ar", "سنتان ونصف|سنتان وستة أشهر"),
            ("30 months", "ja", "2年半|二年六か月"),
        )
        for form in forms.split("|")
    ],
)
def test_one_duration_in_two_units_or_with_a_half(value: str, language: str, words: str) -> None:
    assert read(value, words, language) == Agrees()


@pytest.mark.parametrize("words", ["1 h 40", "1 h 3", "1 h 300", "1 jour 30", "1 h 60", "2½ heures", "une heure cinq"])
def test_another_number_of_minutes_does_not_agree(words: str) -> None:
    assert read("90 minutes", words, "fr") != Agrees()

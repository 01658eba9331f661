"""Amounts that a translation states otherwise than the prevailing text, and all that says the same in other words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from inforce.model.text import Section
from inforce.problems import Problem, Severity
from inforce.reader.section import parse_section
from inforce.rules.same_amounts import check_same_amounts

from tests.steps import grown, steps


def section(text: str) -> dict[str, Section]:
    parsed, problems = parse_section(f"# Heading\n\n{text}\n", id="answers", file="x")
    assert parsed is not None, problems
    return {"answers": parsed}


def told(english: str, text: str, language: str = "fr") -> list[Problem]:
    source, texts = section(english), section(text)
    return list(check_same_amounts(source, texts, leading="en", language=language, folder=f"p/{language}"))


@pytest.mark.parametrize(
    ("language", "english", "text"),
    [
        ("fr", "Within 72 hours.", "Dans les 48 heures."),
        ("fr", "Within three days.", "Sous quatre jours."),
        ("fr", "A fee of €25.", "Des frais de 35 €."),
        ("fr", "At most 20% of it.", "Au plus 25 % de celui-ci."),
        ("fr", "Since 1 March 2024.", "Depuis le 2 mars 2024."),
        ("fr", "Kept for one month and 30 days.", "Conservé un mois."),
        ("de", "Within 72 hours.", "Binnen 48 Stunden."),
        ("de", "A one-month period.", "Eine Zweimonatsfrist."),
        ("de", "A fee of €25.", "Eine Gebühr von 35 Euro."),
        ("de", "At most 20 per cent.", "Höchstens 30 Prozent."),
        ("de", "On 3 May 2025.", "Am 4. Mai 2025."),
        ("nl", "Within 72 hours.", "Binnen 48 uur."),
        ("nl", "A fee of €25.", "Een vergoeding van 52 euro."),
        ("nl", "Two years after.", "Drie jaar later."),
        ("nl", "On 3 May 2025.", "Op 3 juni 2025."),
        ("nl", "A discount of 15 per cent.", "Een korting van vijftien euro."),
        ("fr", "Within 48 hours.", "Pour 48 euros."),
        ("nl", "A fine of $1.2 billion.", "Een boete van 1,2 miljoen dollar."),
        ("fr", "A fine of $1.2 billion.", "Une amende de 1,2 million de dollars."),
        ("de", "3 million users.", "3 Mrd. Nutzer."),
        ("de", "1 trillion euros.", "1 Milliarde Euro."),
        ("ja", "A fine of $1.2 billion.", "1.2兆ドルの罰金。"),
        ("ar", "A fine of $1.2 billion.", "غرامة قدرها 1.2 مليون دولار."),
        ("fr", "Within 14 days.", "Sous quinze jours."),
        ("fr", "Within 72 hours.", "Sous 74 heures."),
        ("fr", "Open until 18:00.", "Ouvert jusqu’à 17 h."),
        ("fr", "Open until 6 pm.", "Ouvert jusqu’à 17h30."),
        ("de", "Open until 6 p.m.", "Offen bis 17:00 Uhr."),
        ("nl", "Open until 18:00.", "Open tot 17u."),
        ("ja", "Open until 18:00.", "17時まで。"),
        ("ar", "Open until 6 pm.", "حتى الساعة 17:00."),
        ("ar", "Within 72 hours.", "خلال 48 ساعة."),
        ("ar", "Within two months.", "خلال ثلاثة أشهر."),
        ("ar", "At most 20%.", "30٪ على الأكثر."),
        ("ar", "On 3 May 2025.", "في 5 مايو 2025."),
        ("ja", "Within 72 hours.", "48時間以内に。"),
        ("ja", "For two years.", "3年間。"),
        ("ja", "A fee of EUR 25.", "料金は35ユーロです。"),
        ("ja", "On 3 May 2025.", "2025年5月4日に。"),
    ],
)
def test_another_amount_is_open(language: str, english: str, text: str) -> None:
    (problem,) = told(english, text, language)
    assert (problem.code, problem.severity) == ("T110", Severity.OPEN)
    assert (problem.location.file, problem.location.line) == (f"p/{language}/answers.md", 3)


@pytest.mark.parametrize(
    ("language", "english", "text"),
    [
        ("fr", "You may borrow 12 packets.", "Vous pouvez emprunter 15 sachets."),
        ("fr", "At most 20% of it.", "Au plus une part de celui-ci."),
        ("de", "In 1,000 cases.", "In 2.000 Fällen."),
        ("nl", "At most 12 packets.", "Hoogstens 10 zakjes."),
        ("ja", "At most 12 packets.", "15袋まで。"),
    ],
)
def test_another_number_and_an_amount_of_one_language_are_hints(language: str, english: str, text: str) -> None:
    assert [problem.severity for problem in told(english, text, language)] == [Severity.HINT]


@pytest.mark.parametrize(
    ("language", "english", "text"),
    [
        ("fr", "We answer within 72 hours.", "Nous répondons rapidement."),
        ("fr", "We answer soon.", "Nous répondons dans les 72 heures."),
        ("fr", "A fee of €25.", "Des frais."),
        ("de", "We answer soon.", "Wir antworten binnen 5 Tagen."),
        ("nl", "A fee may be due.", "Een vergoeding van 25 euro."),
        ("ja", "We answer soon.", "72時間以内に返答します。"),
        ("ar", "Within 30 days.", "قريبا."),
        ("fr", "Kept ten years.", "Conservé longtemps."),
        ("de", "Kept long.", "Zehn Jahre aufbewahrt."),
        ("nl", "Kept long.", "Tien jaar bewaard."),
        ("ja", "Kept long.", "十年間保存します。"),
        ("ar", "Kept long.", "لمدة عشر سنوات."),
        ("nl", "Open in the day.", "Open tot 18u."),
        ("fr", "We answer soon.\n\nAlways.", "Nous répondons dans les 72 heures."),
    ],
)
def test_a_period_or_money_of_one_language_alone_is_open(language: str, english: str, text: str) -> None:
    assert [problem.severity for problem in told(english, text, language)] == [Severity.OPEN]


@pytest.mark.parametrize(
    ("language", "english", "text"),
    [
        ("fr", "Within 72 hours.", "Dans les 72 heures."),
        ("fr", "A fee of EUR 25.", "Des frais de 25 euros."),
        ("fr", "Since 1 March 2024.", "Depuis le 1er mars 2024."),
        ("fr", "Within two weeks.", "Sous quinze jours."),
        ("fr", "Six times a year.", "Six fois par an."),
        ("fr", "You may borrow 12 packets.", "Vous pouvez emprunter douze sachets."),
        ("fr", "Article 6(1)(f) applies.", "L’article 6, paragraphe 1, point f, s’applique."),
        ("fr", "Kept for 1 year, then 30 days.", "Conservé 12 mois, puis 30 jours."),
        ("fr", "Open from 9 am to 5 pm.", "Ouvert de 9 h à 17 h."),
        ("fr", "Open until 6 pm.", "Ouvert jusqu’à 18 heures."),
        ("fr", "Open until 6:30 pm.", "Ouvert jusqu’à 18 h 30."),
        ("fr", "Open until noon.", "Ouvert jusqu’à 12 h."),
        ("de", "Open until 6.30 p.m.", "Offen bis 18.30 Uhr."),
        ("nl", "Open until 18:00.", "Open tot 18u."),
        ("nl", "Open until 6 pm.", "Open tot zes uur ’s avonds."),
        ("ja", "Open until 6:30 pm.", "午後6時半まで。"),
        ("ar", "Open until 6 pm.", "حتى الساعة 6 مساءً."),
        ("fr", "Within 18 hours.", "Dans les 18 heures."),
        ("fr", "Available around the clock.", "Disponible 24 heures sur 24, 7 jours sur 7."),
        ("de", "Available around the clock.", "24 Stunden am Tag erreichbar."),
        ("nl", "Available around the clock.", "24 uur per dag bereikbaar."),
        ("ja", "Available around the clock.", "24時間対応。"),
        ("fr", "Within a fortnight.", "Sous quinze jours."),
        ("de", "Within a fortnight.", "Binnen vierzehn Tagen."),
        ("fr", "Twice a year.", "Tous les six mois."),
        ("ja", "It is enough.", "十分です。数十年間。"),
        ("de", "Within 72 hours.", "Innerhalb von zweiundsiebzig Stunden."),
        ("de", "At most 20 per cent.", "Höchstens 20 Prozent."),
        ("de", "On 3 May 2025.", "Am 3. Mai 2025."),
        ("de", "From 9 am to 5 pm.", "Von 9 bis 17 Uhr."),
        ("de", "In 1,000 cases.", "In 1.000 Fällen."),
        ("de", "Within 14 days.", "Binnen zwei Wochen."),
        ("nl", "Within 72 hours.", "Binnen tweeënzeventig uur."),
        ("nl", "Two years after.", "Twee jaar later."),
        ("nl", "A fine of $1.2 billion.", "Een boete van 1,2 miljard dollar."),
        ("nl", "A fine of EUR 20 million.", "Een boete van 20 mln euro."),
        ("de", "1 trillion euros.", "1 Billion Euro."),
        ("fr", "1 trillion euros.", "Mille milliards d’euros."),
        ("fr", "Five million users.", "5 000 000 d’utilisateurs."),
        ("ja", "A fine of $1.2 billion.", "12億ドルの罰金。"),
        ("ja", "3.5 million users.", "350万人。"),
        ("nl", "At most 12 packets.", "Hoogstens twaalf zakjes."),
        ("ar", "Within 72 hours.", "خلال 72 ساعة."),
        ("ar", "Within two months.", "خلال شهرين."),
        ("ar", "At most 20%.", "20٪ على الأكثر."),
        ("ar", "On 3 May 2025.", "في 3 مايو 2025."),
        ("ja", "Within 72 hours.", "72時間以内に。"),
        ("ja", "For two years.", "二年間。"),
        ("ja", "A fee of EUR 25.", "料金は25ユーロです。"),
        ("ja", "On 3 May 2025.", "令和7年5月3日に。"),
        ("ja", "Six times a year.", "年6回。"),
    ],
)
def test_the_same_in_other_words_is_quiet(language: str, english: str, text: str) -> None:
    assert not told(english, text, language)


@pytest.mark.parametrize(
    ("language", "english", "text"),
    [
        ("fr", "At least 20% of it.", "Au plus 20 % de celui-ci."),
        ("fr", "Kept at most [7 years](fact:a.b).", "Conservé au moins [7 ans](fact:a.b)."),
        ("nl", "Kept no longer than [7 years](fact:a.b).", "Bewaard: [7 jaar](fact:a.b) of langer."),
        ("de", "Up to 30 days.", "Mindestens 30 Tage."),
        ("ja", "At least 30 days.", "30日以内。"),
        ("ar", "At most 30 days.", "30 يوما على الأقل."),
    ],
)
def test_at_least_in_one_language_and_at_most_in_the_other_is_open(language: str, english: str, text: str) -> None:
    assert [(one.code, one.severity) for one in told(english, text, language)] == [("T110", Severity.OPEN)]


@pytest.mark.parametrize(
    ("language", "english", "text"),
    [
        ("fr", "Never kept for more than 7 years.", "Conservé 7 ans au plus."),
        ("fr", "We keep it for 7 years or more.", "Nous le gardons au moins 7 ans."),
        ("de", "Not kept for more than 7 years.", "Höchstens 7 Jahre aufbewahrt."),
        ("nl", "At least 30 days before.", "Uiterlijk 30 dagen ervoor."),
        ("nl", "Within 30 days.", "Hoogstens 30 dagen."),
        ("ja", "No more than 30 days.", "30日を超えない。"),
        ("fr", "At least 2 days and at most 3 days.", "De 2 jours au moins à 3 jours au plus."),
    ],
)
def test_the_same_bound_in_other_words_is_quiet(language: str, english: str, text: str) -> None:
    assert not told(english, text, language)


@pytest.mark.parametrize(
    ("language", "english", "text"),
    [
        ("fr", "We answer within 30 days.", "Nous répondons après 30 jours."),
        ("nl", "We answer within 30 days.", "Wij antwoorden na 30 dagen."),
        ("de", "Deleted after 30 days.", "Innerhalb von 30 Tagen gelöscht."),
        ("ja", "Within 30 days.", "30日後に。"),
        ("ar", "Within 30 days.", "بعد 30 يوما."),
        ("fr", "Kept until 1 March 2027.", "Conservé à partir du 1er mars 2027."),
        ("de", "From 1 March 2027.", "Bis zum 1. März 2027."),
        ("nl", "Before 1 March 2027.", "Vanaf 1 maart 2027."),
        ("fr", "Within [30 days](fact:a.b).", "Au bout de [30 jours](fact:a.b)."),
        ("ja", "From 1 March 2027.", "2027年3月1日までに。"),
        ("fr", "Deleted after a year.", "Effacé avant un an."),
    ],
)
def test_a_time_that_ends_in_one_language_and_begins_in_the_other_is_open(
    language: str, english: str, text: str
) -> None:
    assert [(one.code, one.severity) for one in told(english, text, language)] == [("T110", Severity.OPEN)]


@pytest.mark.parametrize(
    ("language", "english", "text"),
    [
        ("fr", "We answer within 30 days.", "Nous répondons dans les 30 jours."),
        ("fr", "Within 30 days after your request.", "Dans les 30 jours après votre demande."),
        ("fr", "Within 30 days after your request.", "Dans les 30 jours qui suivent votre demande."),
        ("nl", "Within one month.", "Binnen een maand."),
        ("de", "At the latest after 30 days.", "Spätestens nach 30 Tagen."),
        ("de", "Within 30 days.", "Spätestens nach 30 Tagen."),
        ("fr", "30 days after the end.", "30 jours après la fin."),
        ("ja", "Within 30 days from your request.", "請求から30日以内に。"),
        ("ja", "For 10 years after the end of the contract.", "契約終了後10年間。"),
        ("ar", "Within 30 days.", "خلال 30 يوما."),
        ("fr", "It ends after 30 days.", "Il prend fin 30 jours plus tard."),
        ("fr", "Not before 30 days have passed.", "Après 30 jours."),
        ("de", "Not until 1 March 2027.", "Ab dem 1. März 2027."),
        ("fr", "No later than 30 days.", "Au plus tard dans les 30 jours."),
        ("nl", "Kept for 7 years.", "Bewaard gedurende 7 jaar."),
        ("nl", "Kept until 7 years after.", "Bewaard tot 7 jaar na afloop."),
        ("fr", "from 3 days to 5 days", "de 3 jours à 5 jours"),
        ("ja", "from 3 days to 5 days", "3日から5日まで"),
        ("ja", "1 to 3 years", "1年から3年"),
        ("de", "We keep it up to 3 years.", "Wir behalten es bis zu 3 Jahre."),
        ("de", "From 1 March 2027 until 2 May 2027.", "Vom 1. März 2027 bis zum 2. Mai 2027."),
        ("fr", "Since 1 March 2024.", "Depuis le 1er mars 2024."),
        ("nl", "We erase it 30 days later.", "Wij wissen het na 30 dagen."),
        ("ja", "deleted after 30 days", "30日経過後に削除"),
        ("ar", "after 30 days from your request", "بعد 30 يوما من طلبك"),
        ("fr", "By 1 March 2027", "Le 1er mars 2027 au plus tard"),
    ],
)
def test_the_same_time_in_other_words_is_quiet(language: str, english: str, text: str) -> None:
    assert not told(english, text, language)


def test_the_message_names_both() -> None:
    (problem,) = told("Within 72 hours.", "Dans les 48 heures.")
    assert problem.message == (
        "the French text says “48 heures”, where the English one, which prevails, says “72 hours”."
    )
    (alone,) = told("We answer within 72 hours.", "Nous répondons vite.")
    assert alone.message == "the English text says “72 hours”; the French one has no such amount."


def test_blocks_are_compared_one_by_one_where_they_are_the_same_kinds() -> None:
    swapped = told("Logs: 30 days.\n\nCopies: 90 days.", "Journaux : 90 jours.\n\nCopies : 30 jours.")
    assert [(one.severity, one.location.line) for one in swapped] == [(Severity.OPEN, 3), (Severity.OPEN, 5)]
    assert not told("Logs: 30 days.\n\nCopies: 90 days.", "Copies : 90 jours ; journaux : 30 jours.")


def test_sections_of_other_blocks_are_compared_id_by_id() -> None:
    english = "## [Logs](id:logs)\n\n30 days.\n\n## [Copies](id:copies)\n\n- 90 days.\n- More."
    swapped = "## [Journaux](id:logs)\n\n- 90 jours.\n- Plus.\n\n## [Copies](id:copies)\n\n30 jours."
    assert [one.severity for one in told(english, swapped)] == [Severity.OPEN] * 2
    assert not told(english, "## [Journaux](id:logs)\n\n- 30 jours.\n\n## [Copies](id:copies)\n\n90 jours.")


def test_what_another_block_of_the_section_states_is_a_hint() -> None:
    moved = told("Within 72 hours.\n\nSoon.", "Vite.\n\nSous 72 heures.")
    assert {problem.severity for problem in moved} == {Severity.HINT}


def test_words_that_are_linked_to_a_fact_are_held_to_that() -> None:
    assert not told("[10 years](fact:a.b) and 30 days", "[12 ans](fact:a.b) et 30 jours")
    assert not told("[10 years](fact:a.b), then 5 years more", "10 ans, puis [5 ans](fact:a.c) de plus")


def test_periods_that_come_to_the_same_together_are_no_other_ones() -> None:
    assert not told("Kept 2 years and 3 months respectively.", "Conservé 2 ans, respectivement 3 mois.")


def test_telephone_numbers_and_languages_that_cannot_be_read_are_passed_over() -> None:
    assert not told("Call +32 2 744 48 00, room 5.", "Appelez le 02 744 48 00, bureau 5.")
    assert not told("Within 72 hours.", "En 48 horas.", "es")


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("for {0} days, ", "pendant {1} jours, "),
        ("for {0} days, ", "pendant {0} mois, "),
        ("every ten years\n\n", "tous les onze ans\n\n"),
        ("at least {0} days\n\n", "- au plus {1} mois\n"),
        ("{0} % or €{0}, ", "{1} % ou {1} €, "),
    ],
)
def test_amounts_that_all_differ_take_hardly_longer_the_more_they_are(english: str, french: str) -> None:
    def work(count: int) -> Callable[[], object]:
        texts = ["".join(each.format(3 * at + 100, 3 * at + 101) for at in range(count)) for each in (english, french)]
        return lambda: told(*texts)

    work(2)()
    few, many = (steps(work(count), "inforce/rules") for count in (30, 120))
    assert not grown(few, many, 4)


@pytest.mark.parametrize(
    ("language", "english", "text"),
    [
        ("fr", "The card costs €5.50.", "La carte coûte 5 euros et 50 centimes."),
        ("fr", "One hundred and five euros and fifty cents.", "105,50 €."),
        ("de", "The card costs €5.50.", "Die Karte kostet 5 Euro 50."),
        ("de", "The card costs €5.50 a month.", "Die Karte kostet fünf Euro fünfzig im Monat."),
        ("nl", "The card costs €12.25.", "De kaart kost 12 euro en 25 cent."),
        ("ja", "The card costs €5.50.", "カードは5ユーロ50セントです。"),
        ("ar", "The card costs €5.50.", "تكلفة البطاقة 5 يورو و50 سنتا."),
        ("fr", "You pay 5 euros, 30 days later.", "Vous payez 5 euros 30 jours plus tard."),
        ("ja", "5 euros for 50 days.", "5ユーロ50日間。"),
        ("fr", "It takes 90 minutes.", "Cela prend 1 heure 30."),
        ("fr", "Two years and six months.", "30 mois."),
        ("de", "30 months.", "Zweieinhalb Jahre."),
    ],
)
def test_one_amount_in_two_units_is_the_same(language: str, english: str, text: str) -> None:
    assert told(english, text, language) == []


@pytest.mark.parametrize(
    ("language", "english", "text"),
    [
        ("fr", "The card costs €5.50.", "La carte coûte 5 euros et 60 centimes."),
        ("de", "The card costs €5.50.", "Die Karte kostet 5 Euro 60."),
        ("ja", "The card costs €5.50.", "カードは5ユーロ5セントです。"),
        ("fr", "Two years and six months.", "36 mois."),
    ],
)
def test_another_amount_in_two_units_is_told(language: str, english: str, text: str) -> None:
    assert [one.severity for one in told(english, text, language)] == [Severity.OPEN]

"""How often, which part, how many cents, from how many to how many: otherwise in a translation, or in other words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from inforce.problems import Severity

from tests.rules.test_same_amounts import told
from tests.steps import grown, steps


@pytest.mark.parametrize(
    ("language", "english", "text"),
    [
        ("fr", "A fee of 5 cents.", "Des frais de 5 euros."),
        ("nl", "5 euro each.", "5 cent per stuk."),
        ("de", "Ten cents a letter.", "Zehn Euro je Brief."),
        ("ja", "5 euros.", "5セント。"),
        ("fr", "50 cents", "50 €"),
        ("ar", "5 euros", "5 سنتات"),
        ("nl", "It costs €0.05.", "Het kost 50 cent."),
        ("fr", "One third of the fee.", "Un quart des frais."),
        ("de", "A third of the fee.", "Ein Viertel der Gebühr."),
        ("nl", "Two thirds of it.", "Drie vierde ervan."),
        ("nl", "A quarter of the fee.", "Een derde van de kosten."),
        ("ja", "One third of it.", "その4分の1。"),
        ("ar", "One third of the fee.", "ربع الرسوم."),
        ("fr", "Half of the fee.", "Un tiers des frais."),
        ("fr", "1/3 of the fee", "1/4 des frais"),
        ("de", "Once a year.", "Einmal im Monat."),
        ("fr", "Twice a year.", "Deux fois par mois."),
        ("nl", "Three times a week.", "Drie keer per maand."),
        ("ja", "Once a year.", "月1回。"),
        ("ja", "Once a month.", "毎年。"),
        ("ar", "Once a year.", "مرة في الشهر."),
        ("fr", "We review it yearly.", "Nous la revoyons chaque mois."),
        ("de", "Every month.", "Jedes Jahr."),
        ("nl", "Reviewed annually.", "Maandelijks herzien."),
        ("fr", "Twice a month.", "Trois fois par mois."),
        ("de", "Every two years.", "Jährlich."),
        ("fr", "Within 3–5 days.", "Sous 3–6 jours."),
        ("fr", "3-5 packets", "3-6 sachets"),
        ("nl", "3–5 packets", "3–6 zakjes"),
        ("de", "3 to 5 days", "3 bis 6 Tage"),
        ("ja", "3–5 packets", "3～6袋"),
        ("fr", "€3–5 each", "3–6 € pièce"),
        ("fr", "2-5 years", "3-5 ans"),
        ("ar", "3–5 days", "3–6 أيام"),
        ("fr", "Any day but Monday.", "Tous les jours sauf le vendredi."),
        ("de", "Closed on Mondays.", "Freitagmorgens geschlossen."),
        ("nl", "From Monday to Friday.", "Van dinsdag tot vrijdag."),
        ("ja", "On Monday.", "火曜日に。"),
        ("ar", "On Fridays.", "أيام السبت."),
    ],
)
def test_what_both_state_otherwise_is_open(language: str, english: str, text: str) -> None:
    assert [(one.code, one.severity) for one in told(english, text, language)] == [("T110", Severity.OPEN)]


@pytest.mark.parametrize(
    ("language", "english", "text"),
    [
        ("fr", "A fee of 5 cents.", "Des frais de 5 centimes."),
        ("nl", "5 cents each.", "0,05 euro per stuk."),
        ("de", "Ten cents a letter.", "10 Cent je Brief."),
        ("ja", "5 cents.", "5セント。"),
        ("fr", "Five per cent.", "Cinq pour cent."),
        ("fr", "€100.", "Cent euros."),
        ("fr", "Five hundred people.", "Cinq cents personnes."),
        ("ar", "5 cents", "5 سنتات"),
        ("fr", "One third of the fee.", "Un tiers des frais."),
        ("de", "A quarter.", "Ein Viertel."),
        ("nl", "Two thirds of it.", "Twee derde ervan."),
        ("ja", "A third of the fee.", "料金の3分の1。"),
        ("fr", "A third party.", "Un tiers."),
        ("nl", "A third party, and one quarter of it.", "Een derde, en een kwart ervan."),
        ("fr", "Half of the fee.", "La moitié des frais."),
        ("fr", "Each quarter.", "Chaque trimestre."),
        ("ar", "One third of the fee.", "ثلث الرسوم."),
        ("de", "Once a year.", "Einmal im Jahr."),
        ("fr", "Twice a year.", "Tous les six mois."),
        ("nl", "Once a month.", "Maandelijks."),
        ("ja", "Once a year.", "毎年。"),
        ("ar", "Once a month.", "شهريا."),
        ("fr", "Every two weeks.", "Tous les quinze jours."),
        ("de", "Monthly.", "Alle 30 Tage."),
        ("fr", "An annual report, and a monthly letter.", "Un rapport annuel et une lettre mensuelle."),
        ("de", "Every quarter.", "Alle drei Monate."),
        ("nl", "Once a year.", "Eens per jaar."),
        ("fr", "Three times a day.", "Trois fois par jour."),
        ("ja", "Six times a year.", "年6回。"),
        ("de", "Weekly.", "Jede Woche."),
        ("fr", "Within 3–5 days.", "Sous 3 à 5 jours."),
        ("nl", "3–5 packets", "3 tot 5 zakjes"),
        ("fr", "On pages 3-5.", "Aux pages 3 à 5."),
        ("de", "In 2024-25.", "2024/25."),
        ("fr", "Call 02-274-48-00.", "Appelez le 02 274 48 00."),
        ("nl", "ISO 3166-1", "ISO 3166-1"),
        ("ja", "3 to 5 days", "3〜5日"),
        ("fr", "Any day but Monday.", "Tous les jours sauf le lundi."),
        ("fr", "From Monday to Friday.", "Les jours ouvrables."),
        ("de", "On Maundy Thursday and Easter Monday.", "An Gründonnerstag und Ostermontag."),
        ("nl", "On Mondays, Wednesdays and Fridays.", "Op maandag, woensdag en vrijdag."),
        ("ja", "On Mondays, Wednesdays and Fridays.", "月・水・金曜日。"),
        ("ar", "On Friday.", "يوم الجمعة، أحد الاثنين."),
        ("fr", "On Black Friday.", "Pour le Black Friday."),
        ("de", "At the weekend.", "Am Samstag und Sonntag."),
    ],
)
def test_the_same_in_other_words_is_quiet(language: str, english: str, text: str) -> None:
    assert not told(english, text, language)


def test_many_of_them_take_hardly_longer() -> None:
    def work(count: int) -> Callable[[], object]:
        english = " ".join(f"Every {at + 9} days, 1/{at % 7 + 2}, {at + 3} cents." for at in range(count))
        french = " ".join(f"Tous les {9 * at + 7} jours, 2/9, {at + 2} €." for at in range(count))
        return lambda: told(english, french)

    work(2)()
    few, many = (steps(work(count), "inforce/rules") for count in (20, 80))
    assert not grown(few, many, 4)

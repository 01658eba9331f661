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


@pytest.mark.parametrize(
    ("language", "english", "text"),
    [
        ("de", "Bags of at most 20 kg.", "Taschen von höchstens 20 Pfund."),
        ("fr", "Within a radius of 5 miles.", "Dans un rayon de 5 km."),
        ("nl", "Files up to 10 MB.", "Bestanden tot 10 GB."),
        ("ja", "Stored below 8 °C.", "8 °Fより低い温度で保管します。"),
        ("ar", "At most 30 kilometres away.", "على بعد 30 مترا على الأكثر."),
        ("de", "A room of 40 square metres.", "Ein Raum von 40 Quadratkilometern."),
        ("fr", "Two litres of water.", "Deux millilitres d’eau."),
        ("nl", "A 15-centimetre label.", "Een label van 15 millimeter."),
        ("ja", "Boxes of 12 kg.", "12ポンドの箱。"),
        ("fr", "A parcel of 3 kg.", "Un colis de 4 kg."),
        ("fr", "The data stay in Germany.", "Les données restent au Maroc."),
        ("de", "We send them to Canada.", "Wir senden sie nach Indien."),
        ("nl", "Our staff work in Spain and Portugal.", "Ons personeel werkt in Spanje en Polen."),
        ("ja", "Kept in Ireland.", "韓国で保管します。"),
        ("ar", "A company in Japan.", "شركة في الصين."),
        ("fr", "Stored in the United States.", "Conservées au Royaume-Uni."),
        ("de", "The courts of Belgium decide.", "Es entscheiden die Gerichte der Schweiz."),
        ("ja", "The laws of France apply.", "ドイツの法律が適用されます。"),
        ("fr", "At most 2,400 people.", "Au plus 2,400 personnes."),
        ("de", "Over 12,000 readers.", "Über 12,000 Leser."),
        ("nl", "Some 3.250 points.", "Zo’n 3.250 punten."),
        ("nl", "Some 3,250 members.", "Zo’n 3,250 leden."),
        ("de", "A list of 1,001 names.", "Eine Liste von 1,001 Namen."),
        ("fr", "10,000 packets", "10,000 sachets"),
        ("nl", "5,000 copies", "5,000 exemplaren"),
        ("de", "1.250 points", "1.250 Punkte"),
        ("de", "Article 17 GDPR", "Artikel 71 DSGVO"),
        ("fr", "Under Article 6(1)(f) of the GDPR.", "En vertu de l’article 9, paragraphe 1, du RGPD."),
        ("nl", "Articles 13 and 14 GDPR.", "De artikelen 13 en 15 AVG."),
        ("ja", "Article 17 GDPR.", "GDPR第18条。"),
        ("ar", "Article 17 GDPR.", "المادة 71 من اللائحة."),
        ("fr", "As Article 8 of the Code says.", "Comme le dit l’article 7 du Code."),
        ("de", "Art. 6 GDPR", "Art. 9 DSGVO"),
        ("nl", "Article 77 GDPR", "artikel 79 AVG"),
    ],
)
def test_another_measure_country_article_or_reading_of_figures_is_open(language: str, english: str, text: str) -> None:
    assert [(one.code, one.severity) for one in told(english, text, language)] == [("T110", Severity.OPEN)]


@pytest.mark.parametrize(
    ("language", "english", "text"),
    [
        ("de", "Bags of at most 20 kg.", "Taschen von höchstens 20 Kilogramm."),
        ("fr", "Within 5 miles (8 km).", "À moins de 8 km."),
        ("nl", "Files up to 1 GB.", "Bestanden tot 1000 MB."),
        ("fr", "Files of 10 MB.", "Des fichiers de 10 Mo."),
        ("ja", "Stored below 8 °C.", "8℃未満で保管します。"),
        ("ar", "30 kilometres away.", "على بعد 30 كيلومترا."),
        ("de", "At 50 km/h, for 2 km.", "Mit 50 Stundenkilometern, 2 km weit."),
        ("fr", "5 in 100 members; 5 m of shelves.", "5 membres sur 100 ; 5 mètres d’étagères."),
        ("nl", "A 1.5 kg packet.", "Een pakje van 1,5 kg."),
        ("fr", "500 kg of seeds.", "Une demi-tonne de graines."),
        ("de", "A 5G network and 5 m of cable.", "Ein 5G-Netz und 5 m Kabel."),
        ("nl", "1,500 metres.", "1,5 kilometer."),
        ("fr", "The data stay in Germany.", "Les données restent en Allemagne."),
        ("de", "Irish servers, and others in Germany.", "Server in Irland und deutsche."),
        ("nl", "In the UK and the United States.", "In het Verenigd Koninkrijk en de VS."),
        ("ja", "In Great Britain and the United States.", "イギリスと米国で。"),
        ("fr", "Belgian law, and that of France.", "Le droit de la Belgique, et le droit français."),
        ("de", "The Netherlands and Austria.", "Österreich und die Niederlande."),
        ("ar", "In Germany and France.", "في فرنسا وألمانيا."),
        ("fr", "Kept in Ireland.", "Conservées dans l’Union européenne."),
        ("nl", "English, or from England; France.", "Engels, of uit Engeland; Frankrijk."),
        ("ja", "In Thailand.", "タイで。タイトルは日本語です。"),
        ("fr", "In Mexico City and in Spain.", "À Mexico et en Espagne."),
        ("fr", "At most 2,400 people.", "Au plus 2 400 personnes."),
        ("de", "Over 12,000 readers.", "Über 12.000 Leser."),
        ("de", "Over 12,000 readers.", "Über 12 000 Leser."),
        ("nl", "A value of 2.125.", "Een waarde van 2,125."),
        ("ja", "1,500 members", "会員1,500人"),
        ("ar", "1,500 members", "1,500 عضو"),
        ("de", "TLS 1.300 and RFC 5.321", "TLS 1.300 und RFC 5.321"),
        ("fr", "Version 2.100 of it.", "La version 2.100."),
        ("fr", "Members 1500.", "1.500 membres."),
        ("nl", "Call 02.274.480.", "Bel 02.274.480."),
        ("de", "Article 17 GDPR", "Artikel 17 DSGVO"),
        ("fr", "Under Article 6(1)(f) of the GDPR.", "En vertu de l’article 6, paragraphe 1, point f), du RGPD."),
        ("nl", "Articles 13 and 14 GDPR.", "De artikelen 13 en 14 AVG."),
        ("de", "Section 5 TMG, Article 6 GDPR", "§ 5 TMG, Artikel 6 DSGVO"),
        ("ja", "Article 17 GDPR.", "GDPR第17条。"),
        ("ar", "Article 17 GDPR.", "المادة 17 من اللائحة."),
        ("fr", "Articles 15 to 22 GDPR.", "Les articles 15 à 22 du RGPD."),
        ("de", "Article 6 GDPR and Article 9 GDPR.", "Art. 6 und 9 DSGVO."),
        ("nl", "Article 6 GDPR.", "AVG, art. 6."),
        ("fr", "Article 6 GDPR; 17 articles.", "Article 6 du RGPD ; 17 articles."),
        ("de", "Article 34 GDPR", "Artikel 34 Absatz 3 DSGVO und § 66 BDSG"),
    ],
)
def test_the_same_measure_country_article_or_number_is_never_open(language: str, english: str, text: str) -> None:
    assert all(one.severity is Severity.HINT for one in told(english, text, language))


def test_figures_with_another_sign_are_told_as_they_are_read() -> None:
    (problem,) = told("1,500 members", "1,500 membres")
    assert "“1,500 (read as 1.5)”" in problem.message
    assert "“1,500 (read as 1500)”" in problem.message


def test_many_of_them_take_hardly_longer() -> None:
    def work(count: int) -> Callable[[], object]:
        english = " ".join(f"Every {at + 9} days, 1/{at % 7 + 2}, {at + 3} cents." for at in range(count))
        french = " ".join(f"Tous les {9 * at + 7} jours, 2/9, {at + 2} €." for at in range(count))
        return lambda: told(english, french)

    work(2)()
    few, many = (steps(work(count), "inforce/rules") for count in (20, 80))
    assert not grown(few, many, 4)

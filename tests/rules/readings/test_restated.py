"""Another amount beside a value that is said to be the same, and all that counts something else."""

from __future__ import annotations

import pytest
from inforce.model.values import Duration, FactValue, Money, Percentage
from inforce.rules.readings.grown import Beside
from inforce.rules.readings.multiplied import multiplied
from inforce.rules.readings.restated import restated
from inforce.rules.readings.tables import TABLES


def value(text: str | int) -> FactValue:
    if isinstance(text, int):
        return text
    if text.endswith("%"):
        return Percentage.parse(text)
    return Money.parse(text) if text.endswith("EUR") else Duration.parse(text)


def seen(text: str, meant: str | int, language: str, *, years: bool = False) -> Beside | None:
    """What readers see of the words in square brackets and beside them."""
    before, _, rest = text.partition("[")
    said, _, after = rest.partition("]")
    place = (len(before), len(before) + len(said))
    return multiplied(before + said + after, *place, value(meant), language, years=years)


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "kept for [10 years] (twelve years).", "10 years"),
        ("en", "kept for [10 years] (12 years) after the end.", "10 years"),
        ("en", "kept for [10 years] (i.e. 12 years) after the end.", "10 years"),
        ("en", "kept for [10 years] = 15 years.", "10 years"),
        ("en", "kept for [10 years], i.e. 20 years after the end of the contract.", "10 years"),
        ("en", "kept for [10 years], that is to say twenty years.", "10 years"),
        ("en", "kept for [10 years], or rather 15 years.", "10 years"),
        ("en", "kept for [10 years], meaning 20 years, after it ends.", "10 years"),
        ("en", "kept for [10 years] to 20 years.", "10 years"),
        ("en", "kept for [10 years]–20 years.", "10 years"),
        ("en", "costs [€5] to €50 a packet.", "5 EUR"),
        ("en", "costs [€5] + €5.", "5 EUR"),
        ("en", "costs [€5] plus €5.", "5 EUR"),
        ("en", "costs [€5] (six euros).", "5 EUR"),
        ("en", "costs [€5], in other words €50.", "5 EUR"),
        ("en", "costs a tenth of [€5].", "5 EUR"),
        ("en", "costs two fifths of [€5].", "5 EUR"),
        ("en", "a share of [20%] (25%).", "20%"),
        ("en", "a share of [20%] to 30%.", "20%"),
        ("en", "a share of [12]% of the price", 12),
        ("en", "a share of [12] per cent", 12),
        ("en", "kept for twelve years ([10 years]).", "10 years"),
        ("en", "kept for 12 years, i.e. [10 years].", "10 years"),
        ("en", "kept for 12 years = [10 years].", "10 years"),
        ("en", "costs €5 + [€5].", "5 EUR"),
        ("en", "kept for [10 years] – 20 years.", "10 years"),
        ("fr", "conservées [10 ans] (douze ans).", "10 years"),
        ("fr", "conservées [10 ans], soit 20 ans après la fin du contrat.", "10 years"),
        ("fr", "conservées [10 ans], c’est-à-dire 20 ans.", "10 years"),
        ("fr", "conservées [10 ans], à savoir vingt ans.", "10 years"),
        ("fr", "conservées [10 ans] = 15 ans.", "10 years"),
        ("fr", "conservées [10 ans] à 20 ans.", "10 years"),
        ("fr", "coûte [5 €] à 50 €.", "5 EUR"),
        ("fr", "coûte [5 €] + 5 €.", "5 EUR"),
        ("fr", "coûte [5 €] plus 5 €.", "5 EUR"),
        ("fr", "coûte [5 €] (soit 6 €).", "5 EUR"),
        ("fr", "coûte un dixième de [5 €].", "5 EUR"),
        ("fr", "une part de [12] % du prix", 12),
        ("fr", "une part de [12] pour cent", 12),
        ("fr", "une part de [20 %] (25 %).", "20%"),
        ("fr", "conservées douze ans ([10 ans]).", "10 years"),
        ("fr", "conservées 20 ans, soit [10 ans].", "10 years"),
        ("fr", "conservées [10 ans], autrement dit 15 ans à compter de la fin.", "10 years"),
        ("de", "für [10 Jahre] (zwölf Jahre).", "10 years"),
        ("de", "für [10 Jahre], also 20 Jahre.", "10 years"),
        ("de", "nach [10 Jahren], also 20 Jahren nach Vertragsende.", "10 years"),
        ("de", "für [10 Jahre], das heißt 20 Jahre.", "10 years"),
        ("de", "für [10 Jahre], d. h. 20 Jahre.", "10 years"),
        ("de", "für [10 Jahre] = 15 Jahre.", "10 years"),
        ("de", "für [10 Jahre] bis 20 Jahre.", "10 years"),
        ("de", "kostet [5 Euro] bis 50 Euro.", "5 EUR"),
        ("de", "kostet [5 Euro] + 5 Euro.", "5 EUR"),
        ("de", "kostet [5 €] (sechs Euro).", "5 EUR"),
        ("de", "kostet ein Zehntel von [5 Euro].", "5 EUR"),
        ("de", "für [10 Jahre] (anderthalb Jahre).", "10 years"),
        ("de", "für anderthalb [10 Jahre].", "10 years"),
        ("de", "ein Anteil von [12] %.", 12),
        ("de", "ein Anteil von [12] Prozent", 12),
        ("de", "für zwölf Jahre ([10 Jahre]).", "10 years"),
        ("de", "für [10 Jahre], mithin 15 Jahre ab Vertragsende.", "10 years"),
        ("nl", "gedurende [10 jaar] (twaalf jaar).", "10 years"),
        ("nl", "gedurende [10 jaar], dus 20 jaar.", "10 years"),
        ("nl", "gedurende [10 jaar], dat wil zeggen 20 jaar na het einde.", "10 years"),
        ("nl", "gedurende [10 jaar], d.w.z. 20 jaar.", "10 years"),
        ("nl", "gedurende [10 jaar] = 15 jaar.", "10 years"),
        ("nl", "gedurende [10 jaar] tot 20 jaar.", "10 years"),
        ("nl", "kost [5 euro] tot 50 euro.", "5 EUR"),
        ("nl", "kost [5 euro] + 5 euro.", "5 EUR"),
        ("nl", "kost [€ 5] (zes euro).", "5 EUR"),
        ("nl", "kost een tiende van [5 euro].", "5 EUR"),
        ("nl", "een deel van [12]%.", 12),
        ("nl", "een deel van [12] procent", 12),
        ("nl", "gedurende anderhalf [10 jaar].", "10 years"),
        ("nl", "twaalf jaar ([10 jaar]).", "10 years"),
        ("nl", "gedurende [10 jaar], oftewel 15 jaar vanaf het einde.", "10 years"),
        ("ja", "[10年](12年)保存します。", "10 years"),
        ("ja", "[10年]（十二年）保存します。", "10 years"),
        ("ja", "[10年]、すなわち20年保存します。", "10 years"),
        ("ja", "[10年]、つまり20年間保存します。", "10 years"),
        ("ja", "[10年]＝15年", "10 years"),
        ("ja", "[10年]〜20年保存します。", "10 years"),
        ("ja", "[10年]から20年保存します。", "10 years"),
        ("ja", "料金は[5ユーロ]（6ユーロ）です。", "5 EUR"),
        ("ja", "料金は[5ユーロ]の十分の一です。", "5 EUR"),
        ("ja", "割合は[12]%です。", 12),
        ("ja", "割合は[12]パーセントです。", 12),
        ("ja", "12年（[10年]）保存します。", "10 years"),
        ("ja", "20年、すなわち[10年]保存します。", "10 years"),
        ("ar", "لمدة [10 سنوات] (12 سنة).", "10 years"),
        ("ar", "لمدة [10 سنوات] (اثنتا عشرة سنة).", "10 years"),
        ("ar", "لمدة [10 سنوات]، أي 20 سنة.", "10 years"),
        ("ar", "لمدة [10 سنوات]، أي 20 سنة بعد انتهاء العقد.", "10 years"),
        ("ar", "لمدة [10 سنوات]، يعني 20 سنة.", "10 years"),
        ("ar", "لمدة [10 سنوات] = 15 سنة.", "10 years"),
        ("ar", "لمدة [10 سنوات] إلى 20 سنة.", "10 years"),
        ("ar", "الرسم [5 يورو] إلى 50 يورو.", "5 EUR"),
        ("ar", "الرسم [5 يورو] + 5 يورو.", "5 EUR"),
        ("ar", "الرسم [5 يورو] (6 يورو).", "5 EUR"),
        ("ar", "الرسم ثلث [5 يورو].", "5 EUR"),
        ("ar", "نسبة [12]٪.", 12),
        ("ar", "نسبة [12] في المئة", 12),
        ("ar", "لمدة 12 سنة ([10 سنوات]).", "10 years"),
        ("ja", "料金は[5ユーロ]＋5ユーロです。", "5 EUR"),
        ("de", "für [10 Jahre] – tatsächlich jedoch 15 Jahre.", "10 years"),
        ("ar", "لمدة [10 سنوات] ولكن عمليا 15 سنة.", "10 years"),
        ("en", "kept for [10 years], though in practice 15 years.", "10 years"),
        ("en", "kept for [10 years], which in reality means 15 years.", "10 years"),
        ("fr", "pendant [10 ans], toutefois en réalité pendant 15 ans.", "10 years"),
        ("fr", "pendant [10 ans], ce qui en pratique signifie 15 ans.", "10 years"),
        ("nl", "gedurende [10 jaar], wat in de praktijk neerkomt op 15 jaar.", "10 years"),
        ("en", "kept for [10 years], effectively 20 years.", "10 years"),
        ("en", "kept for [10 years], in practice 20 years.", "10 years"),
        ("en", "kept for [10 years] (in practice 20 years).", "10 years"),
        ("en", "kept for [10 years], in reality 20 years.", "10 years"),
        ("en", "kept for [10 years], or more precisely 20 years after its end.", "10 years"),
        ("en", "kept for [10 years], actually 20 years.", "10 years"),
        ("en", "kept for [10 years] — in practice, 20 years.", "10 years"),
        ("en", "kept for [10 years], in practice for 20 years.", "10 years"),
        ("en", "kept for [10 years], de facto 20 years.", "10 years"),
        ("en", "officially [10 years], in practice 20 years.", "10 years"),
        ("en", "kept not for [10 years] but for 20 years.", "10 years"),
        ("en", "kept for [10 years], but in practice 20 years.", "10 years"),
        ("en", "kept for [10 years], extended to 20 years.", "10 years"),
        ("en", "kept for [10 years], read: 20 years.", "10 years"),
        ("fr", "conservées [10 ans], en pratique 20 ans.", "10 years"),
        ("fr", "conservées [10 ans], effectivement 20 ans.", "10 years"),
        ("fr", "conservées [10 ans], de fait 20 ans.", "10 years"),
        ("fr", "conservées [10 ans], en fait 20 ans.", "10 years"),
        ("fr", "conservées [10 ans] (en réalité 20 ans).", "10 years"),
        ("fr", "conservées [10 ans], mais en pratique 20 ans.", "10 years"),
        ("fr", "conservées [10 ans], dans les faits pendant 20 ans.", "10 years"),
        ("fr", "conservées non pas [10 ans] mais 20 ans.", "10 years"),
        ("fr", "conservées [10 ans], portés à 20 ans.", "10 years"),
        ("de", "für [10 Jahre], tatsächlich 20 Jahre.", "10 years"),
        ("de", "für [10 Jahre], in der Praxis 20 Jahre.", "10 years"),
        ("de", "für [10 Jahre], effektiv 20 Jahre.", "10 years"),
        ("de", "für [10 Jahre], faktisch für 20 Jahre.", "10 years"),
        ("de", "nicht für [10 Jahre], sondern für 20 Jahre.", "10 years"),
        ("de", "für [10 Jahre], in Wirklichkeit aber 20 Jahre.", "10 years"),
        ("nl", "gedurende [10 jaar], in de praktijk 20 jaar.", "10 years"),
        ("nl", "gedurende [10 jaar], feitelijk 20 jaar.", "10 years"),
        ("nl", "gedurende [10 jaar], in werkelijkheid 20 jaar.", "10 years"),
        ("nl", "niet [10 jaar] maar 20 jaar.", "10 years"),
        ("nl", "gedurende [10 jaar], maar in de praktijk 20 jaar.", "10 years"),
        ("ja", "[10年]、実際には20年保存します。", "10 years"),
        ("ja", "[10年]、実質的に20年保存します。", "10 years"),
        ("ja", "[10年]ではなく20年保存します。", "10 years"),
        ("ja", "[10年]（実際は20年）保存します。", "10 years"),
        ("ar", "لمدة [10 سنوات]، عمليا 20 سنة.", "10 years"),
        ("ar", "لمدة [10 سنوات]، في الواقع 20 سنة.", "10 years"),
        ("ar", "لمدة [10 سنوات]، فعليا 20 سنة.", "10 years"),
        ("ar", "ليس [10 سنوات] بل 20 سنة.", "10 years"),
    ],
)
def test_an_amount_that_is_said_to_be_the_same(language: str, text: str, meant: str | int) -> None:
    found = seen(text, meant, language)
    assert found is not None
    assert found.sure


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "kept for [10 years] (2 years for minors).", "10 years"),
        ("en", "kept for [10 years] (120 months).", "10 years"),
        ("en", "kept for [10 years], i.e. 120 months, after it.", "10 years"),
        ("en", "kept for [10 years] (see section 5).", "10 years"),
        ("en", "kept for [10 years], 3 years and 30 days.", "10 years"),
        ("en", "kept for [10 years]; the logs, 3 months.", "10 years"),
        ("en", "within [one month] (30 days)", "1 month"),
        ("en", "costs [€5] ($5.40).", "5 EUR"),
        ("en", "costs [€5] (€3 for members).", "5 EUR"),
        ("en", "a share of [20%] (VAT included)", "20%"),
        ("en", "for [10 years] after 1 January 2020 (2 years earlier than before)", "10 years"),
        ("en", "We hold it [10 years] and delete it after 3 months (backups).", "10 years"),
        ("fr", "conservées [10 ans] (2 ans pour les mineurs).", "10 years"),
        ("fr", "conservées [10 ans], soit 120 mois.", "10 years"),
        ("fr", "conservées [10 ans], 3 ans et 30 jours.", "10 years"),
        ("fr", "sous [un mois] (30 jours)", "1 month"),
        ("fr", "coûte [5 €] (3 € pour les membres).", "5 EUR"),
        ("fr", "de [5 €] pour 20 % des cas", "5 EUR"),
        ("de", "für [10 Jahre] (2 Jahre bei Minderjährigen).", "10 years"),
        ("de", "für [10 Jahre], also 120 Monate.", "10 years"),
        ("de", "[2 Monate], 3 Wochen und 30 Tage", "2 months"),
        ("de", "binnen [eines Monats] (30 Tage)", "1 month"),
        ("de", "kostet [5 €] (3 € für Mitglieder).", "5 EUR"),
        ("nl", "gedurende [10 jaar] (2 jaar voor minderjarigen).", "10 years"),
        ("nl", "gedurende [10 jaar], dus 120 maanden.", "10 years"),
        ("nl", "[2 maanden], 3 weken en 30 dagen", "2 months"),
        ("nl", "binnen [een maand] (30 dagen)", "1 month"),
        ("ja", "[10年]（未成年者は2年）保存します。", "10 years"),
        ("ja", "[10年]（120か月）保存します。", "10 years"),
        ("ja", "[2か月]、3週間、30日", "2 months"),
        ("ja", "[1か月]（30日）以内", "1 month"),
        ("ja", "料金は[5ユーロ]（会員は3ユーロ）です。", "5 EUR"),
        ("ar", "لمدة [10 سنوات] (سنتان للقاصرين).", "10 years"),
        ("ar", "لمدة [10 سنوات] (120 شهرا).", "10 years"),
        ("ar", "[شهران] و3 أسابيع و30 يوما على التوالي", "2 months"),
        ("ar", "خلال [شهر واحد] (30 يوما)", "1 month"),
        ("ar", "الرسم [5 يورو] (3 يورو للأعضاء).", "5 EUR"),
        ("en", "kept for [10 years], in practice 120 months.", "10 years"),
        ("en", "kept for [10 years], in practice 3 years longer than needed.", "10 years"),
        ("en", "kept for [10 years]; in practice most are gone after 2 years.", "10 years"),
        ("en", "kept for [10 years], in practice rarely, and logs for 20 days.", "10 years"),
        ("en", "kept for [10 years] instead of 7 years.", "10 years"),
        ("en", "was 7 years, now [10 years].", "10 years"),
        ("en", "kept for [10 years], not 7 years as before.", "10 years"),
        ("en", "at least 3 years and in practice [10 years]", "10 years"),
        ("en", "The law asks for 7 years; in practice, we keep them for [10 years].", "10 years"),
        ("en", "kept for [10 years] and, in practice, backups for 90 days.", "10 years"),
        ("en", "kept [10 years], effectively from the end of the contract of 3 years.", "10 years"),
        ("fr", "conservées [10 ans] au lieu de 7 ans.", "10 years"),
        ("fr", "La loi exige 7 ans ; en pratique, [10 ans].", "10 years"),
        ("fr", "conservées [10 ans], en pratique 2 ans pour les mineurs.", "10 years"),
        ("fr", "conservées [10 ans], en pratique rarement plus de 8 ans.", "10 years"),
        ("de", "für [10 Jahre] statt 7 Jahre.", "10 years"),
        ("de", "Das Gesetz verlangt 7 Jahre, tatsächlich [10 Jahre].", "10 years"),
        ("de", "für [10 Jahre], in der Praxis 2 Jahre bei Minderjährigen.", "10 years"),
        ("nl", "gedurende [10 jaar] in plaats van 7 jaar.", "10 years"),
        ("nl", "gedurende [10 jaar], in de praktijk 2 jaar voor minderjarigen.", "10 years"),
        ("ja", "7年ではなく[10年]保存します。", "10 years"),
        ("ar", "لمدة [10 سنوات] بدلا من 7 سنوات.", "10 years"),
        ("en", "kept for [10 years], in practice less: 2 years after the last login.", "10 years"),
        ("en", "kept not for 20 years but for [10 years].", "10 years"),
    ],
)
def test_an_amount_of_something_else(language: str, text: str, meant: str | int) -> None:
    assert seen(text, meant, language) is None


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "kept for [10 years], i.e. 5 years longer than the law asks.", "10 years"),
        ("en", "reduced from 20 years to [10 years].", "10 years"),
        ("en", "within [10 years] or 20 years if a court asks", "10 years"),
        ("en", "between 3 and [10 years] after", "10 years"),
        ("fr", "conservées [10 ans], soit 5 ans de plus que la loi ne l’exige.", "10 years"),
        ("fr", "de 20 ans à [10 ans].", "10 years"),
        ("de", "für [10 Jahre], also 5 Jahre länger als nötig.", "10 years"),
        ("de", "von 20 Jahren auf [10 Jahre] verkürzt", "10 years"),
        ("nl", "gedurende [10 jaar], dus 5 jaar langer dan nodig.", "10 years"),
        ("nl", "van 20 jaar tot [10 jaar] verkort", "10 years"),
        ("ja", "[10年]、つまり法律より5年長い期間", "10 years"),
        ("ar", "لمدة [10 سنوات]، أي 5 سنوات أكثر من القانون", "10 years"),
        ("en", "kept 20 years instead of [10 years].", "10 years"),
        ("en", "kept for 20 years, not [10 years].", "10 years"),
        ("fr", "conservées 20 ans au lieu de [10 ans].", "10 years"),
        ("de", "für 20 Jahre statt [10 Jahre].", "10 years"),
        ("nl", "gedurende 20 jaar in plaats van [10 jaar].", "10 years"),
        ("ar", "لمدة 20 سنة بدلا من [10 سنوات].", "10 years"),
    ],
)
def test_an_amount_that_may_be_a_part_or_another_choice_is_never_sure(
    language: str, text: str, meant: str | int
) -> None:
    found = seen(text, meant, language)
    assert found is None or not found.sure


def test_an_age_is_said_again_in_years() -> None:
    assert seen("below [13] years (fourteen years).", 13, "en", years=True)
    assert seen("below [13] years (thirteen years).", 13, "en", years=True) is None
    assert seen("ages [13] to 17", 13, "en", years=True) == Beside("13 to 17", sure=False)


def test_another_choice_in_brackets_is_not_sure() -> None:
    assert seen("for [10 years] (or 12 years).", "10 years", "en") == Beside("10 years (or 12 years)", sure=False)


def test_a_figure_in_brackets_behind_a_number_is_that_of_a_note() -> None:
    assert seen("Article [6] (1)", 6, "en") is None
    assert seen("at most [12] (thirteen)", 12, "en") == Beside("12 (thirteen)")


def test_what_is_no_amount_is_never_said_again() -> None:
    assert restated("", "Qualifio SA", " (Other SA)", "Qualifio SA", TABLES["en"]) is None

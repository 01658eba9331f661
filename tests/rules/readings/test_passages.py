"""Values among other words."""

from __future__ import annotations

from datetime import date

import pytest
from inforce.model.values import Duration, Email, FactValue, Money, Percentage
from inforce.rules.readings.passages import LONGEST, amounts_said, values_in

YEARS, DAY = Duration.parse("10 years"), date(2024, 3, 1)
MAIL, COST, SHARE = Email.parse("a@b.example"), Money.parse("5 EUR"), Percentage.parse("5 %")

CASES: list[tuple[str, FactValue, str, list[str]]] = [
    ("kept for 7 years, then gone", YEARS, "en", ["7 years"]),
    ("for one year and six months (or two days)", YEARS, "en", ["one year and six months", "two days"]),
    ("indique : 10 ans et 3 mois", YEARS, "fr", ["10 ans et 3 mois"]),
    ("binnen een etmaal", YEARS, "nl", ["een etmaal"]),
    ("the 7 dwarfs and their years", YEARS, "en", []),
    ("pendant sept ans.", YEARS, "fr", ["sept ans"]),
    ("7年間保管します", YEARS, "ja", ["7年間"]),
    ("نحتفظ بها 25 شهرًا، ثم نحذفها", YEARS, "ar", ["25 شهرًا"]),
    ("هل هي 30 يومًا؟ (لا؛ بل سبع سنوات)،", YEARS, "ar", ["30 يومًا", "سبع سنوات"]),
    ("within one month and three months at most", YEARS, "en", ["one month", "three months"]),
    ("en un mois et trois mois au plus", YEARS, "fr", ["un mois", "trois mois"]),
    ("خلال شهر واحد وثلاثة أشهر على الأكثر", YEARS, "ar", ["شهر واحد", "ثلاثة أشهر"]),
    ("خلال شهر واحد، وثلاثة أشهر على الأكثر", YEARS, "ar", ["شهر واحد", "ثلاثة أشهر"]),
    ("ثلاثة أيام وساعتان", YEARS, "ar", ["ثلاثة أيام وساعتان"]),
    ("ثلاثة أيام، وشهران", YEARS, "ar", ["ثلاثة أيام", "شهران"]),
    ("نحفظها وسنتين نحتفظ بها", YEARS, "ar", ["سنتين"]),
    ("خلال واحد وعشرين يومًا", YEARS, "ar", ["واحد وعشرين يومًا"]),
    ("لا تتغير الأشهر الثلاثة المذكورة", YEARS, "ar", ["الأشهر الثلاثة"]),
    ("متى تبدأ السنوات السبع.", YEARS, "ar", ["السنوات السبع"]),
    ("والأيام الخمسة والعشرين", YEARS, "ar", ["الأيام الخمسة والعشرين"]),
    ("خلال الثلاثين يومًا التالية", YEARS, "ar", ["الثلاثين يومًا"]),
    ("في الأشهر الـ12 الماضية", YEARS, "ar", ["الأشهر الـ12"]),
    ("بعد السنتين وقبل الشهرين", YEARS, "ar", ["السنتين", "الشهرين"]),
    ("في الشهر، وفي اليوم الثلاثين، تلك السنوات", YEARS, "ar", []),
    ("بعد يوم إعادة البذور", YEARS, "ar", []),
    ("يوم الأحد ويوم السبت وفي شهر مارس", YEARS, "ar", []),
    ("بعد يوم واحد", YEARS, "ar", ["يوم واحد"]),
    ("بعد ثلاثين يوماً الإعادة، ويوماً", YEARS, "ar", ["ثلاثين يوماً", "يوماً"]),
    ("خلال شهر من الطلب، شهر بعد الإعادة، شهر على الأكثر", YEARS, "ar", ["شهر", "شهر", "شهر"]),
    ("بعد شهر نحذف البيانات", YEARS, "ar", ["شهر"]),
    ("7 años", YEARS, "es", []),
    ("since 1 March 2024, for 7 years", DAY, "en", ["1 March 2024"]),
    ("it costs €20, or 20 euros", COST, "en", ["€20", "20 euros"]),
    ("about 20 % of them", SHARE, "en", ["20 %"]),
    ("write to c@d.example.", MAIL, "en", ["c@d.example"]),
    ("over 16 or 17.5, in 2a", 16, "en", ["16"]),
    ("", YEARS, "en", []),
]


@pytest.mark.parametrize(("passage", "like", "language", "found"), CASES)
def test_what_is_found(passage: str, like: FactValue, language: str, found: list[str]) -> None:
    assert [said for said, _ in values_in(passage, like, language)] == found


def test_a_passage_is_read_as_far_as_is_told() -> None:
    assert [*values_in(" " * LONGEST + "7 years", YEARS, "en")] == []


def test_a_word_that_is_a_code_too_is_no_currency() -> None:
    assert [*amounts_said("all 5 of them; try 3 times", "en")] == []
    assert [said for _, said in amounts_said("24 heures sur 24, sous 24 heures", "fr")] == ["24 heures"]
    assert [said for _, said in amounts_said("TRY 3, 40 eur", "en")] == ["TRY 3", "40 eur"]


@pytest.mark.parametrize(
    ("language", "passage", "found"),
    [
        ("ar", "يذكر القسم 11 ساعات العمل.", []),
        ("ar", "يذكر البند 3 أيام العطل.", []),
        ("ar", "في الصفحة 5 سنوات التأسيس.", []),
        ("fr", "La section 5 jours d’ouverture.", []),
        ("de", "In Abschnitt 3 Stunden zählt man.", []),
        ("nl", "Op pagina 12 maanden genoemd.", []),
        ("ar", "تذكر المادة 5 يورو.", []),
        ("en", "Clause 7 days are counted from Monday.", []),
        ("en", "Kept until section 5, 30 days; page 3: 2 years.", ["30 days", "2 years"]),
        ("de", "Wie Abschnitt 5 sagt, 20 Tage, Seite 7 Jahre", ["20 Tage"]),
        ("ja", "第5条30日以内、第3年", ["30日"]),
        ("ar", "القسم 4: 6 أيام. القسم: 7 أيام", ["6 أيام", "7 أيام"]),
        ("nl", "Bel 02.274.480, of BEL 500.", ["BEL 500"]),
    ],
)
def test_the_number_of_a_section_an_article_or_a_page_counts_nothing(
    language: str, passage: str, found: list[str]
) -> None:
    assert [said for _, said in amounts_said(passage, language)] == found

"""A new day is written in the form of the old one, and in the pages' form where the old words state no day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.rules.readings.agrees import LANGUAGES, Agrees, read_agrees
from inforce.rules.readings.dates import date_forms
from inforce.rules.readings.styles import written_forms, written_like
from inforce.rules.written import LENGTHS, written

DAY = date(2027, 3, 1)
FORMS = [
    ("en", "a date to be set", "1 March 2027"),
    ("en", "February 1, 2027", "March 1, 2027"),
    ("en", "1 Feb. 2027", "1 Mar. 2027"),
    ("en", "the 10th day of November, 2020", "the 1st day of March, 2027"),
    ("en", "Tuesday, November 10, 2020", "Monday, March 1, 2027"),
    ("en", "NOVEMBER 10, 2020", "MARCH 1, 2027"),
    ("en", "01 January 2020", "01 March 2027"),
    ("en", "2020-11-10", "2027-03-01"),
    ("en", "10-Nov-2020", "1-Mar-2027"),
    ("en", "10\u00a0November\n2020", "1\u00a0March\n2027"),
    ("en", "**10 November 2020**", "**1 March 2027**"),
    ("en", "**a date to be set**", "**1 March 2027**"),
    ("en", "**10** November 2020", "1 March 2027"),
    ("fr", "jour à fixer", "1er mars 2027"),
    ("fr", "28 février 2027", "1er mars 2027"),
    ("fr", "le 28 février 2027", "le 1er mars 2027"),
    ("fr", "LE 10 NOVEMBRE 2020", "LE 1ER MARS 2027"),
    ("fr", "mardi 10 Novembre 2020", "lundi 1er Mars 2027"),
    ("fr", "10 nov. 2020", "1er mars 2027"),
    ("fr", "1 avril 2026", "1er mars 2027"),
    ("fr", "1 mars 2027", "1er mars 2027"),
    ("fr", "1er mars 2027", "1er mars 2027"),
    ("fr", "premier avril 2027", "premier mars 2027"),
    ("fr-CA", "jeudi 2 avril 2026", "lundi 1er mars 2027"),
    ("de", "noch festzulegenden Datum", "1. März 2027"),
    ("de", "Dienstag, 10. November 2020", "Montag, 1. März 2027"),
    ("de", "den 1. Jänner 2021", "den 1. März 2027"),
    ("nl", "10e november 2020", "1e maart 2027"),
    ("ar", "تاريخ يُحدد لاحقًا", "1 مارس 2027"),
    ("ar", "١٠ نوفمبر ٢٠٢٠", "١ مارس ٢٠٢٧"),
    ("ar", "10 تشرين الثاني 2020", "1 آذار 2027"),
    ("ar", "10 نوفمبر/تشرين الثاني 2020", "1 مارس/آذار 2027"),
    ("ar", "الثلاثاء، 10 نوفمبر 2020", "الاثنين، 1 مارس 2027"),
    ("ja", "未定の日", "2027年3月1日"),
    ("ja", "2020年11月10日", "2027年3月1日"),
    ("ja", "２０２０年１１月１０日", "２０２７年３月１日"),
    ("ja", "令和二年十一月十日", "令和九年三月一日"),
    ("ja", "2020年11月10日（火）", "2027年3月1日（月）"),
    ("ja", "2020/11/10", "2027/03/01"),
    ("it", "data da stabilire", "1º marzo 2027"),
    ("es", "martes, 10 de noviembre de 2020", "lunes, 1 de marzo de 2027"),
    ("ca", "22 d’abril del 2026", "1 de març del 2027"),
    ("pt-BR", "10 DE NOVEMBRO DE 2020", "1º DE MARÇO DE 2027"),
]


@pytest.mark.parametrize(("language", "old", "new"), FORMS)
def test_the_new_day_has_the_form_of_the_old_one(language: str, old: str, new: str) -> None:
    assert written_like(old, DAY, language) == new


def test_figures_keep_their_order_as_long_as_one_order_alone_can_read_them() -> None:
    assert written_like("13/11/2020", date(2027, 4, 22), "en") == "22/04/2027"
    assert written_like("11/13/2020", date(2027, 4, 22), "en") == "04/22/2027"
    assert written_like("31.12.2020", date(2027, 4, 22), "de") == "22.04.2027"
    assert written_like("31.12.2020", DAY, "de") == "1. März 2027"


def test_words_that_state_the_day_stay_as_they_are() -> None:
    for words in ("10th November 2020", "2020/11/10", "10 November 2020"):
        assert written_like(words, date(2020, 11, 10), "en") == words


def test_the_wrong_day_of_the_week_is_not_carried_on() -> None:
    assert written_like("Monday, November 10, 2020", DAY, "en") == "1 March 2027"


days = st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31))


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(LANGUAGES)), days, days, st.integers(min_value=0))
def test_what_is_written_is_read_as_the_new_day(language: str, old: date, new: date, choice: int) -> None:
    forms = sorted(date_forms(old, language))
    form = forms[choice % len(forms)]
    assert read_agrees(new, written_like(form, new, language), language) == Agrees(), form


@settings(deadline=None)
@given(st.sampled_from(["es", "it", "pt", "ca", "el", "fi", "hu", "he", "zh", "ko", "th"]), days, days)
def test_a_language_whose_dates_cannot_be_read_keeps_the_forms_that_are_written_here(
    language: str, old: date, new: date
) -> None:
    for length in LENGTHS:
        words = written_like(written(old, language, length), new, language)
        assert words in {written(new, language, one) for one in LENGTHS}
        assert read_agrees(new, words, language) == Agrees()
        assert written_forms(new, language)

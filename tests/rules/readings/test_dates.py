"""Dates read out of words: every accepted form, and none that two orders could read."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from inforce.rules.readings.agrees import LANGUAGES, Agrees, Differs, NoTable, Unreadable, read_agrees
from inforce.rules.readings.dates import date_forms, has_two_orders, read_date
from inforce.rules.readings.tables import TABLES

DAY = date(2020, 11, 10)

AGREE = {
    "en": "November 10, 2020|10 November 2020|10th November 2020|November 10th, 2020|the 10th of November 2020"
    "|the 10th day of November, 2020|Nov 10, 2020|Nov. 10, 2020|10 Nov 2020|Tuesday, November 10, 2020"
    "|Tuesday 10 November 2020|10\u00a0November\u00a02020|NOVEMBER 10, 2020|2020-11-10|2020/11/10|10-Nov-2020",
    "fr": "10 novembre 2020|le 10 novembre 2020|mardi 10 novembre 2020|10 nov. 2020|10\u00a0novembre 2020|2020-11-10",
    "nl": "10 november 2020|10 nov. 2020|dinsdag 10 november 2020|10 nov 2020|2020-11-10",
    "de": "10. November 2020|Dienstag, 10. November 2020|den 10. November 2020|10. Nov. 2020|10.\u00a0November 2020"
    "|2020-11-10",
    "ar": "10 نوفمبر 2020|١٠ نوفمبر ٢٠٢٠|10 تشرين الثاني 2020|10 نونبر 2020|10 نوفمبر/تشرين الثاني 2020"
    "|10 تشرين الثاني/نوفمبر 2020|10 تشرين الثاني (نوفمبر) 2020|10 نوفمبر 2020م|الثلاثاء، 10 نوفمبر 2020"
    "|10 من نوفمبر 2020|10 نوفمبر، 2020",
    "ja": "2020年11月10日|２０２０年１１月１０日|令和2年11月10日|令和二年十一月十日|二〇二〇年十一月十日"
    "|二千二十年十一月十日|2020年11月10日（火）|2020年11月10日火曜日|2020年 11月 10日|2020/11/10|2020-11-10",
}

UNREADABLE = {
    "en": "10 November|November 2020|on 10 November 2020|10 November 2020 and after|31 November 2020|2020",
    "fr": "10 novembre|dès le 10 novembre 2020|novembre 2020|10 november 2020",
    "nl": "vanaf 10 november 2020|10 november",
    "de": "ab dem 10. November 2020|10. November",
    "ar": "منذ 10 نوفمبر 2020|نوفمبر 2020",
    "ja": "2020年11月|11月10日|2020年11月10日以降|平成32年11月10日|令和2年11月31日",
}

DIFFER = {
    "en": {"11 November 2020": "11 November 2020", "October 10, 2020": "10 October 2020"},
    "fr": {"1er novembre 2020": "1 November 2020", "10 novembre 2021": "10 November 2021"},
    "nl": {"10 oktober 2020": "10 October 2020"},
    "de": {"10. Oktober 2020": "10 October 2020", "1. Jänner 2021": "1 January 2021"},
    "ar": {"11 نوفمبر 2020": "11 November 2020", "10 تشرين الأول 2020": "10 October 2020"},
    "ja": {"2020年11月11日": "11 November 2020", "平成30年11月10日": "10 November 2018"},
}


@pytest.mark.parametrize(
    ("language", "words"), [(language, form) for language, forms in AGREE.items() for form in forms.split("|")]
)
def test_accepted_forms_agree(language: str, words: str) -> None:
    assert read_agrees(DAY, words, language) == Agrees()


@pytest.mark.parametrize(
    ("language", "words"), [(language, form) for language, forms in UNREADABLE.items() for form in forms.split("|")]
)
def test_what_is_no_whole_date_never_agrees(language: str, words: str) -> None:
    assert isinstance(read_agrees(DAY, words, language), Unreadable)


@pytest.mark.parametrize(
    ("language", "words", "stated"),
    [(language, words, stated) for language, forms in DIFFER.items() for words, stated in forms.items()],
)
def test_other_dates_differ_and_are_named(language: str, words: str, stated: str) -> None:
    assert read_agrees(DAY, words, language) == Differs(stated=stated)


@pytest.mark.parametrize(
    "words", ["10/11/2020", "11/10/2020", "10.11.2020", "10-11-2020", "10/11/20", "31/12/20", "10. 11. 2020"]
)
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_figures_that_two_orders_could_read_are_refused(language: str, words: str) -> None:
    assert read_agrees(DAY, words, language) == Unreadable(two_orders=True)


def test_figures_that_one_order_alone_can_read_are_read() -> None:
    day = date(2020, 11, 13)
    assert read_agrees(day, "13/11/2020", "fr") == Agrees()
    assert read_agrees(day, "13.11.2020", "de") == Agrees()
    assert read_agrees(day, "11/13/2020", "en") == Agrees()
    assert read_agrees(date(2020, 11, 11), "11/11/2020", "en") == Agrees()
    assert read_agrees(day, "14/11/2020", "fr") == Differs(stated="14 November 2020")
    assert isinstance(read_agrees(day, "11/13/2020", "fr"), Unreadable)


def test_the_wrong_day_of_the_week_is_a_difference() -> None:
    assert read_agrees(DAY, "Monday, November 10, 2020", "en") == Differs(stated="another day of the week")
    assert read_agrees(DAY, "lundi 10 novembre 2020", "fr") == Differs(stated="another day of the week")


def test_the_first_of_the_month_has_an_ordinal_in_french() -> None:
    assert read_agrees(date(2021, 1, 1), "1er janvier 2021", "fr") == Agrees()
    assert read_agrees(date(2021, 1, 1), "le 1er janvier 2021", "fr") == Agrees()
    assert isinstance(read_agrees(date(2021, 1, 2), "2er janvier 2021", "fr"), Unreadable)


def test_an_era_ends_where_the_next_begins() -> None:
    assert read_agrees(date(2019, 5, 1), "令和元年5月1日", "ja") == Agrees()
    assert read_agrees(date(2019, 4, 30), "平成31年4月30日", "ja") == Agrees()
    assert not isinstance(read_agrees(date(2019, 4, 30), "令和元年4月30日", "ja"), Agrees)


def test_a_date_with_too_much_around_it_is_told_the_part_to_keep() -> None:
    answer = read_agrees(DAY, "in force on November 10, 2020", "en")
    assert answer == Unreadable(part="November 10, 2020")


def test_a_language_without_a_table_never_passes_in_silence() -> None:
    assert read_agrees(DAY, "10 noviembre 2020", "es") == NoTable(language="es")
    assert read_agrees(DAY, "11 de noviembre de 2020", "es") == NoTable(language="es")


def test_without_a_table_a_date_as_a_release_writes_it_agrees() -> None:
    assert read_agrees(DAY, "10 de noviembre de 2020", "es") == Agrees()
    assert read_agrees(date(2021, 3, 1), "1º marzo 2021", "it") == Agrees()


days = st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31))
languages = st.sampled_from(sorted(LANGUAGES))


@settings(deadline=None)
@given(languages, days, st.sampled_from(["full", "long", "medium"]))
def test_every_form_of_cldr_agrees_or_is_refused_for_its_two_orders(language: str, day: date, length: str) -> None:
    words = format_date(day, length, locale=language)
    assert read_agrees(day, words, language) in (Agrees(), Unreadable(two_orders=True))


@settings(deadline=None)
@given(languages, days, days)
def test_no_form_states_two_days(language: str, one: date, other: date) -> None:
    assume(one != other)
    assert date_forms(one, language).isdisjoint(date_forms(other, language))


@settings(deadline=None, max_examples=30)
@given(languages, days)
def test_every_accepted_form_is_read_as_its_day_and_has_one_order(language: str, day: date) -> None:
    for form in date_forms(day, language):
        assert read_date(form, TABLES[language]) == day, form
        assert not has_two_orders(form), form


@settings(deadline=None)
@given(languages, days, st.text(max_size=40))
def test_any_words_give_an_answer(language: str, day: date, words: str) -> None:
    assert not isinstance(read_agrees(day, words, language), Agrees)

"""What every language's table must hold, so that readings can rely on it."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.values import Duration
from inforce.rules.readings.table import LanguageTable
from inforce.rules.readings.tables import TABLES

EVERY = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


@EVERY
def test_forms_stand_as_the_tables_own_folding_leaves_them(table: LanguageTable) -> None:
    """Otherwise they could never be found in words that were folded."""
    assert table.locales
    for length, forms in (*table.units.items(), *table.glued.items(), *table.alone.items()):
        assert Duration.parse(length)
        assert forms
        assert [form for form in forms if table.fold(form) != form] == []


@EVERY
def test_the_common_units_are_there(table: LanguageTable) -> None:
    assert {"1 year", "1 month", "1 week", "1 day", "1 hour"} <= table.units.keys()


@EVERY
def test_no_form_states_two_durations(table: LanguageTable) -> None:
    forms = [form for forms in table.units.values() for form in forms]
    assert len(forms) == len(set(forms))


@EVERY
def test_its_locales_exist(table: LanguageTable) -> None:
    assert all(Locale.parse(name).language == table.language for name in table.locales)


@EVERY
def test_signs_of_decimals_and_groups_differ(table: LanguageTable) -> None:
    assert not set(table.decimal) & set(table.groups)


@EVERY
def test_a_number_word_is_read(table: LanguageTable) -> None:
    assert table.number_word("no number at all") is None


@given(st.sampled_from(sorted(TABLES)), st.text(max_size=20))
def test_folding_twice_is_folding_once(language: str, text: str) -> None:
    fold = TABLES[language].fold
    assert fold(fold(text)) == fold(text)

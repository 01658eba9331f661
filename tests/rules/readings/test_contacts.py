"""E-mail and web addresses, telephone and register numbers read out of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.values import Email, Identifier, Phone, Url
from inforce.rules.readings.agrees import Agreement, Agrees, Differs, Unreadable, read_agrees

EMAIL = Email.parse("privacy@example.com")
PHONE = Phone.parse("+3222744800")
URL = Url.parse("https://www.example.com/privacy")
COMPANY = Identifier.parse("BE 0822.741.924")
Value = Email | Phone | Url | Identifier

CASES: list[tuple[Value, str, Agreement]] = [
    (EMAIL, "privacy@example.com", Agrees()),
    (EMAIL, "privacy@EXAMPLE.com", Agrees()),
    (EMAIL, " privacy@example.com\n", Agrees()),
    (EMAIL, "Privacy@example.com", Differs(stated="Privacy@example.com")),
    (EMAIL, "dpo@example.com", Differs(stated="dpo@example.com")),
    (EMAIL, "privacy at example.com", Unreadable()),
    (EMAIL, "mail to privacy@example.com", Unreadable(part="privacy@example.com")),
    (EMAIL, "[email\u00a0protected]", Unreadable()),
    (PHONE, "+32 2 274 48 00", Agrees()),
    (PHONE, "+ 32 2 274 48 00", Agrees()),
    (PHONE, "+32 (0)2 274.48.00", Agrees()),
    (PHONE, "02 274 48 00", Agrees()),
    (PHONE, "02/274 48 00", Agrees()),
    (PHONE, "0032 2 274 48 00", Agrees()),
    (PHONE, "+٣٢ ٢ ٢٧٤ ٤٨ ٠٠", Agrees()),
    (PHONE, "＋３２ ２ ２７４ ４８ ００", Agrees()),
    (PHONE, "+32\u00a02\u202f274\u00a048\u00a000", Agrees()),
    (PHONE, "+32 2 274 48 35", Differs(stated="+3222744835")),
    (PHONE, "+33 2 274 48 00", Differs(stated="+3322744800")),
    (PHONE, "phone + 32 2 274 48 00", Unreadable(part="+ 32 2 274 48 00")),
    (PHONE, "+32 2 CALL NOW", Unreadable()),
    (URL, "https://www.example.com/privacy", Agrees()),
    (URL, "https://www.example.com/privacy/", Agrees()),
    (URL, "www.example.com/privacy", Agrees()),
    (URL, "WWW.Example.com/privacy", Agrees()),
    (URL, "http://www.example.com/privacy", Differs(stated="http://www.example.com/privacy")),
    (URL, "example.com/privacy", Differs(stated="https://example.com/privacy")),
    (URL, "www.example.com/Privacy", Differs(stated="https://www.example.com/Privacy")),
    (URL, "www.example.com", Differs(stated="https://www.example.com")),
    (URL, "our website", Unreadable()),
    (COMPANY, "BE 0822.741.924", Agrees()),
    (COMPANY, "BE0822741924", Agrees()),
    (COMPANY, "be 0822-741-924", Agrees()),
    (COMPANY, "BE\u00a00822.741.924", Agrees()),
    (COMPANY, "0822.741.924", Differs(stated="0822.741.924")),
    (COMPANY, "BE 0822.741.925", Differs(stated="BE 0822.741.925")),
    (COMPANY, "number BE 0822.741.924", Unreadable(part="BE 0822.741.924")),
    (COMPANY, "(see above)", Unreadable()),
]


@pytest.mark.parametrize(("value", "words", "answer"), CASES)
def test_what_the_words_state(value: Value, words: str, answer: Agreement) -> None:
    assert read_agrees(value, words, "en") == answer


@pytest.mark.parametrize("language", ["es", "x"])
def test_no_table_is_needed_for_what_is_the_same_in_every_language(language: str) -> None:
    for value, words, answer in CASES:
        assert read_agrees(value, words, language) == answer


@given(st.sampled_from([EMAIL, PHONE, URL, COMPANY]), st.text(max_size=40))
def test_any_words_give_an_answer(value: Value, words: str) -> None:
    assert isinstance(read_agrees(value, words, "en"), Differs | Unreadable)


@given(st.sampled_from([EMAIL, PHONE, URL, COMPANY]))
def test_a_value_agrees_with_its_own_text(value: Value) -> None:
    assert read_agrees(value, str(value), "en") == Agrees()

"""Characters nobody sees: refused, unless a script of the language needs them where they stand."""

import pytest
from inforce.reader.characters.hidden import is_right_to_left
from inforce.reader.section import parse_section

FAMILY = "\U0001f468\u200d\U0001f469"

FINE = [
    ("en", "10\u00a0years, caf\u00e9, cafe\u0301, ad\u00address, 5\u202f%"),
    ("en", FAMILY + " \u2764\ufe0f\u200d\U0001f525 1\ufe0f\u20e3"),
    ("fa", "می\u200cخواهیم"),
    ("hi", "क्\u200dष क्\u200cष"),
    ("en", "in Persian می\u200cخواهیم"),
    ("ar", "البريد \u200eprivacy@example.org\u200f و\u061c"),
    ("ar", "البريد \u2066privacy@example.org\u2069."),
    ("az-Arab", "\u2067x\u2069"),
    ("th", "ภาษา\u200bไทย"),
    ("ja", "葛\U000e0100城\u3000市"),
    ("mn", "ᠠ\u180b"),
]

REFUSED = [
    ("en", "x\u200bx", "X302"),
    ("en", "x\u200cx", "X302"),
    ("en", "x\u200dx", "X302"),
    ("en", "x\ufeffx", "X302"),
    ("en", "x\u2060x", "X302"),
    ("en", "x\u2028x", "X302"),
    ("en", "x\x0bx", "X302"),
    ("en", "x\x85x", "X302"),
    ("en", "x\x1bx", "X302"),
    ("en", "x\ue000x", "X302"),
    ("en", "x\ufffdx", "X302"),
    ("en", "x\ufe0fx", "X302"),
    ("en", "x\U000e0041x", "X302"),
    ("en", "x\ud800x", "X302"),
    ("ko", "x\u3164x", "X302"),
    ("en", "x\u200ex", "X303"),
    ("en", "x\u2066x\u2069", "X303 X303"),
    ("ar", "x\u202ex\u202c", "X303 X303"),
    ("ar", "x\u2066x", "X303"),
    ("ar", "x\u2069x", "X303"),
    ("az", "x\u200fx", "X303"),
]


@pytest.mark.parametrize(("language", "words"), FINE)
def test_lets_stand(language: str, words: str) -> None:
    assert parse_section(f"# T\n\n{words}\n", id="t", file="t.md", language=language)[1] == ()


@pytest.mark.parametrize(("language", "words", "codes"), REFUSED)
def test_what_no_script_of_the_language_needs_is_refused(language: str, words: str, codes: str) -> None:
    _, problems = parse_section(f"# T\n\n{words}\n", id="t", file="t.md", language=language)
    assert [problem.code for problem in problems] == codes.split()
    assert problems[0].location.line == 3


def test_names_the_character_and_its_place() -> None:
    _, problems = parse_section("# T\n\nline\nab\u202ec\n", id="t", file="t.md")
    assert (problems[0].location.line, problems[0].location.column) == (4, 3)
    assert "U+202E RIGHT-TO-LEFT OVERRIDE" in problems[0].message


def test_an_isolate_closes_on_its_line() -> None:
    _, problems = parse_section("# T\n\nab \u2066c\nd\u2069\n", id="t", file="t.md", language="he")
    assert [(p.location.line, p.location.column) for p in problems] == [(3, 4), (4, 2)]


@pytest.mark.parametrize(
    ("language", "expected"), [("ar", True), ("he-IL", True), ("az-Arab", True), ("ar-Latn", False), ("en", False)]
)
def test_a_language_is_read_from_the_right_where_its_script_is(language: str, expected: bool) -> None:
    assert is_right_to_left(language) is expected

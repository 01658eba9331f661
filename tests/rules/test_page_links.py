"""What pages of the handbook name: sections of policies, their languages, and the lines where they do."""

from __future__ import annotations

import pytest
from inforce.problems import Severity
from inforce.rules.page_links import (
    Nameable,
    PolicyIds,
    Way,
    line_of_link,
    other_number,
    speaks,
    way_to_section,
    without_code,
)


def policy(
    id: str = "privacy", in_force: dict[str, str] | None = None, *, working: str = "", released: str = ""
) -> PolicyIds:
    shown = {"rights": "3.", "access": "3.1", "intro": "", "going": "4."} if in_force is None else in_force
    return PolicyIds(
        id=id,
        in_force=lambda _: shown,
        working=lambda: frozenset({"rights", "access", "intro", "coming", *working.split()}),
        released=lambda: frozenset({*shown, *released.split()}),
    )


def nameable(*policies: PolicyIds) -> Nameable:
    return Nameable(policies=policies, languages=("en", "fr", "pt-BR"), default="en")


ONE, TWO = nameable(policy(released="gone")), nameable(policy(), policy("terms", {"use": "1."}, working="use"))
WAYS = {
    "a section": (ONE, "rights", "en", ("en", "privacy", "rights", "3")),
    "a heading in it": (ONE, "access", "fr", ("fr", "privacy", "access", "3.1")),
    "one without a number": (ONE, "intro", "en", ("en", "privacy", "intro", "")),
    "with its policy": (ONE, "privacy/rights", "en", ("en", "privacy", "rights", "3")),
    "of another policy": (TWO, "terms/use", "en", ("en", "terms", "use", "1")),
    "in a language that the site lacks": (ONE, "rights", "ja", ("en", "privacy", "rights", "3")),
    "in that of another country": (ONE, "rights", "fr-BE", ("fr", "privacy", "rights", "3")),
    "in that of the theme": (ONE, "rights", "pt", ("pt-BR", "privacy", "rights", "3")),
}


@pytest.mark.parametrize(("site", "value", "language", "expected"), WAYS.values(), ids=WAYS)
def test_a_link_leads_to_what_is_in_force(site: Nameable, value: str, language: str, expected: tuple[str, ...]) -> None:
    way = way_to_section(value, language, site)
    assert way.problem is None
    assert (way.language, way.policy, way.fragment, way.number) == expected


LOST = {
    "not in force yet": (ONE, "coming", "open H115", "the working text alone has"),
    "no longer in force": (ONE, "gone", "open H115", "another version has"),
    "nothing in force": (nameable(policy(in_force={})), "rights", "open H115", "no version of privacy is in force"),
    "to go": (ONE, "going", "open H115", "no longer has it"),
    "none": (ONE, "rihgts", "error L301", 'Did you mean "section:rights"?'),
    "none of that policy": (ONE, "privacy/rihgts", "error L301", 'Did you mean "section:privacy/rights"?'),
    "no such policy": (TWO, "privcy/rights", "error L301", 'Did you mean "section:privacy/rights"?'),
    "of several policies": (TWO, "use", "error L301", 'Write "section:terms/use".'),
    "of several policies, and of none": (TWO, "nowhere", "error L301", 'Write "section:privacy/nowhere".'),
    "no id": (ONE, "Your rights", "error L203", "Write `section:your-rights`"),
    "a path": (ONE, "../../index", "error L203", "Use a small letter"),
    "nothing": (ONE, "", "error L203", "Use a small letter"),
    "markup": (ONE, 'x"onclick="y', "error L203", ""),
}


@pytest.mark.parametrize(("site", "value", "expected", "said"), LOST.values(), ids=LOST)
def test_a_link_that_is_not_right_now_is_told(site: Nameable, value: str, expected: str, said: str) -> None:
    way = way_to_section(value, "en", site)
    assert way.problem is not None
    assert f"{way.problem.severity} {way.problem.code}" == expected
    assert said in f"{way.problem.message} {way.problem.remedy}"
    assert way.fragment == ("going" if value == "going" else "")
    assert (way.policy == "") is expected.startswith("error")


def test_where_nothing_can_be_read_nothing_is_told() -> None:
    assert way_to_section("anything", "en", Nameable()).problem is None


@pytest.mark.parametrize(
    ("page", "theme", "language"),
    [
        ("handbook/a.md", "fr", "fr"),
        ("handbook/a.md", None, "en"),
        ("handbook/fr/a.md", "en", "fr"),
        ("handbook/fr/more/a.md", "en", "fr"),
        ("handbook/fr/en/a.md", "fr", "en"),
        ("handbook/de/a.md", "en", "en"),
        ("fr.md", "en", "en"),
        ("handbook/a.md", "ja", "ja"),
    ],
)
def test_the_language_of_a_page_is_that_of_its_folder(page: str, theme: str | None, language: str) -> None:
    assert ONE.language(page, theme) == language


def test_pages_that_name_nothing_are_left_alone() -> None:
    assert speaks(b"[x](fact:a.b)")
    assert speaks(b"[x]: section:a")
    assert not speaks(b"facts and sections, as in [x](https://example.org/)")


SOURCE = """# A

`[10 years](fact:a.b)`

~~~
[10 years](fact:a.b)
~~~

[10 years](fact:a.b) ![10 years](fact:a.b)
[**10** years](fact:a.b) and [10&nbsp;years](fact:a.b.c)

- [7
  years](fact:a.b)
- [9 years][r]

[r]: fact:a.d
"""


@pytest.mark.parametrize(
    ("target", "words", "count", "line"),
    [
        ("fact:a.b", "10 years", 0, 9),
        ("fact:a.b", "10 years", 1, 10),
        ("fact:a.b", "10 years", 7, 10),
        ("fact:a.b.c", "10 years", 0, 10),
        ("fact:a.b", "7 years", 0, 13),
        ("fact:a.b", "6 years", 0, 9),
        ("fact:a.d", "9 years", 0, 16),
        ("fact:a.e", "9 years", 0, None),
    ],
)
def test_the_line_of_a_link_is_found(target: str, words: str, count: int, line: int | None) -> None:
    assert line_of_link(without_code(SOURCE), target, words, count) == line


@pytest.mark.parametrize(
    ("words", "number", "told"),
    [
        ("section 6, how long we keep it,", "8", True),
        ("section 6", "8.1", True),
        ("section 8", "8", False),
        ("section 8.1", "8.1.", False),
        ("sections 6 and 8", "8", False),
        ("all 6 of your rights", "8", False),
        ("section 6", "", False),
    ],
)
def test_words_with_the_number_of_another_section(words: str, number: str, told: bool) -> None:
    found = other_number(words, Way(policy="privacy", language="en", fragment="rights", number=number))
    assert (found is not None and (found.code, found.severity) == ("H114", Severity.OPEN)) == told

"""Links of a translation that lead elsewhere than those of the prevailing text, and what is the same."""

from __future__ import annotations

import pytest
from inforce.model.text import Section
from inforce.problems import Problem, Severity
from inforce.reader.section import parse_section
from inforce.rules.same_targets import check_same_targets


def section(text: str) -> dict[str, Section]:
    parsed, problems = parse_section(f"# Heading\n\n{text}\n", id="answers", file="x")
    assert parsed is not None, problems
    return {"answers": parsed, **dict.fromkeys("abc", parsed)}


def told(english: str, text: str, language: str = "fr") -> list[Problem]:
    source, texts = section(english), {"answers": section(text)["answers"]}
    return list(check_same_targets(source, texts, leading="en", language=language, folder=f"p/{language}"))


ANA, BOB = "[ana@a.example](mailto:ana@a.example)", "[bob@a.example](mailto:bob@a.example)"
CALL, FAX = "[call](tel:+3225550100)", "[appelez](tel:+3225550101)"


@pytest.mark.parametrize(
    ("english", "text", "language"),
    [
        ("See [section](section:a).", "Voir [section](section:b).", "fr"),
        ("[A](section:a), [a](section:a), [b](section:b).", "[A](section:a), [b](section:b), [b](section:b).", "fr"),
        ("One [a](section:a).\n\nTwo [b](section:b).", "Un [b](section:b).\n\nDeux [a](section:a).", "fr"),
        ("One.\n\n[A](section:a).", "Un [B](section:b).", "nl"),
        ("- [A](section:a)\n- [b](section:b)", "- [A](section:a)\n- [c](section:c)", "es"),
        (f"Write to {ANA}.", f"{BOB}までご連絡ください。", "ja"),
        ("Write to ana@a.example.", f"Écrivez à {BOB}.", "fr"),
        (CALL, FAX, "fr"),
    ],
)
def test_a_link_that_leads_elsewhere(english: str, text: str, language: str) -> None:
    (one,) = told(english, text, language)
    assert (one.code, one.severity) == ("T110", Severity.OPEN)


def test_both_targets_are_named_at_the_line_of_the_link() -> None:
    (one,) = told("Words.\n\nSee [section](section:a).", "Mots.\n\nVoir [section](section:b).")
    assert "section “b”" in one.message
    assert "section “a”" in one.message
    assert (one.location.file, one.location.line) == ("p/fr/answers.md", 5)


@pytest.mark.parametrize(
    ("english", "text"),
    [
        ("[A](section:a) and [b](section:b).", "[B](section:b) et [a](section:a)."),
        ("[A](section:a) and [b](section:b).", "[A](section:a) et ailleurs."),
        ("[A](section:a).", "[A](section:a), donc [a](section:a)."),
        ("- [A](section:a)\n- [b](section:b)", "- [B](section:b)\n- [a](section:a)"),
        ("[A](section:a).\n\n[B](section:b).", "[B](section:b). [A](section:a)."),
        (f"Write to {ANA}.", "Écrivez à [ana](mailto:ana@a.example?subject=Demande)."),
        (f"Write to {ANA}.", "Écrivez à ana@a.example."),
        (CALL, "[appelez](tel:+32-2-555-01-00)"),
        ("[ana@a.example](fact:organisation.dpo.email)", "[bob@a.example](fact:organisation.dpo.email)"),
        ("[A](section:a).", "[D](section:lost)."),
        ("[D](section:lost).", "[A](section:a)."),
        ("[page](https://a.example/en)", "[page](https://b.example/fr)"),
    ],
)
def test_the_same_said_otherwise(english: str, text: str) -> None:
    assert not told(english, text)

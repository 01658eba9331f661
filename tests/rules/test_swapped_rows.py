"""Lines that begin with the label of one fact and state another's."""

from __future__ import annotations

from typing import cast

import pytest
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.problems import Severity
from inforce.reader.section import parse_section
from inforce.rules.swapped_rows import check_renamed_rows, check_swapped_rows

from tests.rules.test_references import section

FACTS = Facts.model_validate(
    {
        "retention": {
            "loans": {"label": {"en": "Loan records", "fr": "Prêts"}, "keep": "7 years"},
            "account": {"label": {"en": "Your account", "fr": "Votre compte"}, "keep": "2 years"},
        },
        "data": {
            "categories": {
                "identity": {
                    "label": {"en": "Who you are"},
                    "items": {"name": {"en": "Name"}, "email": {"en": "E-mail address"}},
                },
            }
        },
        "purposes": {"loans": {"label": {"en": "Lending"}, "legal_basis": "GDPR-6-1-b"}},
    }
)
LOANS, ACCOUNT = "[7 years](fact:retention.loans)", "[2 years](fact:retention.account)"
TABLE = "| What | How long |\n| --- | --- |\n"


def told(body: str, language: str = "en") -> list[str]:
    found = list(check_swapped_rows({language: {"a": section("a", body)}}, facts=FACTS, folder="p"))
    assert all(one.code == "F123" and one.location.file == f"p/{language}/a.md" for one in found)
    return [f"{one.location.line} {one.message}" for one in found]


@pytest.mark.parametrize(
    ("body", "language"),
    [
        (f"{TABLE}| Loan records | {ACCOUNT} |", "en"),
        (f"{TABLE}| loan  records | for {ACCOUNT} |", "en"),
        (f"{TABLE}| Prêts | {ACCOUNT} |", "fr"),
        (f"- Loan records: {ACCOUNT}", "en"),
        (f"Votre compte : {LOANS}", "fr"),
        (f"{TABLE}| **Loan records** | {ACCOUNT} |", "en"),
    ],
)
def test_a_line_that_states_another_fact(body: str, language: str) -> None:
    assert len(told(body, language)) == 1


def test_rows_that_have_changed_places_are_told_each() -> None:
    rows = told(f"{TABLE}| Loan records | {ACCOUNT} |\n| Your account | {LOANS} |")
    assert [one.split()[0] for one in rows] == ["5", "6"]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("your [name](fact:data.categories.identity.items.email)", 1),
        (
            "- [E-mail  address](fact:data.categories.identity.items.name)\n- or else",
            1,
        ),
        ("[Loan records](fact:retention.account)", 1),
        ("your [name](fact:data.categories.identity.items.name)", 0),
        ("your [name](fact:data.categories.identity)", 0),
        ("[who you are](fact:data.categories.identity.items.name)", 0),
        ("[lending](fact:purposes.loans), [lending](fact:retention.loans)", 0),
        ("[how you are called](fact:data.categories.identity.items.email)", 0),
    ],
)
def test_a_link_whose_words_are_the_label_of_another_fact(body: str, count: int) -> None:
    assert len(told(body)) == count


@pytest.mark.parametrize(
    ("body", "severity"),
    [
        (f"{TABLE}| Loan records | {ACCOUNT} |", Severity.OPEN),
        ("- Hosting: [Tidewire](fact:recipients.tidewire)", Severity.HINT),
        ("[Loan records](fact:retention.account)", Severity.HINT),
    ],
)
def test_a_line_that_states_the_value_of_another_is_open(body: str, severity: Severity) -> None:
    recipients = {"hosts": {"label": {"en": "Hosting"}}, "tidewire": {"label": {"en": "Mail"}, "name": "Tidewire"}}
    also = Facts.model_validate({"recipients": recipients}).recipients
    facts = FACTS.model_copy(update={"recipients": also})
    found = list(check_swapped_rows({"en": {"a": section("a", body)}}, facts=facts, folder="p"))
    assert [one.severity for one in found] == [severity]


USE, ABROAD = "# Why we use it\n\n## [How you agree](id:agree)\n\n%s\n", "# À l’étranger\n\n%s\n"


@pytest.mark.parametrize(
    ("link", "count"),
    [
        ("[why we use it](section:abroad)", 1),
        ("“[Why we use it](section:abroad)”", 1),
        ("[**Why we use it**,](section:abroad)", 1),
        ("[à l'étranger](section:use)", 1),
        ("[how you agree](section:abroad)", 1),
        ("[why we use it](section:use)", 0),
        ("[why we use it](section:agree)", 0),
        ("[how you agree](section:use)", 0),
        ("[why we use it abroad](section:abroad)", 0),
        ("[why we use it](section:nowhere)", 0),
        ("[here](section:abroad)", 0),
    ],
)
def test_a_link_whose_words_are_the_title_of_another_section(link: str, count: int) -> None:
    sources = {"use": USE % link, "abroad": ABROAD % "Words."}
    sections = {name: parse_section(source, id=name, file="a.md")[0] for name, source in sources.items()}
    found = check_swapped_rows({"en": cast(dict[str, Section], sections)}, facts=FACTS, folder="p")
    assert [(one.code, str(one.location.file)) for one in found] == [("F123", "p/en/use.md")] * count


@pytest.mark.parametrize(
    "body",
    [
        f"{TABLE}| Loan records | {LOANS} |\n| Your account | {ACCOUNT} |",
        f"{TABLE}| Loan records | {LOANS}, not {ACCOUNT} |",
        f"{TABLE}| Old loan records | {ACCOUNT} |",
        f"{TABLE}| Lending | {LOANS} |",
        f"{TABLE}| Loan records | 7 years |",
        f"- Loan records: {LOANS}",
        f"Loan records are kept for {ACCOUNT}.",
        "[Loan records](fact:retention.loans.label)",
    ],
)
def test_a_line_that_states_its_own(body: str) -> None:
    assert told(body) == []


def renamed(before: str, now: str, label: str = "Loan records", language: str = "en") -> list[str]:
    """What is told of lines that were, and are, beside an entry called "Loan records" before."""
    known, facts = (
        Facts.model_validate(
            {
                "retention": {
                    "loans": {"label": {"en": called, "ja": "貸出記録"}, "keep": "7 years"},
                    "account": {"label": {"en": "Your account", "ja": "会員情報"}, "keep": "2 years"},
                }
            }
        )
        for called in ("Loan records", label)
    )
    texts = [{"a": section("a", each)} for each in (before, now)]
    found = list(check_renamed_rows(*texts, known=known, facts=facts, language=language, folder="p"))
    assert all(one.code == "F123" and one.severity is Severity.OPEN for one in found)
    return [f"{one.location.file}:{one.location.line}" for one in found]


ROW = f"{TABLE}| %s | {LOANS} |"


@pytest.mark.parametrize(
    ("before", "now", "language"),
    [
        (ROW % "Loan records", ROW % "Newsletter archive", "en"),
        (ROW % "Loan records", f"- Photographs: {LOANS}", "en"),
        (ROW % "貸出記録", ROW % "写真", "ja"),
        (f"{TABLE}| Your account | {ACCOUNT} |", f"{TABLE}| Your photographs | {ACCOUNT} |", "en"),
    ],
)
def test_a_row_that_is_called_something_else(before: str, now: str, language: str) -> None:
    assert len(renamed(before, now, language=language)) == 1


@pytest.mark.parametrize(
    ("before", "now", "label"),
    [
        (ROW % "Loan records", ROW % "Records of loans", "Loan records"),
        (ROW % "Loan records", ROW % "Newsletter archive", "Newsletter archive"),
        (ROW % "Loan records", ROW % "Newsletter archive", "Newsletters"),
        (ROW % "What you borrowed", ROW % "Newsletter archive", "Loan records"),
        (ROW % "Loan records", ROW % "Your account", "Loan records"),
        (ROW % "Loan records", f"{ROW % 'Loan records'}\n| Borrowed seeds | {LOANS} |", "Loan records"),
        (ROW % "Loan records", f"We keep them for {LOANS}.", "Loan records"),
        (ROW % "Loan records", ROW % "…", "Loan records"),
    ],
)
def test_a_row_that_is_called_the_same_or_as_the_facts_call_it(before: str, now: str, label: str) -> None:
    assert renamed(before, now, label) == []

"""Slips that the grammar takes as plain words: typed numbers, pasted lists, addresses without a link."""

from __future__ import annotations

import pytest
from inforce.model.config import SectionPlace
from inforce.model.facts import Facts
from inforce.problems import Problem, Severity
from inforce.reader.section import parse_section
from inforce.rules.likely_mistakes import addresses_of, check_likely_mistakes, check_typed_numbers

FACTS = Facts.model_validate(
    {
        "organisation": {
            "controller": {
                "name": "Q",
                "email": "privacy@example.org",
                "phone": "+353209123456",
                "website": "https://www.example.org/",
            },
        }
    }
)

ORDER = (SectionPlace(id="a"),)


def slips(source: str, region: str | None = None) -> tuple[Problem, ...]:
    section, problems = parse_section(source, id="a", file="p/en/a.md")
    assert section is not None, problems
    return check_likely_mistakes(
        {"a": section}, order=ORDER, folder="p/en", addresses=addresses_of(FACTS), region=region
    )


@pytest.mark.parametrize(
    ("heading", "without"),
    [
        ("# 4. How long", "# How long"),
        ("# 4) How long", "# How long"),
        ("# 4.1 How long", "# How long"),
        ("# 10.2.1. How long", "# How long"),
        ("# § 4. How long", "# How long"),
        ("# IV. How long", "# How long"),
    ],
)
def test_a_number_typed_in_a_heading(heading: str, without: str) -> None:
    (problem,) = slips(f"{heading}\n\nWords.\n")
    assert (problem.code, problem.severity) == ("M201", Severity.OPEN)
    assert (problem.location.file, problem.location.line, problem.location.column) == ("p/en/a.md", 1, 3)
    assert f"“{without}”" in problem.remedy


@pytest.mark.parametrize(
    ("titles", "told", "style"),
    [
        (["A. Terms", "B. Account", "H. API", "I. Products", "J. Beta"], 5, "A."),
        (["I. Terms", "II. Account", "III. API"], 3, "I."),
        (["A. Terms", "Account"], 0, ""),
        (["B. Smith", "A. Smith"], 0, ""),
        (["A) Terms", "B) Account"], 2, "A)"),
    ],
)
def test_letters_before_headings_are_told_all_or_not_at_all(titles: list[str], told: int, style: str) -> None:
    sources = {f"s{at}": f"# {title}\n\nx\n" for at, title in enumerate(titles)}
    sections = {name: parse_section(source, id=name, file="")[0] for name, source in sources.items()}
    order = tuple(SectionPlace(id=name) for name in sections)
    found = [*check_typed_numbers({name: one for name, one in sections.items() if one}, order=order, folder="p/en")]
    assert len(found) == told
    assert all(f'`numbering: ["{style}"]`' in one.remedy for one in found)


def test_a_number_typed_in_a_heading_with_an_id() -> None:
    (problem,) = slips("# Rights\n\n## [6.1 Access](id:access)\n\nWords.\n")
    assert str(problem.location) == "p/en/a.md:3:5"
    assert "“## [Access](id:access)”" in problem.remedy


@pytest.mark.parametrize("heading", ["# 10 years", "# 2FA", "# 2027", "# Version 4.1", "# 4\\. How long", "# A. Smith"])
def test_a_number_that_belongs_to_the_words(heading: str) -> None:
    assert slips(f"{heading}\n\nWords.\n") == ()


@pytest.mark.parametrize(
    ("number", "escaped"), [("4.", "4\\."), ("4)", "4\\)"), ("9.1", "9\\.1"), ("9.1.", "9.1\\."), ("IV.", "IV\\.")]
)
def test_the_cure_for_a_number_that_belongs_to_the_words_is_taken(number: str, escaped: str) -> None:
    (problem,) = slips(f"# {number} How long\n")
    assert f"`{escaped}`" in problem.remedy
    assert slips(f"# {escaped} How long\n") == ()
    assert slips(f"# {escaped} How long, and {number} too\n") == (), "the same number among the words"


@pytest.mark.parametrize(
    "body",
    [
        "1. one\n2. two\n3. three",
        "We keep:\n1) names;\n2) addresses;\n3) more.",
        "(a) names;\\\n(b) addresses.",
        "We keep (a) names and\n(b) addresses.",
        "As Article 6(1)\n(a) says, and Article 9(2)\n(h) too.",
    ],
)
def test_labels_that_run_together_with_none(body: str) -> None:
    assert slips(f"# H\n\n{body}\n") == ()


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("• names\n• addresses", 3),
        ("We keep:\n· names\n· addresses", 4),
        ("(a) names;\n(b) addresses.", 4),
        ("a) names;\nb) addresses.", 4),
        ("(i) names;\n(ii) addresses.", 4),
        ("a. names;\nb. addresses.", 4),
        ("(a) names that\nwe keep;\n(b) addresses.", 5),
        ("1. one:\n  a. names;\n  b. addresses;\n2. two", 5),
        ("- one\n  (a) names\n  (b) addresses", 5),
        ("– names\n– addresses", 3),
        ("We keep:\n— names;\n— addresses.", 4),
    ],
)
def test_a_pasted_list_is_told_once(body: str, line: int) -> None:
    (problem,) = slips(f"# H\n\n{body}\n")
    assert (problem.code, problem.severity, problem.location.line) == ("M202", Severity.HINT, line)


WIDE = "This line is as wide as the editor lets one be, and so the next one begins where a word had no room left."


@pytest.mark.parametrize(
    "body",
    [
        "Northwind SA\nRue Haute 12\n1000 Brussels",
        "**Data Protection Authority**\nRue de la Presse 35\n1000 Brussels\nBelgium",
        "[Northwind SA](fact:organisation.controller.name)\n[Rue Haute 12](fact:organisation.controller.address.street)"
        "\n1000 Brussels",
    ],
)
def test_lines_of_an_address_that_run_together(body: str) -> None:
    (problem,) = slips(f"# H\n\n{WIDE}\n\n{body}\n")
    assert (problem.code, problem.severity, problem.location.line) == ("M202", Severity.HINT, 5)
    assert slips("# H\n\n" + WIDE + "\n\n" + body.replace("\n", "\\\n") + "\n") == (), "the remedy"


@pytest.mark.parametrize(
    "body",
    [
        "Northwind SA\n1000 Brussels",
        "We keep your data\nFor 10 years and\nThen erase it",
        "Northwind SA,\nRue Haute 12,\n1000 Brussels",
        "Our office is\nin Brussels, Rue 12\nand in Ghent",
    ],
)
def test_lines_that_an_editor_may_have_wrapped(body: str) -> None:
    assert slips(f"# Heading\n\n{body}\n") == ()


@pytest.mark.parametrize(
    "body",
    [
        "(a) names;\n\n(b) addresses.",
        "(a) names;\\\n(b) addresses.",
        "(a) names;  \n(b) addresses.",
        "- (a) names;\n- (b) addresses.",
        "as in point\n(a) of Article 6",
        "3·4 and a • b",
        "We – and nobody else\n– keep your names, and our partners\n– those who help us – do too",
        "We keep your names\n– all of them.\n– addresses",
        "- names\n\n– and, in short, nothing more",
    ],
)
def test_lines_that_stay_apart(body: str) -> None:
    assert slips(f"# H\n\n{body}\n") == ()


@pytest.mark.parametrize(
    ("body", "place", "remedy"),
    [
        ("To\nprivacy@example.org.", "4:1", "[privacy@example.org](fact:organisation.controller.email)"),
        ("- To help@example.com.", "3:6", "[help@example.com](mailto:help@example.com)"),
        ("**www.example.org**", "3:3", "[www.example.org](fact:organisation.controller.website)"),
        ("See https://other.example/a.", "3:5", "[https://other.example/a](link:NAME)"),
        ("| a |\n|---|\n| x@example.com |", "5:3", "mailto:x@example.com"),
    ],
)
def test_an_address_that_is_not_linked(body: str, place: str, remedy: str) -> None:
    (problem,) = slips(f"# H\n\n{body}\n")
    assert (problem.code, problem.severity) == ("M203", Severity.HINT)
    assert str(problem.location) == f"p/en/a.md:{place}"
    assert remedy in problem.remedy


def test_an_address_that_is_linked() -> None:
    assert slips("# H\n\n[a@example.com](mailto:a@example.com), **[b@example.com](mailto:b@example.com)**\n") == ()
    assert slips("# H\n\n\\[email protected\\], a @ b\n") == ()


def test_typed_numbers_can_be_asked_for_alone() -> None:
    source = "# 4. How long\n\nTo help@example.com.\n\n## 4.1 More\n\n1) names;\n2) addresses.\n"
    section, _ = parse_section(source, id="a", file="p/en/a.md")
    assert section is not None
    alone = tuple(check_typed_numbers({"a": section}, order=ORDER, folder="p/en"))
    assert [(one.code, one.location.line) for one in alone] == [("M201", 1), ("M201", 5)]
    assert "`[More](id:more)`" in alone[1].remedy
    unnumbered = (SectionPlace(id="a", numbered=False),)
    assert not [*check_typed_numbers({"a": section}, order=unnumbered, folder="p/en")]
    assert alone == tuple(one for one in slips(source) if one.code == "M201")


@pytest.mark.parametrize(
    ("text", "region", "target"),
    [
        ("or call +353 20 912 3457.", None, "tel:+353209123457"),
        ("ou appelez le **+32 2 274 48 00**", None, "tel:+3222744800"),
        ("rufen Sie uns unter +49 30 901820 an", "DE", "tel:+4930901820"),
        ("bel 02 274 48 00", "BE", "tel:+3222744800"),
        ("call +353 20 912 3456", None, "fact:organisation.controller.phone"),
        ("電話 +81 3-3580-3311 まで", "JP", "tel:+81335803311"),
    ],
)
def test_a_telephone_number_that_is_not_linked(text: str, region: str | None, target: str) -> None:
    (problem,) = slips(f"# A\n\nWrite, {text}\n", region)
    assert (problem.code, problem.severity, problem.location.line) == ("M203", Severity.HINT, 3)
    assert f"]({target})" in problem.remedy


@pytest.mark.parametrize(
    "text",
    [
        "[+353 20 912 3456](fact:organisation.controller.phone)",
        "[+32 2 274 48 00](tel:+3222744800)",
        "Our number is 0476.838.930, VAT BE 0476.838.930, account BE68 5390 0754 7034.",
        "Regulation (EU) 2016/679 of 27 April 2016, OJ L 119, 4.5.2016, p. 1-88.",
        "From 2020-01-01 to 2027-12-31, 10.000.000 EUR, 192.168.10.20, ISO 27001:2022.",
        "In 2018, 2019, 2020 and 2021; 01 02 2020; order 2020-0012-3456.",
    ],
)
def test_figures_that_are_no_telephone_number_or_are_linked(text: str) -> None:
    assert [one.message for one in slips(f"# A\n\n{text}\n", "BE") if one.code == "M203"] == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("(a) names;\n\n(b) addresses;\n\n(d) orders.", ["7:1"]),
        ("- i) names;\n- ii) addresses;\n- v) orders.", ["5:3"]),
        ("(a) names;\n\n(b) addresses;\n\n(c) orders.", []),
        ("(a) names;\n\n(c) addresses.", ["5:1"]),
        ("A. Smith wrote this.\n\nC. Jones wrote that.", []),
        ("(i) names;\n\n(j) addresses.", []),
    ],
)
def test_a_label_that_is_left_out(body: str, told: list[str]) -> None:
    found = [one for one in slips(f"# H\n\n{body}\n") if one.code == "M204"]
    assert [f"{one.location.line}:{one.location.column}" for one in found] == told

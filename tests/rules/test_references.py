"""Links inside a policy lead somewhere, or it is said which id was meant."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from inforce.model.text import Section
from inforce.reader.section import parse_section
from inforce.rules.references import MOST_COMPARED, MOST_SUGGESTED, check_references

ADD = "Or add it there, with its whole address as `url`."


def section(name: str, body: str) -> Section:
    found, problems = parse_section(f"# {name.title()}\n\n{body}\n", id=name, file=f"{name}.md")
    assert found is not None, problems
    return found


def check(body: str, *, names: Collection[str] = (), others: Collection[str] = ()) -> list[str]:
    sections = {
        "general": section("general", body),
        "rights": section("rights", "## [Access](id:access)\n\n[**Who.**](id:who) You."),
    }
    found = check_references(sections, folder="policy_src/privacy/en", names=names, others=others)
    return [f"{one.code} {one.location} {one.remedy}" for one in found]


@pytest.mark.parametrize("target", ["section:rights", "section:access", "section:who", "section:general", "fact:a.b"])
def test_a_link_to_a_section_heading_or_clause_that_is_there_is_right(target: str) -> None:
    assert check(f"[see]({target})") == []


def test_a_section_that_is_not_translated_yet_is_not_reported_here() -> None:
    assert check("[see](section:retention)") != []
    assert check("[see](section:retention)", others={"retention"}) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[see](section:right)", 'L301 policy_src/privacy/en/general.md:3:1 Did you mean "rights"?'),
        (
            "A **[see](section:zzz)**",
            "L301 policy_src/privacy/en/general.md:3:5 Known are: access, general, rights, who.",
        ),
        ("| a |\n|---|\n| [x](section:acess) |", 'L301 policy_src/privacy/en/general.md:5:3 Did you mean "access"?'),
        ("[a](link:hubspt)", f'L302 policy_src/privacy/en/general.md:3:1 Did you mean "hubspot"? {ADD}'),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_the_nearest_name(body: str, expected: str) -> None:
    assert check(body, names=["hubspot"]) == [expected]


def test_a_named_link_is_an_entry_of_links_yml() -> None:
    assert check("[a](link:hubspot)", names=["hubspot"]) == []
    assert check("[a](link:hubspot)")[0].endswith(f"Known are: none. {ADD}")


@pytest.mark.parametrize(("names", "suggests"), [(MOST_COMPARED, True), (MOST_COMPARED + 1, False)])
def test_a_name_is_compared_with_so_many_and_no_more(names: int, suggests: bool) -> None:
    known = ["hubspot", *(f"name-{number}" for number in range(names - 1))]
    (said,) = check("[a](link:hubspt)", names=known)
    assert ("Did you mean" in said) is suggests
    assert suggests or "Mend its name." in said


def test_after_so_many_dead_links_nothing_is_suggested_any_more() -> None:
    body = " ".join(["[see](section:right)"] * (MOST_SUGGESTED + 1))
    told = check(body)
    assert len(told) == MOST_SUGGESTED + 1
    assert 'Did you mean "rights"?' in told[MOST_SUGGESTED - 1]
    assert told[MOST_SUGGESTED].endswith("Mend its name.")

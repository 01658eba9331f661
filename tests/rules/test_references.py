"""Links inside a policy lead somewhere, or it is said which id was meant."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from inforce.model.text import Section
from inforce.parse.markdown import parse_section
from inforce.rules.references import check_references


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
def test_what_leads_somewhere(target: str) -> None:
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
        ("[a](link:hubspt)", 'L302 policy_src/privacy/en/general.md:3:1 Did you mean "hubspot"? Or add it there.'),
    ],
)
def test_what_leads_nowhere(body: str, expected: str) -> None:
    assert check(body, names=["hubspot"]) == [expected]


def test_named_links() -> None:
    assert check("[a](link:hubspot)", names=["hubspot"]) == []
    assert check("[a](link:hubspot)")[0].endswith("Known are: none. Or add it there.")

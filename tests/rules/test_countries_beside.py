"""Countries that a text joins to a transfer that it links to, and that no fact has; what only stands near is quiet."""

from __future__ import annotations

import pytest
from inforce.model.facts import Facts
from inforce.problems import Severity
from inforce.reader.section import parse_section
from inforce.rules.countries_beside import check_countries_beside


def told(language: str, text: str, *countries: str) -> list[str]:
    transfers = {
        f"t-{one.lower()}": {"label": {"en": one}, "country": one, "safeguard": "adequacy"}
        for one in ("CA", *countries)
    }
    facts = Facts.model_validate({"recipients": {"mailer": {"name": "Mailer", "transfers": transfers}}})
    linked = text.replace("](", "](fact:recipients.mailer").replace(
        "(fact:recipients.mailer)", "(fact:recipients.mailer.transfers.t-ca)"
    )
    section, problems = parse_section(f"# A\n\n{linked}\n", id="a", file="a.md", language=language)
    assert section is not None, problems
    found = [*check_countries_beside({language: {"a": section}}, facts=facts, folder="privacy")]
    assert {(one.code, one.severity, one.location.line) for one in found} <= {("F122", Severity.OPEN, 3)}
    return [one.message.rpartition("text names ")[2].partition(",")[0] for one in found]


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "Mailer works from [Canada]() and from the United States, which protect data.", "United States"),
        ("en", "It works in the United States and [Canada]().", "United States"),
        ("fr", "Mailer travaille depuis le [Canada]() et les États-Unis, qui les protègent.", "United States"),
        ("nl", "Zij werkt in [Canada]() en in de Verenigde Staten.", "United States"),
        ("de", "Sie arbeitet aus [Kanada]() und aus Japan.", "Japan"),
        ("ar", "تعمل من [كندا]() ومن الولايات المتحدة، وهي تحمي البيانات.", "United States"),
        ("ar", "في [كندا]() والولايات المتحدة.", "United States"),
        ("ja", "[カナダ]()とアメリカ合衆国で業務を行っています。", "United States"),
    ],
)
def test_a_country_joined_to_that_of_a_transfer(language: str, text: str, country: str) -> None:
    assert told(language, text) == [country]
    assert told(language, text, "US", "JP") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It works from [Canada]() and not the United States."),
        ("en", "[Canada](), like Japan, protects data."),
        ("en", "It works from [Canada]() and Ireland."),
        ("en", "It works from [Canada]() and Bank of Japan."),
        ("en", "It works from [Canada]() and Japan Post."),
        ("en", "It works from [Canada](). The United States is far."),
        ("en", "It works from [Canada]() and New Mexico."),
        ("en", "It works with Air France and [Canada]()."),
        ("en", "[Mailer](.name) and Japan write to you."),
        ("ja", "[カナダ]()とアメリカ合衆国以外では業務を行いません。"),
        ("es", "Trabaja desde [Canadá]() y Japón."),
    ],
)
def test_what_may_be_right(language: str, text: str) -> None:
    assert told(language, text) == []

"""What a text says of its own notice and of the language that prevails, beside policy.yml."""

from __future__ import annotations

import pytest
from inforce.model.config import PolicyConfig
from inforce.problems import Severity
from inforce.reader.section import parse_section
from inforce.rules.own_terms import check_own_terms


def told(
    words: str,
    language: str = "en",
    *,
    material: int = 30,
    clarification: int = 0,
    role: str = "a",
    title: str = "A",
    code: str = "T115",
) -> list[str]:
    section, problems = parse_section(f"# {title}\n\n{words}\n", id="a", file="x")
    assert section is not None, problems
    config = PolicyConfig.model_validate(
        {
            "title": {"en": "Privacy Policy"},
            "languages": {"en": {"status": "authoritative"}, "fr": {"status": "courtesy"}},
            "sections": [{"id": "a"}],
            "roles": {"changes": role},
            "notice": {"material": material, "clarification": clarification},
        }
    )
    found = list(check_own_terms({language: {"a": section}}, config, folder="p"))
    assert all(one.code == code and one.severity is Severity.OPEN for one in found)
    assert all(one.location.file == f"p/{language}/a.md" for one in found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "We will tell you ninety days before."),
        ("en", "Changes apply 14 days after we publish them."),
        ("en", "We give you 30 working days’ notice."),
        ("en", "We tell you [60 days](fact:terms.other.notice) in advance."),
        ("fr", "Nous vous en informons soixante jours à l’avance."),
        ("nl", "Wijzigingen kondigen wij twee maanden vooraf aan."),
        ("de", "Wir kündigen sie sechs Wochen im Voraus an."),
        ("ar", "سنخطرك بها قبل ستين يومًا."),
        ("ja", "変更の90日前までにお知らせします。"),
    ],
)
def test_another_notice_than_policy_yml_asks_for(language: str, words: str) -> None:
    (message,) = told(words, language)
    assert "policy.yml asks for 30 days" in message


def test_the_notice_is_that_of_policy_yml() -> None:
    said = "We tell you a month before."
    assert told(said) == []
    assert told(said, material=60, clarification=30) == []
    assert len(told(said, material=60)) == 1
    assert "asks for none" in told(said, material=0)[0]


def test_a_text_speaks_of_changes_by_its_words_its_heading_or_its_role() -> None:
    said = "We will tell you ninety days before."
    assert told(said, role="b") == []
    assert len(told(said, role="b", title="Changes to this policy")) == 1
    assert len(told(f"We may change this policy. {said}", role="b")) == 1
    assert len(told(f"## [Changes](id:c)\n\n{said}", role="c")) == 1
    assert told(f"## [Changes](id:c)\n\nNothing.\n\n## Visits\n\n{said}", role="c") == []


def test_another_language_than_the_authoritative_one_prevails() -> None:
    (message,) = told("The French text prevails.")
    assert message == ("the English text says of “French” that it prevails; in policy.yml English is authoritative.")
    assert told("The English text prevails over the French one.") == []


def test_the_text_stands_in_a_language_that_policy_yml_lacks() -> None:
    (message,) = told("This policy is available in English, French and Spanish.")
    assert message == "the English text says that it stands in “Spanish” too; policy.yml has no such language."


def test_a_day_of_effect_that_no_link_binds() -> None:
    (message,) = told("These terms take effect on 1 March 2027.", code="T116")
    assert message == "the English text says that it holds from “1 March 2027”, and no link binds that day."
    assert told("These terms take effect on [1 March 2027](fact:version.effective).") == []
    assert len(told("These terms take effect on [1 March 2027](https://x.example/).", code="T116")) == 1

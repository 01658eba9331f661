"""What a text no longer says of a fact, though the version before it did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from inforce.model.facts import Facts
from inforce.model.text import Section
from inforce.reader.section import parse_section
from inforce.rules.states import in_facts
from inforce.rules.unlinked import check_unlinked

FACTS: dict[str, Any] = {
    "organisation": {
        "controller": {"name": "Northwind SA", "email": "privacy@northwind.example", "phone": "+32 2 274 48 00"},
    },
    "retention": {
        "contract": {"label": {"en": "Contracts"}, "keep": "10 years"},
        "logs": {"label": {"en": "Logs"}, "keep": "1 month"},
        "prose": {"label": {"en": "Prose"}, "criteria": {"en": "as long as needed"}},
    },
    "terms": {"children": {"age": "16"}},
    "recipients": {"partner": {"name": "Partner, Inc.", "role": "processor"}},
}
KEEP = "[10 years](fact:retention.contract)"
TEXT = f"We keep your contract for {KEEP} after its end."


def read(text: str, language: str, name: str = "a") -> Section:
    section, problems = parse_section(f"# Title\n\n{text}\n", id=name, file="f.md", language=language)
    assert section is not None, problems
    return section


def found(
    before: Mapping[str, str] | str,
    now: Mapping[str, str] | str,
    *,
    known: Mapping[str, Any] = FACTS,
    facts: Mapping[str, Any] = FACTS,
    language: str = "en",
) -> list[str]:
    """Each problem as `CODE place: what is quoted last`."""
    texts = [
        {name: read(text, language, name) for name, text in ({"a": side} if isinstance(side, str) else side).items()}
        for side in (before, now)
    ]
    problems = check_unlinked(
        *texts,
        known=Facts.model_validate(known),
        facts=Facts.model_validate(facts),
        language=language,
        folder="p",
        places=in_facts,
    )
    problems = tuple(one for one in problems if one.code != "F120")  # test_unstated.py
    said = [one.message.split("“")[-1].split("”")[0] for one in problems]
    return [
        f"{one.code} {one.location.file.rpartition('/')[2]} {words}" for one, words in zip(problems, said, strict=True)
    ]


TOLD = {
    "the same words": TEXT.replace(KEEP, "10 years"),
    "another number": TEXT.replace(KEEP, "7 years"),
    "in words": TEXT.replace(KEEP, "seven years"),
    "words that nothing reads": TEXT.replace(KEEP, "a very long time"),
    "emphasis": TEXT.replace(KEEP, "**7 years**"),
    "a link elsewhere": TEXT.replace(KEEP, "[7 years](https://northwind.example/terms)"),
    "a new sentence around it": "After its end, any contract stays with us 7 years, as law wants.",
    "another paragraph": "Contracts are dealt with below.\n\nHere: 7 years.",
    "a list": "Kept:\n\n- contracts: 7 years\n- nothing else",
    "the link elsewhere in the section": TEXT.replace(KEEP, "7 years") + f"\n\nAs said, {KEEP}.",
    "the link on other words that state it": TEXT.replace(KEEP, "7 years") + f" ({KEEP} in the past.)",
}


@pytest.mark.parametrize("now", TOLD.values(), ids=TOLD)
def test_words_that_still_state_it_are_told(now: str) -> None:
    (told,) = found(TEXT, now)
    assert told.startswith("F109 a.md ")


QUIET = {
    "as it was": TEXT,
    "other words around it": f"Your contract stays with us {KEEP}.",
    "gone with its number": "We keep your contract after its end.",
    "the sentence is gone": "We keep nothing.",
    "another fact": TEXT.replace(KEEP, "[1 month](fact:retention.logs)"),
    "another number beside it": TEXT + " An answer takes 30 days.",
    "moved, with its link": f"We keep nothing else.\n\n- {KEEP}: contracts.",
    "the same link once more": TEXT + f" So: {KEEP}.",
}


@pytest.mark.parametrize("now", QUIET.values(), ids=QUIET)
def test_what_binds_or_is_gone_is_quiet(now: str) -> None:
    assert found(TEXT, now) == []


def test_a_number_that_stood_there_before_is_no_news() -> None:
    both = TEXT + " Bills are kept for 7 years by others."
    assert found(both, "We keep no contract. Bills are kept for 7 years by others.") == []


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Write to [privacy@northwind.example](fact:organisation.controller.email).", "Write to x@elsewhere.example."),
        (
            "Write to [privacy@northwind.example](fact:organisation.controller.email) now.",
            "Write to [privacy@northwind.example](mailto:privacy@northwind.example) now.",
        ),
        ("Call [+32 2 274 48 00](fact:organisation.controller.phone).", "Call +32 2 274 48 99."),
        ("Who is [16](fact:terms.children) may agree.", "Who is 13 may agree."),
        ("[Northwind SA](fact:organisation.controller) decides on this.", "Evil Corp decides on this."),
        ("In force since [1 March 2024](fact:version.effective).", "In force since 1 March 2024."),
        ("In force since [1 March 2024](fact:version.effective).", "It was on 2 April 2025 that it came into force."),
        ("| What | How long |\n| --- | --- |\n| Contracts | [10 years](fact:retention.contract) |",
         "| What | How long |\n| --- | --- |\n| Contracts | 7 years |"),
    ],
)  # fmt: skip
def test_every_kind_of_value(before: str, now: str) -> None:
    assert [one.split()[0] for one in found(before, now)] == ["F109"]


@pytest.mark.parametrize(
    ("language", "before", "now"),
    [
        ("fr", "Nous le gardons [10 ans](fact:retention.contract) après.", "Après, il reste chez nous sept ans."),
        ("de", "Wir behalten ihn [10 Jahre](fact:retention.contract).", "Er bleibt 7 Jahre bei uns."),
        ("ja", "契約は[10年間](fact:retention.contract)保管します。", "契約は7年間保管します。"),
        ("ar", "نحتفظ به لمدة [10 سنوات](fact:retention.contract) بعد ذلك.", "نحتفظ به لمدة 7 سنوات بعد ذلك."),
        (
            "es",
            "Lo guardamos [10 años](fact:retention.contract) después de eso.",
            "Lo guardamos 7 años después de eso.",
        ),
    ],
)
def test_in_any_language(language: str, before: str, now: str) -> None:
    assert [one.split()[0] for one in found(before, now, language=language)] == ["F109"]


def test_the_line_of_the_words_is_told() -> None:
    before = read(TEXT, "en")
    now = read("We keep your\ncontract for\n7 years after its end.", "en")
    facts = Facts.model_validate(FACTS)
    (told,) = check_unlinked(
        {"a": before}, {"a": now}, known=facts, facts=facts, language="en", folder="p", places=in_facts
    )
    assert told.location.line == 5


def test_many_links_that_are_gone_are_soon_looked_for() -> None:
    """Each passage is read once for a kind, not once for each link."""
    many = {f"kept{number}": {"label": {"en": "x"}, "keep": f"{number + 1} years"} for number in range(300)}
    facts = {"retention": many}
    links = " ".join(f"So [{number + 1} years](fact:retention.kept{number}) it is." for number in range(300))
    assert len(found(links, "Gone, or kept 999 years. " * 300, known=facts, facts=facts)) == 300


def test_a_section_that_is_gone_is_looked_for_in_the_others() -> None:
    before = {"a": TEXT, "b": "Nothing of it."}
    assert found(before, {"b": "Nothing of it."}) == []
    assert found(before, {"b": "Nothing of it. Contracts: 7 years."}) == ["F109 b.md 7 years"]
    assert found(before, {"b": f"Nothing of it. {TEXT}"}) == []


def test_a_fact_that_is_gone_takes_its_words_along() -> None:
    less = {**FACTS, "retention": {"logs": FACTS["retention"]["logs"]}}
    bare = TEXT.replace(KEEP, "10 years")
    assert found(TEXT, bare, facts=less) == ["F109 a.md 10 years"]
    assert found(TEXT, TEXT.replace("retention.contract", "retention.logs"), facts=less) == []
    assert found(TEXT, "We keep nothing.", facts=less) == []
    assert found(bare, bare, facts=less) == []


PARTNER = "We share it with [our partners](fact:purposes.share) each month."


@pytest.mark.parametrize(
    ("now", "gone", "expected"),
    [
        (PARTNER.replace("[our partners](fact:purposes.share)", "our partners"), True, ["F109 a.md our partners"]),
        ("Each month our partners are told, as ever.", True, ["F109 a.md our partners"]),
        ("We share it with nobody.", True, []),
        (PARTNER.replace("[our partners](fact:purposes.share)", "our partners"), False, []),
    ],
    ids=["unlinked", "said in other words", "no longer said", "still a fact"],
)
def test_a_concept_that_is_gone_takes_its_words_along(now: str, gone: bool, expected: list[str]) -> None:
    purposes = {"share": {"label": {"en": "Sharing"}, "legal_basis": "GDPR-6-1-a"}}
    known = {**FACTS, "purposes": purposes}
    assert found(PARTNER, now, known=known, facts=FACTS if gone else known) == expected


@pytest.mark.parametrize(
    ("now", "count"),
    [
        ("Say what you want; no form is needed and it is free of charge.", 1),
        ("Say what you want; no form is needed and it is cheap.", 1),
        ("It is free of charge to ask.", 1),
        ("Say what you want; no form is needed.", 0),
        ("We ask [nothing](fact:rights.exercise.fee) of you.", 0),
    ],
)
@pytest.mark.parametrize("fee", ["none", {"en": "Free of charge"}])
def test_what_something_costs_stays_linked(now: str, count: int, fee: object) -> None:
    facts = {**FACTS, "rights": {"exercise": {"fee": fee}}}
    before = "Say what you want; no form is needed and it is [free of charge](fact:rights.exercise.fee)."
    assert len(found(before, now, known=facts, facts=facts)) == count


def test_a_label_states_nothing() -> None:
    before = "We keep it [as the law asks](fact:retention.prose) after that."
    assert found(before, "We keep it as the law asks after that.") == []


def test_a_name_that_becomes_none() -> None:
    nameless = {**FACTS, "recipients": {"partner": {"name": "none", "role": "processor"}}}
    assert found(TEXT, TEXT, facts=nameless) == ["F110 recipients.yml Partner, Inc."]
    assert found(TEXT, TEXT, known=nameless, facts=nameless) == []
    assert found(TEXT, TEXT, known=nameless) == []
    assert found(TEXT, TEXT, facts={**FACTS, "recipients": {}}) == []

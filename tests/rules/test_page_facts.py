"""Words of the handbook's pages that state facts, held to each state of these. (As MkDocs builds them:
tests/engines/test_links.py.)"""

from __future__ import annotations

from datetime import date

import pytest
from inforce.model.facts import Facts
from inforce.problems import Location, Severity
from inforce.rules.page_facts import Stand, addresses_at, check_page_facts, spelled_out
from inforce.timeline import Status


def facts(keep: str | None, email: str = "privacy@example.org") -> Facts:
    contract = {"label": {"en": "Contracts"}, "keep": {"unknown": {"en": "Asked."}} if keep == "unknown" else keep}
    return Facts.model_validate(
        {
            "organisation": {"controller": {"name": "Northwind SA", "email": email}},
            "retention": {"contract": contract} if keep else {},
        }
    )


def stand(keep: str | None, number: int, status: Status, day: str) -> Stand:
    file = f"versions/{number}/facts.json"
    return Stand(
        name=f"version {number}",
        facts=facts(keep),
        places=lambda _: Location(file=file),
        status=status,
        effective=date.fromisoformat(day),
    )


def working(keep: str | None) -> Stand:
    return Stand(name="", facts=facts(keep), places=lambda path: Location(file=f"{path[0]}.yml", line=3, column=5))


OLD = stand("12 years", 1, Status.SUPERSEDED, "2020-01-01")
NOW = stand("10 years", 2, Status.IN_FORCE, "2024-03-01")
NEXT = stand("8 years", 3, Status.ANNOUNCED, "2027-03-01")
GONE = stand("5 years", 4, Status.WITHDRAWN, "2025-03-01")


def told(content: str, *stands: Stand, language: str = "en") -> list[str]:
    found = check_page_facts(content, stands, language=language, languages=("en", "fr"))
    return [f"{one.problem.severity} {one.problem.code}" for one in found]


def span(words: str, path: str = "retention.contract") -> str:
    return f'<p>We keep it for <span data-fact="{path}">{words}</span>.</p>'


ALL = (OLD, NOW, NEXT, GONE)
STATES = {
    "what is in force and is edited": (span("10 years"), (working("10 years"), *ALL), []),
    "in other words": (span("ten years"), (working("10 years"), *ALL), []),
    "in force, and edited since": (span("10 years"), (working("7 years"), *ALL), ["open H115"]),
    "edited, and not in force": (span("7 years"), (working("7 years"), *ALL), ["open H115"]),
    "announced, and edited since": (span("8 years"), (working("7 years"), *ALL), ["open H115"]),
    "no longer in force": (span("12 years"), (working("7 years"), *ALL), ["open H115"]),
    "no longer in force, with the next one edited": (span("12 years"), (working("8 years"), *ALL), ["open H115"]),
    "withdrawn": (span("5 years"), (working("7 years"), *ALL), ["open H115"]),
    "what none says": (span("6 years"), (working("7 years"), *ALL), ["error F102"]),
    "nothing in force": (span("7 years"), (working("7 years"), NEXT), []),
    "nothing released": (span("7 years"), (working("7 years"),), []),
    "nothing released, and wrong": (span("6 years"), (working("7 years"),), ["error F102"]),
    "a fact that is new": (span("7 years"), (working("7 years"), stand(None, 1, Status.IN_FORCE, "2024-01-01")), []),
    "a fact that nobody knew in force": (
        span("7 years"), (working("7 years"), stand("unknown", 1, Status.IN_FORCE, "2024-01-01")), []
    ),
    "words without a value, where nobody knew it": (
        span("some time"), (working("7 years"), stand("unknown", 1, Status.IN_FORCE, "2024-01-01")), ["error F103"]
    ),
    "a fact that nobody knows": (span("some time"), (working("unknown"),), []),
    "a value of a fact that nobody knows": (span("7 years"), (working("unknown"),), ["error F102"]),
    "a fact that is gone": (span("10 years"), (working(None), *ALL), ["open H115"]),
    "a fact that is gone, and wrong": (span("6 years"), (working(None), *ALL), ["error F102"]),
    "two policies in force, one behind": (
        span("7 years"),
        (working("7 years"), NOW, stand("7 years", 1, Status.IN_FORCE, "2025-01-01")),
        [],
    ),
    "the day of what is in force": (span("1 March 2024", "version.effective"), (working("7 years"), *ALL), []),
    "the day of what comes": (span("1 March 2027", "version.effective"), (working("7 years"), *ALL), ["open H115"]),
    "the day of what was": (span("1 January 2020", "version.effective"), (working("7 years"), *ALL), ["open H115"]),
    "another day": (span("2 March 2024", "version.effective"), (working("7 years"), *ALL), ["error F102"]),
    "a day, and no version": (span("1 March 2024", "version.effective"), (working("7 years"),), ["error F101"]),
    "a name": (span("Northwind SA", "organisation.controller"), (working("7 years"), *ALL), []),
    "another name": (span("Southwind SA", "organisation.controller"), (working("7 years"), *ALL), ["error F102"]),
    "no fact": (span("10 years", "retention.contrat"), (working("7 years"), *ALL), ["error F101"]),
    "no path": (span("10 years", "retention"), (working("7 years"), *ALL), ["error L202"]),
    "no words": (span(""), (working("7 years"), *ALL), ["error F103"]),
    "in another language": (span("10 ans"), (working("10 years"), *ALL), ["error F103"]),
    "with words that touch": ('<p>1<i data-fact="retention.contract">10 years</i></p>', (working("10 years"),),
                              ["error F103"]),
    "nothing can be read": (span("6 years"), (), []),
}  # fmt: skip


@pytest.mark.parametrize(("content", "stands", "expected"), STATES.values(), ids=STATES)
def test_words_are_held_to_each_state_of_the_facts(
    content: str, stands: tuple[Stand, ...], expected: list[str]
) -> None:
    assert told(content, *stands) == expected


def test_a_language_without_a_table_is_open() -> None:
    assert told(span("10 vuotta"), working("10 years"), NOW, language="fi") == ["open F105"]


def test_a_page_never_turns_red_by_itself() -> None:
    """The same page, from before a version is announced until long after another has followed."""
    for page in ("10 years", "8 years"):
        days = (
            (working("8 years"), NOW),
            (working("8 years"), NOW, NEXT),
            (working("8 years"), stand("10 years", 2, Status.SUPERSEDED, "2024-03-01"),
             stand("8 years", 3, Status.IN_FORCE, "2027-03-01")),
            (working("6 years"), stand("10 years", 2, Status.SUPERSEDED, "2024-03-01"),
             stand("8 years", 3, Status.SUPERSEDED, "2027-03-01"), stand("6 years", 4, Status.IN_FORCE, "2028-03-01")),
        )  # fmt: skip
        for stands in days:
            assert not [one for one in told(span(page), *stands) if one.startswith("error")]


def test_what_is_open_names_both_states_and_the_place_of_the_fact() -> None:
    (found,) = check_page_facts(span("10 years"), (working("7 years"), NOW), language="en", languages=("en",))
    assert found.problem.message == (
        "“10 years” is what version 2 says, which is in force; the facts now say 7 years (retention.yml:3)."
    )
    assert (found.target, found.words, found.problem.severity) == ("fact:retention.contract", "10 years", Severity.OPEN)


def test_links_with_the_same_words_are_counted() -> None:
    content = span("10 years") + span("10 years").replace("for <", "for 1<")
    (found,) = check_page_facts(content, (working("10 years"),), language="en", languages=("en",))
    assert found.count == 1


def test_addresses_of_all_states_are_known_once() -> None:
    states = [
        working("1 year"),
        NOW,
        Stand(name="version 3", facts=facts("1 year", "new@example.org"), places=working("").places),
    ]
    old, new = addresses_at("organisation.controller.email", states)
    assert (old.href, new.href) == ("mailto:privacy@example.org", "mailto:new@example.org")
    assert spelled_out(old, "privacy@example.org")
    assert not spelled_out(old, "new@example.org")
    assert addresses_at("retention.contract", states) == ()

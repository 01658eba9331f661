from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from inforce.model.version import Amendment, AmendmentType
from inforce.site.page import Page
from inforce.site.resources import catalogs
from inforce.site.translator import words_for

from tests.site import making
from tests.site.reading import of_class, shown, tree


def test_every_version_newest_first(pages: dict[str, Page]) -> None:
    root = tree(pages["en/privacy/history/"].html)
    (listed,) = of_class(root, "hist")
    lines = [shown(each) for each in listed.findall("li")]
    assert [line[:9] for line in lines] == ["Version 3", "Version 2", "Version 1"]
    assert "Contracts are kept for ten years. The table is new." in lines[1]
    assert "Superseded 15 January 2026" in lines[2]
    shown_badges = [shown(each) for each in of_class(root, "bd") if "hidden" not in each.attrib]
    assert shown_badges == ["Not yet in force", "In force", "Superseded"]


def test_a_note_in_another_language_is_marked(pages: dict[str, Page]) -> None:
    notes = of_class(tree(pages["ar/privacy/history/"].html), "note")
    assert {(each.get("lang"), each.get("dir")) for each in notes} == {("en", "ltr")}


def test_a_version_missing_in_a_language_says_where_it_is(pages: dict[str, Page]) -> None:
    (note,) = of_class(tree(pages["fr/privacy/history/"].html), "court")
    assert shown(note) == "Cette version n’existe pas en français. Elle existe en : anglais."
    assert of_class(tree(pages["en/privacy/history/"].html), "court") == []


def test_what_was_in_force_without_a_script(pages: dict[str, Page]) -> None:
    root = tree(pages["en/privacy/history/"].html)
    rows = [[shown(cell) for cell in row] for row in of_class(root, "rows")[0].iter("tr")]
    assert rows == [
        ["From", "To", "In force"],
        ["1 February 2027", "until it is replaced", "Version 3"],
        ["15 January 2026", "31 January 2027", "Version 2"],
        ["10 November 2020", "14 January 2026", "Version 1"],
    ]


def test_what_was_in_force_with_a_script(pages: dict[str, Page]) -> None:
    (box,) = of_class(tree(pages["en/privacy/history/"].html), "asof")
    assert "hidden" in box.attrib
    answers = [(each.get("data-first"), each.get("data-last"), shown(each)) for each in box.iter("p")]
    assert answers == [
        ("2027-02-01", None, "In force on that day: version 3"),
        ("2026-01-15", "2027-01-31", "In force on that day: version 2"),
        ("2020-11-10", "2026-01-14", "In force on that day: version 1"),
        (None, "2020-11-09", "No version was in force on that day."),
    ]


def test_comparisons_offered(pages: dict[str, Page]) -> None:
    root = tree(pages["en/privacy/history/"].html)
    found = [[each.get("href") for each in acts.iter("a")] for acts in of_class(root, "acts")]
    assert found == [["../changes/2-3/"], ["../changes/1-2/"], ["../changes/1/"]]


def recorded(type: AmendmentType, month: int, reason: str, **what: Any) -> Amendment:
    at = making.brussels(2020, month, 2)
    return Amendment(
        made_by="inforce 0.1.0", type=type, recorded=at, reason=reason, previous="sha256:" + "0" * 64, **what
    )


@pytest.fixture(scope="module")
def amended() -> dict[str, Page]:
    """A version that was translated, corrected, postponed twice and withdrawn."""
    terms = {"title": "Politique", "status": "courtesy", "reviewed": False}
    amendments = (
        recorded(AmendmentType.POSTPONEMENT, 2, "Too early.", effective_from=making.brussels(2020, 5, 1)),
        recorded(AmendmentType.TRANSLATION, 3, "Asked for.", languages={"fr": terms}),
        recorded(AmendmentType.POSTPONEMENT, 4, "Again.", effective_from=making.brussels(2020, 11, 10)),
        recorded(AmendmentType.CORRECTION, 6, "A slip.", digests={"ja": {}, "en": {}}),
        recorded(AmendmentType.WITHDRAWAL, 12, "In error.", effective_from=making.brussels(2021, 1, 1)),
    )
    first = making.brussels(2020, 3, 1)
    made = making.version(1, making.brussels(2020, 11, 10), making.TEXTS, amendments=amendments, first_effective=first)
    return making.made(making.site(making.policy(made)))


def test_what_was_recorded_since_the_release(amended: dict[str, Page]) -> None:
    (listed,) = of_class(tree(amended["en/privacy/history/"].html), "amd")
    assert [shown(each) for each in listed] == [
        "2 February 2020 Postponed from 1 March 2020 to 1 May 2020. See what it changed Too early.",
        "2 March 2020 Translation added: French. Asked for.",
        "2 April 2020 Postponed from 1 May 2020 to 10 November 2020. See what it changed Again.",
        "2 June 2020 Text corrected: English and Japanese. See what it changed A slip.",
        "2 December 2020 Withdrawn with effect from 1 January 2021. In error.",
    ]


def announced(at: datetime | None, because: str | None) -> dict[str, Page]:
    made = making.version(1, making.brussels(2020, 11, 10), making.TEXTS)
    for each in (made, *(revision.stood for revisions in made.revisions.values() for revision in revisions)):
        object.__setattr__(each.version, "announced", at)
        object.__setattr__(each.version, "announced_because", because)
    return making.made(making.site(making.policy(made)))


def test_where_a_version_could_be_read_before_it_was_recorded() -> None:
    pages = announced(making.brussels(2020, 10, 1), "On the notice board.")
    for url in ("en/privacy/v1/", "en/privacy/", "en/privacy/v1/r1/", "en/privacy/history/"):
        note = of_class(tree(pages[url].html), "court")[-1]
        assert shown(note) == (
            "Announced on 1 October 2020, before it was recorded here. Where readers could see it: On the notice board."
        )
    spans = tree(pages["ar/privacy/v1/"].html).iter("span")
    reason = next(each for each in spans if shown(each) == "On the notice board.")
    assert (reason.get("lang"), reason.get("dir")) == ("en", "ltr")


def test_a_version_whose_announcement_nobody_recorded_states_none() -> None:
    pages = announced(None, None)
    for url in ("en/privacy/v1/", "en/privacy/", "en/privacy/history/"):
        assert "Announced" not in shown(tree(pages[url].html))


def test_a_version_that_came_back_says_since_when() -> None:
    first = making.version(1, making.brussels(2020, 1, 1), making.TEXTS)
    second = making.version(2, making.brussels(2022, 1, 1), making.TEXTS, withdrawn=making.brussels(2023, 5, 1))
    root = tree(making.made(making.site(making.policy(first, second)))["en/privacy/history/"].html)
    (listed,) = of_class(root, "hist")
    lines = [shown(each) for each in listed.findall("li")]
    assert "In force again 1 May 2023" in lines[1]
    assert "again" not in lines[0]


def test_reasons_are_in_the_prevailing_language(amended: dict[str, Page]) -> None:
    for language, expected in (("en", {(None, None)}), ("ar", {("en", "ltr")})):
        reasons = of_class(tree(amended[f"{language}/privacy/history/"].html), "why")
        assert {(each.get("lang"), each.get("dir")) for each in reasons} == expected


def test_a_postponement_stands_at_the_head_of_the_version(amended: dict[str, Page]) -> None:
    notes = [shown(each) for each in of_class(tree(amended["fr/privacy/v1/"].html), "court")]
    assert notes[:2] == [
        "Reportée le 2 février 2020 : prise d’effet déplacée du 1er mars 2020 au 1er mai 2020. Too early.",
        "Reportée le 2 avril 2020 : prise d’effet déplacée du 1er mai 2020 au 10 novembre 2020. "
        "Voir ce qui a changé Again.",
    ]


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de", "ar", "ja"])
def test_an_amendment_is_told_in_every_language(language: str) -> None:
    words = words_for(language, catalogs())
    for message in ("Translation added: {languages}.", "Text corrected: {languages}."):
        assert words.name("fr") in words.text(message, languages=words.languages(["fr"]))
    assert (words.text("Postponed from {old} to {new}.", old=1, new=2) == "Postponed from 1 to 2.") == (
        language == "en"
    )

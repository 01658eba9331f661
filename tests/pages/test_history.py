from __future__ import annotations

from inforce.pages.page import Page

from tests.pages.reading import of_class, shown, tree


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
    assert found == [["../changes/2-3/"], ["../changes/1-2/"], ["../changes/1-2/"]]

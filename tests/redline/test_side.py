"""Two columns: each says its side word for word; the page is valid, and says everything once to who listens."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.redline import Redline
from inforce.redline.html import Column, Setting, Strand, beside, side_by_side
from inforce.redline.html.beside import chunks
from inforce.writer import RenderContext

from tests.redline.support import WORDS, redline
from tests.redline.test_compare import BODIES, LONG, OTHER
from tests.redline.test_html import valid

CONTEXT = RenderContext(language="en", numbers={"a": "1.", "b": "2."}, links={})
COLUMNS = ("Version 1", "Version 2")
CASES = [
    (f"{LONG}\n\n{OTHER}", f"{LONG[:-1]} now.\n\n{OTHER}"),
    ("- one thing\n    - and below\n- two", "- one thing\n- two\n    - new below"),
    ("1. one\n2. two\n3. three", "1. one\n2. three"),
    ("| A | B |\n| --- | --- |\n| x | y |\n| q | r |", "| A | B |\n| --- | --- |\n| x | z |\n| s | t |"),
    (f"{LONG} {OTHER}", f"{LONG}\n\n{OTHER}"),
    (f"{LONG}\n\n{OTHER}", f"{LONG} {OTHER}"),
    (f"## [Name](id:x)\n\n{LONG}", f"## [New name](id:x)\n\n{OTHER}"),
    (LONG, LONG.replace("We", "*We*")),
]


def html(found: Redline) -> str:
    return side_by_side(found, WORDS, old=CONTEXT, new=CONTEXT, columns=COLUMNS)


def side(text: str, names: tuple[str, ...]) -> str:
    """The words that a column says, without labels, numbers and the words of other columns."""
    tree = html5lib.parseFragment(text, namespaceHTMLElements=False)

    def said(element: Element, inside: bool) -> str:
        kind = element.get("class") or ""
        if kind in ("n", "ref", "ct", "to", "tag", "columns", "gone", "pair heads") or element.tag == "summary":
            return ""
        mine = inside or element.tag == "details"
        if kind.startswith("pair"):
            was, now = list(element)
            return said(was if "was" in names else now, True)
        return (element.text or "" if mine else "") + "".join(
            said(child, mine) + (child.tail or "" if mine else "") for child in element
        )

    return "".join(said(tree, False).split())


def _words(sections: dict[str, str]) -> str:
    found = redline({}, sections)
    return "".join("".join(p.text for row in s.rows for p in row.pieces()) for s in found.sections)


@pytest.mark.parametrize(("old", "new"), CASES)
def test_each_column_says_its_side_word_for_word(old: str, new: str) -> None:
    was, now = {"a": f"# One\n\n{old}"}, {"a": f"# One\n\n{new}"}
    text = html(redline(was, now))
    valid(text)
    assert side(text, ("was",)) == "".join(_words(was).split())
    assert side(text, ("now",)) == "".join(_words(now).split())


@pytest.mark.parametrize(("old", "new"), CASES)
def test_a_column_marks_only_its_side(old: str, new: str) -> None:
    text = html(redline({"a": f"# One\n\n{old}"}, {"a": f"# One\n\n{new}"}))
    tree = html5lib.parseFragment(text, namespaceHTMLElements=False)
    columns = [(e.get("class"), list(e.iter())) for e in tree.iter("div") if e.get("class") in ("was", "now")]
    for name, inside in columns:
        assert ("ins" if name == "was" else "del") not in {element.tag for element in inside}


def test_what_stays_is_said_once_and_what_changed_says_whose_it_is() -> None:
    text = html(redline({"a": f"# One\n\n{LONG}\n\n{OTHER}"}, {"a": f"# One\n\n{LONG}\n\n{OTHER[:-1]} now."}))
    valid(text)
    heard = re.sub(r'<div class="was" aria-hidden="true">.*?</div>', "", text, flags=re.S)
    assert heard.count(LONG) == 1
    assert text.count(LONG) == 2
    assert '<div class="was" role="group" aria-label="Version 1"><p>' in text
    assert '<div class="now" role="group" aria-label="Version 2"><p>' in text
    assert text.count("<h2") == 1, "the old heading is no heading of the page"


def test_nothing_hidden_from_who_listens_can_have_the_focus() -> None:
    source = "# One\n\nSee [the list](https://a.example/), [there](section:b).\n\n" + LONG
    text = html(redline({"a": source}, {"a": source[:-1] + " now."}))
    hidden = re.findall(r'<div class="was" aria-hidden="true">(.*?)</div>', text, re.S)
    assert hidden
    assert not any("<a" in each for each in hidden)


def test_two_blocks_that_became_one_stand_as_two_in_the_old_column() -> None:
    text = html(redline({"a": f"# One\n\n{LONG}\n\n{OTHER}"}, {"a": f"# One\n\n{LONG} {OTHER}"}))
    was = re.findall(r'<div class="was" role="group"[^>]*>(.*?)</div>', text, re.S)
    assert was == [f"<p>{LONG}</p>\n<p>{OTHER}</p>\n"]


@settings(max_examples=120, deadline=None)
@given(st.dictionaries(st.sampled_from("abc"), BODIES), st.dictionaries(st.sampled_from("abd"), BODIES))
def test_any_two_texts(old: dict[str, str], new: dict[str, str]) -> None:
    text = html(redline(old, new))
    valid(text)
    assert sorted(side(text, ("now",))) == sorted("".join(_words(new).split()))


# ---- two languages


def strands(old: dict[str, str], new: dict[str, str], old_fr: dict[str, str], new_fr: dict[str, str]) -> str:
    def strand(found: Redline, language: str, prefix: str, ids: bool) -> Strand:
        context = RenderContext(language=language, numbers={"a": "1."}, links={})
        return Strand(
            column=Column(name=language, language=language, direction="ltr"),
            setting=Setting(
                found,
                WORDS,
                old=context,
                new=context,
                prefix=prefix,
                ids=ids,
            ),
        )

    return beside(strand(redline(old, new), "en", "p", False), strand(redline(old_fr, new_fr), "fr", "c", True))


def test_languages_stand_beside_each_other_by_the_ids_they_share() -> None:
    clause = "## [{}](id:x)\n\n{}"
    text = strands(
        {"a": f"# One\n\n{LONG}\n\n" + clause.format("Name", OTHER)},
        {"a": f"# One\n\n{LONG}\n\n" + clause.format("Name", OTHER[:-1] + " now.")},
        {"a": "# Un\n\nUn texte sans changement.\n\n" + clause.format("Nom", "Nous gardons vos nombreuses données.")},
        {"a": "# Un\n\nUn texte sans changement.\n\n" + clause.format("Nom", "Nous gardons toutes vos données.")},
    )
    valid(text)
    pairs = [pair for pair in text.split('<div class="pair">')[1:] if "id:x" in pair or "Nom" in pair]
    assert len(pairs) == 1
    assert ">Name</h3>" in pairs[0]
    assert "toutes" in pairs[0]
    assert 'aria-label="en" lang="en" dir="ltr"' in pairs[0]


def test_a_change_over_several_ids_is_not_cut() -> None:
    came = "\n\n".join(f"## [Name {name}](id:{name})\n\n{OTHER[:-1]} {name}." for name in "xyz")
    found = redline({"a": f"# One\n\n{LONG}"}, {"a": f"# One\n\n{LONG}\n\n{came}"})
    (section,) = found.sections
    assert len(found.changes) == 1
    assert [key for key, _, _ in chunks(section.rows, found.changes)] == ["", "x"]
    assert [key for key, _, _ in chunks(section.rows, ())] == ["", "x", "y", "z"]


def test_a_change_that_one_language_lacks_is_seen() -> None:
    same = {"a": "# Un\n\nUn texte sans changement."}
    text = strands({"a": f"# One\n\n{LONG}"}, {"a": f"# One\n\n{LONG[:-1]} now."}, same, same)
    valid(text)
    assert "no change" in text
    assert 'id="p_1"' in text


@settings(max_examples=80, deadline=None)
@given(*(st.dictionaries(st.sampled_from("abc"), BODIES) for _ in range(4)))
def test_any_two_redlines_beside_each_other_are_valid(
    old: dict[str, str], new: dict[str, str], old_fr: dict[str, str], new_fr: dict[str, str]
) -> None:
    valid(strands(old, new, old_fr, new_fr))


def test_the_old_column_shows_the_old_emphasis() -> None:
    old, new = f"You must **never** do that. {LONG}", f"You must never **do that**. {LONG} Today."
    text = html(redline({"a": f"# One\n\n{old}"}, {"a": f"# One\n\n{new}"}))
    _, was, now = re.split(r'<div class="(?:was|now)" role', text)
    assert re.findall(r"<strong>(.*?)</strong>", was) == ["never"]
    assert re.findall(r"<strong>(.*?)</strong>", now) == ["do that"]

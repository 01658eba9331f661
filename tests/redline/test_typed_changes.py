"""Every kind of change, typed: a table of (old, new, expected), in eight languages of six scripts.

A section is told in one line: its kind, its id, then what happened to it as a whole. A row is its kind and its words.
"""

from __future__ import annotations

import re

import pytest
from inforce.model.config import LanguageStatus
from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts
from inforce.model.version import Edition
from inforce.redline.changes import Redline, RowKind, SectionChange
from inforce.redline.compare import compare
from inforce.redline.facts import FactChangeKind, fact_changes

from tests.redline.support import marked, read, redline, rows
from tests.redline.texts import EN, A, B, C, D, Sections, in_every_script, sections


def told(section: SectionChange) -> str:
    """A section in one line."""
    words = [section.kind.value, section.id]
    if section.renamed and section.old:
        words.append(f"was {section.old.id}")
    words += ["moved"] * section.moved
    for label, share in (("split from", section.split_from), ("merged into", section.merged_into)):
        if share:
            words.append(f"{label} {share.section} {share.part:.0%}")
    return " ".join(words)


def kinds(found: Redline) -> list[str]:
    """The numbered changes."""
    return [change.kind.value for change in found.changes]


# ---- sections

SECTION_CHANGES: list[tuple[str, Sections, Sections, list[str], list[str]]] = [
    ("nothing", {"a": (A,)}, {"a": (A,)}, ["same a"], []),
    ("added", {"a": (A,)}, {"a": (A,), "b": (B,)}, ["same a", "added b"], ["section-added"]),
    ("removed", {"a": (A,), "b": (B,)}, {"a": (A,)}, ["same a", "removed b"], ["section-removed"]),
    ("renamed", {"a": (A, B, C)}, {"z": (A, B, C)}, ["changed z was a"], ["reworded"]),
    (
        "moved",
        {"a": (A,), "b": (C,), "c": (B, D)},
        {"a": (A,), "c": (B, D), "b": (C,)},
        ["same a", "same c", "same b moved"],
        ["section-moved"],
    ),
    (
        "split",
        {"a": (A, B, C)},
        {"a": (A, B), "z": (C,)},
        ["changed a", "added z split from a 3*%"],
        ["section-split", "added", "moved"],
    ),
    (
        "split, both with new ids",
        {"a": (A, B, C)},
        {"y": (A, B), "z": (C,)},
        ["changed y was a", "added z split from y 3*%"],
        ["reworded", "section-split", "added", "moved"],
    ),
    (
        "merged",
        {"a": (A, B), "z": (C,)},
        {"a": (A, B, C)},
        ["changed a", "removed z merged into a 3*%"],
        ["moved", "section-merged", "removed"],
    ),
    (
        "a block moved to another section",
        {"a": (A, B), "b": (C, D)},
        {"a": (A,), "b": (C, D, B)},
        ["changed a", "changed b"],
        ["moved"],
    ),
]


@in_every_script
@pytest.mark.parametrize(("old", "new", "expected", "numbered"), [case[1:] for case in SECTION_CHANGES])
def test_sections(
    old: Sections, new: Sections, expected: list[str], numbered: list[str], texts: tuple[str, ...]
) -> None:
    found = redline(sections(old, texts), sections(new, texts))
    shown = [told(section) for section in found.sections]
    assert len(shown) == len(expected)
    for line, pattern in zip(shown, expected, strict=True):
        assert re.fullmatch(pattern.replace("3*", r"[2345]\d"), line), shown
    assert kinds(found) == numbered


# ---- blocks

Bodies = tuple[list[int | str], list[int | str], list[str]]
BLOCK_CHANGES: list[Bodies] = [
    ([A], [A, B], ["same", "added"]),
    ([A, B], [B], ["removed", "same"]),
    ([A, B, C], [C, A, B], ["moved", "same", "same", "gone"]),
    (["{0} {1}"], ["{0}", "{1}"], ["split"]),
    (["{0}", "{1}"], ["{0} {1}"], ["merged"]),
    ([A], [B], ["removed", "added"]),
    ([A], ["**{0}**"], ["restyled"]),
    ([A], ["*{0}*"], ["restyled"]),
    ([A], ["- {0}"], ["restyled"]),
    (["- {0}"], ["1. {0}"], ["restyled"]),
    (["- {0}\n- {1}"], ["- {0}\n    - {1}"], ["same", "restyled"]),
    (["[{0}](section:a)"], ["[{0}](section:b)"], ["restyled"]),
    (["[{0}](section:a)"], [A], ["restyled"]),
    (["## [{0}](id:k)", B], ["## [{2}](id:k)", B], ["reworded", "same"]),
    (["{0}\\\n{1}"], ["{0} {1}"], []),
    (["| {0} | x |\n| --- | --- |\n| {1} | 3 |"], ["| {0} | x |\n| --- | --- |\n| {1} | 2 |"], ["reworded"]),
    (["| {0} | x |\n| --- | --- |\n| {1} | 3 |"], [A], ["removed", "added"]),
]


@in_every_script
@pytest.mark.parametrize(("old", "new", "expected"), BLOCK_CHANGES)
def test_blocks(old: list[int | str], new: list[int | str], expected: list[str], texts: tuple[str, ...]) -> None:
    def body(blocks: list[int | str]) -> str:
        return "\n\n".join(texts[b] if isinstance(b, int) else b.format(*texts) for b in blocks)

    assert [row.kind.value for row in rows(body(old), body(new))] == expected


# ---- the words of a block, a cell, a link

WORD_CHANGES = [
    ("We keep it for 3 years.", "We keep it for 2 years.", "We keep it for [-3-]{+2+} years."),
    ("We collect names.", "We collect names and addresses.", "We collect names{+ and addresses+}."),
    ("Wir löschen die Daten sofort.", "Wir löschen alle Daten sofort.", "Wir löschen [-die-]{+alle+} Daten sofort."),
    ("Le délai est d’un mois.", "Le délai est de deux mois.", "Le délai est [-d’un-]{+de deux+} mois."),
    ("نحذف البيانات بعد شهر واحد.", "نحذف البيانات بعد ثلاثة أشهر.", "نحذف البيانات بعد [-شهر واحد-]{+ثلاثة أشهر+}."),
    ("كَتَبَ المستخدم", "كُتِبَ المستخدم", "[-كَتَبَ-]{+كُتِبَ+} المستخدم"),
    ("הנתונים נמחקים לאחר שנה.", "הנתונים נמחקים לאחר שנתיים.", "הנתונים נמחקים לאחר [-שנה-]{+שנתיים+}."),
    (
        "データは2023年6月に削除します。",
        "データは2024年6月に削除します。",
        "データは[-2023年-]{+2024年+}6月に削除します。",
    ),
    ("保存期限为三年。", "保存期限为两年。", "保存期限为[-三-]{+两+}年。"),
    ("เราลบข้อมูลหลังสามปี", "เราลบข้อมูลหลังห้าปี", "เราลบข้อมูลหลัง[-สาม-]{+ห้า+}ปี"),
    ("See [our list](section:a).", "See [our new list](section:a).", "See our {+new +}list."),
    ("**Note:** we keep it.", "**Note:** we delete it.", "Note: we [-keep-]{+delete+} it."),
    (
        "This is not for you at all.",
        "Everybody else may come in.",
        "[-This is not for you at all.-]{+Everybody else may come in.+}",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), WORD_CHANGES)
def test_words(old: str, new: str, expected: str) -> None:
    found = rows(old, new)
    assert "".join(marked(part) for row in found for part in row.parts) == expected


def test_a_sentence_that_became_a_section_of_its_own_is_a_split() -> None:
    found = redline({"a": f"# a\n\n{EN[A]} {EN[B]}"}, {"a": f"# a\n\n{EN[A]}", "z": f"# z\n\nNew here. {EN[B]}"})
    assert [told(section) for section in found.sections] == ["changed a", "added z split from a 57%"]
    assert kinds(found) == ["reworded", "section-split", "added"]
    back = redline({"a": f"# a\n\n{EN[A]}", "z": f"# z\n\nNew here. {EN[B]}"}, {"a": f"# a\n\n{EN[A]} {EN[B]}"})
    assert [told(section) for section in back.sections] == ["changed a", "removed z merged into a 57%"]
    assert kinds(back) == ["reworded", "section-merged", "removed"]


def test_a_few_words_that_stand_elsewhere_too_make_no_split() -> None:
    found = redline({"a": f"# a\n\n{EN[A]}"}, {"a": f"# a\n\n{EN[C]}", "z": f"# z\n\n{EN[B]} {EN[A][:28]}"})
    assert [told(section) for section in found.sections] == ["changed a", "added z"]


@in_every_script
def test_another_number_alone_is_no_change(texts: tuple[str, ...]) -> None:
    old, new = sections({"a": (A,), "b": (B,)}, texts), sections({"c": (C,), "a": (A,), "b": (B,)}, texts)
    found = compare(_edition(old), _edition(new))
    assert [(s.id, s.kind.value, s.old_number, s.new_number) for s in found.sections] == [
        ("c", "added", None, "1."),
        ("a", "same", "1.", "2."),
        ("b", "same", "2.", "3."),
    ]
    assert kinds(found) == ["section-added"]


def _edition(texts: dict[str, str]) -> ReadEdition:
    found = tuple(read(source, name) for name, source in texts.items())
    edition = Edition(
        policy="privacy",
        version=1,
        language="en",
        title="",
        status=LanguageStatus.AUTHORITATIVE,
        reviewed=True,
        revision=1,
        sections=texts,
        digests={},
        paths={},
    )
    numbers = {section.id: f"{at}." for at, section in enumerate(found, 1)}
    return ReadEdition(edition=edition, sections=found, order=(), numbers=numbers, facts=Facts(), wording="")


def test_a_link_to_another_place_keeps_its_words() -> None:
    (row,) = rows("See [our list](section:a) now.", "See [our list](section:b) now.")
    assert row.kind is RowKind.RESTYLED
    assert marked(row.parts[0]) == "See our list now."
    assert [str(run.marks.target) for run in row.parts[0][0].runs if run.marks.target] == ["section:b"]


TABLE = "| Purpose | Kept for |\n| --- | --- |\n| Contracts | 10 years |\n| Newsletter | 3 years |"
TABLE_CHANGES = [
    (TABLE.replace("3 years", "2 years"), ["same", "same", "reworded"], "Newsletter|[-3-]{+2+} years"),
    (TABLE + "\n| Forms | 1 year |", ["same", "same", "same", "added"], "{+Forms+}|{+1 year+}"),
    (TABLE.replace("| Contracts | 10 years |\n", ""), ["same", "removed", "same"], "[-Contracts-]|[-10 years-]"),
    (
        "| Purpose | Basis | Kept for |\n| --- | --- | --- |\n"
        "| Contracts | Law | 10 years |\n| Newsletter | Consent | 3 years |",
        ["reworded", "reworded", "reworded"],
        "Purpose|{+Basis+}|Kept for",
    ),
    ("| Purpose |\n| --- |\n| Contracts |\n| Newsletter |", ["reworded"] * 3, "Purpose|[-Kept for-]"),
    (TABLE.replace("3 years", "**3 years**"), ["same", "same", "same"], ""),
]


@pytest.mark.parametrize(("new", "expected", "first"), TABLE_CHANGES)
def test_tables(new: str, expected: list[str], first: str) -> None:
    (row,) = rows(TABLE, new)
    assert [line.kind.value for line in row.table] == expected
    changed = [line for line in row.table if line.kind is not RowKind.SAME]
    assert "|".join(marked(cell) for cell in (changed[0].cells if changed else ())) == first


# ---- facts

FACT_CHANGES = [
    ({"a": {"keep": "3 years"}}, {"a": {"keep": "2 years"}}, [("changed", "retention.a.keep", "P3Y", "P2Y")]),
    ({}, {"a": {"keep": "2 years"}}, [("added", "retention.a", "None", "None")]),
    ({"a": {"keep": "2 years"}}, {}, [("removed", "retention.a", "None", "None")]),
    ({"a": {"keep": "2 years"}}, {"a": {"keep": "2 years"}}, []),
]


@pytest.mark.parametrize(("old", "new", "expected"), FACT_CHANGES)
def test_facts(old: dict[str, object], new: dict[str, object], expected: list[tuple[str, ...]]) -> None:
    found = fact_changes(Facts.model_validate({"retention": old}), Facts.model_validate({"retention": new}), "en")
    assert [(c.kind.value, ".".join(c.path), str(c.old), str(c.new)) for c in found] == expected
    assert all(c.is_entry for c in found if c.kind is not FactChangeKind.CHANGED)

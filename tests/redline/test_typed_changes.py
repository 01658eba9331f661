"""Every kind of change, typed: a table of (old, new, expected), in four scripts and more; laws that hold for any text.

A section is told in one line: its kind, its id, then what happened to it as a whole. A row is its kind and its words.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from inforce.model.facts import Facts
from inforce.parse.wording import plain
from inforce.redline.bench import operations, prepare
from inforce.redline.changes import Op, Redline, Row, RowKind, SectionChange, side
from inforce.redline.facts import FactChangeKind, fact_changes
from inforce.redline.tokens import Words
from inforce.redline.words import edits

from tests.redline.support import marked, redline, rows

EN = (
    "We keep the data that you give us when you ask for a demonstration.",
    "Our processors act on written instructions alone and never sell what they receive.",
    "Some recipients are established outside of the European Economic Area.",
    "You may object at any time by writing to the address below.",
)
FR = (
    "Nous conservons les données que vous nous donnez lors d’une démonstration.",
    "Nos sous-traitants n’agissent que sur instruction écrite et ne vendent rien.",
    "Certains destinataires sont établis en dehors de l’Espace économique européen.",
    "Vous pouvez vous opposer à tout moment en écrivant à l’adresse ci-dessous.",
)
DE = (
    "Wir speichern die Daten, die Sie uns bei einer Vorführung geben.",
    "Unsere Auftragsverarbeiter handeln nur auf schriftliche Weisung und verkaufen nichts.",
    "Einige Empfänger haben ihren Sitz außerhalb des Europäischen Wirtschaftsraums.",
    "Sie können jederzeit widersprechen, indem Sie an die Adresse unten schreiben.",
)
AR = (
    "نحتفظ بالبيانات التي تقدمها لنا عند طلب عرض لمنتجاتنا.",
    "لا يعمل معالجو البيانات إلا بتعليمات مكتوبة ولا يبيعون ما يتلقونه أبدًا.",
    "يقع بعض المستلمين خارج المنطقة الاقتصادية الأوروبية منذ سنوات.",
    "يمكنك الاعتراض في أي وقت بالكتابة إلى العنوان الوارد أدناه.",
)
HE = (
    "אנו שומרים את הנתונים שאתם מוסרים לנו בעת בקשת הדגמה.",
    "המעבדים שלנו פועלים לפי הוראות כתובות בלבד ואינם מוכרים דבר.",
    "חלק מהנמענים ממוקמים מחוץ לאזור הכלכלי האירופי מזה שנים.",
    "אפשר להתנגד בכל עת בכתיבה אל הכתובת המופיעה למטה.",
)
JA = (
    "当社は、お客様が製品の実演を申し込む際に提供する情報を保存します。",
    "処理者は書面による指示のみに従って行動し、受け取ったものを決して販売しません。",
    "一部の受領者は欧州経済領域の外に所在しています。",
    "下記の住所に書面を送ることにより、いつでも異議を申し立てることができます。",
)
ZH = (
    "您申请产品演示时向我们提供的数据将由我们保存。",
    "我们的处理者只按照书面指示行事，绝不出售其所收到的内容。",
    "部分接收方位于欧洲经济区以外的国家和地区。",
    "您可以随时写信至下列地址，向我们提出反对意见。",
)
TH = (
    "เราเก็บข้อมูลที่คุณให้ไว้เมื่อขอชมการสาธิตผลิตภัณฑ์ของเรา",
    "ผู้ประมวลผลของเราปฏิบัติตามคำสั่งที่เป็นลายลักษณ์อักษรเท่านั้นและไม่ขายสิ่งที่ได้รับ",
    "ผู้รับบางรายตั้งอยู่นอกเขตเศรษฐกิจยุโรปมาเป็นเวลาหลายปี",
    "คุณสามารถคัดค้านได้ทุกเมื่อโดยเขียนถึงที่อยู่ด้านล่างนี้",
)
SCRIPTS = {"en": EN, "fr": FR, "de": DE, "ar": AR, "he": HE, "ja": JA, "zh": ZH, "th": TH}
in_every_script = pytest.mark.parametrize("texts", SCRIPTS.values(), ids=SCRIPTS)


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

A, B, C, D = 0, 1, 2, 3
Sections = dict[str, tuple[int, ...]]
"""By id the sentences of a section; its heading is its id."""
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


def sections(found: Sections, texts: tuple[str, ...]) -> dict[str, str]:
    return {name: "\n\n".join([f"# {name}", *(texts[at] for at in body)]) for name, body in found.items()}


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


# ---- laws

_VOCABULARY = [word for texts in SCRIPTS.values() for text in texts for word in text.split()]
_JOINTS = (" ", " ", " ", " ", "", "  ", ", ", ". ", "\n")


def _generated(rng: random.Random) -> Iterator[tuple[str, str]]:
    """Texts of any of the scripts, and the same with some words taken out, put in, doubled or changed places."""
    for _ in range(10_000):
        start = rng.randrange(len(_VOCABULARY))
        old = [word + rng.choice(_JOINTS) for word in _VOCABULARY[start : start + rng.randrange(24)]]
        new = list(old)
        for _ in range(rng.randrange(5)):
            at = rng.randrange(len(new) + 1)
            edit = rng.randrange(4)
            if edit == 0:
                del new[at : at + rng.randrange(1, 4)]
            elif edit == 1:
                new[at:at] = [rng.choice(_VOCABULARY) + rng.choice(_JOINTS)]
            elif edit == 2:
                new[at:at] = new[:at][-3:]
            else:
                new = new[at:] + new[:at]
        yield "".join(old).strip(), "".join(new).strip()


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_laws_of_words_on_ten_thousand_generated_pairs() -> None:
    """Both sides come back; no cut falls inside a token, so none inside a word or between a letter and its mark; a text
    against itself has no change; what is kept from left to right is as much as what is kept from right to left."""
    uneven = 0
    for old, new in _generated(random.Random(1)):
        left, right = Words(old), Words(new)
        made = edits(left, right)
        assert "".join(old[slice(*edit.old)] for edit in made) == old
        assert "".join(new[slice(*edit.new)] for edit in made) == new
        for words, ranges in ((left, [edit.old for edit in made]), (right, [edit.new for edit in made])):
            inside = {at for begin, end in words.spans for at in range(begin + 1, end)}
            assert not inside & {at for span in ranges for at in span}
        assert all(_squeezed(old[slice(*e.old)]) == _squeezed(new[slice(*e.new)]) for e in made if e.op == "=")
        assert (old == new) <= all(edit.op == "=" for edit in made)
        back = edits(right, left)
        kept, kept_back = (sum(len(_squeezed(new[slice(*span)])) for span in spans) for spans in (
            [e.new for e in made if e.op == "="], [e.old for e in back if e.op == "="],
        ))  # fmt: skip
        uneven += kept != kept_back
    assert uneven < 100


def _document(rng: random.Random) -> list[str]:
    texts = rng.choice(list(SCRIPTS.values()))
    return [
        f"## {rng.choice(texts)[:12]}" if rng.random() < 0.2 else rng.choice(texts) for _ in range(rng.randrange(9))
    ]


def test_both_sides_of_ten_thousand_generated_documents_come_back() -> None:
    rng = random.Random(2)
    for _ in range(10_000):
        old, new = ("\n\n".join(_document(rng)) for _ in range(2))
        was, now = prepare(old), prepare(new)
        made = operations(was, now)
        assert _squeezed("".join(text for op, text in made if op != "+")) == _squeezed(was.wording)
        assert _squeezed("".join(text for op, text in made if op != "-")) == _squeezed(now.wording)


def _red(row: Row) -> list[str]:
    return [piece.text for piece in row.pieces() if piece.op is Op.REMOVED]


@in_every_script
def test_words_that_moved_are_never_red_too(texts: tuple[str, ...]) -> None:
    """Where a block stood nothing is shown; where it stands now its words are kept ones."""
    for order in ((C, A, B), (B, C, A), (C, B, A)):
        found = redline(sections({"a": (A, B, C)}, texts), sections({"a": order}, texts))
        moved = [row for row in found.sections[0].rows if row.kind in (RowKind.MOVED, RowKind.GONE)]
        assert moved
        assert not [words for row in found.sections[0].rows for words in _red(row)]
        assert all(not list(row.pieces()) for row in moved if row.kind is RowKind.GONE)


@in_every_script
def test_there_and_back_change_the_same_blocks(texts: tuple[str, ...]) -> None:
    opposite = {
        "added": "removed",
        "removed": "added",
        "moved": "gone",
        "gone": "moved",
        "split": "merged",
        "merged": "split",
    }
    for old, new in (((A, B), (A, C)), ((A, B, C), (C, A, B)), ((A,), (A, B)), ((A, B), (A, B))):
        one, two = sections({"a": old}, texts), sections({"a": new}, texts)
        there = sorted(row.kind.value for row in redline(one, two).sections[0].rows)
        back = sorted(opposite.get(row.kind.value, row.kind.value) for row in redline(two, one).sections[0].rows)
        assert there == back
        for row in redline(one, two).sections[0].rows:
            if row.kind not in (RowKind.MOVED, RowKind.GONE):
                for op, blocks in ((Op.REMOVED, row.old), (Op.ADDED, row.new)):
                    words = plain(" ".join(side(part, op) for part in row.parts))
                    assert bool(words) == bool(blocks)

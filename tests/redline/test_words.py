"""Words inside a block: few, whole changes, in every script; both sides always come back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.redline.tokens import TokenSequence
from inforce.redline.words import edits


def shown(old: str, new: str) -> str:
    left, right = TokenSequence(old), TokenSequence(new)
    out = []
    for edit in edits(left, right):
        if edit.op == "-":
            out.append(f"[-{old[slice(*edit.old)]}-]")
        elif edit.op == "+":
            out.append(f"{{+{new[slice(*edit.new)]}+}}")
        else:
            out.append(new[slice(*edit.new)])
    return "".join(out)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "We may collect personal via :",
            "We may collect personal data via :",
            "We may collect personal {+data +}via :",
        ),
        ("We keep it for 3 years.", "We keep it for 2 years.", "We keep it for [-3-]{+2+} years."),
        ("One sentence here.", "One sentence here. And another one.", "One sentence here.{+ And another one.+}"),
        (
            "This does not apply to you.",
            "It is not for children.",
            "[-This does not apply to you.-]{+It is not for children.+}",
        ),
        ("a therapist", "a the rapist", "a [-therapist-]{+the rapist+}"),
        (
            "Nous gardons les données 3 ans.",
            "Nous gardons vos données 3 ans.",
            "Nous gardons [-les-]{+vos+} données 3 ans.",
        ),
        ("Мы храним данные три года.", "Мы храним данные два года.", "Мы храним данные [-три-]{+два+} года."),
        (
            "نحتفظ ببياناتك لمدة ثلاث سنوات.",
            "نحتفظ ببياناتك لمدة سنتين فقط.",
            "نحتفظ ببياناتك لمدة [-ثلاث سنوات-]{+سنتين فقط+}.",
        ),
        (
            "当社は個人情報を三年間保存します。",
            "当社は個人情報を二年間保存します。",
            "当社は個人情報を[-三-]{+二+}年間保存します。",
        ),
        ("เราเก็บข้อมูลของคุณเป็นเวลาสามปี", "เราเก็บข้อมูลของคุณเป็นเวลาสองปี", "เราเก็บข้อมูลของคุณเป็นเวลา[-สาม-]{+สอง+}ปี"),
        (
            "我们会将您的个人信息保存三年。",
            "我们会将您的个人信息保存两年。",
            "我们会将您的个人信息保存[-三-]{+两+}年。",
        ),
        ("개인정보를 3년간 보관합니다.", "개인정보를 2년간 보관합니다.", "개인정보를 [-3년간-]{+2년간+} 보관합니다."),
        ("हम आपका डेटा तीन वर्ष रखते हैं।", "हम आपका डेटा दो वर्ष रखते हैं।", "हम आपका डेटा [-तीन-]{+दो+} वर्ष रखते हैं।"),
        (
            "אנו שומרים את הנתונים שלוש שנים.",
            "אנו שומרים את הנתונים שנתיים.",
            "אנו שומרים את הנתונים [-שלוש שנים-]{+שנתיים+}.",
        ),
        ("2025.", "2027.", "[-2025-]{+2027+}."),
        ("(2025)", "(2027)", "([-2025-]{+2027+})"),
        (
            "We share (see below) your data, names, and cookies.",
            "We share (see above) your data, emails, and cookies.",
            "We share (see [-below-]{+above+}) your data, [-names-]{+emails+}, and cookies.",
        ),
        ("He said “yes” then left.", "He said “no” then left.", "He said “[-yes-]{+no+}” then left."),
        ("You can withdraw. We stay.", "You can withdraw consent. We stay.", "You can withdraw{+ consent+}. We stay."),
        (
            "We keep data. You can object. Write to us.",
            "We keep data. Write to us.",
            "We keep data. [-You can object. -]Write to us.",
        ),
        ("It costs 10,000 euros.", "It costs 12,000 euros.", "It costs [-10,000-]{+12,000+} euros."),
        ("Write to dpo@a.be today.", "Write to privacy@a.be today.", "Write to [-dpo@a.be-]{+privacy@a.be+} today."),
        ("Chez l’utilisateur final.", "Chez l’abonné final.", "Chez l’[-utilisateur-]{+abonné+} final."),
        (
            "本方針は2023年6月15日に改定されました。",
            "本方針は2024年6月5日に改定されました。",
            "本方針は[-2023年6月15日-]{+2024年6月5日+}に改定されました。",
        ),
        ("保存期間は3か月です。", "保存期間は6か月です。", "保存期間は[-3か月-]{+6か月+}です。"),
        ("氏名、住所、電話番号。", "氏名、メール、電話番号。", "氏名、[-住所-]{+メール+}、電話番号。"),
        ("我们会在30天内回复。", "我们会在15天内回复。", "我们会在[-30天-]{+15天+}内回复。"),
        ("料金は10％です。", "料金は15％です。", "料金は[-10％-]{+15％+}です。"),
        ("", "new", "{+new+}"),
        ("same", "same", "same"),
        ("10 000 euros", "10 000 euros", "10 000 euros"),
    ],
)
def test_changes_are_few_and_whole(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_a_mark_stays_on_its_letter() -> None:
    assert shown("كتَبَ الرسالة", "كتِبَ الرسالة") == "[-كتَبَ-]{+كتِبَ+} الرسالة"


_LATIN = ["the", "of", "and", "data", "years", "3", "2", "personal,", "(we)", "keep.", "your", "rights"]
_WORD = st.sampled_from([*_LATIN, "保", "存", "期", "は。", "ข้", "อ", "มู", "ل", "بيانات", "e\u0301"])
_TEXT = st.lists(_WORD, max_size=30).flatmap(
    lambda found: st.sampled_from(["", " ", "  ", "\n"]).map(lambda space: space.join(found).strip())
)


@settings(deadline=None)
@given(_TEXT, _TEXT)
def test_both_sides_come_back(old: str, new: str) -> None:
    made = edits(TokenSequence(old), TokenSequence(new))
    assert "".join(old[slice(*edit.old)] for edit in made) == old
    assert "".join(new[slice(*edit.new)] for edit in made) == new
    for edit in made:
        if edit.op == "=":
            assert old[slice(*edit.old)].split() == new[slice(*edit.new)].split() or (
                "".join(old[slice(*edit.old)].split()) == "".join(new[slice(*edit.new)].split())
            )
        assert (edit.old[0] == edit.old[1]) == (edit.op == "+") or edit.op == "="


@settings(deadline=None)
@given(_TEXT)
def test_a_text_against_itself_has_no_change(text: str) -> None:
    assert all(edit.op == "=" for edit in edits(TokenSequence(text), TokenSequence(text)))


HEAD = "These words stay as they were and are many, so that anybody sees at once what they are about, and they go on"
TAIL = "while all of this too is said again as before, to the last word of a sentence that nobody thought of altering"
MANY = (
    "Every clerk about your account whenever somebody needs by mail before noon tomorrow evening our own staff asks",
    "Nobody other ever about your account though another wants by mail before those seven nights our own staff replies",
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            f"{HEAD}. {MANY[0]}: {TAIL}.",
            f"{HEAD}. {MANY[1]}: {TAIL}.",
            f"{HEAD}. [-{MANY[0]}-]{{+{MANY[1]}+}}: {TAIL}.",
        ),
        (
            f"{HEAD}. Then our staff write about your account whenever needed by mail. {TAIL}.",
            f"{HEAD}. Now our staff call about your account if asked by mail. {TAIL}.",
            f"{HEAD}. [-Then-]{{+Now+}} our staff [-write-]{{+call+}} about your account "
            f"[-whenever needed-]{{+if asked+}} by mail. {TAIL}.",
        ),
    ],
    ids=["too many for what stays", "few enough"],
)
def test_a_stretch_of_many_changes_is_replaced_whole(old: str, new: str, expected: str) -> None:
    """What stands before and after stays: it is long enough to be read by itself."""
    assert shown(old, new) == expected

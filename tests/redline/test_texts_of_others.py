"""What readers are told of two texts of others: headings that came while the text stayed, short lines reworded or
moved, lists of contents numbered anew; in many languages.
"""

from __future__ import annotations

import pytest
from inforce.redline.lenient import compare_markdown
from inforce.redline.plain import text

P = "We keep your data for ten years after the end of the contract."
Q = "You may ask us for a copy of your data at any time, free of charge."
R = "You may complain to the authority of your country about what we do."
S = "Our shop is open from Monday to Friday, except on public holidays."
LONG = "This long paragraph between the two of them keeps each of its many words where they are."
Case = tuple[str, str, list[str]]


def page(*blocks: str) -> str:
    """Blocks with empty lines between them."""
    return "\n\n".join(blocks) + "\n"


def line(old: str, new: str) -> tuple[str, str]:
    """A page of which this line alone is another."""
    first, last = "First line that stays as it is.", "Last line that stays as it was."
    return page("# T", first, old, last), page("# T", first, new, last)


HEADINGS: dict[str, Case] = {
    "en middle": (
        page("# A", "## Intro", S, "## Terms", P, Q, R, "## End", "Bye to all of you."),
        page("# A", "## Intro", S, "## Terms", P, "## Your rights", Q, R, "## End", "Bye to all of you."),
        ["added"],
    ),
    "fr all below": (
        page("# Conditions", "Nous gardons vos données dix ans.", "Vous pouvez demander une copie."),
        page("# Conditions", "## Objet", "Nous gardons vos données dix ans.", "Vous pouvez demander une copie."),
        ["added"],
    ),
    "de setext": (
        page(
            "# Bedingungen",
            "Wir speichern Ihre Daten zehn Jahre lang.",
            "Sie können eine Kopie verlangen.",
            "Sie können sich beschweren.",
        ),
        page(
            "# Bedingungen",
            "Wir speichern Ihre Daten zehn Jahre lang.",
            "Ihre Rechte\n---",
            "Sie können eine Kopie verlangen.",
            "Sie können sich beschweren.",
        ),
        ["added"],
    ),
    "removed": (page("# Terms", P, "## Your rights", Q, R), page("# Terms", P, Q, R), ["removed"]),
    "ja list": (
        page(
            "# 規約",
            "契約終了後十年間データを保存します。",
            "- いつでも写しを請求できます\n- 当局に苦情を申し立てられます",
        ),
        page(
            "# 規約",
            "契約終了後十年間データを保存します。",
            "## 権利",
            "- いつでも写しを請求できます\n- 当局に苦情を申し立てられます",
        ),
        ["added"],
    ),
    "bold promoted": (page("# Terms", P, "**Your rights**", Q, R), page("# Terms", P, "## Your rights", Q, R), []),
    "level": (page("# Terms", P, "### Your rights", Q, R), page("# Terms", P, "## Your rights", Q, R), []),
    "two headings": (
        page("# Terms", S, P, Q, R),
        page("# Terms", S, "## Keeping", P, "## Your rights", Q, R),
        ["added", "added"],
    ),
    "reworded below": (
        page("# Terms", P, Q, R),
        page("# Terms", P, "## Your rights", "You may ask us for a copy of your data once a year, free of charge.", R),
        ["added", "reworded"],
    ),
    "ar html": (
        page(
            "<h1>الشروط</h1>", "<p>نحتفظ ببياناتك عشر سنوات بعد انتهاء العقد.</p>", "<p>يمكنك طلب نسخة من بياناتك.</p>"
        ),
        page(
            "<h1>الشروط</h1>",
            "<p>نحتفظ ببياناتك عشر سنوات بعد انتهاء العقد.</p>",
            "<h2>حقوقك</h2>",
            "<p>يمكنك طلب نسخة من بياناتك.</p>",
        ),
        ["added"],
    ),
    "no heading before": (page(S, P, Q, R), page(S, P, "# Your rights", Q, R), ["added"]),
    "heading and paragraph": (page("# Terms", P, Q, R), page("# Terms", P, "## Your rights", S, Q, R), ["added"]),
    "numbered": (
        page("# Terms", "## 1. Keeping", P, Q, R, "## 2. Opening", S),
        page("# Terms", "## 1. Keeping", P, "## 2. Your rights", Q, R, "## 3. Opening", S),
        ["added"],
    ),
    "control: a section added": (
        page("# Terms", P, "## End", "Bye to all of you."),
        page("# Terms", P, "## Opening", S, "## End", "Bye to all of you."),
        ["section-added"],
    ),
}

SHORT_LINES: dict[str, Case] = {
    "ko date": (*line("시행일: 2020년 3월 1일", "2022년 7월 15일부터 시행"), ["reworded"]),
    "tr": (*line("Verilerinizi saklıyoruz.", "Verileriniz saklanmaktadır."), ["reworded"]),
    "fi": (*line("Tietojasi säilytetään vuoden.", "Säilytämme tietoja vuosia."), ["reworded"]),
    "ja date": (*line("2021年1月27日発効", "2024年2月15日から有効"), ["reworded"]),
    "en date": (*line("Effective January 27, 2021", "Effective as of February 15th 2024"), ["reworded"]),
    "hu date": (*line("Hatályos 2021. január 27-től", "Hatálybalépés: 2024. február 15."), ["reworded"]),
    "ko item": (*line("- 이용자의 권리", "- 이용자가 갖는 권리들"), ["reworded"]),
    "ru date": (*line("Вступает в силу 27 января 2021 г.", "Действует с 15 февраля 2024 г."), ["reworded"]),
    "hi date": (*line("27 जनवरी 2021 से प्रभावी", "15 फ़रवरी 2024 से लागू"), ["reworded"]),
    "zh date": (*line("生效日期：2021年1月27日", "2024年2月15日起生效"), ["reworded"]),
    "ar date": (*line("يسري اعتبارًا من 27 يناير 2021", "ساري المفعول من 15 فبراير 2024"), ["reworded"]),
    "de word": (*line("Datenschutzerklärung", "Datenschutzhinweise"), ["reworded"]),
    "ko two": (
        *line(
            "개인정보를 수집합니다.\n\n동의를 철회하실 수 있습니다.",
            "개인정보는 수집됩니다.\n\n동의의 철회가 가능합니다.",
        ),
        ["reworded", "reworded"],
    ),
    "control en": (*line("Contact us.", "Everything else stays."), ["removed", "added"]),
    "control ko": (*line("문의하기", "쿠키 정책을 참조하십시오"), ["removed", "added"]),
}

SWAPPED: dict[str, Case] = {
    "items": (page("# T", "- Name\n- Email\n- Phone"), page("# T", "- Phone\n- Email\n- Name"), ["moved"]),
    "adjacent": (
        page("# T", S, "Yes, always.", "No, never.", P),
        page("# T", S, "No, never.", "Yes, always.", P),
        ["moved"],
    ),
    "fr rotated": (
        page("# T", "Le nom.", "L’adresse.", "Le numéro."),
        page("# T", "Le numéro.", "Le nom.", "L’adresse."),
        ["moved"],
    ),
    "zh": (page("# T", "姓名。", "电话。"), page("# T", "电话。", "姓名。"), ["moved"]),
    "about a long one": (
        page("# T", "Alpha one.", LONG, "Beta two."),
        page("# T", "Beta two.", LONG, "Alpha one."),
        ["moved", "moved"],
    ),
    "ko items": (page("# T", "- 이름\n- 주소\n- 전화"), page("# T", "- 주소\n- 이름\n- 전화"), ["moved"]),
    "second section": (
        page("# T", "## A", S, "## B", "Open daily.", "Closed Sundays.", P),
        page("# T", "## A", S, "## B", "Closed Sundays.", "Open daily.", P),
        ["moved"],
    ),
    "to the end": (page("# T", "Alpha here.", S, P, Q, R), page("# T", S, P, Q, R, "Alpha here."), ["moved"]),
    "de reworded": (
        page("# T", "Erster Satz.", "Mittlere Katze.", "Letzter Satz hier."),
        page("# T", "Letzter Satz hier.", "Mittlerer Hund.", "Erster Satz."),
        ["moved"],
    ),
    "ar": (page("# T", "الاسم الكامل.", "رقم الهاتف."), page("# T", "رقم الهاتف.", "الاسم الكامل."), ["moved"]),
    "control: other section": (
        page("# T", "## A", S, "Email address.", "## B", P),
        page("# T", "## A", S, "## B", P, "Email address."),
        ["removed", "added"],
    ),
    "control: replaced": (
        page("# T", S, "Email address.", P),
        page("# T", S, "Quite another thing.", P),
        ["removed", "added"],
    ),
    "control: none": (page("# T", "None.", S, "None.", P), page("# T", S, "None.", P, "None."), ["removed", "added"]),
}

CONTENTS: dict[str, Case] = {
    "removed": (
        page("# T", "- [1. Scope](#1-scope)\n- [2. Fees](#2-fees)\n- [3. Law](#3-law)\n- [4. Courts](#4-courts)"),
        page("# T", "- [1. Scope](#1-scope)\n- [2. Law](#2-law)\n- [3. Courts](#3-courts)"),
        ["removed"],
    ),
    "fr article": (
        page("# T", "- [Article 8. Contenu](#article-8-contenu)\n- [Article 9. Conduite](#article-9-conduite)"),
        page(
            "# T",
            "- [Article 8. Contenu](#article-8-contenu)\n- [Article 9. Marques](#article-9-marques)\n"
            "- [Article 10. Conduite](#article-10-conduite)",
        ),
        ["added"],
    ),
    "with headings": (
        page("# T", "- [1. Scope](#1-scope)\n- [2. Law](#2-law)", "## 1. Scope", S, "## 2. Law", P),
        page(
            "# T",
            "- [1. Scope](#1-scope)\n- [2. Fees](#2-fees)\n- [3. Law](#3-law)",
            "## 1. Scope",
            S,
            "## 2. Fees",
            Q,
            "## 3. Law",
            P,
        ),
        ["added", "section-added"],
    ),
    "anchors": (
        page("# T", "- [8. Content](#section-8)\n- [9. Conduct](#section-9)"),
        page("# T", "- [8. Content](#section-8)\n- [9. Brands](#section-9)\n- [10. Conduct](#section-10)"),
        ["added"],
    ),
    "nested": (
        page("# T", "- [9. Conduct](#9-conduct)\n    - [9.1 Spam](#91-spam)\n    - [9.2 Abuse](#92-abuse)"),
        page(
            "# T",
            "- [9. Brands](#9-brands)\n- [10. Conduct](#10-conduct)\n"
            "    - [10.1 Spam](#101-spam)\n    - [10.2 Abuse](#102-abuse)",
        ),
        ["added"],
    ),
    "ja": (
        page("# 規約", "- [第8条 内容](#第8条-内容)\n- [第9条 禁止事項](#第9条-禁止事項)"),
        page(
            "# 規約", "- [第8条 内容](#第8条-内容)\n- [第9条 商標](#第9条-商標)\n- [第10条 禁止事項](#第10条-禁止事項)"
        ),
        ["added"],
    ),
    "running text": (
        page(
            "# T",
            "See [Prohibited conduct](#9-prohibited-conduct) for what you must not do.",
            "## 9. Prohibited conduct",
            P,
        ),
        page(
            "# T",
            "See [Prohibited conduct](#10-prohibited-conduct) for what you must not do.",
            "## 9. Brands",
            Q,
            "## 10. Prohibited conduct",
            P,
        ),
        ["section-added"],
    ),
    "html": (
        page(
            "# T", '<ul><li><a href="#8-content">8. Content</a></li><li><a href="#9-conduct">9. Conduct</a></li></ul>'
        ),
        page(
            "# T",
            '<ul><li><a href="#8-content">8. Content</a></li><li><a href="#9-brands">9. Brands</a></li>'
            '<li><a href="#10-conduct">10. Conduct</a></li></ul>',
        ),
        ["added"],
    ),
    "roman": (
        page("# T", "- [VIII. Content](#viii-content)\n- [IX. Marks](#ix-marks)"),
        page("# T", "- [VIII. Content](#viii-content)\n- [IX. Brands](#ix-brands)\n- [X. Marks](#x-marks)"),
        ["added"],
    ),
    "zh": (
        page("# T", "- [一、范围](#一范围)\n- [二、法律](#二法律)"),
        page("# T", "- [一、范围](#一范围)\n- [二、费用](#二费用)\n- [三、法律](#三法律)"),
        ["added"],
    ),
    "ko": (
        page("# T", "- [제1조 (목적)](#제1조-목적)\n- [제2조 (법률)](#제2조-법률)"),
        page("# T", "- [제1조 (목적)](#제1조-목적)\n- [제2조 (요금)](#제2조-요금)\n- [제3조 (법률)](#제3조-법률)"),
        ["added"],
    ),
    "de, ordered, by their anchors": (
        page("# T", "1. [Umfang](#abschnitt1)\n2. [Recht](#abschnitt2)"),
        page("# T", "1. [Umfang](#abschnitt1)\n2. [Preise](#abschnitt2)\n3. [Recht](#abschnitt3)"),
        ["added"],
    ),
    "control: another heading": (
        page("# T", "- [9. Conduct](#9-conduct)\n- [10. Law](#10-law)"),
        page("# T", "- [9. Conduct](#9-other)\n- [10. Law](#10-law)"),
        ["relinked"],
    ),
    "control: no number": (
        page("# T", "- [10 reasons to stay](#a)\n- [Law](#law)"),
        page("# T", "- [12 reasons to stay](#a)\n- [Law](#law)"),
        ["reworded"],
    ),
    "number outside": (
        page("# T", "- 8. [Content](#content)\n- 9. [Conduct](#conduct)"),
        page("# T", "- 8. [Content](#content)\n- 9. [Brands](#brands)\n- 10. [Conduct](#conduct)"),
        ["added"],
    ),
    "renamed heading": (
        page("# T", "See [your content](#your-content) for what you keep.", "## Your content", P, Q),
        page("# T", "See [your content](#your-own-content) for what you keep.", "## Your own content", P, Q),
        ["relinked", "reworded"],
    ),
    "control: elsewhere": (
        page("# T", "- [9. Conduct](https://x.org/9)\n- [10. Law](#10-law)"),
        page("# T", "- [9. Conduct](https://x.org/10)\n- [10. Law](#10-law)"),
        ["relinked"],
    ),
}


@pytest.mark.parametrize(("old", "new", "kinds"), HEADINGS.values(), ids=HEADINGS)
def test_a_heading_that_came_while_the_text_stayed_is_one_change(old: str, new: str, kinds: list[str]) -> None:
    assert [change.kind.value for change in compare_markdown(old, new).changes] == kinds


@pytest.mark.parametrize(("old", "new", "kinds"), SHORT_LINES.values(), ids=SHORT_LINES)
def test_a_short_line_is_reworded_though_no_word_of_it_stays(old: str, new: str, kinds: list[str]) -> None:
    assert [change.kind.value for change in compare_markdown(old, new).changes] == kinds


@pytest.mark.parametrize(("old", "new", "kinds"), SWAPPED.values(), ids=SWAPPED)
def test_a_short_block_that_changed_its_place_has_moved(old: str, new: str, kinds: list[str]) -> None:
    """What stands in another section, or several times, may be another."""
    assert [change.kind.value for change in compare_markdown(old, new).changes] == kinds


@pytest.mark.parametrize(("old", "new", "kinds"), CONTENTS.values(), ids=CONTENTS)
def test_a_link_that_leads_on_to_a_heading_numbered_anew_is_no_change(old: str, new: str, kinds: list[str]) -> None:
    assert [change.kind.value for change in compare_markdown(old, new).changes] == kinds


SHOWN: list[tuple[str, str, str]] = [
    (
        page("# Terms", P, Q, R),
        page("# Terms", P, "## Your rights", Q, R),
        "1 change in 1 section\n\nTerms\n\n  1 · added\n  ## {+Your rights+}\n",
    ),
    (
        page("# 서비스 약관", "2021년 01월 27일 수요일 발효", "본 약관은 귀하에게 적용됩니다."),
        page("# 서비스 약관", "2024년 2월 15일 목요일부터 유효", "본 약관은 귀하에게 적용됩니다."),
        "1 change in 1 section\n\n서비스 약관\n\n  1 · reworded\n"
        "  [-2021년 01월 27일 수요일 발효-]{+2024년 2월 15일 목요일부터 유효+}\n",
    ),
    (
        page("# T", "Alpha para.", "Middle cat.", "Gamma para."),
        page("# T", "Gamma para.", "Middle dog.", "Alpha para."),
        "1 change in 1 section\n\nT\n\n  1 · moved\n  Gamma para.\n  Middle [-cat-]{+dog+}.\n",
    ),
    (
        page("# Terms", "- [8. Yours](#8-yours)\n- [9. Conduct](#9-conduct)"),
        page("# Terms", "- [8. Yours](#8-yours)\n- [9. Brands](#9-brands)\n- [10. Conduct](#10-conduct)"),
        "1 change in 1 section\n\nTerms\n\n  1 · added\n  - {+9. Brands+}\n\n  formatting\n  - [-9-]{+10+}. Conduct\n",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), SHOWN)
def test_what_is_shown(old: str, new: str, expected: str) -> None:
    assert text(compare_markdown(old, new)) == expected

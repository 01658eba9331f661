"""Numbers of sections that are typed in running text: to be linked, or wrong; never those of laws and other texts."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from inforce.model.config import SectionPlace
from inforce.model.text import Section
from inforce.problems import Problem, Severity
from inforce.reader.section import parse_section
from inforce.rules.note_sections import Numbered
from inforce.rules.readings.tables import TABLES
from inforce.rules.typed_references import check_typed_references

OTHERS = {
    "one": "# One\n\nWords.\n",
    "two": "# Two\n\n## [A](id:a)\n\nWords.\n\n[B](id:b) is so:\n\n(a) one;\n\n(b) two.\n",
    "three": "# Three\n\nWords.\n",
}
ORDER = (*(SectionPlace(id=name) for name in OTHERS), SectionPlace(id="here", numbered=False))


def section(name: str, text: str, language: str) -> Section:
    found, problems = parse_section(text, id=name, file="x", language=language)
    assert found is not None, problems
    return found


def told(
    words: str, language: str = "en", *, style: tuple[str, ...] = ("1.", "1.1"), others: Mapping[str, str] = OTHERS
) -> list[Problem]:
    texts = {**others, "here": f"# Here\n\n{words}\n"}
    sections = {name: section(name, text, language) for name, text in texts.items()}
    version = Numbered(order=ORDER, style=style, leading=language, texts={language: sections}, facts=None)
    found = list(check_typed_references(version, folder="p"))
    assert all((one.code, one.location.file) == ("L307", f"p/{language}/here.md") for one in found), found
    return found


@pytest.mark.parametrize(
    ("language", "words", "link"),
    [
        ("en", "The rules of section 2.1 below apply.", "[section](section:a)"),
        ("en", "See Section\n3.", "[Section](section:three)"),
        ("en", "See the third\nsection.", "[section](section:three)"),
        ("de", "Siehe Abschnitt drei.", "[Abschnitt](section:three)"),
        ("en", "See **clause 2.1.1(b)**.", "[clause](section:b)(b)"),
        ("en", "See article 3 of these terms.", "[article](section:three)"),
        ("en", "Article 3 says so.", "[Article](section:three)"),
        ("en", "Sections 1 and 3 say so.", "[…](section:one)` and `[…](section:three)"),
        ("en", "| In |\n| --- |\n| section 3 |", "[section](section:three)"),
        ("fr", "Voir la section 2.1 ci-dessous.", "[section](section:a)"),
        ("fr", "L’article 3 des présentes le dit.", "[article](section:three)"),
        ("nl", "Zie afdeling 2.1.", "[afdeling](section:a)"),
        ("nl", "Artikel 3 van deze voorwaarden.", "[Artikel](section:three)"),
        ("de", "Siehe Abschnitt 2.1 unten.", "[Abschnitt](section:a)"),
        ("de", "Nach § 3 dieser AGB.", "[§](section:three)"),
        ("de", "Es gilt § 3 dieser Bedingungen.", "[§](section:three)"),
        ("ar", "انظر القسم ٣.", "[القسم](section:three)"),
        ("ar", "انظر المادة 3 من هذه الشروط.", "[المادة](section:three)"),
        ("de", "Im dritten Abschnitt.", "[Abschnitt](section:three)"),
        ("fr", "La troisième section.", "[section](section:three)"),
        ("en", "Sections two and three.", "[…](section:three)"),
        ("ar", "انظر القسم الثالث.", "[القسم](section:three)"),
        ("ja", "第三節をご覧ください。", "[第](section:three)節"),
        ("ja", "第3節をご覧ください。", "[第](section:three)節"),
        ("ja", "本規約の第3条に定めます。", "[第](section:three)条"),
    ],
)
def test_a_number_that_can_be_a_link(language: str, words: str, link: str) -> None:
    (one,) = told(words, language)
    assert (one.severity, f"`{link}`" in one.remedy) == (Severity.HINT, True), one


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("en", "Section 99 applies.", "99"),
        ("en", "As clause 1(b) says.", "1(b)"),
        ("en", "Sections 3 and 4 apply.", "4"),
        ("en", "Article 9 of this policy.", "9"),
        ("en", "As the ninth section says.", "9"),
        ("ja", "第九節のとおりです。", "9"),
        ("fr", "Voir la rubrique 9.", "9"),
        ("nl", "Zie hoofdstuk 9.", "9"),
        ("de", "Siehe Ziffer 9.2.", "9.2"),
        ("ar", "انظر البند 9.", "9"),
        ("ja", "第9節をご覧ください。", "9"),
        ("en", "See Sec. 9.", "9"),
        ("en", "Under s. 9, cookies are kept.", "9"),
        ("en", "As cl. 9.2 says.", "9.2"),
        ("en", "Part 9 says so.", "9"),
        ("de", "Siehe Ziff. 9.", "9"),
        ("de", "Siehe Nr. 9.", "9"),
        ("de", "Siehe Absatz 9.", "9"),
        ("ar", "انظر الفقرة 9.", "9"),
        ("ja", "第9条を参照してください。", "9"),
        ("ja", "第９条をご覧ください。", "9"),
    ],
)
def test_a_number_that_there_is_not(language: str, words: str, number: str) -> None:
    (one,) = told(words, language)
    assert (one.severity, f" names {number}," in one.message) == (Severity.OPEN, True), one


@pytest.mark.parametrize(
    ("language", "words", "title"),
    [
        ("en", "See [Two, section](section:three).", "Two, section"),
        ("en", "See [the section “Two”](section:three).", "two"),
        ("en", "Section 3, “Two”, says so.", "Two"),
        ("en", "See “Two” ([section](section:three)).", "Two"),
        ("en", "See [section](section:three) (Two).", "Two"),
        ("en", "See [A](section:three).", "A"),
        ("fr", "La section 3, « Two », le dit.", "Two"),
        ("fr", "Voir [la section Two](section:three).", "Two"),
        ("nl", "Zie “Two” (sectie 3).", "Two"),
        ("de", "Siehe Abschnitt 3 („Two“).", "Two"),
        ("ar", "والقسم 3 «Two» يبين.", "Two"),
        ("ar", "انظر [Two، القسم](section:three).", "Two"),
        ("ja", "第3節「Two」をご覧ください。", "Two"),
        ("ja", "[Two：第](section:three)節", "Two"),
    ],
)
def test_the_title_of_another_section(language: str, words: str, title: str) -> None:
    (one,) = told(words, language)
    assert (one.severity, title.casefold() in one.message.casefold()) == (Severity.OPEN, True), one


@pytest.mark.parametrize(
    "words",
    [
        "See [Three](section:three), [Two](section:a) and [A](section:b).",
        "See [A](section:two), “Three” ([section](section:three)) and [section](section:three), “threefold”.",
        "See [how long](section:three) and [B](section:three).",
    ],
)
def test_its_own_title_or_that_of_what_it_stands_in(words: str) -> None:
    assert not told(words)


def test_a_typed_number_beside_its_own_title_can_be_a_link() -> None:
    assert [one.severity for one in told("Section 3, “Three”, says so.")] == [Severity.HINT]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Article 6 GDPR, section 5 of the Act, article 13(2)(e) of Regulation (EU) 2016/679."),
        ("en", "Article 6 Paragraph 1 Clause 1 a) of the EU General Data Protection Regulation."),
        ("en", "Under Article 28 we have contracts with all of them."),
        ("en", "Under the GDPR. Article 3 applies."),
        ("en", "See section 3 of our [Privacy Policy](https://www.example.org/) and section 9 of Acme's terms."),
        ("en", "See [section](section:three), [section 3](section:three) and [Section 5](https://www.example.org/)."),
        ("en", "At some point 9 people ask; under that clause 12 years are enough; at point 30 days later."),
        ("fr", "Article 6, paragraphe 1, point f), du RGPD; section 9 de notre contrat; point 9 de l’annexe."),
        ("fr", "L’article 3 de cette loi."),
        ("nl", "Artikel 13, lid 2, AVG; afdeling 9 van het wetboek; punt 4 van onze brochure."),
        ("de", "Art. 6 Abs. 1 lit. f DSGVO; § 25 TDDDG; Ziffer 9 unserer AGB."),
        ("ar", "المادة 13 من اللائحة، والبند 9 من العقد."),
        ("ja", "個人情報保護法第9条、利用規約第9条。"),
        ("ja", "個人情報保護法第9条を参照してください。GDPRについては、第9条をご覧ください。"),
        ("de", "Art. 6 Abs. 9 DSGVO; Nr. 9 des Vertrags; Ziff. 9 unserer AGB."),
        ("en", "Sec. 9 of the Act, Part 9 of our contract, s. 9 GDPR."),
        ("es", "La sección 9."),
    ],
)
def test_what_is_no_number_of_this_policy(language: str, words: str) -> None:
    assert not told(words, language)


def test_a_reference_is_no_label() -> None:
    texts = {**OTHERS, "three": "# Three\n\nAs clause 3(b) and clause 3(c) say.\n"}
    found = {name: section(name, text, "en") for name, text in texts.items()}
    version = Numbered(order=ORDER[:3], style=("1.",), leading="en", texts={"en": found}, facts=None)
    assert [one.severity for one in check_typed_references(version, folder="p")] == [Severity.OPEN, Severity.OPEN]


@pytest.mark.parametrize(
    ("styles", "item", "level"), [(("(a)",), "c", "hint"), (("(a)",), "3", "open"), ((), "3", "hint")]
)
def test_labels_that_are_made_count(styles: tuple[str, ...], item: str, level: str) -> None:
    text = f"# One\n\n1. a\n2. b\n3. c\n\nSection 1({item}) of this policy.\n"
    version = Numbered(
        order=ORDER[:1],
        style=("1.",),
        lists=styles,
        leading="en",
        texts={"en": {"one": section("one", text, "en")}},
        facts=None,
    )
    assert [one.severity.value for one in check_typed_references(version, folder="p")] == [level]


def test_an_item_that_has_an_id_is_linked_itself() -> None:
    text = "# One\n\n1. a\n2. [b](id:b) c\n\nSection 1(b) and section 1(a).\n"
    texts = {"en": {"one": section("one", text, "en")}}
    version = Numbered(order=ORDER[:1], style=("1.",), lists=("(a)",), leading="en", texts=texts, facts=None)
    first, second = check_typed_references(version, folder="p")
    assert "`[Section](section:b)`" in first.remedy
    assert "id:NAME" not in first.remedy
    assert "`[section](section:one)(a)`" in second.remedy
    assert "id:NAME" in second.remedy


def test_a_policy_of_articles() -> None:
    style = ("Article 1", "1.1")
    assert [one.severity for one in told("Article 3 and article 9 say it.", style=style)] == [
        Severity.HINT,
        Severity.OPEN,
    ]
    assert not told("Article 9 GDPR.", style=style)


def test_numbers_that_are_letters_are_not_held_to_figures() -> None:
    assert not told("See section 2.", style=("A.",))


@pytest.mark.parametrize("typed", ["## 9. More", "## 9 More", "9\\. More", "**9) More**", "**9.1 More** and more"])
def test_a_number_that_is_typed_where_it_is_meant(typed: str) -> None:
    number = "9.1" if "9.1" in typed else "9"
    assert not told(f"{typed}\n\nSee section {number}, and clause {number} below.")
    assert not told(f"{typed.replace('9', '3')}\n\nSee section {number.replace('9', '3')}."), "nor is ours offered"


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "point"),
        ("en", "paragraph"),
        ("fr", "point"),
        ("nl", "punt"),
        ("de", "Ziffer"),
        ("ar", "البند"),
        ("ja", ""),
    ],
)
def test_a_point_of_a_list_beside_it_is_meant(language: str, word: str) -> None:
    said = f"{word} 2." if word else "第2項。"
    assert not told(f"1. a\n2. b\n\n{said}", language)
    assert told(said, language)


def test_a_section_is_no_point_of_a_list() -> None:
    assert told("1. a\n2. b\n\nSection 2.")


def test_an_amount_at_the_start_of_a_paragraph_is_no_number() -> None:
    assert told("9 years are enough.\n\nSee section 9.")


def test_where_it_stands() -> None:
    (one,) = told("Some words, and\nthen section 9.")
    assert (one.location.line, one.location.column) == (4, 6)


def test_every_language_says_how_it_names_sections() -> None:
    assert all(table.sections is not None for table in TABLES.values())

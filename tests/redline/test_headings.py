"""Headings of foreign texts: typed numbers, and repeated headings that are told apart."""

from __future__ import annotations

import pytest
from inforce.redline.changes import Op, Redline, numbered_title, side
from inforce.redline.headings import headed, named_alike, typed_number
from inforce.redline.lenient import compare_markdown, read_sections

from build_tools.bench.redline_operations import wording

GROUPS = {
    "Accounts": ("We collect your name and your address when you create an account.", "The contract with you."),
    "Invoices": ("We keep invoices for ten years, as the tax code demands.", "A legal obligation."),
    "Letters": ("You may object to direct marketing at any time.", "Your consent."),
}
COOKIES = {"Cookies": ("Cookies are small files that a site stores on your device.", "Our legitimate interest.")}


def policy(groups: dict[str, tuple[str, str]]) -> str:
    """A policy that repeats its headings below each group."""
    return "\n\n".join(f"# {name}\n\n## Purpose\n\n{a}\n\n## Legal basis\n\n{b}" for name, (a, b) in groups.items())


def told(redline: Redline) -> list[str]:
    """What is told of each change, and of which section."""
    return [f"{change.kind.value}: {numbered_title(redline.sections[change.section])}" for change in redline.changes]


THREE = ["Cookies", "Purpose", "Legal basis"]


@pytest.mark.parametrize(
    "new",
    [
        {**COOKIES, **GROUPS},
        {**GROUPS, **COOKIES},
        {"Accounts": GROUPS["Accounts"], **COOKIES, "Invoices": GROUPS["Invoices"], "Letters": GROUPS["Letters"]},
    ],
)
def test_a_group_of_repeated_headings_comes_and_goes_alone(new: dict[str, tuple[str, str]]) -> None:
    old, changed = policy(GROUPS), policy(new)
    assert told(compare_markdown(old, changed)) == [f"section-added: {name}" for name in THREE]
    assert told(compare_markdown(changed, old)) == [f"section-removed: {name}" for name in THREE]


def test_a_repeated_heading_keeps_its_place_when_its_words_change() -> None:
    purpose = "All that we ever do is written here anew, in words nobody saw before."
    new = policy({**COOKIES, **GROUPS, "Invoices": (purpose, GROUPS["Invoices"][1])})
    assert told(compare_markdown(policy(COOKIES | GROUPS), new)) == ["removed: Purpose", "added: Purpose"]


def test_repeated_headings_without_a_heading_above_pair_by_their_words() -> None:
    notes = [f"## Note\n\n{words}" for pair in GROUPS.values() for words in pair]
    found = compare_markdown("\n\n".join(notes), "\n\n".join(["## Note\n\nWholly new.", *notes]))
    assert told(found) == ["section-added: Note"]


def test_ids_are_each_once_and_shared_by_what_is_the_same() -> None:
    was, now = (headed(read_sections(policy(each))) for each in (GROUPS, {**COOKIES, **GROUPS}))
    before = named_alike(was, now)
    ids, ids_now = [section.id for section in before], [each.section.id for each in now]
    assert len(set(ids)) == len(ids)
    assert len(set(ids_now)) == len(ids_now)
    assert set(ids) <= set(ids_now)


def test_headings_that_differ_in_a_vowel_sign_alone_are_two() -> None:
    parts = [
        "# नीति का\n\nपहला अनुच्छेद जो यहाँ रहता है और बदलता नहीं।",
        "# नीति की\n\nदूसरा अलग पाठ जिसमें कुछ और कहा गया है।",
    ]
    found = compare_markdown("\n\n".join(parts), "\n\n".join(reversed(parts)))
    assert [change.kind.value for change in found.changes] == ["section-moved"]


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("3. Cookies", "3.", "Cookies"),
        ("2.1 Data", "2.1", "Data"),
        ("2.1. Data", "2.1.", "Data"),
        ("4) Rights", "4)", "Rights"),
        ("IV. Rights", "IV.", "Rights"),
        ("a) Rights", "a)", "Rights"),
        ("Article 3 Cookies", "Article 3", "Cookies"),
        ("§ 3 Cookies", "§ 3", "Cookies"),
        ("第3条 保存期間", "第3条", "保存期間"),
        ("第三条保存期間", "第三条", "保存期間"),
        ("十一、保存期限", "十一、", "保存期限"),
        ("一切权利", None, "一切权利"),
        ("제9조 (금지행위)", "제9조", "(금지행위)"),
        ("제품 정보", None, "제품 정보"),
        ("1．保存", "1．", "保存"),
        ("30 days", None, "30 days"),
        ("2023 changes", None, "2023 changes"),
        ("12.05.2023 changes", None, "12.05.2023 changes"),
        ("1.5GB", None, "1.5GB"),
        ("3.", None, "3."),
        ("A letter", None, "A letter"),
        ("", None, ""),
    ],
)
def test_the_number_before_a_heading(text: str, number: str | None, rest: str) -> None:
    assert typed_number(text) == (number, rest)


def test_a_number_alone_that_changed_is_no_change_of_words_and_is_known() -> None:
    old = "# 3. Cookies\n\nSmall files.\n\n# 4. Rights\n\nYou may object."
    new = old.replace("4.", "5.").replace("3.", "4.")
    found = compare_markdown(old, new)
    assert not found.changes
    assert [(section.old_number, section.new_number) for section in found.sections] == [("3.", "4."), ("4.", "5.")]
    assert numbered_title(found.sections[0]) == "4. Cookies"
    assert wording(new).startswith("4. Cookies\n")


def test_a_numbered_heading_that_changed_gives_both_sides_back() -> None:
    (section,) = compare_markdown("# 3. Cookies\n\nSmall.", "# 4. Biscuits\n\nSmall.").sections
    heading = section.rows[0].parts[0]
    assert f"{section.old_number} {side(heading, Op.REMOVED)}" == "3. Cookies"
    assert f"{section.new_number} {side(heading, Op.ADDED)}" == "4. Biscuits"

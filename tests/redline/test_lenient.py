"""Any Markdown: the words a reader sees, a line a block, no markup left."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inforce.redline.headings import headed
from inforce.redline.lenient import compare_markdown, read_blocks, read_sections

from build_tools.bench.redline_operations import moved_sections, operations, prepare, wording


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# One #\n\ntwo\nlines", "One\ntwo lines"),
        ("One\n===\n\nTwo\n---\ntext", "One\nTwo\ntext"),
        ("- a\n- b\n    - c\n\n  more of c", "a\nb\nc\nmore of c"),
        ("1. a\n2) b", "a\nb"),
        ("| A | B |\n|---|:-:|\n| x | y |", "A | B\nx | y"),
        ("<table><tr><th>A</th><th>B</th></tr>\n<tr><td>x</td><td>y<br>z</td></tr></table>", "A | B\nx | y z"),
        ("**bold** _it_ `code` ~~gone~~ [words](https://a.b/c_d 'T') ![alt](x.png)", "bold it code ~~gone~~ words alt"),
        ("We ~~never~~, <del>never</del>, <s>never</s> share", "We ~~never~~, ~~never~~, ~~never~~ share"),
        ("```\n<script>keep</script>\n{: .x}\n[a]: b\n```", "<script>keep</script> {: .x} [a]: b"),
        ("~~~ html\n<b>x</b>\n~~~\nafter", "<b>x</b>\nafter"),
        ("> ```\n> <b>x</b>\n> ```\n> quoted", "<b>x</b>\nquoted"),
        ("- item\n\n    ```\n    <b>x</b>\n    ```", "item\n<b>x</b>"),
        ("```\nnever <b>closed</b>", "never <b>closed</b>"),
        ("`<!-- a -->` `<b>` `{#x}` ``{: .y}``", "<!-- a --> <b> {#x} {: .y}"),
        (r"\<b>bold\</b> \`<i>kept</i>", "<b>bold</b> `kept"),
        ("<!-- ` --> seen <!-- ` -->", "seen"),
        ("a<b and c>d, {.5} of it", "a<b and c>d, {.5} of it"),
        ("<details open><summary>S</summary>x</details>", "S\nx"),
        ("Text[^1].\n\n[^1]: Repealed.", "Text[^1].\n[^1]: Repealed."),
        ("[ref][r] and [r]\n\n[r]: https://a.b", "ref and r"),
        ("[not a link] and 2 * 3 * 4 and snake_case_name", "[not a link] and 2 * 3 * 4 and snake_case_name"),
        ("a &amp; b &lt;c&gt; \\* d", "a & b <c> * d"),
        ("<p>one</p><p>two <b>bold</b></p><!-- no -->", "one\ntwo bold"),
        ("---\ntitle: x\n---\n# One\n{: #id .cls }\n\ntext {: .x}", "One\ntext"),
        ("> quoted\n> words", "quoted words"),
        ("```\ncode *as is*\n```", "code *as is*"),
        ("one  \ntwo\\\nthree<br>four", "one two three four"),
        ("保存\n期間", "保存期間"),
        ("", ""),
    ],
)
def test_wording(markdown: str, expected: str) -> None:
    assert wording(markdown) == expected


def test_sections_have_ids_of_their_own() -> None:
    names = [each.section.id for each in headed(read_sections("before\n\n# One\n\na\n\n## Two\n\nb\n\n# One\n\nc"))]
    assert len(names) == len(set(names)) == 4


def test_sections_in_any_script_keep_their_ids_when_one_comes_before_them() -> None:
    old = "# 保存期間\n\n三年間です。\n\n# 連絡先\n\n東京です。"
    found = compare_markdown(old, f"# はじめに\n\nようこそ。\n\n{old.replace('三年', '二年')}")
    assert [change.kind.value for change in found.changes] == ["section-added", "reworded"]


@settings(deadline=None)
@given(st.text(alphabet="ab *_`[](){}<>|#-\n\\!&;~=.1:" + "é保", max_size=80))
def test_nothing_is_refused_and_both_sides_come_back(markdown: str) -> None:
    read_blocks(markdown)
    other = "A line.\n\n" + markdown[::-1]
    made = operations(markdown, other)
    for signs, text in (("=-", markdown), ("=+", other)):
        assert "".join("".join(t for op, t in made if op in signs).split()) == "".join(wording(text).split())


def _section(name: str, number: int) -> str:
    return f"## {name}\n\n" + "\n\n".join(
        f"Paragraph {number}{i} says {name} things about {i} {number} more words." for i in range(3)
    )


def test_a_section_that_moved_and_was_renamed() -> None:
    names = ["Alpha", "Beta", "Gamma", "Delta"]
    texts = [_section(name, index) for index, name in enumerate(names)]
    old, new = (
        "\n\n".join(texts),
        "\n\n".join([texts[1], texts[2], texts[3], texts[0].replace("## Alpha", "## Renamed")]),
    )
    assert moved_sections(prepare(old), prepare(new)) == [("Alpha", "Renamed")]
    changed = [(op, text) for op, text in operations(old, new, moves=True) if op != "="]
    assert changed == [("-", "Alpha"), ("+", "Renamed")]

"""All rules together: each mend stands only with its proof, and a second time mends nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from inforce.reader.section import parse_section
from inforce.tidy import mending
from inforce.tidy.mending import apart, applied, digest, tidy
from inforce.tidy.options import Options
from inforce.tidy.page import Edit, Page
from inforce.tidy.proof import said
from inforce.tidy.relative import name_of_relative
from inforce.tidy.rules import Rule
from inforce.tidy.sentences import sentences

from tests.tidy.mended import wrong
from tests.tidy.test_rules import CASES

ROOT = Path(__file__).resolve().parents[2]
PIECES = sorted({block for case in CASES for block in case.before.removeprefix("# A\n\n").split("\n\n")})


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["\n", "\n\n"]),
)
def test_mixed_texts_keep_their_words_and_are_mended_once(
    pieces: list[str], adopt: bool, whole: bool, between: str
) -> None:
    source = "# A\n\n" + between.join(pieces) + "\n"
    options = Options(id="privacy", adopt=adopt, whole=whole)
    done = tidy(source, options)
    assert said(done.text).words == said(source).words
    assert tidy(done.text, options).text == done.text
    led = set(said(done.text).targets) - set(said(source).targets)
    assert {target for target in led if target.startswith("link:")} == {f"link:{name}" for name in done.named}
    assert all(name_of_relative(href) == name for name, href in done.named.items())
    assert wrong(source) or not wrong(done.text)


SIGNS = st.sampled_from(
    [
        *(
            "word",
            "1.",
            "(a)",
            "*em*",
            "**st**",
            "**b **",
            "* x",
            "`c|d`",
            "5 ** 3",
            "10. May 2020",
            "a_b",
            "\\*",
            "&",
            "<",
        ),
        *(
            "# h",
            "- i",
            "1) k",
            "\n",
            "\\\n",
            "  \n",
            "\n    * x",
            ":",
            "。",
            "本**「重要」**",
            "***",
            "|",
            "![",
            "]",
            "[",
        ),
        *("[l](http://x.org)", "[r][1]", "[1]: /a", "<br>", "<code>_g</code>", "<p>", "</p>", "<!-- c -->", "&nbsp;"),
        *("\u00a0", "\t", "• x", "---", "```", "[x](#a)", "{: #x }"),
    ]
)
WORDS = st.lists(SIGNS, min_size=1, max_size=7).map(" ".join)


def _held(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Blocks in items of lists, quotations, code and cells."""
    return st.builds(
        lambda sign, text, margin: sign + text.replace("\n", f"\n{margin}"),
        st.sampled_from(["- ", "* ", "1. ", "3. ", "> ", "## ", "```\n", "| a |\n| - |\n| ", "<div>\n\n"]),
        inner,
        st.sampled_from(["", "  ", "   ", "    ", "> "]),
    )


@seed(4711)
@settings(max_examples=150, deadline=None, database=None)
@given(st.lists(st.recursive(WORDS, _held, max_leaves=3), min_size=1, max_size=4), st.booleans())
def test_any_markdown_is_tidied_with_its_words_and_once(blocks: list[str], whole: bool) -> None:
    source = "# A\n\n" + "\n\n".join(blocks) + "\n"
    done = tidy(source, Options(id="privacy", whole=whole))
    assert said(done.text).words == said(source).words
    assert tidy(done.text, Options(id="privacy", whole=whole)).text == done.text
    told = sentences(done.text)
    assert sentences(told) == told


@pytest.mark.parametrize("project", ["policy_src", "examples/policy_src"])
def test_a_text_that_is_in_order_stays_as_it_is(project: str) -> None:
    files = [path for path in (ROOT / project).glob("*/*/*.md") if path.parent.name != "changes"]
    assert files
    for path in files:
        text = path.read_text("utf-8")
        done = tidy(text, Options(id=path.stem), path.parent.name)
        assert (done.text, done.changes_digest) == (text.rstrip("\n") + "\n", False), path
        assert not set(done.made) - {"last-line"}, path


def test_a_mend_that_would_change_a_word_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(page: Page, _: Options) -> Iterator[Edit]:
        if "b c" in page.source:
            yield Edit(start=5, end=6, text="x")
            yield Edit(start=6, end=7, text="  ")

    monkeypatch.setattr(mending, "RULES", (Rule(name="bad", does="harm", find=find),))
    assert tidy("# A\n\nb c\n", Options()).text == "# A\n\nb  c\n"


def test_a_link_goes_only_where_its_rule_may_lead_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(page: Page, _: Options) -> Iterator[Edit]:
        for at in (11, 18):
            yield Edit(start=at - 1, end=at, text="2" if page.source[at - 1] == "1" else page.source[at - 1])

    rule = Rule(name="leads", does="leads", find=find, leads=lambda href, _: "a2" if href == "a1" else None)
    monkeypatch.setattr(mending, "RULES", (rule,))
    assert tidy("# A\n\n[x](a1)[y](b1)\n", Options()).text == "# A\n\n[x](a2)[y](b1)\n"


def test_a_readable_text_whose_digest_changes_is_told() -> None:
    done = tidy("# A\n\n• x\n", Options())
    assert done.text == "# A\n\n- x\n"
    assert done.changes_digest
    assert digest(done.text, "en") != digest("# A\n\n• x\n", "en")
    assert not tidy("# A\n\nx<br>y\n", Options()).changes_digest


LEFT = {
    "a place for words": ("# A\n\nWrite to [YOUR ADDRESS].\n", "M117"),
    "cells that span others": (
        '# A\n\n<table><tr><th>a</th><th>b</th></tr><tr><td colspan="2">c</td></tr></table>\n',
        "X301",
    ),
    "a table without a head": ("# A\n\n<table><tr><td>a</td></tr></table>\n", "X301"),
    "a row that goes on in the next line": ("# A\n\n| a | b |\n| - | - |\n| c\nd\ne | f |\n", "M128"),
    "a table whose dashes are followed by words": ("# A\n\n|  |  |\n| - | - | a\n| b | c |\n", "M128"),
    "rules for how a page looks": ("# A\n\n<style>\n.a {color: red}\n</style>\n", "X301"),
    "what only a program fills in": ('# A\n\nWrite to <a href="mailto:{{ x.mail }}">{{ x.mail }}</a>.\n', "X301"),
    "letters lost by another encoding": ("# A\n\nwe&#128;&#153;re\n", "X302"),
    "words in the place of an address": ("# A\n\n[how](https://We%20do%20it)\n", "L202"),
    "a slip in an address": ("# A\n\n[a](https//a.org)\n", "L201"),
    "an image": ("# A\n\n![a](https://a.org/b.png)\n", "M119"),
    "a footnote": ("# A\n\nOne[^1].\n\n[^1]: Two.\n", "M115"),
    "struck-out words": ("# A\n\nOne ~~two~~ three.\n", "M116"),
}
"""What real texts hold that could be meant in two ways, or would lose a word: one of each kind."""


@pytest.mark.parametrize(("source", "code"), LEFT.values(), ids=LEFT)
def test_what_is_left_to_the_writer(source: str, code: str) -> None:
    options = Options(id="privacy", whole=True, adopt=True, title="T", address="https://example.org/")
    done = tidy(source, options)
    assert code in [problem.code for problem in parse_section(done.text, id="privacy", file="")[1]]
    assert said(done.text).words == said(source).words


def test_edits_that_meet_wait_for_the_next_round() -> None:
    one, two, three = Edit(start=0, end=3, text="x"), Edit(start=2, end=4, text="y"), Edit(start=4, end=4, text="z")
    found: list[Edit | tuple[Edit, ...]] = [one, (two, three), three]
    assert apart(iter(found)) == [(one,), (three,)]
    assert applied("abcdef", [(three,), (one,)]) == "xdzef"

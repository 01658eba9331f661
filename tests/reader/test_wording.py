"""The wording digest `w1`: exactly its definition, what must not change it and what must; the same as ever for all that
the first grammar could write, and fixed for what it can't."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.text import Section
from inforce.model.version import SectionDigests
from inforce.reader.section import parse_section
from inforce.reader.wording import canonical, edition_digest, wording, wording_digest

from tests.built.building import ROOT
from tests.reader.reading import leaves, read

SOURCE = """# Café: how long?

We keep your **contract** for [10 years](fact:retention.contract) after its
end, *never* longer; see [our reasons](section:purposes).

## [Right of access](id:access)

[**Identification.**](id:identification) We check who you are.

- names
- addresses
    - of your home
    - of your work

1. ask us
2. wait

| Data | Kept |
| --- | --- |
| names | 3 years |
"""


def section(source: str) -> Section:
    found, problems = parse_section(source, id="test", file="test.md")
    assert found is not None, problems
    return found


def digest(source: str) -> str:
    return wording_digest(section(source).leaves)


def test_kinds_and_words() -> None:
    assert wording(section(SOURCE).leaves) == (
        ("h1", "Café: how long?"),
        ("p", "We keep your contract for 10 years after its end, never longer; see our reasons."),
        ("h2", "Right of access"),
        ("clause", "Identification. We check who you are."),
        ("item1", "names"),
        ("item1", "addresses"),
        ("item2", "of your home"),
        ("item2", "of your work"),
        ("step1", "ask us"),
        ("step1", "wait"),
        ("cell", "Data"),
        ("cell", "Kept"),
        ("cell", "names"),
        ("cell", "3 years"),
    )


def test_is_the_sha256_of_the_canonical_json() -> None:
    data = [list(pair) for pair in wording(section(SOURCE).leaves)]
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    assert digest(SOURCE) == "w1:" + hashlib.sha256(text.encode()).hexdigest()


def test_is_the_same_for_good() -> None:
    """The digest of frozen versions: if this fails, every released version would seem changed."""
    assert digest("# T\n\nA “b”\n") == "w1:" + hashlib.sha256('[["h1","T"],["p","A “b”"]]'.encode()).hexdigest()


SAME = {
    "CRLF": lambda s: s.replace("\n", "\r\n"),
    "byte order mark": lambda s: "\ufeff" + s,
    "reflow": lambda s: s.replace("after its\nend", "after\nits end").replace("who you", "who\nyou"),
    "bold": lambda s: (
        s.replace("never", "*never*").replace("**never**", "**never**").replace("We check", "**We** check")
    ),
    "no emphasis": lambda s: re.sub(r"\*+(?=\w)|(?<=[\w.])\*+", "", s),
    "no-break space": lambda s: s.replace("[10 years]", "[10\u00a0years]"),
    "decomposed letters": lambda s: unicodedata.normalize("NFD", s),
    "soft hyphen": lambda s: s.replace("addresses", "ad\u00addresses"),
    "relinking": lambda s: s.replace("(section:purposes)", "(https://example.org)"),
    "another id": lambda s: s.replace("(id:access)", "(id:view)"),
    "unlinking": lambda s: s.replace("[10 years](fact:retention.contract)", "10 years"),
    "another bullet sign": lambda s: (
        s.replace("- names", "* names").replace("- addr", "* addr").replace("- of", "* of")
    ),
    "a loose list": lambda s: s.replace("- addresses", "\n- addresses"),
    "a hard break for a space": lambda s: s.replace("contract** for", "contract**\\\nfor"),
    "an escape": lambda s: s.replace("who you are.", "who you are\\."),
    "table dashes": lambda s: s.replace("| --- | --- |", "|:-:|---|"),
    "more empty lines": lambda s: s.replace("\n\n", "\n\n\n"),
}

OTHER = {
    "a comma": lambda s: s.replace("longer;", "longer,"),
    "a capital": lambda s: s.replace("reasons", "Reasons"),
    "a number": lambda s: s.replace("10 years", "11 years"),
    "joined words": lambda s: s.replace("see [our", "see[our"),
    "a split paragraph": lambda s: s.replace("its\nend", "its\n\nend"),
    "nesting": lambda s: s.replace("    - of your home", "- of your home"),
    "a bullet for a step": lambda s: s.replace("1. ask us\n2. wait", "words\n\n- ask us\n- wait"),
    "a heading's level": lambda s: s.replace("## [Right of access]", "## Rights\n\n### [Right of access]"),
    "a paragraph for a clause": lambda s: s.replace("[**Identification.**](id:identification)", "Identification."),
    "other quotes": lambda s: s.replace("your **contract**", "“your **contract**”"),
    "a no-break hyphen": lambda s: s.replace("names", "na\u2011mes"),
    "order of items": lambda s: s.replace("- names\n- addresses", "- addresses\n- names"),
    "an accent": lambda s: s.replace("é", "e"),
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME.keys())
def test_must_not_change_by(change: Callable[[str], str]) -> None:
    changed = change(SOURCE)
    assert changed != SOURCE
    assert digest(changed) == digest(SOURCE)


@pytest.mark.parametrize("change", OTHER.values(), ids=OTHER.keys())
def test_the_digest_changes_by_what_a_reader_would_see(change: Callable[[str], str]) -> None:
    changed = change(SOURCE)
    assert changed != SOURCE
    assert digest(changed) != digest(SOURCE)


def test_a_newline_between_han_or_kana_is_nothing() -> None:
    assert digest("# 題\n\n個人情報を\n保護する。\nまた\n") == digest("# 題\n\n個人情報を保護する。また\n")
    assert digest("# 題\n\n個人 情報\n") != digest("# 題\n\n個人情報\n")


WORD = st.text("abcXYZé,.“”0123", min_size=1, max_size=6).filter(lambda word: not re.fullmatch(r"[0-9]+\.", word))
"""Any but the number of an item, which begins a list at the start of a line."""
WORDS = st.lists(WORD, min_size=2, max_size=12)


@given(WORDS, st.data())
def test_wrapping_anywhere_leaves_it(words: list[str], data: st.DataObject) -> None:
    wrapped = "".join(
        word + (data.draw(st.sampled_from([" ", "\n", " \n", "\u00a0", "  "])) if i < len(words) - 1 else "")
        for i, word in enumerate(words)
    )
    assert digest(f"# T\n\nx {wrapped} x\n") == digest(f"# T\n\nx {' '.join(words)} x\n")


@given(WORDS, WORDS)
def test_other_words_change_it(one: list[str], other: list[str]) -> None:
    same = unicodedata.normalize("NFC", " ".join(one)) == unicodedata.normalize("NFC", " ".join(other))
    assert (digest(f"# T\n\nx {' '.join(one)}\n") == digest(f"# T\n\nx {' '.join(other)}\n")) is same


def test_the_digest_of_an_edition_is_of_its_sections_in_order() -> None:
    digests = {
        name: SectionDigests(bytes="sha256:" + "0" * 64, wording=f"w1:{number}" + "0" * 63)
        for number, name in enumerate(("a", "b"))
    }
    pairs = f'[["a","{digests["a"].wording}"],["b","{digests["b"].wording}"]]'
    assert edition_digest(digests, ("a", "b", "c")) == "w1:" + hashlib.sha256(pairs.encode()).hexdigest()
    assert edition_digest(digests, ("b", "a")) != edition_digest(digests, ("a", "b"))


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])))))
def test_the_bytes_are_those_of_rfc_8785(data: list[list[str]]) -> None:
    assert canonical(data) == rfc8785.dumps(data)


def test_every_character_is_written_as_rfc_8785_writes_it() -> None:
    data = [[chr(code) for code in (*range(0x2100), 0xFEFF, 0xFFFD, 0xFFFE, 0x1F600)]]
    assert canonical(data) == rfc8785.dumps(data)


RECORDS = [
    path
    for base in (ROOT, ROOT / "examples", *sorted((ROOT / "tests/bad_sources").iterdir()))
    for name in ("manifest.json", "amendment.json")
    for path in sorted(base.glob(f"policy_src/*/versions/**/{name}"))
]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_frozen_keeps_its_digest(path: Path) -> None:
    for language, sections in json.loads(path.read_bytes())["digests"].items():
        for name, digests in sections.items():
            source = (path.parent / language / f"{name}.md").read_text("utf-8")
            section, problems = parse_section(source, id=name, file=f"{name}.md", language=language)
            assert section is not None, problems
            assert wording_digest(section.leaves) == digests["wording"]


VECTORS = {
    "#### a".replace("#### a", "## a\n\n### b\n\n#### c\n\n##### d\n\n###### e"): [
        ("h2", "a"), ("h3", "b"), ("h4", "c"), ("h5", "d"), ("h6", "e")
    ],
    "_a_ __b__ `c d`": [("p", "a b c d")],
    "```text\na  b\n\nc\n```": [("code", "a  b\n\nc")],
    "> a\n>\n> 1. b\n>    - c\n>\n> [d](tel:112)": [
        ("quote p", "a"), ("quote step1", "b"), ("quote item2", "c"), ("quote p", "d")
    ],
    "> > a": [("quote quote p", "a")],
    "- a\n\n  b\n\n  > c\n  > - d\n\n  ```\n  e\n  ```\n- f": [
        ("item1", "a"), ("item1 p", "b"), ("item1 quote p", "c"), ("item1 quote item1", "d"), ("item1 code", "e"),
        ("item1", "f"),
    ],
    "1. > a\n2. b": [("step1", ""), ("step1 quote p", "a"), ("step1", "b")],
    "1. a\n   - b\n\n     c": [("step1", "a"), ("item2", "b"), ("item2 p", "c")],
    "5. a\n6. b": [("step1=5", "a"), ("step1", "b")],
    "0. a\n1. b": [("step1=0", "a"), ("step1", "b")],
    "1. a\n\nb\n\n2. c": [("step1", "a"), ("p", "b"), ("step1=2", "c")],
    "1. a\n\n1) b": [("step1", "a"), ("step1=1", "b")],
    "1. a\n\n   b\n\n1) c": [("step1", "a"), ("step1 p", "b"), ("step1=1", "c")],
    "- a\n\n1. b\n\n- c\n\n1. d": [("item1", "a"), ("step1", "b"), ("item1", "c"), ("step1", "d")],
    "- | a | b |\n  |---|---|\n  | c | d |": [
        ("item1", ""), ("item1 cell", "a"), ("item1 cell", "b"), ("item1 cell", "c"), ("item1 cell", "d")
    ],
    "| a |\n|---|\n| b<br>c |\n| d:<br>- e<br>- f<br>g<br>h |\n| - i<br>- j |": [
        ("cell", "a"), ("cell", "b c"), ("cell", "d:"), ("cell item1", "e"), ("cell item1", "f"), ("cell p", "g h"),
        ("cell", ""), ("cell item1", "i"), ("cell item1", "j"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("body", VECTORS)
def test_kinds_that_are_new(body: str) -> None:
    assert list(wording(leaves(body))) == VECTORS[body]


def test_one_digest_for_good() -> None:
    section, _ = read("> 3. a\n>\n>    `b`\n\n```\nc\n```")
    assert wording_digest(section.leaves) == ("w1:dfb4544883a33603ef6e234d8258d9d0ffe2212a3531132f1f2eff5c294a18af")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("- a\n- b", "* a\n* b"),
        ("- a\n- b", "- a\n\n- b"),
        ("1. a\n2. b", "1) a\n2) b"),
        ("*a* **b**", "_a_ __b__"),
        ("> a\nb", "> a\n> b"),
        ("```\na\n```", "~~~ text\na\n~~~"),
        ("[a](tel:112)", '[a](tel:113 "b")'),
        ("a  \nb", "a\\\nb"),
    ],
)
def test_what_changes_no_digest(one: str, other: str) -> None:
    assert wording(leaves(one)) == wording(leaves(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("- a\n- b", "1. a\n2. b"),
        ("1. a\n2. b", "2. a\n3. b"),
        ("> a", "a"),
        ("- a\n\n  b", "- a\n\nb"),
        ("- a\n  - b", "- a\n- b"),
        ("```\na\n b\n```", "```\na\nb\n```"),
        ("1. a\n\n1) b\n2) c", "1. a\n2. b\n3. c"),
    ],
)
def test_what_changes_it(one: str, other: str) -> None:
    assert wording(leaves(one)) != wording(leaves(other))

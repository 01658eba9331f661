"""Words that a policy doesn't hold, each with its place and cure; and honest ones, which stay quiet."""

import pytest

from tests.reader.reading import found, read

REFUSED = {
    "a <b>c</b>": "X301 3:3",
    "a<br>b": "X301 3:2",
    "a <!-- b -->": "X301 3:3",
    "![a](https://b.cd)": "M119 3:1",
    "a **b": "M121 3:3",
    "a ** b": "M121 3:3",
    "5 * 3": "M121 3:3",
    "**重要。**本": "M121 3:6",
    "__重要。__本": "M121 3:6",
    "**Note:**we keep": "M121 3:8",
    "[a]": "M117 3:1",
    "[a](b": "M117 3:1",
    "[a] (fact:b.c)": "M117 3:1",
    "a](b)": "M117 3:2",
    "[ ] a": "M117 3:1",
    "> [!NOTE]\n> a": "M117 3:3",
    "[a [b](tel:112) c](tel:113)": "M118 3:4",
    "a[^1]": "M117 3:2",
    "[^1]: a": "M115 3:1",
    "[a]: https://b.cd": "M115 3:1",
    "[](tel:112)": "M127 3:2",
    "caf&eacute;": "M120 3:4",
    "[a](https://b.cd/?e=1&amp;f=2)": "M120 3:22",
    "~~a~~": "M116 3:1",
    "~a~": "M116 3:3",
    "10~20 and 30~40": "M116 3:13",
    "C:\\data": "M122 3:3",
    "a\\": "M122 3:2",
    "l`a": "M111 3:2",
    "[a](http://b.cd)": "L201 3:5",
    "[a](javascript:b)": "X304 3:5",
    "<http://b.cd>": "L201 3:2",
    "詳細は**[a](tel:112)**を": "M121 3:4",
    "- [a](id:b) c": "L204 3:3",
    "| a |\n|---|\n| [b](id:c) |": "L204 5:3",
    "a" + "[" * 50: "M117 3:32",
}


@pytest.mark.parametrize("body", REFUSED)
def test_refused(body: str) -> None:
    assert REFUSED[body] in found(body)


@pytest.mark.parametrize(
    "body", ["**重要。**本", "__重要。__本", "**Note:**we", "*a **b", "~~a~~", "[a", "a]", "![a](tel:112)"]
)
def test_one_slip_is_told_once(body: str) -> None:
    assert len(found(body)) == 1 + (body == "*a **b")


def test_the_cure_of_a_sign_after_punctuation() -> None:
    (problem,) = read("**重要。**本")[1]
    assert problem.remedy == "Write `**` before “。”, or a space after `**`."


QUIET = [
    "**重要**。本",
    "_ga, _gid and __utma, __utmb",
    "snake_case_name and a_b",
    "sign here: ________",
    "~5 % and ~10 %",
    "Q&A; R&D; AT&T",
    "`a * b [c] &amp; <d>`",
    "\\[sic\\], 5 \\* 3, \\`, \\&amp;",
    "a & b < c",
    "l'“utilisateur”",
    "[a [b\\]](tel:112)".replace("[b", "\\[b"),
    "*a*b **c**d",
]


@pytest.mark.parametrize("body", QUIET)
def test_honest(body: str) -> None:
    assert found(body) == []

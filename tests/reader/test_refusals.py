"""One small bad source for each rule of the grammar, with the place where it is reported."""

import pytest
from inforce.problems import Severity
from inforce.problems.catalog import rules
from inforce.reader.section import parse_section

H = "# Title\n\n"

REFUSED = [
    ("", "M101:1:1"),
    (" \n\n", "M101:1:1"),
    ("We keep data.\n", "M102:1:1"),
    ("\n# Title\n", "M102:1:1"),
    ("## Title\n", "M102:1:1"),
    ("---\ntitle: x\n---\n\n# Title\n", "M102:1:1 M113:1:1 M114:3:1 M103:5:1"),
    ("# Title\n\n# Another\n", "M103:3:1"),
    ("# Title\n\n### Deep\n", "M104:3:1"),
    ("# T\n\n## A\n\n### B\n\n## C\n\n#### D\n", "M104:9:1"),
    (H + "#Security\n", "M106:3:1"),
    (H + "##\n", "M106:3:1"),
    (H + "- # no\n", "M106:3:3"),
    (H + "our number\n#1 choice\n", "M106:4:1"),
    ("# Our use of C #\n", "M107:1:16"),
    ("# Closed ##\n", "M107:1:10"),
    (H + "words\n\u00a0\nmore\n", "M109:4:1"),
    (H + "    words\n", "M110:3:5"),
    (H + "~~~\n", "M111:3:1"),
    (H + "the `name field\n", "M111:3:5"),
    (H + '[10 years](fact:a.b "title")\n', "L202:3:12"),
    (H + "---\n", "M113:3:1"),
    (H + "* * *\n", "M113:3:1"),
    (H + "___\n", "M113:3:1"),
    (H + "- a\n- ---\n", "M113:4:1"),
    (H + "Security\n========\n", "M114:4:1"),
    (H + "Security\n--------\n", "M114:4:1"),
    (H + "[dpa]: https://example.org\n", "M115:3:1"),
    (H + "kept ~~3 years~~\n", "M116:3:6"),
    (H + "see [our office]\n", "M117:3:5"),
    (H + "see [our office][1]\n", "M117:3:5 M117:3:17"),
    (H + "see [our office] (tel:112)\n", "M117:3:5"),
    (H + "see [our office](tel:112\n", "M117:3:5"),
    (H + "see [our office\n", "M117:3:5"),
    (H + "see office](tel:112)\n", "M117:3:11"),
    (H + "[a [b](tel:112) c](tel:112)\n", "M118:3:4"),
    (H + "![seal](https://example.org/a.png)\n", "M119:3:1"),
    (H + "![seal]\n", "M117:3:2"),
    (H + "caf&eacute; &#233; &#xe9; R&D\n", "M120:3:4"),
    (H + "**Note: we keep\n", "M121:3:1"),
    (H + "2 * 3\n", "M121:3:3"),
    (H + "a** b\n", "M121:3:2"),
    (H + "*a [b* c](tel:112)\n", "M121:3:6 M121:3:1"),
    (H + "[a *b](tel:112) c*\n", "M121:3:4 M121:3:18"),
    (H + "C:\\data\n", "M122:3:3"),
    (H + "the end\\\n", "M122:3:8"),
    (H + "- data\n        - names\n", "M123:4:9"),
    (H + "- - data\n", "M123:3:3"),
    (H + "1. first\n3. second\n", "M124:4:1"),
    (H + "1. first\n\n10. November\n", "M124:5:1"),
    (H + "1. first\n01. second\n", "M124:4:1"),
    (H + "+ 32 2 274\n", "M125:3:1"),
    (H + "-\n", "M127:3:1"),
    (H + "- a\n-\n", "M127:4:1"),
    (H + "[](tel:112)\n", "M127:3:2"),
    (H + "| a | b |\n", "M128:3:1"),
    (H + "- a | b\n  | |\n", "M128:4:3"),
    (H + "| a | b |\n|---|---|\n", "M128:3:1"),
    (H + "| a | b |\n|---|---|\n| c |\n", "M128:5:1"),
    (H + "| a | b |\n|---|\n| c | d |\n", "M128:3:1"),
    (H + "-\tnames\n", "M130:3:2"),
    (H + "[x](http://example.org)\n", "L201:3:5"),
    (H + "[x](ftp://example.org)\n", "L201:3:5"),
    (H + "[x](//example.org)\n", "L201:3:5"),
    (H + "[x](#retention)\n", "L201:3:5"),
    (H + "[x](retention.md)\n", "L201:3:5"),
    (H + "[x](HTTPS://example.org)\n", "L201:3:5"),
    (H + "[x](fact:retention)\n", "L202:3:5"),
    (H + "[x](fact:a.b c)\n", "M117:3:1"),
    (H + "[x](https:example.org)\n", "L202:3:5"),
    (H + '[x](https://example.org/"onclick)\n', "L202:3:5"),
    (H + "[x](mailto:privacy)\n", "L202:3:5"),
    (H + "[x](tel:call-us)\n", "L202:3:5"),
    (H + "[x](section:Rights)\n", "L203:3:5"),
    (H + "[x](link:)\n", "L203:3:5"),
    (H + "## [Access](id:Right_of_Access)\n", "L203:3:13"),
    (H + f"## [Access](id:{'a' * 65})\n", "L203:3:13"),
    ("# [Title](id:title)\n", "L204:1:1"),
    (H + "We keep [data](id:data) safe.\n", "L204:3:9"),
    (H + "**[Data](id:data)** we keep\n", "L204:3:3"),
    (H + "[All of it.](id:all)\n", "L204:3:1"),
    (H + "## [Part](id:part) of it\n", "L204:3:4"),
    (H + "- [x](id:x) y\n", "L204:3:3"),
    (H + "| [x](id:x) |\n|---|\n| y |\n", "L204:3:3"),
    (H + "1. x\n   - [y](id:y) z\n", "L204:4:6"),
    (H + "> 1. [y](id:y) z\n", "L204:3:6"),
    (H + "1. z [y](id:y)\n", "L204:3:6"),
    (H + "1. x\n\n   [y](id:y) z\n", "L204:5:4"),
    (H + "1. [a](id:a) b\n2. [c](id:a) d\n", "L205:4:4"),
    (H + "1. [a](id:a) b\n\nAnd:\n\n1. c\n", "L208:3:4"),
    (H + "## One\n\n1. a\n\n## Two\n\n1. [b](id:b) c\n", "L208:9:4"),
    (H + "## [A](id:a)\n\n[B](id:a) c\n", "L205:5:1"),
    (H + "## [A](id:test)\n", "L205:3:1"),
    (H + "<script>alert(1)</script>\n", "X301:3:1"),
    (H + "<!-- note -->\n", "X301:3:1"),
    ("# <b>Title</b>\n", "X301:1:3"),
    (H + "we\u200bkeep\n", "X302:3:3"),
    (H + "we\x00keep\n", "X302:3:3"),
    (H + "we \u202ekeep\n", "X303:3:4"),
    (H + "[x](javascript:alert)\n", "X304:3:5"),
    (H + "[x](JavaScript:alert(1))\n", "X304:3:5"),
    (H + "[x]( data:text/html,x)\n", "X304:3:6"),
    (H + "[x](vbscript:x)\n", "X304:3:5"),
]


@pytest.mark.parametrize(("source", "expected"), REFUSED)
def test_reports_each_problem_at_its_place(source: str, expected: str) -> None:
    section, problems = parse_section(source, id="test", file="privacy/en/test.md")
    assert section is None
    found = [f"{p.code}:{p.location.line}:{p.location.column}" for p in problems]
    assert sorted(found) == sorted(expected.split())
    assert all(problem.severity is Severity.ERROR for problem in problems)
    assert all(problem.location.file == "privacy/en/test.md" for problem in problems)


def test_problems_come_in_reading_order() -> None:
    _, problems = parse_section("# A\n\n*b\n\n<i>\n\n[c]\n\n<b>\n", id="a", file="a.md")
    assert [problem.location.line for problem in problems] == [3, 5, 7, 9]


def test_says_what_to_write_instead() -> None:
    _, problems = parse_section("# A\n\n[x](http://a.be)\n\n10%\\ off\n", id="a", file="a.md")
    assert str(problems[0]) == ("error L201 a.md:3:5  A link cannot go to “http://a.be”. Write `https:` instead.")


def test_every_rule_of_the_grammar_has_a_case() -> None:
    tried = {item.split(":")[0] for _, expected in REFUSED for item in expected.split()}
    ours = {code for code in rules() if code[:2] in ("M1", "L2", "X3")}
    made_elsewhere = {
        "M190",
        "M199",
        "L206",
        "L207",
        "X305",
        "X306",
        "X307",
    }  # see tests of render and rules, and below
    assert ours - made_elsewhere - tried == set()


def test_lists_no_more_than_some_problems_of_a_file() -> None:
    _, problems = parse_section("# A" + "\n\n[b]" * 1000, id="a", file="a.md")
    assert len(problems) == 201
    assert problems[-1].code == "M199"
    assert "800 more" in problems[-1].message


def test_what_comes_in_crowds_is_told_once_in_a_block() -> None:
    source = "# A\n\nWe <b>keep</b><p> C:\\Users\\data\n\n<i>x</i>\n"
    _, problems = parse_section(source, id="a", file="a.md")
    assert [(one.code, one.location.line) for one in problems] == [("X301", 3), ("M122", 3), ("X301", 5)]
    assert problems[0].message == "HTML is not allowed: “<b>”, and 2 more in this block."
    assert "and 1 more in this block" in problems[1].message
    assert "`<b>`: write `**words**`; remove the rest" in problems[0].remedy


def test_a_heading_without_its_space_is_told_once_with_the_line_to_write() -> None:
    _, (problem,) = parse_section("#Security\n\nWords.\n", id="a", file="a.md")
    assert (problem.code, problem.location.line) == ("M106", 1)
    assert "`# Security`" in problem.remedy
    _, (deeper,) = parse_section("## Security\n\nWords.\n", id="a", file="a.md")
    assert (deeper.code, "write `# Security`" in deeper.remedy) == ("M102", True)


@pytest.mark.parametrize(
    ("source", "remedy"),
    [
        ("Security\n========\n", "Take this line out, and write `# ` before the words if they are a heading."),
        (H + "Parts\n-----\n", "Take this line out, and write `## ` before the words if they are a heading."),
        (H + "words[^1].\n\n[^1]: In writing.\n", "Put its words into the sentence, or below it as a paragraph"),
        (H + "[dpa]: https://example.org\n", "Write the target at the words themselves"),
    ],
)
def test_the_cure_is_that_of_what_was_written(source: str, remedy: str) -> None:
    _, problems = parse_section(source, id="a", file="a.md")
    problem = next(one for one in problems if one.code in ("M114", "M115"))
    assert remedy in problem.remedy

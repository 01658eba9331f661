"""Words that read as an address say where their link goes."""

from __future__ import annotations

import pytest
from inforce.parse.markdown import parse_section
from inforce.problems import Problem, Severity
from inforce.rules.link_words import check_link_words

LINKS = {"qualifio": "https://www.qualifio.com/privacy", "evil": "https://evil.example/"}


def told(words: str, *, named: Severity = Severity.ERROR) -> list[Problem]:
    section, problems = parse_section(f"# T\n\n{words}\n", id="t", file="t.md")
    assert section is not None, problems
    return list(check_link_words({"t": section}, paths={"t": "en/t.md"}, links=LINKS, region="BE", named=named))


@pytest.mark.parametrize(
    "words",
    [
        "[www.qualifio.com](https://evil.example)",
        "[www.**qualifio**.com](https://evil.example)",
        "[**www.**quali*fio*.com](https://evil.example)",
        "**[www.qualifio.com](https://evil.example)**",
        "- [www.qualifio.com](https://evil.example)",
        "| a | b |\n|---|---|\n| x | [qualifio.com](https://evil.example) |",
        "## [qualifio.com](https://evil.example)",
        "[see our site www.qualifio.com for more](https://evil.example/)",
        "[write to a@b.example](mailto:c@b.example)",
        "[Qualifio \\<privacy@qualifio.com>](mailto:x@evil.example)",
        "[privacy@qualifio.com](mailto:x@evil.example)",
        "[privacy@qualifio.com](https://qualifio.com/contact)",
        "[privacy@qualifio.com](section:rights)",
        "[www.qualifio.com](section:rights)",
        "[www.qualifio.com](link:evil)",
        "[https://www.qualifio.com/cookies](link:qualifio)",
        "[+32 2 744 48 00](tel:+33123456789)",
        "[02 744 48 00](tel:+3227444801)",
        "[112](tel:113)",
        "[+32 2 744 48 00](https://evil.example)",
        "[a.example and b.example](https://a.example)",
    ],
)
def test_told(words: str) -> None:
    (problem,) = told(words)
    assert (problem.code, problem.severity, problem.location.file) == ("L303", Severity.ERROR, "en/t.md")


@pytest.mark.parametrize(
    "words",
    [
        "[our site](https://evil.example)",
        "[www.qualifio.com](link:qualifio)",
        "[qualifio.com/privacy](link:qualifio)",
        "[www.qualifio.com](link:gone)",
        "[Qualifio.com](section:who)",
        "[call us, 9-17](tel:+3227444800)",
        "[02 744 48 00](tel:+3227444800)",
        "[0032 2 744 48 00](tel:+3227444800)",
        "[112](tel:112)",
        "[Regulation (EU) 2016/679](https://eur-lex.europa.eu/eli/reg/2016/679/oj)",
        "[BE 0822.741.924](https://kbopub.economie.fgov.be/)",
        "[Node.js](https://nodejs.org), [privacy.pdf](https://evil.example/privacy.pdf)",
        "[www.qualifio.com](fact:organisation.controller.website)",
        "www.qualifio.com",
    ],
)
def test_quiet(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "message", "remedy"),
    [
        (
            "[www.qualifio.com](https://evil.example)",
            "the words read as the web address “www.qualifio.com”; the link goes to “https://evil.example”.",
            "If the words are right, write (https://www.qualifio.com) as the target;",
        ),
        (
            "[a@b.example](mailto:c@b.example)",
            "the words read as the e-mail address “a@b.example”; the link goes to “mailto:c@b.example”.",
            "If the words are right, write (mailto:a@b.example) as the target;",
        ),
        (
            "[02 744 48 00](tel:112)",
            "the words read as the telephone number “02 744 48 00”; the link goes to “tel:112”.",
            "If the words are right, write (tel:+3227444800) as the target;",
        ),
        (
            "[qualifio.com](link:evil)",
            "the words read as the domain “qualifio.com”; the link goes to “https://evil.example/” (links.yml).",
            "If the words are right, mend the address of “evil” in links.yml;",
        ),
        (
            "[https://a.example@evil.example/](https://evil.example/)",
            "the words read as the web address “https://a.example@evil.example/”; "
            "the link goes to “https://evil.example/”.",
            "Take “a.example@” out",
        ),
        (
            "[www.qualifio.com](section:rights)",
            "the words read as the web address “www.qualifio.com”; "
            "the link goes to the section “rights” of this policy.",
            "If the words are right, write (https://www.qualifio.com) as the target;",
        ),
    ],
)
def test_says_both_addresses_and_the_mend(words: str, message: str, remedy: str) -> None:
    (problem,) = told(words)
    assert problem.message == message
    assert problem.remedy.startswith(remedy)
    assert problem.location.line == 3


def test_a_target_that_can_be_mended_weighs_what_it_is_given() -> None:
    words = "[www.qualifio.com](link:evil), [www.qualifio.com](https://evil.example)"
    assert [problem.severity for problem in told(words, named=Severity.HINT)] == [Severity.HINT, Severity.ERROR]

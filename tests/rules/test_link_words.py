"""Words that read as an address say where their link goes."""

from __future__ import annotations

import pytest
from inforce.problems import Problem, Severity
from inforce.reader.section import parse_section
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
        "[**www**.quali*fio*.com](https://evil.example)",
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
        "[https : // qualifio . com](https://evil.example)",
        "[https: //qualifio.com](https://evil.example)",
        "[qualifio.zip](https://evil.example)",
        "[qualifio\U0001f784com](https://evil.example)",
        "[qualifio●com](https://evil.example)",
        "[qualifio◦com](https://evil.example)",
        "[\\_qualifio\\_.com](https://evil.example)",
        "[_qualifio_.com](https://evil.example)",
    ],
)
def test_told(words: str) -> None:
    (problem,) = told(words)
    assert (problem.code, problem.severity, problem.location.file) == ("L303", Severity.ERROR, "en/t.md")


STRADDLING = [
    "[evil.](https://a.example)[example](https://b.example)",
    "qualifio[.com](https://evil.example)",
    "**qualifio**[.com](https://evil.example)",
    "www.[qualifio.com](https://evil.example)",
    "https://[qualifio.com](https://evil.example)/privacy",
    "[qualifio](https://evil.example).com",
    "[qualifio](https://evil.example) .com",
    "[qualifio](https://evil.example)\u00a0.com",
    "qualifio [.com](https://evil.example)",
    "qualifio\n[.com](https://evil.example)",
    "qualifio\\\n[.com](https://evil.example)",
    "qualifio .[com](https://evil.example)",
    "qualifio.com/[privacy](https://evil.example)",
    "privacy@[qualifio.com](mailto:x@evil.example)",
    "[privacy](mailto:x@evil.example)@qualifio.com",
    "[example.com](https://example.com).evil.example",
    "+32 2 744 [48 00](tel:+33123456789)",
    "1[12](tel:113)",
    "[1](tel:113)12",
    "**evil.**[example](https://b.example)",
    "[privacy](mailto:x@evil.example)@qualifio.com",
    "qualifio.c[om](https://evil.example)",
    "[+32 2 744](tel:+33123456789) 48 00",
    "| a | b |\n|---|---|\n| x | qualifio[.com](https://evil.example) |",
]
DISGUISED = [
    "[qualifio .com]",
    "[qualifio. com]",
    "[visit qualifio .com today]",
    "[QUALIFIO . COM]",
    "[qualifio .com / privacy]",
    "[qualifio.com™]",
    "[qualifio.com1]",
    "[0xC0000201]",
    "[qualifio.local]",
    "[call us on 02 744 48 00]",
    "[qualifio\n.com]",
    "[qualifio\\\n.com]",
    "[qualifio\u00a0.com]",
    "[quali**fio**.com]",
    "[qualifio\\.com]",
    "[qualifio..com]",
    "[qualifio\u00b7com]",
    "[qualifio\u2022com]",
    "[qualifio\u30fbcom]",
    "[qualifio\\[.\\]com]",
    "[qualifio(.)com]",
    "[qualifio (dot) com]",
    "[qualifio dot com]",
    "[“qualifio”.com]",
    "[(qualifio).com]",
    "[qualifi%6f.com]",
    "[https://qualifi%6F.com]",
    "[q u a l i f i o . c o m]",
    "[www qualifio com]",
    "[Qualifio.Com]",
    "[see Qualifio.Com now]",
    "[qualifio.COM]",
    "[qualifio.cOm]",
    "[…qualifio.com]",
    "[@qualifio.com]",
    "[/qualifio.com]",
    "[x/qualifio.com]",
    "[-qualifio.com]",
    "[_qualifio.com_]",
    "[.qualifio.com]",
    "[“qualifio.com”]",
    "[\\[qualifio.com\\]]",
    "[qualifio.com-]",
    "[qualifio.com→]",
    "[http:/qualifio.com]",
    "[http:qualifio.com]",
    "[http:\\\\\\\\qualifio.com]",
    "[hxxp://qualifio.com]",
    "[http://qualifio]",
    "[https://qualifio.com@evil.example]",
    "[qualifio.com@evil.example]",
    "[https://qualifio.com\\\\@evil.example]",
    "[https://evil.example\\\\.qualifio.com]",
    "[qualifio.com:443]",
    "[qualifio.com.]",
    "[192.0.2.1]",
    "[192.0.2.1:8080]",
    "[10.0.0.1]",
    "[our server, 127.0.0.1]",
    "[1.2.0.4:80]",
    "[http://192.0.2.1/]",
    "[http://3221225985/]",
    "[http://0xC0.0.2.1/]",
    "[http://0300.0.2.1/]",
    "[2001:db8::1]",
    "[\\[2001:db8::1\\]:80]",
    "[http://\\[2001:db8::1\\]/]",
    "[02 744 48 00]",
    "[Tel. 02 744 48 00]",
    "[☎ 02 744 48 00]",
    "[privacy@qualifio]",
    "[privacy%40qualifio.com]",
]


@pytest.mark.parametrize("words", STRADDLING)
def test_an_address_of_which_the_link_is_a_part_is_told(words: str) -> None:
    assert {problem.code for problem in told(words)} == {"L303"}


@pytest.mark.parametrize("words", DISGUISED)
def test_an_address_in_disguise_is_told(words: str) -> None:
    assert {problem.code for problem in told(f"{words}(https://evil.example)")} == {"L303"}


@pytest.mark.parametrize(
    "words",
    [
        "[privacy@qualifio](mailto:x@evil.example)",
        "[privacy (at) qualifio (dot) com](mailto:x@qualifio.com)",
        "[privacy\\[at\\]qualifio.com](mailto:x@qualifio.com)",
        "[privacy at qualifio dot com](mailto:x@qualifio.com)",
        "[privacy @ qualifio.com](mailto:x@qualifio.com)",
        "[mailto:a@b.example?cc=x@evil.example](mailto:a@b.example)",
        "[a@b.example, c@b.example](mailto:a@b.example)",
        "[112 (free)](tel:113)",
        "[112 (free)](tel:+33123456789)",
        "[Call 112](tel:113)",
        "[116 000](tel:116111)",
        "[+32 2 744 48 00](section:rights)",
        "[02 744 48 00](section:rights)",
        "[10.0.2.1](https://192.0.2.1/)",
        "[github.io](https://bob.github.io)",
        "[www.github.io](https://github.io)",
        "[alice.blogspot.com](https://bob.blogspot.com)",
        "[https://a.example/x](https://a.example/y)",
    ],
)
def test_who_is_meant_is_told_of_each_kind(words: str) -> None:
    assert {problem.code for problem in told(words)} == {"L303"}


@pytest.mark.parametrize(
    "words",
    [
        "qualifio[.com](https://qualifio.com)",
        "[Booking](https://booking.com).com",
        "[Google](https://google.com)/[Bing](https://bing.com)",
        "[google.com](https://google.com)/[bing.com](https://bing.com)",
        "([www.qualifio.com](https://www.qualifio.com)), “[qualifio.com](https://qualifio.com)”.",
        "[our site](https://evil.example). In short, [Inc.](https://evil.example) and",
        "[our site](https://evil.example).In short",
        "our [.eu](https://eurid.eu) names, a [.brussels](https://dns.be) domain, domain [.be](https://dns.be)",
        "[the Microsoft .NET runtime](https://evil.example), [Microsoft .NET](https://evil.example)",
        "[the .eu domains](https://eurid.eu), [names in .brussels](https://dns.be)",
        "Microsoft [.NET](https://evil.example), [ASP.NET](https://evil.example), [Node](https://evil.example).js",
        "[Section 5.2.1.3](https://evil.example), [1.2.3.4](https://evil.example), [10:30](https://evil.example)",
        "[Version 2.0.0.31](https://evil.example), [1.2.0.4](https://evil.example)",
        "[data.In short](https://evil.example), [Italy.New rules](https://evil.example)",
        "[No. one](https://evil.example), [Art. 6 (1) (a) GDPR](https://evil.example)",
        "[0822.741.924](https://evil.example), [01.02.2020](https://evil.example), [2016/679](https://evil.example)",
        "[192.0.2.1](https://192.0.2.1/), [data.zip](https://evil.example/files/data.zip)",
        "[qualifio.zip](https://qualifio.zip), [the README.md](https://evil.example), [README.md](section:rights)",
        "[@qualifio](https://x.com/qualifio), [@alice@mastodon.social](https://mastodon.social/@alice)",
        "[@qualifio.com](https://bsky.app/profile/qualifio.com)",
        "[socketio/socket.io](https://github.com/socketio/socket.io)",
        "[privacy (at) qualifio (dot) com](mailto:privacy@qualifio.com)",
        "[privacy@qualifio](mailto:privacy@qualifio.com)",
        "[Qualifio.Com](https://qualifio.com), [qualifio.com.](https://qualifio.com/)",
        "[112](tel:112), [112 (free)](tel:112), [Call 112](tel:112) 24/7",
        "[Call us 24/7](tel:+3227444800), [desk 300](tel:+3227444800), [since 2020](tel:+3227444800)",
        "since 2020 [02 744 48 00](tel:+3227444800) 24/7",
        "[paral·lel](https://evil.example), [col·lecció](https://evil.example)",
        "[Booking.com-Konto](https://booking.com), [l’adresse d’a.example](https://a.example)",
        "詳細は[example.com](https://example.com)を参照。[Qualifio](https://qualifio.com)のqualifio.comを",
        "[詳細はexample.com](https://example.com)、[Qualifio。Cookie](https://qualifio.com)",
        "البريد [privacy@qualifio.com](mailto:privacy@qualifio.com)، [qualifio.com](https://qualifio.com)",
        "[Ν.4624/2019](https://evil.example), [Закон № 2297-VI](https://evil.example), [A.Ş.](https://evil.example)",
    ],
)
def test_what_only_looks_like_one_stays_quiet(words: str) -> None:
    assert told(words) == []


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
            "qualifio[.com](https://evil.example)",
            "the words and those beside them read as the domain “qualifio.com”; the link goes to “https://evil.example”.",
            "Put all of the address into the link,",
        ),
        (
            "[privacy@qualifio](mailto:x@evil.example)",
            "the words read as the e-mail address “privacy@qualifio”; the link goes to “mailto:x@evil.example”.",
            "Write the whole address,",
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


@pytest.mark.parametrize(
    "words",
    [
        '[the page](https://rights.example.org/a "https://other.example.net")',
        '[the page](link:qualifio "see complaints.example.net")',
        '[our terms](section:rights "Privacy Policy, version 4")',
        '[call us](tel:+3227444800 "+32 2 744 48 01")',
    ],
)
def test_a_title_that_says_another_thing(words: str) -> None:
    (problem,) = told(words)
    assert (problem.code, problem.remedy) == (
        "L303",
        "Take the title out: only a pointer shows it, and nobody compares it.",
    )


@pytest.mark.parametrize(
    "words",
    [
        '[the page](https://rights.example.org/a "rights.example.org")',
        '[our rights](section:rights "What you may ask us")',
        '[call us](tel:+3227444800 "+32 2 744 48 00")',
        '[version 4](https://example.org/4 "Version 4")',
    ],
)
def test_a_title_that_says_no_other_thing(words: str) -> None:
    assert told(words) == []

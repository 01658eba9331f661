"""The table of headers: what each kind of file is sent with."""

from __future__ import annotations

import re

import pytest
from inforce.site.hosting.table import ASK_AGAIN, FROZEN, MOVING, POLICY, header_rules, headers_of

from tests.built.building import ROOT

RULES = header_rules(["en", "de", "pt-BR"], ["embed/1/inforce.js", "embed/1.2.10/inforce.js", "api/v1/index.json"])
FOR_OTHERS = {"Access-Control-Allow-Origin": "*", "Content-Security-Policy": POLICY}


@pytest.mark.parametrize(
    ("path", "cache", "others", "strict"),
    [
        ("", ASK_AGAIN, False, True),
        ("index.html", ASK_AGAIN, False, True),
        ("404.html", ASK_AGAIN, False, True),
        ("en/privacy/", ASK_AGAIN, False, True),
        ("pt-BR/privacy/v1/r1/index.html", ASK_AGAIN, False, True),
        ("assets/inforce.css", ASK_AGAIN, False, False),
        ("handbook/", ASK_AGAIN, False, False),
        ("developers/", ASK_AGAIN, False, False),  # begins as "de" does
        ("enough/privacy/", ASK_AGAIN, False, False),
        ("apis/v1/index.json", ASK_AGAIN, False, False),
        ("api/v1/index.json", MOVING, True, True),
        ("api/v1/current.json", MOVING, True, True),
        ("api/v1/words/en.json", ASK_AGAIN, True, True),
        ("api/v1/privacy/current/en.json", ASK_AGAIN, True, True),
        ("api/v1/privacy/current/en/cookies.html", ASK_AGAIN, True, True),
        ("api/v1/privacy/1/en/cookies.html", ASK_AGAIN, True, True),
        ("api/v1/privacy/1/en/r1.json", FROZEN, True, True),
        ("api/v1/privacy/12/pt-BR/r10.json", FROZEN, True, True),
        ("embed/1/inforce.js", ASK_AGAIN, True, True),
        ("embed/1.2.10/inforce.js", FROZEN, True, True),
        ("embed/1.2.100/inforce.js", ASK_AGAIN, True, True),  # no such release was made
    ],
)
def test_what_a_file_is_sent_with(path: str, cache: str, others: bool, strict: bool) -> None:
    found = headers_of(path, RULES)
    assert found.pop("X-Content-Type-Options") == "nosniff"
    assert found.pop("Referrer-Policy") == "same-origin"
    assert found.pop("Cache-Control") == cache
    assert set(found) == {name for name, there in zip(FOR_OTHERS, (others, strict), strict=True) if there}
    assert found.items() <= FOR_OTHERS.items()


def test_the_policy_is_the_one_that_the_developers_page_promises() -> None:
    page = (ROOT / "docs/developers/index.md").read_text("utf-8")
    promised = re.search(r"```\n(default-src [^`]+)```", page)
    assert promised
    assert " ".join(promised[1].split()) == POLICY
    assert "frame-ancestors 'none'" in POLICY
    assert "unsafe" not in POLICY


@pytest.mark.parametrize("value", [MOVING, FROZEN, ASK_AGAIN])
def test_the_developers_page_tells_how_long_files_are_kept(value: str) -> None:
    assert f"`Cache-Control: {value}`" in (ROOT / "docs/developers/index.md").read_text("utf-8")


def test_nothing_is_let_through_with_credentials() -> None:
    assert not any("Credentials" in name for rule in RULES for name in rule.headers)

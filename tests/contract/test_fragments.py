"""Ready HTML: valid, escaped, in its language, and telling all that the facts do."""

from __future__ import annotations

from typing import Any

import html5lib
import pytest
from inforce.contract.fragments import fragments
from inforce.contract.models import PublishedCookieCategory, Summary
from inforce.contract.ready_html import Stamp
from inforce.contract.summarise import summarise
from inforce.site.resources import catalogs
from inforce.site.translator import words_for
from pydantic import BaseModel

from tests.contract.test_summarise import published
from tests.site.reading import shown

PAGE = "https://legal.example.org/policies/en/privacy/v2/"
PREVAILING = "https://legal.example.org/policies/de/privacy/v2/"
STAMP = Stamp(integrity="sha256-" + "A" * 43 + "=", sequence=7)


def view(summary: Summary) -> dict[str, str]:
    return fragments(summary, words_for(summary.language, catalogs()), page=PAGE, prevailing=PREVAILING, stamp=STAMP)


def made(language: str = "en", **facts: Any) -> dict[str, str]:
    return view(summarise(published(**facts), language))


def told(html: str) -> str:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return shown(parser.parse(f"<!DOCTYPE html><title>x</title>{html}"))


HOSTILE = (
    "javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    'https://x.example/"><script>alert(1)</script>',
    "</table></div><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    'x@example.org?bcc=y@example.org"',
    "//evil.example",
    "{title}",
    "",
)
TAGS = frozenset(
    {
        "div",
        "h3",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "p",
        "span",
        "code",
        "bdi",
        "a",
        "br",
        "strong",
        "dl",
        "dt",
        "dd",
    }
)
STAMPS = ("policy", "version", "revision", "integrity", "consent-epoch", "sequence")
ATTRIBUTES = frozenset({"class", "lang", "dir", "scope", "href", "data-head", *(f"data-{name}" for name in STAMPS)})


def replaced(node: Any, words: str, key: str = "") -> Any:
    """A summary with other words in each of its texts, though none such could be read: the view relies on no check."""
    if isinstance(node, BaseModel):
        kept = {"id"} if isinstance(node, PublishedCookieCategory) else set()
        said = {name: value for name, value in node if name not in kept}
        return node.model_copy(update={name: replaced(value, words, name) for name, value in said.items()})
    if isinstance(node, list):
        return [replaced(value, words, key) for value in node]
    fixed = {
        *("format", "language_status", "kind", "match", "type", "party", "category", "text_digest", "role"),
        *("legal_basis", "safeguard", "duty"),
    }
    return node if key in fixed or not isinstance(node, str) else words


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_a_summary_says_becomes_words_or_an_honest_link(words: str) -> None:
    lying = replaced(summarise(published(), "en"), words)
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    for html in fragments(lying, words_for("en", catalogs()), page=PAGE, prevailing=PREVAILING, stamp=STAMP).values():
        for element in parser.parseFragment(html).iter():
            if not isinstance(element.tag, str) or element.tag == "DOCUMENT_FRAGMENT":
                continue
            assert element.tag in TAGS, html
            assert set(element.attrib) <= ATTRIBUTES, html
            assert element.get("href", PAGE).startswith(
                (PAGE, PREVAILING, "https://", "http://", "mailto:", "tel:+")
            ), html
            assert "script" not in element.get("href", ""), html

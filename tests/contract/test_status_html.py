"""Ready HTML of where a version stands: what stays true, whenever it is read."""

from __future__ import annotations

from datetime import datetime

import pytest
from inforce.contract.status_html import Following, Standing, status_html
from inforce.contract.summarise import summarise
from inforce.site.resources import catalogs
from inforce.site.translator import words_for

from tests.contract.test_fragments import PAGE, STAMP, told
from tests.contract.test_summarise import published
from tests.site import making
from tests.site.test_translator import LANGUAGES

PREVAILING = "https://legal.example.org/en/privacy/v2/"
NEXT = "https://legal.example.org/en/privacy/v3/"
SINCE, LATER = making.brussels(2026, 1, 15), making.brussels(2027, 2, 1)


def made(language: str = "en", *, withdrawn: datetime | None = None, next_: bool = True) -> str:
    standing = Standing(
        effective_from=SINCE,
        withdrawn=withdrawn,
        following=Following(version=3, effective_from=LATER, page=NEXT) if next_ else None,
    )
    words = words_for(language, catalogs())
    return status_html(summarise(published(), language), words, standing, page=PAGE, prevailing=PREVAILING, stamp=STAMP)


def test_from_when_it_applies_and_what_comes() -> None:
    html = made()
    assert "Applies from 15 January 2026." in told(html)
    assert f'<p>Version 3 applies from 1 February 2027. <a href="{NEXT}">Read version 3</a></p>' in html
    assert f'<a href="{PAGE}" rel="privacy-policy">' in html
    assert html.startswith('<div class="inforce-status" lang="en" dir="ltr" data-policy="')


def test_a_withdrawal_is_told_and_nothing_is_announced_that_does_not_come() -> None:
    assert "It is withdrawn from 1 February 2027." in told(made(withdrawn=LATER))
    assert "withdrawn" not in told(made())
    assert "Version 3" not in told(made(next_=False))


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_it_is_told_in_its_language(language: str) -> None:
    assert language in LANGUAGES
    words = words_for(language, catalogs())
    assert words.text("Applies from {date}.", date=words.day(SINCE)) in made(language)
    assert "Applies" not in made(language)


def test_a_translation_says_which_text_prevails() -> None:
    link = f'<a href="{PREVAILING}">'
    assert link not in made()
    assert link in made("fr")
    assert link in made("ar")

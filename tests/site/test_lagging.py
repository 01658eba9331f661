"""Which corrections of the prevailing text a translation has not had."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from inforce.model.version import Amendment, AmendmentType
from inforce.site.lagging import uncorrected

from tests.site import making
from tests.site.reading import of_class, shown, tree

D = "sha256:" + "0" * 64
ONE, TWO, BOTH = (
    {name: {"bytes": D, "wording": "w1:" + "0" * 64} for name in names.split()} for names in ("a", "b", "a b")
)
TERMS = {"title": "T", "status": "courtesy", "reviewed": False}


def recorded(day: int, type: AmendmentType, **rest: Any) -> Amendment:
    return Amendment(
        made_by="inforce 0.1.0", type=type, recorded=making.brussels(2026, 3, day), reason="A slip.", previous=D, **rest
    )


def correction(day: int, **digests: Any) -> Amendment:
    return recorded(day, AmendmentType.CORRECTION, digests=digests)


@pytest.mark.parametrize(
    ("amendments", "expected"),
    [
        ([], []),
        ([correction(1, en=ONE)], [2]),
        ([correction(1, fr=ONE)], []),
        ([correction(1, en=ONE, fr=ONE)], []),
        ([correction(1, en=ONE), correction(2, fr=ONE)], []),
        ([correction(1, fr=ONE), correction(2, en=ONE)], [2]),
        ([correction(1, en=BOTH), correction(2, fr=ONE)], [2]),
        ([correction(1, en=BOTH), correction(2, fr=ONE), correction(3, fr=TWO)], []),
        ([correction(1, en=ONE), correction(2, fr=TWO)], [2]),
        ([correction(1, en=ONE), correction(2, en=TWO), correction(3, fr=TWO)], [2]),
        ([correction(1, en=ONE), correction(2, en=ONE)], [2, 3]),
        (
            [
                correction(1, en=ONE),
                recorded(2, AmendmentType.TRANSLATION, languages={"fr": TERMS}, digests={"fr": BOTH}),
            ],
            [],
        ),
        (
            [
                recorded(1, AmendmentType.TRANSLATION, languages={"fr": TERMS}, digests={"fr": BOTH}),
                correction(2, en=ONE),
            ],
            [2],
        ),
        (
            [
                correction(1, en=ONE),
                recorded(
                    2,
                    AmendmentType.POSTPONEMENT,
                    effective_from=making.brussels(2027, 1, 1),
                    digests={"en": ONE, "fr": ONE},
                ),
            ],
            [2],
        ),
    ],
)
def test_a_translation_lags_behind_what_was_corrected_since(amendments: list[Amendment], expected: list[int]) -> None:
    texts = {language: making.TEXTS[language] for language in ("en", "fr")}
    made = making.version(1, making.brussels(2027, 1, 1), texts, amendments=tuple(amendments))
    assert [each.number for each in uncorrected(made, "fr")] == expected
    assert list(uncorrected(made, "en")) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "fr",
            "Le texte qui fait foi a été corrigé le 1er mars 2026 ; cette traduction ne l’a pas été. "
            "Voir ce qui a été corrigé",
        ),
        ("ja", "優先する本文は2026年3月1日に訂正されましたが、この翻訳には反映されていません。訂正内容を見る"),
    ],
)
def test_its_page_says_so_and_leads_to_what_was_corrected(language: str, words: str) -> None:
    made = making.version(1, making.brussels(2020, 1, 1), making.TEXTS, amendments=(correction(1, en=ONE),))
    pages = making.made(making.site(making.policy(made)))
    for url in ("", "v1/", "v1/r1/"):
        (note,) = of_class(tree(pages[f"{language}/privacy/{url}"].html), "late")
        assert shown(note) == words
        (way,) = note.iter("a")
        up = "../" * (2 + url.count("/"))
        assert (way.get("href"), way.get("hreflang")) == (f"{up}en/privacy/v1/r2/changes/", "en")
    assert "late" not in pages["en/privacy/"].html


def test_a_language_without_an_edition_shows_the_prevailing_text_and_lags_behind_nothing() -> None:
    texts = {language: making.TEXTS[language] for language in ("en", "fr")}
    made = making.version(1, making.brussels(2020, 1, 1), texts, amendments=(correction(1, en=ONE),))
    pages = making.made(making.site(making.policy(made), as_of=datetime.fromisoformat("2026-06-01T00:00:00Z")))
    assert of_class(tree(pages["ja/privacy/v1/"].html), "late") == []

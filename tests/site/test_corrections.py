"""Revisions as pages: each at an address of its own, and the redline from one to the next."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from inforce.model.version import Amendment, AmendmentType
from inforce.publication import PublishedVersion
from inforce.site.page import Page

from tests.site import making
from tests.site.reading import notices, of_class, shown, tree

D = "sha256:" + "0" * 64
PAIR = {"bytes": D, "wording": "w1:" + "0" * 64}
TERMS = {"title": "T", "status": "courtesy", "reviewed": False}
SLIP = making.changed("en", "retention", "10 years](fact", "5 years](fact")
BASE = "https://legal.example.org/policies/"


def recorded(day: int, type: AmendmentType, reason: str, **rest: Any) -> Amendment:
    return Amendment(
        made_by="inforce 0.1.0", type=type, recorded=making.brussels(2025, 3, day), reason=reason, previous=D, **rest
    )


POSTPONED = recorded(1, AmendmentType.POSTPONEMENT, "Too early.", effective_from=making.brussels(2025, 6, 1))
TRANSLATED = recorded(2, AmendmentType.TRANSLATION, "Asked for.", languages={"fr": TERMS}, digests={"fr": {}})
CORRECTED = recorded(3, AmendmentType.CORRECTION, "A slip.", digests={"en": {"retention": PAIR}})
WITHDRAWN = recorded(4, AmendmentType.WITHDRAWAL, "In error.", effective_from=making.brussels(2025, 9, 1))


def policy_version(number: int, *amendments: Amendment, **rest: Any) -> PublishedVersion:
    """English and French; in English five years stood until the third amendment."""
    texts = {language: making.TEXTS[language] for language in ("en", "fr")}
    wrong = {count: {"en": SLIP} for count in range(3)}
    return making.version(
        number,
        making.brussels(2025, 6, 1),
        texts,
        amendments=amendments,
        first_effective=making.brussels(2025, 5, 1),
        earlier=wrong,
        **rest,
    )


def made(*versions: PublishedVersion) -> dict[str, Page]:
    return making.made(making.site(making.policy(*versions)))


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """Version 1: postponed, translated into French, corrected in English."""
    return made(policy_version(1, POSTPONED, TRANSLATED, CORRECTED))


def test_every_revision_of_every_edition_has_its_page(pages: dict[str, Page]) -> None:
    assert {url for url in pages if re.search(r"/r\d/", url)} == {
        "en/privacy/v1/r1/",
        "en/privacy/v1/r2/",
        "en/privacy/v1/r2/changes/",
        "en/privacy/v1/r3/",
        "en/privacy/v1/r3/changes/",
        "fr/privacy/v1/r1/",
    }


def test_a_revision_that_was_replaced_shows_what_stood_then_and_leads_to_what_stands_now(
    pages: dict[str, Page],
) -> None:
    root = tree(pages["en/privacy/v1/r2/"].html)
    assert list(notices(root)) == [
        ("Replaced on 3 March 2025 by revision 3 of this version Read version 1 as it stands now", False)
    ]
    assert [each.get("href") for each in of_class(root, "st")[0].iter("a")] == ["../"]
    assert shown(of_class(root, "kick")[0]) == "Version 1, revision 2"
    (article,) = root.iter("article")
    assert shown(article).count("5 years") == shown(article).count("10 years") == 1, "the table says 10 anyhow"
    assert dates(pages["en/privacy/v1/r2/"]) == {
        "Announced": "1 June 2025",
        "Effective": "1 June 2025",
        "Recorded": "1 March 2025",
        "Replaced": "3 March 2025",
        "Prevailing language": "English",
    }
    (acts,) = of_class(root, "acts")
    assert [(shown(each), each.get("href")) for each in acts.iter("a")] == [
        ("What revision 3 changes", "../r3/changes/"),
        ("Read the version in force", "../../"),
        ("All versions", "../../history/"),
    ]
    assert dates(pages["en/privacy/v1/r1/"])["Effective"] == "1 May 2025", "before it was postponed"
    assert "Postponed" not in pages["en/privacy/v1/r1/"].html
    assert "../../../../api/v1/privacy/1/en/r2.json" in pages["en/privacy/v1/r2/"].html


def dates(page: Page) -> Mapping[str, str]:
    (listed,) = of_class(tree(page.html), "dates")
    return {shown(each[0]): shown(each[1]) for each in listed}


def test_the_newest_revision_says_how_its_version_stands(pages: dict[str, Page]) -> None:
    root = tree(pages["en/privacy/v1/r3/"].html)
    assert list(notices(root)) == [("In force since 1 June 2025", False)]
    (first, *_) = of_class(root, "court")
    assert shown(first) == "This address keeps revision 3 for good. Version 1 always shows the newest."
    assert [each.get("href") for each in first.iter("a")] == ["../"]
    assert "10 years" in shown(next(root.iter("article")))


def test_search_engines_are_led_to_the_version(pages: dict[str, Page]) -> None:
    for number, noindex in ((1, True), (2, True), (3, False)):
        page = pages[f"en/privacy/v1/r{number}/"]
        known = page.url if noindex else "en/privacy/"  # the version is in force
        assert f'<link rel="canonical" href="{BASE}{known}">' in page.html
        assert ('content="noindex"' in page.html) == noindex
        assert "hreflang" not in re.sub(r"<a [^>]*>", "", page.html)
        assert not page.listed, "so it stays out of the sitemap"


def test_the_version_says_what_was_corrected_when_and_why(pages: dict[str, Page]) -> None:
    for url, to in (("en/privacy/v1/", ""), ("en/privacy/", "v1/"), ("", "en/privacy/v1/")):
        root = tree(pages[url].html)
        notes = of_class(root, "court")
        assert [shown(each) for each in notes] == [
            "Postponed on 1 March 2025: moved from 1 May 2025 to 1 June 2025. See what it changed Too early.",
            "Corrected on 3 March 2025. See what it changed A slip.",
        ]
        assert [each.get("href") for note in notes for each in note.iter("a")] == [
            f"{to}r2/changes/",
            f"{to}r3/changes/",
        ]
        (foot,) = of_class(root, "colo")
        assert "Revision 3 · as data (JSON)" in shown(foot)
        assert "Earlier revisions Revision 1 · Revision 2" in shown(foot)
        ways = [each.get("href") for each in foot.iter("a") if "/verify/" not in (each.get("href") or "")]
        assert ways[1] == f"{to}r3/"
        assert ways[3:] == [f"{to}r1/", f"{to}r2/"]


def test_a_language_without_an_edition_follows_the_one_it_shows(pages: dict[str, Page]) -> None:
    root = tree(pages["ja/privacy/v1/"].html)
    ways = [each.get("href") or "" for each in root.iter("a")]
    assert "../../../en/privacy/v1/r3/changes/" in ways
    assert "../../../en/privacy/v1/r1/" in ways
    reasons = [each for note in of_class(root, "court") for each in note.iter("span")]
    assert [(each.get("lang"), each.get("dir")) for each in reasons] == [("en", "ltr")] * 2


def test_a_redline_from_one_revision_to_the_next(pages: dict[str, Page]) -> None:
    page = pages["en/privacy/v1/r3/changes/"]
    root = tree(page.html)
    assert page.title == "Privacy policy, version 1: what revision 3 changes"
    assert shown(next(root.iter("h1"))) == "What revision 3 changes"
    assert shown(of_class(root, "court")[0]) == "Corrected on 3 March 2025. A slip."
    (article,) = root.iter("article")
    assert [shown(each) for each in article.iter("del")] == ["5"]
    assert [shown(each) for each in article.iter("ins")] == ["10"]
    (acts,) = of_class(root, "acts")
    assert [(shown(each), each.get("href")) for each in acts.iter("a")] == [
        ("Read revision 2", "../../r2/"),
        ("Read revision 3", "../"),
        ("Read version 1 as it stands now", "../../"),
        ("All versions", "../../../history/"),
    ]
    moved = shown(of_class(tree(pages["en/privacy/v1/r2/changes/"].html), "court")[0])
    assert moved == "Postponed on 1 March 2025: moved from 1 May 2025 to 1 June 2025. Too early."


def switch(page: Page) -> dict[str, str]:
    (languages,) = of_class(tree(page.html), "langs")
    return {each.get("lang", ""): each.get("href", "") for each in languages.iter("a")}


def test_another_language_opens_as_it_stood_beside(pages: dict[str, Page]) -> None:
    version = {language: f"../../../../{language}/privacy/v1/" for language in ("en", "fr", "ar", "ja")}
    french = version["fr"]
    assert switch(pages["en/privacy/v1/r1/"]) == {**version, "en": "./"}, "there was no French yet"
    assert switch(pages["en/privacy/v1/r3/"]) == {**version, "en": "./", "fr": f"{french}r1/"}
    assert switch(pages["fr/privacy/v1/r1/"]) == {**version, "fr": "./", "en": f"{version['en']}r2/"}


def test_a_correction_of_two_languages_leads_from_one_to_the_other() -> None:
    both = recorded(3, AmendmentType.CORRECTION, "A slip.", digests={"en": {"a": PAIR}, "fr": {"a": PAIR}})
    pages = made(policy_version(1, both))
    assert switch(pages["en/privacy/v1/r2/changes/"])["fr"] == "../../../../../fr/privacy/v1/r2/changes/"
    assert switch(pages["en/privacy/v1/r2/changes/"])["ja"] == "../../../../../ja/privacy/v1/"


def test_a_version_that_was_public_before_it_was_recorded_held_from_the_beginning() -> None:
    whole = policy_version(1)
    for stood in (whole, whole.revisions["en"][0].stood):
        object.__setattr__(stood.version, "as_published", AS_PUBLISHED)
    assert "Recorded" not in dates(made(whole)["en/privacy/v1/r1/"])


AS_PUBLISHED = {"reason": "It was public.", "source": D}


def test_a_withdrawal_is_told_with_its_reason_and_makes_no_revision() -> None:
    pages = made(policy_version(1, CORRECTED, WITHDRAWN, withdrawn=making.brussels(2025, 9, 1)))
    notes = [shown(each) for each in of_class(tree(pages["en/privacy/v1/"].html), "court")]
    assert notes[-1] == "Withdrawal recorded on 4 March 2025. In error."
    assert "en/privacy/v1/r3/" not in pages
    assert "Withdrawal" in pages["en/privacy/v1/r2/"].html
    assert "Withdrawal" not in pages["en/privacy/v1/r1/"].html


def test_what_was_replaced_stays_as_it_is() -> None:
    """Whatever is published later: another correction, a translation, a withdrawal, the next version."""
    before = made(policy_version(1, POSTPONED, TRANSLATED, CORRECTED))
    german = recorded(5, AmendmentType.TRANSLATION, "More.", languages={"ja": TERMS}, digests={"ja": {}})
    again = recorded(6, AmendmentType.CORRECTION, "Another.", digests={"en": {"general": PAIR}})
    gone = recorded(7, AmendmentType.WITHDRAWAL, "In error.", effective_from=making.brussels(2025, 9, 1))
    texts = {language: making.TEXTS[language] for language in ("en", "fr", "ja")}
    first = making.version(
        1,
        making.brussels(2025, 6, 1),
        texts,
        amendments=(POSTPONED, TRANSLATED, CORRECTED, german, again, gone),
        first_effective=making.brussels(2025, 5, 1),
        earlier={count: {"en": SLIP} for count in range(3)},
        withdrawn=making.brussels(2025, 9, 1),
    )
    after = made(first, making.version(2, making.brussels(2026, 1, 1), making.TEXTS))
    settled = [url for url in before if re.search(r"/r\d/changes/|/en/.*/r[12]/$", f"/{url}")]
    assert len(settled) == 4
    assert [url for url in settled if before[url].html != after[url].html] == []
    changed = ("en/privacy/v1/r3/", "fr/privacy/v1/r1/")
    assert all(before[url].html != after[url].html for url in changed), "replaced; behind the correction and withdrawn"
    assert "ja/privacy/v1/r1/" in after


def test_a_later_version_changes_none_but_the_newest_revisions() -> None:
    """Whose version is to be superseded: its own state."""
    first = policy_version(1, POSTPONED, TRANSLATED, CORRECTED)
    before, after = made(first), made(first, making.version(2, making.brussels(2028, 1, 1), making.TEXTS))
    revisions = [url for url in before if re.search(r"/r\d/", url)]
    newest = {"en/privacy/v1/r3/", "fr/privacy/v1/r1/"}
    assert {url for url in revisions if before[url].html != after[url].html} == newest


def test_a_language_that_the_site_has_dropped() -> None:
    """English prevails but has no pages any more: what was corrected is told, and no link leads to nowhere."""
    site = making.site(making.policy(policy_version(1, POSTPONED, TRANSLATED, CORRECTED)))
    object.__setattr__(site.site, "languages", ("fr", "ja"))
    object.__setattr__(site.site, "default_language", "fr")
    pages = making.made(site)
    assert {url for url in pages if re.search(r"/r\d/", url)} == {"fr/privacy/v1/r1/"}
    for page in pages.values():
        assert not [each for each in tree(page.html).iter("a") if "en/privacy/" in (each.get("href") or "")]
    (note,) = of_class(tree(pages["fr/privacy/v1/"].html), "late")
    assert list(note.iter("a")) == []
    assert "訂正" in shown(tree(pages["ja/privacy/v1/"].html))

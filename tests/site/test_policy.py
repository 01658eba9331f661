"""The page of a version: where it stands, which language prevails, and what is at its foot."""

from __future__ import annotations

from inforce.model.version import Amendment, AmendmentType
from inforce.publication import PublishedSite
from inforce.site.page import Page

from tests.site import making
from tests.site.reading import notices, of_class, shown, tree


def test_in_force_tells_what_comes(pages: dict[str, Page]) -> None:
    root = tree(pages["en/privacy/"].html)
    assert list(notices(root)) == [
        ("In force since 15 January 2026 Version 3 takes effect on 1 February 2027. Read version 3", False),
        ("Superseded on 1 February 2027 Read the version in force", True),
    ]
    now, then = of_class(root, "st")
    assert now.get("data-until") == then.get("data-from") == "2027-02-01T00:00:00+01:00"
    assert [each.get("href") for each in then.iter("a")] == ["v3/"], "the text that nobody put here yet"


def test_superseded_leads_to_what_is_in_force(pages: dict[str, Page]) -> None:
    root = tree(pages["en/privacy/v1/"].html)
    assert list(notices(root)) == [("Superseded on 15 January 2026 Read the version in force", False)]
    assert [each.get("href") for each in of_class(root, "st")[0].iter("a")] == ["../"]


def test_scheduled_comes_into_force_by_itself(pages: dict[str, Page]) -> None:
    root = tree(pages["fr/privacy/v3/"].html)
    assert list(notices(root)) == [
        ("Pas encore en vigueur : prend effet le 1er février 2027 Lire la version en vigueur", False),
        ("En vigueur depuis le 1er février 2027", True),
    ]


def test_a_withdrawn_version_says_since_when_and_what_is_in_force() -> None:
    first = making.version(1, making.brussels(2020, 1, 1), making.TEXTS)
    second = making.version(2, making.brussels(2022, 1, 1), making.TEXTS, withdrawn=making.brussels(2023, 5, 1))
    pages = making.made(making.site(making.policy(first, second)))
    root = tree(pages["en/privacy/v2/"].html)
    assert list(notices(root)) == [
        ("Withdrawn: has not applied since 1 May 2023 Read the version in force", False),
    ]
    assert "Version 1" in pages["en/privacy/"].html
    assert list(notices(tree(pages["en/privacy/v1/"].html))) == [
        ("In force again since 1 May 2023, after version 2 was withdrawn", False)
    ]


def test_a_courtesy_translation_leads_to_the_text_that_prevails(pages: dict[str, Page]) -> None:
    (note,) = of_class(tree(pages["fr/privacy/v2/"].html), "court")
    assert "non relue par un juriste" in shown(note)
    assert [(each.get("href"), each.get("hreflang")) for each in note.iter("a")] == [("../../../en/privacy/v2/", "en")]
    assert of_class(tree(pages["en/privacy/v2/"].html), "court") == []


def test_without_an_edition_the_authoritative_text_stands_in(pages: dict[str, Page]) -> None:
    root = tree(pages["ar/privacy/v1/"].html)
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    (article,) = root.iter("article")
    assert (article.get("lang"), article.get("dir")) == ("en", "ltr")
    (title,) = root.iter("h1")
    assert (shown(title), title.get("lang")) == ("Privacy policy", "en")
    assert "هذا الإصدار غير متاح باللغة العربية" in shown(of_class(root, "court")[0])
    assert next(iter(tree(pages["ar/privacy/v2/"].html).iter("article"))).get("lang") is None


def test_the_article_is_the_policy_s_own_words(pages: dict[str, Page]) -> None:
    (article,) = tree(pages["en/privacy/v2/"].html).iter("article")
    words = shown(article)
    assert words.startswith("Welcome to the Northwind Privacy Policy We’re committed")
    assert words.endswith("over more than one line of a page.")
    assert "[email protected]" in words
    assert "hides the address" not in words
    marks = of_class(article, "unk-note")
    assert [each.get("data-note") for each in marks] == ["not known: the copy supplied hides the address"]


def test_the_contents_list_numbers_ids_and_headings_in_order(pages: dict[str, Page]) -> None:
    (toc,) = of_class(tree(pages["fr/privacy/"].html), "toc")
    assert [(each.get("href"), shown(each)) for each in toc.iter("a")] == [
        ("#introduction", "Bienvenue"),
        ("#general", "1. Généralités"),
        ("#retention", "2. Combien de temps conservons-nous vos données ?"),
        ("#rights", "3. Vos droits"),
        ("#access", "3.1 Droit d’accès"),
        ("#exercise", "3.2 Exercice"),
    ]


def test_the_foot_holds_permalink_digest_and_amendments(pages: dict[str, Page], northwind: PublishedSite) -> None:
    root = tree(pages["fr/privacy/"].html)
    (foot,) = of_class(root, "colo")
    digest = northwind.policies[0].version(2).editions["fr"].wording
    assert "https://legal.example.org/policies/fr/privacy/v2/" in shown(foot)
    assert digest in shown(foot)
    assert "Traduction ajoutée 1er février 2026" in shown(foot)
    assert "../../api/v1/privacy/2/fr/r1.json" in [each.get("href") for each in foot.iter("a")]
    assert "Translation added" not in pages["en/privacy/v2/"].html


def test_a_correction_shows_in_its_own_language() -> None:
    correction = Amendment(
        made_by="inforce 0.1.0",
        type=AmendmentType.CORRECTION,
        recorded=making.brussels(2026, 3, 1),
        reason="a slip",
        previous="sha256:" + "0" * 64,
        digests={"en": {}},
    )
    version = making.version(1, making.brussels(2020, 1, 1), making.TEXTS, amendments=(correction,))
    pages = making.made(making.site(making.policy(version)))
    assert "Corrected" in pages["en/privacy/v1/"].html
    assert "Corrigée" not in pages["fr/privacy/v1/"].html


def test_the_way_in(pages: dict[str, Page]) -> None:
    root = tree(pages[""].html)
    assert "assets/inforce-entry.js" in pages[""].html
    assert "inforce-entry.js" not in pages["en/privacy/"].html
    (switch,) = of_class(root, "langs")
    assert [(each.get("lang"), each.get("href")) for each in switch.iter("a")] == [
        (language, f"{language}/privacy/") for language in ("en", "fr", "ar", "ja")
    ]
    (article,) = root.iter("article")
    assert "We’re committed" in shown(article)


def test_a_language_that_the_site_has_dropped() -> None:
    """The text that prevails is in a language without pages: it stands on each page, and no link leads to nowhere."""
    version = making.version(1, making.brussels(2020, 1, 1), making.TEXTS)
    site = making.site(making.policy(version))
    object.__setattr__(site.site, "languages", ("fr", "ja"))
    object.__setattr__(site.site, "default_language", "fr")
    pages = making.made(site)
    (note,) = of_class(tree(pages["fr/privacy/"].html), "court")
    assert list(note.iter("a")) == []
    del version.editions["ja"]  # type: ignore[attr-defined]
    root = tree(making.made(site)["ja/privacy/"].html)
    assert next(root.iter("article")).get("lang") == "en"
    canonical = [each.get("href") for each in root.iter("link") if each.get("rel") == "canonical"]
    assert canonical == ["https://legal.example.org/policies/ja/privacy/"]


def relations(page: Page) -> dict[str, str]:
    """The links between versions in a page's head."""
    found = [(each.get("rel") or "", each.get("href") or "") for each in tree(page.html).iter("link")]
    return {relation: href for relation, href in found if "version" in relation}


def test_versions_are_linked_to_one_another(pages: dict[str, Page], drafts: dict[str, Page]) -> None:
    history = {"version-history": "../history/"}
    first, second, third = (relations(pages[f"en/privacy/v{number}/"]) for number in (1, 2, 3))
    assert first == {**history, "successor-version": "../v2/"}
    assert second == {**history, "predecessor-version": "../v1/", "successor-version": "../v3/"}
    assert third == {**history, "predecessor-version": "../v2/"}
    assert relations(pages["en/privacy/"])["predecessor-version"] == "v1/"
    assert relations(drafts["en/privacy/draft/"])["predecessor-version"]


def test_a_page_of_one_revision_is_linked_to_the_revisions_beside_it(pages: dict[str, Page]) -> None:
    assert relations(pages["en/privacy/v2/r1/"]) == {"version-history": "../../history/"}

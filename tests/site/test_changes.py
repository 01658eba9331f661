from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from inforce.model.facts import Facts
from inforce.publication import PublishedSite
from inforce.redline.facts import fact_changes
from inforce.redline.html.labels import FactLine
from inforce.site.changes import before_draft, earlier, later, pairs
from inforce.site.page import Page
from inforce.site.redline_wording import fact_line
from inforce.site.resources import catalogs
from inforce.site.translator import words_for

from tests.site import making
from tests.site.reading import of_class, shown, tree


def numbers(site: PublishedSite) -> list[tuple[int | None, int | None]]:
    return [(old.number, new.number) for old, new in pairs(site.policies[0], site.as_of)]


def test_what_is_compared() -> None:
    later, never = making.brussels(2027, 3, 1), making.brussels(2020, 1, 1)
    assert numbers(making.northwind()) == [(1, 2), (2, 3), (1, 3)], "the third comes into force though nobody rebuilds"
    assert numbers(making.northwind(as_of=later)) == [(1, 2), (2, 3), (1, 3)]
    assert numbers(making.northwind(as_of=never)) == [(1, 2), (2, 3), (1, 3)]
    assert numbers(making.northwind(as_of=later, draft=True)) == [(1, 2), (2, 3), (1, 3), (3, None)]
    assert numbers(making.northwind(draft=True)) == [(1, 2), (2, 3), (1, 3), (3, None), (2, None)]


def withdrawn_third(withdrawn: datetime, *, as_of: datetime) -> PublishedSite:
    """Four versions, a year apart from 2022 on, of which the third is withdrawn."""
    made = [
        making.version(n, making.brussels(2021 + n, 1, 1), making.TEXTS, withdrawn=withdrawn if n == 3 else None)
        for n in (1, 2, 3, 4)
    ]
    draft = making.working_text(making.TEXTS)
    return making.site(making.policy(*made, draft=draft), as_of=as_of)


@pytest.mark.parametrize(
    ("withdrawn", "as_of", "before", "after"),
    [
        ((2023, 6, 1), (2023, 5, 1), {4: 2, None: 4}, {2: 4}),  # to be withdrawn before it takes effect
        ((2024, 6, 1), (2024, 3, 1), {4: 2, None: 4}, {2: 3}),  # in force, to be withdrawn in June
        ((2024, 6, 1), (2024, 7, 1), {4: 2, None: 4}, {2: 4}),
        ((2025, 6, 1), (2025, 3, 1), {4: 3, None: 4}, {2: 3}),  # superseded, then withdrawn
        ((2025, 6, 1), (2025, 7, 1), {4: 3, None: 4}, {2: 4}),
    ],
)
def test_a_withdrawn_version_is_passed_over(
    withdrawn: tuple[int, int, int],
    as_of: tuple[int, int, int],
    before: dict[int | None, int],
    after: dict[int, int],
) -> None:
    site = withdrawn_third(making.brussels(*withdrawn), as_of=making.brussels(*as_of))
    (policy,) = site.policies
    found = {number: earlier(policy, number) if number else before_draft(policy, site.as_of) for number in before}
    assert found == before
    assert {number: later(policy, number, site.as_of) for number in after} == after
    offered = {(old, new) for new, old in before.items()} | set(after.items())
    assert offered <= set(numbers(site)), "each has its page"
    assert len(numbers(site)) == len(set(numbers(site)))


def test_the_only_version_before_is_offered_though_it_was_withdrawn() -> None:
    first = making.version(1, making.brussels(2020, 1, 1), making.TEXTS, withdrawn=making.brussels(2021, 1, 1))
    second = making.version(2, making.brussels(2022, 1, 1), making.TEXTS)
    policy = making.policy(first, second)
    assert earlier(policy, 2) == 1
    assert earlier(policy, 1) is None
    assert later(policy, 2, making.AS_OF) is None


def test_a_superseded_version_leads_to_the_comparison_with_the_one_in_force(pages: dict[str, Page]) -> None:
    (acts,) = of_class(tree(pages["fr/privacy/v1/"].html), "acts")
    ways = {shown(each): each.get("href") for each in acts.iter("a")}
    assert ways["Comparer avec la version en vigueur"] == "../changes/1/"
    page = pages["fr/privacy/changes/1/"]
    root = tree(page.html)
    (refresh,) = (each for each in root.iter("meta") if each.get("http-equiv") == "refresh")
    assert refresh.get("content") == "0; url=../1-2/"
    offered = [(each.get("href"), shown(each)) for each in next(root.iter("main")).iter("a")]
    assert offered == [
        ("../1-2/", "Ce qui a changé depuis la version 1"),
        ("../1-3/", "Ce qui a changé depuis la version 1"),
    ], "for who stays; the second from the instant of version 3 on"
    assert 'rel="canonical" href="https://legal.example.org/policies/fr/privacy/changes/1-2/"' in page.html
    for url in ("en/privacy/v2/", "en/privacy/v3/", "en/privacy/v1/r1/"):
        assert "Compare with the version in force" not in pages[url].html, url


def test_no_comparison_with_a_version_in_force_where_there_is_none_or_an_earlier_one() -> None:
    second = making.version(2, making.brussels(2022, 1, 1), making.TEXTS, withdrawn=making.brussels(2023, 1, 1))
    first = making.version(1, making.brussels(2020, 1, 1), making.TEXTS)
    gone = making.version(1, making.brussels(2020, 1, 1), making.TEXTS, withdrawn=making.brussels(2021, 1, 1))
    for versions in ((first, second), (gone, second)):
        pages = making.made(making.site(making.policy(*versions)))
        assert not [url for url in pages if re.search(r"/changes/\d+/$", url)]
        assert not [url for url, page in pages.items() if "Compare with the version in force" in page.html]


def test_a_page_of_changes_shows_them_in_place_with_their_number_and_notes(pages: dict[str, Page]) -> None:
    root = tree(pages["en/privacy/changes/1-2/"].html)
    (article,) = root.iter("article")
    assert [shown(each) for each in article.iter("del")] == ["5"]
    assert [shown(each) for each in article.iter("ins")] == ["10"]
    assert "1 change in 1 section" in shown(root)
    (note,) = of_class(root, "note")
    assert [shown(each) for each in note] == ["Contracts are kept for ten years.", "The table is new."]


def test_a_redline_in_the_only_common_language(pages: dict[str, Page]) -> None:
    root = tree(pages["fr/privacy/changes/1-2/"].html)
    (article,) = root.iter("article")
    assert (root.get("lang"), article.get("lang")) == ("fr", "en")
    (told,) = of_class(root, "told")
    assert told.get("lang") == "en"
    assert "Il n’existe pas de texte en français pour les deux versions à la fois." in shown(of_class(root, "court")[0])


def test_no_language_in_common() -> None:
    first = making.version(1, making.brussels(2020, 1, 1), {"en": making.TEXTS["en"]})
    second = making.version(2, making.brussels(2022, 1, 1), {"fr": making.TEXTS["fr"]})
    page = making.made(making.site(making.policy(first, second)))["en/privacy/changes/1-2/"]
    assert "no language in common" in page.html
    assert not list(tree(page.html).iter("article"))


@pytest.mark.parametrize(
    ("change", "language", "expected"),
    [
        (
            {"retention": {"contract": {"keep": "5 years"}}},
            "en",
            FactLine(label="kept for:", old="10 years", new="5 years"),
        ),
        (
            {"recipients": {"hubspot": {"name": "HubSpot, Inc."}, "mailer": {"name": "Mailer Ltd"}}},
            "fr",
            FactLine(label="Nouveau destinataire\u00a0:", new="Mailer Ltd"),
        ),
        (
            {"rights": {"exercise": {"fee": "none"}}},
            "fr",
            FactLine(label="Réponses aux demandes, frais\u00a0:", new="néant"),
        ),
        ({"cookies": {}}, "en", FactLine(label="Cookie or similar technique removed:", old="E-mail beacon")),
    ],
)
def test_changes_of_fact_are_told(change: dict[str, object], language: str, expected: FactLine) -> None:
    old, new = Facts.model_validate(making.FACTS), Facts.model_validate({**making.FACTS, **change})
    words = words_for(language, catalogs())
    told = [fact_line(each, words, old, new) for each in fact_changes(old, new, language)]
    assert expected in told


def test_a_cookie_that_was_checked_again_is_told() -> None:
    old = Facts.model_validate(making.FACTS)
    new = old.model_copy(deep=True)
    cookie = new.cookies.get("lang")
    assert cookie is not None
    object.__setattr__(cookie, "verified", date(2026, 5, 5))
    words = words_for("en", catalogs())
    changes = fact_changes(old, new, "en")
    assert [fact_line(each, words, old, new) for each in changes] == [
        FactLine(label="lang, last checked:", old="10 January 2026", new="5 May 2026")
    ]


def sides(html: str) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """Each version with its states: the kind, the words, whether it is hidden."""
    (found,) = of_class(tree(html), "sides")
    return [
        (
            shown(next(side.iter("dt"))),
            [(str(each.get("class"))[6:], shown(each), "hidden" in each.attrib) for each in side.iter("dd")],
        )
        for side in found
    ]


def test_a_redline_says_where_both_versions_stand(pages: dict[str, Page]) -> None:
    """At the site's instant and at each later one that is known."""
    assert sides(pages["en/privacy/changes/1-2/"].html) == [
        (
            "Version 1",
            [
                (
                    "superseded",
                    "Superseded on 15 January 2026 In force from 10 November 2020 to 14 January 2026",
                    False,
                )
            ],
        ),
        (
            "Version 2",
            [
                (
                    "in_force",
                    "In force since 15 January 2026 Version 3 takes effect on 1 February 2027. Read version 3",
                    False,
                ),
                (
                    "superseded",
                    "Superseded on 1 February 2027 In force from 15 January 2026 to 31 January 2027",
                    True,
                ),
            ],
        ),
    ]
    new = sides(pages["en/privacy/changes/2-3/"].html)[1]
    assert new == (
        "Version 3",
        [
            ("announced", "Not yet in force: takes effect on 1 February 2027", False),
            ("in_force", "In force since 1 February 2027", True),
        ],
    )


def test_a_redline_to_the_draft_says_so() -> None:
    page = making.made(making.northwind(draft=True))["en/privacy/changes/3-draft/"]
    assert sides(page.html)[1] == ("Draft", [("draft", "Draft: a proposed text that is not in force", False)])


def test_a_redline_to_a_version_that_will_be_withdrawn() -> None:
    first = making.version(1, making.brussels(2020, 1, 1), making.TEXTS)
    second = making.version(2, making.brussels(2022, 1, 1), making.TEXTS, withdrawn=making.brussels(2030, 1, 1))
    page = making.made(making.site(making.policy(first, second)))["en/privacy/changes/1-2/"]
    assert [each[:2] for each in sides(page.html)[0][1]] == [
        ("superseded", "Superseded on 1 January 2022 In force from 1 January 2020 to 31 December 2021"),
        (
            "in_force",
            "In force again since 1 January 2030, after version 2 was withdrawn "
            "In force from 1 January 2020 to 31 December 2021",
        ),
    ]
    assert sides(page.html)[1][1][-1] == (
        "withdrawn",
        "Withdrawn: has not applied since 1 January 2030 In force from 1 January 2022 to 31 December 2029",
        True,
    )


def test_a_redline_over_several_versions_has_the_notes_of_each_under_its_name() -> None:
    made = [
        making.version(number, making.brussels(2020 + number, 1, 1), making.TEXTS, note=note)
        for number, note in ((1, "First."), (2, "We print less."), (3, ""), (4, "We print nothing.\n\nNor copy."))
    ]
    page = making.made(making.site(making.policy(*made)))["en/privacy/changes/1-4/"]
    (told,) = of_class(tree(page.html), "told-by")
    assert [(shown(next(each.iter("dt"))), [shown(p) for p in each.iter("p")]) for each in told] == [
        ("Version 2 1 January 2022", ["We print less."]),
        ("Version 4 1 January 2024", ["We print nothing.", "Nor copy."]),
    ]
    assert [each.get("href") for each in told.iter("a")] == ["../../v2/", "../../v4/"]


def test_each_redline_describes_itself() -> None:
    pages = [page for url, page in making.made(making.northwind()).items() if url.startswith("en/privacy/changes/")]
    said = [re.findall(r'<meta name="description" content="(.*?)">', page.html) for page in pages]
    assert len(pages) > 2
    assert all(len(each) == 1 for each in said)
    assert len({each for (each,) in said}) == len(pages)

"""The pages made from facts: cookies and contact."""

from __future__ import annotations

import copy
import re
from dataclasses import replace

from inforce.model.facts import Facts
from inforce.redline.facts import fact_changes
from inforce.site.page import Page
from inforce.site.redline_wording import fact_line
from inforce.site.resources import catalogs
from inforce.site.translator import words_for

from tests.site import making
from tests.site.reading import of_class, shown, tree

ARABIC = """# عام

ينشر [Northwind SA](fact:organisation.controller.name) هذه السياسة. الهاتف: [+32 2 274 48 00](fact:organisation.controller.phone)، البريد: [\\[email protected\\]](fact:organisation.controller.email)، الموقع: [https://northwind.example.org/](https://northwind.example.org/)، المدة: [عشر سنوات](fact:retention.contract.keep).
"""  # noqa: E501
HUBSPOT, CHECKED = "HubSpot, Inc.", "verified on 10 January 2026"


def test_cookies_by_category(pages: dict[str, Page]) -> None:
    groups = of_class(tree(pages["en/cookies/"].html), "ck")
    assert [each.get("aria-labelledby") for each in groups] == ["necessary", "functional", "analytics", "marketing"]
    rows = [[shown(cell) for cell in row] for group in groups for row in group.iter("tr") if row.get("id")]
    assert rows == [
        [f"lang {CHECKED}", "Northwind SA", "cookie", "12 months", "Keeps your language", "not needed"],
        [f"theme {CHECKED}", "Northwind SA", "local storage", "until you delete it", "not stated", "not needed"],
        [
            f"__hs… {CHECKED}",
            f"{HUBSPOT} third party",
            "cookie",
            "until you close the browser",
            "Tells visitors apart",
            "needed",
        ],
        [
            "E-mail beacon",
            f"{HUBSPOT} third party",
            "tracking pixel",
            "not known",
            "Newsletter Name: not known",
            "needed",
        ],
    ]


def test_cookies_in_another_language(pages: dict[str, Page]) -> None:
    root = tree(pages["ja/cookies/"].html)
    text = shown(root)
    assert "12か月" in text
    assert "言語を記憶します" in text
    foreign = [shown(each) for each in root.iter("td") for each in each.iter("span") if each.get("lang") == "en"]
    assert "Tells visitors apart" in foreign


def test_a_page_of_facts_names_its_source(pages: dict[str, Page]) -> None:
    root = tree(pages["fr/contact/"].html)
    link = next(each for each in of_class(root, "court")[0].iter("a"))
    assert (shown(link), link.get("href")) == ("Politique de confidentialité, version 2", "../privacy/v2/")


def test_a_title_that_nobody_has_translated_says_its_language() -> None:
    version = making.version(1, making.brussels(2020, 1, 1), {"en": making.TEXTS["en"]})
    policy = making.policy(version)
    del policy.config.title["ar"]
    html = making.made(making.site(policy))["ar/contact/"].html
    (link,) = of_class(tree(html), "court")[0].iter("a")
    (title,) = link.iter("span")
    assert (shown(title), title.get("lang"), title.get("dir")) == ("Privacy policy", "en", "ltr")
    assert shown(link) == "Privacy policy، الإصدار 1"


def test_the_page_of_contacts_states_facts_links_ways_and_says_what_is_not_known(pages: dict[str, Page]) -> None:
    root = tree(pages["en/contact/"].html)
    controller, authority = of_class(root, "card")
    said = {shown(pair[0]): shown(pair[1]) for pair in controller.iter("div")}  # a line break is no text
    assert said["Address"] == "Rue Haute 121000 BrusselsBelgium"
    assert said["E-mail"] == "not known (the copy supplied hides the address)"
    assert said["Telephone"] == "+32 2 274 48 00"
    assert {each.get("href") for each in controller.iter("a")} == {"tel:+3222744800", "https://northwind.example.org/"}
    assert {each.get("href") for each in authority.iter("a")} == {"mailto:contact@authority.example.org"}
    assert "We answer within 1 month; where that is extended, within 2 months in all." in shown(root)


def test_contact_in_french(pages: dict[str, Page]) -> None:
    text = shown(tree(pages["fr/contact/"].html))
    assert "Bruxelles" in text
    assert "Belgique" in text
    assert "la copie fournie masque l’adresse" in text
    assert "Nous répondons dans un délai de 1 mois ; si ce délai est prolongé, de 2 mois au total." in text


def test_facts_say_when_another_version_takes_their_place(pages: dict[str, Page]) -> None:
    for url in ("en/cookies/", "en/contact/"):
        root = tree(pages[url].html)
        now, soon = of_class(root, "court")[:2]
        assert now.get("data-until") == soon.get("data-until") == "2027-02-01T00:00:00+01:00"
        (later,) = of_class(root, "st-superseded")
        assert "hidden" in later.attrib
        assert later.get("data-from") == "2027-02-01T00:00:00+01:00"
        assert [each.get("href") for each in later.iter("a")] == ["../privacy/v2/", "../privacy/v3/"]


def test_a_name_of_which_only_the_beginning_is_known_is_left_open() -> None:
    facts = copy.deepcopy(making.FACTS)
    facts["cookies"]["hs"]["label"] = {"en": "Visitor mark"}
    version = making.version(1, making.brussels(2020, 1, 1), {"en": making.TEXTS["en"]})
    pages = making.made(making.site(making.policy(replace(version, facts=Facts.model_validate(facts)))))
    row = next(each for each in tree(pages["en/cookies/"].html).iter("tr") if each.get("id") == "cookie-hs")
    assert shown(next(row.iter("th"))) == f"Visitor mark __hs… {CHECKED}"


def test_foreign_facts_keep_their_order_in_arabic(pages: dict[str, Page]) -> None:
    """Else a telephone number's + stands at its end, and the parts of an identifier change places."""
    texts = {**making.TEXTS["ar"], "general": ARABIC}
    version = making.version(1, making.brussels(2020, 1, 1), {"en": making.TEXTS["en"], "ar": texts})
    made = making.made(making.site(making.policy(version)))
    (article,) = tree(made["ar/privacy/v1/"].html).iter("article")
    apart = [(each.tag, shown(each)) for each in article.iter() if each.get("dir") == "ltr"]
    assert apart[:4] == [
        ("bdi", "Northwind SA"),
        ("a", "+32 2 274 48 00"),
        ("span", "[email protected]"),
        ("a", "https://northwind.example.org/"),
    ]
    assert "عشر سنوات" in shown(article)
    assert "dir=" not in "".join(re.findall("<article.*</article>", made["en/privacy/v1/"].html, re.DOTALL))


def test_a_right_without_a_way_to_use_it_leads_to_the_policy() -> None:
    facts = copy.deepcopy(making.FACTS)
    facts["rights"]["restriction"] = {"label": {"en": "Right to a pause"}}
    version = making.version(1, making.brussels(2020, 1, 1), {"en": making.TEXTS["en"]})
    pages = making.made(making.site(making.policy(replace(version, facts=Facts.model_validate(facts)))))
    (rights,) = of_class(tree(pages["en/contact/"].html), "rights")
    told = {shown(name): way for name, way in zip(rights.iter("dt"), rights.iter("dd"), strict=True)}
    pause = told["Right to a pause"]
    assert shown(pause).startswith("The policy names no address for this right. How to reach")
    assert shown(pause).endswith("See Privacy policy, version 1.")
    assert [each.get("href") for each in pause.iter("a")][-1] == "../privacy/v1/"
    assert "See" not in shown(told["Right of access"])


def test_an_address_that_only_another_language_tells_otherwise_has_not_changed() -> None:
    data = copy.deepcopy(making.FACTS)
    data["organisation"]["controller"]["address"]["locality"]["ja"] = "ブリュッセル"
    old, new = Facts.model_validate(making.FACTS), Facts.model_validate(data)
    for language, lines in (("en", 0), ("ja", 1)):
        words = words_for(language, catalogs())
        changes = fact_changes(old, new, language)
        assert len([each for each in changes if fact_line(each, words, old, new)]) == lines


def test_a_number_that_changed_keeps_its_order_in_arabic() -> None:
    data = copy.deepcopy(making.FACTS)
    data["organisation"]["controller"]["phone"] = "+3222744801"
    data["retention"]["contract"]["keep"] = "6 months"
    old, new = Facts.model_validate(making.FACTS), Facts.model_validate(data)
    words = words_for("ar", catalogs())
    lines = [fact_line(each, words, old, new) for each in fact_changes(old, new, "ar")]
    assert {line.new for line in lines if line} == {"\u2066+32 2 274 48 01\u2069", "6 أشهر"}

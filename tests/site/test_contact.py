"""The page of contacts: everyone one can reach, in order, and how to use each right."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from inforce.contract.models import Summary
from inforce.contract.summarise import summarise
from inforce.model.facts import Facts
from inforce.model.records import Exercise
from inforce.site.fact_words import heading
from inforce.site.page import Page
from inforce.site.resources import catalogs
from inforce.site.translator import words_for

from tests.contract.test_fragments import PAGE
from tests.contract.test_fragments import view as ready
from tests.site import making
from tests.site.reading import of_class, shown, tree


def page(
    facts: dict[str, Any],
    *,
    language: str = "en",
    as_of: datetime = making.AS_OF,
    texts: Mapping[str, str] = making.TEXTS["en"],
) -> str:
    version = making.version(1, making.brussels(2020, 1, 1), {"en": texts})
    version = replace(version, facts=Facts.model_validate(facts))
    return making.made(making.site(making.policy(version), as_of=as_of))[f"{language}/contact/"].html


def test_everyone_in_the_order_a_reader_needs() -> None:
    facts = copy.deepcopy(making.FACTS)
    facts["organisation"]["dpo"] = {"name": "The Officer", "email": "dpo@example.org"}
    facts["organisation"]["representative"] = {"name": "The Representative", "phone": "+3222744801"}
    facts["organisation"]["contact"] = {"email": "ask@example.org"}
    cards = [shown(card) for card in of_class(tree(page(facts)), "card")]
    assert len(cards) == 5
    for card, words in zip(
        cards,
        ["Northwind SA", "ask@example.org", "The Representative", "The Officer", "Data Protection Authority"],
        strict=True,
    ):
        assert words in card


def test_a_right_says_how_and_where_and_what_nobody_knows(pages: dict[str, Page]) -> None:
    text = shown(tree(pages["en/contact/"].html))
    assert "Right of access" in text
    assert "Write to us." in text
    french = shown(tree(pages["fr/contact/"].html))
    assert "Droit d’accès" in french


def test_what_most_people_come_for_stands_first_under_the_name_they_would_give_it() -> None:
    facts = copy.deepcopy(making.FACTS)
    facts["rights"] |= {name: {"label": {"en": f"Right of {name}"}} for name in ("erasure", "portability", "complaint")}
    (rights,) = of_class(tree(page(facts)), "rights")
    heads = [shown(each) for each in rights.iter("dt")]
    assert heads == [
        "Have my data deleted Right of erasure",
        "Complain Right of complaint",
        "Right of access",
        "Right of portability",
    ]


def test_a_right_leads_to_its_own_words_and_to_the_ways_that_work_before_what_nobody_knows() -> None:
    facts = copy.deepcopy(making.FACTS)
    facts["rights"]["access"]["by"] = ["organisation.controller"]
    text = "# Rights\n\n## [Seeing your data](id:seeing)\n\nYou may [see them](fact:rights.access)."
    (rights,) = of_class(tree(page(facts, texts={**making.TEXTS["en"], "rights": text})), "rights")
    words = [each for each in rights.iter("a") if "#" in (each.get("href") or "")]
    assert [(each.get("href"), shown(each)) for each in words] == [("../privacy/v1/#seeing", "3.1 Seeing your data")]
    told = [shown(each).partition(" ")[0] for each in rights.iter("li")]
    assert told == ["Address:", "Telephone:", "Website:", "E-mail:"], "the last is what nobody knows"


def test_whatever_the_right_one_can_always_write_to_somebody() -> None:
    """Whom the policy names for it, else whom one would ask; why something isn't known is said once."""
    facts = copy.deepcopy(making.FACTS)
    hidden = {"unknown": {"en": "The copy hides it."}}
    facts["organisation"]["controller"]["email"] = facts["organisation"]["authority"]["email"] = hidden
    facts["organisation"]["authority"]["phone"] = "+3222744801"
    facts["rights"] |= {name: {"label": {"en": f"Right of {name}"}} for name in ("erasure", "complaint", "portability")}
    facts["rights"]["objection"] = {"label": {"en": "Objecting"}, "by": ["organisation.controller.email"]}
    root = tree(page(facts))
    (rights,) = of_class(root, "rights")
    heads = [shown(each) for each in rights.iter("dt")]
    ways = [[shown(way).partition(" ")[0] for way in each.iter("li")] for each in rights.iter("dd")]
    told = dict(zip(heads, ways, strict=True))
    assert told["Have my data deleted Right of erasure"] == ["Address:", "Telephone:", "Website:", "E-mail:"]
    assert told["Complain Right of complaint"] == ["Telephone:", "E-mail:"]
    assert told["Objecting"] == ["Address:", "Telephone:", "Website:", "E-mail:"], "its own way is not known"
    assert told["Right of portability"] == ["Address:", "Telephone:", "Website:", "E-mail:"]
    named = [shown(each) for each in rights.iter("p") if "How to reach" in shown(each)]
    assert named == [
        "The policy names no address for this right. How to reach “Responsible for your data”:",
        "The policy names no address for this right. How to reach “Supervisory authority”:",
        "The policy names no address for this right. How to reach “Responsible for your data”:",
        "No address is known for this right. How to reach “Responsible for your data”:",
    ], "what the policy doesn't name is never taken for what it does, nor for what nobody knows"
    assert shown(root).count("The copy hides it.") == 1
    assert shown(rights).count("E-mail: not known") == len(heads), "below each right, though why is said once"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_way_that_nobody_knows_is_told_after_those_that_work(language: str) -> None:
    """Else the ways that are left would seem to be all that the policy names. Why is told once, with whose it is."""
    facts = copy.deepcopy(making.FACTS)
    hidden = {"unknown": {"en": "The copy hides it.", "ar": "مخفيّ"}}
    facts["organisation"]["controller"]["email"] = facts["organisation"]["authority"]["email"] = hidden
    both = ["organisation.controller.email", "organisation.controller.address"]
    facts["terms"] = {"courts": {"brussels": {"label": "Tribunal"}}}
    facts["rights"] = {
        "access": {"label": "AAA", "by": both},
        "complaint": {"label": "CCC", "by": ["organisation.authority.email", *both]},
        "objection": {"label": "OOO", "by": ["organisation.controller.email", "terms.courts.brussels"]},
        "portability": {"label": "PPP", "by": ["organisation.controller.address"]},
    }
    words = words_for(language, catalogs())
    email, unknown = heading(("organisation", "controller", "email"), words), words.text("not known")
    told = {"AAA": 1, "CCC": 2, "OOO": 1, "PPP": 0}
    version = making.version(1, making.brussels(2020, 1, 1), {language: making.TEXTS["en"]})
    stated = Facts.model_validate(facts)
    edition = replace(version.editions[language], facts=stated)
    version = replace(version, facts=stated, editions={language: edition})
    ready_html = ready(summarise(version, language))["contact.html"]
    own = making.made(making.site(making.policy(version), as_of=making.AS_OF))[f"{language}/contact/"].html
    for html in (own, f"<!DOCTYPE html><title>x</title>{ready_html}"):
        root = tree(html)
        heads = [shown(each) for each in root.iter("dt") if shown(each)[-4:].strip(" ()") in told]
        cells = [shown(each) for each in root.iter("dd")][-len(heads) :]
        for head, cell in zip(heads, cells, strict=True):
            name = head[-4:].strip(" ()")
            assert cell.count(unknown) == told[name], cell
            assert (email in cell) == (told[name] > 0)
            assert cell.find("Haute") < cell.find(unknown) or not told[name]
        reason = hidden["unknown"][language]
        assert shown(root).count(reason) == 1


def test_the_time_to_answer_leads_to_its_own_words_and_the_other_terms_are_told() -> None:
    facts = copy.deepcopy(making.FACTS)
    facts["rights"]["exercise"] |= {
        "fee": {"en": "Free of charge"},
        "identification": {"en": "A copy of your passport"},
    }
    facts["rights"]["access"]["website"] = "https://northwind.example.org/my-data"
    text = "# Rights\n\n## [Our answer](id:answer)\n\nWe answer within [1 month](fact:rights.exercise.reply)."
    (rights,) = of_class(tree(page(facts, texts={**making.TEXTS["en"], "rights": text})), "rights")
    links = {shown(each): each.get("href") for each in rights.iter("a")}
    assert links["1 month"] == "../privacy/v1/#answer"
    assert links["northwind.example.org/my-data"] == "https://northwind.example.org/my-data"
    assert "Proof of identity: A copy of your passport" in shown(rights)
    assert "Fee: Free of charge" in shown(rights)


TERMS: dict[str, tuple[str, Any, str]] = {
    "how": ("How to use it", {"en": "With the green card"}, "With the green card"),
    "reply": ("Time to answer", "1 month", "1 month"),
    "extended": ("Time to answer, extended", "3 months", "3 months"),
    "identification": ("Proof of identity", {"en": "Only in doubt"}, "Only in doubt"),
    "fee": ("Fee", {"en": "Ten euros"}, "Ten euros"),
}


@pytest.mark.parametrize("field", [field for field in Exercise.model_fields if field not in ("note", "by")])
@pytest.mark.parametrize("state", ["stated", "none", "unknown"])
def test_page_and_ready_html_tell_each_term_and_lead_to_its_own_words(field: str, state: str) -> None:
    label, value, told = TERMS[field]
    stated = {"stated": (value, told), "none": ("none", "none"), "unknown": (UNKNOWN, "not known")}
    fact, expected = stated[state]
    facts = {**copy.deepcopy(making.FACTS), "rights": {"exercise": {field: fact}, "access": {"label": "Seeing"}}}
    text = (
        f"# Rights\n\n[**Elsewhere.**](id:other) Or so.\n\n[**Our word.**](id:word) [x](fact:rights.exercise.{field})."
    )
    texts = {**making.TEXTS["en"], "rights": text}
    version = making.version(1, making.brussels(2020, 1, 1), {"en": texts})
    version = replace(version, facts=Facts.model_validate(facts))
    made = ready(summarise(version, "en"))
    for html, page_of_the_policy in (
        (page(facts, texts=texts), "../privacy/v1/"),
        (made["contact.html"], PAGE),
    ):
        words = shown(tree(html if html.startswith("<!") else f"<!DOCTYPE html><title>x</title>{html}"))
        assert (f"{label}: {expected}" in words) or (field == "reply" and f"We answer within {expected}." in words)
        assert f'href="{page_of_the_policy}#word"' in html


GENERAL, OTHER = ["organisation.controller.phone"], ["organisation.controller.address"]
NOT_KNOWN = "No address is known for this right. How to reach “Responsible for your data”:"
NOT_NAMED = "The policy names no address for this right. How to reach “{}”:"
WHERE_TO_WRITE = [
    # what every right is used by, and this one; which it is; what is told of it, in this order
    (GENERAL, None, "access", ["Telephone: +32"]),
    (GENERAL, OTHER, "access", ["Address: Rue Haute 12"]),
    (GENERAL, "none", "access", []),
    (GENERAL, {"unknown": "Nobody looked."}, "access", [NOT_KNOWN, "Address: ", "Telephone: "]),
    (GENERAL, None, "complaint", [NOT_NAMED.format("Supervisory authority"), "E-mail: contact@authority"]),
    (None, None, "access", [NOT_NAMED.format("Responsible for your data"), "Address: ", "Telephone: "]),
    (None, None, "erasure", [NOT_NAMED.format("Responsible for your data"), "Address: ", "Telephone: "]),
    (None, "none", "erasure", []),
    ({"unknown": "Nobody looked."}, None, "access", [NOT_KNOWN, "Address: ", "Telephone: "]),
]


@pytest.mark.parametrize(("every", "own", "right", "told"), WHERE_TO_WRITE)
def test_an_address_for_all_rights_holds_and_none_unknown_and_not_said_are_told_apart(
    every: object, own: object, right: str, told: list[str]
) -> None:
    facts = copy.deepcopy(making.FACTS)
    facts["rights"] = {
        "exercise": {"reply": "1 month", **({"by": every} if every else {})},
        right: {"label": "Using it", **({"by": own} if own else {})},
    }
    made = summary(facts)
    for html in (page(facts), f"<!DOCTYPE html><title>x</title>{ready(made)['contact.html']}"):
        _, _, rights = shown(tree(html)).partition("Your rights and how to use them")
        general, _, said = rights.partition("Using it")
        assert ("Telephone: +32" in general) == (every == GENERAL)
        places = [said.find(each) for each in told]
        assert -1 not in places, said
        assert places == sorted(places)
        assert told or "Telephone" not in said
    where = "/rights/0/contacts"
    unknown, none = [each.pointer for each in made.unknown], made.none
    assert bool(made.rights[0].contacts) == (len(told) == 1)
    assert (where in unknown) == (told[:1] == [NOT_KNOWN])
    assert (where in none) == (own == "none")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_ways_of_several_say_whose_they_are_and_a_court_leads_to_its_words(language: str) -> None:
    facts = copy.deepcopy(making.FACTS)
    facts["terms"] = {"courts": {"else": {"label": "Elsewhere"}, "brussels": {"label": {"en": "Court of Brussels"}}}}
    facts["rights"] = {
        "complaint": {
            "label": "Complaint",
            "by": ["organisation.authority.email", "organisation.controller.address", "terms.courts.brussels"],
        },
        "access": {"label": "Seeing", "by": ["organisation.controller.address"]},
        "objection": {"label": "Objecting", "by": ["terms.courts.else"]},
    }
    text = "# Rights\n\n[**Court.**](id:court) Before the [court](fact:terms.courts.brussels)."
    texts = {**making.TEXTS["en"], "rights": text}
    version = making.version(1, making.brussels(2020, 1, 1), {language: texts})
    stated = Facts.model_validate(facts)
    edition = replace(version.editions[language], facts=stated)
    version = replace(version, facts=stated, editions={language: edition})
    made = ready(summarise(version, language))["contact.html"]
    own = making.made(making.site(making.policy(version), as_of=making.AS_OF))[f"{language}/contact/"].html
    for html, policy in ((own, "../privacy/v1/"), (f"<!DOCTYPE html><title>x</title>{made}", PAGE)):
        root = tree(html)
        told = shown(root)
        links = {shown(each): each.get("href") for each in root.iter("a")}
        assert links["Court of Brussels"] == f"{policy}#court"
        assert "Elsewhere" in told
        assert "Elsewhere" not in links
        if language == "en":
            assert "E-mail (Supervisory authority): contact@authority.example.org" in told
            assert "Address (Responsible for your data):" in told
            assert "No address is known" not in told, "a court is a way"
            assert told.count("Court: ") == 2
        assert 'dir="ltr">Court' not in html.replace('lang="en" dir="ltr"', "")


def test_before_anything_is_in_force_there_is_nobody_to_name() -> None:
    root = tree(page(copy.deepcopy(making.FACTS), as_of=datetime(2019, 1, 1, tzinfo=UTC)))
    assert of_class(root, "card") == []
    assert "Northwind SA" not in shown(next(iter(root.iter("main"))))


def test_without_a_time_to_answer_none_is_promised() -> None:
    facts = copy.deepcopy(making.FACTS)
    del facts["rights"]["exercise"]
    assert "We answer" not in shown(tree(page(facts)))
    assert "We answer within 1 month" in shown(tree(page(copy.deepcopy(making.FACTS))))


UNKNOWN = {"unknown": {"en": "They have not answered."}}
NAMELESS = [
    # what the facts say of the officer; below its heading on the page and in ready HTML; of its JSON
    (
        {"name": UNKNOWN, "email": "dpo@example.org"},
        "Name: not known (They have not answered.) E-mail: dpo@example.org",
        {"email": "dpo@example.org"},
    ),
    (UNKNOWN, "Name: not known (They have not answered.)", {}),
    ({"name": "none", "email": "dpo@example.org"}, "E-mail: dpo@example.org", {"email": "dpo@example.org"}),
    ({"name": "none", "email": UNKNOWN}, "E-mail: not known (They have not answered.)", {}),
    ("none", "none", None),
    ({"name": "none", "phone": "none"}, "none", None),
]


@pytest.mark.parametrize(("officer", "said", "in_json"), NAMELESS)
def test_somebody_without_a_name_can_be_read_of_and_reached(
    officer: object, said: str, in_json: dict[str, str] | None
) -> None:
    facts = copy.deepcopy(making.FACTS)
    facts["organisation"] = {"controller": {"name": "Northwind SA"}, "dpo": officer}
    card = next(each for each in of_class(tree(page(facts)), "card") if each.get("aria-labelledby") == "dpo")
    assert shown(card) == f"Data protection officer {said.replace(':', '')}"
    assert not [each for each in card.iter("dl") if not len(each)]
    assert not [name for name in of_class(card, "who") if "known" in shown(name) or "none" in shown(name)]
    made = summary(facts)
    assert (json.loads(made.model_dump_json(exclude_none=True)).get("dpo")) == in_json
    html = ready(made)["contact.html"]
    _, _, below = html.partition("<h3>Data protection officer</h3>")
    assert shown(tree(f"<!DOCTYPE html><title></title>{below.partition('</p>')[0]}</p>")) == said


def summary(facts: dict[str, Any]) -> Summary:
    version = making.version(1, making.brussels(2020, 1, 1), {"en": making.TEXTS["en"]})
    return summarise(replace(version, facts=Facts.model_validate(facts)), "en")


def test_questions_that_go_nowhere_say_so() -> None:
    facts = copy.deepcopy(making.FACTS)
    facts["organisation"]["contact"] = "none"
    card = next(each for each in of_class(tree(page(facts)), "card") if each.get("aria-labelledby") == "contact")
    assert shown(card) == "Questions about this policy none"
    assert summary(facts).contact is None

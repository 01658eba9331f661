"""Ready HTML of the contacts: each party with its ways, each right with how to use it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from inforce.contract.models import Reach
from inforce.contract.summarise import summarise
from inforce.site.fact_words import heading
from inforce.site.resources import catalogs
from inforce.site.translator import words_for

from tests.contract.test_fragments import PAGE, made, told, view
from tests.contract.test_summarise import published
from tests.site import making


def test_the_contact_fragment_names_the_controller_before_the_authority_and_links_the_ways() -> None:
    html = made()["contact.html"]
    words = told(html)
    assert words.index("Northwind SA") < words.index("Data Protection Authority")
    assert '<a href="tel:+3222744800" dir="ltr">+32 2 274 48 00</a>' in html
    assert '<a href="mailto:contact@authority.example.org" dir="ltr">' in html
    assert "Rue Haute 12" in words


REASON = {"en": "the copy hides it", "fr": "la copie le masque"}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_what_nobody_knows_of_a_party_and_what_there_is_none_of_is_said_as_on_the_page(language: str) -> None:
    words = words_for(language, catalogs())

    def line(way: str, value: str) -> str:
        head = heading(("organisation", "controller", way), words)
        return " ".join(words.text("{label}: {value}", label=head, value=words.text(value)).split())

    for way in Reach.model_fields:
        others = {each: "none" for each in Reach.model_fields if each != way}
        party = {"name": "Northwind SA", way: {"unknown": REASON}, **others}
        whole = told(made(language, organisation={"controller": party, "dpo": party})["contact.html"])
        text, _, _ = whole.partition(words.text("Your rights and how to use them"))
        reason = REASON.get(language, REASON["en"])
        assert text.count(line(way, "not known")) == 2
        assert text.count(f"{line(way, 'not known')} ({reason})") == 1, "the reason is given the first time only"
        assert [text.count(line(each, "there is none")) for each in others] == [2] * len(others)


def test_where_there_is_nobody_it_says_so() -> None:
    nobody = {"name": "none"}
    html = made(organisation={**making.FACTS["organisation"], "dpo": nobody})["contact.html"]
    assert "Data protection officer none" in told(html)
    assert "Data protection officer" not in made()["contact.html"], "of whom nothing is stated, nothing is said"


def test_a_right_says_what_it_is_how_to_use_it_and_where_its_words_are() -> None:
    text = "# Rights\n\n## [Seeing your data](id:seeing)\n\nYou may [see them](fact:rights.access)."
    whole = published(rights={**making.FACTS["rights"], "complaint": {"label": {"en": "Right to complain"}}})
    edition = making.edition(2, "en", {**making.TEXTS["en"], "rights": text}, whole.facts)
    html = view(summarise(replace(whole, editions={**whole.editions, "en": edition}), "en"))["contact.html"]
    words = told(html)
    assert "We answer within 1 month; where that is extended, within 2 months in all." in words
    before = "Complain (Right to complain) The policy names no address for this right. How to reach"
    assert words.index(f"{before} “Supervisory authority”: E-mail: contact@authority") < words.index("Right of access")
    assert "Write to us." in words
    assert f'See <a href="{PAGE}#seeing">' in html
    assert words.partition("Your rights")[2].count("E-mail: not known") == 1


def test_honest_ways_stay_links() -> None:
    said = summarise(published(), "en")
    assert said.controller
    ways = {"website": "https://www.example.org/x?y=1", "email": "a@example.org", "phone": "+3222744800"}
    html = view(said.model_copy(update={"controller": said.controller.model_copy(update=ways)}))["contact.html"]
    for way in ('href="https://www.example.org/x?y=1"', 'href="mailto:a@example.org"', 'href="tel:+3222744800"'):
        assert way in html

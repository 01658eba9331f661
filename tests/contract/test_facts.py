"""What the facts say of people, periods and rights."""

from __future__ import annotations

from dataclasses import replace

import pytest
import rfc8785
from inforce.contract.facts import stated_facts
from inforce.contract.models import Label
from inforce.contract.published import canonical, members
from inforce.contract.summarise import summarise

from tests.contract.test_summarise import of, published


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_facts_say_can_be_made_once_for_many_versions(language: str) -> None:
    first = published()
    second = replace(first, version=replace(first.version, number=3))
    stated = stated_facts(first.facts, language, "en")
    written = members(summarise(first, language, stated), stated)
    assert "cookies" in written
    assert "answer" in stated
    for version in (first, second):
        plain = summarise(version, language)
        assert summarise(version, language, stated) == plain
        assert canonical(plain) == rfc8785.dumps(plain.model_dump(mode="json", exclude_none=True))
        assert canonical(summarise(version, language, stated), written) == canonical(plain)


def test_parties_are_named_in_the_language_of_the_file_or_marked_as_in_another() -> None:
    made = of("fr")
    assert made.controller is not None
    assert made.controller.name == Label(text="Northwind SA")
    assert made.controller.register_name == Label(text="Banque-Carrefour des Entreprises")
    assert made.controller.address is not None
    assert made.controller.address.lines == ["Rue Haute 12", "1000 Bruxelles", "Belgique"]
    assert (made.controller.phone, made.controller.email) == ("+3222744800", None)
    assert made.authority is not None
    assert made.authority.name == Label(text="Data Protection Authority", lang="en")
    assert made.dpo is None


def test_a_period_that_is_the_same_as_another() -> None:
    kept = {
        "contract": {"label": {"en": "Contracts"}, "keep": "10 years", "after": {"en": "after its end"}},
        "invoices": {"label": {"en": "Invoices"}, "same_as": "contract"},
        "other": {"label": {"en": "Other"}, "criteria": {"en": "as long as needed"}},
    }
    periods = {each.id: each for each in of(retention=kept).retention}
    assert (periods["invoices"].duration, periods["invoices"].label) == ("P10Y", Label(text="Invoices"))
    assert periods["invoices"].after == Label(text="after its end")
    assert (periods["other"].duration, periods["other"].criteria) == (None, Label(text="as long as needed"))


def test_rights_and_the_time_to_answer() -> None:
    made = of()
    assert [each.id for each in made.rights] == ["access"]
    assert made.rights[0].contacts == ["/controller/email", "/controller/phone"]
    assert made.answer is not None
    assert (made.answer.reply, made.answer.extended) == ("P1M", "P2M")


def test_someone_to_write_to_means_all_the_ways_they_have() -> None:
    right = {"label": {"en": "Complaint"}, "by": ["organisation.authority", "organisation.controller.phone"]}
    (made,) = of(rights={"complaint": right}).rights
    assert made.contacts == ["/authority/email", "/controller/phone"]

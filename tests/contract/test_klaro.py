"""The configuration of Klaro: what the facts say, in plain words. That the program does with it what it should is told
in `tests/browser/test_banners.py`."""

from __future__ import annotations

import re
from typing import Any

import pytest
from inforce.contract.klaro import FALLBACK, klaro
from inforce.contract.models import Label

from tests.contract.test_banner import EXEMPT, LANGUAGES, banner, changed, of


def test_every_service_has_its_words_in_every_language() -> None:
    made = klaro(banner())
    assert set(made["translations"]) == set(LANGUAGES)
    assert made["services"]
    for service in made["services"]:
        assert set(service["translations"]) == {*LANGUAGES, FALLBACK}
        assert service["translations"][FALLBACK] == service["translations"]["en"]
        assert all(said["title"] and said["description"] for said in service["translations"].values())


def test_what_needs_no_consent_is_required_and_clears_nothing() -> None:
    made, summary = klaro(banner()), banner().prevailing
    needed = {each.id: each.consent_required for each in summary.cookie_categories}
    for service in made["services"]:
        (category,) = service["purposes"]
        assert service["required"] is not needed[category]
        assert needed[category] or "cookies" not in service
        assert service["default"] is False
    assert {service["required"] for service in made["services"]} == {True, False}
    assert made["noNotice"] is False


def test_patterns_are_taken_for_regular_expressions() -> None:
    """By how they begin (Klaro, `consent-manager.js`)."""
    own = [each.model_copy(update={"party": "first"}) for each in banner().prevailing.cookies]
    services = klaro(changed(banner(), cookies=own))["services"]
    patterns = [each["pattern"] for service in services for each in service.get("cookies", ())]
    assert patterns
    for pattern in patterns:
        assert pattern.startswith("^")
        re.compile(pattern)


def test_another_policy_or_epoch_is_stored_under_another_name_and_older_answers_are_cleared() -> None:
    for policy, epoch, name in (("privacy", 7, "klaro-privacy-7"), ("terms", 1, "klaro-terms-1")):
        made = klaro(changed(banner(), policy=policy, consent_epoch=epoch))
        assert made["storageName"] == name
        for service in made["services"]:
            cleared = [re.compile(each["pattern"]) for each in service.get("cookies", ())]
            names = ("klaro-privacy-1", "klaro-privacy-7", "klaro-privacy-77", "klaro-terms-1", "klaro-terms-12")
            gone = {each for each in names if any(pattern.search(each) for pattern in cleared)}
            assert gone == (set() if service["required"] else {*names} - {name})


def test_each_cookie_is_told_with_its_name_and_how_long_it_lives() -> None:
    told = " ".join(service["translations"]["en"]["description"] for service in klaro(banner())["services"])
    for cookie in banner().prevailing.cookies:
        assert cookie.name is None or cookie.name in told
    for expected in ("(12 months)", "(until you close the browser)", "__hs… ("):
        assert expected in told


def test_a_category_says_why_it_needs_no_consent_and_codes_keep_their_order() -> None:
    translations = klaro(banner(cookie_categories=EXEMPT))["translations"]
    told = {name: each["purposes"]["functional"]["description"] for name, each in translations.items()}
    assert told["en"] == "Handy · Consent: not needed · Why no consent is needed: Directive 2002/58/EC"
    assert told["fr"].endswith("\N{NO-BREAK SPACE}: Directive 2002/58/EC")
    assert "\N{LEFT-TO-RIGHT ISOLATE}2002/58/EC\N{POP DIRECTIONAL ISOLATE}" in told["ar"]


@pytest.mark.parametrize("label", ["<b>bold</b> & {privacyPolicy}", "^x"])
def test_texts_of_a_policy_stay_plain(label: str) -> None:
    """Klaro writes texts as HTML only where it is told to."""
    spoilt = changed(
        banner(),
        cookie_categories=[
            each.model_copy(update={"label": Label(text=label)}) for each in banner().prevailing.cookie_categories
        ],
    )
    made = klaro(spoilt)
    assert "htmlTexts" not in made
    assert {said["title"] for said in made["translations"]["en"]["purposes"].values()} == {label}


def test_names_keep_their_direction_among_words_from_right_to_left() -> None:
    said: list[dict[str, Any]] = [service["translations"]["ar"] for service in klaro(banner())["services"]]
    assert any("\N{LEFT-TO-RIGHT ISOLATE}" in each["description"] for each in said)


def test_where_we_have_no_words_klaro_speaks_for_itself() -> None:
    """Not in English: Klaro knows more languages than our catalogues."""
    english = banner().prevailing
    made = klaro(of(english, english.model_copy(update={"language": "sv"})))["translations"]
    assert set(made["sv"]) == {"privacyPolicy", "privacyPolicyUrl", "purposes"}
    assert set(made["en"]) > {"ok", "decline", "consentNotice", *made["sv"]}


def test_a_longer_tag_is_found_by_its_first_part_and_never_takes_the_place_of_that_language() -> None:
    english, french = (each.summary for each in banner().editions[:2])
    swiss = french.model_copy(update={"language": "fr-CH", "title": "Suisse"})

    def titles(*summaries: Any) -> dict[str, str]:
        made = klaro(of(*summaries))["translations"]
        return {language: said["privacyPolicy"]["name"] for language, said in made.items()}

    assert titles(english, swiss)["fr"] == "Suisse"
    both = titles(english, swiss, french)
    assert (both["fr"], both["fr-CH"]) == (french.title, "Suisse")


def test_a_lifetime_that_nobody_knows_has_its_caption() -> None:
    cookies = [each.model_copy(update={"lifetime": None}) for each in banner().prevailing.cookies]
    made = klaro(changed(banner(), cookies=cookies))
    told = [service["translations"]["en"]["description"] for service in made["services"]]
    assert all("(Kept for: " in each for each in told), told

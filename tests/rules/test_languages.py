"""Languages, zones and names of site.yml and policy.yml."""

from __future__ import annotations

import pytest
from inforce.model.config import PolicyConfig, Site
from inforce.problems import Problem
from inforce.reader.yaml.document import load_yaml
from inforce.rules.languages import check_policy, check_site, check_titles, known_language, known_zone, listed
from inforce.site.all_pages import NAMES

SITE = """\
name: Example
languages: [en, fr]
default_language: en
base_url: https://legal.example.org/
time_zone: Europe/Brussels
policies: [privacy, terms]
"""
POLICY = """\
title:
  en: Privacy
  fr: Vie privée
languages:
  en: {status: authoritative}
  fr: {status: courtesy}
sections:
  - id: general
"""


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{one.code} {one.location.line} {one.message}" for one in problems]


def site(old: str = "", new: str = "") -> list[str]:
    assert old in SITE
    model, document, problems = load_yaml(Site, SITE.replace(old, new), "site.yml")
    assert model is not None, problems
    assert document is not None
    return told(check_site(model, document, pages=NAMES))


def policy(old: str = "", new: str = "") -> list[str]:
    assert old in POLICY
    model, document, problems = load_yaml(PolicyConfig, POLICY.replace(old, new), "policy.yml")
    assert model is not None, problems
    assert document is not None
    the_site, _, _ = load_yaml(Site, SITE, "site.yml")
    assert the_site is not None
    return told(check_policy(model, document, the_site))


def test_a_good_site_and_a_good_policy() -> None:
    assert site() == []
    assert policy() == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[en, fr]", "[en, xx]", ['S113 2 "xx" is not a language known to CLDR.']),
        (
            "default_language: en",
            "default_language: nl",
            ['S113 3 the default language "nl" is not among the languages.'],
        ),
        ("Europe/Brussels", "Europe/Bruxelles", ['S113 5 "Europe/Bruxelles" is not a known time zone.']),
        ("[en, fr]", "[en, fr, en]", ["S113 2 languages names the same entry twice."]),
        ("[privacy, terms]", "[privacy, privacy]", ["S113 6 policies names the same entry twice."]),
        *(("terms]", f"{name}]", [f'S113 6 "{name}" is a name the site uses itself.']) for name in sorted(NAMES)),
        ("terms]", "api]", ['S113 6 "api" is a name the site uses itself.']),
    ],
)
def test_what_a_site_may_not_say(old: str, new: str, expected: list[str]) -> None:
    assert site(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("status: courtesy", "status: authoritative", ["S113 4 2 languages are authoritative: en, fr."]),
        ("status: authoritative", "status: official", ["S113 4 0 languages are authoritative."]),
        ("  fr: Vie privée\n", "", ['S113 1 the title is missing in "fr".']),
        (
            "  fr: {status: courtesy}",
            "  nl: {status: courtesy}",
            ['S113 6 "nl" is not among the languages of site.yml.', 'S113 1 the title is missing in "nl".'],
        ),
    ],
)
def test_what_a_policy_may_not_say(old: str, new: str, expected: list[str]) -> None:
    assert policy(old, new) == expected


@pytest.mark.parametrize(
    ("tag", "known"),
    [
        ("en", True),
        ("pt-BR", True),
        ("zh-Hant", True),
        ("es-419", True),
        ("xx", False),
        ("english", False),
        ("", False),
    ],
)
def test_a_language_of_cldr_is_known_and_nothing_else(tag: str, known: bool) -> None:
    assert known_language(tag) is known


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Europe/Brussels", True),
        ("UTC", True),
        ("Mars/Base", False),
        ("../etc/passwd", False),
        ("", False),
        ("a\x00", False),
    ],
)
def test_a_zone_of_the_iana_database_is_known_and_nothing_else(name: str, known: bool) -> None:
    assert known_zone(name) is known


@pytest.mark.parametrize(
    ("names", "sentence"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_are_listed_as_in_a_sentence(names: list[str], sentence: str) -> None:
    assert listed(names) == sentence


@pytest.mark.parametrize(("title", "told"), [("The **new** policy", ["S126"]), ("Q&A; terms_of_use, 2 * 3", [])])
def test_a_title_is_words(title: str, told: list[str]) -> None:
    config, places, _ = load_yaml(PolicyConfig, POLICY.replace("en: Privacy", f'en: "{title}"'), "policy.yml")
    site, _, _ = load_yaml(Site, SITE, "site.yml")
    assert config is not None
    assert places is not None
    assert site is not None
    assert [one.code for one in check_policy(config, places, site)] == told


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("Privacy", ['S113 2 in English, privacy has the title "Privacy" too.']),
        ("privacy ", ['S113 2 in English, privacy has the title "privacy" too.']),
        ("Vie privée", []),
        ("Terms", []),
    ],
)
def test_two_policies_with_one_title(english: str, expected: list[str]) -> None:
    read = [
        load_yaml(PolicyConfig, text, "policy.yml")[:2]
        for text in (POLICY, POLICY.replace("en: Privacy", f"en: {english}").replace("Vie privée", "Conditions"))
    ]
    both = [(id, one, at) for id, (one, at) in zip(("privacy", "terms"), read, strict=True) if one and at]
    assert told(tuple(check_titles(both))) == expected

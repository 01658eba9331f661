"""Every digest of a site, with what has it."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.version import Amendment
from inforce.publication import PublishedSite
from inforce.site.register import Register, register

from tests.site import making
from tests.site.test_corrections import CORRECTED, POSTPONED, TRANSLATED, WITHDRAWN, policy_version

SUMMARY = "api/v1/privacy/1/en/r1.json"
DIGESTS = {
    SUMMARY: "sha256-one",
    "api/v1/privacy/1/en/r2.json": "sha256-two",
    "api/v1/privacy/1/en/r3.json": "sha256-three",
    "api/v1/privacy/1/en/cookies.html": "sha256-now",
    "api/v1/privacy/1/klaro.json": "sha256-banner",
    "embed/1/inforce.js": "sha256-script",
}


def listed(*amendments: Amendment, **rest: Any) -> Register:
    site = making.site(making.policy(policy_version(1, *amendments, **rest)))
    return register(site, DIGESTS)


def test_every_revision_of_every_edition_is_listed_with_its_words(northwind: PublishedSite) -> None:
    found = register(northwind, {})
    told = [
        (version.number, text.revision.language, text.revision.number, text.words)
        for version in found.versions
        for text in version.texts
    ]
    assert told == [
        (published.version.number, language, revision.number, revision.edition.wording)
        for published in reversed(northwind.policies[0].versions)
        for language in ("en", "fr", "ar", "ja")
        for revision in reversed(published.revisions.get(language, ()))
    ]
    assert len(told) > 8


def test_a_corrected_edition_has_each_revisions_words_and_the_newest_has_the_ready_html_too() -> None:
    (version,) = listed(POSTPONED, TRANSLATED, CORRECTED).versions
    english = [text for text in version.texts if text.revision.language == "en"]
    assert [text.revision.number for text in english] == [3, 2, 1]
    assert english[0].words != english[1].words == english[2].words
    assert [dict(text.files) for text in english] == [
        {"api/v1/privacy/1/en/r3.json": "sha256-three", "api/v1/privacy/1/en/cookies.html": "sha256-now"},
        {"api/v1/privacy/1/en/r2.json": "sha256-two"},
        {SUMMARY: "sha256-one"},
    ]


def test_what_belongs_to_no_version_is_listed_beside() -> None:
    assert dict(listed().files) == {
        "api/v1/privacy/1/en/r2.json": "sha256-two",
        "api/v1/privacy/1/en/r3.json": "sha256-three",
        "embed/1/inforce.js": "sha256-script",
    }


def test_what_is_made_of_all_languages_belongs_to_the_version() -> None:
    (version,) = listed().versions
    assert dict(version.files) == {"api/v1/privacy/1/klaro.json": "sha256-banner"}


def test_records_are_listed_with_the_digests_that_the_next_one_names() -> None:
    (version,) = listed(POSTPONED, TRANSLATED, CORRECTED).versions
    assert [each.type for each in version.records] == [CORRECTED.type, TRANSLATED.type, POSTPONED.type, None]
    assert [each.digest for each in version.records] == [
        version.published.version.head,
        *(each.previous for each in (CORRECTED, TRANSLATED, POSTPONED)),
    ]


@pytest.mark.parametrize(("withdrawn", "stretches"), [(None, 1), (making.brussels(2025, 9, 1), 1)])
def test_when_a_version_is_in_force_comes_from_the_timeline(withdrawn: object, stretches: int) -> None:
    amendments = (POSTPONED, WITHDRAWN) if withdrawn else (POSTPONED,)
    (version,) = listed(*amendments, withdrawn=withdrawn).versions
    assert len(version.in_force) == stretches
    assert version.in_force[0].start == making.brussels(2025, 6, 1)
    assert version.in_force[0].end == withdrawn


def test_a_version_that_never_took_effect_is_never_in_force() -> None:
    (version,) = listed(withdrawn=making.brussels(2025, 5, 1)).versions
    assert version.in_force == ()


def test_a_draft_is_not_listed() -> None:
    with_draft, without = (register(making.northwind(draft=draft), {}) for draft in (True, False))
    assert [each.number for each in with_draft.versions] == [each.number for each in without.versions] == [3, 2, 1]

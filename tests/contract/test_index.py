"""The index of a site made of values: statuses, spans, successors, addresses."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import jsonschema
import pytest
from inforce.contract.index import Governing, Governor, Index, in_force_and_announced, index, integrity
from inforce.contract.published import canonical, read
from inforce.model.facts import Facts
from inforce.model.version import Amendment, AmendmentType
from inforce.project.api import shipped_schema
from inforce.publication import PublishedSite
from pydantic import ValidationError

from tests.site import making


def of(site: PublishedSite) -> Index:
    files: dict[str, bytes] = {}
    for policy in site.policies:
        for published in policy.versions:
            folder = f"api/v1/{policy.id}/{published.version.number}"
            for language, revisions in published.revisions.items():
                files |= {
                    f"{folder}/{language}/{name}.html": name.encode() for name in ("cookies", "contact", "status")
                }
                for revision in revisions:
                    data = b"{}" if revision.number == 1 else b"{2}"
                    files[f"{folder}/{language}/r{revision.number}.json"] = data
    return index(site, files)


@pytest.mark.parametrize(
    ("as_of", "in_force", "statuses", "change"),
    [
        (datetime(2019, 1, 1, tzinfo=UTC), None, ["announced", "announced", "announced"], "2020-11-01T00:00:00+01:00"),
        (
            datetime(2026, 6, 1, tzinfo=UTC),
            2,
            ["superseded", "in_force", "announced"],
            "2027-02-01T00:00:00+01:00",
        ),
        (datetime(2027, 1, 31, 23, tzinfo=UTC), 3, ["superseded", "superseded", "in_force"], None),
    ],
)
def test_the_index_tells_each_status_and_the_next_change(
    as_of: datetime, in_force: int | None, statuses: list[str], change: str | None
) -> None:
    (policy,) = of(making.northwind(as_of=as_of)).policies
    assert policy.in_force == in_force
    assert [version.status for version in policy.versions] == statuses
    if in_force is not None:
        assert policy.next_change_at == change


def test_until_when_and_what_follows() -> None:
    (policy,) = of(making.northwind()).policies
    assert [(each.version, each.effective_until, each.successor) for each in policy.versions] == [
        (1, "2026-01-15T00:00:00+01:00", 2),
        (2, "2027-02-01T00:00:00+01:00", 3),
        (3, None, None),
    ]


def test_addresses_and_integrity_of_each_edition() -> None:
    (policy,) = of(making.northwind()).policies
    editions = {edition.language: edition for edition in policy.versions[1].editions}
    french = editions["fr"]
    assert french.path == "fr/privacy/v2/"
    assert french.summary.path == "api/v1/privacy/2/fr/r1.json"
    assert french.html.cookies.path == "api/v1/privacy/2/fr/cookies.html"
    assert french.html.contact.integrity == integrity(b"contact")
    assert french.summary.integrity == integrity(b"{}") == "sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o="
    assert (editions["en"].language_status, french.language_status) == ("authoritative", "courtesy")


def test_every_revision_of_an_edition() -> None:
    at = making.brussels(2021, 3, 2)
    slip = making.changed("en", "retention", "10 years](fact", "5 years](fact")
    correction = Amendment(
        made_by="inforce 0.1.0",
        type=AmendmentType.CORRECTION,
        recorded=at,
        reason="A slip.",
        previous="sha256:" + "0" * 64,
        digests={"en": {}},
    )
    texts = {language: making.TEXTS[language] for language in ("en", "fr")}
    version = making.version(1, making.brussels(2020, 1, 1), texts, amendments=(correction,), earlier={0: {"en": slip}})
    (policy,) = of(making.site(making.policy(version))).policies
    editions = {edition.language: edition for edition in policy.versions[0].editions}
    first, second = editions["en"].revisions
    assert (first.revision, second.revision) == (1, 2)
    assert (first.recorded, second.recorded) == ("2020-01-01T00:00:00+01:00", "2021-03-02T00:00:00+01:00")
    assert (first.path, second.path) == ("en/privacy/v1/r1/", "en/privacy/v1/r2/")
    assert first.summary.path == "api/v1/privacy/1/en/r1.json"
    assert (first.summary.integrity, second.summary.integrity) == (integrity(b"{}"), integrity(b"{2}"))
    assert first.text_digest != second.text_digest
    newest = editions["en"]
    assert (newest.revision, newest.summary) == (second.revision, second.summary)
    assert newest.text_digest == second.text_digest
    assert [each.revision for each in editions["fr"].revisions] == [1]


JUNE_2021 = "2021-06-01T00:00:00+02:00"


def test_a_version_that_came_back_has_no_successor() -> None:
    first, third = (making.version(n, making.brussels(2019 + n, 1, 1), making.TEXTS) for n in (1, 3))
    gone = making.version(2, making.brussels(2021, 1, 1), making.TEXTS, withdrawn=making.brussels(2021, 6, 1))
    never = making.version(4, making.brussels(2025, 1, 1), making.TEXTS, withdrawn=making.brussels(2024, 6, 1))
    for as_of, versions, expected in (
        (making.brussels(2021, 7, 1), (first, gone), [(1, None, None), (2, 1, JUNE_2021)]),
        (
            making.brussels(2024, 7, 1),
            (first, gone, third, never),
            [
                (1, 3, None),
                (2, 1, "2021-06-01T00:00:00+02:00"),
                (3, None, None),
                (4, None, "2024-06-01T00:00:00+02:00"),
            ],
        ),
    ):
        (policy,) = of(making.site(making.policy(*versions), as_of=as_of)).policies
        assert [(each.version, each.successor, each.withdrawn) for each in policy.versions] == expected


def test_the_next_change_of_a_site_is_the_first_of_its_policies() -> None:
    site = making.northwind()
    made = of(site)
    assert made.next_change_at == "2027-02-01T00:00:00+01:00"
    assert (made.base_url, made.default_language) == ("https://legal.example.org/policies/", "en")
    assert made.languages == ["en", "fr", "ar", "ja"]


def test_an_integrity_that_is_none_is_refused() -> None:
    (policy,) = of(making.northwind()).policies
    summary = policy.versions[0].editions[0].summary
    with pytest.raises(ValidationError):
        type(summary).model_validate({**summary.model_dump(), "integrity": "sha256-abc"})


def test_no_host_stands_anywhere_but_in_the_base_url() -> None:
    made = of(making.northwind())
    assert made.base_url == "https://legal.example.org/policies/"
    assert "://" not in made.model_copy(update={"base_url": ""}).model_dump_json()


def test_the_sequence_counts_releases_and_amendments_and_never_falls() -> None:
    plain = making.version(1, making.brussels(2020, 1, 1), making.TEXTS)
    slip = making.changed("en", "retention", "10 years](fact", "5 years](fact")
    correction = Amendment(
        made_by="inforce 0.1.0",
        type=AmendmentType.CORRECTION,
        recorded=making.brussels(2021, 3, 2),
        reason="A slip.",
        previous="sha256:" + "0" * 64,
        digests={"en": {}},
    )
    mended = making.version(
        1, making.brussels(2020, 1, 1), making.TEXTS, amendments=(correction,), earlier={0: {"en": slip}}
    )
    second = making.version(2, making.brussels(2022, 1, 1), making.TEXTS)
    sequences = [of(making.site(making.policy(*each))).sequence for each in ((plain,), (mended,), (mended, second))]
    assert sequences == [1, 2, 3]


def test_it_says_as_of_when_it_was_made_and_which_policy_governs() -> None:
    made = of(making.northwind())
    assert datetime.fromisoformat(made.made_at) == making.AS_OF
    privacy = Governor(policy="privacy", version=2)
    assert made.governing == Governing(cookies=privacy, contact=privacy)
    assert of(making.northwind(as_of=datetime(2019, 1, 1, tzinfo=UTC))).governing is None


def test_it_says_what_a_version_can_be_shown_for() -> None:
    version = making.version(1, making.brussels(2020, 1, 1), making.TEXTS)
    silent = replace(version, facts=Facts())
    made = [of(making.site(making.policy(each))).policies[0].versions[0].states for each in (version, silent)]
    assert made == [["cookies", "contact"], []]


def test_the_small_index_has_what_is_in_force_and_announced() -> None:
    whole = of(making.northwind())
    small = in_force_and_announced(whole)
    (policy,), (all_of_it,) = small.policies, whole.policies
    assert [version.version for version in policy.versions] == [2, 3]
    assert policy.versions[0] == all_of_it.versions[1], "one revision each here, so the same"
    assert small.model_copy(update={"policies": []}) == whole.model_copy(update={"policies": []})
    assert read(Index, canonical(small)) == small, "it is read as the whole one is"


def test_it_vouches_for_the_scripts_and_the_interface_words() -> None:
    site = replace(making.northwind(), policies=())
    made = index(site, {"embed/1/inforce.js": b"{}", "api/v1/words/en.json": b"{}", "api/x.json": b""})
    digest = "sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o="
    assert [each.model_dump() for each in (*made.embed, made.words["en"])] == [
        {"path": path, "integrity": digest} for path in ("embed/1/inforce.js", "api/v1/words/en.json")
    ]
    assert [*made.words] == ["en"]


SRI = "sha256-" + "A" * 43 + "="


@pytest.mark.parametrize(
    "change",
    [
        {"words": {"en": {"path": "https://elsewhere.example/en.json", "integrity": SRI}}},
        {"words": {"../en": {"path": "api/v1/words/en.json", "integrity": SRI}}},
        {"words": {"en": "api/v1/words/en.json"}},
        *(
            {"embed": [{"path": path, "integrity": SRI}]}
            for path in ("//elsewhere.example/x.js", "javascript:alert(1)", "../x.js", "/embed/1/inforce.js")
        ),
        {"embed": [{"path": "embed/1/inforce.js", "integrity": SRI}] * 2},
        {"languages": ["en", "en"]},
        {"base_url": "javascript:alert(1)"},
    ],
)
def test_an_index_that_nobody_should_write_is_refused(change: dict[str, object]) -> None:
    file = json.loads(canonical(of(making.northwind())))
    validator = jsonschema.Draft202012Validator(shipped_schema("index"))
    assert validator.is_valid(file)
    read(Index, json.dumps(file).encode())
    assert not validator.is_valid({**file, **change})
    with pytest.raises(ValidationError):
        read(Index, json.dumps({**file, **change}).encode())


@pytest.mark.parametrize("lists", ["policies", "versions", "editions", "revisions"])
def test_nothing_is_in_a_list_of_the_index_twice(lists: str) -> None:
    file = json.loads(canonical(of(making.northwind())))
    node = file
    for name in ("policies", "versions", "editions", "revisions"):
        if name == lists:
            node[name].append({**node[name][0]})
            break
        node = node[name][0]
    assert not jsonschema.Draft202012Validator(shipped_schema("index")).is_valid(file)
    with pytest.raises(ValidationError):
        read(Index, json.dumps(file).encode())

"""The index of a site made of values: statuses, spans, successors, addresses."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from inforce.model.version import Amendment, AmendmentType
from inforce.publication import PublishedSite
from inforce.summary.index import Index, index, integrity
from pydantic import ValidationError

from tests.pages import making


def of(site: PublishedSite) -> Index:
    files = {
        (policy.id, published.version.number or 0): {
            f"{language}/r{revision.number}.json": b"{}" if revision.number == 1 else b"{2}"
            for language, revisions in published.revisions.items()
            for revision in revisions
        }
        for policy in site.policies
        for published in policy.versions
    }
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
    assert french.url == "https://legal.example.org/policies/fr/privacy/v2/"
    assert french.summary == "https://legal.example.org/policies/api/v1/privacy/2/fr/r1.json"
    assert french.integrity == integrity(b"{}") == "sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o="
    assert (editions["en"].status, french.status) == ("authoritative", "courtesy")


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
    base = "https://legal.example.org/policies/"
    first, second = editions["en"].revisions
    assert (first.revision, second.revision) == (1, 2)
    assert (first.recorded, second.recorded) == ("2020-01-01T00:00:00+01:00", "2021-03-02T00:00:00+01:00")
    assert (first.url, second.url) == (f"{base}en/privacy/v1/r1/", f"{base}en/privacy/v1/r2/")
    assert first.summary == f"{base}api/v1/privacy/1/en/r1.json"
    assert (first.integrity, second.integrity) == (integrity(b"{}"), integrity(b"{2}"))
    assert first.text_digest != second.text_digest
    newest = editions["en"]
    assert (newest.revision, newest.summary, newest.integrity, newest.text_digest) == (
        second.revision,
        second.summary,
        second.integrity,
        second.text_digest,
    )
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
    data = policy.versions[0].editions[0].model_dump()
    with pytest.raises(ValidationError):
        type(policy.versions[0].editions[0]).model_validate({**data, "integrity": "sha256-abc"})

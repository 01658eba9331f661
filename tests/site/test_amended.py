"""Amendments as pages tell them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from inforce.model.version import Amendment, AmendmentType
from inforce.publication import PublishedVersion
from inforce.site.amended import amended, touching

from tests.site import making

D = "sha256:" + "0" * 64
DIGEST = {"a": {"bytes": D, "wording": "w1:" + "0" * 64}}
TERMS = {"title": "T", "status": "courtesy", "reviewed": False}
ORDER = ("en", "fr", "ja")


def amendment(kind: AmendmentType, **rest: Any) -> Amendment:
    return Amendment(
        made_by="inforce 0.1.0",
        type=kind,
        recorded=datetime(2026, 1, 1, 23, 30, tzinfo=UTC),
        reason="why so",
        previous=D,
        **rest,
    )


def version(*amendments: Amendment) -> PublishedVersion:
    first = making.brussels(2026, 3, 1)
    texts = {language: making.TEXTS[language] for language in ORDER}
    return making.version(1, making.brussels(2026, 5, 1), texts, amendments=amendments, first_effective=first)


def test_each_kind_names_what_it_touches() -> None:
    """In the site's order, and at the local time of the version."""
    made = version(
        amendment(
            AmendmentType.TRANSLATION, languages={"ja": TERMS, "fr": TERMS}, digests={"ja": DIGEST, "fr": DIGEST}
        ),
        amendment(AmendmentType.CORRECTION, digests={"en": DIGEST}),
        amendment(AmendmentType.POSTPONEMENT, effective_from=making.brussels(2026, 4, 1), digests={"en": DIGEST}),
        amendment(AmendmentType.POSTPONEMENT, effective_from=making.brussels(2026, 5, 1)),
        amendment(AmendmentType.WITHDRAWAL, effective_from=making.brussels(2026, 6, 1)),
    )
    told = list(amended(made, ORDER))
    assert [each.languages for each in told] == [("fr", "ja"), ("en",), (), (), ()]
    assert [dict(each.revisions) for each in told] == [
        {"fr": 1, "ja": 1},
        {"en": 2},
        {"en": 3, "fr": 2, "ja": 2},
        {"en": 4, "fr": 3, "ja": 3},
        {},
    ]
    assert [told[1].revision(language) for language in ORDER] == [2, None, None]
    assert [each.before for each in told] == [
        None,
        None,
        making.brussels(2026, 3, 1),
        making.brussels(2026, 4, 1),
        None,
    ]
    assert [each.after for each in told[2:]] == [making.brussels(2026, month, 1) for month in (4, 5, 6)]
    assert told[0].recorded.isoformat() == "2026-01-02T00:30:00+01:00"


def test_an_edition_is_told_of_what_touches_it() -> None:
    made = version(
        amendment(AmendmentType.TRANSLATION, languages={"fr": TERMS}),
        amendment(AmendmentType.CORRECTION, digests={"en": DIGEST}),
        amendment(AmendmentType.WITHDRAWAL),
    )
    assert [each.type for each in touching(made, "en", ORDER)] == [AmendmentType.CORRECTION, AmendmentType.WITHDRAWAL]
    assert [each.type for each in touching(made, "fr", ORDER)] == [AmendmentType.TRANSLATION, AmendmentType.WITHDRAWAL]

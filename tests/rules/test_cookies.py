"""Hints on cookies: one table, each with the smallest change that makes it quiet."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from inforce.model.facts import Facts
from inforce.problems import Location, Severity
from inforce.rules.cookies import check_cookies

COOKIE = {"name": "sid", "type": "cookie", "category": "necessary", "party": "first", "lifetime": "session"}
AT = datetime(2026, 11, 29, 12, tzinfo=UTC)
THIRD = {"party": "third", "provider": "mailer"}


def told(cookie: dict[str, Any], *, mailer: dict[str, Any] | None = None, at: datetime | None = AT) -> list[str]:
    data = {"cookies": {"sid": {**COOKIE, **cookie}}, "recipients": {"mailer": mailer or {"name": "Mailer"}}}
    found = list(check_cookies(Facts.model_validate(data), lambda path: Location(file=str(path[-1])), at=at))
    assert all(problem.severity is Severity.HINT for problem in found)
    return [f"{problem.code} {problem.location.file}" for problem in found]


@pytest.mark.parametrize(
    ("cookie", "expected"),
    [
        ({}, []),
        ({"lifetime": "400 days"}, []),
        ({"lifetime": "13 months"}, []),
        ({"lifetime": "401 days"}, ["F111 lifetime"]),
        ({"lifetime": "2 years"}, ["F111 lifetime"]),
        ({"lifetime": "2 years", "type": "local_storage"}, []),
        ({"lifetime": {"unknown": "Nobody looked."}}, []),
        ({"lifetime": "none"}, ["F119 lifetime"]),
        ({"lifetime": "until_deleted"}, []),
        ({"type": "pixel", "label": "Pixel", "name": "none", "lifetime": "session"}, ["F119 lifetime"]),
        ({"type": "pixel", "lifetime": "13 months"}, ["F119 lifetime"]),
        ({"type": "pixel", "lifetime": "none"}, []),
        ({"type": "pixel", "lifetime": {"unknown": "Nobody looked."}}, []),
        ({"type": "session_storage"}, []),
        ({"type": "session_storage", "lifetime": "1 day"}, ["F119 lifetime"]),
        ({"type": "session_storage", "lifetime": "until_deleted"}, ["F119 lifetime"]),
        ({"type": "session_storage", "lifetime": {"unknown": "Nobody looked."}}, []),
        ({"type": "local_storage"}, ["F119 lifetime"]),
        ({"type": "local_storage", "lifetime": "until_deleted"}, []),
        ({"type": "local_storage", "lifetime": "6 months"}, []),
        ({"type": "other"}, []),
        ({"type": "other", "lifetime": "none"}, []),
        (THIRD, ["F112 sid"]),
        ({"party": "third"}, []),
        ({"verified": "2025-11-29"}, []),
        ({"verified": "2025-11-28"}, ["F113 verified"]),
        ({"verified": "2024-12-31"}, ["F113 verified"]),
        ({"verified": "2026-01-01"}, []),
        ({"verified": "2024-02-29"}, ["F113 verified"]),
    ],
)
def test_what_is_hinted(cookie: dict[str, Any], expected: list[str]) -> None:
    assert told(cookie) == expected


@pytest.mark.parametrize(
    "mailer",
    [
        {"name": "Mailer", "privacy": "https://mailer.example.org/privacy"},
        {"name": "Mailer", "privacy": "none"},
        {"name": "Mailer", "privacy": {"unknown": "They have not answered."}},
        {"label": "Mailers of many kinds"},
    ],
)
def test_a_privacy_policy_that_is_named_or_known_to_be_missing_is_enough(mailer: dict[str, Any]) -> None:
    assert told(THIRD, mailer=mailer) == []


def test_nothing_is_old_where_nobody_knows_the_day() -> None:
    assert told({"verified": "2019-01-01"}, at=None) == []


@pytest.mark.parametrize(
    ("cookie", "code"),
    [
        ({"verified": "2026-12-01"}, "F113"),
        ({"verified": "2031-02-01"}, "F113"),
        ({"legal_basis": "GDPR-6-1-a"}, "F117"),
        ({"verified": "2026-11-30"}, None),
        ({"legal_basis": "GDPR-6-1-f"}, None),
        ({"legal_basis": "GDPR-6-1-a", "category": "marketing"}, None),
    ],
)
def test_what_cannot_be_so_is_an_error(cookie: dict[str, Any], code: str | None) -> None:
    facts = Facts.model_validate({"cookies": {"sid": {**COOKIE, **cookie}}})
    found = list(check_cookies(facts, lambda path: Location(file=str(path[-1])), at=AT))
    told = [(one.code, one.severity, one.about) for one in found]
    assert told == ([(code, Severity.ERROR, "cookies.sid")] if code else [])

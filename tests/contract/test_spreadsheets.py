"""CSV that any reader of RFC 4180 reads back, that says all that the summary says, and that runs no formula."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from inforce.contract.models import PublishedCookie, PublishedPurpose, Summary
from inforce.contract.published import read
from inforce.contract.spreadsheets import cell, columns, spreadsheets


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture(scope="module")
def qualifio(qualifio_site: Path) -> Path:
    return qualifio_site / "api/v1/privacy/current"


@pytest.fixture(scope="module")
def example(example_site: Path) -> Path:
    return example_site / "api/v1/privacy/current"


@pytest.mark.parametrize("language", ["en", "fr", "ar", "ja"])
def test_every_entry_has_a_row_that_says_what_its_summary_says(example: Path, language: str) -> None:
    summary = json.loads((example / f"{language}.json").read_bytes())
    for kind in ("cookies", "purposes"):
        data = (example / language / f"{kind}.csv").read_bytes()
        assert data.count(b"\r\n") == data.count(b"\n") == len(summary[kind]) + 1
        for entry, row in zip(summary[kind], rows(data.decode()), strict=True):
            assert row["id"] == entry["id"]
            for name in ("label", "description"):
                assert row[name] == entry.get(name, {}).get("text", "")
            assert row["data"].split() == entry["data"]


def test_members_of_a_cookie(example: Path) -> None:
    found = {row["id"]: row for row in rows((example / "en/cookies.csv").read_text("utf-8"))}
    visits = found["visits"]
    assert (visits["name"], visits["pattern"], visits["match"]) == ("_ms_visit_", "^_ms_visit_.*$", "prefix")
    assert (visits["lifetime.kind"], visits["lifetime.duration"]) == ("duration", "P13M")
    assert visits["lifetime.max_age_s"] == "34164000"
    assert (visits["consent_required"], visits["category"]) == ("true", "analytics")
    assert (found["session"]["consent_required"], found["session"]["lifetime.duration"]) == ("false", "")


def test_what_is_unknown_is_told_from_what_is_not_said(qualifio: Path) -> None:
    first = rows((qualifio / "en/cookies.csv").read_text("utf-8"))[0]
    assert (first["name"], first["unknown"], first["none"]) == ("", "policy", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('=HYPERLINK("https://evil.example")', '\'=HYPERLINK("https://evil.example")'),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1+1", "' =1+1"),
        ("\t=1", "'\t=1"),
        ("\ttext", "'\ttext"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("", ""),
        ("^_ms_", "^_ms_"),
    ],
)
def test_no_cell_is_taken_for_a_formula(text: str, shown: str) -> None:
    assert cell(text) == shown


def test_words_of_a_policy_run_no_formula_and_stay_in_their_cell(example: Path) -> None:
    summary = read(Summary, (example / "en.json").read_bytes())
    evil = "=cmd|' /C calc'!A1,\"x\";\r\n@SUM(1)"
    cookie = summary.cookies[0]
    assert cookie.description is not None
    changed = cookie.model_copy(
        update={"name": evil, "description": cookie.description.model_copy(update={"text": evil})}
    )
    told = rows(spreadsheets(summary.model_copy(update={"cookies": [changed]}))["cookies.csv"])
    assert [(row["name"], row["description"]) for row in told] == [(f"'{evil}", f"'{evil}")]


def test_every_member_of_the_contract_has_a_column() -> None:
    for model in (PublishedCookie, PublishedPurpose):
        assert {re.sub(r"\..*", "", name) for name in columns(model)} == {*model.model_fields, "unknown", "none"}


def test_a_policy_without_cookies_has_the_heads_alone(example: Path) -> None:
    summary = read(Summary, (example / "en.json").read_bytes()).model_copy(update={"cookies": []})
    assert spreadsheets(summary)["cookies.csv"] == ",".join(columns(PublishedCookie)) + "\r\n"

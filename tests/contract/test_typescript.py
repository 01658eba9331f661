"""The published types: what readers write against them compiles, and a slip does not."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from inforce.cli.schemas import PUBLISHED
from inforce.contract.published import canonical, json_schema
from inforce.contract.summarise import summarise
from inforce.contract.typescript import typed, typescript

from tests.contract.compiling import constant, errors
from tests.contract.test_summarise import published

SCHEMAS = {model.__name__: json_schema(model) for model in PUBLISHED.values()}
READER = """\
import type { Cookie, CookieType, IndexVersion, Status, Summary } from "./types";

export function shown(summary: Summary): string[] {
  return summary.cookies
    .filter((cookie) => cookie.category !== "necessary")
    .map((cookie) => `${cookie.name ?? cookie.label?.text ?? cookie.id}: ${kept(cookie)}, ${kind(cookie)}`);
}

function kept(cookie: Cookie): string {
  return cookie.lifetime?.kind === "duration" ? `${cookie.lifetime.max_age_s ?? 0} s` : "…";
}

function kind(cookie: Cookie): string {
  return cookie.type === undefined ? "…" : place(cookie.type);
}

function place(type: CookieType): string {
  switch (type) {
    case "cookie": return "a cookie";
    case "local_storage":
    case "session_storage":
    case "indexeddb":
    case "cache": return "the browser's storage";
    case "pixel": return "a pixel";
    case "other": return "something else";
    default: { const later: `x-${string}` = type; return later; }
  }
}

export function status(version: IndexVersion): Status {
  return version.withdrawn === undefined ? version.status : "withdrawn";
}
"""
SLIPS = {
    "a code with a slip": ('"necessary"', '"neccessary"', "TS2367"),
    "a field with a slip": ("cookie.label?.text", "cookie.lable?.text", "TS2551"),
    "a field that may be absent": ("cookie.lifetime?.kind", "cookie.lifetime.kind", "TS18048"),
    "a code that is forgotten": ('    case "pixel": return "a pixel";\n', "", "TS2322"),
    "a status that there is not": (': "withdrawn"', ': "revoked"', "TS2820|TS2322"),
    "a value that is written to": (
        "return summary.cookies\n",
        "summary.version = 2; return summary.cookies\n",
        "TS2540",
    ),
    "a list that is written to": (
        "return summary.cookies\n",
        "summary.none.push(''); return summary.cookies\n",
        "TS2339",
    ),
}


@pytest.fixture(scope="module")
def summary() -> str:
    return canonical(summarise(published(), "en")).decode()


def test_a_reader_and_a_real_summary_compile(tmp_path: Path, summary: str) -> None:
    assert errors(tmp_path, {"reader.ts": READER, "summary.ts": constant("Summary", summary)}) == []


@pytest.mark.parametrize(("right", "wrong", "code"), SLIPS.values(), ids=SLIPS)
def test_a_slip_of_a_reader_does_not_compile(tmp_path: Path, right: str, wrong: str, code: str) -> None:
    assert right in READER
    found = errors(tmp_path, {"reader.ts": READER.replace(right, wrong)})
    assert found
    assert any(error.startswith(f"reader.ts: {one}") for one in code.split("|") for error in found), found


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"type":"cookie"', '"type":"cokie"'),
        ('"party":"first"', '"party":"second"'),
        ('"consent_epoch":1', '"consent_epoch":"1"'),
        ('"language":"en"', '"langauge":"en"'),
        ('"reviewed":', '"reviewd":'),
    ],
)
def test_a_slip_in_a_summary_does_not_compile(tmp_path: Path, summary: str, right: str, wrong: str) -> None:
    assert right in summary
    assert errors(tmp_path, {"summary.ts": constant("Summary", summary.replace(right, wrong, 1))})


def test_a_category_of_ones_own_and_a_later_code_compile(tmp_path: Path, summary: str) -> None:
    later = summary.replace('"category":"necessary"', '"category":"x-games"', 1)
    later = later.replace('"type":"cookie"', '"type":"x-shared-storage"', 1)
    assert later.count("x-") - summary.count("x-") == 2
    assert errors(tmp_path, {"summary.ts": constant("Summary", later)}) == []


def test_every_type_and_field_has_a_comment() -> None:
    lines = typescript(SCHEMAS).splitlines()
    for before, line in pairwise(lines):
        if line.startswith(("export ", "  readonly ")):
            assert before.strip().endswith("*/"), line


def test_nothing_ends_a_comment_early() -> None:
    schema = {"description": "A path: a/*/b.", "properties": {}, "$defs": {}}
    assert "a/*\\/b" in typescript({"A": schema})


def test_one_name_means_one_thing() -> None:
    one: dict[str, Any] = {"properties": {}, "$defs": {"Id": {"type": "string"}}}
    other: dict[str, Any] = {"properties": {}, "$defs": {"Id": {"type": "integer"}}}
    with pytest.raises(ValueError, match="two schemas define Id in two ways"):
        typescript({"A": one, "B": other})
    with pytest.raises(ValueError, match="called as what one defines"):
        typescript({"Id": one})


@pytest.mark.parametrize("part", [{}, {"type": "null"}, {"type": "object"}, {"not": {"type": "string"}}])
def test_what_there_is_no_type_for_is_told(part: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="there is no type for"):
        typed(part)

"""The code in the pages for developers does what they say: it is taken from there and run in a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from inforce.cli.opening import open_here
from inforce.project.answers import policy_timeline
from inforce.project.api import shipped_schema
from playwright.sync_api import Browser, Error

from tests.browser.visiting import Served
from tests.vectors import LANGUAGES, TIMELINES

ROOT = Path(__file__).resolve().parent.parent.parent
CODE = re.findall(
    r"^```js\n(.*?)^```", (ROOT / "docs/developers/index.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
)


def function(name: str) -> str:
    """The source of a function that the page defines."""
    (source,) = (code for code in CODE if f"function {name}(" in code)
    found = re.search(rf"^(?:async )?function {name}\(.*?^}}$", source, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[0]


def test_the_version_in_force_is_the_one_that_inforce_names(example_site: Path, chromium: Browser) -> None:
    index = json.loads((example_site / "api/v1/index.json").read_bytes())
    expected: list[tuple[str, int, int | None]] = []
    for policy in open_here(ROOT / "examples").project.policies:
        line = policy_timeline(policy)
        for term in line.terms:
            for second in (-1, 0, 1):
                at = term.effective_from + timedelta(seconds=second)
                current = line.in_force_at(at)
                expected.append((policy.id, int(at.timestamp() * 1000), current.version if current else None))
    page = chromium.new_page()
    run = f"""([index, asked]) => {{ {function("inForce")}
        return asked.map(([id, at]) => inForce(index.policies.find((p) => p.policy === id), at)?.version ?? null); }}"""
    found = page.evaluate(run, [index, [one[:2] for one in expected]])
    page.close()
    assert found == [one[2] for one in expected]
    assert None in found
    assert len(set(found)) > 4


def test_what_a_file_could_have(chromium: Browser) -> None:
    page = chromium.new_page()
    run = f"""(cases) => {{ {function("records")}
        return cases.map(([contract, since]) => records({{ contract }}, since)); }}"""
    cases = {("1.0", "1.0"): True, ("1.0", "1.1"): False, ("1.2", "1.1"): True, ("1.9", "1.10"): False}
    assert page.evaluate(run, [*cases]) == [*cases.values()]
    page.close()


def test_the_published_timelines(chromium: Browser) -> None:
    page = chromium.new_page()
    run = f"""(cases) => {{ {function("inForce")}
        return cases.map((one) => one.at.map((at) => inForce(one, Date.parse(at.instant))?.version ?? null)); }}"""
    found = page.evaluate(run, TIMELINES)
    page.close()
    assert found == [[at["in_force"] for at in case["at"]] for case in TIMELINES]


def test_the_published_languages(chromium: Browser) -> None:
    """Where nothing wanted is offered, the recipe takes the prevailing text."""
    page = chromium.new_page()
    run = f"""(cases) => {{ {function("editionFor")}
        const prevailing = {{ language: "tlh", language_status: "authoritative" }};
        return cases.map(({{ offered, wanted }}) => {{
            const editions = [...offered.map((language) => ({{ language, language_status: "official" }})), prevailing];
            return editionFor({{ editions }}, wanted).language; }}); }}"""
    found = page.evaluate(run, LANGUAGES)
    page.close()
    assert found == [case["found"] or "tlh" for case in LANGUAGES]


def test_the_patterns_of_the_schemas_are_regular_expressions_of_a_browser(chromium: Browser) -> None:
    """Validators in JavaScript read them with the flag "u", which allows less than Python does."""
    patterns = sorted(
        {found for name in ("index", "summary", "words") for found in every_pattern(shipped_schema(name))}
    )
    assert len(patterns) > 10
    page = chromium.new_page()
    run = "(all) => all.filter((one) => { try { new RegExp(one, 'u'); return false; } catch { return true; } })"
    assert page.evaluate(run, patterns) == []
    page.close()


def every_pattern(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(found := node.get("pattern"), str):
            yield found
        for inner in node.values():
            yield from every_pattern(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from every_pattern(inner)


@pytest.mark.parametrize(
    ("effective_from", "effective_until", "withdrawn", "day", "found"),
    [
        ("2027-01-01", None, None, "2027-01-01", 1),
        ("2027-01-01", None, "2026-12-01", "2027-01-02", None),  # never took effect
        ("2026-01-01", "2026-06-01", "2026-06-01", "2026-05-31", 1),
        ("2026-01-01", "2026-06-01", "2026-06-01", "2026-06-01", None),
    ],
)
def test_a_withdrawn_version(
    chromium: Browser,
    effective_from: str,
    effective_until: str | None,
    withdrawn: str | None,
    day: str,
    found: int | None,
) -> None:
    dates = {"effective_from": effective_from, "effective_until": effective_until, "withdrawn": withdrawn}
    version: dict[str, Any] = {"version": 1, **{name: f"{at}T00:00:00+00:00" for name, at in dates.items() if at}}
    page = chromium.new_page()
    at = datetime.fromisoformat(f"{day}T00:00:00+00:00").timestamp() * 1000
    run = f"([policy, at]) => {{ {function('inForce')} return inForce(policy, at)?.version ?? null; }}"
    assert page.evaluate(run, [{"versions": [version]}, at]) == found
    page.close()


def test_the_last_good_summary_is_kept_where_the_site_cannot_be_reached(chromium: Browser) -> None:
    page = chromium.new_page()
    run = f"async (url) => {{ {function('current')} return await current(url, 'sha256-x', 'last good'); }}"
    assert page.evaluate(run, "http://127.0.0.1:9/r1.json") == "last good"
    page.close()


def test_a_summary_is_taken_with_the_integrity_that_the_index_names(example: Served) -> None:
    index = json.loads((example.folder / "api/v1/current.json").read_bytes())
    edition = index["policies"][0]["versions"][0]["editions"][0]
    run = f"([edition, site]) => {{ {function('summaryOf')} return summaryOf(edition, site); }}"
    with example.visit() as visit:
        page = visit.go("en/privacy/")
        assert page.evaluate(run, [edition, example.root])["text_digest"] == edition["text_digest"]
        summary = {**edition["summary"], "integrity": "sha256-" + "A" * 43 + "="}
        with pytest.raises(Error, match="Failed to fetch"):
            page.evaluate(run, [{**edition, "summary": summary}, example.root])


def test_consent_is_asked_for_what_was_shown_and_kept_by_its_epoch(example: Served) -> None:
    """Where the last good summary was shown, the newer one asks again."""
    run = f"""async (shown) => {{ {function("askIfNeeded")}
        localStorage.clear();
        const asked = [];
        for (const [policy, consent_epoch] of shown)
          await askIfNeeded({{ policy, consent_epoch }}, (shown) => asked.push([shown.policy, shown.consent_epoch]));
        return asked; }}"""
    privacy = [["privacy", epoch] for epoch in (1, 1, 2, 1, 2, 10)]
    with example.visit() as visit:
        page = visit.go("en/privacy/")
        assert page.evaluate(run, privacy) == [["privacy", 1], ["privacy", 2], ["privacy", 10]]
        # What another policy says has not been asked, whatever its own epoch; nor is an older answer the newer one.
        switched = [["privacy", 2], ["terms", 1], ["terms", 1], ["privacy", 2]]
        assert page.evaluate(run, switched) == [["privacy", 2], ["terms", 1], ["privacy", 2]]

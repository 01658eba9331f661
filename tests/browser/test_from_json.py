"""The page of `docs/developers/from-json.md`: written as it stands there, and visited."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from inforce.contract.interface import countries_of, dates_of, durations_of, interface_words
from inforce.contract.models import Summary
from inforce.contract.published import canonical
from inforce.contract.summarise import summarise
from inforce.model.fact_table import Place, row
from inforce.model.facts import Facts
from inforce.site.resources import catalogs
from inforce.site.translator import words_for
from playwright.sync_api import Browser, Page, expect

from tests.browser.embedding import Embedder, Publisher, embedding, publishing
from tests.browser.test_developers import function
from tests.browser.test_embed import INDEX, NOW
from tests.browser.test_frameworks import FILE
from tests.built.building import ROOT
from tests.model.test_fact_table import FIELDS, of_facts
from tests.model.test_fact_table import Path as FactPath
from tests.site import making
from tests.site.test_every_fact import LEAVES, OLD, alone
from tests.site.test_ways import WAYS, facts_of
from tests.site.test_ways import summary_of as summary_of_ways

FILES = dict(FILE.findall((ROOT / "docs/developers/from-json.md").read_text("utf-8")))


@pytest.fixture(scope="module")
def publisher(example_site: Path) -> Iterator[Publisher]:
    with publishing(example_site) as found:
        yield found


@pytest.fixture
def embedder(chromium: Browser, publisher: Publisher) -> Iterator[Embedder]:
    with embedding(chromium) as found:
        exported = (f"export {function(name)}\n" for name in ("inForce", "editionFor"))
        files = {**FILES, "which.js": "".join(exported)}
        found.files |= {
            f"/{name}": text.replace("https://legal.example.org/", publisher.root).encode()
            for name, text in files.items()
        }
        yield found


def summary_of(publisher: Publisher, language: str) -> dict[str, Any]:
    index = json.loads((publisher.folder / INDEX).read_bytes())
    (policy,) = (each for each in index["policies"] if each["policy"] == "privacy")
    (version,) = (each for each in policy["versions"] if each["version"] == policy["in_force"])
    (edition,) = (each for each in version["editions"] if each["language"] == language)
    found: dict[str, Any] = json.loads((publisher.folder / edition["summary"]["path"]).read_bytes())
    return found


def words_in(page: Page, part: str) -> str:
    """What a part of the page says, once it stands there."""
    expect(page.locator(f"{part} > a")).to_have_count(0)
    text = page.locator(part).inner_text()
    assert not re.search(r"undefined|null|\[object|[{}]", text), text
    return text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_tells_each_cookie_and_whom_to_write_to(
    publisher: Publisher, embedder: Embedder, language: str
) -> None:
    embedder.files["/page.html"] = embedder.files["/page.html"].replace(b'lang="en"', f'lang="{language}"'.encode())
    summary = summary_of(publisher, language)
    with embedder.visit("page.html", at=NOW) as page:
        cookies, contact = words_in(page, "#cookies"), words_in(page, "#contact")
        expect(page.locator("#cookies td:first-child")).to_have_count(len(summary["cookies"]))
    for cookie in summary["cookies"]:
        assert all(cookie[name] in cookies for name in ("name",) if name in cookie)
        assert all(cookie[name]["text"] in cookies for name in ("description", "provider") if name in cookie)
    assert summary["controller"]["email"] in contact
    assert all(right["label"]["text"] in contact for right in summary["rights"])


def test_the_links_stay_where_the_site_is_away(publisher: Publisher, embedder: Embedder) -> None:
    embedder.files["/policy.js"] = embedder.files["/policy.js"].replace(b"current.json", b"gone.json")
    script = b'try { await import("./page.js"); } catch { document.title = "away"; }'
    embedder.files["/try.js"] = script
    embedder.files["/page.html"] = embedder.files["/page.html"].replace(b"page.js", b"try.js")
    with embedder.visit("page.html", at=NOW) as page:
        expect(page).to_have_title("away")
        expect(page.locator("section > a")).to_have_count(2)


def test_a_value_none_unknown_and_unsaid_are_told_apart(embedder: Embedder) -> None:
    summary = {
        "controller": {"email": "a@example.org"},
        "cookies": [{"id": "a", "name": "sid", "data": ["log"]}, {"id": "b", "data": []}, {"id": "c", "data": []}],
        "unknown": [{"pointer": "/cookies/1/name", "reason": {"text": "Nobody looked."}}],
        "none": ["/dpo", "/cookies/1/data"],
    }
    asked = {
        "/controller/email": ("said", "a@example.org"),
        "/cookies/0/data": ("said", ["log"]),
        "/dpo": ("none", None),
        "/cookies/1/data": ("none", None),
        "/cookies/1/name": ("unknown", None),
        "/cookies/2/data": ("unsaid", None),
        "/cookies/2/name": ("unsaid", None),
        "/authority/email": ("unsaid", None),
    }
    embedder.files["/"] = b"<!DOCTYPE html><html lang=en><title>x</title></html>"
    with embedder.visit("") as page:
        run = """async ([summary, asked]) => {
            const { at } = await import("/policy.js");
            return asked.map((pointer) => { const { is, value } = at(summary, pointer); return [is, value ?? null]; });
        }"""
        found = page.evaluate(run, [summary, [*asked]])
        assert [tuple(each) for each in found] == [*asked.values()]
        phrase = 'async () => (await import("/policy.js")).phrase("Within [{reply}], {x}.", { reply: "a", x: "b" })'
        assert page.evaluate(phrase) == "Within a, b."


def test_how_to_use_a_right_is_answered_as_on_our_own_page(embedder: Embedder) -> None:
    """Where the right has a page of its own, that is told beside it; courts are ways of it, as they are in the JSON."""
    summaries = {case: json.loads(canonical(summary_of_ways(facts_of(case)))) for case in WAYS}
    embedder.files["/"] = b"<!DOCTYPE html><html lang=en><title>x</title></html>"
    with embedder.visit("") as page:
        run = """async (summaries) => {
            const { ways } = await import("/policy.js");
            return summaries.map((summary) => ways(summary, "/rights/0"));
        }"""
        found = dict(zip(summaries, page.evaluate(run, [*summaries.values()]), strict=True))
    for case, (*_, answer) in WAYS.items():
        pointers = [each for each in found[case]["pointers"] if not each.startswith("/courts/")]
        assert pointers == [f"/{party}/{way}" for party, way in (*answer.ways, *answer.unknown)], case
        assert found[case].get("who", "") == answer.in_general, case
        if answer.in_general:
            assert found[case]["phrase"] == ("ways_in_general" if answer.named else "ways_not_named"), case


LEFT_OUT: dict[str, str] = {}
"""Fields that our ready HTML shows and the page made from JSON doesn't, and why."""
SHOW = """async ([summaries, words]) => {
    const { contact, cookies } = await import("/show.js");
    return summaries.map((summary) => {
        document.body.replaceChildren(...cookies({ summary, words }), ...contact({ summary, words }));
        return document.body.innerHTML;
    });
}"""


def test_each_field_that_the_ready_html_shows_is_shown_or_left_out_for_a_reason(embedder: Embedder) -> None:
    """By what differs: each field is set otherwise alone, and the page is made of both."""
    old = Facts.model_validate(OLD)
    was = {path: value for _, path, value in of_facts(old)}
    changed: list[tuple[FactPath, Facts]] = []
    for new in (alone(leaf, True) for leaf in LEAVES):
        kinds = {kind for kind, path, value in of_facts(new) if was.get(path) != value} if new else set()
        if new is not None and len(kinds) == 1:
            changed += [(kinds.pop(), new)]
    summaries = [summary_with(facts) for facts in (old, *(new for _, new in changed))]
    durations, dates, countries = (
        {each for one in summaries for each in of(one)} for of in (durations_of, dates_of, countries_of)
    )
    words = interface_words(words_for("en", catalogs()), durations, dates, countries=countries)
    embedder.files["/"] = b"<!DOCTYPE html><html lang=en><title>x</title><body></body></html>"
    with embedder.visit("") as page:
        given = [json.loads(canonical(each)) for each in summaries]
        before, *after = page.evaluate(SHOW, [given, json.loads(canonical(words))])
        assert not re.search(r"undefined|null|\[object|[{}]|NaN", before), before
    shown = {kind for (kind, _), html in zip(changed, after, strict=True) if html != before}
    told = {field: row(field) for field in FIELDS}
    asked = {
        ".".join(field)
        for field, found in told.items()
        if found and found.shown and found.shown.places & {Place.COOKIES_HTML, Place.CONTACT_HTML}
    }
    assert len(asked) > 80
    assert asked - {".".join(kind) for kind in shown} == LEFT_OUT.keys()


def summary_with(facts: Facts) -> Summary:
    texts = {place.id: f"# {place.id}" for place in making.ORDER}
    version = replace(making.version(1, making.brussels(2020, 1, 1), {"en": texts}), facts=facts)
    return summarise(replace(version, editions={"en": making.edition(1, "en", texts, facts)}), "en")

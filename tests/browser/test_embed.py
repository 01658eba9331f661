"""The elements for other sites, in a browser and on two origins: newer verified data are shown, and nothing else is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import html5lib
import pytest
from inforce.contract.index import integrity
from inforce.embed import scripts
from playwright.sync_api import Browser, expect

from tests.browser.embedding import SCRIPT, Embedder, Publisher, embedding, heard, publishing, read, shows
from tests.built.building import ROOT
from tests.patience import PATIENCE

INDEX = "api/v1/current.json"
NOW, NEXT = "2026-12-01T12:00:00Z", "2027-03-01T00:00:00Z"
"""Version 4 is in force, and the instant at which version 5 is."""
KINDS = ("cookies", "contact", "status")


@pytest.fixture
def publisher(example_site: Path) -> Iterator[Publisher]:
    with publishing(example_site) as found:
        yield found


@pytest.fixture
def embedder(chromium: Browser) -> Iterator[Embedder]:
    with embedding(chromium) as found:
        yield found


def element(publisher: Publisher, inside: str = "", kind: str = "cookies", attributes: str = "") -> str:
    return f'<inforce-{kind} policy="privacy" base="{publisher.root}" {attributes}>{inside}</inforce-{kind}>'


def tree(html: str) -> str:
    """HTML as its tree, written down."""
    parsed = html5lib.parseFragment(html.strip(), treebuilder="etree", namespaceHTMLElements=False)
    return str(html5lib.serialize(parsed, tree="etree", omit_optional_tags=False, quote_attr_values="always"))


def older(publisher: Publisher, language: str = "en", kind: str = "cookies") -> str:
    """Ready HTML of version 3, as an earlier build made it."""
    return re.sub(r'data-sequence="\d+"', 'data-sequence="1"', publisher.fragment(3, language, kind))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "fr", "ar", "ja"])
def test_what_is_shown_is_the_ready_html_of_the_version_in_force(
    publisher: Publisher, embedder: Embedder, kind: str, language: str
) -> None:
    body = element(publisher, older(publisher, language, kind), kind)
    with embedder.page(body, language=language, at=NOW) as page:
        shows(page, 4, f"inforce-{kind}")
        assert tree(page.locator(f"inforce-{kind}").inner_html()) == tree(publisher.fragment(4, language, kind))
        assert ["shown", f"inforce-{kind}", ""] in heard(page, "shown")
    assert len(publisher.asked) == 3, "the index, the summary, the ready HTML"
    for _, headers in publisher.asked:
        assert "Referer" not in headers
        assert "Cookie" not in headers


def test_an_empty_element_is_filled_and_a_wrapped_fallback_keeps_what_is_around_it(
    publisher: Publisher, embedder: Embedder
) -> None:
    wrapped = element(publisher, f"<section><h2>Our cookies</h2>{older(publisher)}</section>")
    with embedder.page(element(publisher) + wrapped, at=NOW) as page:
        heard(page, "shown", 2)
        assert page.locator("inforce-cookies > div").get_attribute("data-version") == "4"
        expect(page.locator("inforce-cookies > section > h2")).to_have_text("Our cookies")
        expect(page.locator("inforce-cookies > section > div")).to_have_attribute("data-version", "4")


@pytest.mark.parametrize("kind", KINDS)
def test_a_fallback_that_is_current_is_not_touched(publisher: Publisher, embedder: Embedder, kind: str) -> None:
    with embedder.page(element(publisher, publisher.fragment(4, "en", kind), kind), at=NOW) as page:
        heard(page, "shown")
        before = page.locator(f"inforce-{kind} > div").element_handle()
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        page.evaluate("document.querySelector('[policy]').update()")
        assert before.evaluate("(node) => node.isConnected")
        assert tree(page.locator(f"inforce-{kind}").inner_html()) == tree(publisher.fragment(4, "en", kind))
    assert [path for path, _ in publisher.asked] == [INDEX]


def test_the_same_words_stay_though_something_else_was_published(publisher: Publisher, embedder: Embedder) -> None:
    earlier = re.sub(r'data-sequence="\d+"', 'data-sequence="1"', publisher.fragment(4, "en")).replace("Name", "NAME")
    with embedder.page(element(publisher, earlier), at=NOW) as page:
        heard(page, "shown")
        assert "NAME" in page.locator("inforce-cookies").inner_html()
        sequence = json.loads((publisher.folder / INDEX).read_bytes())["sequence"]
        expect(page.locator("inforce-cookies > div")).to_have_attribute("data-sequence", str(sequence))


def test_without_javascript_the_table_stands_there(publisher: Publisher, embedder: Embedder) -> None:
    with embedder.page(element(publisher, older(publisher)), js=False) as page:
        expect(page.locator("inforce-cookies table").first).to_be_visible()
    assert publisher.asked == []


def flipped(data: bytes) -> bytes:
    return data.replace(b"cookie", b"cookiE", 1)


def of_index(change: Callable[[dict[str, Any]], None]) -> Callable[[bytes], bytes]:
    def spoil(data: bytes) -> bytes:
        index = json.loads(data)
        change(index)
        return json.dumps(index).encode()

    return spoil


def editions(index: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for policy in index["policies"]:
        for version in policy["versions"]:
            yield from version["editions"]


def without_integrity(index: dict[str, Any]) -> None:
    for edition in editions(index):
        edition["summary"]["integrity"] = "sha999-x"


SUMMARY, HTML = "api/v1/privacy/4/en/r1.json", "api/v1/privacy/4/en/cookies.html"
SPOILT: dict[str, tuple[str, Callable[[bytes], bytes | None], str]] = {
    "one byte of the summary": (SUMMARY, flipped, "digest"),
    "one byte of the ready HTML": (HTML, flipped, "digest"),
    "the index is cut": (INDEX, lambda data: data[: len(data) // 2], "unreadable"),
    "the summary is cut": (SUMMARY, lambda data: data[:-1], "digest"),
    "a page in the place of the index": (INDEX, lambda _: b"<!DOCTYPE html><title>Welcome</title>", "unreadable"),
    "other JSON in the place of the index": (INDEX, lambda _: b'{"policies": []}', "unreadable"),
    "null in the place of the index": (INDEX, lambda _: b"null", "unreadable"),
    "an index without policies": (INDEX, of_index(lambda index: index.pop("policies")), "unreadable"),
    "an older index": (INDEX, of_index(lambda index: index.update(sequence=0)), "older"),
    "no such policy": (INDEX, of_index(lambda index: index.update(policies=[])), "no-policy"),
    "an integrity that browsers pass over": (INDEX, of_index(without_integrity), "digest"),
    "an index that never comes": (INDEX, lambda _: None, "slow"),
    "a summary that never comes": (SUMMARY, lambda _: None, "slow"),
}


def stays(publisher: Publisher, embedder: Embedder, reason: str, base: str | None = None, file: str = "") -> None:
    """The last good copy stays, untouched, and the page hears that it may be stale, and why; `file`: with which one."""
    last_good = older(publisher)
    body = element(publisher, last_good)
    with embedder.page(body.replace(publisher.root, base) if base else body, at=NOW) as page:
        if reason == "slow":
            assert publisher.waited_for.wait(PATIENCE)
            # What comes has come before the clock moves, or it would be slow too.
            read(page, [] if INDEX in publisher.spoilt else [publisher.root + INDEX, publisher.root + HTML])
            page.clock.run_for(8_001)
        assert {(name, why) for name, _, why in heard(page, "stale")} == {("stale", reason)}
        assert all(file in message for message in page.evaluate("window.messages"))
        assert tree(page.locator("inforce-cookies").inner_html()) == tree(last_good)
        assert page.evaluate("inforce.evidence(document.querySelector('[policy]')).version") == 3


@pytest.mark.parametrize("what", SPOILT)
def test_the_last_good_copy_stays(publisher: Publisher, embedder: Embedder, what: str) -> None:
    path, spoil, reason = SPOILT[what]
    publisher.spoilt[path] = spoil
    stays(publisher, embedder, reason, file=publisher.root + path if reason in ("unreadable", "slow") else "")


@pytest.mark.parametrize("path", [INDEX, SUMMARY, HTML])
def test_the_last_good_copy_stays_where_a_file_is_missing_or_breaks_off(
    publisher: Publisher, embedder: Embedder, path: str
) -> None:
    publisher.missing.add(path)
    stays(publisher, embedder, "status")
    publisher.missing.clear()
    publisher.lengths[path] = 10_000_000
    stays(publisher, embedder, "truncated")


def test_the_last_good_copy_stays_where_the_host_is_down(publisher: Publisher, embedder: Embedder) -> None:
    stays(publisher, embedder, "network", base="http://127.0.0.1:9/")


def test_right_bytes_are_shown_whatever_type_the_host_gives_them(publisher: Publisher, embedder: Embedder) -> None:
    publisher.types = {INDEX: "text/plain", SUMMARY: "text/html", HTML: "application/octet-stream"}
    with embedder.page(element(publisher, older(publisher)), at=NOW) as page:
        shows(page, 4)


def test_a_file_that_failed_once_is_shown_at_once(publisher: Publisher, embedder: Embedder) -> None:
    """A browser doesn't say why it refuses bytes that are held to a digest: before anything is called wrong, the file
    is asked for again."""
    spoilt = iter([flipped])
    publisher.spoilt[SUMMARY] = lambda data: next(spoilt, bytes)(data)
    with embedder.page(element(publisher, older(publisher)), at=NOW) as page:
        shows(page, 4)
        assert {name for name, _, _ in heard(page, "shown")} == {"shown"}


def test_the_developers_page_tells_every_reason() -> None:
    page = (ROOT / "docs/developers/index.md").read_text("utf-8")
    (table,) = re.findall(r"^\| `reason` .*\n((?:\|.*\n)+)", page, re.MULTILINE)
    code = scripts()["embed/1/inforce.js"].decode()
    given = re.findall(r'failed\((?:signal.aborted \? )?"([\w-]+)"', code)
    given += re.findall(r'(?:reason|refused) = "([\w-]+)"|ask\(integrity, "([\w-]+)"\)', code)
    codes = {each for found in given for each in ([found] if isinstance(found, str) else found) if each}
    assert codes == set(re.findall(r"^\| `([\w-]+)`", table, re.MULTILINE))


def test_it_tries_again_and_then_shows_what_is_new(publisher: Publisher, embedder: Embedder) -> None:
    publisher.missing.add(INDEX)
    with embedder.page(element(publisher, older(publisher)), at=NOW) as page:
        heard(page, "stale")
        publisher.missing.clear()
        page.clock.run_for(31_000)
        shows(page, 4)


HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "a handler": '<p onclick="alert(1)">x</p>',
    "a script in a link": '<p><a href="javascript:alert(1)">x</a></p>',
    "the same, written in signs": '<p><a href="&#106;avascript:alert(1)">x</a></p>',
    "a style": '<p style="display:none">x</p>',
    "a picture": '<img src="https://elsewhere.example/x.png">',
    "a comment": "<!-- x -->",
    "crossed ends": "<p><span>x</p></span>",
    "no end": "<p>x",
    "an end too many": "</div><p>x</p>",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_ready_html_with_more_than_it_may_have_is_refused_though_the_index_vouches_for_it(
    publisher: Publisher, embedder: Embedder, what: str
) -> None:
    spoilt = publisher.fragment(4, "en").replace("<table>", HOSTILE[what] + "<table>", 1).encode()

    def vouch(index: dict[str, Any]) -> None:
        for edition in editions(index):
            if edition["html"]["cookies"]["path"] == HTML:
                edition["html"]["cookies"]["integrity"] = integrity(spoilt)

    publisher.spoilt = {HTML: lambda _: spoilt, INDEX: of_index(vouch)}
    stays(publisher, embedder, "unreadable", file=publisher.root + HTML)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("fr", "fr"),
        ("FR", "fr"),
        ("fr-BE", "fr"),
        ("ar-Arab-EG", "ar"),
        ("ja-x-private", "ja"),
        ("ja-JP-u-ca-japanese", "ja"),
        ("nl", "en"),
        ("f", "en"),
        ("french", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_looked_up_from_the_nearest_lang(
    publisher: Publisher, embedder: Embedder, asked: str, found: str
) -> None:
    with embedder.page(f'<main lang="{asked}">{element(publisher)}</main>', language="de", at=NOW) as page:
        expect(page.locator("inforce-cookies > div")).to_have_attribute("lang", found)


def test_arabic_stands_right_in_an_english_page_and_follows_a_change_of_language(
    publisher: Publisher, embedder: Embedder
) -> None:
    with embedder.page(element(publisher, attributes='lang="ar"'), at=NOW) as page:
        shown = page.locator("inforce-cookies > div")
        expect(shown).to_have_css("direction", "rtl")
        expect(page.locator("inforce-cookies code").first).to_have_css("direction", "ltr")
        page.evaluate("document.querySelector('[policy]').removeAttribute('lang')")
        expect(shown).to_have_css("direction", "ltr")
        page.evaluate("document.documentElement.lang = 'fr-CA'")
        expect(shown).to_have_attribute("lang", "fr")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_style_sheet_of_the_page_for_developers_keeps_the_table_within_a_narrow_page(
    publisher: Publisher, embedder: Embedder, width: int
) -> None:
    page_for_developers = (ROOT / "docs/developers/index.md").read_text("utf-8")
    (css,) = re.findall(r"^```css\n(/\* cookies.css .*?)^```", page_for_developers, re.DOTALL | re.MULTILINE)
    embedder.files["/cookies.css"] = css.encode()
    for language in ("en", "fr", "ar", "ja"):
        body = '<link rel="stylesheet" href="/cookies.css">' + element(publisher, attributes=f'lang="{language}"')
        with embedder.page(body, at=NOW) as page:
            page.set_viewport_size({"width": width, "height": 800})
            shows(page, 4)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            cell = page.locator("inforce-cookies td").first
            said = cell.evaluate("(node) => getComputedStyle(node, '::before').content")
            second = page.locator("inforce-cookies thead th").nth(1).text_content()
            assert said == (f'"{second}"' if width < 640 else "none")


def test_it_is_found_in_a_shadow_tree(publisher: Publisher, embedder: Embedder) -> None:
    with embedder.page("<p lang=fr></p>", at=NOW) as page:
        page.evaluate(
            """(base) => {
              const made = document.createElement("inforce-cookies");
              made.setAttribute("base", base);
              document.querySelector("p").attachShadow({ mode: "open" }).append(made);
            }""",
            publisher.root,
        )
        expect(page.locator("inforce-cookies > div")).to_have_attribute("lang", "fr")


def test_it_survives_being_moved_removed_put_back_cloned_and_registered_twice(
    publisher: Publisher, embedder: Embedder
) -> None:
    embedder.files["/again.js"] = embedder.files[SCRIPT]
    body = element(publisher) + '<div id="other"></div><script type="module" src="/again.js"></script>'
    with embedder.page(body, at=NOW) as page:
        shows(page, 4)
        table = page.locator("inforce-cookies > div").element_handle()
        page.evaluate("document.querySelector('#other').append(document.querySelector('inforce-cookies'))")
        page.evaluate("window.kept = document.querySelector('inforce-cookies'); kept.remove()")
        publisher.missing.add(INDEX)
        page.clock.run_for(7 * 3600 * 1000)
        requests = len(publisher.asked)
        page.evaluate("document.body.append(kept, kept)")
        assert table.evaluate("(node) => node.isConnected")
        heard(page, "stale")
        assert len(publisher.asked) == requests + 1, "nothing was asked for while it was away"
        publisher.missing.clear()
        page.evaluate("kept.replaceWith(kept.cloneNode(true))")
        shows(page, 4)
        assert page.evaluate("inforce.evidence(document.querySelector('inforce-cookies')).version") == 4


def test_moved_while_it_loads_it_shows_one_table(publisher: Publisher, embedder: Embedder) -> None:
    with embedder.page(element(publisher) + "<main></main>", at=NOW) as page:
        page.evaluate(
            "for (let i = 0; i < 5; i++) document.querySelector('main').append(document.querySelector('[policy]'))"
        )
        shows(page, 4)
        expect(page.locator("main > inforce-cookies > div")).to_have_count(1)


@pytest.mark.parametrize("kind", KINDS)
def test_another_version_takes_its_place_at_the_instant(publisher: Publisher, embedder: Embedder, kind: str) -> None:
    instant = datetime.fromisoformat(NEXT)
    with embedder.page(element(publisher, kind=kind), at=(instant - timedelta(seconds=10)).isoformat()) as page:
        shows(page, 4, f"inforce-{kind}")
        heard(page, "shown")
        page.clock.run_for(9_000)
        shows(page, 4, f"inforce-{kind}")
        page.clock.run_for(1_000)
        shows(page, 5, f"inforce-{kind}")


def test_an_instant_is_awaited_however_far_it_is(publisher: Publisher, embedder: Embedder) -> None:
    start = datetime.fromisoformat(NEXT) - timedelta(days=60)
    with embedder.page(element(publisher), at=start.isoformat()) as page:
        shows(page, 4)
        heard(page, "shown")
        asked = len(publisher.asked)
        page.clock.run_for(1_000)
        assert len(publisher.asked) == asked, "a timer that cannot count so far would have gone off at once"
        page.clock.fast_forward(timedelta(days=60).total_seconds() * 1000)  # type: ignore[arg-type]
        shows(page, 5)


def test_what_was_announced_comes_though_the_index_can_no_longer_be_had(
    publisher: Publisher, embedder: Embedder
) -> None:
    start = datetime.fromisoformat(NEXT) - timedelta(minutes=30)
    with embedder.page(element(publisher), at=start.isoformat()) as page:
        shows(page, 4)
        heard(page, "shown")
        publisher.missing.add(INDEX)
        page.clock.run_for(30 * 60 * 1000)
        shows(page, 5)
        heard(page, "stale")


@pytest.mark.parametrize(("asked", "found"), [("1", "H1"), ("2", "H2"), ("6", "H6"), ("7", "H3"), ("x", "H3")])
def test_headings_take_their_level_in_what_stood_there_and_in_what_is_new(
    publisher: Publisher, embedder: Embedder, asked: str, found: str
) -> None:
    level = f'heading-level="{asked}"'
    body = element(publisher, older(publisher), attributes=level) + element(
        publisher, publisher.fragment(4, "en"), attributes=level
    )
    levels = "[...new Set([...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((head) => head.tagName))]"
    with embedder.page(body, at=NOW) as page:
        heard(page, "shown", 2)
        assert page.evaluate(levels) == [found]


def test_the_evidence_is_of_what_was_shown(publisher: Publisher, embedder: Embedder) -> None:
    index = json.loads((publisher.folder / INDEX).read_bytes())
    (policy,) = (each for each in index["policies"] if each["policy"] == "privacy")
    (version,) = (each for each in policy["versions"] if each["version"] == 4)
    (edition,) = (each for each in version["editions"] if each["language"] == "fr")
    with embedder.page(element(publisher) + "<p></p>", language="fr", at=NOW) as page:
        heard(page, "shown")
        found = page.evaluate("inforce.evidence(document.querySelector('[policy]'))")
        assert page.evaluate("inforce.evidence(document.querySelector('p'))") is None
        assert found.pop("shown_at").startswith("2026-12-01T12:00:")
        assert found == {
            "policy": "privacy",
            "version": 4,
            "language": "fr",
            "revision": edition["revision"],
            "integrity": edition["summary"]["integrity"],
            "consent_epoch": version["consent_epoch"],
            "sequence": index["sequence"],
        }


def test_without_a_policys_name_it_is_the_one_that_governs(publisher: Publisher, embedder: Embedder) -> None:
    governing = json.loads((publisher.folder / INDEX).read_bytes())["governing"]["contact"]
    with embedder.page(f'<inforce-contact base="{publisher.root}"></inforce-contact>', at=NOW) as page:
        shown = page.locator("inforce-contact > div")
        expect(shown).to_have_attribute("data-policy", governing["policy"])
        expect(shown).to_have_attribute("data-version", str(governing["version"]))

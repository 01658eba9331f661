"""The page that checks digests and copies, in a browser: under the strictest policy, and asking nothing of anybody."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from inforce.embed import as_kept, scripts
from playwright.sync_api import Dialog, FilePayload, Locator, Page, expect

from tests.browser.test_pages import AWAY, findings
from tests.browser.visiting import Served, Visit
from tests.built import reading
from tests.reader.records.test_digests import NONE, WRITTEN

SUMMARY = "api/v1/privacy/4/fr/r1.json"


@contextmanager
def opened(site: Served, path: str = "en/verify/", **options: Any) -> Iterator[tuple[Visit, Page]]:
    """The page under a policy that is stricter still: no HTML is made from text. It asks for no data, and nothing is
    broken or blocked."""
    with site.visit(**options) as visit:
        visit.strictly()
        page = visit.go(path)
        asked: list[str] = []
        visit.page.on("request", lambda request: asked.append(request.url))
        yield visit, page
        assert visit.errors == []
        assert visit.elsewhere == []
        if options.get("java_script_enabled", True):
            assert visit.violations() == []
        assert [url for url in asked if urlsplit(url).path.rpartition(".")[2] in ("json", "mjs", "xml")] == []


def answers(page: Page) -> Locator:
    return page.locator("#answer > section")


def clear(page: Page) -> None:
    """What stands there from now on is the answer to what is asked from now on."""
    page.evaluate("document.querySelector('#answer').replaceChildren()")


def ask(page: Page, digest: str) -> Locator:
    clear(page)
    page.locator("#digest").fill(digest)
    page.get_by_role("button", name="Check").click()
    return answers(page)


def give(page: Page, *files: Path | FilePayload) -> Locator:
    payloads: list[FilePayload] = [
        {"name": each.name, "mimeType": "", "buffer": each.read_bytes()} if isinstance(each, Path) else each
        for each in files
    ]
    clear(page)
    page.locator("#file").set_input_files(payloads)
    expect(answers(page)).to_have_count(len(files))
    return answers(page)


def payload(data: str | bytes, name: str = "copy") -> FilePayload:
    return {"name": name, "mimeType": "", "buffer": data.encode() if isinstance(data, str) else data}


def said(page: Page, how: str) -> str:
    """A sentence of the page."""
    return page.locator(f".says [data-how={how}]").inner_text() or (
        page.locator(f".says [data-how={how}]").text_content() or ""
    )


def revisions(site: Served) -> Iterator[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """(version, edition, revision) of every revision in the index."""
    for policy in site.policies:
        for version in policy["versions"]:
            for edition in version["editions"]:
                for revision in edition["revisions"]:
                    yield version, edition, revision


def test_every_digest_of_the_index_leads_to_its_version_page_and_data(example: Served) -> None:
    with opened(example) as (_, page):
        for version, edition, revision in revisions(example):
            for digest in (revision["text_digest"], revision["summary"]["integrity"]):
                found = ask(page, digest)
                expect(found).to_have_class("ok")
                links = [link.evaluate("e => e.href") for link in found.locator("a").all()]
                for there in (revision["path"], revision["summary"]["path"]):
                    assert example.root + there in links, (digest, there)
                assert f"ersion {version['version']}, revision {revision['revision']}" in found.inner_text()
            if revision == edition["revisions"][-1]:
                made = [*edition["html"].values(), *version.get("banners", {}).values()]
                for html in made:
                    expect(ask(page, html["integrity"])).to_contain_text(html["path"])


def test_the_digest_at_a_pages_foot_leads_to_the_answer_and_goes_along_to_another_language(example: Served) -> None:
    with opened(example, "en/privacy/v2/") as (visit, page):
        foot = page.locator(".colo code").first
        digest = foot.inner_text()
        foot.click()
        expect(answers(page)).to_have_class("ok")
        assert page.url == f"{example.root}en/verify/#{digest}"
        expect(page.locator("#answer")).to_be_focused()
        expect(answers(page)).to_contain_text("Privacy Policy, version 2, revision 2")
        expect(answers(page)).to_contain_text("from 22 March 2021 to 14 June 2023")
        expect(answers(page).get_by_role("link", name="What revision 2 changes")).to_be_visible()
        expect(page.locator("#answer")).to_be_in_viewport()
        page.locator(".langs a[lang=fr]").click()
        page.wait_for_url(f"{example.root}fr/verify/#{digest}")
        expect(answers(page)).to_contain_text("du 22 mars 2021 au 14 juin 2023")
        visit.go("en/verify/")


@pytest.mark.parametrize("way", ["#{}", "?d={}"])
def test_a_link_may_name_the_integrity_of_a_file(example: Served, way: str) -> None:
    digests = [revision["summary"]["integrity"] for _, _, revision in revisions(example)]
    signs = {sign for digest in digests for sign in digest[7:]} & set("+/=")
    assert signs == set("+/="), "the signs that mean something else in an address"
    chosen = {sign: next(each for each in digests if sign in each) for sign in signs}
    for integrity in chosen.values():
        with opened(example, "en/verify/" + way.format(integrity)) as (_, page):
            expect(answers(page)).to_have_class("ok")
            expect(page.locator("#digest")).to_have_value(integrity)


@pytest.mark.parametrize("written", WRITTEN)
def test_a_digest_is_found_however_it_is_written(example: Served, written: str) -> None:
    """As `inforce.reader.records.digests` finds it; this one is of nothing that was published."""
    with opened(example) as (_, page):
        found = ask(page, written.replace("\n", " "))
        expect(found).to_have_count(1)
        expect(found).to_have_class("doubt")
        expect(found.locator("p").first).to_have_text(said(page, "unknown"))
        expect(found.locator("li")).not_to_have_count(0)


def test_what_is_no_digest_is_kindly_said(example: Served) -> None:
    with opened(example) as (_, page):
        for text in NONE:
            expect(ask(page, text)).to_have_text(said(page, "none"))


@pytest.mark.parametrize("way", ["#sha256-AAAA", "#hello", "?d=hello"])
def test_a_link_that_was_cut_short_is_answered_like_the_form(example: Served, way: str) -> None:
    with opened(example, f"en/verify/{way}") as (_, page):
        expect(answers(page)).to_have_text(said(page, "none"))
        expect(page.locator("#digest")).to_have_value(way[1:].removeprefix("d="))


@pytest.mark.parametrize("way", ["", "#list", "#main"])
def test_a_place_on_the_page_is_no_question(example: Served, way: str) -> None:
    with opened(example, f"en/verify/{way}") as (_, page):
        expect(page.locator(".check")).to_be_visible()
        expect(answers(page)).to_have_count(0)


def test_evidence_as_an_element_gives_it_is_found(example: Served) -> None:
    version, edition, revision = next(revisions(example))
    evidence = {
        "policy": "privacy",
        "version": version["version"],
        "integrity": revision["summary"]["integrity"],
        "sequence": 9,
    }
    with opened(example) as (_, page):
        expect(ask(page, json.dumps(evidence))).to_have_class("ok")
        expect(answers(page)).to_contain_text(edition["title"])


def test_several_digests_get_an_answer_each(example: Served) -> None:
    _, _, revision = next(revisions(example))
    with opened(example) as (_, page):
        found = ask(page, f"{revision['text_digest']} {'0' * 64} {revision['text_digest']}")
        expect(found).to_have_count(2)
        expect(found.nth(0)).to_have_class("ok")
        expect(found.nth(1)).to_have_class("doubt")
        expect(found.nth(1).locator("bdi")).to_have_text("0" * 64)


def test_a_file_is_what_its_bytes_or_its_data_prove_it_to_be(example: Served) -> None:
    data = (example.folder / SUMMARY).read_text("utf-8")
    other = json.loads(data) | {"version": 3}
    html = (example.folder / "api/v1/privacy/4/fr/cookies.html").read_text("utf-8")
    cases: list[tuple[str | bytes, str]] = [
        (data, "bytes"),
        (json.dumps(json.loads(data), indent=2), "data"),
        (json.dumps(dict(reversed(json.loads(data).items()))), "data"),
        (json.dumps(other), "named"),
        (html, "bytes"),
        (html.replace("cookie", "cake"), "named"),  # the summary that it says it was made from
        ((example.folder / "embed/1/pull.mjs").read_bytes(), "bytes"),
        (as_kept(scripts(), reading.index(example.folder)["base_url"])["embed/1/inforce.js"], "bytes"),
        (as_kept(scripts(), "https://elsewhere.example/")["embed/1/inforce.js"], "unknown"),
        ("Good morning", "unknown"),
        ("", "unknown"),
        (bytes(range(256)), "unknown"),
        ("[" * 100_000, "unknown"),
    ]
    with opened(example) as (_, page):
        found = give(page, *(payload(text) for text, _ in cases))
        for place, (text, how) in enumerate(cases):
            expect(found.nth(place).locator("p:not(.kick)").first, str(text[:60])).to_have_text(said(page, how))
            expect(found.nth(place)).to_have_class("doubt" if how in ("named", "unknown") else "ok")


def saved(site: Served) -> list[Path]:
    """The pages of all revisions of all texts."""
    return sorted(site.folder.glob("??/*/v*/r*/index.html"))


def test_the_text_of_every_page_is_proven_word_for_word(example: Served) -> None:
    """In each language: what this reads back is what the records have the digest of."""
    pages = saved(example)
    assert {page.relative_to(example.folder).parts[0] for page in pages} == {"en", "fr", "ar", "ja"}
    with opened(example) as (_, page):
        found = give(page, *pages)
        sentence = said(page, "words")
        for place, each in enumerate(pages):
            _, _, version, revision, _ = each.relative_to(example.folder).parts
            expect(found.nth(place).locator("p:not(.kick)").first, str(each)).to_have_text(sentence)
            links = " ".join(link.evaluate("e => e.href") for link in found.nth(place).locator("a").all())
            assert f"/{version}/{revision}/" in links


def test_a_page_as_a_browser_saves_it_is_proven_and_with_another_word_it_is_not(example: Served) -> None:
    with example.visit() as visit:
        contents = [
            visit.go(path).content() for path in ("en/privacy/", "fr/privacy/v2/", "ar/privacy/v3/", "ja/privacy/")
        ]
    spoilt = [
        re.sub(r"(<article.*?<p>)", r"\1Not: ", contents[0], count=1, flags=re.DOTALL),
        re.sub(r"(<article[^>]*>)", r"\1<p>Not this:</p>", contents[0]),
        contents[0].replace("</section>", "<p>Not this.</p></section>", 1),
    ]
    with opened(example) as (_, page):
        found = give(page, *(payload(html, "saved.html") for html in (*contents, *spoilt)))
        for place in range(len(contents)):
            expect(found.nth(place)).to_have_class("ok")
        for place in range(len(contents), len(contents) + len(spoilt)):
            expect(found.nth(place)).to_have_class("doubt")
            expect(found.nth(place).locator("p:not(.kick)").first).to_have_text(said(page, "named"))


def test_a_file_can_be_dropped(example: Served) -> None:
    data = (example.folder / SUMMARY).read_text("utf-8")
    with opened(example) as (_, page):
        page.evaluate(
            """(text) => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File([text], "r1.json"));
              for (const name of ["dragover", "drop"]) {
                document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
              }
            }""",
            data,
        )
        expect(answers(page)).to_have_class("ok")
        expect(answers(page).locator("bdi")).to_have_text("r1.json")


def test_what_a_file_holds_or_is_called_is_never_run_or_shown_as_html(example: Served) -> None:
    name = '"><img src=x onerror=alert(1)>.html'
    with opened(example) as (visit, page):
        dialogs: list[str] = []

        def dismiss(dialog: Dialog) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        visit.page.on("dialog", dismiss)
        found = give(page, payload("<script>alert(1)</script><img src=x onerror=alert(1)>", name))
        expect(found.locator("bdi")).to_have_text(name)
        expect(page.locator("img")).to_have_count(0)
        assert dialogs == []


def test_of_two_questions_the_later_one_is_answered(example: Served) -> None:
    """A file that takes long to read is not told in the place of what was asked since."""
    with opened(example) as (_, page):
        page.evaluate(
            """() => {
              const read = Blob.prototype.arrayBuffer;
              const digest = crypto.subtle.digest.bind(crypto.subtle);
              const waited = new Promise((go) => { window.go = go; });
              Blob.prototype.arrayBuffer = async function () { await waited; return read.call(this); };
              crypto.subtle.digest = async (...what) => {
                const found = await digest(...what);
                setTimeout(() => { window.told = true; });  // once all has been done that waited for the digest alone
                return found;
              };
            }"""
        )
        page.locator("#file").set_input_files([payload("slow")])
        expect(ask(page, "0" * 64)).to_have_count(1)
        page.evaluate("go()")
        page.wait_for_function("() => window.told")
        expect(answers(page).locator("bdi")).to_have_count(0)
        expect(answers(page)).to_have_count(1)


def test_it_still_checks_when_the_site_is_gone(example: Served) -> None:
    with opened(example) as (visit, page):
        visit.context.set_offline(True)
        expect(give(page, example.folder / SUMMARY)).to_have_class("ok")


def test_without_a_safe_connection_digests_can_be_checked_and_files_say_why_not(example: Served) -> None:
    with example.visit() as visit:
        visit.context.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined });")
        page = visit.go("en/verify/")
        expect(ask(page, "0" * 64)).to_have_class("doubt")
        found = give(page, example.folder / SUMMARY)
        expect(found.locator("p:not(.kick)").first).to_have_text(said(page, "insecure"))


def test_all_of_it_works_by_keyboard_and_the_answer_is_announced(example: Served) -> None:
    _, _, revision = next(revisions(example))
    with opened(example) as (_, page):
        order = []
        for _step in range(60):
            page.keyboard.press("Tab")
            order.append(page.evaluate("document.activeElement.id || document.activeElement.localName"))
            if order[-1] == "digest":
                page.keyboard.type(revision["text_digest"])
                page.keyboard.press("Enter")
                expect(answers(page)).to_have_class("ok")
            if order[-1] == "summary":
                page.keyboard.press("Enter")
                break
        assert [each for each in order if each in ("digest", "button", "file", "pre", "summary")] == [
            "digest",
            "button",
            "file",
            "pre",
            "summary",
        ]
        expect(page.locator(".list details[open]")).to_have_count(1)
        expect(page.locator("#answer")).to_have_attribute("role", "status")


def test_without_javascript_the_foot_of_a_page_leads_to_its_place_in_the_list(example: Served) -> None:
    with opened(example, "fr/privacy/v2/", java_script_enabled=False) as (_, page):
        page.locator(".colo code").first.click()
        target = page.locator("code:target")
        expect(target).to_be_in_viewport()
        entry = page.locator("li:has(code:target)").last
        expect(entry).to_contain_text("version 2")
        expect(entry).to_contain_text("du 22 mars 2021 au 14 juin 2023")
        expect(page.locator(".check")).to_be_hidden()
        expect(page.locator("pre")).to_contain_text("sha256sum")
        expect(page.locator("pre")).to_contain_text("inforce verify")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_answers_are_accessible_and_keep_within_the_page(
    example: Served, language: str, width: int, scheme: str
) -> None:
    viewport = {"width": width, "height": 900}
    with example.visit(viewport=viewport, color_scheme=scheme) as visit:
        page = visit.go(f"{language}/verify/")
        found = give(page, example.folder / SUMMARY, saved(example)[0], payload("no", "a" * 150), payload("0" * 64))
        expect(found.locator("ul").first).to_be_visible()
        page.locator(".list summary").first.click()
        assert findings(page) == []
        assert page.evaluate(AWAY) <= 0


def test_in_print_the_answer_stands_without_the_form(example: Served) -> None:
    with opened(example) as (_, page):
        give(page, example.folder / SUMMARY)
        page.emulate_media(media="print")
        expect(answers(page)).to_be_visible()
        expect(page.locator(".check")).to_be_hidden()

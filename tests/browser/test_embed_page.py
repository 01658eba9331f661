"""The page with the elements at work, in a browser; and the lines on it, pasted into pages of another origin."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from inforce.embed import lines, scripts
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.embedding import Publisher, embedding, heard, publishing, shows
from tests.browser.test_embed import NOW, older
from tests.browser.test_pages import AWAY, findings
from tests.browser.visiting import Served, stop_the_clock
from tests.built import reading
from tests.built.building import AS_OF
from tests.node import node
from tests.sources import snapshot

LANGUAGES = ("en", "fr", "ar", "ja")


@pytest.fixture
def publisher(example_site: Path) -> Iterator[Publisher]:
    with publishing(example_site) as found:
        yield found


def pasted(page: Page) -> list[str]:
    """The lines of the page: a link, the commands, a page with a copy, a page with the script, the elements."""
    return [each.text_content() or "" for each in page.locator(".paste pre").all()]


def lines_in(example: Served, language: str) -> list[str]:
    with example.visit(java_script_enabled=False) as visit:
        return pasted(visit.go(f"{language}/embed/"))


def every_language(site: str) -> list[tuple[str, str]]:
    return [(site, language) for language in (LANGUAGES if site == "example" else ("en", "fr", "nl", "de"))]


@pytest.mark.parametrize(
    ("site", "language"), [*every_language("example"), *every_language("qualifio")], indirect=["site"]
)
def test_the_elements_show_verified_data_under_the_strictest_policy(site: Served, language: str) -> None:
    index = reading.index(site.folder)
    assert language in index["languages"]
    with site.visit() as visit:
        visit.strictly()
        page = visit.go(f"{language}/embed/")
        expect(page.locator("[data-state=shown]:visible")).to_have_count(len(lines.KINDS))
        expect(page.locator("[data-state=stale]:visible")).to_have_count(0)
        for kind in lines.KINDS:
            shown = page.locator(f"inforce-{kind} > div")
            expect(shown).to_have_attribute(
                "data-version", str(index["governing"]["contact" if kind == "contact" else "cookies"]["version"])
            )
            expect(shown).to_have_attribute("lang", language)
        assert visit.violations() == []
        assert visit.errors == []
        assert visit.elsewhere == []


def test_what_is_stored_with_a_consent_leads_to_the_page_that_checks_it(example: Served) -> None:
    with example.visit() as visit:
        visit.strictly()
        page = visit.go("fr/embed/")
        expect(page.locator(".evidence pre")).to_contain_text('"integrity"')
        shown = json.loads(page.locator(".evidence pre").inner_text())
        said = page.evaluate("inforce.evidence(document.querySelector('inforce-cookies'))")
        assert shown == said
        page.locator("[data-state=shown] a").first.click()
        expect(page.locator("#answer > section")).to_have_class("ok")
        assert page.url.endswith(f"fr/verify/#{shown['integrity']}")
        expect(page.locator("#answer")).to_contain_text(f"version {shown['version']}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_the_last_good_state_stands_there(example: Served, language: str) -> None:
    with example.visit(java_script_enabled=False) as visit:
        page = visit.go(f"{language}/embed/")
        for kind in lines.KINDS:
            expect(page.locator(f"inforce-{kind} > div")).to_be_visible()
        expect(page.locator("inforce-cookies table").first).to_be_visible()
        assert page.locator("button:visible, [data-state]:visible").count() == 0
        assert page.locator(".paste pre:visible").count() == 7


def test_where_the_data_cannot_be_had_it_says_so(example: Served) -> None:
    with example.visit() as visit:
        visit.context.route("**/api/v1/current.json", lambda route: route.abort())
        page = visit.go("en/embed/")
        expect(page.locator("[data-state=stale]:visible")).to_have_count(len(lines.KINDS))
        expect(page.locator("inforce-cookies table").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_with_the_script_work_as_they_are_in_a_page_of_another_origin(
    example: Served, publisher: Publisher, chromium: Browser, language: str
) -> None:
    _, _, _, tag, *elements = lines_in(example, language)
    base = reading.index(example.folder)["base_url"]
    body = "\n".join([tag, *elements]).replace(base, publisher.root)
    assert "integrity=" in body
    policy = (
        f"default-src 'none'; script-src {publisher.root}embed/; connect-src {publisher.root}; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
    with embedding(chromium, policy=policy) as embedder:
        embedder.files["/"] = f'<!DOCTYPE html><html lang="{language}"><meta charset="utf-8">{body}</html>'.encode()
        with embedder.visit("", at=NOW) as page:
            heard(page, "shown", 1 + len(lines.KINDS))
            for kind in lines.KINDS:
                shown = page.locator(f"inforce-{kind} > div")
                assert {each.get_attribute("data-version") for each in shown.all()} == {"4"}
                assert {each.get_attribute("lang") for each in shown.all()} == {language}


def test_a_script_with_another_byte_is_not_run(example: Served, publisher: Publisher, chromium: Browser) -> None:
    tag = lines_in(example, "en")[3].replace(reading.index(example.folder)["base_url"], publisher.root)
    publisher.spoilt[f"{lines.NEWEST}/inforce.js"] = lambda data: data + b" "
    with embedding(chromium, policy=f"script-src {publisher.root}; connect-src {publisher.root}") as embedder:
        embedder.files["/"] = f"<!DOCTYPE html>{tag}".encode()
        with embedder.visit("") as page:
            page.wait_for_function("() => window.refused.length === 1")
            assert page.evaluate("customElements.get('inforce-cookies')") is None


def test_the_lines_with_a_copy_work_and_stand_when_the_site_is_gone(
    example: Served, publisher: Publisher, chromium: Browser, tmp_path: Path
) -> None:
    _, commands, markup, *_ = lines_in(example, "fr")
    base = reading.index(example.folder)["base_url"]
    fetch, run = commands.replace(base, publisher.root).splitlines()
    assert fetch == f"curl -O {publisher.root}{lines.MOVING}/pull.mjs"
    (tmp_path / "pull.mjs").write_bytes(scripts()[fetch.removeprefix(f"curl -O {publisher.root}")])
    name, script, *arguments = run.split()
    assert name == "node"
    done: subprocess.CompletedProcess[str] = node(tmp_path / script, *arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    copy = snapshot(tmp_path / lines.COPY)
    comment = markup[markup.index("<!--") : markup.index("-->") + 3]
    inside = copy[comment.split()[1].rstrip(",").removeprefix(f"{lines.COPY}/")].decode()
    with embedding(chromium) as embedder:
        embedder.files |= {f"/{lines.COPY}/{path}": data for path, data in copy.items()}
        for fallback in (inside, older(publisher, "fr")):
            body = markup.replace(comment, fallback)
            embedder.files["/"] = f'<!DOCTYPE html><html lang="fr"><meta charset="utf-8">{body}</html>'.encode()
            with embedder.visit("", at=NOW) as page:
                shows(page, 4)
                heard(page, "shown")
        publisher.missing |= set(snapshot(publisher.folder))
        embedder.files["/"] = embedder.files["/"].replace(older(publisher, "fr").encode(), inside.encode())
        with embedder.visit("", at=NOW) as page:
            heard(page, "stale")
            shows(page, 4)
            expect(page.locator("inforce-cookies table").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_link_leads_to_a_page_that_is_there(example: Served, language: str) -> None:
    with example.visit(java_script_enabled=False) as visit:
        visit.page.set_content(lines_in(example, language)[0])
        way = visit.page.locator("a").get_attribute("href") or ""
    base = reading.index(example.folder)["base_url"]
    assert way.startswith(base)
    assert (example.folder / way.removeprefix(base) / "index.html").is_file()


def test_lines_are_copied_as_they_are_and_that_is_said(example: Served) -> None:
    with example.visit(permissions=["clipboard-read", "clipboard-write"]) as visit:
        stop_the_clock(visit.page, AS_OF)  # or what was said is gone after three seconds
        page = visit.go("en/embed/")
        for box in page.locator(".paste").all():
            box.get_by_role("button", name="Copy").click()
            expect(box.get_by_role("status")).to_have_text("Copied")
            assert page.evaluate("navigator.clipboard.readText()") == box.locator("code").text_content()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_lines_and_tables_scroll_by_keyboard_in_themselves(example: Served, language: str) -> None:
    def scrolls(box: Locator) -> bool:
        return bool(box.evaluate("e => e.scrollWidth > e.clientWidth"))

    with example.visit(viewport={"width": 320, "height": 900}) as visit:
        page = visit.go(f"{language}/embed/")
        assert page.evaluate(AWAY) <= 0
        wide = [box for box in page.locator("pre, .live").all() if scrolls(box)]
        assert len(wide) >= 2
        for box in wide:
            assert box.get_attribute("tabindex") == "0"
            box.focus()
            box.press("ArrowLeft" if box.evaluate("e => getComputedStyle(e).direction") == "rtl" else "ArrowRight")
            page.wait_for_function("e => e.scrollLeft !== 0", arg=box.element_handle())
        assert findings(page) == []


@pytest.mark.parametrize("site", ["example", "qualifio"], indirect=True)
def test_it_says_that_the_address_is_a_placeholder(site: Served) -> None:
    with site.visit(java_script_enabled=False) as visit:
        page = visit.go("en/embed/")
        base = reading.index(site.folder)["base_url"]
        expect(page.locator(".head")).to_contain_text(f"begin with {base}")
        expect(page.locator(".head")).to_contain_text("It is a placeholder so far")

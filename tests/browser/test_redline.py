"""A redline read as a screen reader reads it, by its accessibility tree: in three scripts, in one column and in two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from inforce.cli import main
from inforce.site.resources import catalogs
from inforce.site.translator import words_for
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import AWAY, findings
from tests.browser.visiting import Served
from tests.built.building import ROOT

PAGES = [("en", "1-4"), ("fr", "1-4"), ("ar", "1-4"), ("ja", "4-5")]


@dataclass(frozen=True, slots=True)
class Node:
    """What is heard at one place: its role, its name, how deep it stands, and all the words inside."""

    role: str
    name: str
    depth: int
    words: str
    level: int | None
    inside: tuple[Node, ...]

    def every(self, *roles: str) -> Iterator[Node]:
        """Each node of these roles, in the order of reading."""
        if self.role in roles:
            yield self
        for node in self.inside:
            yield from node.every(*roles)


def heard(page: Page) -> Node:
    """The accessibility tree, without what no one hears."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def read(node: dict[str, Any], depth: int) -> tuple[Node, ...]:
        inside = tuple(
            found for child in node.get("childIds", ()) if child in by_id for found in read(by_id[child], depth + 1)
        )
        role = node.get("role", {}).get("value", "")
        if node.get("ignored"):
            return inside
        if role == "InlineTextBox":
            return ()
        name = node.get("name", {}).get("value", "")
        words = name if role == "StaticText" else "".join(each.words for each in inside)
        level = next((each["value"]["value"] for each in node.get("properties", ()) if each["name"] == "level"), None)
        return (Node(role, name, depth, words, level, inside),)

    (root,) = read(nodes[0], 0)
    return root


def article(root: Node) -> Node:
    return next(root.every("article"))


@pytest.mark.parametrize(("language", "pair"), PAGES)
def test_changes_are_heard_with_words_before_and_after(example: Served, language: str, pair: str) -> None:
    words = words_for(language, catalogs())
    spoken = {
        "insertion": (f"[{words.text('added text')}]", f"[{words.text('end of added text')}]"),
        "deletion": (f"[{words.text('removed text')}]", f"[{words.text('end of removed text')}]"),
    }
    with example.visit() as visit:
        text = article(heard(visit.go(f"{language}/privacy/changes/{pair}/")))
    changes = list(text.every("insertion", "deletion"))
    assert len(changes) > 8
    for change in changes:
        begin, end = spoken[change.role]
        said = change.words.strip()
        assert said.startswith(begin), said
        assert said.endswith(end), said
        assert said[len(begin) : -len(end)].strip(), "a change has words"
        assert not any(True for each in change.inside for _ in each.every("insertion", "deletion", "paragraph", "list"))


@pytest.mark.parametrize(("language", "pair"), PAGES)
def test_the_list_on_top_leads_to_every_change(example: Served, language: str, pair: str) -> None:
    with example.visit(java_script_enabled=False) as visit:
        page = visit.go(f"{language}/privacy/changes/{pair}/")
        told = next(node for node in heard(page).every("region") if list(node.every("link")))
        links = [(link.name, link) for link in told.every("link")]
        labels = [link.name for link in article(heard(page)).every("link") if link.name in dict(links)]
        assert [name for name, _ in links] == [*dict.fromkeys(labels)], "the list has the order of the text"
        for number, (name, _) in enumerate(links, start=1):
            page.locator(f".sum a[href='#c_{number}']").click()
            page.wait_for_url(f"**/#c_{number}")
            target = page.locator(f"#c_{number}")
            expect(target).to_be_in_viewport()
            assert name in target.locator("a").all_inner_texts()
            said = target.locator(".ct").or_(page.locator(f"p.ct#c_{number}"))
            assert target.locator("ins:visible, del:visible").count() or said.count()


def test_headings_go_down_a_level_at_a_time(example: Served) -> None:
    with example.visit() as visit:
        levels = [node.level for node in heard(visit.go("en/privacy/changes/1-4/")).every("heading")]
    assert levels[0] == 1
    assert all(after is not None and before is not None and after <= before + 1 for before, after in pairwise(levels))


def test_what_is_folded_is_not_heard_until_it_is_opened_by_the_keyboard(example: Served) -> None:
    with example.visit(java_script_enabled=False) as visit:
        page = visit.go("en/privacy/changes/1-4/")
        fold = page.locator("details.same").first
        hidden = (fold.locator("p").first.text_content() or "")[:30]
        assert hidden not in article(heard(page)).words
        fold.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(fold).to_have_attribute("open", "")
        assert hidden in article(heard(page)).words


def test_the_hidden_words_are_no_part_of_what_is_copied(example: Served) -> None:
    with example.visit() as visit:
        page = visit.go("en/privacy/changes/1-4/")
        assert "added text" not in page.locator("article").inner_text()


# ---- pages made by the command


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages of each kind, by name."""
    folder = tmp_path_factory.mktemp("redlines")
    kinds = {
        "inline-en": ("--lang", "en"),
        "side-en": ("--lang", "en", "--side-by-side"),
        "side-ar": ("--lang", "ar", "--side-by-side"),
        "beside": ("--lang", "ar", "--beside", "en"),
    }
    for name, options in kinds.items():
        arguments = ["--project", str(ROOT / "examples"), "redline", "privacy", "1", "4", *options]
        done = CliRunner().invoke(main, [*arguments, "--output", str(folder / f"{name}.html")])
        assert done.exit_code == 0, done.output
    return {name: folder / f"{name}.html" for name in kinds}


@pytest.mark.parametrize("name", ["inline-en", "side-en", "side-ar", "beside"])
@pytest.mark.parametrize("width", [1280, 320])
def test_a_page_of_its_own_is_accessible(made: dict[str, Path], chromium: Browser, name: str, width: int) -> None:
    wrong: list[str] = []
    asked: list[str] = []
    context = chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(made[name].as_uri())
        wrong += findings(page)
        assert page.evaluate(AWAY) <= 0
    context.close()
    assert not wrong
    assert all(url.startswith("file:") for url in asked)


def test_its_style_passes_its_own_policy(made: dict[str, Path], chromium: Browser) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(made["side-en"].as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.pair')).display") == "grid"
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<style>.pair { display: block }</style>')")
    assert page.evaluate("getComputedStyle(document.querySelector('.pair')).display") == "grid", "the policy holds"
    context.close()


def test_two_columns_say_once_what_stays_and_name_whose_a_change_is(made: dict[str, Path], chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(made["side-en"].as_uri())
    text = article(heard(page))
    stays = "Then we delete it, or keep only what no longer says anything about you"
    assert (page.locator("article").text_content() or "").count(stays) == 2
    assert text.words.count(stays) == 1
    groups = [group for group in text.every("group") if group.name.startswith("Version")]
    assert {group.name for group in groups} == {"Version 1", "Version 4"}
    for group in groups:
        assert not list(group.every("insertion" if group.name == "Version 1" else "deletion"))
    boxes = [page.locator(f"article .pair.diff .{side}").first.bounding_box() for side in ("was", "now")]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0]["x"] < boxes[1]["x"]
    page.set_viewport_size({"width": 320, "height": 900})
    assert not page.locator("article [aria-hidden] p").first.is_visible()
    label = "getComputedStyle(document.querySelector('.pair.diff > .now'), '::before').content"
    assert page.evaluate(label) == '"Version 4"'
    context.close()


def test_the_old_column_comes_first_in_the_direction_of_reading(made: dict[str, Path], chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(made["side-ar"].as_uri())
    both = page.locator("article .pair.diff:has(.was):has(.now)").first
    was, now = (both.locator(f".{side}").bounding_box() for side in ("was", "now"))
    assert was is not None
    assert now is not None
    assert was["x"] > now["x"]
    context.close()


def test_in_print_columns_stay_and_unchanged_sections_are_named(made: dict[str, Path], chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 700, "height": 900})
    page = context.new_page()
    page.goto(made["side-en"].as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.pair')).display") == "grid"
    assert page.locator("details.same summary").first.is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('article ins')).textDecorationStyle") == "double"
    assert page.evaluate("getComputedStyle(document.querySelector('article del')).textDecorationLine") == "line-through"
    context.close()


def test_the_names_of_the_columns_hide_no_change(made: dict[str, Path], chromium: Browser) -> None:
    """They stay on top while one reads: what a link leads to begins below them (WCAG 2.2, 2.4.11)."""
    context = chromium.new_context(viewport={"width": 1280, "height": 600})
    page = context.new_page()
    page.goto(made["side-en"].as_uri() + "#c_7")
    page.wait_for_function("() => scrollY > 0")
    heads, change = (page.locator(each).bounding_box() for each in (".heads", "#c_7"))
    assert heads is not None
    assert change is not None
    assert -1 < heads["y"] < 1, "the page has scrolled so far that they stick"
    assert heads["y"] + heads["height"] < change["y"] < 200
    context.close()


def test_a_stacked_table_shows_its_changed_head_and_marks_what_is_added(tmp_path: Path, chromium: Browser) -> None:
    old, new, out = tmp_path / "old.md", tmp_path / "new.md", tmp_path / "out.html"
    old.write_text("# T\n\n| Data | Kept |\n|---|---|\n| Invoices | 10 years |\n", "utf-8")
    new.write_text("# T\n\n| Data | Stored for | Where |\n|---|---|---|\n| Invoices | 10 years | EU |\n", "utf-8")
    CliRunner().invoke(main, ["redline", str(old), str(new), "--output", str(out)])
    page = chromium.new_page(viewport={"width": 320, "height": 700})
    page.goto(out.as_uri())
    assert page.locator(".columns").is_visible()
    assert "column added" in page.locator(".columns").inner_text()
    lines = page.locator("td ins").last.evaluate("each => getComputedStyle(each).textDecorationLine")
    page.set_viewport_size({"width": 1000, "height": 700})
    assert not page.locator(".columns").is_visible()
    page.close()
    assert lines == "underline"


def test_an_arabic_text_without_a_language_reads_from_the_right(tmp_path: Path, chromium: Browser) -> None:
    old, new, out = tmp_path / "old.md", tmp_path / "new.md", tmp_path / "out.html"
    old.write_text("# الحقوق\n\nنحتفظ ببياناتك الشخصية لمدة 3 سنوات بعد انتهاء العقد.\n", "utf-8")
    new.write_text("# الحقوق\n\nنحتفظ ببياناتك الشخصية لمدة 5 سنوات بعد انتهاء العقد.\n", "utf-8")
    CliRunner().invoke(main, ["redline", str(old), str(new), "--output", str(out)])
    page = chromium.new_page(viewport={"width": 1000, "height": 700})
    page.goto(out.as_uri())
    places = page.evaluate("""() => [...document.querySelectorAll('.ex del, .ex ins, article .ct, article h2')]
        .map(each => each.getBoundingClientRect()).map(box => [box.left, box.right])""")
    arrow = page.locator(".ex").inner_text()
    line = page.locator(".chg .ct").evaluate("each => getComputedStyle(each).textAlign")
    page.close()
    assert places[0][0] > places[1][0], "what was stands right of what is"
    assert "←" in arrow
    assert line == "right"

"""Every link of both sites that stays on the site leads to a file, and to an anchor that is there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.built import reading

ATTRIBUTES = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src", "form": "action"}

ASKING = ("stylesheet", "icon", "preload", "preconnect", "prefetch", "modulepreload")
"""Relations of a `link` element that make a browser ask for the file."""


@cache
def anchors(page: Path) -> frozenset[str]:
    """All that a fragment can name in a page."""
    every = reading.tree(page).iter()
    return frozenset(name for each in every for name in (each.get("id"), each.get("name")) if name)


def links(page: Path) -> Iterator[str]:
    """Every address a page asks for or leads to."""
    for each in reading.tree(page).iter():
        if each.tag in ATTRIBUTES and (address := each.get(ATTRIBUTES[each.tag])) is not None:
            yield address


def broken(site: Path, page: Path, address: str) -> str | None:
    """Why a link goes nowhere; None if it is sound or leads away from the site."""
    base = reading.index(site)["base_url"]
    inside = page.relative_to(site).as_posix().removesuffix("index.html")
    target = urlsplit(urljoin(base + inside, address))
    if target.scheme not in ("http", "https") or target.netloc != urlsplit(base).netloc:
        return None
    root = urlsplit(base).path
    if not target.path.startswith(root):
        return f"{address} leaves the folder of the site"
    file = site / unquote(target.path.removeprefix(root))
    if file.is_dir() or target.path.endswith("/"):
        file = file / "index.html"
    if not file.is_file():
        return f"{address} leads to no file"
    if target.fragment and file.suffix == ".html" and unquote(target.fragment) not in anchors(file):
        return f"{address} leads to no such place in {file.relative_to(site)}"
    return None


def test_every_internal_link_resolves(built_site: Path) -> None:
    seen, wrong = 0, []
    for page in reading.pages(built_site):
        for address in set(links(page)):
            seen += 1
            if why := broken(built_site, page, address):
                wrong.append(f"{page.relative_to(built_site)}: {why}")
    assert not wrong, "\n".join(sorted(wrong))
    assert seen > 100


def test_the_checker_finds_what_is_broken(qualifio_site: Path) -> None:
    page = qualifio_site / "en/privacy/index.html"
    assert broken(qualifio_site, page, "v1/") is None
    assert broken(qualifio_site, page, "v99/") is not None
    assert broken(qualifio_site, page, "v1/#no-such-section") is not None
    assert broken(qualifio_site, page, "https://example.org/") is None


def test_nothing_is_asked_of_another_site(built_site: Path) -> None:
    base = reading.index(built_site)["base_url"]
    for page in reading.pages(built_site):
        for each in reading.tree(page).iter():
            asks = each.tag in ("script", "img", "source", "iframe", "video", "audio", "embed", "object")
            asks |= each.tag == "link" and each.get("rel") in ASKING
            address = each.get("src") or each.get("href") or each.get("data") or ""
            if asks and address:
                where = urljoin(base, address)
                assert where.startswith((base, "data:")), f"{page.relative_to(built_site)} asks {address}"


def test_style_sheets_ask_nothing_of_another_site(built_site: Path) -> None:
    sheets = [path for path in built_site.rglob("*.css") if path.name.startswith("inforce")]
    assert sheets
    for sheet in sheets:
        text = sheet.read_text(encoding="utf-8")
        assert "@import" not in text
        assert "http:" not in text
        assert "https:" not in text


def test_every_page_knows_its_own_address_and_its_translations(built_site: Path) -> None:
    base = reading.index(built_site)["base_url"]
    for page in reading.our_pages(built_site):
        links = list(reading.tree(page).iter("link"))
        canonical = [each.get("href") for each in links if each.get("rel") == "canonical"]
        assert len(canonical) == 1, page
        assert (canonical[0] or "").startswith(base), page
        for each in links:
            if each.get("hreflang"):
                assert broken(built_site, page, each.get("href") or "") is None, (page, each.attrib)

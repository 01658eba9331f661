"""One site of policies and handbook: the policies in the handbook's menu and its search, and one look for both.

Material makes the handbook's pages. The menu's links, the entries of its search and the style sheet are Inforce's.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from inforce.engines.engine import File, Link, MkDocsConfig, Navigation
from inforce.publication import PublishedSite
from inforce.site.beside_handbook import SearchEntry, menu_links, search_entries

STYLE = "assets/inforce-handbook.css"
SEARCH_INDEX = "search/search_index.json"
_STEMMERS = "assets/javascripts/lunr/"
_SEARCH_DIALOG = 'data-md-component="search" role="dialog"'
_SEARCH_FIELD = re.compile(r'<input[^>]* class="md-search__input"[^>]* aria-label="([^"]*)"')
_OF_ANY_LANGUAGE = frozenset({"lunr.multi.min.js", "lunr.stemmer.support.min.js"})


def with_style(config: MkDocsConfig) -> None:
    """Let every page of the handbook name the style sheet that Inforce writes."""
    if STYLE not in config.extra_css:
        config.extra_css.append(STYLE)


def with_policies(nav: Navigation, published: PublishedSite, language: str) -> Navigation:
    """The menu, with the policies in force at its end."""
    nav.items.extend(Link(html.escape(link.title), link.url) for link in menu_links(published, language))
    return nav


def is_needed(file: File, config: MkDocsConfig) -> bool:
    """Whether pages can ask for a file of the theme: of Material's stemmers, those of the languages of its search."""
    if not file.src_uri.startswith(_STEMMERS):
        return True
    languages = {language for language in _languages_searched(config) if language != "en"}
    name = file.src_uri.rpartition("/")[2]
    needed = {f"lunr.{language}.min.js" for language in languages}
    needed |= _OF_ANY_LANGUAGE if languages else frozenset()
    return name in needed or (name == "tinyseg.js" and "ja" in languages)


def with_named_search(page: str) -> str:
    """A page of Material's whose search, a dialog without a name for who can't see it, is called as its field is."""
    if (field := _SEARCH_FIELD.search(page)) is None:
        return page
    return page.replace(_SEARCH_DIALOG, f'{_SEARCH_DIALOG} aria-label="{field[1]}"', 1)


def with_texts(output: Path, published: PublishedSite) -> None:
    """Add the texts in force to what the handbook's search finds; nothing where it has no search."""
    index = output / SEARCH_INDEX
    if index.is_file():
        index.write_text(_extended(index.read_text("utf-8"), search_entries(published)), "utf-8")


def _extended(index: str, entries: Iterable[SearchEntry]) -> str:
    data = json.loads(index)
    data["docs"].extend(asdict(entry) for entry in entries)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _languages_searched(config: MkDocsConfig) -> list[str]:
    for name in ("material/search", "search"):
        if (plugin := config.plugins.get(name)) is not None:
            return list(plugin.config.get("lang") or ())
    return []

"""What the values of mkdocs.yml may be: names of the theme's own parts, words, and addresses of the site itself.

Material puts some values together to names of files (icons, languages), runs one as a pattern in each reader's browser
(the search's `separator`), and leads readers where others say. `rules.mkdocs` judges which entries there may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from inforce.problems import Problem, problem
from inforce.reader.yaml.document import Document
from inforce.rules.addresses import is_elsewhere, unfit_scheme

_Path = tuple[str | int, ...]
ICON = re.compile(r"[A-Za-z0-9][\w-]*(?:/[A-Za-z0-9][\w-]*)*", re.ASCII)
"""The name of an icon of the theme's: no way out of the folder of icons."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_FOLDER = re.compile(r"(?:\./)?[A-Za-z0-9_][\w.-]*(?:/[A-Za-z0-9_][\w.-]*)*/?", re.ASCII)
_OPTIONS = {
    "search": frozenset({"enabled", "lang", "separator", "pipeline", "fields"}),
    "tags": frozenset({
        "enabled", "filters", "tags", "tags_slugify_separator", "tags_slugify_format", "tags_hierarchy",
        "tags_hierarchy_separator", "tags_sort_reverse", "tags_name_property", "tags_name_variable", "tags_allowed",
        "listings", "listings_sort_reverse", "listings_tags_sort_reverse", "listings_toc", "shadow", "shadow_on_serve",
        "shadow_tags", "shadow_tags_prefix", "shadow_tags_suffix", "export",
    }),
    "typeset": frozenset({"enabled"}),
    "meta": frozenset({"enabled"}),
}  # fmt: skip
"""Options of Material's plugins that name no file to read or to write, and no template."""
_CLASS = re.compile(r"\[(?:\\[sdwSDWtn.\-\[\]()/\\^$*+?{}|]|[^\\\[\]])+\]\+?")
"""One class of characters, and perhaps a plus: a pattern that no words can make slow."""
_OF_MATERIAL = frozenset({
    r"[\s\-]+",
    r"[\s\-\.]+",
    r"[\s\-,:!=\[\]()\"/]+|(?!\b)(?=[A-Z][a-z])|\.(?!\d)|&[lg]t;",
    r"[\s\-,:!=\[\]()\"`/]+|\.(?!\d)|&[lg]t;|(?!\b)(?=[A-Z][a-z])",
    r"[\s\u200b\-]",
    r"[\s\u200b\-_,:!=\[\]()\"`/]+|\.(?!\d)|&[lg]t;|(?!\b)(?=[A-Z][a-z])",
})  # fmt: skip
"""Patterns that Material's pages propose."""


_THEME = frozenset({
    "name", "language", "locale", "direction", "font", "features", "palette", "icon", "logo", "favicon", "custom_dir",
    "static_templates",
})  # fmt: skip
"""What Material's templates are told by `theme`, and what is told of for another reason."""
_FROM_THE_RIGHT = frozenset({"ar", "fa", "he", "ur"})
"""Languages of Material's that are read so."""
_EXTRA = frozenset({
    "alternate", "analytics", "annotate", "consent", "generator", "homepage", "polyfills", "scope", "social", "status",
    "tags", "version",
})  # fmt: skip
"""And by `extra`."""


def check_values(config: Document, base_url: str | None) -> Iterator[Problem]:
    """H103 and H111 for the values of mkdocs.yml, whose data is a map; `base_url` is that of site.yml, if known."""
    yield from _icons(config)
    yield from _theme(config)
    yield from _plugin_options(config)
    yield from _leading_away(config, base_url)
    yield from _watched(config)
    yield from _to_look_at(config)


def icons(value: Any) -> Iterator[tuple[_Path, str]]:
    """Every name of an icon in some data, with its place: what stands under `icon` at any depth."""
    waiting: list[tuple[_Path, Any, bool]] = [((), value, False)]
    while waiting:
        path, part, inside = waiting.pop()
        if isinstance(part, dict):
            waiting += [((*path, name), one, inside or name == "icon") for name, one in part.items()]
        elif isinstance(part, list):
            waiting += [((*path, index), one, inside) for index, one in enumerate(part)]
        elif inside and isinstance(part, str):
            yield path, part


def _icons(config: Document) -> Iterator[Problem]:
    for path, name in icons({key: config.data.get(key) for key in ("theme", "extra")}):
        if name and not ICON.fullmatch(name):
            yield problem("H103", config.place(path), "icon", name=_shown(name))


def _theme(config: Document) -> Iterator[Problem]:
    theme = config.data.get("theme")
    if not isinstance(theme, dict):
        return
    language = theme.get("language")
    told = isinstance(language, str) and re.search('[<"]', language)  # as markup
    if language is not None and not told and not (isinstance(language, str) and _LANGUAGE.fullmatch(language)):
        yield problem("H103", config.place(("theme", "language")), "language", language=_shown(language))
    for name in theme if theme.get("name") == "material" else ():
        if name not in _THEME:
            yield problem("H103", config.place(("theme", name)), "unknown theme entry", name=name)
    if theme.get("direction", "ltr") != ("rtl" if language in _FROM_THE_RIGHT else "ltr"):
        yield problem(
            "H103", config.place(("theme", "direction")), "direction", direction=_shown(theme.get("direction"))
        )
    if "static_templates" in theme:
        yield problem("H103", config.place(("theme", "static_templates")), "static_templates")


def _plugin_options(config: Document) -> Iterator[Problem]:
    for path, name, options in _plugins(config.data.get("plugins")):
        allowed = _OPTIONS.get(name.removeprefix("material/"))
        if allowed is None or not isinstance(options, dict):
            continue
        for option in options:
            if option not in allowed:
                yield problem("H103", config.place((*path, option)), "plugin option", option=option, name=name)
        separator = options.get("separator")
        if name.removeprefix("material/") == "search" and separator is not None and not _is_quick(separator):
            yield problem("H103", config.place((*path, "separator")), "separator", separator=_shown(separator))


def _is_quick(pattern: Any) -> bool:
    return isinstance(pattern, str) and (pattern in _OF_MATERIAL or bool(_CLASS.fullmatch(pattern)))


def _plugins(listed: Any) -> Iterator[tuple[_Path, str, Any]]:
    """Place, name and options of each plugin."""
    if isinstance(listed, dict):
        yield from ((("plugins", name), name, options) for name, options in listed.items())
    for index, entry in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(entry, dict):
            yield from ((("plugins", index, name), name, options) for name, options in entry.items())


def _leading_away(config: Document, base_url: str | None) -> Iterator[Problem]:
    extra = config.data.get("extra")
    extra = extra if isinstance(extra, dict) else {}
    own: list[tuple[_Path, Any]] = [(("extra", "homepage"), extra.get("homepage"))]
    listed = extra.get("alternate")
    for index, entry in enumerate(listed if isinstance(listed, list) else ()):
        own.append((("extra", "alternate", index, "link"), entry.get("link") if isinstance(entry, dict) else None))
    for path, address in own:
        if isinstance(address, str) and is_elsewhere(address, own=base_url):
            yield problem("H103", config.place(path), "leads away", name=path[1], address=_shown(address))
    for path, address in _strings(("nav",), config.data.get("nav")):
        if is_elsewhere(address, own=base_url) and unfit_scheme(address) is None:
            yield problem("H111", config.place(path), "menu", address=_shown(address))
    for name in ("edit_uri", "edit_uri_template"):
        address = config.data.get(name)
        if isinstance(address, str) and is_elsewhere(address, own=base_url):
            yield problem("H111", config.place((name,)), "every page", name=name, address=_shown(address))


def _watched(config: Document) -> Iterator[Problem]:
    for path, name in _strings(("watch",), config.data.get("watch")):
        if not _FOLDER.fullmatch(name):
            yield problem("H103", config.place(path), "watch", name=_shown(name))


def _to_look_at(config: Document) -> Iterator[Problem]:
    if str(config.data.get("strict")).casefold() in ("false", "no", "off"):
        yield problem("H111", config.place(("strict",)), "strict")
    extra = config.data.get("extra")
    if not isinstance(extra, dict):
        return
    for name in extra:
        if name not in _EXTRA:
            yield problem("H103", config.place(("extra", name)), "unknown extra", name=name)
    if "version" in extra:
        yield problem("H103", config.place(("extra", "version")), "extra.version")
    if "consent" in extra:
        yield problem("H111", config.place(("extra", "consent")), "consent")


def _strings(path: _Path, value: Any) -> Iterator[tuple[_Path, str]]:
    waiting: list[tuple[_Path, Any]] = [(path, value)]
    while waiting:
        at, part = waiting.pop()
        if isinstance(part, dict):
            waiting += [((*at, name), one) for name, one in part.items()]
        elif isinstance(part, list):
            waiting += [((*at, index), one) for index, one in enumerate(part)]
        elif isinstance(part, str):
            yield at, part


def _shown(value: Any) -> str:
    return f'"{value[:80]}"' if isinstance(value, str) else '"no plain word"'

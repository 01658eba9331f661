"""What `mkdocs.yml` shows on every page of the handbook: names of links, the menu, the words of header and footer.

A name is held to where it leads as the words of a link in a page are (L303, H109). What a menu calls as a policy is
called is to be looked at, and so are words that the base branch has otherwise: nobody expects news in a footer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from inforce.problems import Problem, problem
from inforce.problems.value import shortened
from inforce.reader.yaml.document import Document
from inforce.rules.built_links import check_named
from inforce.rules.handbook import Neighbours, is_named_so
from inforce.rules.handbook_words import another_policy, leads_to_its_policy
from inforce.rules.languages import language_name, language_names
from inforce.rules.mkdocs_options import words_of_options

_Path = tuple[str | int, ...]
_ON_EVERY_PAGE = ("site_name", "site_description", "site_author", "copyright", "repo_name", "extra")
_LEFT_OUT = ("exclude_docs", "draft_docs", "not_in_nav")
"""What leaves pages out, of the site or of the menu."""
_ONE_SIDE = 60
"""Characters of old and of new words."""


def check_shown(
    config: Document, *, base_url: str | None, beside: Neighbours, before: Document | None = None
) -> Iterator[Problem]:
    """L303, X305, H109, H111 and H113 for the words of a mkdocs.yml whose data is a map. `before` is that of the base
    branch, where it has another."""
    for path, name, target in _named_links(config.data):
        for strange in check_named(name, target, own=base_url, region=beside.region):
            yield problem(strange.code, config.place(path), message=strange.message, remedy=strange.remedy)
    for path, name, target in _menu(("nav",), config.data.get("nav")):
        if base_url and (goes := another_policy(name, target, beside, page="", own=base_url)):
            message = f'the menu calls an entry "{shortened(name, _ONE_SIDE)}", as a policy of this site is called, '
            message += f"and it leads to another one: {shortened(goes, _ONE_SIDE)}."
            where = config.place(path)
            yield problem("H113", where, "called alike", message=message)
        elif is_named_so(name, beside) and not (
            base_url and leads_to_its_policy(name, target, beside, page="", own=base_url)
        ):
            yield problem("H113", config.place(path), "menu entry", name=shortened(name, _ONE_SIDE))
    yield from _switchers(config, beside)
    if before is not None and isinstance(before.data, dict):
        yield from _changed(config, before.data)


def _switchers(config: Document, beside: Neighbours) -> Iterator[Problem]:
    """L303 for a choice of languages whose name, tag and address are not those of one language."""
    extra = config.data.get("extra")
    listed = extra.get("alternate") if isinstance(extra, dict) else None
    for index, entry in enumerate(listed if isinstance(listed, list) else ()):
        if not isinstance(entry, dict):
            continue
        folder = str(entry.get("link") or "").lstrip("./").partition("/")[0]
        said = {
            "lang": str(entry.get("lang") or ""),
            "link": folder if folder in beside.languages else "",
            "name": next((one for one in beside.languages if _is_called(str(entry.get("name")), one)), ""),
        }
        meant = {name: tag.partition("-")[0].lower() for name, tag in said.items() if tag}
        if len(set(meant.values())) > 1:
            those = ", ".join(f"its {name} is that of {language_name(tag)}" for name, tag in meant.items())
            yield problem("L303", config.place(("extra", "alternate", index)), "language choice", those=those)


def _is_called(name: str, language: str) -> bool:
    """Whether a name begins with that of a language, as it calls itself or in English."""
    return any(name.casefold().startswith(one.casefold()) for one in language_names(language))


def _named_links(data: dict[str, Any]) -> Iterator[tuple[_Path, str, str]]:
    """Place, name and target of each link that has a name."""
    extra = data.get("extra")
    extra = extra if isinstance(extra, dict) else {}
    found: list[tuple[_Path, Any, Any]] = [(("repo_url",), data.get("repo_name"), data.get("repo_url"))]
    for kind in ("social", "alternate"):
        listed = extra.get(kind)
        for index, entry in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(entry, dict):
                found.append((("extra", kind, index, "link"), entry.get("name") or "", entry.get("link")))
    waiting: list[tuple[_Path, Any]] = [(("nav",), data.get("nav"))]
    while waiting:
        path, part = waiting.pop()
        if isinstance(part, list):
            waiting += [((*path, index), one) for index, one in enumerate(part)]
        elif isinstance(part, dict):
            waiting += [((*path, name), one) for name, one in part.items()]
            found += [((*path, name), name, one) for name, one in part.items()]
    for path, name, target in found:
        if isinstance(name, str) and isinstance(target, str):
            yield path, name, target


def _menu(path: _Path, part: Any) -> Iterator[tuple[_Path, str, str]]:
    """Place, name and target of each entry of the menu, and of its parts, which have none."""
    if isinstance(part, list):
        for index, one in enumerate(part):
            yield from _menu((*path, index), one)
    elif isinstance(part, dict):
        for name, one in part.items():
            if isinstance(name, str):
                yield (*path, name), name, one if isinstance(one, str) else ""
            yield from _menu((*path, name), one)


def _changed(config: Document, before: dict[str, Any]) -> Iterator[Problem]:
    old, new = (dict(_words((), {name: data.get(name) for name in _ON_EVERY_PAGE})) for data in (before, config.data))
    for shown, data in ((old, before), (new, config.data)):
        shown.update(_of_options(data))
        shown.update(_words((), {name: data.get(name) for name in _LEFT_OUT}))
    for path, words in new.items():
        if words != old.get(path):
            was, now = (f'"{shortened(one, _ONE_SIDE)}"' if one else "nothing" for one in (old.get(path), words))
            what, cure = "which pages of the handbook show", "Read it: it stands on every page of the handbook."
            if path[0] in _LEFT_OUT:
                what, cure = "which leaves pages out", "Look whether readers still find what they need."
            yield problem(
                "H111",
                config.place(path),
                "changed",
                path=".".join(map(str, path)),
                what=what,
                was=was,
                now=now,
                remedy=cure,
            )


def _of_options(data: dict[str, Any]) -> Iterator[tuple[_Path, str]]:
    """Options of Markdown's extensions, and names of the theme's colours, that are words; and the theme's language."""
    listed = data.get("markdown_extensions")
    yield from ((("markdown_extensions", *path), words) for path, words in words_of_options(listed))
    theme = data.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    yield from _words(("theme",), {name: theme.get(name) for name in ("language", "locale")})
    palette = theme.get("palette")
    for path, words in _words(("theme", "palette"), palette):
        if path[-1] == "name":
            yield path, words


def _words(path: _Path, part: Any) -> Iterator[tuple[_Path, str]]:
    if isinstance(part, dict):
        for name, one in part.items():
            yield from _words((*path, name), one)
    elif isinstance(part, list):
        for index, one in enumerate(part):
            yield from _words((*path, index), one)
    elif isinstance(part, str):
        yield path, part

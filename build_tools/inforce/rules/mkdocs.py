"""What `mkdocs.yml` may say: how the handbook looks, and nothing that runs a program or reads a file from elsewhere.

MkDocs loads modules that its configuration names and follows it to other files and folders. Whoever checks a pull
request must be able to do so without running it, so these rules judge the file as data, before MkDocs sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from inforce.problems import Location, Problem, problem
from inforce.reader.yaml.document import Document
from inforce.rules.addresses import unfit_scheme
from inforce.rules.mkdocs_options import OPTIONS, own_name, unfit_options
from inforce.rules.mkdocs_values import check_values

CONFIG = "mkdocs.yml"
PLUGIN = "inforce"
_HARMLESS = frozenset({
    "site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "repo_name", "edit_uri",
    "edit_uri_template", "docs_dir", "site_dir", "use_directory_urls", "strict", "theme", "nav", "not_in_nav",
    "exclude_docs", "draft_docs", "extra", "extra_css", "extra_javascript", "plugins", "markdown_extensions",
    "validation", "watch", "dev_addr"
})  # fmt: skip
"""Entries that describe, or that a rule below looks at."""
_WHY = {
    "hooks": "hooks are programs that run in every check and build",
    "INHERIT": "INHERIT reads another file in the place of this one",
    "extra_templates": "extra_templates are programs in the language of templates",
    "mdx_configs": "mdx_configs belongs to an older MkDocs",
}
_NOT_SHOWN = frozenset({"plugins", "markdown_extensions"})
"""Entries whose words are patterns and options, and stand in no page as they are."""
_RUN = frozenset({"javascript", "vbscript"})
"""How an address begins that is a program."""
_TOOLTIPS = "content.tooltips"
_FOLDER = re.compile(r"[A-Za-z0-9_][\w.-]*(?:/[A-Za-z0-9_][\w.-]*)*", re.ASCII)
_KNOWN_PLUGINS = frozenset({
    "inforce", "search", "meta", "tags", "typeset"
})  # fmt: skip
_FETCHING = {
    "blog": "makes pages from files that are no pages",
    "projects": "builds other projects",
    "group": "hides other plugins",
    "info": "asks another host for the newest Material, and stops",
    "optimize": "runs other programs, and writes files outside the site",
    "offline": "lets every page fetch a program from another host",
    "privacy": "fetches files from other hosts while it builds",
    "social": "fetches files from other hosts while it builds",
}
"""Material's plugins that do more than describe."""
_READING = frozenset({"pymdownx.snippets", "pymdownx.b64"})
"""Extensions that put any file of the computer into a page."""
_OFF = frozenset({"false", "no", "off"})
_FALSE = re.compile(r"false|False|FALSE|no|No|NO|off|Off|OFF")
"""As YAML 1.1, and MkDocs, knows it."""
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20]+")
"""What browsers drop from addresses, in them or at their ends."""


def docs_folder(config: Document | None) -> str:
    """The folder of the handbook's pages, below the project; `docs` where none is named that may be."""
    named = _entries(config).get("docs_dir")
    return named if isinstance(named, str) and _may_be_docs(named) else "docs"


def is_flat(config: Document | None) -> bool:
    """Whether `a.md` becomes `a.html` and not `a/index.html`."""
    return _is_off(_entries(config).get("use_directory_urls"))


def scripts(config: Document | None) -> frozenset[str]:
    """The files of its folder that pages run as programs, as they are named."""
    listed = _entries(config).get("extra_javascript")
    named = [_path_of(entry) for entry in listed] if isinstance(listed, list) else []
    return frozenset(path for path in named if isinstance(path, str))


def check_config(config: Document, *, base_url: str | None) -> Iterator[Problem]:
    """H103, H104, H105, H107, H110 and H111 for mkdocs.yml; `base_url` is that of site.yml, where it is known."""
    if not isinstance(config.data, dict):
        yield problem("H104", Location(file=CONFIG, line=1), "empty")
        return
    for rule in (_entries_alone, _folders, _plugins, _extensions, _options, _other_hosts, _markup):
        yield from rule(config)
    yield from check_values(config, base_url)
    yield from _address(config, base_url)


def _entries_alone(config: Document) -> Iterator[Problem]:
    for name in config.data:
        if name not in _HARMLESS:
            why = _WHY.get(name, f'"{name}" is no entry that is known to be harmless')
            yield problem("H103", config.place((name,)), "refused entry", why=why)
    theme = config.data.get("theme")
    if isinstance(theme, dict) and "custom_dir" in theme:
        yield problem("H103", config.place(("theme", "custom_dir")), "custom_dir")
    features = theme.get("features") if isinstance(theme, dict) else None
    if isinstance(features, list) and _TOOLTIPS in features:
        where = config.place(("theme", "features", features.index(_TOOLTIPS)))
        yield problem("H103", where, "tooltips")


def _folders(config: Document) -> Iterator[Problem]:
    named = config.data.get("docs_dir")
    if named is not None and not (isinstance(named, str) and _may_be_docs(named)):
        yield problem("H103", config.place(("docs_dir",)), "docs_dir", named=_shown(named))
    if config.data.get("site_dir") not in (None, "site"):
        yield problem("H103", config.place(("site_dir",)), "site_dir")


def _may_be_docs(name: str) -> bool:
    return bool(_FOLDER.fullmatch(name)) and name.split("/")[0].casefold() not in ("policy_src", "site")


def _plugins(config: Document) -> Iterator[Problem]:
    found = dict(_named(config.data.get("plugins")))
    where = config.place(("plugins",))
    options = found.get(PLUGIN)
    if PLUGIN not in found or (isinstance(options, dict) and _is_off(options.get("enabled", "true"))):
        yield problem("H104", where, "no inforce")
    for name in found:
        short = name.removeprefix("material/")
        if why := _FETCHING.get(short):
            yield problem("H103", where, "refused plugin", name=_shown(name), why=why)
        elif short not in _KNOWN_PLUGINS:
            yield problem("H107", where, name=_shown(name))


def _extensions(config: Document) -> Iterator[Problem]:
    where = config.place(("markdown_extensions",))
    for name, _ in _named(config.data.get("markdown_extensions")):
        if name in _READING:
            yield problem("H103", where, "snippets", name=name)
        elif name == "pymdownx.emoji":
            yield problem("H105", where, "emoji")
        elif own_name(name) not in OPTIONS:
            yield problem("H103", where, "unknown extension", name=_shown(name))


def _options(config: Document) -> Iterator[Problem]:
    listed = config.data.get("markdown_extensions")
    entries = enumerate(listed) if isinstance(listed, list) else ((None, listed),)
    for index, entry in entries:
        for name, options in entry.items() if isinstance(entry, dict) else ():
            if own_name(str(name)) in OPTIONS:
                above = ("markdown_extensions", *(() if index is None else (index,)), name)
                for path, option in unfit_options(str(name), options):
                    yield problem("H103", config.place((*above, *path)), "unknown option", option=option, name=name)


def _other_hosts(config: Document) -> Iterator[Problem]:
    data = config.data
    theme = data.get("theme")
    look = theme if isinstance(theme, dict) else {"name": theme}
    if look.get("name") == "material" and not _is_false(config, ("theme", "font"), look.get("font")):
        yield problem("H105", config.place(("theme",)), "fonts")
    for name in ("logo", "favicon"):
        if _is_elsewhere(look.get(name)):
            yield _elsewhere(config, ("theme", name))
    for name in ("extra_css", "extra_javascript"):
        listed = data.get(name)
        for index, entry in enumerate(listed if isinstance(listed, list) else ()):
            if _is_elsewhere(_path_of(entry)):
                yield _elsewhere(config, (name, index))
            elif name == "extra_javascript":
                yield problem("H110", config.place((name, index)), entry=_shown(_path_of(entry)))
    if look.get("name") in ("mkdocs", "readthedocs"):
        yield problem("H105", config.place(("theme",)), "theme", look=look["name"])
    if re.search(r"git(?:hub|lab)", str(data.get("repo_url") or ""), re.IGNORECASE):
        yield problem("H105", config.place(("repo_url",)), "repo_url")
    extra = data.get("extra")
    if isinstance(extra, dict) and "polyfills" in extra:
        yield problem("H103", config.place(("extra", "polyfills")), "polyfills")
    if isinstance(extra, dict) and "analytics" in extra:
        yield problem("H105", config.place(("extra", "analytics")), "analytics")


def _path_of(entry: Any) -> Any:
    return entry.get("path") if isinstance(entry, dict) else entry


def _elsewhere(config: Document, path: tuple[str | int, ...]) -> Problem:
    return problem("H105", config.place(path), "file")


def _address(config: Document, base_url: str | None) -> Iterator[Problem]:
    named = config.data.get("site_url")
    if base_url is not None and named != base_url:
        yield problem("H104", config.place(("site_url",)), "site_url", named=_shown(named), base_url=base_url)


def _named(listed: Any) -> Iterator[tuple[str, Any]]:
    """Name and options of each entry of a list, whose entries are names or maps, or of a map."""
    if isinstance(listed, dict):
        yield from ((str(name), options) for name, options in listed.items())
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict):
            yield from ((str(name), options) for name, options in entry.items())
        elif isinstance(entry, str):
            yield entry, None


def _entries(config: Document | None) -> dict[str, Any]:
    return config.data if config is not None and isinstance(config.data, dict) else {}


def _is_off(value: Any) -> bool:
    return isinstance(value, str) and value.casefold() in _OFF


def _is_false(config: Document, path: tuple[str | int, ...], value: Any) -> bool:
    """Whether a value is false for MkDocs, too: as YAML 1.1 writes it, and no word in quotation marks."""
    return path in config.plain and isinstance(value, str) and bool(_FALSE.fullmatch(value))


def _markup(config: Document) -> Iterator[Problem]:
    """Themes put the words of mkdocs.yml into pages as they are, so a tag in them would be one in every page."""
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), config.data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [((*path, name), part) for name, part in value.items()]
            for name in value:
                yield from _one_markup(config, (*path, name), name)
        elif isinstance(value, list):
            waiting += [((*path, index), part) for index, part in enumerate(value)]
        elif isinstance(value, str):
            yield from _one_markup(config, path, value)


def _one_markup(config: Document, path: tuple[str | int, ...], words: str) -> Iterator[Problem]:
    if "<" in words:
        yield problem("H103", config.place(path), "markup", words=_shown(words))
    elif '"' in words and path[0] not in _NOT_SHOWN:
        yield problem("H103", config.place(path), "quotation mark", words=_shown(words))
    elif (scheme := unfit_scheme(words)) in _RUN:
        yield problem("H103", config.place(path), "scheme", words=_shown(words), scheme=scheme)


def _is_elsewhere(value: Any) -> bool:
    return isinstance(value, str) and bool(_ELSEWHERE.match(_UNSEEN.sub("", value).replace("\\", "/")))


def _shown(value: Any) -> str:
    """A value as a message quotes it."""
    if value is None:
        return "missing"
    text = value if isinstance(value, str) else "no plain word"
    return f'"{text[:80]}"'

"""Which extensions of Markdown `mkdocs.yml` may name, and what their options may be (H103).

Some options put words into pages, or put others in their place: marks that stand for a list of notes, words of links,
what is shown of a change. Readers of a pull request that changes a page see nothing of it. So there is a list of
options, each with the kind of value that shows no words; what is on no list is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import Any

Path = tuple[str | int, ...]
WORDS = frozenset({"title", "permalink_title", "BACKLINK_TITLE"})
"""Options that are words, to be read in the language of the pages: told where they change (H111)."""
_FLAGS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "~", ""})
_NAME = re.compile(r"[\w-]*(?: [\w-]+)*", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]{1,3}(?:-[0-9])?")
_PATH = re.compile(r"(?:\.{0,2}/)?(?:[\w.-]+/)*(?:[\w.-]+)?", re.ASCII)
_QUOTES = frozenset(
    "\"'\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\u300c\u300d\u300e\u300f \u00a0\u202f"
)
_LONGEST_SIGN = 4
_PLACE = "{}"
"""Where the number of a note comes."""

Kind = Callable[[Any], bool]
"""Whether a value, as it is written, shows no words."""


def _flag(value: Any) -> bool:
    return value is None or (isinstance(value, str) and value.casefold() in _FLAGS)


def _name(value: Any) -> bool:
    """A name of a class, of a language of programs or of a style: pages are held to `rules.theme_classes`."""
    return isinstance(value, str) and bool(_NAME.fullmatch(value))


def _number(value: Any) -> bool:
    return isinstance(value, str) and bool(_NUMBER.fullmatch(value))


def _sign(value: Any) -> bool:
    """A sign or two, and no word."""
    if not isinstance(value, str):
        return False
    shown = unescape(value).replace(_PLACE, "")
    return len(shown) <= _LONGEST_SIGN and not any(char.isalnum() or char in "<>&" for char in shown)


def _flag_or_sign(value: Any) -> bool:
    return _flag(value) or _sign(value)


def _words(value: Any) -> bool:
    return isinstance(value, str)


def _path(value: Any) -> bool:
    return isinstance(value, str) and bool(_PATH.fullmatch(value))


def _names(value: Any) -> bool:
    return isinstance(value, list) and all(map(_name, value))


def _quotation_marks(value: Any) -> bool:
    """Other quotation marks for those that are written, and nothing for words."""
    return isinstance(value, dict) and all(
        str(name).endswith("-quote") and isinstance(one, str) and _QUOTES.issuperset(unescape(one))
        for name, one in value.items()
    )


def _one_of(*words: str) -> Kind:
    return lambda value: value in words


def _anything(_: Any) -> bool:
    return True


def _each(names: str, kind: Kind) -> dict[str, Kind]:
    return dict.fromkeys(names.split(), kind)


_NONE: Mapping[str, Kind] = {}
_OF_TABS = {**_each("alternate_style combine_header_slug", _flag), "separator": _sign}
_OF_STRIKES = _each("smart_delete smart_insert delete insert subscript superscript no_space punctuation", _flag)
_OF_MARKDOWN: Mapping[str, Mapping[str, Kind]] = {
    **dict.fromkeys(
        ("abbr", "admonition", "attr_list", "def_list", "extra", "legacy_attrs", "legacy_em", "md_in_html", "meta",
         "nl2br", "sane_lists"),
        _NONE,
    ),
    "codehilite": {
        **_each("guess_lang noclasses use_pygments linenums", _flag),
        **_each("css_class pygments_style lang_prefix", _name),
    },
    "fenced_code": {"lang_prefix": _name},
    "footnotes": {
        **_each("UNIQUE_IDS USE_DEFINITION_ORDER", _flag),
        **_each("BACKLINK_TEXT SUPERSCRIPT_TEXT SEPARATOR", _sign),
        "BACKLINK_TITLE": _words,
    },
    "smarty": {
        **_each("smart_quotes smart_angled_quotes smart_dashes smart_ellipses", _flag),
        "substitutions": _quotation_marks,
    },
    "tables": {"use_align_attribute": _flag},
    "toc": {
        "marker": _one_of("[TOC]", ""),
        "permalink": _flag_or_sign,
        "separator": _sign,
        **_each("anchorlink permalink_leading", _flag),
        **_each("title_class toc_class anchorlink_class permalink_class", _name),
        **_each("title permalink_title", _words),
        **_each("baselevel toc_depth", _number),
    },
    "wikilinks": {"base_url": _path, "end_url": _one_of("/", "", ".md", ".html"), "html_class": _name},
}  # fmt: skip
"""Python-Markdown's own extensions."""
_OF_PYMDOWN: Mapping[str, Mapping[str, Kind]] = {
    **dict.fromkeys(("blocks.definition", "bracketspan", "details", "extra", "saneheaders"), _NONE),
    "arithmatex": {
        **_each("generic preview smart_dollar", _flag), **_each("block_syntax inline_syntax", _names),
    },
    "betterem": {"smart_enable": _one_of("all", "asterisk", "underscore", "none"), "punctuation": _flag},
    "blocks.admonition": {"types": _names},
    "blocks.caption": {**_each("auto prepend", _flag), "auto_level": _number},
    "blocks.details": {"types": _names},
    "blocks.html": _NONE,
    "blocks.tab": _OF_TABS,
    "caret": _OF_STRIKES,
    "critic": {"mode": _one_of("view"), "raw_view": _flag},
    "escapeall": _each("hardbreak nbsp", _flag),
    "fancylists": {"additional_ordered_styles": _names, **_each("inject_style inject_class", _flag)},
    "highlight": {
        **_each(
            "use_pygments guess_lang noclasses linenums code_attr_on_pre auto_title anchor_linenums "
            "pygments_lang_class stripnl",
            _flag,
        ),
        **_each(
            "css_class pygments_style linenums_class language_prefix line_spans line_anchors default_lang", _name
        ),
        "linenums_style": _one_of("table", "inline", "pymdownx-inline"),
        "linenums_special": _number,
    },
    "inlinehilite": _each("style_plain_text css_class", _name),
    "keys": {"separator": _sign, "class": _name, **_each("strict camel_case", _flag)},
    "magiclink": {
        **_each(
            "hide_protocol repo_url_shortener social_url_shortener repo_url_shorthand social_url_shorthand "
            "normalize_issue_symbols",
            _flag,
        ),
        **_each("provider user repo", _name),
    },
    "mark": {"smart_mark": _flag},
    "progressbar": {"level_class": _flag, "progress_increment": _number, "add_classes": _name},
    "quotes": {"callouts": _flag},
    "smartsymbols": _each(
        "trademark copyright registered plusminus arrows notequal fractions ordinal_numbers care_of", _flag
    ),
    "striphtml": _each("strip_comments strip_js_on_attributes", _flag),
    "superfences": {**_each("disable_indented_code_blocks preserve_tabs relaxed_headers", _flag), "css_class": _name},
    "tabbed": _OF_TABS,
    "tasklist": _each("custom_checkbox clickable_checkbox delete subscript", _flag),
    "tilde": _OF_STRIKES,
}  # fmt: skip
"""Those that come with Material; not the ones that read files, fetch pictures or turn links to other places."""
_OF_MATERIAL: Mapping[str, Mapping[str, Kind]] = {
    "preview": _each("configurations sources targets", _anything)  # links whose page is shown beside them
}
OPTIONS: Mapping[str, Mapping[str, Kind]] = {
    **_OF_MARKDOWN,
    **{f"pymdownx.{name}": options for name, options in _OF_PYMDOWN.items()},
    **{f"material.extensions.{name}": options for name, options in _OF_MATERIAL.items()},
}
"""Every extension that is known here, with those of its options that show no words."""
_HOLDING = frozenset({"extra", "pymdownx.extra"})
"""Extensions whose options are those of others, by their names."""


def own_name(extension: str) -> str:
    """The name of an extension without the one of Python-Markdown's package."""
    return extension.removeprefix("markdown.extensions.")


def unfit_options(extension: str, options: Any) -> Iterator[tuple[Path, str]]:
    """The place (in its options) and the name of each option of a known extension that may show words, or hide some."""
    if not isinstance(options, dict):
        return
    name = own_name(extension)
    for option, value in options.items():
        if name in _HOLDING:
            inner = own_name(str(option))
            if inner not in OPTIONS or inner in _HOLDING:
                yield (option,), str(option)
            else:
                yield from (((option, *path), one) for path, one in unfit_options(inner, value))
        elif option not in OPTIONS[name] or not OPTIONS[name][option](value):
            yield (option,), str(option)


def words_of_options(listed: Any) -> Iterator[tuple[Path, str]]:
    """Place (in the list of extensions) and words of each option that is words."""
    waiting: list[tuple[Path, Any]] = [((), listed)]
    while waiting:
        path, part = waiting.pop()
        if isinstance(part, dict):
            waiting += [((*path, name), one) for name, one in part.items()]
        elif isinstance(part, list):
            waiting += [((*path, index), one) for index, one in enumerate(part)]
        elif isinstance(part, str) and path and path[-1] in WORDS:
            yield path, part

"""What a declaration of CSS from `docs/` may say, in a stylesheet and in a `style` attribute alike.

Whoever can hide, move or paint words can let a page say what nobody wrote: a link that shows another address, a
sentence without its "not". So there is one list of properties and of what each may be; what is on neither is told.
Colours of text are the theme's, which can be read on its own backgrounds, the dark ones too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class Scope(NamedTuple):
    """What a declaration is about."""

    picture: bool = False
    """Pictures and films alone: they may have any size, and stand beside the text."""
    frame: bool = False
    """The theme's own header and footer alone, where no page has words."""


WORDS = Scope()
_IMPORTANT = re.compile(r"\s*!\s*important\s*\Z", re.IGNORECASE)
_LINES = "none underline overline line-through solid dotted dashed double wavy"
_STYLES = "none solid dotted dashed double groove ridge inset outset"
_BREAKS = "normal break-word anywhere break-all keep-all auto manual none"
_FLOWS = "auto visible"
_PAGES = "auto avoid always page"
_KEYWORDS: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split())
    for names, words in {
        "text-align": "left right center start end justify",
        "text-decoration text-decoration-line text-decoration-style": _LINES,
        "vertical-align": "baseline top middle bottom sub super text-top text-bottom",
        "white-space": "normal nowrap pre pre-wrap pre-line break-spaces",
        "overflow-wrap word-wrap word-break hyphens": _BREAKS,
        "font-style": "normal italic oblique",
        "font-weight": "normal bold bolder lighter 100 200 300 400 500 600 700 800 900",
        "font-variant": "normal small-caps",
        "font-family": "serif sans-serif monospace system-ui inherit",  # and none that shows other signs
        "list-style list-style-type list-style-position": "none disc circle square decimal lower-alpha upper-alpha "
        "lower-latin upper-latin lower-roman upper-roman inside outside",
        "clear": "none left right both inline-start inline-end",
        "border-collapse": "collapse separate",
        "overflow overflow-x overflow-y": _FLOWS,
        "break-inside break-before break-after page-break-inside page-break-before page-break-after": _PAGES,
        "color": "inherit currentcolor var(--md-default-fg-color) var(--md-default-fg-color--light) "
        "var(--md-typeset-color) var(--md-code-fg-color)",
        "height": "auto",
        "max-height": "none",
        "float": "none",
    }.items()
    for name in names.split()
}
_OF_THE_FRAME: Mapping[str, frozenset[str]] = {
    "color": frozenset({"var(--md-footer-fg-color)", "var(--md-footer-fg-color--light)"}),
    **dict.fromkeys(("overflow", "overflow-x", "overflow-y"), frozenset({"hidden"})),
}
_OF_PICTURES: Mapping[str, frozenset[str]] = {
    "float": frozenset({"left", "right", "inline-start", "inline-end"}),
    **dict.fromkeys(
        ("width", "height", "min-width", "min-height", "max-width", "max-height"), frozenset({"auto", "none"})
    ),
}
_SIDE = r"(?:-(?:top|right|bottom|left|inline|block)(?:-(?:start|end))?)?"
_LENGTH = re.compile(r"(\d*\.?\d+)(px|em|rem|%|)")
Most = Mapping[str, tuple[float, float]]
"""Unit to the least and the most of it that is allowed, beside 0 where the least is."""
_ROOM: Most = {"": (0, 0), "px": (0, 64), "em": (0, 4), "rem": (0, 4), "%": (0, 25)}
"""Between words: no more than leaves them in the window."""
_THIN: Most = {"": (0, 0), "px": (0, 16), "em": (0, 1), "rem": (0, 1)}
_WIDE: Most = {"px": (16, 320), "em": (1, 20), "rem": (1, 20), "%": (5, 100)}
"""A box for words: never so narrow that they stand over their neighbours, nor wider than the narrowest window."""
_ANY: Most = {"": (0, 0), "px": (0, 4000), "em": (0, 200), "rem": (0, 200), "%": (0, 100)}
_SIZED: tuple[tuple[re.Pattern[str], Most, frozenset[str]], ...] = (
    (re.compile(rf"margin{_SIDE}"), _ROOM, frozenset({"auto"})),
    (re.compile(rf"padding{_SIDE}"), _ROOM, frozenset()),
    (re.compile(rf"border{_SIDE}(?:-width)?"), _THIN, frozenset(_STYLES.split())),
    (re.compile(rf"border{_SIDE}-style"), {}, frozenset(_STYLES.split())),
    (re.compile(r"border-(?:[a-z]+-)*radius"), {**_ROOM, "%": (0, 50)}, frozenset()),
    (re.compile(r"border-spacing"), _THIN, frozenset()),
    (
        re.compile(r"text-underline-offset"),
        {"": (0, 0), "px": (0, 6), "em": (0, 0.5), "rem": (0, 0.3)},
        frozenset({"auto"}),
    ),
    (re.compile(r"(?:max-)?width"), _WIDE, frozenset({"auto", "none", "fit-content"})),
    (re.compile(r"min-(?:width|height)"), {**_WIDE, "": (0, 0)}, frozenset({"auto", "fit-content"})),
    (re.compile(r"line-height"), {"": (1, 3), "em": (1, 3), "%": (100, 300)}, frozenset({"normal"})),
    (
        re.compile(r"font-size"),  # one below another's makes it smaller again: not by a share
        {"px": (12, 64), "rem": (0.6, 4), "em": (1, 3), "%": (100, 300)},
        frozenset({"small", "medium", "large", "x-large"}),
    ),
)
_BORDER = re.compile(rf"border{_SIDE}(?:-color)?")
_COLOUR = re.compile(r"#[0-9a-f]{3,8}|[a-z]+|var\(--md-[a-z-]+\)")
_BRAND = re.compile(r"--md-(?:primary|accent)-fg-color(?:--dark)?")
_PALER = "--md-primary-fg-color--light"
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_LEAST_CONTRAST = 3.0
"""To white, on which links have the brand's colour, and which is the text on it (WCAG 2.2, 1.4.11)."""


def fits(declaration: str, scope: Scope = WORDS) -> bool:
    """Whether `name: value` is known to leave words where and as they are. What can't be read as it stands does not:
    backslashes, comments, functions."""
    name, colon, written = declaration.partition(":")
    name, value = name.strip().lower(), _IMPORTANT.sub("", written).strip().lower()
    if not colon or not value:
        return False
    if name == _PALER or _BRAND.fullmatch(name):
        return bool(_HEX.fullmatch(value)) and (name == _PALER or _contrast_to_white(value) >= _LEAST_CONTRAST)
    return all(_is_word_of(name, word, scope) for word in value.replace(",", " ").split())


def _is_word_of(name: str, word: str, scope: Scope) -> bool:
    if word in _KEYWORDS.get(name, ()):
        return True
    if scope.frame and word in _OF_THE_FRAME.get(name, ()):
        return True
    if scope.picture and name in _OF_PICTURES and (word in _OF_PICTURES[name] or _is_within(word, _ANY)):
        return True
    for names, most, words in _SIZED:
        if names.fullmatch(name) and (word in words or _is_within(word, most)):
            return True
    return bool(_BORDER.fullmatch(name) and _COLOUR.fullmatch(word))


def _is_within(word: str, most: Most) -> bool:
    found = _LENGTH.fullmatch(word)
    if found is None or found[2] not in most:
        return False
    least, greatest = most[found[2]]
    return least <= float(found[1]) <= greatest


def _contrast_to_white(colour: str) -> float:
    """Of `#rgb` or `#rrggbb` (WCAG 2.2, contrast ratio)."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)

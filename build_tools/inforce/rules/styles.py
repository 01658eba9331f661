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

    elements: frozenset[str] | None = None
    """Which elements alone; None where it could be any."""
    words: bool = False
    """Whether those are a page's own words, and no part of the theme."""
    frame: bool = False
    """The theme's own header and footer alone, where no page has words."""
    whole: bool = False
    """The whole page alone, from one side to the other."""

    def is_of(self, elements: frozenset[str]) -> bool:
        """Whether it is about some of these in a page, and about nothing else."""
        return self.words and self.elements is not None and self.elements <= elements


WORDS = Scope()
"""Anything at all."""


def on(element: str) -> Scope:
    """What a `style` attribute of an element is about."""
    return Scope(elements=frozenset({element}), words=True)


PICTURES = frozenset({"img", "video"})
"""They may have any size, and stand beside the text."""
_CELLS = frozenset({"td", "th", "col"})
"""None is narrower than its words, and Material lets a wide table scroll."""
_SCROLLING = frozenset({"pre", "table"})
"""What Material lets scroll: in a narrow one, words are lost."""
_BLOCKS = _CELLS | _SCROLLING | {
    "address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "section", "summary", "tbody", "tfoot", "thead", "tr",
    "ul",
}  # fmt: skip
"""What stands apart from the words around it: room around it, and its border, take no place of theirs."""
_IN_A_LINE = frozenset({
    "abbr", "b", "code", "del", "em", "ins", "kbd", "mark", "q", "s", "samp", "small", "strong", "sub", "sup", "u",
})  # fmt: skip
PAGE_ALONE = (
    _IN_A_LINE | PICTURES | _BLOCKS - {"address", "article", "aside", "div", "figure", "li", "section", "summary", "ul"}
)
"""Elements that no part of the theme's is made of."""
LINES_OF_WORDS = frozenset({"span"})
_STRUCK = frozenset({"del", "ins", "s", "strike", "u"})
"""What is said by a line through or under it."""
_NOT_UNDERLINED = frozenset({"a", "abbr"})
"""What Material underlines only where a stylesheet says so."""
_IMPORTANT = re.compile(r"\s*!\s*important\s*\Z", re.IGNORECASE)
_LINES = re.compile(r"text-decoration(?:-line|-style)?")
_LINES_MAY = frozenset({"underline", "overline", "solid", "dotted", "dashed", "double", "wavy"})
_STYLES = "none solid dotted dashed double groove ridge inset outset"
_BREAKS = "normal break-word anywhere break-all keep-all auto manual none"
_PAGES = "auto avoid always page"
_KEYWORDS: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split())
    for names, words in {
        "text-align": "left right center start end justify",
        "vertical-align": "baseline top middle bottom sub super text-top text-bottom",
        "white-space": "normal pre-wrap pre-line break-spaces",
        "overflow-wrap word-wrap word-break hyphens": _BREAKS,
        "font-style": "normal italic oblique",
        "font-weight": "normal bold bolder lighter 100 200 300 400 500 600 700 800 900",
        "font-variant": "normal small-caps",
        "font-family": "serif sans-serif monospace system-ui inherit",  # and none that shows other signs
        "list-style list-style-type list-style-position": "none disc circle square decimal lower-alpha upper-alpha "
        "lower-latin upper-latin lower-roman upper-roman inside outside",
        "clear": "none left right both inline-start inline-end",
        "border-collapse": "collapse separate",
        "break-inside break-before break-after page-break-inside page-break-before page-break-after": _PAGES,
        "color": "inherit currentcolor var(--md-default-fg-color) var(--md-default-fg-color--light) "
        "var(--md-typeset-color) var(--md-code-fg-color)",
        "height": "auto",
        "max-height": "none",
        "float": "none",
    }.items()
    for name in names.split()
}
_OVERFLOWS = ("overflow", "overflow-x", "overflow-y")
_OF_THE_FRAME: Mapping[str, frozenset[str]] = {
    "color": frozenset({"var(--md-footer-fg-color)", "var(--md-footer-fg-color--light)"}),
    **dict.fromkeys(_OVERFLOWS, frozenset({"hidden"})),
}
_OF_PICTURES: Mapping[str, frozenset[str]] = {
    "float": frozenset({"left", "right", "inline-start", "inline-end"}),
    **dict.fromkeys(
        ("width", "height", "min-width", "min-height", "max-width", "max-height"), frozenset({"auto", "none"})
    ),
}
_ACROSS = re.compile(r"(?:margin|padding)-(?:left|right|inline)(?:-(?:start|end))?|margin")
"""Room before and after words in their line; above and below them `margin` makes none."""
_SIDE = r"(?:-(?:top|right|bottom|left|inline|block)(?:-(?:start|end))?)?"
_LENGTH = re.compile(r"(\d*\.?\d+)(px|em|rem|%|)")
Most = Mapping[str, tuple[float, float]]
"""Unit to the least and the most of it that is allowed, beside 0 where the least is."""
_ROOM: Most = {"": (0, 0), "px": (0, 64), "em": (0, 4), "rem": (0, 4), "%": (0, 25)}
"""Between words: no more than leaves them in the window."""
_THIN: Most = {"": (0, 0), "px": (0, 16), "em": (0, 1), "rem": (0, 1)}
_BETWEEN_LINES: Most = {"": (0, 0), "px": (0, 3), "em": (0, 0.25), "rem": (0, 0.2)}
"""No more than stands free between two lines: a border further off would strike the words of the next."""
_HAIR: Most = {"": (0, 0), "px": (0, 2), "em": (0, 0.125), "rem": (0, 0.1)}
_WIDE: Most = {"px": (128, 240), "em": (8, 12), "rem": (6, 12), "%": (5, 100)}
"""A box for words: not so narrow that what scrolls in it is lost, nor wider than the narrowest window."""
_LEAST: Most = {"": (0, 0), "px": (0, 240), "em": (0, 8), "rem": (0, 12), "%": (0, 100)}
_MOST_WIDE: Most = {"px": (128, 4000), "em": (8, 200), "rem": (6, 200), "%": (5, 100)}
_CELL: Most = {"": (0, 0), "px": (0, 320), "em": (0, 20), "rem": (0, 16), "%": (0, 100)}
_OPEN: Most = {"px": (240, 4000), "em": (15, 200), "rem": (12, 200), "%": (50, 100)}
_ALL: Most = {"px": (960, 9000), "em": (60, 600), "rem": (48, 480), "%": (100, 100)}
_ANY: Most = {"": (0, 0), "px": (0, 4000), "em": (0, 200), "rem": (0, 200), "%": (0, 100)}
_AUTO = frozenset({"auto"})
_FITTING = frozenset({"auto", "none", "fit-content"})
_Sized = tuple[tuple[re.Pattern[str], Most, frozenset[str]], ...]
_OF_WORDS: _Sized = (
    (re.compile(r"border-(?:[a-z]+-)*radius"), {**_ROOM, "%": (0, 50)}, frozenset()),
    (re.compile(rf"border{_SIDE}-style"), {}, frozenset(_STYLES.split())),
    (re.compile(rf"border{_SIDE}(?:-width)?"), _HAIR, frozenset(_STYLES.split())),
    (_ACROSS, _ROOM, _AUTO),
    (re.compile(rf"padding{_SIDE}"), _BETWEEN_LINES, frozenset()),
    (
        re.compile(r"text-underline-offset"),
        {"": (0, 0), "px": (0, 6), "em": (0, 0.5), "rem": (0, 0.3)},
        _AUTO,
    ),
    (re.compile(r"line-height"), {"": (1, 3)}, frozenset({"normal"})),
    (
        re.compile(r"font-size"),  # one below another's makes it smaller again: not by a share
        {"px": (12, 64), "rem": (0.6, 4), "em": (1, 3), "%": (100, 300)},
        frozenset({"small", "medium", "large", "x-large"}),
    ),
    (re.compile(r"min-(?:width|height)"), {"": (0, 0)}, _AUTO),
)
"""Sizes of any words."""
_OF_BLOCKS: _Sized = (
    (re.compile(rf"(?:margin|padding){_SIDE}"), _ROOM, frozenset()),
    (re.compile(rf"margin{_SIDE}"), {}, _AUTO),
    (re.compile(rf"border{_SIDE}(?:-width)?"), _THIN, frozenset()),
    (re.compile(r"border-spacing"), _THIN, frozenset()),
    (re.compile(r"min-(?:width|height)"), _LEAST, frozenset({"fit-content"})),
    (re.compile(r"(?:max-)?width"), {}, _FITTING),
)
_WIDTHS: _Sized = ((re.compile(r"width"), _WIDE, frozenset()), (re.compile(r"max-width"), _MOST_WIDE, frozenset()))
_WIDTHS_OPEN: _Sized = (
    (re.compile(r"max-width"), _OPEN, frozenset()),
    (re.compile(r"width"), {"%": (50, 100)}, frozenset()),
)
_WIDTHS_OF_CELLS: _Sized = ((re.compile(r"(?:min-)?width"), _CELL, frozenset()),)
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
    words = value.replace(",", " ").split()
    if name == "padding" and not scope.is_of(_BLOCKS):
        sides = ("padding-top", "padding-left") * 2
        return len(words) <= len(sides) and all(_is_word_of(*each, scope) for each in zip(sides, words, strict=False))
    return all(_is_word_of(name, word, scope) for word in words)


def _is_word_of(name: str, word: str, scope: Scope) -> bool:
    if _LINES.fullmatch(name):
        return _is_line(word, scope)
    if word in _KEYWORDS.get(name, ()):
        return True
    if scope.frame and word in _OF_THE_FRAME.get(name, ()):
        return True
    if scope.is_of(PICTURES) and name in _OF_PICTURES and (word in _OF_PICTURES[name] or _is_within(word, _ANY)):
        return True
    if scope.whole:
        return name == "max-width" and (word == "none" or _is_within(word, _ALL))
    if name in _OVERFLOWS:
        return word == "auto" and scope.is_of(_SCROLLING | {"code"})
    if name == "white-space":
        return word in ("nowrap", "pre") and scope.is_of(_CELLS | _SCROLLING)
    if not scope.words:
        return False
    sized = [*_OF_WORDS]
    if scope.is_of(_BLOCKS):
        sized += (*_OF_BLOCKS, *_widths(scope))
    for names, most, words in sized:
        if names.fullmatch(name) and (word in words or _is_within(word, most)):
            return True
    return bool(_BORDER.fullmatch(name) and _COLOUR.fullmatch(word))


def _widths(scope: Scope) -> _Sized:
    if scope.is_of(_CELLS):
        return _WIDTHS_OF_CELLS
    return _WIDTHS_OPEN if scope.elements is None or scope.elements & (_CELLS | _SCROLLING) else _WIDTHS


def _is_line(word: str, scope: Scope) -> bool:
    """Whether a line at words can't say that they are struck out, or new, nor that such words aren't."""
    if scope.elements is None or scope.elements & _STRUCK:
        return False
    return word in _LINES_MAY or (word == "none" and scope.elements <= _NOT_UNDERLINED)


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

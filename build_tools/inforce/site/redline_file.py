"""A redline as one HTML file that needs nothing else: no script, no request, its style inside and named by digest."""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from inforce.model.facts import Facts
from inforce.redline import Redline
from inforce.redline.changes import title
from inforce.redline.html import Column, RedlineLabels, Setting, Strand, beside, body, side_by_side, summary
from inforce.site.redline_wording import redline_words
from inforce.site.renderer import maker
from inforce.site.translator import Translator, direction, native_name
from inforce.writer import RenderContext

_SHEETS = ("assets/inforce.css", "assets/inforce-print.css", "assets/inforce-more.css")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two texts compared, and what it takes to show them. `language` is theirs, '' where nobody knows it."""

    redline: Redline
    language: str
    words: Translator
    """The interface words nearest to the texts' language."""
    old: RenderContext
    new: RenderContext
    facts: tuple[Facts, Facts]
    """The facts of the old and of the new text."""

    @property
    def labels(self) -> RedlineLabels:
        """The words of the view."""
        return redline_words(self.words, *self.facts)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, by the language, or by the letters where that is unknown."""
        return direction(self.language) if self.language else _direction(self.redline)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """HTML in a language."""

    html: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStyle:
    """The style of a file that stands alone."""

    css: str
    integrity: str
    """Its digest, as a Content-Security-Policy names it."""


def file_style(assets: Mapping[str, bytes]) -> FileStyle:
    """The style of a file that shows redlines. `assets` are those of `resources`."""
    css = "".join(assets[name].decode() for name in _SHEETS)
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return FileStyle(css=css, integrity=f"sha256-{digest}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineView:
    """What `redline.html` needs."""

    title: str
    subject: str
    """What it is a redline of; '' where the title says it."""
    style: FileStyle
    listed: tuple[Part, ...]
    text: Part
    side: bool
    """Whether the text stands in two columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMaker:
    """Makes the files. `templates` and `assets` are those of `resources`."""

    templates: Mapping[str, str]
    assets: Mapping[str, bytes]

    def inline(self, compared: Compared, *, title: str, subject: str = "") -> str:
        """The redline in one column."""
        labels = compared.labels
        html = body(
            compared.redline,
            labels,
            old=compared.old,
            new=compared.new,
        )
        return self._file(compared.words, title, subject, (_listed(compared),), part(compared, html), side=False)

    def side_by_side(self, compared: Compared, columns: tuple[str, str], *, title: str, subject: str = "") -> str:
        """What was beside what is, in columns of these names."""
        labels = compared.labels
        html = side_by_side(
            compared.redline,
            labels,
            old=compared.old,
            new=compared.new,
            columns=columns,
        )
        return self._file(compared.words, title, subject, (_listed(compared),), part(compared, html), side=True)

    def beside(self, prevailing: Compared, own: Compared, *, title: str, subject: str = "") -> str:
        """The redline in another language beside the one in a translator's own: both lists, and both texts."""
        html = beside(_strand(prevailing, prefix="p", ids=False), _strand(own, prefix="c", ids=True))
        lists = (_listed(prevailing, "p"), _listed(own))
        return self._file(own.words, title, subject, lists, part(own, html), side=True)

    def _file(
        self, words: Translator, title: str, subject: str, listed: tuple[Part, ...], text: Part, *, side: bool
    ) -> str:
        view = RedlineView(
            title=title,
            subject=subject,
            style=file_style(self.assets),
            listed=listed,
            text=text,
            side=side,
        )
        return maker(self.templates, lambda _, compute: compute()).html("redline.html", view, words)


def _listed(compared: Compared, prefix: str = "c") -> Part:
    html = summary(compared.redline, compared.labels, old=compared.old, new=compared.new, prefix=prefix)
    return Part(html=html, language=compared.words.language, direction=compared.words.direction)


def part(compared: Compared, html: str) -> Part:
    """HTML in the language and the direction of the texts compared."""
    return Part(html=html, language=compared.language, direction=compared.direction)


def _strand(compared: Compared, *, prefix: str, ids: bool) -> Strand:
    labels = compared.labels
    return Strand(
        column=Column(
            name=native_name(compared.language), language=compared.language, direction=direction(compared.language)
        ),
        setting=Setting(
            compared.redline,
            labels,
            old=compared.old,
            new=compared.new,
            prefix=prefix,
            ids=ids,
        ),
    )


def _direction(redline: Redline) -> str:
    """The direction of most letters in the titles and pieces of a redline (UAX #9)."""
    texts = [title(shown) for section in redline.sections if (shown := section.new or section.old)]
    texts += (piece.text for section in redline.sections for row in section.rows for piece in row.pieces())
    kinds = [unicodedata.bidirectional(char) for text in texts for char in text[:200]]
    return "rtl" if sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L") else "ltr"

"""Ready HTML that says where a version stands: from when it applies, and what comes after it.

A file is read at other times than it was made, so it says what stays true: dates, not "now". A page shows that of the
version in force.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from inforce.contract.models import Summary
from inforce.contract.ready_html import Stamp, called, prevails, stamped
from inforce.site.translator import Translator


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """The version that comes next: its number, its instant (aware), and the address of its page."""

    version: int
    effective_from: datetime
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The dates of a version (aware), as the site knows them, and what comes after it."""

    effective_from: datetime
    withdrawn: datetime | None = None
    following: Following | None = None


def status_html(
    summary: Summary, words: Translator, standing: Standing, *, page: str, prevailing: str, stamp: Stamp
) -> str:
    """`status.html` of an edition. `page` is the address of the version's own page, and `prevailing` that of the text
    that prevails."""
    said = [words.text("Applies from {date}.", date=words.day(standing.effective_from))]
    if standing.withdrawn is not None:
        said.append(words.text("It is withdrawn from {date}.", date=words.day(standing.withdrawn)))
    body = Markup("<p>{}<br>{}</p>\n").format(called(summary, words, page), Markup("<br>").join(said))
    if standing.following is not None:
        body += Markup("<p>{}</p>\n").format(_following(standing.following, words))
    body += prevails(summary, words, prevailing)
    return str(stamped("status", body, summary, words, stamp))


def _following(following: Following, words: Translator) -> Markup:
    pieces = words.pieces(
        "Version {number} applies from {date}. [Read version {number}]",
        number=following.version,
        date=words.day(following.effective_from),
    )
    link = Markup('<a href="{}">{}</a>')
    return Markup("").join(
        link.format(following.page, piece.text) if piece.marked else Markup("{}").format(piece.text) for piece in pieces
    )

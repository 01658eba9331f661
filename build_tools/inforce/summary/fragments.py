"""Ready HTML for pages that others already have: the cookies and the ways to make contact, with absolute links.

A view of a frozen summary, made with each build in today's words; never frozen itself. No script, no style, no class
that must mean something: what a site embeds takes the site's own look. Every text is escaped, only the tags below are
markup, and only what is an e-mail address, a telephone number or a web address becomes a link, whatever a summary says.

The outer `div` says what it was made from, in `data-` attributes: whoever shows it knows what was shown.
`inforce/embed/` reads this HTML by a narrow grammar (its own tags and attributes, double quotes, no comments), so that
a script that was released long ago reads what is made today: don't widen it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from markupsafe import Markup, escape

from inforce.model.values import Duration, Email, Phone, Url
from inforce.pages.bidi import marked
from inforce.pages.shell import RELATIONS
from inforce.pages.words import Piece, direction
from inforce.summary.contract import (
    Label,
    Party,
    PostalAddress,
    PublishedCookie,
    PublishedCookieCategory,
    PublishedLifetime,
    Reach,
    Summary,
)


class FragmentWords(Protocol):
    """The interface words a fragment needs, in its language."""

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        ...

    def text(self, message: str, /, **values: object) -> str:
        """A whole sentence."""
        ...

    def pieces(self, message: str, /, **values: object) -> Iterable[Piece]:
        """A whole sentence, cut at its marked words."""
        ...

    def name(self, language: str) -> str:
        """What a language is called."""
        ...

    def duration(self, parts: Mapping[str, int]) -> str:
        """A duration in words."""
        ...

    def day(self, at: datetime) -> str:
        """The day of an instant, in words."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What ready HTML is made from: the SRI of its summary, and the `sequence` of the site."""

    integrity: str
    sequence: int


CATEGORIES: Mapping[str, str] = {
    "necessary": "Necessary",
    "functional": "Functional",
    "analytics": "Analytics",
    "marketing": "Marketing",
}
TYPES: Mapping[str, str] = {
    "cookie": "cookie",
    "local_storage": "local storage",
    "session_storage": "session storage",
    "indexeddb": "browser database (IndexedDB)",
    "cache": "browser cache",
    "pixel": "tracking pixel",
    "other": "other",
}


def fragments(summary: Summary, words: FragmentWords, *, page: str, stamp: Stamp) -> dict[str, str]:
    """File name to HTML: `cookies.html` and `contact.html`. `page` is the address of the version's own page."""
    made = {"cookies": _cookies(summary, words), "contact": _contact(summary, words)}
    return {
        f"{name}.html": str(stamped(name, body + _source(summary, words, page), summary, words, stamp))
        for name, body in made.items()
    }


def stamped(name: str, body: Markup, summary: Summary, words: FragmentWords, stamp: Stamp) -> Markup:
    """The outer `div` of a piece of ready HTML, around its body."""
    return Markup(
        '<div class="inforce-{}" lang="{}" dir="{}" data-policy="{}" data-version="{}" data-revision="{}"'
        ' data-integrity="{}" data-consent-epoch="{}" data-sequence="{}">\n{}</div>\n'
    ).format(
        name,
        summary.language,
        words.direction,
        summary.policy,
        summary.version,
        summary.revision,
        stamp.integrity,
        summary.consent_epoch,
        stamp.sequence,
        body,
    )


def called(summary: Summary, words: FragmentWords, page: str) -> Markup:
    """The edition by its title and version, as a link to its page that says what it is for the one around it."""
    said = words.text("{title}, version {number}", title=summary.title, number=summary.version)
    relation = RELATIONS.get(summary.policy)
    rel = Markup(' rel="{}"').format(relation) if relation else ""
    return Markup('<a href="{}"{}>{}</a>').format(page, rel, said)


def _cookies(summary: Summary, words: FragmentWords) -> Markup:
    if not summary.cookies:
        return Markup("<p>{}</p>\n").format(words.text("No cookie or similar technique is stated."))
    return _joined(_category(category, summary, words) for category in summary.cookie_categories)


def _category(category: PublishedCookieCategory, summary: Summary, words: FragmentWords) -> Markup:
    common = CATEGORIES.get(category.id)
    title = _label(category.label) if category.label else words.text(common) if common else category.id
    about = Markup("<p>{}</p>\n").format(_label(category.description)) if category.description else ""
    heads = _joined(
        Markup('<th scope="col">{}</th>').format(words.text(head))
        for head in ("Name", "Provider", "Purpose", "Kept for", "Type")
    )
    rows = _joined(
        _row(cookie, f"/cookies/{position}/lifetime" in summary.none, words)
        for position, cookie in enumerate(summary.cookies)
        if cookie.category == category.id
    )
    return Markup(
        "<table>\n<caption><h3>{}</h3>\n{}</caption>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n"
    ).format(title, about, heads, rows)


def _row(cookie: PublishedCookie, nothing_kept: bool, words: FragmentWords) -> Markup:
    return Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n').format(
        _name(cookie, words),
        Markup("<br>").join(_who(cookie, words)),
        _label(cookie.description) if cookie.description else "",
        words.text("there is none") if nothing_kept else _kept(cookie.lifetime, words),
        words.text(TYPES[cookie.type]),
    )


def _who(cookie: PublishedCookie, words: FragmentWords) -> Iterable[Markup]:
    """Who sets it, whether another than this site, and for which domains."""
    provider = _label(cookie.provider) if cookie.provider else escape(words.text("not known"))
    third = Markup(" <span>{}</span>").format(f"({words.text('third party')})") if cookie.party == "third" else ""
    yield provider + third
    yield from (Markup('<bdi dir="ltr">{}</bdi>').format(domain) for domain in cookie.domains)


def _name(cookie: PublishedCookie, words: FragmentWords) -> Markup:
    """What a reader may call it and what the browser shows, open at the end where only its beginning is known."""
    begins, ends = ("…" if cookie.match == match else "" for match in ("suffix", "prefix"))
    shown = Markup('<code dir="ltr">{}{}{}</code>').format(begins, cookie.name, ends) if cookie.name else Markup("")
    label = _label(cookie.label) if cookie.label else Markup("")
    return Markup(" ").join(part for part in (label, shown) if part) or escape(words.text("not known"))


def _kept(lifetime: PublishedLifetime | None, words: FragmentWords) -> str:
    if lifetime is None:
        return words.text("not known")
    if lifetime.duration is not None:
        try:
            return words.duration(Duration.parse(lifetime.duration).parts)
        except ValueError:
            return lifetime.duration
    return words.text("until you close the browser" if lifetime.kind == "session" else "until you delete it")


def _contact(summary: Summary, words: FragmentWords) -> Markup:
    parts: list[Markup] = []
    heads: tuple[tuple[str, str, Party | Reach | None], ...] = (
        ("controller", "Responsible for your data", summary.controller),
        ("contact", "Questions about this policy", summary.contact),
        ("representative", "Representative in the European Union", summary.representative),
        ("dpo", "Data protection officer", summary.dpo),
        ("authority", "Supervisory authority", summary.authority),
    )
    unknown = [fact.pointer for fact in summary.unknown]
    for role, head, party in heads:
        if party is None:
            continue
        lines = _lines(party, words, nameless=f"/{role}/name" in unknown)
        if not lines:
            known = not any(pointer.startswith(f"/{role}/") for pointer in unknown)
            lines = [escape(words.text("there is none") if known else words.text("not known"))]
        said = Markup("<br>\n").join(lines)
        parts.append(Markup("<h3>{}</h3>\n<p>{}</p>\n").format(words.text(head), said))
    return _joined(parts)


def _lines(reach: Reach, words: FragmentWords, *, nameless: bool) -> list[Markup]:
    """What a card says. `nameless`: somebody there has a name that nobody here knows."""
    lines: list[Markup] = []
    if isinstance(reach, Party):
        if reach.name:
            lines.append(Markup("<strong>{}</strong>").format(_label(reach.name)))
        elif nameless:
            said = (words.text("Name"), words.text("not known"))
            lines.append(Markup('<span class="inforce-way">{}</span> {}').format(*said))
        if reach.number:
            lines.append(Markup('<bdi dir="ltr">{}</bdi>').format(reach.number))
    if reach.address:
        lines.extend(_address(reach.address))
    ways: tuple[tuple[str, str | None, type[Email | Phone | Url], str], ...] = (
        ("E-mail", reach.email, Email, "mailto:"),
        ("Telephone", reach.phone, Phone, "tel:"),
        ("Fax", reach.fax, Phone, "tel:"),
        ("Website", reach.website, Url, ""),
    )
    for name, value, form, scheme in ways:
        if value is not None:
            way = _way(value, form, scheme)
            lines.append(Markup('<span class="inforce-way">{}</span> {}').format(words.text(name), way))
    return lines


def _way(value: str, form: type[Email | Phone | Url], scheme: str) -> Markup:
    """A link, where the value has the form that it should have; else its words alone."""
    try:
        form.parse(value)
    except ValueError:
        return Markup('<bdi dir="ltr">{}</bdi>').format(value)
    return Markup('<a href="{}" dir="ltr">{}</a>').format(f"{scheme}{value}", value)


def _address(address: PostalAddress) -> Iterable[Markup]:
    return (Markup("<bdi>{}</bdi>").format(marked(line)) for line in address.lines)


def _source(summary: Summary, words: FragmentWords, page: str) -> Markup:
    """Where it is from, and which language prevails where this one is a translation."""
    made = Markup("<p>{}</p>\n").format(called(summary, words, page))
    if summary.language_status == "authoritative":
        return made
    if summary.language_status == "courtesy":
        told = words.pieces(
            "This is a courtesy translation that counsel has reviewed. If the texts differ, [the text in {language}]"
            " prevails."
            if summary.reviewed
            else "This is a courtesy translation that counsel has not reviewed. If the texts differ, [the text in"
            " {language}] prevails.",
            language=words.name(summary.authoritative_language),
        )
    else:
        told = words.pieces(
            "This is an official translation. If the texts differ, [the text in {language}] prevails."
            if summary.reviewed
            else "This is an official translation that counsel has not reviewed. If the texts differ, [the text in"
            " {language}] prevails.",
            language=words.name(summary.authoritative_language),
        )
    return made + Markup("<p>{}</p>\n").format("".join(piece.text for piece in told))


def _label(label: Label) -> Markup:
    if label.lang is None:
        return escape(label.text)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(label.lang, direction(label.lang), label.text)


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)

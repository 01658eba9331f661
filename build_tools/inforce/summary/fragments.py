"""Ready HTML for pages that others already have: the cookies and the ways to make contact, with absolute links.

No script, no style, no class that must mean something: what a site embeds takes the site's own look. Every text is
escaped; only the tags below are markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from markupsafe import Markup, escape

from inforce.model.values import Duration
from inforce.summary.contract import Label, Party, PostalAddress, PublishedCookie, Reach, Summary


class FragmentWords(Protocol):
    """The interface words a fragment needs, in its language."""

    def text(self, message: str, /, **values: object) -> str:
        """A whole sentence."""
        ...

    def duration(self, parts: Mapping[str, int]) -> str:
        """A duration in words."""
        ...


CATEGORIES: Mapping[str, str] = {
    "necessary": "Strictly necessary",
    "functional": "Functional",
    "analytics": "Analytics",
    "marketing": "Marketing",
}
TYPES: Mapping[str, str] = {
    "cookie": "Cookie",
    "local_storage": "Local storage",
    "session_storage": "Session storage",
    "indexeddb": "IndexedDB",
    "cache": "Cache",
    "pixel": "Pixel",
    "other": "Other",
}


def fragments(summary: Summary, words: FragmentWords) -> dict[str, str]:
    """File name to HTML: `cookies.html` and `contact.html`."""
    return {"cookies.html": str(_cookies(summary, words)) + "\n", "contact.html": str(_contact(summary, words)) + "\n"}


def _cookies(summary: Summary, words: FragmentWords) -> Markup:
    groups: dict[str, list[PublishedCookie]] = {}
    for cookie in summary.cookies:
        groups.setdefault(cookie.category, []).append(cookie)
    order = [*(name for name in CATEGORIES if name in groups), *(name for name in groups if name not in CATEGORIES)]
    if not order:
        body = Markup("<p>{}</p>").format(words.text("No cookies are used."))
    else:
        body = _joined(_category(name, groups[name], words) for name in order)
    return Markup('<div class="inforce-cookies" lang="{}">\n{}{}</div>').format(
        summary.language, body, _source(summary, words)
    )


def _category(name: str, cookies: list[PublishedCookie], words: FragmentWords) -> Markup:
    own = cookies[0].category_label
    title = words.text(CATEGORIES[name]) if name in CATEGORIES else _label(own) if own else name
    heads = _joined(
        Markup('<th scope="col">{}</th>').format(words.text(head))
        for head in ("Name", "Provider", "What it is for", "Kept for", "Type")
    )
    rows = _joined(_row(cookie, words) for cookie in cookies)
    return Markup("<h3>{}</h3>\n<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n").format(
        title, heads, rows
    )


def _row(cookie: PublishedCookie, words: FragmentWords) -> Markup:
    return Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n').format(
        _label(cookie.label) if cookie.label else cookie.name,
        _label(cookie.provider) if cookie.provider else words.text("This site"),
        _label(cookie.description) if cookie.description else "",
        _kept(cookie, words),
        words.text(TYPES[cookie.type]),
    )


def _kept(cookie: PublishedCookie, words: FragmentWords) -> str:
    if cookie.lifetime.duration is not None:
        return words.duration(Duration.parse(cookie.lifetime.duration).parts)
    return words.text(
        {
            "session": "Until you close the browser",
            "until_deleted": "Until you delete it",
        }.get(cookie.lifetime.kind, "Not known")
    )


def _contact(summary: Summary, words: FragmentWords) -> Markup:
    parts: list[Markup] = []
    heads: tuple[tuple[str, Party | Reach | None], ...] = (
        ("Responsible for your data", summary.controller),
        ("For questions", summary.contact),
        ("Representative", summary.representative),
        ("Data protection officer", summary.dpo),
        ("Supervisory authority", summary.authority),
    )
    for head, party in heads:
        if party is not None:
            parts.append(Markup("<h3>{}</h3>\n{}").format(words.text(head), _reach(party, words)))
    return Markup('<div class="inforce-contact" lang="{}">\n{}{}</div>').format(
        summary.language, _joined(parts), _source(summary, words)
    )


def _reach(reach: Reach, words: FragmentWords) -> Markup:
    lines: list[Markup] = []
    if isinstance(reach, Party):
        if reach.name:
            lines.append(Markup("<strong>{}</strong>").format(_label(reach.name)))
        if reach.number:
            lines.append(escape(reach.number))
    if reach.address:
        lines.extend(_address(reach.address))
    links: tuple[tuple[str | None, Callable[[str], str], str], ...] = (
        (reach.email, lambda value: f"mailto:{value}", "{value}"),
        (reach.phone, lambda value: f"tel:{value}", "Phone {value}"),
        (reach.fax, lambda value: f"tel:{value}", "Fax {value}"),
        (reach.website, lambda value: value, "{value}"),
    )
    for value, target, shown in links:
        if value is not None:
            said = words.text(shown, value=value) if shown != "{value}" else value
            lines.append(Markup('<a href="{}">{}</a>').format(target(value), said))
    return Markup("<p>{}</p>\n").format(Markup("<br>\n").join(lines))


def _address(address: PostalAddress) -> Iterable[Markup]:
    return (escape(line) for line in address.lines)


def _source(summary: Summary, words: FragmentWords) -> Markup:
    said = words.text("{title}, version {number}", title=summary.title, number=summary.version)
    return Markup('<p><a href="{}">{}</a></p>\n').format(summary.url, said)


def _label(label: Label) -> Markup:
    if label.lang is None:
        return escape(label.text)
    return Markup('<span lang="{}">{}</span>').format(label.lang, label.text)


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)

"""Ready HTML for pages that others already have: the cookies and the ways to make contact, with absolute links.

A view of a frozen summary, made with each build in today's words; never frozen itself. No script, no style, no class
that must mean something: what a site embeds takes the site's own look. Every text is escaped, only the tags below are
markup, and only what is an e-mail address, a telephone number or a web address becomes a link, whatever a summary says.

The outer `div` says what it was made from, in `data-` attributes: whoever shows it knows what was shown.
`inforce/embed/` reads this HTML by a narrow grammar (its own tags and attributes, double quotes, no comments), so that
a script that was released long ago reads what is made today: don't widen it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from markupsafe import Markup, escape

from inforce.model import fact_table
from inforce.model.cookies import UNSORTED, CookieType, LifetimeKind, Medium
from inforce.model.fact_table import PARTIES, Place
from inforce.model.facts import Facts
from inforce.model.values import Duration, Email, Phone, Url
from inforce.pages.bidi import marked
from inforce.pages.contact import WaysThatWork, first_rights, general, ways_that_work
from inforce.pages.cookies import IN_COLUMNS, plain
from inforce.pages.fact_words import category_words, code_words, heading, legal_basis, lifetime_words
from inforce.pages.shell import RELATIONS
from inforce.pages.words import Piece, Words, direction
from inforce.summary.contract import (
    Label,
    Party,
    PostalAddress,
    PublishedCookie,
    PublishedCookieCategory,
    PublishedRight,
    Reach,
    Summary,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What ready HTML is made from: the SRI of its summary, and the `sequence` of the site."""

    integrity: str
    sequence: int


def fragments(summary: Summary, words: Words, *, page: str, prevailing: str, stamp: Stamp) -> dict[str, str]:
    """File name to HTML: `cookies.html` and `contact.html`. `page` is the address of the version's own page, and
    `prevailing` that of the text that prevails."""
    made = {"cookies": _cookies(summary, words, page), "contact": _contact(summary, words, page)}
    return {
        f"{name}.html": str(stamped(name, body + _source(summary, words, page, prevailing), summary, words, stamp))
        for name, body in made.items()
    }


def stamped(name: str, body: Markup, summary: Summary, words: Words, stamp: Stamp) -> Markup:
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


def called(summary: Summary, words: Words, page: str) -> Markup:
    """The edition by its title and version, as a link to its page that says what it is for the one around it."""
    said = words.text("{title}, version {number}", title=summary.title, number=summary.version)
    relation = RELATIONS.get(summary.policy)
    rel = Markup(' rel="{}"').format(relation) if relation else ""
    return Markup('<a href="{}"{}>{}</a>').format(page, rel, said)


def _cookies(summary: Summary, words: Words, page: str) -> Markup:
    if not summary.cookies:
        return Markup("<p>{}</p>\n").format(words.text("No cookie or similar technique is stated."))
    return _joined(_category(category, summary, words, page) for category in categories(summary))


def categories(summary: Summary) -> list[PublishedCookieCategory]:
    """The categories of the cookies; last that of those whose category isn't said or isn't known."""
    unsorted = [PublishedCookieCategory(id=UNSORTED)] if any(each.category is None for each in summary.cookies) else []
    return [*summary.cookie_categories, *unsorted]


def cookies_in(category: PublishedCookieCategory, summary: Summary) -> Iterator[PublishedCookie]:
    """The cookies of a category."""
    return (cookie for cookie in summary.cookies if (cookie.category or UNSORTED) == category.id)


def category_title(category: PublishedCookieCategory, words: Words) -> Markup:
    """What a category is called: the company's own words, or ours for a common one."""
    return written(category.label, words) if category.label else escape(category_words(category.id, Facts(), words))


def consent(category: PublishedCookieCategory, words: Words) -> Iterator[tuple[str, Label]]:
    """What the policy says of consent, as what it is called and what it is: also that it doesn't say."""
    asked = {True: words.text("needed"), False: words.text("not needed"), None: words.text("the policy does not say")}
    yield words.text("Consent"), Label(text=asked[category.consent_required])
    if category.exemption:
        yield heading(("cookie_categories", "*", "exemption"), words), category.exemption


def columns(words: Words) -> tuple[str, ...]:
    """The heads of the table of cookies."""
    return (
        heading(("cookies", "*", "name"), words),
        heading(("cookies", "*", "provider"), words),
        words.text("Purpose"),
        heading(("cookies", "*", "lifetime"), words),
        heading(("cookies", "*", "type"), words),
    )


def _category(category: PublishedCookieCategory, summary: Summary, words: Words, page: str) -> Markup:
    about = [written(category.description, words)] if category.description else []
    about += [_line(head, written(said, words), words) for head, said in consent(category, words)]
    rows = _joined(_row(cookie, summary, words, page) for cookie in cookies_in(category, summary))
    return Markup(
        "<table>\n<caption><h3>{}</h3>\n{}</caption>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n"
    ).format(
        category_title(category, words),
        _joined(Markup("<p>{}</p>\n").format(each) for each in about),
        _joined(Markup('<th scope="col">{}</th>').format(head) for head in columns(words)),
        rows,
    )


def _row(cookie: PublishedCookie, summary: Summary, words: Words, page: str) -> Markup:
    """What the table says of a cookie, with the ways to the words about its provider and about itself. Each cell names
    its column, for a style sheet that stacks them where the page is narrow."""
    name, provider, purpose, *others = cells(cookie, summary, words)
    recipients = [each.id for each in summary.recipients]
    if cookie.recipient in recipients:
        provider = _seen(provider, f"/recipients/{recipients.index(cookie.recipient)}", summary, words, page)
    told = (name, provider, _seen(purpose, _pointer(cookie, summary), summary, words, page), *others)
    row = _joined(
        Markup('<td data-head="{}">{}</td>').format(head, each)
        for head, each in zip(columns(words)[1:], told[1:], strict=True)
    )
    return Markup('<tr><th scope="row">{}</th>{}</tr>\n').format(told[0], row)


def _seen(told: Markup, pointer: str, summary: Summary, words: Words, page: str) -> Markup:
    return Markup("<br>").join(each for each in (told, *_see(pointer, summary, words, page)) if each)


def cells(cookie: PublishedCookie, summary: Summary, words: Words) -> tuple[Markup, ...]:
    """What the table says of a cookie, a cell for each of its columns."""
    purposes = [written(cookie.description, words)] if cookie.description else []
    purposes += [_named(each, "purposes", summary, words) for each in cookie.purposes]
    return (
        _name(cookie, words),
        Markup("<br>").join(_who(cookie, summary, words)),
        Markup("<br>").join([*purposes, *_more(cookie, summary, words)]),
        escape(kept_for(cookie, summary, words)),
        escape(_type(cookie, summary, words)),
    )


def _type(cookie: PublishedCookie, summary: Summary, words: Words) -> str:
    if cookie.type is None:
        return unsaid(cookie, "type", summary, words)
    return code_words(CookieType(cookie.type), words)


def _who(cookie: PublishedCookie, summary: Summary, words: Words) -> Iterable[Markup]:
    """Who sets it, whether another than this site, and where its own policy is."""
    provider = written(cookie.provider, words) if cookie.provider else escape(words.text("not known"))
    third = Markup(" <span>{}</span>").format(f"({words.text('third party')})") if cookie.party == "third" else ""
    yield provider + third
    recipient = next((each for each in summary.recipients if each.id == cookie.recipient), None)
    if recipient and recipient.privacy:
        yield _way(recipient.privacy, Url, heading(("recipients", "*", "privacy"), words))


def _more(cookie: PublishedCookie, summary: Summary, words: Words) -> Iterator[Markup]:
    """What has no column of its own."""
    pointer = _pointer(cookie, summary)
    for row in fact_table.fields("cookies.*", Place.COOKIES_HTML):
        name = fact_table.name(row)
        value = None if name in IN_COLUMNS else getattr(cookie, name)
        if not value and f"{pointer}/{name}" in (*summary.none, *(fact.pointer for fact in summary.unknown)):
            absent = words.text("there is none") if f"{pointer}/{name}" in summary.none else words.text("not known")
            yield _line(heading(("cookies", "*", name), words), escape(absent), words)
        if value is None or value == []:
            continue
        each = value if isinstance(value, list) else [value]
        told = (
            _named(one, row.names, summary, words)
            if row.names
            else Markup('<bdi dir="ltr">{}</bdi>').format(one)
            if name in ("domains", "path")
            else _way(one, Url)
            if name == "policy"
            else written(one, words)
            if isinstance(one, Label)
            else escape(legal_basis(one, words) if name == "legal_basis" else plain(_coded(name, one), words))
            for one in each
        )
        yield _line(heading(("cookies", "*", name), words), Markup(", ").join(told), words)
    if cookie.verified and _is(date.fromisoformat, cookie.verified):
        yield escape(words.text("verified on {date}", date=words.date(date.fromisoformat(cookie.verified))))


def _coded(name: str, value: str | bool) -> str | bool:
    """A value of a summary as the facts have it, for what it is called."""
    return Medium(str(value)) if name == "medium" else value


def _named(id: str, member: str, summary: Summary, words: Words) -> Markup:
    """What another entry of the summary is called; of data also one item: `contact.email`."""
    category, _, item = id.partition(".")
    found = next((each for each in getattr(summary, member) if each.id == category), None)
    if item and found is not None:
        found = next((each for each in found.items if each.id == item), None)
    label = getattr(found, "name", None) or getattr(found, "label", None)
    return written(label, words) if label else escape(id)


def _line(head: str, said: Markup, words: Words) -> Markup:
    """What something is called, and what it is: legible without a style sheet too."""
    label = Markup('<span class="inforce-way">{}</span>').format(head)
    return Markup(words.text("{label}: {value}")).format(label=label, value=said)


def _name(cookie: PublishedCookie, words: Words) -> Markup:
    """What a reader may call it and what the browser shows, open at the end where only its beginning is known."""
    begins, ends = ("…" if cookie.match == match else "" for match in ("suffix", "prefix"))
    shown = Markup('<code dir="ltr">{}{}{}</code>').format(begins, cookie.name, ends) if cookie.name else Markup("")
    label = written(cookie.label, words) if cookie.label else Markup("")
    return Markup(" ").join(part for part in (label, shown) if part) or escape(words.text("not known"))


def _pointer(cookie: PublishedCookie, summary: Summary) -> str:
    return f"/cookies/{[each.id for each in summary.cookies].index(cookie.id)}"


def unsaid(cookie: PublishedCookie, member: str, summary: Summary, words: Words) -> str:
    """What stands in the place of a member that has no value."""
    pointer = f"{_pointer(cookie, summary)}/{member}"
    if pointer in summary.none:
        return words.text("there is none")
    known = all(fact.pointer != pointer for fact in summary.unknown)
    return words.text("the policy does not say") if known else words.text("not known")


def kept_for(cookie: PublishedCookie, summary: Summary, words: Words) -> str:
    """How long a cookie lives, in plain words."""
    lifetime = cookie.lifetime
    if lifetime is None or lifetime.kind not in tuple(LifetimeKind):
        return unsaid(cookie, "lifetime", summary, words)
    if lifetime.duration is not None:
        return _duration(lifetime.duration, words)
    if any(fact.pointer == f"{_pointer(cookie, summary)}/lifetime/duration" for fact in summary.unknown):
        return words.text("not known")
    return lifetime_words(LifetimeKind(lifetime.kind), CookieType(cookie.type) if cookie.type else None, words)


def _contact(summary: Summary, words: Words, page: str) -> Markup:
    parts: list[Markup] = []
    reasons: set[str] = set()
    for role in PARTIES:
        party: Party | Reach | None = getattr(summary, role)
        told = (
            _absence(f"/{role}", summary, words, reasons)
            if party is None
            else _lines(role, party, summary, words, reasons)
        )
        if not (lines := list(told)):
            continue
        said = Markup("<br>\n").join(lines)
        parts.append(Markup("<h3>{}</h3>\n<p>{}</p>\n").format(heading(("organisation", role), words), said))
    return _joined(parts) + (_rights(summary, words, page) if summary.rights else Markup(""))


def _lines(role: str, reach: Reach, summary: Summary, words: Words, reasons: set[str]) -> Iterator[Markup]:
    """What a card says. `reasons` has those that are given already, why something isn't known."""
    for row in fact_table.fields("organisation.*", Place.CONTACT_HTML):
        name = fact_table.name(row)
        value, head = getattr(reach, name, None), heading(("organisation", role, name), words)
        if name == "name" and value is not None:
            yield Markup("<strong>{}</strong>").format(written(value, words))
        elif value is None:
            pointer = f"/{role}/{name}"
            if pointer not in summary.none or name != "name":  # somebody there may be reached without a name
                yield from (_line(head, said, words) for said in _absence(pointer, summary, words, reasons))
        elif isinstance(value, PostalAddress):
            yield from _address(value)
        elif isinstance(value, Label):
            yield _line(head, written(value, words), words)
        else:
            yield _line(head, _said(name, value), words)


_FORMS: Final[Mapping[str, type[Email | Phone | Url]]] = {"email": Email, "phone": Phone, "fax": Phone, "website": Url}


def _said(name: str, value: str) -> Markup:
    """A field of a party: a link, where it is a way to reach somebody."""
    return _way(value, _FORMS[name]) if name in _FORMS else Markup('<bdi dir="ltr">{}</bdi>').format(value)


def _way(value: str, form: type[Email | Phone | Url], words: str = "") -> Markup:
    """A link, where the value has the form that it should have; else its words alone."""
    if not _is(form.parse, value):
        return Markup('<bdi dir="ltr">{}</bdi>').format(words or value)
    way = form.parse(value)
    if words:
        return Markup('<a href="{}">{}</a>').format(way.href, words)
    return Markup('<a href="{}" dir="ltr">{}</a>').format(way.href, way.shown)


def _rights(summary: Summary, words: Words, page: str) -> Markup:
    """How to use one's rights: what most people come for first."""
    by_id = {right.id: (f"/rights/{position}", right) for position, right in enumerate(summary.rights)}
    told = _joined(_right(*by_id[name], summary, words, page) for name in first_rights(by_id))
    return Markup("<h3>{}</h3>\n{}<dl>\n{}</dl>\n").format(
        words.text("Your rights and how to use them"),
        _joined(Markup("<p>{}</p>\n").format(each) for each in _answer(summary, words, page)),
        told,
    )


def _answer(summary: Summary, words: Words, page: str) -> Iterator[Markup]:
    """What holds for every right."""
    answer = summary.answer
    if answer is None:
        return
    reply, extended = (_duration(each, words) if each else "" for each in (answer.reply, answer.extended))
    if reply:
        message = (
            words.pieces(
                "We answer within [{reply}]; where that is extended, within {extended} in all.",
                reply=reply,
                extended=extended,
            )
            if extended
            else words.pieces("We answer within [{reply}].", reply=reply)
        )
        yield _linked(message, _own_words(summary, "/answer/reply", page))
    for row in fact_table.fields("rights.exercise", Place.CONTACT_HTML):
        name = fact_table.name(row)
        if name == "by":
            works = _works("", answer.contacts, summary, has_other=False, unknown=False)
            yield from _reached(answer.contacts, works, summary, words, page)
            name = "contacts"
        value = getattr(answer, name)
        if reply and value and name in ("reply", "extended"):
            continue
        told = written(value, words) if isinstance(value, Label) else None
        if isinstance(value, str):
            told = escape(_duration(value, words))
        if told := told or next(_absence(f"/answer/{name}", summary, words, set()), None):
            line = _line(heading(tuple(row.path.split(".")), words), told, words)
            yield Markup("<br>\n").join([line, *_see(f"/answer/{name}", summary, words, page)])


def _duration(text: str, words: Words) -> str:
    """A duration in words, where it has the form of one."""
    return words.duration(Duration.parse(text).parts) if _is(Duration.parse, text) else text


def _absence(pointer: str, summary: Summary, words: Words, reasons: set[str]) -> Iterator[Markup]:
    """What is said in the place of a value that there is none of, or that nobody knows, if anything is; why is told
    the first time only. `reasons` has those that were."""
    if pointer in summary.none:
        yield escape(words.text("there is none"))
    for fact in summary.unknown:
        if fact.pointer == pointer:
            reason = Markup(" <span>({})</span>").format(written(fact.reason, words))
            yield escape(words.text("not known")) + ("" if fact.reason.text in reasons else reason)
            reasons.add(fact.reason.text)


def _is(read: Callable[[str], object], text: str) -> bool:
    """Whether a text can be read so: nothing that a summary says is trusted to have its form."""
    try:
        read(text)
    except ValueError:
        return False
    return True


def _right(pointer: str, right: PublishedRight, summary: Summary, words: Words, page: str) -> Markup:
    """A right under the name that people give it, and the ways to use it."""
    label = written(right.label, words) if right.label else escape(right.id)
    common = {"erasure": words.text("Have my data deleted"), "complaint": words.text("Complain")}.get(right.id)
    title = Markup("{} <span>({})</span>").format(common, label) if common else label
    said = [written(each, words) for each in (right.description, right.when, right.how) if each]
    if fee := _fee(pointer, right, summary, words):
        said.append(_line(heading(("rights", right.id, "fee"), words), fee, words))
    if right.website:
        said.append(_line(heading(("rights", right.id, "website"), words), _said("website", right.website), words))
    works = _works(
        right.id,
        right.contacts,
        summary,
        has_other=right.website is not None
        or bool(_courts(right.contacts, summary))
        or f"{pointer}/contacts" in summary.none,
        unknown=any(fact.pointer == f"{pointer}/contacts" for fact in summary.unknown),
    )
    said += [escape(before)] if (before := general(works, words)) else []
    said += _reached(right.contacts, works, summary, words, page)
    said += _see(pointer, summary, words, page)
    told = Markup("<br>\n").join(said or [escape(words.text("not stated"))])
    return Markup("<dt>{}</dt>\n<dd>{}</dd>\n").format(title, told)


def _fee(pointer: str, right: PublishedRight, summary: Summary, words: Words) -> Markup:
    return (
        written(right.fee, words) if right.fee else next(_absence(f"{pointer}/fee", summary, words, set()), Markup(""))
    )


def _reached(contacts: list[str], works: WaysThatWork, summary: Summary, words: Words, page: str) -> Iterator[Markup]:
    """Where to write, and before which courts to go."""
    for party, way in works.ways:
        value = getattr(getattr(summary, party), way)
        shown = Markup(", ").join(_address(value)) if isinstance(value, PostalAddress) else _said(way, value)
        yield _line(works.called(party, way, words), shown, words)
    for place in _courts(contacts, summary):
        court = summary.courts[place]
        name, href = (
            written(court.label, words) if court.label else escape(court.id),
            _own_words(summary, f"/courts/{place}", page),
        )
        told_of = Markup('<a href="{}">{}</a>').format(href, name) if href else name
        yield _line(heading(("terms", "courts", court.id), words), told_of, words)
    for party, way in works.unknown:
        yield _line(works.called(party, way, words), escape(words.text("not known")), words)


def _works(name: str, contacts: list[str], summary: Summary, *, has_other: bool, unknown: bool) -> WaysThatWork:
    asked = [(party, way) for party, _, way in (each[1:].partition("/") for each in contacts) if party in PARTIES]
    reached: dict[str, Reach | None] = {party: getattr(summary, party) for party in PARTIES}
    known = {
        party: [way for way in Reach.model_fields if getattr(reach, way) is not None]
        for party, reach in reached.items()
        if reach is not None
    }
    pointers = {fact.pointer for fact in summary.unknown}
    hidden = [(party, way) for party, way in asked if f"/{party}/{way}" in pointers]
    return ways_that_work(name, asked, known, hidden=hidden, has_other=has_other, unknown=unknown)


def _courts(contacts: list[str], summary: Summary) -> list[int]:
    """The positions of the courts that a right can be used before."""
    courts = range(len(summary.courts))
    return [position for position in courts if f"/courts/{position}" in contacts]


def _see(pointer: str, summary: Summary, words: Words, page: str) -> Iterator[Markup]:
    """The way to the words about what stands at a place, if the text has some."""
    for section in summary.sections:
        if section.id == summary.stated_in.get(pointer):
            named = " ".join(part for part in (section.number, section.title) if part)
            yield _linked(words.pieces("See [{section}]", section=named), f"{page}#{section.id}")


def _own_words(summary: Summary, pointer: str, page: str) -> str:
    """The way to where the text speaks of what stands at a place; '' where it doesn't."""
    section = summary.stated_in.get(pointer)
    return f"{page}#{section}" if section else ""


def _linked(pieces: Iterable[Piece], href: str) -> Markup:
    """A sentence whose marked words are a link, where it leads somewhere."""
    link = Markup('<a href="{}">{}</a>')
    told = ((each.marked and href, marked(each.text)) for each in pieces)
    return _joined(link.format(href, text) if leads else text for leads, text in told)


def _address(address: PostalAddress) -> Iterable[Markup]:
    return (Markup("<bdi>{}</bdi>").format(marked(line)) for line in address.lines)


def _source(summary: Summary, words: Words, page: str, prevailing: str) -> Markup:
    """Where it is from, and which language prevails where this one is a translation."""
    return Markup("<p>{}</p>\n").format(called(summary, words, page)) + prevails(summary, words, prevailing)


def prevails(summary: Summary, words: Words, prevailing: str) -> Markup:
    """Of a translation, which text prevails, as a link to it; else nothing."""
    if summary.language_status == "authoritative":
        return Markup("")
    if summary.language_status == "courtesy":
        told = words.pieces(
            "This is a courtesy translation. If the texts differ, [the text in {language}] prevails."
            if summary.reviewed is None
            else "This is a courtesy translation that counsel has reviewed. If the texts differ, [the text in"
            " {language}] prevails."
            if summary.reviewed
            else "This is a courtesy translation that counsel has not reviewed. If the texts differ, [the text in"
            " {language}] prevails.",
            language=words.name(summary.authoritative_language),
        )
    else:
        told = words.pieces(
            "This is an official translation. If the texts differ, [the text in {language}] prevails."
            if summary.reviewed is not False
            else "This is an official translation that counsel has not reviewed. If the texts differ, [the text in"
            " {language}] prevails.",
            language=words.name(summary.authoritative_language),
        )
    return Markup("<p>{}</p>\n").format(_linked(told, prevailing))


def written(label: Label, words: Words) -> Markup:
    """A label in HTML; words of another language say so, and codes among words from right to left stand apart."""
    if label.lang is None:
        return marked(label.text, among=words.direction)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(label.lang, direction(label.lang), marked(label.text))


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)

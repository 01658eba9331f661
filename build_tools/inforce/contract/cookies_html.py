"""Ready HTML of the cookies: a table for each category, as `fragments.py` says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from markupsafe import Markup, escape

from inforce.contract.models import Label, PublishedCookie, PublishedCookieCategory, Summary
from inforce.contract.ready_html import captioned, duration_words, has_form, joined, see, way_to, written
from inforce.model import fact_table
from inforce.model.cookies import UNSORTED, CookieType, LifetimeKind, Medium
from inforce.model.fact_table import Place
from inforce.model.facts import Facts
from inforce.model.values import Url, country_name
from inforce.site.cookies import IN_COLUMNS, TOLD_WHERE_UNKNOWN, plain
from inforce.site.fact_words import category_words, code_words, heading, legal_basis, lifetime_words
from inforce.site.translator import Translator


def cookies_html(summary: Summary, words: Translator, page: str) -> Markup:
    """The body of `cookies.html`: a table for each category."""
    if not summary.cookies:
        return Markup("<p>{}</p>\n").format(words.text("No cookie or similar technique is stated."))
    return joined(_category(category, summary, words, page) for category in categories(summary))


def categories(summary: Summary) -> list[PublishedCookieCategory]:
    """The categories of the cookies; last that of those whose category isn't said or isn't known."""
    unsorted = [PublishedCookieCategory(id=UNSORTED)] if any(each.category is None for each in summary.cookies) else []
    return [*summary.cookie_categories, *unsorted]


def cookies_in(category: PublishedCookieCategory, summary: Summary) -> Iterator[PublishedCookie]:
    """The cookies of a category."""
    return (cookie for cookie in summary.cookies if (cookie.category or UNSORTED) == category.id)


def category_title(category: PublishedCookieCategory, words: Translator) -> Markup:
    """What a category is called: the company's own words, or ours for a common one."""
    return written(category.label, words) if category.label else escape(category_words(category.id, Facts(), words))


def consent(category: PublishedCookieCategory, words: Translator) -> Iterator[tuple[str, Label]]:
    """What the policy says of consent, as what it is called and what it is: also that it doesn't say."""
    asked = {True: words.text("needed"), False: words.text("not needed"), None: words.text("the policy does not say")}
    yield words.text("Consent"), Label(text=asked[category.consent_required])
    if category.exemption:
        yield heading(("cookie_categories", "*", "exemption"), words), category.exemption


def columns(words: Translator) -> tuple[str, ...]:
    """The heads of the table of cookies."""
    return (
        heading(("cookies", "*", "name"), words),
        heading(("cookies", "*", "provider"), words),
        words.text("Purpose"),
        heading(("cookies", "*", "lifetime"), words),
        heading(("cookies", "*", "type"), words),
    )


def _category(category: PublishedCookieCategory, summary: Summary, words: Translator, page: str) -> Markup:
    about = [written(category.description, words)] if category.description else []
    about += [captioned(head, written(said, words), words) for head, said in consent(category, words)]
    rows = joined(_row(cookie, summary, words, page) for cookie in cookies_in(category, summary))
    return Markup(
        "<table>\n<caption><h3>{}</h3>\n{}</caption>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n"
    ).format(
        category_title(category, words),
        joined(Markup("<p>{}</p>\n").format(each) for each in about),
        joined(Markup('<th scope="col">{}</th>').format(head) for head in columns(words)),
        rows,
    )


def _row(cookie: PublishedCookie, summary: Summary, words: Translator, page: str) -> Markup:
    """What the table says of a cookie, with the ways to the words about its provider and about itself. Each cell names
    its column, for a style sheet that stacks them where the page is narrow."""
    name, provider, purpose, *others = cells(cookie, summary, words)
    recipients = [each.id for each in summary.recipients]
    if cookie.recipient in recipients:
        provider = _seen(provider, f"/recipients/{recipients.index(cookie.recipient)}", summary, words, page)
    told = (name, provider, _seen(purpose, _pointer(cookie, summary), summary, words, page), *others)
    row = joined(
        Markup('<td data-head="{}">{}</td>').format(head, each)
        for head, each in zip(columns(words)[1:], told[1:], strict=True)
    )
    return Markup('<tr><th scope="row">{}</th>{}</tr>\n').format(told[0], row)


def _seen(told: Markup, pointer: str, summary: Summary, words: Translator, page: str) -> Markup:
    return Markup("<br>").join(each for each in (told, *see(pointer, summary, words, page)) if each)


def cells(cookie: PublishedCookie, summary: Summary, words: Translator) -> tuple[Markup, ...]:
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


def _type(cookie: PublishedCookie, summary: Summary, words: Translator) -> str:
    if cookie.type is None:
        return unsaid(cookie, "type", summary, words)
    return code_words(CookieType(cookie.type), words)


def _who(cookie: PublishedCookie, summary: Summary, words: Translator) -> Iterable[Markup]:
    """Who sets it, whether another than this site, and where its own policy is."""
    provider = written(cookie.provider, words) if cookie.provider else escape(words.text("not known"))
    third = Markup(" <span>{}</span>").format(f"({words.text('third party')})") if cookie.party == "third" else ""
    yield provider + third
    yield from _of_recipient(cookie, summary, words)


def _of_recipient(cookie: PublishedCookie, summary: Summary, words: Translator) -> Iterator[Markup]:
    """What is told of a recipient besides its name: the country it is in, and its own privacy policy, as a link."""
    recipients = [each.id for each in summary.recipients]
    if cookie.recipient not in recipients:
        return
    position = recipients.index(cookie.recipient)
    recipient = summary.recipients[position]
    head = {name: heading(("recipients", "*", name), words) for name in ("country", "privacy")}
    if recipient.country:
        yield captioned(head["country"], escape(country_name(recipient.country, words.language)), words)
    else:
        yield from _absent(f"/recipients/{position}/country", head["country"], summary, words)
    if recipient.privacy:
        yield way_to(recipient.privacy, Url, head["privacy"])
    else:
        yield from _absent(f"/recipients/{position}/privacy", head["privacy"], summary, words)


def _absent(pointer: str, head: str, summary: Summary, words: Translator) -> Iterator[Markup]:
    """That there is none, or that nobody knows it, where the policy says so."""
    if pointer in summary.none:
        yield captioned(head, escape(words.text("there is none")), words)
    elif pointer in (fact.pointer for fact in summary.unknown):
        yield captioned(head, escape(words.text("not known")), words)


def _more(cookie: PublishedCookie, summary: Summary, words: Translator) -> Iterator[Markup]:
    """What has no column of its own."""
    pointer = _pointer(cookie, summary)
    for row in fact_table.fields("cookies.*", Place.COOKIES_HTML):
        name = fact_table.name(row)
        value = None if name in IN_COLUMNS else getattr(cookie, name)
        if name in IN_COLUMNS - TOLD_WHERE_UNKNOWN:
            continue
        if value is None or value == []:
            yield from _absent(f"{pointer}/{name}", heading(("cookies", "*", name), words), summary, words)
            continue
        each = value if isinstance(value, list) else [value]
        told = (
            _named(one, row.names, summary, words)
            if row.names
            else Markup('<bdi dir="ltr">{}</bdi>').format(one)
            if name in ("domains", "path")
            else way_to(one, Url)
            if name == "policy"
            else written(one, words)
            if isinstance(one, Label)
            else escape(legal_basis(one, words) if name == "legal_basis" else plain(_coded(name, one), words))
            for one in each
        )
        yield captioned(heading(("cookies", "*", name), words), Markup(", ").join(told), words)
    if cookie.verified and has_form(date.fromisoformat, cookie.verified):
        yield escape(words.text("verified on {date}", date=words.date(date.fromisoformat(cookie.verified))))


def _coded(name: str, value: str | bool) -> str | bool:
    """A value of a summary as the facts have it, for what it is called."""
    return Medium(str(value)) if name == "medium" else value


def _named(id: str, member: str, summary: Summary, words: Translator) -> Markup:
    """What another entry of the summary is called; of data also one item: `contact.email`."""
    category, _, item = id.partition(".")
    found = next((each for each in getattr(summary, member) if each.id == category), None)
    if item and found is not None:
        found = next((each for each in found.items if each.id == item), None)
    label = getattr(found, "name", None) or getattr(found, "label", None)
    return written(label, words) if label else escape(id)


def _name(cookie: PublishedCookie, words: Translator) -> Markup:
    """What a reader may call it and what the browser shows, open at the end where only its beginning is known."""
    begins, ends = ("…" if cookie.match == match else "" for match in ("suffix", "prefix"))
    shown = Markup('<code dir="ltr">{}{}{}</code>').format(begins, cookie.name, ends) if cookie.name else Markup("")
    label = written(cookie.label, words) if cookie.label else Markup("")
    return Markup(" ").join(part for part in (label, shown) if part) or escape(words.text("not known"))


def _pointer(cookie: PublishedCookie, summary: Summary) -> str:
    return f"/cookies/{[each.id for each in summary.cookies].index(cookie.id)}"


def unsaid(cookie: PublishedCookie, member: str, summary: Summary, words: Translator) -> str:
    """What stands in the place of a member that has no value."""
    pointer = f"{_pointer(cookie, summary)}/{member}"
    if pointer in summary.none:
        return words.text("there is none")
    known = all(fact.pointer != pointer for fact in summary.unknown)
    return words.text("the policy does not say") if known else words.text("not known")


def kept_for(cookie: PublishedCookie, summary: Summary, words: Translator) -> str:
    """How long a cookie lives, in plain words."""
    lifetime = cookie.lifetime
    if lifetime is None or lifetime.kind not in tuple(LifetimeKind):
        return unsaid(cookie, "lifetime", summary, words)
    if lifetime.duration is not None:
        return duration_words(lifetime.duration, words)
    if any(fact.pointer == f"{_pointer(cookie, summary)}/lifetime/duration" for fact in summary.unknown):
        return words.text("not known")
    return lifetime_words(LifetimeKind(lifetime.kind), CookieType(cookie.type) if cookie.type else None, words)

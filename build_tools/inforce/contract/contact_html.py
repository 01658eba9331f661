"""Ready HTML of who is responsible, how to reach them and how to use one's rights, as `fragments.py` says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from markupsafe import Markup, escape

from inforce.contract.models import Label, PostalAddress, PublishedRight, Reach, Summary
from inforce.contract.published import Published
from inforce.contract.ready_html import captioned, duration_words, joined, linked, own_words, see, way_to, written
from inforce.model import fact_table
from inforce.model.fact_table import PARTIES, Place
from inforce.model.values import Email, Phone, Url
from inforce.site.bidi import marked
from inforce.site.fact_words import heading
from inforce.site.translator import Translator
from inforce.site.ways import WaysThatWork, first_rights, ways_that_work


def contact_html(summary: Summary, words: Translator, page: str) -> Markup:
    """The body of `contact.html`: a part for each party, then the rights."""
    parts: list[Markup] = []
    reasons: set[str] = set()
    for role in PARTIES:
        party: Reach | None = getattr(summary, role)
        told = (
            _absence(f"/{role}", summary, words, reasons)
            if party is None
            else _lines(("organisation", role), f"/{role}", party, summary, words, reasons)
        )
        parts += _part(heading(("organisation", role), words), told)
    for file in fact_table.cards(Place.CONTACT_HTML):
        for position, entry in enumerate(getattr(summary, file)):
            lines = _lines((file, entry.id), f"/{file}/{position}", entry, summary, words, reasons)
            parts += _part(heading((file, entry.id), words), lines)
    return joined(parts) + (_rights(summary, words, page) if summary.rights else Markup(""))


def _part(head: str, lines: Iterable[Markup]) -> Iterator[Markup]:
    if said := Markup("<br>\n").join(lines):
        yield Markup("<h3>{}</h3>\n<p>{}</p>\n").format(head, said)


def _lines(
    path: tuple[str, str], pointer: str, entry: Published, summary: Summary, words: Translator, reasons: set[str]
) -> Iterator[Markup]:
    """What a card says. `reasons` has those that are given already, why something isn't known."""
    naming = next((field for field in ("name", "label") if getattr(entry, field, None) is not None), "name")
    for row in fact_table.fields(f"{path[0]}.*", Place.CONTACT_HTML):
        name = fact_table.name(row)
        value, head = getattr(entry, name, None), heading((*path, name), words)
        if name == naming and value is not None:
            yield Markup("<strong>{}</strong>").format(written(value, words))
        elif value is None:
            if f"{pointer}/{name}" not in summary.none or name != "name":  # one may be reached without a name
                told = _absence(f"{pointer}/{name}", summary, words, reasons)
                yield from (captioned(head, said, words) for said in told)
        elif isinstance(value, PostalAddress):
            yield from _address(value)
        elif isinstance(value, Label):
            yield captioned(head, written(value, words), words)
        else:
            yield captioned(head, _link(name, value), words)


def _rights(summary: Summary, words: Translator, page: str) -> Markup:
    """How to use one's rights: what most people come for first."""
    by_id = {right.id: (f"/rights/{position}", right) for position, right in enumerate(summary.rights)}
    told = joined(_right(*by_id[name], summary, words, page) for name in first_rights(by_id))
    return Markup("<h3>{}</h3>\n{}<dl>\n{}</dl>\n").format(
        words.text("Your rights and how to use them"),
        joined(Markup("<p>{}</p>\n").format(each) for each in _answer(summary, words, page)),
        told,
    )


def _answer(summary: Summary, words: Translator, page: str) -> Iterator[Markup]:
    """What holds for every right."""
    answer = summary.answer
    if answer is None:
        return
    reply, extended = (duration_words(each, words) if each else "" for each in (answer.reply, answer.extended))
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
        yield linked(message, own_words(summary, "/answer/reply", page))
    for row in fact_table.fields("rights.exercise", Place.CONTACT_HTML):
        name = fact_table.name(row)
        if name == "by":
            works = _works("", answer.contacts, summary, has_other=True, unknown=False)
            yield from _reached(answer.contacts, works, summary, words, page)
            name = "contacts"
        value = getattr(answer, name)
        if reply and value and name in ("reply", "extended"):
            continue
        told = written(value, words) if isinstance(value, Label) else None
        if isinstance(value, str):
            told = escape(duration_words(value, words))
        if told := told or next(_absence(f"/answer/{name}", summary, words, set()), None):
            line = captioned(heading(tuple(row.path.split(".")), words), told, words)
            yield Markup("<br>\n").join([line, *see(f"/answer/{name}", summary, words, page)])


def _right(pointer: str, right: PublishedRight, summary: Summary, words: Translator, page: str) -> Markup:
    """A right under the name that people give it, and the ways to use it."""
    label = written(right.label, words) if right.label else escape(right.id)
    common = {"erasure": words.text("Have my data deleted"), "complaint": words.text("Complain")}.get(right.id)
    title = Markup("{} <span>({})</span>").format(common, label) if common else label
    said = [written(each, words) for each in (right.description, right.when, right.how) if each]
    if fee := _fee(pointer, right, summary, words):
        said.append(captioned(heading(("rights", right.id, "fee"), words), fee, words))
    head = heading(("rights", right.id, "website"), words)
    if right.website:
        said.append(captioned(head, _link("website", right.website), words))
    else:
        said += (captioned(head, each, words) for each in _absence(f"{pointer}/website", summary, words, None))
    works = ways_to_use(pointer, right, summary)
    said += [escape(before)] if (before := works.sentence(words)) else []
    said += _reached(right.contacts, works, summary, words, page)
    if f"{pointer}/contacts" in summary.none:
        said.append(captioned(heading(("rights", right.id, "by"), words), escape(words.text("there is none")), words))
    said += see(pointer, summary, words, page)
    told = Markup("<br>\n").join(said or [escape(words.text("not stated"))])
    return Markup("<dt>{}</dt>\n<dd>{}</dd>\n").format(title, told)


def _fee(pointer: str, right: PublishedRight, summary: Summary, words: Translator) -> Markup:
    return (
        written(right.fee, words) if right.fee else next(_absence(f"{pointer}/fee", summary, words, set()), Markup(""))
    )


def _reached(
    contacts: list[str], works: WaysThatWork, summary: Summary, words: Translator, page: str
) -> Iterator[Markup]:
    """Where to write, and before which courts to go."""
    for party, way in works.ways:
        value = getattr(getattr(summary, party), way)
        shown = Markup(", ").join(_address(value)) if isinstance(value, PostalAddress) else _link(way, value)
        yield captioned(works.called(party, way, words), shown, words)
    for place in _courts(contacts, summary):
        court = summary.courts[place]
        name, href = (
            written(court.label, words) if court.label else escape(court.id),
            own_words(summary, f"/courts/{place}", page),
        )
        told_of = Markup('<a href="{}">{}</a>').format(href, name) if href else name
        yield captioned(heading(("terms", "courts", court.id), words), told_of, words)
    for party, way in works.unknown:
        yield captioned(works.called(party, way, words), escape(words.text("not known")), words)


def ways_to_use(pointer: str, right: PublishedRight, summary: Summary) -> WaysThatWork:
    """The ways to use a right, by what the summary says of it."""
    has_other = bool(right.website or _courts(right.contacts, summary)) or f"{pointer}/contacts" in summary.none
    unknown = any(fact.pointer == f"{pointer}/contacts" for fact in summary.unknown)
    return _works(right.id, right.contacts, summary, has_other=has_other, unknown=unknown)


def _works(name: str, contacts: list[str], summary: Summary, *, has_other: bool, unknown: bool) -> WaysThatWork:
    asked = [(party, way) for party, _, way in (each[1:].partition("/") for each in contacts) if party in PARTIES]
    reached: dict[str, Reach | None] = {party: getattr(summary, party) for party in PARTIES}
    known = {
        party: [way for way in Reach.model_fields if getattr(reach, way) is not None]
        for party, reach in reached.items()
        if reach is not None
    }
    pointers = {fact.pointer for fact in summary.unknown}
    hidden = {party: [way for way in Reach.model_fields if f"/{party}/{way}" in pointers] for party in PARTIES}
    return ways_that_work(name, asked, known, hidden=hidden, has_other=has_other, unknown=unknown)


def _courts(contacts: list[str], summary: Summary) -> list[int]:
    """The positions of the courts that a right can be used before."""
    courts = range(len(summary.courts))
    return [position for position in courts if f"/courts/{position}" in contacts]


_FORMS: Final[Mapping[str, type[Email | Phone | Url]]] = {"email": Email, "phone": Phone, "fax": Phone, "website": Url}


def _link(name: str, value: str) -> Markup:
    """A field of a party: a link, where it is a way to reach somebody."""
    return way_to(value, _FORMS[name]) if name in _FORMS else Markup('<bdi dir="ltr">{}</bdi>').format(value)


def _absence(pointer: str, summary: Summary, words: Translator, reasons: set[str] | None) -> Iterator[Markup]:
    """What is said in the place of a value that there is none of, or that nobody knows, if anything is; why is told
    the first time only, and never without `reasons`, which has those that were."""
    if pointer in summary.none:
        yield escape(words.text("there is none"))
    for fact in summary.unknown:
        if fact.pointer == pointer:
            told = reasons is None or fact.reason.text in reasons
            reason = Markup("" if told else " <span>({})</span>").format(written(fact.reason, words))
            yield escape(words.text("not known")) + reason
            if reasons is not None:
                reasons.add(fact.reason.text)


def _address(address: PostalAddress) -> Iterable[Markup]:
    return (Markup("<bdi>{}</bdi>").format(marked(line)) for line in address.lines)

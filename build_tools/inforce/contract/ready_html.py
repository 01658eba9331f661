"""What all ready HTML has: the `div` around it, where it is from, captions and links.

Every text is escaped, and only what is an e-mail address, a telephone number or a web address becomes a link, whatever
a summary says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from inforce.contract.models import Label, Summary
from inforce.model.values import Duration, Email, Phone, Url
from inforce.site.bidi import marked
from inforce.site.frame import RELATIONS
from inforce.site.translator import Piece, Translator, direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What ready HTML is made from: the SRI of its summary, and the `sequence` of the site."""

    integrity: str
    sequence: int


def stamped(name: str, body: Markup, summary: Summary, words: Translator, stamp: Stamp) -> Markup:
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


def source(summary: Summary, words: Translator, page: str, prevailing: str) -> Markup:
    """Where it is from, and which language prevails where this one is a translation."""
    return Markup("<p>{}</p>\n").format(called(summary, words, page)) + prevails(summary, words, prevailing)


def called(summary: Summary, words: Translator, page: str) -> Markup:
    """The edition by its title and version, as a link to its page that says what it is for the one around it."""
    said = words.text("{title}, version {number}", title=summary.title, number=summary.version)
    relation = RELATIONS.get(summary.policy)
    rel = Markup(' rel="{}"').format(relation) if relation else ""
    return Markup('<a href="{}"{}>{}</a>').format(page, rel, said)


def prevails(summary: Summary, words: Translator, prevailing: str) -> Markup:
    """Of a translation, which text prevails, as a link to it; else nothing."""
    if summary.language_status == "authoritative":
        return Markup("")
    language = words.name(summary.authoritative_language)
    if summary.language_status != "courtesy" and summary.reviewed is not False:
        told = words.pieces(
            "This is an official translation. If the texts differ, [the text in {language}] prevails.",
            language=language,
        )
    elif summary.language_status != "courtesy":
        told = words.pieces(
            "This is an official translation that counsel has not reviewed. If the texts differ, [the text in"
            " {language}] prevails.",
            language=language,
        )
    elif summary.reviewed is None:
        told = words.pieces(
            "This is a courtesy translation. If the texts differ, [the text in {language}] prevails.", language=language
        )
    elif summary.reviewed:
        told = words.pieces(
            "This is a courtesy translation that counsel has reviewed. If the texts differ, [the text in {language}]"
            " prevails.",
            language=language,
        )
    else:
        told = words.pieces(
            "This is a courtesy translation that counsel has not reviewed. If the texts differ, [the text in"
            " {language}] prevails.",
            language=language,
        )
    return Markup("<p>{}</p>\n").format(linked(told, prevailing))


def written(label: Label, words: Translator) -> Markup:
    """A label in HTML; words of another language say so, and codes among words from right to left stand apart."""
    if label.lang is None:
        return marked(label.text, among=words.direction)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(label.lang, direction(label.lang), marked(label.text))


def captioned(head: str, said: Markup, words: Translator) -> Markup:
    """What something is called, and what it is: legible without a style sheet too."""
    label = Markup('<span class="inforce-way">{}</span>').format(head)
    return Markup(words.text("{label}: {value}")).format(label=label, value=said)


def way_to(value: str, form: type[Email | Phone | Url], words: str = "") -> Markup:
    """A link, where the value has the form that it should have; else its words alone."""
    if not has_form(form.parse, value):
        return Markup('<bdi dir="ltr">{}</bdi>').format(words or value)
    way = form.parse(value)
    if words:
        return Markup('<a href="{}">{}</a>').format(way.href, words)
    return Markup('<a href="{}" dir="ltr">{}</a>').format(way.href, way.shown)


def duration_words(text: str, words: Translator) -> str:
    """A duration in words, where it has the form of one."""
    return words.duration(Duration.parse(text).parts) if has_form(Duration.parse, text) else text


def has_form(read: Callable[[str], object], text: str) -> bool:
    """Whether a text can be read so: nothing that a summary says is trusted to have its form."""
    try:
        read(text)
    except ValueError:
        return False
    return True


def see(pointer: str, summary: Summary, words: Translator, page: str) -> Iterator[Markup]:
    """The way to the words about what stands at a place, if the text has some."""
    for section in summary.sections:
        if section.id == summary.stated_in.get(pointer):
            named = " ".join(part for part in (section.number, section.title) if part)
            yield linked(words.pieces("See [{section}]", section=named), f"{page}#{section.id}")


def own_words(summary: Summary, pointer: str, page: str) -> str:
    """The way to where the text speaks of what stands at a place; '' where it doesn't."""
    section = summary.stated_in.get(pointer)
    return f"{page}#{section}" if section else ""


def linked(pieces: Iterable[Piece], href: str) -> Markup:
    """A sentence whose marked words are a link, where it leads somewhere."""
    link = Markup('<a href="{}">{}</a>')
    told = ((each.marked and href, marked(each.text)) for each in pieces)
    return joined(link.format(href, text) if leads else text for leads, text in told)


def joined(parts: Iterable[Markup]) -> Markup:
    """One after another."""
    return Markup("").join(parts)

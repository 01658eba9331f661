"""How a redline is told in a language: the words of its view, and changes of fact as a reader would say them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from unicodedata import bidirectional

from inforce.model.facts import Facts
from inforce.model.leaf import Leaf
from inforce.model.records import Entries, LegalBasis
from inforce.model.values import Address, Duration, Phone, in_language
from inforce.pages.stated import address_lines, in_one_line, said
from inforce.pages.words import Words
from inforce.redline.changes import ChangeKind
from inforce.redline.facts import FactChange, FactChangeKind
from inforce.redline.html.words import FactLine, RedlineWords

_NOT_TOLD = frozenset({"verified", "match", "part_of", "same_as", "role", "domains", "category_label", "type"})
"""Fields that are upkeep, or that other fields tell better."""
_REFERENCES = {"data": "data", "recipients": "recipients", "retention": "retention", "purposes": "purposes"}


def redline_words(words: Words, old: Facts, new: Facts) -> RedlineWords:
    """The words of a redline between two versions with these facts."""
    say, count = words.text, words.plural
    return RedlineWords(
        heading=say("What changed"),
        counts=lambda changes, sections: count(
            "{count} change in {sections}",
            "{count} changes in {sections}",
            changes,
            sections=count("{count} section", "{count} sections", sections),
        ),
        nothing=say("The words are the same."),
        change=lambda number: say("Change {number}", number=number),
        kinds={
            ChangeKind.REWORDED: say("reworded"),
            ChangeKind.ADDED: say("added"),
            ChangeKind.REMOVED: say("removed"),
            ChangeKind.MOVED: say("moved"),
            ChangeKind.SPLIT: say("split in two"),
            ChangeKind.MERGED: say("two merged into one"),
            ChangeKind.RESTYLED: say("formatting changed"),
            ChangeKind.SECTION_ADDED: say("section added"),
            ChangeKind.SECTION_REMOVED: say("section removed"),
            ChangeKind.SECTION_MOVED: say("section moved"),
            ChangeKind.SECTION_SPLIT: say("section split in two"),
            ChangeKind.SECTION_MERGED: say("two sections merged into one"),
        },
        added=(f"[{say('added text')}] ", f" [{say('end of added text')}]"),
        removed=(f"[{say('removed text')}] ", f" [{say('end of removed text')}]"),
        unchanged=say("no change"),
        only_style=say("only the formatting changed"),
        unchanged_blocks=lambda n: count("{count} paragraph without change", "{count} paragraphs without change", n),
        section_changes=lambda n: count("{count} change", "{count} changes", n),
        renumbered=lambda number: say("formerly {number}", number=number),
        moved_from=lambda title: say("from “{title}”", title=title),
        moved_to=lambda title: say("Moved to “{title}”", title=title),
        arrow="←" if words.direction == "rtl" else "→",
        facts_heading=say("Facts that changed"),
        fact=lambda change: fact_line(change, words, old, new),
    )


def fact_line(change: FactChange, words: Words, old: Facts, new: Facts) -> FactLine | None:
    """A change of fact in words; None where it is not for visitors."""
    if change.is_entry:
        return _entry(change, words, old if change.kind is FactChangeKind.REMOVED else new)
    field = change.path[-1]
    if field in _NOT_TOLD or _NOT_TOLD.intersection(change.path[2:]) or change.path[0] == "terms":
        return None
    subject = _subject(new, change.path, words) or _subject(old, change.path, words)
    aspect = _aspect(change.path, words)
    if not subject and not aspect:
        return None
    if subject and aspect:
        label = words.text("{subject}, {aspect}:", subject=subject, aspect=aspect)
    else:
        label = words.text("{subject}:", subject=subject or aspect)
    before = _value(change.old, field, change.old_unknown, old, words)
    after = _value(change.new, field, change.new_unknown, new, words)
    if before == after:
        return None  # only another language tells it otherwise
    return FactLine(label=label, old=_isolated(before, words), new=_isolated(after, words))


def _isolated(value: str | None, words: Words) -> str | None:
    """Among words from right to left, a number or an address keeps its own order (Unicode isolates, UAX #9)."""
    if not value or words.direction == "ltr" or any(bidirectional(sign) in ("R", "AL") for sign in value):
        return value
    return f"\N{LEFT-TO-RIGHT ISOLATE}{value}\N{POP DIRECTIONAL ISOLATE}"


def _entry(change: FactChange, words: Words, facts: Facts) -> FactLine | None:
    say = words.text
    labels = {
        "recipients": (say("New recipient:"), say("Recipient removed:")),
        "purposes": (say("New purpose:"), say("Purpose removed:")),
        "retention": (say("New retention period:"), say("Retention period removed:")),
        "cookies": (say("New cookie or similar technique:"), say("Cookie or similar technique removed:")),
        "categories": (say("New category of data:"), say("Category of data removed:")),
        "sources": (say("New source of data:"), say("Source of data removed:")),
        "rights": (say("New right:"), say("Right removed:")),
    }
    kind = change.path[0] if change.path[0] in labels else change.path[1]
    subject = _subject(facts, change.path, words)
    if kind not in labels or not subject:
        return None
    if change.kind is FactChangeKind.REMOVED:
        return FactLine(label=labels[kind][1], old=subject)
    return FactLine(label=labels[kind][0], new=subject)


def _node(facts: Facts, path: tuple[str, ...]) -> object:
    node: object = facts
    for key in path:
        node = node.get(key) if isinstance(node, Entries | Mapping) else getattr(node, key, None)
    return node


def _subject(facts: Facts, path: tuple[str, ...], words: Words) -> str:
    """What a change is about: the label or the name of the entity it is in."""
    nested = {("data", "categories"), ("data", "sources"), ("rights", "other"), ("organisation", "roles")}
    entity = _node(facts, path[: 3 if path[:2] in nested else 2])
    for field in ("label", "name", "criteria"):
        leaf = getattr(entity, field, None)
        if isinstance(leaf, Leaf) and leaf.value is not None:
            found = said(leaf, words.language, words.language)
            return found.text if found else ""
        if isinstance(leaf, Mapping) and leaf:
            return in_language(leaf, words.language)
    return ""


def _aspect(path: tuple[str, ...], words: Words) -> str:
    """Which side of it changed; '' where the subject says enough."""
    say = words.text
    aspects = {
        "keep": say("kept for"),
        "lifetime": say("kept for"),
        "after": say("counted from"),
        "address": say("address"),
        "email": say("e-mail"),
        "phone": say("telephone"),
        "fax": say("fax"),
        "website": say("website"),
        "number": say("company number"),
        "provider": say("provider"),
        "description": say("description"),
        "legal_basis": say("legal basis"),
        "consent_required": say("consent"),
        "purposes": say("purposes"),
        "recipients": say("recipients"),
        "data": say("data"),
        "retention": say("retention period"),
        "country": say("country"),
        "transfers": say("transfers to other countries"),
        "how": say("how to use it"),
        "reply": say("time to answer"),
        "extended": say("time to answer, extended"),
    }
    return next((aspects[name] for name in reversed(path[2:]) if name in aspects), "")


def _value(value: object, field: str, unknown: bool, facts: Facts, words: Words) -> str | None:
    say = words.text
    if value is None:
        return None
    if unknown:
        return say("not known")
    match value:
        case bool():
            return say("needed") if value else say("not needed")
        case Duration(parts=parts):
            return words.duration(parts)
        case Address() as address:
            return in_one_line(address_lines(address, words.language), words.language)
        case Phone():
            found = said(Leaf(value=value), words.language, words.language)
            return found.text if found else str(value)
        case date():
            return words.date(value)
        case LegalBasis():
            return legal_basis(value, words)
        case tuple() if field in _REFERENCES:
            return words.all_of(_referred(str(name), _REFERENCES[field], facts, words) for name in value)
        case tuple():
            return words.all_of(str(each) for each in value)
        case "session":
            return say("until you close the browser")
        case "until_deleted":
            return say("until you delete it")
        case _:
            return str(value)


def legal_basis(basis: LegalBasis, words: Words) -> str:
    """A legal basis in words (GDPR, Article 6(1))."""
    say = words.text
    return {
        LegalBasis.CONSENT: say("consent"),
        LegalBasis.CONTRACT: say("contract"),
        LegalBasis.LEGAL_OBLIGATION: say("legal obligation"),
        LegalBasis.VITAL_INTERESTS: say("vital interests"),
        LegalBasis.PUBLIC_TASK: say("public task"),
        LegalBasis.LEGITIMATE_INTERESTS: say("legitimate interests"),
    }[basis]


def _referred(name: str, file: str, facts: Facts, words: Words) -> str:
    path = ("data", "categories", name.split(".")[0]) if file == "data" else (file, name)
    return _subject(facts, path, words) or name

"""A redline's wording in a language: the words of its view, and changes of fact as a reader would say them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import reduce

from inforce.model import fact_table
from inforce.model.cookies import LifetimeKind
from inforce.model.facts import Facts, Unknown, fact_at
from inforce.model.leaf import Leaf, Nothing, listed, told
from inforce.model.records import Entries
from inforce.model.values import (
    Address,
    Duration,
    Email,
    Money,
    Percentage,
    Phone,
    Url,
    address_line,
    country_name,
    in_language,
)
from inforce.redline.changes import ChangeKind, RowKind
from inforce.redline.facts import TITLE, FactChange, FactChangeKind, Path, StatedAddress, entry_path, stated
from inforce.redline.html.labels import FactLine, RedlineLabels
from inforce.site.bidi import isolated
from inforce.site.fact_text import said
from inforce.site.fact_words import category_words, code_words, field_words, legal_basis, lifetime_words
from inforce.site.translator import Translator

_NAMES = frozenset({"name", "label"})


def redline_words(words: Translator, old: Facts, new: Facts) -> RedlineLabels:
    """The words of a redline between two versions with these facts."""
    say, count = words.text, words.plural
    added, no_longer_added = say("added text"), say("end of added text")
    removed, no_longer_removed = say("removed text"), say("end of removed text")
    return RedlineLabels(
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
            ChangeKind.SPLIT: say("split up"),
            ChangeKind.MERGED: say("merged into one"),
            ChangeKind.RESTYLED: say("formatting changed"),
            ChangeKind.RELINKED: say("link changed"),
            ChangeKind.NESTED: say("list level changed"),
            ChangeKind.SECTION_ADDED: say("section added"),
            ChangeKind.SECTION_REMOVED: say("section removed"),
            ChangeKind.SECTION_MOVED: say("section moved"),
            ChangeKind.SECTION_SPLIT: say("section split in two"),
            ChangeKind.SECTION_MERGED: say("two sections merged into one"),
        },
        added=(f"[{added}] ", f" [{no_longer_added}]"),
        removed=(f"[{removed}] ", f" [{no_longer_removed}]"),
        unchanged=say("no change"),
        only_style=say("only the formatting changed"),
        unchanged_blocks=lambda n: count("{count} paragraph without change", "{count} paragraphs without change", n),
        section_changes=lambda n: count("{count} change", "{count} changes", n),
        renumbered=lambda number: say("formerly {number}", number=number),
        moved_from=lambda title: say("from “{title}”", title=title),
        moved_to=lambda title: say("Moved to “{title}”", title=title),
        arrow="←" if words.direction == "rtl" else "→",
        relinked=lambda words, was, now: _relinked(say, words, was, now),
        nested=lambda was, now: say("now at level {now}; before: level {was}", was=was, now=now),
        lines={RowKind.ADDED: say("row added"), RowKind.REMOVED: say("row removed")},
        columns={RowKind.ADDED: say("column added"), RowKind.REMOVED: say("column removed")},
        columns_heading=say("Columns:"),
        facts_heading=say("Facts that changed"),
        fact=lambda change: fact_line(change, words, old, new),
    )


def _relinked(say: Callable[..., str], words: str, was: str | None, now: str | None) -> str:
    if was is None:
        return say("“{words}” is now a link to {now}", words=words, now=now)
    if now is None:
        return say("“{words}” is no longer a link; it led to {was}", words=words, was=was)
    return say("“{words}” now leads to {now}; before: {was}", words=words, was=was, now=now)


def fact_line(change: FactChange, words: Translator, old: Facts, new: Facts) -> FactLine:
    """A change of fact in words of a language."""
    if change.is_entry:
        return _entry(change, words, old if change.kind is FactChangeKind.REMOVED else new)
    before = _shown_value(change.old, change.old_unknown, change.path, old, words)
    after = _shown_value(change.new, change.new_unknown, change.path, new, words)
    if before == after:  # what words tell alike, what is written tells apart
        before, after = (_as_written(*side) for side in ((before, change.old), (after, change.new)))
    return FactLine(
        label=_label(change.path, words, old, new), old=_isolated(before, words), new=_isolated(after, words)
    )


def _isolated(value: str | None, words: Translator) -> str | None:
    """Among words from right to left, a number or an address keeps its own order (Unicode isolates, UAX #9)."""
    return value if not value or words.direction == "ltr" else isolated(value)


def _as_written(shown: str | None, value: object) -> str | None:
    written = ", ".join(value) if isinstance(value, tuple) else str(value)
    return shown if shown is None or value is None or written in ("", shown) else f"{shown} ({written})"


def _entry(change: FactChange, words: Translator, facts: Facts) -> FactLine:
    """An entry that came or went, by its name, or by all it states where it has none."""
    say = words.text
    removed = change.kind is FactChangeKind.REMOVED
    row = fact_table.row(change.path)
    pattern = (row.gone if removed else row.new) if row else ""
    label = say(pattern) if pattern else say("{subject}:", subject=_thing(change.path, words) or change.path[0])
    subject = _isolated(_subject(facts, change.path, words) or _contents(facts, change.path, words), words)
    return FactLine(label=label, old=subject) if removed else FactLine(label=label, new=subject)


def _contents(facts: Facts, path: Path, words: Translator) -> str:
    """All that a nameless entry states: "time to answer: 1 month · fee: Free of charge"."""
    parts = []
    for place, found in stated(path, _node(facts, path), words.language):
        label = words.text("{subject}:", subject=_joined(_aspects(place, facts, words), words))
        parts.append(f"{label} {_shown_value(found.shown, found.unknown, place, facts, words)}")
    return " · ".join(parts) or words.text("not stated")


def _node(facts: Facts, path: Path) -> object:
    node: object = facts
    for key in path:
        node = node.get(key) if isinstance(node, Entries | Mapping) else getattr(node, key, None)
    return node


def _label(path: Path, words: Translator, old: Facts, new: Facts) -> str:
    """What a change is about."""
    *before, last = _about(path, words, old, new)
    if before:
        return words.text("{subject}, {aspect}:", subject=_joined(before, words), aspect=last)
    return words.text("{subject}:", subject=last)


def _about(path: Path, words: Translator, old: Facts, new: Facts) -> tuple[str, ...]:
    """The entry that a path leads into, by its name or by what it is, then which side of it."""
    if path == TITLE:
        return (words.text("Title of the policy"),)
    thing, entry = _thing(path, words), entry_path(path)
    naming = path[-1] in _NAMES and len(path) == len(entry) + 1
    first, second = (old, new) if naming else (new, old)
    name = _subject(first, path, words) or _subject(second, path, words)
    aspects = _aspects(path, new if _node(new, path[:-1]) is not None else old, words)
    if thing and naming and len(entry) == 2:
        return (thing,)
    subject = thing if thing and len(entry) == 2 and path[0] != "organisation" else name or thing
    return ((subject, *aspects) if subject else aspects) or (path[0],)


def _joined(parts: Sequence[str], words: Translator) -> str:
    return reduce(lambda subject, aspect: words.text("{subject}, {aspect}", subject=subject, aspect=aspect), parts)


def _thing(path: Path, words: Translator) -> str:
    return field_words(entry_path(path), words)


def _subject(facts: Facts, path: Path, words: Translator) -> str:
    """The label or the name of the entry that a path leads into; '' where it has none.

    A retention period without one goes by the purposes that it is for.
    """
    name = _name(_node(facts, entry_path(path)), words)
    if path[0] == "cookie_categories":
        return name or category_words(path[1], facts, words)
    if name or path[0] != "retention":
        return name
    kept_for = (purpose for _, purpose in facts.purposes.items() if path[1] in listed(purpose.retention))
    return words.all_of(label for purpose in kept_for if (label := _name(purpose, words)))


def _name(entity: object, words: Translator) -> str:
    for field in ("label", "name"):
        leaf = getattr(entity, field, None)
        if isinstance(leaf, Leaf) and leaf.value is not None:
            found = said(leaf, words.language, words.language)
            return found.text if found else ""
        if isinstance(leaf, Mapping) and leaf:
            return in_language(leaf, words.language)
    return ""


def _aspects(path: Path, facts: Facts, words: Translator) -> tuple[str, ...]:
    """Which side of an entry changed, from the wider to the narrower."""
    entry = entry_path(path)
    parts: list[str] = []
    place = len(entry)
    while place < len(path):
        place += 1
        parts.append(field_words(path[:place], words) or path[place - 1])
        if fact_table.by_id(path[:place]):
            place += 1
            if path[place:] == ("label",):
                break
            inside = _name(_node(facts, path[:place]), words) if place < len(path) else ""
            parts += [inside] if inside else []
    return tuple(parts)


def _shown_value(value: object, unknown: bool, path: Path, facts: Facts, words: Translator) -> str | None:
    """A value in words; None where there is none."""
    say = words.text
    if unknown:
        return say("not known: {reason}", reason=value) if value else say("not known")
    row = fact_table.row(path)
    field, names = (fact_table.name(row), row.names) if row else ("", "")
    match value:
        case None:
            return None
        case bool() if field == "consent_required":
            return say("needed") if value else say("not needed")
        case bool():
            return say("yes") if value else say("no")
        case Duration(parts=parts):
            return words.duration(parts)
        case Address() as address:
            return address_line(address, words.language)
        case StatedAddress(address=address):
            return address_line(address, words.language)
        case Phone() | Email() | Url():
            found = said(Leaf(value=value), words.language, words.language)
            return found.text if found else str(value)
        case Money(amount=amount, currency=currency):
            return words.money(amount, currency)
        case Percentage(amount=amount):
            return words.percentage(amount)
        case date():
            return words.date(value)
        case LifetimeKind():
            cookie = facts.cookies.get(path[1])
            return lifetime_words(value, told(cookie.type), words) if cookie else code_words(value, words)
        case StrEnum():
            return code_words(value, words)
        case tuple() if names:
            return words.all_of(_referred(str(name), names, facts, words) for name in value)
        case tuple() if field == "legal_basis":
            return words.all_of(legal_basis(str(each), words) for each in value)
        case tuple():
            return words.all_of(str(each) for each in value)
        case str() if names:
            return _referred(value, names, facts, words)
        case str() if field == "country":
            return country_name(value, words.language)
        case _:
            return str(value)


def _referred(name: str, file: str, facts: Facts, words: Translator) -> str:
    """Another fact by its label, or by what it states where it has none."""
    category, _, item = name.partition(".")
    if file == "data" and item:
        leaf = _node(facts, ("data", "categories", category, "items", item))
        found = said(leaf, words.language, words.language) if isinstance(leaf, Leaf) else None
        return found.text if found else name
    if file == "organisation":
        path: Path = tuple(name.split("."))
    else:
        path = ("data", "categories", name) if file == "data" else (file, name)
    if file != "organisation" and (subject := _subject(facts, path, words)):
        return subject
    fact = fact_at(facts, ".".join(path))
    if fact is None:
        return name
    if isinstance(fact.value, Unknown | Nothing):
        return _joined(_about(path, words, facts, facts), words)
    value = in_language(fact.value, words.language) if isinstance(fact.value, Mapping) else fact.value
    return _shown_value(value, False, path, facts, words) or name

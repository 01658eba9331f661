"""L307: numbers of this policy's sections that are typed in its words, "section 2.4", and that nobody renumbers; and
another section's title in a link or beside a number.

One that there is can be a link, which shows the number by itself: a hint. One that there isn't, or that stands beside
the title of another section, leads readers astray: open. What may be of a law or of another text is not told, nor a
number in a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from inforce.model.item_labels import own_label
from inforce.model.number_style import bare, read_style
from inforce.model.text import CodeBlock, Heading, Leaf, Paragraph, Section, begun, inlines, placed_links, words
from inforce.problems import Location, Problem, problem
from inforce.reader.findings import quoted
from inforce.rules.languages import listed
from inforce.rules.note_sections import Numbered
from inforce.rules.section_titles import Titles, titles_beside

if TYPE_CHECKING:
    from inforce.rules.readings.section_numbers import SaidNumber

_TYPED = re.compile(r"\s*(?:§ ?)?(?P<number>[0-9]{1,3}(?:\.[0-9]{1,3})*)(?:[.):\s]|$)")
"""A number that a heading begins with."""
_TYPED_AS_HEADING = re.compile(r"\s*(?:§ ?)?(?P<number>[0-9]{1,3}(?:(?:\.[0-9]{1,3})+(?=[.):\s])|(?=[.):]\s)))")
"""A number that a paragraph begins with as a heading would: "9. Your rights", not "3 years"."""
_ITEMS = re.compile(r"^(?:\(\w+\))+")
_LABEL = re.compile(r"(?<![\w(])\(?([a-z]{1,5}|[0-9]{1,2})\)", re.IGNORECASE)


def check_typed_references(version: Numbered, *, folder: str) -> Iterator[Problem]:
    """L307 of every language of a version, whose files are `{folder}/{language}/{id}.md`."""
    for language, sections in version.texts.items():
        known = _Known(version, language)
        for name, section in sections.items():
            for leaf in section.leaves:
                if not isinstance(leaf, CodeBlock):
                    yield from _of_leaf(leaf, section, known, f"{folder}/{language}/{name}.md")


class _Known:
    """What a language's references can lead to."""

    def __init__(self, version: Numbered, language: str) -> None:
        self._version = version
        self.language = language
        self.names = version.names
        self.titles = Titles(version.order, version.texts[language], language)
        styles = [read_style(style) for style in version.style]
        self.says_article = any(style and any(map(str.isalpha, style.before)) for style in styles)
        """Whether the policy calls its own sections articles."""
        self.in_figures = not self.names or any(number.isdecimal() for number in self.names)

    @cached_property
    def typed(self) -> frozenset[str]:
        """The numbers that are words of the text: headings begin with them, or paragraphs that stand for headings. Who
        names one means these words."""
        leaves = (leaf for section in self._version.texts[self.language].values() for leaf in section.leaves)
        return frozenset(
            found["number"]
            for leaf in leaves
            if isinstance(leaf, Heading | Paragraph)
            and (found := (_TYPED if isinstance(leaf, Heading) else _TYPED_AS_HEADING).match(words(leaf.children)))
        )

    def named(self, said: SaidNumber) -> str:
        """The number that has an id: that of the item, or of what it stands in."""
        return whole if (whole := f"{said.number}{said.item}") in self.names else said.number

    def has_item(self, number: str, label: str) -> bool:
        """Whether something below a number has a label, "(b)"."""
        parts = (part for one, part in self._version.parts(self.names[number]) if one == self.language)
        return any(label in _labels(part, self._version.lists) for part in parts)


def _labels(part: Section, styles: tuple[str, ...]) -> frozenset[str]:
    """The labels in a part of a text: typed ones, and those of numbered lists."""
    said = (words(children) for leaf in part.leaves for children in inlines(leaf))
    typed = {found.lower() for text in said for found in _LABEL.findall(text)}
    return frozenset({*typed, *(bare(own_label(leaf.path, styles)).lower() for leaf in part.leaves if begun(leaf))})


def _of_leaf(leaf: Leaf, section: Section, known: _Known, file: str) -> Iterator[Problem]:
    from inforce.rules.readings.section_numbers import numbers_said  # loads tables of many languages

    for text, links in placed_links(leaf, line_break=" "):
        found = [
            _Reference(
                start=link.start,
                end=link.end,
                id=link.link.target.value,
                where=Location(file=file, line=link.link.at.line, column=link.link.at.column),
            )
            for link in links
            if link.link.target.scheme == "section"
        ]
        for start, group in groupby(numbers_said(text, known.language), key=attrgetter("start")):
            said = tuple(group)
            end = start + len(said[0].words)
            if not any(link.start < end and start < link.end for link in links):
                meant = tuple(one for one in said if _may_be_ours(one, section, known))
                ids = [known.names[known.named(one)] for one in meant if _is_there(one, known)]
                where = _where(text[start:end], leaf, section, file)
                id = ids[0] if len(ids) == 1 else ""
                found.append(_Reference(start=start, end=end, id=id, where=where, typed=text[start:end], meant=meant))
        astray = dict(_astray(text, found, known))
        for one in found:
            yield from [astray[one]] if one in astray else _judged(one.typed, one.meant, known, one.where)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reference:
    """A link to a section, or a typed number, and where it stands."""

    start: int
    end: int
    id: str
    """Of what it leads to; '' for several, or none."""
    where: Location
    typed: str = ""
    meant: tuple[SaidNumber, ...] = ()


def _astray(text: str, references: Sequence[_Reference], known: _Known) -> Iterator[tuple[_Reference, Problem]]:
    """The references that stand in or beside the title of another section. A title between two is that of either."""
    beside: dict[int, list[tuple[str, _Reference]]] = {}
    for one in references:
        for at, title in ((one.start, text[one.start : one.end]), *titles_beside(text, one.start, one.end)):
            beside.setdefault(at, []).append((title, one))
    for near in beside.values():
        title, one = near[0]
        others = [each.id and known.titles.another(title, each.id) for _, each in near]
        if all(others):
            message = f"{quoted(' '.join(title.split()))} is the title of section:{others[0]}, and stands here for "
            message += f"section:{one.id}."
            yield one, problem("L307", one.where, "other title", section=others[0], message=message)


def _judged(typed: str, meant: Sequence[SaidNumber], known: _Known, where: Location) -> Iterator[Problem]:
    there = {known.named(one): one.item for one in meant if _is_there(one, known)}
    lost = [f"{one.number}{one.item}" for one in meant if not _is_there(one, known)]
    typed = " ".join(typed.split())
    if lost:
        cure = "Correct it; better still, write `[section](section:ID)`, which shows the number by itself. "
        cure += "If another text is meant, say whose it is, as in “of the Act” or “of our contract”."
        yield problem("L307", where, "no such number", typed=quoted(typed), lost=listed(lost), remedy=cure)
    elif there:
        links = [f"`{_link(meant[0], number, known.names[number])}`" for number in there]
        cure = f"Write {listed(links)}: the page shows the number by itself."
        if any(item and not number.endswith(item) for number, item in there.items()):
            cure += (
                " Link the first words of the item to an id, as in `2. [words](id:NAME) …`, and it can be linked too."
            )
        yield problem("L307", where, "typed", typed=quoted(typed), remedy=cure)


def _link(said: SaidNumber, number: str, name: str) -> str:
    """The link that stands for a typed number; several in one place share their words, which the author divides."""
    figure = number if number in said.words else said.figure
    before, _, after = said.words.partition(figure or said.words)
    if not figure or any(map(str.isdecimal, before + _ITEMS.sub("", after))):
        return f"[…](section:{name})"
    if not before.strip():  # "third section": the number is shown behind the word
        before, after = after, ""
    return f"[{' '.join(before.split())}](section:{name}){after}"


def _may_be_ours(said: SaidNumber, section: Section, known: _Known) -> bool:
    """Whether a number can only be one of this policy."""
    from inforce.rules.readings.section_numbers import Whose, names_a_law

    if said.number in known.typed or (said.may_be_item and said.number in _steps(section)):
        return False
    if said.whose is not Whose.UNSAID:
        return said.whose is Whose.OWN
    there = said.number in known.names
    if not there and (said.law_before or not known.in_figures):
        return False
    if said.item[1:2].isdecimal() and not _is_there(said, known):
        return False
    if said.as_laws and not known.says_article:
        return there and not names_a_law(section.source)
    return True


def _steps(section: Section) -> frozenset[str]:
    """The numbers of the items of a section's numbered lists."""
    items = (found for leaf in section.leaves if (found := begun(leaf)))
    return frozenset(str(item.number) for step, item in items if step.ordered)


def _is_there(said: SaidNumber, known: _Known) -> bool:
    label = said.item[1:].partition(")")[0].lower()
    return said.number in known.names and (not label or known.has_item(said.number, label))


def _where(typed: str, leaf: Leaf, section: Section, file: str) -> Location:
    """Where words stand in a section's source, which may break a line between them."""
    start = sum(len(line) + 1 for line in section.source.split("\n")[: leaf.at.line - 1])
    found = re.compile(r"\s+".join(map(re.escape, typed.split()))).search(section.source, start)
    if found is None:
        return Location(file=file, line=leaf.at.line)
    before = section.source[: found.start()]
    return Location(file=file, line=before.count("\n") + 1, column=found.start() - (before.rfind("\n") + 1) + 1)

"""F123: a row of a table, or a line behind a colon, that begins with the label of one fact and states another's; and a
link whose words are the label of one, or the title of a section, and that leads to another.

Each link agrees with its fact, so no other rule sees rows whose periods have changed places. The label has to be the
words of an entry of the same file, in that language; a row that also links to its own entry compares the two. A row
that began with its entry's label is held to it (`check_renamed_rows`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from inforce.model.facts import FactKind, Facts, fact_at, labels
from inforce.model.text import Heading, Inline, Leaf, Link, Place, Section, Table, placed_links
from inforce.model.text import words as words_of
from inforce.model.values import in_language
from inforce.problems import Location, Problem, Severity, problem

_SPACELESS = re.compile(r"[\u30a0-\u30ff\u3400-\u9fff]+")
"""Runs of katakana or Han, that words are made of in Japanese."""
_BEGINNING = 4
"""So many letters of a word are those of its other forms."""
_COLONS = ":："
_AROUND = " .,;:?!\"'“”„«»()「」。"
Line = tuple[str, tuple[str, ...], int]
"""The words that a line begins with, the facts that it links to behind them, and its line in the file."""


def check_swapped_rows(texts: Mapping[str, Mapping[str, Section]], *, facts: Facts, folder: str) -> Iterator[Problem]:
    """F123 of every language. `texts` is language to section id to section."""
    named = [*labels(facts)]
    for language, sections in texts.items():
        called = {path: _plain(in_language(label, language)) for path, label in named}
        entries = {path: label for path, label in called.items() if path.count(".") == 1}
        whose: dict[tuple[str, str], list[str]] = {}
        for path, label in called.items():
            whose.setdefault((_file(path), label), []).append(path)
        for name, section in sections.items():
            file = f"{folder}/{language}/{name}.md"
            for block in section.leaves:
                for words, paths, line in _lines(block):
                    if found := _other(words, paths, entries):
                        values = any(_is_value(facts, path) for path in paths)
                        yield _problem(words, *found, Location(file=file, line=line), values=values)
            for link in (each for each in section.links if each.target.scheme == "fact"):
                if own := _crossed(link, whose):
                    yield _problem_of_link(link, f"the label of {own}", own, _at(link, file))
        yield from _of_titles(sections, f"{folder}/{language}")


def check_renamed_rows(
    before: Mapping[str, Section],
    now: Mapping[str, Section],
    *,
    known: Facts,
    facts: Facts,
    language: str,
    folder: str,
) -> Iterator[Problem]:
    """F123 of lines that began with the label of the entry that they state in the text `before`, and begin `now` with
    words that have none in common with it, while the facts (`known` before) call the entry as they did. The files of
    the sections are `{folder}/{id}.md`."""
    labelled = ({path: _plain(in_language(label, language)) for path, label in labels(each)} for each in (known, facts))
    was, called = labelled
    same = {path: label for path, label in called.items() if path.count(".") == 1 and was.get(path) == label}
    began = {entry for _, entry, words, _ in _stating(before) if same.get(entry) == _plain(words)}
    stays = {entry for _, entry, words, _ in _stating(now) if same.get(entry) == _plain(words)}
    for name, entry, words, line in _stating(now):
        label, other = same.get(entry, ""), _plain(words)
        if (
            entry not in began - stays
            or other in called.values()
            or _telling(label, language) & _telling(words, language)
        ):
            continue
        if _telling(words, language):
            yield problem(
                "F123", Location(file=f"{folder}/{name}.md", line=line), "renamed", entry=entry, words=words.strip()
            )


def _stating(sections: Mapping[str, Section]) -> Iterator[tuple[str, str, str, int]]:
    """The lines that link to one entry alone: the section, the entry, the words that the line begins with, its line."""
    for name, section in sections.items():
        for block in section.leaves:
            for words, paths, line in _lines(block):
                entries = {".".join(path.split(".")[:2]) for path in paths}
                if len(entries) == 1:
                    yield name, entries.pop(), words, line


def _telling(words: str, language: str) -> frozenset[str]:
    """What two wordings of one thing have in common: the beginnings of words that are not mere grammar; two signs of a
    script that writes no spaces."""
    from inforce.rules.readings.tables import table_for  # loads tables of many languages

    table, folded = table_for(language), _plain(words)
    small = table.small_words if table else frozenset()
    spaceless = [run[at : at + 2] for run in _SPACELESS.findall(folded) for at in range(len(run) - 1)]
    spaced = re.findall(r"\w+", _SPACELESS.sub(" ", folded))
    return frozenset([*spaceless, *(word[:_BEGINNING] for word in spaced if word not in small and len(word) > 1)])


def _of_titles(sections: Mapping[str, Section], folder: str) -> Iterator[Problem]:
    """Links whose words are the title of another section than the one they lead to."""
    whose: dict[str, list[str]] = {}
    inside = {id: name for name, section in sections.items() for id in (name, *(each[0] for each in section.ids()))}
    for name, section in sections.items():
        for leaf in section.leaves:
            if isinstance(leaf, Heading) and (leaf.id or leaf.level == 1):
                whose.setdefault(_title(leaf.children), []).append(leaf.id or name)
    for name, section in sections.items():
        for link in (each for each in section.links if each.target.scheme == "section"):
            target, own = link.target.value, whose.get(_title(link.children), [])
            related = any(target in (one, inside[one]) or inside.get(target) == one for one in own)
            if own and target in inside and not related:
                yield _problem_of_link(
                    link, f"the title of the section {own[0]}", own[0], _at(link, f"{folder}/{name}.md")
                )


def _title(children: tuple[Inline, ...]) -> str:
    return _plain(words_of(children, line_break=" ").replace("’", "'")).strip(_AROUND)


def _at(link: Link, file: str) -> Location:
    return Location(file=file, line=link.at.line, column=link.at.column)


def _crossed(link: Link, whose: Mapping[tuple[str, str], Sequence[str]]) -> str | None:
    """The fact of the same file whose label the words of a link are, where the link goes to another one. `whose` are
    the facts with a label, by file and label."""
    path = link.target.value
    own = whose.get((_file(path), _plain(words_of(link.children, line_break=" "))), ())
    related = any(f"{path}.".startswith(f"{each}.") or f"{each}.".startswith(f"{path}.") for each in own)
    return None if related or not own else own[0]


def _other(words: str, paths: tuple[str, ...], entries: Mapping[str, str]) -> tuple[str, str] | None:
    """The entry whose label these words are, and the one of the same file that is linked to in its place."""
    linked = dict.fromkeys(".".join(path.split(".")[:2]) for path in paths)
    own = [entry for entry, label in entries.items() if linked and label == _plain(words)]
    others = [entry for entry in linked if entry in entries and _file(entry) in map(_file, own)]
    return (own[0], others[0]) if others and not linked.keys() & set(own) else None


def _is_value(facts: Facts, path: str) -> bool:
    fact = fact_at(facts, path)
    return fact is not None and fact.kind is FactKind.VALUE


def _problem(words: str, own: str, other: str, where: Location, *, values: bool) -> Problem:
    """A line that states a value of another is open: a name or a thing may be of both."""
    return problem(
        "F123",
        where,
        "label",
        level=Severity.OPEN if values else Severity.HINT,
        words=words.strip(),
        own=own,
        other=other,
    )


def _problem_of_link(link: Link, what: str, whose: str, where: Location) -> Problem:
    said = " ".join(words_of(link.children, line_break=" ").split())
    return problem("F123", where, "link", said=said, what=what, target=link.target.value, whose=whose)


def _lines(block: Leaf) -> Iterator[Line]:
    if not isinstance(block, Table):
        for text, places in placed_links(block):
            before = text[: places[0].start].rstrip() if places else ""
            if before.endswith(tuple(_COLONS)):
                yield before.rstrip(_COLONS), _facts(places), block.at.line
        return
    cells = iter(placed_links(block))
    for row in block.rows:
        (first, _), *others = (next(cells) for _ in row)
        line = row[0].at.line
        yield first, tuple(path for _, places in others for path in _facts(places)), line


def _facts(places: tuple[Place, ...]) -> tuple[str, ...]:
    return tuple(place.link.target.value for place in places if place.link.target.scheme == "fact")


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _file(entry: str) -> str:
    return entry.partition(".")[0]

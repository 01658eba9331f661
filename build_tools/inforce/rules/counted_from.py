"""F125: words that let a period run from another start than the fact that they link to.

A period of retention is two values: how long, and from when. Only the first is linked. So the other is held to the
fact's `after` where words stand for nothing else: a cell of the same row, and what follows the link at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inforce.model.facts import Facts
from inforce.model.languages import own
from inforce.model.text import Link, Place, Section, Table, placed_links
from inforce.problems import Location, Problem, problem
from inforce.reader.findings import quoted
from inforce.rules.languages import language_name

_ANOTHER = "\ufffc"
"""What stands for the link to another fact."""
_Cells = list[tuple[str, tuple[Place, ...]]]


def check_counted_from(texts: Mapping[str, Mapping[str, Section]], *, facts: Facts, folder: str) -> Iterator[Problem]:
    """F125 of every language. `texts` is language to section id to section, whose files are
    `{folder}/{language}/{id}.md`."""
    for language, sections in texts.items():
        starts = dict(_starts(facts, language))
        for name, section in sections.items() if starts else ():
            file = f"{folder}/{language}/{name}.md"
            for block in section.leaves:
                if isinstance(block, Table):
                    yield from _in_table(block, starts, language, file)
                else:
                    for text, places in placed_links(block, line_break=" "):
                        yield from _in_words(text, places, starts, language, file)


def _starts(facts: Facts, language: str) -> Iterator[tuple[str, str]]:
    """From when each period runs, by the path of its entry."""
    for name, kept in facts.retention.items():
        after = kept.after or getattr(facts.retention.get(kept.same_as or ""), "after", None) or {}
        if said := own(after, language):
            yield f"retention.{name}", said


def _in_words(
    text: str, places: tuple[Place, ...], starts: Mapping[str, str], language: str, file: str
) -> Iterator[Problem]:
    from inforce.rules.readings.starts import is_same_start, start_beside  # loads tables of many languages

    for place, path in _periods(places, starts):
        others = [one for one in places if one is not place and one.link.target.scheme == "fact"]
        before, behind = (_with_marks(text, others, *span) for span in ((0, place.start), (place.end, len(text))))
        said = start_beside(before, behind, language)
        if said and not is_same_start(said, starts[path], language):
            yield _problem(said, path, starts[path], language, Location(file=file, line=place.link.at.line))


def _in_table(table: Table, starts: Mapping[str, str], language: str, file: str) -> Iterator[Problem]:
    from inforce.rules.readings.starts import is_only_start, start_of_cell  # loads tables of many languages

    cells = iter(placed_links(table, line_break=" "))
    rows = [[next(cells) for _ in row] for row in table.rows]
    known = [(row, path) for row in rows[1:] if (path := _of_row(row, starts))]
    columns = {
        at for row, path in known for at, (text, _) in enumerate(row) if is_only_start(text, starts[path], language)
    }
    lines = {id(row): cell.at.line for row, (cell, *_) in zip(rows, table.rows, strict=True)}
    for row, path in known:
        for at, (text, places) in enumerate(row):
            said = None if any(_facts(places)) else start_of_cell(text, language, of_starts=at in columns)
            if said and not is_only_start(said, starts[path], language):
                yield _problem(said, path, starts[path], language, Location(file=file, line=lines[id(row)]))
        for text, places in row:
            yield from _in_words(text, places, starts, language, file)


def _of_row(row: _Cells, starts: Mapping[str, str]) -> str | None:
    """The period that a row is about, where it links to just one."""
    linked = {_entry(link) for _, places in row for link in _facts(places) if _entry(link).startswith("retention.")}
    return next(iter(linked)) if len(linked) == 1 and linked <= starts.keys() else None


def _periods(places: tuple[Place, ...], starts: Mapping[str, str]) -> Iterator[tuple[Place, str]]:
    for place in places:
        if place.link.target.scheme == "fact" and (path := _entry(place.link)) in starts:
            yield place, path


def _facts(places: tuple[Place, ...]) -> Iterator[Link]:
    return (place.link for place in places if place.link.target.scheme == "fact")


def _entry(link: Link) -> str:
    return ".".join(link.target.value.split(".")[:2])


def _with_marks(text: str, others: list[Place], start: int, end: int) -> str:
    """A part of a text in which links to other facts are one sign each."""
    parts, at = [], start
    for one in others:
        if start <= one.start and one.end <= end:
            parts += [text[at : one.start], _ANOTHER]
            at = one.end
    return "".join((*parts, text[at:end]))


def _problem(said: str, path: str, agreed: str, language: str, where: Location) -> Problem:
    return problem(
        "F125",
        where,
        about=path,
        language=language_name(language),
        path=path,
        said=quoted(" ".join(said.split()), 60),
        agreed=quoted(agreed),
    )

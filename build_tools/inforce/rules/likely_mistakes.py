"""Rules for what is plain words to the grammar and was surely meant as something else: pasted from elsewhere, mostly.

They look at the working text alone: what was released stays as it is, but that a number was typed in a heading is
told of a record too, as a point that is open. None of them is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise, takewhile, zip_longest

from inforce.model.config import SectionPlace
from inforce.model.facts import Facts, all_facts
from inforce.model.text import Clause, Emphasis, Heading, Inline, Leaf, Paragraph, Section, Text, inlines, words
from inforce.model.values import Email, Phone, Url
from inforce.problems import Location, Problem, problem
from inforce.reader.findings import quoted
from inforce.reader.ids import proposed_id
from inforce.reader.labels import follows, gaps, runs, typed_label
from inforce.reader.numbering import number_sections

_NUMBER = re.compile(
    r"(?:§ ?)?(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|[0-9]{1,2}(?:\.[0-9]{1,2})+|[ivxIVX]{1,5}[.)])\s+(?=\S)"
)
_LETTER = re.compile(r"[A-Z][.)]\s+(?=\S)")
_LAST_SIGN = re.compile(r"[.)](?=[^.)]*$)")
_BULLET = re.compile(r"\s*([•‣▪●○◦∙·])\s")
_DASH = re.compile(r"\s*([–—])\s")
_BEFORE_LIST = re.compile(r"[:;.]\s*$")
_BREAK = re.compile(r"\\$|  $")
_TARGET = re.compile(r"(?<=\])\([^()]*\)")
_MARKUP = re.compile(r"^[\s\[*]+")
_GOES_ON = re.compile(r"[.,;:!?\u2013-]\s*$")
_FIGURE, _FEWEST_FIGURES = re.compile(r"\d"), 6
_SHORT, _FEW_LINES = 45, 3
"""Characters of a line, and lines, that an address has."""
_ADDRESS = re.compile(
    r"(?P<mail>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)|(?P<page>(?:https?://|www\.)[^\s<>()\[\]]*[^\s<>()\[\].,;:!?])"
)


def check_likely_mistakes(
    sections: Mapping[str, Section],
    *,
    order: tuple[SectionPlace, ...],
    folder: str,
    addresses: Mapping[str, str],
    region: str | None = None,
) -> tuple[Problem, ...]:
    """M201 to M204 of one language's sections, whose files are `{folder}/{id}.md`. `addresses` are those of the
    facts (see `addresses_of`); `region` is the country whose telephone numbers are written without +."""
    problems = [*check_typed_numbers(sections, order=order, folder=folder)]
    for name, section in sections.items():
        file, lines = f"{folder}/{name}.md", section.source.split("\n")
        for block, below in zip_longest(section.leaves, section.leaves[1:]):
            end = below.at.line - 1 if below else len(lines)
            if isinstance(block, Paragraph | Clause) and (told := _run_together(block.at.line, lines[:end], file)):
                problems += told
            elif isinstance(block, Paragraph | Clause) and not block.path:
                problems += _set_apart(block.at.line, lines, file)
            for found in _addresses(block, region):
                problems.append(_not_linked(*found, addresses, _where(found[0], block.at.line, lines, file)))
        for run in runs(section.leaves):
            if len(run.labels) > 2 or ")" in run.style:  # "A. Smith …" and "C. Jones …" are initials
                problems += (_left_out(*found, file) for found in gaps(run))
    return tuple(problems)


def _left_out(leaf: Paragraph, label: str, before: str, file: str) -> Problem:
    """M204: what was typed as a list and lacks a point."""
    return problem(
        "M204",
        Location(file=file, line=leaf.at.line, column=leaf.at.column),
        label=quoted(label),
        before=quoted(before),
    )


def check_typed_numbers(
    sections: Mapping[str, Section], *, order: tuple[SectionPlace, ...], folder: str
) -> Iterator[Problem]:
    """M201 alone, which is open where the others are hints. What belongs to a section without a number may have any."""
    numbered = number_sections(order, sections, ())
    headings = [
        (name, leaf)
        for name, section in sections.items()
        if name in numbered
        for leaf in section.leaves
        if isinstance(leaf, Heading)
    ]
    typed = [found for _, leaf in headings if leaf.level == 1 and (found := _LETTER.match(words(leaf.children)))]
    letters = len(typed) > 1 and all(one[0] < other[0] for one, other in pairwise(typed))
    for name, heading in headings:
        said = words(heading.children)
        found = _NUMBER.match(said) or (_LETTER.match(said) if letters else None)
        source = sections[name].source.split("\n")[heading.at.line - 1] if found else ""
        at = source.find(found[0].strip()) if found else -1
        if found is None or at < 0 or re.search(r"[^\W_]", source[:at]):  # escaped: it belongs to the words
            continue
        where = Location(file=f"{folder}/{name}.md", line=heading.at.line, column=at + 1)
        if heading.level == 1 or heading.id is None or heading.id in numbered:
            has_own = heading.level == 1 or heading.id is not None
            yield _typed_number(found[0], said, source, where, has_own=has_own, letters=letters)


def _typed_number(typed: str, said: str, source: str, where: Location, *, has_own: bool, letters: bool) -> Problem:
    """M201: a number typed before the words of a heading, which get one made."""
    number, bare = typed.strip(), said.removeprefix(typed)
    message = f"the number {quoted(number)} is typed in this heading; the page makes the numbers itself."
    cure = f"Take it out: {quoted(source.replace(typed, '', 1), 80)}."
    if not has_own:
        message = f"the number {quoted(number)} is typed in this heading, which has no id and so no number of its own."
        cure = f"Write `[{bare}](id:{proposed_id(bare) or 'a-name'})`, and the page makes the number."
    if number[0].isalpha():
        style = re.sub("[A-Za-z]+", "A" if letters else "I", number)
        cure += f' Letters and Roman numerals are made where policy.yml has them, as in `numbering: ["{style}"]`.'
    return problem("M201", where, cure=cure, escaped=_LAST_SIGN.sub(_escaped, number), message=message)


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def _run_together(first: int, lines: list[str], file: str) -> list[Problem]:
    """M202: lines that were a list elsewhere, and are one paragraph here."""
    before = None
    for number in range(first, len(lines) + 1):
        line = lines[number - 1]
        if not line.strip():
            return []
        bullet, label = _BULLET.match(line) or _dashed(first, number, lines), typed_label(line)
        if bullet:
            message = f"{quoted(bullet[1])} is not a sign for a list: on the page these lines run into one paragraph."
            remedy = "Begin each line with `- ` in its place, and leave an empty line before the first."
        elif label and before and follows(before, label):
            message = f"the lines that begin with {quoted(before)} and {quoted(label)} run into one paragraph."
            remedy = "Leave an empty line between them, or end each with a backslash; `- ` before each makes a list."
        else:
            before = None if _BREAK.search(line) else label or before
            continue
        where = Location(file=file, line=number, column=1)
        return [problem("M202", where, message=message, remedy=remedy)]
    return []


def _dashed(first: int, number: int, lines: list[str]) -> re.Match[str] | None:
    """The dash that begins this line where it makes a list: the next line begins with one too, and what stands before
    is finished. Words that an editor has wrapped may have a dash at the start of a line, or of two."""
    begins = number == first or _BEFORE_LIST.search(lines[number - 2])
    more = number < len(lines) and _DASH.match(lines[number])
    return _DASH.match(lines[number - 1]) if begins and more else None


def _set_apart(first: int, lines: list[str], file: str) -> Iterator[Problem]:
    """M202: short lines that were typed below one another, as an address is, and run into one on the page. Lines that
    an editor has wrapped are told apart: they are as long as their neighbours let them be."""
    body = list(takewhile(str.strip, lines[first - 1 :]))
    width = max(map(len, lines))
    short = all(len(_TARGET.sub("", line)) <= _SHORT for line in body)
    if len(body) < _FEW_LINES or not short or any(map(_BREAK.search, body)):
        return
    for line, below in pairwise(body):
        start = _MARKUP.sub("", below)[:1]
        if _GOES_ON.search(line) or not (start.isupper() or start.isdigit()):
            return
        if len(line) + 1 + len(below.split()[0]) > width:
            return
    if any(any(char.isdigit() for char in _TARGET.sub("", line)) for line in body):
        yield problem(
            "M202", Location(file=file, line=first, column=1), "lines", lines=len(body), first=quoted(body[0])
        )


def _addresses(leaf: Leaf, region: str | None) -> Iterator[tuple[str, str]]:
    """Addresses among the words of a leaf that no link holds, and what each would lead to."""
    for pieces in inlines(leaf):
        for text in _unlinked(pieces):
            if "@" in text or "://" in text or "www." in text:
                for found in _ADDRESS.finditer(text):
                    yield found[0], f"mailto:{found[0]}" if found["mail"] else ""
            if len(_FIGURE.findall(text)) >= _FEWEST_FIGURES:
                yield from _numbers(text, region)


def _numbers(text: str, region: str | None) -> Iterator[tuple[str, str]]:
    """Telephone numbers with +, and those that a country writes without it, grouped as it groups them."""
    from inforce.rules.readings.phones import national_in, read_phones  # loads the numbers of all countries

    found = {number: said for said, number in (*read_phones(text, None), *national_in(text, region))}
    yield from ((said, f"tel:{number}") for number, said in found.items())


def _unlinked(children: tuple[Inline, ...]) -> Iterator[str]:
    for child in children:
        if isinstance(child, Text):
            yield child.text
        elif isinstance(child, Emphasis):
            yield from _unlinked(child.children)


def _not_linked(said: str, leads: str, known: Mapping[str, str], where: Location) -> Problem:
    if path := known.get(_bare(leads.removeprefix("tel:") if leads.startswith("tel:") else said)):
        cure = f"Write [{said}](fact:{path}), so that it is compared with the fact."
    elif leads:
        cure = f"Write [{said}]({leads}), or put it into the facts and link it there."
    else:
        cure = f"Put the address into links.yml and write [{said}](link:NAME)."
    what = {"mailto": "e-mail address", "tel": "telephone number"}.get(leads.partition(":")[0], "web address")
    return problem("M203", where, what=what, said=quoted(said), remedy=cure)


def addresses_of(facts: Facts) -> dict[str, str]:
    """The addresses of the facts, in their shortest form, each with the path that binds it."""
    return {
        _bare(str(address)): fact.path
        for fact in all_facts(facts)
        if isinstance(fact.value, Email | Phone | Url)
        for address in (fact.value.each if isinstance(fact.value, Url) else (fact.value,))
    }


def _bare(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|^www\.", "", address.lower()).rstrip("/")


def _where(said: str, first: int, lines: list[str], file: str) -> Location:
    for number in range(first, len(lines) + 1):
        if (at := lines[number - 1].find(said)) >= 0:
            return Location(file=file, line=number, column=at + 1)
    return Location(file=file, line=first)

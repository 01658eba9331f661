"""T110 for links: a translation leads to another section, or gives another address to write to or to call, than the
prevailing text.

Languages may say a link once more, or once less, and in another order; rows of a table and points of a list may be
sorted anew. So a text is held to the other where each of them leads somewhere that the other does not. Web addresses
are left out: many a site has one for each language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from inforce.model.text import Cell, Leaf, Section, placed_links
from inforce.problems import Location, Problem, problem
from inforce.reader.findings import quoted
from inforce.rules.languages import language_name, listed

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_OWN = "If each language has its own, give that as the reason when you release."


def check_same_targets(
    source: Mapping[str, Section], texts: Mapping[str, Section], *, leading: str, language: str, folder: str
) -> Iterator[Problem]:
    """T110: the sections of a translation (section id to section, whose files are `{folder}/{id}.md`) with links to
    other sections, e-mail addresses or telephone numbers than the prevailing text has there."""
    known = {*source, *(id for section in source.values() for id, _, _ in section.ids())}
    for name in source.keys() & texts.keys():
        pairs = [(source[name].leaves, texts[name].leaves), *_aligned(source[name].leaves, texts[name].leaves)]
        for scheme in ("section", "mailto", "tel"):
            for there, here in pairs:
                theirs, ours = _targets(there, scheme), _targets(here, scheme)
                if (lost := _beyond(theirs, ours)) and (found := _beyond(ours, theirs)):
                    if scheme == "section" and not known.issuperset((*found, *lost)):
                        break  # one leads nowhere, which is told
                    line = next(iter(found.values()))
                    yield problem(
                        "T110",
                        Location(file=f"{folder}/{name}.md", line=line),
                        "other target",
                        language=language_name(language),
                        found=_called(found, scheme),
                        leading=language_name(leading),
                        lost=_called(lost, scheme),
                        remedy="Correct whichever is wrong." + (f" {_OWN}" if scheme != "section" else ""),
                    )
                    break


def _aligned(there: Sequence[Leaf], here: Sequence[Leaf]) -> Iterator[tuple[Sequence[Leaf], Sequence[Leaf]]]:
    """The blocks of two texts that stand side by side, and are not sorted anew."""
    if [(type(one), len(one.path)) for one in there] == [(type(one), len(one.path)) for one in here]:
        yield from (
            ([one], [two]) for one, two in zip(there, here, strict=True) if not one.path and not isinstance(one, Cell)
        )


def _targets(leaves: Sequence[Leaf], scheme: str) -> list[tuple[str, int]]:
    """Where leaves lead, each with its line; addresses once."""
    found: list[tuple[str, int]] = []
    for leaf in leaves:
        for text, places in placed_links(leaf):
            links = [place.link for place in places if place.link.target.scheme == scheme]
            found += [(_same(link.target.value, scheme), link.at.line) for link in links]
            if scheme == "mailto":
                of_facts = [text[place.start : place.end] for place in places if place.link.target.scheme == "fact"]
                said = (each for each in _EMAIL.findall(text) if not any(each in words for words in of_facts))
                found += [(each.casefold(), leaf.at.line) for each in said]
    return found if scheme == "section" else list({value: (value, line) for value, line in found}.values())


def _same(value: str, scheme: str) -> str:
    """A target in one form: without the subject of a letter, and the signs between figures."""
    address = unquote(value.partition(":")[2] if value.startswith(f"{scheme}:") else value)
    if scheme == "mailto":
        return address.partition("?")[0].casefold()
    return re.sub(r"[^\d+]", "", address.partition(";")[0]) if scheme == "tel" else value


def _beyond(some: list[tuple[str, int]], others: list[tuple[str, int]]) -> dict[str, int]:
    """What some have and others have not, or less often, with its line."""
    more = Counter(value for value, _ in some) - Counter(value for value, _ in others)
    return {value: line for value, line in some if value in more}


def _called(targets: Mapping[str, int], scheme: str) -> str:
    names = listed(quoted(target) for target in targets)
    return f"section {names}" if scheme == "section" else names

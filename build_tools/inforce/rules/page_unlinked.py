"""F109 for pages of the handbook: words that stand where a fact was linked in the base branch, and are no link now.

Nothing would hold "9 years" to the facts where "[7 years](fact:retention.loans)" was. A page is read as
Markdown only so far as links and blocks go; where it links the fact as often as before, however that is written,
nothing is told, nor where words stand there that state nothing of the kind: a handbook may say less than a policy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from inforce.model.facts import VERSION_EFFECTIVE, Facts, Unknown, fact_at
from inforce.model.leaf import Nothing
from inforce.model.values import FactValue
from inforce.problems import Location, Problem
from inforce.rules.page_links import without_code
from inforce.rules.unlinked import Passage, in_place, is_free_to_go, no_longer_linked, pieces

_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\](?:\(\s*<?([^()\s<>]*)[^()]*\)|\[([^\[\]]*)\])")
_DEFINED = re.compile(r"^ {0,3}\[([^\[\]]+)\]:\s*<?(\S+?)>?(?:\s|$)", re.MULTILINE)
_BLOCK = re.compile(r"(?:^[^\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
_FACT = re.compile(r"fact:([\w.-]*\w)")


def check_pages_unlinked(
    before: Mapping[str, bytes], now: Mapping[str, bytes], facts: Facts, languages: Sequence[str]
) -> Iterator[Problem]:
    """The pages of the base branch that are otherwise here, by their path; `now` has those that are here. Pages are in
    one of the `languages`."""
    for path, data in before.items():
        if path not in now or b"fact:" not in data:
            continue
        old, new = (without_code(each.decode("utf-8", "replace")) for each in (data, now[path]))
        passages = [*_passages(old, path)]
        for _, fact, said, line in in_place(passages, [*_passages(new, path)]):
            known = fact_at(facts, fact)
            if _FACT.findall(new).count(fact) >= _FACT.findall(old).count(fact) or (known and is_free_to_go(known)):
                continue
            linked = ((one.text[start:end], name) for one in passages for start, end, name in one.linked)
            was = next(words for words, name in linked if name == fact)
            if said != " ".join(was.split()) and not (known and _states(said, known.value, languages)):
                continue
            gone = known is None and fact != VERSION_EFFECTIVE
            told = no_longer_linked(Location(file=path, line=line), fact, was, said, gone)
            cure = f"Write [{was[:60]}](fact:{fact}), and mend the fact if it has changed."
            yield replace(told, remedy="Take out the words." if gone else cure)


def _states(said: str, like: FactValue | Nothing | Unknown, languages: Sequence[str]) -> bool:
    """Whether words state a value as a fact has it; any words may be a name."""
    from inforce.rules.readings.passages import values_in  # the tables of many languages are loaded where they are used

    if isinstance(like, Nothing | Unknown):
        return False
    return isinstance(like, str | Mapping) or any(any(values_in(said, like, language)) for language in languages)


def _passages(source: str, path: str) -> Iterator[Passage]:
    defined = {name.casefold(): target for name, target in _DEFINED.findall(source)}
    for block in _BLOCK.finditer(source):
        parts, linked, at, length = list[str](), list[tuple[int, int, str]](), 0, 0
        for found in _LINK.finditer(block[0]):
            words, target, name = found.groups()
            target = defined.get((name or words).casefold(), "") if target is None else target
            parts += [block[0][at : found.start()], words]
            length += found.start() - at
            if target.startswith("fact:"):
                linked.append((length, length + len(words), target.removeprefix("fact:")))
            at, length = found.end(), length + len(words)
        text = "".join((*parts, block[0][at:]))
        line = source.count("\n", 0, block.start()) + 1
        yield Passage(path, text, tuple(linked), line, source, pieces(text))

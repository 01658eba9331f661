"""The mends, one rule after another until none finds anything: a text mended once is not mended again.

A rule's edits stand only where the text says the same afterwards (`said`); one that would change a word is left out.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from inforce.reader.blocks import read_blocks
from inforce.reader.findings import Findings
from inforce.reader.section import read_section
from inforce.reader.wording import wording_digest
from inforce.tidy.links import named_target
from inforce.tidy.options import Options
from inforce.tidy.page import Edit, Mends, Page
from inforce.tidy.proof import Said, said
from inforce.tidy.rules import RULES, Rule

MOST_TRIED = 500
"""Mends of one rule that are tried one by one where they don't stand together."""
MOST_ROUNDS = 12
"""A mend may make another one possible; real texts need three rounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidied:
    """A text after its mends."""

    text: str
    made: Mapping[str, int]
    """How often each rule mended something, by its name."""
    changes_digest: bool
    """Whether the text could be read before, and its words were then other ones for the digest `w1`."""
    named: Mapping[str, str] = field(default_factory=dict)
    """The relative addresses that links had, by the names for `links.yml` that they have now."""


def tidy(source: str, options: Options, language: str = "en") -> Tidied:
    """Mend all that is harmless in a text."""
    before, problems = read_section(source, id=options.id, file="", language=language)
    text = _Text(before.source, language)
    made, named = Counter[str](), dict[str, str]()
    for _ in range(MOST_ROUNDS):
        mended = text
        for rule in RULES:
            was = mended
            mended, count = _mend(was, rule, options)
            if count:
                made[rule.name] += count
            if count and rule.leads is named_target:
                now = zip(mended.said.targets, was.said.targets, strict=True)
                named |= {new.removeprefix("link:"): old for new, old in now if new != old}
        if mended.source == text.source:
            break
        text = mended
    source = text.source
    changes = not problems and source != before.source and digest(source, language) != digest(before.source, language)
    return Tidied(text=source, made=dict(made), changes_digest=changes, named=named)


def digest(text: str, language: str) -> str:
    """The `w1` digest of a normalised text."""
    return wording_digest(read_blocks(text, Findings(""), language))


class _Text:
    """A text between two mends, read once for all rules that leave it."""

    def __init__(self, source: str, language: str) -> None:
        self.source = source
        self._language = language

    @cached_property
    def page(self) -> Page:
        return Page(self.source, self._language)

    @cached_property
    def said(self) -> Said:
        return said(self.source)

    def mended(self, mends: Iterable[tuple[Edit, ...]]) -> _Text:
        return _Text(applied(self.source, mends), self._language)


def _mend(text: _Text, rule: Rule, options: Options) -> tuple[_Text, int]:
    found = apart(rule.find(text.page, options))
    if not found:
        return text, 0
    mended = text.mended(found)
    if not rule.words or _same(text.said, mended.said, rule, options):
        return mended, len(found)
    if len(found) > MOST_TRIED:
        return text, 0
    kept = [mend for mend in found if _same(text.said, text.mended([mend]).said, rule, options)]
    mended = text.mended(kept)
    return (mended, len(kept)) if kept and _same(text.said, mended.said, rule, options) else (text, 0)


def _same(before: Said, after: Said, rule: Rule, options: Options) -> bool:
    return (
        before.words == after.words
        and (not rule.targets or _led(before.targets, after.targets, rule, options))
        and (not rule.shape or before.shape == after.shape)
    )


def _led(before: Sequence[str], after: Sequence[str], rule: Rule, options: Options) -> bool:
    """Whether every link goes where it went, or where the rule may lead it."""
    if before == after or rule.leads is None:
        return before == after
    return len(before) == len(after) and all(
        new == old or new == rule.leads(old, options) for old, new in zip(before, after, strict=True)
    )


def apart(found: Mends) -> list[tuple[Edit, ...]]:
    """The mends without those that meet an earlier one: the next round finds them again."""
    kept: list[tuple[Edit, ...]] = []
    spans: list[tuple[int, int]] = []
    for mend in found:
        edits = mend if isinstance(mend, tuple) else (mend,)
        places = [(edit.start, edit.end) for edit in edits]
        if not any(_meet(spans, place) for place in places):
            kept.append(edits)
            for place in places:
                insort(spans, place)
    return kept


def _meet(spans: Sequence[tuple[int, int]], place: tuple[int, int]) -> bool:
    """Whether a place overlaps one of these, which are apart and in order."""
    at = bisect_left(spans, place)
    if at < len(spans) and spans[at] == place:
        return True
    before = spans[at - 1][1] if at else 0
    after = spans[at][0] if at < len(spans) else place[1]
    return before > place[0] or after < place[1]


def applied(text: str, mends: Iterable[tuple[Edit, ...]]) -> str:
    """The text after mends that are apart."""
    parts: list[str] = []
    at = 0
    for edit in sorted((edit for mend in mends for edit in mend), key=lambda edit: (edit.start, edit.end)):
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join([*parts, text[at:]])

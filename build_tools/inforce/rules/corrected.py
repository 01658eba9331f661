"""D124: new corrections that change what the prevailing text says, by more than a slip of writing; open where a word
that denies comes or goes, in any language.

A correction holds at once, without notice, for everybody who agreed to the version. So whoever reviews one is shown
the words that come and go; a spelling, a comma, a capital or a word that stood twice is no change of words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from inforce.model.text import Parse, Section
from inforce.model.version import Amendment, AmendmentType
from inforce.problems import Problem, Severity, problem
from inforce.reader.findings import quoted
from inforce.reader.records.version import VersionRecords, version_after
from inforce.reader.wording import wording
from inforce.rules.reversed_meaning import Change, is_turned, turned_bounds

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that leave no space between words: each sign counts for itself."""
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s]")
_GAP = re.compile(rf"(?<=[{_UNSPACED}]) (?=[{_UNSPACED}])")
_SHORTEST = 5
"""Letters of a word in which one letter is a slip: of shorter ones one letter makes another word (now, not)."""
_MOST_TOLD, _MOST_QUOTED = 4, 160
_MOST_COMPARED = 4000
"""Words of a place that are compared one by one; a longer one is quoted from its beginning."""

Words = tuple[str, ...]
Changes = dict[tuple[str, str], list[Change]]


def check_corrected(versions: Sequence[VersionRecords], *, settled: frozenset[str], parse: Parse) -> Iterator[Problem]:
    """D124 for each correction that is not `settled`."""
    for released in versions:
        for position, state in enumerate(released.history):
            file = f"{released.folder}/{state.file}"
            record = state.record
            if file in settled or not isinstance(record, Amendment) or record.type is not AmendmentType.CORRECTION:
                continue
            found, bounds = _changes(released, position, parse)
            leading = released.manifest.authoritative_language
            turned = [place for place, each in found.items() if place in bounds or is_turned(each, place[0])]
            told = [
                f"{name if language == leading else f'{language}/{name}'}: {_words(change)}"
                for (language, name), each in found.items()
                if language == leading or (language, name) in turned
                for change in each
            ]
            if told:
                more = len(told) - _MOST_TOLD
                what = "; ".join(told[:_MOST_TOLD]) + (f"; and {more} more" if more > 0 else "")
                yield problem("D124", file, level=Severity.OPEN if turned else Severity.HINT, what=what)


def _changes(released: VersionRecords, position: int, parse: Parse) -> tuple[Changes, set[tuple[str, str]]]:
    """What a correction changes in each language and section, those of the prevailing text first; and where it says the
    contrary of an amount."""
    before, now = (version_after(released, each) for each in (position - 1, position))
    if before is None or now is None:  # words or facts that cannot be read are told elsewhere
        return {}, set()
    found: Changes = {}
    turned: set[tuple[str, str]] = set()
    digests = released.history[position].record.digests
    for language in sorted(digests, key=lambda one: one != now.authoritative_language):
        for name in digests[language]:
            texts = [each.editions[language].sections.get(name, "") for each in (before, now)]
            old, new = (parse(language, name, text) for text in texts)
            if old is not None and new is not None and (those := [*changes(old, new)]):
                found[language, name] = those
                if any(turned_bounds(old, new, language)):
                    turned.add((language, name))
    return found, turned


def _words(change: Change) -> str:
    gone, come = (quoted(_GAP.sub("", " ".join(each)), _MOST_QUOTED) for each in change)
    if not change[0]:
        return f"{come} comes"
    return f"{gone} becomes {come}" if change[1] else f"{gone} goes"


def changes(old: Section, new: Section) -> Iterator[Change]:
    """The words that go and come, place by place, but for slips."""
    were, are = ([text for _, text in wording(each.leaves)] for each in (old, new))
    blocks = SequenceMatcher(None, were, are, autojunk=False)
    for how, a, b, c, d in blocks.get_opcodes():
        if how != "equal":
            yield from _within(_split(were[a:b]), _split(are[c:d]))


def _split(texts: Sequence[str]) -> Words:
    return tuple(_WORD.findall(" ".join(texts)))


def _within(old: Words, new: Words) -> Iterator[Change]:
    if max(len(old), len(new)) > _MOST_COMPARED:
        yield (old, new)
        return
    matcher = SequenceMatcher(None, [*map(str.casefold, old)], [*map(str.casefold, new)], autojunk=False)
    for how, a, b, c, d in matcher.get_opcodes():
        gone, come = (tuple(filter(_says, each)) for each in (old[a:b], new[c:d]))
        twice = not come and gone in (old[a - len(gone) : a], old[b : b + len(gone)]) and not _digits(gone)
        if how != "equal" and not twice and not _is_slip(gone, come):
            yield (gone, come)


def _says(word: str) -> bool:
    """Whether it is a word, or a sign that says something: of money, of a part, of more and less."""
    return word[0].isalnum() or word[0] in "_%‰" or unicodedata.category(word[0])[0] in "LMNS"


def _digits(words: Words) -> bool:
    return any(char.isdigit() for word in words for char in word)


def _is_slip(gone: Words, come: Words) -> bool:
    """Whether the same words stand there, apart from their spelling, or from where one ends."""
    if "".join(gone).casefold() == "".join(come).casefold():
        return gone == come or not _digits(gone)
    if len(gone) != len(come) or _digits((*gone, *come)):
        return False
    return all(_is_spelling(old.casefold(), new.casefold()) for old, new in zip(gone, come, strict=True))


def _is_spelling(old: str, new: str) -> bool:
    """Whether two words differ in one letter, or in two that have changed places, after their first one."""
    if old == new:
        return True
    if min(len(old), len(new)) < _SHORTEST or old[0] != new[0] or abs(len(old) - len(new)) > 1:
        return False
    start = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    if len(old) == len(new):
        swapped = old[start : start + 2] == new[start : start + 2][::-1] and old[start + 2 :] == new[start + 2 :]
        return swapped or old[start + 1 :] == new[start + 1 :]
    longer, shorter = (old, new) if len(old) > len(new) else (new, old)
    start = min(start, len(shorter))
    return longer[start + 1 :] == shorter[start:]

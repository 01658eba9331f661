"""Labels that are typed at the start of words, `(a)`, `a.`, `i)`: they stay words, and a run of them is recognised.

One label is only words ("A. Smith"). A run is two or more that stand side by side, look alike and begin to count:
paragraphs that are neighbours, or items of one list. Numbers that the page would make by itself are no labels.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from inforce.model.number_style import read_letters, read_roman
from inforce.model.text import Inline, Leaf, ListItem, Paragraph, Path, opened, words

_LABEL = re.compile(r"(?P<before>\(?)(?P<counter>[a-z]{1,5}|[A-Z]{1,5}|[0-9]{1,2})(?P<after>[.)])(?=\s+\S)")


def _digits(text: str) -> int | None:
    return int(text) if text.isdigit() else None


_KINDS: Mapping[str, Callable[[str], int | None]] = MappingProxyType(
    {
        "1": _digits,
        "a": read_letters,
        "A": lambda text: read_letters(text.lower()) if text.isupper() else None,
        "i": read_roman,
        "I": lambda text: read_roman(text.lower()) if text.isupper() else None,
    }
)
"""What a counter may be. "i" is a letter and a numeral, and which one its neighbours tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Leaves that are labelled one after another. `style` is how: "(a)", "i."."""

    style: str
    leaves: tuple[Paragraph, ...]
    labels: tuple[str, ...]
    """As they are typed, with their signs."""
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Label:
    text: str
    before: str
    counter: str
    after: str


def runs(leaves: Sequence[Leaf]) -> tuple[Run, ...]:
    """Every run of labels in the leaves of a section, in order."""
    found: list[Run] = []
    waiting: dict[Path, list[tuple[Paragraph, _Label]]] = {}
    before: Path = ()
    for leaf in leaves:
        _, new = opened(before, leaf.path)
        before = leaf.path
        # Items of one list stand side by side; so do paragraphs, in the text or in an item, as its first one doesn't:
        level = leaf.path[:-1] if new and isinstance(leaf.path[-1], ListItem) else leaf.path
        for path in [path for path in waiting if path != leaf.path[: len(path)]]:
            found += _runs(waiting.pop(path))
        label = _label(leaf.children) if isinstance(leaf, Paragraph) else None
        if isinstance(leaf, Paragraph) and label:
            waiting.setdefault(level, []).append((leaf, label))
        elif level in waiting:
            found += _runs(waiting.pop(level))
    for labelled in waiting.values():
        found += _runs(labelled)
    return tuple(sorted(found, key=lambda run: run.leaves[0].at))


def _label(children: tuple[Inline, ...]) -> _Label | None:
    found = _LABEL.match(words(children[:2])) if children else None
    return _Label(found[0], found["before"], found["counter"], found["after"]) if found else None


def _runs(labelled: Sequence[tuple[Paragraph, _Label]]) -> Iterable[Run]:
    """The runs among labelled neighbours: where the signs change or counting begins anew, another run begins."""
    held: list[tuple[Paragraph, _Label]] = []
    for leaf, label in labelled:
        if held and not _continues([one for _, one in held], label):
            yield from _whole(held)
            held = []
        held.append((leaf, label))
    yield from _whole(held)


def _continues(before: Sequence[_Label], label: _Label) -> bool:
    last = before[-1]
    if (label.before, label.after) != (last.before, last.after):
        return False
    numbers = _count([one.counter for one in before] + [label.counter])
    return numbers is not None


def _whole(held: Sequence[tuple[Paragraph, _Label]]) -> Iterable[Run]:
    counted = _count([label.counter for _, label in held])
    if len(held) < 2 or counted is None:
        return
    kind, numbers = counted
    first = held[0][1]
    yield Run(
        style=f"{first.before}{kind}{first.after}",
        leaves=tuple(leaf for leaf, _ in held),
        labels=tuple(label.text for _, label in held),
        numbers=numbers,
    )


def _count(counters: Sequence[str]) -> tuple[str, tuple[int, ...]] | None:
    """What these count by and the numbers, which rise; the kind with the fewest gaps, one that begins at 1 first."""
    found: list[tuple[int, int, str, tuple[int, ...]]] = []
    for order, (kind, read) in enumerate(_KINDS.items()):
        numbers = [number for counter in counters if (number := read(counter)) is not None]
        if len(numbers) == len(counters) and all(a < b for a, b in pairwise(numbers)):
            if len(numbers) > 1 and numbers[-1] - numbers[0] > 2 * len(numbers) + 2:
                continue  # words, hardly labels
            found.append((numbers[-1] - len(numbers) + (numbers[0] != 1), order, kind, tuple(numbers)))
    if not found:
        return None
    _, _, kind, counted = min(found)
    return kind, counted


def gaps(run: Run) -> Iterator[tuple[Paragraph, str, str]]:
    """Where a run leaves a label out: the paragraph after it, its label, and the one before. A text may cite some
    points of a list, so a gap is for judgement."""
    for leaf, (before, number), (label, after) in zip(
        run.leaves[1:],
        zip(run.labels, run.numbers, strict=True),
        zip(run.labels[1:], run.numbers[1:], strict=True),
        strict=False,
    ):
        if after > number + 1:
            yield leaf, label, before


def typed_label(line: str) -> str | None:
    """The label that a line begins with."""
    found = _LABEL.match(line.lstrip())
    return found[0] if found else None


def follows(before: str, label: str) -> bool:
    """Whether one label comes right after another."""
    first, second = (_LABEL.match(f"{one} x") for one in (before, label))
    if not first or not second or (first["before"], first["after"]) != (second["before"], second["after"]):
        return False
    counted = ((read(first["counter"]), read(second["counter"])) for read in _KINDS.values())
    return any(one is not None and other == one + 1 for one, other in counted)

"""Rule for the amounts that a change note names: what it tells must stand in the facts or in the words, before or now.

Periods, money and percentages alone: a day may be that of a law, and T106 asks about the day of the version itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from inforce.model.config import ChangeNote
from inforce.model.facts import Facts, all_facts
from inforce.model.text import Section, placed_links
from inforce.model.values import Duration, FactValue, Money, Percentage
from inforce.problems import Location, Problem, Severity
from inforce.rules.languages import language_name, listed
from inforce.rules.named_alike import ONE
from inforce.rules.readings.likeness import Amount, is_same, length_of

Texts = Mapping[str, Mapping[str, Section]]
"""Language to section id to section."""
_KINDS = (Duration, Money, Percentage)


def check_note_amounts(
    notes: Iterable[ChangeNote], *, texts: Sequence[Texts], facts: Sequence[Facts], notice: Iterable[int], folder: str
) -> Iterator[Problem]:
    """T111: the amounts of notes that neither the `facts` nor the `texts` have, of the version before and of now; nor
    are they what a fact has grown or shrunk by, or the `notice` of a change in days."""
    known = [*_of_facts(facts), *((Duration, length_of(Duration(days=days))) for days in notice if days)]
    for note in notes:
        for language, words in note.text.items():
            said = [
                each
                for amount, each in _certain(words, language)
                if not any(is_same(amount, one) for one in known)
                and not any(is_same(amount, one) for one in _of_texts(texts, language))
            ]
            if said:
                shown = listed(f'"{each}"' for each in dict.fromkeys(said))
                yield Problem(
                    code="T111",
                    severity=Severity.OPEN,
                    location=Location(file=f"{folder}/{note.slug}.md"),
                    message=f"this change note says {shown} in {language_name(language)}; neither the facts nor the "
                    "text say so, before or now.",
                    remedy="Correct the note. If it is right, give that as the reason when you release.",
                )


def _certain(words: str, language: str) -> Iterator[tuple[Amount, str]]:
    """The amounts that words hold beyond doubt: in figures, or of more than one unit."""
    from inforce.rules.readings.tables import table_for

    table = table_for(language)
    for amount, said in _amounts(words, language):
        figures = any(char.isdecimal() for char in said)
        if amount[0] in _KINDS and table and (figures or (table.spaced and amount[1] not in ONE)):
            yield amount, said


def _of_texts(texts: Sequence[Texts], language: str) -> Iterator[Amount]:
    for languages in texts:
        for section in languages.get(language, {}).values():
            for block in section.blocks:
                for text, _ in placed_links(block, line_break=" "):
                    yield from (amount for amount, _ in _amounts(text, language))


def _of_facts(facts: Sequence[Facts]) -> Iterator[Amount]:
    """The values of facts, what their texts state, and by how much a period or money differs from what it was."""
    values: dict[str, list[FactValue]] = {}
    for each in facts:
        for fact in all_facts(each):
            if isinstance(fact.value, Mapping):
                for language, words in fact.value.items():
                    yield from (amount for amount, _ in _amounts(str(words), language))
            elif isinstance(fact.value, _KINDS):
                values.setdefault(fact.path, []).append(fact.value)
    for old, *later in values.values():
        for value in (old, *later):
            yield _amount(value)
            yield from _difference(old, value)


def _amount(value: FactValue) -> Amount:
    return (type(value), length_of(value) if isinstance(value, Duration) else value)


def _difference(old: FactValue, new: FactValue) -> Iterator[Amount]:
    match old, new:
        case (Duration(), Duration()) if old.length != new.length:
            yield (Duration, tuple(abs(one - other) for one, other in zip(old.length, new.length, strict=True)))
        case Money(), Money():
            yield (Money, Money(amount=abs(old.amount - new.amount), currency=new.currency))
        case Percentage(), Percentage():
            yield (Percentage, Percentage(amount=abs(old.amount - new.amount)))


@lru_cache(maxsize=4096)
def _amounts(words: str, language: str) -> tuple[tuple[Amount, str], ...]:
    """Read once, as each note looks at the same texts."""
    # The readings bring tables of many languages: they are loaded where there is a note.
    from inforce.rules.readings.passages import amounts_said

    return tuple(amounts_said(words, language))

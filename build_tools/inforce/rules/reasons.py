"""What the reason of an amendment says beside what the amendment does. It is frozen with the record, and readers of
every language are shown it: so it is open where it names another day (T106), another version (T106), a section that is
not corrected (T113), or an amount that such a section never stated (T111).

Only what an amendment itself knows is compared. When something else happens, or what another version says, may be told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, timedelta

from inforce.model.text import Parse
from inforce.model.version import Amendment, AmendmentType, ReleasedVersion
from inforce.problems import Location, Problem, Severity, problem
from inforce.reader.findings import quoted
from inforce.rules.change_notes import days_in_force, days_of_end, days_said
from inforce.rules.languages import listed
from inforce.rules.misnamed_days import misnamed_days
from inforce.rules.note_amounts import amounts_not_in
from inforce.rules.note_sections import Numbered, ids_inside, numbered_version, sections_called
from inforce.rules.overtaken import Coming, coming, held_after
from inforce.rules.record_invariants import local_day


def check_reason(
    amendment: Amendment,
    *,
    number: int,
    before: ReleasedVersion,
    now: ReleasedVersion,
    parse: Parse,
    where: Location,
    others: Sequence[Coming] = (),
) -> Iterator[Problem]:
    """The reason of an amendment of this version, which makes of the state `before` the one `now`; `others` are the
    other versions that were known then."""
    from inforce.rules.readings.tables import TABLES  # loads tables of many languages

    yield from _day(amendment, number, before, where)
    if amendment.type is AmendmentType.WITHDRAWAL and (gone := coming([before])) and now.withdrawn is not None:
        yield from _what_holds(amendment.reason, gone[0], now.withdrawn, others, where, now.time_zone)
    yield from _other_version(amendment.reason, number, where)
    for language in TABLES:
        yield from misnamed_days(amendment.reason, language, where, Severity.OPEN, about="reason")
    if amendment.type is AmendmentType.CORRECTION:
        both = (numbered_version(before, parse), numbered_version(now, parse))
        yield from _sections(amendment, both, where)


def _day(amendment: Amendment, number: int, before: ReleasedVersion, where: Location) -> Iterator[Problem]:
    """T106 of an amendment that sets a day, where the site is: of a withdrawal without one, today."""
    zone = before.time_zone
    ends = amendment.type is AmendmentType.WITHDRAWAL
    at = amendment.effective_from or (amendment.recorded if ends else None)
    if at is not None and (day := local_day(at, zone)):
        was = local_day(before.effective_from, zone) if before.effective_from else None
        yield from check_reason_date(amendment.reason, day, where, ends=ends, number=number, was=was)


def check_reason_date(
    reason: str,
    effective: date,
    where: Location,
    *,
    ends: bool = False,
    number: int | None = None,
    was: date | None = None,
) -> Iterator[Problem]:
    """T106 for the reason of an amendment, in whatever language, that says that something holds from other days only
    than `effective`, which the amendment sets; where it `ends` a version, that it is withdrawn then, or holds until
    then. It may tell the day that was meant before (`was`), beside the new one. It is open where it says so of this
    version, `number`, or of the text."""
    said_of = days_of_end if ends else days_in_force
    from inforce.rules.readings.tables import TABLES  # loads tables of many languages

    days = {day: said for language in TABLES for day, said in said_of(reason, language)}
    certain = {} if ends else {day: said for language in TABLES for day, said in _days_set(reason, language)}
    days |= certain
    certain |= {
        day: said
        for language in TABLES
        for day, said, around in days_said(reason, language)
        if day in days and day != was and _is_of_this(around, language, number)
    }
    if days and not days.keys() & {effective, effective - timedelta(days=1) if ends else effective}:
        said = listed(quoted(each) for each in days.values())
        holds = "ends on" if ends else "holds from"
        yield problem(
            "T106",
            where,
            "day of a reason",
            level=Severity.OPEN if certain else Severity.HINT,
            about="reason",
            holds=holds,
            said=said,
            effective=effective.isoformat(),
        )


def _days_set(reason: str, language: str) -> Iterator[tuple[date, str]]:
    """Each day to which words say that the version is put off, or from which they say that it holds."""
    from inforce.rules.readings.from_day import holds_as_text, is_put_off
    from inforce.rules.readings.section_numbers import names_a_law

    of_a_law = names_a_law(reason)
    for day, said, around in days_said(reason, language):
        if is_put_off(around, language) or (not of_a_law and holds_as_text(around, language)):
            yield day, said


def _is_of_this(sentence: str, language: str, number: int | None) -> bool:
    """Whether a sentence speaks of this version and no other, or of the text, in the clause of its day (\\0)."""
    from inforce.rules.readings.from_day import is_of_the_text
    from inforce.rules.readings.section_numbers import names_a_law
    from inforce.rules.readings.sentences import COMMAS

    clause = next((each for each in re.split(f"[{COMMAS};:؛；]", sentence) if "\0" in each), "")
    named = {each for each, _ in _versions(clause)}
    return named == {number} if named else not names_a_law(sentence) and is_of_the_text(clause, language)


def _versions(words: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The versions of a policy that words name by their numbers."""
    from inforce.rules.readings.version_numbers import is_of_another, versions_said  # loads tables of many languages

    yield from ((each, found) for each, found in versions_said(words) if not is_of_another(words, found))


def _what_holds(
    reason: str, gone: Coming, ends: datetime, others: Sequence[Coming], where: Location, time_zone: str
) -> Iterator[Problem]:
    """T106 where a withdrawal's reason says of another version than the one that holds then that it does."""
    from inforce.rules.readings.sentences import SENTENCE
    from inforce.rules.readings.version_numbers import is_said_to_hold

    last, known = held_after(gone, ends, others), {other.number: other for other in others}
    for sentence in SENTENCE.split(" ".join(reason.split())):
        named = [*_versions(sentence)]
        if last and last.number in (number for number, _ in named):
            continue
        for number, found in named:
            other, around = known.get(number), f"{sentence[: found.start()]}\0{sentence[found.end() :]}"
            later = other is not None and other.effective_from > max(ends, gone.effective_from)
            if number == gone.number or (other is None and number > max(known, default=0)):
                continue
            if not is_said_to_hold(around, at_once=later):
                continue
            since = local_day(max(ends, gone.effective_from), time_zone)
            then = f"version {last.number} holds" if last else "no version is in force"
            said = quoted(found[0])
            yield problem("T106", where, "version that holds", about="reason", said=said, since=since, then=then)
            return


def _other_version(reason: str, number: int, where: Location) -> Iterator[Problem]:
    """T106 where a reason says of another version alone what is the reason for amending this one."""
    from inforce.rules.readings.tables import every_phrase  # loads tables of many languages

    words = " ".join(reason.split())
    named = [*_versions(words)]
    if number in (each for each, _ in named):
        return
    for _, found in named:
        around = f"{words[: found.start()]}\0{words[found.end() :]}"
        if any(one.versions and re.search(one.versions.by_mistake, around, re.IGNORECASE) for one in every_phrase()):
            yield problem("T106", where, "version of a reason", about="reason", words=quoted(found[0]), number=number)
            return


def _sections(amendment: Amendment, both: tuple[Numbered, Numbered], where: Location) -> Iterator[Problem]:
    """T113 where a correction's reason names other sections only than it corrects. T111 for the amounts in a sentence
    that names one, which neither its old words and facts nor its new ones state."""
    from inforce.rules.readings.section_numbers import sections_said
    from inforce.rules.readings.sentences import SENTENCE
    from inforce.rules.readings.tables import TABLES
    from inforce.rules.readings.weekdays import weekdays_said

    corrected = _corrected(amendment, both)
    numbers = {each.numbers[name] for each in both for name in corrected if name in each.numbers}
    for language in TABLES:
        said = [number for number, _ in sections_said(amendment.reason, language)]
        if not said:
            continue
        if not any(f"{each}.".startswith(f"{number}.") for each in said for number in numbers):
            ours = sections_called(sorted(numbers)) if numbers else listed([*sorted(corrected), *amendment.facts])
            yield problem("T113", where, "reason", about="reason", said=sections_called(said), ours=ours)
            return
        for sentence in SENTENCE.split(amendment.reason):
            if not any(sections_said(sentence, language)):
                continue
            values = [each.values[path] for each in both for path in amendment.facts if path in each.values]
            nowhere = amounts_not_in(corrected, sentence, language, versions=both, known=values)
            texts = " ".join(section.source for each in both for name in corrected for _, section in each.parts(name))
            there = {day for one in both[0].texts for day, _ in weekdays_said(texts, one)}
            nowhere += [word for day, word in weekdays_said(sentence, language) if day not in there]
            if nowhere:
                shown = listed(quoted(each) for each in dict.fromkeys(nowhere))
                yield problem("T111", where, "reason", about="reason", shown=shown)
                return


def _corrected(amendment: Amendment, both: tuple[Numbered, Numbered]) -> Collection[str]:
    """The sections that a correction changes, what they hold and what holds them; and those that state a fact of it."""
    entries = {".".join(path.split(".")[:2]) for path in amendment.facts}
    names = {name for sections in amendment.digests.values() for name in sections}
    for each in both:
        for name, section in ((name, one) for texts in each.texts.values() for name, one in texts.items()):
            linked = {link.target.value for link in section.links if link.target.scheme == "fact"}
            if any(path == entry or path.startswith(f"{entry}.") for path in linked for entry in entries):
                names.add(name)
    inside = {
        one
        for each in both
        for texts in each.texts.values()
        for name in names
        if name in texts
        for one, _, _ in texts[name].ids()
    }
    holding = {place for each in both for place in each.numbers if names & {*ids_inside(each.order, place)}}
    return names | inside | holding

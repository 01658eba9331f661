"""Plans an amendment: a translation added later, a correction, a postponement or a withdrawal of a released version.

An amendment only ever adds a folder `amendments/NNNN/`; nothing released changes (docs/reference/records.md, "A version
and its amendments").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from inforce.model.facts import Facts
from inforce.model.spoken import spoken_facts
from inforce.model.text import Parse
from inforce.model.version import Amendment, AmendmentType, Edition, EditionTerms, ReleasedVersion
from inforce.model.writer import WRITER
from inforce.problems import Location, Problem, Severity
from inforce.reader.records.record_json import record
from inforce.reader.records.state import state_after
from inforce.reader.records.version import VersionRecords, only, overlay, sha256, value_at
from inforce.redline.changes import Redline
from inforce.redline.compare import compare_sections
from inforce.redline.facts import fact_changes
from inforce.redline.numbering import number_changes
from inforce.release.acceptance import NO_REASONS, Reasons, weigh
from inforce.release.dates import refused_instant
from inforce.release.edits import Plan
from inforce.release.frozen_places import FrozenPlaces
from inforce.release.records import (
    Publish,
    dated_where,
    in_zone,
    links_effective_date,
    parsed_texts,
    placed,
    section_digests,
    with_effective_date,
)
from inforce.release.working_text import WorkingPolicy, corrected, redated
from inforce.rules.dates import terms, with_words_of
from inforce.rules.facts import Places
from inforce.rules.kept_ids import check_kept_ids
from inforce.rules.languages import language_name
from inforce.rules.overtaken import check_overtaken, check_put_back, coming
from inforce.rules.reasons import check_reason
from inforce.rules.record_dates import too_late
from inforce.rules.states import brought, check_state, in_facts, open_points, said
from inforce.rules.unlinked import check_unlinked
from inforce.rules.versions_told import check_reasons_told
from inforce.timeline import timeline

_FACT = re.compile(r"\(<?fact:([a-z0-9.-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendRequest:
    """What an amendment says. `texts` holds only what it adds or mends: language to section id to text."""

    released: VersionRecords
    type: AmendmentType
    recorded: datetime
    reason: str
    effective_from: datetime | None = None
    terms: Mapping[str, EditionTerms]
    """Of a translation: the new languages."""
    texts: Mapping[str, Mapping[str, str]]
    facts: Mapping[str, Any] | None = None
    """Of a translation: the facts now, whose labels in the new language are laid over the frozen ones. Of a correction:
    the facts now, from which `corrected` are taken."""
    corrected: tuple[str, ...] = ()
    """Of a correction: the facts that it corrects, by path."""
    others: tuple[ReleasedVersion, ...] = ()
    """The policy's other versions: none may take effect at the same instant."""
    working: Mapping[str, Mapping[str, str]]
    """The working text: a correction is applied to it too."""
    working_folder: str
    words_folder: str | None = None
    """The folder that `texts` were taken from, if not the working text."""
    committed: datetime | None = None
    """When the newest commit was made, if git knows."""
    synced: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language to section id to the digest of the prevailing text that a working translation was made from."""
    places: Places = in_facts
    """Where each fact stands now."""
    waiting: tuple[str, ...] = ()
    """The files of change notes that call themselves corrections: no release takes them."""
    reasons: Reasons = NO_REASONS
    """Why it is made with what is open in what it brings."""


def plan_amendment(request: AmendRequest, *, parse: Parse, publish: Publish) -> Plan:
    """The plan of an amendment, with every problem that speaks against it. Raises WrongAcceptance."""
    zone = request.released.manifest.time_zone
    request = replace(
        request,
        recorded=placed(request.recorded, zone),
        effective_from=dated_where(request.effective_from, zone) if request.effective_from else None,
    )
    released = request.released
    place = f"amendments/{len(released.version.amendments) + 1:04d}"
    texts = _texts(request, parse)
    labels = _overlay(request)
    amendment = Amendment(
        made_by=WRITER,
        type=request.type,
        recorded=request.recorded,
        reason=request.reason,
        previous=released.version.head,
        effective_from=request.effective_from,
        languages=dict(request.terms),
        digests=section_digests(texts, parse),
        facts=request.corrected,
    )
    version = _amended(request, amendment, texts, labels, f"{place}/")
    files = {"facts.json": record(labels)} if labels else {}
    files.update(_published(request, version, publish))
    places = FrozenPlaces(
        type=request.type,
        released=released,
        version=version,
        texts=texts,
        words_folder=request.words_folder,
        overlay=labels,
        current=request.facts or {},
        places=request.places,
        folder=request.working_folder,
    )
    found = brought(*(_state(request, each, places.fact, parse) for each in (released.version, version)))
    found += _unlinked(request, version, places.fact, parse)
    points = open_points(found, request.working_folder)
    points = tuple(replace(point, problem=places.told(point.problem)) for point in points)
    points += open_points(_overtaken(request, version), request.working_folder)
    reason = [
        *check_reason(
            amendment,
            number=released.manifest.version,
            before=released.version,
            now=version,
            parse=parse,
            where=Location(file=f"{released.folder}/manifest.json"),
        )
    ]
    points += open_points(reason, request.working_folder)
    outcome = weigh(points, request.reasons)
    amendment = amendment.model_copy(
        update={"files": {path: sha256(data) for path, data in files.items()}, "accepted": outcome.accepted}
    )
    replaced, missed = _carried(request, texts, parse)
    return Plan(
        title=f"Amend version {released.manifest.version} of {released.manifest.policy}: {request.type}",
        details=_details(request, version),
        folder=f"{released.folder}/{place}",
        created={
            "amendment.json": record(amendment),
            **{
                f"{language}/{name}.md": text.encode()
                for language, sections in texts.items()
                for name, text in sections.items()
            },
            **files,
        },
        replaced=replaced,
        redlines=_redlines(released.version, version, texts, parse),
        outcome=outcome,
        problems=(
            *_refusals(request, version, parse),
            *_other_ids(request, texts, parse),
            *_other_facts(request, texts),
            *_put_back(request, version),
            *_told_of_versions(request),
            *(one for one in reason if one.severity is Severity.HINT),
            *(_not_carried(path) for path in missed),
            *(places.told(problem) for problem in found if problem.severity is Severity.ERROR),
            *(point.problem for point in outcome.left),
        ),
    )


def _overlay(request: AmendRequest) -> dict[str, Any]:
    """What the amendment's `facts.json` lays over the facts of the version."""
    if request.type is AmendmentType.CORRECTION:
        return only(request.facts or {}, request.corrected)
    found: dict[str, Any] = new_labels(request.released.version.facts, request.facts or {}, tuple(request.terms))
    return found


def _redlines(
    before: ReleasedVersion, after: ReleasedVersion, texts: Mapping[str, Mapping[str, str]], parse: Parse
) -> dict[str, Redline]:
    """What changes for readers, in every language whose words do, or facts that the policy speaks of."""
    try:
        known, facts = (Facts.model_validate(spoken_facts(each)) for each in (before, after))
    except ValidationError:
        return {}  # told as what it is
    found: dict[str, Redline] = {}
    for language, edition in before.editions.items():
        old, new = (
            [section for name in texts.get(language, {}) if (section := parse(language, name, each.sections[name]))]
            for each in (edition, after.editions[language])
        )
        sections = compare_sections(old, new)
        changed = fact_changes(known, facts, language)
        redline = Redline(sections=sections, changes=tuple(number_changes(sections)), facts=changed)
        if redline.changes or redline.facts or old != new:
            found[language] = redline
    return found


def new_labels(frozen: Any, current: Any, languages: tuple[str, ...]) -> Any:
    """What the facts now say in new languages wherever the frozen ones have words in other languages: an overlay."""
    if not isinstance(frozen, Mapping) or not isinstance(current, Mapping):
        return {}
    found: dict[str, Any] = {}
    for key, value in frozen.items():
        inner = new_labels(value, current.get(key), languages)
        if inner:
            found[key] = inner
    if frozen and all(isinstance(value, str) for value in frozen.values()):
        found.update(
            {
                language: current[language]
                for language in languages
                if language not in frozen and isinstance(current.get(language), str)
            }
        )
    return found


def _texts(request: AmendRequest, parse: Parse) -> Mapping[str, Mapping[str, str]]:
    """The section files of the amendment, each with the version's own date in it. A postponement rewrites the date in
    each section that states it; a correction leaves out sections in which it would change no word and no link."""
    version = request.released.version
    if request.type is not AmendmentType.POSTPONEMENT or request.effective_from is None:
        return {language: found for language in request.texts if (found := _brought(request, language, parse))}
    return {
        language: {
            name: with_effective_date(text, request.effective_from, time_zone=version.time_zone, language=language)
            for name, text in edition.sections.items()
            if links_effective_date(text)
        }
        for language, edition in version.editions.items()
        if any(links_effective_date(text) for text in edition.sections.values())
    }


def _brought(request: AmendRequest, language: str, parse: Parse) -> dict[str, str]:
    """The sections that a translation or a correction brings in a language, with the date on which the version takes
    effect: in the style that the released words have for it, where they state it."""
    version = request.released.version
    edition = version.editions.get(language)
    before = edition.sections if edition else {}
    found: dict[str, str] = {}
    for name, text in request.texts[language].items():
        dated = with_words_of(text, before[name]) if name in before else text
        if version.effective_from is not None:
            dated = with_effective_date(dated, version.effective_from, time_zone=version.time_zone, language=language)
        old, new = parse(language, name, before.get(name, "")), parse(language, name, dated)
        if dated != before.get(name) and not (old and new and said(old) == said(new)):
            found[name] = dated
    return found


def _amended(
    request: AmendRequest, amendment: Amendment, texts: Mapping[str, Mapping[str, str]], labels: Any, place: str
) -> ReleasedVersion:
    """The version as it will stand, once this amendment is in `place` ("amendments/NNNN/")."""
    released, version = request.released, request.released.version
    state = state_after(released.history[-1], place, amendment)
    editions: dict[str, Edition] = {}
    for language, named in state.languages.items():
        before = version.editions.get(language)
        added = texts.get(language, {})
        paths = {name: f"{released.folder}/{place}{language}/{name}.md" for name in added}
        editions[language] = Edition(
            policy=version.policy,
            version=released.manifest.version,
            language=language,
            title=named.title,
            status=named.status,
            reviewed=named.reviewed,
            revision=state.revisions[language],
            sections={**before.sections, **added} if before else added,
            digests=state.digests.get(language, {}),
            paths={**before.paths, **paths} if before else paths,
        )
    return replace(
        version,
        effective_from=state.effective_from,
        withdrawn=state.withdrawn,
        editions=editions,
        amendments=(*version.amendments, amendment),
        facts=overlay(version.facts, labels),
    )


def _published(request: AmendRequest, version: ReleasedVersion, publish: Publish) -> dict[str, bytes]:
    """The summaries of the revisions that the amendment makes; a withdrawal makes none."""
    if request.type is AmendmentType.WITHDRAWAL:
        return {}
    names = {
        f"{language}/r{edition.revision}.json"
        for language, edition in version.editions.items()
        if edition.revision != _revision(request.released.version, language)
    }
    return {f"published/{path}": data for path, data in publish(version).items() if path in names}


def _state(request: AmendRequest, version: ReleasedVersion, places: Places, parse: Parse) -> tuple[Problem, ...]:
    """What is false or unfinished in a state of the version."""
    texts = parsed_texts({language: edition.sections for language, edition in version.editions.items()}, parse)
    facts = Facts.model_validate(version.facts)
    return check_state(version, facts, texts, folder=request.working_folder, places=places)


def _overtaken(request: AmendRequest, version: ReleasedVersion) -> tuple[Problem, ...]:
    """The newer versions that this one, put off, would take the place of."""
    if request.type is not AmendmentType.POSTPONEMENT or not (new := coming([version])):
        return ()
    since, others = request.released.version.effective_from, coming(request.others)
    return tuple(check_overtaken(new[0], others, folder=request.working_folder, since=since))


def _put_back(request: AmendRequest, version: ReleasedVersion) -> tuple[Problem, ...]:
    """The older version that holds again once this one is withdrawn."""
    gone = coming([request.released.version])
    if request.type is not AmendmentType.WITHDRAWAL or version.withdrawn is None or not gone:
        return ()
    where = Location(file=f"{request.released.folder}/manifest.json")
    return tuple(check_put_back(gone[0], version.withdrawn, coming(request.others), where=where))


def _told_of_versions(request: AmendRequest) -> Iterator[Problem]:
    """What its reasons say otherwise of the policy's versions than their records."""
    released = request.released
    yield from check_reasons_told(
        [request.reason, *(because for _, because in request.reasons.places)],
        titles={language: edition.title for language, edition in released.version.editions.items()},
        versions=[released.version, *request.others],
        at=request.recorded,
        where=Location(file=f"{released.folder}/manifest.json"),
    )


def _unlinked(request: AmendRequest, version: ReleasedVersion, places: Places, parse: Parse) -> tuple[Problem, ...]:
    """What the version bound to a fact, or named by an id, and does not with this amendment."""
    before, leading = request.released.version, version.authoritative_language
    texts = [parsed_texts({leading: each.editions[leading].sections}, parse)[leading] for each in (before, version)]
    known, facts = (Facts.model_validate(each.facts) for each in (before, version))
    folder = request.working_folder
    gone = check_unlinked(*texts, known=known, facts=facts, language=leading, folder=folder, places=places)
    return (*gone, *check_kept_ids(*texts, folder=f"{folder}/{leading}"))


def _refusals(request: AmendRequest, amended: ReleasedVersion, parse: Parse) -> list[Problem]:
    version = request.released.version
    where = Location(file=f"{request.released.folder}/manifest.json")
    versions = (version, *request.others)
    problems = refused_instant(request.recorded, where, versions=versions, committed=request.committed)
    if request.recorded == request.released.history[-1].at:
        message = (
            f"it would be recorded at {request.recorded.isoformat()}, in the same second as the version's newest "
            "record; each holds from its instant on."
        )
        problems.append(_problem("V408", where, message, "Run the command again, a second later."))
    if version.withdrawn is not None:
        problems.append(_problem("V409", where, "this version is withdrawn.", "Release a new version instead."))
    code = "V412" if request.type is AmendmentType.WITHDRAWAL else "V410"
    late = too_late(request.effective_from, request.recorded)
    problems.extend(_problem(code, where, message, "Look at the year.") for message in late)
    match request.type:
        case AmendmentType.POSTPONEMENT:
            effective = version.effective_from
            if request.effective_from is None or effective is None or request.effective_from <= effective:
                message = "a postponement needs an instant later than the one it has."
                problems.append(_problem("V410", where, message, "Give a later one with --effective."))
            elif request.recorded >= effective:
                message = f"it has been in force since {effective.isoformat()}; what has happened cannot be postponed."
                problems.append(_problem("V411", where, message, "Withdraw it, or release a new version."))
            problems.extend(
                _problem("V402", where, f"version {other.number} takes effect at the same instant.", "Choose another.")
                for other in request.others
                if other.effective_from == request.effective_from
            )
        case AmendmentType.WITHDRAWAL:
            if request.effective_from is not None and request.effective_from < request.recorded:
                message = "a withdrawal cannot begin in the past."
                problems.append(_problem("V412", where, message, "Give a later instant, or none for now."))
        case AmendmentType.TRANSLATION:
            wanted = set(version.editions[version.authoritative_language].sections)
            for language in request.terms:
                if language in version.editions:
                    message = f"this version has an edition in {language_name(language)} already."
                    problems.append(_problem("V413", where, message, "To mend its words, use a correction."))
                absent = sorted(wanted - set(request.texts.get(language, {})))
                if absent:
                    message = f'the translation into "{language}" lacks the sections {", ".join(absent)}.'
                    problems.append(_problem("V414", where, message, "Translate them first."))
        case AmendmentType.CORRECTION:
            if any(_brought(request, language, parse) for language in request.texts):
                pass
            elif not request.corrected:
                message = "nothing differs from the released words."
                cure = "Mend the section in the working text, or in the folder that --from names."
                problems.append(_problem("V415", where, message, cure))
            elif spoken_facts(version) == spoken_facts(amended):
                message = f"this policy's text does not speak of {', '.join(request.corrected)}, so no page tells it."
                problems.append(_problem("V415", where, message, "Correct it in the policy that does."))
    return problems


def _other_ids(request: AmendRequest, texts: Mapping[str, Mapping[str, str]], parse: Parse) -> list[Problem]:
    """Sections whose ids are not those of the prevailing text: a correction keeps them, a translation has the same."""
    version = request.released.version
    leading = version.authoritative_language
    problems = []
    for language, sections in texts.items():
        for name, text in sections.items():
            wanted = parse(leading, name, version.editions[leading].sections.get(name, ""))
            found = parse(language, name, text)
            if wanted and found and [one[:2] for one in wanted.ids()] != [one[:2] for one in found.ids()]:
                ids = ", ".join(one[0] for one in wanted.ids()) or "none"
                message = (
                    f"the ids of this section are not those of the released text in {leading}, so links would break."
                )
                where = Location(file=f"{language}/{name}.md")
                problems.append(_problem("V417", where, message, f"Give it these ids, in this order: {ids}."))
    return problems


def _other_facts(request: AmendRequest, texts: Mapping[str, Mapping[str, str]]) -> list[Problem]:
    """Facts that a correction's words link and that have another value now: words alone do not mend them."""
    if request.type is not AmendmentType.CORRECTION or request.facts is None:
        return []
    frozen, number = request.released.version.facts, request.released.manifest.version
    found: dict[str, Problem] = {}
    for language, sections in texts.items():
        for name, text in sections.items():
            for path in _FACT.findall(text):
                was, now = value_at(frozen, path), value_at(request.facts, path)
                named = any(one == path or one.startswith(f"{path}.") for one in request.corrected)
                if was is None or was == now or named:
                    continue
                where = Location(file=f"{request.working_folder}/{language}/{name}.md")
                message = f"these words link {path}, which has another value now than in version {number}."
                remedy = (
                    f"If the version had it wrong, correct it too, with --fact; if not, release a version ({path})."
                )
                found[path] = Problem(
                    code="V424", severity=Severity.HINT, location=where, message=message, remedy=remedy
                )
    return [*found.values()]


def _carried(
    request: AmendRequest, texts: Mapping[str, Mapping[str, str]], parse: Parse
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """A correction, or the date of an amendment of the newest version, carried into the working text; and the files
    into which a correction could not be."""
    version = request.released.version
    working = WorkingPolicy(
        folder=request.working_folder,
        leading=version.authoritative_language,
        texts=request.working,
        synced=request.synced,
    )
    before = {name: each.sections for name, each in version.editions.items()}
    if request.type is AmendmentType.CORRECTION:
        return corrected(working, before, texts, parse)
    if any((other.number or 0) > request.released.manifest.version for other in request.others):
        return {}, ()  # the working text states the date of a newer one
    return redated(working, {**before, **request.texts}, texts, parse), ()


def _not_carried(path: str) -> Problem:
    message = "the working text has changed these words too, so the correction is not carried over."
    remedy = "Take it over by hand: inforce release refuses a text that undoes it."
    return _problem("V416", Location(file=path), message, remedy, Severity.HINT)


def _revision(version: ReleasedVersion, language: str) -> int:
    edition = version.editions.get(language)
    return edition.revision if edition else 0


def _details(request: AmendRequest, version: ReleasedVersion) -> tuple[tuple[str, str], ...]:
    details = [
        ("type", str(request.type)),
        ("recorded", in_zone(request.recorded, version.time_zone)),
        ("reason", request.reason),
    ]
    if request.type is AmendmentType.WITHDRAWAL and version.withdrawn is not None:
        details.append(("withdrawn from", in_zone(version.withdrawn, version.time_zone)))
        details.append(("then in force", _then_in_force(version, version.withdrawn, request.others)))
    elif request.effective_from is not None:
        details.append(("effective from", in_zone(request.effective_from, version.time_zone)))
    details.extend(
        (f"revision in {language}", f"r{edition.revision}")
        for language, edition in version.editions.items()
        if edition.revision != _revision(request.released.version, language)
    )
    if request.type is AmendmentType.CORRECTION:
        details.extend(
            ("change note", f"{name} waits: once the slip it tells of is corrected, delete it; no page shows its words")
            for name in request.waiting
        )
    return tuple(details)


def _then_in_force(withdrawn: ReleasedVersion, at: datetime, others: tuple[ReleasedVersion, ...]) -> str:
    """What is in force from a withdrawal on, by what is known now."""
    spans = timeline(terms((withdrawn, *others))).spans()
    position = max(number for number, span in enumerate(spans) if span.start is None or span.start <= at)
    span = spans[position]
    if span.version is not None and span.start is not None:
        return f"version {span.version}, from {in_zone(span.start, withdrawn.time_zone)}"
    none = "none: the site will say that no version of this policy is in force"
    following = spans[position + 1] if position + 1 < len(spans) else None
    if following is None or following.start is None:
        return none
    return f"{none}, until version {following.version} is, from {in_zone(following.start, withdrawn.time_zone)}"


def _problem(code: str, where: Location, message: str, remedy: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(code=code, severity=severity, location=where, message=message, remedy=remedy)

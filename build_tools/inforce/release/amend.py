"""Plans an amendment: a translation added later, a correction, a postponement or a withdrawal of a released version.

An amendment only ever adds a folder `amendments/NNNN/`; nothing released changes (docs/reference/records.md, "A version
and its amendments").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from pydantic import ValidationError

from inforce.model.facts import Facts
from inforce.model.spoken import spoken_facts
from inforce.model.text import Parse
from inforce.model.version import Amendment, AmendmentType, ReleasedVersion
from inforce.model.writer import WRITER
from inforce.problems import Location, Problem, Severity, problem
from inforce.reader.records.record_json import record
from inforce.reader.records.version import sha256
from inforce.redline.changes import Redline
from inforce.redline.compare import compare_sections
from inforce.redline.facts import fact_changes
from inforce.redline.numbering import number_changes
from inforce.release.acceptance import weigh
from inforce.release.amend_checks import (
    notes_made_false,
    other_facts,
    other_ids,
    overtaken,
    put_back,
    refusals,
    state_of,
    told_of_versions,
    unlinked,
)
from inforce.release.amended_version import (
    AmendRequest,
    amended_version,
    brought_texts,
    laid_over,
    new_summaries,
    revision_of,
)
from inforce.release.edits import Plan
from inforce.release.frozen_places import FrozenPlaces
from inforce.release.records import (
    Publish,
    dated_where,
    in_zone,
    placed,
    section_digests,
)
from inforce.release.working_text import WorkingPolicy, corrected, redated
from inforce.rules.dates import terms
from inforce.rules.overtaken import coming
from inforce.rules.reasons import check_reason
from inforce.rules.states import brought, open_points
from inforce.timeline import timeline


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
    texts = brought_texts(request, parse)
    labels = laid_over(request)
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
    version = amended_version(request, amendment, texts, labels, f"{place}/")
    files = {"facts.json": record(labels)} if labels else {}
    files.update(new_summaries(request, version, publish))
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
    found = brought(*(state_of(request, each, places.fact, parse) for each in (released.version, version)))
    found += unlinked(request, version, places.fact, parse)
    points = open_points(found, request.working_folder)
    points = tuple(replace(point, problem=places.told(point.problem)) for point in points)
    points += open_points(
        (*overtaken(request, version), *notes_made_false(request, version, parse)), request.working_folder
    )
    reason = [
        *check_reason(
            amendment,
            number=released.manifest.version,
            before=released.version,
            now=version,
            parse=parse,
            where=Location(file=f"{released.folder}/manifest.json"),
            others=coming(request.others),
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
            *refusals(request, version, parse),
            *other_ids(request, texts, parse),
            *other_facts(request, texts),
            *put_back(request, version),
            *told_of_versions(request),
            *(one for one in reason if one.severity is Severity.HINT),
            *(_not_carried(path) for path in missed),
            *(places.told(problem) for problem in found if problem.severity is Severity.ERROR),
            *(point.problem for point in outcome.left),
        ),
    )


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
    if any(other.number > request.released.manifest.version for other in request.others):
        return {}, ()  # the working text states the date of a newer one
    return redated(working, {**before, **request.texts}, texts, parse), ()


def _not_carried(path: str) -> Problem:
    return problem("V416", path)


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
        if edition.revision != revision_of(request.released.version, language)
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

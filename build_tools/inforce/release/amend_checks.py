"""What speaks against an amendment: its dates and languages, and what is false or unfinished in what it brings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from inforce.model.facts import Facts
from inforce.model.spoken import spoken_facts
from inforce.model.text import Parse
from inforce.model.version import AmendmentType, ReleasedVersion
from inforce.problems import Location, Problem, problem
from inforce.reader.records.version import value_at
from inforce.release.amended_version import AmendRequest, brought_in
from inforce.release.dates import refused_instant
from inforce.release.records import (
    parsed_texts,
)
from inforce.rules.facts import Places
from inforce.rules.kept_ids import check_kept_ids
from inforce.rules.languages import language_name
from inforce.rules.notes_told import check_notes_still_true
from inforce.rules.overtaken import check_overtaken, check_put_back, coming
from inforce.rules.record_invariants import (
    at_one_instant,
    begins_in_the_past,
    in_force_already,
    moves_forward,
    there_already,
    too_late,
)
from inforce.rules.side_by_side import called_behind, check_side_by_side
from inforce.rules.states import check_state
from inforce.rules.unlinked import check_unlinked
from inforce.rules.versions_told import check_reasons_told

_FACT = re.compile(r"\(<?fact:([a-z0-9.-]+)")


def refusals(request: AmendRequest, amended: ReleasedVersion, parse: Parse) -> list[Problem]:
    """What is wrong with it whatever its words are: its instant, its dates, its languages; or it changes nothing."""
    version, before = request.released.version, request.released.history[-1]
    where = Location(file=f"{request.released.folder}/manifest.json")
    versions = (version, *request.others)
    problems = refused_instant(request.recorded, where, versions=versions, committed=request.committed)
    if at_one_instant(request.recorded, before):
        message = (
            f"it would be recorded at {request.recorded.isoformat()}, in the same second as the version's newest "
            "record; each holds from its instant on."
        )
        problems.append(problem("V408", where, "same second", message=message))
    if before.withdrawn is not None:
        problems.append(problem("V409", where))
    code = "V412" if request.type is AmendmentType.WITHDRAWAL else "V410"
    late = too_late(request.effective_from, request.recorded)
    problems.extend(problem(code, where, message=message, remedy="Look at the year.") for message in late)
    match request.type:
        case AmendmentType.POSTPONEMENT:
            if not moves_forward(request.effective_from, before):
                problems.append(problem("V410", where, "not later"))
            elif in_force_already(request.recorded, before):
                since = before.effective_from.isoformat()
                problems.append(problem("V411", where, since=since))
            problems.extend(
                problem("V402", where, "amendment", version=other.number)
                for other in request.others
                if other.effective_from == request.effective_from
            )
        case AmendmentType.WITHDRAWAL:
            if begins_in_the_past(request.effective_from, request.recorded):
                problems.append(problem("V412", where, "past"))
        case AmendmentType.TRANSLATION:
            wanted = set(version.editions[version.authoritative_language].sections)
            for language in request.terms:
                if there_already([language], before):
                    problems.append(problem("V413", where, language=language_name(language)))
                absent = sorted(wanted - set(request.texts.get(language, {})))
                if absent:
                    problems.append(problem("V414", where, "amendment", language=language, absent=", ".join(absent)))
        case AmendmentType.CORRECTION:
            if any(brought_in(request, language, parse) for language in request.texts):
                pass
            elif not request.corrected:
                problems.append(problem("V415", where, "same words"))
            elif spoken_facts(version) == spoken_facts(amended):
                problems.append(problem("V415", where, "not said", facts=", ".join(request.corrected)))
    return problems


def state_of(request: AmendRequest, version: ReleasedVersion, places: Places, parse: Parse) -> tuple[Problem, ...]:
    """What is false or unfinished in a state of the version."""
    texts = parsed_texts({language: edition.sections for language, edition in version.editions.items()}, parse)
    facts = Facts.model_validate(version.facts)
    folder = request.working_folder
    return check_state(version, facts, texts, folder=folder, places=places) + check_side_by_side(
        texts,
        facts=facts,
        config=request.config,
        leading=version.authoritative_language,
        folder=folder,
        places=places,
        behind=called_behind(state.record for state in request.released.history),
    )


def notes_made_false(request: AmendRequest, version: ReleasedVersion, parse: Parse) -> Iterator[Problem]:
    """The frozen notes that a correction makes false."""
    if request.type is AmendmentType.CORRECTION:
        yield from check_notes_still_true(
            request.released.version, version, request.others, parse=parse, folder=request.working_folder
        )


def unlinked(request: AmendRequest, version: ReleasedVersion, places: Places, parse: Parse) -> tuple[Problem, ...]:
    """What the version bound to a fact, or named by an id, and does not with this amendment."""
    before, leading = request.released.version, version.authoritative_language
    texts = [parsed_texts({leading: each.editions[leading].sections}, parse)[leading] for each in (before, version)]
    known, facts = (Facts.model_validate(each.facts) for each in (before, version))
    folder = request.working_folder
    gone = check_unlinked(*texts, known=known, facts=facts, language=leading, folder=folder, places=places)
    return (*gone, *check_kept_ids(*texts, folder=f"{folder}/{leading}"))


def overtaken(request: AmendRequest, version: ReleasedVersion) -> tuple[Problem, ...]:
    """The newer versions that this one, put off, would take the place of."""
    if request.type is not AmendmentType.POSTPONEMENT or not (new := coming([version])):
        return ()
    since, others = request.released.version.effective_from, coming(request.others)
    return tuple(check_overtaken(new[0], others, folder=request.working_folder, since=since))


def put_back(request: AmendRequest, version: ReleasedVersion) -> tuple[Problem, ...]:
    """The older version that holds again once this one is withdrawn."""
    gone = coming([request.released.version])
    if request.type is not AmendmentType.WITHDRAWAL or version.withdrawn is None or not gone:
        return ()
    where = Location(file=f"{request.released.folder}/manifest.json")
    return tuple(check_put_back(gone[0], version.withdrawn, coming(request.others), where=where))


def told_of_versions(request: AmendRequest) -> Iterator[Problem]:
    """What its reasons say otherwise of the policy's versions than their records."""
    released = request.released
    yield from check_reasons_told(
        [request.reason, *(because for _, because in request.reasons.places)],
        titles={language: edition.title for language, edition in released.version.editions.items()},
        versions=[released.version, *request.others],
        at=request.recorded,
        where=Location(file=f"{released.folder}/manifest.json"),
    )


def other_ids(request: AmendRequest, texts: Mapping[str, Mapping[str, str]], parse: Parse) -> list[Problem]:
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
                where = Location(file=f"{language}/{name}.md")
                problems.append(problem("V417", where, leading=leading, ids=ids))
    return problems


def other_facts(request: AmendRequest, texts: Mapping[str, Mapping[str, str]]) -> list[Problem]:
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
                found[path] = problem("V424", where, path=path, number=number)
    return [*found.values()]

"""What speaks against an amendment: its dates and languages, and what is false or unfinished in what it brings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from inforce.model.facts import Facts
from inforce.model.spoken import spoken_facts
from inforce.model.text import Parse
from inforce.model.version import AmendmentType, ReleasedVersion
from inforce.problems import Location, Problem, Severity
from inforce.reader.records.version import value_at
from inforce.release.amended_version import AmendRequest, brought_in
from inforce.release.dates import refused_instant
from inforce.release.records import (
    parsed_texts,
)
from inforce.rules.facts import Places
from inforce.rules.kept_ids import check_kept_ids
from inforce.rules.languages import language_name
from inforce.rules.overtaken import check_overtaken, check_put_back, coming
from inforce.rules.record_invariants import (
    at_one_instant,
    begins_in_the_past,
    in_force_already,
    moves_forward,
    there_already,
    too_late,
)
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
        problems.append(_problem("V408", where, message, "Run the command again, a second later."))
    if before.withdrawn is not None:
        problems.append(_problem("V409", where, "this version is withdrawn.", "Release a new version instead."))
    code = "V412" if request.type is AmendmentType.WITHDRAWAL else "V410"
    late = too_late(request.effective_from, request.recorded)
    problems.extend(_problem(code, where, message, "Look at the year.") for message in late)
    match request.type:
        case AmendmentType.POSTPONEMENT:
            if not moves_forward(request.effective_from, before):
                message = "a postponement needs an instant later than the one it has."
                problems.append(_problem("V410", where, message, "Give a later one with --effective."))
            elif in_force_already(request.recorded, before):
                since = before.effective_from.isoformat()
                message = f"it has been in force since {since}; what has happened cannot be postponed."
                problems.append(_problem("V411", where, message, "Withdraw it, or release a new version."))
            problems.extend(
                _problem("V402", where, f"version {other.number} takes effect at the same instant.", "Choose another.")
                for other in request.others
                if other.effective_from == request.effective_from
            )
        case AmendmentType.WITHDRAWAL:
            if begins_in_the_past(request.effective_from, request.recorded):
                message = "a withdrawal cannot begin in the past."
                problems.append(_problem("V412", where, message, "Give a later instant, or none for now."))
        case AmendmentType.TRANSLATION:
            wanted = set(version.editions[version.authoritative_language].sections)
            for language in request.terms:
                if there_already([language], before):
                    message = f"this version has an edition in {language_name(language)} already."
                    problems.append(_problem("V413", where, message, "To mend its words, use a correction."))
                absent = sorted(wanted - set(request.texts.get(language, {})))
                if absent:
                    message = f'the translation into "{language}" lacks the sections {", ".join(absent)}.'
                    problems.append(_problem("V414", where, message, "Translate them first."))
        case AmendmentType.CORRECTION:
            if any(brought_in(request, language, parse) for language in request.texts):
                pass
            elif not request.corrected:
                message = "nothing differs from the released words."
                cure = "Mend the section in the working text, or in the folder that --from names."
                problems.append(_problem("V415", where, message, cure))
            elif spoken_facts(version) == spoken_facts(amended):
                message = f"this policy's text does not speak of {', '.join(request.corrected)}, so no page tells it."
                problems.append(_problem("V415", where, message, "Correct it in the policy that does."))
    return problems


def state_of(request: AmendRequest, version: ReleasedVersion, places: Places, parse: Parse) -> tuple[Problem, ...]:
    """What is false or unfinished in a state of the version."""
    texts = parsed_texts({language: edition.sections for language, edition in version.editions.items()}, parse)
    facts = Facts.model_validate(version.facts)
    return check_state(version, facts, texts, folder=request.working_folder, places=places)


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
                message = (
                    f"the ids of this section are not those of the released text in {leading}, so links would break."
                )
                where = Location(file=f"{language}/{name}.md")
                problems.append(_problem("V417", where, message, f"Give it these ids, in this order: {ids}."))
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
                message = f"these words link {path}, which has another value now than in version {number}."
                remedy = (
                    f"If the version had it wrong, correct it too, with --fact; if not, release a version ({path})."
                )
                found[path] = Problem(
                    code="V424", severity=Severity.HINT, location=where, message=message, remedy=remedy
                )
    return [*found.values()]


def _problem(code: str, where: Location, message: str, remedy: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(code=code, severity=severity, location=where, message=message, remedy=remedy)

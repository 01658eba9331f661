"""Plans a release: the working text and the facts, frozen as the next version. Nothing is written here.

The dates stay apart: released is now, announced when visitors could first read it, effective when it
binds. The least notice depends on the kind of change (`policy.yml`); a release that gives less is refused, with the
first date that would do.
"""

from __future__ import annotations

from dataclasses import replace

from inforce.model.facts import Facts
from inforce.model.spoken import spoken_facts
from inforce.model.text import Parse
from inforce.model.version import Manifest, ReleasedVersion
from inforce.model.writer import WRITER
from inforce.reader.records.record_json import record
from inforce.reader.records.version import sha256
from inforce.redline.facts import fact_changes
from inforce.release.edits import Plan
from inforce.release.next_version import ReleaseRequest, WorkingText, planned_version
from inforce.release.records import (
    Publish,
    dated_where,
    in_zone,
    placed,
    recordable,
    section_digests,
    with_effective_date,
)
from inforce.release.release_checks import check_planned, refusals
from inforce.release.working_text import WorkingPolicy, dated
from inforce.rules.consent import unasked_consent


def plan_release(request: ReleaseRequest, *, parse: Parse, publish: Publish) -> Plan:
    """The plan of a release, with every problem that speaks against it. Raises WrongAcceptance."""
    asked = replace(
        request,
        released=recordable(request.released),
        announced=recordable(request.announced) if request.announced else None,
        effective_from=recordable(request.effective_from),
    )
    request = _placed(asked)
    working = request.working
    texts = {
        language: {name: _dated(request, language, text) for name, text in sections.items()}
        for language, sections in working.texts.items()
    }
    digests = section_digests(texts, parse)
    version = planned_version(request, texts, digests)
    problems, outcome = check_planned(request, version, parse)
    facts, spoken = record(working.facts), _spoken(working, version)
    published = {f"published/{path}": data for path, data in publish(version).items()}
    manifest = Manifest(
        made_by=WRITER,
        policy=working.policy,
        version=version.number,
        effective_from=request.effective_from,
        announced=request.announced,
        announced_because=request.announced_because,
        released=request.released,
        kind=version.kind,
        consent_epoch=version.consent_epoch,
        time_zone=working.site.time_zone,
        authoritative_language=version.authoritative_language,
        languages={language: working.terms(language) for language in texts},
        sections=working.config.sections,
        numbering=working.config.numbering,
        lists=working.config.lists or None,
        roles=working.config.roles,
        digests=digests,
        files={"facts.json": sha256(facts), **{path: sha256(data) for path, data in published.items()}},
        changes=working.notes,
        previous=working.last.manifest_digest if working.last else None,
        heads={str(item.manifest.version): item.version.head for item in working.earlier},
        as_published=request.as_published,
        to_follow=request.to_follow or None,
        accepted=outcome.accepted,
    )
    created = {
        "manifest.json": record(manifest),
        "facts.json": facts,
        **{
            f"{language}/{name}.md": text.encode()
            for language, sections in texts.items()
            for name, text in sections.items()
        },
        **published,
    }
    return Plan(
        title=f"Release version {version.number} of {working.policy}",
        details=_details(version, request, spoken),
        folder=f"{working.folder}/versions/{version.number}",
        created=created,
        replaced=dated(
            WorkingPolicy(
                folder=working.folder,
                leading=working.config.authoritative_language,
                texts=working.texts,
                synced=working.synced,
            ),
            texts,
            parse,
        ),
        removed=tuple(f"{working.folder}/changes/{note.slug}.md" for note in working.notes),
        facts=fact_changes(*spoken, working.config.authoritative_language),
        outcome=outcome,
        problems=(*refusals(asked, request), *problems),
    )


def _placed(request: ReleaseRequest) -> ReleaseRequest:
    """The same with its instants as its record holds them: at the offsets that the site has then."""
    zone = request.working.site.time_zone
    return replace(
        request,
        released=placed(request.released, zone),
        announced=placed(request.announced, zone) if request.announced else None,
        effective_from=dated_where(request.effective_from, zone),
    )


def _dated(request: ReleaseRequest, language: str, text: str) -> str:
    if request.as_published is not None:
        return text
    zone = request.working.site.time_zone
    return with_effective_date(text, request.effective_from, time_zone=zone, language=language)


def _spoken(working: WorkingText, version: ReleasedVersion) -> tuple[Facts, Facts]:
    """The facts that this policy speaks of: of its last version, and of the one that is planned."""
    last = working.last.version if working.last else version
    known, facts = (Facts.model_validate(spoken_facts(each)) for each in (last, version))
    return known, facts


def _details(
    version: ReleasedVersion, request: ReleaseRequest, spoken: tuple[Facts, Facts]
) -> tuple[tuple[str, str], ...]:
    working, zone = request.working, request.working.site.time_zone
    details = [
        ("version", str(version.number)),
        ("kind", str(version.kind)),
        ("released", in_zone(request.released, zone)),
        ("announced", in_zone(request.announced, zone) if request.announced else "not said"),
    ]
    if request.announced is not None and request.announced > request.released:
        until = f"{in_zone(request.announced, zone)}: the site does not show it before; the repository does at once"
        details.append(("shown from", until))
    details += [
        ("effective from", in_zone(request.effective_from, zone)),
        ("consent epoch", _consent(version, request, spoken)),
        ("languages", ", ".join(f"{name} ({edition.status})" for name, edition in version.editions.items())),
        *([("languages to follow", ", ".join(request.to_follow))] if request.to_follow else []),
        ("sections", str(len(working.config.section_ids()))),
        ("change notes", ", ".join(note.slug for note in working.notes) or "none"),
    ]
    if request.announced_because is not None:
        details.append(("announced because", request.announced_because))
    if request.as_published is not None:
        details.append(("as published", request.as_published.reason))
    return tuple(details)


def _consent(version: ReleasedVersion, request: ReleaseRequest, spoken: tuple[Facts, Facts]) -> str:
    """Whether consent is asked again; where it is not, what visitors are not asked about."""
    epoch = str(version.consent_epoch)
    if not request.working.earlier:
        return epoch
    if request.ask_consent:
        return f"{epoch}: visitors are asked for consent again"
    unasked = ", ".join(unasked_consent(*spoken))
    if not unasked:
        return f"{epoch}, as before: visitors are not asked for consent again"
    return (
        f"{epoch}, as before: visitors who have chosen are not asked again, though this needs their consent and is new "
        f"or has changed: {unasked}. To ask them, add --ask-consent-again"
    )

"""`inforce amend`: adds to a released version without changing it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import click

from inforce.cli.acceptance import InOrder, reasons_given, takes_reasons, wrong_acceptance_is_usage
from inforce.cli.dates import DAY, last_commit, recording
from inforce.cli.messages import ends_politely
from inforce.cli.opening import open_here, policy_named, takes_base
from inforce.cli.plans import instant, refuse_errors, settle, shows_its_plan
from inforce.cli.plans import reason as one_line
from inforce.model.config import Kind
from inforce.model.facts import Facts, all_facts, fact_at, leaf_path
from inforce.model.version import AmendmentType, EditionTerms
from inforce.project.check import undone
from inforce.project.dates import When
from inforce.project.project import PolicySource
from inforce.project.publish import plain_facts
from inforce.project.summaries import summary_files
from inforce.reader.records.version import VersionRecords, overlapping, overlay, value_at
from inforce.release.amend import plan_amendment
from inforce.release.amended_version import AmendRequest
from inforce.rules.references import MOST_COMPARED
from inforce.rules.unsettled import same_values
from inforce.storage.tree import decode

MOST_NAMED = 4
"""So many known paths are named to somebody who typed an unknown one."""


@click.command(cls=InOrder)
@click.argument("policy")
@click.argument("version", type=click.IntRange(1))
@click.argument("what", type=click.Choice([str(kind) for kind in AmendmentType]))
@click.option("--reason", required=True, callback=one_line, help="Why, in a sentence. It is kept.")
@click.option(
    "--language", "languages", multiple=True, help="Of a translation: its language. Of a correction: whose words."
)
@click.option("--section", "sections", multiple=True, help="Of a correction: a section that it mends.")
@click.option(
    "--from",
    "folder",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="A folder with <language>/<section>.md to take the words from. The working text, if not given.",
)
@click.option(
    "--fact",
    "facts",
    multiple=True,
    help="Of a correction: a fact to take as it is now: retention.contract.keep.",
)
@click.option("--effective", type=DAY, help="Of a postponement or a withdrawal: the day it holds from.")
@takes_reasons(unchanged=False)
@takes_base
@shows_its_plan
@click.pass_obj
@ends_politely
def amend(
    root: Path,
    policy: str,
    version: int,
    what: str,
    reason: str,
    languages: tuple[str, ...],
    sections: tuple[str, ...],
    facts: tuple[str, ...],
    folder: Path | None,
    effective: When | None,
    accept: tuple[str, ...],
    because: tuple[str, ...],
    base: str | None,
    dry_run: bool,
    yes: bool,
    as_data: bool,
) -> None:
    """Amend VERSION of POLICY: a translation, a correction, a postponement or a withdrawal."""
    opened = open_here(root, base)
    source = policy_named(opened, policy)
    released = next((item for item in source.released if item.manifest.version == version), None)
    if released is None:
        raise click.UsageError(f"{policy} has no version {version}.")
    kind = AmendmentType(what)
    _refuse_unfit(kind, languages, sections, facts, effective)
    refuse_errors(opened.problems)
    current = plain_facts(opened.project.facts)
    _refuse_other(released, languages, sections)
    facts = _facts(released, facts, current)
    if (doubled := overlapping(facts)) is not None:
        raise click.UsageError(f"--fact {doubled} takes in another --fact; name one of them.")
    texts = _texts(kind, released, languages, _words(source, languages, folder), set(sections))
    committed, doubts = last_commit(root)
    request = AmendRequest(
        released=released,
        type=kind,
        recorded=recording(),
        reason=reason,
        effective_from=instant(effective, released.version.time_zone) if effective else None,
        config=source.config,
        terms=_terms(source, languages) if kind is AmendmentType.TRANSLATION else {},
        texts={language: found for language, found in texts.items() if found},
        facts=current if kind in (AmendmentType.TRANSLATION, AmendmentType.CORRECTION) else None,
        corrected=facts,
        others=tuple(item.version for item in source.released if item is not released),
        committed=committed,
        working={language: working.sections for language, working in source.working.items()},
        working_folder=source.folder,
        synced={language: working.synced for language, working in source.working.items()},
        places=opened.project.facts_places.place,
        words_folder=str(folder) if folder else None,
        waiting=tuple(
            f"{source.folder}/changes/{note.slug}.md" for note in source.notes if note.kind is Kind.CORRECTION
        ),
        reasons=reasons_given(accept, because),
    )
    with wrong_acceptance_is_usage():
        plan = plan_amendment(
            request, parse=opened.reader.section, publish=lambda state: summary_files(state, opened.reader)
        )
    hints = (*doubts, *undone(source, opened.reader).problems)
    settle(opened, plan, problems=hints, dry_run=dry_run, yes=yes, as_data=as_data)


def _refuse_unfit(
    kind: AmendmentType,
    languages: tuple[str, ...],
    sections: tuple[str, ...],
    facts: tuple[str, ...],
    effective: When | None,
) -> None:
    """Raises UsageError for options that an amendment of this kind lacks, or has no use for."""
    if kind is not AmendmentType.CORRECTION and (sections or facts):
        raise click.UsageError(f"--section and --fact are for a correction, not for a {kind}.")
    if kind in (AmendmentType.TRANSLATION, AmendmentType.CORRECTION):
        if not languages and not facts:
            raise click.UsageError(f"a {kind} needs --language.")
        if kind is AmendmentType.CORRECTION and bool(languages) != bool(sections):
            raise click.UsageError("a correction names what it mends: --language and --section go together.")
        if effective is not None:
            raise click.UsageError(f"--effective is not for a {kind}: it changes no date.")
    if kind is AmendmentType.POSTPONEMENT and effective is None:
        raise click.UsageError("a postponement needs --effective.")


def _refuse_other(released: VersionRecords, languages: tuple[str, ...], sections: tuple[str, ...]) -> None:
    """Raises UsageError for a section of a correction that the version does not have."""
    version = released.version
    editions = [version.editions[language] for language in languages if language in version.editions]
    there = sorted({name for edition in editions for name in edition.sections})
    for name in sections:
        if there and name not in there:
            raise click.UsageError(f'version {version.number} has no section "{name}". It has: {", ".join(there)}.')


def _facts(released: VersionRecords, typed: tuple[str, ...], current: Mapping[str, object]) -> tuple[str, ...]:
    """The paths of the facts that a correction takes as they are now: an entity's own path means its primary field.

    Raises UsageError for one that is not in the version and now, that is the same, or that has lost a part.
    """
    if not typed:
        return ()
    version = released.version
    known = Facts.model_validate(version.facts)
    found: dict[str, None] = {}
    for words in typed:
        path = leaf_path(known, words)
        was, now_ = value_at(version.facts, path), value_at(current, path)
        below = path.count(".") > 1 or fact_at(known, path) is not None
        if not below or was is None or now_ is None:
            raise click.UsageError(
                f'--fact: "{words}" is not a fact both of version {version.number} and now.'
                f"{_nearest(words, known, version.facts, current)}"
            )
        if same_values(version.facts, current, path):
            raise click.UsageError(f"--fact: {path} is the same in version {version.number} and now.")
        if overlay(was, now_) != now_:
            raise click.UsageError(f"--fact: {path} has lost a part, which is no correction: release a new version.")
        found[path] = None
    return tuple(found)


def _nearest(typed: str, known: Facts, frozen: Mapping[str, object], current: Mapping[str, object]) -> str:
    """The paths like the one that was typed, in the version and now: first those that differ."""
    paths = [fact.path for fact in islice(all_facts(known), MOST_COMPARED) if value_at(current, fact.path) is not None]
    near = difflib.get_close_matches(typed, paths, n=MOST_NAMED, cutoff=0.5)
    near.sort(key=lambda path: value_at(frozen, path) == value_at(current, path))
    return f" The nearest are: {', '.join(near)}." if near else " Look up its path in the facts folder."


def _texts(
    kind: AmendmentType,
    released: VersionRecords,
    languages: tuple[str, ...],
    words: dict[str, dict[str, str]],
    wanted: set[str],
) -> dict[str, dict[str, str]]:
    """What the amendment adds or mends: a translation whole, of a correction what differs from the released words."""
    if kind is AmendmentType.TRANSLATION:
        leading = released.version.editions[released.version.authoritative_language].sections
        return {
            language: {name: text for name, text in words.get(language, {}).items() if name in leading}
            for language in languages
        }
    if kind is AmendmentType.CORRECTION:
        return {language: _differing(released, language, words, wanted) for language in languages}
    return {}


def _differing(
    released: VersionRecords, language: str, words: dict[str, dict[str, str]], wanted: set[str]
) -> dict[str, str]:
    edition = released.version.editions.get(language)
    if edition is None:
        raise click.UsageError(f'version {released.manifest.version} has no edition in "{language}".')
    return {
        name: text
        for name, text in words.get(language, {}).items()
        if name in edition.sections and text != edition.sections[name] and (not wanted or name in wanted)
    }


def _words(source: PolicySource, languages: tuple[str, ...], folder: Path | None) -> dict[str, dict[str, str]]:
    """The words to take, by language and section: of the working text, or of a folder."""
    if folder is None:
        return {
            language: dict(source.working[language].sections) for language in languages if language in source.working
        }
    found: dict[str, dict[str, str]] = {}
    for language in languages:
        for path in sorted((folder / language).glob("*.md")):
            text, problems = decode(path.read_bytes(), str(path.relative_to(folder)))
            if text is None:
                raise click.UsageError(" ".join(problem.message for problem in problems))
            found.setdefault(language, {})[path.stem] = text
    return found


def _terms(source: PolicySource, languages: tuple[str, ...]) -> dict[str, EditionTerms]:
    unknown = [language for language in languages if language not in source.config.languages]
    if unknown:
        raise click.UsageError(f"{', '.join(unknown)}: add the language to {source.folder}/policy.yml first.")
    return {
        language: EditionTerms(
            title=source.config.title[language],
            status=source.config.languages[language].status,
            reviewed=source.config.languages[language].reviewed,
        )
        for language in languages
    }

"""Checks a whole project: every rule over everything that could be read, all problems at once, in reading order."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from inforce.model.config import ID_PATTERN, LANGUAGE_PATTERN, ChangeNote, PolicyConfig
from inforce.model.facts import Facts, Wrong, all_facts, dangling
from inforce.model.spoken import links_of, spoken_of
from inforce.model.text import Section
from inforce.problems import Problem, Severity, problem
from inforce.project.beside_source import check_beside_source, check_kept_as_published, check_notes_beside
from inforce.project.date_beside_source import check_date_beside_source
from inforce.project.deceiving import as_settled, check_released_words, check_working_words
from inforce.project.editions import SectionReader
from inforce.project.noted import check_note_facts, check_note_links, with_numbered_notes
from inforce.project.project import PolicySource, Project
from inforce.project.publish import plain_facts
from inforce.project.released_text import check_released_text
from inforce.project.states import (
    check_states,
    frozen_behind,
    notes_since,
    past_since,
    undone_by,
    unlinked_since,
    up_to_date,
)
from inforce.project.summaries import check_summaries
from inforce.project.translated import Before, check_translated
from inforce.reader.numbering import number_sections
from inforce.reader.records.version import VersionRecords, check_chain, every_text
from inforce.reader.section import ids_written, parse_section
from inforce.release.edits import Plan
from inforce.release.unfinished import unfinished
from inforce.release.working_text import WorkingPolicy
from inforce.rules.accepted import check_accepted_wordings
from inforce.rules.change_notes import check_note_dates, check_notes, check_versions_named
from inforce.rules.cookies import check_cookies
from inforce.rules.corrected import check_corrected
from inforce.rules.dates import check_dates
from inforce.rules.fact_texts import check_one_text
from inforce.rules.facts import check_facts
from inforce.rules.in_step import check_in_step
from inforce.rules.languages import check_policy, check_site, check_titles
from inforce.rules.led_elsewhere import check_led_elsewhere
from inforce.rules.likely_mistakes import addresses_of, check_likely_mistakes
from inforce.rules.link_words import region_of
from inforce.rules.linked_addresses import check_linked_addresses
from inforce.rules.misnamed_days import check_misnamed_days
from inforce.rules.note_sections import Numbered
from inforce.rules.notes_beside_base import check_frozen_notes
from inforce.rules.published import check_published
from inforce.rules.record_bytes import check_record_bytes
from inforce.rules.record_dates import check_announced_before, check_record_dates
from inforce.rules.records import check_frozen_facts, check_records
from inforce.rules.references import MOST_COMPARED, MOST_SUGGESTED, check_references
from inforce.rules.same_words import check_same_words
from inforce.rules.side_by_side import check_beside_facts, check_beside_prevailing, check_facts_alone
from inforce.rules.structure import check_ids, check_order, check_roles, check_sections
from inforce.rules.translations import check_translation
from inforce.rules.typed_references import check_typed_references
from inforce.rules.unread_files import section_meant
from inforce.rules.unsettled import check_unsettled
from inforce.rules.unstated import check_unspoken
from inforce.rules.versions_told import check_frozen_reasons_told, effective_days
from inforce.site.all_pages import NAMES
from inforce.storage.tree import SOURCE, Tree
from inforce.writer import RenderContext, check_section

OF_RECORDS = (check_kept_as_published, check_announced_before, check_frozen_reasons_told)
"""Rules of what the records of a policy say, where git tells which of them are new. A rule that reads what one of these
lists gives is only named there; those of facts and texts are in `rules.side_by_side`."""
OF_FROZEN_TEXTS = (check_in_step, check_corrected)
"""Rules of the texts of those records."""


def check(
    project: Project,
    reader: SectionReader,
    *,
    settled: frozenset[str] = frozenset(),
    base_at: datetime | None = None,
    before: Mapping[str, PolicyConfig] | None = None,
    noted: Mapping[str, tuple[ChangeNote, ...]] | None = None,
    at: datetime | None = None,
    texts_before: Mapping[str, bytes] | None = None,
    facts_before: Facts | None = None,
) -> tuple[Problem, ...]:
    """Every problem of a project that was read. `settled`: the record files (`…/manifest.json`, `…/amendment.json`)
    that the base branch has with the same bytes, so that nobody may change what they say;
    `base_at` is when it had them, `at` is now, if they are known. Where `base_at` is, any other record is new: this
    tool made it. `before` is `policy.yml` of the base branch, by the folder of each policy that is set otherwise;
    `texts_before` are its sections and `sync.json` that are otherwise here, by their path, `noted` its change notes, by
    the policy's folder, `facts_before` its facts.
    """
    project = with_numbered_notes(project, reader)
    problems = [
        *check_site(project.site, project.site_places, pages=NAMES),
        *check_titles((one.id, one.config, one.config_places) for one in project.policies),
        *_dangling(project),
        *check_accepted_wordings(project.facts, project.facts_places.place, languages=project.site.languages),
        *check_facts_alone(project.facts, project.facts_places.place),
        *check_one_text(project.facts, project.facts_places.place, languages=project.site.languages),
        *check_cookies(project.facts, project.facts_places.place, at=at),
    ]
    for policy in project.policies:
        problems.extend(
            _check_policy(
                project,
                policy,
                reader,
                settled=settled,
                base_at=base_at,
                base=(before or {}).get(policy.folder),
                noted=(noted or {}).get(policy.folder, ()),
                at=at,
                then=Before(policy=policy, files=texts_before or {}, reader=reader),
                facts_before=facts_before,
            )
        )
        problems.extend(check_released_text(project, policy, reader, settled=settled))
    if not any(problem.severity is Severity.ERROR for problem in problems):  # what can't be read speaks of nothing
        problems.extend(_unspoken(project))
    return in_reading_order(problems)


def _unspoken(project: Project) -> Iterator[Problem]:
    facts = plain_facts(project.facts)
    spoken = [
        spoken_of(facts, frozenset().union(*map(links_of, _texts(policy))), policy.config.roles.keys())
        for policy in project.policies
    ]
    return check_unspoken(facts, spoken, project.facts_places.place)


def _texts(policy: PolicySource) -> Iterator[str]:
    return (text for working in policy.working.values() for text in working.sections.values())


def in_reading_order(problems: list[Problem] | tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Problems by file, line and column, each told once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.sort_key))


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Those that no site may be built with."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


_SECTION = re.compile(rf"{SOURCE}/[^/]+/(?P<language>{LANGUAGE_PATTERN[1:-1]})/(?P<id>{ID_PATTERN[1:-1]})\.md")


def check_grammar(tree: Tree) -> Iterator[Problem]:
    """What is wrong inside the sections of all working texts, whatever else of the project can be read."""
    for path in tree.files:
        if found := _SECTION.fullmatch(path):
            text, _ = tree.text(path)
            if text is not None:
                yield from parse_section(text, id=found["id"], file=path, language=found["language"])[1]


def parsed(policy: PolicySource, reader: SectionReader) -> tuple[dict[str, dict[str, Section]], list[Problem]]:
    """The working text of a policy, parsed: language to section id to section; and what could not be."""
    texts: dict[str, dict[str, Section]] = {}
    problems: list[Problem] = []
    for language, working in policy.working.items():
        sections = texts.setdefault(language, {})
        for name, text in working.sections.items():
            section, seen = reader.read(language, name, text, f"{policy.folder}/{language}/{name}.md")
            problems.extend(seen)
            if section is not None:
                sections[name] = section
    return texts, problems


def _known_in_part(
    policy: PolicySource, texts: Mapping[str, Mapping[str, Section]], reader: SectionReader
) -> tuple[dict[str, dict[str, Section]], dict[str, set[str]]]:
    """What is known of the sections that can't be read whole, by language: their readable parts, and the ids that
    they give."""
    parts: dict[str, dict[str, Section]] = {}
    meant: dict[str, set[str]] = {}
    for language, working in policy.working.items():
        unread = {name: text for name, text in working.sections.items() if name not in texts[language]}
        file = f"{policy.folder}/{language}/"
        parts[language] = {
            name: reader.readable_part(language, name, text, f"{file}{name}.md") for name, text in unread.items()
        }
        meant[language] = {name for text in unread.values() for name in ids_written(text)}
    return parts, meant


def undone(policy: PolicySource, reader: SectionReader) -> Plan:
    """What a release or an amendment that was killed has left undone."""
    working = _working(policy)
    return unfinished(policy.id, working, notes=policy.notes, released=policy.released, parse=reader.section)


def _working(policy: PolicySource) -> WorkingPolicy:
    return WorkingPolicy(
        folder=policy.folder,
        leading=policy.config.authoritative_language,
        texts={language: each.sections for language, each in policy.working.items()},
        synced={language: each.synced for language, each in policy.working.items()},
    )


def _finished(policy: PolicySource, left: Plan) -> PolicySource:
    """The policy as it is once what was left undone is done."""
    then = _working(policy).after(left.replaced)
    working = {
        language: replace(each, sections=then.texts[language], synced=then.synced[language])
        for language, each in policy.working.items()
    }
    return replace(policy, working=working)


def _check_policy(
    project: Project,
    policy: PolicySource,
    reader: SectionReader,
    *,
    settled: frozenset[str],
    base_at: datetime | None,
    base: PolicyConfig | None,
    noted: Sequence[ChangeNote],
    at: datetime | None,
    then: Before,
    facts_before: Facts | None,
) -> Iterator[Problem]:
    config, folder = policy.config, policy.folder
    yield from check_policy(config, policy.config_places, project.site)
    yield from check_order(config, policy.config_places)
    listed = config.section_ids()
    files = {language: _files(project, f"{folder}/{language}", listed) for language in config.languages}
    yield from check_sections(config, policy.config_places, files, folder)
    texts, problems = parsed(policy, reader)
    yield from problems
    yield from check_ids(texts, config.sections, config.authoritative_language, folder)
    yield from check_same_words(texts, leading=config.authoritative_language, folder=folder)
    yield from check_misnamed_days(texts, policy.notes, folder=folder)
    leading = config.authoritative_language
    yield from check_beside_facts(
        texts, facts=project.facts, config=config, leading=leading, folder=folder, places=project.facts_places.place
    )
    if set(config.section_ids()) <= set(texts.get(leading, {})):  # else those that are there tell
        yield from check_roles(config, policy.config_places, texts[leading])
        numbered = Numbered(
            order=config.sections,
            style=config.numbering,
            lists=config.lists,
            leading=leading,
            texts=texts,
            facts=None,
        )
        yield from check_typed_references(numbered, folder=folder)
    yield from check_linked_addresses(
        texts.get(leading, {}),
        facts=project.facts,
        links=project.links.links,
        own=project.site.base_url,
        folder=f"{folder}/{leading}",
        languages=(leading, *(language for language in config.languages if language != leading)),
        place=project.facts_places.place,
    )
    addresses, region = addresses_of(project.facts), region_of(project.facts)
    parts, meant = _known_in_part(policy, texts, reader)
    known = {language: {**sections, **parts[language]} for language, sections in texts.items()}
    for language, sections in known.items():
        lacking = [section for name, section in texts.get(leading, {}).items() if name not in sections]
        later = {
            *listed,
            *meant[language],
            *meant.get(leading, ()),
            *(name for section in lacking for name, _, _ in section.ids()),
        }
        yield from check_references(sections, folder=f"{folder}/{language}", names=project.links.links, others=later)
        yield from check_likely_mistakes(
            sections, order=config.sections, folder=f"{folder}/{language}", addresses=addresses, region=region
        )
    yield from check_working_words(project, policy, known)
    yield from _check_words(project, policy, texts)
    left = undone(policy, reader)
    yield from left.problems
    finished = _finished(policy, left)  # a translation is not behind for what was left undone
    source = {
        name: reader.wording(section)
        for name, text in (finished.working[leading].sections if leading in finished.working else {}).items()
        if (section := reader.section(leading, name, text)) is not None
    }
    behind: list[Problem] = []
    otherwise: list[Problem] = []
    for language, working in finished.working.items():
        if language != leading:
            behind += check_translation(
                source=source,
                synced=working.synced,
                present=frozenset(working.sections) & frozenset(listed),
                language=language,
                folder=f"{folder}/{language}",
                policy=policy.id,
                changed=then.changed(language),
            )
            current = {
                name: section
                for name, section in texts.get(language, {}).items()
                if name in source and working.synced.get(name) == source[name]  # what is behind is told as that
            }
            otherwise += check_beside_prevailing(texts, language, current, leading=leading, folder=folder)
    yield from (*behind, *otherwise)
    yield from check_translated(then, source)
    ids = {*listed, *(name for section in texts.get(leading, {}).values() for name, _, _ in section.ids())}
    paths = (fact.path for fact in all_facts(project.facts))
    targets = {
        f"{scheme}:{name}"
        for scheme, names in (("section", ids), ("fact", paths), ("link", project.links.links))
        for name in names
    }
    yield from check_led_elsewhere(*then.both(leading), targets=targets, folder=f"{folder}/{leading}")
    yield from check_notes(policy.notes, languages=config.languages, folder=f"{folder}/changes")
    inside = (name for section in known.get(leading, {}).values() for name, _, _ in section.ids())
    yield from check_note_links(project, policy, {*listed, *meant.get(leading, ()), *inside})
    yield from check_note_facts(project, policy)
    yield from notes_since(policy, project, known, reader, at, noted=noted)
    yield from check_notes_beside(policy, project, noted=noted, settled=settled)
    days = effective_days(released.version for released in policy.released)
    yield from check_note_dates(policy.notes, folder=f"{folder}/changes", known=days)
    yield from check_facts(
        texts,
        folder=folder,
        facts=project.facts,
        places=project.facts_places.place,
        authoritative=leading,
        partly=parts,
    )
    yield from unlinked_since(policy, project, known.get(leading, {}), reader)
    yield from past_since(policy, project, known, reader, at)
    told = base_at is not None  # git tells which records are new
    new = policy.released if told else ()
    yield from check_versions_named(
        policy.notes, new, last=len(policy.released), folder=f"{folder}/changes", settled=settled
    )
    yield from check_chain(policy.released)
    yield from check_dates([released.version for released in policy.released], folder=folder)
    for before, released in zip((None, *policy.released), policy.released, strict=False):
        others = [other for other in policy.released if other is not released]
        wrong = [
            *as_settled(check_records(released, before=before), settled),
            *check_unsettled(
                released,
                earlier=policy.released[: policy.released.index(released)],
                config=config if told else None,
                base=base,
                newest=released is policy.released[-1],
                settled=settled,
                parse=reader.section,
            ),
            *check_record_dates(
                released,
                earlier=policy.released[: policy.released.index(released)],
                others=others,
                settled=settled,
                at=at,
                notice=config.notice,
                promised=base.notice if base else None,
                noted=noted,
                base_at=base_at,
                time_zone=project.site.time_zone,
            ),
            *check_record_bytes(released, settled=settled, known=told),
        ]
        wording = (*_check_wording(released, reader),)
        published = () if errors(wording) else (*check_published(released),)  # no summary comes of unreadable words
        yield from (*wrong, *wording, *published)
        yield from as_settled(check_released_words(project, released, reader), settled)
        if not errors((*wrong, *wording)):  # what records say is sound, so it can be held to its facts
            newest = released is policy.released[-1]
            lagging = frozen_behind(released, behind if told else (*behind, *otherwise), finished) if newest else ()
            lost = undone_by(before, released, reader, folder=folder, settled=settled) if before else ()
            unseen = (*lost, *lagging)
            yield from check_states(
                released,
                reader,
                folder=folder,
                settled=settled,
                known=told,
                config=config,
                unseen=unseen,
                others=others,
                current=up_to_date(released, finished) if told else frozenset(),
                notice=(config.notice.material, config.notice.clarification),
                pages=project.pages,
            )
        if not errors((*wrong, *wording, *published)):  # and a summary can be made of it
            yield from check_summaries(released, reader, settled=settled, known=told)
    if told and policy.released:
        yield from check_beside_source(
            policy,
            project,
            reader,
            settled=settled,
            texts_before=then.files,
            facts_before=facts_before,
            config_before=base,
        )
        yield from check_date_beside_source(policy, settled=settled, texts_before=then.files)
        yield from check_frozen_notes(policy.released, noted=noted, working=policy.notes, settled=settled)
        for rule_of_records in OF_RECORDS:
            yield from rule_of_records(policy.released, settled=settled)
        for rule_of_frozen_texts in OF_FROZEN_TEXTS:
            yield from rule_of_frozen_texts(policy.released, settled=settled, parse=reader.section)
    yield from check_frozen_facts(policy.released)


def _check_words(project: Project, policy: PolicySource, texts: dict[str, dict[str, Section]]) -> Iterator[Problem]:
    """The words of the source are the words that a page would show; links that lead nowhere are told elsewhere.

    A section whose text was released was checked then, and is proved again whenever a page of it is made.
    """
    config = policy.config
    released = policy.released[-1].version.editions if policy.released else {}
    numbers = number_sections(
        config.sections, texts.get(config.authoritative_language, {}), config.numbering, config.lists
    )
    for language, sections in texts.items():
        links = {name: link.in_language(language) for name, link in project.links.links.items()}
        context = RenderContext(language=language, numbers=numbers, links=links, lists=config.lists)
        frozen = released[language].sections if language in released else {}
        for name, section in sections.items():
            if frozen.get(name) == policy.working[language].sections[name]:
                continue
            file = f"{policy.folder}/{language}/{name}.md"
            yield from (found for found in check_section(section, context, file=file) if found.code == "M190")


def _files(project: Project, folder: str, listed: tuple[str, ...]) -> frozenset[str]:
    """The sections that have a file in a folder, whether or not it could be read."""
    names = [path.removeprefix(f"{folder}/") for path in project.tree.below(folder)]
    meant = {section_meant(name) for name in names}  # under a wrong name, which is told already
    return frozenset(
        name.removesuffix(".md")
        for name in names
        if name.endswith(".md") and re.fullmatch(ID_PATTERN, name.removesuffix(".md"))
    ) | {name for name in listed if name in meant or project.tree.stands(f"{folder}/{name}.md")}


def _check_wording(released: VersionRecords, reader: SectionReader) -> Iterator[Problem]:
    """The words of every frozen section, also of those that were replaced, still give the digest that was recorded."""
    for each in every_text(released):
        section, problems = reader.read(each.language, each.section, each.text, each.path)
        yield from (replace(one, location=replace(one.location, file=each.path)) for one in problems)
        if section is not None and reader.wording(section) != each.digests.wording:
            yield problem("D108", each.path)


def _dangling(project: Project) -> Iterator[Problem]:
    """Facts that name other facts which do not exist, or that go in a circle."""
    for told, found in enumerate(dangling(project.facts)):
        circle = found.wrong is Wrong.CYCLE
        yield problem(
            "F108" if circle else "F107",
            project.facts_places.place(found.path),
            message=f"these facts refer to one another in a circle: {' → '.join(found.cycle)}."
            if circle
            else f'"{found.reference}" is not an entry of the facts.',
            remedy="Let one of them say the thing itself." if circle else _remedy(found.reference, found.known, told),
        )


def _remedy(reference: str, known: tuple[str, ...], told: int) -> str:
    """What could stand in the place of a reference that leads nowhere, of which so many are told already."""
    if told >= MOST_SUGGESTED:
        return "Mend its name."
    if near := difflib.get_close_matches(reference, known[:MOST_COMPARED], n=1):
        return f'Did you mean "{near[0]}"?'
    return f"Use one of: {', '.join(known[:20])}." if known else "Add its entry; there is none yet."

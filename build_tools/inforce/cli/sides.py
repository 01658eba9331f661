"""The two sides of a redline, found by what was typed: versions of a policy, files, folders."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from inforce.cli.dates import now
from inforce.cli.messages import tell
from inforce.cli.opening import open_here, policy_named
from inforce.cli.texts import is_folder, read_file, read_folder
from inforce.model.facts import Facts
from inforce.project.publish import publish
from inforce.publication import PublishedPolicy, PublishedSite, ReadVersion
from inforce.redline import Redline, compare
from inforce.redline.data import SidesData
from inforce.redline.folders import compare_folders
from inforce.redline.lenient import compare_markdown
from inforce.rules.languages import known_language
from inforce.site.redline_file import Compared
from inforce.site.resources import catalogs
from inforce.site.translator import words_for
from inforce.storage.tree import plain_name
from inforce.writer import RenderContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Two sides compared, and what to call them."""

    compared: Compared
    beside: Compared | None = None
    """The same two versions in another language."""
    sides: SidesData
    columns: tuple[str, str]
    title: str
    subject: str


def of_policy(root: Path, name: str, old: str, new: str, language: str | None, beside: str | None) -> Found:
    """Two versions of a policy, by number, "current" (in force) or "draft" (the working text).

    Raises UsageError where there is no such thing; exits with 1 where the project cannot be built."""
    opened = open_here(root)
    source = policy_named(opened, name)
    if opened.errors:
        tell(opened.errors)
        sys.exit(1)
    site = publish(opened.project, opened.reader, as_of=now(), drafts=True).site
    policy = next(policy for policy in site.policies if policy.id == source.id)
    was, now_ = (_version(site, policy, which) for which in (old, new))
    chosen = language or source.config.authoritative_language
    compared = _editions(site, was, now_, chosen)
    words = compared.words
    first, second = was.number, now_.number
    names = tuple(words.text("Version {number}", number=n) if n else words.text("Draft") for n in (first, second))
    if first is None:
        title = " → ".join(names)
    elif second is None:
        title = words.text("Changes from version {old} to the draft", old=first)
    else:
        title = words.text("Changes from version {old} to version {new}", old=first, new=second)
    titles = policy.config.title
    return Found(
        compared=compared,
        beside=_editions(site, was, now_, beside) if beside else None,
        sides=SidesData(
            policy=policy.id, old=str(first or "draft"), new=str(second or "draft"), language=chosen, beside=beside
        ),
        columns=(names[0], names[1]),
        title=title,
        subject=titles.get(chosen, titles[policy.config.authoritative_language]),
    )


def _version(site: PublishedSite, policy: PublishedPolicy, which: str) -> ReadVersion:
    if which == "current":
        term = policy.timeline.in_force_at(site.as_of)
        if term is None:
            raise click.UsageError(f"no version of {policy.id} is in force.")
        return policy.version(term.version)
    if which == "draft":
        found = policy.draft or next(reversed(policy.versions), None)
        if found is None:
            raise click.UsageError(f"{policy.id} has neither a version nor a working text.")
        return found
    numbers = {str(each.number): each for each in policy.versions}
    if which not in numbers:
        known = ", ".join((*numbers, "current", "draft"))
        raise click.UsageError(f"{policy.id} has no version {which!r}. Known are: {known}.")
    return numbers[which]


def _editions(site: PublishedSite, old: ReadVersion, new: ReadVersion, language: str) -> Compared:
    for published in (old, new):
        if language not in published.editions:
            which = published.number or "draft"
            known = ", ".join(sorted(published.editions))
            raise click.UsageError(f'version {which} has no edition in "{language}". It has: {known}.')
    was, now_ = old.editions[language], new.editions[language]
    links = {name: target.in_language(language) for name, target in site.links.items()}
    before, after = (
        RenderContext(language=language, numbers=each.numbers, links=links, lists=each.lists) for each in (was, now_)
    )
    return Compared(
        redline=compare(was, now_),
        language=language,
        words=words_for(language, catalogs()),
        old=before,
        new=after,
        facts=(was.facts, now_.facts),
    )


def of_files(old: Path, new: Path, language: str | None) -> Found:
    """Two files, or two folders of files. Raises UsageError where there is none, CannotContinue for bad ones."""
    if language is not None and not known_language(language):
        raise click.UsageError(f'"{language}" is not a language known to CLDR. Use a tag such as en or pt-BR.')
    if is_folder(old) != is_folder(new):
        raise click.UsageError("compare a file with a file, or a folder with a folder.")
    redline = _folders(old, new) if is_folder(old) else compare_markdown(read_file(old), read_file(new))
    contexts = [
        RenderContext(language=language or "en", numbers={id: number for id, number in each if number}, links={})
        for each in (
            [(section.old.id, section.old_number) for section in redline.sections if section.old],
            [(section.new.id, section.new_number) for section in redline.sections if section.new],
        )
    ]
    none = Facts()
    paths = plain_name(str(old)), plain_name(str(new))
    names = (plain_name(old.name), plain_name(new.name)) if old.name != new.name else paths
    return Found(
        compared=Compared(
            redline=redline,
            language=language or "",
            words=words_for(language or "en", catalogs()),
            old=contexts[0],
            new=contexts[1],
            facts=(none, none),
        ),
        sides=SidesData(old=paths[0], new=paths[1], language=language),
        columns=names,
        title=" → ".join(names),
        subject="",
    )


def _folders(old: Path, new: Path) -> Redline:
    was, now_ = read_folder(old), read_folder(new)
    for path, texts in ((old, was), (new, now_)):
        if texts.passed_over:
            files = "file that is" if texts.passed_over == 1 else "files that are"
            click.echo(f"Passed over in {plain_name(str(path))}: {texts.passed_over} {files} not Markdown.", err=True)
    if not was.files and not now_.files:
        raise click.UsageError("neither folder holds a Markdown file.")
    return compare_folders(was.files, now_.files)

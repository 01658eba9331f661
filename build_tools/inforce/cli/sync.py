"""`inforce sync`: records that translations are up to date with the prevailing text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from inforce.cli.messages import ends_politely
from inforce.cli.opening import open_here, policy_named
from inforce.model.text import Section, words
from inforce.problems import Problem, Severity
from inforce.project.check import parsed
from inforce.reader.wording import wording_digest
from inforce.storage.apply import replace_file

_SAYS = {"F102": "still says", "F103": "says what can't be read:"}
"""What a translation that is not current shows, though it is only open: other words than those of the fact."""


@click.command()
@click.argument("policy")
@click.argument("language")
@click.argument("sections", nargs=-1)
@click.pass_obj
@ends_politely
def sync(root: Path, policy: str, language: str, sections: tuple[str, ...]) -> None:
    """Record that SECTIONS (all, if none is named) in LANGUAGE say what the prevailing text says now."""
    opened = open_here(root)
    source = policy_named(opened, policy)
    leading = source.config.authoritative_language
    working = source.working.get(language)
    if working is None or language == leading:
        raise click.UsageError(f'"{language}" is not a translation of {policy}.')
    texts, _ = parsed(source, opened.reader)
    files = {
        f"{source.folder}/{each}/{name}.md": texts[each].get(name)
        for each in (leading, language)
        for name in sections or working.sections
    }
    if wrong := list(_not_current(opened.problems, files)):
        click.echo("\n".join(wrong), err=True)
        sys.exit(1)
    now = {name: wording_digest(section.leaves) for name, section in texts[leading].items() if name in working.sections}
    unknown = [name for name in sections if name not in now]
    if unknown:
        raise click.UsageError(f"there is no section {', '.join(unknown)} in both languages.")
    chosen = set(sections or now)
    record = {
        name: now[name] if name in chosen else working.synced[name]
        for name in sorted(now)
        if name in chosen or name in working.synced
    }
    data = (json.dumps(record, indent=2, sort_keys=True) + "\n").encode()
    replace_file(root / source.folder / language / "sync.json", data)
    count = "1 section is" if len(chosen) == 1 else f"{len(chosen)} sections are"
    click.echo(f"{source.folder}/{language}/sync.json: {count} up to date with {leading}.")


def _not_current(problems: Iterable[Problem], files: Mapping[str, Section | None]) -> Iterator[str]:
    """What speaks against recording these files as saying the same: errors, and words that differ from their fact."""
    for problem in problems:
        at, code = problem.location, problem.code
        if at.file not in files:
            continue
        links = section.links if code in _SAYS and (section := files[at.file]) is not None else ()
        link = next((one for one in links if (one.at.line, one.at.column) == (at.line, at.column)), None)
        if link is not None:
            said = " ".join(words(link.children).split())
            yield f'{at.file} {_SAYS[code]} "{said}" ({code}). Mend that first.'
        elif problem.severity is Severity.ERROR:
            yield f"{at} has an error ({code}): {problem.message} Mend that first."

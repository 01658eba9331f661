"""`inforce sync`: records that translations are up to date with the prevailing text."""

from __future__ import annotations

import json
from pathlib import Path

import click

from inforce.cli.desk import open_project, policy_named
from inforce.cli.messages import ends_politely
from inforce.parse.wording import wording_digest
from inforce.source.apply import replace_file
from inforce.workspace.check import parsed


@click.command()
@click.argument("policy")
@click.argument("language")
@click.argument("sections", nargs=-1)
@click.pass_obj
@ends_politely
def sync(root: Path, policy: str, language: str, sections: tuple[str, ...]) -> None:
    """Record that SECTIONS (all, if none is named) in LANGUAGE say what the prevailing text says now."""
    desk = open_project(root)
    source = policy_named(desk, policy)
    leading = source.config.authoritative_language
    working = source.working.get(language)
    if working is None or language == leading:
        raise click.UsageError(f'"{language}" is not a translation of {policy}.')
    texts, _ = parsed(source, desk.reader)
    now = {name: wording_digest(section) for name, section in texts[leading].items() if name in working.sections}
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
    click.echo(f"{source.folder}/{language}/sync.json: {len(chosen)} sections are up to date with {leading}.")

"""`inforce redline`: what changed, on the terminal, as Markdown for a pull request, or as data."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from inforce.cli.dates import now
from inforce.cli.desk import open_project, policy_named
from inforce.cli.messages import ends_politely, tell
from inforce.errors import CannotContinue
from inforce.model.edition import ReadEdition
from inforce.publication import PublishedPolicy
from inforce.redline import compare
from inforce.redline.changes import Redline
from inforce.redline.data import data
from inforce.redline.lenient import compare_markdown
from inforce.redline.plain import Brackets, Colours, Markdown, text
from inforce.source.tree import MAX_FILE_BYTES, decode
from inforce.workspace.check import blocks_build
from inforce.workspace.publish import publish


@click.command()
@click.argument("what")
@click.argument("old")
@click.argument("new", required=False)
@click.option(
    "--language", "--lang", "language", help="Of a policy: the language. The authoritative one, if not given."
)
@click.option("--markdown", is_flag=True, help="Print Markdown, for a pull request.")
@click.option("--json", "as_data", is_flag=True, help="Print JSON on stdout.")
@click.pass_obj
@ends_politely
def redline(
    root: Path, what: str, old: str, new: str | None, language: str | None, markdown: bool, as_data: bool
) -> None:
    """Compare two versions of a policy, or any two Markdown files.

    \b
    inforce redline privacy 1 2      versions 1 and 2 of the policy "privacy"
    inforce redline privacy 1 draft  version 1 and the working text
    inforce redline OLD.md NEW.md    two files
    """
    found = _of_files(Path(what), Path(old)) if new is None else _of_policy(root, what, old, new, language)
    if as_data:
        click.echo(data(found).model_dump_json(indent=2))
        return
    style = Markdown() if markdown else Colours() if sys.stdout.isatty() else Brackets()
    click.echo(text(found, style), nl=False)


def _of_files(old: Path, new: Path) -> Redline:
    return compare_markdown(_file(old), _file(new))


def _file(path: Path) -> str:
    if not path.is_file():
        raise click.UsageError(f"there is no file {path}.")
    if path.stat().st_size > MAX_FILE_BYTES:
        raise click.UsageError(f"{path} has more than {MAX_FILE_BYTES:,} bytes.")
    words, problems = decode(path.read_bytes(), str(path))
    if words is None:
        raise CannotContinue(problems)
    return words


def _of_policy(root: Path, name: str, old: str, new: str, language: str | None) -> Redline:
    desk = open_project(root)
    source = policy_named(desk, name)
    blocking = blocks_build(desk.problems)
    if blocking:
        tell(blocking)
        sys.exit(1)
    site = publish(desk.project, desk.reader, as_of=now(), drafts="draft" in (old, new)).site
    policy = next(policy for policy in site.policies if policy.id == source.id)
    chosen = language or source.config.authoritative_language
    return compare(_edition(policy, old, chosen), _edition(policy, new, chosen))


def _edition(policy: PublishedPolicy, which: str, language: str) -> ReadEdition:
    if which == "draft":
        if policy.draft is None:
            raise click.UsageError(f"the working text of {policy.id} is the same as its last version.")
        found = policy.draft
    else:
        numbers = {str(each.version.number): each for each in policy.versions}
        if which not in numbers:
            raise click.UsageError(f"{policy.id} has no version {which}. Known are: {', '.join(numbers) or 'none'}.")
        found = numbers[which]
    if language not in found.editions:
        raise click.UsageError(f'version {which} has no edition in "{language}".')
    return found.editions[language]

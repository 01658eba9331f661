"""`inforce redline`: what changed, on the terminal, as Markdown for a pull request, as data, or as a page."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from inforce.cli.messages import ends_politely, tell
from inforce.cli.sides import Found, of_files, of_policy
from inforce.cli.texts import MARKDOWN, is_folder, is_text
from inforce.errors import CannotContinue
from inforce.redline.data import data
from inforce.redline.plain import Brackets, Colours, Markdown, Style, text
from inforce.site.redline_file import FileMaker
from inforce.site.resources import assets, templates
from inforce.storage.tree import SOURCE, plain_name


@click.command()
@click.argument("what")
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option(
    "--language",
    "--lang",
    "language",
    metavar="LANG",
    help="The language. Of a policy the authoritative one, if not given.",
)
@click.option("--beside", metavar="LANG", help="For translators: the same versions in another language beside it.")
@click.option("--markdown", is_flag=True, help="Print Markdown, for a pull request.")
@click.option("--json", "as_data", is_flag=True, help="Print JSON (schema: build_tools/schemas/redline.schema.json).")
@click.option("--html", "as_page", is_flag=True, help="Print a page of HTML that needs no other file.")
@click.option("--side-by-side", is_flag=True, help="A page of HTML with what was beside what is.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file, not to stdout. .html, .json and .md say in which form.",
)
@click.option("--color/--no-color", "colour", default=None, help="Colours; on a terminal, if not given.")
@click.pass_obj
@ends_politely
def redline(
    root: Path,
    what: str,
    old: str | None,
    new: str | None,
    language: str | None,
    beside: str | None,
    markdown: bool,
    as_data: bool,
    as_page: bool,
    side_by_side: bool,
    output: Path | None,
    colour: bool | None,
) -> None:
    """Compare two versions of a policy, or any two Markdown files or folders of them.

    \b
    inforce redline privacy                  the version in force and the working text
    inforce redline privacy 1 2              versions 1 and 2 of the policy "privacy"
    inforce redline privacy current draft    the same as the first, in words
    inforce redline privacy 1 2 --lang fr --beside en --output fr.html
                                             what changed in French beside what changed in English
    inforce redline OLD.md NEW.md            two files
    inforce redline OLD NEW                  two folders: files pair by name, then by likeness
    """
    as_page = as_page or side_by_side
    if markdown + as_data + as_page > 1:
        raise click.UsageError("ask for one of --markdown, --json and --html.")
    _lacks_nothing(root, what, old, new)
    if output and not markdown + as_data + as_page:
        ending = output.suffix.lower()
        markdown, as_data, as_page = ending in MARKDOWN, ending == ".json", ending in (".html", ".htm")
    in_policy = old is None or new is not None
    if in_policy:
        found = of_policy(root, what, old or "current", new or "draft", language, beside)
    elif beside:
        raise click.UsageError("--beside compares two languages of a policy, not files.")
    else:
        assert old is not None
        try:
            found = of_files(Path(what), Path(old), language)
        except CannotContinue as stop:
            if as_data:
                raise
            tell(stop.problems, levels=False)
            sys.exit(1)
    if as_page:
        made = _page(found, side_by_side)
    elif as_data:
        other = found.beside.redline if found.beside else None
        made = data(found.compared.redline, found.sides, other).model_dump_json(indent=2, exclude_none=True)
    else:
        style = Markdown() if markdown else Colours() if _coloured(colour, output) else Brackets()
        made = _text(found, style)
    if output is None:
        click.echo(made.removesuffix("\n"), color=True if colour else None)
        return
    try:
        output.write_text(made.removesuffix("\n") + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.FileError(str(output), error.strerror) from None


def _lacks_nothing(root: Path, what: str, old: str | None, new: str | None) -> None:
    """Raises UsageError where one side alone was named."""
    if old is None and (is_text(Path(what)) or (is_folder(Path(what)) and not is_folder(root / SOURCE))):
        raise click.UsageError(f"name what to compare it with: inforce redline {plain_name(what)} NEW")
    versions = old is not None and (old in ("current", "draft") or old.isdigit())
    if versions and new is None and not is_text(Path(what)) and not is_folder(Path(what)):
        example = f"inforce redline {plain_name(what)} {old} {'draft' if old == 'current' else 'current'}"
        raise click.UsageError(f"name both versions to compare, such as: {example}")


def _coloured(wished: bool | None, output: Path | None) -> bool:
    """Whether to colour: as wished, else on a terminal that wants colours (https://no-color.org)."""
    if wished is not None:
        return wished
    return (
        output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def _text(found: Found, style: Style) -> str:
    if found.beside is None:
        return text(found.compared.redline, style)
    both = (found.beside, found.compared)
    return "\n".join(f"{style.heading(each.language)}\n\n{text(each.redline, style)}" for each in both)


def _page(found: Found, side_by_side: bool) -> str:
    made = FileMaker(templates=templates(), assets=assets())
    if found.beside is not None:
        return made.beside(found.beside, found.compared, title=found.title, subject=found.subject)
    if side_by_side:
        return made.side_by_side(found.compared, found.columns, title=found.title, subject=found.subject)
    return made.inline(found.compared, title=found.title, subject=found.subject)

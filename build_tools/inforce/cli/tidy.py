"""`inforce tidy`: rewrites what is harmless in section files, so that they can be read."""

from __future__ import annotations

import difflib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from inforce.cli.messages import ends_politely, tell
from inforce.cli.texts import printable, read_file_as_it_is
from inforce.problems import Problem
from inforce.project.settings import LINKS
from inforce.reader.ids import proposed_id
from inforce.reader.section import parse_section
from inforce.reader.yaml.document import read_yaml
from inforce.rules.languages import known_language
from inforce.storage.apply import replace_file
from inforce.storage.tree import SOURCE
from inforce.tidy.answers import wanted
from inforce.tidy.mending import Tidied, digest
from inforce.tidy.mending import tidy as mend
from inforce.tidy.options import Options
from inforce.tidy.parts import section_files
from inforce.tidy.rules import RULES
from inforce.tidy.sentences import sentences as one_on_a_line

_NO_LANGUAGES = frozenset({"versions", "changes"})
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ANSWERS = {"adopt": "--adopt", "title": "--title"}


@dataclass(frozen=True, kw_only=True)
class _File:
    """A file that was looked at."""

    path: Path
    before: str
    done: Tidied
    problems: tuple[Problem, ...]
    """What is wrong with it still."""
    mended_by_answers: int
    answers: tuple[str, ...]
    """What could be told besides, by which so many of these problems were mended."""


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help="Write the files without asking.")
@click.option("--sentences", is_flag=True, help="Put one sentence on a line, so that edits by two people merge.")
@click.option(
    "--adopt",
    is_flag=True,
    help="Set all headings below the first, and take links that lead to no place in the text off their words.",
)
@click.option("--title", default="", help="The heading of a text that begins with none.")
@click.option("--address", default="", help="The address where the text stood, to make its relative links whole.")
@click.option(
    "--split",
    type=click.Path(path_type=Path, file_okay=False),
    help="Leave the file, and write a section file to this folder for each of its highest headings.",
)
@click.option("--language", default="", help="The text's language. That of its folder, if not given.")
@click.pass_obj
@ends_politely
def tidy(
    root: Path,
    files: tuple[Path, ...],
    write: bool,
    sentences: bool,
    adopt: bool,
    title: str,
    address: str,
    split: Path | None,
    language: str,
) -> None:
    """Rewrite what is harmless in FILES (all sections, if none is named), and show what changes.

    The words stay the same, and nothing under versions/ is ever written.
    """
    if address and not re.match(r"https?://[^/\s]+", address):
        raise click.UsageError("--address: write a whole address, as in https://example.org/privacy.")
    told = Options(adopt=adopt, title=" ".join(title.split()), address=address)
    if split:
        if len(files) != 1:
            raise click.UsageError("--split: name one file.")
        spoken = language or language_of(split / "x.md")
        sys.exit(_split(files[0], split, told, spoken, _addresses(root), one_line=sentences, write=write))
    looked_at = [
        _look(path, told, language or language_of(path), one_line=sentences) for path in files or tuple(_sections(root))
    ]
    changed = [file for file in looked_at if file.done.text != file.before]
    for file in looked_at:
        _show(file)
    _show_named([(file.path, file.done.named) for file in looked_at], _addresses(root))
    if not changed:
        click.echo(f"Nothing to mend in {_counted(len(looked_at), 'file')}.", err=True)
    elif write or click.confirm(f"Write {_counted(len(changed), 'file')}?", err=True):
        for file in changed:
            replace_file(file.path.resolve(), file.done.text.encode())
        click.echo(f"Wrote {_counted(len(changed), 'file')}.", err=True)
    else:
        click.echo("Nothing was written.", err=True)
    sys.exit(any(file.problems for file in looked_at))


def _split(
    path: Path,
    folder: Path,
    told: Options,
    language: str,
    addresses: Mapping[str, str],
    *,
    one_line: bool,
    write: bool,
) -> bool:
    """Write the parts of a text to a folder, and say whether one of them can't be read."""
    options = replace(told, id=proposed_id(path.stem) or "policy", whole=True)
    parts = section_files(read_file_as_it_is(path), options, language)
    if parts is None:
        raise click.UsageError(f"{path}: it has no headings to be split at.")
    texts = {part.id: one_on_a_line(part.text, language) if one_line else part.text for part in parts.sections}
    if there := [name for name in texts if (folder / f"{name}.md").exists()]:
        raise click.UsageError(f"{folder / there[0]}.md is there already.")
    problems = [
        problem
        for name, text in texts.items()
        for problem in parse_section(text, id=name, file=str(folder / f"{name}.md"), language=language)[1]
    ]
    if parts.title:
        click.echo(f"title:\n  {language}: {json.dumps(parts.title, ensure_ascii=False)}")
    click.echo("sections:")
    for name, text in texts.items():
        click.echo(f"  - {{id: {name}}}  {printable(text.partition(chr(10))[0])}")
    _show_named([(path, parts.named)], addresses)
    if problems:
        click.echo(f"{_counted(len(problems), 'point')} to mend by hand:", err=True)
        tell(problems)
    if write or click.confirm(f"Write {_counted(len(texts), 'file')} to {folder}?", err=True):
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            replace_file((folder / f"{name}.md").resolve(), text.encode())
        click.echo(f"Wrote {_counted(len(texts), 'file')}. The lines above are for policy.yml.", err=True)
    else:
        click.echo("Nothing was written.", err=True)
    return bool(problems)


def _sections(root: Path) -> Iterator[Path]:
    """Every section file of the working text."""
    for path in sorted((root / SOURCE).glob("*/*/*.md")):
        if path.parent.name not in _NO_LANGUAGES and path.is_file() and not path.is_symlink():
            yield path


def language_of(path: Path) -> str:
    """The language of a file by its folder; English where that says none."""
    name = path.resolve().parent.name
    return name if _LANGUAGE.fullmatch(name) and known_language(name) else "en"


def _look(path: Path, told: Options, language: str, *, one_line: bool) -> _File:
    parts = path.resolve().parts
    if SOURCE in parts and "versions" in parts[parts.index(SOURCE) :]:
        raise click.UsageError(f"{path}: what was released stays as it is; tidy writes nothing under versions/.")
    if SOURCE in parts and path.resolve().parent.name == "changes":
        raise click.UsageError(f"{path}: notes on a version are no section, and tidy rewrites sections.")
    before = read_file_as_it_is(path)
    if SOURCE in parts:
        siblings = frozenset(other.stem for other in path.resolve().parent.glob("*.md"))
        options = replace(told, id=path.stem, sections=siblings)
    else:
        options = replace(told, id=proposed_id(path.stem) or "policy", whole=True)
    done = mend(before, options, language)
    if one_line:
        text = one_on_a_line(done.text, language)
        changes = done.changes_digest or digest(text, language) != digest(done.text, language)
        done = replace(done, text=text, changes_digest=changes)
    _, problems = parse_section(done.text, id=options.id, file=str(path), language=language)
    more = wanted(done.text, options, language) if problems else None
    return _File(
        path=path,
        before=before,
        done=done,
        problems=problems,
        mended_by_answers=len(problems) - len(more.left) if more else 0,
        answers=more.answers if more else (),
    )


def _show(file: _File) -> None:
    """The changes as a diff, what was mended, and what is left to do by hand."""
    name = str(file.path)
    lines = difflib.unified_diff(
        _lines(file.before), _lines(file.done.text), fromfile=name, tofile=f"{name} (tidy)", lineterm=""
    )
    for line in lines:
        click.echo(printable(line))
    if file.done.made:
        click.echo(f"{name}: {_told(file.done.made)}.", err=True)
    if file.done.changes_digest:
        click.echo(f"{name}: this could be read before; its wording digest changes with these edits.", err=True)
    if file.problems:
        click.echo(f"{name}: {_counted(len(file.problems), 'point')} to mend by hand:", err=True)
        tell(file.problems)
    if file.mended_by_answers > 0:
        flags = " and ".join(_ANSWERS[answer] for answer in file.answers)
        click.echo(f"{name}: {file.mended_by_answers} of them would be mended with {flags}.", err=True)


def _addresses(root: Path) -> Mapping[str, str]:
    """What the project's links.yml has, by name; nothing where it can't be read, which the check tells."""
    path = root / LINKS
    document = read_yaml(path.read_text("utf-8", errors="replace"), str(path))[0] if path.is_file() else None
    links = document.data.get("links") if document and isinstance(document.data, dict) else None
    entries = links.items() if isinstance(links, dict) else ()
    return {name: str(entry.get("url", "")) for name, entry in entries if isinstance(entry, dict)}


def _show_named(found: Iterable[tuple[Path, Mapping[str, str]]], addresses: Mapping[str, str]) -> None:
    """The lines for links.yml: the address that stood in the text holds the place of the whole one."""
    named: dict[str, str] = {}
    files: dict[str, list[str]] = {}
    for path, names in found:
        named.update(names)
        for name in names:
            files.setdefault(name, []).append(str(path))
    for name in sorted(named.keys() & addresses.keys()):
        told = f'"link:{name}", for {named[name]}, is in links.yml already: {addresses[name]}. See that it is meant.'
        click.echo(printable(told), err=True)
    new = sorted(named.keys() - addresses.keys())
    if new:
        click.echo("Relative links need their whole addresses in links.yml, or --address:", err=True)
        click.echo("links:")
    for name in new:
        several = f"  # in {', '.join(files[name])}" if len(files[name]) > 1 else ""
        click.echo(printable(f"  {name}:\n    url: {json.dumps(named[name], ensure_ascii=False)}{several}"))


def _lines(text: str) -> Sequence[str]:
    return text.split("\n")


def _told(made: Mapping[str, int]) -> str:
    """What the rules did, in their order."""
    return "; ".join(
        f"{rule.does} ({made[rule.name]}, {rule.name})" if made[rule.name] > 1 else f"{rule.does} ({rule.name})"
        for rule in RULES
        if rule.name in made
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

"""`inforce try`: every committed state of a policy in anybody's repository, as a timeline with redlines in one file."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

import click

from inforce.cli.messages import ends_politely
from inforce.cli.progress import counted
from inforce.cli.texts import MARKDOWN, printable
from inforce.model.text import Heading
from inforce.model.text import words as words_of
from inforce.redline import Redline
from inforce.redline.course import Entry, State, Texts, course, last_of_each_day
from inforce.redline.folders import compare_folders
from inforce.redline.lenient import compare_markdown, read_blocks
from inforce.rules.languages import known_language
from inforce.site.course_file import course_view
from inforce.site.redline_file import file_style
from inforce.site.renderer import maker
from inforce.site.resources import assets, catalogs, templates
from inforce.site.translator import words_for
from inforce.storage.tree import decode, plain_name


@click.command("try")
@click.argument("repository")
@click.argument("path")
@click.option("--language", "--lang", "language", metavar="LANG", help="The language of the text and of the page.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("timeline.html"),
    show_default=True,
    help="The file to write.",
)
@ends_politely
def try_out(repository: str, path: str, language: str | None, output: Path) -> None:
    """Show how a policy in any git repository has changed, as one HTML file.

    REPOSITORY is a folder with a clone, or an address that git can clone. PATH is a file in it, or a folder of Markdown
    files. Nothing is written but the HTML file.

    \b
    inforce try ../handbook docs/privacy.md
    inforce try https://git.example/team/policies.git privacy
    """
    from inforce.storage.committed_texts import NotRead, text_history  # git takes a while to load

    if language is not None and not known_language(language):
        raise click.UsageError(f'"{language}" is not a language known to CLDR. Use a tag such as en or pt-BR.')
    click.echo(f"Reading the history of {plain_name(path)} …", err=True)
    try:
        history = text_history(repository, path, MARKDOWN)
    except NotRead as stop:
        click.echo(printable(str(stop)), err=True)
        sys.exit(1)
    for name in history.too_large:
        click.echo(f"Left out, for it has more than a megabyte: {plain_name(name)}", err=True)
    states = []
    for each in history.states:
        texts = dict(_texts(each.files))
        if texts:
            entry = Entry(commit=each.commit, at=each.at, subject=printable(each.subject))
            states.append(State(entry=entry, texts=texts))
    if not states:
        click.echo("No state of it is UTF-8 text.", err=True)
        sys.exit(1)
    compare = compare_folders if history.folder else _compare_files
    days = last_of_each_day(states)
    steps = tuple(course(counted(days, "Comparing"), compare))
    words = words_for(language or "en", catalogs())
    view = course_view(
        steps,
        words,
        file_style(assets()),
        title=_title(states[-1].texts) or PurePosixPath(path).name or plain_name(repository),
        subject=plain_name(f"{repository} · {path}"),
        language=language or "",
        cut_off=history.cut_off,
    )
    html = maker(templates(), lambda _, compute: compute()).html("course.html", view, words)
    output.write_text(html.removesuffix("\n") + "\n", encoding="utf-8", newline="\n")
    changes = len(steps) - 1
    click.echo(
        f"{len(states)} committed {'state' if len(states) == 1 else 'states'}; on {changes} "
        f"{'day' if changes == 1 else 'days'} the words changed. See {plain_name(str(output))}."
    )


def _texts(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for name, data in files.items():
        text, _ = decode(data, name)
        if text is not None:
            yield name, printable(text)


def _compare_files(old: Texts, new: Texts) -> Redline:
    """Two states of one file, which may have had another name."""
    (was,), (now,) = old.values(), new.values()
    return compare_markdown(was, now)


def _title(texts: Texts) -> str:
    """The first heading of a text; '' of a folder with several, and of a text without one."""
    if len(texts) != 1:
        return ""
    (text,) = texts.values()
    headings = (block for block in read_blocks(text) if isinstance(block, Heading))
    return next((words_of(heading.children) for heading in headings), "")

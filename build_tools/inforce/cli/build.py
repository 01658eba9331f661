"""`inforce build` and `inforce serve`: the site, replaced as a whole or left as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inforce.cli.dates import WHEN, When, now
from inforce.cli.desk import open_read, takes_base
from inforce.cli.messages import ends_politely, tell
from inforce.cli.progress import counted
from inforce.problems import Severity
from inforce.source.apply import replace_folder
from inforce.source.history import compare_releases
from inforce.source.stamp import (
    Inputs,
    Stamp,
    digest_inputs,
    edited_sections,
    output_digest,
    read_stamp,
    stamp_path,
    write_stamp,
)
from inforce.source.tree import SOURCE, ReadTree, read_tree

if TYPE_CHECKING:
    from inforce.workspace.desk import Desk
    from inforce.workspace.publish import Publication

MARK = ".inforce-site"
"""The file by which a folder is known as built here, and so may be replaced."""
NOT_PUBLISHED = "What has changed since is not published yet."


@click.command()
@click.option("--as-of", type=WHEN, help="Build the site as it stands at this date or instant. Now, if not given.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to build into. site/ in the project, if not given.",
)
@click.option("--drafts", is_flag=True, help="Show the working text too, as a draft.")
@click.option("--no-cache", is_flag=True, help="Make everything anew.")
@takes_base
@click.pass_obj
@ends_politely
def build(root: Path, as_of: When | None, output: Path | None, drafts: bool, no_cache: bool, base: str | None) -> None:
    """Check the source and build the site. With an error, the output stays as it was."""
    target = (output or root / "site").absolute()
    _refuse_foreign(target, root)
    instant = _instant(root, as_of)
    read = read_tree(root, SOURCE)
    inputs = digest_inputs(root, read[0].files, drafts=drafts)
    cache = None if no_cache else root / ".cache" / "inforce"
    kept = _standing(cache, target, instant)
    if kept and base is None and not read[1] and kept.inputs.source == inputs.source:
        click.echo(f"{kept.said} Nothing has changed since.")
        return
    if kept and base is None and _words_alone(root, kept, inputs, read):
        stamp = replace(kept, inputs=inputs)
        click.echo(f"{kept.said} {NOT_PUBLISHED}")
    else:
        stamp = _checked_and_built(root, read, inputs, kept, target, instant, cache=cache, drafts=drafts, base=base)
    if cache:
        write_stamp(stamp_path(cache, target), stamp)


def _words_alone(root: Path, kept: Stamp, inputs: Inputs, read: ReadTree) -> bool:
    """Whether nothing but words of working texts, which are not published, has changed since, and soundly."""
    edited = edited_sections(kept.inputs, inputs)
    if edited is None or kept.inputs.published != inputs.published or read[1]:
        return False
    from inforce.workspace.edits import words_alone

    return words_alone({path: read[0].files[path] for path in edited}, kept.outlines) and not any(
        problem.severity is Severity.ERROR for problem in compare_releases(root, read[0]).problems
    )


def _checked_and_built(
    root: Path,
    read: ReadTree,
    inputs: Inputs,
    kept: Stamp | None,
    target: Path,
    instant: datetime,
    *,
    cache: Path | None,
    drafts: bool,
    base: str | None,
) -> Stamp:
    """Check everything, and build where what is published has changed. The stamp of what then stands there."""
    from inforce.workspace.edits import outlines

    desk = _checked(root, read, target, base)
    if kept and kept.inputs.published == inputs.published:
        click.echo(f"{kept.said} {NOT_PUBLISHED}")
        return replace(kept, inputs=inputs, outlines=outlines(desk))
    site = _laid_ready(desk, instant, drafts=drafts)
    said, output = _build(root, site, target, instant, cache=cache)
    click.echo(said)
    since, until = (at.isoformat() if at else "" for at in site.state_bounds)
    return Stamp(inputs=inputs, outlines=outlines(desk), since=since, until=until, output=output, said=said)


def _standing(cache: Path | None, target: Path, instant: datetime) -> Stamp | None:
    """The stamp of what stands in the output folder, if nobody has touched it and every version stands as it did."""
    stamp = read_stamp(stamp_path(cache, target)) if cache else None
    if stamp is None or not stamp.holds_at(instant) or not target.is_dir():
        return None
    return stamp if stamp.output == output_digest(target) else None


def _checked(root: Path, read: ReadTree, target: Path, base: str | None) -> Desk:
    """The project, checked; where a problem forbids a site, the problems are told and the command ends with 1."""
    desk = open_read(root, read, base)
    if desk.errors:
        tell(desk.errors)
        click.echo(f"Nothing was built; {target.name}/ is as it was.", err=True)
        sys.exit(1)
    return desk


def _laid_ready(desk: Desk, instant: datetime, *, drafts: bool) -> Publication:
    from inforce.workspace.publish import publish

    return publish(desk.project, desk.reader, as_of=instant, drafts=drafts)


def _build(root: Path, site: Publication, target: Path, instant: datetime, *, cache: Path | None) -> tuple[str, str]:
    """Build into a folder beside the target, then put it in its place. What to say of it, and its digest: taken before
    it stands there, so that another build at the same time is never taken for this one."""
    from inforce.plugin import build_site
    from inforce.workspace.site import site_files

    made = site_files(site, cache=cache, watch=lambda pages: counted(pages, "Making pages"))
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    try:
        scratch.chmod(0o755)
        build_site(root, made, output=scratch, as_of=instant)
        (scratch / MARK).write_text("This folder is made by inforce build; it is replaced whole.\n", "utf-8")
        output = output_digest(scratch)
        replace_folder(scratch, target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return f"Built {len(made.pages)} pages and {len(made.files)} JSON files into {target.name}/.", output


@click.command()
@click.option("--drafts", is_flag=True, help="Show the working text too, as a draft.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.pass_obj
def serve(root: Path, drafts: bool, port: int) -> None:
    """Show the site in a browser and build it again as you edit."""
    from inforce.plugin import DRAFTS

    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(root / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    sys.exit(subprocess.run(command, check=False, env={**os.environ, DRAFTS: str(drafts)}).returncode)


def _refuse_foreign(target: Path, root: Path) -> None:
    """Never replace a folder that holds something else."""
    if target.resolve() == root.resolve() or target.resolve() in root.resolve().parents:
        raise click.UsageError("--output would replace the project itself.")
    if any(target.resolve().is_relative_to((root / name).resolve()) for name in (SOURCE, "docs", ".git", ".cache")):
        raise click.UsageError("--output lies among the files that the site is made from; choose another folder.")
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).exists():
        raise click.UsageError(f"{target.name}/ holds files that inforce build did not make; choose another folder.")


def _instant(root: Path, as_of: When | None) -> datetime:
    """The instant to build for. A date is taken in the site's zone; in UTC where the source cannot be read, which the
    build then tells in full."""
    if as_of is None:
        return now()
    if as_of.instant is not None:
        return as_of.instant
    from inforce.rules.languages import known_zone
    from inforce.workspace.project import read_project

    project, _ = read_project(root)
    return as_of.at(project.site.time_zone if project and known_zone(project.site.time_zone) else "UTC")

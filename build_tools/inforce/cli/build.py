"""`inforce build`: the site, replaced as a whole or left as it was."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inforce.cli.dates import WHEN, latest, now
from inforce.cli.messages import ends_politely, tell
from inforce.cli.opening import stands_beside, takes_base
from inforce.cli.outcome import proposed, still_open
from inforce.cli.progress import counted
from inforce.errors import CannotContinue
from inforce.problems import Problem, Severity
from inforce.project.dates import When
from inforce.project.open import OpenProject, open_project
from inforce.rules.handbook import MARK
from inforce.storage.apply import replace_folder
from inforce.storage.cache import InsideProject, cache_folder, keep_cache
from inforce.storage.leftovers import working_folder
from inforce.storage.stamp import (
    Inputs,
    Stamp,
    digest_inputs,
    output_digest,
    read_stamp,
    stamp_path,
    write_stamp,
)
from inforce.storage.tree import SOURCE, read_tree

if TYPE_CHECKING:
    from inforce.project.publish import Publication
    from inforce.site.page import Page

UNCHANGED = "Nothing has changed since."
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
    beside = stands_beside(root, read, base)
    history = beside.history
    inputs = digest_inputs(
        read[0].files,
        handbook=beside.handbook.digest(),
        settled=(*history.settled, f"{history.base_at}", f"{sorted({**history.policies, **history.notes}.items())}"),
        drafts=drafts,
        speaks=beside.handbook.speaks(),
    )
    cache = None if no_cache else _cache(root)
    kept = _standing(cache, target, instant)
    told = (*read[1], *beside.handbook.problems, *history.problems)
    if kept and not _is_refused(told) and kept.inputs.source == inputs.source:
        click.echo(_said(kept.said, UNCHANGED))
        return
    opened = open_project(root, read, beside=beside, at=latest())
    try:
        _refuse(opened.errors)
        stamp = _built(opened, inputs, kept, target, instant, cache=cache, drafts=drafts)
    except CannotContinue as stop:
        tell(stop.problems)
        click.echo(f"Nothing was built; {target.name}/ is as it was.", err=True)
        sys.exit(1)
    if cache:
        keep_cache(cache, root)
        write_stamp(stamp_path(cache, target), stamp)


def _cache(root: Path) -> Path | None:
    try:
        return cache_folder(root)
    except InsideProject as wrong:
        raise click.UsageError(str(wrong)) from None


def _built(
    opened: OpenProject,
    inputs: Inputs,
    kept: Stamp | None,
    target: Path,
    instant: datetime,
    *,
    cache: Path | None,
    drafts: bool,
) -> Stamp:
    """Build where what is published has changed. The stamp of what then stands there."""
    if kept and kept.inputs.published == inputs.published:
        said = _said(kept.said.splitlines()[0], still_open(opened.problems))
        click.echo(_said(said, NOT_PUBLISHED))
        return replace(kept, inputs=inputs, said=said)
    site = _laid_ready(opened, instant, drafts=drafts)
    made, output = _build(opened, site, target, instant, cache=cache)
    said = _said(
        f"Built {made} into {target.name}/.",
        still_open(opened.problems),
        *(proposed(site, root=f"{target.name}/") if drafts else ()),
    )
    click.echo(said)
    since, until = (at.isoformat() if at else "" for at in site.state_bounds)
    return Stamp(inputs=inputs, since=since, until=until, output=output, said=said)


def _said(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def _standing(cache: Path | None, target: Path, instant: datetime) -> Stamp | None:
    """The stamp of what stands in the output folder, if nobody has touched it and every version stands as it did."""
    stamp = read_stamp(stamp_path(cache, target)) if cache else None
    if stamp is None or not stamp.holds_at(instant) or not target.is_dir():
        return None
    return stamp if stamp.output == output_digest(target) else None


def _laid_ready(opened: OpenProject, instant: datetime, *, drafts: bool) -> Publication:
    from inforce.project.publish import publish

    return publish(opened.project, opened.reader, as_of=instant, drafts=drafts)


def _build(
    opened: OpenProject, site: Publication, target: Path, instant: datetime, *, cache: Path | None
) -> tuple[str, str]:
    """Build into a folder beside the target, then put it in its place. How much it is, and its digest: taken before
    it stands there, so that another build at the same time is never taken for this one."""
    from inforce.engines.conduct import build_handbook
    from inforce.project.nameable import nameable
    from inforce.project.open import neighbours
    from inforce.project.own_links import links_to_nowhere
    from inforce.project.site_files import write_site
    from inforce.site.favicon import FAVICON

    with working_folder(target.parent) as scratch:
        beside = neighbours(opened.project)
        named = nameable(opened, as_of=instant, site=site)
        handbook = build_handbook(
            opened.root,
            opened.handbook,
            output=scratch,
            as_of=instant,
            beside=beside,
            nameable=named,
            published=site.site,
        )
        _refuse((*handbook.problems, *links_to_nowhere(opened, handbook.links, as_of=instant, cache=cache)))
        seen: list[str] = []
        files = write_site(
            site,
            scratch,
            cache=cache,
            handbook=handbook.pages,
            has_icon=opened.handbook.holds(FAVICON),
            watch=lambda pages: _noted(counted(pages, "Making pages"), seen),
        )
        (scratch / MARK).write_text("This folder is made by inforce build; it is replaced whole.\n", "utf-8")
        output = output_digest(scratch)
        replace_folder(scratch, target)
    return f"{len(seen)} pages and {files} files for other sites", output


def _noted(pages: Iterable[Page], seen: list[str]) -> Iterator[Page]:
    for page in pages:
        seen.append(page.url)
        yield page


def _is_refused(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _refuse(problems: tuple[Problem, ...]) -> None:
    """Tell what forbids nothing. Raises CannotContinue where something forbids a site."""
    if _is_refused(problems):
        raise CannotContinue(problems)
    tell(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A site that was made: what to say of it, and the publication that it shows."""

    said: str
    site: Publication


def make_site(root: Path, target: Path, *, drafts: bool) -> Made:
    """Check the source and build the site as it stands now. Raises CannotContinue with the problems that forbid it."""
    read = read_tree(root, SOURCE)
    opened = open_project(root, read, beside=stands_beside(root, read, None), at=latest())
    _refuse(opened.errors)
    instant = now()
    site = _laid_ready(opened, instant, drafts=drafts)
    made, _ = _build(opened, site, target, instant, cache=_cache(root))
    return Made(said=_said(f"Built {made}.", still_open(opened.problems)), site=site)


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
    from inforce.project.project import read_project
    from inforce.rules.languages import known_zone

    project, _ = read_project(root)
    return as_of.at(project.site.time_zone if project and known_zone(project.site.time_zone) else "UTC")

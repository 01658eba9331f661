"""`inforce build` and `inforce serve`: the site, replaced as a whole or left as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import click

from inforce.cli.dates import WHEN, When, now
from inforce.cli.messages import ends_politely, tell
from inforce.source.apply import replace_folder
from inforce.source.stamp import Stamp, output_digest, read_stamp, source_digest, stamp_path, write_stamp
from inforce.source.tree import SOURCE, read_tree

MARK = ".inforce-site"
"""The file by which a folder is known as built here, and so may be replaced."""


@click.command()
@click.option("--as-of", type=WHEN, help="Build the site as it stands at this date or instant. Now, if not given.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to build into. site/ in the project, if not given.",
)
@click.option("--drafts", is_flag=True, help="Show the working text too, as a draft.")
@click.option("--no-cache", is_flag=True, help="Make everything anew.")
@click.pass_obj
@ends_politely
def build(root: Path, as_of: When | None, output: Path | None, drafts: bool, no_cache: bool) -> None:
    """Check the source and build the site. With a problem that blocks, the output stays as it was."""
    target = (output or root / "site").absolute()
    _refuse_foreign(target, root)
    instant = _instant(root, as_of)
    cache = root / ".cache" / "inforce"
    stamp_file = stamp_path(cache, target)
    tree, _ = read_tree(root, SOURCE)
    source = source_digest(root, tree.files, options=f"drafts={drafts}")
    if not no_cache and (said := _standing(stamp_file, target, source, instant)):
        click.echo(f"{said} Nothing has changed since.")
        return
    since, until, said = _build(root, target, instant, drafts=drafts, cache=None if no_cache else cache)
    write_stamp(stamp_file, Stamp(source=source, since=since, until=until, output=output_digest(target), said=said))
    click.echo(said)


def _standing(stamp_file: Path, target: Path, source: str, instant: datetime) -> str | None:
    """What the last build said, if it made what this one would make and nobody has touched it."""
    stamp = read_stamp(stamp_file)
    if stamp is None or stamp.source != source or not stamp.holds_at(instant) or not target.is_dir():
        return None
    return stamp.said if stamp.output == output_digest(target) else None


def _build(root: Path, target: Path, instant: datetime, *, drafts: bool, cache: Path | None) -> tuple[str, str, str]:
    """Build into a folder beside the target, then put it in its place. The bounds of the state, and what to say."""
    from inforce.plugin import build_site
    from inforce.workspace.check import blocks_build
    from inforce.workspace.site import open_site, site_files

    site = open_site(root, as_of=instant, drafts=drafts)
    if site.publication is None:
        tell(blocks_build(site.problems))
        click.echo(f"Nothing was built; {target.name}/ is as it was.", err=True)
        sys.exit(1)
    made = site_files(site, cache=cache)
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    try:
        scratch.chmod(0o755)
        build_site(root, made, output=scratch, as_of=instant)
        (scratch / MARK).write_text("This folder is made by inforce build; it is replaced whole.\n", "utf-8")
        replace_folder(scratch, target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    since, until = site.publication.state_bounds
    said = f"Built {len(made.pages)} pages and {len(made.files)} JSON files into {target.name}/."
    return since.isoformat() if since else "", until.isoformat() if until else "", said


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
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).exists():
        raise click.UsageError(f"{target.name}/ holds files that inforce build did not make; choose another folder.")


def _instant(root: Path, as_of: When | None) -> datetime:
    """The instant to build for. A date is taken in the site's zone; in UTC where the source cannot be read, which the
    build then tells in full."""
    if as_of is None:
        return now()
    if as_of.instant is not None:
        return as_of.instant
    from inforce.workspace.project import read_project

    project, _ = read_project(root)
    return as_of.at(project.site.time_zone if project else "UTC")

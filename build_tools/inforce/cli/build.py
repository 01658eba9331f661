"""`inforce build` and `inforce serve`: the site, replaced as a whole or left as it was."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from inforce.cli.desk import WHEN, When, ends_politely, now, tell
from inforce.errors import CannotContinue
from inforce.problems import Location, Problem, Severity


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
    from inforce.plugin import build_site
    from inforce.source.apply import replace_folder
    from inforce.workspace.check import blocks_build
    from inforce.workspace.site import open_site, site_files

    target = (output or root / "site").absolute()
    _refuse_foreign(target, root)
    instant = as_of.at(_zone(root)) if as_of else now()
    site = open_site(root, as_of=instant, drafts=drafts)
    if site.publication is None:
        tell(blocks_build(site.problems))
        click.echo(f"Nothing was built; {target.name}/ is as it was.", err=True)
        sys.exit(1)
    made = site_files(site, cache=None if no_cache else root / ".cache" / "inforce")
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    try:
        scratch.chmod(0o755)
        build_site(root, made, output=scratch, as_of=instant)
        (scratch / MARK).write_text("This folder is made by inforce build; it is replaced whole.\n", "utf-8")
        replace_folder(scratch, target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    click.echo(f"Built {len(made.pages)} pages and {len(made.files)} JSON files into {target.name}/.")


@click.command()
@click.option("--drafts", is_flag=True, help="Show the working text too, as a draft.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.pass_obj
def serve(root: Path, drafts: bool, port: int) -> None:
    """Show the site in a browser and build it again as you edit."""
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(root / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    del drafts
    sys.exit(subprocess.run(command, check=False).returncode)


MARK = ".inforce-site"
"""The file by which a folder is known as built here, and so may be replaced."""


def _refuse_foreign(target: Path, root: Path) -> None:
    """Never replace a folder that holds something else."""
    if target.resolve() == root.resolve() or target.resolve() in root.resolve().parents:
        raise click.UsageError("--output would replace the project itself.")
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).exists():
        raise click.UsageError(f"{target.name}/ holds files that inforce build did not make; choose another folder.")


def _zone(root: Path) -> str:
    from inforce.workspace.project import read_project

    project, problems = read_project(root)
    if project is None:
        raise CannotContinue(problems or (_unreadable(),))
    return project.site.time_zone


def _unreadable() -> Problem:
    return Problem(
        code="S101",
        severity=Severity.ERROR,
        location=Location(file="policy_src/site.yml"),
        message="the site cannot be read.",
        remedy="Run inforce check.",
    )

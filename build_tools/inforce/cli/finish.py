"""`inforce finish`: does what a release or an amendment that was interrupted has left undone."""

from __future__ import annotations

from pathlib import Path

import click

from inforce.cli.messages import ends_politely
from inforce.cli.opening import open_here, policy_named, takes_base
from inforce.cli.plans import refuse_errors, settle, shows_its_plan
from inforce.project.check import undone


@click.command()
@click.argument("policy", required=False)
@takes_base
@shows_its_plan
@click.pass_obj
@ends_politely
def finish(root: Path, policy: str | None, base: str | None, dry_run: bool, yes: bool, as_data: bool) -> None:
    """Do what an interrupted release or amendment of POLICY left undone. Shows the plan first."""
    opened = open_here(root, base)
    source = policy_named(opened, policy)
    refuse_errors(opened.problems)
    plan = undone(source, opened.reader)
    if not (plan.replaced or plan.removed or as_data):
        click.echo(f"Nothing was left undone in {source.id}.")
        return
    settle(opened, plan, problems=(), dry_run=dry_run, yes=yes, as_data=as_data)

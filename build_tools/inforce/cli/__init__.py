"""The command line. Each command is loaded only when it is called."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

_COMMANDS = {
    "amend": "inforce.cli.amend:amend",
    "at": "inforce.cli.status:at",
    "build": "inforce.cli.build:build",
    "check": "inforce.cli.check:check",
    "redline": "inforce.cli.redline:redline",
    "release": "inforce.cli.release:release",
    "schemas": "inforce.cli.schemas:schemas",
    "serve": "inforce.cli.build:serve",
    "status": "inforce.cli.status:status",
    "sync": "inforce.cli.sync:sync",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        place = _COMMANDS.get(name)
        if place is None:
            return None
        module, _, attribute = place.partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command


@click.command(cls=_Lazy)
@click.option(
    "--project",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The folder that holds policy_src/ and mkdocs.yml. Here, if not given.",
)
@click.version_option(package_name="inforce")
@click.pass_context
def main(ctx: click.Context, project: Path) -> None:
    """Publish a company's policies the way an official gazette publishes law.

    Exit status: 0 good, 1 problems found, 2 the command was not understood.
    """
    ctx.obj = project

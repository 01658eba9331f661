"""The command line: `inforce COMMAND`, a command a file, each loaded only when it is called. `run` is the way in. The
clock is read here and passed on as `as_of`; what is checked, made or written is the work of other packages.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

_COMMANDS = {
    "amend": "inforce.cli.amend:amend",
    "at": "inforce.cli.status:at",
    "build": "inforce.cli.build:build",
    "check": "inforce.cli.check:check",
    "finish": "inforce.cli.finish:finish",
    "redline": "inforce.cli.redline:redline",
    "release": "inforce.cli.release:release",
    "schemas": "inforce.cli.schemas:schemas",
    "serve": "inforce.cli.serve:serve",
    "status": "inforce.cli.status:status",
    "sync": "inforce.cli.sync:sync",
    "tidy": "inforce.cli.tidy:tidy",
    "try": "inforce.cli.try_out:try_out",
    "verify": "inforce.cli.verify:verify",
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


YOUNG_ONLY = (100_000, 20, 1_000_000)
"""How many new objects the collector waits for; the last makes it pass over what is old. Without it a build of 80
editions takes 14 MB more, and is no quicker."""


def run() -> NoReturn:
    """The command as a process of its own. It looks for garbage in circles, such as schemas and documents that were
    judged leave behind, among what is new, and never again among the many texts that it keeps to its end: that took a
    third of a long check."""
    gc.set_threshold(*YOUNG_ONLY)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # there are none, and looking for them takes a while
    status = 0
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # nobody reads on, and Python would try once more as it ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(status)

"""The options that give reasons for what is open: `--accept CODE:PLACE … --because "…"`, in the order as typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from inforce.cli.plans import reason
from inforce.release.acceptance import Reasons, WrongAcceptance

_ORDER = "inforce.acceptance.order"


class InOrder(click.Command):
    """A command that remembers in which order its options were typed."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads the arguments, as click does."""
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        ctx.meta[_ORDER] = [parameter.name for parameter in order]
        return super().parse_args(ctx, args)


def takes_reasons(*, unchanged: bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Adds the options to a command of the class InOrder; `unchanged`: also the one for all that was open before."""
    accept = click.option(
        "--accept",
        "accept",
        metavar="CODE:PLACE",
        multiple=True,
        help="Go on though this is open: T102:fr/retention, F106:organisation.dpo.email. A --because follows.",
    )
    accept_unchanged = click.option(
        "--accept-unchanged",
        "accept_unchanged",
        is_flag=True,
        help="Go on with all that was open in the last version and is as it was. A --because follows.",
    )
    because = click.option(
        "--because",
        metavar="REASON",
        multiple=True,
        callback=_each_a_reason,
        help="The reason for each --accept since the last --because. It is kept for good.",
    )

    def added(command: Callable[..., Any]) -> Callable[..., Any]:
        command = because(command)
        return accept(accept_unchanged(command) if unchanged else command)

    return added


def reasons_given(accept: tuple[str, ...], because: tuple[str, ...]) -> Reasons:
    """The reasons as typed. Raises UsageError where an --accept has no --because after it, or the other way round."""
    typed, why = iter(accept), iter(because)
    places: list[tuple[str, str]] = []
    unchanged: str | None = None
    waiting: list[str | None] = []
    for name in click.get_current_context().meta[_ORDER]:
        if name == "accept":
            waiting.append(next(typed))
        elif name == "accept_unchanged":
            waiting.append(None)
        elif name == "because":
            words = next(why)
            if not waiting:
                raise click.UsageError(
                    f'--because "{words}" follows no --accept: first write what it is the reason for.'
                )
            places += [(one, words) for one in waiting if one is not None]
            unchanged = words if None in waiting else unchanged
            waiting = []
    if waiting:
        last = f"--accept {waiting[-1]}" if waiting[-1] else "--accept-unchanged"
        raise click.UsageError(f'{last} needs a reason: write --because "…" after it.')
    return Reasons(places=tuple(places), unchanged=unchanged)


@contextmanager
def wrong_acceptance_is_usage() -> Iterator[None]:
    """Whoever accepts what is not open has made a mistake on the command line: UsageError."""
    try:
        yield
    except WrongAcceptance as wrong:
        raise click.UsageError(str(wrong)) from None


def _each_a_reason(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(words for value in values if (words := reason(context, parameter, value)) is not None)

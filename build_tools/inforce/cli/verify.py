"""`inforce verify`: which version a digest, a saved page or a file is of, and when that was in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from inforce.cli.dates import now
from inforce.cli.messages import ends_politely, print_json
from inforce.cli.opening import open_here, takes_base
from inforce.cli.status import conclude
from inforce.project.publish import publish
from inforce.project.verify import Found, How, Known, Verdict, What, everything, of_digest, of_file
from inforce.reader.records.digests import digests_in
from inforce.storage.tree import MAX_FILE_BYTES

HOW = {
    How.DIGEST: "this digest is known.",
    How.BYTES: "byte for byte, this is a file of these policies.",
    How.DATA: "this says the same as a file of these policies, only with other spaces or in another order.",
    How.TEXT: "the policy in this page is, word for word, a text of these policies. "
    "Its numbers, and what stands around it, were not checked.",
    How.NAMED: "this is no file of these policies: it may have been changed, or made at another time. "
    "It names a digest that is known, which alone proves nothing.",
    How.UNKNOWN: "nothing here has this digest. Was all of it copied? Is it of these policies, and not of a draft? "
    "Ready HTML and whole pages are made anew with each build; the JSON of a text never changes.",
}
WHAT = {
    What.WORDS: "its words",
    What.SECTION: "the words of one section",
    What.SUMMARY: "its data (JSON)",
    What.READY_HTML: "its ready HTML, as it would be published now",
    What.KEPT_SCRIPT: "a script for other sites as pull.mjs keeps it, with the address of this site in it",
    What.FILE: "a file",
}


@click.command()
@click.argument("what", nargs=-1, required=True)
@click.option("--json", "as_data", is_flag=True, help="Print JSON on stdout.")
@takes_base
@click.pass_obj
@ends_politely
def verify(root: Path, what: tuple[str, ...], as_data: bool, base: str | None) -> None:
    """Which version each digest or file of WHAT is of, and when that was in force.

    \b
    inforce verify w1:5f2c…            the digest at the foot of a page
    inforce verify sha256-9xQ…=        the integrity of a file; hex digits will do as well
    inforce verify r1.json page.html   files: JSON, ready HTML, saved pages, records

    A match proves that the words or the bytes are the ones that this project has; not who made the copy, nor when, nor
    whether a text is lawful. Exit status 1 if one of them is not proven to be unchanged.
    """
    asked = [(each, _read(each)) for each in what]
    opened = open_here(root, base)
    publication = publish(opened.project, opened.reader, as_of=now(), drafts=False)
    known = everything(opened.project, publication)
    verdicts = [(each, verdict) for each, read in asked for verdict in _verdicts(known, read)]
    if as_data:
        print_json({"answers": [_as_data(each, verdict) for each, verdict in verdicts]})
    else:
        zone = ZoneInfo(opened.project.site.time_zone)
        for each, verdict in verdicts:
            for line in _lines(each, verdict, publication.site.site.base_url, zone):
                click.echo(line)
    conclude(opened, failed=not all(verdict.proven for _, verdict in verdicts))


def _read(asked: str) -> bytes | list[str]:
    """The bytes of a file, or the digests that were given. Raises UsageError for what is neither."""
    path, found = Path(asked), list(digests_in(asked))
    if found and not _is_file(path):
        return found
    if not _is_file(path):
        raise click.UsageError(
            f'"{asked}" is neither a file here nor a digest. A digest has 64 digits from 0 to 9 and a to f, or begins '
            "with sha256- and has 44 characters after that."
        )
    with path.open("rb") as file:
        data = file.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise click.UsageError(f'"{asked}" is larger than any file of a site.')
    return data


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long a name: somebody gave a whole text
        return False


def _verdicts(known: Known, read: bytes | list[str]) -> Iterator[Verdict]:
    if isinstance(read, bytes):
        yield of_file(known, read)
    else:
        yield from (of_digest(known, digest) for digest in read)


def _lines(asked: str, verdict: Verdict, base_url: str, zone: ZoneInfo) -> Iterator[str]:
    yield f"{click.style(asked, bold=True)}: {HOW[verdict.how]}"
    for found in verdict.found:
        yield f"  {_named(found)}"
        for period in found.in_force:
            until = f" until {_day(period.end, zone)}" if period.end else ""
            yield f"    in force from {_day(period.start, zone)}{until}"
        if found.revision is not None and not found.in_force:
            yield "    never in force: withdrawn before it took effect"
        for label, path in (("page", found.page), ("redline", found.redline), ("data", found.data)):
            if path:
                yield f"    {label}: {base_url}{path}"
        if found.file and found.file != found.data:
            yield f"    file: {found.file}"


def _named(found: Found) -> str:
    about = [found.policy] if found.policy else []
    about += [f"version {found.version}"] if found.version is not None else []
    about += [found.language] if found.language else []
    about += [f"revision {found.revision}"] if found.revision is not None else []
    about += [f"section {found.section}"] if found.section else []
    what = WHAT[found.what]
    if about:
        return f"{', '.join(about)}: {what}"
    return what if found.what is What.KEPT_SCRIPT else f"{what} of the site"


def _day(at: datetime, zone: ZoneInfo) -> str:
    """An instant in the site's zone; its day alone where it is midnight there."""
    local = at.astimezone(zone)
    return local.date().isoformat() if local.time().isoformat() == "00:00:00" else local.isoformat()


def _as_data(asked: str, verdict: Verdict) -> dict[str, Any]:
    return {
        "asked": asked,
        "how": verdict.how.value,
        "proven": verdict.proven,
        "found": [
            {
                "what": found.what.value,
                "policy": found.policy,
                "version": found.version,
                "language": found.language,
                "revision": found.revision,
                "section": found.section,
                "file": found.file or None,
                "page": found.page or None,
                "redline": found.redline or None,
                "data": found.data or None,
                "in_force": [
                    {
                        "from": span.start.isoformat() if span.start else None,
                        "until": span.end.isoformat() if span.end else None,
                    }
                    for span in found.in_force
                ],
            }
            for found in verdict.found
        ],
    }

"""Rules for the files that a version publishes for good: JSON summaries and ready HTML of each edition and revision.

A build copies them as they are and other sites embed them, so each record may bring exactly the revisions that it
makes, never a file that stands already, and the HTML nothing but the plain markup that `summary.fragments` writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from inforce.model.config import section_ids
from inforce.parse.state import State
from inforce.parse.version import ReleasedVersion, read_json
from inforce.parse.wording import edition_digest
from inforce.problems import Location, Problem, Severity

_FRAGMENT = re.compile(r"[a-z][a-z-]*\.html")
_TAGS = (
    "a|abbr|b|bdi|br|caption|code|col|colgroup|dd|div|dl|dt|em|h2|h3|h4|i|li|ol|p|section|small|span|strong|sub|sup|table|"
    "tbody|td|tfoot|th|thead|time|tr|ul"
)
_ATTRIBUTES = "abbr|aria-[a-z]+|class|colspan|datetime|dir|headers|hreflang|id|lang|rel|role|rowspan|scope|translate"
_FOREIGN = re.compile(
    rf'<(?!/?(?:{_TAGS})(?: (?:(?:{_ATTRIBUTES})="[^"<>]*"|href="(?:https?://|mailto:|tel:|#)[^"<>]*"))*>)'.encode()
)
"""A tag that could do something: fragments are words, tables and links. More than today's are let through, so that
their markup can grow without a change here."""


def check_published(released: ReleasedVersion) -> Iterator[Problem]:
    """Every record of a version publishes the revisions it makes, and nothing else."""
    for now in released.history:
        brought = {path.removeprefix("published/") for path in now.record.files if path.startswith("published/")}
        for language in now.grown:
            stem = f"{language}/r{now.revisions[language]}"
            inside = {path for path in brought if path.startswith(f"{stem}/")}
            place = f"{now.place}published/"
            if f"{stem}.json" not in brought:
                message = f"the record does not list the summary of its edition, {stem}.json."
                yield _problem(released, place + f"{stem}.json", message)
            else:
                yield from _summary(released, now, language, place + f"{stem}.json")
            for path in sorted(inside):
                if not _FRAGMENT.fullmatch(path.removeprefix(f"{stem}/")):
                    yield _problem(released, place + path, "no release publishes such a file.")
                elif foreign := _FOREIGN.search(released.files.get(place + path, b"")):
                    tag = foreign.string[foreign.start() : foreign.start() + 40].decode("utf-8", "replace")
                    message = f"it holds markup that no release writes: {tag!a}."
                    yield _problem(released, place + path, message)
            brought -= {f"{stem}.json", *inside}
        for path in sorted(brought):
            message = "its record makes no such revision, so it could take the place of another file."
            yield _problem(released, f"{now.place}published/{path}", message)


def _summary(released: ReleasedVersion, now: State, language: str, path: str) -> Iterator[Problem]:
    data = released.files.get(path)
    if data is None:
        return  # told as D102
    summary = read_json(data)
    if not isinstance(summary, Mapping):
        yield _problem(released, path, "this JSON cannot be read.")
        return
    manifest = released.manifest
    said = {
        "policy": manifest.policy,
        "version": manifest.version,
        "revision": now.revisions[language],
        "language": language,
        "authoritative_language": manifest.authoritative_language,
        "title": now.languages[language].title,
        "language_status": str(now.languages[language].status),
        "reviewed": now.languages[language].reviewed,
        "consent_epoch": manifest.consent_epoch,
        "text_digest": edition_digest(now.digests.get(language, {}), section_ids(manifest.sections)),
        "effective_from": now.effective_from,
    }
    for key, wanted in said.items():
        given = summary.get(key)
        if (_instant(given) if isinstance(wanted, datetime) else given) != wanted:
            yield _problem(released, path, f'its "{key}" is not what the record of the version says.')


def _instant(text: object) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _problem(released: ReleasedVersion, path: str, message: str) -> Problem:
    return Problem(
        code="D111",
        severity=Severity.ERROR,
        location=Location(file=f"{released.folder}/{path}"),
        message=f"this is not what the version published: {message}",
        remedy="Restore it from the base branch, or make the version with inforce release or inforce amend.",
    )

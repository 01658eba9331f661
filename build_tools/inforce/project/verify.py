"""What a digest or a file is: looked up in all that a project publishes, and in every file of its releases.

The page `verify` of the site answers the same way, from the same register; here sections and records' own files are
known too, and versions that nobody has announced yet.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import rfc8785

from inforce.contract.index import integrity
from inforce.embed import as_kept
from inforce.project.api import api_files
from inforce.project.project import Project
from inforce.project.publish import Publication
from inforce.reader.records.digests import digests_in, hex_digits
from inforce.reader.records.version import every_text
from inforce.site import urls
from inforce.site.changes import earlier
from inforce.site.register import ListedText, ListedVersion, Register, register
from inforce.timeline import Period
from inforce.writer.proof import page_digest


class What(StrEnum):
    """What has a digest."""

    WORDS = "words"
    """All words of an edition: the digest at the foot of its page."""
    SECTION = "section"
    """The words of one section, as records have their digest."""
    SUMMARY = "summary"
    READY_HTML = "ready_html"
    """As this project would publish it now; the next build may make another."""
    KEPT_SCRIPT = "kept_script"
    """A script for other sites as `pull.mjs` keeps it: with the address of this site in it."""
    FILE = "file"
    """Any other file that is published, or was released: a record, a text, the facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing that has a digest. What doesn't apply to it is None, or ''."""

    what: What
    file: str
    """Published files by their path from the site's root, others by theirs in the project; '' for words."""
    policy: str | None = None
    version: int | None = None
    language: str | None = None
    revision: int | None = None
    section: str | None = None
    page: str = ""
    redline: str = ""
    data: str = ""
    """Paths from the site's root: where to read it, what it changed, its JSON."""
    in_force: tuple[Period, ...] = field(default=())


class How(StrEnum):
    """How a thing was recognised; the first that fits."""

    DIGEST = "digest"
    """A digest was given, and it is known."""
    BYTES = "bytes"
    """A file has the very bytes."""
    DATA = "data"
    """A file is JSON with the same content, written otherwise."""
    TEXT = "text"
    """The text of a saved page has the same words (its numbers and surroundings may differ)."""
    NAMED = "named"
    """A file only names a known digest, which proves nothing of its own bytes."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What something is; `found` is empty for what is unknown."""

    how: How
    found: tuple[Found, ...]

    @property
    def proven(self) -> bool:
        """Whether it is, unchanged, what was found."""
        return self.how not in (How.NAMED, How.UNKNOWN)


Known = Mapping[str, tuple[Found, ...]]
"""64 hex digits to all that has this digest."""


def everything(project: Project, publication: Publication) -> Known:
    """All that has a digest, in a project and in what it publishes. Raises CannotContinue where that can't be made."""
    found: dict[str, dict[Found, None]] = {}
    files = api_files(publication)
    digests = {path: integrity(data) for path, data in files.items()}
    listed = register(publication.site, digests)
    in_force = {(each.policy.id, each.number): each.in_force for each in listed.versions}
    kept = [
        (hashlib.sha256(data).hexdigest(), Found(what=What.KEPT_SCRIPT, file=path))
        for path, data in as_kept(files, publication.site.site.base_url).items()
    ]
    for digest, each in (*_published(publication, listed), *_released(project, in_force), *kept):
        found.setdefault(digest, {})[each] = None
    return {digest: _without_copies(each) for digest, each in found.items()}


def of_digest(known: Known, digest: str) -> Verdict:
    """What has a digest (64 hex digits)."""
    found = known.get(digest, ())
    return Verdict(how=How.DIGEST if found else How.UNKNOWN, found=found)


def of_file(known: Known, data: bytes) -> Verdict:
    """What a file is, by its bytes, by its data, by the text of a policy in it, or by the digests that it names."""
    text = data.decode("utf-8", "replace")
    for how, digest in (
        (How.BYTES, hashlib.sha256(data).hexdigest()),
        (How.DATA, _data(text)),
        (How.TEXT, _text(text)),
    ):
        if found := known.get(digest, ()):
            return Verdict(how=how, found=found)
    named = tuple(dict.fromkeys(each for digest in digests_in(text) for each in known.get(digest, ())))
    return Verdict(how=How.NAMED if named else How.UNKNOWN, found=named)


def _data(text: str) -> str:
    """The digest of JSON in the form in which it is published (RFC 8785), '' for anything else."""
    try:
        return hashlib.sha256(rfc8785.dumps(json.loads(text))).hexdigest()
    except (ValueError, RecursionError, rfc8785.CanonicalizationError):
        return ""


def _text(text: str) -> str:
    words = page_digest(text)
    return hex_digits(words) if words else ""


def _published(publication: Publication, listed: Register) -> Iterator[tuple[str, Found]]:
    for version in listed.versions:
        for text in version.texts:
            words = _of_text(publication, version, text, What.WORDS, "")
            yield hex_digits(text.words), words
            for path, digest in text.files.items():
                what = What.SUMMARY if path == text.summary else What.READY_HTML
                yield hex_digits(digest), _of_text(publication, version, text, what, path)
        for path, digest in version.files.items():
            made = Found(
                what=What.FILE,
                file=path,
                policy=version.policy.id,
                version=version.number,
                in_force=version.in_force,
            )
            yield hex_digits(digest), made
    for path, digest in listed.files.items():
        yield hex_digits(digest), Found(what=What.FILE, file=path)


def _of_text(publication: Publication, version: ListedVersion, text: ListedText, what: What, path: str) -> Found:
    policy, number, revision = version.policy, version.number, text.revision
    redline = ""
    if revision.number > 1:
        redline = urls.revision_changes(revision.language, policy.id, number, revision.number)
    elif (before := earlier(policy, number)) is not None:
        redline = urls.changes(revision.language, policy.id, before, number)
    has_pages = revision.language in publication.site.site.languages
    return Found(
        what=what,
        file=path,
        policy=policy.id,
        version=number,
        language=revision.language,
        revision=revision.number,
        page=urls.revision(revision.language, policy.id, number, revision.number) if has_pages else "",
        redline=redline if has_pages else "",
        data=text.summary,
        in_force=version.in_force,
    )


def _released(project: Project, in_force: Mapping[tuple[str, int], tuple[Period, ...]]) -> Iterator[tuple[str, Found]]:
    """Every file of every release; `in_force` says of versions that are announced when they are."""
    for policy in project.policies:
        for released in policy.released:
            number = released.manifest.version
            spans = in_force.get((policy.id, number), ())
            for path, data in released.files.items():
                place = f"{released.folder}/{path}"
                found = Found(what=What.FILE, file=place, policy=policy.id, version=number, in_force=spans)
                yield hashlib.sha256(data).hexdigest(), found
            for text in every_text(released):
                section = Found(
                    what=What.SECTION,
                    file=text.path,
                    policy=policy.id,
                    version=number,
                    language=text.language,
                    section=text.section,
                    in_force=spans,
                )
                yield hex_digits(text.digests.wording), section


def _without_copies(found: Iterable[Found]) -> tuple[Found, ...]:
    """Aliases, and files as they lie in the project, left out where the file is told with its edition."""
    every = tuple(found)
    told = tuple(each for each in every if each.what in (What.SUMMARY, What.READY_HTML))
    return told or every

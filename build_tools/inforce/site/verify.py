"""The page that checks a digest or a copy: the list of all digests, and a script that looks them up in it.

The list is the page itself, so it needs no request: a saved page still checks, and without JavaScript the digest at the
foot of a policy leads to its place in the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from inforce.contract.index import integrity
from inforce.embed import as_kept
from inforce.model.config import LanguageStatus
from inforce.model.version import AmendmentType
from inforce.reader.records.digests import hex_digits
from inforce.site import modified, urls
from inforce.site.changes import earlier
from inforce.site.frame import PageFrame, SiteContext
from inforce.site.page import Page, PageKind
from inforce.site.register import Digests, ListedText, ListedVersion, Register, register
from inforce.site.translator import Foreign
from inforce.timeline import Period

FOR_OTHERS = ("embed/", "api/v1/words/")
"""Where files for other sites are that belong to no version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InForceLine:
    """A stretch of time in which a version is in force, local to its zone. `last` is the last whole day, where it ends
    at midnight; else it ends at `end`. Both are None where no end is known."""

    start: datetime
    last: date | None
    end: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """A file and its digest: as browsers take it, and in hex as `sha256sum` prints it ('' where nobody needs that)."""

    path: str
    href: str
    integrity: str
    anchor: bool
    """Whether this is the first place of the digest on the page, and so the one to link to."""
    hex: str
    kept: bool = False
    """Whether it is a script as `pull.mjs` keeps it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A revision of an edition. Ways are '' for none."""

    title: str | Foreign
    revision: int
    language: str
    status: LanguageStatus
    recorded: datetime | None
    """None for the first of a version that was public before it was recorded."""
    replaced: datetime | None
    page: str
    before: int | None
    """The version that its redline begins with; None where that is a revision of the same one."""
    redline: str
    data: str
    words: str
    anchor: bool
    """The same of the digest of its words."""
    files: tuple[FileLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """A record; `type` is None for the release."""

    type: AmendmentType | None
    recorded: datetime
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionGroup:
    """A version in the list."""

    title: str | Foreign
    number: int
    in_force: tuple[InForceLine, ...]
    withdrawn: datetime | None
    """Of one that never is in force: from when it was withdrawn."""
    as_published: bool
    history: str
    texts: tuple[TextLine, ...]
    records: tuple[RecordLine, ...]
    files: tuple[FileLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyView:
    """What `verify.html` needs."""

    frame: PageFrame
    versions: tuple[VersionGroup, ...]
    files: tuple[FileLine, ...]
    sequence: int
    """How many releases and amendments there are; it never falls."""


def verify_pages(context: SiteContext) -> Iterator[Page]:
    """The page in each of the site's languages."""
    listed = register(context.published, _digests(context.files))
    kept = _digests(as_kept(context.files, context.published.site.base_url))
    dates = [modified.of_history(context, policy) for policy in context.published.policies]
    changed = max((at for at in dates if at is not None), default=None)
    for language in context.languages:
        view = _view(context, listed, kept, language)
        html = context.maker.html("verify.html", view, context.words[language])
        yield view.frame.page(urls.of_site(language, "verify"), html, changed)


VERIFY = PageKind(name="verify", paths=(urls.of_site("*", "verify"),), make=verify_pages)


def _digests(files: Mapping[str, bytes]) -> Digests:
    return {path: integrity(data) for path, data in files.items()}


def _view(context: SiteContext, listed: Register, kept: Digests, language: str) -> VerifyView:
    url, words = urls.of_site(language, "verify"), context.words[language]
    seen: set[str] = set()
    return VerifyView(
        frame=context.frame(
            language,
            url,
            words.text("Check a digest or a copy"),
            words.text(
                "{site}: which version of a policy a digest, a saved page or a file is of, and when that was in force.",
                site=context.published.site.name,
            ),
            switch={other: urls.of_site(other, "verify") for other in context.languages},
        ),
        versions=tuple(_group(context, each, language, seen) for each in listed.versions),
        files=(
            *(_file(url, path, each, seen) for path, each in listed.files.items() if path.startswith(FOR_OTHERS)),
            *(replace(_file(url, path, each, seen), kept=True) for path, each in kept.items()),
        ),
        sequence=sum(len(each.records) for each in listed.versions),
    )


def _group(context: SiteContext, listed: ListedVersion, language: str, seen: set[str]) -> VersionGroup:
    """`seen` are the digests that stand on the page already."""
    zone, version, url = listed.zone, listed.published.version, urls.of_site(language, "verify")
    title, spoken = context.title(listed.policy, language)
    return VersionGroup(
        title=_title(context, title, spoken, language),
        number=listed.number,
        in_force=tuple(_in_force(period, zone) for period in listed.in_force),
        withdrawn=version.withdrawn.astimezone(zone) if version.withdrawn and not listed.in_force else None,
        as_published=version.as_published is not None,
        history=f"{urls.relative(url, urls.history(language, listed.policy.id))}#v{listed.number}",
        texts=tuple(_text(context, listed, text, language, seen) for text in listed.texts),
        records=tuple(
            RecordLine(type=each.type, recorded=each.recorded.astimezone(zone), digest=each.digest)
            for each in listed.records
            if each.digest
        ),
        files=tuple(_file(url, path, each, seen) for path, each in listed.files.items()),
    )


def _title(context: SiteContext, title: str, spoken: str, language: str) -> str | Foreign:
    return title if spoken == context.words[language].language else Foreign(text=title, language=spoken)


def _in_force(period: Period, zone: ZoneInfo) -> InForceLine:
    end = period.end.astimezone(zone) if period.end else None
    midnight = end is not None and end.time() == time(0)
    return InForceLine(
        start=period.start.astimezone(zone),
        last=end.date() - timedelta(days=1) if end and midnight else None,
        end=None if midnight else end,
    )


def _text(context: SiteContext, listed: ListedVersion, text: ListedText, language: str, seen: set[str]) -> TextLine:
    url, zone, revision = urls.of_site(language, "verify"), listed.zone, text.revision
    edition = revision.edition.edition
    public_before = revision.amendment is None and revision.stood.version.as_published is not None
    shown = revision.language in context.languages
    page = urls.revision(revision.language, listed.policy.id, listed.number, revision.number)
    before, redline = _redline(context, listed, text) if shown else (None, "")
    return TextLine(
        title=_title(context, edition.title, revision.language, language),
        revision=revision.number,
        language=revision.language,
        status=edition.status,
        recorded=None if public_before else revision.recorded.astimezone(zone),
        replaced=revision.replaced.astimezone(zone) if revision.replaced else None,
        page=urls.relative(url, page) if shown else "",
        before=before,
        redline=urls.relative(url, redline) if redline else "",
        data=urls.relative(url, text.summary),
        words=text.words,
        anchor=_first(text.words, seen),
        files=tuple(_file(url, path, each, seen, both=path == text.summary) for path, each in text.files.items()),
    )


def _redline(context: SiteContext, listed: ListedVersion, text: ListedText) -> tuple[int | None, str]:
    """What a text is compared with: its revision before, or the version before its own."""
    policy, number, revision = listed.policy, listed.number, text.revision
    if revision.number > 1:
        return None, urls.revision_changes(revision.language, policy.id, number, revision.number)
    before = earlier(policy, number)
    return before, "" if before is None else urls.changes(revision.language, policy.id, before, number)


def _file(url: str, path: str, digest: str, seen: set[str], *, both: bool = True) -> FileLine:
    return FileLine(
        path=path,
        href=urls.relative(url, path),
        integrity=digest,
        anchor=_first(digest, seen),
        hex=hex_digits(digest) if both else "",
    )


def _first(digest: str, seen: set[str]) -> bool:
    """Whether a digest has not been seen yet; from now on it has."""
    first = digest not in seen
    seen.add(digest)
    return first

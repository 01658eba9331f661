"""The page of one version: in force (the moving page), at its own address, in one revision for good, or a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from inforce.model.config import LanguageStatus
from inforce.model.edition import ReadEdition
from inforce.model.languages import localised
from inforce.model.version import ReleasedVersion
from inforce.publication import PublishedPolicy, PublishedRevision, PublishedVersion, ReadVersion
from inforce.site import modified, urls
from inforce.site.amended import Amended, touching
from inforce.site.article import Article, article
from inforce.site.changes import before_draft, earlier, later
from inforce.site.entry import absent_page
from inforce.site.frame import PageFrame, SiteContext
from inforce.site.lagging import uncorrected
from inforce.site.notices import Notice, notices
from inforce.site.page import Page, PageKind
from inforce.site.version_status import VersionStatus
from inforce.timeline import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What was done to the edition since its release, and the way to what that changed ('' for none)."""

    amended: Amended
    way: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """A correction of the prevailing text that this translation has not had: when, and the way to it."""

    recorded: datetime
    way: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OneRevision:
    """Of a page that shows one revision: which, and the ways from there. Instants are local to the version's zone."""

    number: int
    recorded: datetime | None
    """None for the first of a version that was public before it was recorded."""
    replaced: datetime | None
    version: str
    """The way to the version's own page, which shows the newest."""
    in_force: str
    followed: str
    """The way to what the next one changed, '' for the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyView:
    """What `policy.html` needs."""

    frame: PageFrame
    title: str
    title_language: str
    number: int | None
    notices: tuple[Notice, ...]
    announced: datetime | None
    announced_because: str
    """Where readers could see it before it was recorded, '' where that need not be told."""
    effective: datetime | None
    states: tuple[VersionStatus, ...]
    """The states of the version, now and later; none of a revision that was replaced."""
    authoritative: str
    prevailing: str
    """The way to the prevailing text, '' where this page shows it."""
    status: LanguageStatus
    reviewed: bool | None
    missing: bool
    """No edition in the page's language: the article is in another."""
    late: tuple[Late, ...]
    compare: tuple[tuple[int | None, int | None, str], ...]
    """(from version, to version, way) of each comparison offered."""
    compare_in_force: str
    """Of a superseded version: the way to the comparison with the one in force, whichever that is by then."""
    history: str
    article: Article
    permalink: str
    digest: str
    revision: int
    """The number of the revision that is shown."""
    revisions: tuple[tuple[int, str], ...]
    """(number, way) of each revision that has a page here."""
    one: OneRevision | None
    """Of a page that shows one revision for good."""
    summary: str
    recorded: tuple[Recorded, ...]
    as_published: bool
    entry: bool
    """The way in: the script goes to the reader's language."""


def version_pages(context: SiteContext, policy: PublishedPolicy, published: ReadVersion) -> Iterator[Page]:
    """The pages of a version (or draft) at its own address, one in each of the site's languages."""
    for language in context.languages:
        url = urls.version(language, policy.id, published.number)
        yield _page(_Place(context=context, policy=policy, published=published, language=language, url=url))


def revision_pages(context: SiteContext, policy: PublishedPolicy, published: PublishedVersion) -> Iterator[Page]:
    """A page for good of each revision of each edition. A language without an own edition has none: it could get one
    later, and then the address would show another text."""
    for language in context.languages:
        for each in published.revisions.get(language, ()):
            url = urls.revision(language, policy.id, published.number, each.number)
            place = _Place(
                context=context, policy=policy, published=published, language=language, url=url, revision=each
            )
            yield _page(place)


VERSION = PageKind(name="version", paths=("*/*/v*/", "*/*/draft/"), make=version_pages)
REVISION = PageKind(name="revision", paths=("*/*/v*/r*/",), make=revision_pages)


def in_force_pages(context: SiteContext, policy: PublishedPolicy) -> Iterator[Page]:
    """The moving pages of a policy, one in each of the site's languages."""
    for language in context.languages:
        yield _moving(context, policy, language, urls.in_force(language, policy.id))


def way_in(context: SiteContext, policy: PublishedPolicy) -> Iterator[Page]:
    """The page at the root: the first policy in force in the default language, and the way to every other."""
    if policy is context.published.policies[0]:
        yield _moving(context, policy, context.published.site.default_language, urls.ROOT)


IN_FORCE = PageKind(name="in force", paths=(urls.in_force("*", "*"),), make=in_force_pages)
WAY_IN = PageKind(name="way in", paths=(urls.ROOT,), make=way_in)


def _moving(context: SiteContext, policy: PublishedPolicy, language: str, url: str) -> Page:
    term = policy.timeline.in_force_at(context.published.as_of)
    if term is None:
        return absent_page(context, policy, language, url)
    published = policy.version(term.version)
    return _page(_Place(context=context, policy=policy, published=published, language=language, url=url, moving=True))


def shown_edition(published: ReadVersion, language: str) -> ReadEdition:
    """The edition for readers of a language: theirs, else the authoritative one, else the first there is."""
    found = localised(published.editions, language, published.version.authoritative_language)
    if found is None:
        raise KeyError(language)
    return found.content


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a version is shown: for readers of a language, at a URL; on the page that moves, on the version's own, or
    on that of one revision."""

    context: SiteContext
    policy: PublishedPolicy
    published: ReadVersion
    """The version as it stands now."""
    language: str
    url: str
    moving: bool = False
    revision: PublishedRevision | None = None

    @property
    def shown(self) -> ReadVersion:
        """The version as this page shows it."""
        return self.revision.stood if self.revision else self.published

    @property
    def released(self) -> PublishedVersion | None:
        """The version, if it is one and no draft."""
        return self.published if isinstance(self.published, PublishedVersion) else None

    @property
    def spoken(self) -> str:
        """The language of the text that is shown."""
        return shown_edition(self.shown, self.language).edition.language

    @property
    def home(self) -> str:
        """The language whose page is the text's own; the site may have dropped the text's language since."""
        return self.spoken if self.spoken in self.context.languages else self.language

    @property
    def version_url(self) -> str:
        """The version's own page for readers of the same language."""
        return urls.version(self.language, self.policy.id, self.published.number)

    def at(self, language: str) -> str:
        """This page in another language; of a revision, the one that stood beside it when it was recorded."""
        if self.moving:
            return urls.in_force(language, self.policy.id)
        if self.revision and language in self.revision.stood.editions:
            stood = self.revision.stood
            return urls.revision(language, self.policy.id, stood.number, stood.editions[language].edition.revision)
        return urls.version(language, self.policy.id, self.published.number)

    def way(self, there: str) -> str:
        """A link from here."""
        return urls.relative(self.url, there)

    def standings(self) -> tuple[VersionStatus, ...]:
        """The states of the version from now on; none on the page of a revision that was replaced: it has settled."""
        if self.revision and self.revision.replaced:
            return ()
        return self.context.standings(self.policy, self.published)


def _page(place: _Place) -> Page:
    context, words = place.context, place.context.words[place.language]
    view = _view(place)
    changed = None
    if place.released and place.moving:
        changed = modified.of_in_force(context, place.policy, place.released, place.language)
    elif place.released:
        changed = modified.of_version(context, place.released, place.language)
    return view.frame.page(place.url, context.maker.html("policy.html", view, words), changed)


def _view(place: _Place) -> PolicyView:
    context, policy, version, spoken = place.context, place.policy, place.shown.version, place.spoken
    number, dated = place.shown.number, version if isinstance(version, ReleasedVersion) else None
    words = context.words[place.language]
    zone = ZoneInfo(version.time_zone)
    read = shown_edition(place.shown, place.language)
    states = place.standings()
    now = states[0].status if states else None
    prevailing = version.authoritative_language
    summary = urls.summary(policy.id, number, spoken, read.edition.revision) if number else ""
    return PolicyView(
        frame=_shell(place, now),
        title=read.edition.title,
        title_language="" if spoken == words.language else spoken,
        number=number,
        notices=notices(policy, place.published, states, place.language, place.url, moving=place.moving),
        announced=_local(dated.announced, zone) if dated else None,
        announced_because=(dated.announced_because if dated else None) or "",
        effective=_local(dated.effective_from, zone) if dated else None,
        states=states,
        authoritative=prevailing,
        prevailing=place.way(place.at(prevailing)) if spoken != prevailing and prevailing in context.languages else "",
        status=read.edition.status,
        reviewed=read.edition.reviewed,
        missing=spoken != place.language,
        late=tuple(_late(place, zone)),
        compare=() if place.revision else tuple(_comparisons(place)),
        compare_in_force="" if place.revision or now is not Status.SUPERSEDED else _with_in_force(place),
        history=place.way(urls.history(place.language, policy.id)),
        article=article(context, place.shown, read, words),
        permalink=context.absolute(place.url if place.revision else urls.version(place.home, policy.id, number)),
        digest=read.wording,
        revision=read.edition.revision,
        revisions=tuple(_revisions(place)),
        one=_one(place, place.revision, zone) if place.revision else None,
        summary=place.way(summary) if summary else "",
        recorded=tuple(_recorded(place)),
        as_published=dated is not None and dated.as_published is not None,
        entry=place.url == urls.ROOT,
    )


def _shell(place: _Place, now: Status | None) -> PageFrame:
    context, policy, number, home = place.context, place.policy, place.published.number, place.home
    words = context.words[place.language]
    title = shown_edition(place.shown, place.language).edition.title
    page_title = title
    if place.released is None:
        page_title = words.text("{title}, draft", title=title)
    elif place.revision:
        revision = place.revision.number
        page_title = words.text(
            "{title}, version {number}, revision {revision}", title=title, number=number, revision=revision
        )
    elif not place.moving:
        page_title = words.text("{title}, version {number}", title=title, number=number)
    canonical = place.at(home) if place.url == urls.ROOT or home != place.language else place.url
    if not place.moving and now is Status.IN_FORCE:
        canonical = urls.in_force(home, policy.id)
    elif place.revision and not place.revision.replaced:
        canonical = place.version_url
    return context.frame(
        place.language,
        place.url,
        page_title,
        _description(place, title),
        kind="article",
        switch={other: place.at(other) for other in context.languages},
        translated=[other for other in context.languages if other in place.shown.editions],
        canonical=canonical,
        noindex=now in (None, Status.DRAFT, Status.SUPERSEDED, Status.WITHDRAWN),
        policy=policy,
        relations=_relations(place),
    )


def _description(place: _Place, title: str) -> str:
    """Nothing that another version or the passing of time changes: nobody may have rebuilt the page by then."""
    words, version = place.context.words[place.language], place.shown.version
    about = {"site": place.context.published.site.name, "title": title, "number": place.shown.number}
    if not isinstance(version, ReleasedVersion):
        return words.text("{site}: {title}. A proposed text that is not in force.", **about)
    if place.revision:
        revision = place.revision.number
        return words.text(
            "{site}: {title}, version {number}, revision {revision}. The whole text, kept here for good.",
            **about,
            revision=revision,
        )
    date = words.day(version.effective_from.astimezone(ZoneInfo(version.time_zone)))
    if place.moving:
        return words.text(
            "{site}: {title}, version {number}, effective from {date}. The whole text, all versions, and what changed.",
            **about,
            date=date,
        )
    return words.text("{site}: {title}, version {number}. The whole text, effective from {date}.", **about, date=date)


def _relations(place: _Place) -> Iterator[tuple[str, str]]:
    """The links between versions, or between revisions on the page of one (RFC 5829)."""
    language, policy = place.language, place.policy.id
    yield "version-history", urls.history(language, policy)
    if place.revision:
        number, shown = place.revision.stood.number, place.revision.number
        if shown > 1:
            yield "predecessor-version", urls.revision(language, policy, number, shown - 1)
        if place.revision.replaced:
            yield "successor-version", urls.revision(language, policy, number, shown + 1)
        return
    before, after = _neighbours(place)
    if before is not None:
        yield "predecessor-version", urls.version(language, policy, before)
    if after is not None:
        yield "successor-version", urls.version(language, policy, after)


def _neighbours(place: _Place) -> tuple[int | None, int | None]:
    """The version before the one that is shown, and the one after it."""
    policy, as_of = place.policy, place.context.published.as_of
    if place.released is None:
        return before_draft(policy, as_of), None
    return earlier(policy, place.released.number), later(policy, place.released.number, as_of)


def _one(place: _Place, shown: PublishedRevision, zone: ZoneInfo) -> OneRevision:
    version = shown.stood.version
    public_before = shown.amendment is None and version.as_published is not None
    followed = urls.revision_changes(place.language, place.policy.id, version.number, shown.number + 1)
    return OneRevision(
        number=shown.number,
        recorded=None if public_before else _local(shown.recorded, zone),
        replaced=_local(shown.replaced, zone),
        version=place.way(place.version_url),
        in_force=place.way(urls.in_force(place.language, place.policy.id)),
        followed=place.way(followed) if shown.replaced else "",
    )


def _revisions(place: _Place) -> Iterator[tuple[int, str]]:
    """Up to the one that is shown: what came after it is told by the notice."""
    version, spoken = place.released, place.spoken
    if version is None or spoken not in place.context.languages:
        return
    newest = place.shown.editions[spoken].edition.revision
    for each in version.revisions.get(spoken, ()):
        if each.number <= newest:
            yield each.number, place.way(urls.revision(spoken, place.policy.id, version.number, each.number))


def _recorded(place: _Place) -> Iterator[Recorded]:
    """What was recorded up to the revision that is shown."""
    version, spoken, languages = place.released, place.spoken, place.context.languages
    replaced = place.revision.replaced if place.revision else None
    for each in touching(version, spoken, languages) if version else ():
        if replaced is not None and each.recorded >= replaced:
            continue
        made, way = each.revision(spoken) or 1, ""
        if made > 1 and version and spoken in languages:
            way = place.way(urls.revision_changes(spoken, place.policy.id, version.number, made))
        yield Recorded(amended=each, way=way)


def _late(place: _Place, zone: ZoneInfo) -> Iterator[Late]:
    """What a translation lacks; the page of a revision that was replaced says what stood then."""
    version, prevailing = place.released, place.published.version.authoritative_language
    if version is None or (place.revision and place.revision.replaced):
        return
    for each in uncorrected(version, place.spoken):
        way = ""
        if prevailing in place.context.languages:
            way = place.way(urls.revision_changes(prevailing, place.policy.id, version.number, each.number))
        yield Late(recorded=each.recorded.astimezone(zone), way=way)


def _comparisons(place: _Place) -> Iterator[tuple[int | None, int | None, str]]:
    """With the version before, and with the one after if this one gave way to it."""
    language, policy, number = place.language, place.policy, place.published.number
    before, after = _neighbours(place)
    if before is not None:
        yield before, number, place.way(urls.changes(language, policy.id, before, number))
    if number and after is not None:
        yield number, after, place.way(urls.changes(language, policy.id, number, after))


def _with_in_force(place: _Place) -> str:
    """The address names no version: which one is in force is no state of this one."""
    version, current = place.released, place.policy.timeline.in_force_at(place.context.published.as_of)
    if version is None or current is None or current.version < version.number:
        return ""
    return place.way(urls.changes_since(place.language, place.policy.id, version.number))


def _local(at: datetime | None, zone: ZoneInfo) -> datetime | None:
    return at.astimezone(zone) if at else None

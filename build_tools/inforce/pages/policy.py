"""The page of one version: in force (the moving page), for good, or a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from inforce.model.config import LanguageStatus
from inforce.model.edition import ReadEdition
from inforce.pages import urls
from inforce.pages.amended import Amended, touching
from inforce.pages.article import Article, article
from inforce.pages.page import Page
from inforce.pages.shell import Scene, Shell
from inforce.pages.standing import Standing, draft_standing
from inforce.publication import PublishedPolicy, PublishedVersion
from inforce.timeline import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A state as the page tells it, and the way on from there ('' for none)."""

    standing: Standing
    way: str
    next_way: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyView:
    """What `policy.html` needs."""

    shell: Shell
    title: str
    title_language: str
    number: int | None
    notices: tuple[Notice, ...]
    announced: datetime | None
    effective: datetime | None
    ended: datetime | None
    authoritative: str
    prevailing: str
    """The way to the prevailing text, '' where this page shows it."""
    status: LanguageStatus
    reviewed: bool
    missing: bool
    """No edition in the page's language: the article is in another."""
    compare: tuple[tuple[int | None, int | None, str], ...]
    """(from version, to version, way) of each comparison offered."""
    history: str
    article: Article
    permalink: str
    digest: str
    revision: int
    summary: str
    amended: tuple[Amended, ...]
    as_published: bool
    entry: bool
    """The way in: the script goes to the reader's language."""


def version_pages(scene: Scene, policy: PublishedPolicy, published: PublishedVersion) -> Iterator[Page]:
    """The pages for good of a version (or draft), one in each of the site's languages."""
    for language in scene.languages:
        url = urls.version(language, policy.id, published.version.number)
        yield _page(_Place(scene=scene, policy=policy, published=published, language=language, url=url, moving=False))


def in_force_pages(scene: Scene, policy: PublishedPolicy, published: PublishedVersion) -> Iterator[Page]:
    """The moving pages of a policy, one in each of the site's languages."""
    for language in scene.languages:
        url = urls.in_force(language, policy.id)
        yield _page(_Place(scene=scene, policy=policy, published=published, language=language, url=url, moving=True))


def way_in(scene: Scene, policy: PublishedPolicy, published: PublishedVersion) -> Page:
    """The page at the root: the policy in force in the default language, and the way to every other."""
    language = scene.published.site.default_language
    return _page(_Place(scene=scene, policy=policy, published=published, language=language, url=urls.ROOT, moving=True))


def shown_edition(published: PublishedVersion, language: str) -> ReadEdition:
    """The edition for readers of a language: theirs, else the authoritative one, else the first there is."""
    for candidate in (language, published.version.authoritative_language, *published.editions):
        if candidate in published.editions:
            return published.editions[candidate]
    raise KeyError(language)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a version is shown: for readers of a language, at a URL, on the page that moves or on the one for good."""

    scene: Scene
    policy: PublishedPolicy
    published: PublishedVersion
    language: str
    url: str
    moving: bool

    @property
    def spoken(self) -> str:
        """The language of the text that is shown."""
        return shown_edition(self.published, self.language).edition.language

    @property
    def home(self) -> str:
        """The language whose page is the text's own; the site may have dropped the text's language since."""
        return self.spoken if self.spoken in self.scene.languages else self.language

    def at(self, language: str) -> str:
        """This page in another language."""
        if self.moving:
            return urls.in_force(language, self.policy.id)
        return urls.version(language, self.policy.id, self.published.version.number)

    def way(self, there: str) -> str:
        """A link from here."""
        return urls.relative(self.url, there)

    def standings(self) -> tuple[Standing, ...]:
        """The states of the version from now on."""
        if self.published.version.number is None:
            in_force = self.policy.timeline.in_force_at(self.scene.published.as_of)
            return (draft_standing(in_force is not None),)
        return self.scene.standings(self.policy, self.published)


def _page(place: _Place) -> Page:
    words = place.scene.words[place.language]
    view = _view(place)
    return Page(
        url=place.url,
        language=words.language,
        title=view.shell.title,
        html=place.scene.maker.html("policy.html", view, words),
        toc=view.article.toc() if place.moving else (),
        moving=place.moving,
    )


def _view(place: _Place) -> PolicyView:
    scene, policy, version, spoken = place.scene, place.policy, place.published.version, place.spoken
    words = scene.words[place.language]
    zone = ZoneInfo(version.time_zone)
    read = shown_edition(place.published, place.language)
    states = place.standings()
    prevailing = version.authoritative_language
    summary = "" if version.number is None else urls.summary(policy.id, version.number, spoken, read.edition.revision)
    return PolicyView(
        shell=_shell(place, states[0].status),
        title=read.edition.title,
        title_language="" if spoken == words.language else spoken,
        number=version.number,
        notices=tuple(_notice(place, state) for state in states),
        announced=_local(version.announced, zone),
        effective=_local(version.effective_from, zone),
        ended=states[0].date if states[0].status in (Status.SUPERSEDED, Status.WITHDRAWN) else None,
        authoritative=prevailing,
        prevailing=place.way(place.at(prevailing)) if spoken != prevailing and prevailing in scene.languages else "",
        status=read.edition.status,
        reviewed=read.edition.reviewed,
        missing=spoken != place.language,
        compare=tuple(_comparisons(place)),
        history=place.way(urls.history(place.language, policy.id)),
        article=article(scene, place.published, read, words),
        permalink=scene.absolute(urls.version(place.home, policy.id, version.number)),
        digest=read.wording,
        revision=read.edition.revision,
        summary=place.way(summary) if summary else "",
        amended=tuple(touching(version, spoken, scene.languages)),
        as_published=version.as_published is not None,
        entry=place.url == urls.ROOT,
    )


def _shell(place: _Place, now: Status) -> Shell:
    scene, policy, number, home = place.scene, place.policy, place.published.version.number, place.home
    words = scene.words[place.language]
    title = shown_edition(place.published, place.language).edition.title
    page_title = title
    if number is None:
        page_title = words.text("{title}, draft", title=title)
    elif not place.moving:
        page_title = words.text("{title}, version {number}", title=title, number=number)
    canonical = place.at(home) if place.url == urls.ROOT or home != place.language else place.url
    if not place.moving and now is Status.IN_FORCE:
        canonical = urls.in_force(home, policy.id)
    return scene.shell(
        place.language,
        place.url,
        page_title,
        switch={other: place.at(other) for other in scene.languages},
        translated=[other for other in scene.languages if other in place.published.editions],
        canonical=canonical,
        noindex=now in (Status.DRAFT, Status.SUPERSEDED, Status.WITHDRAWN),
        policy=policy,
    )


def _notice(place: _Place, state: Standing) -> Notice:
    """The moving page, and a notice of the future, name the version itself: nobody may have rebuilt by then."""
    language, policy = place.language, place.policy.id
    way = ""
    if state.successor is not None and (place.moving or not state.now):
        way = place.way(urls.version(language, policy, state.successor))
    elif state.elsewhere:
        way = place.way(urls.in_force(language, policy))
    following = state.next_version
    next_way = place.way(urls.version(language, policy, following)) if following is not None else ""
    return Notice(standing=state, way=way, next_way=next_way)


def _comparisons(place: _Place) -> Iterator[tuple[int | None, int | None, str]]:
    """With the version before, and with the one after if this one gave way to it."""
    language, policy, number = place.language, place.policy, place.published.version.number
    numbers = sorted(each.version.number for each in policy.versions if each.version.number is not None)
    before = [each for each in numbers if number is None or each < number]
    if before:
        yield before[-1], number, place.way(urls.changes(language, policy.id, before[-1], number))
    after = [each for each in numbers if number is not None and each > number]
    if number is not None and after:
        yield number, after[0], place.way(urls.changes(language, policy.id, number, after[0]))


def _local(at: datetime | None, zone: ZoneInfo) -> datetime | None:
    return at.astimezone(zone) if at else None

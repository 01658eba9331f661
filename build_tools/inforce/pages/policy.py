"""The page of one version: in force (the moving page), for good, or a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from inforce.model.config import LanguageStatus
from inforce.model.edition import ReadEdition
from inforce.model.version import Version
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
        yield _page(scene, policy, published, language, urls.version(language, policy.id, published.version.number))


def in_force_pages(scene: Scene, policy: PublishedPolicy, published: PublishedVersion) -> Iterator[Page]:
    """The moving pages of a policy, one in each of the site's languages."""
    for language in scene.languages:
        yield _page(scene, policy, published, language, urls.in_force(language, policy.id), moving=True)


def way_in(scene: Scene, policy: PublishedPolicy, published: PublishedVersion) -> Page:
    """The page at the root: the policy in force in the default language, and the way to every other."""
    return _page(scene, policy, published, scene.published.site.default_language, urls.ROOT, moving=True)


def shown_edition(published: PublishedVersion, language: str) -> ReadEdition:
    """The edition for readers of a language: theirs, else the authoritative one, else the first there is."""
    for candidate in (language, published.version.authoritative_language, *published.editions):
        if candidate in published.editions:
            return published.editions[candidate]
    raise KeyError(language)


def _page(
    scene: Scene,
    policy: PublishedPolicy,
    published: PublishedVersion,
    language: str,
    url: str,
    *,
    moving: bool = False,
) -> Page:
    words = scene.words[language]
    version = published.version
    number = version.number
    zone = ZoneInfo(version.time_zone)
    edition = shown_edition(published, language)
    spoken = edition.edition.language
    at: Callable[[str], str] = (
        (lambda other: urls.in_force(other, policy.id))
        if moving
        else (lambda other: urls.version(other, policy.id, number))
    )

    home = spoken if spoken in scene.languages else language
    """The language whose page is the text's own; the site may have dropped the text's language since."""

    def way(there: str) -> str:
        return urls.relative(url, there)

    states = (draft_standing(_any_in_force(scene, policy)),) if number is None else scene.standings(policy, published)
    now = states[0].status
    canonical = at(home) if url == urls.ROOT or home != language else url
    if not moving and number is not None and now is Status.IN_FORCE:
        canonical = urls.in_force(home, policy.id)
    title = edition.edition.title
    page_title = (
        words.text("{title}, draft", title=title)
        if number is None
        else words.text("{title}, version {number}", title=title, number=number)
    )
    entry = url == urls.ROOT
    text = article(scene, published, edition, words)
    view = PolicyView(
        shell=scene.shell(
            language,
            url,
            title if moving else page_title,
            switch={other: at(other) for other in scene.languages},
            translated=[other for other in scene.languages if other in published.editions],
            canonical=canonical,
            noindex=now in (Status.DRAFT, Status.SUPERSEDED, Status.WITHDRAWN),
            policy=policy,
        ),
        title=title,
        title_language="" if spoken == words.language else spoken,
        number=number,
        notices=tuple(_notice(state, policy, language, url, moving) for state in states),
        announced=_local(version.announced, zone),
        effective=_local(version.effective_from, zone),
        ended=states[0].date if now in (Status.SUPERSEDED, Status.WITHDRAWN) else None,
        authoritative=version.authoritative_language,
        prevailing=(
            way(at(version.authoritative_language))
            if spoken != version.authoritative_language and version.authoritative_language in scene.languages
            else ""
        ),
        status=edition.edition.status,
        reviewed=edition.edition.reviewed,
        missing=spoken != language,
        compare=tuple(_comparisons(policy, version, language, url)),
        history=way(urls.history(language, policy.id)),
        article=text,
        permalink=scene.absolute(urls.version(home, policy.id, number)),
        digest=edition.wording,
        revision=edition.edition.revision,
        summary="" if number is None else way(urls.summary(policy.id, number, spoken, edition.edition.revision)),
        amended=tuple(touching(version, spoken, scene.languages)),
        as_published=version.as_published is not None,
        entry=entry,
    )
    return Page(
        url=url,
        language=words.language,
        title=view.shell.title,
        html=scene.maker.html("policy.html", view, words),
        toc=text.toc() if moving else (),
        moving=moving,
    )


def _any_in_force(scene: Scene, policy: PublishedPolicy) -> bool:
    return policy.timeline.in_force_at(scene.published.as_of) is not None


def _notice(state: Standing, policy: PublishedPolicy, language: str, url: str, moving: bool) -> Notice:
    """The moving page, and a notice of the future, name the version itself: nobody may have rebuilt by then."""
    way = ""
    if state.successor is not None and (moving or not state.now):
        way = urls.relative(url, urls.version(language, policy.id, state.successor))
    elif state.elsewhere:
        way = urls.relative(url, urls.in_force(language, policy.id))
    following = state.next_version
    next_way = urls.relative(url, urls.version(language, policy.id, following)) if following is not None else ""
    return Notice(standing=state, way=way, next_way=next_way)


def _comparisons(
    policy: PublishedPolicy, version: Version, language: str, url: str
) -> Iterator[tuple[int | None, int | None, str]]:
    """With the version before, and with the one after if this one gave way to it."""
    numbers = sorted(each.version.number for each in policy.versions if each.version.number is not None)
    number = version.number
    before = [each for each in numbers if number is None or each < number]
    if before:
        yield before[-1], number, urls.relative(url, urls.changes(language, policy.id, before[-1], number))
    after = [each for each in numbers if number is not None and each > number]
    if number is not None and after:
        yield number, after[0], urls.relative(url, urls.changes(language, policy.id, number, after[0]))


def _local(at: datetime | None, zone: ZoneInfo) -> datetime | None:
    return at.astimezone(zone) if at else None

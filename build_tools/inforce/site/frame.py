"""What every page has round its content: head, masthead, language switch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from inforce.model.languages import localised
from inforce.model.version import ReleasedVersion
from inforce.publication import PublishedPolicy, PublishedSite, ReadVersion
from inforce.site import urls
from inforce.site.page import OfSite, Page, PageKind
from inforce.site.renderer import Renderer
from inforce.site.translator import Translator, native_name, with_territory
from inforce.site.version_status import VersionStatus, draft_standing, standings

T = TypeVar("T")
RELATIONS = {"privacy": "privacy-policy", "terms": "terms-of-service"}
"""What policies with these ids are for every page of the site (RFC 6903)."""
TELL = "tell"
"""The id of the place where feeds are offered, on the page of all versions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NavLink:
    """A link of the masthead. `language` is that of its text where it isn't the page's."""

    href: str
    text: str
    current: bool
    language: str = ""
    relation: str = ""
    """What the page behind it is for this one, where that has a name: `privacy-policy`, `terms-of-service`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLink:
    """The same page in a language, under the language's own name."""

    href: str
    language: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """What `base.html` needs."""

    language: str
    direction: str
    title: str
    description: str
    """The page in a sentence, for whoever sees no more of it: a list of results, a link in a message."""
    kind: str
    """What the Open Graph protocol calls it: `article` for the text of a policy, else `website`."""
    locale: str
    locales: tuple[str, ...]
    """Its language, and those of its translations, with a territory, as that protocol has them."""
    site: str
    root: str
    """The way to the site's root, with a slash at its end ('./' there)."""
    home: str
    nav: tuple[NavLink, ...]
    languages: tuple[LanguageLink, ...]
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    """(hreflang, absolute URL)."""
    relations: tuple[tuple[str, str], ...]
    """(relation, way) of each page that stands in one to this."""
    feeds: str
    """The way to the folder of the page's feeds, '' where nothing has been published to tell of."""
    tell: str
    """The way to where feeds are offered to readers, '' where there are none."""
    verify: str
    """The way to the page that checks digests."""
    handbook: str
    """The way to the handbook, '' where pages of policies don't lead there."""
    made: date
    """The day of the site's zone as of which the site is made: what holds "now" holds then for who has no script."""
    noindex: bool
    listed: bool
    """Whether search engines may list the page under its own address."""

    def page(self, url: str, html: str, changed: datetime | None = None) -> Page:
        """The page that this stands round. `changed`: when what it shows last changed (aware), if that is known."""
        return Page(
            url=url,
            language=self.language,
            title=self.title,
            html=html,
            listed=self.listed,
            alternates=self.alternates,
            changed=changed,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteContext:
    """What all pages are made from."""

    published: PublishedSite
    words: Mapping[str, Translator]
    """The interface words of each of the site's languages."""
    maker: Renderer
    kinds: tuple[PageKind[OfSite], ...] = ()
    """The kinds of pages that stand once in each language."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The files for other sites, by path, as far as they are made."""
    _known: dict[tuple[object, ...], object] = field(default_factory=dict, repr=False)

    def once(self, key: tuple[object, ...], compute: Callable[[], T]) -> T:
        """A value made once for a build."""
        if key not in self._known:
            self._known[key] = compute()
        return cast(T, self._known[key])

    @property
    def languages(self) -> tuple[str, ...]:
        """The site's languages, in order."""
        return self.published.site.languages

    def standings(self, policy: PublishedPolicy, published: ReadVersion) -> tuple[VersionStatus, ...]:
        """Every state of a released version from the site's instant on; the one of a draft."""
        as_of, version = self.published.as_of, published.version
        if not isinstance(version, ReleasedVersion):
            return (draft_standing(policy.timeline.in_force_at(as_of) is not None),)
        return self.once(
            ("standings", policy.id, version.number),
            lambda: standings(policy.timeline, version.number, as_of, ZoneInfo(version.time_zone)),
        )

    def absolute(self, url: str) -> str:
        """A page's address on the web."""
        return self.published.site.base_url + url

    def title(self, policy: PublishedPolicy, language: str) -> tuple[str, str]:
        """A policy's title for readers of a language, and the language that the title is in."""
        found = localised(policy.config.title, language, policy.config.authoritative_language)
        assert found is not None  # a policy has a title in each of its languages
        return found.content, found.language

    def frame(
        self,
        language: str,
        url: str,
        title: str,
        description: str,
        *,
        kind: str = "website",
        switch: Mapping[str, str],
        translated: Iterable[str] | None = None,
        canonical: str | None = None,
        noindex: bool = False,
        policy: PublishedPolicy | None = None,
        root: str | None = None,
        relations: Iterable[tuple[str, str]] = (),
    ) -> PageFrame:
        """The shell of the page at `url`.

        `switch` gives the page's URL in each language; `translated` are the languages whose page truly is in that
        language (all, unless told). `policy` is the one the page belongs to. `root` overrides the way to the root.
        `relations` are those of other pages to this one, each with the page's URL.
        """
        words = self.words[language]
        base = urls.relative(url, "") if root is None else root

        def href(there: str) -> str:
            return urls.relative(url, there) if root is None else root + there

        sound = tuple(switch if translated is None else translated)
        alternates = (
            () if noindex or canonical not in (None, url) else tuple((n, self.absolute(switch[n])) for n in sound)
        )
        default = self.published.site.default_language
        if alternates and default in sound:
            alternates = (*alternates, ("x-default", self.absolute(switch[default])))
        subject = policy or next(iter(self.published.policies), None)
        feeds = self.feeds(language, policy)
        return PageFrame(
            language=words.language,
            direction=words.direction,
            title=title,
            description=description,
            kind=kind,
            locale=with_territory(words.language),
            locales=tuple(with_territory(other) for other, _ in alternates if other not in (language, "x-default")),
            site=self.published.site.name,
            root=base,
            home=href(urls.in_force(language, self.published.policies[0].id)) if self.published.policies else base,
            nav=tuple(self._nav(language, url, href, policy)),
            languages=tuple(
                LanguageLink(href=href(there), language=other, name=native_name(other), current=other == language)
                for other, there in switch.items()
            ),
            canonical=self.absolute(url if canonical is None else canonical),
            alternates=alternates,
            relations=tuple((relation, href(there)) for relation, there in relations),
            feeds=href(feeds) if feeds else "",
            tell=f"{href(urls.history(language, subject.id))}#{TELL}" if subject and feeds else "",
            verify=href(urls.of_site(language, "verify")),
            handbook=href(self.published.site.handbook) if self.published.site.handbook else "",
            made=self.published.as_of.astimezone(ZoneInfo(self.published.site.time_zone)).date(),
            noindex=noindex,
            listed=not noindex and canonical in (None, url),
        )

    def feeds(self, language: str, policy: PublishedPolicy | None) -> str:
        """The folder of the feeds of a page: its policy's, where that has a version, else those of all; '' for none."""
        if policy is not None and policy.versions:
            return urls.feeds(language, policy.id)
        return urls.feeds(language) if any(each.versions for each in self.published.policies) else ""

    def _nav(
        self, language: str, url: str, href: Callable[[str], str], policy: PublishedPolicy | None
    ) -> Iterable[NavLink]:
        words = self.words[language]
        for each in self.published.policies:
            title, spoken = self.title(each, language)
            there = urls.in_force(language, each.id)
            yield NavLink(
                href=href(there),
                text=title,
                current=there == url,
                language="" if spoken == words.language else spoken,
                relation=RELATIONS.get(each.id, ""),
            )
        if self.published.policies:
            subject = policy or self.published.policies[0]
            there = urls.history(language, subject.id)
            yield NavLink(href=href(there), text=words.text("All versions"), current=there == url)
        for kind in self.kinds:
            if kind.menu is not None:
                there = urls.of_site(language, kind.name)
                yield NavLink(href=href(there), text=kind.menu(words), current=there == url)

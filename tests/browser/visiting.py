"""Visit a built site as a reader does, and note what should never happen on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from inforce.site.all_pages import KINDS as PAGES
from inforce.site.entry import MISSING
from inforce.site.hosting.table import POLICY
from inforce.site.since import SINCE
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from tests.built import reading
from tests.built.building import AS_OF

NOTE_VIOLATIONS = """
window.__violations = [];
document.addEventListener('securitypolicyviolation', e =>
  window.__violations.push(`${e.violatedDirective}: ${e.blockedURI} ${e.sample}`));
"""
STRICTER = f"{POLICY}; require-trusted-types-for 'script'; trusted-types 'none'"
OF_VERSIONS = ("version in force", "superseded", "announced")
OF_REVISIONS = ("replaced", "revision", "correction")
KINDS = tuple(dict.fromkeys((*(kind.name for kind in PAGES), *OF_VERSIONS, *OF_REVISIONS)))
"""Every kind of page, and those that a version's or a revision's state makes different."""


def stop_the_clock(page: Page, at: datetime | str) -> None:
    """The clock of a page to be opened stands at an instant, and its timers wait, until the test moves it."""
    page.clock.install(time=0)
    page.clock.pause_at(at)


@dataclass(kw_only=True)
class Visit:
    """A reader's window, and what went wrong in it."""

    context: BrowserContext
    page: Page
    root: str
    scripts: bool = True
    """Whether scripts run in it."""
    elsewhere: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open a page by its path below the site's root; the elements for other sites have come to an end on it."""
        self.page.goto(self.root + path, wait_until="load")
        if self.scripts:
            expect(self.page.locator(".work:not(:has([data-state]:not([hidden])))")).to_have_count(0)
        return self.page

    def strictly(self) -> None:
        """From now on pages come under a policy that is stricter still: no HTML is made from text."""

        def answer(route: Route) -> None:
            if route.request.resource_type != "document":
                route.continue_()
                return
            found = route.fetch()
            route.fulfill(response=found, headers={**found.headers, "content-security-policy": STRICTER})

        self.context.route("**/*", answer)

    def violations(self) -> list[str]:
        """What the Content-Security-Policy has blocked on this page."""
        found: list[str] = self.page.evaluate("window.__violations")
        return found


@dataclass(frozen=True, kw_only=True)
class Served:
    """A site while it is served, and its timeline."""

    folder: Path
    root: str
    browser: Browser

    @contextmanager
    def visit(self, **options: Any) -> Iterator[Visit]:
        """Open a window; options are those of a Playwright context. The reader's clock starts at the instant
        that the site was built as of, until the test sets it."""
        context = self.browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        scripts = bool(options.get("java_script_enabled", True))
        if scripts:
            context.add_init_script(NOTE_VIOLATIONS)
            context.clock.install(time=AS_OF)
        visit = Visit(context=context, page=context.new_page(), root=self.root, scripts=scripts)
        host = urlsplit(self.root).netloc

        def note(request: Request) -> None:
            if urlsplit(request.url).netloc not in (host, ""):
                visit.elsewhere.append(request.url)

        context.on("request", note)
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        try:
            yield visit
        finally:
            context.close()

    @property
    def policies(self) -> list[dict[str, Any]]:
        """The policies of the index, each with its versions."""
        found: list[dict[str, Any]] = reading.index(self.folder)["policies"]
        return found

    def version(self, status: str) -> tuple[str, dict[str, Any]] | None:
        """The policy and the newest version that stands so."""
        for policy in self.policies:
            for version in reversed(policy["versions"]):
                if version["status"] == status:
                    return policy["policy"], version
        return None

    def changed(self) -> str:
        """The policy with the longest history."""
        longest: Mapping[str, Any] = max(self.policies, key=lambda policy: len(policy["versions"]))
        name: str = longest["policy"]
        return name

    def revised(self, kind: str, language: str) -> str | None:
        """Of the first edition that was amended: the revision that was replaced, the newest, what that one changed."""
        versions = [version for policy in self.policies for version in policy["versions"]]
        for edition in (edition for version in versions for edition in version["editions"]):
            if edition["language"] == language and edition["revision"] > 1:
                *_, replaced, newest = (str(each["path"]) for each in edition["revisions"])
                return {"replaced": replaced, "revision": newest, "correction": f"{newest}changes/"}[kind]
        return None

    def path(self, kind: str, language: str) -> str | None:
        """The path of a page of a kind in a language; None where the site has none."""
        if kind in OF_REVISIONS:
            return self.revised(kind, language)
        if kind in OF_VERSIONS:
            standing = self.version("in_force" if kind == "version in force" else kind)
            return f"{language}/{standing[0]}/v{standing[1]['version']}/" if standing else None
        if kind == MISSING.name:
            return "no/such/page/"
        first = next(each.paths[0] for each in PAGES if each.name == kind)
        named = zip(first.split("/"), (language, self.changed()), strict=False)
        folders = [name for star, name in named if star == "*"]
        pattern = "/".join([*folders, *first.split("/")[len(folders) :]])
        found = sorted(self.folder.glob(f"{pattern}index.html"))
        path = found[0].relative_to(self.folder).as_posix().removesuffix("index.html") if found else None
        return f"{path}?v=1000" if path and kind == SINCE.name else path

"""A page of another site under a strict policy, with a consent manager from npm and the configuration that the site
makes. Both hosts have names, for a cookie of a domain needs one; nothing leaves this machine."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from inforce.cli.local_site import TYPES
from playwright.sync_api import Browser, Page, Route

from build_tools.npm import MODULES
from tests.built.building import ROOT
from tests.patience import soon

PAGE, LEGAL = "https://shop.marram.example.org/", "https://legal.example.org/"
CSP = f"default-src 'none'; script-src 'self'; style-src 'self'; connect-src {LEGAL}"
CODE = re.findall(
    r"^```js\n(.*?)^```", (ROOT / "docs/developers/banners.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
)
LISTEN = """
Object.defineProperty(navigator, "webdriver", { get: () => false });  // banners aren't shown to robots
window.violations = [];
document.addEventListener("securitypolicyviolation", (e) => {
  window.violations.push(`${e.violatedDirective} ${e.sample}`);
});
"""
Config = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Manager:
    """A consent manager: the file that the site makes for it, and what its package brings to a page."""

    file: str
    style: str
    script: str
    is_module: bool

    @property
    def code(self) -> str:
        """What `docs/developers/banners.md` says to do, to the letter."""
        (found,) = (code for code in CODE if self.file in code)
        return str(found)


VANILLA = Manager(
    file="cookieconsent.json",
    style="vanilla-cookieconsent/dist/cookieconsent.css",
    script="vanilla-cookieconsent/dist/cookieconsent.esm.js",
    is_module=True,
)
KLARO = Manager(file="klaro.json", style="klaro/dist/klaro.css", script="klaro/dist/klaro-no-css.js", is_module=False)


@dataclass(kw_only=True)
class Shop:
    """A page with a banner. `change` is what a test does to the configuration before it is sent."""

    site: Path
    manager: Manager
    page: Page
    language: str = "en"
    change: Callable[[Config], None] = field(default=lambda config: None)
    elsewhere: list[str] = field(default_factory=list)

    def configuration(self) -> Config:
        """What is sent for the page."""
        config: Config = json.loads((self.site / f"api/v1/privacy/current/{self.manager.file}").read_bytes())
        self.change(config)
        return config

    def visit(self, language: str = "en") -> Page:
        """Open the page, once the manager is at work."""
        self.language = language
        self.page.goto(PAGE)
        self.page.wait_for_function("() => window.ready")
        return self.page

    def cookies(self) -> set[str]:
        """The names of the cookies that the page has now."""
        return {cookie.partition("=")[0] for cookie in self.page.evaluate("document.cookie").split("; ") if cookie}

    def comes_to_have(self, names: set[str]) -> None:
        """The page has these cookies, or comes to have them."""
        soon(lambda: self.cookies() == names, f"{sorted(names)} are awaited")

    def answer(self, route: Route) -> None:
        """Send what the page asks for; note what it should not ask for."""
        url = urlsplit(route.request.url)
        path = url.path.lstrip("/")
        if f"https://{url.netloc}/" == LEGAL:
            body = json.dumps(self.configuration()) if path.endswith(self.manager.file) else ""
            route.fulfill(body=body, content_type=TYPES[".json"], headers={"Access-Control-Allow-Origin": "*"})
        elif f"https://{url.netloc}/" != PAGE:
            self.elsewhere.append(route.request.url)
            route.abort()
        elif path == "":
            self._fulfill(route, self._html(), ".html")
        elif path == "shop.js":
            self._fulfill(route, self.manager.code + "\nwindow.ready = true;\n", ".js")
        elif path.startswith("vendor/"):
            name = Path(path).name
            file = next(each for each in (self.manager.style, self.manager.script) if Path(each).name == name)
            self._fulfill(route, (MODULES / file).read_text("utf-8"), Path(path).suffix)
        else:
            route.fulfill(status=404)

    def _html(self) -> str:
        direction = "rtl" if self.language == "ar" else "ltr"
        style, script = (Path(each).name for each in (self.manager.style, self.manager.script))
        plain = "" if self.manager.is_module else f'<script defer src="/vendor/{script}"></script>'
        return (
            f'<!DOCTYPE html><html lang="{self.language}" dir="{direction}"><meta charset="utf-8"><title>Shop</title>'
            f'<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/vendor/{style}">{plain}'
            '<script type="module" src="/shop.js"></script><h1>Seeds</h1></html>'
        )

    @staticmethod
    def _fulfill(route: Route, body: str, suffix: str) -> None:
        headers = {"Content-Security-Policy": CSP}
        route.fulfill(body=body, content_type=TYPES.get(suffix, "text/html; charset=utf-8"), headers=headers)


@contextmanager
def shop(browser: Browser, site: Path, manager: Manager) -> Iterator[Shop]:
    """A shop, and at its end: nothing was asked of anybody else, nothing was refused, nothing was thrown."""
    context = browser.new_context()
    context.add_init_script(LISTEN)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    made = Shop(site=site, manager=manager, page=page)
    context.route("**/*", made.answer)
    try:
        yield made
        assert errors == []
        assert made.elsewhere == []
        assert page.evaluate("window.violations") == []
    finally:
        context.close()

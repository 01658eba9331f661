"""Two origins on this machine: a publisher, whose answers a test can spoil, and a page of another that embeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit

from inforce.cli.local_site import TYPES
from inforce.embed import scripts
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.visiting import stop_the_clock

Spoil = Callable[[bytes], bytes | None]
"""What is sent in the place of a file; None for nothing at all: the answer never comes."""
STRICT = (
    "default-src 'none'; connect-src *; script-src 'self'; style-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
SCRIPT = "/vendor/inforce.js"
LISTEN = """
window.heard = [];
window.messages = [];
window.violations = [];
window.refused = [];
window.read = [];
const text = Response.prototype.text;
Response.prototype.text = async function () {
  const read = await text.call(this);
  window.read.push(this.url);
  return read;
};
for (const name of ["shown", "stale"]) {
  document.addEventListener(`inforce:${name}`, (e) => {
    window.heard.push([name, e.target.localName, e.detail.reason ?? ""]);
    window.messages.push(e.detail.message ?? "");
  });
}
document.addEventListener("securitypolicyviolation", (e) => {
  window.violations.push(`${e.violatedDirective} ${e.blockedURI}`);
});
addEventListener("error", (e) => e.target.src && window.refused.push(e.target.src), true);
"""


@dataclass(kw_only=True)
class Publisher:
    """A site that is served to other origins. `spoilt` has what is sent in the place of files, by their path."""

    folder: Path
    spoilt: dict[str, Spoil] = field(default_factory=dict)
    lengths: dict[str, int] = field(default_factory=dict)
    """Of what length an answer is said to be, where that is a lie."""
    missing: set[str] = field(default_factory=set)
    types: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    """Paths and headers of all requests."""
    root: str = ""
    waited_for: Event = field(default_factory=Event)
    """Set once somebody waits for an answer that never comes."""
    stopped: Event = field(default_factory=Event)

    def fragment(self, version: int, language: str, kind: str = "cookies") -> str:
        """Ready HTML of the privacy policy."""
        return (self.folder / f"api/v1/privacy/{version}/{language}/{kind}.html").read_text("utf-8")


@dataclass(kw_only=True)
class Embedder:
    """A page of another origin under the strictest policy, with the script as its own file."""

    root: str
    browser: Browser
    files: dict[str, bytes]

    @contextmanager
    def page(self, body: str, *, language: str = "en", js: bool = True, at: str | None = None) -> Iterator[Page]:
        """The page, opened. `at`: the visitor's clock, which stands still until the test moves it."""
        html = f'<!DOCTYPE html><html lang="{language}"><meta charset="utf-8"><title>x</title>{body}'
        html += f'<script type="module" src="{SCRIPT}"></script></html>'
        self.files["/"] = html.encode()
        with self.visit("", js=js, at=at) as page:
            yield page

    @contextmanager
    def visit(self, path: str, *, js: bool = True, at: str | None = None) -> Iterator[Page]:
        """A page that is one of the files."""
        context: BrowserContext = self.browser.new_context(java_script_enabled=js)
        if js:
            context.add_init_script(LISTEN)
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        if at is not None:
            stop_the_clock(page, at)
        try:
            page.goto(self.root + path)
            yield page
            assert errors == []
            if js:
                assert page.evaluate("window.violations") == []
                assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
        finally:
            context.close()


def heard(page: Page, name: str, count: int = 1) -> list[list[str]]:
    """Wait until an event was heard so often; what was heard in all."""
    page.wait_for_function("([n, c]) => window.heard.filter(([x]) => x === n).length >= c", arg=[name, count])
    found: list[list[str]] = page.evaluate("window.heard")
    return found


def read(page: Page, urls: list[str]) -> None:
    """Wait until a script of the page has read answers to their end."""
    page.wait_for_function("(urls) => urls.every((url) => window.read.includes(url))", arg=urls)


def shows(page: Page, version: int, element: str = "inforce-cookies") -> None:
    """An element shows a version."""
    expect(page.locator(f"{element} > div")).to_have_attribute("data-version", str(version))


@contextmanager
def _serving(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class _Quiet(BaseHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


class _Publishing(_Quiet):
    def __init__(self, *arguments: object, publisher: Publisher) -> None:
        self.publisher = publisher
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a file, or what a test has put in its place."""
        it, path = self.publisher, urlsplit(self.path).path.lstrip("/")
        it.asked.append((path, dict(self.headers)))
        file = it.folder / path
        found = file.read_bytes() if file.is_file() and path not in it.missing else None
        if found is not None and path in it.spoilt:
            found = it.spoilt[path](found)
            if found is None:
                it.waited_for.set()
                it.stopped.wait()
                return
        self.send_response(200 if found is not None else 404)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Type", it.types.get(path, TYPES.get(Path(path).suffix, "text/plain")))
        self.send_header("Content-Length", str(it.lengths.get(path, len(found or b""))))
        self.end_headers()
        self.wfile.write(found or b"")


class _Embedding(_Quiet):
    def __init__(self, *arguments: object, files: Mapping[str, bytes], policy: str) -> None:
        self.files, self.policy = files, policy
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send the page or a script."""
        path = urlsplit(self.path).path
        body = self.files.get(path)
        self.send_response(200 if body is not None else 404)
        self.send_header("Content-Type", TYPES.get(Path(path).suffix, "text/html; charset=utf-8"))
        self.send_header("Content-Security-Policy", self.policy)
        self.end_headers()
        self.wfile.write(body or b"")


@contextmanager
def publishing(folder: Path) -> Iterator[Publisher]:
    """A publisher, while it is served."""
    publisher = Publisher(folder=folder)
    with _serving(partial(_Publishing, publisher=publisher)) as root:
        publisher.root = root
        try:
            yield publisher
        finally:
            publisher.stopped.set()


@contextmanager
def embedding(browser: Browser, *, policy: str = STRICT) -> Iterator[Embedder]:
    """An embedder, while it is served; its copy of the script is the newest one."""
    files = {SCRIPT: scripts()["embed/1/inforce.js"]}
    with _serving(partial(_Embedding, files=files, policy=policy)) as root:
        yield Embedder(root=root, browser=browser, files=files)

"""Serve a built site on this machine, with the policy pages under the strictest policy they promise to work with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from inforce.site.hosting.table import POLICY

from tests.built import reading


class Handler(SimpleHTTPRequestHandler):
    """Serves the files of a site below the path of its base URL; a missing page is its own 404.html."""

    root = "/"

    def do_GET(self) -> None:
        """Send a file."""
        path = urlsplit(self.path).path
        if not path.startswith(self.root):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.path = "/" + path.removeprefix(self.root)
        super().do_GET()

    def end_headers(self) -> None:
        """Add the policy, save where Material has its pages."""
        if self.path.split("/")[1] not in reading.OF_MATERIAL:
            self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where a page is missing."""
        missing = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not missing.is_file():
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The URL of the site's root while it is served."""
    root = urlsplit(reading.index(site)["base_url"]).path
    handler = partial(type("SiteHandler", (Handler,), {"root": root}), directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{root}"
        finally:
            server.shutdown()
            thread.join()

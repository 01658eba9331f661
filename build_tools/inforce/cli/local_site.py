"""A built site served on this machine, with the headers that its real host is asked to send, from the same table.

The folder that is shown can be changed for another while pages are asked for: whoever asks sees one or the other
whole. A page that is open loads itself again then.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from threading import Thread
from urllib.parse import unquote, urlsplit

from inforce.site.hosting.table import CACHE, Rule, headers_of

HOST = "127.0.0.1"
MORE_PORTS = 50
"""How many ports after the wanted one are tried before the system chooses any."""
TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".ico": "image/vnd.microsoft.icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".map": "application/json",
    ".ts": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
ANY_FILE = "application/octet-stream"
RELOAD = "inforce-serve/reload.js"
STATE = "inforce-serve/state"
RELOAD_SCRIPT = b"""\
const { dataset } = document.currentScript;
setInterval(async () => {
  const answer = await fetch(dataset.state).catch(() => null);
  if (answer && answer.ok && (await answer.text()) !== dataset.shown) location.reload();
}, 1000);
"""
NOTHING_YET = b"Nothing could be built yet. The terminal in which the site is served says why."


class LocalSite(ThreadingHTTPServer):
    """Serves what `show` was last given, below the path of the site's address, from its making until `close`."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__((HOST, port), _Handler)
        self.folder: Path | None = None
        self.base = "/"
        self.rules: tuple[Rule, ...] = ()
        self.shown = 0
        """How many sites have been shown so far."""
        Thread(target=self.serve_forever, daemon=True).start()

    def server_bind(self) -> None:
        """Bind the port, without asking anyone for this machine's name."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.socket.getsockname()[1]

    @property
    def address(self) -> str:
        """The URL of the site's root."""
        return f"http://{HOST}:{self.server_port}{self.base}"

    def show(self, folder: Path, base: str, rules: tuple[Rule, ...]) -> None:
        """Serve another folder from now on. `base` is the path of the site's address, with a slash at both ends;
        `rules` is the table of its headers."""
        self.folder, self.base, self.rules = folder, base, rules
        self.shown += 1

    def close(self) -> None:
        """Serve no more and give back the port."""
        self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who leaves in the middle is no fault."""


def on_a_free_port(wanted: int) -> LocalSite:
    """Serve on the wanted port, or the next one that is free."""
    for port in (*range(wanted, min(wanted + MORE_PORTS, 65536)), 0):
        try:
            return LocalSite(port)
        except OSError as taken:
            if taken.errno not in (errno.EADDRINUSE, errno.EACCES) or port == 0:
                raise
    raise AssertionError("the system has chosen a port or refused")


def local_headers(path: str, rules: tuple[Rule, ...]) -> dict[str, str]:
    """The headers of a file, by its path below the site's root: the host's, but that nothing may be kept. On this
    machine many sites share one address, and what one lets a browser keep, another must not find."""
    return {**headers_of(path, rules), CACHE: "no-store"}


class _Handler(BaseHTTPRequestHandler):
    server: LocalSite

    def do_GET(self) -> None:
        """Send a file."""
        path = unquote(urlsplit(self.path).path)
        folder, base = self.server.folder, self.server.base
        if folder is None:
            self._send("", NOTHING_YET, TYPES[".txt"], HTTPStatus.SERVICE_UNAVAILABLE)
        elif not path.startswith(base):
            self._redirect(base)
        else:
            self._answer(folder, path.removeprefix(base))

    def do_HEAD(self) -> None:
        """Send the headers of a file."""
        self.do_GET()

    def _answer(self, folder: Path, path: str) -> None:
        if path == RELOAD:
            self._send(path, RELOAD_SCRIPT, TYPES[".js"])
        elif path == STATE:
            self._send(path, str(self.server.shown).encode(), TYPES[".txt"])
        elif (file := _file(folder, path)) is None:
            self._missing(folder)
        elif file.is_dir():
            self._redirect(self.server.base + path + "/")
        else:
            self._send(path, file.read_bytes(), TYPES.get(file.suffix.lower(), ANY_FILE))

    def _missing(self, folder: Path) -> None:
        page = folder / "404.html"
        body = page.read_bytes() if page.is_file() else b"There is no such page."
        self._send("404.html", body, TYPES[".html" if page.is_file() else ".txt"], HTTPStatus.NOT_FOUND)

    def _redirect(self, place: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", place)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, path: str, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        if kind == TYPES[".html"] and b"</head>" in body:
            script = f'<script src="{self.server.base}{RELOAD}" data-state="{self.server.base}{STATE}" '
            script += f'data-shown="{self.server.shown}" defer></script></head>'
            body = body.replace(b"</head>", script.encode(), 1)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in local_headers(path, self.server.rules).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            with suppress(ConnectionError):
                self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


def _file(folder: Path, path: str) -> Path | None:
    """The file or folder that a path below the site's root names; never a hidden one, nor one elsewhere."""
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts[:-1]) or any(part.startswith(".") for part in parts):
        return None
    if any("\\" in part or "\0" in part or ":" in part for part in parts):
        return None
    file = folder.joinpath(*parts[:-1], parts[-1] or "index.html")
    with suppress(OSError):
        if file.exists():
            return file
    return None

"""The files for hosts, in real servers: each sends for every file what the table says. `test_files.py` reads the same
files as their hosts are said to read them, for hosts that can't be started here too."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from inforce.pages.hosting.files import APACHE, hosting_files
from inforce.pages.hosting.table import CACHE, FROZEN, Rule, header_rules, headers_of

from build_tools import servers
from tests.pages.hosting.test_files import LANGUAGES, MADE_UP, addresses

IN_CI = bool(os.environ.get("CI"))
ROOTS = ("/", "/legal/")
HEADERS = sorted({name for rule in header_rules(LANGUAGES, MADE_UP) for name in rule.headers} | {CACHE})

NGINX = """\
daemon off; pid {work}/nginx.pid; error_log {work}/errors.log; {user}
events {{}}
http {{
  access_log off;
  client_body_temp_path {work}; proxy_temp_path {work}; fastcgi_temp_path {work}; uwsgi_temp_path {work};
  scgi_temp_path {work};
  include {site}/hosting/nginx-http.conf;
  server {{ listen 127.0.0.1:{port}; root {top}; include {site}/hosting/nginx-server.conf; }}
}}
"""
CADDY = """\
{{
	admin off
	auto_https off
}}
import {site}/hosting/inforce.caddy
http://127.0.0.1:{port} {{
	root * {top}
	import inforce
	file_server
}}
"""
MODULES = ("mpm_event", "authz_core", "headers", "dir")
APACHES = """\
ServerName 127.0.0.1
ServerRoot {work}
PidFile {work}/apache.pid
Listen 127.0.0.1:{port}
ErrorLog {work}/errors.log
{modules}
DocumentRoot {top}
DirectoryIndex index.html
{user}
<Directory {top}>
  Require all granted
  AllowOverride {override}
</Directory>
{virtual_host}
"""
CONFIGURED = {"nginx": NGINX, "Caddy": CADDY, "Apache": APACHES, "Apache by .htaccess": APACHES}


@pytest.fixture
def work() -> Iterator[Path]:
    """A folder that a server may read after it has given up the rights of root."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@contextmanager
def started(server: str, top: Path, site: Path, work: Path) -> Iterator[http.client.HTTPConnection]:
    """A server that serves `top`, with the files of headers of the `site` in it."""
    program = servers.program(server.split()[0])
    if program is None:
        assert not (IN_CI and shutil.which("apt-get")), "make test unpacks it here"
        pytest.skip(f"{server} is not here: python -m build_tools.servers gets it on Debian and Ubuntu")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    by_access = server == "Apache by .htaccess"
    if by_access:
        shutil.copy(site / APACHE, site / ".htaccess")
    is_root = os.geteuid() == 0
    folder = servers.UNPACKED / "usr/lib/apache2/modules"
    configuration = work / "Caddyfile"
    configuration.write_text(
        CONFIGURED[server].format(
            work=work,
            port=port,
            top=top,
            site=site,
            user={"nginx": "user root;", "Caddy": ""}.get(server, "User www-data\nGroup www-data") if is_root else "",
            modules="\n".join(f'LoadModule {name}_module "{folder}/mod_{name}.so"' for name in MODULES),
            override="FileInfo" if by_access else "None",
            virtual_host="" if by_access else f"<VirtualHost *>\nInclude {site}/{APACHE}\n</VirtualHost>",
        ),
        encoding="utf-8",
    )
    command = {
        "nginx": [program, "-p", work, "-e", work / "errors.log", "-c", configuration],
        "Caddy": [program, "run", "--adapter", "caddyfile", "--config", configuration],
    }.get(server, [program, "-DFOREGROUND", "-f", configuration])
    environment = {**servers.environment(), "HOME": str(work)}
    with (work / "said").open("wb") as said:
        process = subprocess.Popen([*map(str, command)], env=environment, cwd=work, stdout=said, stderr=said)
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        for _ in range(1200):
            try:
                connection.connect()
                break
            except ConnectionRefusedError:
                assert process.poll() is None, (work / "said").read_text("utf-8", "replace")
                time.sleep(0.05)
        yield connection
        connection.close()
    finally:
        process.terminate()
        process.wait(20)


def asked(connection: http.client.HTTPConnection, path: str) -> tuple[int, dict[str, str]]:
    """The status of an answer, and those of its headers that the table is about."""
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    return answer.status, {name: str(answer.headers[name]) for name in HEADERS if name in answer.headers}


def made_up(top: Path, root: str) -> Path:
    """A site below `top`, at a root: small files, and those for hosts."""
    site = top / root.strip("/")
    hosts = hosting_files(f"https://x.example{root}", LANGUAGES, MADE_UP)
    for path, data in {**dict.fromkeys(MADE_UP, b"{}"), **hosts}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
    return site


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("server", CONFIGURED)
def test_a_server_sends_what_the_table_says(server: str, root: str, work: Path) -> None:
    top = work / "top"
    site = made_up(top, root)
    rules = header_rules(LANGUAGES, MADE_UP)
    with started(server, top, site, work) as connection:
        for path in addresses(MADE_UP):
            same(connection, root, path, rules)
        status, found = asked(connection, f"{root}api/v1/privacy/9/en/r1.json")
        assert status == 404
        assert found.get(CACHE) != FROZEN, "a file that is asked for too early would stay missing for a year"


def same(connection: http.client.HTTPConnection, root: str, path: str, rules: tuple[Rule, ...]) -> None:
    status, found = asked(connection, root + path)
    expected = headers_of(path, rules)
    if path.endswith("/index.html") or path == "index.html":
        assert status in (200, 308), path  # Caddy leads to the folder
        if status == 308:
            return
    assert status == 200, path
    assert found == expected, path

"""The files for hosts, in real servers: each sends for every file what the table says. `test_files.py` reads the same
files as their hosts are said to read them, for hosts that can't be started here too."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from inforce.site.hosting.files import APACHE, hosting_files
from inforce.site.hosting.table import CACHE, FROZEN, Rule, header_rules, headers_of

from build_tools import servers
from tests.patience import PATIENCE, soon
from tests.site.hosting.test_files import LANGUAGES, MADE_UP, addresses

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
def started(server: str, top: Path, site: Path, work: Path) -> Iterator[int]:
    """The port of a server that serves `top`, with the files of headers of the `site` in it. Another program may take
    a port before the server does, which then ends; so it is started again on another one."""
    program = servers.program(server.split()[0])
    if program is None:
        assert not (IN_CI and shutil.which("apt-get")), "make test unpacks it here"
        pytest.skip(f"{server} is not here: python -m build_tools.servers gets it on Debian and Ubuntu")
    if server == "Apache by .htaccess":
        shutil.copy(site / APACHE, site / ".htaccess")
    (top / "ours").write_text(str(work), encoding="utf-8")
    for _ in range(10):
        port = free_port()
        with process(server, program, port, top, site, work) as it:
            soon(lambda port=port, it=it: is_ours(port, work) or it.poll() is not None)  # type: ignore[misc]
            if it.poll() is None:
                yield port
                return
        said = [path.read_text("utf-8", "replace") for path in (work / "said", work / "errors.log") if path.exists()]
        assert "in use" in "".join(said), said
    pytest.fail("each of ten free ports was taken at once by another program")


@contextmanager
def process(
    server: str, program: Path, port: int, top: Path, site: Path, work: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """A server while it runs; by itself it ends where it can't have its port."""
    by_access = server == "Apache by .htaccess"
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
        running = subprocess.Popen([*map(str, command)], env=environment, cwd=work, stdout=said, stderr=said)
    try:
        yield running
    finally:
        running.terminate()
        running.wait(PATIENCE)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_ours(port: int, work: Path) -> bool:
    """Whether the server of this very test answers there."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/ours", timeout=PATIENCE) as answer:
            return bool(answer.read() == str(work).encode())
    except (OSError, http.client.HTTPException):
        return False


def asked(port: int, path: str) -> tuple[int, dict[str, str]]:
    """The status of an answer, and those of its headers that the table is about. Each question has a connection of its
    own: one that lies open is closed by a server at a time of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
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
    with started(server, top, site, work) as port:
        for path in addresses(MADE_UP):
            same(port, root, path, rules)
        status, found = asked(port, f"{root}api/v1/privacy/9/en/r1.json")
        assert status == 404
        assert found.get(CACHE) != FROZEN, "a file that is asked for too early would stay missing for a year"


def same(port: int, root: str, path: str, rules: tuple[Rule, ...]) -> None:
    status, found = asked(port, root + path)
    expected = headers_of(path, rules)
    if path.endswith("/index.html") or path == "index.html":
        assert status in (200, 308), path  # Caddy leads to the folder
        if status == 308:
            return
    assert status == 200, path
    assert found == expected, path

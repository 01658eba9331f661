"""The files for hosts, each read as its host reads it: all send what the table says, for every file of real sites.

Netlify and Cloudflare Pages are read by their own, different, rules for patterns; nginx, Caddy and Apache by the
regular expressions in their files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from inforce.site.hosting.files import APACHE, CADDY, NETLIFY, NGINX_MAPS, NGINX_SERVER, hosting_files
from inforce.site.hosting.table import ASK_AGAIN, CACHE, header_rules, headers_of

Headers = dict[str, str]
Host = Callable[[dict[str, str], str], Headers]
LANGUAGES = ("en", "de", "pt-BR")
MADE_UP = (
    "index.html", "404.html", "sitemap.xml", "_headers", "favicon.ico", "assets/inforce.css", "handbook/index.html",
    "developers/index.html", "enough/a/index.html", "en/privacy/index.html", "de/privacy/v1/r1/index.html",
    "pt-BR/feed.xml", "pt-BR/privacy/index.html", "api/v1/index.json", "api/v1/current.json",
    "api/v1/words/en.json", "api/v1/types.d.ts",
    "api/v1/privacy/1/en/r1.json", "api/v1/privacy/1/en/r12.json", "api/v1/privacy/1/en/cookies.html",
    "api/v1/privacy/current/en/contact.html", "api/v1/privacy/current/en.json", "apis/v1/a.json",
    "embed/1/inforce.js", "embed/1/pull.mjs", "embed/1.0.0/inforce.js", "embed/1.12.3/inforce.js",
)  # fmt: skip


def addresses(paths: tuple[str, ...]) -> Iterator[str]:
    """Files by their paths, and pages by the addresses that browsers ask for too."""
    for path in paths:
        yield path
        if path.endswith("index.html"):
            yield path.removesuffix("index.html")


def blocks(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """`_headers`: each pattern with its headers."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("/"):
            found.append((line, []))
        else:
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
    return found


def joined(text: str, path: str, matches: Callable[[str, str], bool]) -> Headers:
    """All headers of all patterns that match; values of one name are joined, as both hosts do."""
    found: dict[str, list[str]] = {}
    for pattern, headers in blocks(text):
        if matches(pattern, path):
            for name, value in headers:
                found.setdefault(name, []).append(value)
    return {name: ", ".join(values) for name, values in found.items()}


def by_netlify(pattern: str, path: str) -> bool:
    """A part of its own `*` takes any rest, the slash before it left out too; `:name` is one whole part."""
    parts = []
    for part in pattern.split("/"):
        if part.startswith(":"):
            parts.append("([^/]+)")
        elif part == "*":
            parts.append("?(.*)")
        elif part:
            parts.append(part.replace("*", "(.*)") if "*" in part else re.escape(part))
    return re.fullmatch(f"/{'/'.join(parts)}/?", path, re.IGNORECASE) is not None


def by_cloudflare(pattern: str, path: str) -> bool:
    """`*` takes anything, `:name` one part of the path."""
    pieces = re.split(r"(\*|:[A-Za-z]\w*)", pattern)
    return (
        re.fullmatch("".join({"*": ".*"}.get(p, "[^/]+" if p[:1] == ":" else re.escape(p)) for p in pieces), path)
        is not None
    )


def netlify(files: dict[str, str], path: str) -> Headers:
    """A file right in a language's folder (a feed) gets the strict policy of the pages too there; it does no harm."""
    found = joined(files[NETLIFY], path, by_netlify)
    if re.search(r"/[a-z]{2}(-[A-Z]{2})?/feed\.\w+$", path):
        found.pop("Content-Security-Policy", None)
    return {CACHE: ASK_AGAIN, **found}


def cloudflare(files: dict[str, str], path: str) -> Headers:
    return {CACHE: ASK_AGAIN, **joined(files[NETLIFY], path, by_cloudflare)}


def nginx(files: dict[str, str], path: str) -> Headers:
    """The first expression of a map that fits gives a variable; an empty one sends no header."""
    values: dict[str, str] = {}
    for variable, body in re.findall(r"^map \$uri (\$\w+) \{\n(.*?)^\}", files[NGINX_MAPS], re.M | re.S):
        default = re.search(r'^ +default "(.*)";$', body, re.M)
        assert default
        rules = re.findall(r'^ +"~(.*)" "(.*)";$', body, re.M)
        values[variable] = next((value for expression, value in rules if re.search(expression, path)), default[1])
    told = re.findall(r'^add_header (\S+) (?:"(.*)"|(\$\w+))(?: always)?;$', files[NGINX_SERVER], re.M)
    found = {name: values[variable] if variable else value for name, value, variable in told}
    return {name: value for name, value in found.items() if value}


def caddy(files: dict[str, str], path: str) -> Headers:
    found: dict[str, list[str]] = {}
    matchers = re.findall(r"^\t@(\w+) (not )?\{\n\t\tpath_regexp \w+ (\S+)\n(?:\t\tfile\n)?\t\}", files[CADDY], re.M)
    fits = {name: (re.search(expression, path) is None) == bool(without) for name, without, expression in matchers}
    for matcher, name, value in re.findall(r'^\theader (?:@(\w+) )?(\S+) "(.*)"$', files[CADDY], re.M):
        if not matcher or fits[matcher]:
            found.setdefault(name, []).append(value)
    assert all(len(values) == 1 for values in found.values())
    return {name: values[0] for name, values in found.items()}


def apache(files: dict[str, str], path: str) -> Headers:
    found: Headers = {}
    pattern = r'^Header (?:always )?set (\S+) "([^"]*)"(?: "expr=%\{REQUEST_URI\} =~ m#(.*)#")?$'
    for name, value, expression in re.findall(pattern, files[APACHE], re.M):
        if not expression or re.search(expression, path):
            found[name] = value
    return found


HOSTS: dict[str, Host] = {
    "Netlify": netlify, "Cloudflare Pages": cloudflare, "nginx": nginx, "Caddy": caddy, "Apache": apache,
}  # fmt: skip


def read(base_url: str, languages: tuple[str, ...], paths: tuple[str, ...]) -> dict[str, str]:
    return {path: data.decode() for path, data in hosting_files(base_url, languages, paths).items()}


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("root", ["/", "/legal/", "/a.b/c/"])
def test_a_host_sends_what_the_table_says(host: str, root: str) -> None:
    files, rules = read(f"https://x.example{root}", LANGUAGES, MADE_UP), header_rules(LANGUAGES, MADE_UP)
    for path in addresses(MADE_UP):
        assert HOSTS[host](files, root + path) == headers_of(path, rules), path


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("site", ["qualifio_site", "example_site"])
def test_for_every_file_of_a_real_site(host: str, site: str, request: pytest.FixtureRequest) -> None:
    place: Path = request.getfixturevalue(site)
    files = {path: (place / path).read_text("utf-8") for path in (NETLIFY, NGINX_MAPS, NGINX_SERVER, CADDY, APACHE)}
    paths = tuple(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())
    ours = [path.name for path in place.iterdir() if path.is_dir() and (path / "contact/index.html").is_file()]
    rules = header_rules(ours, paths)
    frozen = 0
    for path in addresses(paths):
        found = HOSTS[host](files, f"/{path}")
        assert found == headers_of(path, rules), path
        frozen += "immutable" in found[CACHE]
        if "immutable" in found[CACHE]:
            assert re.fullmatch(r"api/v1/[^/]+/\d+/[^/]+/r\d+\.json|embed/\d+\.\d+\.\d+/[^/]+", path), path
    assert frozen == len([path for path in paths if re.search(r"/r\d+\.json$|^embed/\d+\.\d+\.", path)]) > 0


def test_the_limits_of_cloudflare_pages_are_kept() -> None:
    """A hundred patterns, one splat in each, two thousand characters a line (developers.cloudflare.com/pages)."""
    text = read("https://x.example/legal/", tuple(f"l{n}" for n in range(60)), MADE_UP)[NETLIFY]
    found = blocks(text)
    assert len({pattern for pattern, _ in found}) == len(found) <= 100
    assert all(pattern.count("*") <= 1 for pattern, _ in found)
    assert max(map(len, text.splitlines())) <= 2000


def test_what_is_not_there_is_never_kept() -> None:
    """A file that is asked for too early would stay missing for a year."""
    files = read("https://x.example/", LANGUAGES, MADE_UP)
    assert re.search(r"^add_header Cache-Control \$\w+;$", files[NGINX_SERVER], re.M)
    assert not re.search(r"^Header always set Cache-Control", files[APACHE], re.M)
    kept = re.findall(r"\t@inforce_cache_control_\d \{\n.*\n\t\tfile\n", files[CADDY])
    assert len(kept) == 2

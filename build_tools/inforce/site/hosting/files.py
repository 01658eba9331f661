"""The table of headers in the words of hosts: `_headers` where Netlify and Cloudflare Pages read it, and files for
nginx, Caddy and Apache under `hosting/`, for whoever runs a server to include."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from inforce.site.hosting.table import ASK_AGAIN, CACHE, EVERYWHERE, Rule, expression, header_rules

NETLIFY = "_headers"
"""Where Netlify, Cloudflare Pages and those who follow them look for it."""
FOLDER = "hosting"
NGINX_MAPS, NGINX_SERVER = f"{FOLDER}/nginx-http.conf", f"{FOLDER}/nginx-server.conf"
CADDY, APACHE = f"{FOLDER}/inforce.caddy", f"{FOLDER}/apache.conf"
_MADE = "# Made by Inforce with the site, from one table of headers; each build makes it again."


def hosting_files(base_url: str, languages: Iterable[str], paths: Iterable[str]) -> dict[str, bytes]:
    """Path below the site's root to the bytes of every host's file; `paths` are those of the site's other files."""
    root, rules = urlsplit(base_url).path, header_rules(languages, paths)
    made = {
        NETLIFY: netlify(rules, root),
        NGINX_MAPS: nginx_maps(rules, root),
        NGINX_SERVER: nginx_server(rules),
        CADDY: caddy(rules, root),
        APACHE: apache(rules, root),
    }
    return {path: text.encode() for path, text in made.items()}


def netlify(rules: Iterable[Rule], root: str) -> str:
    """`_headers`. A pattern stands once; what no rule says of `Cache-Control`, these hosts say so by themselves."""
    blocks: dict[str, dict[str, str]] = {}
    for rule in rules:
        for pattern in rule.patterns:
            blocks.setdefault(root + pattern, {}).update(rule.headers)
    lines = [_MADE]
    for pattern, headers in blocks.items():
        lines += [pattern, *(f"  {name}: {value}" for name, value in headers.items())]
    return _text(lines)


def nginx_maps(rules: Iterable[Rule], root: str) -> str:
    """A map from a file's path to each header that not every file has; an empty value sends no header."""
    lines = [_MADE, "# Include it in the http block; nginx-server.conf, beside it, uses what it defines."]
    for name, told in _by_header(rules).items():
        if not _is_everywhere(told):
            lines += [f"map $uri {_variable(name)} {{", f'    default "{ASK_AGAIN if name == CACHE else ""}";']
            for rule in told:
                lines += [f"    # {rule.why}", f'    "~{_whole(rule, root)}" "{rule.headers[name]}";']
            lines.append("}")
    return _text(lines)


def nginx_server(rules: Iterable[Rule]) -> str:
    """What goes into the server block."""
    lines = [
        _MADE,
        "# Include it in the server block, and again in each location that has an add_header of its own: such a one",
        "# inherits none of these.",
    ]
    for name, told in _by_header(rules).items():
        value = f'"{told[0].headers[name]}"' if _is_everywhere(told) else _variable(name)
        lines.append(f"add_header {name} {value}{'' if name == CACHE else ' always'};")
    return _text(lines)


def caddy(rules: Iterable[Rule], root: str) -> str:
    """A snippet to import into the site's block. Only files that are there may be kept."""
    lines = [
        _MADE,
        f'# Before the site\'s block write "import {CADDY}", and inside it "import inforce".',
        "(inforce) {",
    ]
    for name, told in _by_header(rules).items():
        for number, rule in enumerate(told, 1):
            lines += _reason(rule, lines, indent="\t")
            if _is_everywhere(told):
                lines.append(f'\theader {name} "{rule.headers[name]}"')
                continue
            matcher = f"{_variable(name)[1:]}_{number}"
            there = ["\t\tfile"] if name == CACHE else []
            lines += [f"\t@{matcher} {{", f"\t\tpath_regexp {matcher} {_whole(rule, root)}", *there, "\t}"]
            lines.append(f'\theader @{matcher} {name} "{rule.headers[name]}"')
        if name == CACHE:
            named = expression(pattern for rule in told for pattern in rule.patterns)
            lines += ["\t# All else is asked for again each time.", "\t@inforce_ask_again not {"]
            lines += [f"\t\tpath_regexp inforce_ask_again ^{re.escape(root)}{named}$", "\t}"]
            lines.append(f'\theader @inforce_ask_again {name} "{ASK_AGAIN}"')
    return _text([*lines, "}"])


def apache(rules: Iterable[Rule], root: str) -> str:
    """For a virtual host, or the site's own .htaccess. An error is never kept: it has no `Cache-Control`."""
    lines = [
        _MADE,
        "# Include it in the virtual host, or copy it to the site's root as .htaccess (AllowOverride FileInfo).",
        "# It needs mod_headers: a2enmod headers",
        f'Header set {CACHE} "{ASK_AGAIN}"',
    ]
    for name, told in _by_header(rules).items():
        for rule in told:
            condition = "" if _is_everywhere(told) else f' "expr=%{{REQUEST_URI}} =~ m#{_whole(rule, root)}#"'
            always = "" if name == CACHE else "always "
            lines += [*_reason(rule, lines), f'Header {always}set {name} "{rule.headers[name]}"{condition}']
    return _text(lines)


def _by_header(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for name in rule.headers:
            found.setdefault(name, []).append(rule)
    return found


def _reason(rule: Rule, before: list[str], indent: str = "") -> list[str]:
    """Why there is a rule, once for all its headers."""
    line = f"{indent}# {rule.why}"
    return [] if line in before else [line]


def _is_everywhere(told: list[Rule]) -> bool:
    return len(told) == 1 and told[0].patterns == (EVERYWHERE,)


def _whole(rule: Rule, root: str) -> str:
    """The expression for the path of a request, which begins with a slash."""
    return f"^{re.escape(root)}{expression(rule.patterns)}$"


def _variable(name: str) -> str:
    return f"$inforce_{name.lower().replace('-', '_')}"


def _text(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"

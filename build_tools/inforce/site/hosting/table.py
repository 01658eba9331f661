"""The one table of headers: what a host sends with which files. Every host's own file is made from it.

A pattern is a path below the site's root: `:name` stands for one part of it, `*` at its end for any rest. Hosts join
the values of a header that two patterns set for one file, so no two patterns set the same header for any file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""The strict Content-Security-Policy that Inforce's own pages work under (CSP level 3)."""
MOVING = "public, max-age=300, stale-while-revalidate=86400"
"""Of the indexes: five minutes as they are, and for a day while a newer one is fetched (RFC 5861)."""
FROZEN = "public, max-age=31536000, immutable"
"""Of what never changes at its address (RFC 8246)."""
ASK_AGAIN = "no-cache"
"""Of all else: kept, but asked for again each time (RFC 9111), which costs an answer without content."""
CACHE = "Cache-Control"
EVERYWHERE = "*"
_RELEASED_SCRIPT = re.compile(r"(embed/\d+\.\d+\.\d+/).")
_PART = re.compile(r":[a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Headers of the files that one of some patterns matches."""

    why: str
    """For whoever reads a host's file."""
    patterns: tuple[str, ...]
    headers: Mapping[str, str]


def header_rules(languages: Iterable[str], paths: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The table for a site in these languages. `paths` are those of its files: released scripts are found in them.

    `Cache-Control` of files that no rule names is `ASK_AGAIN`.
    """
    others = ("api/:version/*", "embed/:version/*")
    pages = ("", "index.html", "404.html", *(f"{language}/:page/*" for language in languages))
    scripts = {found[1] for path in paths if (found := _RELEASED_SCRIPT.match(path))}
    return (
        Rule(
            why="No browser takes a file for another kind than it is; no other site learns what was read.",
            patterns=(EVERYWHERE,),
            headers={"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"},
        ),
        Rule(
            why="Pages of other sites read these; nothing here is private, and no cookie is needed.",
            patterns=others,
            headers={"Access-Control-Allow-Origin": "*"},
        ),
        Rule(
            why="Scripts, styles and pictures from the site alone, and no page in a frame of another.",
            patterns=(*pages, *others),
            headers={"Content-Security-Policy": POLICY},
        ),
        Rule(
            why="The indexes move with each build.",
            patterns=("api/v1/index.json", "api/v1/current.json"),
            headers={CACHE: MOVING},
        ),
        Rule(
            why="These never change.",
            patterns=("api/v1/:policy/:version/:language/r*", *(f"{folder}*" for folder in sorted(scripts))),
            headers={CACHE: FROZEN},
        ),
    )


def headers_of(path: str, rules: Iterable[Rule]) -> dict[str, str]:
    """All headers of the file at a path below the site's root."""
    found = {CACHE: ASK_AGAIN}
    for rule in rules:
        if re.fullmatch(expression(rule.patterns), path):
            found.update(rule.headers)
    return found


def expression(patterns: Iterable[str]) -> str:
    """A regular expression for a whole path that one of the patterns matches, as all servers read them."""
    found = [_one(pattern) for pattern in patterns]
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"


def _one(pattern: str) -> str:
    whole, rest = (pattern[:-1], ".*") if pattern.endswith("*") else (pattern, "")
    return "[^/]+".join(re.escape(piece) for piece in _PART.split(whole)) + rest

"""Where a link may go: `fact:`, `section:`, `id:`, `link:`, `https:`, `mailto:`, `tel:`; nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from inforce.model.hosts import with_ascii_host
from inforce.model.text import TARGET_SCHEMES, Target
from inforce.model.values import hides_a_number
from inforce.reader.findings import quoted
from inforce.reader.ids import proposed_id

ID = re.compile(r"[a-z][a-z0-9-]{0,63}")
FACT = re.compile(r"[a-z][a-z0-9_-]*(?:\.[a-z0-9][a-z0-9_-]*)+")
_HTTPS = re.compile(r"https://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[^\s<>\"'`\\{}|^]*)?")
_SHOWN_HOST = re.compile(r"https://(?=[\x00-\x7f]*[^\x00-\x7f])[\w.\u00b7-]+(?=$|[/:])")
"""A host in letters of the world, of which `with_ascii_host` has made no name."""
_MAILTO = re.compile(
    r"mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:\?subject=[A-Za-z0-9%._~!$',;:@/?+-]*)?"
)
_TEL = re.compile(r"tel:\+?[0-9](?:-?[0-9]){2,16}")
_WHOLE = {"https": _HTTPS, "mailto": _MAILTO, "tel": _TEL}
_EXAMPLES = {"https": "https://example.org/page", "mailto": "mailto:name@example.org", "tel": "tel:+3222744800"}
_DANGEROUS = frozenset({"javascript", "vbscript", "data", "file", "blob", "about", "filesystem"})
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*)\s*:")
_FILE = re.compile(r"(?:\.{0,2}/)*(?:[a-z-]+/)?([a-z][a-z0-9-]*)\.md")
_NO_SECTIONS = frozenset({"index", "readme"})
"""Names of files that stand for a folder and are hardly a section's."""
_HERE = re.compile(r"[./#]|[\w/.-]+\.(?:md|html?)\b|[\w-]+/")
"""A path inside a site."""
_LONGEST = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a target cannot stand: a code, a message and a remedy."""

    code: str
    message: str
    remedy: str


def read_target(text: str, title: str = "") -> Target | Refusal:
    """The target that stands between the round brackets of a link, with its title, or why it is refused."""
    target = _read(text)
    if isinstance(target, Refusal) or not title:
        return target
    if target.scheme in ("fact", "id"):
        return Refusal(
            code="L202",
            message=f"This link has a title, {quoted(title)}, which no page shows.",
            remedy=f"Write `{text}` alone; what readers should know belongs into the words.",
        )
    return replace(target, title=title)


def _read(text: str) -> Target | Refusal:
    found = _SCHEME.match(text)
    scheme = found[1] if found else ""
    if scheme.lower() in _DANGEROUS:
        return Refusal(
            code="X304",
            message=f"The link goes to {quoted(text)}, which can run a program or hide a page.",
            remedy="Remove the link, or link to an https: address.",
        )
    if scheme not in TARGET_SCHEMES:
        return _unknown(text, scheme)
    if len(text) > _LONGEST:
        return _malformed(text, scheme, f"Shorten the address to {_LONGEST} characters or fewer.")
    if whole := _WHOLE.get(scheme):
        address = with_ascii_host(text)
        if scheme == "https" and _hides_a_number(address):
            return _malformed(text, scheme, "Write the name of the host; a number hides where the link goes.")
        if whole.fullmatch(address):
            return Target(scheme=scheme, value=text)
        if scheme == "https" and (host := _SHOWN_HOST.match(text)):
            return _malformed(text, scheme, f"No host can be called {quoted(host[0][8:])} (IDNA 2008): write its name.")
        return _malformed(text, scheme, f"Write the address as in `{_EXAMPLES[scheme]}`.")
    value = text[len(scheme) + 1 :]
    if scheme == "fact":
        if FACT.fullmatch(value):
            return Target(scheme=scheme, value=value)
        mended = ".".join(re.split(r"[\s./\\]+", value.strip().lower()))
        if FACT.fullmatch(mended):
            return _malformed(text, scheme, f"Write `fact:{mended}`.")
        return _malformed(text, scheme, "Name a file and a key of the facts, as in `fact:retention.contract`.")
    if ID.fullmatch(value):
        return Target(scheme=scheme, value=value)
    last = value.rpartition("/")[2]  # pages of the handbook name the policy, too: a policy its own ids alone
    proposed = last if scheme == "section" and ID.fullmatch(last) else proposed_id(value)
    return Refusal(
        code="L203",
        message=f"The id {quoted(value)} is not written as an id.",
        remedy=f"Write `{scheme}:{proposed}`: small letters a–z, digits and hyphens, a letter first, 64 at most."
        if proposed
        else "Use a small letter, then small letters a–z, digits and hyphens, 64 at most, as in `right-of-access`.",
    )


def _hides_a_number(text: str) -> bool:
    host = re.match(r"https://([A-Za-z0-9.-]+)", text)
    return host is not None and hides_a_number(host[1])


def _unknown(text: str, scheme: str) -> Refusal:
    if scheme.lower() == "http":
        remedy = "Write `https:` instead."
    elif scheme.lower() in TARGET_SCHEMES:
        remedy = f"Write `{scheme.lower()}:` in small letters."
    elif not scheme and (anchor := ID.fullmatch(text.partition("#")[2])):
        remedy = f"Write `section:{anchor[0]}`."
    elif (found := _FILE.fullmatch(text)) and found[1] not in _NO_SECTIONS:
        remedy = f"A section is linked by its id: write `section:{found[1]}`."
    elif not scheme and _HERE.match(text):
        remedy = (
            "A policy links to its own sections by their ids, as in `section:rights`, and to pages by their whole "
            "address, best by a name in links.yml."
        )
    elif not scheme and _MAILTO.fullmatch(f"mailto:{text}"):
        remedy = f"Write `mailto:{text}`."
    elif text.startswith("www.") and _HTTPS.fullmatch(f"https://{text}"):
        remedy = f"Write `https://{text}`, or better put it into links.yml and write `link:` and its name."
    else:
        remedy = "Use one of fact:, section:, id:, link:, https:, mailto: or tel:."
    return Refusal(code="L201", message=f"A link cannot go to {quoted(text)}.", remedy=remedy)


def _malformed(text: str, scheme: str, remedy: str) -> Refusal:
    return Refusal(
        code="L202", message=f"The target {quoted(text)} is not a complete `{scheme}:` address.", remedy=remedy
    )

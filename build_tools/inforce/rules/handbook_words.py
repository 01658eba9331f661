"""What a page of the handbook says of policies in its links and below its title (H113, H114): for whoever reviews it.

A link that is called as a policy leads there; words that stand out and are called so, with a version or that it is in
force, are those of a policy; an address to write to is one that the facts or the site know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from inforce.parse.findings import quoted
from inforce.problems import Location
from inforce.rules.built_links import Labelled, labelled
from inforce.rules.built_pages import Strange
from inforce.rules.handbook import Neighbours, is_named_so
from inforce.rules.own_links import own_link
from inforce.rules.policy_names import is_name_of

_STANDS_OUT = re.compile(r'<(h[2-6]|strong|b|summary|p class="admonition-title")(?=[\s>])[^>]*>(.*?)</', re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
_STATE = re.compile(
    r"\b(?:suspended|withdrawn|repealed|void|suspendue?|retirée?|abrogée?|opgeschort|ingetrokken|ausgesetzt|aufgehoben)\b",
    re.IGNORECASE,
)
_IN_FORCE = re.compile(r"\d|\b(?:in force|en vigueur|van kracht|in kraft)\b", re.IGNORECASE)
_OLD = re.compile(r"v\d+(?:/|\Z)")
_ANOTHERS = re.compile(r"(?:['’]s?|[(:,–—-]|(?<=[^.!?\s])\s+[^\W\d_a-zà-ÿ][^\W_]*)\s*\Z")
"""How words end that say whose policy follows: "HubSpot's", "HubSpot (", "see HubSpot"."""
_OURS = re.compile(r"\b(?:our|notre|nos|onze|ons|unsere[nr]?)\b", re.IGNORECASE)
_WHOSE = re.compile(r"\s*(?:of|from|by|de|du|des|d['’]|van|von|der)\b", re.IGNORECASE)
_MOST_WORDS, _NEAR = 12, 20
"""So many words may call a policy; so many characters beside them may say which version."""


def poses_below(content: str, beside: Neighbours) -> Iterator[Strange]:
    """H113 for words that stand out below the title, as those of a policy and of its state."""
    for found in _STANDS_OUT.finditer(content):
        name = unescape(_TAGS.sub("", found[2])).rstrip("\u00b6 ")
        bare = _STATE.sub("", name)
        if (bare != name or _IN_FORCE.search(name)) and is_named_so(bare, beside):
            message = f"{quoted(name, 80)} stands out here, as if it were a policy of this site, or spoke for one."
            cure = "Link to the policy, and let it speak for itself."
            yield Strange(code="H113", message=message, remedy=cure, traces=(name,))


def check_promises(content: str, beside: Neighbours, *, page: str, own: str | None) -> Iterator[Strange]:
    """H114 for links that are called as a policy and lead elsewhere, and for e-mail addresses that nothing knows."""
    for link in labelled(content):
        if link.target.startswith("mailto:"):
            message = _unknown(link, beside, own)
            cure = "Write to an address that the facts have, or show this one in the words."
        else:
            message = _elsewhere(link, beside, page, own) if len(link.words.split()) <= _MOST_WORDS else ""
            cure = "Let it lead to the policy, or call it otherwise."
        if message:
            yield Strange(code="H114", message=message, remedy=cure, traces=(link.target, link.words))


def _unknown(link: Labelled, beside: Neighbours, own: str | None) -> str:
    address = link.target.removeprefix("mailto:").partition("?")[0]
    hosts = {email.rpartition("@")[2] for email in beside.emails}
    host, site = address.rpartition("@")[2].lower(), (own or "").partition("://")[2].partition("/")[0]
    known = host in hosts or site == host or site.endswith(f".{host}")
    if not hosts or known or "@" in link.words:
        return ""
    return f"the link {quoted(link.words, 80)} writes to {quoted(address, 80)}, which the facts don't have."


def _elsewhere(link: Labelled, beside: Neighbours, page: str, own: str | None) -> str:
    policies = {id for id, title in beside.called if is_name_of(link.words, (title,), beside.owners)}
    goes = own_link(link.target, page=page, base_url=own, location=Location(file="")) if own else None
    if not policies or own is None:
        return ""
    said = f"the link {quoted(link.words, 80)} is called as a policy of this site"
    if goes is None:
        return "" if _is_anothers(link) else f"{said} and leads to another site: {quoted(link.target, 80)}."
    language, _, rest = goes.path.partition("/")
    policy, _, below = rest.partition("/")
    if language in beside.languages and policy in beside.policies and policy not in policies:
        return f"{said} and leads to another one: {quoted(goes.path, 80)}."
    beside_it = f"{link.before[-_NEAR:]}{link.words}{link.behind[:_NEAR]}"
    if policy in policies and _OLD.match(below) and not re.search(r"\d", beside_it):
        return f"{said} and leads to one version, which another takes the place of: {quoted(goes.path, 80)}."
    return ""


def _is_anothers(link: Labelled) -> bool:
    """Whether the words beside a link say whose policy it is: "HubSpot's [privacy policy]", "[privacy policy] of …"."""
    beside = _WHOSE.match(link.behind) or _ANOTHERS.search(link.before)
    return bool(beside) and not _OURS.search(link.words)

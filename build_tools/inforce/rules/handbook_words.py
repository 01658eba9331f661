"""What a page of the handbook says of policies in its links and below its title (H113, H114): for whoever reviews it.

A link that is called as a policy leads there, and so does one that stands where a policy is named, whose words are its
address or "here"; one that names versions or a language leads to those; words that stand out and are called so, with a
version or that it is in force, are those of a policy; an address to write to, and a number to call, is one that the
facts or the site know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from html import unescape
from urllib.parse import parse_qsl, unquote

from inforce.problems import Location
from inforce.reader.findings import quoted
from inforce.rules.built_links import Labelled, labelled
from inforce.rules.built_pages import Strange
from inforce.rules.handbook import Neighbours, is_named_so
from inforce.rules.languages import language_names
from inforce.rules.own_links import own_link
from inforce.rules.policy_names import is_name_of
from inforce.rules.readings.sentences import SENTENCE

_STANDS_OUT = re.compile(r'<(h[2-6]|strong|b|summary|p class="admonition-title")(?=[\s>])[^>]*>(.*?)</', re.DOTALL)
_IN_A_LINE = ("strong", "b")
_TAGS = re.compile(r"<[^>]*>")
_FORMS = {
    "state": r"\b(?:{})\b",
    "in_force": r"\d|\b(?:{})\b",
    "articles": r"(?:{})\s[^\W\d][^\d.:;,()–—|]*",
    "since": r"{}",
    "ours": r"\b(?:{})\b",
    "whose": r"\s*(?:{})\b",
    "points": r"\b(?:{})\b",
}
"""How the words of a language stand in a page. Behind articles, words in the midst of a line speak of what is in force,
and neither give its version nor say it of anything."""
_OLD = re.compile(r"v\d+(?:/|\Z)")
_SHORT_VERSION = re.compile(r"(?<!\w)v\.?\s?([0-9]{1,3})(?!\w|\.[0-9])", re.IGNORECASE)
_NUMBERED = re.compile(r"/(?:v|(?P<changes>changes)/)(?P<first>\d+)(?:-(?P<last>\d+))?(?:/|\Z)")
"""The versions in an address: "v3/", "changes/1-3/", "changes/1/", which leads from there to the one in force."""
_ANOTHERS = re.compile(r"(?:['’]s?|[(:,–—-]|(?<=[^.!?\s])\s+[^\W\d_a-zà-ÿ][^\W_]*)\s*\Z")
"""How words end that say whose policy follows: "HubSpot's", "HubSpot (", "see HubSpot"."""
_ADDRESS = re.compile(r"(?:https?:|www\.)\S+", re.IGNORECASE)
_FEW_WORDS = 4
"""So many words name what a link leads to, and say nothing else of it."""
_MOST_WORDS, _NEAR, _SHOWN = 12, 20, 6
"""So many words may call a policy; so many characters beside them may say which version; so many of the last figures
show a telephone number."""


@cache
def _said(what: str) -> re.Pattern[str]:
    """What the words of any language say: nobody knows a page's."""
    from inforce.rules.readings.tables import any_language  # loads tables of many languages

    words = any_language(lambda each: getattr(each.handbook, what) if each.handbook else None)
    return re.compile(_FORMS[what].replace("{}", words), re.IGNORECASE)


def poses_below(content: str, beside: Neighbours) -> Iterator[Strange]:
    """H113 for words that stand out below the title, as those of a policy and of its state."""
    for found in _STANDS_OUT.finditer(content):
        name = unescape(_TAGS.sub("", found[2])).rstrip("\u00b6 ")
        bare = _said("state").sub("", name)
        if bare == name and found[1] in _IN_A_LINE and _said("articles").fullmatch(name):
            continue
        if (bare != name or _said("in_force").search(name)) and is_named_so(bare, beside):
            message = f"{quoted(name, 80)} stands out here, as if it were a policy of this site, or spoke for one."
            cure = "Link to the policy, and let it speak for itself."
            yield Strange(code="H113", message=message, remedy=cure, traces=(name,))


def check_promises(content: str, beside: Neighbours, *, page: str, own: str | None) -> Iterator[Strange]:
    """H114 for links that are called as a policy and lead elsewhere, and for addresses and numbers that nothing
    knows."""
    for link in labelled(content):
        scheme, _, address = link.target.partition(":")
        certain = False
        if scheme.lower() in ("mailto", "tel"):
            called = scheme.lower() == "tel"
            message = _unknown_number(link, address, beside) if called else _unknown(link, address, beside, own)
            cure = "Take one that the facts have, or show this one in the words."
        else:
            message = f"the link {quoted(link.words, 80)} " if own else ""
            if own and (goes := another_policy(link.words, link.target, beside, page=page, own=own)):
                message += f"is called as a policy of this site and leads to another one: {quoted(goes, 80)}."
                certain = True
            elif own and (goes := _another_version(link, beside, page, own)):
                message += f"names another version than it leads to: {quoted(goes, 80)}."
                certain = True
            elif own and (goes := _another_language(link, beside, page, own)):
                message += f"names another language than it leads to: {quoted(goes, 80)}."
                certain = True
            else:
                message = _elsewhere(link, beside, page, own)
            cure = f"Let it lead {'where it says' if certain else 'to the policy'}, or call it otherwise."
        if message:
            traces = (link.target, link.words)
            yield Strange(code="H114", message=message, remedy=cure, traces=traces, certain=certain)


def another_policy(name: str, target: str, beside: Neighbours, *, page: str, own: str) -> str:
    """Where a link leads that is called by the title of a policy, or by the name that its address has, and leads to
    another policy of the site; '' for any other."""
    called = _policies_called(name, beside) or _policies_in(name, beside)
    goes = own_link(target, page=page, base_url=own, location=Location(file="")) if called else None
    policy = _policy_at(goes.path, beside) if goes else ""
    return goes.path if goes and policy and policy not in called else ""


def leads_to_its_policy(name: str, target: str, beside: Neighbours, *, page: str, own: str) -> bool:
    """Whether a link that is called by the title of a policy leads to the page of that very policy."""
    called = _policies_called(name, beside)
    goes = own_link(target, page=page, base_url=own, location=Location(file="")) if called else None
    return goes is not None and _policy_at(goes.path, beside) in called and goes.path.strip("/").count("/") == 1


def _policies_called(name: str, beside: Neighbours) -> set[str]:
    """The policies that have a name as their title."""
    return {id for id, title in beside.called if is_name_of(name, (title,), beside.owners)}


def _policies_in(name: str, beside: Neighbours) -> set[str]:
    """The policies whose names in addresses stand among a few words, as in "terms in force"."""
    said = name.casefold().split()
    return {id for id in beside.policies if id in said} if len(said) <= _FEW_WORDS else set()


def _policy_at(path: str, beside: Neighbours) -> str:
    """The policy that has a page of its own at a path."""
    language, _, rest = path.partition("/")
    policy = rest.partition("/")[0]
    return policy if language in beside.languages and policy in beside.policies else ""


def _another_version(link: Labelled, beside: Neighbours, page: str, own: str) -> str:
    """Where a link leads that is called as one version of a policy and leads to another, or to changes from before or
    after it; '' for any other."""
    from inforce.rules.readings.version_numbers import versions_said  # loads tables of many languages

    said = [*(number for number, _ in versions_said(link.words)), *map(int, _SHORT_VERSION.findall(link.words))]
    goes = own_link(link.target, page=page, base_url=own, location=Location(file="")) if len(said) in (1, 2) else None
    if goes is None or not _policy_at(goes.path, beside) or not (found := _NUMBERED.search(goes.path)):
        return ""
    first, last = int(found["first"]), int(found["last"] or found["first"])
    since = bool(found["changes"]) and not found["last"]
    if len(said) == 2:
        ends = {first} if since else {first, last}
        return goes.path if found["changes"] and not ends <= set(said) else ""
    if since and said[0] > first and not _said("since").search(link.words):
        return ""  # what that version changed
    return "" if first <= said[0] <= last else goes.path


def _another_language(link: Labelled, beside: Neighbours, page: str, own: str) -> str:
    """Where a link leads whose words name one language of the site, "in English", and whose policy is in another."""
    named = {
        language for language in beside.languages if _names_language(language, beside.languages).search(link.words)
    }
    goes = own_link(link.target, page=page, base_url=own, location=Location(file="")) if len(named) == 1 else None
    if goes is None or not _policy_at(goes.path, beside):
        return ""
    return "" if goes.path.partition("/")[0] in named else goes.path


@lru_cache(maxsize=32)
def _names_language(language: str, readers: tuple[str, ...]) -> re.Pattern[str]:
    """A language as the handbook's readers call it: alone, in brackets, or behind a word for "in"."""
    names = "|".join(map(re.escape, sorted(language_names(language, readers), key=len, reverse=True)))
    return re.compile(rf"(?:\b(?:in het|in|en|auf|op)\s|[(]|^)(?:{names})(?:[)]|$|(?=\s?[,;.]))", re.IGNORECASE)


def _unknown_number(link: Labelled, number: str, beside: Neighbours) -> str:
    from inforce.rules.readings.phones import as_number, digits  # loads the numbers of all countries

    number = unquote(number).partition(";")[0]
    shown = digits(number)[-_SHOWN:] in digits(link.words)
    if not beside.phones or shown or as_number(number, beside.region) in beside.phones:
        return ""
    return f"the link {quoted(link.words, 80)} calls {quoted(number, 80)}, which the facts don't have."


def _unknown(link: Labelled, address: str, beside: Neighbours, own: str | None) -> str:
    hosts = {email.rpartition("@")[2] for email in beside.emails}
    site = (own or "").partition("://")[2].partition("/")[0]
    first, _, fields = address.partition("?")
    further = [value for name, value in parse_qsl(fields) if name.lower() in ("to", "cc", "bcc")]
    for email in filter(None, re.split(r"[,;\s]+", ",".join((unquote(first), *further)))):
        host = email.rpartition("@")[2].lower()
        known = host in hosts or site == host or site.endswith(f".{host}") or email in link.words
        if hosts and not known:
            return f"the link {quoted(link.words, 80)} writes to {quoted(email, 80)}, which the facts don't have."
    return ""


def _called(link: Labelled) -> str:
    """What a link is called: its words, or those of the sentence before it where they only point."""
    if not _ADDRESS.fullmatch(link.words) and _said("points").sub("", link.words).strip():
        return link.words
    return _said("points").sub("", SENTENCE.split(link.before)[-1])


def _elsewhere(link: Labelled, beside: Neighbours, page: str, own: str | None) -> str:
    name = _called(link)
    called = beside.called if len(name.split()) <= _MOST_WORDS else ()
    policies = {id for id, title in called if is_name_of(name, (title,), beside.owners)}
    goes = own_link(link.target, page=page, base_url=own, location=Location(file="")) if own else None
    if not policies or own is None:
        return ""
    said = f"the link {quoted(link.words, 80)} is called as a policy of this site"
    if goes is None:
        return (
            ""
            if name == link.words and _is_anothers(link)
            else f"{said} and leads to another site: {quoted(link.target, 80)}."
        )
    policy, below = _policy_at(goes.path, beside), goes.path.partition("/")[2].partition("/")[2]
    if policy and policy not in policies:
        return f"{said} and leads to another one: {quoted(goes.path, 80)}."
    beside_it = f"{link.before[-_NEAR:]}{link.words}{link.behind[:_NEAR]}"
    if policy in policies and _OLD.match(below) and not re.search(r"\d", beside_it):
        return f"{said} and leads to one version, which another takes the place of: {quoted(goes.path, 80)}."
    return ""


def _is_anothers(link: Labelled) -> bool:
    """Whether the words beside a link say whose policy it is: "HubSpot's [privacy policy]", "[privacy policy] of …"."""
    beside = _said("whose").match(link.behind) or _ANOTHERS.search(link.before)
    return bool(beside) and not _said("ours").search(link.words)

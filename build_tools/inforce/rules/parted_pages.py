"""Pages that a text and a fact led to alike in the base branch, where one of the two leads to another host now: that
of the fact, of the entry in `links.yml`, of the text itself, or both of them to different ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inforce.model.facts import Facts, all_facts
from inforce.model.values import Url
from inforce.rules.settings import host

Led = Mapping[tuple[str, str], frozenset[str]]
"""Language and file of a section to the web addresses that it leads to."""


def parted(before: Facts, after: Facts, led_before: Led, led_now: Led) -> dict[str, str]:
    """The path of each such fact to the address that a text leads to in the place of the fact's."""
    old, new = _pages(before), _pages(after)
    languages = {language for language, _ in led_now}
    old_at, new_at = ({one: _by_address(pages, one) for one in languages} for pages in (old, new))
    found: dict[str, str] = {}
    for key in sorted(led_before.keys() & led_now.keys()):
        language, there, here = key[0], led_before[key], led_now[key]
        came = sorted(here - there - new_at[language].keys())  # what another fact has is no other place of a page
        for was in sorted(there & old_at[language].keys()):
            leads = [was, *came] if was in here else came
            for path in old_at[language][was]:
                now = _bare(new[path].in_language(language).address) if path in new and leads else ""
                if now and now not in here and host(now) not in map(host, leads):
                    found.setdefault(path, leads[0])
    return found


def addresses(links: Iterator[str]) -> frozenset[str]:
    """Web addresses as they are compared: a slash at their end says nothing."""
    return frozenset(map(_bare, links))


def _bare(address: str) -> str:
    return address.removesuffix("/")


def _by_address(pages: Mapping[str, Url], language: str) -> dict[str, list[str]]:
    """The paths of the facts that have an address in a language."""
    found: dict[str, list[str]] = {}
    for path, page in pages.items():
        found.setdefault(_bare(page.in_language(language).address), []).append(path)
    return found


def _pages(facts: Facts) -> dict[str, Url]:
    return {fact.path: fact.value for fact in all_facts(facts) if isinstance(fact.value, Url)}

"""T114 for links, beside the base branch: one whose words, and those around it, stay as they were, and which leads to
another section, fact or name of `links.yml` now.

No digest of words tells it, and the languages may all lead there. Where what it led to is gone, it has to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from inforce.model.text import Section, placed_links
from inforce.problems import Location, Problem, problem
from inforce.reader.findings import quoted

_SCHEMES = ("section", "fact", "link")
_Link = tuple[str, str, int]
"""A link: its words, where it leads, and its line."""


def check_led_elsewhere(
    then: Mapping[str, Section], now: Mapping[str, Section], *, targets: Collection[str], folder: str
) -> Iterator[Problem]:
    """The links of some sections of the prevailing text (section id to section, whose files are in `folder`).
    `targets` are those that there are now: "section:retention"."""
    for name in then.keys() & now.keys():
        before = dict(_links_by_words(then[name]))
        for said, links in _links_by_words(now[name]):
            for (words, old, _), (same, new, line) in zip(before.get(said, ()), links, strict=False):
                if words == same and old != new and old in targets:
                    where = Location(file=f"{folder}/{name}.md", line=line)
                    yield problem("T114", where, "link", words=quoted(words), old=old, new=new)


def _links_by_words(section: Section) -> Iterator[tuple[str, tuple[_Link, ...]]]:
    """What each block says, with its links."""
    for leaf in section.leaves:
        for text, places in placed_links(leaf, line_break=" "):
            links = tuple(
                (text[each.start : each.end], f"{each.link.target.scheme}:{each.link.target.value}", each.link.at.line)
                for each in places
                if each.link.target.scheme in _SCHEMES
            )
            if links:
                yield text, links

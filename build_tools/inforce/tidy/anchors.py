"""Links to a place in the same text: `#rights` becomes `section:rights` where it is certain which section is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from inforce.reader.ids import proposed_id
from inforce.reader.targets import ID
from inforce.tidy.elements import name_of, names_in
from inforce.tidy.links import Found, links
from inforce.tidy.options import Options
from inforce.tidy.outline import name_of_attribute, without_attribute
from inforce.tidy.page import Block, Edit, Mends, Page

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_HAS_ID = re.compile(r"\[.*\]\(id:([a-z][a-z0-9-]*)\)$", re.DOTALL)
_WITHOUT_MEANING = re.compile(r"_?(?:toc|heading|h|section|sec|ch|s|p)?[._-]?[0-9a-f.]*", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class _Place:
    """A heading that links may mean."""

    heading: Block
    names: tuple[str, ...]
    """The names that the text itself gives it."""
    words: str
    """Its letters and digits."""


def anchors(page: Page, options: Options) -> Mends:
    """A link to a heading goes to its id, which it gets where it has none."""
    wanted = [link for link in links(page) if not link.autolink and re.fullmatch(r"#\S+", link.href)]
    if not wanted:
        return
    places = list(_places(page))
    taken = {found[1] for place in places if (found := _HAS_ID.search(place.heading.words.text))}
    given: dict[int, str] = {}
    together: dict[int, list[Edit]] = {}
    for link in wanted:
        name = unquote(link.href[1:])
        place = _meant(link, name, places) or (_above(page, name, places) if options.whole or options.adopt else None)
        if place is None:
            if name in options.sections:
                yield page.span(link.block.words, *link.target, f"section:{name}")
            continue
        text = without_attribute(place.heading.words.text)
        found = _HAS_ID.search(text)
        if place.heading.begin == 0:
            id_: str | None = options.id
        elif found:
            id_ = found[1]
        elif place.heading.begin in given:
            id_ = given[place.heading.begin]
        else:
            id_ = _new_id(name, place, {*taken, *given.values(), options.id}) if _may_link(place.heading) else None
            if id_:
                given[place.heading.begin] = id_
                begin = len(text) - len(text.lstrip())
                at = page.at(place.heading.words, len(text.rstrip()) - 1) + 1
                together[place.heading.begin] = [
                    page.span(place.heading.words, begin, begin, "["),
                    Edit(start=at, end=at, text=f"](id:{id_})"),
                ]
        if id_ and ID.fullmatch(id_):
            to = page.span(link.block.words, *link.target, f"section:{id_}")
            together.setdefault(place.heading.begin, []).append(to)
    yield from (tuple(sorted(edits, key=lambda edit: edit.start)) for edits in together.values())


def dead_anchors(page: Page, options: Options) -> Mends:
    """A link to a place that a whole text doesn't have leaves its words."""
    if not (options.whole or options.adopt):
        return
    kept = {name for _, names in _named(page) for name in names}
    for link in links(page):
        if not link.autolink and re.fullmatch(r"#\S*", link.href) and unquote(link.href[1:]) not in kept:
            words = link.block.words.text[link.words[0] : link.words[1]]
            yield page.span(link.block.words, link.start, link.end, words)


def _places(page: Page) -> Iterator[_Place]:
    slugs = Counter[str]()
    waiting: list[str] = []
    headings = {heading.begin: heading for heading in page.headings()}
    for index, token in enumerate(page.tokens):
        if token.type == "html_block" or (token.type == "inline" and page.tokens[index - 1].type != "heading_open"):
            is_bare = not _TAG.sub("", token.content).strip()
            waiting = [*waiting, *names_in(token.content)] if is_bare else []
        if token.type != "heading_open" or page.inside[index]:
            continue
        block = headings[(token.map or [0])[0]]
        words = _shown(block)
        slug = _slug(words)
        own = f"{slug}-{slugs[slug]}" if slugs[slug] else slug
        slugs[slug] += 1
        names = [name_of_attribute(block), *names_in(block.words.text), *waiting, own]
        waiting = []
        yield _Place(heading=block, names=tuple(name for name in names if name), words=_letters(words))


def _meant(link: Found, name: str, places: list[_Place]) -> _Place | None:
    """The heading that bears the name, or the only one that has the very words of the link."""
    for place in places:
        if name in place.names:
            return place
    folded = [place for place in places if name.lower() in [each.lower() for each in place.names]]
    if len(folded) == 1:
        return folded[0]
    # MkDocs writes one hyphen where GitHub writes several, as for "A & B":
    single = [place for place in places if name.lower() in [re.sub("-+", "-", each.lower()) for each in place.names]]
    if len(single) == 1:
        return single[0]
    words = _letters(link.block.words.text[link.words[0] : link.words[1]])
    same = [place for place in places if place.words == words]
    return same[0] if words and len(same) == 1 else None


def _above(page: Page, name: str, places: list[_Place]) -> _Place | None:
    """The heading of the words that bear the name."""
    line = next((line for line, names in _named(page) if name in names), -1)
    return next((place for place in reversed(places) if place.heading.begin <= line), None)


def _named(page: Page) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The names that tags give places, with their lines."""
    line = 0
    for token in page.tokens:
        line = token.map[0] if token.map else line
        if token.type in ("inline", "html_block") and "<" in token.content:
            yield line, names_in(token.content)


def _new_id(name: str, place: _Place, taken: set[str]) -> str | None:
    own = proposed_id(without_attribute(_shown(place.heading)))
    from_name = proposed_id(name)
    is_its_own = name in place.names and not _WITHOUT_MEANING.fullmatch(name)
    candidates = [from_name, own] if is_its_own else [own, from_name]
    return next((each for each in candidates if each and each not in taken), None)


def _may_link(heading: Block) -> bool:
    """Whether the words of a heading can be linked as a whole."""
    return not any(token.type in ("link_open", "image") for token in heading.tokens) and not re.search(
        r"(?<!\\)[\[\]]", without_attribute(heading.words.text)
    )


def _shown(block: Block) -> str:
    """The words of a heading as readers see them."""
    if not block.tokens:
        return without_attribute(block.words.text)
    parts = [
        token.content
        for token in block.tokens
        if token.content and not (token.type == "html_inline" and name_of(token.content))
    ]
    return unescape(without_attribute("".join(parts)))


def _slug(words: str) -> str:
    """The name that GitHub gives a heading."""
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", words.strip().lower()))


def _letters(words: str) -> str:
    """Letters and digits, without a number before them, which one of the two may have."""
    return "".join(char for char in without_number(words).casefold() if char.isalnum())


def without_number(words: str) -> str:
    """The words of a heading without a typed number before them."""
    return re.sub(r"^[\s*_\\]*[0-9]{1,2}(?:\.[0-9]{1,2})*(?:\\?[.)])?[\s*_]*(?=[^\W\d])", "", words)

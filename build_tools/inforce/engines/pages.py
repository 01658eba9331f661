"""What may not be published of the pages that MkDocs has made, each with the file of `docs/` that it came from."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import unescape
from itertools import chain
from pathlib import Path

from jinja2 import Environment

from inforce.engines.blank import Built, blank, empty, words
from inforce.engines.engine import Navigation, Page
from inforce.engines.links import NamingLinks
from inforce.problems import Location, Problem, Severity, problem
from inforce.reader.html.plain_html import NotPlain, read_elements
from inforce.rules.built_links import check_links, check_reading, targets
from inforce.rules.built_pages import IN_CODE, Strange, check_hidden, check_page, check_words, line_of
from inforce.rules.handbook import Neighbours, is_claimed, is_named_so, is_page
from inforce.rules.handbook_words import check_promises, poses_below
from inforce.rules.mkdocs import CONFIG
from inforce.rules.mkdocs_values import ICON, icons
from inforce.rules.own_links import OwnLink, own_link
from inforce.rules.page_facts import check_page_facts
from inforce.rules.page_links import line_of_link, without_code
from inforce.rules.policy_names import is_name_of, own_pages
from inforce.storage.handbook import Handbook

NOBODY = Neighbours()
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL | re.IGNORECASE)
_TAGS = re.compile(r"<[^>]*>")
_IN_QUOTES = ("description", "author")
"""What themes print between quotation marks."""
_MOST_TOLD = 20
"""Of one page: whoever has more begins with these."""


def page_problems(
    pages: Sequence[Built],
    nav: Navigation,
    env: Environment,
    handbook: Handbook,
    *,
    own: str | None,
    language: str | None = None,
    beside: Neighbours = NOBODY,
) -> tuple[Problem, ...]:
    """H105 and H109 for all pages, and what deceives in their words.

    Takes all words away from them: only for what is written already.
    """
    found = [problem for one in pages for problem in _of_words(one, handbook, own)]
    deceiving = [problem for one in pages for problem in _deceiving(one, handbook, own, language, beside.region)]
    if found:
        return tuple(dict.fromkeys((*found, *deceiving)))  # each would come again on every page that names this one
    deceiving += [problem for one in pages for problem in _posing(one, handbook, beside, own)]
    deceiving += _exchanged(pages, handbook)
    empty(pages, nav)
    told: dict[Problem, None] = {}
    for one in pages:
        strange = check_page(one.html, lambda one=one: blank(one, env), own=own)  # type: ignore[misc]
        for _, each in zip(range(_MOST_TOLD), strange, strict=False):
            told[_problem(each, one.page, handbook)] = None
    return tuple(dict.fromkeys((*told, *deceiving)))


def naming_problems(pages: Iterable[Built], handbook: Handbook, naming: NamingLinks) -> Iterator[Problem]:
    """What is wrong with links to facts and sections, each at its line. Reads the words of pages, and so comes before
    they are taken away."""
    named = naming.nameable
    for one in pages:
        page = one.page.file.src_uri
        path = f"{handbook.docs}/{page}"
        language = naming.language(page)
        of_facts = check_page_facts(one.page.content or "", named.stands, language=language, languages=named.languages)
        source = ""
        for _, found in zip(range(_MOST_TOLD), chain(naming.found.get(page, ()), of_facts), strict=False):
            source = source or without_code(handbook.files.get(path, b"").decode("utf-8", "replace"))
            line = line_of_link(source, found.target, found.words, found.count)
            line = line or line_of(source, (found.target, found.target.partition(":")[2]))  # in HTML of its own
            yield replace(found.problem, location=Location(file=path if source else CONFIG, line=line))


def own_links(
    pages: Iterable[Built], handbook: Handbook, output: Path, *, own: str, made: Mapping[str, Collection[str]]
) -> Iterator[OwnLink]:
    """The links to this site that lead to nothing that MkDocs has made in the output: what Inforce makes, or nowhere.
    Links to files of Markdown are MkDocs' to follow, and those that were `made` for sections lead somewhere."""
    for one in pages:
        path = f"{handbook.docs}/{one.page.file.src_uri}"
        source = handbook.files.get(path, b"").decode("utf-8", "replace")
        for written in targets(one.page.content or ""):
            page = written.partition("#")[0].rstrip("/").rpartition("/")[2]
            line = line_of(source, (written, f"/{written.lstrip('./')}", f"{page}.md"))
            link = own_link(
                written, page=one.page.url, base_url=own, location=Location(file=path if source else CONFIG, line=line)
            )
            if (
                link is not None
                and written not in made.get(one.page.file.src_uri, ())
                and not is_page(link.path)
                and not any((output / file).is_file() for file in link.files())
            ):
                yield link


def strangers(output: Path, beside: Neighbours, told: Collection[str] = ()) -> list[Problem]:
    """What MkDocs, its theme or a plugin wrote where only Inforce writes; a file of `docs/` is `told` already."""
    found: list[Problem] = []
    for folder, folders, names in os.walk(output):
        folders.sort()
        for name in sorted(names):
            path = (Path(folder) / name).relative_to(output).as_posix()
            if path not in told and is_claimed(path, beside):
                found.append(problem("H101", CONFIG, "written", path=path))
    return found


def misleading_templates(pages: Iterable[Page], handbook: Handbook) -> tuple[Problem, ...]:
    """H109 for front matter that names other templates than the theme chose: told before any of them is looked for."""
    return tuple(problem for page in pages for problem in _of_templates(page, handbook))


def _of_templates(page: Page, handbook: Handbook) -> Iterator[Problem]:
    if "template" in page.meta:
        message = "front matter chooses a template of the theme's, and not every one is for pages."
        strange = Strange(code="H109", message=message, remedy="Take out template.", traces=("template:",))
        yield _problem(strange, page, handbook)
    for _, name in icons(dict(page.meta)):
        if name and not ICON.fullmatch(name):
            message = f'the icon "{name[:80]}" in front matter is no name of an icon, and could lead to other files.'
            cure = "Write one that the theme has, such as material/book."
            yield _problem(Strange(code="H109", message=message, remedy=cure, traces=(name, "icon:")), page, handbook)


def _of_words(one: Built, handbook: Handbook, own: str | None) -> Iterator[Problem]:
    """What is wrong with the title and the front matter of a page, which themes and their scripts print as they are."""
    for text in words(one.meta):
        if "<" in text:
            message = f'front matter holds the character <, which would begin markup: "{" ".join(text.split())[:80]}".'
            strange = Strange(code="H109", message=message, remedy="Write it in words.", traces=(text, text[:20], "<"))
            yield _problem(strange, one.page, handbook)
            return
    for name in _IN_QUOTES:
        if '"' in str(one.meta.get(name, "")):
            message = f"{name} in front matter holds a straight quotation mark, which would end it in the page."
            cure = "Write quotation marks of print, \u201clike these\u201d, or leave them out."
            yield _problem(Strange(code="H109", message=message, remedy=cure, traces=(f"{name}:",)), one.page, handbook)
    for each in check_words(one.title, own=own):
        yield _problem(each, one.page, handbook)


def _deceiving(
    one: Built, handbook: Handbook, own: str | None, language: str | None, region: str | None
) -> Iterator[Problem]:
    """Links that lie and letters that deceive, in what is written so plainly that it reads one way."""
    content = one.page.content or ""
    if any(isinstance(each, NotPlain) for each in read_elements(content)):
        return  # which is told
    of_words = (each for text in (one.title, *words(one.meta)) for each in check_reading(text, language))
    found = chain(check_hidden(content), check_links(content, own=own, language=language, region=region), of_words)
    for _, each in zip(range(_MOST_TOLD), found, strict=False):
        yield _problem(each, one.page, handbook)


def _headings(one: Built) -> list[str]:
    found = _HEADING.finditer(one.page.content or "")
    return [unescape(_TAGS.sub("", each[1])).rstrip("\u00b6 ") for each in found]


def _exchanged(pages: Sequence[Built], handbook: Handbook) -> Iterator[Problem]:
    """H113 for a page that the menu, or its front matter, calls as another page calls itself."""
    own = {one.page.url: [name.casefold() for name in _headings(one)] for one in pages}
    for one in pages:
        name = one.title.casefold()
        other = next((each for each in pages if name in own[each.page.url][:1]), None)
        if other is not None and own[one.page.url] and name not in own[one.page.url]:
            message = f'this page is called "{one.title[:80]}", as {other.page.file.src_uri} calls itself.'
            cure = "Look where the menu leads; give it its own name."
            strange = Strange(code="H113", message=message, remedy=cure, traces=(one.title,))
            yield _problem(strange, one.page, handbook, Severity.HINT)


def _posing(one: Built, handbook: Handbook, beside: Neighbours, own: str | None) -> Iterator[Problem]:
    """H113 and H114 for a page with the title of a policy, or with that of a page of Inforce's own beside them, and for
    what it says of policies below its title."""
    for name in (one.title, *_headings(one)):
        of_policy = is_named_so(name, beside)
        if of_policy or is_name_of(name, own_pages(), beside.owners):
            which = "a policy of this site" if of_policy else "a page that Inforce makes of the policies"
            message = f'this page is called "{name[:80]}", as {which} is.'
            cure = "Give it a name of its own, so that readers take it for no other."
            strange = Strange(code="H113", message=message, remedy=cure, traces=(name,))
            yield _problem(strange, one.page, handbook, Severity.HINT)
            break
    content = one.page.content or ""
    promises = check_promises(content, beside, page=one.page.url, own=own)
    for _, strange in zip(range(_MOST_TOLD), chain(poses_below(content, beside), promises), strict=False):
        level = Severity.OPEN if strange.certain else Severity.HINT
        yield _problem(strange, one.page, handbook, level)


def _problem(strange: Strange, page: Page, handbook: Handbook, level: Severity = Severity.ERROR) -> Problem:
    path = f"{handbook.docs}/{page.file.src_uri}"
    where = Location(file=CONFIG, line=None)
    message = strange.message
    if strange.of_theme or path not in handbook.files:
        message = f"the theme, or a plugin, makes /{page.url} so: {message}"
    else:
        source = handbook.files[path].decode("utf-8", "replace")
        where = Location(file=path, line=line_of(source, strange.traces))
    return problem(
        strange.code,
        where,
        level=level,
        message=message,
        remedy="Take out the plugin, or the theme, that does." if where.file == CONFIG else strange.remedy or IN_CODE,
    )

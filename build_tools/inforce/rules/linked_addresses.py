"""Pages that a text and a fact lead to: no fact has the address that a text links to, or another one (F121); and pages
that both led to in the base branch, of which one leads to another host now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from inforce.model.config import LinkTarget
from inforce.model.facts import Facts, all_facts
from inforce.model.text import Link, Section, placed_links
from inforce.model.values import Url
from inforce.problems import Location, Problem, Severity, problem
from inforce.rules.languages import language_name
from inforce.rules.readings.sentences import SENTENCE
from inforce.rules.settings import host

_SENTENCES_BETWEEN = 1
"""How many sentences may end between the words of a fact and the link: "the Office. It has a page for complaints"."""


def check_linked_addresses(
    sections: Mapping[str, Section],
    *,
    facts: Facts,
    links: Mapping[str, LinkTarget],
    own: str,
    folder: str,
    languages: tuple[str, ...],
    place: Callable[[tuple[str | int, ...]], Location],
) -> Iterator[Problem]:
    """F121 of the prevailing text, whose `sections` are in `folder`; its language is the first of `languages`. `own` is
    the address of the company's site of policies."""
    pages = {fact.path: fact.value for fact in all_facts(facts) if isinstance(fact.value, Url)}
    controller = facts.organisation.controller
    website = controller.website.value if controller and controller.website else None
    ours = {host(own), *(host(one.address) for one in (website.each if website else ()))}
    told: set[str] = set()
    for name, section in sections.items():
        for near, link in _outward(section):
            target = links.get(link.target.value) if link.target.scheme == "link" else None
            there = {one: target.in_language(one) if target else link.target.value for one in languages}
            address = there[languages[0]]
            if not address.startswith("https://") or host(address) in ours:
                continue
            same = {path: page for path, page in pages.items() if _is(page, address, languages[0])}
            lacking = next((found for found in map(_lacks(facts), near) if found), None)
            if same:
                found = _elsewhere(same, there, place)
            elif lacking:
                where = Location(file=f"{folder}/{name}.md", line=link.at.line, column=link.at.column)
                found = [_lacking(lacking, address, where)]
            else:
                continue
            yield from (one for one in found if one.about not in told)
            told.update(one.about for one in found if one.about)


def _outward(section: Section) -> Iterator[tuple[list[str], Link]]:
    """Every link out of a section, with the paths of the facts shortly before it, the nearest first; of recipients the
    nearest alone."""
    for block in section.leaves:
        for text, places in placed_links(block):
            before: list[tuple[int, str]] = []
            for at in places:
                if at.link.target.scheme == "fact":
                    before.append((at.end, at.link.target.value))
                elif at.link.target.scheme in ("link", "https"):
                    near = [path for end, path in reversed(before) if _ends(text, end, at.start) <= _SENTENCES_BETWEEN]
                    last = next((end for end, path in enumerate(near, 1) if path.startswith("recipients.")), len(near))
                    yield near[:last], at.link


def _ends(text: str, start: int, end: int) -> int:
    return sum(1 for _ in SENTENCE.finditer(text, start, end))


def _lacks(facts: Facts) -> Callable[[str], str]:
    """What a fact's entry could say where somebody is read of, by the path of the field; '' where it says it."""
    parties = {name: party for name, party in facts.organisation.parties.items() if name != "controller"}

    def lacks(path: str) -> str:
        file, name, *_ = path.split(".")
        if file == "recipients" and (recipient := facts.recipients.get(name)):
            return "" if recipient.name is None or recipient.privacy else f"recipients.{name}.privacy"
        if file == "organisation" and (party := parties.get(name)):
            return "" if party.website else f"organisation.{name}.website"
        complaint = facts.rights.complaint if (file, name) == ("rights", "complaint") else None
        return "rights.complaint.website" if complaint and not complaint.website else ""

    return lacks


def _lacking(field: str, address: str, where: Location) -> Problem:
    file, _, path = field.partition(".")
    return problem(
        "F121",
        where,
        "no address",
        about=field,
        address=address,
        entry=field.rpartition(".")[0],
        file=file,
        path=path,
        field=path.rpartition(".")[2],
    )


def _elsewhere(
    same: Mapping[str, Url], there: Mapping[str, str], place: Callable[[tuple[str | int, ...]], Location]
) -> list[Problem]:
    """Facts that have the address of one language, where the text of another leads elsewhere."""
    others = [one for one, address in there.items() if not any(_is(page, address, one) for page in same.values())]
    if not others:
        return []
    (path, page), said = next(iter(same.items())), ", ".join(f"{one}: {there[one]}" for one in there)
    fact, text = page.in_language(others[0]).address, there[others[0]]
    message = f"{path} is one address for all; the {language_name(others[0])} text leads to {text}."
    if page.languages:
        message = f"{path} leads to {fact} in {language_name(others[0])}, and that text to {text}."
    return [
        problem(
            "F121",
            place(tuple(path.split("."))),
            "other address",
            level=Severity.OPEN if page.languages and host(fact) != host(text) else Severity.HINT,
            about=path,
            said=said,
            message=message,
        )
    ]


def _is(page: Url, address: str, language: str) -> bool:
    return page.in_language(language).address.removesuffix("/") == Url.parse(address).address.removesuffix("/")


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

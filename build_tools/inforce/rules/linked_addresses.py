"""Rule for web addresses that a text links to and the facts lack: readers of the text find the page, and those of the
JSON, of the tables of cookies and of the page of contacts don't.

Only a link to a page of somebody else is looked at, and only near the words that name whose it may be: a recipient, an
authority or the right to complain, without a web address of its own. That it is unknown, or that there is none, is an
answer too. Beside another right such a link mostly leads to the law.
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

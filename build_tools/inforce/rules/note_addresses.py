"""T111 for what a change note gives readers to reach or to recognise somebody by: an e-mail address, a telephone
number, a web address, or a number such as an IBAN, that neither the facts nor the texts have, before or now.

Only what the words say counts: where a link of a note leads, other rules look at. A web address may be any of an owner
that is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from inforce.model.config import ChangeNote
from inforce.model.text import placed_links
from inforce.problems import Problem, problem
from inforce.rules.languages import language_name, listed
from inforce.rules.link_words import region_of
from inforce.rules.note_sections import Numbered
from inforce.rules.readings.addresses import Address, AddressKind, read_addresses
from inforce.rules.readings.hosts import same_owner

_NUMBER = re.compile(r"(?<![\w./-])[A-Z]{2}(?=(?:[ .A-Z-]{0,5}[0-9]){7})[ .-]?[0-9](?:[ .-]?[0-9A-Z]){7,31}(?![\w/-])")
"""Two capitals and seven figures at least: an IBAN, or a number of VAT. Standards ("EN 301 549") have fewer, and so
have postal codes ("IL 60607 USA")."""


def check_note_addresses(
    notes: Iterable[ChangeNote], *, versions: Sequence[Numbered], others: Iterable[str], folder: str
) -> Iterator[Problem]:
    """`versions` are the newest one and what is proposed, `others` the addresses of links.yml and of the site."""
    facts = [each.facts for each in versions if each.facts]
    regions = {region_of(each) for each in facts} or {None}

    def read(words: str) -> list[Address]:
        return [address for region in regions for address in read_addresses(words, region)]

    known: list[Address] | None = None
    numbers = ""
    for note in notes:
        for language, words in note.text.items():
            said, typed = read(words), [found[0] for found in _NUMBER.finditer(words)]
            if not said and not typed:
                continue
            if known is None:  # few notes give any, and texts are long
                everything = [
                    *_texts(versions),
                    *(each for one in facts for each in _strings(one.model_dump(mode="json"))),
                ]
                known = [each for one in (*everything, *others) for each in read(one)]
                numbers = _squeezed("\n".join(everything))
            nowhere = [one.text for one in said if not any(_is(one, each) for each in known)]
            nowhere += [each for each in typed if _squeezed(each) not in numbers]
            if nowhere:
                shown = listed(f'"{each}"' for each in dict.fromkeys(nowhere))
                yield problem(
                    "T111", f"{folder}/{note.slug}.md", "nowhere", shown=shown, language=language_name(language)
                )


def _is(said: Address, known: Address) -> bool:
    """Whether an address is that of what is known: of a page, any of its owner."""
    if said.kind in (AddressKind.EMAIL, AddressKind.PHONE):
        return (said.user.casefold(), said.host) == (known.user.casefold(), known.host)
    return same_owner(said.host, known.host)


def _texts(versions: Iterable[Numbered]) -> Iterator[str]:
    """What the texts say in every language, and where their links lead."""
    for each in versions:
        for section in (one for sections in each.texts.values() for one in sections.values()):
            yield from (text for block in section.leaves for text, _ in placed_links(block, line_break=" "))
            yield from (re.sub(r"^(?:tel|mailto):", "", str(link.target)) for link in section.links)


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from (each for one in value.values() for each in _strings(one))
        case list():
            yield from (each for one in value for each in _strings(one))


def _squeezed(text: str) -> str:
    return re.sub(r"[ .\-\u00a0\u202f]", "", text).upper()

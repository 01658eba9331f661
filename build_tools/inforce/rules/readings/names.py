"""Names and postal addresses: texts of the language, and their parts in any order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from babel import Locale, UnknownLocaleError

from inforce.model.languages import own
from inforce.model.values import Address
from inforce.rules.readings.plain import plain

_BETWEEN = " ,;()、，،/\n"
_CJK = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
_SHORT = 4
"""Letters of the longest word that is as good as none where names end with it ("SA", "GmbH"), and of the shortest that
counts within another ("Bibliothek" in "Saatgutbibliothek")."""


def is_name(text: str, names: str | Mapping[str, str], language: str) -> bool:
    """Whether the plain text is the name in that language; any of its names where it has none in it."""
    return text in {plain(name) for name in _texts(names, language)}


def is_address(text: str, address: Address, language: str) -> bool:
    """Whether the plain text is the address: every part once, in any order, and nothing else.

    A comma, a bracket or a line end counts as a space. The country may be left out; it is named as CLDR does in the
    language.
    """
    needed = [tuple(plain(street) for street in _texts(address.street, language))] if address.street else []
    if address.number:
        needed.append((plain(address.number),))
    if address.postal_code:
        needed.append(_postal_codes(plain(address.postal_code), address.country or ""))
    if address.locality:
        needed.append(tuple(plain(place) for place in _texts(address.locality, language)))
    if address.region:
        needed.append(tuple(plain(region) for region in _texts(address.region, language)))
    countries = _countries(address.country, language) if address.country else frozenset[str]()
    return _covered(re.sub(rf"[{_BETWEEN}]+", " ", text).strip(), needed, countries)


def has_in_common(words: str, name: str) -> bool:
    """Whether some words may stand for a name on the face of it: they share a word other than a short one at the end
    of both ("Q SA" and "R SA" are two companies), one has a word of the other within a word, or they are initials."""
    ours, theirs = (re.findall(r"[^\W_]+", one) for one in (words, name))
    letters = plain(re.sub(r"[\W_]", "", words))
    initials = iter(plain("".join(word[0] for word in theirs)))
    if len(letters) > 1 and all(letter in initials for letter in letters):
        return True
    if len(ours) > 1 and len(theirs) > 1 and ours[-1] == theirs[-1] and len(ours[-1]) <= _SHORT:
        ours, theirs = ours[:-1], theirs[:-1]
    told = [plain(one) for one in ours if len(one) > _SHORT or not one[0].islower()]  # no "of", "de", "von"
    return any(_is_within(one, plain(other)) for one in told for other in theirs)


def _is_within(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= (2 if _CJK.match(shorter) else _SHORT) and shorter in longer)


def missing_part(text: str, address: Address, language: str) -> str | None:
    """The first part of the address, as the language has it, that the plain text does not hold."""
    for part in address.in_language(language):
        if plain(part) not in text:
            return part
    return None


def _texts(texts: str | Mapping[str, str], language: str) -> tuple[str, ...]:
    if isinstance(texts, str):
        return (texts,)
    said = own(texts, language)
    return (said,) if said else tuple(texts.values())


def _postal_codes(code: str, country: str) -> tuple[str, ...]:
    """The code alone, or behind the country's letters: "B-1348", "BE-1348"; a Japanese one behind 〒."""
    letters = country.casefold()
    return (code, *(f"{letters[:n]}-{code}" for n in (1, 2) if letters), f"〒{code}", f"〒 {code}")


def _covered(text: str, needed: list[tuple[str, ...]], optional: frozenset[str]) -> bool:
    """Whether the text is made of one of each of the needed forms, and at most one optional one, in some order."""
    if not text:
        return not needed
    for index, forms in enumerate(chain(needed, (optional,))):
        for form in forms:
            form = re.sub(rf"[{_BETWEEN}]+", " ", form).strip()
            if form and text.startswith(form) and _ends(text, len(form)):
                others = [part for at, part in enumerate(needed) if at != index]
                left = frozenset[str]() if index == len(needed) else optional
                if _covered(text[len(form) :].strip(" -"), others, left):
                    return True
    return False


def _ends(text: str, at: int) -> bool:
    """Whether a word may end there: at a space, at a hyphen ("Karachi-75500"), at the end, or beside a letter of a
    script without spaces."""
    return at == len(text) or text[at] in " -" or bool(_CJK.match(text[at]) or _CJK.match(text[at - 1]))


@lru_cache(maxsize=256)
def _countries(country: str, language: str) -> frozenset[str]:
    """The country's names in the language, plain; its code too."""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return frozenset({country.casefold()})
    return frozenset({country.casefold(), plain(locale.territories.get(country, country))})

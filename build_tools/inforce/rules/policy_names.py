"""Names that readers would take for a policy's: its title, whatever stands around it that says nothing.

“Privacy policy of Example”, “Our privacy policy (2026)” and `politique-de-confidentialite` are such names; “Writing the
privacy policy” is none. What says nothing are articles, prepositions, numbers, and the names of whose policy it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from inforce.reader.characters.scripts import like_of

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[vr]?\d+")
_KIND = "policy"
_TWO_LETTERS = str.maketrans({
    "\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00df": "ss", "\u0153": "oe", "\u00e6": "ae", "\u00f8": "oe",
    "\u00e5": "aa",
})  # fmt: skip
"""Letters that addresses write as two."""


def is_name_of(name: str, titles: Iterable[str], owners: Iterable[str] = ()) -> bool:
    """Whether a name reads as one of the titles; `owners` are names of those whose policies they are."""
    theirs = frozenset(word for owner in owners for word in _WORD.findall(_folded(owner)))
    said, core = _joined(name), _core(name, theirs)
    for title in titles:
        for form in (title, unicodedata.normalize("NFC", title).casefold().translate(_TWO_LETTERS)):
            if (said and said == _joined(form)) or (core and core == _core(form, theirs)):
                return True
    return False


def is_like_name_of(name: str, titles: Iterable[str], owners: Iterable[str] = ()) -> bool:
    """Whether a name reads as one of the titles though it calls the policy otherwise: a notice, a statement."""
    theirs = frozenset(word for owner in owners for word in _WORD.findall(_folded(owner)))
    core = _of_a_kind(_core(name, theirs))
    return len(core) > 1 and any(core == _of_a_kind(_core(title, theirs)) for title in titles)


def _of_a_kind(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with one for all that a policy is called, which may end another word."""
    kind = _policies()
    kinds = {_KIND for word in words if kind.search(word)}
    return tuple(sorted({*filter(None, (kind.sub("", word) for word in words)), *kinds}))


@cache
def _policies() -> re.Pattern[str]:
    """What a policy is called in each language, without marks above letters."""
    from inforce.rules.readings.tables import every_phrase  # loads tables of many languages

    return re.compile(rf"(?:{'|'.join(each.policies for each in every_phrase())})\Z")


@cache
def _beside_titles() -> frozenset[str]:
    from inforce.rules.readings.tables import every_phrase

    return frozenset(word for each in every_phrase() for word in each.beside_titles.split())


@cache
def own_pages() -> frozenset[str]:
    """What Inforce calls the pages of cookies and of contacts, in each language that it has words of."""
    from inforce.rules.readings.tables import every_phrase

    return frozenset[str]().union(*(each.own_pages for each in every_phrase()))


def as_it_looks(name: str) -> str:
    """A name with Latin letters for those of other scripts that look like them."""
    return "".join(char if char.isascii() else like_of(char, "LATIN") or char for char in name)


def _core(name: str, owners: frozenset[str]) -> tuple[str, ...]:
    """The words that say something, in any order."""
    words = _WORD.findall(_folded(name))
    return tuple(sorted(one for one in words if one not in _beside_titles() | owners and not _NUMBER.fullmatch(one)))


def _joined(name: str) -> str:
    return "".join(_WORD.findall(_folded(name)))


def _folded(name: str) -> str:
    """Without case, width and the marks above letters."""
    parts = unicodedata.normalize("NFKD", name).casefold()
    return unicodedata.normalize("NFC", "".join(char for char in parts if not "\u0300" <= char <= "\u036f"))

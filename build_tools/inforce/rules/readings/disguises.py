"""Addresses in disguise: what an eye reads as an address although it isn't written as one.

`qualifio[.]com`, `“qualifio”.com`, `qualifio·com`, "privacy (at) qualifio (dot) com", "qualifio .com",
"q u a l i f i o . c o m", `qualifi%6f.com`. Only for the words of links and what touches them: there an address is a
promise. In running words the same signs are ordinary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

_DOT_NAMES = "dot|punkt|punt|point|punto|ponto|kropka|точка|нокта|ドット"
_AT_NAMES = "at|arobase|apenstaartje|chiocciola|arroba|ät|собака|アットマーク|アット"
_OPEN, _CLOSE = r"[\[({<«“„'\"]", r"[\])}>»”“'\"]"
_BRACKETED = (
    (re.compile(rf" ?{_OPEN} ?(?:\.|{_DOT_NAMES}) ?{_CLOSE} ?", re.IGNORECASE), "."),
    (re.compile(rf" ?{_OPEN} ?(?:@|{_AT_NAMES}|a) ?{_CLOSE} ?(?=[\w.-]+\.)", re.IGNORECASE), "@"),
    (re.compile(r"[\[({<](:?/{0,2})[\])}>](?=/|[\w.-]+\.)"), r"\1"),
)
_QUOTED = re.compile(rf"(?<=\w){_CLOSE}{{1,2}}\.(?=[a-z]{{2}})|(?<=\w)\.[\[({{“„'\"](?=[a-z]{{2,}}[\])}}”'\"])")
_RAISED = re.compile(r"(?<=[A-Za-z0-9])[\u00b7\u2022\u2027\u2219\u22c5\u30fb\ua4f8\u06d4\u0701](?=[a-z]{2})")
"""Signs that stand higher than a full stop or look like one; "·" between two l is Catalan."""
_DOT_LIKE = re.compile(r"(?<=[A-Za-z0-9])([^\x00-\x7f\w\s])(?=[a-z]{2})")
_DOT_LIKE_NAME = re.compile(r"\b(?:DOT|BULLET|FULL STOP|PERIOD|(?:BLACK|SMALL|FILLED) CIRCLE|INTERPUNCT)\b")
_EMPHASIS = re.compile(r"(?<=\w)[_*~`]+(?=\.[a-z]{2})|(?<![\w.])[_*~`]+(?=\w)")
"""Signs of emphasis around a name: "_qualifio_.com"."""
_CATALAN = re.compile(r"l·l")
_DOUBLED = re.compile(r"(?<=[\w])\.\.(?=[a-z]{2})")
_CODE = re.compile(r"%(2[de]|3a|40|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9a])", re.IGNORECASE)
"""A percent code of what a host is made of (RFC 3986, 2.1), of ":" or of "@"."""
_AROUND_DOT = re.compile(r" ?([.@/]|:(?= ?/)) ?")
_GAP = re.compile(r"(?<![\w-])(?P<name>[\w-]{5,63}) \.(?=(?P<top>[a-z]{2,})\b(?P<beyond>[^.]{0,9}))")
_TALK_OF_ENDINGS = re.compile(
    r"(?:dom|ext|end|tld|suff|zon|adr|addr|sit|web|regist|name|nom|gtld|cctld)", re.IGNORECASE
)
"""How words begin, in languages of Europe, that a domain's ending stands beside: domain, extension, Endung, zone."""
_SHORTEST_BEFORE_GAP = 5
"""Letters of a word that a space may part from its ending: shorter ones are of the sentence ("for .eu")."""
_MARKS = re.compile(r"[™℠®©\u00b2\u00b3\u00b9\u2070\u2074-\u2079]")
_SPOKEN = re.compile(rf"(?:([\w.-]+) (?:{_AT_NAMES}) )?([\w-]+(?: (?:{_DOT_NAMES}) [\w-]+)+)", re.IGNORECASE)
_SPOKEN_DOT = re.compile(rf" (?:{_DOT_NAMES}) ", re.IGNORECASE)
_SPACED_WWW = re.compile(r"www[0-9]?(?: [\w-]+){2,5}", re.IGNORECASE)
_EDGE = re.compile(r"^\W+|\W+$")
_SHORTEST_NAME = 4
"""Letters of a name that a full stop and a space follow: shorter words are abbreviated ("No. one")."""
_LONGEST = 120
"""Characters of a label that is one address with spaces in it."""


def visible(words: str) -> str:
    """Words as they are seen: full-width letters as plain ones, one space for any, without what nobody sees."""
    words = _MARKS.sub(" ", words)  # "qualifio.com™"
    seen = "".join(char for char in words if unicodedata.category(char) not in ("Cf", "Cc") or char.isspace())
    return unicodedata.normalize("NFKC", " ".join(seen.split())).replace("。", ".")


def undisguised(words: str) -> Iterator[str]:
    """Other readings of the words of a link (as `visible` gives them): with the signs of an address in them, and as one
    address, where nothing else stands there. The words themselves aren't among them."""
    seen = words
    for pattern, sign in _BRACKETED:
        seen = pattern.sub(sign, seen)
    seen = _CATALAN.sub("l-l", seen)
    seen = _GAP.sub(_without_gap, seen)
    seen = _DOT_LIKE.sub(_as_dot, seen)
    seen = _EMPHASIS.sub("", seen)
    for pattern in (_QUOTED, _RAISED, _DOUBLED):
        seen = pattern.sub(".", seen)
    seen = _CODE.sub(lambda found: chr(int(found[1], 16)), seen)
    readings = [seen]
    if " " in seen and len(seen) <= _LONGEST:
        readings.extend(_as_one(_EDGE.sub("", seen)))
    for reading, _ in groupby(readings):
        if reading != words:
            yield reading


def parts_nothing(name: str, beyond: str) -> bool:
    """Whether a name and an ending are read as one though a space stands between them; `beyond` follows the ending."""
    letters = re.sub(r"\W", "", name)
    return len(letters) >= _SHORTEST_BEFORE_GAP and not any(map(_TALK_OF_ENDINGS.match, (letters, beyond.lstrip())))


def _as_dot(found: re.Match[str]) -> str:
    """A full stop in place of a sign that is named after one, or is as round."""
    return "." if _DOT_LIKE_NAME.search(unicodedata.name(found[1], "")) else found[0]


def _without_gap(found: re.Match[str]) -> str:
    joined = parts_nothing(found["name"], found["beyond"])
    return f"{found['name']}." if joined else found[0]


def _as_one(words: str) -> Iterator[str]:
    """The words as one address with spaces in it, or with its signs spelled out."""
    joined = _AROUND_DOT.sub(r"\1", words)
    name, _, top = joined.rpartition(".")
    least = _SHORTEST_NAME if ". " in words else 2
    written = top[:2].islower() or (" ." in words and not top.lower().startswith("net"))  # "Microsoft .NET"
    if joined != words and " " not in joined and len(name) >= least and written:
        yield joined
    pieces = words.split()
    if len(pieces) > 4 and all(len(piece) == 1 for piece in pieces):
        yield "".join(pieces)
    if spoken := _SPOKEN.fullmatch(words):
        host = _SPOKEN_DOT.sub(".", spoken[2])
        yield f"{spoken[1]}@{host}" if spoken[1] else host
    if _SPACED_WWW.fullmatch(words):
        yield words.replace(" ", ".")

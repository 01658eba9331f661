"""Bring the catalogues of interface words in step with the code: `python build_tools/messages.py`.

Babel reads every message out of modules and templates. A message that is new is put at the end of each catalogue, with
where it is used as its context, and its translation left empty; one that nothing asks for any more is taken out. All
else stays byte for byte as translators left it. Says what each language still lacks; 1 where one lacks something.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

PROGRAM: Final = Path(__file__).resolve().parent / "inforce"
CATALOGUES: Final = PROGRAM / "site" / "locale"
PACKAGES: Final = ("site", "contract", "model")
"""Where interface words are."""
METHODS: Final = {".py": "python", ".html": "jinja2.ext:babel_extract"}
KEYWORDS: Final = {
    **dict.fromkeys(("_", "text", "say", "pieces")),
    **dict.fromkeys(("n_", "plural", "count"), (1, 2)),
}
"""What asks for a message, and which of its arguments are one: `_` marks it for whoever asks later."""


@dataclass(frozen=True, slots=True)
class Used:
    """A message that the code asks for, and the files that do. `many` is its plural, '' where it has none."""

    one: str
    many: str
    files: tuple[str, ...]


@cache
def used() -> Mapping[str, Used]:
    """Every message in use by its singular, in the order of the files."""
    found: dict[str, Used] = {}
    for path in sorted(path for package in PACKAGES for path in (PROGRAM / package).rglob("*")):
        if path.suffix not in METHODS:
            continue
        name = path.relative_to(PROGRAM).as_posix()
        with path.open("rb") as file:
            for _, message, _, _ in extract(METHODS[path.suffix], file, KEYWORDS):
                one, many = (message, "") if isinstance(message, str) else (message[0], message[1])
                before = found.get(one, Used(one, many, ()))
                found[one] = Used(one, many or before.many, tuple(dict.fromkeys((*before.files, name))))
    return found


def in_step(po: str, messages: Mapping[str, Used]) -> str:
    """The text of a catalogue with the messages in use and no others."""
    catalogue = read_po(StringIO(po))
    head, *entries = po.rstrip("\n").split("\n\n")
    named = {entry: _singular(f"{head}\n\n{entry}") for entry in entries}
    kept = [entry for entry in entries if named[entry] in messages]
    there = {named[entry] for entry in kept}
    new = [_entry(each, catalogue) for each in messages.values() if each.one not in there]
    return "\n\n".join([head, *kept, *new]) + "\n"


def lacking(po: str) -> Iterator[str]:
    """The messages of a catalogue that nobody has translated yet."""
    for message in read_po(StringIO(po)):
        strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        if message.id and not all(strings):
            yield str(message.id if isinstance(message.id, str) else message.id[0])


def _singular(po: str) -> str:
    """The message of a catalogue that has one."""
    (message,) = (each for each in read_po(StringIO(po)) if each.id)
    return str(message.id if isinstance(message.id, str) else message.id[0])


def _entry(used: Used, catalogue: Catalog) -> str:
    """A new entry. English is what the messages are written in, so it says the same."""
    own = catalogue.locale_identifier == "en"
    strings = (used.one, used.many) if own else ("",) * catalogue.num_plurals
    alone = Catalog(locale=catalogue.locale_identifier)
    alone[used.one] = Message(
        (used.one, used.many) if used.many else used.one,
        string=strings if used.many else strings[0],
        auto_comments=[f"In {', '.join(used.files)}"],
    )
    written = _Bytes()
    write_po(written, alone, omit_header=True, width=0)
    return written.text.strip("\n")


class _Bytes:
    def __init__(self) -> None:
        self.text = ""

    def write(self, data: bytes) -> None:
        self.text += data.decode()


def main() -> int:
    """Write each catalogue that is out of step, and list what is to be translated."""
    lacks: list[str] = []
    for path in sorted(CATALOGUES.glob("*/LC_MESSAGES/inforce.po")):
        before = path.read_text("utf-8")
        after = in_step(before, used())
        if after != before:
            path.write_text(after, "utf-8")
        name = path.relative_to(PROGRAM.parents[1])
        lacks += (f"{name}: no translation of “{message}”" for message in lacking(after))
    print(*lacks, sep="\n", end="\n" if lacks else "")
    return int(bool(lacks))


if __name__ == "__main__":
    sys.exit(main())

"""The texts that `bench_redline.py` compares: a folder of pairs, this repository's own, and ones made by seed."""

from __future__ import annotations

import hashlib
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from build_tools.bench.redline_operations import wording

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
_PLAIN = re.compile(r"[^*_`#|<>\[\]\\~^=+&!{}$-]+")
"""A paragraph that any Markdown reader takes as it stands."""
_SPACELESS = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two versions of a text, in Markdown."""

    name: str
    script: str
    """What tells texts apart whose commonest words differ: a language, or a folder of the pair's name."""
    old_source: str
    new_source: str

    @cached_property
    def old(self) -> str:
        """The old words, one line a block."""
        return wording(self.old_source)

    @cached_property
    def new(self) -> str:
        """The new words."""
        return wording(self.new_source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A text with edits at known places: per character that is no white space, whether an edit made it differ."""

    pair: Pair
    old_flags: tuple[bool, ...]
    new_flags: tuple[bool, ...]
    edits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A text of which one section moved: its new heading, and the characters of its words."""

    old: str
    new: str
    heading: str
    size: int


def pairs_in(folder: Path) -> list[Pair]:
    """Every NAME.old.md of a folder that has a NAME.new.md beside it."""
    found = []
    for path in sorted(folder.rglob("*.old.md")):
        other = path.with_name(path.name.replace(".old.md", ".new.md"))
        if other.is_file():
            old, new = (_FRONT_MATTER.sub("", each.read_text("utf-8")) for each in (path, other))
            found.append(
                Pair(name=path.name.removesuffix(".old.md"), script=_script(new), old_source=old, new_source=new)
            )
    return found


def part_of(pairs: Sequence[Pair], *, held_back: bool) -> list[Pair]:
    """The third of the pairs that no setting may be chosen by, or the others: by a hash of their names, so that nobody
    chooses which."""
    return [pair for pair in pairs if (hashlib.sha256(pair.name.encode()).digest()[0] % 3 == 0) is held_back]


def own_pairs(root: Path) -> list[Pair]:
    """Versions of this repository's policies, in every language both have; each also with edits made by seed."""
    found: list[Pair] = []
    for project in (root, root / "examples"):
        for name, language, old, new in _editions(project):
            found.append(Pair(name=name, script=language, old_source=old, new_source=new))
    latest = {pair.script + pair.name.split()[0]: pair for pair in found}
    for number, pair in enumerate(latest.values()):
        for share in (0.05, 0.3):
            rng = random.Random(number)
            edited = _edited(pair.new_source, rng, share)
            found.append(
                Pair(name=f"{pair.name} edited", script=pair.script, old_source=pair.new_source, new_source=edited)
            )
    return found


def _editions(project: Path) -> Iterator[tuple[str, str, str, str]]:
    """Consecutive versions of each policy, and the last against the working text: (name, language, old, new)."""
    from inforce.project.open import open_project
    from inforce.project.publish import publish
    from inforce.publication import ReadVersion
    from inforce.storage.tree import SOURCE, read_tree

    opened = open_project(project, read_tree(project, SOURCE))
    site = publish(opened.project, opened.reader, as_of=datetime(2100, 1, 1, tzinfo=UTC), drafts=True).site
    for policy in site.policies:
        versions: list[ReadVersion] = [*policy.versions, *([policy.draft] if policy.draft else [])]
        for old, new in pairwise(versions):
            for language in sorted(old.editions.keys() & new.editions.keys()):
                texts = [
                    "\n\n".join(section.source for section in each.editions[language].sections) for each in (old, new)
                ]
                if texts[0] != texts[1]:
                    number = new.number or "draft"
                    yield f"{site.site.name}-{policy.id} {number} {language}", language, texts[0], texts[1]


def _script(text: str) -> str:
    """The script of most letters: enough to keep the commonest words of languages apart."""
    import unicodedata

    letters = [char for char in text[:4000] if char.isalpha()]
    names = [unicodedata.name(char, "?").split()[0] for char in letters]
    return max(set(names), key=names.count) if names else ""


# ---- edits by seed


def _words(paragraph: str) -> list[str]:
    """Words to edit, each with a space behind it; characters where a script has no spaces."""
    return list(paragraph) if _SPACELESS.search(paragraph) else [f"{word} " for word in paragraph.split()]


def _edited(source: str, rng: random.Random, share: float) -> str:
    """A text of which so large a share of plain paragraphs is edited; a few go, come, or change places."""
    blocks = re.split(r"\n{2,}", source.strip())
    pool = [word for block in blocks if _PLAIN.fullmatch(block) for word in _words(block)]
    out: list[str] = []
    for block in blocks:
        if not _PLAIN.fullmatch(block) or rng.random() > share:
            out.append(block)
            continue
        words = _words(block)
        match rng.randrange(8):
            case 0:
                continue
            case 1:
                start = rng.randrange(max(1, len(pool) - 20))
                out += [block, "".join(pool[start : start + 20]).strip()]
            case 2 if len(out) > 2:
                out.insert(rng.randrange(1, len(out)), block)
            case _:
                for _ in range(rng.choice((1, 1, 2, 3))):
                    at, length = rng.randrange(len(words) + 1), rng.choice((1, 1, 2, 4))
                    start = rng.randrange(max(1, len(pool) - length))
                    words[at : at + rng.choice((0, length))] = pool[start : start + rng.choice((0, 1, length))]
                out.append("".join(words).strip() or block)
    return "\n\n".join(out) + "\n"


def planted(pairs: Sequence[Pair], rng: random.Random) -> list[Planted]:
    """Plain paragraphs of each new text, with edits planted in a third of them."""
    texts = {pair.new: pair for pair in pairs}
    pools: Mapping[str, list[list[str]]] = defaultdict(list)
    documents: list[tuple[Pair, list[str]]] = []
    for text, pair in texts.items():
        paragraphs = [line for line in text.split("\n") if _PLAIN.fullmatch(line) and line[0].isalpha()]
        if len(paragraphs) >= 8:
            documents.append((pair, paragraphs))
            pools[pair.script].extend(words for line in paragraphs if len(words := _words(line)) > 12)
    return [_planted(pair, paragraphs, pools[pair.script], rng) for pair, paragraphs in documents if pools[pair.script]]


def _planted(pair: Pair, paragraphs: list[str], pool: list[list[str]], rng: random.Random) -> Planted:
    old: list[tuple[bool, str]] = []
    new: list[tuple[bool, str]] = []
    edits = 0
    for paragraph in paragraphs:
        words, done = _words(paragraph), 0
        if len(words) > 16 and rng.random() < 0.35:
            for at in sorted(rng.sample(range(3, len(words) - 8), rng.choice((1, 1, 2)))):
                if at < done + 5:
                    continue
                source = rng.choice(pool)
                gone = words[at : at + rng.choice((0, 1, 3, 5))]
                start = rng.randrange(len(source) - 5)
                come = source[start : start + rng.choice((1, 3, 5))] if not gone or rng.random() < 0.6 else []
                if "".join(gone).split() == "".join(come).split():
                    continue
                same = "".join(words[done:at])
                old += [(False, same), (True, "".join(gone))]
                new += [(False, same), (True, "".join(come))]
                done, edits = at + len(gone), edits + 1
        rest = "".join(words[done:]) + "\n\n"
        old.append((False, rest))
        new.append((False, rest))
    sources = ["".join(text for _, text in side) for side in (old, new)]
    flags = [tuple(flag for flag, text in side for _ in "".join(text.split())) for side in (old, new)]
    made = Pair(name=pair.name, script=pair.script, old_source=sources[0], new_source=sources[1])
    return Planted(pair=made, old_flags=flags[0], new_flags=flags[1], edits=edits)


# ---- a section moved


def moved(pairs: Sequence[Pair]) -> list[Moved]:
    """Of each new text every section of some length, moved by half the text and renamed, 5 % of its words altered."""
    out: list[Moved] = []
    for text in {pair.new_source: pair for pair in pairs if not pair.name.endswith(" edited")}:
        rng = random.Random(7)
        parts = [part for part in re.split(r"(?m)^(?=#{1,2} )", text) if part.startswith("#")]
        sections = [(lines[0], lines[1:]) for part in parts if len(lines := wording(part).split("\n")) > 1]
        pool = [word for _, body in sections for line in body for word in _words(line) if len(word) > 1]
        for at, (head, body) in enumerate(sections):
            if sum(map(len, body)) < 400 or len(sections) < 4 or len(pool) < 4 or not all(map(str.strip, body)):
                continue
            heading = "".join(rng.sample(pool, 4)).strip()
            altered = [
                "".join(rng.choice(pool) if rng.random() < 0.05 else word for word in _words(line)).strip()
                for line in body
            ]
            rest = sections[:at] + sections[at + 1 :]
            to = (at + len(rest) // 2) % (len(rest) + 1)
            old, new = (_document(each) for each in (sections, [*rest[:to], (heading, altered), *rest[to:]]))
            heading = wording(f"## {_guarded(heading)}")
            out.append(
                Moved(old=old, new=new, heading=heading, size=sum(len("".join(x.split())) for x in [head, *body]))
            )
    return out


def _document(sections: Sequence[tuple[str, list[str]]]) -> str:
    return "\n\n".join("\n\n".join([f"## {_guarded(head)}", *map(_guarded, body)]) for head, body in sections) + "\n"


def _guarded(words: str) -> str:
    """Bare words as Markdown that says them."""
    return re.sub(
        r"([\\`*_{}\[\]<>#|~&!])", r"\\\1", re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", words))
    )


# ---- large texts


def large(pairs: Sequence[Pair], size: int) -> Pair:
    """A text of so many bytes of the pairs' own words, put together anew, and the same with a fifth of it edited."""
    rng = random.Random(3)
    lines = [line for pair in pairs for line in pair.new.split("\n") if _PLAIN.fullmatch(line) and len(line) > 60]
    words = sorted({word for line in lines for word in _words(line)})
    out: list[str] = []
    length = 0
    while length < size:
        if len(out) % 12 == 0:
            out.append("## " + "".join(rng.sample(words, 4)).strip())
        mixed = _words(rng.choice(lines))
        for _ in range(len(mixed) // 4):
            mixed[rng.randrange(len(mixed))] = rng.choice(words)
        out.append("".join(mixed).strip())
        length += len(out[-1].encode())
    old = "\n\n".join(out) + "\n"
    return Pair(name=f"{size} bytes", script="", old_source=old, new_source=_edited(old, rng, 0.2))

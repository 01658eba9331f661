"""The engines that `redline.py` measures: ours, git's, and public ones from PyPI where they are installed.

All answer alike: '=' | '-' | '+' with text, in reading order.
"""

from __future__ import annotations

import html
import importlib.util
import re
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from build_tools.bench.redline_operations import operations, prepare
from build_tools.bench.redline_pairs import Pair

T = TypeVar("T")
Op = tuple[str, str]
OURS = "inforce"

_EACH = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts without spaces: a word is at least a character with its marks. A French elision is a word of its own, and a
danda is a full stop."""
_WORD = re.compile(
    rf"[{_EACH}][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u3099\u309a]*"
    rf"|(?:(?![{_EACH}_\u0964\u0965])[\w\u0300-\u036f\u0900-\u0dff\u200c\u200d])+(?:(?:(?<!\b[cdjlmnstCDJLMNST])(?<!\bqu)(?<!\bQu)['’]|[.,@-])(?:(?![{_EACH}_])\w)+)*"
    r"|\s+|."
)


class Words:
    """Text cut into words, white space and single signs; the same for every engine that wants words."""

    tokens: Callable[[str], list[str]] = _WORD.findall

    @staticmethod
    def spans(text: str) -> Iterator[tuple[int, int]]:
        """Where each begins and ends."""
        return (match.span() for match in _WORD.finditer(text))


def cpu(work: Callable[[], T], *, least_of: int) -> tuple[T, float]:
    """What it gives, and the least CPU seconds of so many runs, child processes included."""
    best = float("inf")
    for _ in range(least_of):
        start, children = time.process_time(), resource.getrusage(resource.RUSAGE_CHILDREN)
        made = work()
        spent, after = time.process_time() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, spent + after.ru_utime + after.ru_stime - children.ru_utime - children.ru_stime)
        if best > 1:
            break
    return made, best


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """An engine: how a pair is made ready for it (which isn't timed), and how it compares."""

    name: str
    package: str
    """What has to be installed; '' for nothing."""
    module: str
    ready: Callable[[Pair], tuple[Any, Any]]
    compare: Callable[[Any, Any], Sequence[Op]]
    bears_large: bool = True
    """Whether it ends within a minute at 0.9 MB."""

    def there(self) -> bool:
        """Whether it can run here."""
        return not self.module or importlib.util.find_spec(self.module) is not None


# ---- by words


def coded(*texts: str) -> tuple[list[str], dict[str, str]]:
    """Each word as one character, for engines that compare characters; and the way back."""
    table: dict[str, str] = {}
    out = []
    for text in texts:
        signs = []
        for word in Words.tokens(text):
            sign = table.get(word)
            if sign is None:
                number = len(table) + 1
                sign = table[word] = chr(number if number < 0xD800 else number + 0x800)
            signs.append(sign)
        out.append("".join(signs))
    return out, {sign: word for word, sign in table.items()}


def fast_dmp(old: str, new: str) -> list[Op]:
    """diff-match-patch in C++, by words, tidied with its own "semantic" pass."""
    import fast_diff_match_patch

    (was, now), back = coded(old, new)
    found = fast_diff_match_patch.diff(was, now, timelimit=0, checklines=False, cleanup="Semantic", counts_only=False)
    return [(op, "".join(back[sign] for sign in text)) for op, text in found]


def rapidfuzz_words(old: str, new: str) -> list[Op]:
    """rapidfuzz: the longest common subsequence of words."""
    from rapidfuzz.distance import Indel

    was, now = Words.tokens(old), Words.tokens(new)
    (left, right), _ = coded(old, new)
    return _opcodes(
        was, now, ((s.tag, s.src_start, s.src_end, s.dest_start, s.dest_end) for s in Indel.opcodes(left, right))
    )


def difflib_words(old: str, new: str) -> list[Op]:
    """The standard library's as it comes, by words."""
    from difflib import SequenceMatcher

    was, now = Words.tokens(old), Words.tokens(new)
    return _opcodes(was, now, SequenceMatcher(None, was, now).get_opcodes())


def _opcodes(was: list[str], now: list[str], steps: Any) -> list[Op]:
    out: list[Op] = []
    for tag, i, j, k, n in steps:
        if tag == "equal":
            out.append(("=", "".join(was[i:j])))
            continue
        out += [(op, text) for op, text in (("-", "".join(was[i:j])), ("+", "".join(now[k:n]))) if text]
    return out


# ---- by their own lights


def git_words(old: Path, new: Path) -> list[Op]:
    """git's word diff, with every line as context and our idea of a word left out: its own."""
    command = ["git", "diff", "--no-index", "--no-color", "--unified=1000000", "--word-diff=porcelain"]
    made = subprocess.run([*command, str(old), str(new)], capture_output=True, check=False).stdout.decode()
    lines = made.split("\n")
    begin = next((index + 1 for index, line in enumerate(lines) if line.startswith("@@")), None)
    if begin is None:
        return [("=", old.read_text("utf-8"))]
    kinds = {" ": "=", "-": "-", "+": "+"}
    out: list[Op] = []
    for line in lines[begin:]:
        if line == "~":
            out.append(("=", "\n"))
        elif line and line[0] in kinds:
            out.append((kinds[line[0]], line[1:]))
    return out


def redlines_words(old: str, new: str) -> list[Op]:
    """redlines, which marks up Markdown."""
    from redlines import Redlines

    return _marked(Redlines(old, new, markdown_style="none").output_markdown, lambda text: text.replace("¶", "\n"))


def lxml_html(old: str, new: str) -> list[Op]:
    """lxml.html.diff over a paragraph a line."""
    from lxml.html.diff import htmldiff

    made: str = htmldiff(old, new)
    return _marked(re.sub(r"</p>", "\n", re.sub(r"<(?!/?(?:ins|del)\b|/p>)[^>]*>", "", made)), html.unescape)


def _marked(text: str, read: Callable[[str], str]) -> list[Op]:
    out: list[Op] = []
    kind = "="
    for part in re.split(r"(</?(?:ins|del)\b[^>]*>)", text):
        if part.startswith("</"):
            kind = "="
        elif part.startswith(("<ins", "<del")):
            kind = "+" if part[1] == "i" else "-"
        elif part:
            out.append((kind, read(part)))
    return out


# ---- made ready


def _bare(pair: Pair) -> tuple[str, str]:
    return pair.old, pair.new


def _paragraphs(pair: Pair) -> tuple[str, str]:
    def page(text: str) -> str:
        return "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())

    return page(pair.old), page(pair.new)


def _files(pair: Pair) -> tuple[Path, Path]:
    folder = Path(tempfile.gettempdir())
    paths = folder / "old.txt", folder / "new.txt"
    for path, text in zip(paths, (pair.old, pair.new), strict=True):
        path.write_text(text + "\n", encoding="utf-8")
    return paths


ENGINES = (
    Engine(
        name="fast-dmp words",
        package="fast-diff-match-patch",
        module="fast_diff_match_patch",
        ready=_bare,
        compare=fast_dmp,
    ),
    Engine(name="rapidfuzz words", package="rapidfuzz", module="rapidfuzz", ready=_bare, compare=rapidfuzz_words),
    Engine(name="difflib words", package="", module="", ready=_bare, compare=difflib_words, bears_large=False),
    *(
        [Engine(name="git word diff", package="git", module="", ready=_files, compare=git_words)]
        if shutil.which("git")
        else []
    ),
    Engine(
        name="redlines", package="redlines", module="redlines", ready=_bare, compare=redlines_words, bears_large=False
    ),
    Engine(name="lxml.html.diff", package="lxml", module="lxml", ready=_paragraphs, compare=lxml_html),
    Engine(
        name=OURS,
        package="",
        module="",
        ready=lambda pair: (prepare(pair.old_source), prepare(pair.new_source)),
        compare=operations,
    ),
)
"""The first that is there is what times are told against. Ours comes last."""

"""Words of several scripts, or wholly of another than they seem: why they deceive (UTS #39, 4 and 5)."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from inforce.reader.characters.odd_latin import latin_like, odd_letter
from inforce.reader.characters.scripts import as_latin, code_of, like_of, name_of_script, script_of

_LONGEST_SYMBOL = 20
"""A name with a Greek letter in it is shorter; so the judgement of a long word stays linear."""
JOINING = frozenset(
    {
        "ARABIC", "BENGALI", "DEVANAGARI", "ETHIOPIC", "GUJARATI", "GURMUKHI", "HEBREW", "KANNADA", "KHMER", "LAO",
        "MALAYALAM", "MYANMAR", "ORIYA", "SINHALA", "TAMIL", "TELUGU", "THAANA", "THAI", "TIBETAN", "FIGURES", "WIDE",
    }
)  # fmt: skip
"""Living scripts that write prefixes and endings straight onto a Latin name: only what stands inside it deceives."""
_NEVER_INSIDE = frozenset({"ARABIC", "HEBREW", "FIGURES"})
"""What no Latin word has inside it, whatever it looks like (the library's data leave out letters of scripts that are
written from right to left)."""
_LIVING = JOINING | {"LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN"}
"""Scripts that stand beside Latin letters in texts of today."""
_RULED_BY_SCRIPT = frozenset({"tr", "az"})
"""Top-level domains of languages that write the dotless i."""


def mixed(word: str, language: str | None = None, *, lenient: bool = False) -> str:
    """Why a word of several scripts deceives, or "". `lenient`: in running words, letters that look like none of the
    other script's may stand beside them (kΩ, ΔT, πr)."""
    runs = [(script, "".join(run)) for script, run in groupby(filter(script_of, word), key=script_of)]
    scripts = Counter({script: 0 for script, _ in runs})
    scripts.update(script for script, run in runs for _ in run)
    if len(scripts) < 2:
        return odd_letter(word, language) if "LATIN" in scripts else ""
    fewest_first = sorted(range(len(runs)), key=lambda at: (scripts[runs[at][0]], runs[at][0] == "LATIN"))
    for at in fewest_first:
        script, run = runs[at]
        around = {runs[at - 1][0] if at else "", runs[at + 1][0] if at + 1 < len(runs) else ""}
        for other in scripts:
            outnumbers = scripts[script] + (script == "LATIN") > scripts[other]
            if other == script or outnumbers or (lenient and _is_symbol(word, run, script)):
                continue
            if {script, other} & JOINING and around != {other}:
                continue  # a prefix or an ending
            inside = script in _NEVER_INSIDE and around == {"LATIN"}
            if inside or (script not in _LIVING and other == "LATIN"):
                where = "inside" if inside else "beside"
                return f"“{run}” ({code_of(run[0])}, {name_of_script(script)}) stands {where} its Latin letters"
            for char in run:
                if like := like_of(char, other):
                    what = f"is {name_of_script(script)} and looks like the {name_of_script(other)} “{like}”"
                    return f"its “{char}” ({code_of(char)}) {what}"
    if lenient or "WIDE" in scripts:
        return ""
    return f"it mixes {' and '.join(name_of_script(script) for script in scripts)} letters"


def _is_symbol(word: str, run: str, script: str) -> bool:
    """Whether a Greek letter is a symbol: one small letter beside capitals or figures (TNFα), never an omicron."""
    if len(word) > _LONGEST_SYMBOL:
        return False
    greek = [char for char in word if script_of(char) == "GREEK"]
    if len(greek) != 1 or not greek[0].islower() or greek[0] == "ο":
        return False
    return {script, script_of(greek[0])} <= {"GREEK", "LATIN"} and not any(
        char.islower() for char in word if char != greek[0]
    )


def whole(label: str, top: str) -> str:
    """Why a label of one script deceives: all its letters look like Latin ones, below a domain of another script."""
    script = next((found for char in label if (found := script_of(char))), "")
    if script == "LATIN":
        odd = next((char for char in label if not char.isascii() and latin_like(char) and char.isalnum()), "")
        fits = odd == "ı" and top in _RULED_BY_SCRIPT
        return f"its “{odd}” ({code_of(odd)}) looks like “{latin_like(odd)}”" if odd and not fits else ""
    if any(script_of(char) == script for char in top) or not as_latin(label):
        return ""
    return f"its {name_of_script(script)} letters look like “{as_latin(label)}”"

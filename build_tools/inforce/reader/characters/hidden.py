"""Characters that nobody sees: controls, blank letters, hidden characters and bidirectional marks (after Trojan Source,
UTS #39). The table and the needs of scripts stand here for sections, YAML, notes and records alike.

A character is refused unless a script of the language needs it where it stands: ZWNJ and ZWJ inside scripts that join
(Arabic, the Indic ones) and emoji, variation selectors after emoji, Han or Mongolian, a zero-width space in scripts
that write no spaces, and bidirectional marks and closed isolates in languages written from right to left.
"""

from __future__ import annotations

import re
import unicodedata

from inforce.reader.findings import Findings

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
_RTL_SCRIPTS = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"})
_NO_SPACES = frozenset({"th", "lo", "km", "my", "bo", "dz", "shn"})

SUSPECT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u1680\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffd\ufffe\uffff"
    "\U00013430-\U0001345f\U00016fe4\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U0001fffe\U0001ffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_SPACELESS = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")
_JOINING = re.compile(
    "[\u0600-\u07ff\u0840-\u085f\u08a0-\u08ff\u0900-\u0dff\u0e80-\u0fff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\u1a20-\u1aaf"
    "\u1b00-\u1bff\u1c00-\u1c4f\ua840-\ua87f\ua8e0-\ua8ff\ua930-\ua9df\uaa60-\uaa7f\uabc0-\uabff\ufb50-\ufdcf\ufdf0-\ufdff"
    "\ufe70-\ufefc\U00011000-\U000116ff]"
)
_EMOJI = re.compile("[\u00a9\u00ae\u203c-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]")
_KEYCAP = re.compile("[#*0-9]")
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_MONGOLIAN = re.compile("[\u1800-\u18af]")
_MARKS = "\u200e\u200f\u061c"
_ISOLATES = "\u2066\u2067\u2068"
_END_OF_ISOLATE = "\u2069"
_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e"


def is_right_to_left(language: str) -> bool:
    """Whether a language (a BCP 47 tag) is written from right to left."""
    parts = language.split("-")
    scripts = [part for part in parts[1:] if len(part) == 4]
    return scripts[0] in _RTL_SCRIPTS if scripts else parts[0] in RIGHT_TO_LEFT


def check_characters(source: str, language: str, findings: Findings) -> None:
    """Report every character of a normalised source that readers of the language cannot see or would be misled by."""
    suspects = list(SUSPECT.finditer(source))
    if not suspects:
        return
    rtl = is_right_to_left(language)
    line, line_start, seen = 1, 0, 0
    open_isolates: list[tuple[int, int]] = []
    for suspect in suspects:
        at, char = suspect.start(), suspect[0]
        between = source.count("\n", seen, at)
        if between:
            line += between
            line_start = source.rfind("\n", seen, at) + 1
            _close_lines(open_isolates, findings)
        seen = at
        column = at - line_start + 1
        if rtl and char in _MARKS:
            continue
        if rtl and char in _ISOLATES:
            open_isolates.append((line, column))
        elif rtl and char == _END_OF_ISOLATE and open_isolates:
            open_isolates.pop()
        elif char in _MARKS + _ISOLATES + _END_OF_ISOLATE + _OVERRIDES:
            _report_bidi(char, rtl, line, column, findings)
        elif not is_needed(source, at, char, language):
            _report_hidden(char, line, column, findings)
    _close_lines(open_isolates, findings)


def _close_lines(open_isolates: list[tuple[int, int]], findings: Findings) -> None:
    for line, column in open_isolates:
        findings.report("X303", line, column, "not closed")
    open_isolates.clear()


def _report_bidi(char: str, rtl: bool, line: int, column: int, findings: Findings) -> None:
    why = (
        "which can show words in another order than they are written."
        if not rtl or char in _OVERRIDES
        else "which closes nothing."
    )
    findings.report("X303", line, column, "hidden", char=named(char), why=why)


def _report_hidden(char: str, line: int, column: int, findings: Findings) -> None:
    if char == "\t":
        findings.report("M130", line, column)
        return
    if char == "\ufffd":
        findings.report("X302", line, column, "lost letter")
        return
    findings.report("X302", line, column, "hidden", char=named(char))


def is_needed(source: str, at: int, char: str, language: str | None) -> bool:
    """Whether a script needs a hidden character where it stands. Where the language is not known, the letters beside it
    tell."""
    before = source[at - 1] if at else ""
    after = source[at + 1 : at + 2]
    if char in "\u200c\u200d":
        if char == "\u200d" and _is_emoji(source, at) and _EMOJI.match(after):
            return True
        return bool(_JOINING.match(before) or (not before.strip() and _JOINING.match(after)))
    if char == "\u200b":
        return language.split("-")[0] in _NO_SPACES if language else bool(_SPACELESS.match(before))
    if char in "\ufe0e\ufe0f":
        return bool(before and (_EMOJI.match(before) or (_KEYCAP.match(before) and after == "\u20e3")))
    if char in "\u180b\u180c\u180d\u180f":
        return bool(before and _MONGOLIAN.match(before))
    if "\U000e0100" <= char <= "\U000e01ef":
        return bool(before and _HAN.match(before))
    return False


def _is_emoji(source: str, at: int) -> bool:
    """Whether what stands before is an emoji, perhaps with its variation selector."""
    before = source[at - 2 : at] if at > 1 else source[:at]
    return bool(before) and bool(_EMOJI.match(before[-1]) or (before[-1] == "\ufe0f" and _EMOJI.match(before[0])))


def named(char: str) -> str:
    """A character's code and its name."""
    try:
        return f"U+{ord(char):04X} {unicodedata.name(char)}"
    except ValueError:
        return f"U+{ord(char):04X}"

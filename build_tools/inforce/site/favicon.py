"""`/favicon.ico`, which browsers ask for by themselves: our own drawing, `assets/inforce.svg`, as a small picture.

Drawn here, from the drawing's own rectangles, so that the two are one. One bit a pixel is enough for two colours, and
needs no program that may pack it otherwise on another machine.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

FAVICON = "favicon.ico"
SIZE = 32
"""Pixels a side, and units of the drawing."""
_CORNER = re.compile(r'<rect width="32" height="32" rx="(\d+)" fill="#([0-9a-f]{6})"/>')
_SIGN = re.compile(r'<path d="([^"]+)" fill="#([0-9a-f]{3})"/>')
_BAR = re.compile(r"(M|m)([\d ]+)h(\d+)v(\d+)H(\d+)z")


@dataclass(frozen=True, slots=True)
class _Bar:
    left: int
    top: int
    right: int
    bottom: int

    def holds(self, x: int, y: int) -> bool:
        return self.left <= x < self.right and self.top <= y < self.bottom


def favicon(drawing: str) -> bytes:
    """The picture as an icon file, from the text of the drawing. Raises ValueError where it is drawn otherwise than by
    a square with round corners and bars across it."""
    ground, sign = _CORNER.search(drawing), _SIGN.search(drawing)
    if ground is None or sign is None or "".join(each[0] for each in _BAR.finditer(sign[1])) != sign[1]:
        raise ValueError("the drawing is no square with bars")
    bars, round_by = tuple(_bars(sign[1])), int(ground[1])
    rows = range(SIZE - 1, -1, -1)  # the format has them from below
    ink = b"".join(_bits(any(bar.holds(x, y) for bar in bars) for x in range(SIZE)) for y in rows)
    clear = b"".join(_bits(_is_outside(x, y, round_by) for x in range(SIZE)) for y in rows)
    colours = b"".join(bytes.fromhex(each)[::-1] + b"\0" for each in (ground[2], "".join(c * 2 for c in sign[2])))
    picture = struct.pack("<IiiHHIIiiII", 40, SIZE, 2 * SIZE, 1, 1, 0, 0, 0, 0, 2, 0) + colours + ink + clear
    entry = struct.pack("<BBBBHHII", SIZE, SIZE, 2, 0, 1, 1, len(picture), 22)
    return struct.pack("<HHH", 0, 1, 1) + entry + picture


def _bars(path: str) -> Iterator[_Bar]:
    """The rectangles of a path; each begins where the one before it began, moved by `m`."""
    x = y = 0
    for letter, place, width, height, back in _BAR.findall(path):
        across, down = (int(number) for number in place.split())
        x, y = (across, down) if letter == "M" else (x + across, y + down)
        if int(back) != x:
            raise ValueError("the drawing holds something else than rectangles")
        yield _Bar(x, y, x + int(width), y + int(height))


def _is_outside(x: int, y: int, radius: int) -> bool:
    """Whether the middle of a pixel lies outside a corner's circle."""
    across = max(radius - (x + 0.5), (x + 0.5) - (SIZE - radius), 0)
    down = max(radius - (y + 0.5), (y + 0.5) - (SIZE - radius), 0)
    return across**2 + down**2 > radius**2


def _bits(row: Iterator[bool]) -> bytes:
    number = 0
    for bit in row:
        number = number << 1 | bit
    return number.to_bytes(SIZE // 8, "big")

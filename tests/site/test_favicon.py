"""`/favicon.ico`: the drawing of the site, as browsers' oldest habit wants it."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from inforce.site.favicon import favicon
from inforce.site.resources import DRAWING, assets

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DRAWN = assets()[DRAWING].decode()


def test_it_is_one_picture_of_two_colours_whose_parts_stand_where_its_head_says() -> None:
    icon = favicon(DRAWN)
    assert icon[:6] == struct.pack("<HHH", 0, 1, 1)
    width, height, _, _, _, bits, size, begins = struct.unpack("<BBBBHHII", icon[6:22])
    assert (width, height, bits, size, begins) == (32, 32, 1, len(icon) - 22, 22)
    head, colours, rest = icon[22:62], icon[62:70], icon[70:]
    assert struct.unpack("<IiiHH", head[:16]) == (40, 32, 64, 1, 1)
    assert colours == bytes.fromhex("86441d00ffffff00")  # blue, green, red
    assert len(rest) == 2 * 32 * 4


@pytest.mark.parametrize(
    "drawing",
    ["<svg/>", DRAWN.replace('rx="4"', ""), DRAWN.replace("h16v3", "l16 3"), DRAWN.replace("v3H8", "v3H9")],
)
def test_another_drawing_is_refused_instead_of_half_drawn(drawing: str) -> None:
    with pytest.raises(ValueError, match="drawing"):
        favicon(drawing)


def test_a_browser_shows_it_as_the_drawing(chromium: Browser) -> None:
    """Pixel by pixel, the round corners aside, where the drawing is smooth and the icon has no half tones."""
    pictures = {"image/x-icon": favicon(DRAWN), "image/svg+xml": DRAWN.encode()}
    page = chromium.new_page(viewport={"width": 32, "height": 32})
    try:
        page.set_content("<canvas width=32 height=32></canvas>")
        seen = []
        for kind, data in pictures.items():
            seen.append(
                page.evaluate(
                    """async ([bytes, type]) => {
                        const image = new Image();
                        image.src = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
                        await image.decode();
                        const pen = document.querySelector("canvas").getContext("2d");
                        pen.drawImage(image, 0, 0, 32, 32);
                        return [...pen.getImageData(0, 0, 32, 32).data];
                    }""",
                    [list(data), kind],
                )
            )
    finally:
        page.close()
    icon, drawn = seen
    corner = [n for n in range(32) if n < 4 or n >= 28]
    for y in range(32):
        for x in range(32):
            if not (x in corner and y in corner):
                place = 4 * (32 * y + x)
                assert icon[place : place + 4] == drawn[place : place + 4], (x, y)
    assert icon[3] == 0, "the corner is clear"

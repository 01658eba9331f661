"""The package's own templates, catalogs and assets. They are part of the code, as a constant is."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from inforce.site.translator import Catalog, Compile, catalog

DRAWING = "assets/inforce.svg"
"""The mark of the site, as browsers show it beside a page's name."""
_STRING = re.compile(r'("[^"\n]*"|`[^`\n]*`)')
_SPACES = {
    "css": re.compile(r"\s*([{};,>])\s*|(?<=[a-z]:)\s+"),
    "js": re.compile(r"\s*([{}();,=<>?:&|]+)\s*"),
    "svg": re.compile(r"(\n)\s*"),
}
"""Where white space means nothing, by the kind of file."""


@cache
def templates() -> dict[str, str]:
    """Template name to its source."""
    return {file.name: file.read_text("utf-8") for file in _sorted(_folder("templates")) if file.name.endswith(".html")}


@cache
def catalogs(compiled: Callable[[str, Compile], bytes] = lambda po, compile_: compile_(po)) -> dict[str, Catalog]:
    """Language to its interface words; `compiled` may know a catalog compiled already."""
    folders = (folder for folder in _sorted(_folder("locale")) if folder.is_dir())
    return {
        folder.name: catalog(folder.joinpath("LC_MESSAGES", "inforce.po").read_text("utf-8"), compiled)
        for folder in folders
    }


@cache
def assets() -> dict[str, bytes]:
    """File below the site's root (`assets/inforce.css`) to its bytes, comments and needless white space left out."""
    return {
        f"assets/{file.name}": _light(file.read_text("utf-8"), _SPACES[file.name.rsplit(".", 1)[1]]).encode()
        for file in _sorted(_folder("assets"))
    }


def _light(text: str, spaces: re.Pattern[str]) -> str:
    """Our own sources begin a comment at a line's start and have strings in double quotes or backquotes, on one line,
    so this is safe."""
    lines = (line.strip() for line in text.splitlines())
    bare = "\n".join(line for line in lines if line and not line.startswith(("//", "/*")))
    pieces = _STRING.split(bare)
    return "".join(piece if index % 2 else spaces.sub(r"\1", piece) for index, piece in enumerate(pieces)) + "\n"


def _folder(name: str) -> Traversable:
    return files("inforce.site").joinpath(name)


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda file: file.name)

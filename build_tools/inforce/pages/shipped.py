"""The package's own templates, catalogs and assets. They are part of the code, as a constant is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from inforce.pages.words import Catalog, Compile, catalog


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
    """File below the site's root (`assets/inforce.css`) to its bytes, indentation and comments left out."""
    return {f"assets/{file.name}": _light(file.read_text("utf-8")).encode() for file in _sorted(_folder("assets"))}


def _light(text: str) -> str:
    """Our own sources begin a comment at a line's start and have no text over several lines, so this is safe."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(("//", "/*"))) + "\n"


def _folder(name: str) -> Traversable:
    return files("inforce.pages").joinpath(name)


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda file: file.name)

"""Files of a site that are on disk as soon as they are made: who needs one again reads it; nobody holds them all."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from pathlib import Path


class Written(MutableMapping[str, bytes]):
    """Path below a folder to bytes. Only what was put here is in it; raises FileExistsError where something stands
    already, and what is written stays."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._paths: dict[str, None] = {}
        self._made: set[Path] = set()

    def __setitem__(self, path: str, data: bytes) -> None:
        target = self._folder / path
        if target.parent not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(target.parent)
        with open(target, "xb") as file:
            file.write(data)
        self._paths[path] = None

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        return (self._folder / path).read_bytes()

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __delitem__(self, path: str) -> None:
        raise TypeError(f"{path} is written, and stays")

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

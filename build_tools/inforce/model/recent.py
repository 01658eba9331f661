"""A mapping that holds what was asked for last, and forgets what was asked for longest ago."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, MutableMapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(MutableMapping[K, V]):
    """Holds as many values as are no more than `most` together; each counts one, or what `size` says of it. The newest
    is always held."""

    def __init__(self, most: int, size: Callable[[V], int] = lambda _: 1) -> None:
        self._most = most
        self._size = size
        self._held: OrderedDict[K, V] = OrderedDict()
        self._sum = 0

    def __getitem__(self, key: K) -> V:
        value = self._held[key]
        self._held.move_to_end(key)
        return value

    def __setitem__(self, key: K, value: V) -> None:
        self.pop(key, None)
        self._held[key] = value
        self._sum += self._size(value)
        while self._sum > self._most and len(self._held) > 1:
            del self[next(iter(self._held))]

    def __delitem__(self, key: K) -> None:
        self._sum -= self._size(self._held.pop(key))

    def __iter__(self) -> Iterator[K]:
        return iter(tuple(self._held))

    def __len__(self) -> int:
        return len(self._held)

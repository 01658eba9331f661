"""The scripts for other sites: light, and once released, never changed."""

from __future__ import annotations

import gzip
import re

import pytest
from inforce.contract.index import integrity
from inforce.embed import as_kept, scripts

RELEASED = {
    "embed/1.0.0/inforce.js": "sha256-iP46uZsGcRzirrfS6vNDL/6UvFBOEgEXaRYNG+8skmE=",
    "embed/1.0.0/pull.mjs": "sha256-pLLpWWCpJQi05MzYB9DIme+f6r+03laeV+usUw0FM+k=",
}
"""Pages name these digests. Never change one; a script that is to change gets a folder of its own, `1.0.1`."""
LIMIT = 4 * 1024
BASE = "https://policies-and-terms.northern-lighthouse-example.org/a/"
"""The address of a site that is long, but not very; `pull.mjs` writes it into the copy that is recommended."""


@pytest.mark.parametrize("path", sorted(path for path in scripts() if path.count(".") == 3))
def test_a_released_script_never_changes(path: str) -> None:
    assert integrity(scripts()[path]) == RELEASED[path]


def test_every_release_stays() -> None:
    assert scripts().keys() >= RELEASED.keys()


def test_the_moving_address_has_the_newest_release_of_its_major_version() -> None:
    versions = [tuple(map(int, found[1].split("."))) for path in RELEASED if (found := re.match(r"embed/(.*)/", path))]
    for major in {version[0] for version in versions}:
        newest = ".".join(map(str, max(version for version in versions if version[0] == major)))
        held = {path: data for path, data in scripts().items() if path.startswith(f"embed/{newest}/")}
        assert held
        assert {path.replace(newest, str(major), 1): data for path, data in held.items()}.items() <= scripts().items()


def test_a_script_for_pages_is_light_and_says_its_version() -> None:
    for path, data in scripts().items():
        if path.endswith("/inforce.js"):
            kept = as_kept({path: data}, BASE)[path]
            assert BASE.encode() in kept
            assert len(gzip.compress(kept, 6)) <= LIMIT, "as most servers send it"
            version = path.split("/")[1]
            assert f", version {version}".encode() in data


def test_a_script_for_pages_has_one_way_to_text_and_none_to_storage() -> None:
    forbidden = rb"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(|DOMParser|[sS]torage|\.cookie"
    for path, data in scripts().items():
        if path.endswith("/inforce.js"):
            assert not re.findall(forbidden, data), path

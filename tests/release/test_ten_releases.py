"""What was published stays where and what it is, however much is published after it: ten releases, and a correction, by
the commands that users have, and the whole site built before and after each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from inforce.contract.index import integrity
from inforce.site.hosting.table import CACHE, FROZEN, header_rules, headers_of

from tests.built import reading
from tests.release.living import EN, FR, note, run
from tests.sources import change, good, project, snapshot

RELEASES = 10
FIRST = datetime.fromisoformat("2024-04-01T09:00:00+00:00")
APART = timedelta(days=60)
"""Between two releases: more than the notice that a material change needs."""
CORRECTED = 5
"""The version that is corrected once it is released, between two others."""
MISTAKE = ("helps us.", "helps us with it.")


def built(place: Path, on: datetime) -> Path:
    """The site as of an instant."""
    output = place.parent / f"site-{on:%Y-%m-%d}"
    run(place, "build", "--output", str(output), on=on.isoformat())
    return output


def release(place: Path, number: int, on: datetime) -> None:
    """The next version, with words and a note of its own; every third one is material."""
    for folder, said in ((EN, "We also keep list"), (FR, "Nous gardons aussi la liste")):
        text = good(f"{folder}/retention.md")
        change(place, {f"{folder}/retention.md": f"{text}\n{said} {number}.\n"})
    change(place, note("material" if number % 3 == 0 else "clarification"))
    run(place, "sync", "privacy", "fr", on=on.isoformat())
    run(place, "release", "--effective", f"{on + timedelta(days=40):%Y-%m-%d}", "--yes", on=on.isoformat())


def frozen(site: Path) -> dict[str, bytes]:
    """Every file that hosts are told to keep for good."""
    files = snapshot(site)
    rules = header_rules(reading.index(site)["languages"], files)
    return {path: data for path, data in files.items() if headers_of(path, rules)[CACHE] == FROZEN}


def listed(site: Path) -> dict[str, dict[str, Any]]:
    """Every revision that the index names, by the address of its page, as it names it."""
    return {
        revision["path"]: revision
        for policy in reading.index(site)["policies"]
        for version in policy["versions"]
        for edition in version["editions"]
        for revision in edition["revisions"]
    }


def texts(site: Path) -> dict[str, str]:
    """The words of the policy on every page that stays for good."""
    found = {}
    for url in listed(site):
        page = (site / url / "index.html").read_text("utf-8")
        found[url] = page[page.index("<article") : page.index("</article>")]
    return found


def unchanged(before: Mapping[str, Any], after: Mapping[str, Any]) -> int:
    """How many there were; each is there and as it was."""
    assert {key: after.get(key) for key in before} == dict(before)
    return len(before)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The site after the first version, and after each of what follows."""
    place = project(tmp_path_factory.mktemp("ten"))
    run(place, "release", "--effective", "2024-03-01", "--yes")
    made = [built(place, FIRST - timedelta(days=1))]
    for number in range(2, RELEASES + 2):
        on = FIRST + APART * (number - 2)
        release(place, number, on)
        if number == CORRECTED:
            text = (place / EN / "general.md").read_text("utf-8")
            change(place, {f"{EN}/general.md": text.replace(*MISTAKE)})
            reason = ("--reason", "A slip.", "--yes")
            sections = ("--language", "en", "--section", "general")
            run(
                place,
                "amend",
                "privacy",
                str(number),
                "correction",
                *sections,
                *reason,
                on=(on + timedelta(seconds=1)).isoformat(),
            )
        made.append(built(place, on + timedelta(days=50)))
    return made


def test_each_release_leaves_every_frozen_file_as_it_is(sites: list[Path]) -> None:
    for earlier, later in pairwise(sites):
        assert unchanged(frozen(earlier), frozen(later)) < len(frozen(later)), "there is a new one"
    first, last = frozen(sites[0]), frozen(sites[-1])
    assert unchanged(first, last) >= 2 + 2, "two summaries and the scripts"
    assert len(last) == len(first) + 2 * RELEASES + 1


def test_each_release_leaves_every_address_and_digest_of_the_index_as_it_is(sites: list[Path]) -> None:
    for earlier, later in pairwise(sites):
        unchanged(listed(earlier), listed(later))
        assert reading.index(earlier)["embed"] == reading.index(later)["embed"]
    for site in sites:
        for revision in listed(site).values():
            assert revision["summary"]["integrity"] == integrity((site / revision["summary"]["path"]).read_bytes())
    numbers = [version["version"] for version in reading.index(sites[-1])["policies"][0]["versions"]]
    assert numbers == list(range(1, RELEASES + 2))


def test_each_release_leaves_the_words_of_every_page_as_they_are(sites: list[Path]) -> None:
    for earlier, later in pairwise(sites):
        unchanged(texts(earlier), texts(later))


def test_the_sequence_only_grows(sites: list[Path]) -> None:
    counted = [reading.index(site)["sequence"] for site in sites]
    assert counted == sorted(set(counted))
    assert len(counted) == RELEASES + 1

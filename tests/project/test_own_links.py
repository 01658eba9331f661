"""Links to this site's own pages, held to the site as it would be built."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from inforce.cli.opening import open_here
from inforce.problems import Location
from inforce.project.own_links import links_to_nowhere
from inforce.rules.own_links import own_link

from tests.release.living import EN, run
from tests.sources import Changes, change, good, project

NOW = datetime(2026, 11, 29, tzinfo=UTC)
OWN = next(line.split()[1] for line in good("policy_src/site.yml").splitlines() if line.startswith("base_url:"))


def section() -> str:
    """A section of the good source that has paragraphs alone."""
    folder = Path(__file__).parents[1] / "good_source" / EN
    return f"{EN}/{sorted(path.name for path in folder.glob('*.md'))[0]}"


def told(place: Path, *of_handbook: str) -> list[str]:
    opened = open_here(place)
    at = Location(file="docs/handbook/index.md", line=1)
    links = [own_link(one, page="handbook/", base_url=OWN, location=at) for one in of_handbook]
    found = links_to_nowhere(opened, [one for one in links if one], as_of=NOW, cache=None)
    return [f"{one.location.file}:{one.location.line} {one.message.split(chr(34))[1]}" for one in found]


def linking(*addresses: str) -> Changes:
    path = section()
    return {path: good(path).rstrip("\n") + "\n" + "".join(f"\n[Words]({one}).\n" for one in addresses)}


def test_texts_lead_to_pages_that_there_are(tmp_path: Path) -> None:
    place = project(tmp_path, linking(f"{OWN}en/privacy/", f"{OWN}handbook/", f"{OWN}en/cookies/", f"{OWN}en/cookys/"))
    lines = (place / section()).read_text("utf-8").count("\n")
    assert told(place) == [f"{section()}:{lines} {OWN}en/cookys/"]


def test_links_yml_does_too(tmp_path: Path) -> None:
    path = "policy_src/links.yml"
    place = project(
        tmp_path,
        {path: good(path).rstrip("\n") + f"\n  ours:\n    url: {OWN}en/contact/\n  gone:\n    url: {OWN}en/gone/\n"},
    )
    desk_told = [one for one in told(place) if one.startswith(path)]
    line = (place / path).read_text("utf-8").split("\n").index("  gone:") + 1
    assert desk_told == [f"{path}:{line} {OWN}en/gone/"]


def test_a_version_that_is_to_come_is_there_and_the_next_is_not(tmp_path: Path) -> None:
    place = project(tmp_path)
    assert told(place, "/en/privacy/v1/", "/en/privacy/", "/en/privacy/history/") == [
        "docs/handbook/index.md:1 /en/privacy/v1/"
    ]
    run(place, "release", "--effective", "2027-03-01", "--yes")
    change(place, {})
    assert told(place, "/en/privacy/v1/", "/api/v1/index.json", "/en/privacy/v2/", "/en/privacy/#nothing") == [
        "docs/handbook/index.md:1 /en/privacy/v2/",
        "docs/handbook/index.md:1 /en/privacy/#nothing",
    ]


def test_nothing_is_told_where_no_site_can_be_made(tmp_path: Path) -> None:
    place = project(tmp_path, {**linking(f"{OWN}en/cookys/"), "docs/en/x.md": "x"})
    assert told(place) == []

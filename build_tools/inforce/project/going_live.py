"""What stands between a project and a public site, computed from its source, in the order in which it is done.

The check decides what may be published; this list is for whoever has to see to the rest: people to ask, an address to
choose, a review to order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypedDict
from urllib.parse import urlsplit

from inforce.model.config import LanguageStatus
from inforce.model.facts import unknown_facts
from inforce.model.hosts import is_placeholder
from inforce.problems import Location
from inforce.project.project import PolicySource, Project
from inforce.rules.languages import language_name


class PlaceAnswer(TypedDict):
    """Where something waits, from the project's folder."""

    file: str
    line: int
    what: str


class StepAnswer(TypedDict):
    """A step before the site can go live."""

    step: str
    """`host`, `facts`, `cookies`, `review`, `release` or `owners`."""
    title: str
    do: str
    places: list[PlaceAnswer]


OWNERS = "CODEOWNERS"
"""The file that tells GitHub and GitLab whose review a change needs."""


def before_going_live(project: Project, *, owners: str | None = None) -> list[StepAnswer]:
    """The steps that are still to be taken, the first one first. `owners` is what CODEOWNERS says, if it is there."""
    unknown = [(path, place) for path, place in _unknown(project) if not path.startswith("cookies.")]
    of_cookies = [(path, place) for path, place in _unknown(project) if path.startswith("cookies.")]
    addresses = all(path.endswith(".email") for path, _ in unknown)
    steps = (
        _step(
            "host",
            "The address of the site",
            "Put the real one there, and the same as site_url in mkdocs.yml.",
            _host(project),
        ),
        _step(
            "facts",
            "E-mail addresses that nobody knows yet" if addresses else "Facts that nobody knows yet",
            "Ask who knows them, and write them in the place of unknown.",
            [(place, f"{path} is unknown") for path, place in unknown],
        ),
        _step(
            "cookies",
            "Cookies that nobody has verified",
            "Look at the site itself; then sort them into categories, fill in what is unknown, and the day as"
            " verified.",
            [*_unverified(project), *((place, f"{path} is unknown") for path, place in of_cookies)],
        ),
        _step(
            "review",
            "Counsel’s review of the translations",
            "Have them reviewed, then write reviewed: true.",
            _unreviewed(project.policies),
        ),
        _step("release", "A first version", "Release it: inforce release.", _unreleased(project.policies)),
        _step(
            "owners",
            "Whose review a change needs",
            "Put your teams in, and protect the main branch (in the handbook: Set up the check of pull requests).",
            _unowned(owners),
        ),
    )
    return [step for step in steps if step["places"]]


def _step(step: str, title: str, do: str, places: Iterable[tuple[Location, str]]) -> StepAnswer:
    found = [PlaceAnswer(file=place.file, line=place.line or 1, what=what) for place, what in places]
    return {"step": step, "title": title, "do": do, "places": found}


def _host(project: Project) -> Iterator[tuple[Location, str]]:
    url = project.site.base_url
    if is_placeholder(urlsplit(url).hostname or ""):
        yield project.site_places.place(("base_url",)), f"{url} is a placeholder"


def _unknown(project: Project) -> Iterator[tuple[str, Location]]:
    for fact in unknown_facts(project.facts):
        yield fact.path, project.facts_places.place(tuple(fact.path.split(".")))


def _unverified(project: Project) -> Iterator[tuple[Location, str]]:
    for name, cookie in project.facts.cookies.items():
        if cookie.verified is None:
            yield project.facts_places.place(("cookies", name)), f"cookies.{name} is not verified"


def _unreviewed(policies: Iterable[PolicySource]) -> Iterator[tuple[Location, str]]:
    for policy in policies:
        for language, terms in policy.config.languages.items():
            if terms.status is not LanguageStatus.AUTHORITATIVE and not terms.reviewed:
                place = policy.config_places.place(("languages", language))
                yield place, f"{policy.id} in {language_name(language)} is not reviewed"


def _unowned(owners: str | None) -> Iterator[tuple[Location, str]]:
    lines = [line.strip() for line in (owners or "").splitlines()]
    if owners is not None and not any(line and not line.startswith(("#", "[", "^")) and "@" in line for line in lines):
        yield Location(file=OWNERS, line=1), "it names nobody yet"


def _unreleased(policies: Iterable[PolicySource]) -> Iterator[tuple[Location, str]]:
    for policy in policies:
        if not policy.released:
            yield Location(file=f"{policy.folder}/policy.yml", line=1), f"{policy.id} has no version"

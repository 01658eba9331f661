"""Where each page stands, and links from one to another that work under any base path."""

from __future__ import annotations

ROOT = ""
MISSING = "404.html"
ATOM, JSON_FEED = "feed.xml", "feed.json"


def in_force(language: str, policy: str) -> str:
    """The page of the version in force."""
    return f"{language}/{policy}/"


def version(language: str, policy: str, number: int | None) -> str:
    """A version's page for good; the draft's for None."""
    return f"{language}/{policy}/{'draft' if number is None else f'v{number}'}/"


def revision(language: str, policy: str, number: int, revision: int) -> str:
    """One revision of a version's edition, for good."""
    return f"{version(language, policy, number)}r{revision}/"


def revision_changes(language: str, policy: str, number: int, revision: int) -> str:
    """The redline to a revision from the one before it."""
    return f"{version(language, policy, number)}r{revision}/changes/"


def history(language: str, policy: str) -> str:
    """Every version of a policy."""
    return f"{language}/{policy}/history/"


def changes(language: str, policy: str, old: int, new: int | None) -> str:
    """The redline from one version to another, or to the draft."""
    return f"{language}/{policy}/changes/{old}-{'draft' if new is None else new}/"


def changes_since(language: str, policy: str, old: int) -> str:
    """The way to the redline from a version to the one in force, whichever that is by then."""
    return f"{language}/{policy}/changes/{old}/"


def since(language: str, policy: str) -> str:
    """The way to the redline from what was in force on a day (`?on=2023-05-01`), or from a version (`?v=2`)."""
    return f"{language}/{policy}/since/"


def of_site(language: str, name: str) -> str:
    """A page that stands once in each language: `cookies`, `verify`."""
    return f"{language}/{name}/"


def feeds(language: str, policy: str = "") -> str:
    """The folder of the feeds of a policy, or of all."""
    return f"{language}/{policy}/" if policy else f"{language}/"


def summary(policy: str, number: int, language: str, revision: int) -> str:
    """The JSON summary of an edition."""
    return f"api/v1/{policy}/{number}/{language}/r{revision}.json"


def ready_html(policy: str, number: int, language: str) -> tuple[str, ...]:
    """The pieces of ready HTML of an edition."""
    return tuple(f"api/v1/{policy}/{number}/{language}/{kind}.html" for kind in ("cookies", "contact", "status"))


def banners(policy: str, number: int) -> tuple[str, ...]:
    """The configurations of consent banners of a version."""
    return tuple(f"api/v1/{policy}/{number}/{name}.json" for name in ("cookieconsent", "klaro"))


def relative(here: str, there: str) -> str:
    """A link from the page at one URL to the page or file at another, both below the site's root."""
    start = here.split("/")[:-1]
    end = there.split("/")
    shared = 0
    while shared < min(len(start), len(end) - 1) and start[shared] == end[shared]:
        shared += 1
    return "../" * (len(start) - shared) + "/".join(end[shared:]) or "./"

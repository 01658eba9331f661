"""V426: a version that says what the one before it says, and whose notes tell readers that something changes."""

from __future__ import annotations

from collections.abc import Iterator

from inforce.model.version import ReleasedVersion
from inforce.problems import Location, Problem, problem
from inforce.rules.dates import without_effective_date


def check_unchanged(last: ReleasedVersion, now: ReleasedVersion, *, where: Location) -> Iterator[Problem]:
    """Whether words, facts, order, titles and weights of a version are those of the one before it, but for the date on
    which it takes effect. What was public before is kept as it was."""
    if now.as_published is not None or not _same(last, now):
        return
    yield problem("V426", where, last=last.number)


def _same(last: ReleasedVersion, now: ReleasedVersion) -> bool:
    return (
        last.order == now.order
        and last.numbering == now.numbering
        and last.lists == now.lists
        and last.roles == now.roles
        and last.authoritative_language == now.authoritative_language
        and last.facts == now.facts
        and all(
            language in last.editions
            and (edition.title, edition.status, edition.reviewed) == _terms(last, language)
            and _undated(now, language) == _undated(last, language)
            for language, edition in now.editions.items()
        )
    )


def _terms(version: ReleasedVersion, language: str) -> tuple[object, ...]:
    edition = version.editions[language]
    return (edition.title, edition.status, edition.reviewed)


def _undated(version: ReleasedVersion, language: str) -> dict[str, str]:
    return {name: without_effective_date(text) for name, text in version.editions[language].sections.items()}

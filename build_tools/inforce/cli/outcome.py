"""What a build says when it is done: beside what it made, what is still open, and where the proposed text is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from inforce.problems import Problem, Severity

if TYPE_CHECKING:
    from inforce.project.publish import Publication

MOST_FILES = 3
"""Files named with what is open in them; `inforce status` names all."""


def still_open(problems: Iterable[Problem]) -> str:
    """One line on the open points; empty where there are none."""
    files = Counter(problem.location.file for problem in problems if problem.severity is Severity.OPEN)
    if not files:
        return ""
    named = [f"{file} ({count})" for file, count in files.most_common(MOST_FILES)]
    more = len(files) - len(named)
    where = ", ".join(named) + (f" and {more} more file{'s' if more > 1 else ''}" if more else "")
    if files.total() == 1:
        return f"1 point still open: {where}. `inforce status` names it."
    return f"{files.total()} points still open: {where}. `inforce status` lists them."


def proposed(publication: Publication, *, root: str) -> Iterator[str]:
    """A line on each policy's proposed text and its redline, in the default language; addresses begin with `root`."""
    from inforce.site import urls
    from inforce.site.changes import pairs

    site, language = publication.site, publication.site.site.default_language
    for policy in site.policies:
        if policy.draft is None:
            yield f"{policy.id}: no text is proposed; the working text is that of the last version."
            continue
        term = policy.timeline.in_force_at(site.as_of)
        old = [before.number for before, after in pairs(policy, site.as_of) if after is policy.draft]
        said = f"{policy.id}: the proposed text: {root}{urls.version(language, policy.id, None)}"
        if old:
            last = term.version if term and term.version in old else old[-1]
            said += f"; what it changes: {root}{urls.changes(language, policy.id, last, None)}"
        yield said

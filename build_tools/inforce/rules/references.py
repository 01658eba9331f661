"""Rules for links inside a policy: a section link leads to a section, a named link to an entry of `links.yml`."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping

from inforce.model.text import Section
from inforce.problems import Location, Problem, Severity

MOST_COMPARED = 500
"""Names that one is compared with for a suggestion; likeness takes its time."""
MOST_SUGGESTED = 50
"""Suggestions for one language: who has more dead links looks for another mistake."""


def check_references(
    sections: Mapping[str, Section], *, folder: str, names: Collection[str] | None, others: Collection[str] = ()
) -> tuple[Problem, ...]:
    """The links of one language. `folder` holds its files; `names` are the entries of `links.yml`, None where they are
    not looked at; `others` are ids that will be there once a section is translated: that it is missing is told
    elsewhere.
    """
    known = {*sections, *others}
    for section in sections.values():
        known.update(name for name, _, _ in section.ids())
    problems: list[Problem] = []
    for name, section in sections.items():
        for link in section.links:
            where = Location(file=f"{folder}/{name}.md", line=link.at.line, column=link.at.column)
            value = link.target.value
            if link.target.scheme == "section" and value not in known:
                message = f'"section:{value}" leads nowhere: no section, sub-heading, clause or item has this id.'
                problems.append(_error("L301", where, message, _near(value, known, len(problems))))
            elif link.target.scheme == "link" and names is not None and value not in names:
                message = f'"link:{value}" is not an entry of links.yml.'
                cure = f"{_near(value, names, len(problems))} Or add it there, with its whole address as `url`."
                problems.append(_error("L302", where, message, cure))
    return tuple(problems)


def _near(value: str, known: Collection[str], told: int) -> str:
    if len(known) > MOST_COMPARED or told >= MOST_SUGGESTED:
        return "Mend its name."
    near = difflib.get_close_matches(value, sorted(known), n=1)
    return f'Did you mean "{near[0]}"?' if near else f"Known are: {', '.join(sorted(known)) or 'none'}."


def _error(code: str, where: Location, message: str, remedy: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, location=where, message=message, remedy=remedy)

"""Rules for links inside a policy: a section link leads to a section, a named link to an entry of `links.yml`."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping

from inforce.model.text import Section
from inforce.problems import Location, Problem, problem

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
                problems.append(
                    problem("L301", where, "nowhere", value=value, remedy=_near(value, known, len(problems)))
                )
            elif link.target.scheme == "link" and names is not None and value not in names:
                problems.append(
                    problem("L302", where, "unknown", value=value, suggestion=_near(value, names, len(problems)))
                )
    return tuple(problems)


def _near(value: str, known: Collection[str], told: int) -> str:
    if len(known) > MOST_COMPARED or told >= MOST_SUGGESTED:
        return "Mend its name."
    near = difflib.get_close_matches(value, sorted(known), n=1)
    return f'Did you mean "{near[0]}"?' if near else f"Known are: {', '.join(sorted(known)) or 'none'}."

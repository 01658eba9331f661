"""Rules for translations: each is made from a known state of the prevailing text, and says when that has moved on."""

from __future__ import annotations

from collections.abc import Mapping

from inforce.problems import Location, Problem, Severity


def check_translation(
    *, source: Mapping[str, str], synced: Mapping[str, str], present: frozenset[str], folder: str, policy: str
) -> tuple[Problem, ...]:
    """One language against the prevailing text.

    `source` is section id to the `w1:` digest of the prevailing text now; `synced` to the one the translation was
    made from; `present` are the sections that are translated.
    """
    language = folder.rsplit("/", 1)[-1]
    problems = []
    for name in sorted(present & set(source)):
        was = synced.get(name)
        if was == source[name]:
            continue
        problems.append(
            Problem(
                code="T102",
                severity=Severity.RELEASE,
                location=Location(file=f"{folder}/{name}.md"),
                message=(
                    f'it is not recorded which text the translation into "{language}" was made from.'
                    if was is None
                    else f'the prevailing text has changed since it was translated into "{language}".'
                ),
                remedy=f"Bring the translation up to date, then run: inforce sync {policy} {language} {name}",
            )
        )
    return tuple(problems)

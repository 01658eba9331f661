"""Rules for translations: each is made from a known state of the prevailing text, and says when that has moved on."""

from __future__ import annotations

from collections.abc import Mapping

from inforce.problems import Location, Problem, Severity
from inforce.rules.languages import language_name


def check_translation(
    *, source: Mapping[str, str], synced: Mapping[str, str], present: frozenset[str], folder: str, policy: str
) -> tuple[Problem, ...]:
    """One language against the prevailing text.

    `source` is section id to the `w1:` digest of the prevailing text now; `synced` to the one the translation was
    made from; `present` are the sections that are translated.
    """
    language = folder.rsplit("/", 1)[-1]
    behind = [name for name in sorted(present & set(source)) if synced.get(name) != source[name]]
    if not synced and len(behind) > 1 and len(behind) == len(source):
        message = f"it is not recorded which text the {language_name(language)} translation was made from."
        remedy = f"Once it says what the prevailing text says, run: inforce sync {policy} {language}"
        return (_behind(folder, message, remedy),)
    return tuple(
        _behind(
            f"{folder}/{name}.md",
            f"it is not recorded which text this {language_name(language)} translation was made from."
            if name not in synced
            else f"the prevailing text has changed since it was translated into {language_name(language)}.",
            f"Bring the translation up to date, then run: inforce sync {policy} {language} {name}",
        )
        for name in behind
    )


def _behind(file: str, message: str, remedy: str) -> Problem:
    where = Location(file=file)
    return Problem(code="T102", severity=Severity.OPEN, location=where, message=message, remedy=remedy)

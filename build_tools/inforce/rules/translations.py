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
        message = behind_words(language)[0]
        remedy = f"Once it says what the prevailing text says, run: inforce sync {policy} {language}"
        return (_behind(folder, message, remedy),)
    return tuple(
        _behind(
            f"{folder}/{name}.md",
            behind_words(language)[1 if name not in synced else 2],
            f"Bring the translation up to date, then run: inforce sync {policy} {language} {name}",
        )
        for name in behind
    )


def behind_words(language: str) -> tuple[str, str, str]:
    """What T102 can say of a translation as a whole, and of a section whose source is not known, or has changed."""
    name = language_name(language)
    return (
        f"it is not recorded which text the {name} translation was made from.",
        f"it is not recorded which text this {name} translation was made from.",
        f"the prevailing text has changed since it was translated into {name}.",
    )


def _behind(file: str, message: str, remedy: str) -> Problem:
    where = Location(file=file)
    return Problem(code="T102", severity=Severity.OPEN, location=where, message=message, remedy=remedy)

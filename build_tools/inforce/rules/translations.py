"""Rules for translations: each is made from a known state of the prevailing text, and says when that has moved on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inforce.problems import Location, Problem, Severity, problem
from inforce.rules.languages import language_name

_SAME = "Once they say the same,"
_BEHIND = f"Bring the translation up to date, unless it still says what the text says. {_SAME}"
_AGAIN = f"Its words have changed with it. {_SAME}"
_RECORDED = "leave the rest to whoever makes the release, or run:"
"""In a web editor nothing can be run; a release can't do without."""


def check_translation(
    *,
    source: Mapping[str, str],
    synced: Mapping[str, str],
    present: frozenset[str],
    language: str,
    folder: str,
    policy: str,
    changed: frozenset[str] = frozenset(),
) -> tuple[Problem, ...]:
    """One language against the prevailing text.

    `source` is section id to the `w1:` digest of the prevailing text now; `synced` to the one the translation was
    made from; `present` are the sections that are translated, `changed` those of them that this change translates
    anew, as far as git tells.
    """
    behind = [name for name in sorted(present & set(source)) if synced.get(name) != source[name]]
    if not synced and len(behind) > 1 and len(behind) == len(source):
        message = behind_words(language)[0]
        remedy = f"Once it says what the prevailing text says, {_RECORDED} inforce sync {policy} {language}"
        return (_behind(folder, message, remedy),)
    return tuple(
        _behind(
            f"{folder}/{name}.md",
            behind_words(language)[1 if name not in synced else 2],
            f"{cure} {_RECORDED} inforce sync {policy} {language} {name}",
        )
        for name in behind
        for cure in (_SAME if name not in synced else _AGAIN if name in changed else _BEHIND,)
    )


def check_changed(
    *,
    source: Mapping[str, str],
    source_before: Mapping[str, str],
    synced: Mapping[str, str],
    synced_before: Mapping[str, str],
    changed: frozenset[str],
    language: str,
    folder: str,
    leading: str,
    turned: frozenset[str] = frozenset(),
) -> Iterator[Problem]:
    """What a change does to the translations of a language, for whoever reviews it. The digests are those of
    `check_translation`, here and in the base branch; `changed` are the translations with other words than there,
    `turned` those in which a word that denies comes or goes.

    T107: one that was up to date has other words, while the prevailing text has the same. T108: one is said to be
    brought up to date, and has the same words.
    """
    name_of = language_name(language)
    for name in sorted(source.keys() & synced_before.keys()):
        file, then = f"{folder}/{name}.md", synced_before[name]
        if name in changed and source_before.get(name) == source[name] == then:
            message = (
                f"this {name_of} text says otherwise than in the base branch; the {language_name(leading)} one, which "
                "prevails, is as it was."
            )
            level = Severity.HINT
            if name in turned:
                message += " A word that denies comes or goes."
                level = Severity.OPEN
            yield problem("T107", file, level=level, name_of=name_of, message=message)
        elif name not in changed and synced.get(name) == source[name] != then:
            yield problem("T108", file, name_of=name_of)


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
    return problem("T102", where, message=message, remedy=remedy)

"""Rules for wordings that the facts declare right (`accept`): one that reads as another value needs a reason, and more
than that where it plainly states another value."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from inforce.model.facts import Fact, FactKind, Facts, Unknown, all_facts, leaf_path
from inforce.model.leaf import Nothing
from inforce.model.values import FactValue, in_language
from inforce.problems import Location, Problem, problem
from inforce.reader.findings import quoted
from inforce.reader.reasons import REASON_ASKED, says_why
from inforce.rules.languages import language_name


def check_accepted_wordings(
    facts: Facts, place: Callable[[tuple[str | int, ...]], Location], *, languages: Collection[str] = ()
) -> Iterator[Problem]:
    """F114: wordings that can be read as another value than the one beside them, and have no reason in words; with
    one, where they state another value outright. And those of a language that is none of the site's `languages`. F106
    for what is unknown without a reason in words."""
    for fact in all_facts(facts):
        if isinstance(fact.value, Unknown) and leaf_path(facts, fact.path) == fact.path:
            yield from _without_reason(fact.value, place(tuple(fact.path.split("."))), fact.path)
        if not fact.accept or isinstance(fact.value, Nothing | Unknown) or leaf_path(facts, fact.path) != fact.path:
            continue
        from inforce.rules.readings.accepted import other_reading  # loads tables of many languages
        from inforce.rules.readings.outright import other_value

        for language, wordings in fact.accept.items():
            if languages and not any(one == language or one.startswith(f"{language}-") for one in languages):
                yield _in_no_language(language, place((*fact.path.split("."), "accept", language)), fact.path)
            for wording, meant in wordings.items():
                because = meant.because if meant.because is not None and says_why(meant.because) else None
                found = other_value(wording, meant.value, language) or _that_of_another(facts, fact, wording, language)
                wrong = found is not None
                if found is None and because is None:
                    found = other_reading(wording, meant.value, language)
                if found is not None:
                    problem = _problem(wording, meant.value, found, language, fact.path, place)
                    yield _whatever_the_reason(problem, because) if wrong else problem


def _without_reason(unknown: Unknown, where: Location, path: str) -> Iterator[Problem]:
    texts = [unknown.reason] if isinstance(unknown.reason, str) else unknown.reason.values()
    if not all(map(says_why, texts)):
        yield problem("F106", where, "reason missing", about=path, path=path, asked=REASON_ASKED)


def _that_of_another(facts: Facts, fact: Fact, wording: str, language: str) -> str | None:
    """The wording, where it is what another fact is called, another recipient, say, and has nothing of this name."""
    if fact.kind is not FactKind.NAME:
        return None
    from inforce.rules.readings.names import has_in_common, is_name
    from inforce.rules.readings.plain import plain

    text, names = plain(wording), {one.path: one.value for one in all_facts(facts) if one.kind is FactKind.NAME}
    called = {path for path, name in names.items() if isinstance(name, str | Mapping) and is_name(text, name, language)}
    own = [*fact.value.values()] if isinstance(fact.value, Mapping) else [str(fact.value)]
    return wording if called and not any(has_in_common(wording, name) for name in own) else None


def _whatever_the_reason(problem: Problem, because: str | None) -> Problem:
    given = f"; the reason that is given: {quoted(because)}." if because else "."
    return replace(problem, message=f"{problem.message.removesuffix('.')}{given}", remedy="Correct or remove it.")


def _in_no_language(language: str, where: Location, path: str) -> Problem:
    return problem("F114", where, "no such language", about=path, language=language_name(language), tag=language)


def _problem(
    wording: str,
    value: FactValue,
    found: str,
    language: str,
    path: str,
    place: Callable[[tuple[str | int, ...]], Location],
) -> Problem:
    from inforce.rules.readings.agrees import stated

    read = "" if found == wording else f' can be read as "{found}", and'
    meant = in_language(value, language) if isinstance(value, str) else stated(value, language)
    said = json.dumps(wording, ensure_ascii=False)
    return problem(
        "F114",
        place((*path.split("."), "accept", language, wording)),
        "other reading",
        about=path,
        language=language_name(language),
        said=said,
        read=read,
        meant=meant,
    )

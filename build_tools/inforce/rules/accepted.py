"""Rules for wordings that the facts declare right (`accept`): one that reads as another value needs a reason, and more
than that where it plainly states another amount."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from inforce.model.facts import Facts, Unknown, all_facts, leaf_path
from inforce.model.leaf import Nothing
from inforce.model.values import FactValue, in_language
from inforce.parse.findings import quoted
from inforce.problems import Location, Problem, Severity
from inforce.reader.reasons import REASON_ASKED, says_why
from inforce.rules.languages import language_name


def check_accepted_wordings(
    facts: Facts, place: Callable[[tuple[str | int, ...]], Location], *, languages: Collection[str] = ()
) -> Iterator[Problem]:
    """F114: wordings that can be read as another value than the one beside them, and have no reason in words; with
    one, where they state another amount outright. And those of a language that is none of the site's `languages`. F106
    for what is unknown without a reason in words."""
    for fact in all_facts(facts):
        if isinstance(fact.value, Unknown) and leaf_path(facts, fact.path) == fact.path:
            yield from _without_reason(fact.value, place(tuple(fact.path.split("."))), fact.path)
        if not fact.accept or isinstance(fact.value, Nothing | Unknown) or leaf_path(facts, fact.path) != fact.path:
            continue
        from inforce.rules.readings.accepted import other_amount, other_reading  # loads tables of many languages

        for language, wordings in fact.accept.items():
            if languages and not any(one == language or one.startswith(f"{language}-") for one in languages):
                yield _in_no_language(language, place((*fact.path.split("."), "accept", language)), fact.path)
            for wording, meant in wordings.items():
                because = meant.because if meant.because is not None and says_why(meant.because) else None
                reading = other_reading if because is None else other_amount
                found = reading(wording, meant.value, language)
                if found is not None:
                    problem = _problem(wording, meant.value, found, language, fact.path, place)
                    yield problem if because is None else _with_a_reason(problem, because)


def _without_reason(unknown: Unknown, where: Location, path: str) -> Iterator[Problem]:
    texts = [unknown.reason] if isinstance(unknown.reason, str) else unknown.reason.values()
    if not all(map(says_why, texts)):
        message = f"{path} is unknown, and the reason, which readers are shown, is none."
        remedy = f"Write {REASON_ASKED}."
        yield Problem(code="F106", severity=Severity.ERROR, location=where, message=message, remedy=remedy, about=path)


def _with_a_reason(problem: Problem, because: str) -> Problem:
    message = f"{problem.message.removesuffix('.')}; the reason that is given: {quoted(because)}."
    remedy = "Correct or remove it."
    return replace(problem, message=message, remedy=remedy)


def _in_no_language(language: str, where: Location, path: str) -> Problem:
    return Problem(
        code="F114",
        severity=Severity.HINT,
        location=where,
        message=f"wordings are accepted in {language_name(language)} ({language}), which the site does not have.",
        remedy="Take them out, or correct the language.",
        about=path,
    )


def _problem(
    wording: str,
    value: FactValue,
    found: str,
    language: str,
    path: str,
    place: Callable[[tuple[str | int, ...]], Location],
) -> Problem:
    from inforce.rules.readings import stated

    read = "" if found == wording else f' can be read as "{found}", and'
    meant = in_language(value, language) if isinstance(value, str) else stated(value, language)
    said = json.dumps(wording, ensure_ascii=False)
    return Problem(
        code="F114",
        severity=Severity.ERROR,
        location=place((*path.split("."), "accept", language, wording)),
        message=f"the {language_name(language)} wording {said}{read} does not read as {meant}, "
        "which it is said to state.",
        remedy=f'Correct or remove it; or, if it is right, say why: {said}: {{value: …, because: "…"}}',
        about=path,
    )

"""`api/v1/words/{lang}.json`: the interface words that go with the data, for whoever makes a page of them.

Frozen files hold no such words, so that a better translation reaches every version. The file moves with each build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal, cast

from inforce.model.cookies import COMMON_CATEGORIES, CookieType, LifetimeKind, Match, Party
from inforce.model.data import Role
from inforce.model.fact_table import PARTIES
from inforce.model.facts import Facts
from inforce.model.records import Contact, Duty, LegalBasis, RecipientRole, Safeguard
from inforce.model.values import Duration as Length
from inforce.pages.fact_words import category_words, code_words, heading
from inforce.pages.words import Words
from inforce.summary.codes import Direction
from inforce.summary.contract import Summary
from inforce.summary.formats import Duration, Language
from inforce.summary.published import Published, said
from inforce.timeline import Status

CODES: Mapping[str, type[StrEnum]] = {
    "type": CookieType,
    "match": Match,
    "party": Party,
    "lifetime": LifetimeKind,
    "legal_basis": LegalBasis,
    "role": RecipientRole,
    "data_role": Role,
    "safeguard": Safeguard,
    "duty": Duty,
}
"""The codes of a summary that have words, by what they are called here."""


class InterfaceWords(Published):
    """What the codes and captions of the JSON are called in a language. Each mapping goes from what a summary or an
    index has to the words: `values.type["local_storage"]`, `durations["P13M"]`. What is not there has no words yet."""

    format: Annotated[Literal["inforce-words-1"], said("What this file is.")] = "inforce-words-1"
    language: Annotated[Language, said("The language of the words.", source="`site.yml`, `languages:`")]
    direction: Annotated[Direction, said("The direction in which it is written.")]
    captions: Annotated[Mapping[str, str], said("Heads of columns and of groups, by the name of their field.")]
    values: Annotated[Mapping[str, Mapping[str, str]], said("What codes mean, by the name of their field.")]
    durations: Annotated[Mapping[Duration, str], said("Every duration of this site, in words.")]


def interface_words(words: Words, durations: Iterable[str]) -> InterfaceWords:
    """The words of one language. `durations` are those of its summaries, as ISO 8601."""
    say = words.text
    codes = {
        name: {code.value: code_words(code, words) for code in kind if code is not LifetimeKind.DURATION}
        for name, kind in CODES.items()
    }
    return InterfaceWords(
        language=words.language,
        direction=cast(Any, words.direction),
        captions={
            **{name: heading(("cookies", "*", name), words) for name in ("name", "provider", "lifetime", "type")},
            "purpose": say("Purpose"),
            "consent_required": say("Consent"),
            **{name: heading(("organisation", "*", name), words) for name in Contact.model_fields if name != "note"},
            **{name: heading(("organisation", name), words) for name in PARTIES},
            "unknown": say("not known"),
            "none": say("there is none"),
        },
        values={
            **codes,
            "category": {name: category_words(name, Facts(), words) for name in COMMON_CATEGORIES},
            "consent_required": {"true": say("needed"), "false": say("not needed")},
            "language_status": {
                "authoritative": say("Prevailing text"),
                "official": say("Official translation"),
                "courtesy": say("Courtesy translation"),
            },
            "kind": {
                "material": say("Material"),
                "clarification": say("Clarification"),
                "correction": say("Correction"),
            },
            "status": {
                Status.ANNOUNCED.value: say("Not yet in force"),
                Status.IN_FORCE.value: say("In force"),
                Status.SUPERSEDED.value: say("Superseded"),
                Status.WITHDRAWN.value: say("Withdrawn"),
            },
        },
        durations={text: words.duration(Length.parse(text).parts) for text in sorted(set(durations))},
    )


def durations_of(summary: Summary) -> Iterator[str]:
    """Every duration that a summary tells, as ISO 8601."""
    yield from (kept.duration for kept in summary.retention if kept.duration)
    yield from (cookie.lifetime.duration for cookie in summary.cookies if cookie.lifetime and cookie.lifetime.duration)
    if summary.answer:
        yield from (each for each in (summary.answer.reply, summary.answer.extended) if each)
    if summary.settlement:
        yield summary.settlement

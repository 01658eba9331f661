"""`api/v1/words/{lang}.json`: the interface words that go with the data, for whoever makes a page of them.

All that our own pages of cookies and contacts and the ready HTML say around the facts is here, so that a page of one's
own can say it too. Frozen files hold no such words, so that a better translation reaches every version. The file moves
with each build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Final, Literal, cast

from inforce.contract.codes import Direction
from inforce.contract.formats import Day, Duration, Instant, Language
from inforce.contract.models import Summary
from inforce.contract.published import Published, said
from inforce.model import fact_table
from inforce.model.cookies import COMMON_CATEGORIES, UNSORTED, CookieType, LifetimeKind, Match, Medium, Party
from inforce.model.data import Role
from inforce.model.facts import Facts
from inforce.model.records import Duty, LegalBasis, RecipientRole, Safeguard
from inforce.model.values import Duration as Length
from inforce.model.values import country_name
from inforce.site.fact_words import category_words, code_words, heading, lifetime_words
from inforce.site.translator import Translator
from inforce.timeline import Status

CODES: Mapping[str, type[StrEnum]] = {
    "type": CookieType,
    "match": Match,
    "party": Party,
    "medium": Medium,
    "lifetime_kind": LifetimeKind,
    "legal_basis": LegalBasis,
    "recipient_role": RecipientRole,
    "data_role": Role,
    "safeguard": Safeguard,
    "duty": Duty,
}
"""The codes of a summary that have words, by what they are called here."""
IN_THE_SUMMARY: Final[Mapping[str, str]] = {
    "keep": "duration",
    "by": "contacts",
    "age": "children_age",
    "exercise": "answer",
    "same_as": "",
}
"""Fields of the facts that have another name in a summary, or '' where it doesn't have them."""


class InterfaceWords(Published):
    """What the codes and captions of the JSON are called in a language, and what is said around them. Each mapping goes
    from what a summary or an index has to the words: `values.type["local_storage"]`, `durations["P13M"]`. What is not
    there has no words yet."""

    format: Annotated[Literal["inforce-words-1"], said("What this file is.")] = "inforce-words-1"
    language: Annotated[Language, said("The language of the words.", source="`site.yml`, `languages:`")]
    direction: Annotated[Direction, said("The direction in which it is written.")]
    captions: Annotated[
        Mapping[str, str],
        said("Heads of columns and of groups, and what stands before a value, by the name of their field."),
    ]
    values: Annotated[
        Mapping[str, Mapping[str, str]],
        said(
            "What codes mean, by the name of their field, with whose it is where that alone would not tell: "
            "`lifetime_kind`, `change_kind`, `data_role`, `recipient_role`. `session` has when one ends, by type, "
            "`country` those that summaries name."
        ),
    ]
    phrases: Annotated[
        Mapping[str, str],
        said(
            "What is said around facts. A value takes the place of a name in {curly brackets}; what stands in [square "
            "ones] may be made a link, and they are left out."
        ),
    ]
    durations: Annotated[Mapping[Duration, str], said("Every duration of this site, in words.")]
    dates: Annotated[
        Mapping[Day | Instant, str],
        said("Every day and every instant of its cookies, versions and revisions, in words."),
    ]
    languages: Annotated[Mapping[Language, str], said("Its languages by their names.")]


def interface_words(
    words: Translator,
    durations: Iterable[str],
    dates: Iterable[str] = (),
    languages: Iterable[str] = (),
    countries: Iterable[str] = (),
) -> InterfaceWords:
    """The words of one language. `durations` and `dates` are those of its summaries and versions, as the JSON has
    them; `languages` and `countries` are those of the site."""
    say = words.text
    return InterfaceWords(
        language=words.language,
        direction=cast(Any, words.direction),
        captions={
            **_captions(words),
            "purpose": say("Purpose"),
            "consent_required": say("Consent"),
            "unknown": say("not known"),
            "none": say("there is none"),
            "not_said": say("the policy does not say"),
        },
        values={
            **_values(words),
            "country": {country: country_name(country, words.language) for country in sorted(set(countries))},
        },
        phrases=_phrases(words),
        durations={text: words.duration(Length.parse(text).parts) for text in sorted(set(durations))},
        dates={text: _date(text, words) for text in sorted(set(dates))},
        languages={language: words.name(language) for language in languages},
    )


def _captions(words: Translator) -> dict[str, str]:
    """What each field of a summary that has a name for people is called, as the table of facts has it."""
    found: dict[str, str] = {}
    for row in fact_table.TABLE:
        told = row.shown is None or fact_table.Place.SUMMARY in row.shown.places
        keys = row.path.removesuffix(".*").split(".")
        name = IN_THE_SUMMARY.get(keys[-1], keys[-1])
        if row.label and told and name and keys[1:2] not in (["acts"], ["other"]):
            found.setdefault(name, heading(tuple(row.path.split(".")), words))
    return found


def _values(words: Translator) -> dict[str, dict[str, str]]:
    """What each code is called, by the name of its field."""
    say = words.text
    yes_or_no = {"true": say("yes"), "false": say("no")}
    return {
        **{name: {code.value: code_words(code, words) for code in kind} for name, kind in CODES.items()},
        "session": {type.value: lifetime_words(LifetimeKind.SESSION, type, words) for type in CookieType},
        "category": {name: category_words(name, Facts(), words) for name in (*COMMON_CATEGORIES, UNSORTED)},
        "consent_required": {"true": say("needed"), "false": say("not needed")},
        "third_party_access": yes_or_no,
        "host_only": yes_or_no,
        "http_only": yes_or_no,
        "language_status": {
            "authoritative": say("Prevailing text"),
            "official": say("Official translation"),
            "courtesy": say("Courtesy translation"),
        },
        "change_kind": {
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
    }


def _phrases(words: Translator) -> dict[str, str]:
    """What our pages and ready HTML say around facts, by what it is for."""
    say = words.text
    return {
        "label": say("{subject}:"),
        "label_and_value": say("{label}: {value}"),
        "title_and_version": say("{title}, version {number}"),
        "see": say("See [{section}]"),
        "see_version": say("See [{title}, version {number}]."),
        "not_stated": say("not stated"),
        "cookies": say("Cookies"),
        "no_cookies": say("No cookie or similar technique is stated."),
        "no_technical_name": say("no technical name"),
        "verified": say("verified on {date}"),
        "contact": say("Contact"),
        "rights": say("Your rights and how to use them"),
        "erasure": say("Have my data deleted"),
        "complaint": say("Complain"),
        "reply": say("We answer within [{reply}]."),
        "reply_extended": say("We answer within [{reply}]; where that is extended, within {extended} in all."),
        "ways_in_general": say("No address is known for this right. How to reach “{who}”:"),
        "ways_not_named": say("The policy names no address for this right. How to reach “{who}”:"),
        "applies_from": say("Applies from {date}."),
        "withdrawn_from": say("It is withdrawn from {date}."),
        "next_version": say("Version {number} applies from {date}. [Read version {number}]"),
        "courtesy": say("This is a courtesy translation. If the texts differ, [the text in {language}] prevails."),
        "courtesy_reviewed": say(
            "This is a courtesy translation that counsel has reviewed. If the texts differ, [the text in {language}]"
            " prevails."
        ),
        "courtesy_not_reviewed": say(
            "This is a courtesy translation that counsel has not reviewed. If the texts differ, [the text in"
            " {language}] prevails."
        ),
        "official_reviewed": say(
            "This is an official translation. If the texts differ, [the text in {language}] prevails."
        ),
        "official_not_reviewed": say(
            "This is an official translation that counsel has not reviewed. If the texts differ, [the text in"
            " {language}] prevails."
        ),
    }


def _date(text: str, words: Translator) -> str:
    """A day or an instant of the JSON in words."""
    return words.day(datetime.fromisoformat(text)) if "T" in text else words.date(date.fromisoformat(text))


def durations_of(summary: Summary) -> Iterator[str]:
    """Every duration that a summary tells, as ISO 8601."""
    yield from (kept.duration for kept in summary.retention if kept.duration)
    yield from (cookie.lifetime.duration for cookie in summary.cookies if cookie.lifetime and cookie.lifetime.duration)
    if summary.answer:
        yield from (each for each in (summary.answer.reply, summary.answer.extended) if each)
    if summary.settlement:
        yield summary.settlement
    yield from (term.duration for term in summary.terms if term.duration)


def dates_of(summary: Summary) -> Iterator[str]:
    """Every day and instant that a summary tells, as it has them."""
    yield from (cookie.verified for cookie in summary.cookies if cookie.verified)
    yield from (act.date for act in summary.acts if act.date)
    yield from (term.date for term in summary.terms if term.date)
    yield from (at for at in (summary.effective_from, summary.announced) if at)


def countries_of(summary: Summary) -> Iterator[str]:
    """Every country that a summary names: of addresses, recipients and transfers."""
    parties = (getattr(summary, name) for name in (*fact_table.PARTIES, "contact"))
    yield from (at for party in parties if party and party.address and (at := party.address.country))
    for each in summary.recipients:
        yield from (country for country in (each.country, *(to.country for to in each.transfers)) if country)

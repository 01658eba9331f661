"""What an accepted wording states outright, where that is another value of the same kind: then it is wrong, whatever
reason is given for it."""

from __future__ import annotations

import re
from datetime import date

import phonenumbers

from inforce.model.values import Address, Duration, Email, FactValue, Identifier, Money, Percentage, Phone, Url
from inforce.rules.readings.addresses import AddressKind, is_target, read_label, read_target
from inforce.rules.readings.agreement import Differs
from inforce.rules.readings.contacts import read_phone
from inforce.rules.readings.hosts import same_owner
from inforce.rules.readings.passages import values_in
from inforce.rules.readings.plain import plain
from inforce.rules.readings.whole import read_whole

_A_DAY = 86_400
_OF_PROGRAMS = re.compile(r"(?=.*[_\d])[\w.:$-]+", re.ASCII)
"""One word as only programs are called: `_ga`, `intercom-id-1`."""


def other_value(wording: str, value: FactValue, language: str) -> str | None:
    """What a wording states outright in its language, where that is another value of the kind; None where it is none.

    A period may be about the same: idioms count the first day too ("quinze jours", "acht Tage"), and three months are
    about 90 days. A web address may be that of the whole site, a register number without its letters or in another
    order.
    """
    match value:
        case Duration() | Money() | Percentage() | date() | int():
            return _other_amount(wording, value, language)
        case Phone():
            return _other_phone(wording, value)
        case Email():
            target = read_target(f"mailto:{value}")
            letters = (one for one in read_label(wording) if one.kind is AddressKind.EMAIL)
            return next((one.text for one in letters if target and not is_target(one, target)), None)
        case Url():
            return _other_page(wording, value.in_language(language))
        case Identifier():
            known, said = str(value), _figures(wording)
            other = said and not _all_in(_figures(known), wording) and not _all_in(said, known)
            return wording if other else None
        case Address():
            known = " ".join([value.number or "", value.postal_code or "", str(value.street or "")])
            other = not _all_in(_figures(wording), known) and not _all_in(_figures(known), wording)
            return wording if other else None
        case str():
            names = (wording, value) if _OF_PROGRAMS.fullmatch(wording) and _OF_PROGRAMS.fullmatch(value) else ()
            bare = [re.sub(r"\W+$", "", plain(name)) for name in names]
            return wording if bare and bare[0] not in bare[1] and bare[1] not in bare[0] else None
    return None


def _other_amount(wording: str, value: FactValue, language: str) -> str | None:
    own = read_whole(value, wording, plain(wording), language)
    if not isinstance(own, Differs) or own.stated is None:
        return None
    if isinstance(value, Duration):
        found = [meant for _, meant in values_in(wording, value, language) if isinstance(meant, Duration)]
        if found and abs(found[0].nominal_seconds - value.nominal_seconds) <= max(_A_DAY, value.nominal_seconds // 30):
            return None
    return own.stated


def _other_phone(wording: str, value: Phone) -> str | None:
    """A number that is too short to be one of the country may be dialled inside the house."""
    region = phonenumbers.region_code_for_number(phonenumbers.parse(value.number, None))
    whole = read_phone(plain(wording), value)
    numbers = {one.text: one.host for one in read_label(wording, region) if one.kind is AddressKind.PHONE}
    if whole and phonenumbers.is_possible_number(phonenumbers.parse(whole.number, None)):
        numbers[wording] = whole.number
    return next((text for text, number in numbers.items() if number != value.number), None)


def _other_page(wording: str, value: Url) -> str | None:
    target = read_target(value.address)
    for said in read_label(wording):
        if target and not (same_owner(said.host, target.host) and target.path.startswith(said.path.rstrip("/"))):
            return said.text
    return None


def _figures(words: str) -> list[str]:
    return re.findall(r"\d+", plain(words))


def _all_in(figures: list[str], words: str) -> bool:
    there = re.sub(r"\D", "", plain(words))
    return all(figure.lstrip("0") in there for figure in figures)

"""Telephone numbers in words, by phonenumbers (Google's libphonenumber)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import phonenumbers
from phonenumbers import shortnumberinfo

_FIGURES = re.compile(r"\+?[\d\s()./-]{3,30}")
_SHORT = re.compile(r"(?<![\w.,:/+-])\d{3}(?: ?\d{3})?(?![.,:/-]?\w)")
_SIGNS = re.compile(r"[☎☏✆📞📱📠\ufe0f]")


def read_phones(text: str, region: str | None) -> Iterator[tuple[str, str]]:
    """Each number with + wherever it may lead, and others where a country (`region`) says how they are dialled: its
    text, and E.164."""
    wanted = [(None, phonenumbers.Leniency.POSSIBLE)] + ([(region, phonenumbers.Leniency.VALID)] if region else [])
    seen: set[str] = set()
    for country, leniency in wanted:
        for match in phonenumbers.PhoneNumberMatcher(text, country, leniency=leniency):
            e164 = _e164(match.number)
            if e164 not in seen:
                seen.add(e164)
                yield match.raw_string.strip(), e164


def national_in(text: str, region: str | None) -> Iterator[tuple[str, str]]:
    """The national numbers in the words of a link that doesn't dial: grouped as the country groups them, so that a
    company's number or a date is none, and with the 0 that is dialled first, unless nothing else stands there."""
    rest = _SIGNS.sub(" ", text).strip()
    if region is None or not re.search(r"\d{2}", rest):
        return
    for match in phonenumbers.PhoneNumberMatcher(rest, region, leniency=phonenumbers.Leniency.STRICT_GROUPING):
        if match.raw_string.lstrip("(").startswith("0") or match.raw_string == rest:
            yield match.raw_string, _e164(match.number)


def short_numbers(text: str, region: str | None) -> Iterator[tuple[str, str]]:
    """What a link that dials says: the figures that all of the words are, however short (112); else each number that
    the country has for emergencies and services, among other words ("112 (free)"): its text, and its figures."""
    if _FIGURES.fullmatch(text):
        yield text, as_number(text, region) or digits(text)
        return
    if region is None:
        return
    for found in _SHORT.finditer(text):
        figures = digits(found[0])
        if shortnumberinfo.is_valid_short_number_for_region(phonenumbers.parse(figures, region), region):
            yield found[0], figures


def as_number(text: str, region: str | None) -> str | None:
    """A telephone number as E.164; short ones, which no other country can dial, have none."""
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    return _e164(number) if phonenumbers.is_possible_number(number) else None


def digits(text: str) -> str:
    """The figures of a text, in ASCII."""
    return "".join(str(unicodedata.digit(char)) for char in text if char.isdigit())


def _e164(number: phonenumbers.PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))

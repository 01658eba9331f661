"""E-mail and web addresses, telephone numbers and register numbers: the same in every language."""

from __future__ import annotations

import re

import phonenumbers

from inforce.model.values import Email, Identifier, Phone, Url

_PHONE = re.compile(r"\+?[\d ()./-]{3,30}")


def read_email(words: str) -> Email | None:
    """The e-mail address that is all of the words; case counts before the @."""
    try:
        return Email.parse(words.strip())
    except ValueError:
        return None


def read_url(words: str) -> Url | None:
    """The web address that is all of the words; "https://" may be left out."""
    words = words.strip()
    try:
        return Url.parse(words if "://" in words else f"https://{words}")
    except ValueError:
        return None


def same_url(first: Url, second: Url, *, scheme: bool) -> bool:
    """Whether two addresses lead to the same page; a slash at the end makes no difference, nor a missing scheme."""
    places = [re.sub(r"/$", "", url.address.partition("://")[2]) for url in (first, second)]
    schemes = [url.address.partition("://")[0] for url in (first, second)]
    return places[0] == places[1] and (not scheme or schemes[0] == schemes[1])


def read_phone(text: str, like: Phone) -> Phone | None:
    """The telephone number that is all of the plain text; without + it is read as one of the country of `like`."""
    text = re.sub(r"^\+ ", "+", text)
    if not _PHONE.fullmatch(text):
        return None
    region = phonenumbers.region_code_for_number(phonenumbers.parse(like.number, None))
    try:
        found = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    return Phone(number=phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164))


def read_identifier(words: str) -> Identifier | None:
    """The register number that is all of the words: no more than letters, figures and their dress."""
    try:
        return Identifier.parse(" ".join(words.split()))
    except ValueError:
        return None

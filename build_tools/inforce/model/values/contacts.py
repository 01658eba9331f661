"""Where somebody is reached: telephone, e-mail, web and postal addresses; and numbers in registers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import Annotated, Any, ClassVar, Final, Self

import phonenumbers
from pydantic import ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from inforce.model.config import LANGUAGE_PATTERN
from inforce.model.languages import in_language
from inforce.model.values.text_value import TextValue

_LONGEST_NUMBER = 16
"""The plus and fifteen digits (ITU-T E.164, section 6.1)."""


class NotInternational(ValueError):
    """A telephone number that lacks its country, or is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone(TextValue):
    """A telephone number. Text: E.164 (`+3222744800`)."""

    json_schema: ClassVar[Mapping[str, Any]] = {
        "description": "A telephone number with + and its country code.",
        "pattern": r"^\+[ ]?[1-9][0-9 ().-]{5,24}$",
        "examples": ["+3222744800", "+32 2 274 48 00"],
    }
    looks_numeric: ClassVar[bool] = True

    number: str
    """E.164."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "+32 2 274 48 00" in any spacing."""
        try:
            number = phonenumbers.parse(text, None)
        except phonenumbers.NumberParseException:
            number = None
        said = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if number else ""
        possible = number is not None and phonenumbers.is_possible_number(number) and len(said) <= _LONGEST_NUMBER
        if number is not None and number.extension:
            raise ValueError(f'"{text}" has an extension, which no telephone link dials; write it in a text beside it')
        if not possible or not text.startswith("+"):
            raise NotInternational(
                f'"{text}" is not an international telephone number; write it with + and the country code, '
                'for example "+3222744800"'
            )
        return cls(number=said)

    @classmethod
    def in_country(cls, text: str, country: str) -> Self | None:
        """What a number as people write it in a country (ISO 3166-1) surely means; None where it may be none."""
        try:
            number = phonenumbers.parse(text, country)
        except phonenumbers.NumberParseException:
            return None
        if not phonenumbers.is_valid_number(number) or number.extension:
            return None
        return cls(number=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))

    def __str__(self) -> str:
        return self.number

    @property
    def href(self) -> str:
        """Where a link to it leads (RFC 3966)."""
        return f"tel:{self.number}"

    @property
    def shown(self) -> str:
        """As it is written for readers everywhere: +32 2 274 48 00 (ITU-T E.123)."""
        parsed = phonenumbers.parse(self.number)
        return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_EMAIL = re.compile(rf"([A-Za-z0-9!#$%&'*+/=?^_`{{|}}~.-]{{1,64}})@({_LABEL}(?:\.{_LABEL})+)")
_NUMBER = re.compile(r"0[xX][0-9A-Fa-f]*|[0-9]+")
_URL = re.compile(rf"(https?)://({_LABEL}(?:\.{_LABEL})+)(:\d+)?([/?#][^\s<>\"\\^`{{|}}]*)?", re.IGNORECASE)


def hides_a_number(host: str) -> bool:
    """Whether a host is an IP address that isn't written as four numbers: `1249763844`, `0x7f.1` (browsers read a host
    whose last part is a number as one: WHATWG URL, 3.5)."""
    host = host.rstrip(".")
    if not _NUMBER.fullmatch(host.rpartition(".")[2]):
        return False
    try:
        IPv4Address(host)
    except ValueError:
        return True
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Email(TextValue):
    """An e-mail address; the domain in lower case (RFC 5321 §2.4: only the local part may depend on case)."""

    json_schema: ClassVar[Mapping[str, Any]] = {
        "description": "An e-mail address.",
        "pattern": r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$",
        "examples": ["privacy@example.com"],
    }

    address: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "privacy@example.com"."""
        found = _EMAIL.fullmatch(text)
        if not found or text.startswith(".") or ".." in found[1] or found[1].endswith("."):
            raise ValueError(f'"{text}" is not an e-mail address')
        return cls(address=f"{found[1]}@{found[2].lower()}")

    def __str__(self) -> str:
        return self.address

    @property
    def href(self) -> str:
        """Where a link to it leads (RFC 6068)."""
        return f"mailto:{self.address}"

    @property
    def shown(self) -> str:
        """As it is written for readers."""
        return self.address


_WEB_ADDRESS: Final[Mapping[str, Any]] = {"type": "string", "pattern": r"^https?://[^\s<>]+$"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Url(TextValue):
    """A web address, https or http; scheme and host in lower case (RFC 3986 §6.2.2.1). A page that is there in several
    languages may have an address for each (`{en: https://…, fr: https://…}`): the first stands for the others."""

    json_schema: ClassVar[Mapping[str, Any]] = {
        "description": "A web address, whole; or one for each language.",
        "examples": ["https://www.example.com/privacy"],
        "anyOf": [_WEB_ADDRESS, {"type": "object", "additionalProperties": _WEB_ADDRESS, "minProperties": 1}],
    }
    address: str
    languages: tuple[tuple[str, str], ...] = ()
    """Language to address, where there are several; `address` is the first of them."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "https://www.example.com/privacy"."""
        found = _URL.fullmatch(text)
        if not found:
            raise ValueError(f'"{text}" is not a web address; it begins with https:// and names a host')
        scheme, host, port, rest = found.groups()
        if hides_a_number(host):
            raise ValueError(f'"{text}" hides where it goes; write the name of the host')
        return cls(address=f"{scheme.lower()}://{host.lower()}{port or ''}{rest or ''}")

    @classmethod
    def _validate(cls, value: object) -> Self:
        if not isinstance(value, Mapping):
            return super(Url, cls)._validate(value)
        for language in value:
            if not re.fullmatch(LANGUAGE_PATTERN, language):
                raise ValueError(f'"{language}" is not a language code such as en or pt-BR')
        if not value:
            raise ValueError("write an address for at least one language")
        read = {language: super(Url, cls)._validate(text).address for language, text in value.items()}
        return cls(address=next(iter(read.values())), languages=tuple(read.items()))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda url: dict(url.languages) or url.address, when_used="json"
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(cls.json_schema)

    def in_language(self, language: str) -> Url:
        """The address for readers of a language: its own, a wider one's (`pt` for `pt-BR`), else the first."""
        return Url(address=in_language(dict(self.languages), language)) if self.languages else self

    @property
    def each(self) -> tuple[Url, ...]:
        """The address for each of its languages, once; its one address."""
        addresses = (self.address, *(address for _, address in self.languages))
        return tuple(Url(address=address) for address in dict.fromkeys(addresses))

    def __str__(self) -> str:
        return self.address

    @property
    def href(self) -> str:
        """Where a link to it leads."""
        return self.address

    @property
    def shown(self) -> str:
        """As it is written for readers: without https:// and a slash at its end."""
        return self.address.removeprefix("https://").removesuffix("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier(TextValue):
    """A number in a register: company, VAT, licence. Spaces, dots, hyphens, slashes and case are only its dress."""

    json_schema: ClassVar[Mapping[str, Any]] = {
        "description": "A number in a register, as it is usually written.",
        "pattern": r"^[^\r\n<>]*[0-9A-Za-z][^\r\n<>]*$",
        "examples": ["BE 0822.741.924"],
    }
    looks_numeric: ClassVar[bool] = True

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "BE 0822.741.924"."""
        if not re.fullmatch(r"[\w ./:-]{1,100}", text) or not re.search(r"[^\W_]", text):
            raise ValueError(f'"{text}" is not an identifier; it is made of letters, digits, spaces and . - / :')
        return cls(text=" ".join(text.split()))

    @property
    def bare(self) -> str:
        """Letters and digits alone, in lower case: what two spellings are compared by."""
        return re.sub(r"[\W_]", "", self.text).casefold()

    def __str__(self) -> str:
        return self.text


class _AnyScalar:
    """Marks a text that a YAML editor may take for a number (`1348`), so that its schema lets both pass."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        made = handler(schema)
        return {**made, "type": ["string", "integer"]} if handler.mode == "validation" else made


Scalar = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\r\n<>]*$"), _AnyScalar()]
"""One line of text that may look like a number: a house number, a postal code."""
_Line = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\r\n<>]*$")]
Wording = _Line | dict[str, _Line]
"""Words that are the same in all languages, or a mapping from language to words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address by its parts. A street, a place and a region (a state or a province, where addresses name one)
    may have a name in each language (`locality: {en: Brussels, fr: Bruxelles}`); the country is an ISO 3166-1 code, and
    CLDR names it in each language. What the policy doesn't say of it is left out. How an address is written:
    `model.values.postal`."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", str_strip_whitespace=True)

    street: Wording | None = None
    number: Scalar | None = None
    postal_code: Scalar | None = None
    locality: Wording | None = None
    region: Wording | None = None
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 code, for example BE")] | None = None

    def __post_init__(self) -> None:
        if not any((self.street, self.number, self.postal_code, self.locality, self.region)):
            raise ValueError('write at least one of "street:", "number:", "postal_code:", "locality:" and "region:"')

    def in_language(self, language: str) -> tuple[str, ...]:
        """Street, number, postal code, locality and region in that language; the parts that are there.

        Where a street or place has no name in it, its base language's (`pt` for `pt-BR`), else every one it has is
        as good: the first stands.
        """
        parts = (
            in_language(self.street, language) if self.street else None,
            self.number,
            self.postal_code,
            in_language(self.locality, language) if self.locality else None,
            in_language(self.region, language) if self.region else None,
        )
        return tuple(part for part in parts if part)

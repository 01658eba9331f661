"""The forms of texts in the published files: instants, durations, addresses, digests. What has another form cannot be
written; the JSON Schema has the same patterns, and the names of `format` where JSON Schema knows one."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from typing_extensions import TypeAliasType

from inforce.model.config import ID_PATTERN, LANGUAGE_PATTERN

_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"
_DATES = "([0-9]+D|[0-9]+M([0-9]+D)?|[0-9]+Y([0-9]+M([0-9]+D)?)?)"
_TIMES = "T([0-9]+S|[0-9]+M([0-9]+S)?|[0-9]+H([0-9]+M([0-9]+S)?)?)"
_HOST = r'[^\s<>"\\^`{|}/?#@]+'
_LOOPBACK = r"(localhost|127\.0\.0\.1|\[::1\])(:[0-9]+)?"
_SEGMENT = "[A-Za-z0-9][A-Za-z0-9._~-]*"


def _a_day(text: str) -> str:
    date.fromisoformat(text)
    return text


def _an_instant(text: str) -> str:
    datetime.fromisoformat(text)
    return text


def _some_time(text: str) -> str:
    if not set(text) & set("123456789"):
        raise ValueError("a duration is longer than nothing")
    return text


def _form(meaning: str, pattern: str, name: str = "", *examples: str, refused: str = "") -> Any:
    """`refused`: a pattern of what isn't meant all the same."""
    extra: dict[str, Any] = {"format": name} if name else {}
    if refused:
        extra["not"] = {"pattern": refused}
    return Field(description=meaning, pattern=f"^{pattern}$", examples=list(examples), json_schema_extra=extra)


Id = TypeAliasType(
    "Id",
    Annotated[
        str,
        _form("The id of an entry, which never changes while it means the same.", ID_PATTERN.strip("^$"), "", "crm"),
    ],
)
DataId = TypeAliasType(
    "DataId",
    Annotated[
        str,
        _form(
            "A category of personal data by its id, or one item of it after a full stop.",
            r"[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?",
            "",
            "contact",
            "contact.email",
        ),
    ],
)
ContractVersion = TypeAliasType(
    "ContractVersion",
    Annotated[
        str,
        _form(
            "A version of the contract, within version 1: it counts up with each member that comes.",
            r"1\.(0|[1-9][0-9]*)",
            "",
            "1.0",
        ),
    ],
)
Instant = TypeAliasType(
    "Instant",
    Annotated[
        str,
        _form(
            "An instant: RFC 3339, to the second, with its offset.",
            rf"{_DAY}T{_CLOCK}:[0-5][0-9](Z|[+-]{_CLOCK})",
            "date-time",
            "2027-01-01T00:00:00+01:00",
        ),
        AfterValidator(_an_instant),
    ],
)
Day = TypeAliasType(
    "Day",
    Annotated[
        str,
        _form("A day: RFC 3339, full-date.", _DAY, "date", "2026-11-30"),
        AfterValidator(_a_day),
    ],
)
Decimal = TypeAliasType(
    "Decimal",
    Annotated[
        str,
        _form(
            "A decimal number, as text so that no reader rounds it.", r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", "", "12", "2.50"
        ),
    ],
)
Currency = TypeAliasType("Currency", Annotated[str, _form("A currency: ISO 4217.", "[A-Z]{3}", "", "EUR")])
Duration = TypeAliasType(
    "Duration",
    Annotated[
        str,
        _form(
            "A length of time, longer than nothing: ISO 8601, as in RFC 3339, appendix A. A month is no "
            "number of days.",
            f"P({_DATES}({_TIMES})?|{_TIMES}|[0-9]+W)",
            "duration",
            "P13M",
            "P10Y",
            "PT72H",
            refused="^[^1-9]*$",
        ),
        AfterValidator(_some_time),
    ],
)
Language = TypeAliasType(
    "Language",
    Annotated[str, _form("A language: BCP 47.", LANGUAGE_PATTERN.strip("^$"), "", "en", "pt-BR", "zh-Hant")],
)
Country = TypeAliasType("Country", Annotated[str, _form("A country: ISO 3166-1, two letters.", "[A-Z]{2}", "", "BE")])
Email = TypeAliasType(
    "Email",
    Annotated[
        str,
        _form(
            "An e-mail address.",
            r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[^\s<>@./]+(\.[^\s<>@./]+)+",
            "idn-email",
            "privacy@example.com",
        ),
    ],
)
Phone = TypeAliasType(
    "Phone", Annotated[str, _form("A telephone or fax number: E.164.", r"\+[1-9][0-9]{1,14}", "", "+3222744800")]
)
WebAddress = TypeAliasType(
    "WebAddress",
    Annotated[
        str,
        _form(
            "A whole web address.",
            rf'https://{_HOST}([/?#][^\s<>"\\^`{{|}}]*)?',
            "iri",
            "https://www.example.com/privacy",
        ),
    ],
)
BaseAddress = TypeAliasType(
    "BaseAddress",
    Annotated[
        str,
        _form(
            "The address of the site's root, with a slash at its end; http:// on this very machine alone.",
            rf"(https://{_HOST}|http://{_LOOPBACK})(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/",
            "iri",
            "https://legal.example.com/",
        ),
    ],
)
SitePath = TypeAliasType(
    "SitePath",
    Annotated[
        str,
        _form(
            "A path from the root of the site, without a slash at its beginning; a section's with its fragment.",
            rf"{_SEGMENT}(/{_SEGMENT})*/?(#[a-z][a-z0-9-]*)?",
            "uri-reference",
            "en/privacy/v1/#retention",
        ),
    ],
)
Pointer = TypeAliasType(
    "Pointer",
    Annotated[
        str,
        _form(
            "A place in this very file: JSON Pointer, RFC 6901.",
            "(/([^/~]|~[01])*)+",
            "json-pointer",
            "/controller/email",
        ),
    ],
)
Integrity = TypeAliasType(
    "Integrity",
    Annotated[
        str,
        _form(
            "The digest of a file's bytes, as Subresource Integrity has it: `fetch(url, {integrity})` takes it.",
            "sha256-[A-Za-z0-9+/]{43}=",
        ),
    ],
)
TextDigest = TypeAliasType(
    "TextDigest",
    Annotated[str, _form("The digest of an edition's words, as its page shows it.", "w1:[0-9a-f]{64}")],
)
RecordDigest = TypeAliasType(
    "RecordDigest",
    Annotated[str, _form("The digest of the bytes of a frozen record in the repository.", "sha256:[0-9a-f]{64}")],
)
Line = TypeAliasType("Line", Annotated[str, _form("One line of text.", r"[^\r\n]+")])
Text = TypeAliasType(
    "Text",
    Annotated[
        str,
        _form("Plain words for people; paragraphs, as notes have them, are an empty line apart.", r"[\s\S]*\S[\s\S]*"),
    ],
)
Domain = TypeAliasType(
    "Domain",
    Annotated[
        str,
        _form("A domain, perhaps with a full stop before it.", r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*", "", ".example.com"),
    ],
)
CookiePath = TypeAliasType(
    "CookiePath", Annotated[str, _form("The path of a cookie: RFC 6265, section 5.2.4.", r"/[^\s;<>]*", "", "/")]
)
NamePattern = TypeAliasType(
    "NamePattern",
    Annotated[
        str,
        _form("A regular expression (ECMAScript, Python, RE2) of whole names.", r"\^[^\r\n]+\$", "regex", "^_ga_.*$"),
    ],
)

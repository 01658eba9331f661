"""The table of facts: what each field is called, which other facts it names, and everywhere it is shown.

One row a field, in the order in which readers are told. The pages, the ready HTML, the captions of the JSON, the words
of a redline and the reference for developers are fed from it. To add a field: declare it in its model, give it a row
here, and follow `tests/model/test_fact_table.py`, which sets each field otherwise and looks where the change arrives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final


class Place(StrEnum):
    """Where a fact can be shown."""

    COOKIES_PAGE = "cookies/"
    CONTACT_PAGE = "contact/"
    SUMMARY = "summary"
    COOKIES_HTML = "cookies.html"
    CONTACT_HTML = "contact.html"
    REDLINE = "redline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Where a field is shown, and why not on a page or in ready HTML, where it is on none."""

    places: frozenset[Place]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A field, or an entry with fields of its own. Labels are messages of the catalogues, in the middle of a line.

    `path` is as in the sources of the JSON contract: `*` is any id, or any party of the organisation.
    """

    path: str
    label: str = ""
    shown: Shown | None = None
    """None: an entry, which is shown by its fields."""
    names: str = ""
    """Of a field that holds the ids of other facts: their file; `organisation` for whole paths, to where one writes."""
    new: str = ""
    gone: str = ""
    """What a redline says of an entry that came or went, where that isn't its label."""


def _(message: str) -> str:
    """Marks a message of the catalogues; a view translates it."""
    return message


def _shown(*places: Place, why: str = "") -> Shown:
    return Shown(places=frozenset({Place.REDLINE, *places}), why=why)


_COOKIES = (Place.SUMMARY, Place.COOKIES_PAGE, Place.COOKIES_HTML)
_CONTACT = (Place.SUMMARY, Place.CONTACT_PAGE, Place.CONTACT_HTML)
COOKIES: Final = _shown(*_COOKIES)
CONTACT: Final = _shown(*_CONTACT)
BOTH: Final = _shown(*_COOKIES, *_CONTACT)
TEXT: Final = _shown(Place.SUMMARY, why="The text of the policy tells it; neither page is about it.")

NOWHERE: Final[Mapping[str, str]] = {
    "note": "For the people who look after the source.",
    "accept": "Further right wordings of the same value: the value is told, not how a text may write it.",
}
"""Fields of any entry or leaf that are shown nowhere, and why."""

OF_OWN_FORM: Final = ("rights", "cookies", "cookie_categories", "recipients", "purposes", "retention")
"""Files whose entries have a form of their own on pages, which code makes."""

TABLE: Final = (
    Row("organisation.controller", _("Responsible for your data")),
    Row("organisation.contact", _("Questions about this policy")),
    Row("organisation.representative", _("Representative in the European Union")),
    Row("organisation.dpo", _("Data protection officer")),
    Row("organisation.authority", _("Supervisory authority")),
    Row("organisation.controller.name", _("name"), BOTH),
    Row("organisation.*.name", _("name"), CONTACT),
    Row("organisation.*.address", _("address"), CONTACT),
    Row("organisation.*.email", _("e-mail"), CONTACT),
    Row("organisation.*.phone", _("telephone"), CONTACT),
    Row("organisation.*.fax", _("fax"), CONTACT),
    Row("organisation.*.website", _("website"), CONTACT),
    Row("organisation.*.in_person", _("in person"), CONTACT),
    Row("organisation.*.number", _("company number"), CONTACT),
    Row("organisation.*.register_name", _("register"), CONTACT),
    Row("organisation.roles.*", _("Role")),
    Row("organisation.roles.*.label", _("name"), TEXT),
    Row("organisation.roles.*.description", _("description"), TEXT),
    Row("data.categories.*", new=_("New category of data:"), gone=_("Category of data removed:")),
    Row("data.categories.*.label", _("name"), COOKIES),
    Row("data.categories.*.description", _("description"), TEXT),
    Row("data.categories.*.role", _("role"), TEXT),
    Row("data.categories.*.items.*", _("data"), COOKIES),
    Row("data.sources.*", new=_("New source of data:"), gone=_("Source of data removed:")),
    Row("data.sources.*.label", _("name"), TEXT),
    Row("data.sources.*.description", _("description"), TEXT),
    Row("data.sources.*.role", _("role"), TEXT),
    Row("purposes.*", new=_("New purpose:"), gone=_("Purpose removed:")),
    Row("purposes.*.label", _("name"), COOKIES),
    Row("purposes.*.description", _("description"), TEXT),
    Row("purposes.*.legal_basis", _("legal basis"), TEXT),
    Row("purposes.*.interest", _("legitimate interest"), TEXT),
    Row("purposes.*.providing", _("whether the data must be provided")),
    Row("purposes.*.providing.duty", _("whether the data must be provided"), TEXT),
    Row("purposes.*.providing.otherwise", _("what follows where they are not"), TEXT),
    Row("purposes.*.part_of", _("part of"), TEXT, names="purposes"),
    Row("purposes.*.data", _("data"), TEXT, names="data"),
    Row("purposes.*.recipients", _("recipients"), TEXT, names="recipients"),
    Row("purposes.*.retention", _("retention period"), TEXT, names="retention"),
    Row("retention.*", new=_("New retention period:"), gone=_("Retention period removed:")),
    Row("retention.*.label", _("name"), TEXT),
    Row("retention.*.keep", _("kept for"), TEXT),
    Row("retention.*.after", _("counted from"), TEXT),
    Row("retention.*.criteria", _("kept for"), TEXT),
    Row("retention.*.same_as", _("kept as long as"), TEXT, names="retention"),
    Row("recipients.*", new=_("New recipient:"), gone=_("Recipient removed:")),
    Row("recipients.*.name", _("name"), COOKIES),
    Row("recipients.*.label", _("name"), COOKIES),
    Row("recipients.*.description", _("description"), TEXT),
    Row("recipients.*.role", _("role"), TEXT),
    Row("recipients.*.privacy", _("its own privacy policy"), COOKIES),
    Row("recipients.*.data", _("data"), TEXT, names="data"),
    Row("recipients.*.country", _("country"), COOKIES),
    Row("recipients.*.transfers.*", _("transfers to other countries")),
    Row("recipients.*.transfers.*.label", _("name"), TEXT),
    Row("recipients.*.transfers.*.country", _("country"), TEXT),
    Row("recipients.*.transfers.*.safeguard", _("safeguard for the transfer"), TEXT),
    Row("recipients.*.transfers.*.description", _("description"), TEXT),
    Row("recipients.*.transfers.*.website", _("website"), TEXT),
    Row("rights.exercise", _("Answers to requests")),
    Row("rights.exercise.how", _("how to use it"), CONTACT),
    Row("rights.exercise.by", _("where to write"), CONTACT, names="organisation"),
    Row("rights.exercise.reply", _("time to answer"), CONTACT),
    Row("rights.exercise.extended", _("time to answer, extended"), CONTACT),
    Row("rights.exercise.identification", _("proof of identity"), CONTACT),
    Row("rights.exercise.fee", _("fee"), CONTACT),
    *(
        row
        for path in ("rights.*", "rights.other.*")
        for row in (
            Row(path, new=_("New right:"), gone=_("Right removed:")),
            Row(f"{path}.label", _("name"), CONTACT),
            Row(f"{path}.description", _("description"), CONTACT),
            Row(f"{path}.when", _("when you have it"), CONTACT),
            Row(f"{path}.how", _("how to use it"), CONTACT),
            Row(f"{path}.by", _("where to write"), CONTACT, names="organisation"),
            Row(f"{path}.fee", _("fee"), CONTACT),
            Row(f"{path}.website", _("website"), CONTACT),
        )
    ),
    Row("cookie_categories.*", new=_("New category of cookies:"), gone=_("Category of cookies removed:")),
    Row("cookie_categories.*.label", _("name"), COOKIES),
    Row("cookie_categories.*.description", _("description"), COOKIES),
    Row("cookie_categories.*.consent_required", _("consent"), COOKIES),
    Row("cookie_categories.*.exemption", _("why no consent is needed"), COOKIES),
    Row("cookies.*", new=_("New cookie or similar technique:"), gone=_("Cookie or similar technique removed:")),
    Row("cookies.*.name", _("name"), COOKIES),
    Row("cookies.*.label", _("name"), COOKIES),
    Row("cookies.*.match", _("how its name is compared"), COOKIES),
    Row("cookies.*.provider", _("provider"), COOKIES, names="recipients"),
    Row("cookies.*.party", _("set by"), COOKIES),
    Row("cookies.*.type", _("type"), COOKIES),
    Row("cookies.*.medium", _("where it is used"), COOKIES),
    Row("cookies.*.lifetime", _("kept for")),
    Row("cookies.*.lifetime.kind", _("kept for"), COOKIES),
    Row("cookies.*.lifetime.duration", _("kept for"), COOKIES),
    Row("cookies.*.description", _("description"), COOKIES),
    Row("cookies.*.purposes", _("purposes"), COOKIES, names="purposes"),
    Row("cookies.*.category", _("category"), COOKIES, names="cookie_categories"),
    Row("cookies.*.legal_basis", _("legal basis"), COOKIES),
    Row("cookies.*.data", _("data"), COOKIES, names="data"),
    Row("cookies.*.opt_out", _("how to avoid it"), COOKIES),
    Row("cookies.*.policy", _("its own cookie policy"), COOKIES),
    Row("cookies.*.third_party_access", _("access by third parties"), COOKIES),
    Row("cookies.*.domains", _("domains"), COOKIES),
    Row("cookies.*.path", _("path"), COOKIES),
    Row("cookies.*.host_only", _("sent to this host alone"), COOKIES),
    Row("cookies.*.http_only", _("hidden from scripts"), COOKIES),
    Row("cookies.*.verified", _("last checked"), COOKIES),
    Row("terms.children", _("Children")),
    Row("terms.children.age", _("age"), TEXT),
    Row("terms.automated_decisions", _("Automated decisions")),
    Row("terms.automated_decisions.label", _("name"), TEXT),
    Row("terms.automated_decisions.logic", _("logic involved"), TEXT),
    Row("terms.automated_decisions.consequences", _("what it means for you"), TEXT),
    Row("terms.liability", _("Liability")),
    Row("terms.liability.label", _("name"), TEXT),
    Row("terms.liability.description", _("description"), TEXT),
    Row("terms.liability.excluded.*", _("excluded"), TEXT),
    Row("terms.law", _("Applicable law")),
    Row("terms.law.label", _("name"), TEXT),
    Row("terms.law.description", _("description"), TEXT),
    Row("terms.courts.*", _("Court")),
    Row("terms.courts.*.label", _("name"), CONTACT),
    Row("terms.courts.*.description", _("description"), TEXT),
    Row("terms.settlement", _("Time to settle a dispute"), TEXT),
    Row("terms.acts.*", _("Law or regulation")),
    Row("terms.acts.*.name", _("name"), TEXT),
    Row("terms.acts.*.label", _("name"), TEXT),
    Row("terms.acts.*.number", _("number"), TEXT),
    Row("terms.acts.*.date", _("date"), TEXT),
    Row("terms.acts.*.website", _("website"), TEXT),
    Row("terms.other.*", _("Other terms")),
    Row("terms.other.*.label", _("name"), TEXT),
    Row("terms.other.*.name", _("name"), TEXT),
    Row("terms.other.*.duration", _("duration"), TEXT),
    Row("terms.other.*.date", _("date"), TEXT),
    Row("terms.other.*.number", _("number"), TEXT),
    Row("terms.other.*.percentage", _("percentage"), TEXT),
    Row("terms.other.*.money", _("amount"), TEXT),
)
"""Every field of every file. Where two rows fit a path, the one that names more of it is meant."""


def row(path: Sequence[str]) -> Row | None:
    """The row of a path of facts, ids and all: ("recipients", "hubspot", "name"). None where it has none."""
    return _find(_tree(), tuple(path))


def by_id(path: Sequence[str]) -> bool:
    """Whether what stands at a path is a mapping from ids: ("data", "categories", "contact", "items")."""
    return row((*path, "*")) is not None and row(path) is None


def label(path: Sequence[str]) -> str:
    """What is found at a path is called, as a message of the catalogues; '' where the table doesn't say."""
    found = row(path) or row((*path, "*"))
    return found.label if found else ""


def fields(entry: str, place: Place) -> tuple[Row, ...]:
    """The rows of the fields of an entry ("cookies.*") that are shown at a place, in their order."""
    return tuple(each for each in _inside(entry) if each.shown and place in each.shown.places)


def cards(place: Place) -> tuple[str, ...]:
    """The files whose entries a page shows in the form common to all, as cards: those it has no other form for."""
    files = dict.fromkeys(each.path.removesuffix(".*") for each in TABLE if each.path.endswith(".*"))
    return tuple(file for file in files if "." not in file and file not in OF_OWN_FORM and fields(f"{file}.*", place))


def name(found: Row) -> str:
    """The name of a row's field: the end of its path."""
    return found.path.rpartition(".")[2]


def _inside(entry: str) -> Iterator[Row]:
    return (each for each in TABLE if each.path.rpartition(".")[0] == entry)


PARTIES: Final = tuple(name(each) for each in _inside("organisation") if each.shown is None)
"""Whom one can reach, in the order in which they are told."""


@cache
def _tree() -> Mapping[str, Any]:
    """Rows by the keys of their paths; a row stands at ''."""
    tree: dict[str, Any] = {}
    for each in TABLE:
        node = tree
        for key in each.path.split("."):
            node = node.setdefault(key, {})
        node[""] = each
    return tree


def _find(node: Mapping[str, Any], path: tuple[str, ...]) -> Row | None:
    if not path:
        found: Row | None = node.get("")
        return found
    for key in (path[0], "*"):
        if key in node and (inside := _find(node[key], path[1:])):
            return inside
    return None

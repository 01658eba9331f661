"""What `site.yml`, `policy.yml` and `links.yml` say, as frozen models. Every scalar arrives as text (YAML is read so).

A language is a BCP 47 tag as Babel knows it (`en`, `pt-BR`); an instant is RFC 3339 with its offset.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from inforce.model.number_style import read_style

ID_PATTERN = r"^[a-z][a-z0-9-]*$"
OWN_CODE = "^x-[a-z0-9-]+$"
"""A code of one's own, beside those of a list of the contract."""
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\r\n<>]*$")]
"""One line of plain words: no line end, no angle bracket."""
HttpsUrl = Annotated[
    str,
    StringConstraints(pattern=r"^https://[A-Za-z0-9.-]+(:[0-9]+)?(/[^\s<>\"'`\\{}|^]*)?$", max_length=2000),
]
BaseUrl = Annotated[
    str,
    StringConstraints(
        pattern=r"^https://[A-Za-z0-9][A-Za-z0-9-]*(\.[A-Za-z0-9][A-Za-z0-9-]*)*(:[0-9]+)?(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/$",
        max_length=500,
    ),
]
KNOWN = 'write an example of the first number, as "1.", "A.", "a)", "(a)", "I.", "(i)" or "Article 1"'
"""The styles that there are: signs round figures, letters or Roman numerals."""
LONGEST_STYLE = 20
"""Characters of a number's look."""


def _style(text: str) -> str:
    if read_style(text) is None:
        raise ValueError(f'"{text}" is no known style: {KNOWN}')
    return text


def _list_style(text: str) -> str:
    style = read_style(text)
    if style is None or len(style.counters) > 1:
        raise ValueError(f'"{text}" is no known style of a list: {KNOWN}, and of one number alone')
    return text


Style = Annotated[
    str,
    StringConstraints(min_length=1, max_length=LONGEST_STYLE, pattern=r"^[^\r\n<>]*$"),
    AfterValidator(_style),
]
"""How a number looks at a level: "1.", "Article 1"."""
ListStyle = Annotated[
    str,
    StringConstraints(min_length=1, max_length=LONGEST_STYLE, pattern=r"^[^\r\n<>]*$"),
    AfterValidator(_list_style),
]
"""How an item's label looks at a level: "(a)"."""
Texts = dict[Language, Line]
"""The same words in several languages."""


class Frozen(BaseModel):
    """A frozen model that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


class LanguageStatus(StrEnum):
    """Which weight the text of a language has."""

    AUTHORITATIVE = "authoritative"
    OFFICIAL = "official"
    COURTESY = "courtesy"


class Kind(StrEnum):
    """What a change is: material (needs notice), a clarification (a new version, no notice), a correction (an
    amendment, no new version)."""

    MATERIAL = "material"
    CLARIFICATION = "clarification"
    CORRECTION = "correction"


class Site(Frozen):
    """`site.yml`."""

    name: Line
    """The company's name, as the masthead shows it."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    default_language: Language
    base_url: BaseUrl
    """Where the site is published, with a slash at its end."""
    time_zone: Line
    """An IANA zone: dates without a time begin at midnight there."""
    policies: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The policies' folders, in the order the pages list them; the first is the way in."""
    handbook: Annotated[str, StringConstraints(pattern=r"^([a-z0-9][a-z0-9_-]*/)+$")] | None = None
    """The page of `docs/` to which the foot of every policy's page leads, below the site's root: `handbook/`. Left out,
    no page of a policy leads there."""


class LanguageTerms(Frozen):
    """How a language stands in the next release."""

    status: LanguageStatus
    reviewed: bool | None = None
    """Whether counsel has reviewed the text in this language; left out, nothing is said of it."""


class SectionRole(StrEnum):
    """What a section or a part of one is about, for pages that lead to it whatever it is called."""

    CONTACT = "contact"
    DATA = "data"
    SOURCES = "sources"
    PURPOSES = "purposes"
    RECIPIENTS = "recipients"
    TRANSFERS = "transfers"
    RETENTION = "retention"
    RIGHTS = "rights"
    COMPLAINT = "complaint"
    COOKIES = "cookies"
    SECURITY = "security"
    CHILDREN = "children"
    DECISIONS = "decisions"
    CHANGES = "changes"
    LIABILITY = "liability"
    LAW = "law"


class SectionPlace(Frozen):
    """A section's place in the order of a policy."""

    id: Id
    numbered: bool = True
    sections: tuple[SectionPlace, ...] = ()


def section_ids(places: tuple[SectionPlace, ...]) -> tuple[str, ...]:
    """The ids of these sections and of all inside them, in reading order."""
    return tuple(name for place in places for name in (place.id, *section_ids(place.sections)))


class Notice(Frozen):
    """The least notice in days that each kind of change needs."""

    material: Annotated[int, Field(ge=0, le=3650)] = 30
    clarification: Annotated[int, Field(ge=0, le=3650)] = 0


class PolicyConfig(Frozen):
    """`policy.yml`."""

    elsewhere: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(
            ("effective_from", "effective", "effective_date", "in_force", "in_force_from", "date", "valid_from"),
            "Take it out: a release gives its version the date. Tell whoever makes it which day you want.",
        ),
        **dict.fromkeys(
            ("version", "number", "revision"),
            "Take it out: a release numbers its version by itself.",
        ),
        **dict.fromkeys(
            ("announced", "published", "last_updated", "updated", "modified"),
            "Take it out: a release records when its version was announced, and pages say when they changed.",
        ),
        **dict.fromkeys(
            ("status", "draft", "state"),
            "Take it out: a text is a draft until it is released; the status of a translation stands below languages.",
        ),
        "authoritative_language": "Take it out, and write below languages which of them is authoritative.",
        "kind": "Take it out: a change note says what kind of change it is, in the folder changes/.",
    }
    """What people look for here, and where it is said."""
    title: Texts
    languages: Annotated[dict[Language, LanguageTerms], Field(min_length=1)]
    """Exactly one is authoritative."""
    sections: Annotated[tuple[SectionPlace, ...], Field(min_length=1)]
    numbering: Annotated[tuple[Style, ...], Field(min_length=1)] = ("1.", "1.1", "1.1.1")
    """How a number looks at each level; a full stop at the end is decoration."""
    lists: tuple[ListStyle, ...] = ()
    """How labels of items look at each level of numbered lists; left out, as browsers set them."""
    roles: dict[SectionRole, Id] = {}
    """What a section, or a part of one that has an id, is about: `cookies: devices`."""
    notice: Notice = Field(default_factory=Notice)

    @property
    def authoritative_language(self) -> str:
        """The language whose text prevails (the first so marked; a rule refuses more or none)."""
        for language, terms in self.languages.items():
            if terms.status is LanguageStatus.AUTHORITATIVE:
                return language
        return next(iter(self.languages))

    def section_ids(self) -> tuple[str, ...]:
        """All sections' ids in reading order."""
        return section_ids(self.sections)


class LinkTarget(Frozen):
    """An entry of `links.yml`: where a `link:` goes, perhaps another address per language."""

    url: HttpsUrl
    languages: dict[Language, HttpsUrl] = {}

    def in_language(self, language: str) -> str:
        """The address for readers of a language."""
        return self.languages.get(language, self.url)


class Links(Frozen):
    """`links.yml`: addresses that may be mended without touching frozen words."""

    links: dict[Id, LinkTarget] = {}


class ChangeNote(Frozen):
    """A change note: `changes/<slug>.md`. First line `# <kind>`, then `## <language>` and what changes."""

    slug: Id
    kind: Kind
    text: dict[Language, str]
    """The words per language, paragraphs parted by an empty line."""
    marked: dict[Language, str] | None = None
    """As Markdown, in each language in which it has more than words: lists, emphasis, links."""

    @property
    def typed(self) -> dict[str, str]:
        """What its file says per language."""
        return {**self.text, **(self.marked or {})}

    def is_same(self, other: ChangeNote) -> bool:
        """Whether their files say the same; the numbers of sections that they link to may differ."""
        return (self.slug, self.kind, self.typed) == (other.slug, other.kind, other.typed)

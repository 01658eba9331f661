"""The codes of the published files: closed lists of words that programs compare.

How they grow in version 1: a list with `later` may get values, and every one of them begins with `x-`, so that readers
tell it from a slip; `later` says what to do with one. The other lists stay as they are.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from inforce.contract.published import LATER
from inforce.model.config import OWN_CODE


def _code(meaning: str, later: str = "") -> Any:
    return Field(description=meaning, json_schema_extra={LATER: later} if later else {})


LanguageStatus = TypeAliasType(
    "LanguageStatus",
    Annotated[
        Literal["authoritative", "official", "courtesy"],
        _code("Which weight the text of a language has. `authoritative`: it prevails."),
    ],
)
ChangeKind = TypeAliasType(
    "ChangeKind",
    Annotated[
        Literal["material", "clarification", "correction"],
        _code("What a version changes: `material` needs notice."),
    ],
)
SitePart = TypeAliasType(
    "SitePart",
    Annotated[Literal["cookies", "contact"], _code("What a site shows of one policy, whichever others it has.")],
)
Status = TypeAliasType(
    "Status",
    Annotated[
        Literal["announced", "in_force", "superseded", "withdrawn"],
        _code("Where a version stands at the instant of the build."),
    ],
)
LegalBasis = TypeAliasType(
    "LegalBasis",
    Annotated[
        Literal[
            "GDPR-6-1-a",
            "GDPR-6-1-b",
            "GDPR-6-1-c",
            "GDPR-6-1-d",
            "GDPR-6-1-e",
            "GDPR-6-1-f",
            "GDPR-9-2-a",
            "GDPR-9-2-b",
            "GDPR-9-2-c",
            "GDPR-9-2-d",
            "GDPR-9-2-e",
            "GDPR-9-2-f",
            "GDPR-9-2-g",
            "GDPR-9-2-h",
            "GDPR-9-2-i",
            "GDPR-9-2-j",
        ]
        | Annotated[str, Field(pattern=OWN_CODE)],
        _code(
            "What processing rests on: a point of GDPR, Article 6(1), or of Article 9(2) for special categories.",
            "a basis outside of those articles",
        ),
    ],
)
Duty = TypeAliasType(
    "Duty",
    Annotated[
        Literal["statutory", "contractual", "to-enter-a-contract", "voluntary"],
        _code("Whether people must provide their data.", "say nothing of it"),
    ],
)
DataRole = TypeAliasType(
    "DataRole",
    Annotated[
        Literal["controller", "processor", "joint-controller"],
        _code("The role in which the company processes data.", "say nothing of it"),
    ],
)
RecipientRole = TypeAliasType(
    "RecipientRole",
    Annotated[
        Literal["processor", "controller", "joint-controller", "authority", "other"],
        _code("What a recipient is under the GDPR.", "take it for `other`"),
    ],
)
Safeguard = TypeAliasType(
    "Safeguard",
    Annotated[
        Literal["adequacy", "standard-clauses", "binding-rules", "derogation", "other"],
        _code("What a transfer to a third country rests on (GDPR, Chapter V).", "take it for `other`"),
    ],
)
CategoryId = TypeAliasType(
    "CategoryId",
    Annotated[
        Literal["necessary", "functional", "analytics", "marketing"] | Annotated[str, Field(pattern=OWN_CODE)],
        _code(
            "A category of cookies: a common one, or one of the company's own.",
            "the company's own, which `cookie_categories` describes; where you can't read that, ask for consent",
        ),
    ],
)
NameMatch = TypeAliasType(
    "NameMatch",
    Annotated[
        Literal["exact", "prefix", "suffix", "glob"],
        _code("How the name of a cookie is meant.", "go by `pattern`"),
    ],
)
CookieType = TypeAliasType(
    "CookieType",
    Annotated[
        Literal["cookie", "local_storage", "session_storage", "indexeddb", "cache", "pixel", "other"],
        _code("Where something is kept on, or read from, a visitor's device.", "take it for `other`"),
    ],
)
CookieParty = TypeAliasType(
    "CookieParty", Annotated[Literal["first", "third"], _code("Who sets it: the site itself, or another one.")]
)
CookieMedium = TypeAliasType(
    "CookieMedium",
    Annotated[
        Literal["website", "email", "app", "other"],
        _code("Where visitors meet it.", "take it for `other`"),
    ],
)
LifetimeKind = TypeAliasType(
    "LifetimeKind",
    Annotated[
        Literal["session", "duration", "until_deleted"],
        _code("How the end of a cookie's life is decided.", "take it for not said"),
    ],
)
RightId = TypeAliasType(
    "RightId",
    Annotated[
        Literal[
            "access",
            "correction",
            "erasure",
            "restriction",
            "portability",
            "objection",
            "decisions",
            "withdrawal",
            "complaint",
        ]
        | Annotated[str, Field(pattern=OWN_CODE)],
        _code(
            "A right: those of GDPR, Articles 15, 16 (`correction`), 17, 18, 20, 21, 22 (`decisions`), 7(3) "
            "(`withdrawal`) and 77, or another one.",
            "go by its label",
        ),
    ],
)
Direction = TypeAliasType("Direction", Annotated[Literal["ltr", "rtl"], _code("The direction of writing, as in HTML.")])
SectionRole = TypeAliasType(
    "SectionRole",
    Annotated[
        Literal[
            "contact",
            "data",
            "sources",
            "purposes",
            "recipients",
            "transfers",
            "retention",
            "rights",
            "complaint",
            "cookies",
            "security",
            "children",
            "decisions",
            "changes",
            "liability",
            "law",
        ],
        _code("What a section is about.", "pass over it"),
    ],
)

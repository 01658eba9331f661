"""Changes of facts that the texts have not followed: a label that was, a transfer that none tells of."""

from __future__ import annotations

from typing import Any

import pytest
from inforce.model.facts import Facts
from inforce.problems import Location, Severity
from inforce.rules.not_followed import not_followed


def told(old: dict[str, Any], new: dict[str, Any], **texts: str) -> list[str]:
    found = [*not_followed(Facts.model_validate(old), Facts.model_validate(new), texts)]
    assert {(one.code, one.problem(Location(file="a")).severity) for one in found} <= {("S124", Severity.OPEN)}
    return [".".join(map(str, one.path)) for one in found]


def law(english: str, french: str) -> dict[str, Any]:
    return {"terms": {"law": {"label": {"en": english, "fr": french}}}}


def right(english: str, french: str) -> dict[str, Any]:
    return {"rights": {"access": {"label": {"en": english, "fr": french}}}}


IRISH, ENGLISH = law("Irish law", "Droit irlandais"), law("English law", "Droit anglais")


@pytest.mark.parametrize(
    ("new", "en", "fr", "behind"),
    [
        (ENGLISH, "English law", "droit\nirlandais", ["fr"]),
        (ENGLISH, "Irish law", "**droit irlandais**", ["en", "fr"]),
        (ENGLISH, "English law", "droit anglais", []),
        (ENGLISH, "the law of the place", "la loi du lieu", []),
        (law("Irish Law", "Droit Irlandais"), "Irish law", "droit irlandais", []),
        (IRISH, "Irish law", "droit irlandais", []),
    ],
)
def test_the_law_that_a_text_still_calls_what_it_was(new: dict[str, Any], en: str, fr: str, behind: list[str]) -> None:
    found = told(IRISH, new, en=f"[{en}](fact:terms.law)", fr=f"du [{fr}](fact:terms.law.label)")
    assert found == [f"terms.law.label.{language}" for language in behind]


@pytest.mark.parametrize(
    ("en", "fr", "behind"),
    [
        ("right to look", "droit de voir", ["fr"]),
        ("right to see", "droit de voir", []),
        ("right to look", "droit de regard", []),
        ("right to look", "vos droits", []),
    ],
)
def test_another_label_is_told_where_another_language_follows_it(en: str, fr: str, behind: list[str]) -> None:
    old, new = right("Right to see", "Droit de voir"), right("Right to look", "Droit de regard")
    found = told(old, new, en=f"[{en}](fact:rights.access)", fr=f"[{fr}](fact:rights.access)")
    assert found == [f"rights.access.label.{language}" for language in behind]


def sent(**countries: str) -> dict[str, Any]:
    transfers = {key: {"label": {"en": key}, "country": one, "safeguard": "adequacy"} for key, one in countries.items()}
    return {"recipients": {"host": {"name": "Host", "transfers": transfers or "none"}}}


@pytest.mark.parametrize(
    ("old", "new", "texts", "untold"),
    [
        (sent(), sent(us="US"), {"en": "None of the others goes abroad."}, ["us"]),
        (sent(canada="CA"), sent(canada="CA", us="US"), {"en": "[C](fact:recipients.host.transfers.canada)"}, ["us"]),
        ({"recipients": {}}, sent(india="IN"), {"en": "[Host](fact:recipients.host), [it](link:india)"}, ["india"]),
        (sent(), sent(us="US"), {"en": "[there](fact:recipients.host.transfers.us)"}, []),
        (sent(), sent(us="US"), {"en": "[there](fact:recipients.host.transfers.us.label)"}, []),
        (sent(), sent(usa="US"), {"en": "there", "fr": "aux États-Unis"}, []),
        (sent(), sent(oversea="US"), {"en": "It goes oversea."}, []),
        (sent(us="US"), sent(), {"en": "there"}, []),
        (sent(us="US"), sent(us="CA"), {"en": "there"}, []),
    ],
)
def test_a_new_transfer_that_no_text_tells_of(
    old: dict[str, Any], new: dict[str, Any], texts: dict[str, str], untold: list[str]
) -> None:
    assert told(old, new, **texts) == [f"recipients.host.transfers.{key}" for key in untold]

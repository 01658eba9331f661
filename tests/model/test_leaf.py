"""Leaves of the facts: short and long forms; known, unknown or none, and only one of them."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.leaf import Concept, LabelLeaf, Name, Value
from inforce.model.values import Duration, WholeNumber
from pydantic import TypeAdapter, ValidationError

KEEP = TypeAdapter(Value[Duration])
GOOD: list[Any] = [
    "10 years",
    {"value": "10 years", "accept": {"de": {"Zehnjahresfrist": "10 years"}}},
    {"value": "2 weeks", "accept": {"fr": {"quinze jours": {"value": "2 weeks", "because": "common speech"}}}},
    {"unknown": "nobody has looked"},
    {"unknown": {"en": "nobody has looked", "fr": "personne n’a regardé"}},
    "none",
]
BAD: list[Any] = [
    {"value": "10 years", "unknown": "why"},
    {"accept": {"de": {"x": "1 day"}}},
    {"unknown": {}},
    {"value": "10 years", "accept": {"de": []}},
    {"value": "10 years", "accept": {"de": {}}},
    {"value": "10 years", "accept": {"de": ["Zehnjahresfrist"]}},
    {"value": "10 years", "accept": {"de": {"Zehnjahresfrist": "soon"}}},
    {"value": "10 years", "accept": {"de": {"Zehnjahresfrist": {"because": "why so"}}}},
    {"value": "soon"},
    {"value": "none"},
    {"none": True},
    {"none": "why"},
    "None",
    "soon",
    "",
    {},
    None,
]


@pytest.mark.parametrize("data", GOOD)
def test_good_forms_come_back_as_short_as_they_can_be(data: Any) -> None:
    short = data["value"] if isinstance(data, dict) and data.keys() == {"value"} else data
    dumped = KEEP.dump_python(KEEP.validate_python(data), mode="json")
    assert KEEP.validate_python(dumped) == KEEP.validate_python(data)
    assert dumped == KEEP.dump_python(KEEP.validate_python(short), mode="json")
    assert isinstance(dumped, str) == isinstance(data, str)


@pytest.mark.parametrize("data", BAD)
def test_bad_forms_are_refused(data: Any) -> None:
    with pytest.raises(ValidationError):
        KEEP.validate_python(data)


def test_the_schema_says_the_same() -> None:
    schema = KEEP.json_schema()
    for data in GOOD:
        jsonschema.validate(data, schema)
    for data in (
        {"value": "10 years", "unknown": "why"},
        {"accept": {"de": {"x": "1 day"}}},
        {"value": "10 years"},
        None,
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(data, schema)


def test_a_concept_has_no_further_wordings() -> None:
    assert Concept.model_validate({"value": "Logs"}).value == "Logs"
    with pytest.raises(ValidationError):
        Concept.model_validate({"value": "Logs", "accept": {"en": {"Journals": "Logs"}}})


def test_that_there_is_none_is_known() -> None:
    none = Name.model_validate("none")
    assert (none.none, none.value, none.unknown) == (True, None, None)
    assert Name.model_validate(none.model_dump()) == none
    word = Name.model_validate({"value": "none"})
    assert (word.none, word.value) == (False, "none")
    assert Name.model_validate(word.model_dump()) == word


def test_a_label_is_never_none() -> None:
    with pytest.raises(ValidationError, match="names nothing"):
        TypeAdapter(LabelLeaf).validate_python("none")


def test_words_are_one_text_or_a_text_per_language() -> None:
    assert Name.model_validate("HubSpot").value == "HubSpot"
    assert Name.model_validate({"en": "Authority", "fr": "Autorité"}).value == {"en": "Authority", "fr": "Autorité"}
    with pytest.raises(ValidationError):
        Name.model_validate({"english": "Authority"})


@given(st.integers(0, 10**6))
def test_a_number_is_read_from_its_text_and_written_as_itself(number: int) -> None:
    kind = TypeAdapter(Value[WholeNumber])
    leaf = kind.validate_python(str(number))
    assert leaf.value == number
    assert kind.validate_python(kind.dump_python(leaf, mode="json")) == leaf

"""JSON of records says one thing only, and is the same bytes always."""

from __future__ import annotations

import pytest
from inforce.reader.records.record_json import AmbiguousJson, read_json, record, refuse_ambiguous


def test_what_says_two_things_is_not_read() -> None:
    for data in (b'{"a": 1, "a": 2}', b'[{"b": {"a": 1, "c": 2, "a": 1}}]'):
        assert read_json(data) is None
        with pytest.raises(AmbiguousJson, match='two entries "a"'):
            refuse_ambiguous(data)


def test_what_is_no_json_is_left_to_others() -> None:
    assert read_json(b"{") is None
    refuse_ambiguous(b"{")
    assert read_json(b'{"a": {"a": 1}}') == {"a": {"a": 1}}


def test_a_lone_surrogate_is_written_and_never_stops_a_check() -> None:
    assert record({"a": "\ud800"}) == b'{\n  "a": "\xed\xa0\x80"\n}\n'

"""A frozen summary beside the one that this tool makes: what may differ, and what may not."""

from __future__ import annotations

from typing import Any

import pytest
import rfc8785
from inforce.summary.remade import FIRST_WRITTEN_BY, differences

MADE: dict[str, Any] = {
    "controller": {"name": "Northwind", "a/b~c": 1},
    "cookies": [{"id": "lang", "shared": False}, {"id": "cart"}],
    "version": 1,
}
LATER = {"/cookies/*/shared": "inforce 0.2.0", "/newest": "inforce 0.3.0"}
OLD, NOW = "inforce 0.1.0", "inforce 0.2.0"


def told(
    frozen: bytes, made_by: str = NOW, writer: str = NOW, made: Any = MADE
) -> list[tuple[str, str | None, str | None]]:
    found = differences(frozen, rfc8785.dumps(made), made_by=made_by, writer=writer, first_written_by=LATER)
    return [(one.pointer, one.frozen, one.made) for one in found]


@pytest.mark.parametrize("made_by", [OLD, NOW])
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"version": 2}, [("/version", "2", "1")]),
        ({"version": True}, [("/version", "true", "1")]),
        ({"version": 1.5}, [("/version", "1.5", "1")]),
        ({"more": "x"}, [("/more", '"x"', None)]),
        (
            {"cookies": []},
            [("/cookies/0", None, '{"id": "lang", "shared": false}'), ("/cookies/1", None, '{"id": "cart"}')],
        ),
        ({"cookies": [*MADE["cookies"], 1]}, [("/cookies/2", "1", None)]),
        ({"cookies": {"0": {}}}, [("/cookies", '{"0": {}}', '[{"id": "lang", "shared": false}, {"id": "cart"}]')]),
        ({"controller": {"name": "N", "a/b~c": 1}}, [("/controller/name", '"N"', '"Northwind"')]),
        ({"controller": {"name": "Northwind", "a/b~c": 2}}, [("/controller/a~1b~0c", "2", "1")]),
        ({"controller": None}, [("/controller", "null", '{"a/b~c": 1, "name": "Northwind"}')]),
    ],
)
def test_a_value_is_the_one_that_this_tool_makes(made_by: str, change: dict[str, Any], expected: list[Any]) -> None:
    assert told(rfc8785.dumps({**MADE, **change}), made_by) == expected


LACKING = rfc8785.dumps({**MADE, "cookies": [{"id": "lang"}, {"id": "cart"}]})


def test_what_an_earlier_version_wrote_lacks_what_came_later_and_nothing_else() -> None:
    assert told(LACKING, OLD) == []
    assert told(LACKING, NOW) == [("/cookies/0/shared", None, "false")]
    newest = {**MADE, "newest": 1}
    assert told(rfc8785.dumps(MADE), "inforce 0.2.9", "inforce 0.3.0", newest) == []
    assert told(LACKING, "inforce 0.2.9", "inforce 0.3.0", newest) == [("/cookies/0/shared", None, "false")]
    assert told(rfc8785.dumps({"version": 1}), OLD) != []


def test_a_forged_writer_hides_no_value() -> None:
    """A member that came later may be missing; where it is there, it is compared as any other."""
    lying = rfc8785.dumps({**MADE, "cookies": [{"id": "lang", "shared": True}, {"id": "cart"}]})
    assert told(lying, OLD) == [("/cookies/0/shared", "true", "false")]


@pytest.mark.parametrize("made_by", [OLD, NOW])
def test_the_same_values_are_the_same_bytes(made_by: str) -> None:
    """RFC 8785 is the only way to write them: a name given twice would say one thing here and another there."""
    twice = rfc8785.dumps(MADE).replace(b'{"controller"', b'{"version":2,"controller"')
    for frozen in (twice, rfc8785.dumps(MADE) + b"\n"):
        assert told(frozen, made_by) == [("", "the same values, written in another way", None)]


@pytest.mark.parametrize(
    "frozen", [b"", b"junk", b"\xff", b"[" * 100_000, b'{"version": NaN}', b'"\\ud800"', b"9" * 5_000]
)
def test_what_is_no_summary_differs(frozen: bytes) -> None:
    assert told(frozen, OLD)
    assert told(frozen, NOW)


def test_long_values_are_shortened_and_hidden_signs_are_shown() -> None:
    (one,) = told(rfc8785.dumps({**MADE, "version": "x" * 1000}))
    assert len(one[1] or "") < 100
    (one,) = told(rfc8785.dumps({**MADE, "version": "a\u202eb"}))
    assert one[1] == '"a\\u202eb"'


def test_nothing_came_later_yet() -> None:
    """When a member is added to the contract, its pointer stands here with the version that first writes it."""
    assert FIRST_WRITTEN_BY == {}

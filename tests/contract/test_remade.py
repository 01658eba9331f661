"""A frozen summary beside the one that this tool makes: what may differ, and what may not."""

from __future__ import annotations

from typing import Any

import pytest
import rfc8785
from inforce.contract.remade import differences

MADE: dict[str, Any] = {
    "controller": {"name": "Northwind", "a/b~c": 1},
    "cookies": [{"id": "lang", "shared": False}, {"id": "cart"}],
    "contract": "1.9",
    "version": 1,
}
SINCE = {"/version": "1.0", "/cookies/*/id": "1.0", "/cookies/*/shared": "1.9", "/newest": "1.10"}
OLD, NOW = "1.2", "1.9"


def told(frozen: bytes, contract: str = NOW, made: Any = MADE) -> list[tuple[str, str | None, str | None]]:
    found = differences(frozen, rfc8785.dumps(made), contract=contract, since=SINCE)
    return [(one.pointer, one.frozen, one.made) for one in found]


@pytest.mark.parametrize("contract", [OLD, NOW])
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
def test_a_value_is_the_one_that_this_tool_makes(contract: str, change: dict[str, Any], expected: list[Any]) -> None:
    assert told(rfc8785.dumps({**MADE, "contract": contract, **change}), contract) == expected


LACKING: dict[str, Any] = {"cookies": [{"id": "lang"}, {"id": "cart"}]}


def frozen(contract: str, **change: Any) -> bytes:
    return rfc8785.dumps({**MADE, "contract": contract, **change})


def test_what_is_of_an_earlier_version_lacks_what_came_later_and_nothing_else() -> None:
    assert told(frozen(OLD, **LACKING), OLD) == []
    assert told(frozen(NOW, **LACKING)) == [("/cookies/0/shared", None, "false")]
    newest = {**MADE, "contract": "1.10", "newest": 1}
    assert told(frozen(NOW), NOW, newest) == []
    assert told(frozen(NOW, **LACKING), NOW, newest) == [("/cookies/0/shared", None, "false")]
    assert told(rfc8785.dumps({"version": 1, "contract": OLD}), OLD) != []


def test_a_summary_names_the_version_that_its_writer_writes() -> None:
    assert told(frozen(NOW, **LACKING), OLD) == [("/contract", '"1.9"', '"1.2"')]
    assert told(frozen(OLD), NOW) == [("/contract", '"1.2"', '"1.9"')]


def test_a_forged_version_hides_no_value() -> None:
    """A member that came later may be missing; where it is there, it is compared as any other."""
    lying = frozen(OLD, cookies=[{"id": "lang", "shared": True}, {"id": "cart"}])
    assert told(lying, OLD) == [("/cookies/0/shared", "true", "false")]


@pytest.mark.parametrize("contract", [OLD, NOW])
def test_the_same_values_are_the_same_bytes(contract: str) -> None:
    """RFC 8785 is the only way to write them: a name given twice would say one thing here and another there."""
    twice = frozen(contract).replace(b'{"contract"', b'{"version":2,"contract"')
    for other in (twice, frozen(contract) + b"\n"):
        assert told(other, contract) == [("", "the same values, written in another way", None)]


@pytest.mark.parametrize(
    "junk", [b"", b"junk", b"\xff", b"[" * 100_000, b'{"version": NaN}', b'"\\ud800"', b"9" * 5_000]
)
def test_what_is_no_summary_differs(junk: bytes) -> None:
    assert told(junk, OLD)
    assert told(junk, NOW)


def test_long_values_are_shortened_and_hidden_signs_are_shown() -> None:
    (one,) = told(rfc8785.dumps({**MADE, "version": "x" * 1000}))
    assert len(one[1] or "") < 100
    (one,) = told(rfc8785.dumps({**MADE, "version": "a\u202eb"}))
    assert one[1] == '"a\\u202eb"'

"""Problems as commands tell them, to people and to machines."""

from __future__ import annotations

import json

import pytest
from inforce.cli.messages import as_json, ends_politely, print_json, tell
from inforce.errors import CannotContinue
from inforce.problems import Location, Problem, Severity

PROBLEM = Problem(
    code="F102",
    severity=Severity.OPEN,
    location=Location(file="a.md", line=3),
    message="It says “5 ans”.",
    remedy="Correct it.",
)


def test_a_line_for_people_is_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    tell([PROBLEM])
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "open F102 a.md:3  It says “5 ans”. Correct it.\n"


def test_data_for_machines_is_on_stdout_alone(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"problems": as_json([PROBLEM])})
    told = capsys.readouterr()
    assert told.err == ""
    assert "“5 ans”" in told.out
    assert json.loads(told.out)["problems"] == [
        {
            "code": "F102",
            "severity": "open",
            "file": "a.md",
            "line": 3,
            "column": None,
            "message": "It says “5 ans”.",
            "remedy": "Correct it.",
        }
    ]


@pytest.mark.parametrize("as_data", [False, True])
def test_a_command_that_cannot_continue_says_why_and_ends_with_1(
    capsys: pytest.CaptureFixture[str], as_data: bool
) -> None:
    @ends_politely
    def command(*, as_data: bool) -> None:
        raise CannotContinue([PROBLEM])

    with pytest.raises(SystemExit) as end:
        command(as_data=as_data)
    assert end.value.code == 1
    told = capsys.readouterr()
    assert (told.err == "") is as_data
    if as_data:
        assert json.loads(told.out)["problems"][0]["code"] == "F102"
    else:
        assert told.err.startswith("open F102 ")


def test_other_errors_are_not_hidden() -> None:
    @ends_politely
    def command() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        command()

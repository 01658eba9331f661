"""What a file should say where a model refuses what it says: in an editor's words, whatever stands there."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from inforce.model.config import PolicyConfig, Site
from inforce.model.facts import Facts
from inforce.problems import Problem
from inforce.reader.yaml.document import Document, joined, load_yaml, read_yaml, validate
from pydantic import BaseModel

from tests.built.building import ROOT
from tests.sources import good

SOURCE = ROOT / "policy_src"
WRONG: list[Any] = [{"a": {"b": "c"}}, {"a": "b"}, ["x"], [["x"]], [], {}, "so so", "", "-4", "x" * 3000, None]
PROGRAMMERS = re.compile(
    r"\b(dict(ionary)?|list_type|str(ing)?|int(eger)?|None|NoneType|null|bool(ean)?|tuple|mapping|instance|input|"
    r"keyword|argument|validation|parse|enum|items?)\b(?! of a list| on a line)"
)


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths in plain data, of alike ones the first."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield (*path, key)
        yield from places(value, (*path, key))


def spoiled(model: type[BaseModel], name: str, text: str) -> Iterator[tuple[tuple[str | int, ...], Problem]]:
    """What is told of a file with something else in each of its places in turn."""
    document, problems = read_yaml(text, name)
    assert document is not None
    assert not problems
    if model is Facts:
        document = joined({name: document}, "facts")
    alike: dict[object, tuple[str | int, ...]] = {}
    for path in places(document.data):
        alike.setdefault((len(path), path[-2:]), path)
    for path in alike.values():
        for wrong in WRONG:
            data = copy.deepcopy(document.data)
            place = data
            for key in path[:-1]:
                place = place[key]
            place[path[-1]] = wrong
            _, found = validate(model, replace(document, data=data))
            yield from ((path, problem) for problem in found)


FILES: list[tuple[type[BaseModel], str, str]] = [
    *((Facts, path.stem, path.read_text("utf-8")) for path in sorted((SOURCE / "facts").glob("*.yml"))),
    (Site, "site.yml", (SOURCE / "site.yml").read_text("utf-8")),
    (PolicyConfig, "policy.yml", (SOURCE / "privacy/policy.yml").read_text("utf-8")),
]


@pytest.mark.parametrize(("model", "name", "text"), FILES, ids=[name for _, name, _ in FILES])
def test_no_message_speaks_a_programmers_words(model: type[BaseModel], name: str, text: str) -> None:
    codes = set()
    for path, problem in spoiled(model, name, text):
        codes.add(problem.code)
        said = re.sub(r'"[^"]*"', "…", f"{problem.message} {problem.remedy}")
        assert not PROGRAMMERS.search(said.partition(" ")[2]), (path, said)
        assert ".value " not in problem.message, "a name that the file does not have"
    assert "Y104" in codes


@pytest.mark.parametrize(
    ("wrong", "message", "remedy"),
    [
        (
            "\n    mail: a@example.org",
            "organisation.controller.email does not have the form needed.",
            "Expected words on the same line; here names with values stand below it.",
        ),
        (
            "\n    - a@example.org",
            "organisation.controller.email does not have the form needed.",
            "Expected words on the same line; here a list stands below it.",
        ),
        ("none of it", 'organisation.controller.email: "none of it" cannot be used here.', "is not an e-mail address."),
    ],
)
def test_what_stands_there_is_told_beside_what_is_expected(wrong: str, message: str, remedy: str) -> None:
    text = good("policy_src/facts/organisation.yml").replace("privacy@northwind.example", wrong)
    document, _ = read_yaml(text, "organisation.yml")
    assert document is not None
    _, (problem,) = validate(Facts, joined({"organisation": document}, "facts"))
    assert problem.code == "Y104"
    assert problem.message == message
    assert problem.remedy.endswith(remedy)


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        ("02 274 48 78", 'Write "+3222744878", with the country before it.'),
        ("0032 2 274 48 78", 'Write "+3222744878", with the country before it.'),
        ("02 27", '"02 27" is not an international telephone number; write it with + and the country code'),
        ("ask us", '"ask us" is not an international telephone number; write it with + and the country code'),
    ],
)
@pytest.mark.parametrize("party", ["authority", "controller"])
def test_a_number_without_its_country_is_given_that_of_the_address(number: str, party: str, remedy: str) -> None:
    """The authority has no address here: the controller's stands for it."""
    text = good("policy_src/facts/organisation.yml")
    entry = f"  phone: {number}\n"
    text += entry if party == "controller" else f"authority:\n  name: Authority\n{entry}"
    document, _ = read_yaml(text, "organisation.yml")
    assert document is not None
    _, (problem,) = validate(Facts, joined({"organisation": document}, "facts"))
    assert (problem.code, problem.message) == ("Y104", f'organisation.{party}.phone: "{number}" cannot be used here.')
    assert problem.remedy.startswith(remedy)
    _, found = validate(Facts, joined({"organisation": _without_country(text, "organisation.yml")}, "facts"))
    assert any("for example" in one.remedy for one in found if one.code == "Y104")


def _without_country(text: str, file: str) -> Document:
    document, _ = read_yaml(text.replace("    country: BE\n", ""), file)
    assert document is not None
    return document


@pytest.mark.parametrize(
    ("right", "wrong", "remedy"),
    [
        ("[en, fr]", "en", "Expected a list below it: each item on a line of its own that begins with a hyphen and"),
        ("[en, fr]", "[]", "Write at least one."),
        ("Northwind", "''", "Write at least one character."),
    ],
)
def test_lists_and_lengths(right: str, wrong: str, remedy: str) -> None:
    text = good("policy_src/site.yml").replace(right, wrong, 1)
    assert any(problem.remedy.startswith(remedy) for problem in load_yaml(Site, text, "site.yml")[2])

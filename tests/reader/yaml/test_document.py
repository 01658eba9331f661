"""YAML as text: what is read, what is refused, and where it stands."""

from __future__ import annotations

import json
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.config import PolicyConfig, Site
from inforce.reader.yaml.document import load_yaml, read_yaml

from tests.sources import good

READ = [
    ("a: no\nb: 1.10\nc: 01348\nd: +3222744800\n", {"a": "no", "b": "1.10", "c": "01348", "d": "+3222744800"}),
    ("a: 2025-01-01\nb: 0x1F\nc: 1e3\nd: on\n", {"a": "2025-01-01", "b": "0x1F", "c": "1e3", "d": "on"}),
    ("a:\nb: null\nc: ~\n", {"a": None, "b": None, "c": None}),
    ("a: ''\nb: 'null'\nc: \"~\"\n", {"a": "", "b": "null", "c": "~"}),
    ("- a\n- [b, {c: d}]\n", ["a", ["b", {"c": "d"}]]),
    ("a: >-\n  one\n  two\n", {"a": "one two"}),
    ("# nothing\n", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "data"), READ)
def test_scalars_are_text(text: str, data: object) -> None:
    document, problems = read_yaml(text, "f.yml")
    assert problems == ()
    assert document is not None
    assert document.data == data


def test_every_value_has_its_place() -> None:
    document, _ = read_yaml("a:\n  - b: c\n    d: e\n", "f.yml")
    assert document is not None
    assert str(document.place(("a", 0, "d"))) == "f.yml:3:5"
    assert str(document.place(("a", 0))) == "f.yml:2:5"
    assert str(document.place(("a", 0, "missing"))) == "f.yml:2:5", "what is missing stands at what should hold it"


def test_of_a_duplicate_the_first_is_kept_and_told_with_its_line() -> None:
    document, problems = read_yaml("a: 1\nb: 2\na: 3\n", "f.yml")
    assert document is not None
    assert document.data == {"a": "1", "b": "2"}
    assert [(one.code, str(one.location)) for one in problems] == [("Y102", "f.yml:3:1")]
    assert "line 1" in problems[0].message


TEXTS = st.text(
    st.characters(
        min_codepoint=0x20,
        max_codepoint=0x2000,
        exclude_categories=("Cc", "Cs", "Zl", "Zp"),
    ),
    max_size=100,  # a key ends within 1024 characters, and JSON takes six for one
)
DATA = st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3))


@given(data=DATA)
def test_what_json_writes_is_read_as_it_was(data: object) -> None:
    """YAML 1.2 holds JSON: quoted words come out as they went in, whatever is told of their letters."""
    document, problems = read_yaml(json.dumps(data, ensure_ascii=True), "f.yml")
    assert {problem.code for problem in problems} <= {"X302", "X303", "X305", "X306"}
    assert document is not None
    assert document.data == data


@given(text=st.text(st.sampled_from("ab:-[]{}&*!|>'\"%#?,\n\t \x00\ud800~<\\u0é"), max_size=40))
def test_whatever_is_written_there_is_an_answer(text: str) -> None:
    """Never an exception: a document, or a problem that says why not."""
    document, problems = read_yaml(text, "f.yml")
    assert document is not None or problems


SITE = """\
name: Northwind
languages: [en]
default_language: en
base_url: https://legal.northwind.example/
time_zone: Europe/Brussels
policies: [privacy]
"""


@pytest.mark.parametrize(
    ("right", "wrong", "remedy"),
    [
        ("[en]", "[english]", "Write a language's tag, such as en, fr or pt-BR."),
        ("[privacy]", "[Données]", "Use small letters a–z, digits and hyphens: donnees"),
        ("https://legal.northwind.example/", "legal.northwind.example", "Write a whole address, with https://"),
        ("Northwind", "'<b>'", "Write it on one line, without < and >."),
    ],
)
def test_a_form_is_told_in_words_and_never_as_a_pattern(right: str, wrong: str, remedy: str) -> None:
    _, _, (problem,) = load_yaml(Site, SITE.replace(right, wrong), "site.yml")
    assert problem.code == "Y104"
    assert remedy in problem.remedy
    assert "^" not in problem.remedy


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("false", False), ("off", False), ("fALSE", "fALSE"), ('"false"', "false"), ("'3'", "3"), ("3", 3),
        ("2024-05-01", date(2024, 5, 1)), ("~", None), ('""', ""), ("a b", "a b"), ("[no, 'no']", [False, "no"]),
        ("{'<<': {b: yes}}", {"<<": {"b": True}}),
    ],
)  # fmt: skip
def test_a_program_of_others_gets_what_yaml_means(written: str, typed: object) -> None:
    document, problems = read_yaml(f"a: {written}\n", "x.yml")
    assert not problems
    assert document is not None
    assert document.typed() == {"a": typed}
    assert yaml.safe_load(yaml.safe_dump(document.typed())) == {"a": typed}


@pytest.mark.parametrize("name", sorted(PolicyConfig.elsewhere))
def test_what_is_said_elsewhere_is_not_called_misspelled(name: str) -> None:
    text = good("policy_src/privacy/policy.yml") + f"{name}: 2027-01-01\n"
    _, _, (problem,) = load_yaml(PolicyConfig, text, "policy.yml")
    assert (problem.code, problem.remedy) == ("Y106", PolicyConfig.elsewhere[name])
    assert name not in PolicyConfig.model_fields


def test_the_date_of_a_version_is_given_by_its_release() -> None:
    assert "a release gives its version the date" in PolicyConfig.elsewhere["effective_from"]
    _, _, (problem,) = load_yaml(PolicyConfig, good("policy_src/privacy/policy.yml") + "nmbering: []\n", "policy.yml")
    assert problem.remedy == 'Did you mean "numbering"? If not, take it out.'

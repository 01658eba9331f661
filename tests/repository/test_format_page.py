"""`docs/reference/format.md` and `facts.md` say what the code does: examples are read, tables are computed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from inforce.model.config import Frozen, LanguageTerms, Links, LinkTarget, PolicyConfig, SectionRole, Site
from inforce.model.facts import FILES
from inforce.model.item_labels import item_number, own_label
from inforce.model.leaf import Code, Leaf, Listed
from inforce.model.number_style import shown
from inforce.model.records import Entity, Entries
from inforce.model.text import List, ListItem, Position, Section, Step
from inforce.model.values import (
    CalendarDate,
    Duration,
    Email,
    FactValue,
    Identifier,
    Money,
    Percentage,
    Phone,
    Url,
    WholeNumber,
)
from inforce.model.version import SectionDigests
from inforce.problems import Severity
from inforce.problems.catalog import rules
from inforce.reader.numbering import number_sections
from inforce.reader.section import read_section
from inforce.reader.targets import Refusal, read_target
from inforce.reader.wording import edition_digest, wording, wording_digest
from inforce.reader.yaml.document import load_yaml, read_yaml
from inforce.rules.readings.agrees import Agrees, Differs, NoTable, Unreadable, read_agrees
from inforce.rules.readings.tables import TABLES
from pydantic import TypeAdapter

from tests.built.building import ROOT
from tests.repository.reference_page import files, page, part, samples, table, write
from tests.sources import problems

PAGE = page("format.md")
FACTS = page("facts.md")
PROJECT = {**files(PAGE), **files(FACTS)}
POLICY = "policy_src/privacy"
AT = Position(line=1, column=1)


def section(source: str, name: str = "t", language: str = "en") -> Section:
    found, wrong = read_section(source, id=name, file=f"{name}.md", language=language)
    assert not wrong, wrong
    return found


def below(body: str) -> str:
    return f"# T\n\n{body}\n"


# ---- the project


def test_the_project_has_no_error(tmp_path: Path) -> None:
    found = problems(write(tmp_path, PROJECT))
    assert [(str(one.location), one.code) for one in found if one.severity is not Severity.OPEN] == []
    assert [one.code for one in found] == ["F106"], "only what the page says is unknown is open"


def test_every_kind_of_file_is_shown() -> None:
    shown_paths = {re.sub(r"/(en|fr)/\w+\.md", "/LANGUAGE/SECTION.md", path) for path in PROJECT}
    listed = [samples(row[0])[0] for row in table(PAGE, "A project", "Path")]
    for path in listed:
        if path.endswith("/"):
            continue
        pattern = re.sub(r"POLICY|NAME|LANGUAGE(?=/sync)|\*", r"\\w+", path.replace(".", r"\."))
        assert any(re.fullmatch(pattern, each) for each in shown_paths), path


# ---- YAML and settings


@pytest.mark.parametrize("row", table(PAGE, "YAML", "Refused", "As in"), ids=lambda row: row[0])
def test_what_yaml_refuses(row: list[str]) -> None:
    (source,), (code,) = samples(row[1]), samples(row[2])
    _, wrong = read_yaml(source, "a.yml")
    assert [one.code for one in wrong] == [code]


@pytest.mark.parametrize("scalar", samples(part(PAGE, "YAML").split("stay what they are")[0])[:3])
def test_scalars_are_text(scalar: str) -> None:
    document, wrong = read_yaml(f"a: {scalar}", "a.yml")
    assert document is not None, wrong
    assert document.data == {"a": scalar}


@pytest.mark.parametrize(("heading", "model"), [("site.yml", Site), ("policy.yml", PolicyConfig)])
def test_members_of_settings(heading: str, model: type[Frozen]) -> None:
    named = [samples(row[0])[0] for row in table(PAGE, heading, "Member")]
    assert named == list(model.model_fields)


def test_what_is_inside_settings() -> None:
    told = set(samples(part(PAGE, "policy.yml")))
    assert set(SectionRole) | set(LanguageTerms.model_fields) <= told
    assert {*Links.model_fields, *LinkTarget.model_fields} <= set(samples(part(PAGE, "links.yml")))


# ---- sections


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (source, code)
        for row in table(PAGE, "What is refused", "Below a heading stands")
        for source in samples(row[0])
        for code in samples(row[1])
    ],
)
def test_what_is_refused(source: str, code: str) -> None:
    codes = {one.code for one in read_section(below(source), id="t", file="t.md")[1]}
    assert code in codes


def test_every_refusal_of_the_reader_is_told() -> None:
    codes = {
        code
        for path in (ROOT / "build_tools/inforce/reader").glob("*.py")
        if path.stem != "findings"  # its own code says only that more was found than is listed
        for code in re.findall(r'"([MX]\d{3})"', path.read_text("utf-8"))
    }
    assert len(codes) > 20
    assert codes <= set(rules())
    assert codes <= set(re.findall(r"[MX]\d{3}", PAGE))


# ---- numbers and targets


def test_numbers_of_the_project() -> None:
    config, _, wrong = load_yaml(PolicyConfig, PROJECT[f"{POLICY}/policy.yml"], "policy.yml")
    assert config is not None, wrong
    numbers = number_sections(config.sections, english(), config.numbering)
    expected = {samples(name)[0]: "".join(samples(number)) for name, number in table(PAGE, "Numbers", "Id")}
    ids = [*english(), *(name for each in english().values() for name, _, _ in each.ids())]
    assert {name: numbers.get(name, "") for name in ids} == expected


@pytest.mark.parametrize("row", table(PAGE, "Numbers", "`numbering`"), ids=lambda row: " ".join(row[:2]))
def test_styles(row: list[str]) -> None:
    styles = tuple(json.loads(samples(row[0])[0]))
    place = tuple(int(part) for part in row[1].split(","))
    assert shown(place, styles) == samples(row[2])[0]


def items(numbers: str) -> tuple[Step, ...]:
    """The path to an item of numbered lists."""
    path: tuple[Step, ...] = ()
    for number in map(int, numbers.split(",")):
        path = (*path, List(ordered=True, start=1, style="1.", at=AT), ListItem(number=number, at=AT))
    return path


@pytest.mark.parametrize("row", table(PAGE, "Labels of lists", "`lists`"), ids=lambda row: " ".join(row[:2]))
def test_labels(row: list[str]) -> None:
    assert own_label(items(row[1]), tuple(json.loads(samples(row[0])[0]))) == samples(row[2])[0]


@pytest.mark.parametrize("row", table(PAGE, "Labels of lists", "Above it"), ids=lambda row: row[3])
def test_full_numbers(row: list[str]) -> None:
    path = items(row[2])
    assert item_number(samples(row[0])[0], path, tuple(json.loads(samples(row[1])[0]))) == samples(row[3])[0]


@pytest.mark.parametrize("target", [samples(row[0])[0] for row in table(PAGE, "Targets", "Target")])
def test_targets(target: str) -> None:
    assert str(read_target(target)) == target


def test_every_kind_of_target_is_told() -> None:
    from inforce.model.text import TARGET_SCHEMES

    told = {samples(row[0])[0].split(":")[0] for row in table(PAGE, "Targets", "Target")}
    assert told == TARGET_SCHEMES


@pytest.mark.parametrize(
    ("target", "code"), [(samples(row[0])[0], samples(row[1])[0]) for row in table(PAGE, "Targets", "Refused")]
)
def test_targets_that_are_refused(target: str, code: str) -> None:
    found = read_target(target)
    assert isinstance(found, Refusal)
    assert found.code == code


# ---- facts


def _classes(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for inner in get_args(annotation):
        yield from _classes(inner)


Fields = tuple[set[str], set[str], set[str], tuple[str, ...]]
"""What can be linked in an entry, its codes and lists, its other fields, and what a link to it binds."""


def _entries(model: type, path: str) -> Iterator[tuple[str, Fields]]:
    """Every entry of a file."""
    if issubclass(model, Entries):
        (inner,) = (each for each in _classes(model.model_fields["root"].annotation) if issubclass(each, Entity))
        yield from _entries(inner, f"{path}.ID")
        return
    assert issubclass(model, Entity)
    linked, codes, others = set[str](), set[str](), set[str]()
    for name, field in model.model_fields.items():
        classes = list(_classes(field.annotation))
        key = f"{name}.ID" if "dict" in str(field.annotation) else name
        if entity := next((each for each in classes if issubclass(each, Entity)), None):
            yield from _entries(entity, f"{path}.{key}")
        elif leaf := next((each for each in classes if issubclass(each, Leaf)), None):
            is_code = issubclass(leaf, Listed | Code)
            (codes if is_code else linked).add(f"{name}.ID" if str(field.annotation).startswith("dict") else name)
        elif name != "note":
            others.add(name)
    if linked or codes or others:
        yield path, (linked, codes, others, tuple(name for name in model.primary if name in linked))


def test_every_field_of_the_facts_is_told() -> None:
    there = {path: fields for name, model in FILES.items() for path, fields in _entries(model, name)}
    told = {}
    for entry, linked, codes, others in table(FACTS, "Files and paths", "Entry"):
        bold = tuple(re.findall(r"\*\*(\w+)\*\*", linked))
        told[samples(entry)[0]] = ({*samples(linked), *bold}, set(samples(codes)), set(samples(others)), bold)
    intro = part(FACTS, "Files and paths").split("| Entry")[0]
    for kind in ("PARTY", "RIGHT"):
        names = samples(re.split(rf"`{kind}`\s+is", intro)[1].split(";" if kind == "PARTY" else ". Every")[0])
        (path,) = (path for path in told if path.endswith(f".{kind}"))
        fields = told.pop(path)
        told |= {path.replace(kind, name): fields for name in names}
    assert told == there


TYPES: dict[str, Any] = {
    "duration": Duration,
    "date": CalendarDate,
    "money": Money,
    "percentage": Percentage,
    "number": WholeNumber,
    "e-mail": Email,
    "telephone": Phone,
    "web address": Url,
    "identifier": Identifier,
}


def value(kind: str, text: str) -> FactValue:
    read: FactValue = TypeAdapter(TYPES[kind]).validate_python(text)
    return read


@pytest.mark.parametrize("row", table(FACTS, "What a fact says", "Value"), ids=lambda row: row[1])
def test_values(row: list[str]) -> None:
    kind, (typed,), (said,) = row[0], samples(row[1]), samples(row[2])
    assert str(value(kind, typed)) == said
    assert value(kind, said) == value(kind, typed), "the form of JSON can be read as well"


def test_every_kind_of_value_is_told() -> None:
    assert {row[0] for row in table(FACTS, "What a fact says", "Value")} == set(TYPES)


HEAD = next(line for line in part(FACTS, "How linked words are read").splitlines() if line.startswith("| Value"))
LANGUAGES = samples(HEAD)
READ = [
    (*row[0].split(" ", 1), language, words)
    for row in table(FACTS, "How linked words are read", "Value")
    for language, cell in zip(LANGUAGES, row[1:], strict=True)
    for words in samples(cell)
]
OTHER = {"duration": "11 years", "date": "2027-03-02", "money": "501 EUR", "percentage": "6%", "number": "17"}


@pytest.mark.parametrize(("kind", "stated", "language", "words"), READ)
def test_words_that_are_read(kind: str, stated: str, language: str, words: str) -> None:
    (text,) = samples(stated)
    assert isinstance(read_agrees(value(kind, text), words, language), Agrees)
    assert isinstance(read_agrees(value(kind, OTHER[kind]), words, language), Differs)


def test_every_language_with_a_table_is_told() -> None:
    assert sorted(LANGUAGES) == sorted(TABLES)


@pytest.mark.parametrize("row", table(FACTS, "How linked words are read", "Linked words"), ids=lambda row: row[0])
def test_words_that_are_not_right(row: list[str]) -> None:
    (words,), (language,), (code,) = samples(row[0]), samples(row[1]), samples(row[3])
    kind, stated = row[2].split(" ", 1)
    answer = read_agrees(value(kind, samples(stated)[0]), words, language)
    assert {Differs: "F102", Unreadable: "F103", NoTable: "F105"}[type(answer)] == code


# ---- translations and digests


def english() -> dict[str, Section]:
    config, _, wrong = load_yaml(PolicyConfig, PROJECT[f"{POLICY}/policy.yml"], "policy.yml")
    assert config is not None, wrong
    return {name: section(PROJECT[f"{POLICY}/en/{name}.md"], name) for name in config.section_ids()}


def test_what_a_translation_was_made_from() -> None:
    synced = json.loads(PROJECT[f"{POLICY}/fr/sync.json"])
    assert synced == {name: wording_digest(each.leaves) for name, each in english().items()}


VECTORS = table(PAGE, "The wording digest", "Source")


@pytest.mark.parametrize("row", VECTORS, ids=lambda row: row[0])
def test_vectors(row: list[str]) -> None:
    leaves = section(samples(row[0])[0]).leaves
    assert [list(pair) for pair in wording(leaves)] == json.loads(samples(row[1])[0])
    assert wording_digest(leaves) == samples(row[2])[0]


def test_every_kind_has_a_vector() -> None:
    """By what a kind begins with: `item1` for `item2`, `quote` for `quote p`."""
    used = {kind for row in VECTORS for kind, _ in json.loads(samples(row[1])[0])}
    for row in table(PAGE, "The wording digest", "Kind"):
        for kind in samples(row[0]):
            assert any(each == kind or each.startswith(kind.removesuffix("…")) for each in used), kind


def test_the_digest_of_an_edition() -> None:
    found = re.search(r"English sections above is `(w1:\w+)`", " ".join(part(PAGE, "The wording digest").split()))
    assert found
    nothing = "sha256:" + "0" * 64
    digests = {
        name: SectionDigests(bytes=nothing, wording=wording_digest(each.leaves)) for name, each in english().items()
    }
    assert edition_digest(digests, english()) == found[1]


@pytest.mark.parametrize("row", table(PAGE, "The wording digest", "One"), ids=lambda row: row[0])
def test_what_has_one_digest(row: list[str]) -> None:
    one, other = (section(below(samples(cell)[0])).leaves for cell in row)
    assert wording(one) == wording(other)


@pytest.mark.parametrize("row", table(PAGE, "The wording digest", "This"), ids=lambda row: row[0])
def test_what_has_two(row: list[str]) -> None:
    one, other = (section(below(samples(cell)[0])).leaves for cell in row)
    assert wording_digest(one) != wording_digest(other)

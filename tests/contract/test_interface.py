"""The interface words for the JSON: every code that a summary or an index may have is called something."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from itertools import product
from typing import Any

import pytest
from inforce.contract.index import Index
from inforce.contract.interface import InterfaceWords, countries_of, dates_of, durations_of, interface_words
from inforce.contract.models import Summary
from inforce.contract.published import canonical, json_schema, read
from inforce.contract.status_html import Following, Standing, status_html
from inforce.contract.summarise import summarise
from inforce.model import fact_table
from inforce.model.facts import Facts
from inforce.model.values import Duration, Phone, Url
from inforce.site.resources import catalogs
from inforce.site.translator import words_for

from build_tools.messages import used
from tests.contract.test_fragments import STAMP, view
from tests.contract.test_stated_in import NOTHING
from tests.contract.test_summarise import published
from tests.site import making
from tests.site.test_every_fact import NEW, OLD
from tests.site.test_translator import LANGUAGES


def coded(model: type[Summary | Index]) -> dict[str, set[str]]:
    """The codes of a schema, by the name of their member; those of a common list of codes together."""
    found: dict[str, set[str]] = {}
    schema = json_schema(model)
    for part in (schema, *schema["$defs"].values()):
        for name, member in part.get("properties", {}).items():
            for option in (member, member.get("items", {}), *member.get("anyOf", ())):
                codes = {*option.get("enum", ()), *([option["const"]] if "const" in option else ())}
                if codes:
                    found.setdefault(name, set()).update(map(str, codes))
    return found


def words_of(language: str, *durations: str) -> InterfaceWords:
    return interface_words(words_for(language, catalogs()), durations)


def test_codes_are_found_by_the_name_of_their_field_and_by_whose_it_is_where_that_tells_two_apart() -> None:
    schemas = [json_schema(model) for model in (Summary, Index)]
    codes = {
        name
        for schema in schemas
        for name, part in schema["$defs"].items()
        if "enum" in json.dumps(part) and "properties" not in part
    }
    lists: dict[str, set[str]] = {}
    for part in (each for schema in schemas for each in (schema, *schema["$defs"].values())):
        for name, member in part.get("properties", {}).items():
            if (code := str(member.get("$ref", "")).rpartition("/")[2]) in codes:
                lists.setdefault(name, set()).add(code)
    assert {name for name, found in lists.items() if len(found) > 1} == {"id", "kind", "role"}
    values = words_of("en").values.keys()
    assert not {"kind", "role"} & values
    assert {"lifetime_kind", "change_kind", "data_role", "recipient_role", "language_status", "status"} <= values
    assert lists.keys() - {"kind", "role"} <= values | {"id"}  # of a category


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_contract_has_words(language: str) -> None:
    made = words_of(language)
    said = {code for mapping in made.values.values() for code in mapping}
    for model in (Summary, Index):
        for name, codes in coded(model).items():
            if name not in ("format", "roles"):  # a section has a title of its own
                assert codes <= said | {"duration"}, (name, codes - said)
    assert all(text for mapping in made.values.values() for text in mapping.values())


@pytest.mark.parametrize(("language", "direction", "words"), [("en", "ltr", "13 months"), ("ar", "rtl", "13 شهرًا")])
def test_durations_are_told_in_the_words_of_the_language(language: str, direction: str, words: str) -> None:
    made = words_of(language, "P13M", "P13M")
    assert (made.language, made.direction) == (language, direction)
    assert dict(made.durations) == {"P13M": words}


def test_every_duration_of_a_summary_is_told() -> None:
    summary = summarise(published(terms={"settlement": "2 weeks"}), "en")
    found = set(durations_of(summary))

    def walk(node: Any) -> None:
        for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            if isinstance(value, str) and value.startswith("P"):
                try:
                    Duration.parse(value)
                except ValueError:
                    continue
                assert value in found
            walk(value)

    walk(json.loads(canonical(summary)))
    assert found == {"P10Y", "P1M", "P2M", "P12M", "P2W"}


def test_every_country_of_a_summary_is_told_by_its_name() -> None:
    far = {"country": "US", "safeguard": "adequacy"}
    recipients = {"crm": {"name": "CRM", "country": "IE", "transfers": {"us": far}}}
    summary = summarise(published(recipients=recipients), "en")
    found = {
        value for part in parts(json.loads(canonical(summary))) for name, value in part.items() if name == "country"
    }
    assert {"BE", "IE", "US"} <= found == set(countries_of(summary))
    for language, name in (("en", "Ireland"), ("fr", "Irlande"), ("ja", "アイルランド")):
        made = interface_words(words_for(language, catalogs()), (), countries=found)
        assert made.values["country"]["IE"] == name
        assert made.values["country"].keys() == found


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """Every object in a JSON value."""
    if isinstance(node, dict):
        yield node
    if isinstance(node, dict | list):
        for each in node.values() if isinstance(node, dict) else node:
            yield from parts(each)


def test_it_is_read_as_it_is_written() -> None:
    made = words_of("fr", "P1Y")
    assert read(InterfaceWords, canonical(made)) == made


SOURCES = frozenset(
    {
        *(f"site/templates/{name}.html" for name in ("cookies", "contact", "said")),
        *(f"site/{name}.py" for name in ("contact", "cookies", "fact_words")),
        *(f"contract/{name}.py" for name in ("fragments", "status_html")),
    }
)
NOT_OF_THE_FACTS = {
    "GDPR, Article 9(2)({point})": "Each of its codes has words of its own.",
    "For developers: [use it on your own site]": "It leads to the page about this very file.",
    "{site}: who is responsible for your data, how to reach them, and how to use your rights.": "For search engines.",
    "{site}: which cookies and similar techniques there are, who sets them, what they are for, and how long they are"
    " kept.": "For search engines.",
}
"""What our pages say that no page of another site needs, and why."""


def messages_of_pages() -> set[str]:
    """Every message that stands in the sources of the pages of cookies and contacts and of ready HTML."""
    found = {one for one, each in used().items() if SOURCES.intersection(each.files)}
    on_pages = {
        place for place in fact_table.Place if place not in (fact_table.Place.SUMMARY, fact_table.Place.REDLINE)
    }
    found.update(row.label for row in fact_table.TABLE if row.label and row.shown and row.shown.places & on_pages)
    return found


def strings(node: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for each in node.values() if isinstance(node, dict) else node:
            yield from strings(each)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_pages_and_ready_html_say_around_facts_is_all_there(language: str) -> None:
    found = messages_of_pages()
    assert len(found) > 60
    assert found >= set(NOT_OF_THE_FACTS)
    words = words_for(language, catalogs())
    there = {text.casefold() for text in strings(json.loads(canonical(words_of(language))))}
    assert {each for each in found - set(NOT_OF_THE_FACTS) if words.text(each).casefold() not in there} == set()


class Embedder:
    """Somebody who has a summary and the file of words, and nothing else."""

    def __init__(self, summary: dict[str, Any], words: dict[str, Any]) -> None:
        self.known = {plainly(text) for text in (*strings(summary), *strings(words))}
        self.known |= {plainly(f"{each.get('number', '')} {each['title']}") for each in summary["sections"]}
        self.known |= {str(summary["version"])}
        # How a telephone number is written for people is for each country, not for a file of words.
        self.known |= {shown_way(each) for each in strings(summary)}
        self.phrases = [pattern(each) for each in words["phrases"].values()]
        self.asked: dict[str, bool] = {}

    def can_say(self, line: str) -> bool:
        """Whether a line is made of what they have: texts, phrases filled with such, lists, and what is in brackets."""
        if line not in self.asked:
            self.asked[line] = False
            self.asked[line] = line.strip("…") in self.known or any(map(self._all, self._parts(line)))
        return self.asked[line]

    def _all(self, parts: Sequence[str]) -> bool:
        return all(self.can_say(part) for part in parts)

    def _parts(self, line: str) -> Iterator[Sequence[str]]:
        for phrase in self.phrases:
            if found := phrase.fullmatch(line):
                yield found.groups()
        if found := re.fullmatch(r"(.+) \((.+)\)", line):
            yield found.groups()
        for at in (found.start() for found in re.finditer("[, ]", line)):
            yield line[:at], line[at:].lstrip(", ")


def plainly(text: str) -> str:
    """A text without what only sets it: kinds of spaces, and marks of direction."""
    return " ".join(re.sub("[\u200e\u200f\u061c\u2066-\u2069]", "", text).split())


def shown_way(text: str) -> str:
    for form in (Phone, Url):
        try:
            return plainly(form.parse(text).shown)
        except ValueError:
            continue
    return plainly(text)


def pattern(phrase: str) -> re.Pattern[str]:
    """A phrase as a regular expression; the marks of a link are left out."""
    parts = re.split(r"\{\w+\}", re.sub(r"[][]", "", plainly(phrase)))
    return re.compile("(.+?)".join(map(re.escape, parts)))


def lines(html: str) -> Iterator[str]:
    """What ready HTML says, line by line."""
    blocks = re.sub(r"<br>|</?(div|p|h3|dl|dt|dd|table|caption|thead|tbody|tr|th|td)\b[^>]*>", "\n", html)
    for line in unescape(re.sub("<[^>]*>", "", blocks)).split("\n"):
        if line.strip():
            yield plainly(line)


@pytest.mark.parametrize("facts", [OLD, NEW, NOTHING, making.FACTS], ids=["old", "new", "nothing", "northwind"])
@pytest.mark.parametrize(
    ("status", "reviewed"), [("authoritative", True), *product(("official", "courtesy"), (True, False))]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_summary_and_words_alone_say_all_that_ready_html_says(
    language: str, status: str, reviewed: bool, facts: dict[str, Any]
) -> None:
    summary = summarise(replace(published(), facts=Facts.model_validate(facts)), "en").model_copy(
        update={"language": language, "language_status": status, "reviewed": reviewed}
    )
    words = words_for(language, catalogs())
    standing = Standing(
        effective_from=datetime.fromisoformat(summary.effective_from),
        withdrawn=datetime(2027, 1, 2, tzinfo=UTC),
        following=Following(version=3, effective_from=datetime(2026, 12, 1, 9, 30, tzinfo=UTC), page="https://x.org/"),
    )
    dates = [*dates_of(summary), "2027-01-02T00:00:00+00:00", "2026-12-01T09:30:00+00:00"]
    file = interface_words(words, durations_of(summary), dates, ["en"], countries_of(summary))
    embedder = Embedder(json.loads(canonical(summary)), json.loads(canonical(file)))
    embedder.known.add("3")
    ready = view(summary)
    ready["status.html"] = status_html(
        summary, words, standing, page="https://x.org/", prevailing="https://x.org/en/", stamp=STAMP
    )
    for name, html in ready.items():
        assert [line for line in lines(html) if not embedder.can_say(line)] == [], name


@pytest.mark.parametrize("taken", ["See [{section}]", "yes", "Free", "verified on {date}"])
def test_what_somebody_lacks_they_cannot_say(taken: str) -> None:
    summary = {"sections": [], "version": 1, "a": "6.1 Access", "b": "10 January 2026"}
    words = {"phrases": {"see": "See [{section}]", "verified": "verified on {date}"}, "values": ["yes", "Free"]}
    lines_of = {"See [{section}]": "See 6.1 Access", "verified on {date}": "verified on 10 January 2026"}
    line = lines_of.get(taken, taken)
    assert Embedder(summary, words).can_say(line)
    less = {
        "phrases": {name: text for name, text in words["phrases"].items() if text != taken},  # type: ignore[attr-defined]
        "values": [text for text in words["values"] if text != taken],
    }
    assert not Embedder(summary, less).can_say(line)

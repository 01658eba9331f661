"""`docs/developers/reference.md`: every field of the published files, made from their JSON Schemas, with what it means,
the article of law that asks for it, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from inforce.contract.published import ARTICLE, LATER, SOURCE
from inforce.contract.since import SINCE
from inforce.contract.typescript import named_types, source_words
from inforce.model.fact_table import NOWHERE, TABLE, Place, Row

_HEAD = """\
# Reference of the JSON files

Every field of the [JSON files](index.md) of version 1, made by `inforce schemas` from the models that write them.
[Files](#files) tells which file has which form.

- **Field**: with a question mark, it may be absent. It is never `null`.
- **Since**: the version of the contract that it came with. A summary names the one that it was made by (`contract`); a
  summary of an earlier one lacks the field whatever its policy says.
- **Article**: where the law asks for what the field tells, as far as it does: GDPR is Regulation (EU) 2016/679. It says
  what a field is for, not that a policy which fills it complies.
- **Source**: where the value is written in `policy_src/`. A path is one of facts, as texts link to it: the file in
  `facts/`, then its keys, with `*` for any id: `purposes.*.interest` is `interest:` of an entry in `purposes.yml`.
  Without a source, it follows from the others.
"""
_FILES = """\
## Files

| Path | Form |
|---|---|
| `api/v1/index.json`, `api/v1/current.json` | [Index](#index) |
| `api/v1/{policy}/{version}/{language}/r{K}.json`, `api/v1/{policy}/current/{language}.json` | [Summary](#summary) |
| `api/v1/words/{language}.json` | [InterfaceWords](#interfacewords) |

The same as JSON Schemas: `api/v1/schema/`; as types for TypeScript: `api/v1/types.d.ts`.
"""
_CODES = """\
## Codes

A list of codes that may grow in version 1 does so by values that begin with `x-`, and each says what to do with
one; the other lists stay as they are. The schemas and the types know this rule: a file with a later code is
valid, a slip is not.
"""
_SHOWN = """\
## Where each fact is shown

Each field of the files in `policy_src/facts/`, what readers see it called, and everywhere it arrives: on the pages
`cookies/` and `contact/`, in the summary, in the ready HTML, and among the facts of a redline.
"""
_FORMS = """\
## Forms of text

No file is written with a value of another form. The schemas have a pattern for each.
"""


def reference(schemas: Mapping[str, dict[str, Any]]) -> str:
    """The page, of these schemas by the name of their type."""
    types = named_types(schemas)
    models = [(name, part) for name, part in types.items() if "properties" in part]
    codes = [(name, part) for name, part in types.items() if _values(part)]
    forms = [(name, part) for name, part in types.items() if part.get("type") == "string" and not _values(part)]
    return "\n".join(
        (
            _HEAD,
            _FILES,
            *(_model(name, part) for name, part in models),
            _CODES,
            *(_code(name, part) for name, part in codes),
            _FORMS,
            *(_form(name, part) for name, part in forms),
            _SHOWN,
            _table(("Fact", "Called", *map(_place, Place)), [_shown(row) for row in TABLE if row.shown]),
            *(f"- {why}: {reason}" for why, reason in _reasons()),
            "",
        )
    )


def _place(place: Place) -> str:
    return f"[`{place}`](#{place})" if place is Place.SUMMARY else f"`{place}`"  # what this page describes


def _shown(row: Row) -> tuple[str, ...]:
    places = row.shown.places if row.shown else frozenset()
    return f"`{row.path}`", row.label, *("yes" if place in places else "" for place in Place)


def _reasons() -> Iterator[tuple[str, str]]:
    """What is on neither page, by its files and with the reason; then the fields that are shown nowhere."""
    for why in dict.fromkeys(row.shown.why for row in TABLE if row.shown and row.shown.why):
        files = dict.fromkeys(row.path.partition(".")[0] for row in TABLE if row.shown and row.shown.why == why)
        yield f"In neither page, of {', '.join(f'`{file}.yml`' for file in files)}", why
    yield from ((f"Shown nowhere, `{field}`", reason) for field, reason in NOWHERE.items())


def _model(name: str, schema: Mapping[str, Any]) -> str:
    rows = [_field(field, part, schema) for field, part in schema["properties"].items()]
    table = _table(("Field", "Since", "Type", "Meaning", "Article", "Source"), rows)
    return f"## {name}\n\n{_one_line(schema['description'])}\n\n{table}"


def _field(name: str, part: Mapping[str, Any], schema: Mapping[str, Any]) -> tuple[str, ...]:
    mark = "" if name in schema.get("required", ()) else "?"
    source = source_words(part[SOURCE]) if SOURCE in part else ""
    return f"`{name}`{mark}", part[SINCE], _type(part), part["description"], part.get(ARTICLE, ""), source


def _code(name: str, part: Mapping[str, Any]) -> str:
    later = f"May grow. One that begins with `x-`: {part[LATER]}." if LATER in part else "Stays as it is."
    return f"### {name}\n\n{part['description']} {later}\n\n" + "".join(f"- `{each}`\n" for each in _values(part))


def _form(name: str, part: Mapping[str, Any]) -> str:
    examples = ", ".join(f"`{example}`" for example in part.get("examples", ()))
    return f"### {name}\n\n{part['description']}" + (f" For example {examples}.\n" if examples else "\n")


def _type(part: Mapping[str, Any]) -> str:
    """A type in words, with a link to what it is."""
    if "$ref" in part:
        name = str(part["$ref"]).rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "const" in part:
        return f"`{part['const']}`"
    if part["type"] == "array":
        return f"list of {_type(part['items'])}"
    if part["type"] == "object":
        return f"mapping to {_type(part['additionalProperties'])}"
    return {"string": "text", "integer": "whole number", "boolean": "true or false"}[part["type"]]


def _values(part: Mapping[str, Any]) -> list[str]:
    """The values of a list of codes; none of what is no such list."""
    listed = next((each for each in part.get("anyOf", ()) if "enum" in each), part)
    return list(listed.get("enum", ()))


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table; a column that would be empty is left out."""
    used = [column for column in range(len(head)) if any(row[column] for row in rows)]
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(_cell(line[column]) for column in used) + " |\n" for line in lines)


def _cell(text: str) -> str:
    return _one_line(text).replace("|", "\\|")


def _one_line(text: str) -> str:
    return " ".join(text.split())

"""`api/v1/types.d.ts`: the published files as TypeScript types, made from their JSON Schemas.

Every model, code and form of text has a name. A list of codes is a union of literals, so that a slip does not compile;
where a list may grow it has `x-${string}` besides, so that whoever decides by it must say what of a later one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from inforce.contract.published import ARTICLE, LATER, SOURCE
from inforce.contract.since import FIRST, SINCE
from inforce.model.config import OWN_CODE

HEAD = """\
/**
 * Types of the JSON files below `api/v1/`, version 1; made from the same models as their JSON Schemas.
 *
 * Fields may come: ignore what you don't know. In version 1 none changes its meaning or goes. One that came after 1.0
 * says `@since`: a file of an earlier version, as its `contract` tells, lacks it whatever its policy says. A code that
 * isn't listed begins with `x-`; the comment on its type says what to do with it.
 */

"""
_PLAIN: Mapping[str, str] = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean"}


def typescript(schemas: Mapping[str, dict[str, Any]]) -> str:
    """The declarations of these schemas and of all that they define. A schema's name is that of its type. Raises
    ValueError where two define one name in two ways, or one says what this has no type for."""
    return HEAD + "\n".join(_declared(name, schema) for name, schema in named_types(schemas).items())


def named_types(schemas: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The schemas themselves, then every model, then every code and form of text, by name."""
    defined: dict[str, dict[str, Any]] = {}
    for schema in schemas.values():
        for name, part in schema.get("$defs", {}).items():
            if defined.setdefault(name, part) != part:
                raise ValueError(f"two schemas define {name} in two ways")
    if doubled := defined.keys() & schemas.keys():
        raise ValueError(f"a schema is called as what one defines: {sorted(doubled)}")
    models = {name: part for name, part in defined.items() if "properties" in part}
    rest = {name: part for name, part in defined.items() if name not in models}
    return {**schemas, **dict(sorted(models.items())), **dict(sorted(rest.items()))}


def typed(part: Mapping[str, Any]) -> str:
    """The type of a part of a schema. Raises ValueError for what it has none for."""
    if "$ref" in part:
        return str(part["$ref"]).rpartition("/")[2]
    if "const" in part:
        return json.dumps(part["const"])
    if "enum" in part:
        return " | ".join(map(json.dumps, part["enum"]))
    if "anyOf" in part:
        return " | ".join(map(typed, part["anyOf"]))
    match part.get("type"):
        case "string" if part.get("pattern") == OWN_CODE:
            return "`x-${string}`"
        case "array":
            inner = typed(part["items"])
            return f"readonly ({inner})[]" if " | " in inner else f"readonly {inner}[]"
        case "object" if "additionalProperties" in part:
            return f"{{ readonly [name: string]: {typed(part['additionalProperties'])} }}"
        case str(kind) if kind in _PLAIN:
            return _PLAIN[kind]
    raise ValueError(f"there is no type for {json.dumps(part)}")


def _declared(name: str, schema: Mapping[str, Any]) -> str:
    doc = "".join(_comment(_said(schema), ""))
    if "properties" not in schema:
        return f"{doc}export type {name} = {typed(schema)};\n"
    fields = "".join(_field(field, part, schema) for field, part in schema["properties"].items())
    return f"{doc}export interface {name} {{\n{fields}}}\n"


def _field(name: str, part: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    optional = "" if name in schema.get("required", ()) else "?"
    return f"{''.join(_comment(_said(part), '  '))}  readonly {name}{optional}: {typed(part)};\n"


def _said(part: Mapping[str, Any]) -> list[str]:
    """What TSDoc says of a part, by paragraph."""
    text = " ".join(str(part.get("description", "")).split())
    examples = ", ".join(f"`{example}`" for example in part.get("examples", ()))
    later = f"One that begins with `x-`: {part[LATER]}." if LATER in part else ""
    law = f"{part[ARTICLE]}." if ARTICLE in part else ""
    source = f"Source: {source_words(part[SOURCE])}." if SOURCE in part else ""
    since = f"@since {part[SINCE]}" if part.get(SINCE, FIRST) != FIRST else ""
    remarks = "\n".join(line for line in (later, law, source, since) if line)
    return [line for line in (text, f"For example {examples}." if examples else "", *remarks.splitlines()) if line]


def source_words(source: str) -> str:
    """Where a fact comes from, as code where it is a path alone."""
    return source if " " in source or "`" in source else f"`{source}`"


def _comment(lines: list[str], indent: str) -> Iterator[str]:
    """A TSDoc comment. Nothing in it can end it early."""
    safe = [line.replace("*/", "*\\/") for line in lines]
    if len(safe) == 1:
        yield f"{indent}/** {safe[0]} */\n"
    elif safe:
        yield f"{indent}/**\n"
        yield f"{indent} * {safe[0]}\n"
        yield f"{indent} *\n"
        yield from (f"{indent} * - {line}\n" for line in safe[1:])
        yield f"{indent} */\n"

"""`inforce schemas`: what is made from the models: the JSON Schemas of YAML files, printed redlines and published JSON,
and of the published JSON the types for TypeScript and the reference of the handbook."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel

from inforce.contract.index import Index
from inforce.contract.interface import InterfaceWords
from inforce.contract.models import Summary
from inforce.contract.published import JSON_SCHEMA, Published, json_schema
from inforce.contract.reference import reference
from inforce.contract.typescript import typescript
from inforce.model.config import Links, PolicyConfig, Site
from inforce.model.facts import FILES
from inforce.redline.data import RedlineData
from inforce.storage.apply import replace_file

SOURCES: dict[str, type[BaseModel]] = {"site": Site, "links": Links, "policy": PolicyConfig, **FILES}
PRINTED: dict[str, type[BaseModel]] = {"redline": RedlineData}
PUBLISHED: dict[str, type[Published]] = {"index": Index, "summary": Summary, "words": InterfaceWords}


def schema_files() -> dict[str, bytes]:
    """Path below the project to JSON Schema (2020-12): of YAML files, of what commands print, of what is published; and
    the types and the reference of the latter."""
    published = {model.__name__: json_schema(model) for model in PUBLISHED.values()}
    return {
        **{
            f"build_tools/schemas/{name}.schema.json": _written({"$schema": JSON_SCHEMA, **model.model_json_schema()})
            for name, model in {**SOURCES, **PRINTED}.items()
        },
        **{
            f"build_tools/inforce/contract/schemas/{name}.schema.json": _written(json_schema(model))
            for name, model in PUBLISHED.items()
        },
        "build_tools/inforce/contract/schemas/types.d.ts": typescript(published).encode(),
        "docs/developers/reference.md": reference(published).encode(),
    }


@click.command()
@click.option("--check", "check_only", is_flag=True, help="Write nothing; exit with 1 if one is out of date.")
@click.pass_obj
def schemas(root: Path, check_only: bool) -> None:
    """Write the JSON Schemas of the YAML files into build_tools/schemas/, and in the tool's own repository what it
    publishes and the reference of it."""
    made = {path: data for path, data in schema_files().items() if _has_a_place(root, path)}
    stale = [path for path, data in made.items() if _current(root / path) != data]
    if check_only:
        for path in stale:
            click.echo(f"{path} is out of date; run inforce schemas.", err=True)
        sys.exit(bool(stale))
    for path in stale:
        replace_file(root / path, made[path])
    click.echo(f"{len(stale)} of {len(made)} files written.")


def _has_a_place(root: Path, path: str) -> bool:
    """A project that only uses the tool has no folder for what the tool ships."""
    return path.startswith("build_tools/schemas/") or (root / "build_tools/inforce/contract").is_dir()


def _written(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _current(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None

"""`inforce schemas`: the JSON Schemas of the YAML files, made from the models, for editors to help with."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
from pydantic import BaseModel

from inforce.model.config import Links, PolicyConfig, Site
from inforce.model.facts import FILES
from inforce.source.apply import replace_file
from inforce.summary.contract import JSON_SCHEMA

MODELS: dict[str, type[BaseModel]] = {"site": Site, "links": Links, "policy": PolicyConfig, **FILES}
FOLDER = Path("build_tools/schemas")


def schema_files() -> dict[str, bytes]:
    """File name to JSON Schema (2020-12) of every YAML file."""
    return {
        f"{name}.schema.json": (
            json.dumps({"$schema": JSON_SCHEMA, **model.model_json_schema()}, ensure_ascii=False, indent=2) + "\n"
        ).encode()
        for name, model in MODELS.items()
    }


@click.command()
@click.option("--check", "check_only", is_flag=True, help="Write nothing; exit with 1 if one is out of date.")
@click.pass_obj
def schemas(root: Path, check_only: bool) -> None:
    """Write the JSON Schemas of the YAML files into build_tools/schemas/."""
    made = schema_files()
    stale = [name for name, data in made.items() if _current(root / FOLDER / name) != data]
    if check_only:
        for name in stale:
            click.echo(f"{FOLDER}/{name} is out of date; run inforce schemas.", err=True)
        sys.exit(bool(stale))
    for name in stale:
        replace_file(root / FOLDER / name, made[name])
    click.echo(f"{len(stale)} of {len(made)} schemas written.")


def _current(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None

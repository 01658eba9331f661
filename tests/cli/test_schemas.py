"""`inforce schemas`: what is in the repository is what the models give, and every source names its own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from inforce.cli.schemas import schema_files

from tests.built.building import ROOT
from tests.release.living import run
from tests.sources import change

YAML = sorted((ROOT / "policy_src").rglob("*.yml")) + sorted((ROOT / "examples/policy_src").rglob("*.yml"))


@pytest.mark.parametrize("path", sorted(schema_files()))
def test_a_file_in_the_repository_is_that_of_its_models(path: str) -> None:
    data = schema_files()[path]
    assert (ROOT / path).read_bytes() == data, "run: inforce schemas"
    if path.endswith(".json"):
        jsonschema.Draft202012Validator.check_schema(json.loads(data))


@pytest.mark.parametrize("path", YAML, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_source_names_a_schema_that_is_there(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named is not None, first
    schema = (path.parent / named[1]).resolve()
    assert schema.is_file()
    assert schema.name == f"{path.stem}.schema.json"


def test_a_project_that_only_uses_the_tool_gets_those_of_its_sources(tmp_path: Path) -> None:
    change(tmp_path, {"policy_src/site.yml": ""})
    run(tmp_path, "schemas", "--check", code=1)
    run(tmp_path, "schemas")
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    made -= {"policy_src/site.yml"}
    assert made == {path for path in schema_files() if path.startswith("build_tools/schemas/")}
    assert run(tmp_path, "schemas", "--check").stderr == ""
    change(tmp_path, {"build_tools/schemas/site.schema.json": "{}"})
    assert "site.schema.json is out of date" in run(tmp_path, "schemas", "--check", code=1).stderr

"""The JSON of both sites, as constants of the types that they publish, compiled by TypeScript."""

from __future__ import annotations

from pathlib import Path

from tests.contract.compiling import constant, errors


def test_every_file_is_of_its_type(built_site: Path, tmp_path: Path) -> None:
    api = built_site / "api/v1"
    sources = {"index.ts": constant("Index", (api / "index.json").read_bytes())}
    sources["current.ts"] = constant("Index", (api / "current.json").read_bytes())
    for path in (api / "words").glob("*.json"):
        sources[f"words-{path.stem}.ts"] = constant("InterfaceWords", path.read_bytes())
    for position, path in enumerate(sorted(api.rglob("r[0-9]*.json"))):
        sources[f"summary-{position}.ts"] = constant("Summary", path.read_bytes())
    assert len(sources) > 8
    assert errors(tmp_path, sources) == []


def test_a_site_publishes_the_types(built_site: Path) -> None:
    assert (built_site / "api/v1/types.d.ts").read_text("utf-8").startswith("/**\n * Types of the JSON files")

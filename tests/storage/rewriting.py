"""Histories rewritten by somebody who keeps every digest and every chain right: only git can tell."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from inforce.reader.section import parse_section
from inforce.reader.wording import wording_digest

from tests.release.forging import sha256
from tests.release.living import SITE, V
from tests.sources import change, good


def chain_again(place: Path) -> None:
    """Make the records of all versions fit their files and one another."""
    new: dict[str, str] = {}
    before: str | None = None
    for version in sorted((place / V).iterdir(), key=lambda folder: int(folder.name)):
        manifest = version / "manifest.json"

        def manifest_again(record: dict[str, Any], before: str | None = before) -> None:
            record["previous"] = before
            record["heads"] = {number: new.get(head, head) for number, head in record["heads"].items()}

        before = link = _again(manifest, manifest_again, new)
        for amendment in sorted(version.glob("amendments/*/amendment.json")):
            link = _again(amendment, partial(_follow, link), new)


def _follow(link: str, record: dict[str, Any]) -> None:
    record["previous"] = link


def _again(path: Path, mend: Callable[[dict[str, Any]], None], new: dict[str, str]) -> str:
    """A record with the digests of the files that it lists as they now are; its own digest."""
    old = sha256(path.read_bytes())
    record = json.loads(path.read_text("utf-8"))
    mend(record)
    for listed in record["files"]:
        record["files"][listed] = sha256((path.parent / listed).read_bytes())
    for language, sections in record["digests"].items():
        for section in sections:
            data = (path.parent / language / f"{section}.md").read_bytes()
            parsed, _ = parse_section(data.decode(), id=section, file="", language=language)
            assert parsed is not None
            sections[section] = {"bytes": sha256(data), "wording": wording_digest(parsed.leaves)}
    path.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", "utf-8")
    new[old] = sha256(path.read_bytes())
    return new[old]


def record(place: str, **values: object) -> Callable[[Path], None]:
    """Other values in a record."""

    def rewrite(project: Path) -> None:
        path = project / V / place
        path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **values}, indent=2), "utf-8")
        chain_again(project)

    return rewrite


def words(path: str, old: str, new: str) -> Callable[[Path], None]:
    """Other words in a frozen file."""

    def rewrite(project: Path) -> None:
        file = project / V / path
        text = file.read_text("utf-8")
        assert old in text, path
        file.write_text(text.replace(old, new), "utf-8")
        chain_again(project)

    return rewrite


def without(*places: str) -> Callable[[Path], None]:
    """Files or folders taken away."""

    def rewrite(project: Path) -> None:
        for place in places:
            target = project / place
            shutil.rmtree(target) if target.is_dir() else target.unlink()

    return rewrite


def moved(place: str, to: str) -> Callable[[Path], None]:
    def rewrite(project: Path) -> None:
        (project / to).parent.mkdir(parents=True, exist_ok=True)
        (project / place).rename(project / to)

    return rewrite


def linked(place: str, to: str) -> Callable[[Path], None]:
    """Something moved, with a symbolic link in its place."""

    def rewrite(project: Path) -> None:
        moved(place, to)(project)
        (project / place).symlink_to(os.path.relpath(project / to, (project / place).parent))

    return rewrite


def unlisted_section(project: Path) -> None:
    """A section taken out of a version, with every mention of it."""
    for language in ("en", "fr"):
        (project / V / "1" / language / "general.md").unlink()
    path = project / V / "1/manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    manifest["sections"] = [section for section in manifest["sections"] if section["id"] != "general"]
    for sections in manifest["digests"].values():
        sections.pop("general", None)
    path.write_text(json.dumps(manifest, indent=2), "utf-8")
    chain_again(project)


def unlisted_language(project: Path) -> None:
    """A language taken out of a version, with every mention of it."""
    path = project / V / "2/manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    del manifest["languages"]["fr"]
    manifest["digests"].pop("fr", None)
    gone = [file for file in manifest["files"] if "/fr/" in file]
    for file in gone:
        del manifest["files"][file]
        (project / V / "2" / file).unlink()
    shutil.rmtree(project / V / "2/fr")
    path.write_text(json.dumps(manifest, indent=2), "utf-8")
    chain_again(project)


def first_version_gone(project: Path) -> None:
    """The second version in the place of the first."""
    shutil.rmtree(project / V / "1")
    (project / V / "2").rename(project / V / "1")
    path = project / V / "1/manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**manifest, "version": 1, "heads": {}}), "utf-8")
    chain_again(project)


def first_amendment_gone(project: Path) -> None:
    """The second amendment in the place of the first."""
    folder = project / V / "1/amendments"
    shutil.rmtree(folder / "0001")
    (folder / "0002").rename(folder / "0001")
    chain_again(project)


def words_undone(project: Path) -> None:
    """An amendment that gives back the words it corrected."""
    shutil.copy(project / V / "1/en/retention.md", project / V / "1/amendments/0001/en/retention.md")
    chain_again(project)


def one_language_for_another(project: Path) -> None:
    shutil.copy(project / V / "1/en/retention.md", project / V / "1/fr/retention.md")
    chain_again(project)


def policy_renamed(project: Path) -> None:
    """The policy under another name, its records with it."""
    (project / "policy_src/privacy").rename(project / "policy_src/data")
    change(project, {SITE: good(SITE).replace("[privacy]", "[data]")})
    for path in (project / "policy_src/data/versions").glob("*/manifest.json"):
        manifest = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps({**manifest, "policy": "data"}), "utf-8")


def submodule(project: Path) -> None:
    """The versions in a repository of their own, of which a plain clone sees nothing."""
    shutil.rmtree(project / V)
    change(project, {f"{V}/.git": "gitdir: elsewhere\n"})


LAST = "2/amendments/0001"
REWRITES: Mapping[str, Callable[[Path], None]] = {
    "the last amendment removed": without(f"{V}/{LAST}"),
    "an amendment removed that a later version knew of": without(f"{V}/1/amendments/0002"),
    "all amendments of a version removed": without(f"{V}/1/amendments"),
    "the first of two amendments removed": first_amendment_gone,
    "an amendment's reason changed": record(f"{LAST}/amendment.json", reason="Another one."),
    "an amendment's date changed": record(f"{LAST}/amendment.json", recorded="2024-03-20T10:00:00+01:00"),
    "a postponement to another day": record(f"{LAST}/amendment.json", effective_from="2024-08-01T00:00:00+02:00"),
    "an amendment's words undone": words_undone,
    "an amendment's record alone removed": without(f"{V}/{LAST}/amendment.json"),
    "a version's words changed": words("1/en/retention.md", "10 years", "ten years"),
    "a translation's words changed": words("1/fr/retention.md", "10 ans", "dix ans"),
    "a translation in the place of another": one_language_for_another,
    "a version's date changed": record("2/manifest.json", effective_from="2024-07-01T00:00:00+02:00"),
    "a version announced earlier": record("2/manifest.json", announced="2024-02-20T10:00:00+01:00"),
    "a version's kind changed": record("2/manifest.json", kind="material"),
    "consent asked for again": record("2/manifest.json", consent_epoch=7),
    "a manifest written otherwise": record("2/manifest.json"),
    "a version's facts changed": words("1/facts.json", "Contracts", "Agreements"),
    "a published file changed": words("1/published/en/r1.json", "Northwind", "Southwind"),
    "a section taken out": unlisted_section,
    "a language taken out": unlisted_language,
    "the last version removed": without(f"{V}/2"),
    "the first version removed": first_version_gone,
    "a version renamed": moved(f"{V}/2", f"{V}/3"),
    "a version in another folder": moved(f"{V}/2", "policy_src/privacy/old/2"),
    "all versions removed": without(V),
    "all versions moved out of the source": moved(V, "docs/versions"),
    "Versions with a capital": moved(V, "policy_src/privacy/Versions"),
    "versions behind a symbolic link": linked(V, "elsewhere"),
    "one version behind a symbolic link": linked(f"{V}/2", "elsewhere"),
    "one file behind a symbolic link": linked(f"{V}/2/manifest.json", "docs/elsewhere.json"),
    "versions in a submodule": submodule,
    "the policy removed": without("policy_src/privacy"),
    "the policy renamed": policy_renamed,
}

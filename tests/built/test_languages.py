"""Words in another language than their page's say so, wherever they stand: `lang`, and the direction they run in.

What each language says is taken from where it was written: facts, titles, change notes and texts of the source, reasons
of records, and the catalogs of interface words. A page may show any of it, and none of it without its language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import yaml
from inforce.site.resources import catalogs
from inforce.site.translator import direction

from tests.built import reading
from tests.built.building import ROOT

LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")
SHORTEST = 12
"""Shorter words may well be the same in several languages."""
SILENT = frozenset({"script", "style", "head", "title"})


@pytest.mark.parametrize(("name", "project"), [("qualifio", ROOT), ("example", ROOT / "examples")])
def test_words_of_another_language_say_so(request: pytest.FixtureRequest, name: str, project: Path) -> None:
    site: Path = request.getfixturevalue(f"{name}_site")
    known = written(project, reading.index(site)["languages"])
    assert len(known) > 300
    wrong: list[str] = []
    foreign = 0
    for page in [*reading.our_pages(site), *sorted((site / "api").rglob("*.html"))]:
        own = page.relative_to(site).parts[0]
        for text, language, runs in shown(reading.tree(page)):
            for words in known.keys() & {text, *sentences(text)}:
                foreign += language != own
                if not {language, language.split("-")[0]} & known[words]:
                    wrong.append(
                        f"{page.relative_to(site)}: {words[:60]!r} of {sorted(known[words])} is in {language!r}"
                    )
                elif runs not in ("auto", direction(language)):
                    wrong.append(f"{page.relative_to(site)}: {words[:60]!r} runs {runs}")
    assert not wrong, "\n".join(wrong[:20])
    assert foreign or name == "qualifio", "there is something to find: reasons, notes, texts that a language lacks"


def test_the_walk_finds_words_without_their_language() -> None:
    tree = reading.parse('<!DOCTYPE html><html lang="ar" dir="rtl"><p>a <b lang="fr">b <bdi>c</bdi></b> d')[0]
    assert list(shown(tree)) == [("a", "ar", "rtl"), ("b", "fr", "rtl"), ("c", "fr", "auto"), ("d", "ar", "rtl")]


def shown(root: Element) -> Iterator[tuple[str, str, str]]:
    """Each stretch of words, with the language that it is said to be in and the direction in which it runs."""

    def walk(each: Element, language: str, runs: str) -> Iterator[tuple[str, str, str]]:
        if not isinstance(each.tag, str) or each.tag in SILENT:
            return
        language = each.get("lang", language)
        runs = each.get("dir", "auto" if each.tag == "bdi" else runs)
        if words := plain(each.text or ""):
            yield words, language, runs
        for child in each:
            yield from walk(child, language, runs)
            if words := plain(child.tail or ""):
                yield words, language, runs

    return walk(root, "", "ltr")


def sentences(text: str) -> Iterator[str]:
    """Its sentences, as a reason or a note may stand behind other words."""
    return (plain(part) for part in re.split(r"(?<=[.!?。؟])\s+", text))


def plain(text: str) -> str:
    return " ".join(text.split())


def written(project: Path, languages: list[str]) -> Mapping[str, frozenset[str]]:
    """Words to the languages in which somebody wrote them."""
    found: dict[str, set[str]] = {}
    for language, words in (*_interface(languages), *_of_project(project / "policy_src")):
        for part in {plain(words), *sentences(words)}:
            if len(part) >= SHORTEST and "{" not in part:
                found.setdefault(part, set()).add(language)
    return {words: frozenset(said) for words, said in found.items()}


def _interface(languages: list[str]) -> Iterator[tuple[str, str]]:
    for language in {*languages, "en"} & catalogs().keys():
        messages = catalogs()[language].translations._catalog  # type: ignore[attr-defined]
        yield from ((language, said) for said in messages.values() if "{" not in said and "[" not in said)


def _of_project(source: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(source.rglob("*.yml")):
        yield from _per_language(yaml.safe_load(path.read_text("utf-8")))
    for path in sorted(source.rglob("*.json")):
        data = json.loads(path.read_bytes())
        yield from _per_language(data)
        if path.name == "amendment.json":
            manifest = json.loads((path.parents[2] / "manifest.json").read_bytes())
            yield manifest["authoritative_language"], data["reason"]
    for path in sorted(source.rglob("*.md")):
        if LANGUAGE.fullmatch(path.parent.name):
            for line in path.read_text("utf-8").splitlines():
                yield path.parent.name, re.sub(r"^#+ ", "", line)


def _per_language(node: Any) -> Iterator[tuple[str, str]]:
    """The texts that stand under the tag of a language."""
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, str) and LANGUAGE.fullmatch(str(key)):
                yield from ((str(key), part) for part in value.split("\n\n"))
            yield from _per_language(value)
    elif isinstance(node, list):
        for value in node:
            yield from _per_language(value)

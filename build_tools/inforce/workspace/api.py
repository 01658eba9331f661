"""The JSON that a site publishes: what each version froze, and the index, which alone moves.

A build takes the frozen files as they are; only a release or an amendment makes them.
"""

from __future__ import annotations

import json
from importlib.resources import files as package_files
from typing import Any

import rfc8785

from inforce.model.version import Version
from inforce.pages.shipped import catalogs
from inforce.publication import PublishedVersion
from inforce.source.compiled import compiled_catalog
from inforce.summary.index import index
from inforce.summary.published import canonical
from inforce.workspace.editions import SectionReader, read_editions
from inforce.workspace.publish import Publication, facts_of

API = "api/v1"


def shipped_schema(name: str) -> dict[str, Any]:
    """A published JSON Schema ("index" or "summary"), as `inforce schemas` wrote it from the models."""
    text = package_files("inforce.summary").joinpath("schemas", f"{name}.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def api_files(publication: Publication) -> dict[str, bytes]:
    """Every file below `/api/v1/`: index, frozen summaries and fragments, the alias, the schemas."""
    site, base = publication.site, publication.site.site.base_url
    files: dict[str, bytes] = {f"{API}/index.json": canonical(index(site, publication.frozen))}
    for (policy, number), published in publication.frozen.items():
        files.update({f"{API}/{policy}/{number}/{path}": data for path, data in published.items()})
    for shown in site.policies:
        current = shown.timeline.in_force_at(site.as_of)
        if current is None:
            continue
        for language, read in shown.version(current.version).editions.items():
            newest = publication.frozen[(shown.id, current.version)][f"{language}/r{read.edition.revision}.json"]
            files[f"{API}/{shown.id}/current/{language}.json"] = newest
    for name in ("index", "summary"):
        path = f"{API}/schema/{name}.schema.json"
        files[path] = rfc8785.dumps({"$id": base + path, **shipped_schema(name)})
    return files


def published_files(version: Version, reader: SectionReader) -> dict[str, bytes]:
    """The JSON and fragments of a version, as a release or an amendment freezes them: `{lang}/r{K}.json` …"""
    # The models of the summary are loaded where a version is released, not in every build.
    from inforce.pages.words import words_for
    from inforce.summary.fragments import fragments
    from inforce.summary.summarise import summarise

    facts = facts_of(version)
    shown = PublishedVersion(version=version, facts=facts, editions=read_editions(version, facts, reader))
    files: dict[str, bytes] = {}
    for language, read in shown.editions.items():
        summary = summarise(shown, language)
        place = f"{language}/r{read.edition.revision}"
        files[f"{place}.json"] = canonical(summary)
        words = words_for(language, catalogs(compiled_catalog))
        files.update({f"{place}/{name}": html.encode() for name, html in fragments(summary, words).items()})
    return files

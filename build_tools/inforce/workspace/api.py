"""The files below `/api/`: the JSON that each version froze, the index, and ready HTML made from the newest summaries.

A build takes the frozen files as they are; only a release or an amendment makes them. The index and the ready HTML
move with each build.
"""

from __future__ import annotations

import json
from importlib.resources import files as package_files
from typing import Any

import rfc8785

from inforce.model.version import Edition
from inforce.pages import urls
from inforce.pages.shipped import catalogs
from inforce.pages.words import words_for
from inforce.source.compiled import compiled_catalog
from inforce.source.tree import SOURCE
from inforce.summary.contract import Summary
from inforce.summary.fragments import fragments
from inforce.summary.index import API, in_force_and_announced, index
from inforce.summary.interface import durations_of, interface_words
from inforce.summary.published import canonical
from inforce.summary.spreadsheets import spreadsheets
from inforce.workspace.publish import Publication
from inforce.workspace.summaries import read_summary


def shipped_schema(name: str) -> dict[str, Any]:
    """A published JSON Schema ("index", "summary" or "words"), as `inforce schemas` wrote it from the models."""
    text = package_files("inforce.summary").joinpath("schemas", f"{name}.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def api_files(publication: Publication) -> dict[str, bytes]:
    """Every file below `/api/v1/`: indexes, frozen summaries, ready HTML, interface words, aliases, schemas, types."""
    site, base = publication.site, publication.site.site.base_url
    files: dict[str, bytes] = {
        f"{API}/{policy}/{number}/{path}": data
        for (policy, number), published in publication.frozen.items()
        for path, data in published.items()
    }
    durations: dict[str, set[str]] = {language: set() for language in site.site.languages}
    for shown in site.policies:
        current = shown.timeline.in_force_at(site.as_of)
        for version in shown.versions:
            for edition in (read.edition for read in version.editions.values()):
                newest = files[urls.summary(shown.id, edition.version, edition.language, edition.revision)]
                folders = [f"{API}/{shown.id}/{edition.version}/{edition.language}"]
                if current is not None and current.version == edition.version:
                    folders.append(f"{API}/{shown.id}/current/{edition.language}")
                    files[f"{folders[-1]}.json"] = newest
                summary = read_summary(newest, f"{SOURCE}/{shown.id}/versions/{edition.version}")
                durations.setdefault(edition.language, set()).update(durations_of(summary))
                html = _ready_html(summary, base, edition)
                files.update({f"{folder}/{name}": data for folder in folders for name, data in html.items()})
                for folder in folders[1:]:  # that of what is in force
                    files.update({f"{folder}/{name}": text.encode() for name, text in spreadsheets(summary).items()})
    for language, said in durations.items():
        words = words_for(language, catalogs(compiled_catalog))
        files[f"{API}/words/{language}.json"] = canonical(interface_words(words, said))
    whole = index(site, files)
    files[f"{API}/index.json"] = canonical(whole)
    files[f"{API}/current.json"] = canonical(in_force_and_announced(whole))
    for name in ("index", "summary", "words"):
        path = f"{API}/schema/{name}.schema.json"
        files[path] = rfc8785.dumps({"$id": base + path, **shipped_schema(name)})
    files[f"{API}/types.d.ts"] = package_files("inforce.summary").joinpath("schemas", "types.d.ts").read_bytes()
    return files


def _ready_html(summary: Summary, base: str, edition: Edition) -> dict[str, bytes]:
    """`cookies.html` and `contact.html` of an edition."""
    words = words_for(edition.language, catalogs(compiled_catalog))
    page = base + urls.version(edition.language, edition.policy, edition.version)
    return {name: html.encode() for name, html in fragments(summary, words, page=page).items()}

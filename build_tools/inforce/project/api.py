"""The files for other sites, below `/api/` and `/embed/`: the JSON that each version froze, the index, ready HTML and
the configurations of banners made from the newest summaries, scripts.

A build takes the frozen files as they are; only a release or an amendment makes them. The index and the ready HTML
move with each build.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, MutableMapping
from importlib.resources import files as package_files
from typing import Any

import rfc8785

from inforce.contract.banner import Banner, BannerEdition, told_categories
from inforce.contract.cookieconsent import cookieconsent
from inforce.contract.fragments import fragments
from inforce.contract.index import API, in_force_and_announced, index, integrity, sequence_of
from inforce.contract.interface import countries_of, dates_of, durations_of, interface_words
from inforce.contract.klaro import klaro
from inforce.contract.models import Summary
from inforce.contract.published import canonical
from inforce.contract.ready_html import Stamp
from inforce.contract.spreadsheets import spreadsheets
from inforce.contract.status_html import Following, Standing, status_html
from inforce.embed import scripts
from inforce.model.version import Edition
from inforce.project.publish import Publication
from inforce.project.summaries import read_summary
from inforce.publication import PublishedPolicy, PublishedSite
from inforce.site import urls
from inforce.site.resources import catalogs
from inforce.site.translator import words_for
from inforce.storage.compiled import compiled_catalog
from inforce.storage.tree import SOURCE
from inforce.timeline import Term


def shipped_schema(name: str) -> dict[str, Any]:
    """A published JSON Schema ("index", "summary" or "words"), as `inforce schemas` wrote it from the models."""
    text = package_files("inforce.contract").joinpath("schemas", f"{name}.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def api_files(publication: Publication, into: MutableMapping[str, bytes] | None = None) -> MutableMapping[str, bytes]:
    """Every file below `/api/v1/`: indexes, frozen summaries, ready HTML, interface words, aliases, schemas, types; and
    the scripts below `/embed/`. Each is put into the mapping as it is made; a dictionary, if none is given."""
    site, base = publication.site, publication.site.site.base_url
    files: MutableMapping[str, bytes] = {} if into is None else into
    for (policy, number), published in publication.frozen.items():
        files.update({f"{API}/{policy}/{number}/{path}": data for path, data in published.items()})
    files.update(scripts())
    sequence = sequence_of(site)
    durations: dict[str, set[str]] = {language: set() for language in site.site.languages}
    dates: dict[str, set[str]] = {language: set() for language in site.site.languages}
    countries: set[str] = set()
    for shown in site.policies:
        current = shown.timeline.in_force_at(site.as_of)
        for version in shown.versions:
            spoken: list[BannerEdition] = []
            for edition in (read.edition for read in version.editions.values()):
                newest = files[urls.summary(shown.id, edition.version, edition.language, edition.revision)]
                folders = [f"{API}/{shown.id}/{edition.version}/{edition.language}"]
                if current is not None and current.version == edition.version:
                    folders.append(f"{API}/{shown.id}/current/{edition.language}")
                    files[f"{folders[-1]}.json"] = newest
                summary = read_summary(newest, f"{SOURCE}/{shown.id}/versions/{edition.version}")
                durations.setdefault(edition.language, set()).update(durations_of(summary))
                dates.setdefault(edition.language, set()).update(dates_of(summary))
                countries.update(countries_of(summary))
                stamp = Stamp(integrity=integrity(newest), sequence=sequence)
                spoken.append(_banner_edition(summary, base, stamp))
                html = _ready_html(summary, base, edition, stamp, _standing(site, shown, edition))
                files.update({f"{folder}/{name}": data for folder in folders for name, data in html.items()})
                for folder in folders[1:]:  # that of what is in force
                    files.update({f"{folder}/{name}": text.encode() for name, text in spreadsheets(summary).items()})
            places = [str(version.version.number)]
            if current is not None and current.version == version.version.number:
                places.append("current")
            made = _banners(spoken, sequence)
            files.update({f"{API}/{shown.id}/{place}/{name}": data for place in places for name, data in made.items()})
    for language, said in durations.items():
        words = words_for(language, catalogs(compiled_catalog))
        told = dates[language].union(*(_dates(each) for each in site.policies))
        files[f"{API}/words/{language}.json"] = canonical(interface_words(words, said, told, durations, countries))
    whole = index(site, files)
    files[f"{API}/index.json"] = canonical(whole)
    files[f"{API}/current.json"] = canonical(in_force_and_announced(whole))
    for name in ("index", "summary", "words"):
        path = f"{API}/schema/{name}.schema.json"
        files[path] = rfc8785.dumps({"$id": base + path, **shipped_schema(name)})
    files[f"{API}/types.d.ts"] = package_files("inforce.contract").joinpath("schemas", "types.d.ts").read_bytes()
    return files


def _dates(policy: PublishedPolicy) -> Iterator[str]:
    """The instants of a policy's versions and of their revisions, as the index has them."""
    for each in policy.timeline.terms:
        for at in (each.effective_from, each.announced, each.withdrawn, policy.timeline.effective_until(each.version)):
            if at is not None:
                yield at.isoformat(timespec="seconds")
    for published in policy.versions:
        for made in published.revisions.values():
            yield from (each.recorded.isoformat(timespec="seconds") for each in made)


def _ready_html(summary: Summary, base: str, edition: Edition, stamp: Stamp, standing: Standing) -> dict[str, bytes]:
    """`cookies.html`, `contact.html` and `status.html` of an edition."""
    words = words_for(edition.language, catalogs(compiled_catalog))
    page, prevailing = (
        base + urls.version(language, edition.policy, edition.version)
        for language in (edition.language, summary.authoritative_language)
    )
    made = fragments(summary, words, page=page, prevailing=prevailing, stamp=stamp)
    made["status.html"] = status_html(summary, words, standing, page=page, prevailing=prevailing, stamp=stamp)
    return {name: html.encode() for name, html in made.items()}


def _banner_edition(summary: Summary, base: str, stamp: Stamp) -> BannerEdition:
    words = words_for(summary.language, catalogs(compiled_catalog))
    page = base + urls.version(summary.language, summary.policy, summary.version)
    return BannerEdition(summary=summary, words=words, page=page, integrity=stamp.integrity)


def _banners(spoken: Iterable[BannerEdition], sequence: int) -> dict[str, bytes]:
    """`cookieconsent.json` and `klaro.json` of a version; none where it states nothing that is on the website."""
    first = sorted(spoken, key=lambda each: each.summary.language != each.summary.authoritative_language)
    banner = Banner(editions=first, sequence=sequence)
    if not told_categories(banner.prevailing):
        return {}
    made = {"cookieconsent.json": cookieconsent(banner), "klaro.json": klaro(banner)}
    return {name: rfc8785.dumps(config) for name, config in made.items()}


def _standing(site: PublishedSite, policy: PublishedPolicy, edition: Edition) -> Standing:
    """The dates of an edition's version, and the one that comes after it, in its language where it has that."""
    own = policy.timeline.term(edition.version)
    # Whether it has come by now is not asked: like the summaries, this file doesn't change as time goes by.
    later = (term for term in policy.timeline.terms if term.effective_from > own.effective_from)
    following = next((term for term in later if term.applies_at(term.effective_from)), None)
    return Standing(
        effective_from=own.effective_from,
        withdrawn=own.withdrawn,
        following=_following(site, policy, following, edition.language) if following else None,
    )


def _following(site: PublishedSite, policy: PublishedPolicy, term: Term, language: str) -> Following:
    version = policy.version(term.version)
    found = language if language in version.editions else version.version.authoritative_language
    page = site.site.base_url + urls.version(found, policy.id, term.version)
    return Following(version=term.version, effective_from=term.effective_from, page=page)

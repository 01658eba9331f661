"""Links to this site's own pages from its texts, its links.yml and its handbook, held to the site as it would be built.

Texts are held to what stands once all that is announced is in force: a link to a version that comes is none to nowhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path

from inforce.errors import CannotContinue
from inforce.model.text import placed_links
from inforce.problems import Location, Problem
from inforce.project.check import parsed
from inforce.project.open import OpenProject
from inforce.project.publish import publish
from inforce.project.site_files import site_files
from inforce.rules.handbook import destination
from inforce.rules.mkdocs import is_flat
from inforce.rules.own_links import OwnLink, leading_nowhere, own_link


def links_to_nowhere(
    opened: OpenProject, of_handbook: Collection[OwnLink], *, as_of: datetime, cache: Path | None
) -> tuple[Problem, ...]:
    """L304 for the working texts, links.yml and what the handbook links of Inforce's. The site is made only where there
    are such links, as far as they need it; nothing is told where it can't be made, which is told already."""
    not_made = {file for link in of_handbook for file in link.files()}  # such as exclude_docs
    links = (*_of_site(opened), *_of_links_file(opened), *_of_texts(opened), *of_handbook)
    if not links or opened.errors:
        return ()
    flat = is_flat(opened.handbook.config)
    pages = (destination(path.removeprefix(f"{opened.handbook.docs}/"), flat=flat) for path in opened.handbook.pages())
    handbook = [page for page in pages if page not in not_made]
    try:
        site = publish(opened.project, opened.reader, as_of=_last(opened, as_of), drafts=False)
        files = site_files(site, cache=cache).all_files(())
        return tuple(leading_nowhere(links, files, handbook))
    except CannotContinue:
        return ()


def _last(opened: OpenProject, as_of: datetime) -> datetime:
    """When everything that is announced is in force."""
    manifests = [item.manifest for policy in opened.project.policies for item in policy.released]
    dates = [at for one in manifests for at in (one.announced, one.effective_from) if at is not None]
    return max((as_of, *dates))


def _of_texts(opened: OpenProject) -> Iterator[OwnLink]:
    base_url = opened.project.site.base_url
    for policy in opened.project.policies:
        texts, _ = parsed(policy, opened.reader)
        for language, sections in texts.items():
            for name, section in sections.items():
                for block in section.leaves:
                    for _, places in placed_links(block):
                        for link in (place.link for place in places):
                            if link.target.scheme == "https":
                                file = f"{policy.folder}/{language}/{name}.md"
                                at = Location(file=file, line=link.at.line, column=link.at.column)
                                yield from _own(link.target.value, base_url, at)


def _of_site(opened: OpenProject) -> Iterator[OwnLink]:
    """The way to the handbook at the foot of every page."""
    site = opened.project.site
    if site.handbook is not None:
        at = opened.project.site_places.place(("handbook",))
        yield from _own(f"{site.base_url}{site.handbook}", site.base_url, at)


def _of_links_file(opened: OpenProject) -> Iterator[OwnLink]:
    for name, target in opened.project.links.links.items():
        for address in dict.fromkeys((target.url, *target.languages.values())):
            yield from _own(address, opened.project.site.base_url, opened.project.links_places.place(("links", name)))


def _own(address: str, base_url: str, at: Location) -> Iterator[OwnLink]:
    found = own_link(address, page="", base_url=base_url, location=at)
    if found is not None:
        yield found

"""The engine conducted: it builds a handbook that was judged before, and what it says is told as problems."""

from __future__ import annotations

import errno
import io
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from jinja2 import TemplateNotFound

from inforce.engines.engine import Abort, MkDocsConfig, build, load_config
from inforce.engines.messages import icon_of, in_words, listening, problem_of
from inforce.engines.offline import no_network
from inforce.engines.pages import strangers
from inforce.engines.plugin import InforcePlugin
from inforce.problems import Location, Problem, Severity, problem
from inforce.project.check import errors
from inforce.publication import PublishedSite
from inforce.rules.handbook import Neighbours, destination, is_page
from inforce.rules.mkdocs import CONFIG, PLUGIN, is_flat
from inforce.rules.own_links import OwnLink
from inforce.rules.page_links import Nameable
from inforce.storage.handbook import Handbook

EPOCH_MIN, EPOCH_MAX = 315532800, 4294967295
"""The seconds since 1970 that both ZIP (from 1980) and gzip (32 bits) can write down."""
_OF_A_PAGE = re.compile("Error (?:building|reading) page ")
"""What the engine says of an exception before it passes it on."""
_OF_THE_COMPUTER = frozenset({errno.ENOSPC, errno.EROFS, errno.EMFILE, errno.ENOMEM, errno.EIO})
"""Errors that say nothing of a handbook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltHandbook:
    """What MkDocs made of `docs/`."""

    pages: tuple[str, ...]
    """The addresses of its pages, below the site's root."""
    problems: tuple[Problem, ...]
    """What MkDocs had to say: errors where it stopped, or would in strict mode, else hints."""
    links: tuple[OwnLink, ...] = ()
    """Links of its pages to addresses of the site at which MkDocs has made nothing: Inforce has to."""


def build_handbook(
    root: Path,
    handbook: Handbook,
    *,
    output: Path,
    as_of: datetime,
    beside: Neighbours,
    nameable: Nameable | None = None,
    published: PublishedSite | None = None,
) -> BuiltHandbook:
    """Have MkDocs build a handbook in which nothing is wrong by our own rules, into an empty folder. `published` are
    the policies of the site, where it is to be one with them."""
    said: list[str] = []
    plugin, stopped, at = InforcePlugin(), False, Location(file=CONFIG)
    try:
        with listening(said), _dated(as_of), no_network():
            config = _load(root, handbook, output)
            found = config.plugins[PLUGIN]
            assert isinstance(found, InforcePlugin)
            plugin = found
            plugin.conducted, plugin.handbook, plugin.beside, plugin.nameable = True, handbook, beside, nameable
            plugin.published = published
            plugin.problems, plugin.whole = (), False  # MkDocs may use one plugin for many builds
            stopped = bool(config.strict)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
    except Abort as stop:
        stopped = True
        if not said:
            said.append(stop.message)
    except (Exception, SystemExit) as error:  # of MkDocs, a theme, an extension: each has its own
        if isinstance(error, OSError) and error.errno in _OF_THE_COMPUTER:
            raise
        stopped = True
        said[:] = [each for each in said if not _OF_A_PAGE.match(each)]  # the same again
        words = in_words(error)
        if not any(words in each for each in said):
            said.append(words)
        if isinstance(error, TemplateNotFound) and (page := plugin.icons.get(icon_of(str(error.name or "")))):
            at = Location(file=f"{handbook.docs}/{page}")
        elif plugin.now:
            at = Location(file=f"{handbook.docs}/{plugin.now}")
    if stopped and not plugin.whole and errors(plugin.problems):
        return BuiltHandbook(pages=(), problems=plugin.problems)
    level = Severity.ERROR if stopped else Severity.HINT
    told = tuple(problem_of(words, handbook, level, at) for words in dict.fromkeys(said))
    if not told or level is Severity.HINT or plugin.whole:
        own = {
            destination(path.removeprefix(f"{handbook.docs}/"), flat=is_flat(handbook.config))
            for path in handbook.files
        }
        told = (*told, *strangers(output, beside, own), *plugin.problems)
    if not stopped and not plugin.pages and any(map(is_page, handbook.pages())):
        told = (*told, _all_left_out(handbook))
    return BuiltHandbook(pages=plugin.pages, problems=told, links=plugin.links)


def _all_left_out(handbook: Handbook) -> Problem:
    assert handbook.config is not None, "it was built"
    name = next((one for one in ("exclude_docs", "draft_docs") if one in handbook.config.data), "exclude_docs")
    return problem("H111", handbook.config.place((name,)), "no pages", name=name)


def try_handbook(
    root: Path, handbook: Handbook, *, as_of: datetime, beside: Neighbours, nameable: Nameable | None = None
) -> BuiltHandbook:
    """A handbook built for trial into a folder that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="inforce-handbook-") as output:
        place = Path(output)
        return build_handbook(root, handbook, output=place, as_of=as_of, beside=beside, nameable=nameable)


@contextmanager
def _dated(as_of: datetime) -> Iterator[None]:
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(min(max(int(as_of.timestamp()), EPOCH_MIN), EPOCH_MAX))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _load(root: Path, handbook: Handbook, output: Path) -> MkDocsConfig:
    """The configuration, from the data that was judged: MkDocs' own reader of YAML could take the file otherwise."""
    options: dict[str, Any] = {"site_dir": str(output)}
    assert handbook.config is not None, "a handbook that is built has a configuration"
    judged = yaml.safe_dump(handbook.config.typed(), allow_unicode=True, sort_keys=False).encode()
    return load_config(io.BytesIO(judged), config_file_path=str(root / CONFIG), **options)

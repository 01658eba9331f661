"""The adapter to MkDocs, and the only module that knows it: finished pages and files in, one site out.

Pages that move with time (in force, history, cookies, contact) enter MkDocs as generated pages, so that `mkdocs
serve` and the sitemap know them; what is final (a version, a redline, JSON) is handed over as finished files and never
enters the page loop. Material renders `docs/` only, with its own templates.
"""

from __future__ import annotations

import logging
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.theme import Theme

from inforce.cli.dates import WHEN, now
from inforce.cli.desk import in_ci
from inforce.errors import CannotContinue
from inforce.pages.page import Page
from inforce.pages.shipped import assets
from inforce.source.compiled import compiled_templates
from inforce.source.tree import SOURCE, read_tree
from inforce.workspace.desk import open_desk
from inforce.workspace.publish import publish
from inforce.workspace.site import SiteFiles, site_files

EPOCH_MIN, EPOCH_MAX = 315532800, 4294967295
"""The seconds since 1970 that both ZIP (from 1980) and gzip (32 bits) can write down."""
TEMPLATE = "inforce-finished.html"
DRAFTS = "INFORCE_DRAFTS"
"""The variable by which `inforce serve --drafts` asks for drafts."""
UNUSED_ASSETS = ("assets/javascripts/lunr/",)
"""What no page uses: Material's stemmers for languages that the handbook is not in."""


class InforceConfig(Config):  # type: ignore[no-untyped-call]
    """Options in mkdocs.yml."""

    drafts = Type(bool, default=False)
    as_of = Optional(Type(str))
    """A date (in the site's zone) or an instant to build for; now, where it is not given."""
    cache = Type(str, default=".cache/inforce")


class InforcePlugin(BasePlugin[InforceConfig]):  # type: ignore[no-untyped-call]
    """Hands Inforce's pages and files to MkDocs."""

    def __init__(self) -> None:
        self.prepared: SiteFiles | None = None
        """Set by `inforce build`, which has read the project already."""
        self._current: SiteFiles | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything before MkDocs touches its output."""
        self._current = self.prepared or self._open(config)
        config.theme = UnhiddenTheme(config.theme)
        config.theme.dirs.insert(0, str(Path(__file__).parent / "theme"))
        config.theme.static_templates.discard("404.html")
        config.watch.append(str(_root(config) / SOURCE))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, the JSON and the assets."""
        assert self._current is not None
        for file in list(files):
            if file.src_uri.startswith(UNUSED_ASSETS):
                files.remove(file)
        for page in self._current.pages:
            if page.moving and page.path.endswith("index.html"):
                files.append(_page(page, config))
            else:
                files.append(_finished(page.path, page.html.encode(), config))
        for path, data in {**self._current.files, **assets()}.items():
            files.append(_finished(path, data, config))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Spare the theme's templates from being compiled in every build."""
        env.bytecode_cache = compiled_templates("theme")
        return env

    def _open(self, config: MkDocsConfig) -> SiteFiles:
        try:
            root = _root(config)
            drafts = self.config.drafts or os.environ.get(DRAFTS) == "True"
            desk = open_desk(root, read_tree(root, SOURCE), ci=in_ci(os.environ))
            if desk.errors:
                raise CannotContinue(desk.errors)
            as_of = _instant(self.config.as_of, desk.project.site.time_zone)
            site = publish(desk.project, desk.reader, as_of=as_of, drafts=drafts)
            return site_files(site, cache=root / self.config.cache)
        except CannotContinue as stop:
            raise PluginError("\n".join(str(problem) for problem in stop.problems)) from None
        except click.UsageError as wrong:
            raise PluginError(wrong.message) from None


class UnhiddenTheme(Theme):
    """A theme whose folders that begin with a dot are not listed: MkDocs takes nothing from them, and Material's
    holds fourteen thousand icons, which templates name one by one."""

    def __init__(self, theme: Theme) -> None:
        vars(self).update(vars(theme))

    def get_env(self) -> Environment:
        """The environment of the theme, as MkDocs makes it."""
        environment = super().get_env()
        environment.loader = UnhiddenTemplates(self.dirs)
        return environment


class UnhiddenTemplates(FileSystemLoader):
    """Templates of folders; those in hidden ones can be named, but are not listed."""

    def list_templates(self) -> list[str]:
        """The names of all templates, sorted."""
        found: set[str] = set()
        for top in self.searchpath:
            for folder, folders, names in os.walk(top):
                folders[:] = [name for name in folders if not name.startswith(".")]
                below = Path(folder).relative_to(top)
                found.update((below / name).as_posix() for name in names)
        return sorted(found)


class FinishedPage(MkDocsPage):
    """A page whose HTML is finished: MkDocs has nothing to read or to render."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        self._finished = page
        super().__init__(page.title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Take what MkDocs would read from Markdown."""
        self.markdown = ""
        self.meta = {"template": TEMPLATE, "title": self._finished.title, "search": {"exclude": True}}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take what MkDocs would render."""
        self.content = self._finished.html
        self.toc = TableOfContents(
            [AnchorLink(entry.title, entry.id, entry.level) for entry in self._finished.toc if entry.level == 1]
        )
        self.present_anchor_ids = {entry.id for entry in self._finished.toc}

    def validate_anchor_links(self, *, files: Files, log_level: int) -> None:
        """Our own tests follow every link of the finished site."""


def build_site(root: Path, site: SiteFiles, *, output: Path, as_of: datetime) -> None:
    """Conduct one MkDocs build into an empty folder. Raises mkdocs' exceptions where the handbook is wrong."""
    config = _load(root, output)
    plugin = config.plugins["inforce"]
    assert isinstance(plugin, InforcePlugin)
    plugin.prepared = site
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(min(max(int(as_of.timestamp()), EPOCH_MIN), EPOCH_MAX))
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _load(root: Path, output: Path) -> MkDocsConfig:
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    if not logger.handlers:
        logger.addHandler(logging.StreamHandler())
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    options: dict[str, Any] = {"config_file": str(root / "mkdocs.yml"), "site_dir": str(output)}
    return load_config(**options)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _instant(as_of: str | None, time_zone: str) -> datetime:
    """The instant that mkdocs.yml names, or now. Raises click.UsageError for what is neither date nor instant."""
    return now() if as_of is None else WHEN.convert(as_of, None, None).at(time_zone)


def _page(page: Page, config: MkDocsConfig) -> File:
    source = f"{page.url}index.md"
    file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    FinishedPage(page, file, config)
    return file


def _finished(path: str, data: bytes, config: MkDocsConfig) -> File:
    return File.generated(config, path, content=data, inclusion=InclusionLevel.NOT_IN_NAV)

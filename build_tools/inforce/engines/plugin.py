"""The plugin: keeps the engine to `docs/`, and writes what is Inforce's where the engine runs by itself."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment

from inforce.engines.blank import Built, built
from inforce.engines.engine import (
    WRITES,
    BaseConfigOption,
    BasePlugin,
    Config,
    File,
    Files,
    MkDocsConfig,
    Navigation,
    Optional,
    Page,
    PluginError,
    TemplateContext,
    Type,
    ValidationError,
    clean_directory,
    event_priority,
    get_plugin_logger,
)
from inforce.engines.links import NamingLinks
from inforce.engines.one_site import is_needed, with_named_search, with_policies, with_style, with_texts
from inforce.engines.pages import misleading_templates, naming_problems, own_links, page_problems, strangers
from inforce.errors import CannotContinue
from inforce.problems import Problem
from inforce.project.check import errors
from inforce.project.dates import When, WrongDate, latest, now, when
from inforce.project.nameable import nameable
from inforce.project.open import in_ci, neighbours, open_project
from inforce.project.publish import Publication, publish
from inforce.project.site_files import write_site
from inforce.publication import PublishedSite
from inforce.rules.handbook import Neighbours
from inforce.rules.mkdocs import CONFIG, is_flat
from inforce.rules.mkdocs_values import icons
from inforce.rules.own_links import OwnLink, leading_nowhere
from inforce.rules.page_links import Nameable
from inforce.site.favicon import FAVICON
from inforce.storage.cache import InsideProject, cache_folder
from inforce.storage.compiled import compiled_templates
from inforce.storage.handbook import Handbook
from inforce.storage.tree import SOURCE, read_tree

LAST = -100
"""After every other plugin."""
OWN_TEMPLATES = ("404.html", "sitemap.xml")
"""What themes write and Inforce does."""
_LOG = get_plugin_logger("inforce")


class AsOf(BaseConfigOption[When]):
    """A date or an instant, as the command line takes it."""

    def run_validation(self, value: object) -> When:
        """Read it. Raises ValidationError."""
        try:
            return when(value.isoformat() if isinstance(value, date) else str(value))
        except WrongDate as wrong:
            raise ValidationError(str(wrong)) from None


class InforceConfig(Config):  # type: ignore[no-untyped-call]
    """Options in mkdocs.yml, for `mkdocs build` and `mkdocs serve`; `inforce build` has its own."""

    drafts = Type(bool, default=False)
    as_of = Optional(AsOf())
    """A date (in the site's zone) or an instant to build for; now, where it is not given."""


class InforcePlugin(BasePlugin[InforceConfig]):  # type: ignore[no-untyped-call]
    """Keeps MkDocs to `docs/`, and writes what is Inforce's where MkDocs runs by itself."""

    def __init__(self) -> None:
        self.conducted = False
        """Set where `inforce` runs MkDocs: then it checks and writes itself."""
        self.pages: tuple[str, ...] = ()
        """The addresses of the handbook's pages, below the site's root."""
        self.handbook: Handbook | None = None
        """What was read and judged: MkDocs gets no other file of `docs/`."""
        self.whole = False
        """Whether all pages were made: MkDocs may stop afterwards for what it has said."""
        self.beside = Neighbours()
        """The policies beside which it stands."""
        self.nameable: Nameable | None = None
        """What its pages can name; None where none names anything."""
        self.published: PublishedSite | None = None
        """The policies of its site, for its menu and its search; None where it is made for trial."""
        self.now = ""
        """The page that is being made, below the folder of pages; "" where none is."""
        self.icons: dict[str, str] = {}
        """Each icon that front matter names, and a page that does."""
        self.problems: tuple[Problem, ...] = ()
        """What may not be published of what MkDocs has made."""
        self.links: tuple[OwnLink, ...] = ()
        """Links of its pages to addresses of the site at which MkDocs has made nothing."""
        self._made: Publication | None = None
        self._cache: Path | None = None
        self._naming: NamingLinks | None = None
        self._env: Environment | None = None
        self._context: Mapping[str, Any] = {}
        self._built: list[Built] = []
        self._nav = Navigation([], [])

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Refuse to leave old pages among new ones."""
        if dirty:
            raise PluginError("a dirty build would leave pages of the last one among its own.")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything before MkDocs touches its output.

        MkDocs keeps plugins from one build to the next, so what the last one has found is forgotten here.
        """
        self.pages, self.problems, self.links, self.icons, self.now = (), (), (), {}, ""
        if not self.conducted:
            self._made = self._open(config)
        self._naming = NamingLinks(self.nameable, config.theme.get("language")) if self.nameable else None
        if self._naming:
            config.markdown_extensions.append(self._naming)  # type: ignore[arg-type]  # MkDocs passes it on as it is
        config.theme.static_templates.difference_update(OWN_TEMPLATES)
        with_style(config)
        config.watch.append(str(_root(config) / SOURCE))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what was not judged, what no page uses, and the templates of what Inforce writes, which would be
        copied as they are."""
        for file in list(files):
            if _is_of_docs(file, config):
                unwanted = self.handbook is None or not self.handbook.holds(file.src_uri)
            else:
                unwanted = file.src_uri in OWN_TEMPLATES or not is_needed(file, config)
            if unwanted:
                files.remove(file)
        return files

    @event_priority(LAST)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let the policies stand in the menu."""
        return with_policies(nav, self.published, config.theme.get("language") or "en") if self.published else nav

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Remember which page is read, for what stops there."""
        self.now = page.file.src_uri
        return page

    @event_priority(LAST)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Say whose links come."""
        if self._naming:
            self._naming.begin(page.file.src_uri, page.url)
        return markdown

    @event_priority(LAST)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Spare the theme's templates from being compiled in every build."""
        env.bytecode_cache = compiled_templates("theme")
        self.pages = tuple(file.url for file in files.documentation_pages())
        self._env, self._built, self.now = env, [], ""
        if self.handbook is not None:
            read = [file.page for file in files.documentation_pages() if file.page is not None]
            self.icons = {name: page.file.src_uri for page in read for _, name in icons(dict(page.meta))}
            self.problems = misleading_templates(read, self.handbook)
            if self.problems:
                raise PluginError(_lines(self.problems))
        return env

    @event_priority(LAST)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Keep what a template is given."""
        self.now = page.file.src_uri
        context["mkdocs_version"] = WRITES
        self._context, self._nav = context, nav
        return context

    @event_priority(LAST)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep what it made."""
        self._built.append(built(page, output, self._context))
        self.now = ""
        return with_named_search(output)

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Look at what was made, and write what is Inforce's where MkDocs runs by itself."""
        assert self.handbook is not None, "it is read first"
        assert self._env is not None, "it is made before pages"
        language, output = config.theme.get("language"), Path(config.site_dir)
        own = config.site_url or ""
        made = self._naming.made if self._naming else {}
        self.links = tuple(own_links(self._built, self.handbook, output, own=own, made=made)) if own else ()
        named = tuple(naming_problems(self._built, self.handbook, self._naming)) if self._naming else ()
        self.problems = page_problems(
            self._built,
            self._nav,
            self._env,
            self.handbook,
            own=config.site_url,
            language=language,
            beside=self.beside,
        )
        self.problems = tuple(dict.fromkeys((*self.problems, *named)))
        self.whole = True
        if self.published is not None:
            with_texts(output, self.published)
        if self._made is not None:
            self._write(self._made, output)

    def _write(self, site: Publication, output: Path) -> None:
        """Write what is Inforce's. Raises PluginError where anything forbids a site: then nothing is left of it."""
        assert self.handbook is not None, "it is read first"
        found = strangers(output, self.beside)
        try:
            if not found:
                icon = self.handbook.holds(FAVICON)
                write_site(site, output, cache=self._cache, handbook=self.pages, has_icon=icon)
                found += leading_nowhere(self.links, _standing(self.links, output))
        except CannotContinue as stop:
            found += stop.problems
        if wrong := errors((*found, *self.problems)):
            clean_directory(str(output))
            raise PluginError(_lines(wrong))
        for problem in self.problems:
            _LOG.info("%s", problem)

    def _open(self, config: MkDocsConfig) -> Publication:
        try:
            root = _root(config)
            opened = open_project(root, read_tree(root, SOURCE), ci=in_ci(os.environ), at=latest())
            if opened.errors:
                raise CannotContinue(opened.errors)
            if (other := _other_than_judged(config, opened.handbook)) is not None:
                raise PluginError(f"{other}, and so MkDocs would build another handbook than was checked.")
            self.handbook, self.beside = opened.handbook, neighbours(opened.project)
            as_of = self.config.as_of.at(opened.project.site.time_zone) if self.config.as_of else now()
            site = publish(opened.project, opened.reader, as_of=as_of, drafts=self.config.drafts)
            self.nameable, self.published = nameable(opened, as_of=as_of, site=site), site.site
            self._cache = cache_folder(root)
            return site
        except CannotContinue as stop:
            raise PluginError(_lines(stop.problems)) from None
        except (InsideProject, WrongDate) as wrong:
            raise PluginError(str(wrong)) from None


def _other_than_judged(config: MkDocsConfig, handbook: Handbook) -> str | None:
    """What an option on the command line has made another than mkdocs.yml says."""
    entries = handbook.config.typed() if handbook.config else {}
    theme = entries.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    if Path(config.config_file_path).name != CONFIG:
        return f"the configuration is not in {CONFIG}"
    if Path(config.docs_dir).resolve() != (_root(config) / handbook.docs).resolve():
        return "docs_dir is another than in mkdocs.yml"
    if config.theme.name != name:
        return "the theme is another than in mkdocs.yml"
    if config.use_directory_urls is is_flat(handbook.config):
        return "use_directory_urls is another than in mkdocs.yml"
    return None


def _lines(problems: Collection[Problem]) -> str:
    return "\n".join(str(problem) for problem in problems)


def _standing(links: Collection[OwnLink], output: Path) -> Iterator[tuple[str, bytes]]:
    """The files of the built site that links may lead to, one after another."""
    for path in dict.fromkeys(path for link in links for path in link.files()):
        if ".." not in Path(path).parts and (output / path).is_file():
            yield path, (output / path).read_bytes()


def _is_of_docs(file: File, config: MkDocsConfig) -> bool:
    return file.src_dir == config.docs_dir


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent

"""The adapter to MkDocs, and the only package that knows it: MkDocs builds `docs/`, and Inforce writes its own beside.

`inforce check` and `inforce build` conduct MkDocs by the same function, over files that were judged before; what it
says is told as problems, and so is what its pages hold beside words. `mkdocs build` and `mkdocs serve` work too: there
the plugin reads, checks and writes. But MkDocs has read mkdocs.yml by then, and run what it names: a stranger's is read
safely by `inforce check` alone.
"""

from __future__ import annotations

import errno
import io
import logging
import os
import re
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
import yaml
from jinja2 import Environment, FileSystemLoader, TemplateNotFound
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs.utils import clean_directory
from mkdocs.utils.templates import TemplateContext

from inforce.cli.dates import WHEN, When, latest, now
from inforce.cli.opening import in_ci
from inforce.errors import CannotContinue
from inforce.plugin.blank import Built, built
from inforce.plugin.links import NamingLinks
from inforce.plugin.offline import no_network
from inforce.plugin.pages import misleading_templates, naming_problems, own_links, page_problems
from inforce.problems import Location, Problem, Severity
from inforce.project.check import errors
from inforce.project.nameable import nameable
from inforce.project.open import neighbours, open_project
from inforce.project.publish import publish
from inforce.project.site_files import SiteFiles, site_files
from inforce.rules.handbook import Neighbours, destination, is_claimed, is_page
from inforce.rules.mkdocs import CONFIG, PLUGIN, is_flat
from inforce.rules.mkdocs_values import icons
from inforce.rules.own_links import OwnLink, leading_nowhere
from inforce.rules.page_links import Nameable
from inforce.site.favicon import FAVICON
from inforce.storage.apply import write_files
from inforce.storage.cache import InsideProject, cache_folder
from inforce.storage.compiled import compiled_templates
from inforce.storage.handbook import Handbook
from inforce.storage.tree import SOURCE, read_tree

EPOCH_MIN, EPOCH_MAX = 315532800, 4294967295
"""The seconds since 1970 that both ZIP (from 1980) and gzip (32 bits) can write down."""
UNUSED_ASSETS = ("assets/javascripts/lunr/",)
"""What no page uses: Material's stemmers for languages that the handbook is not in."""
LAST = -100
"""After every other plugin."""
OWN_TEMPLATES = ("404.html", "sitemap.xml")
"""What themes write and Inforce does."""
_LOG = get_plugin_logger("inforce")
_DOC = re.compile(r"(?:[Dd]oc file|page) '([^']+)'")
_LINK = re.compile(r"contains a(?:n absolute)? link '([^']+)'")
_TOO_DEEP = re.compile(r"maximum recursion depth exceeded.*")
"""What Python says where lists, quotes or emphasis stand in one another a hundred times."""
_MISSING = re.compile("the theme has no \u201c(.*)\u201d")
_OF_A_PAGE = re.compile("Error (?:building|reading) page ")
"""What MkDocs says of an exception before it passes it on."""
_OF_THE_COMPUTER = frozenset({errno.ENOSPC, errno.EROFS, errno.EMFILE, errno.ENOMEM, errno.EIO})
"""Errors that say nothing of a handbook."""
_ENTRY = re.compile(r"Config value '([^']+)'")


_CURES = {
    Severity.ERROR: "Mend it: MkDocs builds no site with it.",
    Severity.HINT: "MkDocs builds the site all the same; with strict: true it would not.",
}


class AsOf(BaseConfigOption[When]):
    """A date or an instant, as the command line takes it."""

    def run_validation(self, value: object) -> When:
        """Read it. Raises ValidationError."""
        text = value.isoformat() if isinstance(value, date) else str(value)
        try:
            return WHEN.convert(text, None, None)
        except click.UsageError as wrong:
            raise ValidationError(wrong.message) from None


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
        self.now = ""
        """The page that is being made, below the folder of pages; "" where none is."""
        self.icons: dict[str, str] = {}
        """Each icon that front matter names, and a page that does."""
        self.problems: tuple[Problem, ...] = ()
        """What may not be published of what MkDocs has made."""
        self.links: tuple[OwnLink, ...] = ()
        """Links of its pages to addresses of the site at which MkDocs has made nothing."""
        self._made: SiteFiles | None = None
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
        config.theme = UnhiddenTheme(config.theme)
        config.theme.static_templates.difference_update(OWN_TEMPLATES)
        config.watch.append(str(_root(config) / SOURCE))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what was not judged, what no page uses, and the templates of what Inforce writes, which would be
        copied as they are."""
        for file in list(files):
            if _is_of_docs(file, config):
                unwanted = self.handbook is None or not self.handbook.holds(file.src_uri)
            else:
                unwanted = file.src_uri.startswith(UNUSED_ASSETS) or file.src_uri in OWN_TEMPLATES
            if unwanted:
                files.remove(file)
        return files

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
        self._context, self._nav = context, nav
        return context

    @event_priority(LAST)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep what it made."""
        self._built.append(built(page, output, self._context))
        self.now = ""
        return output

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
        if self._made is None:
            return
        site = self._made
        wanted = leading_nowhere(self.links, site.all_files(self.pages))
        if found := errors((*strangers(output, self.beside), *wanted, *self.problems)):
            clean_directory(config.site_dir)
            raise PluginError(_lines(found))
        for problem in self.problems:
            _LOG.info("%s", problem)
        write_files(output, site.all_files(self.pages, has_icon=self.handbook.holds(FAVICON)))

    def _open(self, config: MkDocsConfig) -> SiteFiles:
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
            self.nameable = nameable(opened, as_of=as_of, site=site)
            return site_files(site, cache=cache_folder(root)).whole()
        except CannotContinue as stop:
            raise PluginError(_lines(stop.problems)) from None
        except InsideProject as wrong:
            raise PluginError(str(wrong)) from None
        except click.UsageError as wrong:
            raise PluginError(wrong.message) from None


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
) -> BuiltHandbook:
    """Have MkDocs build a handbook in which nothing is wrong by our own rules, into an empty folder."""
    said: list[str] = []
    plugin, stopped, at = InforcePlugin(), False, Location(file=CONFIG)
    try:
        with _listening(said), _dated(as_of), no_network():
            config = _load(root, handbook, output)
            found = config.plugins[PLUGIN]
            assert isinstance(found, InforcePlugin)
            plugin = found
            plugin.conducted, plugin.handbook, plugin.beside, plugin.nameable = True, handbook, beside, nameable
            plugin.problems, plugin.whole = (), False  # MkDocs may use one plugin for many builds
            stopped = bool(config.strict)
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
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
        words = _in_words(error)
        if not any(words in each for each in said):
            said.append(words)
        if isinstance(error, TemplateNotFound) and (page := plugin.icons.get(_icon(str(error.name or "")))):
            at = Location(file=f"{handbook.docs}/{page}")
        elif plugin.now:
            at = Location(file=f"{handbook.docs}/{plugin.now}")
    if stopped and not plugin.whole and errors(plugin.problems):
        return BuiltHandbook(pages=(), problems=plugin.problems)
    level = Severity.ERROR if stopped else Severity.HINT
    told = tuple(_told(words, handbook, level, at) for words in dict.fromkeys(said))
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
    message = f"{name} leaves out every page, so that the site has no handbook."
    return _problem("H111", handbook.config.place((name,)), message, "Name fewer pages there.", Severity.HINT)


def try_handbook(
    root: Path, handbook: Handbook, *, as_of: datetime, beside: Neighbours, nameable: Nameable | None = None
) -> BuiltHandbook:
    """A handbook built for trial into a folder that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="inforce-handbook-") as output:
        place = Path(output)
        return build_handbook(root, handbook, output=place, as_of=as_of, beside=beside, nameable=nameable)


def strangers(output: Path, beside: Neighbours, told: Collection[str] = ()) -> list[Problem]:
    """What MkDocs, its theme or a plugin wrote where only Inforce writes; a file of `docs/` is `told` already."""
    found: list[Problem] = []
    for folder, folders, names in os.walk(output):
        folders.sort()
        for name in sorted(names):
            path = (Path(folder) / name).relative_to(output).as_posix()
            if path not in told and is_claimed(path, beside):
                message = f"the theme or a plugin writes /{path}, where only Inforce writes."
                remedy = "Take out the plugin, or the theme, that does."
                found.append(_problem("H101", Location(file=CONFIG), message, remedy, Severity.ERROR))
    return found


@contextmanager
def _listening(said: list[str]) -> Iterator[None]:
    """Collect what MkDocs warns of, in the place of its own printing."""
    logger = logging.getLogger("mkdocs")
    before = logger.handlers[:], logger.propagate, logger.level
    logger.handlers[:] = [_Collector(said)]
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        yield
    finally:
        logger.handlers[:], logger.propagate = before[0], before[1]
        logger.setLevel(before[2])


class _Collector(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(record.getMessage())


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


def _in_words(error: BaseException) -> str:
    """What an exception says, which need not be for people."""
    if isinstance(error, TemplateNotFound):
        return f"the theme has no \u201c{error.name}\u201d"
    return str(error) or type(error).__name__


def _told(words: str, handbook: Handbook, level: Severity, at: Location) -> Problem:
    """What MkDocs said, with the file that it is about; `at` is the page at which it stopped."""
    where, cure = at, _CURES[level]
    if (found := _MISSING.search(words)) and (named := _place_of(found[1], handbook)) is not None:
        where = named
    elif (found := _DOC.search(words)) and f"{handbook.docs}/{found[1]}" in handbook.files:
        path = f"{handbook.docs}/{found[1]}"
        where = Location(file=path)
        if link := _LINK.search(words):
            where = _where_linked(link[1], path, handbook)
            cure = (
                f"Write where it leads, as seen from this page, or take the link out. {cure.removeprefix('Mend it: ')}"
            )
    elif (found := _ENTRY.search(words)) and handbook.config is not None:
        where = handbook.config.place((found[1],))
    line = _TOO_DEEP.sub("its parts stand too deep in one another", " ".join(_without_trace(words).split())).rstrip(".")
    return _problem("H106", where, f"MkDocs says: {line}.", cure, level)


def _where_linked(target: str, path: str, handbook: Handbook) -> Location:
    """The line of a page that first has this link's target; MkDocs doesn't say it."""
    lines = handbook.files[path].decode("utf-8", "replace").split("\n")
    found = next(
        (number for number, line in enumerate(lines, 1) if any(f"{sign}{target}" in line for sign in '(<" ')), None
    )
    return Location(file=path, line=found)


def _place_of(template: str, handbook: Handbook) -> Location | None:
    """Where mkdocs.yml names a template that the theme lacks: an icon, or its language."""
    if handbook.config is None or not isinstance(handbook.config.data, dict):
        return None
    name = _icon(template)
    data = {key: handbook.config.data.get(key) for key in ("theme", "extra")}
    if (path := next((path for path, icon in icons(data) if icon == name), None)) is not None:
        return handbook.config.place(path)
    return handbook.config.place(("theme", "language")) if "/languages/" in template else None


def _icon(template: str) -> str:
    return template.removeprefix(".icons/").removesuffix(".svg")


def _without_trace(words: str) -> str:
    """Words without the lines of the program that they may quote."""
    lines = words.strip().splitlines()
    traced = any(line.lstrip().startswith('File "') for line in lines)
    return f"{lines[0]} {lines[-1]}" if traced else words


def _problem(code: str, where: Location, message: str, remedy: str, level: Severity) -> Problem:
    return Problem(code=code, severity=level, location=where, message=message, remedy=remedy)


def _lines(problems: Collection[Problem]) -> str:
    return "\n".join(str(problem) for problem in problems)


def _is_of_docs(file: File, config: MkDocsConfig) -> bool:
    return file.src_dir == config.docs_dir


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent

"""The engine: ProperDocs where it is installed, else MkDocs. Everything that Inforce takes of either stands here.

ProperDocs is MkDocs 1.6 carried on under another name, and lends its modules under the old one too, to themes, plugins
and this file. Where MkDocs has begun already, as its own command has, it stays.
"""

from __future__ import annotations

import importlib
import sys

if "mkdocs" not in sys.modules:
    try:
        importlib.import_module("properdocs.replacement")
    except ModuleNotFoundError:
        importlib.import_module("mkdocs")

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import clean_directory, get_relative_url
from mkdocs.utils.templates import TemplateContext

__all__ = [
    "Abort",
    "AnchorLink",
    "BaseConfigOption",
    "BasePlugin",
    "Config",
    "File",
    "Files",
    "Link",
    "MkDocsConfig",
    "Navigation",
    "Optional",
    "Page",
    "PluginError",
    "Section",
    "StructureItem",
    "TemplateContext",
    "Type",
    "ValidationError",
    "build",
    "clean_directory",
    "event_priority",
    "get_plugin_logger",
    "get_relative_url",
    "load_config",
]

LOGGERS = ("mkdocs", "properdocs")
"""What they log to; themes and plugins made for MkDocs use its name under either."""
WRITES = "1.6"
"""What templates are told as the version of MkDocs, whichever builds and whichever patch of it it is: the same source
makes the same bytes."""

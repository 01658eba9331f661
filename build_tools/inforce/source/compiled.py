"""Compiled templates are kept beside the code, as Python keeps its own: a process need not compile them again.

They depend on the templates and the versions of Python and Jinja only, never on a policy, so they are no part of a
project's cache. Jinja compares each with a digest of its source before it is used.
"""

from __future__ import annotations

import os
from importlib.metadata import version
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

PLACE = Path(__file__).parents[1] / "__pycache__" / "templates"


def compiled_templates(environment: str) -> FileSystemBytecodeCache | None:
    """Where an environment (its name: what compiles otherwise has another) keeps its compiled templates.

    None where that folder cannot be written.
    """
    try:
        PLACE.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    if not os.access(PLACE, os.W_OK):
        return None
    return FileSystemBytecodeCache(str(PLACE), f"{environment}-{version('jinja2')}-%s.cache")

"""From a view (plain frozen data) to a whole HTML document; the same view is never written twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from jinja2 import BytecodeCache, DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from inforce.site.bidi import marked
from inforce.site.translator import Translator, direction, native_name

Memo = Callable[[str, Callable[[], str]], str]
"""Gives the text for a key, computing it where it isn't known yet. The edge keeps one apart for each state of the
code, so a key need not name the code."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Writes documents. Make one a build, with `maker`."""

    environment: Environment
    key: str
    memo: Memo

    def html(self, template: str, view: object, words: Translator) -> str:
        """The document of a view: a frozen dataclass, whose repr is all that the document depends on but words."""
        seed = f"{self.key} {template} {words.language} {words.catalog.key} {view!r}"
        key = "page-" + hashlib.sha256(seed.encode()).hexdigest()
        return self.memo(key, lambda: self._render(template, view, words))

    def _render(self, template: str, view: object, words: Translator) -> str:
        return self.environment.get_template(template).render(
            v=view, words=words, markup=Markup, _=words.text, n_=words.plural, pieces=words.pieces, day=words.day
        )


def maker(templates: Mapping[str, str], memo: Memo, compiled: BytecodeCache | None = None) -> Renderer:
    """A maker for these templates (name to source); `compiled` is where they are kept compiled."""
    environment = Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled,
    )
    environment.globals.update(direction=direction, native_name=native_name)
    environment.filters.update(iso=_iso, marked=marked)
    digest = hashlib.sha256("".join(f"{name}\0{templates[name]}\0" for name in sorted(templates)).encode()).hexdigest()
    return Renderer(environment=environment, key=digest, memo=memo)


def _iso(at: datetime | None) -> str:
    return at.isoformat(timespec="seconds") if at else ""

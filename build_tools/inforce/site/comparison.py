"""Two editions compared, as a page shows them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import partial

from inforce.model.recent import Recent
from inforce.publication import ReadVersion
from inforce.redline import Row, compare
from inforce.redline.html import body, summary
from inforce.site.article import Article, article
from inforce.site.frame import SiteContext
from inforce.site.redline_wording import redline_words
from inforce.site.translator import Translator

MOST_ROWS = 512
"""Pairs of sections whose rows are held: the next redlines of a policy ask again for its unchanged sections, in each
language, and a pair holds some thirty kilobytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The redline of two editions in one language. `foreign`: another than the page's interface.

    `key` is a digest of all that it is made from.
    """

    language: str
    foreign: bool
    key: str
    old: Article = field(repr=False)
    new: Article = field(repr=False)
    words: Translator = field(repr=False)
    site_context: SiteContext = field(repr=False)

    def html(self) -> tuple[str, str]:
        """The list of changes, and what stands in the article."""
        made = self.site_context.maker.memo(f"redline-{self.key}", lambda: json.dumps(self._make()))
        listed, text = json.loads(made)
        return listed, text

    def _make(self) -> tuple[str, str]:
        rows = self.site_context.once(("rows",), lambda: Recent[str, tuple[Row, ...]](MOST_ROWS))
        old, new = self.old.edition, self.new.edition
        redline = compare(old, new, memo=rows)
        words = redline_words(self.words, old.facts, new.facts)

        text = body(redline, words, old=self.old.context, new=self.new.context, section_html=self.new.section)
        return summary(redline, words, old=self.old.context, new=self.new.context), text


def comparison(
    site_context: SiteContext, old: ReadVersion, new: ReadVersion, language: str, words: Translator
) -> Comparison:
    """The redline from one version to another in a language both have, and worded in it.

    `words` are the page's."""
    before, after = (article(site_context, each, each.editions[language], words) for each in (old, new))
    facts = (site_context.once(("facts", id(each)), partial(_facts_key, each)) for each in (old, new))
    spoken = site_context.words.get(language, words)
    parts = (before.key, after.key, *facts, spoken.language, spoken.catalog.key)
    return Comparison(
        language=language,
        foreign=language != words.language,
        key=hashlib.sha256(repr(parts).encode()).hexdigest(),
        old=before,
        new=after,
        words=spoken,
        site_context=site_context,
    )


def _facts_key(published: ReadVersion) -> str:
    data = json.dumps(published.version.facts, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(data.encode()).hexdigest()

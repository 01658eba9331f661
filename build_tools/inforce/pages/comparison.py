"""Two editions compared, as a page shows them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field

from inforce.model.edition import ReadEdition
from inforce.pages.article import edition_key
from inforce.pages.shell import Scene
from inforce.pages.words import Words
from inforce.publication import PublishedVersion
from inforce.redline import compare


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The redline of two editions in one language. `foreign`: another than the page's interface.

    `key` is a digest of all that it is made from.
    """

    language: str
    foreign: bool
    key: str
    old: ReadEdition = field(repr=False)
    new: ReadEdition = field(repr=False)
    words: Words = field(repr=False)
    scene: Scene = field(repr=False)

    def html(self) -> str:
        """The list of changes and the article."""
        return self.scene.maker.memo(f"redline-{self.key}", self._make)

    def _make(self) -> str:
        from inforce.redline.html import render  # type: ignore

        return render(compare(self.old, self.new), self.words)


def comparison(
    scene: Scene, old: PublishedVersion, new: PublishedVersion, language: str, words: Words
) -> Comparison:
    """The redline from one version to another in a language both have, told in these words."""
    parts = (
        *(edition_key(scene, each, each.editions[language]) for each in (old, new)),
        *(scene.once(("facts", id(each)), lambda each=each: _facts_key(each)) for each in (old, new)),  # type: ignore[misc]
        words.language,
        words.catalog.key,
    )
    return Comparison(
        language=language,
        foreign=language != words.language,
        key=hashlib.sha256(repr(parts).encode()).hexdigest(),
        old=old.editions[language],
        new=new.editions[language],
        words=words,
        scene=scene,
    )


def _facts_key(published: PublishedVersion) -> str:
    data = json.dumps(published.version.facts, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(data.encode()).hexdigest()

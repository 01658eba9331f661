"""What a record asks of the working text: the date of a release in its words, a correction carried over, and the
`sync.json` of translations that stay in step with either.

Both come in the order in which they are written: each `sync.json` first, then the words. So what a command that was
killed left undone can be found again from the words that it left (`release.unfinished`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from inforce.model.text import Parse
from inforce.reader.records.record_json import record
from inforce.reader.wording import wording_digest
from inforce.rules.dates import with_words_of

Texts = Mapping[str, Mapping[str, str]]
"""Language to section id to source text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingPolicy:
    """The working text of a policy in all languages that matter, and the text that each translation was made from."""

    folder: str
    leading: str
    """The language that prevails."""
    texts: Texts
    synced: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language to section id to the digest of the prevailing text that a translation was made from (`sync.json`)."""

    def file(self, language: str, section: str) -> str:
        """The path of a section, relative to the project."""
        return f"{self.folder}/{language}/{section}.md"

    def after(self, edits: Mapping[str, bytes]) -> WorkingPolicy:
        """The same with its files as `edits` has them, by path."""
        return replace(
            self,
            texts={
                language: {
                    name: edits[path].decode() if (path := self.file(language, name)) in edits else text
                    for name, text in sections.items()
                }
                for language, sections in self.texts.items()
            },
            synced={
                language: json.loads(edits[path]) if (path := self.sync_file(language)) in edits else entries
                for language, entries in self.synced.items()
            },
        )

    def sync_file(self, language: str) -> str:
        """The path of a `sync.json`, relative to the project."""
        return f"{self.folder}/{language}/sync.json"

    def sync_files(self, synced: Mapping[str, Mapping[str, str]]) -> dict[str, bytes]:
        """The `sync.json` of each language that is to say something else than it does."""
        return {
            self.sync_file(language): record(dict(sorted(entries.items())))
            for language, entries in synced.items()
            if entries != self.synced.get(language, {})
        }


def dated(working: WorkingPolicy, texts: Texts, parse: Parse) -> dict[str, bytes]:
    """The edits that give the working text the words of a release, which are its own with the date in them.

    The date is written into every language, so a translation that was up to date stays so; one that follows later too.
    """
    now: dict[str, tuple[str, str]] = {}
    for name, text in texts.get(working.leading, {}).items():
        before = working.texts[working.leading][name]
        if text != before:
            old, new = parse(working.leading, name, before), parse(working.leading, name, text)
            if old and new:
                now[name] = wording_digest(old.leaves), wording_digest(new.leaves)
    synced = {
        language: {**entries, **{name: new for name, (old, new) in now.items() if entries.get(name) == old}}
        for language, entries in working.synced.items()
        if language != working.leading
    }
    words = {
        working.file(language, name): text.encode()
        for language, sections in texts.items()
        for name, text in sections.items()
        if text != working.texts[language][name]
    }
    return {**working.sync_files(synced), **words}


def redated(working: WorkingPolicy, before: Texts, texts: Texts, parse: Parse) -> dict[str, bytes]:
    """The edits that give the working text the date of an amendment: in each section that states it in the words of
    `before`, in those of `texts`. Where it says another date, somebody has chosen that."""
    found = {language: dict(sections) for language, sections in working.texts.items()}
    for language, sections in texts.items():
        for name, text in sections.items():
            now, old = found.get(language, {}).get(name), before.get(language, {}).get(name)
            if now is not None and old is not None and with_words_of(now, old) == now:
                found[language][name] = with_words_of(now, text)
    return dated(working, found, parse)


def corrected(
    working: WorkingPolicy, before: Texts, texts: Texts, parse: Parse
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The edits that carry a correction into the working text, and the files into which it cannot be carried.

    `before` are the words of the version before the correction, `texts` the sections that it mends. Where the working
    text still holds the old words, they are replaced. Where legal has changed the section meanwhile, the blocks that
    the correction mends are replaced if they stand there unchanged; otherwise nothing is overwritten.
    """
    words: dict[str, bytes] = {}
    missed: list[str] = []
    for language, sections in texts.items():
        for name, text in sections.items():
            now = working.texts.get(language, {}).get(name)
            old = before.get(language, {}).get(name)
            if now is None or old is None or now == text:
                continue
            merged = merge_blocks(old, text, now)
            if merged is None:
                missed.append(working.file(language, name))
            elif merged != now:
                words[working.file(language, name)] = merged.encode()
    return {**working.sync_files(_in_step(working, words, texts, parse)), **words}, tuple(missed)


def _in_step(
    working: WorkingPolicy, words: Mapping[str, bytes], texts: Texts, parse: Parse
) -> dict[str, dict[str, str]]:
    """What the `sync.json` of translations is to say that a correction mends with the text they were made from.

    One that it does not touch stays behind (T102): somebody has to look whether it holds the same slip.
    """
    leading, after = working.leading, working.after(words).texts
    found: dict[str, dict[str, str]] = {}
    for language in texts.keys() - {leading}:
        entries = found.setdefault(language, dict(working.synced.get(language, {})))
        for name in texts[language].keys() & texts.get(leading, {}).keys():
            was = parse(leading, name, working.texts.get(leading, {}).get(name, ""))
            now = parse(leading, name, after.get(leading, {}).get(name, ""))
            if was is None or now is None:
                continue
            whole = all(after.get(each, {}).get(name) == texts[each][name] for each in (language, leading))
            if whole or entries.get(name) == wording_digest(was.leaves):
                entries[name] = wording_digest(now.leaves)
    return found


def merge_blocks(before: str, corrected: str, working: str) -> str | None:
    """The working text with a correction applied, block by block; None when a mended block stands there changed."""
    if working == before:
        return corrected
    old, new, now = (text.rstrip("\n").split("\n\n") for text in (before, corrected, working))
    if len(old) != len(new):
        return None
    unchanged = [*now]
    for was, becomes in zip(old, new, strict=True):
        if was == becomes:
            continue
        if was not in now and becomes in now:
            continue
        if now.count(was) != 1:
            return None
        now[now.index(was)] = becomes
    return working if now == unchanged else "\n\n".join(now) + "\n"

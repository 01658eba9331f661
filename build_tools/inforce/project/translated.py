"""The working text of a policy beside that of the base branch: which translations a change touches, and which it leaves
while their prevailing text or their `sync.json` moves on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from inforce.model.text import Section
from inforce.problems import Problem
from inforce.project.editions import SectionReader
from inforce.project.project import PolicySource
from inforce.rules.corrected import changes
from inforce.rules.reversed_meaning import is_turned, turned_bounds
from inforce.rules.translations import check_changed
from inforce.storage.tree import decode


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the base branch has of a policy, as far as it is otherwise here."""

    policy: PolicySource
    files: Mapping[str, bytes]
    """Sections and `sync.json` that the base branch has with other bytes, by their path below the project."""
    reader: SectionReader

    def changed(self, language: str) -> frozenset[str]:
        """The sections of a language that the base branch has with other words."""
        working = self.policy.working.get(language)
        return frozenset(
            name
            for name, text in (working.sections.items() if working else ())
            if (then := self._text(f"{language}/{name}.md")) is not None
            and self._says(language, name, then) != self._says(language, name, text)
        )

    def turned(self, language: str, names: Iterable[str]) -> frozenset[str]:
        """Those of these sections in which a word that denies has come or gone, or an amount's bound has turned."""
        return frozenset(name for name in names if self._is_turned(language, name))

    def _is_turned(self, language: str, name: str) -> bool:
        then, now = self._text(f"{language}/{name}.md"), self.policy.working[language].sections[name]
        old, new = (self.reader.section(language, name, text or "") for text in (then, now))
        if old is None or new is None:
            return False
        return is_turned(changes(old, new), language) or any(turned_bounds(old, new, language))

    def both(self, language: str) -> tuple[dict[str, Section], dict[str, Section]]:
        """The sections of a language that have other bytes, links too, as the base branch has them and as they are."""
        working = self.policy.working.get(language)
        then: dict[str, Section] = {}
        now: dict[str, Section] = {}
        for name, text in working.sections.items() if working else ():
            old = self._text(f"{language}/{name}.md")
            was, is_now = (self.reader.section(language, name, each) for each in (old or "", text))
            if old is not None and was is not None and is_now is not None:
                then[name], now[name] = was, is_now
        return then, now

    def source(self) -> dict[str, str]:
        """Section id to the digest of the prevailing text in the base branch."""
        leading = self.policy.config.authoritative_language
        working = self.policy.working.get(leading)
        then = {
            name: self._text(f"{leading}/{name}.md") or text
            for name, text in (working.sections.items() if working else ())
        }
        return {name: self._says(leading, name, text) for name, text in then.items()}

    def synced(self, language: str) -> Mapping[str, str]:
        """What `sync.json` of a language says in the base branch."""
        working = self.policy.working[language]
        text = self._text(f"{language}/sync.json")
        if text is None:
            return working.synced
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            return {}
        return {name: str(value) for name, value in data.items()} if isinstance(data, dict) else {}

    def _text(self, path: str) -> str | None:
        path = f"{self.policy.folder}/{path}"
        return decode(self.files[path], path)[0] if path in self.files else None

    def _says(self, language: str, name: str, text: str) -> str:
        """The digest of a section's words; of one that can't be parsed, its text."""
        section = self.reader.section(language, name, text)
        return text if section is None else self.reader.wording(section)


def check_translated(before: Before, source: Mapping[str, str]) -> Iterator[Problem]:
    """T107 and T108 of each translation of a policy. `source` is section id to the digest of the prevailing text."""
    policy = before.policy
    leading = policy.config.authoritative_language
    if not before.files:
        return
    then = before.source()
    for language, working in policy.working.items():
        if language != leading:
            changed = before.changed(language)
            yield from check_changed(
                source=source,
                source_before=then,
                synced=working.synced,
                synced_before=before.synced(language),
                changed=changed,
                turned=before.turned(language, changed),
                language=language,
                folder=f"{policy.folder}/{language}",
                leading=leading,
            )

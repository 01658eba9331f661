"""What of a change of facts the texts have not followed, beside the base branch (S124, open): linked words that are
still what an entry was called before, and a transfer that no text links to or names.

Linked words of a concept may be any, so that no other rule holds them to it. Here they were its label, and now they
are that of another law, court or country, or another language follows the new label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from inforce.model.facts import FactKind, Facts, all_facts, fact_at, leaf_path
from inforce.model.leaf import told
from inforce.model.values import country_name, in_language
from inforce.rules.languages import known_language, language_name
from inforce.rules.settings import Setting

_LINKED = re.compile(r"\[([^\[\]]*)\]\(fact:([^\s()]+)\)")
_PLACES = re.compile(r"terms\.law\.|terms\.courts\.|recipients\.[^.]+\.transfers\.")
"""What is called by its country: another label says another one."""


def not_followed(before: Facts, after: Facts, texts: Mapping[str, str]) -> Iterator[Setting]:
    """`texts`: all working texts of each language, as they are typed."""
    if before != after:
        yield from _labels_kept(before, after, texts)
        yield from _transfers_untold(before, after, texts)


def _labels_kept(before: Facts, after: Facts, texts: Mapping[str, str]) -> Iterator[Setting]:
    linked: dict[tuple[str, str], set[str]] = {}
    for language, text in texts.items():
        for words, path in _LINKED.findall(text):
            linked.setdefault((leaf_path(after, path), language), set()).add(_folded(words))
    for fact in all_facts(after):
        path, was = fact.path, fact_at(before, fact.path)
        if fact.kind is not FactKind.CONCEPT or was is None or leaf_path(after, path) != path:
            continue
        if not isinstance(fact.value, Mapping) or not isinstance(was.value, Mapping):
            continue
        kept, followed = set(), bool(_PLACES.match(path))
        for language in fact.value.keys() & was.value.keys():
            old, new = _folded(was.value[language]), _folded(fact.value[language])
            words = linked.get((path, language), set())
            if old != new:
                followed = followed or new in words
                kept |= {language} if old in words and new not in words else set()
        for language in sorted(kept) if followed else ():
            so = f"The {language_name(language)} text still calls it what it was. Correct whichever is wrong."
            yield _setting(f"{path}.{language}", was.value[language], fact.value[language], so)


def _transfers_untold(before: Facts, after: Facts, texts: Mapping[str, str]) -> Iterator[Setting]:
    linked = {path for text in texts.values() for _, path in _LINKED.findall(text)}
    said = {language: _folded(re.sub(r"\]\([^\s()]*\)", " ", text)) for language, text in texts.items()}
    for name, recipient in after.recipients.items():
        known = before.recipients.get(name)
        for key, transfer in recipient.sent_to.items():
            path, label, country = f"recipients.{name}.transfers.{key}", told(transfer.label), told(transfer.country)
            if (known and key in known.sent_to) or any(f"{one}.".startswith(f"{path}.") for one in linked):
                continue
            names = {language: [in_language(label, language)] if label else [] for language in texts}
            for language in filter(known_language, texts if country else ()):
                names[language].append(country_name(str(country), language))
            if not any(_folded(one) in said[language] for language in texts for one in names[language]):
                shown = in_language(label, "en") if label else country_name(str(country), "en")
                so = "Readers of the JSON are told of this transfer, and no text links to it or names the country. Say "
                yield _setting(path, "", shown, f"{so}it in the text, or correct the facts.")


def _setting(path: str, old: str, new: str, so: str) -> Setting:
    return Setting(code="S124", path=(*path.split("."),), what=path, old=old, new=new, so=so, open=True)


def _folded(words: str) -> str:
    return " ".join(re.sub(r"[*_\\]", "", words).casefold().split())

"""Rule for words that stand in two languages alike: copied and not translated, or put into another folder; and for
sentences of one language in a text of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inforce.model.text import Section
from inforce.problems import Problem, problem
from inforce.reader.wording import wording
from inforce.rules.languages import language_name

_LONG = 120
"""Bytes (UTF-8) of the letters in a paragraph that no two languages share by chance, as they do a name or an address:
so many letters of Latin script, half as many Arabic ones, a third of kana and Han."""


def check_same_words(texts: Mapping[str, Mapping[str, Section]], *, leading: str, folder: str) -> Iterator[Problem]:
    """T109: sections with a long paragraph that the same section has in another language of the policy. `texts` is
    language to section id to section; varieties of a language (`pt`, `pt-BR`) may share their words."""
    languages = sorted(texts, key=lambda language: language != leading)
    names = dict.fromkeys(name for sections in texts.values() for name in sections)
    for name in names:
        said: dict[str, str] = {}
        told: set[str] = set()
        for language in languages:
            for text in _long(texts[language].get(name)):
                other = said.setdefault(text, language)
                if _base(other) != _base(language) and language not in told:
                    told.add(language)
                    yield problem(
                        "T109",
                        f"{folder}/{language}/{name}.md",
                        "copied",
                        language=language_name(language),
                        paragraph=text[:40],
                        other=language_name(other),
                    )
            if language != leading and language not in told:
                yield from _foreign(texts[language].get(name), language, leading, f"{folder}/{language}/{name}.md")


def _foreign(section: Section | None, language: str, leading: str, file: str) -> Iterator[Problem]:
    """T109 for the first sentence of a translation that is still in the language that prevails."""
    # The readings bring tables of many languages: they are loaded where there is a translation.
    from inforce.rules.readings.foreign import foreign_sentences

    for _, text in wording(section.leaves) if section else ():
        for sentence, other in foreign_sentences(text, language, (leading,)):
            yield problem(
                "T109",
                file,
                "foreign",
                language=language_name(language),
                sentence=sentence[:40],
                other=language_name(other),
            )
            return


def _long(section: Section | None) -> Iterator[str]:
    for kind, text in wording(section.leaves) if section else ():
        if not kind.startswith("h") and len("".join(filter(str.isalpha, text)).encode()) >= _LONG:
            yield text


def _base(language: str) -> str:
    return language.partition("-")[0]

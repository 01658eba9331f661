"""Rules for the texts of a fact in several languages: they state the same periods, dates and amounts, there is one for
each language, it is in that language, and it holds no markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from inforce.model.config import LANGUAGE_PATTERN
from inforce.model.facts import FILES, FactKind, Facts, all_facts, leaf_path
from inforce.model.leaf import Nothing
from inforce.problems import Location, Problem, problem
from inforce.problems.value import shortened
from inforce.reader.plain_words import markup_in
from inforce.rules.languages import language_name
from inforce.rules.letters_as_figures import check_letters, letters_as_figures

Path = tuple[str | int, ...]
_ONE_SIDE = 60
"""Characters of a text that a message quotes."""


def check_fact_texts(facts: Facts, place: Callable[[Path], Location]) -> Iterator[Problem]:
    """F115: a text that states a period, a date, an amount of money or a percentage otherwise than the text of the same
    fact in the language that stands first. T109: one that is in another of its languages. X305: letters in the place
    of figures. F126: markup. Languages that can't be read are passed over."""
    for name in FILES:
        data = getattr(facts, name).model_dump(mode="json", exclude_none=True)
        for path, texts in _texts(data, (name,)):
            yield from _compared(path, texts, place)
        for path, text, language in _each_text(data, (name,)):
            if any(letters_as_figures(text, language)):
                yield from check_letters([(text, language)], place(path))
            if language or path[-1] == "label":
                yield from _marked(path, text, place)


def check_one_text(facts: Facts, place: Callable[[Path], Location], *, languages: Sequence[str]) -> Iterator[Problem]:
    """F116: words that are no proper name and stand once, for all the `languages` of the site."""
    if len(languages) < 2:
        return
    first, *others = languages
    for fact in all_facts(facts):
        path, text = fact.path, fact.value
        if fact.kind is not FactKind.CONCEPT or not isinstance(text, str) or isinstance(text, Nothing):
            continue
        if leaf_path(facts, path) == path:
            yield problem(
                "F116",
                place(tuple(path.split("."))),
                about=path,
                path=path,
                text=shortened(text, _ONE_SIDE),
                first=first,
                others=", ".join(f"{other}: …" for other in others),
            )


def _compared(path: Path, texts: Mapping[str, str], place: Callable[[Path], Location]) -> Iterator[Problem]:
    # The readings bring tables of many languages: they are loaded where a fact has several texts.
    from inforce.rules.readings.foreign import foreign_sentences
    from inforce.rules.readings.passages import amounts_in
    from inforce.rules.readings.tables import table_for

    read = {language: amounts_in(text, language) for language, text in texts.items() if table_for(language)}
    if not read:
        return
    first = next(iter(read))
    for language, amounts in read.items():
        if foreign := next(foreign_sentences(texts[language], language, tuple(texts)), None):
            yield problem(
                "T109",
                place((*path, language)),
                "fact",
                about=".".join(map(str, path)),
                language=language_name(language),
                path=".".join(map(str, path)),
                sentence=foreign[0][:40],
                other=language_name(foreign[1]),
            )
        if set(amounts) != set(read[first]):
            own, other = (f'"{shortened(texts[one], _ONE_SIDE)}"' for one in (language, first))
            yield problem(
                "F115",
                place((*path, language)),
                about=".".join(map(str, path)),
                language=language_name(language),
                path=".".join(map(str, path)),
                own=own,
                first=language_name(first),
                other=other,
            )


def _marked(path: Path, text: str, place: Callable[[Path], Location]) -> Iterator[Problem]:
    """A name without a language may hold signs: cookies are called `_x_`."""
    if found := markup_in(text):
        yield problem("F126", place(path), about=".".join(map(str, path)), markup=found.found, remedy=found.cure)


def _each_text(node: object, path: Path, language: str | None = None) -> Iterator[tuple[Path, str, str | None]]:
    """Every text, where it stands, and its language where its key is the tag of one."""
    if isinstance(node, str):
        yield path, node, language
    elif isinstance(node, Mapping):
        for key, child in node.items():
            tag = key if re.fullmatch(LANGUAGE_PATTERN, str(key)) else None
            yield from _each_text(child, (*path, key), tag)
    elif isinstance(node, Sequence):
        for index, child in enumerate(node):
            yield from _each_text(child, (*path, index), language)


def _texts(node: object, path: Path) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """Every text in several languages, and where it stands."""
    if not isinstance(node, Mapping):
        return
    if len(node) > 1 and all(
        isinstance(child, str) and re.fullmatch(LANGUAGE_PATTERN, key) for key, child in node.items()
    ):
        yield path, node
        return
    for key, child in node.items():
        yield from _texts(child, (*path, key))

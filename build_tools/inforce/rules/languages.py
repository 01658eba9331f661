"""Rules for `site.yml` and `policy.yml`: languages that exist, one of them authoritative, a time zone that exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError

from inforce.model.config import LanguageStatus, PolicyConfig, Site
from inforce.problems import Problem, problem
from inforce.reader.plain_words import markup_in
from inforce.reader.yaml.document import Document

DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names that no file or folder can have on Windows, whatever its ending."""


def check_site(site: Site, places: Document, *, pages: Collection[str]) -> tuple[Problem, ...]:
    """The site's languages, default language, time zone and policies; `pages` stand where a policy would."""
    problems = [
        problem("S113", places.place(("languages", index)), "unknown language", language=language)
        for index, language in enumerate(site.languages)
        if not known_language(language)
    ]
    if site.default_language not in site.languages:
        problems.append(
            problem(
                "S113",
                places.place(("default_language",)),
                "default language",
                default_language=site.default_language,
                remedy="Use one of: " + ", ".join(site.languages) + ".",
            )
        )
    if not known_zone(site.time_zone):
        problems.append(problem("S113", places.place(("time_zone",)), "time zone", time_zone=site.time_zone))
    problems.extend(
        problem("S113", places.place((key,)), "entry twice", key=key)
        for key, names in (("languages", site.languages), ("policies", site.policies))
        if len(set(names)) < len(names)
    )
    reserved = {"api", "embed", "assets", "facts", "schema", "schemas", *DEVICES, *pages}
    problems.extend(
        problem("S113", places.place(("policies",)), "own name", name=name)
        for name in site.policies
        if name in reserved
    )
    return tuple(problems)


def check_policy(config: PolicyConfig, places: Document, site: Site) -> tuple[Problem, ...]:
    """A policy's languages: known to the site, titled in plain words, and exactly one of them authoritative."""
    problems = [
        problem("S113", places.place(("languages", language)), "not in site.yml", language=language)
        for language in config.languages
        if language not in site.languages
    ]
    marked = [name for name, terms in config.languages.items() if terms.status is LanguageStatus.AUTHORITATIVE]
    if len(marked) != 1:
        problems.append(
            problem(
                "S113",
                places.place(("languages",)),
                "authoritative",
                count=len(marked),
                marked=": " + ", ".join(marked) if marked else "",
            )
        )
    problems.extend(
        problem("S113", places.place(("title",)), "no title", language=language)
        for language in config.languages
        if language not in config.title
    )
    problems.extend(
        problem("S126", places.place(("title", language)), markup=found.found, remedy=found.cure)
        for language, title in config.title.items()
        if (found := markup_in(title))
    )
    return tuple(problems)


def check_titles(policies: Iterable[tuple[str, PolicyConfig, Document]]) -> Iterator[Problem]:
    """Two policies (by id) that readers of a language could not tell apart by their titles."""
    seen: dict[tuple[str, str], str] = {}
    for id, config, places in policies:
        for language, title in config.title.items():
            other = seen.setdefault((language, " ".join(title.casefold().split())), id)
            if other != id:
                yield problem(
                    "S113",
                    places.place(("title", language)),
                    "same title",
                    language=language_name(language),
                    other=other,
                    title=title,
                )


def known_language(tag: str) -> bool:
    """Whether CLDR knows a BCP 47 tag."""
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def listed(names: Iterable[str]) -> str:
    """Names as an English sentence lists them: a, b and c."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def first_of(names: Sequence[str], most: int) -> str:
    """The first names of many, and how many more there are: a, b and 3 more."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def language_name(tag: str) -> str:
    """A language's name in English, for a message; the tag in quotation marks where CLDR has none."""
    try:
        return Locale.parse(tag, sep="-").english_name or tag
    except (UnknownLocaleError, ValueError):
        return f'"{tag}"'


def language_names(tag: str, readers: Iterable[str] = ()) -> tuple[str, ...]:
    """What a language is called: by itself, in English, and in the languages of readers; without a territory."""
    if not known_language(tag):
        return ()
    locale = Locale.parse(tag, sep="-")
    names = (
        locale.get_language_name(reader.replace("-", "_")) for reader in (tag, "en", *filter(known_language, readers))
    )
    return tuple(dict.fromkeys(name for name in names if name))


def known_zone(name: str) -> bool:
    """Whether the IANA database knows a time zone. The machine's own zone is none, nor are copies with leap seconds."""
    if name == "localtime" or name.startswith(("right/", "posix/")):
        return False
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


_TAG = "Use a tag such as en, fr or pt-BR."

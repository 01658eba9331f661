"""What a text says of itself. T115: what `policy.yml` says otherwise, how long before a change it is announced,
which language prevails and which there are. T116: the day from which it holds, with no link that a release could
write it into.

Releases are held to the notice of `policy.yml`, and pages name the language that it calls authoritative. A text that
promises ninety days would be broken by each release that gives thirty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inforce.model.config import Notice, PolicyConfig, SectionRole
from inforce.model.text import Heading, Leaf, Section, placed_links
from inforce.model.text import words as words_of
from inforce.problems import Location, Problem, problem
from inforce.reader.findings import quoted
from inforce.rules.languages import language_name

_FACT = "\ufffc"
"""What stands for words that are linked to a fact."""
_CURE = "Correct whichever is wrong. If both are right, give that as the reason when you release."


def check_own_terms(
    texts: Mapping[str, Mapping[str, Section]], config: PolicyConfig, *, folder: str
) -> Iterator[Problem]:
    """T115 and T116. `texts` is language to section id to section, whose files are `{folder}/{language}/{id}.md`."""
    # The readings bring tables of many languages: they are loaded where there is a text.
    from inforce.rules.readings.own_day import own_day_said
    from inforce.rules.readings.promised_notice import notice_promised

    role = config.roles.get(SectionRole.CHANGES)
    days = [each for each in (config.notice.material, config.notice.clarification) if each]
    for language, sections in texts.items():
        for name, section in sections.items():
            for text, free, leaf, of_changes in _passages(section, language, role):
                where = Location(file=f"{folder}/{language}/{name}.md", line=leaf.at.line)
                for promise in notice_promised(text, language, of_changes=of_changes):
                    if not any(map(promise.is_of, days)):
                        said = f"{quoted(promise.said)}{' in working days' if promise.working else ''}"
                        yield _of_notice(said, config.notice, language, where)
                for said in own_day_said(free, language):
                    yield _of_day(said, language, where)
                yield from _of_languages(text, language, config, where)


def _of_languages(text: str, language: str, config: PolicyConfig, where: Location) -> Iterator[Problem]:
    from inforce.rules.readings.prevailing import languages_said, prevailing_said

    speaks, leading = f"the {language_name(language)} text says", config.authoritative_language
    for code, said in prevailing_said(text, language):
        if code != _base(leading):
            authoritative = f"in policy.yml {language_name(leading)} is authoritative."
            yield problem("T115", where, "prevails", speaks=speaks, said=quoted(said), authoritative=authoritative)
    for code, said in languages_said(text, language):
        if code not in map(_base, config.languages):
            yield problem("T115", where, "language", speaks=speaks, said=quoted(said))


def _base(language: str) -> str:
    return language.partition("-")[0]


def _passages(section: Section, language: str, role: str | None) -> Iterator[tuple[str, str, Leaf, bool]]:
    """What each block or cell says, with its links to facts and without, and whether it stands where changes to the
    text are spoken of."""
    from inforce.rules.readings.promised_notice import is_about_changes

    whole, below = section.id == role, False
    for leaf in section.leaves:
        if isinstance(leaf, Heading):
            about = is_about_changes(words_of(leaf.children, line_break=" "), language) or leaf.id == role is not None
            whole, below = (whole or about, False) if leaf.level == 1 else (whole, about)
        for text, places in placed_links(leaf, line_break=" "):
            free = text
            for place in reversed([one for one in places if one.link.target.scheme == "fact"]):
                free = f"{free[: place.start]}{_FACT}{free[place.end :]}"
            yield text, free, leaf, whole or below


def _of_day(said: str, language: str, where: Location) -> Problem:
    return problem("T116", where, language=language_name(language), said=quoted(said), said_2=said)


def _of_notice(said: str, notice: Notice, language: str, where: Location) -> Problem:
    asked = f"{notice.material} days" if notice.material else "none"
    return problem("T115", where, "notice", language=language_name(language), said=said, asked=asked)

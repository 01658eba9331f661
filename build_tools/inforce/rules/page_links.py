"""What the handbook's pages may name: facts, and sections of policies by `section:rights` or `section:privacy/rights`.

A link to a section leads to the policy in force, in the language of the page, and shows its number there, as in a
policy. Where what is in force has no such section and another version, or the working text, has, it leads to the policy
and is told as open (H115): the page was right once, or will be. So are words with the number of another one (H114).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from html import unescape

from inforce.model.number_style import bare
from inforce.problems import Location, Problem, Severity, problem
from inforce.reader.findings import quoted
from inforce.reader.targets import Refusal, read_target
from inforce.rules.page_facts import Stand
from inforce.rules.references import MOST_COMPARED

_CODE = re.compile(
    r"^[ \t>]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t>]*\1[`~]*[ \t]*$|\Z)|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)",
    re.MULTILINE | re.DOTALL,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SCHEMES = (b"fact:", b"section:")
_MOST_LISTED = 20
_NEAR = 500
"""So many characters before a target may be its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyIds:
    """The ids of sections, sub-headings and clauses of a policy, looked up as they are asked for."""

    id: str
    in_force: Callable[[str], Mapping[str, str]]
    """Language to each id on the page that shows what is in force, with its number ('' for none)."""
    working: Callable[[], Collection[str]]
    released: Callable[[], Collection[str]]
    """Those of all versions that are released."""

    def all(self, language: str) -> frozenset[str]:
        """Every id that it has, had or will have."""
        return frozenset(self.in_force(language)).union(self.working(), self.released())


@dataclass(frozen=True, slots=True, kw_only=True)
class Nameable:
    """All that a page can name, as of an instant."""

    stands: tuple[Stand, ...] = ()
    """The working facts first, then those of every version; nothing where these can't be read: then nothing is told."""
    policies: tuple[PolicyIds, ...] = ()
    languages: tuple[str, ...] = ()
    default: str = ""
    """The languages of the site, and the one of them for readers of any other."""
    digest: str = ""
    """Of all that it is made from."""

    def language(self, page: str, theme: str | None) -> str:
        """The language of a page, by its path in the folder of pages: that of the innermost folder which is named as
        one of the site's, else the theme's."""
        folders = page.split("/")[-2::-1]
        return next((name for name in folders if name in self.languages), theme or self.default)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where a link to a section leads."""

    policy: str = ""
    """'' for nowhere."""
    language: str = ""
    fragment: str = ""
    number: str = ""
    problem: Problem | None = None


def speaks(page: bytes) -> bool:
    """Whether a page may name a fact or a section."""
    return any(scheme in page for scheme in _SCHEMES)


def way_to_section(value: str, language: str, nameable: Nameable) -> Way:
    """Where `section:value` leads from a page in a language."""
    policies = {policy.id: policy for policy in nameable.policies}
    if not policies:
        return Way()
    spoken = _of_site(language, nameable)
    name, slash, id = value.rpartition("/")
    for part in (name, id) if slash else (id,):
        if isinstance(target := read_target(f"section:{part}"), Refusal):
            return Way(problem=_told(target.code, target.message, target.remedy))
    if not slash and len(policies) > 1:
        having = [one for one, policy in policies.items() if id in policy.all(spoken)]
        cure = f'Write "section:{(having or list(policies))[0]}/{id}".'
        return Way(problem=_told("L301", f'"section:{id}" doesn\'t say in which policy.', cure))
    policy = policies.get(name) if slash else next(iter(policies.values()))
    if policy is None:
        message = f'"section:{value}" leads nowhere: this site has no policy {quoted(name)}.'
        return Way(problem=_told("L301", message, _near(name, policies, f"section:{{}}/{id}")))
    if id not in policy.all(spoken):
        message = (
            f'"section:{value}" leads nowhere: no section, sub-heading, clause or item of {policy.id} has this id.'
        )
        known = policy.in_force(spoken) or policy.working()
        return Way(problem=_told("L301", message, _near(id, known, f"section:{name}{slash}{{}}")))
    shown, then = policy.in_force(spoken), id in policy.working()
    number = shown.get(id, "").rstrip(".")  # or "see 3." ends a sentence twice
    problem = None
    if id not in shown:
        there = "the working text alone" if then and id not in policy.released() else "another version"
        why = f"what is in force of {policy.id} has no section {id}, which {there} has"
        message = f"{why if shown else f'no version of {policy.id} is in force'}: the link leads to the policy alone."
        cure = "Link another section" + (", or leave it until a version that has it is in force." if then else ".")
        problem = _told("H115", message, cure)
    elif not then:
        message = f"section {id} of {policy.id} is in force, and the working text no longer has it."
        problem = _told("H115", message, "Link another section once the next version is in force.")
    return Way(policy=policy.id, language=spoken, fragment=id if id in shown else "", number=number, problem=problem)


def other_number(words: str, way: Way) -> Problem | None:
    """H114 for the words of a link that name the number of another section than it leads to."""
    if not way.number or not any(map(str.isdecimal, words)):
        return None
    from inforce.rules.readings.section_numbers import sections_said  # loads tables of many languages

    said = [number for number, _ in sections_said(words, way.language)]
    if not said or bare(way.number) in said:
        return None
    where = Location(file="")
    return problem("H114", where, "other number", words=quoted(words, 80), section=way.number)


def _of_site(language: str, nameable: Nameable) -> str:
    """The language of the site for readers of another: the same in another country, else the default."""
    if language in nameable.languages:
        return language
    base = re.split("[-_]", language)[0].lower()
    return next((one for one in nameable.languages if one.partition("-")[0] == base), nameable.default)


def _near(name: str, known: Collection[str], written: str) -> str:
    near = difflib.get_close_matches(name, sorted(known)[:MOST_COMPARED], n=1)
    listed = sorted(known)
    shown = f"{', '.join(listed[:_MOST_LISTED])}{', …' if len(listed) > _MOST_LISTED else ''}"
    return f'Did you mean "{written.format(near[0])}"?' if near else f"Known are: {shown or 'none'}."


def _told(code: str, message: str, remedy: str) -> Problem:
    level = Severity.OPEN if code == "H115" else Severity.ERROR
    return problem(code, "", level=level, message=message, remedy=remedy)


def without_code(source: str) -> str:
    """A page's source with blanks for what is code."""
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), source)


def line_of_link(source: str, target: str, words: str, count: int) -> int | None:
    """The line of a source without code that has a link to a target with such words for the time `count` (from 0);
    that of its definition, or of the first such link, where none is written so."""
    found = list(re.finditer(rf"\](\(|:)\s*<?{re.escape(target)}(?![\w./-])", source))
    definitions = [one.start() for one in found if one[1] == ":"]
    links = []
    for one in found:
        start = max(0, source.rfind("[", max(0, one.start() - _NEAR), one.start()))
        if one[1] == "(" and source[max(0, start - 1) : start] != "!":  # a picture
            links.append((one.start(), _bare(source[start + 1 : one.start()])))
    said = [at for at, bare in links if bare == words]
    chosen = said[min(count, len(said) - 1)] if said else next(iter((*definitions, *(at for at, _ in links))), None)
    return source.count("\n", 0, chosen) + 1 if chosen is not None else None


def _bare(written: str) -> str:
    """The words of a link as a page shows them."""
    return " ".join(re.sub(r"[*_`\\]", "", unescape(_COMMENT.sub("", written))).split())

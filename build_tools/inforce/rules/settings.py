"""Hints for whoever reviews a change: settings that act at once, on pages that are public, old and new in a line.

What a text says is seen in its redline, and held to the facts. A setting is one word in a file that nobody reads twice:
where a link leads, how long notice is, whether counsel has reviewed a translation, where readers write to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from inforce.model.config import ChangeNote, LanguageTerms, Links, Notice, PolicyConfig, SectionPlace, Site
from inforce.model.fact_table import PARTIES
from inforce.model.facts import Facts, Unknown, all_facts
from inforce.model.leaf import Nothing
from inforce.model.values import Url, in_language
from inforce.problems import Location, Problem, Severity, problem
from inforce.problems.value import shortened
from inforce.rules.languages import language_name, listed

Path = tuple[str | int, ...]
ONE_SIDE = 60
"""Characters of an old or a new value."""
_TITLE = (
    "Released versions keep their title on their own page; the navigation of every page, the history and the "
    "comparisons show the new one at once."
)
_SITE = {
    "name": "Every page shows it, those of released versions too.",
    "base_url": "Every address of the site changes; mkdocs.yml (site_url) and whoever embeds its JSON have to follow.",
    "default_language": "Readers whose language the site lacks are shown this one.",
    "time_zone": "Dates without a time begin at midnight there. Released versions keep their instants.",
    "languages": "The pages of that language are made no more, save those of released versions that have it.",
    "policies": "Its pages are made no more, and links to them from elsewhere lead nowhere.",
}
_POLICY = {
    "numbering": "It is how numbers look, from the next version on.",
    "lists": "It is how items of numbered lists are labelled, from the next version on; labels typed elsewhere, as in "
    "“clause 3(b)”, stay as they are.",
}
_TERMS = {
    "status": ("the status of {}", "It says which text prevails, from the next version on."),
    "reviewed": (
        "whether counsel has reviewed the {} text",
        "Ask counsel whether it is so: pages say it from the next version on.",
    ),
}
_CONTACT = "Readers write there about their data. Ask whose it is before you approve."
_NUMBERS = "The sections get other numbers with the next version; references in the texts follow by themselves."
_ORDER = "Pages list them in this order, and begin with the first."
_ANY = "It acts on pages that are public, or on the next version. Ask whether it is so."
"""What is said of a setting that has no words of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One thing that was set otherwise before."""

    code: str
    path: Path
    """Where it stands in its file."""
    what: str
    old: str
    new: str
    so: str
    """What it changes, and what to look at."""
    open: bool = False
    """Whether it contradicts what stands beside it."""

    def problem(self, at: Location) -> Problem:
        """What a reviewer is told."""
        old, new = (f'"{shortened(value, ONE_SIDE)}"' if value else "nothing" for value in (self.old, self.new))
        level = Severity.OPEN if self.open else Severity.HINT
        return problem(self.code, at, level=level, what=self.what, old=old, new=new, remedy=self.so)


_NO_CONTACT = {
    "": "Readers are no longer told it. Ask whether that is meant.",
    "none": "Readers are told that there is none. Ask whether that is so.",
}


def site_changes(before: Site, after: Site) -> Iterator[Setting]:
    """S120: what `site.yml` says otherwise."""
    for name in Site.model_fields:
        old, new = getattr(before, name), getattr(after, name)
        so = _SITE.get(name, _ANY)
        if old == new:
            continue
        if not isinstance(old, tuple):
            was, now_is = ("nothing" if one is None else str(one) for one in (old, new))
            yield Setting(code="S120", path=(name,), what=name, old=was, new=now_is, so=so)
        elif gone := [one for one in old if one not in new]:
            what = f"{name} (without {', '.join(gone)})"
            yield Setting(code="S120", path=(name,), what=what, old=_listed(old), new=_listed(new), so=so)
        elif list(old) != [one for one in new if one in old]:
            what = f"the order of {name}"
            yield Setting(code="S120", path=(name,), what=what, old=_listed(old), new=_listed(new), so=_ORDER)


def policy_changes(before: PolicyConfig, after: PolicyConfig, notes: Iterable[ChangeNote] = ()) -> Iterator[Setting]:
    """S121: what `policy.yml` says otherwise. A section or a language that comes has a text
    of its own to be seen by. The numbers that the `notes` name don't follow: they are named."""
    for language in sorted({*before.title} & {*after.title, *after.languages}):
        old, new = before.title[language], after.title.get(language, "")
        if old != new:
            what, others = f"the title in {language_name(language)}", before.title.items()
            whose = next((other for other, title in others if other != language and _same(title, new)), None)
            so = f"Before, that was the title in {language_name(whose)}. Translate it." if whose else _TITLE
            path = ("title", language)
            yield Setting(code="S121", path=path, what=what, old=old, new=new, so=so, open=whose is not None)
    yield from _languages(before, after)
    for kind in Notice.model_fields:
        old, new = (f"{getattr(one.notice, kind)} days" for one in (before, after))
        if old != new:
            so = "That is how long readers have before such a change binds them."
            what = f"the notice that a {kind} change needs"
            yield Setting(code="S121", path=("notice", kind), what=what, old=old, new=new, so=so)
    numbers = f"{_NUMBERS}{_in_notes(notes)}" if before.sections != after.sections else ""
    was, now_is = before.section_ids(), after.section_ids()
    both = set(was) & set(now_is)
    if [one for one in was if one in both] != [one for one in now_is if one in both]:
        old, new = _from(was, now_is), _from(now_is, was)
        yield Setting(code="S121", path=("sections",), what="the order", old=old, new=new, so=numbers)
    for name in was:
        if name not in both:
            what, so = (
                f"the section {name} is dropped; it",
                f"The next version has it no more. Look for a note that says so. {numbers}",
            )
            yield Setting(code="S121", path=("sections",), what=what, old=name, new="", so=so)
    yield from _sections(before, after, numbers)
    for role in dict.fromkeys((*before.roles, *after.roles)):
        old, new = before.roles.get(role, ""), after.roles.get(role, "")
        if old != new:
            leads = "lead readers there" if new else "have no section for it"
            so = f"Pages and whoever embeds the JSON {leads}, from the next version on."
            what = f"the section that readers are led to for {role}"
            yield Setting(code="S121", path=("roles", role), what=what, old=old, new=new, so=so)
    for name in PolicyConfig.model_fields.keys() - {"title", "languages", "notice", "sections", "roles"}:
        old, new = (_text(getattr(one, name)) for one in (before, after))
        if old != new:
            so = _POLICY.get(name, _ANY)
            yield Setting(code="S121", path=(name,), what=f"the {name}", old=old, new=new, so=so)


def _same(first: str, second: str) -> bool:
    return first.casefold().split() == second.casefold().split()


def _languages(before: PolicyConfig, after: PolicyConfig) -> Iterator[Setting]:
    for language, terms in before.languages.items():
        name, path, now = language_name(language), ("languages", language), after.languages.get(language)
        if now is None:
            so = "The next version is released without it; its readers are then shown another language."
            yield Setting(code="S121", path=("languages",), what=f"{name} is dropped; it", old=language, new="", so=so)
            continue
        for field in LanguageTerms.model_fields:
            old, new = (_text(getattr(one, field)) for one in (terms, now))
            if old != new:
                what, so = _TERMS.get(field, (f"{field} of {{}}", _ANY))
                yield Setting(code="S121", path=path, what=what.format(name), old=old, new=new, so=so)


def _in_notes(notes: Iterable[ChangeNote]) -> str:
    """What is to be done with the numbers of sections that notes name."""
    from inforce.rules.readings.section_numbers import sections_said  # loads tables of many languages

    names = [f"{note.slug}.md" for note in notes if any(any(sections_said(said, of)) for of, said in note.text.items())]
    return (
        f" The change notes don't: correct the numbers in {listed(names)}, where they are others now." if names else ""
    )


def _sections(before: PolicyConfig, after: PolicyConfig, numbers: str) -> Iterator[Setting]:
    """What the place of a section that stays says otherwise: inside which other it stands, whether it has a number."""
    was = {place.id: (inside, place) for inside, _, place in _places(before.sections)}
    for inside, path, place in _places(after.sections):
        if place.id not in was:
            continue
        inside_before, place_before = was[place.id]
        if inside_before != inside:
            what = f"the section that {place.id} stands in"
            yield Setting(code="S121", path=path, what=what, old=inside_before, new=inside, so=numbers)
        for field in SectionPlace.model_fields.keys() - {"id", "sections"}:
            old, new = (_text(getattr(one, field)) for one in (place_before, place))
            if old != new:
                what = f"whether {place.id} is {field}"
                yield Setting(code="S121", path=path, what=what, old=old, new=new, so=numbers)


def _places(
    places: tuple[SectionPlace, ...], inside: str = "", path: Path = ("sections",)
) -> Iterator[tuple[str, Path, SectionPlace]]:
    """Every place of a policy: the section it stands in, where that is written, and the place."""
    for index, place in enumerate(places):
        yield inside, (*path, index), place
        yield from _places(place.sections, place.id, (*path, index, "sections"))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return _listed(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def link_changes(before: Links, after: Links, *, facts: Facts | None = None) -> Iterator[Setting]:
    """S122: entries of `links.yml` that lead elsewhere. `facts` may keep the old address: that is said."""
    pages = [(each.path, each.value) for each in all_facts(facts) if isinstance(each.value, Url)] if facts else []
    for name, target in before.links.items():
        now = after.links.get(name)
        if now is None:
            continue  # a text that still uses it is told
        told: set[tuple[str, str]] = set()
        for language in ("", *sorted({*target.languages, *now.languages})):
            old, new = target.in_language(language), now.in_language(language)
            if old != new and (old, new) not in told:
                told.add((old, new))
                what = f"where link:{name} leads{f' in {language_name(language)}' if language else ''}"
                so = "Released texts that link it lead there at once. Open it, and look whose it is."
                kept = next((path for path, page in pages if _leads(page, old, language)), None)
                if kept:
                    so += f" {kept} keeps the old address, so that the JSON leads elsewhere than the page: change both."
                yield Setting(code="S122", path=("links", name), what=what, old=old, new=new, so=so)


def contact_changes(before: Facts, after: Facts, *, elsewhere: Mapping[str, str] = {}) -> Iterator[Setting]:
    """S123: whom readers write to and where, and the pages that facts lead to. `elsewhere`: where a text leads that led
    to the fact's page before, by the path of the fact; that is open."""
    pages = {fact.path for facts in (before, after) for fact in all_facts(facts) if isinstance(fact.value, Url)}
    old, new = _contacts(before, pages), _contacts(after, pages)
    for path in sorted({**old, **new}):
        was, now, leads = old.get(path), new.get(path), elsewhere.get(path, "")
        what, so = path, f"A text leads to {leads}. Open both, and write the right one in the fact and in the text."
        if was == now and leads:
            what, said = f"where a text leads that led to {path}", (_said(was), leads)
        elif was == now or (not _is_contact(path) and None in (was, now)):  # S124 tells what comes and goes
            continue
        else:
            said = _apart(was, now) if isinstance(was, Url) and isinstance(now, Url) else (_said(was), _said(now))
            if said[0] == said[1] and (language := _changed(was, now)):
                what, said = f"{path} in {language_name(language)}", (_said(was, language), _said(now, language))
            so = so if leads else _NO_CONTACT.get(said[1], _CONTACT)
        yield Setting(
            code="S123", path=tuple(path.split(".")), what=what, old=said[0], new=said[1], so=so, open=bool(leads)
        )


def host(address: str) -> str:
    """The host of a web address, without www."""
    return address.partition("://")[2].partition("/")[0].partition(":")[0].lower().removeprefix("www.")


def _leads(page: Url, address: str, language: str) -> bool:
    """Whether a page is at an address for readers of a language; a slash at its end says nothing."""
    return page.in_language(language or "en").address.rstrip("/") == address.rstrip("/")


def _apart(was: Url, now: Url) -> tuple[str, str]:
    """The addresses that only one of two has."""
    old, new = (tuple(map(str, each.each)) for each in (was, now))
    alone = [one for one in old if one not in new], [one for one in new if one not in old]
    return (_listed(tuple(alone[0])), _listed(tuple(alone[1]))) if all(alone) else (_listed(old), _listed(new))


def _changed(was: object, now: object) -> str:
    """The first language in which words have changed."""
    languages = sorted({language for each in (was, now) if isinstance(each, Mapping) for language in each})
    return next((language for language in languages if _said(was, language) != _said(now, language)), "")


def _contacts(facts: Facts, pages: Collection[str]) -> dict[str, object]:
    """Path to value; an entity stands for its first field, which is there too."""
    found = {fact.path: fact.value for fact in all_facts(facts) if _is_contact(fact.path) or fact.path in pages}
    entities = {path.rpartition(".")[0] for path in found}
    return {path: value for path, value in found.items() if path not in entities}


def _is_contact(path: str) -> bool:
    file, _, rest = path.partition(".")
    return file == "organisation" and rest.partition(".")[0] in PARTIES


def _said(value: object, language: str = "en") -> str:
    """A fact's value in a few words of a language; '' where there is none."""
    if value is None:
        return ""
    if isinstance(value, Unknown):
        return "unknown"
    if isinstance(value, Nothing):
        return "none"
    if isinstance(value, str | Mapping):
        return in_language(value, language)
    if isinstance(value, Url):
        return _listed(tuple(map(str, value.each)))
    from inforce.rules.readings.agrees import stated  # loads tables of many languages

    return stated(value, "en")  # type: ignore[arg-type]


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)


def _from(names: tuple[str, ...], others: tuple[str, ...]) -> str:
    """The names from the first that stands elsewhere on."""
    same = next((at for at, (one, other) in enumerate(zip(names, others, strict=False)) if one != other), 0)
    return ("… " if same else "") + ", ".join(names[same:])

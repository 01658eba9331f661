"""What a reviewer is told of settings that a change sets otherwise: old and new, in a line each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from inforce.model.config import ChangeNote, Kind, Links, PolicyConfig, Site
from inforce.model.facts import Facts
from inforce.model.records import Organisation
from inforce.problems import Location, Problem, Severity
from inforce.reader.yaml.document import load_yaml
from inforce.rules.settings import Setting, contact_changes, link_changes, policy_changes, site_changes

from tests.sources import good

SITE = f"{good('policy_src/site.yml')}handbook: handbook/\n"
POLICY = (
    good("policy_src/privacy/policy.yml").partition("roles:")[0] + "notice: {material: 30}\nroles: {rights: general}\n"
)
LINKS = """\
links:
  partner: {url: https://a.example/, languages: {fr: https://a.example/fr}}
  other: {url: https://b.example/}
"""
ORGANISATION = good("policy_src/facts/organisation.yml")
ADDED = "  phone: +32 2 274 48 00\n"


def organisation(text: str) -> Facts:
    made, _, problems = load_yaml(Organisation, text, "organisation.yml")
    assert made is not None, problems
    return Facts(organisation=made)


def model(kind: type[Any]) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        made, _, problems = load_yaml(kind, text, "a.yml")
        assert made is not None, problems
        return made

    return read


KINDS: dict[str, tuple[str, Callable[[str], Any], Callable[[Any, Any], Iterator[Setting]]]] = {
    "site": (SITE, model(Site), site_changes),
    "policy": (POLICY, model(PolicyConfig), policy_changes),
    "links": (LINKS, model(Links), link_changes),
    "contacts": (ORGANISATION, organisation, contact_changes),
}


def problems(kind: str, old: str, new: str) -> list[Problem]:
    text, read, changes = KINDS[kind]
    assert old in text
    found = [one.problem(Location(file="a.yml", line=1)) for one in changes(read(text), read(text.replace(old, new)))]
    assert all(one.severity is Severity.HINT and "\n" not in str(one) and len(str(one)) < 400 for one in found)
    return found


def told(kind: str, old: str, new: str) -> list[str]:
    return [f"{one.code} {one.message}" for one in problems(kind, old, new)]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_as_it_was_is_not_told(kind: str) -> None:
    assert told(kind, KINDS[kind][0][:4], KINDS[kind][0][:4]) == []


@pytest.mark.parametrize(
    ("titles", "severities"),
    [
        ({"en": "Politique de confidentialité", "fr": "Privacy Policy"}, [Severity.OPEN, Severity.OPEN]),
        ({"en": "Privacy Policy", "fr": "privacy  policy"}, [Severity.OPEN]),
        ({"en": "Privacy Notice", "fr": "Avis de confidentialité"}, [Severity.HINT, Severity.HINT]),
        ({"en": "Privacy Policy", "fr": "Politique de confidentialité"}, []),
    ],
)
def test_a_title_that_was_that_of_another_language_is_open(titles: dict[str, str], severities: list[Severity]) -> None:
    before = model(PolicyConfig)(POLICY)
    found = [*policy_changes(before, before.model_copy(update={"title": titles}))]
    assert [one.problem(Location(file="a.yml")).severity for one in found] == severities


@pytest.mark.parametrize(
    ("kind", "old", "new", "expected"),
    [
        (
            "site",
            "https://legal.northwind.example/",
            "https://elsewhere.example/",
            ['S120 base_url changes: "https://legal.northwind.example/" → "https://elsewhere.example/".'],
        ),
        ("site", "[en, fr]", "[en]", ['S120 languages (without fr) changes: "en, fr" → "en".']),
        ("site", "[en, fr]", "[en, fr, de]", []),
        ("site", "Europe/Brussels", "Europe/Paris", ['S120 time_zone changes: "Europe/Brussels" → "Europe/Paris".']),
        ("policy", "en: Privacy Policy", "en: Data", ['S121 the title in English changes: "Privacy Policy" → "Data".']),
        (
            "policy",
            "{material: 30}",
            "{material: 3}",
            ['S121 the notice that a material change needs changes: "30 days" → "3 days".'],
        ),
        (
            "policy",
            "{status: courtesy}",
            "{status: courtesy, reviewed: true}",
            ['S121 whether counsel has reviewed the French text changes: nothing → "true".'],
        ),
        (
            "policy",
            "{status: courtesy}",
            "{status: official}",
            ['S121 the status of French changes: "courtesy" → "official".'],
        ),
        (
            "policy",
            "  - id: retention\n",
            "",
            ['S121 the section retention is dropped; it changes: "retention" → nothing.'],
        ),
        ("policy", "  fr: {status: courtesy}\n", "", ['S121 French is dropped; it changes: "fr" → nothing.']),
        (
            "policy",
            "  - id: general\n  - id: retention\n",
            "  - id: retention\n  - id: general\n",
            ['S121 the order changes: "general, retention" → "retention, general".'],
        ),
        ("policy", "  - id: retention\n", "  - id: retention\n  - id: more\n", []),
        (
            "policy",
            "  - id: retention\n",
            "  - id: retention\n    numbered: false\n",
            ['S121 whether retention is numbered changes: "true" → "false".'],
        ),
        (
            "policy",
            "  - id: general\n  - id: retention\n",
            "  - id: general\n    sections:\n      - id: retention\n",
            ['S121 the section that retention stands in changes: nothing → "general".'],
        ),
        (
            "policy",
            "rights: general",
            "rights: retention",
            ['S121 the section that readers are led to for rights changes: "general" → "retention".'],
        ),
        (
            "policy",
            "{rights: general}",
            "{}",
            ['S121 the section that readers are led to for rights changes: "general" → nothing.'],
        ),
        (
            "site",
            "[en, fr]",
            "[fr, en]",
            ['S120 the order of languages changes: "en, fr" → "fr, en".'],
        ),
        (
            "links",
            "https://b.example/",
            "https://c.example/",
            ['S122 where link:other leads changes: "https://b.example/" → "https://c.example/".'],
        ),
        (
            "links",
            ", languages: {fr: https://a.example/fr}",
            "",
            ['S122 where link:partner leads in French changes: "https://a.example/fr" → "https://a.example/".'],
        ),
        ("links", "  other: {url: https://b.example/}\n", "", []),
        (
            "contacts",
            "privacy@northwind.example",
            "me@elsewhere.example",
            [
                'S123 organisation.controller.email changes: "privacy@northwind.example" → "me@elsewhere.example".',
            ],
        ),
        ("contacts", "  email: privacy@northwind.example\n", "  email: privacy@northwind.example\n" + ADDED,
         ['S123 organisation.controller.phone changes: nothing → "+3222744800".']),
    ],
)  # fmt: skip
def test_old_and_new_are_told(kind: str, old: str, new: str, expected: list[str]) -> None:
    assert told(kind, old, new) == expected


@pytest.mark.parametrize(
    ("kind", "old", "new", "so"),
    [
        ("contacts", "  email: privacy@northwind.example\n", "  email: none\n", "Readers are told that there is none."),
        ("contacts", "  email: privacy@northwind.example\n", "", "Readers are no longer told it."),
        ("contacts", "privacy@northwind.example", "me@elsewhere.example", "Readers write there about their data."),
        ("policy", "rights: general", "rights: retention", "Pages and whoever embeds the JSON lead readers there"),
        ("policy", "{rights: general}", "{}", "Pages and whoever embeds the JSON have no section for it"),
    ],
)
def test_what_to_look_at_is_that_of_the_change(kind: str, old: str, new: str, so: str) -> None:
    assert [problem.remedy[: len(so)] for problem in problems(kind, old, new)] == [so]


PAGES = {"en": "https://office.example/complain", "fr": "https://office.example/fr/plainte"}

COMPLAIN = "rights.complaint.website"


def pages(website: object, privacy: object = "https://mailer.example/privacy") -> Facts:
    data = {
        "rights": {"complaint": {"label": "Complain", "website": website}},
        "recipients": {"mailer": {"name": "Mailer", "privacy": privacy}},
    }
    return Facts.model_validate(data)


@pytest.mark.parametrize(
    ("now", "elsewhere", "expected"),
    [
        (pages(PAGES), {}, []),
        (pages(PAGES | {"fr": "https://evil.example/"}), {"rights.complaint.website": PAGES["fr"]}, [(COMPLAIN, True)]),
        (pages(PAGES | {"fr": "https://evil.example/"}), {}, [(COMPLAIN, False)]),
        (pages(PAGES), {COMPLAIN: "https://evil.example"}, [(f"where a text leads that led to {COMPLAIN}", True)]),
        (pages(PAGES, "none"), {}, [("recipients.mailer.privacy", False)]),
        (pages(PAGES | {"nl": "https://office.example/nl"}), {}, [(COMPLAIN, False)]),
    ],
)
def test_a_page_that_moves_is_told_and_open_where_a_text_leads_elsewhere(
    now: Facts, elsewhere: dict[str, str], expected: list[tuple[str, bool]]
) -> None:
    found = list(contact_changes(pages(PAGES), now, elsewhere=elsewhere))
    assert [(one.what, one.open) for one in found] == expected
    levels = [one.problem(Location(file="a.yml")).severity for one in found]
    assert levels == [Severity.OPEN if left else Severity.HINT for _, left in expected]


def test_of_several_addresses_those_that_change_are_told() -> None:
    (one,) = contact_changes(pages(PAGES), pages(PAGES | {"fr": "https://evil.example/"}))
    assert (one.old, one.new) == (PAGES["fr"], "https://evil.example/")


@pytest.mark.parametrize("was", [{"en": "Orla", "fr": "Orla"}, "Orla"])
def test_a_name_that_changes_in_one_language_is_told_in_that(was: object) -> None:
    before, now = (
        Facts.model_validate({"organisation": {"controller": {"name": name}}})
        for name in (was, {"en": "Orla", "fr": "Aurélie"})
    )
    (one,) = contact_changes(before, now)
    assert (one.what, one.old, one.new) == ("organisation.controller.name in French", "Orla", "Aurélie")


@pytest.mark.parametrize(("privacy", "kept"), [("https://m.example/p/", True), ("https://m.example/new", False)])
def test_a_fact_that_keeps_the_old_address_of_a_link_is_named(privacy: str, kept: bool) -> None:
    before, now = (
        Links.model_validate({"links": {"mailer": {"url": url}}})
        for url in ("https://m.example/p", "https://m.example/new")
    )
    (one,) = link_changes(before, now, facts=pages(PAGES, privacy))
    assert ("recipients.mailer.privacy keeps the old address" in one.so) is kept


def test_a_long_value_is_shortened() -> None:
    (said,) = told("policy", "en: Privacy Policy", f"en: {'x' * 400}")
    assert len(said) < 150


def other(value: Any) -> Any:
    """Another value of the kind of one that a model holds, in its JSON."""
    match value:
        case None | bool():
            return not value
        case int():
            return value + 1
        case str():
            return {"authoritative": "official", "courtesy": "official"}.get(value, f"{value[:-1]}x{value[-1]}")
        case list() if len(value) > 1 or not isinstance(value[0], str):
            return [*value[1:], value[0]]
        case list():
            return [*value[1:], other(value[0])]
        case _:
            raise AssertionError(value)


def settings(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where each setting of a dumped model stands; a list of plain values is one."""
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    plain = not isinstance(node, dict) and not (isinstance(node, list) and any(isinstance(one, dict) for one in node))
    if plain and node not in ([], ()):
        yield path
    for key, child in () if plain else inside:
        yield from settings(child, (*path, key))


def otherwise(node: Any, path: tuple[str | int, ...]) -> Any:
    """The dumped model with another value at a path."""
    if not path:
        return other(node)
    made = dict(node) if isinstance(node, dict) else list(node)
    made[path[0]] = otherwise(made[path[0]], path[1:])  # type: ignore[index]
    return made


WHOLE = {
    kind: read(text).model_dump(mode="json") for kind, (text, read, _) in KINDS.items() if kind in ("site", "policy")
}


@pytest.mark.parametrize(
    ("kind", "path"),
    [(kind, path) for kind, dump in WHOLE.items() for path in settings(dump) if path[-1] != "id"],
    ids=str,
)
def test_each_setting_of_the_model_is_told(kind: str, path: tuple[str | int, ...]) -> None:
    _, read, changes = KINDS[kind]
    there = type(read(KINDS[kind][0]))
    before = there.model_validate(WHOLE[kind])
    assert list(changes(before, there.model_validate(otherwise(WHOLE[kind], path))))


def test_notes_that_name_numbers_are_named_where_numbers_change() -> None:
    texts = {"b": "Section 3 is clearer.", "a": "We are clearer.", "c": "See sections 1 and 2."}
    notes = [ChangeNote(slug=slug, kind=Kind.CLARIFICATION, text={"en": text}) for slug, text in texts.items()]
    before = model(PolicyConfig)(POLICY)
    after = before.model_copy(update={"sections": before.sections[::-1]})
    (one,) = policy_changes(before, after, notes)
    assert one.so.endswith("The change notes don't: correct the numbers in b.md and c.md, where they are others now.")
    assert not list(policy_changes(before, before, notes))

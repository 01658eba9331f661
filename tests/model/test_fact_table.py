"""The table of facts against what is really published: each field is set otherwise, and what changes is compared.

A field that is new in a model fails here until it has a row; a row, until everything that it names shows the field, and
nothing else does. What a page, the JSON, ready HTML or a redline forgets is found so, and so is a row that flatters.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args, get_origin

from inforce.contract.fragments import fragments
from inforce.contract.published import canonical
from inforce.contract.summarise import summarise
from inforce.model import fact_table
from inforce.model.fact_table import NOWHERE, PARTIES, TABLE, Place, by_id, fields, label, name, row
from inforce.model.facts import Facts
from inforce.model.leaf import Leaf
from inforce.model.records import Entity, Entries
from inforce.publication import PublishedSite
from inforce.site.contact import contact_pages
from inforce.site.cookies import cookies_pages
from inforce.site.frame import SiteContext
from inforce.site.renderer import maker
from inforce.site.resources import templates

from tests.contract.test_fragments import PAGE, STAMP
from tests.site import making
from tests.site.test_every_fact import LEAVES, NEW, OLD, WORDS, alone, lines

Path = tuple[str, ...]
TEXTS = {place.id: f"# {place.id}\n\nWords that state no fact." for place in making.ORDER}


# ---- the fields of the model


def of_type(kind: Any, path: Path = ()) -> Iterator[Path]:
    """Every field that a model of facts declares, `*` for ids: ("recipients", "*", "name")."""
    if get_origin(kind) is dict:
        yield from () if _are_texts(kind) else of_type(get_args(kind)[1], (*path, "*"))
    elif isinstance(kind, type) and issubclass(kind, Leaf):
        yield path
    elif isinstance(kind, type) and issubclass(kind, Entries):
        yield from of_type(kind.model_fields["root"].annotation, path)
    elif isinstance(kind, type) and issubclass(kind, Entity | Facts):
        for field, found in kind.model_fields.items():
            yield from set(of_type(found.annotation, (*path, field))) or {(*path, field)}
    else:
        for inner in get_args(kind):
            yield from of_type(inner, path)


def _are_texts(kind: Any) -> bool:
    """Whether a mapping is the same words in several languages."""
    value = get_args(kind)[1]
    return not any(isinstance(each, type) and issubclass(each, Entity | Leaf) for each in (value, *get_args(value)))


FIELDS = sorted({path for path in of_type(Facts) if not set(path) & set(NOWHERE)})


def of_facts(node: object, path: Path = (), kind: Path = ()) -> Iterator[tuple[Path, Path, object]]:
    """Every field that is set: as `of_type` has it, its own path, and what is there."""
    if isinstance(node, Entity | Facts):
        for field in type(node).model_fields:
            yield from of_facts(getattr(node, field), (*path, field), (*kind, field))
    elif isinstance(node, Entries):
        yield from of_facts(node.root, path, kind)
    elif isinstance(node, dict) and any(isinstance(each, Entity | Leaf) for each in node.values()):
        for key, child in node.items():
            yield from of_facts(child, (*path, key), (*kind, "*"))
    else:
        yield kind, path, node


def test_the_fields_are_found() -> None:
    assert {("cookies", "*", "lifetime", "kind"), ("organisation", "dpo", "fax"), ("terms", "settlement")} <= set(
        FIELDS
    )
    assert ("data", "categories", "*", "items", "*") in FIELDS
    assert len(FIELDS) > 150
    set_there = {kind for side in (OLD, NEW) for kind, _, _ in of_facts(Facts.model_validate(side))}
    assert set(FIELDS) <= set_there


# ---- what is published


def published(facts: Facts) -> Mapping[Place, str]:
    """Everything that these facts are shown in, in English, but the redline, which takes two."""
    edition = making.edition(1, "en", TEXTS, facts)
    version = replace(making.version(1, making.brussels(2020, 1, 1), {"en": TEXTS}), facts=facts)
    version = replace(version, editions={"en": edition})
    site = making.site(making.policy(version))
    site = replace(site, site=site.site.model_copy(update={"languages": ("en",)}))
    summary = summarise(version, "en")
    html = fragments(summary, WORDS["en"], page=PAGE, prevailing=PAGE, stamp=STAMP)
    context = _context(site)
    return {
        Place.COOKIES_PAGE: next(cookies_pages(context)).html,
        Place.CONTACT_PAGE: next(contact_pages(context)).html,
        Place.SUMMARY: canonical(summary).decode(),
        Place.COOKIES_HTML: html["cookies.html"],
        Place.CONTACT_HTML: html["contact.html"],
    }


def _context(site: PublishedSite) -> SiteContext:
    return SiteContext(
        published=site, words={"en": WORDS["en"]}, maker=maker(templates(), lambda _key, compute: compute())
    )


def differ(old: Facts, new: Facts, before: Mapping[Place, str] | None = None) -> frozenset[Place]:
    """Where a reader can see that these facts are not the same. `before` is what the old ones are shown as."""
    before, after = before or published(old), published(new)
    told = {Place.REDLINE} if lines(old, new, "en") else set()
    return frozenset({place for place in before if before[place] != after[place]} | told)


def reached() -> Mapping[Path, frozenset[Place]]:
    """Field to where it arrives: each value alone as in `NEW`, and all of the entries that have the field together."""
    old = Facts.model_validate(OLD)
    was, before = {path: value for _, path, value in of_facts(old)}, published(old)
    found: dict[Path, frozenset[Place]] = {}
    for leaf in LEAVES:
        new = alone(leaf, True)
        changed = {kind for kind, path, value in of_facts(new) if was.get(path) != value} if new else set()
        if new is not None and len(changed) == 1:
            (kind,) = changed
            found[kind] = found.get(kind, frozenset()) | differ(old, new, before)
    return found


def test_each_field_has_its_row() -> None:
    """Else give it one in `model/fact_table.py`."""
    rows = {".".join(field): row(field) for field in FIELDS}
    assert {field for field, found in rows.items() if not (found and found.label and found.shown)} == set()


def test_a_field_is_shown_where_the_table_says_and_nowhere_else() -> None:
    found = reached()
    assert set(FIELDS) - set(found) == set(), "let the two samples of test_every_fact.py differ in these alone"
    wrong = []
    for field in FIELDS:
        told = row(field)
        says = told.shown.places if told and told.shown else frozenset()
        wrong += [f"{'.'.join(field)} doesn't reach {place}" for place in sorted(says - found[field])]
        wrong += [f"{'.'.join(field)} reaches {place}, and has no word of it" for place in sorted(found[field] - says)]
    assert not wrong, "\n".join(wrong)


def test_what_is_shown_nowhere_is_on_the_list_with_its_reason() -> None:
    """And really is: no output changes by it."""
    plain = copy.deepcopy(OLD)
    plain["organisation"]["controller"]["phone"] = {"value": "+3222744800"}
    noted = copy.deepcopy(plain)
    noted["organisation"]["note"] = noted["organisation"]["controller"]["note"] = "MARK"
    noted["cookies"]["id-mark"]["note"] = noted["rights"]["access"]["note"] = "MARK"
    noted["organisation"]["controller"]["phone"]["accept"] = {"en": {"MARK": "+3222744800"}}
    assert differ(Facts.model_validate(plain), Facts.model_validate(noted)) == frozenset()
    assert {field for path in of_type(Facts) for field in set(path) & set(NOWHERE)} == set(NOWHERE) - {"accept"}
    assert "accept" in {field for leaf in Leaf.__subclasses__() for field in leaf.model_fields}
    assert all(reason.endswith(".") for reason in NOWHERE.values())


def test_what_is_on_no_page_and_in_no_ready_html_says_why() -> None:
    pages = {place for place in Place if place not in (Place.SUMMARY, Place.REDLINE)}
    for each in TABLE:
        if each.shown is not None:
            assert bool(each.shown.why) == (not each.shown.places & pages), each
            assert Place.REDLINE in each.shown.places, each


# ---- the table as such


def test_each_row_is_for_something() -> None:
    starts = {path[:length] for path in FIELDS for length in range(1, len(path) + 1)}
    used = {found.path for path in starts if (found := row(path))}
    assert {each.path for each in TABLE} - used == set()
    assert len({each.path for each in TABLE}) == len(TABLE)


def test_a_row_that_names_more_of_a_path_comes_before_one_that_fits_any() -> None:
    controller, officer = row(("organisation", "controller", "name")), row(("organisation", "dpo", "name"))
    assert controller is not None
    assert officer is not None
    assert (controller.path, officer.path) == ("organisation.controller.name", "organisation.*.name")
    assert row(("recipients", "hubspot", "transfers", "us", "country")) == row(
        ("recipients", "*", "transfers", "*", "country")
    )
    assert row(("recipients", "hubspot", "nothing")) is None


def test_ids_are_told_from_fields() -> None:
    assert by_id(("data", "categories", "contact", "items"))
    assert by_id(("recipients", "hubspot", "transfers"))
    assert not by_id(("purposes", "mail", "providing"))
    assert not by_id(("rights", "access"))
    assert label(("data", "categories", "contact", "items")) == label(("data", "categories", "*", "items", "country"))
    assert label(("nothing",)) == ""


def test_the_fields_of_an_entry_at_a_place_in_their_order() -> None:
    assert [name(each) for each in fields("organisation.*", Place.CONTACT_PAGE)][:3] == ["name", "address", "email"]
    assert fields("purposes.*", Place.CONTACT_PAGE) == ()


def test_the_parties_are_those_of_the_organisation() -> None:
    old = Facts.model_validate(OLD).organisation
    assert tuple(old.parties) == PARTIES
    assert PARTIES[0] == "controller"
    assert {each.names for each in TABLE} - {""} <= {*Facts.model_fields}
    assert fact_table.TABLE[0].path == "organisation.controller"

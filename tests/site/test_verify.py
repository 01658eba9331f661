"""The page that checks digests: a list that says, without a script, what has which digest and when it was in force."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inforce.contract.index import integrity
from inforce.publication import PublishedSite
from inforce.reader.section import parse_section
from inforce.site import resources
from inforce.site.all_pages import site_pages
from inforce.site.page import Page
from inforce.site.resources import catalogs, templates
from inforce.writer import RenderContext, render_section
from inforce.writer.proof import html_wording

from build_tools.npm import NODE
from tests.reader.test_against_github import TEXTS
from tests.reader.test_wording import VECTORS
from tests.site import making
from tests.site.reading import of_class, shown, tree
from tests.site.test_corrections import CORRECTED, POSTPONED, TRANSLATED, policy_version

FILES = {
    "api/v1/privacy/2/en/r1.json": b"a summary",
    "api/v1/privacy/2/en/status.html": b"ready HTML",
    "api/v1/words/en.json": b"words",
    "embed/1.0.0/inforce.js": b"a script",
    "embed/1/inforce.js": b"a script",
    "api/v1/types.d.ts": b"types",
}
DIGESTS = {path: integrity(data) for path, data in FILES.items()}


def made(site: PublishedSite, language: str = "en") -> Element:
    known = {page.url: page for page in pages_of(site)}
    return tree(known[f"{language}/verify/"].html)


def pages_of(site: PublishedSite) -> list[Page]:
    return [
        page
        for page in site_pages(
            site, catalogs=catalogs(), templates=templates(), memo=lambda _, make: make(), files=FILES
        )
        if page.url.endswith("/verify/")
    ]


def entries(root: Element) -> dict[str, Element]:
    """The entries of the list by what they are called; records have no revision in theirs."""
    found: dict[str, Element] = {}
    for item in root.iter("li"):
        if names := of_class(item, "who"):
            found.setdefault(f"{shown(names[0])} {shown(of_class(item, 'digests')[0])[:12]}", item)
    return found


def codes(root: Element) -> list[str]:
    return [shown(each) for each in root.iter("code") if not each.get("tabindex")]


def test_every_digest_stands_in_the_list(northwind: PublishedSite) -> None:
    said = codes(made(northwind))
    for published in northwind.policies[0].versions:
        for revisions in published.revisions.values():
            for revision in revisions:
                assert revision.edition.wording in said
    assert set(DIGESTS.values()) - set(said) == {DIGESTS["api/v1/types.d.ts"]}, "the index names no digest of types"
    assert hashlib.sha256(b"a summary").hexdigest() in said, "as sha256sum prints it"


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        ("en", 1, "from 10 November 2020 to 14 January 2026"),
        ("en", 2, "from 15 January 2026 to 31 January 2027"),
        ("en", 3, "from 1 February 2027 on"),
        ("fr", 2, "du 15 janvier 2026 au 31 janvier 2027"),
        ("fr", 3, "à partir du 1er février 2027"),
        ("ja", 2, "2026年1月15日から2027年1月31日まで"),
        ("ar", 2, "من 15 يناير 2026 إلى 31 يناير 2027"),
    ],
)
def test_an_entry_says_when_its_version_is_in_force(
    northwind: PublishedSite, language: str, number: int, words: str
) -> None:
    root = made(northwind, language)
    groups = [each for each in root.iter("details") if of_class(each, "who")]
    group = groups[-number]
    for item in (item for item in group.iter("li") if of_class(item, "who")):
        assert words in shown(item).replace("\xa0", " ")


def test_an_end_within_a_day_is_told_to_the_minute_in_the_versions_zone() -> None:
    noon = making.brussels(2026, 3, 2).replace(hour=12)
    first = making.version(1, making.brussels(2026, 1, 1), {"en": making.TEXTS["en"]})
    second = making.version(2, noon, {"en": making.TEXTS["en"]})
    said = shown(made(making.site(making.policy(first, second))))
    assert re.search(r"from 1 January 2026 until 2 March 2026, 12:00\spm \(GMT\+01:00\)", said)


def test_a_version_that_never_took_effect_says_so() -> None:
    withdrawn = making.version(
        1, making.brussels(2026, 3, 1), {"en": making.TEXTS["en"]}, withdrawn=making.brussels(2026, 2, 1)
    )
    said = shown(made(making.site(making.policy(withdrawn))))
    assert "never: withdrawn on 1 February 2026, before it took effect" in said


def test_revisions_say_when_they_were_recorded_and_replaced_and_lead_to_what_they_changed() -> None:
    root = made(making.site(making.policy(policy_version(1, POSTPONED, TRANSLATED, CORRECTED))))
    found = {name: item for name, item in entries(root).items() if name.startswith("Privacy policy, version 1, rev")}
    third, second, _ = (found[f"Privacy policy, version 1, revision {number} Digest of th"] for number in (3, 2, 1))
    assert "Recorded 3 March 2025" in shown(third)
    assert "Replaced" not in shown(third)
    assert "Replaced 3 March 2025" in shown(second)
    ways = [each.get("href") for each in third.iter("a")]
    assert ways[:3] == [
        "../privacy/v1/r3/",
        "../privacy/v1/r3/changes/",
        "../../api/v1/privacy/1/en/r3.json",
    ]


def test_the_same_words_stand_twice_but_are_one_place_to_link_to() -> None:
    root = made(making.site(making.policy(policy_version(1, POSTPONED, TRANSLATED, CORRECTED))))
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    words = [shown(each) for each in root.iter("code") if shown(each).startswith("w1:")]
    assert len(set(words)) < len(words)
    words += [each for each in codes(root) if each in DIGESTS.values()]
    assert set(words) <= set(ids)


def test_the_digest_at_the_foot_of_a_page_leads_to_its_place_in_the_list(pages: dict[str, Page]) -> None:
    for language in ("en", "fr", "ar", "ja"):
        anchors = {each.get("id") for each in tree(pages[f"{language}/verify/"].html).iter("code")}
        for url, up in ((f"{language}/privacy/", "../verify/"), (f"{language}/privacy/v2/r1/", "../../../verify/")):
            if url in pages:
                colophon = of_class(tree(pages[url].html), "colo")[0]
                (link,) = (each for each in colophon.iter("a") if "verify" in (each.get("href") or ""))
                way, _, digest = (link.get("href") or "").partition("#")
                assert way == up
                assert digest == shown(link)
                assert digest in anchors


def test_every_page_leads_there_but_a_drafts_digest_does_not(pages: dict[str, Page], drafts: dict[str, Page]) -> None:
    for page in pages.values():
        ways = [each.get("href") or "" for each in of_class(tree(page.html), "foot")[0].iter("a")]
        assert ways[-1] == "./" if "verify/" in page.url else ways[-1].endswith("verify/"), page.url
    assert not list(of_class(tree(drafts["en/privacy/draft/"].html), "colo")[0].iter("a"))


def test_a_language_that_the_site_has_dropped_stays_in_the_list_without_a_page() -> None:
    site = making.northwind()
    fewer = replace(site, site=site.site.model_copy(update={"languages": ("en", "fr", "ar")}))
    root = made(fewer)
    japanese = [item for item in entries(root).values() if "Japanese" in shown(item)]
    assert japanese
    for item in japanese:
        assert not [each for each in item.iter("a") if "ja/privacy" in (each.get("href") or "")]


def test_a_text_of_another_language_says_so(northwind: PublishedSite) -> None:
    root = made(northwind)
    spoken = {span.get("lang") for item in entries(root).values() for span in of_class(item, "who")[0].iter("span")}
    assert {"fr", "ar", "ja"} <= spoken


def test_how_many_records_it_tells_of(northwind: PublishedSite) -> None:
    assert "It tells of 4 releases and amendments; this number never falls." in shown(made(northwind))
    one = making.site(making.policy(making.version(1, making.brussels(2026, 1, 1), {"en": making.TEXTS["en"]})))
    assert "It tells of 1 release or amendment" in shown(made(one))


def test_what_needs_a_script_is_hidden_without_one(northwind: PublishedSite) -> None:
    root = made(northwind)
    for name in ("check", "says"):
        (box,) = of_class(root, name)
        assert "hidden" in box.attrib
    assert all("open" in each.attrib for each in root.iter("details"))


def test_nothing_it_says_is_a_promise_of_compliance(northwind: PublishedSite) -> None:
    said = shown(made(northwind))
    assert "it says nothing about whether a text is lawful" in said
    assert not re.search(r"\bcompl(y|iance|iant)\b|\bguarantee", said)


def test_dates_have_a_machines_form(northwind: PublishedSite) -> None:
    for each in made(northwind).iter("time"):
        assert datetime.fromisoformat(each.get("datetime") or "").tzinfo is not None


@given(st.lists(TEXTS, min_size=40, max_size=40))
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_script_reads_the_words_of_a_page_as_the_proof_does(texts: list[str]) -> None:
    """Its `wording` alone, in Node: of all that can be nested, and of each form whose kinds are fixed."""
    sections = (parse_section(f"# T\n\n{text}\n", id="t", file="t.md")[0] for text in (*texts, *VECTORS))
    context = RenderContext(language="en", numbers={"t": "1."}, links={})
    contexts = (context, replace(context, lists=("(a)", "(i)")))
    pages = [render_section(each, one) for each in sections if each for one in contexts]
    script = (Path(resources.__file__).parent / "assets/inforce-verify.js").read_text("utf-8")
    begin, end = (script.index(f"  const {name} =") for name in ("PIECE", "between"))
    inner = json.dumps([page.partition(">")[2].rpartition("</section>")[0] for page in pages])
    told = f"{script[begin:end]}\nconsole.log(JSON.stringify({inner}.map(wording)))"
    done = subprocess.run([NODE, "-"], input=told, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[list(pair) for pair in html_wording(page)] for page in pages]

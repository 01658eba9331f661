"""Where a link may go, and what is said where it may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.model.text import TARGET_SCHEMES, Target
from inforce.reader.targets import Refusal, read_target


@pytest.mark.parametrize(
    ("text", "scheme", "value"),
    [
        ("fact:retention.contract", "fact", "retention.contract"),
        ("fact:organisation.controller.address.street", "fact", "organisation.controller.address.street"),
        ("section:rights", "section", "rights"),
        ("id:right-of-access", "id", "right-of-access"),
        ("link:hubspot-cookies", "link", "hubspot-cookies"),
        ("https://example.org/a?b=c#d", "https", "https://example.org/a?b=c#d"),
        ("https://192.0.2.1/a", "https", "https://192.0.2.1/a"),
        ("https://1and1.example/", "https", "https://1and1.example/"),
        ("https://example.org:8443", "https", "https://example.org:8443"),
        ("https://münchen.de/", "https", "https://münchen.de/"),
        ("https://www.Bücher.example:8443/a", "https", "https://www.Bücher.example:8443/a"),
        ("https://例え.jp/", "https", "https://例え.jp/"),
        ("https://пример.рф", "https", "https://пример.рф"),
        ("https://παράδειγμα.ελ/ά", "https", "https://παράδειγμα.ελ/ά"),
        ("https://موقع.وزارة-الاتصالات.مصر/", "https", "https://موقع.وزارة-الاتصالات.مصر/"),
        ("mailto:first.last+x@mail.example.org", "mailto", "mailto:first.last+x@mail.example.org"),
        ("mailto:a@b.example?subject=My%20data", "mailto", "mailto:a@b.example?subject=My%20data"),
        ("tel:+3222744800", "tel", "tel:+3222744800"),
        ("tel:112", "tel", "tel:112"),
    ],
)
def test_what_may_stand(text: str, scheme: str, value: str) -> None:
    assert read_target(text) == Target(scheme=scheme, value=value)


@pytest.mark.parametrize("target", ["https://example.org/page", "link:dpa", "section:rights", "tel:112"])
def test_a_title_goes_with_the_target(target: str) -> None:
    found = read_target(target, "Our site")
    assert isinstance(found, Target)
    assert (str(found), found.title) == (target, "Our site")


@pytest.mark.parametrize("target", ["fact:retention.contract", "id:rights"])
def test_a_title_that_no_page_shows_is_refused(target: str) -> None:
    refused = read_target(target, "Our site")
    assert isinstance(refused, Refusal)
    assert (refused.code, "Our site" in refused.message) == ("L202", True)
    assert f"`{target}`" in refused.remedy


def test_of_a_target_that_is_refused_the_title_is_not_told() -> None:
    assert read_target("javascript:x", "y") == read_target("javascript:x")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("javascript:alert(1)", "X304"),
        ("JavaScript:alert(1)", "X304"),
        (" javascript :alert(1)", "X304"),
        ("data:text/html,x", "X304"),
        ("vbscript:x", "X304"),
        ("file:///etc/passwd", "X304"),
        ("blob:x", "X304"),
        ("http://example.org/", "L201"),
        ("HTTPS://example.org/", "L201"),
        ("ftp://example.org/", "L201"),
        ("//example.org/", "L201"),
        ("/en/privacy/", "L201"),
        ("#rights", "L201"),
        ("", "L201"),
        ("https://", "L202"),
        ("https://example.org/a b", "L202"),
        ("https://user@example.org/", "L202"),
        ("https://1249763844/", "L202"),
        ("https://\u2603.example/", "L202"),
        ("https://-ü.de/", "L202"),
        ("https://ü_b.de/", "L202"),
        ("https://user@münchen.de/", "L202"),
        ("https://0x7f.1/", "L202"),
        ("https://0x7f000001", "L202"),
        ("https://127.1/", "L202"),
        ("https://010.0.0.1/", "L202"),
        ("https://example.org/" + "a" * 2000, "L202"),
        ("mailto:nobody", "L202"),
        ("mailto:a@example.org?bcc=b@example.org", "L202"),
        ("tel:1", "L202"),
        ("tel:+32 2 274", "L202"),
        ("fact:retention", "L202"),
        ("fact:Retention.contract", "L202"),
        ("fact:retention.", "L202"),
        ("section:Rights", "L203"),
        ("id:1st", "L203"),
        ("id:" + "a" * 65, "L203"),
        ("link:", "L203"),
    ],
)
def test_what_may_not(text: str, code: str) -> None:
    refused = read_target(text)
    assert isinstance(refused, Refusal)
    assert refused.code == code


def test_an_id_with_its_policy_before_it_is_proposed_alone() -> None:
    refused = read_target("section:privacy/retention")
    assert isinstance(refused, Refusal)
    assert refused.remedy.startswith("Write `section:retention`: ")


HERE = (
    "A policy links to its own sections by their ids, as in `section:rights`, and to pages by their whole address, "
    "best by a name in links.yml."
)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("http://example.org/", "Write `https:` instead."),
        ("Section:rights", "Write `section:` in small letters."),
        ("#rights", "Write `section:rights`."),
        ("/en/privacy/#rights", "Write `section:rights`."),
        ("index.md#rights", "Write `section:rights`."),
        *(
            (here, HERE)
            for here in ("index.md", "../fr/index.md", "README.md", "/en/privacy/", "rights.html", "#", "#Mes droits")
        ),
        ("ftp://example.org", "Use one of fact:, section:, id:, link:, https:, mailto: or tel:."),
        ("https://ü_b.de/", "No host can be called “ü_b.de” (IDNA 2008): write its name."),
        (
            "www.example.org",
            "Write `https://www.example.org`, or better put it into links.yml and write `link:` and its name.",
        ),
        ("rights.md", "A section is linked by its id: write `section:rights`."),
        ("../en/rights.md", "A section is linked by its id: write `section:rights`."),
        ("a@example.org", "Write `mailto:a@example.org`."),
        ("fact: retention.contract", "Write `fact:retention.contract`."),
        ("fact:retention/contract", "Write `fact:retention.contract`."),
        ("fact:retention", "Name a file and a key of the facts, as in `fact:retention.contract`."),
        (
            "id:Right_of_Access",
            "Write `id:right-of-access`: small letters a–z, digits and hyphens, a letter first, 64 at most.",
        ),
    ],
)
def test_the_remedy_is_the_likeliest(text: str, remedy: str) -> None:
    refused = read_target(text)
    assert isinstance(refused, Refusal)
    assert refused.remedy == remedy


@given(st.text(max_size=40))
def test_only_known_schemes_ever_pass(text: str) -> None:
    target = read_target(text)
    if isinstance(target, Target):
        assert target.scheme in TARGET_SCHEMES
        assert str(target) == text

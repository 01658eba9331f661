"""The words of mkdocs.yml that pages show: what they say of links, of policies, and what is new of them."""

from __future__ import annotations

import pytest
from inforce.reader.yaml.document import read_yaml
from inforce.rules.handbook import Neighbours
from inforce.rules.mkdocs_words import check_shown

BESIDE = Neighbours(
    languages=("en", "fr", "pt-BR"),
    policies=("privacy", "terms"),
    titles=("Privacy Policy", "Privacybeleid"),
    called=(("privacy", "Privacy Policy"), ("privacy", "Privacybeleid"), ("terms", "Terms of Use")),
    region="BE",
)
GOOD = "site_name: Legal\nsite_url: https://legal.example.org/\n"


def told(text: str, before: str | None = None) -> list[str]:
    """`CODE line` of every problem."""
    config, then = read_yaml(text, "mkdocs.yml")[0], read_yaml(before, "mkdocs.yml")[0] if before else None
    assert config is not None
    found = check_shown(config, base_url="https://legal.example.org/", beside=BESIDE, before=then)
    return [f"{one.code} {one.location.line}" for one in found]


@pytest.mark.parametrize(("target", "level"), [("/en/terms/", "open"), ("/en/privacy/v3/", "hint"), ("a.md", "hint")])
def test_an_entry_that_leads_to_another_policy_than_it_is_called(target: str, level: str) -> None:
    config = read_yaml(f"{GOOD}nav:\n  - Privacy Policy: {target}\n", "mkdocs.yml")[0]
    assert config is not None
    (one,) = check_shown(config, base_url="https://legal.example.org/", beside=BESIDE)
    assert (one.code, one.severity.value, target.strip("/") in one.message) == ("H113", level, level == "open")


SOCIAL = "extra:\n  social:\n    - icon: material/book\n      link: {}\n      name: {}\n"
SWITCH = "extra:\n  alternate:\n    - {{name: {}, link: {}, lang: {}}}\n"
LIES = {
    "menu": ("nav:\n  - www.qualifio.com: https://evil.example.net/\n", "L303 4"),
    "deep in the menu": ("nav:\n  - More:\n    - See qualifio.com: https://evil.example.net/\n", "L303 5"),
    "somebody to write to": ("nav:\n  - privacy@qualifio.com: mailto:x@evil.example.net\n", "L303 4"),
    "number": ("nav:\n  - 02 274 48 00: tel:+3222744801\n", "L303 4"),
    "in the footer": (SOCIAL.format("https://evil.example.net/", "www.qualifio.com"), "L303 6"),
    "user": (SOCIAL.format("https://www.qualifio.com@evil.example.net/", "x"), "H109 6"),
    "lookalike": ("nav:\n  - x: https://www.xn--pple-43d.com/\n", "X305 4"),
    "name of the repository": ("repo_name: qualifio.com\nrepo_url: https://evil.example.net/\n", "L303 4"),
    "another language's name": (SWITCH.format("Fran\u00e7ais", "/en/", "en"), "L303 5"),
    "another language's tag": (SWITCH.format("EN", "/fr/", "en"), "L303 5"),
    "another language's name in English": (SWITCH.format("French", "./handbook/", "en"), "L303 5"),
    "a version of a policy": ("nav:\n  - Privacy policy v9: handbook/x.md\n", "H113 4"),
    "page called as a policy": ("nav:\n  - Privacy policy: handbook/pp.md\n", "H113 4"),
    "part called as a policy": ("nav:\n  - x: x.md\n  - Privacybeleid:\n    - handbook/pp.md\n", "H113 5"),
}


@pytest.mark.parametrize("name", LIES)
def test_what_deceives(name: str) -> None:
    text, expected = LIES[name]
    assert told(f"{GOOD}{text}") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "nav:\n  - Handbook: handbook/index.md\n  - site.yml: handbook/site.md\n  - Our policy: /en/privacy/\n",
        "nav:\n  - Privacy Policy: /en/privacy/\n  - Privacy policy: https://legal.example.org/en/privacy/\n",
        "nav:\n  - www.qualifio.com: https://www.qualifio.com/\n  - 02 274 48 00: tel:+3222744800\n",
        SOCIAL.format("https://www.qualifio.com/", "www.qualifio.com"),
        "extra:\n  social:\n    - {icon: material/book, link: /}\n    - x\n  alternate: x\nnav: x\n",
        SWITCH.format("Fran\u00e7ais (Belgique)", "/fr/", "fr"),
        SWITCH.format("FR", "/handbook/", "fr-BE"),
        SWITCH.format("Portugu\u00eas", "/pt-BR/", "pt"),
        "extra:\n  alternate: [x, {name: English}, {link: /fr/}]\n",
        "nav:\n  - Writing the privacy policy: handbook/x.md\n",
    ],
)
def test_what_does_not(text: str) -> None:
    assert told(GOOD + text) == []


def test_words_of_every_page_that_change_are_to_be_looked_at() -> None:
    now = f"{GOOD}copyright: Write to privacy@evil.example.net\nsite_description: Same\n" + SOCIAL.format("/", "New")
    before = f"{GOOD}site_description: Same\ncopyright: Us\n" + SOCIAL.format("/", "Old")
    assert told(now, before) == ["H111 3", "H111 9"]
    assert told(now, now) == []
    assert told(now) == []


def test_so_are_words_of_extensions_and_of_the_theme() -> None:
    text = "markdown_extensions:\n  - toc:\n      title: {}\n      toc_depth: {}\ntheme:\n  palette:\n    - toggle:\n"
    text += "        name: {}\n        icon: material/{}\n"
    before, now = (GOOD + text.format(*words) for words in (("Contents", 2, "Dark", "a"), ("Nothing", 3, "Off", "b")))
    assert told(now, before) == ["H111 5", "H111 10"]


def test_pages_that_are_left_out_anew_are_to_be_looked_at() -> None:
    before = f"{GOOD}exclude_docs: drafts/\n"
    assert told(f"{GOOD}exclude_docs: handbook/\nnot_in_nav: x.md\n", before) == ["H111 3", "H111 4"]
    assert told(before, before) == []


def test_so_is_the_language_of_the_theme() -> None:
    before, now = (f"{GOOD}theme:\n  name: material\n{line}" for line in ("", "  language: ja\n"))
    assert told(now, before) == ["H111 5"]
    assert told(now, now) == []

"""Every address of the site has one owner: which files of `docs/` may not stand where they would."""

from __future__ import annotations

import pytest
from inforce.problems import Problem
from inforce.rules.handbook import Neighbours, check_paths, destination, is_claimed, is_named_so

BESIDE = Neighbours(
    languages=("en", "fr", "pt-BR"),
    policies=("privacy", "terms-of-use"),
    titles=("Privacy Policy", "Politique de confidentialit\u00e9", "Datenschutzerkl\u00e4rung"),
    owners=("Qualifio SA",),
)


def told(*paths: str, flat: bool = False, docs: str = "docs") -> list[str]:
    """`CODE file` of every problem."""
    found = check_paths([f"{docs}/{path}" for path in paths], docs=docs, beside=BESIDE, flat=flat)
    return [f"{one.code} {one.location.file}" for one in found]


OURS = [
    "en/privacy/v1.md", "en/privacy/index.html", "en/new.js", "en.md", "en/index.md", "en", "en.html", "en.htm",
    "pt-BR/x.md", "api/v1/index.json", "api.md", "embed/1/inforce.js", "embed.html", "assets/x.css", "assets",
    "hosting/nginx.conf", "hosting.md", "_headers", "\uff3fheaders", "_Headers", "_headers/x.md",
    "index.md", "index.html", "index.htm", "index.php", "README.md", "404.md", "404.html", "404.html/x.md",
    "sitemap.xml", "sitemap.xml.gz", "sitemap.md", "sitemap.xml/x.md", ".inforce-site", "sw.js", "sw.mjs", "a.wasm",
    "sw.es", "sw.jsx", "sw.ecma", "SW.JS", "sw.js.",
    # as a policy, or as one in a language that the site lacks
    "privacy.md", "privacy/v1.md", "Privacy.html", "terms-of-use/index.md", "privac\uff59.md", "es/privacy/v1.md",
    "de/x.md", "en-gb/privacy.md", "EN_GB/x.md", "zh-hant/x.md", "zh-Hant-HK/x.md", "es-419/x.md", "ca-valencia/x.md",
    "fil/x.md", "de-1996/x.png", "es.md", "sr-latn.html",
    # as the title of a policy reads, in any language
    "privacy-policy.md", "privacy-policy/index.md", "PrivacyPolicy/x.md", "privacy_policy_v2.md", "privacy-policy.png",
    "politique-de-confidentialite/index.md", "politique-de-confidentialit\u00e9.md", "qualifio-privacy-policy/x.md",
    "datenschutzerklaerung.md", "datenschutzerklarung.md", "our-privacy-policy-2026/x.md",
    # a country that the language has nowhere, and one that CLDR has no locale of
    "fr-us/x.md", "es-us/x.md", "en-gb-oxendict/x.md",
    # tags with what is agreed on in private
    "fr-x-legal/x.md", "en-x-a.md", "en-u-ca-gregory/x.md", "de-DE-x-a-b/x.md",
    # in letters that look like ours
    "priv\u0430cy/x.md", "\u0435n/x.md", "\u0430pi.md", "\u0430ssets/x.png", "terms-of-us\u0435.md",
    # in another spelling
    "EN/privacy/v1.md", "En.md", "pt-br/x.md", "PT-BR.html", "API/x.json", "Assets/x.css", "INDEX.HTML", "Index.md",
    "Sitemap.XML", "404.HTML", "en./x.md", "en /x.md", " en/x.md", "en.../x.md", "en. ./x.md",
    "%65n/x.md", "%2565n/x.md", "en%2fx.md", "\uff45\uff4e/x.md", "e\u200bn/x.md", "e\u00adn/x.md", "e\ufe0fn/x.md",
    "a\u017f\u017fets/x.css", "index.html.", "index%2Ehtml", "en\\x.md", "en:stream/x.md", "index.html::$DATA",
]  # fmt: skip
THEIRS = [
    "handbook/index.md", "handbook/en/privacy/v1.md", "developers/README.md", "english/x.md", "entry.md", "about.md",
    "apis/x.md", "api.v2/x.md", "indexes.md", "index-of-words.md", "favicon.ico",
    "handbook/data.json", "handbook/x.PDF", "picture.png", "\u00ean/x.md", "e\u0301n.md", "ens.md",
    "handbook/assets/x.css", "search/x.md", "404-and-other-numbers.md", "faq/x.md",
    "img/x.png", "dev/x.md", "how-to/x.md", "privacy-at-work.md", "handbook/privacy.md", "handbook/es/privacy.md",
    "qq/x.md", "tech-notes/x.md", "handbook/privacy-policy.md", "privacy-policy-how-to/x.md", "writing-policies/x.md",
    "\u043f\u043e\u043c\u043e\u0449\u044c/x.md", "handbook/caf\u00e9.md", "\u8aac\u660e/x.md",
    "aide-a-la-redaction/x.md",
    # words that are written as a tag is
    "de-facto/x.md", "de-jure.md", "as-is/x.md", "to-do.md", "it-security/x.md", "is-a-service/x.md",
    "as-a-service.md", "no-reply.md", "it-help/x.md", "hr-forms/x.md", "en-route.md", "pt-a-pt/x.md", "de-luxe-2026.md",
    "handbook/\u0645\u0644\u0641.pdf",
]  # fmt: skip


UNFIT = [
    "robots.txt", "CNAME",
    "_redirects", "vercel.json", "netlify.toml", "web.config", "staticwebapp.config.json", ".htaccess", "mkdocs.yml",
    ".well-known/security.txt", "handbook/.htaccess", "handbook/_x/a.md", "handbook/web.config",
    "handbook/x.html", "handbook/x.HTM", "handbook/x.xhtml", "handbook/x.svg", "handbook/x.xml", "handbook/x.html.",
    "handbook/x%2ehtml", "handbook/sw.es", "handbook/sw.mjs", "handbook/x.wasm", "handbook/x.php", "handbook/LICENSE",
    "overrides/main.html", "handbook/%2ehtaccess", "x.css", "handbook/x.js", "handbook/x.%4as",
    "handbook/x.svgz", "handbook/<img src=x onerror=alert(1)>.md", "handbook/<b>/a.md", 'handbook/" onfocus="x.md',
    "handbook/a\nb.md", "handbook/`.png",
]  # fmt: skip


@pytest.mark.parametrize("path", UNFIT)
@pytest.mark.parametrize("flat", [False, True])
def test_a_file_of_another_kind_is_refused(path: str, flat: bool) -> None:
    assert told(path, flat=flat) == [f"H108 docs/{path}"]


@pytest.mark.parametrize("path", ["handbook/p\u0430ge.md", "h\u0430ndbook/page.md", "handbook/\u0440rivacy.png"])
def test_a_name_in_letters_of_two_scripts_deceives(path: str) -> None:
    assert told(path) == [f"X305 docs/{path}"]


def test_a_script_may_stand_in_a_folder_where_mkdocs_yml_names_it() -> None:
    def problems(path: str, *scripts: str) -> list[Problem]:
        return list(check_paths([f"docs/{path}"], docs="docs", beside=BESIDE, flat=False, scripts=scripts))

    assert problems("handbook/x.js", "handbook/x.js") == []
    assert [one.code for one in problems("handbook/x.js", "handbook/y.js")] == ["H108"]
    assert [one.code for one in problems("x.js", "x.js")] == ["H101"]


@pytest.mark.parametrize("path", OURS)
@pytest.mark.parametrize("flat", [False, True])
def test_a_file_that_would_stand_among_ours_is_refused(path: str, flat: bool) -> None:
    if flat and path in ("en/index.md",):
        assert destination(path, flat=True) == "en/index.html"
    assert told(path, flat=flat) == [f"H101 docs/{path}"]


@pytest.mark.parametrize("path", THEIRS)
@pytest.mark.parametrize("flat", [False, True])
def test_any_other_may_stand_where_it_is(path: str, flat: bool) -> None:
    assert told(path, flat=flat) == []


def test_the_message_says_where_it_would_stand_and_what_to_do() -> None:
    (found,) = check_paths(["docs/en/privacy/v1.md"], docs="docs", beside=BESIDE, flat=False)
    assert found.message == "this file would be published at /en/privacy/v1/, among the policies in en."
    assert "docs/handbook/en/privacy/v1.md" in found.remedy


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("handbook/a.md", "handbook/A.md"),
        ("handbook/a.md", "handbook/a/index.md"),
        ("handbook/index.md", "handbook/README.md"),
        ("handbook.md", "handbook/index.md"),
        ("handbook/caf\u00e9.md", "handbook/cafe\u0301.md"),
        ("handbook/x.png", "Handbook/x.png"),
    ],
)
def test_two_files_at_one_address_are_refused(one: str, other: str) -> None:
    assert told(one, other) == [f"H102 docs/{other}"]


def test_two_files_of_like_names_are_two() -> None:
    assert told("handbook/a.md", "handbook/b.md", "handbook/a.png", "handbook/a/b.md") == []


@pytest.mark.parametrize(
    ("path", "flat", "there"),
    [
        ("a/b.md", False, "a/b/index.html"),
        ("a/b.md", True, "a/b.html"),
        ("README.md", False, "index.html"),
        ("a/index.markdown", True, "a/index.html"),
        ("a/B.MD", False, "a/B.MD"),
        ("a/b.png", False, "a/b.png"),
    ],
)
def test_where_mkdocs_puts_a_file(path: str, flat: bool, there: str) -> None:
    from mkdocs.structure.files import File

    assert destination(path, flat=flat) == there == File(path, None, "", not flat).dest_uri


@pytest.mark.parametrize(
    ("path", "claimed"),
    [
        ("assets/stylesheets/main.css", False),
        ("assets/images/favicon.png", False),
        ("assets/inforce.css", True),
        ("assets/other.css", True),
        ("en/privacy/index.html", True),
        ("sitemap.xml", True),
        ("search/search_index.json", False),
    ],
)
def test_of_a_built_site_a_theme_s_own_assets_are_not_ours(path: str, claimed: bool) -> None:
    assert is_claimed(path, BESIDE) is claimed


@pytest.mark.parametrize(
    ("name", "so"),
    [
        ("Privacy Policy", True), ("  privacy\npolicy. ", True), ("\u201cPrivacy Policy\u201d", True),
        ("Privacyverklaring", True), ("PRIVACY-POLICY", True), ("Privacy Policy: how to edit it", False), ("", False),
        ("Privacy", False),
    ],
)  # fmt: skip
def test_what_has_the_name_of_a_policy(name: str, so: bool) -> None:
    assert is_named_so(name, Neighbours(titles=("Privacy policy", "Privacyverklaring"))) is so

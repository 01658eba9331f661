"""What `mkdocs.yml` may say: the look of the handbook, and nothing that runs a program or reads another file."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest
from inforce.reader.yaml.document import read_yaml
from inforce.rules import mkdocs
from inforce.rules.mkdocs import check_config, docs_folder, is_flat, scripts

from tests.built.building import ROOT

URL = "https://legal.example.org/"
GOOD = f"""\
site_name: Legal
site_url: {URL}
theme:
  name: material
  font: false
plugins: [inforce]
"""


def told(text: str, base_url: str | None = URL) -> list[str]:
    """`CODE line` of every problem."""
    document, problems = read_yaml(text, "mkdocs.yml")
    assert document is not None, problems
    return [f"{one.code} {one.location.line}" for one in check_config(document, base_url=base_url)]


def swapped(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


@pytest.mark.parametrize("path", ["mkdocs.yml", "examples/mkdocs.yml", "tests/good_source/mkdocs.yml"])
def test_our_own_are_right(path: str) -> None:
    document, problems = read_yaml((ROOT / path).read_text("utf-8"), "mkdocs.yml")
    assert document is not None
    assert not problems
    assert list(check_config(document, base_url=document.data["site_url"])) == []


WRONG = {
    "hooks": (GOOD + "hooks: [evil.py]\n", "H103 7"),
    "another configuration": (GOOD + "INHERIT: ../other.yml\n", "H103 7"),
    "templates": (GOOD + "extra_templates: [x.html]\n", "H103 7"),
    "an entry that nobody knows": (GOOD + "on_startup: evil\n", "H103 7"),
    "a folder of the theme's": (GOOD.replace("font: false", "font: false\n  custom_dir: overrides"), "H103 6"),
    "an output of its own": (GOOD + "site_dir: ../..\n", "H103 7"),
    "docs above the project": (GOOD + "docs_dir: ../secrets\n", "H103 7"),
    "docs at a place of the computer": (GOOD + "docs_dir: /etc\n", "H103 7"),
    "docs that are all of the project": (GOOD + "docs_dir: .\n", "H103 7"),
    "docs that are git's": (GOOD + "docs_dir: .git\n", "H103 7"),
    "docs that are the policies": (GOOD + "docs_dir: Policy_src/privacy\n", "H103 7"),
    "docs that lead out": (GOOD + "docs_dir: docs/../../x\n", "H103 7"),
    "docs that are a list": (GOOD + "docs_dir: [docs]\n", "H103 7"),
    "an extension that reads files": (GOOD + "markdown_extensions: [pymdownx.snippets]\n", "H103 7"),
    "one with options": (GOOD + "markdown_extensions:\n  - pymdownx.b64:\n      base_path: /\n", "H103 7"),
    "extensions as a map": (GOOD + "markdown_extensions: {pymdownx.snippets: {}}\n", "H103 7"),
    "a module of the project's": (GOOD + "markdown_extensions: [evil]\n", "H103 7"),
    "a module with a class": (GOOD + "markdown_extensions: ['os:path']\n", "H103 7"),
    "a plugin that builds more": (swapped("[inforce]", "[inforce, material/projects]"), "H103 6"),
    "a plugin that fetches": (swapped("[inforce]", "[inforce, privacy: {}]"), "H103 6"),
    "a plugin that nobody knows": (swapped("[inforce]", "[inforce, macros]"), "H107 6"),
    "no plugins": (swapped("plugins: [inforce]\n", ""), "H104 1"),
    "not ours": (swapped("[inforce]", "[search]"), "H104 6"),
    "ours, switched off": (swapped("[inforce]", "[inforce: {enabled: false}]"), "H104 6"),
    "another address": (swapped(URL, "https://other.example/"), "H104 2"),
    "an address without its slash": (swapped(URL, URL.rstrip("/")), "H104 2"),
    "no address": (swapped(f"site_url: {URL}\n", ""), "H104 1"),
    "fonts": (swapped("  font: false\n", ""), "H105 3"),
    "fonts, on": (swapped("font: false", "font: {text: Roboto}"), "H105 3"),
    "a theme in one word": (swapped("\n  name: material\n  font: false", " material"), "H105 3"),
    "a script from elsewhere": (GOOD + "extra_javascript: ['https://cdn.example.net/x.js']\n", "H105 7"),
    "a script as a map": (GOOD + "extra_javascript:\n  - path: //cdn.example.net/x.js\n", "H105 8"),
    "a style from elsewhere": (GOOD + "extra_css: ['HTTP://cdn.example.net/x.css']\n", "H105 7"),
    "a logo from elsewhere": (GOOD.replace("font: false", "font: false\n  logo: https://x.example/l.svg"), "H105 6"),
    "stars": (GOOD + "repo_url: https://github.com/example/legal\n", "H105 7"),
    "fonts, by a word in quotation marks": (swapped("font: false", 'font: "false"'), "H105 3"),
    "fonts, by a word that is no truth value": (swapped("font: false", "font: fALSE"), "H105 3"),
    "a theme that fetches": (swapped("  name: material\n  font: false\n", "  name: mkdocs\n"), "H105 3"),
    "another one": (swapped("  name: material\n  font: false\n", "  name: readthedocs\n"), "H105 3"),
    "a plugin that lets pages fetch": (swapped("[inforce]", "[inforce, offline]"), "H103 6"),
    "a script behind a backslash": (GOOD + "extra_javascript: ['/\\evil.example/x.js']\n", "H105 7"),
    "a script behind two": (GOOD + "extra_javascript: ['\\\\evil.example\\x.js']\n", "H105 7"),
    "a script behind a tab": (GOOD + 'extra_javascript: ["/\\t/evil.example/x.js"]\n', "H105 7"),
    "a logo behind a backslash": (swapped("font: false", "font: false\n  logo: '/\\evil.example/l.png'"), "H105 6"),
    "a script in the copyright": (GOOD + "copyright: <script src=x></script>\n", "H103 7"),
    "a script in the name": (swapped("Legal", "</title><script>x</script>"), "H103 1"),
    "a script in the language": (swapped("font: false", "font: false\n  language: '\"><img>'"), "H103 6"),
    "a script among titles": (GOOD + "nav: [{'<img onerror=x>': a.md}]\n", "H103 7"),
    "stars of a host that only looks like it": (GOOD + "repo_url: https://gitlabs.evil.example/a\n", "H105 7"),
    "a script": (GOOD + "extra_javascript: [handbook/x.js]\n", "H110 7"),
    "a script with more words": (GOOD + "extra_javascript: [{path: handbook/x.js, defer: true}]\n", "H110 7"),
    "titles that become markup": (swapped("font: false", "font: false\n  features: [content.tooltips]"), "H103 6"),
    "a plugin that makes pages": (swapped("[inforce]", "[inforce, blog]"), "H103 6"),
    "an attribute in the name": (swapped("name: Legal", "name: 'Legal\" onmouseover=\"alert(1)'"), "H103 1"),
    "an attribute among titles": (GOOD + "nav: [{'x\" onfocus=\"y': a.md}]\n", "H103 7"),
    "a link that runs": (GOOD + "nav: [{Home: 'javascript:alert(1)'}]\n", "H103 7"),
    "one in extra": (GOOD + "extra:\n  social:\n    - link: ' JavaScript:alert(1)'\n", "H103 9"),
    "programs by another name": (GOOD + "extra:\n  polyfills: [handbook/x.txt]\n", "H103 8"),
    "analytics": (GOOD + "extra: {analytics: {provider: google}}\n", "H105 7"),
    "emoji": (GOOD + "markdown_extensions: [pymdownx.emoji]\n", "H105 7"),
    "a plugin that asks another host": (swapped("[inforce]", "[inforce, info]"), "H103 6"),
    "the same, with its family": (swapped("[inforce]", "[inforce, material/info: {}]"), "H103 6"),
    "a plugin that runs programs": (swapped("[inforce]", "[inforce, optimize]"), "H103 6"),
    "a plugin that writes elsewhere": (swapped("[inforce]", "[inforce, tags: {export_file: ../../x}]"), "H103 6"),
    "a plugin that reads elsewhere": (swapped("[inforce]", "[inforce, search: {jieba_dict: /etc/passwd}]"), "H103 6"),
    "options in a map": (swapped("[inforce]", "{inforce: {}, meta: {meta_file: ../x}}"), "H103 6"),
    "an icon outside the theme": (swapped("font: false", "font: false\n  icon: {repo: '../../../x'}"), "H103 6"),
    "an icon deep in it": (swapped("font: false", "font: false\n  icon:\n    tag:\n      a: /etc/x"), "H103 8"),
    "an icon of a palette": (swapped("font: false", "font: false\n  palette: [{toggle: {icon: ../x}}]"), "H103 6"),
    "an icon of a network": (GOOD + "extra:\n  social: [{icon: ../../../../x, link: /}]\n", "H103 8"),
    "a language outside the theme": (swapped("font: false", "font: false\n  language: '../x'"), "H103 6"),
    "templates of the theme": (swapped("font: false", "font: false\n  static_templates: [main.html]"), "H103 6"),
    "a home elsewhere": (GOOD + "extra: {homepage: 'https://evil.example/'}\n", "H103 7"),
    "a home without its scheme": (GOOD + "extra: {homepage: '/\\evil.example/'}\n", "H103 7"),
    "another language elsewhere": (GOOD + "extra:\n  alternate:\n    - link: //evil.example/fr/\n", "H103 9"),
    "a menu that leads away": (GOOD + "nav:\n  - Privacy policy: https://evil.example/\n", "H111 8"),
    "a page to edit elsewhere": (GOOD + "edit_uri: https://evil.example/\n", "H111 7"),
    "what is not watched": (GOOD + "watch: [../..]\n", "H103 7"),
    "what is watched at a place of the computer": (GOOD + "watch:\n  - /etc\n", "H103 8"),
    "no checks": (GOOD + "strict: false\n", "H111 7"),
    "a slow pattern": (swapped("[inforce]", "[inforce, search: {separator: '(a+)+$'}]"), "H103 6"),
    "a slow pattern in a class": (swapped("[inforce]", "[inforce, search: {separator: '[a]+([a]+)+'}]"), "H103 6"),
    "versions": (GOOD + "extra: {version: {provider: mike}}\n", "H103 7"),
    "consent": (GOOD + "extra: {consent: {title: Cookies}}\n", "H111 7"),
    "an option that shows words": (GOOD + "markdown_extensions:\n  - toc:\n      permalink: not\n", "H103 9"),
    "one in a map": (GOOD + "markdown_extensions:\n  footnotes:\n    PLACE_MARKER: not\n", "H103 9"),
    "one in an extension of others": (
        GOOD + "markdown_extensions:\n  - extra:\n      markdown.extensions.footnotes:\n        BACKLINK_TEXT: not\n",
        "H103 10",
    ),
    "links that lead elsewhere": (GOOD + "markdown_extensions: [pymdownx.pathconverter]\n", "H103 7"),
    "options of another MkDocs": (GOOD + "mdx_configs: {toc: {permalink: not}}\n", "H103 7"),
    "words of the theme's": (swapped("font: false", "font: false\n  banner: Withdrawn"), "H103 6"),
    "pages from the right": (swapped("font: false", "font: false\n  direction: rtl"), "H103 6"),
    "arabic from the left": (swapped("font: false", "font: false\n  language: ar\n  direction: ltr"), "H103 7"),
    "words of anything": (GOOD + "extra: {announcement: Withdrawn}\n", "H103 7"),
    "a list": ("- a\n", "H104 1"),
    "a word": ("a\n", "H104 1"),
    "nothing": ("# later\n", "H104 1"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_it_may_not_say(name: str) -> None:
    text, expected = WRONG[name]
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "more",
    [
        "docs_dir: docs\n", "docs_dir: handbook/pages\n", "site_dir: site\n", "strict: true\n",
        "nav: [a.md, {Part: [b.md]}]\n", "use_directory_urls: false\n", "extra_css: [handbook/x.css]\n",
        "copyright: Us\n",
        "site_description: 'Data: what we keep, and why'\n",
        "markdown_extensions: [smarty: {substitutions: {left-double-quote: '\"'}}]\n",
        "markdown_extensions: [toc: {permalink: true}, pymdownx.details, markdown.extensions.tables]\n",
        "extra: {homepage: /, alternate: [{link: /fr/, name: F, lang: fr}], social: [{icon: fontawesome/brands/x}]}\n",
        f"extra: {{homepage: '{URL}'}}\n", "watch: [build_tools/inforce, ./docs/]\n",
        "markdown_extensions: {toc: {title: Sommaire, permalink: '\u00b6'}, footnotes: {BACKLINK_TITLE: Back}}\n",
        "extra: {generator: false, status: {new: Recently added}, tags: {Law: law}}\n",
        "repo_url: https://code.example.org/legal\n", "validation: {links: {anchors: warn}}\n",
    ],
)  # fmt: skip
def test_what_it_may_say(more: str) -> None:
    assert told(GOOD + more) == []


def test_which_files_are_scripts() -> None:
    document, _ = read_yaml(GOOD + "extra_javascript: [a/x.js, {path: a/y.js, defer: true}, {defer: true}, [z]]\n", "x")
    assert scripts(document) == {"a/x.js", "a/y.js"}
    assert scripts(None) == set()


def test_an_address_is_compared_only_where_one_is_known() -> None:
    assert told(swapped(URL, "https://other.example/"), base_url=None) == []


@pytest.mark.parametrize(
    ("text", "folder", "flat"),
    [
        (GOOD, "docs", False),
        (GOOD + "docs_dir: pages\nuse_directory_urls: false\n", "pages", True),
        (GOOD + "docs_dir: /etc\nuse_directory_urls: true\n", "docs", False),
        ("- a\n", "docs", False),
    ],
)
def test_where_its_pages_are(text: str, folder: str, flat: bool) -> None:
    document, _ = read_yaml(text, "mkdocs.yml")
    assert (docs_folder(document), is_flat(document)) == (folder, flat)
    assert (docs_folder(None), is_flat(None)) == ("docs", False)


def test_every_plugin_that_comes_with_material_is_judged() -> None:
    brought = {one.name.removeprefix("material/") for one in entry_points(group="mkdocs.plugins")}
    assert brought <= mkdocs._KNOWN_PLUGINS | mkdocs._FETCHING.keys()

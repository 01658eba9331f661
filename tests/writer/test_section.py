"""A section as HTML: the whole of one, kept beside its source for people to read, and each kind of problem."""

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.errors import CannotContinue
from inforce.model.text import Section
from inforce.reader.section import parse_section
from inforce.writer import RenderContext, check_section, render_key, render_section
from inforce.writer import section as subject
from inforce.writer.section import write_section

from tests.redline.test_compare import BODIES
from tests.redline.validity import problems
from tests.steps import grown, steps

GOLDEN = Path(__file__).parent / "golden"
CONTEXT = RenderContext(
    language="en",
    numbers={"rights": "6.", "access": "6.1", "identification": "6.2", "retention": "4."},
    links={"authority": "https://example.org/authority"},
    unknown={"organisation.email": "address not known"},
)


def read(source: str, name: str = "test") -> Section:
    section, problems = parse_section(source, id=name, file=f"{name}.md")
    assert section is not None, problems
    return section


def html(source: str, context: RenderContext = CONTEXT) -> str:
    return render_section(read(f"# T\n\n{source}"), context).split("</h2>\n")[1].removesuffix("\n</section>\n")


def test_a_whole_section_is_written_as_the_golden_file_has_it() -> None:
    """`golden/rights.html` is what `golden/rights.md` becomes. A change there is a change on every page."""
    section = read((GOLDEN / "rights.md").read_text(encoding="utf-8"), "rights")
    assert render_section(section, CONTEXT) == (GOLDEN / "rights.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("10\\. November", "<p>10. November</p>"),
        ("\\+ 32 2", "<p>+ 32 2</p>"),
        (r"1\. words", "<p>1. words</p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        (r"\<script>x\</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        (r"\&nbsp;", "<p>&amp;nbsp;</p>"),
        ("a\nb\\\nc", "<p>a b<br>c</p>"),
        ("日本\n語", "<p>日本語</p>"),
        ("**a *b***", "<p><strong>a <em>b</em></strong></p>"),
        ("- a\n\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("## Plain", "<h3>Plain</h3>"),
        ("## [A](id:nowhere)", '<h3 id="nowhere">A</h3>'),
        ("[see](section:retention).", '<p><a href="#retention">see<span class="ref"> 4</span></a>.</p>'),
        ("[see](section:introduction)", '<p><a href="#introduction">see</a></p>'),
        ("[x](tel:112)", '<p><a href="tel:112" rel="noopener noreferrer">x</a></p>'),
        ("[x](fact:a.b)", "<p>x</p>"),
    ],
)
def test_each_kind_of_piece(source: str, expected: str) -> None:
    assert html(source) == expected


def test_nothing_from_notes_or_numbers_becomes_markup() -> None:
    evil = '"><script>alert(1)</script>'
    context = replace(CONTEXT, unknown={"a.b": evil}, numbers={"test": evil}, links={"x": f"https://a.be/{evil}"})
    made = render_section(read("# T\n\n[w](fact:a.b) [y](link:x) [z](section:test)\n"), context)
    assert "<script" not in re.sub(r'"[^"]*"', '""', made)


def test_a_dangerous_address_in_links_is_dropped() -> None:
    made = html("[y](link:x)", replace(CONTEXT, links={"x": "javascript:alert(1)"}))
    assert "javascript" not in made


def test_a_link_that_leads_nowhere_is_a_problem_with_its_place() -> None:
    section = read("# T\n\nsee [a](link:gone) and [b](section:gone)\n")
    assert [str(p)[:36] for p in check_section(section, CONTEXT, file="p/en/t.md")] == [
        "error L206 p/en/t.md:3:5  `links.yml"
    ]
    known = replace(CONTEXT, anchors=frozenset({"test"}), links={"gone": "https://example.org"})
    assert [p.code for p in check_section(section, known)] == ["L207"]
    with pytest.raises(CannotContinue, match="L206"):
        render_section(section, CONTEXT)


def test_words_that_would_be_lost_stop_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    write = subject.write_section
    monkeypatch.setattr(subject, "write_section", lambda *both: write(*both).replace("never ", ""))
    section = read("# T\n\nx\n\n- We never sell your data.\n")
    (problem,) = check_section(section, CONTEXT)
    assert problem.code == "M190"
    assert (problem.location.line, problem.location.column) == (5, 3)
    assert "“We never sell your data.” became “We sell your data.”" in problem.message
    with pytest.raises(CannotContinue, match="M190"):
        render_section(section, CONTEXT)


def test_the_key_covers_exactly_what_is_used() -> None:
    section = read("# T\n\n## [A](id:a)\n\n[x](fact:a.b) [y](link:y) [z](section:z)\n")
    base = RenderContext(language="en", numbers={"test": "1.", "a": "1.1", "z": "2."}, links={"y": "https://y.be"})
    key = render_key(section, base)
    unused = replace(
        base,
        language="fr",
        numbers={**base.numbers, "other": "9."},
        links={**base.links, "other": "https://o.be"},
        unknown={"c.d": "?"},
    )
    assert render_key(section, unused) == key
    for used in (
        replace(base, numbers={**base.numbers, "z": "3."}),
        replace(base, numbers={**base.numbers, "test": "2."}),
        replace(base, numbers={**base.numbers, "a": "2.1"}),
        replace(base, links={"y": "https://z.be"}),
        replace(base, unknown={"a.b": "?"}),
    ):
        assert render_key(section, used) != key
    assert render_key(read(section.source.replace("[x]", "[w]")), base) != key
    assert render_key(read(section.source, "other"), base) != key


def test_the_steps_of_a_section_grow_as_its_words_do() -> None:
    paragraph = "We keep **your data** for [10 years](fact:a.b) and *no longer* than that.\n\n"
    sections = [read("# T\n\n" + paragraph * n) for n in (30, 90)]
    few, many = (steps(partial(render_section, section, CONTEXT)) for section in sections)
    assert not grown(few, many, 3)


SOURCE = "# One\n\n## [Names](id:x)\n\nSee [our list](section:test), or [write](https://a.example)."


def test_a_section_with_links_has_anchors_and_is_no_landmark() -> None:
    numbers = {"test": "1.", "x": "1.1"}
    assert write_section(read(SOURCE), replace(CONTEXT, numbers=numbers)) == (
        '<section id="test">\n<h2><a class="n" href="#test">1.</a> One</h2>\n'
        '<h3 id="x"><a class="n" href="#x">1.1</a> Names</h3>\n'
        '<p>See <a href="#test">our list<span class="ref"> 1</span></a>, '
        'or <a href="https://a.example" rel="noopener noreferrer">write</a>.</p>\n</section>\n'
    )


def test_a_section_without_links_can_stand_on_a_page_twice() -> None:
    html = write_section(read(SOURCE), replace(CONTEXT, numbers={"test": "1.", "x": "1.1"}, linked=False))
    assert html == (
        '<section>\n<h2><span class="n">1.</span> One</h2>\n<h3><span class="n">1.1</span> Names</h3>\n'
        '<p>See our list<span class="ref"> 1</span>, or write.</p>\n</section>\n'
    )


@given(BODIES, st.booleans())
def test_any_section_is_valid(source: str, linked: bool) -> None:
    assert not problems(write_section(read(source), replace(CONTEXT, linked=linked)))

"""Words that nobody sees or hears, by the elements that they stand in."""

from __future__ import annotations

import pytest
from inforce.rules.unseen_words import unseen


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

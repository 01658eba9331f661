"""Documents from views: escaped, strict, and written once for a view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from inforce.site.renderer import maker
from inforce.site.resources import catalogs
from inforce.site.translator import words_for
from jinja2 import UndefinedError

EN = words_for("en", catalogs())
FR = words_for("fr", catalogs())
TEMPLATES = {"t.html": "<p>{{ v.text }}</p>{{ v.at|iso }}{{ _('Cookies') }}", "bad.html": "{{ v.nothing.at_all }}"}


@dataclass(frozen=True)
class View:
    """A view."""

    text: str
    at: datetime | None = None


class Counting:
    """Remembers texts, and counts those it had to ask for."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}
        self.asked = 0

    def __call__(self, key: str, compute: object) -> str:
        if key not in self.known:
            self.asked += 1
            assert callable(compute)
            self.known[key] = compute()
        return self.known[key]


def test_text_is_escaped_and_instants_are_rfc_3339() -> None:
    html = maker(TEMPLATES, Counting()).html("t.html", View("<b>&"), EN)
    assert html == "<p>&lt;b&gt;&amp;</p>Cookies"
    at = datetime(2024, 1, 1, 12, 0, 0, 5, tzinfo=UTC)
    assert "2024-01-01T12:00:00+00:00" in maker(TEMPLATES, Counting()).html("t.html", View("", at), EN)


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        maker(TEMPLATES, Counting()).html("bad.html", View(""), EN)


def test_the_same_view_is_written_once_and_every_other_one_anew() -> None:
    memo = Counting()
    make = maker(TEMPLATES, memo)
    make.html("t.html", View("a"), EN)
    make.html("t.html", View("a"), EN)
    assert memo.asked == 1
    make.html("t.html", View("b"), EN)
    make.html("t.html", View("a"), FR)
    maker({**TEMPLATES, "t.html": "other"}, memo).html("t.html", View("a"), EN)
    assert memo.asked == 4

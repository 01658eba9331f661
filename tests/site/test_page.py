"""Where a page's file stands."""

from __future__ import annotations

import pytest
from inforce.site.page import Page


@pytest.mark.parametrize(
    ("url", "path"),
    [("", "index.html"), ("en/privacy/", "en/privacy/index.html"), ("404.html", "404.html")],
)
def test_the_file_of_a_page(url: str, path: str) -> None:
    assert Page(url=url, language="en", title="T", html="").path == path

"""What an element says beside its words is what they say."""

from __future__ import annotations

import pytest
from inforce.rules.said_beside import check_said_beside


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ('<p><time datetime="2030-01-01">1 March 2027</time></p>', 1),
        ('<p><time datetime="2027-03-02">1 March 2027</time></p>', 1),
        ('<p><time datetime="2027-03-01">1 March 2027</time></p>', 0),
        ('<p><time datetime="2027-03-01T10:00:00Z">01/03/2027, 10:00</time></p>', 0),
        ('<p><time datetime="2027-03-01">next spring</time></p>', 0),
        ('<p><abbr title="10 years">7 years</abbr></p>', 1),
        ('<p><abbr title="7 years, in full">7 years</abbr></p>', 0),
        ('<p><abbr title="Regulation (EU) 2016/679">GDPR</abbr></p>', 0),
        ('<p><abbr title="ISO/IEC 27001:2022">ISO 27001</abbr></p>', 0),
        ('<p><a href="/en/terms/" title="version 4"><b>version</b> 5</a></p>', 1),
        ('<p><span aria-label="thirty-one"><img src="a.png" title="12">30</span> 12</p>', 0),
        ('<p><span aria-label="10 days">30 days</span></p>', 1),
        ('<h2 title="Permanent link">2. Words</h2>', 0),
    ],
)
def test_what_stands_beside_words(content: str, count: int) -> None:
    assert [one.code for one in check_said_beside(content)] == ["L303"] * count

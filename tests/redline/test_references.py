"""Links to headings of the same text that were numbered anew."""

from __future__ import annotations

import pytest
from inforce.model.text import Target
from inforce.redline.references import is_inside, renumbered


def target(value: str) -> Target:
    """A link as texts of others have it."""
    return Target(scheme="https" if value.startswith("https") else "other", value=value)


@pytest.mark.parametrize(
    ("old", "new", "was", "now", "expected"),
    [
        ("#9-conduct", "#10-conduct", None, None, True),
        ("#9.2-spam", "#10.2-spam", None, None, True),
        ("#9-conduct", "#10-brands", "9.", "10.", False),
        ("#conduct", "#10-conduct", None, None, False),
        ("#2021-rules", "#2024-rules", None, None, False),
        ("#section-9", "#section-10", "9.", "10.", True),
        ("#section-9", "#section-10", None, None, False),
        ("#section-9", "#section-11", "9.", "10.", False),
        ("#s9", "#s10", "9", "10", True),
        ("#s19", "#s10", "9", "10", False),
        ("#92-abuse", "#102-abuse", "9.2", "10.2", True),
        ("#p9_2", "#p10_2", "9.2", "10.2", True),
        ("#article-9", "#article-10", "Article 9:", "Article 10:", True),
        ("#ix-marks", "#X-marks", "IX.", "X.", True),
        ("#mix", "#mx", "IX.", "X.", False),
        ("#第9条-禁止", "#第10条-禁止", "第9条", "第10条", True),
        ("https://x.org/9", "https://x.org/10", "9.", "10.", False),
        ("other.html#9-conduct", "other.html#10-conduct", "9.", "10.", False),
    ],
)
def test_renumbered(old: str, new: str, was: str | None, now: str | None, expected: bool) -> None:
    assert renumbered(target(old), target(new), was, now) is expected


def test_a_place_of_the_same_text() -> None:
    assert is_inside(target("#a"))
    assert not is_inside(target("https://x.org/#a"))
    assert not is_inside(None)

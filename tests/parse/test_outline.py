"""An outline tells ids and links, and nothing of the words."""

from __future__ import annotations

import pytest
from inforce.parse.markdown import parse_section
from inforce.parse.outline import outline

TEXT = """# Retention

## [How long](id:how-long)

We keep it [10 years](fact:retention.contract); see [here](section:rights) and [there](link:archive).

[**Then.**](id:then) It is gone.

### [Last](id:last)
"""


def outlined(text: str) -> str:
    section, problems = parse_section(text, id="retention", file="retention.md")
    assert section is not None, problems
    return outline(section)


SAME = {
    "other words": ("We keep it", "All of it is kept for"),
    "other words of a link": ("[here]", "[over here]"),
    "another heading's words": ("How long", "For how long"),
    "emphasis": ("gone", "**gone**"),
    "a paragraph more": ("It is gone.", "It is gone.\n\nFor good."),
}
OTHER = {
    "another id": ("id:how-long", "id:length"),
    "another level": ("### [Last]", "## [Last]"),
    "an id less": ("[**Then.**](id:then)", "**Then.**"),
    "another fact": ("retention.contract", "retention.mail"),
    "another section": ("section:rights", "section:access"),
    "another entry": ("link:archive", "link:store"),
    "a link less": ("[there](link:archive)", "there"),
    "links in another order": (
        "[here](section:rights) and [there](link:archive)",
        "[t](link:archive), [h](section:rights)",
    ),
}


@pytest.mark.parametrize(("old", "new"), SAME.values(), ids=SAME)
def test_the_same_outline(old: str, new: str) -> None:
    assert old in TEXT
    assert outlined(TEXT.replace(old, new)) == outlined(TEXT)


@pytest.mark.parametrize(("old", "new"), OTHER.values(), ids=OTHER)
def test_another_outline(old: str, new: str) -> None:
    assert old in TEXT
    assert outlined(TEXT.replace(old, new)) != outlined(TEXT)

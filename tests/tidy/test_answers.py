"""Which answers would mend what is left in a text."""

from __future__ import annotations

import pytest
from inforce.tidy.answers import wanted
from inforce.tidy.options import Options


@pytest.mark.parametrize(
    ("source", "answers"),
    [
        ("# A\n\nx\n", ()),
        ("x\n", ("title",)),
        ("# A\n\n# B\n", ("adopt",)),
        ("# A\n\n[x](/y)\n", ()),
        ("x\n\n# A\n\n[y](#gone)\n\n# B\n", ("adopt", "title")),
        ("# A\n\n![x](y.png)\n", ()),
    ],
)
def test_the_fewest_answers_are_named(source: str, answers: tuple[str, ...]) -> None:
    assert wanted(source, Options()).answers == answers


def test_what_is_left_is_told() -> None:
    assert [problem.code for problem in wanted("x ![x](y.png)\n", Options()).left] == ["M119"]
    assert wanted("# A\n\n# B\n", Options(adopt=True)).answers == ()

"""data.yml: categories of personal data and their sources."""

from __future__ import annotations

import pytest
from inforce.model.data import Data, Role
from inforce.model.leaf import told
from pydantic import ValidationError


def test_a_role_is_said_or_not_said_and_never_presumed() -> None:
    data = Data.model_validate(
        {
            "categories": {"contact": {"label": "Contact data", "items": {"name": "Name"}}, "log": {"label": "Logs"}},
            "sources": {"forms": {"label": "Forms"}, "client": {"label": "Our clients", "role": "processor"}},
        }
    )
    assert data.categories["contact"].role is None
    assert list(data.categories["contact"].items) == ["name"]
    assert (data.sources["forms"].role, told(data.sources["client"].role)) == (None, Role.PROCESSOR)


@pytest.mark.parametrize(
    "wrong",
    [
        {"categories": {"contact": {"label": "x", "role": "owner"}}},
        {"categories": {"Contact": {"label": "x"}}},
        {"categories": {"contact": {"label": "x", "kept": "1 year"}}},
        {"kinds": {}},
    ],
)
def test_what_it_cannot_say(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Data.model_validate(wrong)

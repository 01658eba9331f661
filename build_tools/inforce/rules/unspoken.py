"""F124: facts that no policy speaks of, so that nothing is published of them (`model.spoken`, decision 0034).

Whoever writes a file of cookies expects a page of cookies. Without a link from a text, and without a section that is
said to be about them, there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from inforce.model.spoken import families
from inforce.problems import Problem, problem
from inforce.rules.facts import Places


def check_unspoken(facts: Mapping[str, Any], spoken: Iterable[Mapping[str, Any]], places: Places) -> Iterator[Problem]:
    """Each family of facts of which nothing is in what any policy speaks of (`spoken`, one for each policy)."""
    told = {family for each in spoken for family in families(each)}
    for family in families(facts):
        if family not in told:
            path = ".".join(family)
            yield problem("F124", places(family), about=path, path=path)

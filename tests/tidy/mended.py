"""One rule at a time, and all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from inforce.reader.blocks import read_blocks
from inforce.reader.findings import Findings
from inforce.tidy.mending import tidy
from inforce.tidy.options import Options
from inforce.tidy.proof import said

TOLD = Options(id="privacy", sections=frozenset({"rights", "cookies"}), address="https://example.org/legal/privacy")


@dataclass(frozen=True, kw_only=True)
class Case:
    """What a rule makes of a text; `after` is None where it leaves it."""

    rule: str
    before: str
    after: str | None = None
    title: str = ""
    adopt: bool = False
    whole: bool = False
    address: str = TOLD.address
    language: str = "en"


def check(case: Case) -> None:
    """The case comes out right, by its rule, with the same words, and once for all."""
    options = replace(TOLD, title=case.title, adopt=case.adopt, whole=case.whole, address=case.address)
    done = tidy(case.before, options, case.language)
    if case.after is None:
        assert case.rule not in done.made
        return
    assert done.text == case.after
    assert case.rule in done.made
    assert tidy(done.text, options, case.language).text == done.text
    if case.rule not in ("front-matter", "missing-title"):
        assert said(done.text).words == said(case.before).words


def wrong(text: str, language: str = "en") -> list[str]:
    """The codes of what the reader refuses among the blocks of a text."""
    findings = Findings("")
    read_blocks(text, findings, language)
    return [problem.code for problem in findings.problems()]

"""From when a period runs, as words beside it say, and whether two such phrases are one."""

from __future__ import annotations

import pytest
from inforce.rules.readings.starts import is_only_start, is_same_start, start_beside, start_of_cell


@pytest.mark.parametrize(
    ("language", "before", "behind", "said"),
    [
        ("en", "", " after your last loan. Then", "after your last loan"),
        ("en", "", " from the date of the loan", "from the date of the loan"),
        ("en", "", ", after which", None),
        ("en", "", " after which they go", None),
        ("en", "", " after 1 May 2027", None),
        ("en", "", " from our partners", None),
        ("fr", "", " à compter de la fin du mois.", "à compter de la fin du mois"),
        ("de", "", " nach diesem Zeitraum", None),
        ("ja", "記録は、退会後", "保管", "退会後"),
        ("ja", "", "保管した後に", None),
        ("es", "", " después del préstamo", None),
    ],
)
def test_the_start_beside_a_period(language: str, before: str, behind: str, said: str | None) -> None:
    assert start_beside(before, behind, language) == said


def test_a_cell_says_a_start_by_its_words_or_its_column() -> None:
    assert start_of_cell("after the loan", "en", of_starts=False) == "after the loan"
    assert start_of_cell("the loan", "en", of_starts=False) is None
    assert start_of_cell("the loan", "en", of_starts=True) == "the loan"
    assert start_of_cell("since 2019", "en", of_starts=True) is None


@pytest.mark.parametrize(
    ("language", "said", "agreed", "same", "only"),
    [
        ("en", "After the seeds have come back.", "after the seeds come back", True, True),
        ("en", "after the last contact, your information will be deleted", "after the last contact", True, False),
        ("en", "after they come back", "after the seeds come back", True, False),
        ("en", "after the first contact", "after the last contact", False, False),
        ("en", "after the beginning of the contract", "after the end of the contract", False, False),
        ("de", "nach dem Ende Ihres Vertrages", "nach dem Ende des Vertrags", True, True),
        ("ja", "種の返却日", "種の返却日の後", True, True),
        ("ja", "最後の貸出後から", "最後の貸出後", True, True),
        ("ja", "最初の貸出後", "最後の貸出後", False, False),
    ],
)
def test_two_phrases_are_one_start(language: str, said: str, agreed: str, same: bool, only: bool) -> None:
    assert (is_same_start(said, agreed, language), is_only_start(said, agreed, language)) == (same, only)

"""Where phrases end in scripts written without spaces: with the models, and without them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inforce.redline import segments as subject
from inforce.redline.segments import ends

JAPANESE = "当社は個人情報を三年間保存します"
CHINESE = "我们会将您的个人信息保存三年"
THAI = "เราเก็บข้อมูลของคุณ"


def phrases(run: str) -> list[str]:
    """The stretch, cut where phrases end."""
    return [run[begin:end] for begin, end in pairwise([0, *ends(run), len(run)])]


@pytest.fixture
def _no_models(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As where BudouX is not installed."""
    subject._parser.cache_clear()
    monkeypatch.setattr(subject, "find_spec", lambda _: None)
    yield
    subject._parser.cache_clear()


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (JAPANESE, ["当社は", "個人情報を", "三年間保存します"]),
        (THAI, ["เรา", "เก็บ", "ข้อมูล", "ของ", "คุณ"]),
    ],
)
def test_each_script_has_its_model(run: str, expected: list[str]) -> None:
    assert phrases(run) == expected


def test_chinese_is_cut_by_its_own_model() -> None:
    """It has no kana to end a phrase; what is sure of any model is that the pronoun stands apart from the rest."""
    assert phrases(CHINESE)[0] == "我们"
    assert "信息" in phrases(CHINESE)[-4:] or "个人" in phrases(CHINESE)


@pytest.mark.usefixtures("_no_models")
@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (JAPANESE, ["当社は", "個人情報を", "三年間保存します"]),
        ("データを削除", ["データを", "削除"]),
        (CHINESE, [CHINESE]),
        (THAI, [THAI]),
    ],
)
def test_without_models_a_phrase_ends_where_kana_end(run: str, expected: list[str]) -> None:
    assert phrases(run) == expected


@given(st.text(alphabet="当社は個人データを保存我们เก็บข้มูล", max_size=60), st.integers(1, 9))
def test_ends_rise_and_lie_inside(run: str, most: int) -> None:
    """However long the stretch is: also where it had to be cut up first."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subject, "_MOST", most)
        found = list(ends(run))
    assert found == sorted(set(found))
    assert all(0 < end < len(run) for end in found)


def test_a_long_stretch_is_cut_to_its_end() -> None:
    run = JAPANESE * 400
    assert phrases(run)[:2] == ["当社は", "個人情報を"]
    assert max(ends(run)) > len(run) - len(JAPANESE)

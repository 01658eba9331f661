"""One sentence on a line, in each language."""

from __future__ import annotations

from pathlib import Path

import pytest
from inforce.tidy.mending import digest
from inforce.tidy.sentences import sentences

ROOT = Path(__file__).resolve().parents[2]
CASES = [
    ("en", ["We keep it.", "You may ask.", "Why?", "Because!"]),
    ("en", ["Mr. Smith uses e.g. cookies under Art. 6 here.", "The U.S. Government asked J. R. Doe."]),
    ("en", ["It began in 2020.", "Then (it ended.)", '"Really?"', "Yes."]),
    ("en", ["**It ended.**", "See [this. Or](https://x.org) `that. One`.", "So."]),
    (
        "de",
        [
            "Wir nutzen z. B. Cookies.",
            "Am 10. November gilt Art. 6 Abs. 1 lit. f DSGVO.",
            "Er sagte „Nein.“",
            "Dann ging er.",
        ],
    ),
    ("fr", ["Voir l’art. 6, p. ex. ici.", "« Vraiment ? »", "Oui."]),
    ("nl", ["Wij bewaren bijv. uw naam o.a. hier.", "Daarna niet."]),
    ("ar", ["نحتفظ ببياناتك.", "هل توافق؟", "نعم."]),
    ("hi", ["हम जानकारी एकत्र करते हैं।", "आप पूछ सकते हैं।"]),
]


@pytest.mark.parametrize(("language", "lines"), CASES, ids=lambda value: str(value)[:20])
def test_sentences(language: str, lines: list[str]) -> None:
    once = f"# A\n\n{' '.join(lines)}\n"
    told = sentences(once, language)
    assert told == "# A\n\n" + "\n".join(lines) + "\n"
    assert sentences(told, language) == told
    wrapped = once.replace(" ", "\n").replace("#\n", "# ").replace("\n\n\n", "\n\n")
    if "`" not in once:
        assert sentences(wrapped, language) == told


@pytest.mark.parametrize("language", ["ja", "zh"])
def test_where_no_space_parts_sentences(language: str) -> None:
    text = "# A\n\n情報を収集します。次に使用します！「はい。」と言う。\n"
    assert sentences(text, language) == "# A\n\n情報を収集します。\n次に使用します！\n「はい。」と言う。\n"
    assert digest(sentences(text, language), language) == digest(text, language)


def test_items_and_quotations_keep_their_margin() -> None:
    text = "# A\n\n- One. Two.\n  - Three. Four.\n\n> Five. Six.\n"
    assert sentences(text) == "# A\n\n- One.\n  Two.\n  - Three.\n    Four.\n\n> Five.\n> Six.\n"


@pytest.mark.parametrize(
    "words",
    ["One. - two", "One. 1. Two", "One.  \nTwo", "One.\\\nTwo", "Plan B. Two", "In Elm Rd. 1 we sit", "At 3. Two"],
)
def test_what_stays_on_its_line(words: str) -> None:
    assert sentences(f"# A\n\n{words}\n") == f"# A\n\n{words}\n"


@pytest.mark.parametrize(
    "words",
    [
        "(a) You must be 18.\n(b) You must be human.\n(c) Keep it safe.",
        "a. one\nb. two",
        "We do:\n(i) one;\n(ii) two.",
        "1.1. One.\n1.2. Two.",
        "1.1 One.\n1.2 Two.",
        "§ 1 One.\n§ 2 Two.",
    ],
)
def test_labelled_lines_stay_apart(words: str) -> None:
    """Joined they would hide the hint that they run together (M202)."""
    inside = words.replace("\n", "\n  ")
    assert sentences(f"# A\n\n{words}\n\n- {inside}\n") == f"# A\n\n{words}\n\n- {inside}\n"


@pytest.mark.parametrize("project", ["policy_src", "examples/policy_src"])
def test_no_digest_changes(project: str) -> None:
    for path in (ROOT / project).glob("*/*/*.md"):
        if path.parent.name != "changes":
            text, language = path.read_text("utf-8"), path.parent.name
            assert digest(sentences(text, language), language) == digest(text, language), path

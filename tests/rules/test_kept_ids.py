"""The ids that the version before had: they stay, and stay with their words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from inforce.reader.section import parse_section
from inforce.rules.kept_ids import check_kept_ids

RIGHTS = """# Your rights

## [Access](id:access)

You may see it.

## [Erasure](id:erasure)

You may have it deleted.

[**When?**](id:when) Soon.
"""
LAW = "# Law\n\nThat of Belgium.\n"
BOTH = {"rights": RIGHTS, "law": LAW}


def found(now: Mapping[str, str], before: Mapping[str, str] = BOTH) -> list[str]:
    """Each as `code level place:line "id"`."""
    texts = []
    for side in (before, now):
        read = {name: parse_section(text, id=name, file="f.md", language="en")[0] for name, text in side.items()}
        texts.append({name: section for name, section in read.items() if section is not None})
        assert texts[-1].keys() == side.keys()
    return [
        f"{one.code} {one.severity} {one.location.file}:{one.location.line} {one.message.split(chr(34))[1]}"
        for one in check_kept_ids(*texts, folder="p")
    ]


def rights(*changes: tuple[str, str]) -> dict[str, str]:
    text = RIGHTS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {**BOTH, "rights": text}


SWAPPED = rights(("id:access", "id:x"), ("id:erasure", "id:access"), ("id:x", "id:erasure"))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (rights(("[Access](id:access)", "Access")), ["L305 open p/rights.md:3 access"]),
        (rights(("(id:access)", "(id:see)")), ["L305 open p/rights.md:3 access"]),
        (rights(("[**When?**](id:when) Soon.", "**When?** Soon.")), ["L305 open p/rights.md:11 when"]),
        (rights(("[**When?**](id:when) Soon.", "[**When ?**](id:time) Soon!")), ["L305 open p/rights.md:11 when"]),
        (rights(("[Access](id:access)", "[See it](id:see)")), ["L305 open p/rights.md:5 access"]),
        (
            {"law": LAW, "your-rights": RIGHTS},
            ["L305 open p/your-rights.md:1 rights"],
        ),
        (SWAPPED, ["L306 error p/rights.md:7 access", "L306 error p/rights.md:3 erasure"]),
        (
            rights(("[Access](id", "[x](id"), ("[Erasure](id", "[Access](id"), ("[x](id", "[Erasure](id")),
            ["L306 error p/rights.md:3 access", "L306 error p/rights.md:7 erasure"],
        ),
        (
            {
                "rights": LAW + RIGHTS.partition("# Your rights\n")[2],
                "law": "# Your rights\n\nThat of Belgium.\n",
            },
            ["L306 error p/rights.md:1 rights", "L306 error p/law.md:1 law"],
        ),
        (
            rights(("## [Erasure](id:erasure)", "## [Other](id:access)"), ("[Access](id:access)", "[Access](id:see)")),
            ["L306 open p/rights.md:7 access", "L305 open p/rights.md:9 erasure"],
        ),
    ],
    ids=[
        "taken away",
        "renamed",
        "a clause's",
        "renamed beside a mended slip",
        "with new words",
        "a section's file renamed",
        "two change places",
        "two headings change places",
        "two titles change places",
        "a new id for the words",
    ],
)  # fmt: skip
def test_links_from_elsewhere_are_kept(now: Mapping[str, str], expected: list[str]) -> None:
    assert found(now) == expected


@pytest.mark.parametrize(
    "now",
    [
        BOTH,
        rights(("[Access]", "[Your right of access]"), ("You may see it.", "You may see all of it.")),
        rights(("## [Erasure]", "## [New](id:new)\n\nWords.\n\n## [Erasure]")),
        {"law": LAW, "rights": RIGHTS, "more": "# More\n\nWords.\n"},
        {"law": LAW},
        {"rights": RIGHTS},
        {
            "rights": "# Your rights\n\nBelow.\n",
            "law": LAW + RIGHTS.partition("# Your rights\n")[2],
        },
        rights(("[**When?**](id:when) Soon.", "[**How soon?**](id:when) Soon.")),
        rights(("## [Access](id:access)\n\nYou may see it.\n\n", "")),
        rights(("[**When?**](id:when) Soon.", "")),
    ],
    ids=[
        "as it was",
        "reworded",
        "a new one",
        "a new section",
        "a section that is gone",
        "another one",
        "moved to another section",
        "a clause's words",
        "a heading that is gone",
        "a clause that is gone",
    ],
)
def test_ordinary_edits_are_quiet(now: Mapping[str, str]) -> None:
    assert found(now) == []


def test_words_that_stand_twice_tell_nothing() -> None:
    twice = {"a": "# A\n\n## [Scope](id:a-scope)\n\nx\n", "b": "# B\n\n## [Scope](id:b-scope)\n\ny\n"}
    other = {"a": twice["a"].replace("[Scope]", "[Reach]"), "b": twice["b"]}
    assert found(other, twice) == []


KEEPING = """# How long we keep data

We keep contracts for ten years after their end, and invoices for seven years.

Logs are deleted after ninety days unless an incident is open.
"""
ASKING = """# Rights

## [Access](id:access)

You may ask for a copy of all data that we hold about you at any time.

## [Erasure](id:erasure)

You may have data deleted that we no longer need for what they were collected.

[**When?**](id:when) We answer within one month of your letter reaching us.
"""
ALL = {"keeping": KEEPING, "rights": ASKING, "law": LAW}
_, ACCESS, ERASURE = ASKING.split("\n## ")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (
            {**ALL, "retention": KEEPING.replace("How long we keep data", "Retention").replace("ninety", "sixty")},
            "L305 open p/retention.md:1 keeping",
        ),
        (
            {**ALL, "rights": ASKING.replace("[Access](id:access)", "[Copy](id:copy)").replace("may ask", "can ask")},
            "L305 open p/rights.md:3 access",
        ),
        (
            {**ALL, "rights": ASKING.replace("[Access](id:access)", "Copy").replace("may ask", "can ask")},
            "L305 open p/rights.md:3 access",
        ),
        (
            {**ALL, "rights": ASKING.replace("[**When?**](id:when) We answer", "[**Delay.**](id:delay) We reply")},
            "L305 open p/rights.md:11 when",
        ),
        (
            {
                **ALL,
                "rights": "# Rights\n\n## " + ERASURE,
                "law": f"{LAW}\n## {ACCESS.replace('[Access](id:access)', '[Copy](id:copy)')}",
            },
            "L305 open p/law.md:5 access",
        ),
    ],
    ids=["a section", "a heading", "a heading without one", "a clause", "in another section"],
)
def test_another_id_for_words_that_are_mended_too(now: dict[str, str], expected: str) -> None:
    if "retention" in now:
        del now["keeping"]
    assert found(now, ALL) == [expected]


@pytest.mark.parametrize(
    "now",
    [
        {"rights": ASKING, "law": LAW + KEEPING.partition("\n")[2]},
        {
            "rights": ASKING,
            "law": LAW,
            "cookies": "# Cookies\n\nWe set one cookie that remembers your language for this visit.\n",
        },
        {
            "rights": ASKING,
            "law": LAW,
            "contracts": "# Contracts\n\n" + KEEPING.split("\n\n")[1] + "\n",
            "logs": "# Logs\n\n" + KEEPING.split("\n\n")[2],
        },
        {**ALL, "rights": "# Rights\n\n## [Portability](id:portability)\n\nYou may take your data elsewhere.\n"},
    ],
    ids=["into another section", "another one instead", "split in two", "rewritten"],
)
def test_other_words_have_another_id(now: dict[str, str]) -> None:
    assert found(now, ALL) == []


def test_the_id_of_an_item_stays_with_its_words() -> None:
    before = {"rights": "# Rights\n\n1. [see](id:see) what we keep of you;\n2. [erase](id:erase) all of it.\n"}
    gone = {"rights": before["rights"].replace("[see](id:see)", "see")}
    swapped = {
        "rights": before["rights"].replace("id:see", "id:x").replace("id:erase", "id:see").replace("id:x", "id:erase")
    }
    assert found(before, before) == []
    assert found(gone, before) == ["L305 open p/rights.md:3 see"]
    assert {one.split()[0] for one in found(swapped, before)} == {"L306"}

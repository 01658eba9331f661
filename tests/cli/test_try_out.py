"""`inforce try`: how a stranger meets the tool. One file, nothing else written, nothing asked elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from click.testing import CliRunner, Result
from git import Actor, Repo
from inforce.cli import main

SOMEONE = Actor("Someone", "someone@example.org")
STATES = [
    ("2023-05-02T10:00:00 +0200", "Add our policy", "# Privacy\n\nWe keep data for 3 years.\n\n## Rights\n\nAsk us.\n"),
    ("2023-06-02T10:00:00 +0200", "Wrap", "# Privacy\n\nWe keep data\nfor 3 years.\n\n## Rights\n\nAsk us.\n"),
    (
        "2024-01-09T10:00:00 +0100",
        "Say <b>less</b>",
        "# Privacy\n\nWe keep data for 2 years.\n\n## Rights\n\nAsk us.\n",
    ),
]


def commit(repo: Repo, name: str, at: str, subject: str, text: str) -> None:
    path = Path(repo.working_dir) / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    repo.index.add([name])
    repo.index.commit(subject, author=SOMEONE, committer=SOMEONE, commit_date=at)


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Path]:
    with Repo.init(tmp_path / "theirs") as repo:
        for at, subject, text in STATES:
            commit(repo, "docs/privacy.md", at, subject, text)
        yield Path(repo.working_dir)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["try", *map(str, arguments)])


def test_every_committed_state_becomes_a_timeline_with_its_redlines(theirs: Path, tmp_path: Path) -> None:
    output = tmp_path / "timeline.html"
    done = run(theirs, "docs/privacy.md", "--output", output)
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("3 committed states; on 1 day the words changed. See ")
    page = output.read_text("utf-8")
    html5lib.HTMLParser(strict=True).parse(page)
    assert not re.search(r"<(script|link|img|iframe|form|object)\b| (src|style|on\w+)=", page)
    assert "default-src 'none'" in page
    assert ">3</del>" in page
    assert ">2</ins>" in page
    assert "Say &lt;b&gt;less&lt;/b&gt;" in page
    assert "More commits of the same day, or without a change of words: 1" in page
    assert "Wrap" in page
    assert "Between 2 May 2023 and 9 January 2024 the words changed on this many days: 1" in page
    assert "The dates are those of commits." in page
    assert "Ask us." not in page, "a section that didn't change is left out"
    assert page.index("9 January 2024</time></a>") < page.index("2 May 2023</time></a>"), "the newest comes first"


def test_every_anchor_leads_somewhere_and_no_id_stands_twice(theirs: Path, tmp_path: Path) -> None:
    with Repo(theirs) as repo:
        commit(repo, "docs/privacy.md", "2024-02-01T10:00:00 +0100", "Again", STATES[-1][2].replace("Ask us", "Write"))
    output = tmp_path / "timeline.html"
    assert run(theirs, "docs/privacy.md", "--output", output).exit_code == 0
    page = output.read_text("utf-8")
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_a_folder_and_a_language(theirs: Path, tmp_path: Path) -> None:
    with Repo(theirs) as repo:
        commit(repo, "docs/cookies.md", "2024-02-01T10:00:00 +0100", "Cookies", "# Témoins\n\nNous en posons deux.\n")
    output = tmp_path / "histoire.html"
    done = run(theirs, "docs", "--lang", "fr", "--output", output)
    assert done.exit_code == 0, done.output
    page = output.read_text("utf-8")
    assert '<html lang="fr" dir="ltr">' in page
    assert "Les dates sont celles des commits" in page
    assert "<h1><bdi>docs</bdi></h1>" in page


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("{theirs}", "none.md"), 1, "no such file"),
        (("{theirs}/none", "a.md"), 1, "there is no folder"),
        (("{theirs}", "docs/privacy.md", "--lang", "qq"), 2, "is not a language known to CLDR"),
    ],
)
def test_what_cannot_be_shown_is_told_and_nothing_is_written(
    theirs: Path, tmp_path: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    output = tmp_path / "timeline.html"
    done = run(*(each.format(theirs=theirs) for each in arguments), "--output", output)
    assert done.exit_code == status
    assert said in done.stderr
    assert not output.exists()


def test_a_state_that_is_no_text_is_passed_over(theirs: Path, tmp_path: Path) -> None:
    with Repo(theirs) as repo:
        (theirs / "docs/privacy.md").write_bytes(b"\xff\xfe\x00")
        repo.index.add(["docs/privacy.md"])
        repo.index.commit("Break it", author=SOMEONE, committer=SOMEONE)
    done = run(theirs, "docs/privacy.md", "--output", tmp_path / "timeline.html")
    assert done.exit_code == 0
    assert done.stdout.startswith("3 committed states")

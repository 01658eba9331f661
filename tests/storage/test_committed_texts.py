"""The states of a text in anybody's repository: each that the branch has had, whatever stands beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from git import Actor, Repo
from inforce.storage.committed_texts import NotRead, TextHistory, text_history
from inforce.storage.tree import MAX_FILE_BYTES

SOMEONE = Actor("Someone", "someone@example.org")
MARKDOWN = (".md",)


class Story:
    """A repository that grows by a commit a day."""

    def __init__(self, repo: Repo) -> None:
        self.repo = repo
        self.place = Path(repo.working_dir)
        self._day = 0

    def commit(self, files: Mapping[str, str | bytes | None], subject: str = "x") -> str:
        """A commit of files by path; None takes one away. Its id."""
        for name, text in files.items():
            path = self.place / name
            if text is None:
                self.repo.index.remove([name], working_tree=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
            self.repo.index.add([name])
        self._day += 1
        at = datetime(2024, 3, self._day, 23, 30, tzinfo=timezone(timedelta(hours=2)))
        return self.repo.index.commit(subject, author=SOMEONE, committer=SOMEONE, commit_date=at).hexsha


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with Repo.init(tmp_path / "theirs", initial_branch="main") as repo:
        yield Story(repo)


def told(history: TextHistory) -> list[dict[str, str]]:
    return [{path: data.decode() for path, data in state.files.items()} for state in history.states]


def test_each_state_of_a_file_oldest_first_and_nothing_else(story: Story) -> None:
    story.commit({"a.md": "one", "b.md": "another"}, "First\n\nand more")
    story.commit({"b.md": "changed"})
    last = story.commit({"a.md": "two"}, "Second")
    history = text_history(str(story.place), "a.md", MARKDOWN)
    assert told(history) == [{"a.md": "one"}, {"a.md": "two"}]
    assert [state.subject for state in history.states] == ["First", "Second"]
    assert history.states[-1].commit == last
    assert history.states[0].at.isoformat() == "2024-03-01T23:30:00+02:00", "the committer's own day"
    assert not history.folder
    assert not history.cut_off


def test_a_file_is_followed_through_its_renames(story: Story) -> None:
    text = "A text that is long enough for git to know it again.\n"
    story.commit({"old ü.md": text})
    story.commit({"old ü.md": None, "sub/new.md": text})
    story.commit({"sub/new.md": text + "More.\n"})
    assert told(text_history(str(story.place), "sub/new.md", MARKDOWN)) == [
        {"old ü.md": text},
        {"sub/new.md": text + "More.\n"},
    ]


def test_a_folder_is_its_markdown_files_by_path_below_it(story: Story) -> None:
    story.commit({"policy/a.md": "a", "policy/sub/b.MD": "b", "policy/c.txt": "c", "d.md": "d"})
    story.commit({"policy/c.txt": "changed"})
    story.commit({"policy/a.md": None})
    history = text_history(str(story.place), "policy/", MARKDOWN)
    assert told(history) == [{"a.md": "a", "sub/b.MD": "b"}, {"sub/b.MD": "b"}]
    assert history.folder


def test_only_states_that_the_branch_itself_has_had(story: Story) -> None:
    first = story.commit({"a.md": "one"})
    story.repo.git.checkout("-q", "-b", "draft", first)
    story.commit({"a.md": "never merged as it is"})
    draft = story.commit({"a.md": "two"})
    story.repo.git.checkout("-q", "main")
    environment = {"GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x", "GIT_AUTHOR_NAME": "x"}
    story.repo.git.merge("-q", "--no-ff", draft, "-m", "Merge", env={**environment, "GIT_AUTHOR_EMAIL": "x"})
    assert told(text_history(str(story.place), "a.md", MARKDOWN)) == [{"a.md": "one"}, {"a.md": "two"}]


def test_a_file_that_went_and_came_back(story: Story) -> None:
    story.commit({"a.md": "one"})
    story.commit({"a.md": None, "b.md": "b"})
    story.commit({"a.md": "two"})
    assert told(text_history(str(story.place), "a.md", MARKDOWN)) == [{"a.md": "one"}, {"a.md": "two"}]


@pytest.mark.parametrize("kind", ["folder", "bare", "address"])
def test_a_folder_of_a_clone_a_bare_repository_and_an_address(story: Story, tmp_path: Path, kind: str) -> None:
    story.commit({"legal/a.md": "one"})
    bare = tmp_path / "bare.git"
    story.repo.clone(bare, bare=True).close()
    named, path = {
        "folder": (str(story.place / "legal"), "a.md"),
        "bare": (str(bare), "legal/a.md"),
        "address": (bare.as_uri(), "./legal//a.md"),
    }[kind]
    assert told(text_history(named, path, MARKDOWN)) == [{"legal/a.md": "one"}]


def test_a_shallow_clone_says_so(story: Story, tmp_path: Path) -> None:
    story.commit({"a.md": "one"})
    story.commit({"a.md": "two"})
    Repo.clone_from(story.place.as_uri(), tmp_path / "shallow", depth=1).close()
    history = text_history(str(tmp_path / "shallow"), "a.md", MARKDOWN)
    assert told(history) == [{"a.md": "two"}]
    assert history.cut_off


def test_what_is_too_large_is_passed_over_and_told(story: Story) -> None:
    story.commit({"a.md": "one"})
    story.commit({"a.md": "x" * (MAX_FILE_BYTES + 1)})
    history = text_history(str(story.place), "a.md", MARKDOWN)
    assert told(history) == [{"a.md": "one"}]
    assert history.too_large == ("a.md",)


def test_no_link_is_followed(story: Story, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    (story.place / "link.md").symlink_to(tmp_path / "secret.md")
    story.repo.index.add(["link.md"])
    story.commit({"a.md": "one"})
    assert told(text_history(str(story.place), "", MARKDOWN)) == [{"a.md": "one"}]
    with pytest.raises(NotRead, match=r"no such file, and no folder with Markdown files: link\.md"):
        text_history(str(story.place), "link.md", MARKDOWN)


def test_no_program_of_the_repository_is_run(story: Story, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{ran}'\ncat\n")
    program.chmod(0o755)
    story.commit({"a.md": "one", ".gitattributes": "*.md diff=own filter=own"})
    story.commit({"a.md": "two"})
    with story.repo.config_writer() as config:
        for section, name in (
            ('diff "own"', "command"),
            ('diff "own"', "textconv"),
            ('filter "own"', "smudge"),
            ("diff", "external"),
            ("core", "fsmonitor"),
            ("core", "pager"),
        ):
            config.set_value(section, name, str(program))
        config.set_value("log", "showSignature", "true")
        config.set_value("gpg", "program", str(program))
    assert len(text_history(str(story.place), "a.md", MARKDOWN).states) == 2
    assert not ran.exists()


@pytest.mark.parametrize(
    ("repository", "path", "said"),
    [
        ("{place}", "none.md", "no such file, and no folder with Markdown files: none.md"),
        ("{place}", "../elsewhere", "../elsewhere is not in the repository"),
        ("{place}/none", "a.md", "there is no folder"),
        ("{outside}", "a.md", "is no git repository, and stands in none"),
        ("ext::sh -c id", "a.md", "there is no folder"),
        ("{place}/a.md", "a.md", "there is no folder"),
        ("file://{place}/none", "a.md", "does not (appear to be a git repository|exist)"),
    ],
)
def test_why_a_repository_cannot_be_read(
    story: Story, tmp_path_factory: pytest.TempPathFactory, repository: str, path: str, said: str
) -> None:
    story.commit({"a.md": "one"})
    outside = tmp_path_factory.mktemp("outside")
    with pytest.raises(NotRead, match=said):
        text_history(repository.format(place=story.place, outside=outside), path, MARKDOWN)


def test_a_repository_without_commits(tmp_path: Path) -> None:
    Repo.init(tmp_path).close()
    with pytest.raises(NotRead, match="has no commits yet"):
        text_history(str(tmp_path), "a.md", MARKDOWN)


def test_nothing_is_written(story: Story) -> None:
    story.commit({"a.md": "one"})
    before = {path: os.stat(path).st_mtime_ns for path in story.place.rglob("*")}
    text_history(str(story.place), "a.md", MARKDOWN)
    assert {path: os.stat(path).st_mtime_ns for path in story.place.rglob("*")} == before

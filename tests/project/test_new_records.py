"""Records that git shows to be new are held to what this tool makes of the base branch and of this one: an earlier
writer, a first release, a shorter notice or an invented reason hide nothing. What the base branch has is left alone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from git import Repo
from inforce.cli.opening import open_here
from inforce.contract import models, since, summarise
from inforce.contract.since import SINCE
from inforce.model import writer
from inforce.model.values import postal
from inforce.problems import Severity

from tests.release.forging import forge_amendment, forge_file, forge_manifest
from tests.release.living import EN, FR, POLICY, V, note, run
from tests.sources import change, good, problems, project

Record = dict[str, Any]
EARLIER = "inforce 0.0.9"
LATER_TEXT = good(f"{EN}/retention.md").replace("after its end", "after it ends")


def commit(place: Path) -> None:
    with Repo.init(place, initial_branch="main") as repository:
        repository.git.add(A=True)
        repository.git.commit(m="So far")


def told(place: Path) -> list[str]:
    """The errors among the records, as `CODE message`."""
    found = [one for one in problems(place) if "/versions/" in one.location.file and one.severity is Severity.ERROR]
    return [f"{one.code} {one.message}" for one in found]


@pytest.fixture(params=[True, False], ids=["git", "no git"])
def in_git(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def first(tmp_path: Path, in_git: bool) -> Path:
    """A policy in the base branch, and its first release, which is new."""
    place = project(tmp_path)
    if in_git:
        commit(place)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    assert told(place) == []
    return place


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Version 1 in the base branch, and what is to come in version 2."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    commit(place)
    change(place, {**note("material"), f"{EN}/retention.md": LATER_TEXT})
    run(place, "sync", "privacy", "fr")
    return place


def test_the_reason_for_what_no_note_tells_stays_in_the_record(second: Path) -> None:
    keep = "policy_src/facts/retention.yml"
    change(
        second,
        {
            **note(),
            keep: good(keep).replace("10 years", "7 years"),
            f"{EN}/retention.md": LATER_TEXT.replace("10 years", "7 years"),
            f"{FR}/retention.md": good(f"{FR}/retention.md").replace("10 ans", "7 ans"),
        },
    )
    run(second, "sync", "privacy", "fr")
    release, on = ("release", "--effective", "2024-06-01", "--yes"), "2024-01-20T09:00:00+00:00"
    assert "T114" in run(second, *release, on=on, code=1).stderr
    run(second, *release, "--accept", "T114:changes/plainer", "--because", "They were asked.", on=on)
    assert told(second) == []
    forge_manifest(second, 2, lambda record: record.pop("accepted"))
    (message,) = told(second)
    assert message.startswith("D117 it gives no reason for what it leaves open: T114 changes/plainer")


@pytest.mark.parametrize("made_by", ["inforce 0.0.1", "inforce 0.0.9", "inforce 00.1.0", "by hand"])
def test_a_writer_that_there_never_was(first: Path, made_by: str) -> None:
    forge_manifest(first, 1, lambda record: record.update(made_by=made_by))
    assert any(f'D116 nobody knows the writer "{made_by}"' in message for message in told(first))


def test_a_withdrawal_names_its_writer_too(first: Path) -> None:
    forge_amendment(first, 1, {"type": "withdrawal", "made_by": "inforce 0.0.1"}, {})
    assert any(message.startswith("D116") for message in told(first))


def test_an_earlier_writer_is_held_to_our_bytes_where_the_record_is_new(
    first: Path, in_git: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without git nobody can tell it from one that an earlier version did make."""
    monkeypatch.setattr(writer, "EARLIER", (EARLIER,))
    forge_manifest(first, 1, lambda record: record.update(made_by=EARLIER))
    assert told(first) == [], "the same bytes but for its name"
    path = first / V / "1/manifest.json"
    path.write_bytes(path.read_bytes() + b"\n")
    assert any("its bytes are not those" in message for message in told(first)) is in_git


def test_an_earlier_writer_lacks_no_member_where_the_record_is_new(
    first: Path, in_git: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "EARLIER", (EARLIER,))
    extra: Any = models.Summary.model_fields["controller"].json_schema_extra
    monkeypatch.setitem(extra, SINCE, "1.1")
    monkeypatch.setattr(summarise, "CONTRACT", "1.1")
    monkeypatch.setattr(since, "WRITTEN_BY", {"1.0": EARLIER, "1.1": writer.WRITER})
    path = "published/en/r1.json"
    summary = json.loads((first / V / "1" / path).read_text("utf-8"))
    del summary["controller"]
    shorter = json.dumps(summary, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    forge_file(first, 1, path, shorter)
    forge_manifest(first, 1, lambda record: record.update(made_by=EARLIER))
    found = [one for one in problems(first) if one.code == "D115"]
    assert bool(found) is in_git
    assert all(f"made by {EARLIER}, and this is {writer.WRITER}" in one.remedy for one in found)
    if in_git:
        commit(first)
        assert told(first) == [], "an upgrade alone is no error"


FIRST: dict[str, Callable[[Record], None]] = {
    "another title": lambda record: record["languages"]["fr"].update(title="Evil Corp"),
    "another weight": lambda record: record["languages"]["fr"].update(status="official"),
    "a review": lambda record: record["languages"]["fr"].update(reviewed=True),
    "other numbers": lambda record: record.update(numbering=["X"]),
    "other labels": lambda record: record.update(lists=["(a)"]),
    "another order": lambda record: record["sections"].reverse(),
}


@pytest.mark.parametrize("forged", FIRST.values(), ids=FIRST)
@pytest.mark.parametrize("in_git", [True], indirect=True)
def test_a_first_release_says_what_policy_yml_says(first: Path, forged: Callable[[Record], None]) -> None:
    forge_manifest(first, 1, forged)
    assert any(message.startswith("D110") and "policy.yml" in message for message in told(first)), told(first)


def notice(days: int) -> dict[str, str]:
    return {POLICY: good(POLICY) + f"notice: {{material: {days}}}\n"}


def test_notice_is_not_shortened_beside_the_release_that_needs_it(second: Path) -> None:
    change(second, notice(1))
    soon = ("release", "--effective", "2024-03-10", "--yes")
    on = "2024-03-05T09:00:00+00:00"
    refused = run(second, *soon, on=on, code=1)
    assert "V404" in refused.stderr
    assert "30 days' notice by the policy.yml of the base branch" in refused.stderr
    assert not (second / V / "2").exists()
    with Repo(second) as repository:
        repository.git.add("policy_src/privacy/policy.yml")
        repository.git.commit(m="Shorten the notice")
    run(second, *soon, on=on)
    assert told(second) == []


def test_a_manifest_by_hand_keeps_the_notice_of_the_base_branch(second: Path) -> None:
    run(second, "release", "--effective", "2024-05-01", "--yes", on="2024-03-05T09:00:00+00:00")
    change(second, notice(1))
    assert told(second) == []
    forge_manifest(second, 2, lambda record: record.update(effective_from="2024-03-10T00:00:00+01:00"))
    assert any(message.startswith("V404") for message in told(second)), told(second)


def test_a_longer_notice_holds_at_once(second: Path) -> None:
    change(second, notice(365))
    assert "V404" in run(second, "release", "--effective", "2024-05-01", "--yes", code=1).stderr


def behind(place: str) -> Callable[[Record], None]:
    message = "the prevailing text has changed since it was translated into French."
    point = {"code": "T102", "place": place, "message": message, "because": "And so."}
    return lambda record: record.setdefault("accepted", []).append(point)


@pytest.mark.parametrize("where", ["fr/retention", "fr/general", "fr"])
@pytest.mark.parametrize("later", [False, True], ids=["now", "once the prevailing text has moved on"])
def test_no_translation_is_called_behind_that_was_not(second: Path, where: str, later: bool) -> None:
    run(second, "release", "--effective", "2024-05-01", "--yes")
    if later:
        change(second, {f"{EN}/retention.md": LATER_TEXT.replace("keep", "hold")})
    assert told(second) == []
    forge_manifest(second, 2, behind(where))
    assert [message.split()[0] for message in told(second)] == ["D117"]


def test_a_translation_that_was_behind_may_be_mended_after_the_release(second: Path) -> None:
    change(second, {f"{EN}/retention.md": LATER_TEXT.replace("keep", "hold")})
    run(second, "release", "--effective", "2024-05-01", "--yes", "--accept=T102:fr/retention", "--because=Soon so.")
    assert told(second) == []
    change(second, {f"{FR}/retention.md": good(f"{FR}/retention.md").replace("gardons", "conservons")})
    run(second, "sync", "privacy", "fr")
    assert told(second) == []


def test_a_point_is_accepted_once(second: Path) -> None:
    change(second, {f"{EN}/retention.md": LATER_TEXT.replace("keep", "hold")})
    run(second, "release", "--effective", "2024-05-01", "--yes", "--accept=T102:fr/retention", "--because=Soon so.")
    forge_manifest(second, 2, behind("fr/retention"))
    assert [message.split()[0] for message in told(second)] == ["D117"]


@pytest.mark.parametrize("in_git", [True, False], ids=["git", "no git"])
def test_no_amendment_says_that_a_release_should_have_known_it(tmp_path: Path, in_git: bool) -> None:
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    if in_git:
        commit(place)
    change(place, {**note(), f"{EN}/retention.md": LATER_TEXT})
    run(place, "sync", "privacy", "fr")
    run(place, "release", "--effective", "2024-05-01", "--yes", on="2024-01-20T09:00:00+00:00")
    words = {"en/general.md": good(f"{EN}/general.md").replace("helps us", "helps").encode()}
    forge_amendment(place, 1, {"type": "correction", "recorded": "2024-01-12T09:00:00+00:00"}, words)
    assert any("released without amendments/0001 of version 1" in message for message in told(place)), told(place)


def test_names_of_countries_that_change_with_babel_leave_the_base_branch_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are CLDR's. What is in the base branch is held to its digests; what is new is made by today's names."""
    place = project(tmp_path)
    run(place, "release", "--effective", "2024-03-01", "--yes")
    known = postal.country_name
    monkeypatch.setattr(postal, "country_name", lambda country, language: f"New {known(country, language)}")
    assert any(message.startswith("D115") and "New Belgium" in message for message in told(place))
    commit(place)
    assert problems(place) == ()
    run(place, "check")


def renamed(title: str) -> dict[str, str]:
    return {POLICY: good(POLICY).replace("en: Privacy Policy", f"en: {title}")}


def test_two_releases_at_once_have_the_title_of_before_or_of_now(second: Path) -> None:
    """Both pushed together, they are compared with the commit before the first."""
    run(second, "release", "--effective", "2024-05-01", "--yes", on="2024-01-20T09:00:00+00:00")
    commit(second)
    change(second, {**note(), **renamed("Our Privacy"), f"{EN}/general.md": good(f"{EN}/general.md") + "\nMore.\n"})
    run(second, "sync", "privacy", "fr")
    run(second, "release", "--effective", "2024-06-01", "--yes", on="2024-01-25T09:00:00+00:00")

    def against_both() -> list[str]:
        return [one.message for one in open_here(second, "HEAD^").problems if one.code == "D110"]

    assert against_both() == []
    third = second / V / "3"
    shutil.move(third, second.parent / "third")
    forge_manifest(second, 2, lambda record: record["languages"]["en"].update(title="Evil Corp"))
    shutil.move(second.parent / "third", third)
    assert any('its title in "en" is "Evil Corp"' in message for message in against_both()), against_both()

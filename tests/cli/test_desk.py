"""Opening a project, and naming one of its policies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click
import pytest
from inforce.cli.desk import open_project, others, policy_named
from inforce.errors import CannotContinue
from inforce.workspace.desk import Desk

from tests.sources import project


@pytest.fixture
def one(tmp_path: Path) -> Desk:
    """A desk with one policy."""
    return open_project(project(tmp_path))


@pytest.fixture
def two(one: Desk) -> Desk:
    """A desk with two."""
    (policy,) = one.project.policies
    terms = replace(policy, id="terms", folder="policy_src/terms")
    return replace(one, project=replace(one.project, policies=(policy, terms)))


def test_the_only_policy_need_not_be_named(one: Desk) -> None:
    assert policy_named(one, None).id == "privacy"
    assert policy_named(one, "privacy").id == "privacy"
    assert others(one, policy_named(one, None)) == ()


def test_of_two_one_must_be_named(two: Desk) -> None:
    assert policy_named(two, "terms").id == "terms"
    assert others(two, policy_named(two, "terms")) == ("policy_src/privacy",)
    with pytest.raises(click.UsageError, match="privacy, terms"):
        policy_named(two, None)


def test_an_unknown_policy_is_told_with_those_there_are(one: Desk) -> None:
    with pytest.raises(click.UsageError, match='"terms" is not a policy of this site'):
        policy_named(one, "terms")


def test_where_there_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(CannotContinue, match="S101 policy_src"):
        open_project(tmp_path)

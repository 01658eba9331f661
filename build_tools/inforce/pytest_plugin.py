"""The pytest plugin: the fixture `policy`, for tests that hold an application to its policy.

pytest loads this at every start, in every project where Inforce is installed, so it loads nothing of Inforce before a
test asks for the fixture. The clock is read here, once for a run, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from inforce.promises.policy import Policy

POLICY, ID, LANGUAGE, AT = "inforce_policy", "inforce_policy_id", "inforce_language", "inforce_at"
NOW = pytest.StashKey[datetime]()
"""The instant of the run."""

NOT_SET = """\
The fixture "policy" needs to know where the policy is. Name the folder, relative to pytest's configuration file:

    [tool.pytest.ini_options]
    inforce_policy = "vendor/policy"

It may hold a copy of the published files, a built site, or a project of Inforce (with policy_src/)."""
ADDRESS = (
    "inforce_policy is an address: {given}. Tests ask no network. Take a copy into your repository and name its folder."
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """What the plugin may be told, in pytest's configuration or on the command line, which goes before."""
    group = parser.getgroup("inforce", "promises of a policy")
    told = {
        POLICY: "the folder with the policy: a vendored copy, a built site or a project",
        ID: "the policy's id, where there are several",
        LANGUAGE: "the language of the words; the prevailing one, if not given",
        AT: "the instant that is now, with its offset: 2027-03-01T12:00:00+01:00; the clock's, if not given",
    }
    for name, about in told.items():
        parser.addini(name, about, default="")
        group.addoption(f"--{name.replace('_', '-')}", dest=name, default=None, metavar="TEXT", help=about)


def pytest_configure(config: pytest.Config) -> None:
    """Set what is now. Raises UsageError for what is no instant."""
    given = _told(config, AT)
    try:
        at = datetime.fromisoformat(given) if given else datetime.now(UTC)
    except ValueError:
        at = datetime.min
    if at.utcoffset() is None:
        raise pytest.UsageError(f'{AT} is "{given}"; write an instant with its offset: 2027-03-01T12:00:00+01:00')
    config.stash[NOW] = at


@pytest.fixture(scope="session")
def policy(policy_named: Callable[[str | None], Policy], pytestconfig: pytest.Config) -> Policy:
    """The policy that the configuration names: `policy.now`, `policy.on("2027-03-01")`."""
    return policy_named(_told(pytestconfig, ID) or None)


@pytest.fixture(scope="session")
def policy_named(pytestconfig: pytest.Config) -> Callable[[str | None], Policy]:
    """Another policy of the same folder, by its id: `policy_named("terms").now`."""

    def named(id_: str | None) -> Policy:
        from inforce.promises.errors import CannotRead
        from inforce.promises.reading import read_policy

        try:
            return read_policy(
                _folder(pytestconfig), id_, at=pytestconfig.stash[NOW], language=_told(pytestconfig, LANGUAGE) or None
            )
        except CannotRead as error:
            why = str(error)
        pytest.fail(why, pytrace=False)

    return named


def _told(config: pytest.Config, name: str) -> str:
    return str(config.getoption(name) or config.getini(name)).strip()


def _folder(config: pytest.Config) -> Path:
    given = _told(config, POLICY)
    if not given:
        pytest.fail(NOT_SET, pytrace=False)
    if "://" in given:
        pytest.fail(ADDRESS.format(given=given), pytrace=False)
    typed = config.getoption(POLICY)
    base = config.invocation_params.dir if typed else config.inipath.parent if config.inipath else config.rootpath
    return (base / given).resolve()

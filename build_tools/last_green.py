"""Name the commit that the main branch was last found right at: `python3 build_tools/last_green.py`, on a CI service.

What a push brings is compared with that commit, not with the one before the push: if that one failed its check, the
next push would be compared with what is wrong already, and be green. The service itself remembers which check passed:

- GitHub: the runs of the workflow that asks, on its branch (`GET …/actions/workflows/{file}/runs`, then `…/jobs`);
- GitLab: the deployments to the environment that the job names (`GET /projects/{id}/deployments`).

The commit's id goes to stdout, what happened to stderr. BASE names a commit instead, for whoever has decided that it
may be compared with. Where no check has passed yet, BEFORE stands: what the service calls the commit before the push.
Needs only the standard library and git; it runs before Inforce is set up, and it alone is given the job's token.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from typing import Any

JOB = "Check and build"
"""The job of GitHub's workflow that checks. Publishing comes after it, and may fail for reasons of its own."""
OWN = ("push", "schedule", "workflow_dispatch")
"""What starts a run of the main branch. A pull request can bring a workflow of the same name, and its branch may be
called main too."""
PAGE = 100
MOST_RUNS = 1_000
"""GitHub lists no more runs of a workflow than so many."""
TIMEOUT_S = 30
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")

Environment = Mapping[str, str]


class Unanswered(Exception):
    """The service did not say which commit it was."""


def main() -> int:
    """Print the commit, and see to it that the clone has it; 1 with a message where that can't be done."""
    environment = os.environ
    try:
        commit, why = chosen(environment)
        fetch(commit)
    except (Unanswered, KeyError) as stop:
        if isinstance(stop, KeyError):
            stop = Unanswered(f"the variable {stop} is not set. This is for a job on GitHub or GitLab.")
        print(f"What the main branch is compared with can't be found: {stop}", file=sys.stderr)
        return 1
    print(f"Compared with {commit or 'the commit before'}: {why}.", file=sys.stderr)
    print(commit)
    return 0


def chosen(environment: Environment) -> tuple[str, str]:
    """The commit to compare with, and why that one; empty where nobody knows one. Raises Unanswered."""
    if named := environment.get("BASE", ""):
        if not re.fullmatch(r"[0-9a-f]{7,64}", named):
            raise Unanswered(f"{named!a} is no commit's id. Name it in full, in figures and letters from a to f.")
        return named, "named by whoever started this run"
    found = next(
        passed_on_github(environment) if "GITHUB_ACTIONS" in environment else passed_on_gitlab(environment), ""
    )
    if found:
        if not _ID.fullmatch(found):
            raise Unanswered("the service's answer names no commit.")
        return found, "the last that passed its check"
    before = environment.get("BEFORE", "").strip("0")
    return before and environment["BEFORE"], "no check has passed here yet"


def passed_on_github(environment: Environment) -> Iterator[str]:
    """The commits at which this workflow's check passed on this branch, the newest first. Raises Unanswered.

    https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow
    """
    repository, branch = environment["GITHUB_REPOSITORY"], environment["GITHUB_REF_NAME"]
    file = environment["GITHUB_WORKFLOW_REF"].partition("@")[0].rpartition("/")[2]
    runs = f"{environment['GITHUB_API_URL']}/repos/{repository}/actions"
    headers = {"Accept": "application/vnd.github+json", "Authorization": f"Bearer {environment.get('TOKEN', '')}"}
    asked = {"branch": branch, "status": "completed"}
    listed = 0
    for run in _pages(f"{runs}/workflows/{urllib.parse.quote(file)}/runs", asked, headers, "workflow_runs"):
        listed += 1
        ours = (run.get("head_repository") or {}).get("full_name") == repository and run.get("event") in OWN
        if not ours or run.get("head_branch") != branch or str(run.get("id")) == environment["GITHUB_RUN_ID"]:
            continue
        if run.get("conclusion") == "success" or any(
            job.get("name") == JOB and job.get("conclusion") == "success"
            for job in _pages(f"{runs}/runs/{int(run['id'])}/jobs", {}, headers, "jobs")
        ):
            yield str(run.get("head_sha"))
    if listed >= MOST_RUNS:
        raise Unanswered(
            f"none of the last {listed:,} runs passed here, and GitHub lists no older ones. Name it as BASE."
        )


def passed_on_gitlab(environment: Environment) -> Iterator[str]:
    """The commits that this environment was deployed from, of the default branch, the newest first. Raises Unanswered.

    https://docs.gitlab.com/api/deployments/#list-project-deployments
    """
    asked = {
        "environment": environment["CI_ENVIRONMENT_NAME"],
        "status": "success",
        "order_by": "id",
        "sort": "desc",
    }
    url = f"{environment['CI_API_V4_URL']}/projects/{environment['CI_PROJECT_ID']}/deployments"
    for one in _pages(url, asked, {"JOB-TOKEN": environment.get("TOKEN", "")}, None):
        tagged = (one.get("deployable") or {}).get("tag", True)  # a tag may be called as the branch is
        if one.get("ref") == environment["CI_DEFAULT_BRANCH"] and not tagged:
            yield str(one.get("sha"))


def _pages(url: str, asked: Mapping[str, str], headers: Mapping[str, str], key: str | None) -> Iterator[dict[str, Any]]:
    """All entries of a list that comes in pages."""
    page = 1
    while True:
        query = urllib.parse.urlencode({**asked, "per_page": PAGE, "page": page})
        answer = _answer(f"{url}?{query}", headers)
        entries = answer.get(key) if key is not None and isinstance(answer, dict) else answer
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise Unanswered(f"the answer of {url} has another form than it should.")
        yield from entries
        if len(entries) < PAGE:
            return
        page += 1


def _answer(url: str, headers: Mapping[str, str]) -> Any:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=dict(headers)), timeout=TIMEOUT_S) as response:
            return json.load(response)
    except (OSError, ValueError) as error:  # urllib's own errors are OSErrors
        why = f"it answered {error.code}" if isinstance(error, urllib.error.HTTPError) else f"{error}"
        raise Unanswered(
            f"{urllib.parse.urlsplit(url).netloc} was asked, and {why}. Run this again; if it stays so, look whether "
            "the job may read its own runs (GitHub: actions: read), or name a commit as BASE."
        ) from None


def fetch(commit: str) -> None:
    """Fetch a commit that the clone lacks, as after a forced push. Raises Unanswered where it is gone."""
    if not commit or _git("cat-file", "-e", f"{commit}^{{commit}}"):
        return
    if not _git("fetch", "--quiet", "--no-tags", "origin", commit):
        raise Unanswered(
            f"{commit} isn't here and can't be fetched; a forced push has replaced it. Let an engineer look at what "
            "was replaced, then start this by hand and name the commit to compare with."
        )


def _git(*arguments: str) -> bool:
    return subprocess.run(["git", *arguments], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())

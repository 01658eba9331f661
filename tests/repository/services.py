"""GitHub and GitLab as far as a job asks them: a server on this machine that knows which earlier checks passed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

REPOSITORY = "company/policies"
TOKEN = "the job's own token"
"""What the service wants to be shown."""


@dataclass(frozen=True, kw_only=True)
class Check:
    """An earlier check. What a run of the main branch is, where a test says nothing else."""

    commit: str
    passed: bool = True
    published: bool = True
    branch: str = "main"
    event: str = "push"
    repository: str = REPOSITORY
    tag: bool = False


@dataclass(kw_only=True)
class Service:
    """What was asked, and what is known: the newest check first."""

    checks: list[Check] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def answer(self, path: str, query: dict[str, str]) -> Any:
        """What it says to a question; None for one that it doesn't know."""
        size, page = int(query.pop("per_page")), int(query.pop("page"))
        part = slice((page - 1) * size, page * size)
        actions = f"/repos/{REPOSITORY}/actions"
        if path == f"{actions}/workflows/site.yml/runs" and query == {"branch": "main", "status": "completed"}:
            found = [self._run(number, one) for number, one in enumerate(self.checks) if one.branch == "main"]
            del found[1_000:]
            return {"total_count": len(found), "workflow_runs": found[part]}
        if path.startswith(f"{actions}/runs/") and path.endswith("/jobs") and not query:
            one = self.checks[int(path.split("/")[-2])]
            jobs = [("Check and build", one.passed), ("Publish", one.passed and one.published)]
            found = [{"name": name, "conclusion": "success" if good else "failure"} for name, good in jobs]
            return {"total_count": len(found), "jobs": found[part]}
        wanted = {"environment": "pages", "status": "success", "order_by": "id", "sort": "desc"}
        if path == "/projects/7/deployments" and query == wanted:
            return [self._deployment(one) for one in self.checks if one.passed][part]
        return None

    def _run(self, number: int, one: Check) -> dict[str, Any]:
        return {
            "id": number,
            "head_branch": one.branch,
            "head_sha": one.commit,
            "event": one.event,
            "conclusion": "success" if one.passed and one.published else "failure",
            "head_repository": {"full_name": one.repository},
        }

    def _deployment(self, one: Check) -> dict[str, Any]:
        return {"ref": one.branch, "sha": one.commit, "status": "success", "deployable": {"tag": one.tag}}

    @property
    def variables(self) -> dict[str, str]:
        """What both services tell a job about themselves."""
        return {
            "GITHUB_API_URL": self.url,
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_REF_NAME": "main",
            "GITHUB_WORKFLOW_REF": f"{REPOSITORY}/.github/workflows/site.yml@refs/heads/main",
            "GITHUB_RUN_ID": "1000000",
            "CI_API_V4_URL": self.url,
            "CI_PROJECT_ID": "7",
            "CI_ENVIRONMENT_NAME": "pages",
            "CI_DEFAULT_BRANCH": "main",
            "CI_JOB_TOKEN": TOKEN,
        }


@contextmanager
def serving() -> Iterator[Service]:
    """A service, as long as the block runs."""
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            service.asked.append(self.path)
            shown = (self.headers.get("Authorization"), self.headers.get("JOB-TOKEN"))
            if shown not in ((f"Bearer {TOKEN}", None), (None, TOKEN)):
                self.send_error(401)
                return
            found = service.answer(asked.path, dict(parse_qsl(asked.query)))
            if found is None:
                self.send_error(404)
                return
            data = json.dumps(found).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *arguments: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        service.url = f"http://127.0.0.1:{server.server_port}"
        yield service
    finally:
        server.shutdown()
        server.server_close()

"""Make README's pictures again, of the real site: `make pictures`, or `python -m build_tools.pictures [FOLDER]`.

Builds the site with the proposed text, serves it on this machine and takes a picture of the policy in force and of
what the proposed text changes. They show the fonts of the machine on which they are made.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from inforce.cli.local_site import on_a_free_port

from build_tools import chromium
from build_tools.set_up import ROOT

FOLDER = ROOT / "build_tools" / "readme"
WIDTH, HEIGHT, SCALE = 1120, 600, 0.8
MOST_BYTES = 150_000
"""README is read over slow lines too."""
PAGES: Mapping[str, str] = {"policy.png": "en/privacy/", "redline.png": "en/privacy/changes/*-draft/"}
"""Each picture's page, below the site's root; a star stands for the version that the proposed text is compared with."""
SCROLLED: Mapping[str, str] = {"redline.png": ".chg"}
"""What a picture begins with, where that is not the top of the page."""
TO_TOP = "(element, above) => window.scrollTo(0, element.getBoundingClientRect().top - above)"
ABOVE = 90
"""Pixels of the page that a picture shows above what it begins with."""
QUIET = ["--no-sandbox", "--disable-lcd-text"]
"""Without a sandbox, for root in a container; letters with grey edges, which need half the bytes."""


def main() -> int:
    """Take the pictures; 1 and a message where there is no browser, or nothing to show."""
    browser = chromium.find()
    if browser is None:
        print(chromium.NONE_FOUND, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch) / "site"
        command = [sys.executable, "-m", "inforce", "--project", str(ROOT), "build", "--drafts", "--output", str(site)]
        subprocess.run(command, check=True)
        missing = [pattern for pattern in PAGES.values() if not list(site.glob(pattern))]
        if missing:
            print(f"The site has no {', '.join(missing)}: is there a text that is proposed?", file=sys.stderr)
            return 1
        take(browser, site, Path(sys.argv[1]) if sys.argv[1:] else FOLDER)
    return 0


def take(browser: Path, site: Path, folder: Path) -> None:
    """Take every picture of a built site. Raises SystemExit where one is too large."""
    from playwright.sync_api import sync_playwright

    server = on_a_free_port(8000)
    server.show(site, "/", ())
    folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        window = playwright.chromium.launch(executable_path=browser, args=QUIET)
        page = window.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SCALE, color_scheme="light"
        )
        for name, pattern in PAGES.items():
            path = next(site.glob(pattern)).relative_to(site).as_posix()
            page.goto(f"{server.address}{path}/")
            if name in SCROLLED:
                page.locator(SCROLLED[name]).first.evaluate(TO_TOP, ABOVE)
            page.screenshot(path=folder / name)
            size = (folder / name).stat().st_size
            print(f"{folder / name}: {size:,} bytes")
            if size > MOST_BYTES:
                raise SystemExit(f"{name} is larger than {MOST_BYTES:,} bytes; show less, or make it smaller.")
        window.close()
    server.close()


if __name__ == "__main__":
    sys.exit(main())

"""The lines that others paste into their pages. The page `embed` of a site shows them with the site's own address, the
pages for developers with that of the example, and the tests run them.
"""

from __future__ import annotations

from html import escape

NEWEST, MOVING = "embed/1.0.0", "embed/1"
"""The folder of the newest release of the scripts, which stays as it is for good, and the one that moves."""
KINDS = ("cookies", "contact", "status")
"""What there is an element of each, and a file of ready HTML."""
COPY = "vendor/inforce"
"""Where a copy is kept in another repository; the name is the reader's to choose."""


def a_link(base_url: str, language: str, words: str) -> str:
    """A plain link to the page of cookies."""
    return f'<a href="{escape(base_url)}{language}/cookies/">{escape(words, quote=False)}</a>'


def element(policy: str, kind: str = "cookies", inside: str = "") -> str:
    """An element; what stands `inside` is shown until there is something newer."""
    held = f"\n  {inside}\n" if inside else ""
    return f'<inforce-{kind} policy="{policy}">{held}</inforce-{kind}>'


def moving_script(base_url: str) -> str:
    """The script at the address that gets every release that needs nothing of a page."""
    return f'<script type="module" src="{escape(base_url)}{MOVING}/inforce.js" referrerpolicy="no-referrer"></script>'


def pinned_script(base_url: str, integrity: str) -> str:
    """One release of the script, held to its digest (Subresource Integrity, W3C)."""
    return f"""<script
  type="module"
  src="{escape(base_url)}{NEWEST}/inforce.js"
  integrity="{integrity}"
  crossorigin="anonymous"
  referrerpolicy="no-referrer"
></script>"""


def pull(base_url: str, policy: str, *languages: str) -> str:
    """The commands that make a copy, and make it again."""
    return f"""curl -O {base_url}{MOVING}/pull.mjs
node pull.mjs {base_url} {COPY} --policy {policy} --languages {",".join(languages)}"""


def from_the_copy(policy: str, language: str) -> str:
    """The script and an element in a page that stands on its own copy."""
    script = f'<script type="module" src="/{COPY}/{MOVING}/inforce.js"></script>'
    inside = f"<!-- {COPY}/api/v1/{policy}/current/{language}/cookies.html, put here by your build -->"
    return f"{script}\n{element(policy, inside=inside)}"

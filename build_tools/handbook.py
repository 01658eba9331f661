"""Write the handbook's page on messages from the catalog of problems: `python build_tools/handbook.py`.

`--check` only tells whether the page is as the catalog says (1 if not).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from inforce.problems.catalog import Rule, rules

PAGE = Path(__file__).resolve().parent.parent / "docs" / "handbook" / "messages.md"
HEAD = """\
# What the check says

`inforce check` tells everything it finds at once: a level, a code, the file and line, what is wrong, and what puts it
right.

| Level | What it means | What follows |
|---|---|---|
| error | It can't be read, or says something false. | It can't be merged, built or released. |
| open | Something is unfinished. | It can be merged and built. A release wants [a reason](releasing.md#what-is-open). |
| hint | Something to judge for yourself. | Nothing. |

Each code has its place here. Codes stay as they are: one that is retired isn't used again.

<!-- Written by build_tools/handbook.py from the catalog of problems; don't edit by hand. -->
"""


def page() -> str:
    """The page, in Markdown."""
    parts = [HEAD]
    for code, rule in rules().items():
        parts.append(f"\n## {code}: {plain(rule.title)} {{ #{code.lower()} }}\n\n{weight(rule)}\n\n{plain(rule.why)}\n")
        if rule.example:
            fence = "~~~~" if "~~~" in rule.example else "~~~"
            parts.append(f"\nFor example:\n\n{fence}\n{rule.example.strip()}\n{fence}\n")
    return "".join(parts)


def weight(rule: Rule) -> str:
    """A rule's level; of several, when each holds."""
    said = "; ".join(f"**{level}** {plain(when)}".rstrip() for level, when in rule.levels)
    return f"Level: {said}."


def plain(text: str) -> str:
    """Words as they stand, for Markdown: what could be markup is escaped, outside of `code`."""
    pieces = re.split(r"(`[^`]*`)", " ".join(text.split()))
    return "".join(piece if piece.startswith("`") else re.sub(r"([\\<>\[\]*_#|])", r"\\\1", piece) for piece in pieces)


def main() -> int:
    """Write the page, or compare it."""
    if "--check" in sys.argv[1:]:
        return 0 if PAGE.read_text(encoding="utf-8") == page() else 1
    PAGE.write_text(page(), encoding="utf-8")
    print(f"docs/handbook/messages.md: {len(rules())} codes")
    return 0


if __name__ == "__main__":
    sys.exit(main())

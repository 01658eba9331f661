"""Write the pages that are made from the code: `python build_tools/handbook.py`. The handbook's page on messages is
made from the catalog of problems, the developers' page on members from what a test can ask of a policy.

`--check` only tells whether each is as the code says (1 if not).
"""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path

from inforce.problems.catalog import rules
from inforce.problems.rule import Rule
from inforce.promises.parts import Act, Answer, Described, Party, Term
from inforce.promises.stated import Stated
from inforce.promises.text import Cookie, Cookies, KeptPeriod, PolicyText, Purpose, Recipient, Right

OTHERS = (Recipient, Purpose, Right, Party, Answer, Described, Act, Term, Stated)

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE, MEMBERS = DOCS / "handbook" / "messages.md", DOCS / "developers" / "members.md"
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


MEMBERS_HEAD = """\
# What a test can ask

Every member of what `policy.now` and `policy.on(…)` give to [a test](tests.md), and of its entries. A member without a
value raises an error that [says why](tests.md#what-a-policy-says-and-what-it-doesnt).

<!-- Written by build_tools/handbook.py from inforce.promises; don't edit by hand. -->
"""


def members() -> str:
    """The page on members, in Markdown."""
    return MEMBERS_HEAD + "".join(map(_members, (PolicyText, KeptPeriod, Cookies, Cookie, *OTHERS)))


def _members(model: type) -> str:
    rows = []
    for name, found in vars(model).items():
        asked = found.fget if isinstance(found, property) else found
        if name.startswith("_") or not inspect.isfunction(asked):
            continue
        signature = inspect.signature(asked)
        given = [str(each).replace("'", "") for each in signature.parameters.values()][1:]
        called = name if isinstance(found, property) else f"{name}({', '.join(given)})"
        kind = str(signature.return_annotation).replace("|", "\\|")
        shown, said = called.replace("|", "\\|"), " ".join((inspect.getdoc(asked) or "").split())
        rows.append(f"| `{shown}` | `{kind}` | {said} |\n")
    about = " ".join((inspect.getdoc(model) or "").split())
    return f"\n## {model.__name__}\n\n{about}\n\n| Member | Type | What it is |\n|---|---|---|\n{''.join(rows)}"


def pages() -> dict[Path, str]:
    """Every page that is made, as the code has it."""
    return {PAGE: page(), MEMBERS: members()}


def main() -> int:
    """Write the pages, or compare them."""
    made = pages()
    if "--check" in sys.argv[1:]:
        return int(any(path.read_text(encoding="utf-8") != text for path, text in made.items()))
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

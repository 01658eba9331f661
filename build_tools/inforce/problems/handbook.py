"""The handbook's page on messages, as Markdown, made from the catalog: every code has its place there."""

from __future__ import annotations

from collections.abc import Mapping

from inforce.problems.catalog import Rule

_INTRODUCTION = """# What the check says

Every message names the file and the line, quotes the exact text, says what puts it right and what it blocks. Its code
never changes its meaning; this page explains each one.
"""


def messages_page(rules: Mapping[str, Rule]) -> str:
    """The whole page: a heading for each code, with the anchor `#f102`."""
    parts = [_INTRODUCTION]
    for code, rule in rules.items():
        parts.append(f"## {code}: {rule.title} {{#{code.lower()}}}\n\n{rule.why}\n")
        if rule.example:
            body = "\n".join(f"    {line}" for line in rule.example.splitlines())
            parts.append(f"For example:\n\n{body}\n")
    return "\n".join(parts)

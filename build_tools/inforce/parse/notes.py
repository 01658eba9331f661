"""Change notes: what a release changes, in plain words for visitors.

`changes/<slug>.md` holds the kind as its heading, then one part per language:

    # clarification

    ## en

    The registered office is now the same in sections 1 and 12.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from inforce.model.config import ID_PATTERN, LANGUAGE_PATTERN, ChangeNote, Kind
from inforce.parse.controls import check_words
from inforce.parse.ids import proposed_id
from inforce.parse.note_markup import check_markup
from inforce.parse.reasons import says_something
from inforce.problems import Location, Problem, Severity

MAX_WORDS = 4_000
"""Characters in one language: a note, not a second policy."""
_HEADING = re.compile(r"##[ \t]+([A-Za-z0-9-]+)[ \t]*")
"""A line that begins the words of a language."""


def parse_change_note(
    text: str, *, slug: str, file: str, languages: Collection[str] = ()
) -> tuple[ChangeNote | None, tuple[Problem, ...]]:
    """Read one change note. Paragraphs are joined lines, parted by an empty line.

    `languages` are those that its policy has; any is right where none are given.
    """
    problems: list[Problem] = []
    lines = text.split("\n")
    spoken: str | None = None
    for number, line in enumerate(lines, start=1):
        spoken = heading[1] if (heading := _HEADING.fullmatch(line)) else spoken
        problems.extend(check_words(line, Location(file=file, line=number), spoken))
    kind = _kind(lines[0] if lines else "")
    if kind is None:
        kinds = ", ".join(f"# {name}" for name in Kind)
        problems.append(_problem(file, 1, f'the first line is "{lines[0][:60]}".', f"It must be one of: {kinds}."))
    if not re.fullmatch(ID_PATTERN, slug):
        cure = f"Name it {proposed_id(slug) or 'NAME'}.md: small letters a–z, digits and hyphens."
        problems.append(_problem(file, None, f'"{slug}" is not a good name.', cure))
    parts: dict[str, list[str]] = {}
    language: str | None = None
    lost = False
    first = 0 if kind is None and lines[0].startswith("## ") else 1  # 0 where only the kind is missing
    for number, line in enumerate(lines[first:], start=first + 1):
        heading = _HEADING.fullmatch(line)
        if heading:
            language = heading[1]
            if not re.fullmatch(LANGUAGE_PATTERN, language):
                message = f'"## {language}" names no language.'
                problems.append(_problem(file, number, message, "Write its tag as in policy.yml: en, fr, pt-BR."))
            elif languages and language not in languages:
                message = f'"## {language}" is no language of this policy.'
                cure = f"Write one of {', '.join(languages)}, or add the language to policy.yml."
                problems.append(_problem(file, number, message, cure))
            if language in parts:
                problems.append(_problem(file, number, f'"## {language}" is here twice.', "Join the two parts."))
            parts.setdefault(language, [])
        elif language is not None:
            parts[language].append(line.strip())
            problems.extend(check_markup(line, Location(file=file, line=number)))
        elif line.strip() and not lost:
            lost = True
            problems.append(_problem(file, number, "these words have no language.", 'Put "## en" on a line above.'))
    words = {name: _paragraphs(body) for name, body in parts.items()}
    problems.extend(
        _problem(file, None, f'the part "{name}" has {len(body):,} characters.', f"Keep it below {MAX_WORDS:,}.")
        for name, body in words.items()
        if len(body) > MAX_WORDS
    )
    problems.extend(
        _problem(file, None, f'the part "{name}" holds no word.', f'Write what changes below "## {name}".')
        for name, body in words.items()
        if body and not says_something(body)
    )
    if not any(words.values()) and not lost:
        problems.append(_problem(file, None, "it says nothing.", 'Write what changes below "## en".'))
    if problems or kind is None:
        return None, tuple(problems)
    return ChangeNote(slug=slug, kind=kind, text={name: body for name, body in words.items() if body}), ()


def _kind(line: str) -> Kind | None:
    name = line.removeprefix("# ").strip()
    return Kind(name) if line.startswith("# ") and name in set(Kind) else None


def _paragraphs(lines: list[str]) -> str:
    blocks = re.split(r"\n{2,}", "\n".join(lines).strip())
    return "\n\n".join(" ".join(block.split()) for block in blocks if block.strip())


def _problem(file: str, line: int | None, message: str, remedy: str) -> Problem:
    return Problem(
        code="S110",
        severity=Severity.ERROR,
        location=Location(file=file, line=line),
        message=f"this change note cannot be read: {message}",
        remedy=remedy,
    )

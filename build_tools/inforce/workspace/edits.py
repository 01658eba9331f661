"""Whether edits of the working text can block a build, told from the edited sections alone.

Most edits change words. They leave a section's outline as it was, so the rest of the project, checked when the site
was built, stands as it stood; only what the section itself says wrong is still to find.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from inforce.model.text import block_links
from inforce.parse.markdown import parse_section
from inforce.parse.outline import outline
from inforce.render import RenderContext, check_section
from inforce.source.tree import decode

if TYPE_CHECKING:
    from inforce.workspace.desk import Desk


def outlines(desk: Desk) -> dict[str, str]:
    """The outline of every section of the working texts, by path. The project was checked and nothing blocks it."""
    found: dict[str, str] = {}
    for policy in desk.project.policies:
        for language, working in policy.working.items():
            for name, text in working.sections.items():
                section = desk.reader.section(language, name, text)
                if section is not None:
                    found[f"{policy.folder}/{language}/{name}.md"] = outline(section)
    return found


def words_alone(edited: Mapping[str, bytes], known: Mapping[str, str]) -> bool:
    """Whether these sections (path to bytes) are sound and have the outlines that are known of them."""
    return all(path in known and known[path] == _sound(path, data) for path, data in edited.items())


def _sound(path: str, data: bytes) -> str | None:
    """The outline of a section in which nothing is wrong by itself."""
    text, _ = decode(data, path)
    if text is None:
        return None
    language, file = path.split("/")[-2:]
    section, problems = parse_section(text, id=file.removesuffix(".md"), file=path, language=language)
    if section is None or problems:
        return None
    named = {link.target.value for block in section.blocks for link in block_links(block)}
    anywhere = RenderContext(language=language, numbers={}, links=dict.fromkeys(named, "https://example.org/"))
    return None if check_section(section, anywhere, file=path) else outline(section)

"""The reader the other way round, for laws: leaves as canonical Markdown, one line a paragraph, nothing wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from inforce.model.text import (
    Break,
    Cell,
    Clause,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Inline,
    Leaf,
    Link,
    List,
    ListItem,
    Paragraph,
    Path,
    Table,
    Text,
    cell_lines,
    opened,
)

_ALWAYS = re.compile(r"[\\*_~\[\]`|]|<(?=[A-Za-z/!?])|&(?=#|[A-Za-z][A-Za-z0-9]*;)|!$")
_AT_START = re.compile(r"^(?=[#>=]|[-+](?:[ ]|$|[- ]))")
_NUMBER_AT_START = re.compile(r"^([0-9]{1,9})([.)])(?=[ ]|$)")


def serialise(leaves: Iterable[Leaf]) -> str:
    """The source of these leaves. `parse_section` reads it as the same leaves (their places aside)."""
    lines: list[str] = []
    before: Path = ()
    for leaf in leaves:
        new = opened(before, leaf.path)[1]
        same = len(leaf.path) - len(new)
        in_list = any(isinstance(step, List) for step in leaf.path[:same])
        begins = any(isinstance(step, ListItem) for step in new) and all(
            step.start == 1 for step in new if isinstance(step, List)
        )
        if lines and not (in_list and begins and isinstance(leaf, Paragraph)):
            lines.append("".join(_signs(leaf.path[:same], ())).rstrip())
        first, rest = "".join(_signs(leaf.path, new)), "".join(_signs(leaf.path, ()))
        typed = [f"{rest if at else first}{line}" for at, line in enumerate(_leaf(leaf).split("\n"))]
        lines += typed if isinstance(leaf, CodeBlock) else map(str.rstrip, typed)
        before = leaf.path
    return "\n".join(lines) + "\n"


def _signs(path: Path, new: Path) -> Iterable[str]:
    """What stands before a line in these steps; in those that are `new`, the signs that begin them."""
    found = None
    for step in path:
        if isinstance(step, List):
            found = step
        elif isinstance(step, ListItem):
            assert found is not None
            sign = f"{step.number}{found.style[1:]} " if found.ordered else f"{found.style} "
            yield sign if step in new else " " * len(sign)
        else:
            yield "> "


def _leaf(leaf: Leaf) -> str:
    match leaf:
        case Heading(level=level, id=name, children=children):
            words = re.sub(r"#$", r"\\#", _inline(children))
            return f"{'#' * level} {f'[{words}](id:{name})' if name else words}"
        case Clause(id=name, children=children, label=label):
            return _lines(f"[{_inline(children[:label])}](id:{name}){_inline(children[label:])}")
        case Table(rows=rows, alignments=alignments):
            dashes = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}
            lines = [[_cell(cell) for cell in row] for row in rows]
            lines.insert(1, [dashes[alignment] for alignment in alignments])
            return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        case CodeBlock(text=text, info=info):
            return f"~~~~{info}\n{text}~~~~"
        case _:
            return _lines(_inline(leaf.children))


def _cell(cell: Cell) -> str:
    return "<br>".join(("- " if is_item else "") + _inline(line) for is_item, line in cell_lines(cell))


def _inline(children: Iterable[Inline]) -> str:
    parts: list[str] = []
    for child in children:
        match child:
            case Text(text=text):
                parts.append(_ALWAYS.sub(r"\\\g<0>", text))
            case Break():
                parts.append("\\\n")
            case Code(text=text):
                ticks = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
                space = " " * (text[0] in "` " or text[-1] in "` ")
                parts.append(f"{ticks}{space}{text}{space}{ticks}")
            case Emphasis(children=inner, strong=strong):
                stars = "**" if strong else "*"
                parts.append(f"{stars}{_inline(inner)}{stars}")
            case Link(target=target, autolink=True):
                parts.append(f"<{target}>")
            case Link(children=inner, target=target):
                shown = f' "{target.title}"' if target.title else ""
                parts.append(f"[{_inline(inner)}]({target}{shown})")
    return "".join(parts)


def _lines(source: str) -> str:
    """Each line with its beginning escaped where it would be read as another block."""
    return "\n".join(
        _NUMBER_AT_START.sub(r"\1\\\2", _AT_START.sub(r"\\", line, count=1), count=1) if line else line
        for line in source.split("\n")
    )

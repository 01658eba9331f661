"""The parser the other way round, for laws: blocks as canonical Markdown, one line a paragraph, nothing wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from inforce.model.text import (
    Block,
    Break,
    Clause,
    Emphasis,
    Heading,
    Inline,
    Item,
    Link,
    Paragraph,
    Table,
    Target,
    Text,
)

_ALWAYS = re.compile(r"[\\*_~\[\]`|]|<(?=[A-Za-z/!?])|&(?=#|[A-Za-z][A-Za-z0-9]*;)|!$")
_AT_START = re.compile(r"^(?=[#>=]|[-+](?:[ ]|$|[- ]))")
_NUMBER_AT_START = re.compile(r"^([0-9]{1,9})([.)])(?=[ ]|$)")


def serialise(blocks: Iterable[Block]) -> str:
    """The source of these blocks. `parse_section` reads it as the same blocks (their places aside)."""
    parts: list[str] = []
    numbered: list[bool] = []
    for block in blocks:
        joins = False
        if isinstance(block, Item):
            is_step = block.step is not None
            joins = bool(numbered) and (len(numbered) < block.depth or numbered[block.depth - 1] is is_step)
            numbered[block.depth - 1 :] = [is_step]
        else:
            numbered.clear()
        if parts:
            parts.append("\n" if joins else "\n\n")
        parts.append(_block(block))
    return "".join(parts) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, id=name, children=children):
            words = _inline(children)
            words = re.sub(r"#$", r"\\#", words)
            return f"{'#' * level} {f'[{words}](id:{name})' if name else words}"
        case Paragraph(children=children):
            return _lines(_inline(children))
        case Clause(id=name, children=children, label=label):
            return _lines(f"[{_inline(children[:label])}](id:{name}){_inline(children[label:])}")
        case Item(children=children, depth=depth, step=step):
            indent = "    " * (depth - 1)
            words = _lines(_inline(children)).replace("\n", f"\n{indent}  ")
            return f"{indent}{'-' if step is None else f'{step}.'} {words}"
        case Table(rows=rows, alignments=alignments):
            dashes = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}
            lines = [[_inline(cell.children) for cell in row] for row in rows]
            lines.insert(1, [dashes[alignment] for alignment in alignments])
            return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _inline(children: Iterable[Inline]) -> str:
    parts: list[str] = []
    for child in children:
        match child:
            case Text(text=text):
                parts.append(_ALWAYS.sub(r"\\\g<0>", text))
            case Break():
                parts.append("\\\n")
            case Emphasis(children=inner, strong=strong):
                stars = "**" if strong else "*"
                parts.append(f"{stars}{_inline(inner)}{stars}")
            case Link(children=inner, target=Target() as target):
                parts.append(f"[{_inline(inner)}]({target})")
    return "".join(parts)


def _lines(source: str) -> str:
    """Each line with its beginning escaped where it would be read as another block."""
    return "\n".join(
        _NUMBER_AT_START.sub(r"\1\\\2", _AT_START.sub(r"\\", line, count=1), count=1) if line else line
        for line in source.split("\n")
    )

"""Redlines: two editions compared block by block and word by word, as typed data; HTML and text are views of it."""

from inforce.redline.changes import Change, ChangeKind, Piece, Redline, Row, RowKind, SectionChange
from inforce.redline.compare import compare, section_key

__all__ = ["Change", "ChangeKind", "Piece", "Redline", "Row", "RowKind", "SectionChange", "compare", "section_key"]

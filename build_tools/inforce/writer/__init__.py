"""A section as HTML, written from its leaves, cleaned by nh3, and proven to say the same words as its source."""

from inforce.writer.context import RenderContext, needs, render_key
from inforce.writer.section import check_section, render_note, render_section, write_section

__all__ = ["RenderContext", "check_section", "needs", "render_key", "render_note", "render_section", "write_section"]

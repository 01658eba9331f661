"""The HTML view of a redline: what stands inside a page's container."""

from inforce.redline.html.page import body, render
from inforce.redline.html.setting import SectionHtml
from inforce.redline.html.summary import summary
from inforce.redline.html.words import FactLine, RedlineWords

__all__ = ["FactLine", "RedlineWords", "SectionHtml", "body", "render", "summary"]

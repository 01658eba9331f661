"""The HTML views of a redline: what stands inside a page's container."""

from inforce.redline.html.beside import Strand, beside
from inforce.redline.html.labels import FactLine, RedlineLabels
from inforce.redline.html.setting import SectionHtml, Setting, body, render
from inforce.redline.html.side import Column, side_by_side
from inforce.redline.html.summary import summary

__all__ = [
    "Column",
    "FactLine",
    "RedlineLabels",
    "SectionHtml",
    "Setting",
    "Strand",
    "beside",
    "body",
    "render",
    "side_by_side",
    "summary",
]

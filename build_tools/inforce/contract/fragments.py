"""Ready HTML for pages that others already have: the cookies and the ways to make contact, with absolute links.

A view of a frozen summary, made with each build in today's words; never frozen itself. No script, no style, no class
that must mean something: what a site embeds takes the site's own look. Only the tags in `cookies_html.py`,
`contact_html.py`, `status_html.py` and `ready_html.py` are markup.

The outer `div` says what it was made from, in `data-` attributes: whoever shows it knows what was shown.
`inforce/embed/` reads this HTML by a narrow grammar (its own tags and attributes, double quotes, no comments), so that
a script that was released long ago reads what is made today: don't widen it.
"""

from __future__ import annotations

from inforce.contract.contact_html import contact_html
from inforce.contract.cookies_html import cookies_html
from inforce.contract.models import Summary
from inforce.contract.ready_html import Stamp, source, stamped
from inforce.site.translator import Translator


def fragments(summary: Summary, words: Translator, *, page: str, prevailing: str, stamp: Stamp) -> dict[str, str]:
    """File name to HTML: `cookies.html` and `contact.html`. `page` is the address of the version's own page, and
    `prevailing` that of the text that prevails."""
    made = {"cookies": cookies_html(summary, words, page), "contact": contact_html(summary, words, page)}
    return {
        f"{name}.html": str(stamped(name, body + source(summary, words, page, prevailing), summary, words, stamp))
        for name, body in made.items()
    }

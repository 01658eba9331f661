"""The codes of problems with a section's text: M1 grammar, L2 targets of links, X3 what could mislead or harm."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.catalog import Rule
from inforce.problems.problem import Severity

_NOT_KNOWN = "The grammar of a section is small on purpose: every preview, the site and every later reader agree on it."
_LOST = "Markdown readers disagree here, and some drop words without a sign."

_SETTLED_HINTS = (
    (Severity.ERROR, "in working text, and in a record that the base branch doesn't have yet"),
    (Severity.HINT, "in one that it has, since nobody may change it"),
)

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "M101": Rule(title="Empty file", why="A section has at least its heading.", example=""),
        "M102": Rule(
            title="First line is not the heading",
            why="The first line names the section; numbers and contents are made from it.",
            example="We keep your data …",
        ),
        "M103": Rule(
            title="Second heading of level 1",
            why="A file is one section; its number and address belong to the whole file.",
            example="# Security\n\n# Children",
        ),
        "M104": Rule(
            title="Heading level skipped",
            why="Numbers and screen readers need every level in between.",
            example="# Rights\n\n### Access",
        ),
        "M106": Rule(title="Heading not whole", why=_LOST, example="#Security"),
        "M107": Rule(title="`#` at the end of a heading", why=_LOST, example="# Security #"),
        "M109": Rule(
            title="Line that looks empty",
            why="Markdown takes white space of another kind for words, so that the line parts nothing.",
            example="We keep …\n\u00a0\nnames",
        ),
        "M110": Rule(title="Code block by spaces", why=_LOST, example="    We keep …"),
        "M111": Rule(title="Code not whole", why=_LOST, example="the `name field"),
        "M113": Rule(title="Line across the page", why=_NOT_KNOWN, example="---"),
        "M114": Rule(title="Underlined heading", why=_NOT_KNOWN, example="Security\n========"),
        "M115": Rule(title="Link defined elsewhere", why=_NOT_KNOWN, example="[dpa]: https://example.org"),
        "M116": Rule(
            title="Struck-out words",
            why="What changed is shown by comparing versions, never by struck-out words.",
            example="~~3 years~~",
        ),
        "M117": Rule(title="Half-written link", why=_LOST, example="[our office]"),
        "M118": Rule(
            title="Link inside a link", why="A reader can follow one of them only.", example="[a [b](tel:112)](…)"
        ),
        "M119": Rule(
            title="Image", why="Words in a picture cannot be read aloud, compared or translated.", example="![seal](…)"
        ),
        "M120": Rule(title="Character code", why=_NOT_KNOWN, example="caf&eacute;"),
        "M121": Rule(title="Stars that do not pair", why=_LOST, example="**Note: we keep …"),
        "M122": Rule(title="Backslash without a meaning", why=_LOST, example="C:\\data"),
        "M123": Rule(
            title="List item inside another's line",
            why="A list of one item in an item is hardly meant; nor are lists in more than six others.",
            example="- - names",
        ),
        "M124": Rule(
            title="Steps not counted on",
            why="Readers cite steps by number; Markdown renumbers them without a sign, and takes a day for a step.",
            example="1. first\n3. second",
        ),
        "M125": Rule(
            title="Plus that makes a list",
            why="A telephone number at a line's start loses its plus and becomes an item.",
            example="+ 32 2 274 48 00",
        ),
        "M127": Rule(title="Nothing inside", why="An empty item or link says nothing.", example="[](tel:112)"),
        "M128": Rule(title="Table not whole", why=_LOST, example="| data | kept |\n| names |"),
        "M130": Rule(title="Tab", why="A tab looks like spaces and is read as code elsewhere.", example="-\tnames"),
        "M190": Rule(
            title="Words lost on the page",
            why="The words on the page must be the words of the source, or it is not published.",
        ),
        "M199": Rule(title="More problems than are listed", why="Only the first ones of a file are listed."),
        "L201": Rule(
            title="Link of an unknown kind",
            why="Only addresses that can be checked and are private on their way may stand in a policy.",
            example="[our site](http://example.org)",
        ),
        "L202": Rule(
            title="Address not whole", why="The link would lead nowhere.", example="[10 years](fact:retention)"
        ),
        "L203": Rule(
            title="Id not written as an id",
            why="Ids are addresses on the page, the same in every language.",
            example="## [Access](id:Right_of_Access)",
        ),
        "L204": Rule(
            title="Id in the wrong place",
            why="An id names a whole heading, a numbered clause or a numbered item, so that its number and address are "
            "clear.",
            example="We keep [data](id:data) …",
        ),
        "L205": Rule(title="Id given twice", why="An address leads to one place.", example=""),
        "L206": Rule(
            title="Unknown `link:` name",
            why="`links.yml` has no such entry in this language.",
            example="[here](link:gone)",
        ),
        "L207": Rule(
            title="Unknown `section:` name", why="No section or clause has this id.", example="[here](section:gone)"
        ),
        "L208": Rule(
            title="Two items with one number",
            why="An item with an id is named by its full number, as in “3.2(b)”. No other may have that one.",
            example="1. [a](id:a)\n\nAnd then:\n\n1. b",
        ),
        "X301": Rule(
            title="HTML",
            why="HTML can run programs, hide words and lose them in other views.",
            example="<script>",
        ),
        "X302": Rule(
            title="Hidden character",
            why="Readers cannot see it, yet it makes words differ, hides words or breaks a search.",
        ),
        "X303": Rule(
            title="Bidirectional control character",
            why="It can show words in another order than they are written, so that two people read different texts.",
        ),
        "X304": Rule(
            title="Dangerous link",
            why="Such a link can run a program in the reader's browser.",
            example="[click](javascript:alert(1))",
        ),
        "X305": Rule(
            title="Letters that look like others",
            why="A word or a domain with a letter of another script reads as one thing and is another: a search does "
            "not find it, a comparison shows nothing, and a link leads elsewhere (Unicode UTS #39).",
            levels=_SETTLED_HINTS,
            example="Qu\u0430lifio (its third letter is Cyrillic)",
        ),
        "X306": Rule(
            title="Pile of marks on a letter",
            why="Marks that are heaped on a letter, or strike it through, cover words or change what they seem to say.",
            levels=_SETTLED_HINTS,
            example="we do n\u0336o\u0336t\u0336 sell data",
        ),
        "X307": Rule(
            title="A number in words and another in figures",
            why="Readers can't tell which of the two holds.",
            levels=_SETTLED_HINTS,
            example="within thirty (300) days",
        ),
    }
)

"""The codes of problems with a section's text: M1, the grammar of sections."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.rule import Rule, Variant

_NOT_KNOWN = "The grammar of a section is small on purpose: every preview, the site and every later reader agree on it."
_LOST = "Markdown readers disagree here, and some drop words without a sign."

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "M101": Rule(
            title="Empty file",
            why="A section has at least its heading.",
            example="",
            message="This file is empty.",
            remedy="Begin it with a heading, as in `# Security`.",
        ),
        "M102": Rule(
            title="First line is not the heading",
            why="The first line names the section; numbers and contents are made from it.",
            example="We keep your data …",
        ),
        "M103": Rule(
            title="Second heading of level 1",
            why="A file is one section; its number and address belong to the whole file.",
            example="# Security\n\n# Children",
            message="A section has one heading with a single `#`, its first line.",
            remedy="Write `##`, or move this part to a file of its own.",
        ),
        "M104": Rule(
            title="Heading level skipped",
            why="Numbers and screen readers need every level in between.",
            example="# Rights\n\n### Access",
            message="This heading is on level {depth}, the one above it on level {last}.",
            remedy="Write `{signs}`.",
        ),
        "M106": Rule(
            title="Heading not whole",
            why=_LOST,
            example="#Security",
            variants={
                "no words": Variant(
                    "{typed} is a heading without words.",
                    "Write `{signs}`, a space and the words; for a plain `#` write `\\#`.",
                ),
                "inside": Variant(
                    "A heading cannot stand in a list or a quotation.",
                    "Write it in bold, `**words**`; for a plain `#` write `\\#`.",
                ),
                "not whole": Variant(
                    "{line} is not a whole heading.", "Write `{heading}`; for a plain `#` write `\\#`."
                ),
            },
        ),
        "M107": Rule(
            title="`#` at the end of a heading",
            why=_LOST,
            example="# Security #",
            message="A `#` at the end of a heading gets lost.",
            remedy="Remove it; for a plain `#` write `\\#`.",
        ),
        "M109": Rule(
            title="Line that looks empty",
            why="Markdown takes white space of another kind for words, so that the line parts nothing.",
            example="We keep …\n\u00a0\nnames",
            message="This line looks empty and is not.",
            remedy="Remove the spaces in it.",
        ),
        "M110": Rule(
            title="Code block by spaces",
            why=_LOST,
            example="    We keep …",
            message="A line that stands four spaces in after an empty line is code.",
            remedy="Remove the spaces at its start.",
        ),
        "M111": Rule(
            title="Code not whole",
            why=_LOST,
            example="the `name field",
            variants={
                "fence": Variant(
                    "Code begins here with {markup}, and nothing ends it.",
                    ("End it by the same signs, on a line of their own; where no code is meant, remove these."),
                ),
                "backtick": Variant(
                    "This backtick pairs with no other.",
                    "Write one before and one after what is code; for a plain one write `\\``.",
                ),
            },
        ),
        "M113": Rule(
            title="Line across the page",
            why=_NOT_KNOWN,
            example="---",
            message="Lines across the page are not supported.",
            remedy="Remove it; for plain signs escape the first.",
        ),
        "M114": Rule(
            title="Underlined heading",
            why=_NOT_KNOWN,
            example="Security\n========",
            message="A line of signs under words makes a heading of them.",
            remedy="Take this line out, and write `{signs} ` before the words if they are a heading.",
        ),
        "M115": Rule(title="Link defined elsewhere", why=_NOT_KNOWN, example="[dpa]: https://example.org"),
        "M116": Rule(
            title="Struck-out words",
            why="What changed is shown by comparing versions, never by struck-out words.",
            example="~~3 years~~",
            message="Struck-out words are not supported, and GitHub shows these as such.",
            remedy="Remove `{sign}`; for a plain one write `\\~`.",
        ),
        "M117": Rule(
            title="Half-written link",
            why=_LOST,
            example="[our office]",
            variants={
                "too many": Variant("{open} brackets are open here."),
                "not closed": Variant("This opening bracket has no closing one."),
                "not opened": Variant("This closing bracket has no opening one."),
                "no target": Variant("The link {found} has no target."),
            },
        ),
        "M118": Rule(
            title="Link inside a link",
            why="A reader can follow one of them only.",
            example="[a [b](tel:112)](…)",
            message="This link stands inside another link.",
            remedy="Keep only one of the two.",
        ),
        "M119": Rule(
            title="Image",
            why="Words in a picture cannot be read aloud, compared or translated.",
            example="![seal](…)",
            message="Images are not supported.",
            remedy="Remove it; for plain words write `!\\[`.",
        ),
        "M120": Rule(
            title="Character code",
            why=_NOT_KNOWN,
            example="caf&eacute;",
            message="Codes for characters such as {words} are not supported.",
            remedy="Write the character itself; for these very letters write `\\&`.",
        ),
        "M121": Rule(
            title="Stars that do not pair",
            why=_LOST,
            example="**Note: we keep …",
            variants={
                "at a link": Variant(
                    ("`{sign}` stands between a letter and a link, where it begins no bold or italic words."),
                    "Put the stars inside the link, `[{mark}words{mark}](…)`, or a space before them.",
                ),
                "space before": Variant(
                    "A space stands before `{sign}`, so it does not end the {kind} words.",
                    (
                        "Take the space out, so that `{sign}` stands right after the last word; for a plain one "
                        "write `\\{star}`."
                    ),
                ),
                "inside a word": Variant(
                    "`{sign}` does not end these words: it stands after {before} and before a letter.",
                    "Write `{sign}` before {before}, or a space after `{sign}`.",
                ),
                "loose": Variant(
                    "`{sign}` neither begins nor ends bold or italic words here.",
                    ("Write `{mark}words{mark}` with no space inside the stars; for a plain star write `\\*`."),
                ),
            },
        ),
        "M122": Rule(
            title="Backslash without a meaning",
            why=_LOST,
            example="C:\\data",
            message="A backslash stands {what}, where it means nothing{others}.",
            remedy="Remove it; for a plain backslash write `\\\\`.",
        ),
        "M123": Rule(
            title="List item inside another's line",
            why="A list of one item in an item is hardly meant; nor are lists in more than six others.",
            example="- - names",
            variants={
                "on its line": Variant(
                    "A list item begins inside a list item, on its line.",
                    "Give it a line of its own, further in; for plain words write `{sign}`.",
                ),
                "too deep": Variant("This list stands in {lists} others.", "Keep lists to {most} levels."),
                "too far in": Variant(
                    "{line} stands too far in to begin an item, and goes on with the words before it.",
                    ("Set it in by as many spaces as the words of the item above; for plain words write `\\{sign}`."),
                ),
            },
        ),
        "M124": Rule(
            title="Steps not counted on",
            why="Readers cite steps by number; Markdown renumbers them without a sign, and takes a day for a step.",
            example="1. first\n3. second",
            variants={
                "lone item": Variant(
                    "“{start}. {words}” is a list of one item, numbered {start}.",
                    "If it is a sentence, write `{start}\\. `.",
                ),
                "jump": Variant(
                    "This numbered list goes on with {text} where {number} is due, and is shown so.",
                    "Write `{number}`; for words that begin with a number write `{text}\\.`.",
                ),
            },
        ),
        "M125": Rule(
            title="Plus that makes a list",
            why="A telephone number at a line's start loses its plus and becomes an item.",
            example="+ 32 2 274 48 00",
            message="A plus at a line's start makes a list.",
            remedy="For a plain plus write `\\+`.",
        ),
        "M127": Rule(
            title="Nothing inside",
            why="An empty item or link says nothing.",
            example="[](tel:112)",
            variants={
                "item": Variant("This list item is empty.", "Write its words or remove it."),
                "link": Variant("This link has no words.", "Write them between the square brackets."),
            },
        ),
        "M128": Rule(
            title="Table not whole",
            why=_LOST,
            example="| data | kept |\n| names |",
            variants={
                "no dashes": Variant(
                    ("A line that begins with `|` is a row of a table, and there is no row of dashes under its head."),
                    ("Write `| --- | --- |`, as many cells as the head has, under it; for a plain bar write `\\|`."),
                ),
                "head": Variant("This head of a table begins as another block does.", "Begin its line with `|`."),
                "no row": Variant("This table has a head and no row.", "Add a row under the dashes."),
                "cells": Variant(
                    "This row has {cells} cells, the head of the table has {width}.",
                    "Give it {width}; an empty cell is ` | |`, a plain bar is `\\|`.",
                ),
            },
        ),
        "M130": Rule(
            title="Tab",
            why="A tab looks like spaces and is read as code elsewhere.",
            example="-\tnames",
            message="There is a tab here.",
            remedy="Write spaces instead.",
        ),
        "M190": Rule(
            title="Words lost on the page",
            why="The words on the page must be the words of the source, or it is not published.",
            variants={
                "on the page": Variant(
                    "The page would not say what the source says: {difference}.",
                    "Write these words in a simpler way, or escape the signs in them with a backslash.",
                )
            },
        ),
        "M199": Rule(
            title="More problems than are listed",
            why="Only the first ones of a file are listed.",
            message="There are {count} more problems in this file than are listed here.",
            remedy="Mend these first, then check again.",
        ),
    }
)

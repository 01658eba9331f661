"""The codes of problems with YAML: Y1."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.rule import Rule, Variant

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "Y101": Rule(
            title="YAML that cannot be read",
            why="A YAML file is read strictly: a guess could change a fact.",
            example="name: [Qualifio",
            message="this file cannot be read further: {why}.",
            remedy="{cure}.",
        ),
        "Y102": Rule(
            title="Entry twice",
            why="One of the two would be lost without a sign.",
            example="email: a@example.org\nemail: b@example.org",
            message='"{name}" is here twice (first on line {line}).',
            remedy="Keep one of the two.",
        ),
        "Y103": Rule(
            title="YAML feature that is not used",
            why="Anchors, aliases, tags, directives and merge keys (`<<`) let a file refer to itself, grow without end "
            "or say something else than it seems to.",
            example="copy: *other",
            message="{what} is not used in these files.",
            remedy="Write the value out; put quotes around a word that begins with &, * or !.",
        ),
        "Y104": Rule(
            title="Value without the right form",
            why="Pages, JSON and checks rely on the form of each value.",
            example="effective: soon",
            variants={
                "reason": Variant("{message}", "{first}{rest}."),
                "quotation marks": Variant(
                    "{value} stands between quotation marks of print, which would become part of it.",
                    "Write {plain}; if they belong to the words, '{value}'.",
                ),
                "form": Variant("{name}: {shown} does not have the form needed."),
                "no value": Variant("{name} has no value.", "Write its value after the colon, or take the line out."),
                "space": Variant(
                    ('before or after the name "{name}" stands a space that YAML does not know, {space}.'),
                    "Write plain spaces in its place.",
                ),
            },
        ),
        "Y105": Rule(
            title="Entry missing",
            why="Something that every such file needs is not there.",
            message='"{name}" is missing.',
            remedy='Add "{key}:" with its value.',
        ),
        "Y106": Rule(
            title="Unknown entry",
            why="A misspelled entry would be passed over without a sign.",
            example="langages: [en]",
            message='"{name}" is not a known entry.',
        ),
        "Y107": Rule(
            title="Empty file",
            why="A file that is listed has to say something.",
            message="the file is empty.",
            remedy="It needs at least: {needed}.",
        ),
    }
)

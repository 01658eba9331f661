"""The codes of problems with files and settings of a project: S1; and I9, faults of Inforce itself."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.rule import HINT, Rule, Variant
from inforce.problems.value import Severity

_CHANGES = "{what} changes: {old} → {new}."

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "I901": Rule(
            title="Comparison that would lose words",
            why="A redline gives both texts back word for word, or isn't shown. This is a fault in Inforce, not in the "
            "text.",
            message="The comparison of section `{name}` would not give both texts back word for word.",
            remedy="This is a fault in Inforce: please report it with both texts.",
        ),
        "S101": Rule(
            title="File or folder missing",
            why="Something names it, or every project has it.",
            variants={
                "unreadable": Variant("this cannot be read: {why}.", "Allow it."),
                "empty folder": Variant(
                    "the folder is empty.", "Begin with a site.yml, as in the examples of Inforce."
                ),
                "listed file": Variant(
                    "this file is missing.", "Add it, or take its name out of the file that lists it."
                ),
                "no folder": Variant(
                    "the folder {folder} is missing.",
                    "Create it, or run the command in the project's own folder (or with --project).",
                ),
                "no file": Variant("this file is missing.", "Add it, as in the examples of Inforce."),
            },
        ),
        "S102": Rule(
            title="Not UTF-8",
            why="Letters with accents would come out wrong, or as question marks.",
            message="this is not UTF-8 text: byte 0x{byte:02x} on line {line} cannot be read.",
            remedy="Save the file as UTF-8.",
        ),
        "S103": Rule(
            title="File too big, or too many files",
            why="A section has a few kilobytes; a file of a megabyte is a mistake or an attack. A page of the handbook "
            "that holds thousands of brackets, headings or fences would keep MkDocs busy for minutes.",
            variants={
                "texts": Variant("more than {most:,} texts.", "Name a smaller folder."),
                "text": Variant("this file has {size:,} bytes; at most {most:,} are read.", "Split it."),
                "page": Variant("{why}.", "Split the page, or shorten it there: MkDocs would work on it for minutes."),
                "file": Variant("this file has {size:,} bytes; at most {most:,} are read."),
                "files": Variant("more than {most:,} files.", "Take some away."),
            },
        ),
        "S104": Rule(
            title="Symbolic link",
            why="It could lead out of the folder to files that are nobody's policy.",
            variants={
                "text": Variant("this is a symbolic link.", "Put a real file in its place."),
                "project": Variant(
                    (
                        "this is a symbolic link, and none is followed: it could lead to files that are nobody's to "
                        "publish."
                    ),
                    "Put a real file or folder in its place.",
                ),
            },
        ),
        "S105": Rule(
            title="File that does not belong here",
            why="Nothing reads it, so nobody would see that it has no effect.",
            example="facts/fact.yml",
            variants={
                "name": Variant("this name is not plain text.", "Give it another name."),
                "not a file": Variant("this is not an ordinary file.", "Take it away."),
                "instead of a folder": Variant(
                    "this is a file, where a folder is due.", "Take it away, or give it another name."
                ),
                "among versions": Variant("this does not belong among the versions.", "Take it away."),
                "instead of the folder": Variant(
                    "this is a file, where a folder is due.", "Take it away, and make the folder."
                ),
            },
        ),
        "S106": Rule(
            title="Folder that is not listed",
            why="Nothing reads it: a language or a policy has to be listed to appear.",
            variants={
                "submodule": Variant(
                    ("this folder is a link to another repository (a submodule), whose files nobody reviews here."),
                    "Take it away; put the files themselves here.",
                )
            },
        ),
        "S107": Rule(
            title="Section without its file",
            why="The list in policy.yml promises a section that is not there.",
            example="sections:\n  - id: general",
            message='the section "{name}" has no file {file}.',
            remedy="Add the file, or take the name out of the list.",
        ),
        "S108": Rule(
            title="Section that is not listed",
            why="No page would show it.",
            message='the section "{name}" is not listed in {policy}, so no page would show it.',
            remedy='Add "- id: {name}" under sections at its place, or remove the file.',
        ),
        "S109": Rule(
            title="Id used twice",
            why="Ids are addresses on the page: each leads to one place.",
            variants={
                "listed twice": Variant('the section "{name}" is listed twice.', "Keep one of the two."),
                "Windows": Variant(
                    ('no file can be called "{name}.md" on Windows, so this source could not be opened there.'),
                    "Choose another id.",
                ),
                "own id": Variant('the pages use the id "{name}" themselves.', "Choose another id, in every language."),
                "taken": Variant(
                    'the id "{name}" is used already, in {where}.', "Choose another id, in every language."
                ),
            },
        ),
        "S110": Rule(
            title="Change note that cannot be read",
            why="Its first line is its kind; each language has a heading of its own.",
            example="# clarification\n\n## en\n\nThe address is now the same everywhere.",
            variants={
                "first line": Variant(
                    'this change note cannot be read: the first line is "{line}".', "It must be one of: {kinds}."
                ),
                "name": Variant(
                    'this change note cannot be read: "{slug}" is not a good name.',
                    "Name it {proposed}.md: small letters a–z, digits and hyphens.",
                ),
                "empty": Variant(
                    "this change note cannot be read: it says nothing.", 'Write what changes below "## en".'
                ),
                "too long": Variant(
                    'this change note cannot be read: the part "{name}" has {lines:,} characters.',
                    "Keep it below {most:,}.",
                ),
                "empty part": Variant(
                    'this change note cannot be read: the part "{name}" holds no word.',
                    'Write what changes below "## {name}".',
                ),
                "no tag": Variant(
                    'this change note cannot be read: "## {language}" names no language.',
                    "Write its tag as in policy.yml: en, fr, pt-BR.",
                ),
                "language twice": Variant(
                    'this change note cannot be read: "## {language}" is here twice.', "Join the two parts."
                ),
                "unknown language": Variant(
                    'this change note cannot be read: "## {language}" is no language of this policy.',
                    "Write one of {languages}, or add the language to policy.yml.",
                ),
                "no language": Variant(
                    "this change note cannot be read: these words have no language.", 'Put "## en" on a line above.'
                ),
            },
        ),
        "S111": Rule(
            title="sync.json that cannot be read",
            why="It is written by inforce sync and not by hand.",
            message="this file cannot be read.",
            remedy="Make it again with inforce sync.",
        ),
        "S112": Rule(
            title="Ids in a section with child sections",
            why="Both would claim the same numbers.",
            message='"{name}" stands in a section that has sections of its own.',
            remedy="Take the id out, or move the text into a section file below it.",
        ),
        "S113": Rule(
            title="Language, time zone or name that does not fit",
            why="Pages, dates and addresses are made from them.",
            example="languages: [english]",
            variants={
                "date": Variant(
                    '"{time_zone}" is not a known time zone, so the date {date} cannot be placed.',
                    "Use a name such as Europe/Brussels.",
                ),
                "unknown language": Variant(
                    '"{language}" is not a language known to CLDR.', "Use a tag such as en, fr or pt-BR."
                ),
                "not in site.yml": Variant(
                    '"{language}" is not among the languages of site.yml.',
                    'Add "{language}" there, or take it out here.',
                ),
                "default language": Variant('the default language "{default_language}" is not among the languages.'),
                "time zone": Variant('"{time_zone}" is not a known time zone.', "Use a name such as Europe/Brussels."),
                "entry twice": Variant("{key} names the same entry twice.", "Take one of them out."),
                "own name": Variant('"{name}" is a name the site uses itself.', "Choose another name."),
                "authoritative": Variant(
                    "{count} languages are authoritative{marked}.", "Exactly one must be: the one whose text prevails."
                ),
                "no title": Variant('the title is missing in "{language}".', 'Add "{language}: …" below title.'),
                "same title": Variant(
                    'in {language}, {other} has the title "{title}" too.', "Give each policy a title of its own."
                ),
            },
        ),
        "S114": Rule(
            title="Merge conflict left in a file",
            why="Two people changed the same lines, and git wrote both into the file. Somebody has to choose, or both "
            "would be published.",
            example="<<<<<<< shorter\nkeep: 7 years\n=======\nkeep: 8 years\n>>>>>>> main",
            message="{lines} {what}; git could not join them.",
        ),
        "S115": Rule(
            title="Role of a section that is not there",
            why="Other pages lead to the section that policy.yml names for what they are about.",
            example="roles:\n  cookies: deviecs",
            message='"{name}" is neither a section nor the id of a part of one.',
            remedy="Write the name of a section's file without .md, or the id of a heading or a clause; where nothing "
            "stands for it any more, take the line out.",
        ),
        "S116": Rule(
            title="What a change note can't hold",
            why="A note is read as sections are, and holds paragraphs, lists and quotations. A heading, a table or a "
            "block of code would stand out beside the text that it tells of, and ids and facts belong to that text.",
            example="### The new address",
            message="a change note holds no {what}.",
        ),
        "S120": Rule(
            title="Setting of the site changed",
            message=_CHANGES,
            why="It acts on pages that are public. Told beside the base branch, for whoever reviews the change.",
            levels=HINT,
        ),
        "S121": Rule(
            title="Setting of a policy changed",
            message=_CHANGES,
            why="Its title, its order, how long notice is, which text prevails and what counsel has reviewed stand in "
            "policy.yml alone, in a word each. Told beside the base branch, for whoever reviews the change.",
            levels=((Severity.HINT, ""), (Severity.OPEN, "where a title was that of another language before")),
        ),
        "S122": Rule(
            title="Named link that leads elsewhere",
            message=_CHANGES,
            why="links.yml is not frozen, so that a dead address can be mended: readers of released texts are led to "
            "the new one at once. Told beside the base branch, for whoever reviews the change.",
            levels=HINT,
        ),
        "S123": Rule(
            title="Contact details or a page of somebody changed",
            message=_CHANGES,
            why="Readers write there about their data, and a wrong address reaches somebody else. Told beside the base "
            "branch, for whoever reviews the change.",
            levels=(
                (Severity.HINT, ""),
                (Severity.OPEN, "where a text led to the fact's page, and one of the two leads to another host now"),
            ),
        ),
        "S124": Rule(
            title="What a fact says changed",
            message=_CHANGES,
            why="The texts of a fact, a legal basis, how long a cookie lasts and which wordings are accepted stand on "
            "public pages, or let words pass. Told beside the base branch, for whoever reviews the change.",
            levels=(
                (Severity.HINT, ""),
                (
                    Severity.OPEN,
                    "where linked words are still what an entry was called, or no text tells of a new transfer",
                ),
            ),
        ),
        "S125": Rule(
            title="Change to what checks it",
            levels=HINT,
            why="A pull request is checked by its own files: its workflow, its tool, the versions that it pins. What "
            "it changes of them, and of who is asked for a review, somebody has to read first.",
            example="a pull request about a policy that changes .github/workflows/pull-request.yml as well",
            message="this change also changes what checks it, or who is asked: {named}{more}.",
            remedy="Let those who look after them read them first: this check was run by the changed files.",
        ),
        "S126": Rule(
            title="Markup in a title",
            why="Titles of policies stand in feeds, in JSON and in the names of browser windows, and all of these show "
            "them as they are typed.",
            example="title:\n  en: The **new** privacy policy",
            message="a title is shown as it is typed, and {markup} would be read as markup.",
        ),
    }
)

"""The codes of problems with files and YAML, and with links inside a policy: Y1 YAML, S1 structure, L3 links."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.catalog import HINT, OPEN, Rule
from inforce.problems.problem import Severity

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "Y101": Rule(
            title="YAML that cannot be read",
            why="A YAML file is read strictly: a guess could change a fact.",
            example="name: [Qualifio",
        ),
        "Y102": Rule(
            title="Entry twice",
            why="One of the two would be lost without a sign.",
            example="email: a@example.org\nemail: b@example.org",
        ),
        "Y103": Rule(
            title="YAML feature that is not used",
            why="Anchors, aliases, tags, directives and merge keys (`<<`) let a file refer to itself, grow without end "
            "or say something else than it seems to.",
            example="copy: *other",
        ),
        "Y104": Rule(
            title="Value without the right form",
            why="Pages, JSON and checks rely on the form of each value.",
            example="effective: soon",
        ),
        "Y105": Rule(title="Entry missing", why="Something that every such file needs is not there."),
        "Y106": Rule(
            title="Unknown entry",
            why="A misspelled entry would be passed over without a sign.",
            example="langages: [en]",
        ),
        "Y107": Rule(title="Empty file", why="A file that is listed has to say something."),
        "S101": Rule(title="File or folder missing", why="Something names it, or every project has it."),
        "S102": Rule(title="Not UTF-8", why="Letters with accents would come out wrong, or as question marks."),
        "S103": Rule(
            title="File too big, or too many files",
            why="A section has a few kilobytes; a file of a megabyte is a mistake or an attack. A page of the handbook "
            "that holds thousands of brackets, headings or fences would keep MkDocs busy for minutes.",
        ),
        "S104": Rule(title="Symbolic link", why="It could lead out of the folder to files that are nobody's policy."),
        "S105": Rule(
            title="File that does not belong here",
            why="Nothing reads it, so nobody would see that it has no effect.",
            example="facts/fact.yml",
        ),
        "S106": Rule(
            title="Folder that is not listed",
            why="Nothing reads it: a language or a policy has to be listed to appear.",
        ),
        "S107": Rule(
            title="Section without its file",
            why="The list in policy.yml promises a section that is not there.",
            example="sections:\n  - id: general",
        ),
        "S108": Rule(title="Section that is not listed", why="No page would show it."),
        "S109": Rule(title="Id used twice", why="Ids are addresses on the page: each leads to one place."),
        "S110": Rule(
            title="Change note that cannot be read",
            why="Its first line is its kind; each language has a heading of its own.",
            example="# clarification\n\n## en\n\nThe address is now the same everywhere.",
        ),
        "S111": Rule(title="sync.json that cannot be read", why="It is written by inforce sync and not by hand."),
        "S112": Rule(title="Ids in a section with child sections", why="Both would claim the same numbers."),
        "S113": Rule(
            title="Language, time zone or name that does not fit",
            why="Pages, dates and addresses are made from them.",
            example="languages: [english]",
        ),
        "S114": Rule(
            title="Merge conflict left in a file",
            why="Two people changed the same lines, and git wrote both into the file. Somebody has to choose, or both "
            "would be published.",
            example="<<<<<<< shorter\nkeep: 7 years\n=======\nkeep: 8 years\n>>>>>>> main",
        ),
        "S115": Rule(
            title="Role of a section that is not there",
            why="Other pages lead to the section that policy.yml names for what they are about.",
            example="roles:\n  cookies: deviecs",
        ),
        "S116": Rule(
            title="What a change note can't hold",
            why="A note is read as sections are, and holds paragraphs, lists and quotations. A heading, a table or a "
            "block of code would stand out beside the text that it tells of, and ids and facts belong to that text.",
            example="### The new address",
        ),
        "S120": Rule(
            title="Setting of the site changed",
            why="It acts on pages that are public. Told beside the base branch, for whoever reviews the change.",
            levels=HINT,
        ),
        "S121": Rule(
            title="Setting of a policy changed",
            why="Its title, its order, how long notice is, which text prevails and what counsel has reviewed stand in "
            "policy.yml alone, in a word each. Told beside the base branch, for whoever reviews the change.",
            levels=((Severity.HINT, ""), (Severity.OPEN, "where a title was that of another language before")),
        ),
        "S122": Rule(
            title="Named link that leads elsewhere",
            why="links.yml is not frozen, so that a dead address can be mended: readers of released texts are led to "
            "the new one at once. Told beside the base branch, for whoever reviews the change.",
            levels=HINT,
        ),
        "S123": Rule(
            title="Contact details or a page of somebody changed",
            why="Readers write there about their data, and a wrong address reaches somebody else. Told beside the base "
            "branch, for whoever reviews the change.",
            levels=(
                (Severity.HINT, ""),
                (Severity.OPEN, "where a text led to the fact's page, and one of the two leads to another host now"),
            ),
        ),
        "S124": Rule(
            title="What a fact says changed",
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
        ),
        "S126": Rule(
            title="Markup in a title",
            why="Titles of policies stand in feeds, in JSON and in the names of browser windows, and all of these show "
            "them as they are typed.",
            example="title:\n  en: The **new** privacy policy",
        ),
        "L301": Rule(
            title="Section link that leads nowhere",
            why="The number of the section could not be shown, and the link would be dead.",
            example="[see](section:retnetion)",
        ),
        "L302": Rule(
            title="Named link that is not in links.yml",
            why="Addresses outside the site stand in links.yml, where they can be mended.",
            example="[policy](link:partner)",
        ),
        "L303": Rule(
            title="Words that read as another address than the link's",
            why="Whoever reads an address, a domain or a telephone number trusts that the link goes there. It may "
            "differ by www., https://, a slash at the end or a subdomain, and by nothing else. What readers "
            "see counts, however it is made: “qualifio[.]com”, “qualifio .com”, or words of which the link is "
            "only a part. So does what a pointer shows: a title adds no address and no figure to the words.",
            levels=(
                (Severity.ERROR, "in working text, and in a record that the base branch doesn't have yet"),
                (Severity.HINT, "in one that it has; and where links.yml, which may be mended, says the target"),
            ),
            example="[www.example.org](https://elsewhere.example)",
        ),
        "L304": Rule(
            title="Link to a page that this site does not have",
            why="A link by its whole address, or from the site's root, is followed by nobody before readers do. It is "
            "held to the site as it would be built, with everything that is announced in force: texts, links.yml and "
            "the handbook.",
            example="[our cookies](https://legal.example.org/en/cookys/)",
        ),
        "L305": Rule(
            title="An id that is gone",
            why="Letters, contracts and other sites link to a heading or a clause by its id. Without it, their readers "
            "stand at the top of the page. If its words are gone, nothing is said.",
            levels=OPEN,
            example="`## Right of access`, where the last version had `## [Right of access](id:access)`",
        ),
        "L306": Rule(
            title="An id that stands at other words",
            why="Whoever follows a link from elsewhere reads other words than were meant, and nothing tells.",
            levels=(
                (Severity.ERROR, "where the words have the id of others now, as when two change places"),
                (Severity.OPEN, "where they have a new one"),
            ),
            example="`## [Right of access](id:erasure)`, and `## [Right to be forgotten](id:access)`",
        ),
        "L307": Rule(
            title="Number of a section, typed in running text, or the title of another section",
            why="The page makes the numbers itself, and a typed one stays as it is when sections move: readers of a "
            "contract then look up another clause than was meant. “Article 6 GDPR” or “section 5 of the Act” is told "
            "of nowhere; nor is an “article” where the section names a law. A title in a link, or quoted or in "
            "brackets beside a link or a number, is that of where it leads.",
            levels=(
                (Severity.HINT, "where this policy has that number: a link shows it, whatever it is"),
                (Severity.OPEN, "where it has no such number, or the title is another section’s, in a record too"),
            ),
            example="as section 2.4 says",
        ),
    }
)

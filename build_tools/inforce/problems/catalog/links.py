"""The codes of problems with links: L2 their form, L3 where they lead."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.rule import OPEN, Rule, Variant
from inforce.problems.value import Severity

RULES: Mapping[str, Rule] = MappingProxyType(
    {
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
            variants={
                "first heading": Variant(
                    "The first heading carries an id; a section's id is the name of its file.",
                    "Remove the link from the words.",
                ),
                "every word": Variant("Every word of this paragraph carries the id.", "Link only its first words."),
            },
        ),
        "L205": Rule(
            title="Id given twice",
            why="An address leads to one place.",
            example="",
            message="The id `{id}` is already taken in line {line}.",
            remedy="Give this one an id of its own.",
        ),
        "L206": Rule(
            title="Unknown `link:` name",
            why="`links.yml` has no such entry in this language.",
            example="[here](link:gone)",
            message="`links.yml` has no entry `{value}`.",
            remedy="Add it there, or correct the name.",
        ),
        "L207": Rule(
            title="Unknown `section:` name",
            why="No section or clause has this id.",
            example="[here](section:gone)",
            message="No section, heading, clause or item has the id `{value}`.",
            remedy="Correct the id, or link elsewhere.",
        ),
        "L208": Rule(
            title="Two items with one number",
            why="An item with an id is named by its full number, as in “3.2(b)”. No other may have that one.",
            example="1. [a](id:a)\n\nAnd then:\n\n1. b",
            message="Another item has the number of this one, in line {other}: both stand below the same heading or "
            "clause.",
            remedy="Let the later list begin with the number that follows, or make a clause of the paragraph above it.",
        ),
        "L301": Rule(
            title="Section link that leads nowhere",
            why="The number of the section could not be shown, and the link would be dead.",
            example="[see](section:retnetion)",
            variants={
                "nowhere": Variant(
                    '"section:{value}" leads nowhere: no section, sub-heading, clause or item has this id.'
                )
            },
        ),
        "L302": Rule(
            title="Named link that is not in links.yml",
            why="Addresses outside the site stand in links.yml, where they can be mended.",
            example="[policy](link:partner)",
            variants={
                "in a note": Variant(
                    '"{name}" is gone, and a change note that was released links to it: {path}.',
                    "Put it back; if its page is no more, with the address of what took its place.",
                ),
                "in released text": Variant(
                    '"{name}" is gone, and released text links to it: {path}{more}.',
                    "Put it back; if its page is no more, with the address of what took its place.",
                ),
                "unknown": Variant(
                    '"link:{value}" is not an entry of links.yml.',
                    "{suggestion} Or add it there, with its whole address as `url`.",
                ),
            },
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
            variants={
                "words": Variant("{words} as the {kind} {said}; the link goes to {goes}."),
                "title": Variant(
                    "the title of this link says {said}, unlike its words and its target.",
                    "Take the title out: only a pointer shows it, and nobody compares it.",
                ),
                "language choice": Variant(
                    "this choice of a language says two things: {those}.", "Write name, link and lang of one language."
                ),
            },
        ),
        "L304": Rule(
            title="Link to a page that this site does not have",
            why="A link by its whole address, or from the site's root, is followed by nobody before readers do. It is "
            "held to the site as it would be built, with everything that is announced in force: texts, links.yml and "
            "the handbook.",
            example="[our cookies](https://legal.example.org/en/cookys/)",
            variants={
                "no page": Variant(
                    'the link "{written}" leads nowhere: this site has no such page.',
                    "Let it lead to a page that there is, or take it out.",
                ),
                "no place": Variant(
                    'the link "{written}" leads to no place of its page: no id there is "{fragment}".',
                    "Write the id of a section of that page, or leave out # and what follows.",
                ),
            },
        ),
        "L305": Rule(
            title="An id that is gone",
            why="Letters, contracts and other sites link to a heading or a clause by its id. Without it, their readers "
            "stand at the top of the page. If its words are gone, nothing is said.",
            levels=OPEN,
            example="`## Right of access`, where the last version had `## [Right of access](id:access)`",
            message='the id "{name}" is gone, which stood at {before} before: links from elsewhere point at it.',
            remedy="Give it back, in every language.",
        ),
        "L306": Rule(
            title="An id that stands at other words",
            why="Whoever follows a link from elsewhere reads other words than were meant, and nothing tells.",
            levels=(
                (Severity.ERROR, "where the words have the id of others now, as when two change places"),
                (Severity.OPEN, "where they have a new one"),
            ),
            example="`## [Right of access](id:erasure)`, and `## [Right to be forgotten](id:access)`",
            message='the id "{name}" stands at {now} now; {before}, where it stood before, has the id "{other}": '
            "links from elsewhere would show other words than they mean.",
            remedy='Give "{name}" back to {before}, in every language.',
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
            variants={
                "no such number": Variant(
                    "{typed} names {lost}, and this policy has no such number.", level=Severity.OPEN
                ),
                "typed": Variant(
                    "{typed} is typed: once sections move, these words name another one, and nothing tells."
                ),
                "title in a note": Variant(
                    "{said} is the title of section:{other}, and leads to section:{id} in {language}.",
                    "Let it lead to section:{other}, or write other words.",
                    level=Severity.OPEN,
                ),
                "other title": Variant(
                    "{message}",
                    "Let a link to section:{section} stand there, or write other words.",
                    level=Severity.OPEN,
                ),
            },
        ),
    }
)

"""The codes of problems with translations, and with change notes in several languages: T1."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.rule import HINT, OPEN, Rule, Variant
from inforce.problems.value import Severity

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "T101": Rule(
            title="Section not translated yet",
            why="A language is released whole, so that nobody misses a part.",
            levels=OPEN,
        ),
        "T102": Rule(
            title="Translation out of date",
            why="The prevailing text has moved on since it was translated.",
            levels=OPEN,
        ),
        "T103": Rule(
            title="Ids differ between languages, or stand at other words",
            why="Switching language keeps the place on the page; the ids are that place. What the words below one link "
            "to, a fact or a section, tells whether they are those that belong there.",
            levels=(
                (Severity.ERROR, "where a translation has an id that the prevailing text lacks, or another order"),
                (
                    Severity.OPEN,
                    "where it lacks one: it is behind; or where a link stands below another one than in the prevailing "
                    "text",
                ),
            ),
            variants={
                "ids": Variant("{message}", "Give it these ids, in this order: {ids}."),
                "places": Variant(
                    "{target} stands {here} here, and {there} in the prevailing text.",
                    "Put the words below the id that they belong to.",
                    level=Severity.OPEN,
                ),
            },
        ),
        "T104": Rule(
            title="Change note without one of the languages",
            why="Who reads in that language is told in another one what the release changes.",
            levels=OPEN,
            example="# clarification\n\n## en\n\nThe address is now the same everywhere.",
            message="this change note says nothing in {names}.",
            remedy="Add {heads}, with its words below.",
        ),
        "T105": Rule(
            title="Change note whose languages tell other things",
            why="Readers of each language are told what changes; one of them would be told another period, date, "
            "amount, percentage, address or section than the others, or would not be told of it.",
            levels=OPEN,
            example="# material\n\n## en\n\nWe keep contracts for 5 years.\n\n## fr\n\nNous les gardons 8 ans.",
            variants={
                "values": Variant(
                    "this change note says {says} in {language}, where it says {others} in {first}.",
                    "Correct whichever is wrong.",
                ),
                "lacking": Variant(
                    "this change note says {shown} in {language}, and nothing of it in {those}.",
                    "Say it in every language, or in none.",
                ),
                "sections": Variant(
                    "this change note names {there} in {other}, where it names {here} in {one}.",
                    "Correct whichever is wrong.",
                ),
            },
        ),
        "T106": Rule(
            title="Change note, or reason, with another day than its version's, or a version that there isn't",
            why="A release gives the day on which its version comes into force, and a postponement another one; a note "
            "is frozen as it is, and so is the reason of an amendment.",
            levels=(
                (
                    Severity.OPEN,
                    "where it says so of the text or of the amendment, and nothing else states that day; or where "
                    "a reason calls another version wrong, or says that another holds than the record lets hold",
                ),
                (Severity.HINT, "where it may be the day, or the version, of something else"),
            ),
            example="# material\n\n## en\n\nThis version is in force since 1 January 2019.",
            variants={
                "number": Variant(
                    "{what} says {words}; the next version is number {next_one}.",
                    "Correct the number, unless it is of something else than this policy.",
                    level=Severity.HINT,
                ),
                "day": Variant("{told}{other}"),
                "day of a reason": Variant(
                    "the reason says that something {holds} {said}; the amendment sets {effective}.",
                    "Readers are shown the reason: correct the day, or say until when and from when.",
                ),
                "version of a reason": Variant(
                    "the reason says so of {words}, and the amendment is of version {number}.",
                    (
                        "Readers are shown the reason: correct it. If it is right, give that as the reason with "
                        "--accept."
                    ),
                ),
                "version that holds": Variant(
                    "the reason says that {said} holds; from {since} on {then}.",
                    (
                        "Readers are shown the reason: correct it. If it is right, give that as the reason with "
                        "--accept."
                    ),
                ),
                "frozen reason": Variant(
                    "a reason says {said}; {is_so}.",
                    "It is kept for good: correct it, unless it is of something else than this policy.",
                    level=Severity.HINT,
                ),
            },
        ),
        "T107": Rule(
            title="Translation changed alone",
            why="A slip in a translation is mended so, and a false promise is made so: only who reads the language can "
            "tell. Told beside the base branch, for whoever reviews the change.",
            levels=(
                (Severity.OPEN, "where a word that denies comes or goes, or “within” becomes “after”"),
                (Severity.HINT, "where others do"),
            ),
            remedy="Let somebody who reads {name_of} compare the two.",
        ),
        "T108": Rule(
            title="Translation recorded as up to date with the words it had",
            why="The prevailing text has changed, and `sync.json` says that the translation follows. Perhaps it needed "
            "no change. Told beside the base branch, for whoever reviews the change.",
            levels=HINT,
            message="sync.json says that this {name_of} text follows the prevailing one, which has changed; its own "
            "words are as they were.",
            remedy="Let somebody who reads {name_of} say whether they are still right.",
        ),
        "T109": Rule(
            title="Words of another language",
            why="A paragraph that stands alike in two languages, or a sentence in the words of another one, was copied "
            "and not translated: whoever reads one of them can't read it.",
            levels=OPEN,
            example="fr/security.md with the words of de/security.md",
            variants={
                "fact": Variant('the {language} text of {path}, "{sentence}…", is {other}.', "Translate it."),
                "note": Variant(
                    'words of the {language} part of this change note, "{sentence}…", are {other}.', "Translate them."
                ),
                "note copied": Variant(
                    (
                        'the {language} words of this change note, "{paragraph}…", stand word for word in the '
                        "{other} ones."
                    ),
                    "Translate them.",
                ),
                "foreign": Variant('words of this {language} text, "{sentence}…", are {other}.', "Translate them."),
                "copied": Variant(
                    ('a paragraph of this {language} text, "{paragraph}…", stands word for word in the {other} one.'),
                    "Translate it, or put the right file here.",
                ),
            },
        ),
        "T110": Rule(
            title="A translation states another amount, or leads elsewhere",
            why="Readers of two languages are promised two things. Linked words are held to their fact; these are the "
            "others: periods, days and times of day, days of the week, money, percentages, millions, measures with "
            "their units, countries, articles of laws, and figures whose signs the two languages read otherwise. "
            "What is “at least” so much in one language and “at most” in the other is told of linked words too. So "
            "is a link to another section, and an e-mail address or a telephone number that leads elsewhere. Where "
            "a translation is behind (T102), that is told instead. If both are right, give that as the reason when "
            "you release.",
            levels=(
                (
                    Severity.OPEN,
                    "where each of the two states an amount, or has a target, that the other does not; or one states a "
                    "period, a time of day or money that the other's section lacks",
                ),
                (Severity.HINT, "where only one has another amount, or it is a number of something"),
            ),
            example="“within 72 hours”, and “dans les 48 heures” in French",
            variants={
                "other amount": Variant(
                    ("the {language} text says {said}, where the {prevailing} one, which prevails, says {other}."),
                    "Correct whichever is wrong.",
                ),
                "no such amount": Variant(
                    "the {language} text says {alone}; the {lacks} one has no such amount.",
                    "Let somebody who reads both say whether they say the same.",
                ),
                "other target": Variant(
                    "the {language} text leads to {found}, where the {leading} one, which prevails, leads to {lost}."
                ),
            },
        ),
        "T111": Rule(
            title="A change note names an amount or an address that is nowhere, or not in the section that it names",
            why="Visitors take the note for the account of what changed. A period, an amount of money or a percentage "
            "in it stands in the facts or in the text, in the version before or in this one, or is what one of them "
            "has changed by. Where the note names a section, by its number or title, it stands in that one. What holds "
            "no longer, as the note says, is what a fact was before. An e-mail or web address, a telephone number or "
            "an IBAN stands there too, or in links.yml. The reason of a correction is held to the sections "
            "that it names; and a correction takes nothing out of the text that a frozen note says of it.",
            levels=OPEN,
            example="“for 8 years”, where the fact went from 7 years to 10",
            variants={
                "nowhere": Variant(
                    (
                        "this change note says {shown} in {language}; neither the facts nor the text say so, before "
                        "or now."
                    ),
                    "Correct the note. If it is right, give that as the reason when you release.",
                ),
                "turned": Variant(
                    (
                        'this change note says in {language} that "{new}" holds no longer, and "{old}" instead; the '
                        "facts change the other way."
                    ),
                    "Correct the note. If it is right, give that as the reason when you release.",
                ),
                "section": Variant(
                    (
                        'this change note says "{each}" of the section {section} in {language}; neither its text nor '
                        "its facts say so, before or now."
                    ),
                    "Correct the note. If it is right, give that as the reason when you release.",
                ),
                "correction": Variant(
                    (
                        "the change note of version {number} says {said} in {language}, which the correction takes "
                        "out of the text."
                    ),
                    (
                        "Readers keep that note: release a version, with its own note, instead of a correction. If "
                        "it was wrong from the start, give that as the reason with --accept."
                    ),
                ),
                "reason": Variant(
                    "the reason says {shown}; what it corrects says so neither before nor now.",
                    (
                        "Readers are shown the reason: correct it. If it is right, give that as the reason with "
                        "--accept."
                    ),
                ),
            },
        ),
        "T112": Rule(
            title="Change note that is made lighter, or taken away",
            why="Its kind says how long readers have before the change binds them, and without a note nobody is told "
            "of it. Told beside the base branch, for whoever reviews the change.",
            levels=HINT,
            example="# clarification, where the base branch says # material",
            variants={
                "lighter": Variant(
                    "the base branch calls this change {before}, and here it is a {now}: {words}",
                    ("Readers get less notice of it, or none. Ask whether the change really is so light."),
                ),
                "gone": Variant(
                    (
                        "this note of a {before} change is in the base branch and is gone here, and the working text "
                        "or the facts still differ from the newest version: {words}"
                    ),
                    ("Readers learn of changes by the notes. Put it back, unless its change is taken back too."),
                ),
            },
        ),
        "T113": Rule(
            title="A change note names a section that is not there, or is as it was",
            why="Visitors look there for what changed. A number is one of the text that is proposed, or of the last "
            "version for what leaves; a section changes with its words in any language, or with a fact that it names.",
            levels=(
                (
                    Severity.OPEN,
                    "where no section has the number, or another one had it before; or the note says what one that is "
                    "as it was says now; or the reason of a correction names others only than it corrects",
                ),
                (Severity.HINT, "where it names such a section otherwise, or its words fit another number better"),
            ),
            example="“Section 99 now says …”",
            variants={
                "old number": Variant(
                    (
                        "this change note says section {number} in {language}, which {name} was in the newest "
                        "version; in the next one it {now}."
                    ),
                    "Correct the number: notes stand beside the next version.",
                ),
                "no section": Variant(
                    "this change note names {fresh} in {language}, which the policy lacks.", "Correct the number."
                ),
                "unchanged": Variant("this change note tells of {those}, and nothing has changed there."),
                "reason": Variant(
                    "the reason names {said}, and the correction is of {ours}.",
                    (
                        "Readers are shown the reason: correct it. If it is right, give that as the reason with "
                        "--accept."
                    ),
                ),
            },
        ),
        "T114": Rule(
            title="A change that no change note tells",
            why="Readers learn of a change by the notes. A period, an amount, a percentage or a day of a fact that "
            "changes is stated in one, or in the section that a material note names. Where notes name sections, "
            "readers take the others for what they were.",
            levels=(
                (Severity.OPEN, "where an amount of a fact changes, no note states it, and none is material"),
                (
                    Severity.HINT,
                    "where a material note is there, and for sections; beside the base branch, where a link leads "
                    "elsewhere in the same words",
                ),
            ),
            example="`retention.loans.keep` from 7 years to 70, and a clarification: “We say more clearly how long.”",
            variants={
                "sections": Variant(
                    "the change notes name sections, and other words change too: those of {said}.",
                    (
                        "Readers take what is named for all that changes. Name these as well, or ask whether it is "
                        "meant."
                    ),
                    level=Severity.HINT,
                ),
                "amount": Variant(
                    "{path} changes from {old} to {new}; no note states {which}, and {kinds} is here.",
                    "Say it in a note, in every language: from {old} to {new}.",
                ),
                "words": Variant(
                    ("the section {name} says {is_now}, where the newest version says {was}; no note names it."),
                    "Say it in a note, in every language, or ask whether it is meant.",
                    level=Severity.HINT,
                ),
                "link": Variant(
                    "the link {words} led to {old} and leads to {new}, in the same words.",
                    "Ask whether it is meant: who follows it comes elsewhere.",
                    level=Severity.HINT,
                ),
            },
        ),
        "T115": Rule(
            title="A text that says of itself otherwise than policy.yml",
            why="Releases are held to the notice of policy.yml, and pages name the language that is authoritative "
            "there. Where the text promises another notice, or says that another language prevails, or that it stands "
            "in one that is not there, one of them is false. Read in the languages that have a table; a month is about "
            "thirty days.",
            levels=OPEN,
            example="“We will tell you ninety days before.”, beside `notice: {material: 30}`",
            remedy="Correct whichever is wrong. If both are right, give that as the reason when you release.",
            variants={
                "notice": Variant(
                    "the {language} text promises notice of {said}; policy.yml asks for {asked} before a "
                    "material change."
                ),
                "prevails": Variant("{speaks} of {said} that it prevails; {authoritative}"),
                "language": Variant("{speaks} that it stands in {said} too; policy.yml has no such language."),
            },
        ),
        "T116": Rule(
            title="A day of effect that no link binds",
            why="A release writes the day of its version into links to fact:version.effective. Typed beside them, it "
            "stays when the next version comes, and is false then.",
            levels=OPEN,
            example="“This policy applies from 1 March 2027.”",
            message="the {language} text says that it holds from {said}, and no link binds that day.",
            remedy="Write [{said_2}](fact:version.effective) in every language: each release puts its own day there. "
            "If the day is another one, link it to a fact.",
        ),
        "T118": Rule(
            title="A text names a version of its policy that there isn't, or with another day",
            why="The records say how many versions there are, and from when each has held. A sentence counts that "
            "names the policy by its title, or by a word of it with “this” or “our”: other numbers may be a program’s. "
            "The title itself names none: it stands above every version.",
            levels=OPEN,
            example="“version 9 of this privacy policy”, where the next one is number 3",
            message="it says {words}; {is_so}.",
            remedy="Correct it in every language. If it is right, give that as the reason when you release.",
            variants={
                "title": Variant(
                    "the title names a version, and stands above every one: {title}.",
                    "Take it out: pages give each version's number beside its title.",
                )
            },
        ),
        "T119": Rule(
            title="A date with another day of the week",
            why="Whoever comes on the day of the week comes on another date than whoever goes by the date: one of the "
            "two is wrong. A day counts that stands right before a date or in brackets behind it.",
            levels=((Severity.ERROR, "in texts and change notes"), (Severity.OPEN, "in reasons")),
            example="“Sunday, 10 January 2028”, which is a Monday",
            message="the {language} words say {said}; {day} is a {weekday}.",
            remedy="Correct the day of the week, or the date.",
        ),
    }
)

"""The codes of problems with releases and amendments: V4."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.rule import HINT, OPEN, Rule, Variant

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "V401": Rule(
            title="Effective before announced",
            why="Nobody can be bound by words that they could not read.",
            variants={
                "release": Variant(
                    "it would take effect on {effective_from}, before it is announced on {announced}.",
                    "Choose a later date with --effective, or an earlier one with --announced.",
                ),
                "record": Variant(
                    ("version {version} takes effect on {effective_from}, before it is announced on {announced}."),
                    "Announce it first, or choose a later date.",
                ),
            },
        ),
        "V402": Rule(
            title="Two versions from one day on",
            why="It could not be said which one is in force.",
            variants={
                "amendment": Variant("version {version} takes effect at the same instant.", "Choose another."),
                "release": Variant(
                    "version {version} takes effect at the same instant.", "Choose another day with --effective."
                ),
                "records": Variant(
                    ("versions {first} and {second} take effect at the same instant, so neither would be in force."),
                    "Postpone one of them.",
                ),
            },
        ),
        "V403": Rule(
            title="Withdrawn before announced",
            why="A withdrawal takes back something that was announced.",
            message="version {version} is withdrawn before it is announced.",
            remedy="Choose a later instant for the withdrawal.",
        ),
        "V404": Rule(
            title="Too little notice",
            why="policy.yml says how many days visitors have before a material change binds.",
            variants={
                "release": Variant(
                    "a {kind} change needs {days} days' notice; {effective_from} gives less.",
                    "The first day that would do is {first_day}: write --effective {first_day}.",
                ),
                "promised": Variant(
                    (
                        "a {kind} change needs {then} days' notice by the policy.yml of the base branch, and this "
                        "gives less. That policy.yml says {days} days here does not shorten what visitors were "
                        "promised there."
                    ),
                    (
                        "Bring the new notice to the base branch first, in a pull request of its own, so that it is "
                        "seen; then release. Or release with a later --effective."
                    ),
                ),
                "noted": Variant(
                    (
                        "the base branch calls the change {note} material, which needs {days} days' notice, and this "
                        "gives less. That the note says {kind} here does not make it lighter."
                    ),
                    (
                        "Bring the note's new kind to the base branch first, in a pull request of its own, so that "
                        "it is seen; then release. Or release with a later --effective."
                    ),
                ),
            },
        ),
        "V405": Rule(
            title="No change note",
            why="Visitors are told what a release changes, in a few words.",
            variants={
                "no words": Variant(
                    "it says nothing in any language of this release.",
                    'Add its words below "## {authoritative_language}".',
                ),
                "no note": Variant(
                    "no change note says what this release changes.",
                    "Add {folder}/changes/NAME.md with a kind and a text for visitors.",
                ),
            },
        ),
        "V406": Rule(
            title="Correction in a release",
            why="A correction mends a released version and makes no new one.",
            message="a correction mends a released version and makes no new one.",
            remedy="If it was amended already, delete this file. If not, run inforce amend, then delete it; or call "
            "the change a clarification.",
        ),
        "V407": Rule(
            title="Correction undone",
            why="The working text still has the words from before a correction.",
            levels=OPEN,
            message="it silently undoes correction {correction:04d} of version {number}.",
            remedy="Take the corrected words over, or change the section on purpose and say why in a note.",
        ),
        "V408": Rule(
            title="Record before the newest one",
            why="Records follow one another in time; a wrong clock would put words into a past that is settled.",
            variants={
                "same second": Variant("{message}", "Run the command again, a second later."),
                "newest record": Variant(
                    "it would be recorded at {when}, before the policy's newest record, of {newest}."
                ),
                "newest commit": Variant("it would be recorded at {when}, before the newest commit, of {committed}."),
            },
        ),
        "V409": Rule(
            title="Version is withdrawn",
            why="A withdrawn version is not amended any more.",
            message="this version is withdrawn.",
            remedy="Release a new version instead.",
        ),
        "V410": Rule(
            title="Postponement without a later instant, or to a far one",
            why="It moves the date on which a version takes effect, forward, and by no more than ten years: one "
            "that is never to come is withdrawn.",
            variants={
                "not later": Variant(
                    "a postponement needs an instant later than the one it has.", "Give a later one with --effective."
                )
            },
        ),
        "V411": Rule(
            title="Postponement of what has happened",
            why="A version that has come into force cannot be postponed.",
            message="it has been in force since {since}; what has happened cannot be postponed.",
            remedy="Withdraw it, or release a new version.",
        ),
        "V412": Rule(
            title="Withdrawal in the past, or in a far future",
            why="What was in force yesterday stays so in the record. A day more than ten years ahead is a slip.",
            variants={
                "past": Variant("a withdrawal cannot begin in the past.", "Give a later instant, or none for now.")
            },
        ),
        "V413": Rule(
            title="Language is there already",
            why="A translation adds a language; its words are mended by a correction.",
            message="this version has an edition in {language} already.",
            remedy="To mend its words, use a correction.",
        ),
        "V414": Rule(
            title="Translation is not whole",
            why="A language is added whole, so that nobody misses a part.",
            variants={
                "amendment": Variant(
                    'the translation into "{language}" lacks the sections {absent}.', "Translate them first."
                ),
                "release": Variant(
                    "the {language} text lacks the sections {lacking}.",
                    "Translate them, or release the other languages now and this one later: {others}.",
                ),
            },
        ),
        "V415": Rule(
            title="Nothing to correct",
            why="The words given are the released ones, or the facts are none that the policy's text speaks of.",
            variants={
                "same words": Variant(
                    "nothing differs from the released words.",
                    "Mend the section in the working text, or in the folder that --from names.",
                ),
                "not said": Variant(
                    "this policy's text does not speak of {facts}, so no page tells it.",
                    "Correct it in the policy that does.",
                ),
            },
        ),
        "V416": Rule(
            title="Correction not carried into the working text",
            why="Somebody has changed the same words there; both changes are wanted.",
            levels=HINT,
            message="the working text has changed these words too, so the correction is not carried over.",
            remedy="Take it over by hand: inforce release refuses a text that undoes it.",
        ),
        "V417": Rule(
            title="Amended section with other ids",
            why="Links and the other languages lead to its ids, and an amendment changes words only.",
            message="the ids of this section are not those of the released text in {leading}, so links would break.",
            remedy="Give it these ids, in this order: {ids}.",
        ),
        "V418": Rule(
            title="Dates that change the past",
            why="What was in force yesterday is settled; only what was public already is recorded afterwards.",
            variants={
                "past": Variant(
                    "it would have been in force since {effective_from}, before it is released.",
                    ("Choose a later date; a version that was public already is recorded with --as-published."),
                ),
                "as published": Variant(
                    "{message}", "Release it without --as-published, or give the dates that it had."
                ),
            },
        ),
        "V419": Rule(
            title="Older version that comes after a newer one",
            why="The version in force is the one that took effect last, whatever its number: readers would get older "
            "words after newer ones. If that is meant, say why.",
            levels=OPEN,
            message="the older version {older} takes effect after version {newer}, on {on}, and will take its place.",
            remedy="If version {older} is not to come any more, withdraw it.",
        ),
        "V420": Rule(
            title="Released already",
            why="A release that was interrupted has made its version all the same.",
            message="version {version} was released with this note, and with these words.",
            remedy="If that release was interrupted, the version stands; do the rest with: inforce finish {policy}",
        ),
        "V422": Rule(
            title="Announced in the past without a word",
            why="Notice counts from the day visitors could read the text. If that was before the release, the record "
            "says where: `--announced-because`. No version was announced before the one that it follows.",
            variants={
                "unseen": Variant(
                    "it would have been announced on {announced}, before it is released.",
                    (
                        'Say where readers could see it: --announced-because "It stood on …". Leave --announced out '
                        "if they could not."
                    ),
                ),
                "after another": Variant("{message}", "Give a later --announced: this version follows that one."),
            },
        ),
        "V423": Rule(
            title="Commit dated ahead of this machine's clock",
            why="No record is made before the newest commit. One dated more than a day ahead cannot be true, so no "
            "record waits for it; where it is the newest of the base branch, the check takes it as made now.",
            levels=HINT,
            message="commit {commit} is dated {when}, over a day ahead of this machine's clock.",
            remedy="No record waits for that date: this command passes over the commit, and inforce check takes it as "
            "made now. If the clock of this machine is wrong, set it right.",
        ),
        "V424": Rule(
            title="Correction beside another fact",
            why="A correction mends what was wrong from the start. A fact that has changed since makes a new version.",
            levels=HINT,
            message="these words link {path}, which has another value now than in version {number}.",
            remedy="If the version had it wrong, correct it too, with --fact; if not, release a version ({path}).",
        ),
        "V425": Rule(
            title="Not finished",
            why="A release or an amendment writes its record first. Then it brings the working text and `sync.json` up "
            "to it, and last takes the released notes away. One that was interrupted has left some of that undone; "
            "`inforce finish` does the rest.",
            levels=HINT,
            remedy="If that command was interrupted, do the rest with: inforce finish {policy}. If nobody ran inforce "
            "release or inforce amend here, somebody wrote the record by hand: take it away.",
        ),
        "V426": Rule(
            title="Version in which nothing changes",
            why="Its notes tell readers of a change that is none. The same words again may be meant, such as after a "
            "withdrawal or to ask for consent again.",
            levels=HINT,
            message="it says what version {last} says: words, facts and order are the same.",
            remedy="Look what its notes tell visitors: nothing changes. If that is meant, all is well; if not, change "
            "the working text or the facts first.",
        ),
        "V427": Rule(
            title="Section that comes or goes without a note, or language that goes",
            why="Readers learn from the notes what a version changes. What is gone can't be seen on the page any more, "
            "and a section that is new is easily overlooked.",
            levels=HINT,
            variants={
                "language later": Variant(
                    (
                        "this version is released without {languages}, which version {last} has, and says that they "
                        "follow."
                    ),
                    (
                        "Until then their readers are shown the {prevailing} text. Add each: inforce amend {policy} "
                        "{number} translation --language {tag}."
                    ),
                ),
                "language gone": Variant(
                    "the {language} text leaves with this version, which version {last} has.",
                    "Its readers are shown another language from then on. Ask whether it was meant.",
                ),
                "section": Variant(
                    'the section "{heading}" ({name}) {what} as a whole, and no note names it.',
                    (
                        "Readers learn of changes by the notes. Name the section in one, in every language, and "
                        "release with that; or ask whether it was meant."
                    ),
                ),
            },
        ),
        "V428": Rule(
            title="Withdrawal, and what holds after it",
            why="What was in force before holds again at once, without the notice that a release of the same words "
            "would give; or nothing does. What is withdrawn before it takes effect puts nothing back, but readers were "
            "told that it comes. Where a later version holds already nothing changes, and it may be a slip.",
            levels=HINT,
            variants={
                "taken back": Variant(
                    ("it withdraws version {gone}, which was to take effect on {effective_from}; {instead}."),
                    ("Readers may have been told that it comes. If something else is to come, release that."),
                ),
                "last again": Variant(
                    (
                        "it takes version {gone} out of force, and from {ends} on the words of version {last} hold "
                        "again, without notice."
                    ),
                    ("Read version {last}: readers are bound by it then. If something else is to hold, release that."),
                ),
                "nothing after": Variant(
                    "it takes version {gone} out of force, and from {ends} on no version is in force.",
                    "Readers are bound by none then. If something is to hold, release that.",
                ),
                "followed": Variant(
                    (
                        "it withdraws version {gone}, which version {last} has followed since {effective_from}; what "
                        "is in force does not change."
                    ),
                    "A version that another has followed need not be withdrawn. Ask what it is for.",
                ),
            },
        ),
    }
)

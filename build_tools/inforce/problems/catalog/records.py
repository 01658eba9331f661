"""The codes of problems with records of versions: D1."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.rule import HINT, Rule, Variant
from inforce.problems.value import Severity

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "D101": Rule(
            title="Released file changed",
            why="What was in force stays as it was; every file's digest is in the version's record.",
            message="this file of a released version has been changed.",
        ),
        "D102": Rule(
            title="Released file gone",
            why="What was in force stays as it was.",
            message="this file of a released version is gone.",
        ),
        "D103": Rule(
            title="File that does not belong to the version",
            why="A released version is exactly the files its record lists.",
            variants={
                "foreign": Variant("this file does not belong to the released version."),
                "left by a program": Variant(
                    ("a program of this computer has left this file, which does not belong to the released version."),
                    "Take it away; nothing needs it.",
                ),
            },
        ),
        "D104": Rule(
            title="Record that cannot be read",
            why="The record of a version is written by inforce release and not by hand.",
            variants={
                "earlier state": Variant("what stood then cannot be read."),
                "elsewhere": Variant("it says {policy} {version}, not its folder."),
                "text": Variant("its words or facts cannot be read."),
                "unreadable": Variant("this record cannot be read: {error}."),
                "invalid": Variant("this record cannot be read: {where} {why}."),
                "facts": Variant(
                    (
                        'these facts cannot be read: {where} refers to "{reference}", which is not there or leads '
                        "back to it."
                    ),
                    "Restore the file from the base branch.",
                ),
                "frozen text": Variant("the words or facts of this record cannot be read."),
                "invalid facts": Variant(
                    "this record cannot be read: {where} {why}.", "Restore it from the base branch."
                ),
            },
        ),
        "D105": Rule(
            title="Chain of versions broken",
            why="Each version's record holds the digest of the one before, so that tampering shows.",
            variants={
                "missing": Variant("version {wanted} is missing before it."),
                "digest": Variant("it does not continue the version before it: the digest differs."),
                "amendment": Variant("an amendment of version {number} that it knew of is gone or was changed."),
            },
        ),
        "D106": Rule(
            title="Amendment missing",
            why="Amendments are numbered without gaps.",
            message="the amendment {position:04d} is missing before it.",
        ),
        "D107": Rule(
            title="Chain of amendments broken",
            why="Each amendment holds the digest of the record before it.",
            message="it does not continue the record before it: the digest differs.",
        ),
        "D108": Rule(
            title="Words that do not give their digest",
            why="The digest of the words was recorded when they were released.",
            message="its words do not give the wording digest that was recorded when it was released.",
            remedy="Restore the file and its record from the base branch.",
        ),
        "D109": Rule(
            title="Released file differs from the base branch",
            why="A pull request may add versions and amendments, and change none.",
            remedy="If you did not touch it, bring this branch up to date with the base branch. {cure}",
        ),
        "D110": Rule(
            title="Record that inforce did not write",
            why="What the commands refuse cannot be written into a record by hand either: a postponement changes no "
            "words, a correction no date.",
            message="inforce did not write this record so: {message}",
            remedy="If the base branch has it, restore it from there; if it is new, take it away and make it again "
            "with inforce release or inforce amend.",
        ),
        "D111": Rule(
            title="Published file that does not belong to its version",
            why="Other sites embed these files as they are; each is published once and never takes another's place.",
            remedy="If the base branch has it, restore it from there; if it is new, take its record away and make it "
            "again with inforce release or inforce amend.",
            variants={
                "unreadable": Variant(
                    "this summary cannot be read.",
                    "Restore it from the base branch, or upgrade Inforce to the version that wrote it.",
                ),
                "not listed": Variant(
                    "this is not what the version published: the record does not list the summary of this edition."
                ),
                "no such revision": Variant(
                    "this is not what the version published: its record makes no such revision, so it could take the "
                    "place of another file."
                ),
            },
        ),
        "D112": Rule(
            title="Base branch that git cannot look at",
            why="That a last amendment is gone, or a version rewritten with its chain, only git can show.",
            levels=(
                (
                    Severity.ERROR,
                    "on a CI service, which decides whether a change is merged, and where --base names a base",
                ),
                (Severity.HINT, "on a person's computer"),
            ),
            message="released versions can't be compared with the base branch: {why}.",
            remedy="{cure}.",
        ),
        "D113": Rule(
            title="Frozen files with other line ends",
            why="What was released is kept byte by byte. Git on Windows writes text with other line ends, unless "
            ".gitattributes tells it not to.",
            message="{counted} here ends its lines as Windows does, which is not how it was released: git changed "
            "that when it wrote the files (its setting core.autocrlf).",
            remedy="Put the line **/versions/** -text into the file .gitattributes at the top of the repository, "
            "delete {folders}, and take it back: git checkout -- {paths}",
        ),
        "D115": Rule(
            title="Summary that is not what its version says",
            why="Other sites show it as the policy, so it is made again from the words and facts and compared.",
            message="it does not say what the words and facts of its version say: {told}.",
        ),
        "D116": Rule(
            title="Writer that this tool cannot check",
            why="A record names the version of Inforce that made it, and only that one or a later one can make its "
            "summaries again.",
            variants={
                "unknown writer": Variant(
                    'nobody knows the writer "{made_by}", so what it publishes cannot be compared.'
                ),
                "later writer": Variant(
                    "it was made by {made_by}, a later version than this one ({writer}).",
                    "Upgrade Inforce to that version or a later one, and check again.",
                ),
            },
        ),
        "D117": Rule(
            title="Open point without its reason",
            why="A release names each point that is open, and wants a reason for going out all the same; a record "
            "that skips one was not written by inforce.",
            variants={
                "no reason": Variant(
                    "it gives no reason for what it leaves open: {what}",
                    '{again}; there say --accept {code}:{place} --because "…".',
                ),
                "not open": Variant("it gives a reason for {code} {place}, which is not open in it.", "{again}."),
                "no words": Variant("it does not say of {code} {place} what is open: {right}", "{again}."),
            },
        ),
        "D118": Rule(
            title="New version that says otherwise than its source",
            why="A release freezes the working text and the facts. Where these differ in a pull request, work went on "
            "after the release, or somebody wrote into the version by hand.",
            levels=(
                (Severity.OPEN, "where the base branch's source says otherwise too, or its day is another"),
                (Severity.HINT, "where the version says what the base branch's source says"),
            ),
            variants={
                "other day": Variant(
                    (
                        "it is new, and takes effect on another day than the working text says, into which its "
                        "command has written the day: {days}."
                    ),
                    (
                        "Unless the working text was changed since, somebody has changed the record by hand: make it "
                        "again."
                    ),
                )
            },
        ),
        "D119": Rule(
            title="New version that was public before",
            why="A version kept as it was published says what applied in the past, when nothing was recorded here. "
            "Only whoever has the file that it was taken from can tell whether it says so.",
            levels=HINT,
            message="it is new, and says of the past that its text applied {period}.{known}",
            remedy="Compare its text with the file that it was taken from, whose digest is {digest}.",
        ),
        "D120": Rule(
            title="Notes that the base branch does not have",
            why="A release takes the change notes away as it freezes them, so nothing beside "
            "its record shows what they said. Visitors read them as the account of what changed.",
            levels=HINT,
            message="it is new, and its notes are not those of the base branch; {those}.",
            remedy='Visitors are told what changed by them. Read them in this record, under "changes", in every '
            "language.",
        ),
        "D121": Rule(
            title="New version that was announced before its release",
            why="Notice counts from the day readers could see the text, and only who was there can tell since when.",
            levels=HINT,
            message="it is new, and says that readers could see its text since {announced}: {because}",
            remedy="Its notice counts from then. Ask whoever was there whether it was so.",
        ),
        "D122": Rule(
            title="Languages of new versions out of step",
            why="Of several new versions the earlier ones have no source beside them that shows them. Where a language "
            "changes in another version than the prevailing text, its readers are told something ahead of its notice, "
            "or too late.",
            levels=HINT,
            message="it is new, and its languages do not change together: {what}: {places}.",
            remedy="Let somebody who reads {spoken} compare it with the versions before and after it: it may say too "
            "early what the later one says, or too late.",
        ),
        "D123": Rule(
            title="New version with another new one after it",
            why="The working text has the words of the last one. What those before it change stands in their records "
            "alone, and its notice counts from each version by itself.",
            levels=HINT,
            message="it is new, and so is version {after} after it: what this one changes, no source beside it shows: "
            "{changed}.",
            remedy="Read it beside the version before it, and its notes: what is to come later may not come with it.",
        ),
        "D124": Rule(
            title="Correction that changes what the text says",
            why="A correction holds at once, without notice, for everybody who agreed to the version. It is for slips "
            "of writing; one that adds, takes out or rewrites words is shown to whoever reviews it.",
            levels=(
                (Severity.OPEN, "where a word that denies comes or goes, or “within” becomes “after”"),
                (Severity.HINT, "where others do"),
            ),
            message="it is new, and corrects more than a slip of writing: {what}.",
            remedy="A correction holds at once, without notice, also for who has agreed already. If the text said "
            "what was meant then, take the amendment away and release a version.",
        ),
        "D125": Rule(
            title="New version that asks for consent again",
            why="A release with --ask-consent-again makes every embedding site ask its readers anew: one number in the "
            "record, and nothing else in the pull request shows it.",
            levels=HINT,
            remedy="If nobody meant it, take the version away and release it again without --ask-consent-again.",
        ),
    }
)

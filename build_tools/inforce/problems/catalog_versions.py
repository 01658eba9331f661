"""The codes of problems with versions: D1 frozen files, T1 translations, V4 dates, releases and amendments."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.catalog import HINT, OPEN, Rule
from inforce.problems.problem import Severity

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "D101": Rule(
            title="Released file changed",
            why="What was in force stays as it was; every file's digest is in the version's record.",
        ),
        "D102": Rule(title="Released file gone", why="What was in force stays as it was."),
        "D103": Rule(
            title="File that does not belong to the version",
            why="A released version is exactly the files its record lists.",
        ),
        "D104": Rule(
            title="Record that cannot be read",
            why="The record of a version is written by inforce release and not by hand.",
        ),
        "D105": Rule(
            title="Chain of versions broken",
            why="Each version's record holds the digest of the one before, so that tampering shows.",
        ),
        "D106": Rule(title="Amendment missing", why="Amendments are numbered without gaps."),
        "D107": Rule(
            title="Chain of amendments broken", why="Each amendment holds the digest of the record before it."
        ),
        "D108": Rule(
            title="Words that do not give their digest",
            why="The digest of the words was recorded when they were released.",
        ),
        "D109": Rule(
            title="Released file differs from the base branch",
            why="A pull request may add versions and amendments, and change none.",
        ),
        "D110": Rule(
            title="Record that inforce did not write",
            why="What the commands refuse cannot be written into a record by hand either: a postponement changes no "
            "words, a correction no date.",
        ),
        "D111": Rule(
            title="Published file that does not belong to its version",
            why="Other sites embed these files as they are; each is published once and never takes another's place.",
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
        ),
        "D115": Rule(
            title="Summary that is not what its version says",
            why="Other sites show it as the policy, so it is made again from the words and facts and compared.",
        ),
        "D116": Rule(
            title="Writer that this tool cannot check",
            why="A record names the version of Inforce that made it, and only that one or a later one can make its "
            "summaries again.",
        ),
        "D117": Rule(
            title="Open point without its reason",
            why="A release names each point that is open, and wants a reason for going out all the same; a record "
            "that skips one was not written by inforce.",
        ),
        "D118": Rule(
            title="New version that says otherwise than its source",
            why="A release freezes the working text and the facts. Where these differ in a pull request, work went on "
            "after the release, or somebody wrote into the version by hand.",
            levels=(
                (Severity.OPEN, "where the base branch's source says otherwise too, or its day is another"),
                (Severity.HINT, "where the version says what the base branch's source says"),
            ),
        ),
        "D119": Rule(
            title="New version that was public before",
            why="A version kept as it was published says what applied in the past, when nothing was recorded here. "
            "Only whoever has the file that it was taken from can tell whether it says so.",
            levels=HINT,
        ),
        "D120": Rule(
            title="Notes that the base branch does not have",
            why="A release takes the change notes away as it freezes them, so nothing beside "
            "its record shows what they said. Visitors read them as the account of what changed.",
            levels=HINT,
        ),
        "D121": Rule(
            title="New version that was announced before its release",
            why="Notice counts from the day readers could see the text, and only who was there can tell since when.",
            levels=HINT,
        ),
        "D122": Rule(
            title="Languages of new versions out of step",
            why="Of several new versions the earlier ones have no source beside them that shows them. Where a language "
            "changes in another version than the prevailing text, its readers are told something ahead of its notice, "
            "or too late.",
            levels=HINT,
        ),
        "D123": Rule(
            title="New version with another new one after it",
            why="The working text has the words of the last one. What those before it change stands in their records "
            "alone, and its notice counts from each version by itself.",
            levels=HINT,
        ),
        "D124": Rule(
            title="Correction that changes what the text says",
            why="A correction holds at once, without notice, for everybody who agreed to the version. It is for slips "
            "of writing; one that adds, takes out or rewrites words is shown to whoever reviews it.",
            levels=(
                (Severity.OPEN, "where a word that denies comes or goes, or “within” becomes “after”"),
                (Severity.HINT, "where others do"),
            ),
        ),
        "D125": Rule(
            title="New version that asks for consent again",
            why="A release with --ask-consent-again makes every embedding site ask its readers anew: one number in the "
            "record, and nothing else in the pull request shows it.",
            levels=HINT,
        ),
        "D113": Rule(
            title="Frozen files with other line ends",
            why="What was released is kept byte by byte. Git on Windows writes text with other line ends, unless "
            ".gitattributes tells it not to.",
        ),
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
        ),
        "T104": Rule(
            title="Change note without one of the languages",
            why="Who reads in that language is told in another one what the release changes.",
            levels=OPEN,
            example="# clarification\n\n## en\n\nThe address is now the same everywhere.",
        ),
        "T105": Rule(
            title="Change note whose languages tell other things",
            why="Readers of each language are told what changes; one of them would be told another period, date, "
            "amount, percentage, address or section than the others, or would not be told of it.",
            levels=OPEN,
            example="# material\n\n## en\n\nWe keep contracts for 5 years.\n\n## fr\n\nNous les gardons 8 ans.",
        ),
        "T106": Rule(
            title="Change note, or reason, with another day than its version's, or a version that there isn't",
            why="A release gives the day on which its version comes into force, and a postponement another one; a note "
            "is frozen as it is, and so is the reason of an amendment.",
            levels=(
                (
                    Severity.OPEN,
                    "where it says so of the text or of the amendment, and nothing else states that day; or where "
                    "a reason calls another version wrong",
                ),
                (Severity.HINT, "where it may be the day, or the version, of something else"),
            ),
            example="# material\n\n## en\n\nThis version is in force since 1 January 2019.",
        ),
        "T107": Rule(
            title="Translation changed alone",
            why="A slip in a translation is mended so, and a false promise is made so: only who reads the language can "
            "tell. Told beside the base branch, for whoever reviews the change.",
            levels=(
                (Severity.OPEN, "where a word that denies comes or goes, or “within” becomes “after”"),
                (Severity.HINT, "where others do"),
            ),
        ),
        "T108": Rule(
            title="Translation recorded as up to date with the words it had",
            why="The prevailing text has changed, and `sync.json` says that the translation follows. Perhaps it needed "
            "no change. Told beside the base branch, for whoever reviews the change.",
            levels=HINT,
        ),
        "T109": Rule(
            title="Words of another language",
            why="A paragraph that stands alike in two languages, or a sentence in the words of another one, was copied "
            "and not translated: whoever reads one of them can't read it.",
            levels=OPEN,
            example="fr/security.md with the words of de/security.md",
        ),
        "T110": Rule(
            title="A translation states another amount, or leads elsewhere",
            why="Readers of two languages are promised two things. Linked words are held to their fact; these are the "
            "others: periods, days and times of day, days of the week, money, percentages, millions. What is “at "
            "least” so much in one language and “at most” in the other is told of linked words too. So is a link to "
            "another section, and an e-mail address or a telephone number that leads elsewhere. Where a translation is "
            "behind (T102), that is told instead. If both are right, give that as the reason when you release.",
            levels=(
                (
                    Severity.OPEN,
                    "where each of the two states an amount, or has a target, that the other does not; or one states a "
                    "period, a time of day or money that the other's section lacks",
                ),
                (Severity.HINT, "where only one has another amount, or it is a number of something"),
            ),
            example="“within 72 hours”, and “dans les 48 heures” in French",
        ),
        "T111": Rule(
            title="A change note names an amount or an address that is nowhere, or not in the section that it names",
            why="Visitors take the note for the account of what changed. A period, an amount of money or a percentage "
            "in it stands in the facts or in the text, in the version before or in this one, or is what one of them "
            "has changed by. Where the note names a section, by its number or title, it stands in that one. What holds "
            "no longer, as the note says, is what a fact was before. An e-mail or web address, a telephone number or "
            "an IBAN stands there too, or in links.yml. The reason of a correction is held to the sections "
            "that it names.",
            levels=OPEN,
            example="“for 8 years”, where the fact went from 7 years to 10",
        ),
        "T112": Rule(
            title="Change note that is made lighter, or taken away",
            why="Its kind says how long readers have before the change binds them, and without a note nobody is told "
            "of it. Told beside the base branch, for whoever reviews the change.",
            levels=HINT,
            example="# clarification, where the base branch says # material",
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
        ),
        "T114": Rule(
            title="A change that no change note tells",
            why="Readers learn of a change by the notes. A period, an amount, a percentage or a day of a fact that "
            "changes is stated in one, or in the section that a material note names. Where notes name sections, "
            "readers take the others for what they were.",
            levels=(
                (Severity.OPEN, "where an amount of a fact changes, no note states it, and none is material"),
                (Severity.HINT, "where a material note is there, and for sections"),
            ),
            example="`retention.loans.keep` from 7 years to 70, and a clarification: “We say more clearly how long.”",
        ),
        "T115": Rule(
            title="A text that says of itself otherwise than policy.yml",
            why="Releases are held to the notice of policy.yml, and pages name the language that is authoritative "
            "there. Where the text promises another notice, or says that another language prevails, or that it stands "
            "in one that is not there, one of them is false. Read in the languages that have a table; a month is about "
            "thirty days.",
            levels=OPEN,
            example="“We will tell you ninety days before.”, beside `notice: {material: 30}`",
        ),
        "T116": Rule(
            title="A day of effect that no link binds",
            why="A release writes the day of its version into links to fact:version.effective. Typed beside them, it "
            "stays when the next version comes, and is false then.",
            levels=OPEN,
            example="“This policy applies from 1 March 2027.”",
        ),
        "T118": Rule(
            title="A text names a version of its policy that there isn't, or with another day",
            why="The records say how many versions there are, and from when each has held. A sentence counts that "
            "names the policy by its title, or by a word of it with “this” or “our”: other numbers may be a program’s. "
            "The title itself names none: it stands above every version.",
            levels=OPEN,
            example="“version 9 of this privacy policy”, where the next one is number 3",
        ),
        "V401": Rule(title="Effective before announced", why="Nobody can be bound by words that they could not read."),
        "V402": Rule(title="Two versions from one day on", why="It could not be said which one is in force."),
        "V403": Rule(title="Withdrawn before announced", why="A withdrawal takes back something that was announced."),
        "V404": Rule(
            title="Too little notice",
            why="policy.yml says how many days visitors have before a material change binds.",
        ),
        "V405": Rule(title="No change note", why="Visitors are told what a release changes, in a few words."),
        "V406": Rule(
            title="Correction in a release", why="A correction mends a released version and makes no new one."
        ),
        "V407": Rule(
            title="Correction undone",
            why="The working text still has the words from before a correction.",
            levels=OPEN,
        ),
        "V408": Rule(
            title="Record before the newest one",
            why="Records follow one another in time; a wrong clock would put words into a past that is settled.",
        ),
        "V409": Rule(title="Version is withdrawn", why="A withdrawn version is not amended any more."),
        "V410": Rule(
            title="Postponement without a later instant, or to a far one",
            why="It moves the date on which a version takes effect, forward, and by no more than ten years: one "
            "that is never to come is withdrawn.",
        ),
        "V411": Rule(
            title="Postponement of what has happened", why="A version that has come into force cannot be postponed."
        ),
        "V412": Rule(
            title="Withdrawal in the past, or in a far future",
            why="What was in force yesterday stays so in the record. A day more than ten years ahead is a slip.",
        ),
        "V413": Rule(
            title="Language is there already",
            why="A translation adds a language; its words are mended by a correction.",
        ),
        "V414": Rule(title="Translation is not whole", why="A language is added whole, so that nobody misses a part."),
        "V415": Rule(
            title="Nothing to correct",
            why="The words given are the released ones, or the facts are none that the policy's text speaks of.",
        ),
        "V416": Rule(
            title="Correction not carried into the working text",
            why="Somebody has changed the same words there; both changes are wanted.",
            levels=HINT,
        ),
        "V417": Rule(
            title="Amended section with other ids",
            why="Links and the other languages lead to its ids, and an amendment changes words only.",
        ),
        "V418": Rule(
            title="Dates that change the past",
            why="What was in force yesterday is settled; only what was public already is recorded afterwards.",
        ),
        "V419": Rule(
            title="Older version that comes after a newer one",
            why="The version in force is the one that took effect last, whatever its number: readers would get older "
            "words after newer ones. If that is meant, say why.",
            levels=OPEN,
        ),
        "V420": Rule(title="Released already", why="A release that was interrupted has made its version all the same."),
        "V422": Rule(
            title="Announced in the past without a word",
            why="Notice counts from the day visitors could read the text. If that was before the release, the record "
            "says where: `--announced-because`. No version was announced before the one that it follows.",
        ),
        "V423": Rule(
            title="Commit dated ahead of this machine's clock",
            why="No record is made before the newest commit. One dated more than a day ahead cannot be true, so no "
            "record waits for it; where it is the newest of the base branch, the check takes it as made now.",
            levels=HINT,
        ),
        "V424": Rule(
            title="Correction beside another fact",
            why="A correction mends what was wrong from the start. A fact that has changed since makes a new version.",
            levels=HINT,
        ),
        "V425": Rule(
            title="Not finished",
            why="A release or an amendment writes its record first. Then it brings the working text and `sync.json` up "
            "to it, and last takes the released notes away. One that was interrupted has left some of that undone; "
            "`inforce finish` does the rest.",
            levels=HINT,
        ),
        "V426": Rule(
            title="Version in which nothing changes",
            why="Its notes tell readers of a change that is none. The same words again may be meant, such as after a "
            "withdrawal or to ask for consent again.",
            levels=HINT,
        ),
        "V427": Rule(
            title="Section that comes or goes without a note, or language that goes",
            why="Readers learn from the notes what a version changes. What is gone can't be seen on the page any more, "
            "and a section that is new is easily overlooked.",
            levels=HINT,
        ),
        "V428": Rule(
            title="Withdrawal, and what holds after it",
            why="What was in force before holds again at once, without the notice that a release of the same words "
            "would give; or nothing does. What is withdrawn before it takes effect puts nothing back, but readers were "
            "told that it comes. Where a later version holds already nothing changes, and it may be a slip.",
            levels=HINT,
        ),
        "I901": Rule(
            title="Comparison that would lose words",
            why="A redline gives both texts back word for word, or isn't shown. This is a fault in Inforce, not in the "
            "text.",
        ),
    }
)

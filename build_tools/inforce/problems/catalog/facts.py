"""The codes of problems with facts: F1, what the text says against what `facts/` says."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inforce.problems.rule import OPEN, Rule, Variant
from inforce.problems.value import Severity

_BY_WEIGHT = ((Severity.ERROR, "in the language whose text prevails"), (Severity.OPEN, "in any other"))

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "F101": Rule(
            title="Link to a fact that is not there",
            why="The words would be bound to nothing, and nobody would notice when they are no longer true.",
            example="for [10 years](fact:retention.contrat)",
            variants={
                "no fact": Variant('"fact:{path}" leads to no fact.'),
                "no day yet": Variant(
                    "no version is released yet, so that fact:{path} is no day.",
                    "Take the link off the words until there is one.",
                ),
            },
        ),
        "F102": Rule(
            title="The words say something else than the fact",
            why="Two readers would be told two things: one by this sentence, the other by the contact or cookie page "
            "or by another language. A court may hold you to the one that suits the reader.",
            levels=(
                *_BY_WEIGHT,
                (Severity.OPEN, "where words beside a linked cookie contradict it"),
            ),
            example="`pendant [5 ans](fact:retention.contract)`, while `retention.yml` has `keep: 10 years`",
            variants={
                "lifetime": Variant(
                    ('the {language} text says "{said}" beside cookies.{name}, whose lifetime is: {known}.'),
                    "Correct whichever is wrong.",
                    level=Severity.OPEN,
                ),
                "domains": Variant("{message}", "Correct whichever is wrong.", level=Severity.OPEN),
                "no such cookie": Variant(
                    'the {language} text says "{period}" of {cookie}, and no fact has such a cookie.',
                    "Add it to cookies.yml and link it, or take it out.",
                    level=Severity.OPEN,
                ),
                "names": Variant(
                    (
                        "before, the text said {one}, now {host}; by the facts, the cookies beside it are kept on "
                        "{theirs}."
                    ),
                    "Correct whichever is wrong.",
                    level=Severity.OPEN,
                ),
            },
        ),
        "F103": Rule(
            title="The words can't be read",
            why="What can't be read can't be compared, and nothing is passed unseen. Link only the words that state "
            "the value, with a space before and after them, so that `1[10 years]` is not seen as 110, and with no "
            "other amount said to be the same, as in `[10 years] (twelve years)`. If the wording is right, list it "
            "beside the fact under `accept`, in its language.",
            levels=(
                *_BY_WEIGHT,
                (Severity.HINT, "where words beside it may state another amount, or more than the longest time"),
            ),
            example="[at least 10 years](fact:retention.contract)",
        ),
        "F104": Rule(
            title="A fact is linked in one language and not in the other",
            why="Each language must state the same facts in the same section, so that a change of a fact finds every "
            "sentence that states it.",
            levels=OPEN,
            example="English links `fact:retention.contract` in “retention”, French does not.",
            message="{linked}; in this section the {lacking} text {times}.",
        ),
        "F105": Rule(
            title="Values can't be read in this language yet",
            why="There is no table of this language's numbers, units and months. Until there is one, each wording has "
            "to be listed beside its fact under `accept`, or a reason given once for those whose figures are right. "
            "Other figures and words without any are told one by one.",
            levels=OPEN,
            example="`[10 años](fact:retention.contract)`",
        ),
        "F106": Rule(
            title="A fact is unknown",
            why="A version is released for good; what nobody knows yet has to be found out before. The site can be "
            "built meanwhile, and marks the words.",
            levels=(*((level, "") for level, _ in OPEN), (Severity.ERROR, "where the reason holds no words")),
            example="`email: {unknown: {en: To be confirmed by legal.}}`",
            variants={
                "reason missing": Variant(
                    "{path} is unknown, and the reason, which readers are shown, is none.",
                    "Write {asked}.",
                    level=Severity.ERROR,
                ),
                "unknown": Variant(
                    "{path} is unknown: {reason}",
                    (
                        'Once somebody knows it, write it on the line of its name, as in "{name}: …", and take out '
                        "unknown: and the lines below it; write none where there is none."
                    ),
                ),
            },
        ),
        "F107": Rule(
            title="A fact refers to an entry that is not there",
            why="Pages and the summary follow these references; one that leads nowhere would leave a gap.",
            example="`purposes: [newsleter]`",
        ),
        "F108": Rule(
            title="Facts refer to one another in a circle",
            why="Each says “the same as the other”, and none says what.",
            example="`a: {same_as: b}`, `b: {same_as: a}`",
        ),
        "F109": Rule(
            title="A fact is no longer linked, and its words still stand",
            why="A link binds words to a fact. Where it was taken away in every language, the number could be changed "
            "and nothing would tell that the facts say something else. Where the fact is gone too, pages and the "
            "summary no longer tell what the text goes on to say. Pages of the handbook are held to the base branch.",
            levels=OPEN,
            example="`for 7 years`, where the last version had `for [10 years](fact:retention.contract)`",
            variants={
                "link gone": Variant(
                    (
                        "before, this text linked {was} to fact:{path}; now it says {said} without that link, so "
                        "nothing would tell if that were not true."
                    ),
                    ("Link them in every language, as in [{words}](fact:{path}), and mend the fact if it has changed."),
                ),
                "fact gone": Variant(
                    ("before, this text linked {was} to fact:{path}, which is no fact any more; it still says {said}."),
                    "Put the fact and the link back, or take out the words in every language.",
                ),
            },
        ),
        "F110": Rule(
            title="A name that was known is none now",
            why="What has a name seldom loses it; without it, pages and the summary name no recipient and no cookie. "
            "If there is none indeed, say so with the release.",
            levels=OPEN,
            example="`name: none`, where the last version had `name: Partner, Inc.`",
            message="{path} is none now; before, it was {before}.",
            remedy="Put the name back. If there is none indeed, give that as the reason when you release.",
        ),
        "F111": Rule(
            title="A cookie that no browser keeps so long",
            why="Browsers end every cookie after 400 days at the latest (RFC 6265bis, section 5.5), so the facts say "
            "more than happens.",
            levels=((Severity.HINT, ""),),
            example="`type: cookie`, `lifetime: 2 years`",
            message="{lifetime} is longer than browsers keep a cookie: {days} days.",
            remedy="Look at what the browser shows, and write that.",
        ),
        "F112": Rule(
            title="A cookie of another company without its privacy policy",
            why="Readers would look there for what becomes of their data.",
            levels=((Severity.HINT, ""),),
            example="`party: third`, `provider: mailer`, and no `privacy:` below `mailer:` in `recipients.yml`",
            message="readers cannot find what {provider} does with it: recipients.yml names no privacy policy of "
            "theirs.",
            remedy="Write privacy: and the address of it below {provider}: in facts/recipients.yml, or privacy: none.",
        ),
        "F113": Rule(
            title="A cookie that nobody has looked at for a year, or since another sets it",
            why="Sites change, and with them what browsers receive. Nobody has looked yet on a day to come, either.",
            levels=((Severity.HINT, ""), (Severity.ERROR, "on a day to come")),
            example="`verified: 2019-02-20`",
            variants={
                "provider changed": Variant(
                    ("somebody last looked at it on {verified}, when its provider was {before}; now it is {now}."),
                    "Look at it in a browser, and write the day on which you did.",
                ),
                "long ago": Variant(
                    "somebody last looked at it on {seen}, more than 12 months ago.",
                    "Look at it in a browser, and write the day on which you did.",
                ),
                "to come": Variant(
                    "somebody looked at it on {seen}, it says, which is a day to come.",
                    "Write the day on which somebody looked.",
                    level=Severity.ERROR,
                ),
            },
        ),
        "F114": Rule(
            title="An accepted wording reads as something else",
            why="What stands under `accept` passes wherever it is linked. Where it can be read as another value, "
            "somebody has to say why it is right all the same, with `because`. An idiom may count the first day too "
            "(`quinze jours` is two weeks); what differs by more states something else, whatever the reason. So do "
            "another e-mail address, telephone number, web page, register number, house number or cookie, and what "
            "another fact is called. Another unit (“a few days” for ten years) needs a reason, and so does a name that "
            "has no word in common with the fact’s.",
            levels=((Severity.ERROR, ""), (Severity.HINT, "in a language that the site does not have")),
            example="`accept: {fr: {quinze jours: 2 weeks}}`",
            variants={
                "no such language": Variant(
                    "wordings are accepted in {language} ({tag}), which the site does not have.",
                    "Take them out, or correct the language.",
                    level=Severity.HINT,
                ),
                "other reading": Variant(
                    ("the {language} wording {said}{read} does not read as {meant}, which it is said to state."),
                    ('Correct or remove it; or, if it is right, say why: {said}: {{value: …, because: "…"}}'),
                ),
            },
        ),
        "F115": Rule(
            title="The texts of a fact state different amounts",
            why="Pages show these texts to readers of each language; one of them would be told another period, date, "
            "amount or percentage than the others.",
            levels=OPEN,
            example="`fee: {en: Free of charge, fr: Contre paiement de 25 EUR}`",
            message="the {language} text of {path} says {own}, the {first} one {other}: not the same amounts.",
            remedy="Correct whichever is wrong.",
        ),
        "F116": Rule(
            title="Words of a fact that stand once for all languages",
            why="Pages in other languages would show them as they are. A company's name is right so; what something is "
            "called is translated.",
            levels=((Severity.HINT, ""),),
            example="`label: Payroll office`",
            message='{path} stands in every language as it is typed here: "{text}".',
            remedy='Write it once for each: {{{first}: "…", {others}}}.',
        ),
        "F117": Rule(
            title="A cookie with consent as its basis that nobody is asked about",
            why="Its legal basis says that readers have consented; its category says that they need not be asked.",
            example="`category: necessary`, `legal_basis: GDPR-6-1-a`",
            message="{name} rests on consent, and its category, {category}, is one that needs none.",
            remedy="Correct whichever is wrong.",
        ),
        "F118": Rule(
            title="Consent that was asked is asked no more",
            why="Whoever shows a consent banner by this site's JSON would stop asking, for one line in the facts. "
            "Ask whether the law or an authority exempts it.",
            levels=((Severity.HINT, ""),),
            example="`marketing: {exemption: {en: Internal decision}}`; of a cookie, `medium: email`",
            message="a banner asks no consent for {path} now; in the last version it did ({why}).",
        ),
        "F119": Rule(
            title="A lifetime that this type doesn't have",
            why="Session storage ends with its tab, local storage outlives the browser's window, and a pixel keeps "
            "nothing: readers would be told what doesn't happen.",
            levels=((Severity.HINT, ""),),
            example="`type: pixel`, `lifetime: session`",
        ),
        "F120": Rule(
            title="A fact that nothing states any more",
            why="Pages and the summary go on telling it, and no sentence is held to it: it could be changed alone, and "
            "promise what no text says. So it is where its words are bound to another fact of the same value.",
            levels=OPEN,
            example="`[10 years](fact:terms.term)`, where the last version had `[10 years](fact:retention.contract)`",
            message="before, the text linked {said} to fact:{path}; now nothing states that fact, and it is still "
            "published.",
            remedy="Link the words that state it in every language, as in [{words}](fact:{path}), or take the fact "
            "out. If it is right so, give that as the reason when you release.",
        ),
        "F121": Rule(
            title="A page or a contact that the text links to and the facts lack",
            why="Readers of the text find it; whoever builds a page from the JSON, and readers of the cookies and the "
            "contacts, don't.",
            levels=(
                (Severity.HINT, "where the facts lack it"),
                (
                    Severity.OPEN,
                    "where the fact leads readers of one language to another host, or names another contact for a "
                    "right (`by`) than the section about it links to; where a link with somebody’s name leads to "
                    "another owner’s page, or a mail address is like a fact’s at another host",
                ),
            ),
            example="`[HubSpot](fact:recipients.hubspot), under [its policy](link:hubspot)`, and no `privacy:` below "
            "`hubspot:` in `recipients.yml`",
            variants={
                "contact": Variant(
                    "{path} names another contact than the section {section}, which links to {linked}.",
                    "Write by: [{contacts}], or link the contact that the fact names.",
                    level=Severity.OPEN,
                ),
                "another's page": Variant(
                    "{said} leads to {there}, and {path} is {known}.",
                    "Write [{words}](fact:{path}), or correct the fact if it is wrong.",
                    level=Severity.OPEN,
                ),
                "another mailbox": Variant(
                    "this link writes to {written}, and {path} is {known}.",
                    "Write (fact:{path}) as the target, or give the other mailbox a fact of its own.",
                    level=Severity.OPEN,
                ),
                "no address": Variant(
                    (
                        "the text leads to {address} beside {entry}, and no fact has that address: pages and JSON "
                        "can't give it."
                    ),
                    (
                        "If it is its page, write it in facts/{file}.yml as {path}: {address}. If it is not, or "
                        "there is none, write {field}: none there."
                    ),
                ),
                "other address": Variant(
                    "{message}", "Write one for each language: {{{said}}}; or mend the text, if the fact is right."
                ),
            },
        ),
        "F122": Rule(
            title="An entry whose words contradict it",
            why="Pages show both: a label with another country's name, a description with another period of keeping, "
            "another end or another recipient than the provider, a recipient in another country that none of its "
            "transfers goes to, a cookie of a third party on our own host, a time to answer in all that is shorter "
            "than the time to answer. Two entries with one label, or of one cookie, can't be told apart. A text that "
            "joins another country to the one of a transfer that it links to contradicts the facts, too.",
            levels=(
                (Severity.OPEN, ""),
                (Severity.HINT, "where a cookie rests on none of the legal bases of its purposes"),
            ),
            example="`lifetime: 13 months`, `description: {en: Kept for 30 days.}`",
            variants={
                "country": Variant(
                    (
                        "beside the link to fact:{path}, the {language} text names {country}, and no fact has that "
                        "country."
                    ),
                    "Write it in the facts and link it, or correct the text.",
                )
            },
        ),
        "F123": Rule(
            title="A line, or a link, with one label or title that leads to another",
            why="Each link agrees with its fact, so rows whose periods have changed places look right one by one; and "
            "so does a link to a section that is called by the title of another.",
            levels=(
                (Severity.OPEN, "where a line states the value of another, or began with the right label before"),
                (Severity.HINT, "elsewhere"),
            ),
            example="`| Loan records | [2 years](fact:retention.account) |`",
            variants={
                "label": Variant(
                    'this line begins with "{words}", the label of {own}, and states {other}.',
                    "Link to {own}, or begin with the label of {other}.",
                ),
                "link": Variant(
                    '"{said}" is {what}, and this link leads to {target}.',
                    "Link to {whose}, or say it in other words.",
                    level=Severity.HINT,
                ),
                "renamed": Variant(
                    (
                        'before, this line began with the label of {entry}; now it begins with "{words}", and by the '
                        "facts {entry} is still called so."
                    ),
                    "Write the label, or correct it in the facts in every language.",
                ),
            },
        ),
        "F124": Rule(
            title="Facts that no policy speaks of",
            why="A policy publishes the facts that its text links to or has a section about. Others are on no page and "
            "in no JSON.",
            levels=((Severity.HINT, ""),),
            example="`cookies.yml`, where no text links to a cookie and `roles:` names no section of cookies",
            message="no policy speaks of {path}, so nothing of it is published.",
            remedy="Link words of a text to it, as in [words](fact:{path}…), name the section that is about it below "
            "roles: in policy.yml, or take it out.",
        ),
        "F125": Rule(
            title="A period that runs from another start than its fact",
            why="Readers count from the day that the text names, programs and pages from the fact's. Cells of the same "
            "row and the words right behind a link (in Japanese right before it) are read, in the languages that have "
            "a table; behind a link more words may follow.",
            levels=OPEN,
            example="“[2 years](fact:retention.account) after your visit”, beside `after: after your last loan`",
            message="the {language} text lets {path} run from {said}; the facts say {agreed}.",
            remedy="Correct whichever is wrong: after of a period says in the policy's own words when it begins. If "
            "both are right, give that as the reason when you release.",
        ),
        "F126": Rule(
            title="Markup in a text of the facts",
            why="Labels and descriptions stand in JSON, in attributes and on pages of others, which show them as they "
            "are typed. What GitHub's preview shows otherwise is markup; a star or a bracket that it shows as it is "
            "typed is a word like any other.",
            example="`label: {en: **Orders**}`",
            message="these words are shown as they are typed, and {markup} would be read as markup.",
        ),
        "F128": Rule(
            title="A day, month or year of the past that a released version gives otherwise",
            why="What has happened keeps its day, however many texts and facts change together: either the version had "
            "it wrong, and is corrected too, or the new day is wrong. A later day than the version could know of may "
            "tell of something that has happened since; that of a law may not.",
            levels=OPEN,
            example="“founded on 2 May 2003” in version 1, and “founded on 2 May 2002” now",
            message="{now}, where version {version} says {was}: what is past keeps its day.",
            remedy="Put the day back, in every language. {cure} If both are right, give that as the reason when you "
            "release.",
        ),
        "F129": Rule(
            title="Words that are almost a fact",
            why="A telephone number with other digits, the company’s street with another number, its name with another "
            "legal form, or another period in a sentence about what the facts call so: where no link binds them, two "
            "places of one text give two values, and readers can’t tell which is right.",
            levels=(
                (Severity.OPEN, "for numbers, streets, legal forms and periods"),
                (Severity.HINT, "for a person of the same family name"),
            ),
            example="“Our number is BE 0822.741.942”, where the fact is BE 0822.741.924",
            message="it says {quoted}, which is almost what {path} says, and is bound to no fact.",
            remedy="Correct it, or bind it: [{said}](fact:{path}). If it is another one, give that as the reason when "
            "you release.",
        ),
    }
)

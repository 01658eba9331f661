"""What the notes of a version tell beside the version before it: T111, T113 and T114 together.

Notes that wait are held to the working text, those of a release to what it freezes. So a record that leaves a point
open without a reason shows, as it does for words and facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from inforce.model.config import ChangeNote
from inforce.model.text import Parse
from inforce.model.version import ReleasedVersion
from inforce.problems import Problem
from inforce.rules.corrected import changes
from inforce.rules.dates import without_effective_date
from inforce.rules.note_addresses import check_note_addresses
from inforce.rules.note_amounts import check_note_amounts
from inforce.rules.note_sections import Numbered, check_note_sections
from inforce.rules.untold import check_untold


def check_notes_told(
    notes: tuple[ChangeNote, ...],
    *,
    then: Numbered | None,
    now: Numbered,
    changed: Iterable[str],
    notice: Iterable[int],
    pages: Iterable[str],
    folder: str,
) -> Iterator[Problem]:
    """What the notes in `{folder}/changes` tell otherwise than the version before (`then`) and this one, or leave out.
    `changed` are the sections of other prevailing words; `notice` is that of policy.yml, in days, `pages` are
    the addresses of links.yml and of the site."""
    files = f"{folder}/changes"
    yield from check_note_amounts(notes, then=then, now=now, notice=notice, folder=files)
    versions = [each for each in (then, now) if each]
    yield from check_note_addresses(notes, versions=versions, others=pages, folder=files)
    yield from check_note_sections(notes, then=then, now=now, folder=files)
    if then is not None:
        yield from check_untold(notes, then=then, now=now, changed=changed, folder=files)


def changed_sections(last: ReleasedVersion, texts: Mapping[str, str], *, leading: str, parse: Parse) -> Iterator[str]:
    """The sections among these prevailing texts whose words are others than in the last version in that language, by
    more than a slip of writing."""
    edition = last.editions.get(leading)
    for name, text in texts.items():
        then = edition.sections.get(name) if edition else None
        if then is None or then == text:
            continue
        old, new = (parse(leading, name, without_effective_date(each)) for each in (then, text))
        if old is not None and new is not None and any(changes(old, new)):
            yield name

"""Whether a translation still says what the prevailing text said before it was corrected."""

from __future__ import annotations

from collections.abc import Iterator

from inforce.model.version import AmendmentType
from inforce.publication import PublishedRevision, PublishedVersion


def uncorrected(published: PublishedVersion, language: str) -> Iterator[PublishedRevision]:
    """The revisions of the prevailing text that corrected sections which a translation has not had anew since.

    Nothing for the prevailing text itself. A postponement counts for neither: it writes the date in every language.
    """
    version = published.version
    prevailing = version.authoritative_language
    if language == prevailing:
        return
    brought = [each for each in version.amendments if each.type is not AmendmentType.POSTPONEMENT]
    for revision in published.revisions.get(prevailing, ()):
        correction = revision.amendment
        if correction is None or correction.type is not AmendmentType.CORRECTION:
            continue
        since = brought[brought.index(correction) :]
        mended = {name for each in since for name in each.digests.get(language, {})}
        if set(correction.digests.get(prevailing, {})) - mended:
            yield revision

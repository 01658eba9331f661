"""What an amendment lays over the facts of its version."""

from __future__ import annotations

from inforce.reader.records.version import overlay
from inforce.release.amended_version import new_labels


def test_new_labels_are_those_of_the_new_languages_where_there_are_words() -> None:
    frozen = {
        "a": {"label": {"en": "Contracts", "fr": "Contrats"}, "keep": "P10Y"},
        "b": {"label": {"en": "Other"}},
        "c": "word",
    }
    current = {
        "a": {"label": {"en": "Agreements", "fr": "Contrats", "de": "Verträge", "nl": "Contracten"}, "keep": "P9Y"},
        "b": {"label": {"en": "Other"}},
        "c": {"de": "no words before"},
        "d": {"label": {"de": "a new entry"}},
    }
    found = new_labels(frozen, current, ("de",))
    assert found == {"a": {"label": {"de": "Verträge"}}}
    laid = overlay(frozen, found)
    assert laid["a"] == {"label": {"en": "Contracts", "fr": "Contrats", "de": "Verträge"}, "keep": "P10Y"}
    assert frozen["a"] == {"label": {"en": "Contracts", "fr": "Contrats"}, "keep": "P10Y"}, "the frozen facts stay"

"""Polish: no values are read in it, as nobody has written its table; only what stands here is known of it."""

from __future__ import annotations

from dataclasses import replace

from inforce.rules.readings.phrases import SILENT

PHRASES = replace(
    SILENT,
    abbreviations="art ust pkt nr np tj tzn ul dr prof m.in r ok",
)

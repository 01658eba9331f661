"""Italian: no values are read in it, as nobody has written its table; only what stands here is known of it."""

from __future__ import annotations

from dataclasses import replace

from inforce.rules.readings.phrases import SILENT

PHRASES = replace(
    SILENT,
    denials=r"\b(?:non|mai|nessun[oa]?|niente|nulla|senza|né)\b",
    abbreviations="sig sigg dott prof art artt n p.es es pag tel ca ecc.a lett cfr d.lgs",
    beside_titles="il lo la i gli le un una di del della dello dei delle e per da nostra vostra questa ufficiale "
    "nuova attuale",
    policies="informativa|politica",
)

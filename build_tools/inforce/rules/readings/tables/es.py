"""Spanish: no values are read in it, as nobody has written its table; only what stands here is known of it."""

from __future__ import annotations

from dataclasses import replace

from inforce.rules.readings.phrases import SILENT

PHRASES = replace(
    SILENT,
    denials=r"\b(?:no|nunca|jamás|ningun[oa]?|ningún|nada|nadie|sin|ni|tampoco)\b",
    abbreviations="sr sra sres dr dra art arts núm pág págs p.ej ej aprox tel ud uds etc.a av c",
    beside_titles="el la los las un una de del y en para por nuestra nuestro su esta oficial nueva actual",
    policies="politica|aviso|declaracion",
)

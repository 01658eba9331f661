"""Portuguese: no values are read in it, as nobody has written its table; only what stands here is known of it."""

from __future__ import annotations

from dataclasses import replace

from inforce.rules.readings.phrases import SILENT

PHRASES = replace(
    SILENT,
    denials=r"\b(?:não|nunca|jamais|nenhuma?|nada|ninguém|sem|nem)\b",
    abbreviations="sr sra dr dra art arts n p.ex ex pág tel av",
    beside_titles="o a os as um uma de do da dos das e em para por nossa nosso sua esta oficial nova atual",
    policies="politica|aviso|declaracao",
)

"""Words that end with a full stop in the middle of a sentence, by language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ABBREVIATIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        language: frozenset(words.split())
        for language, words in {
            "en": "mr mrs ms dr prof st vs e.g i.e cf no nos art arts para paras sec ch fig approx dept est inc ltd co"
            " corp u.s u.k jan feb mar apr jun jul aug sep sept oct nov dec reg eg ie al ed vol pp p",
            "de": "bzw z.b d.h u.a u.u i.d.r i.s.d i.s.v i.v.m z.t o.ä o.g s.o s.u ggf bspw abs art nr lit vgl inkl"
            " exkl usf dr prof hr fr st str tel ca evtl gem max min mio mrd ziff jan feb apr jun jul aug sept okt nov"
            " dez sog bzgl zzgl abzgl einschl vorm ehem allg entspr insb gegebenenf s bsp ff",
            "fr": "m mm mme mmes mlle dr pr st ste art al p.ex ex n nos cf env max min tél av bd janv févr avr juil"
            " sept oct nov déc c.-à-d p pp réf soc",
            "nl": "bijv bv d.w.z m.b.t t.a.v i.v.m o.a m.a.w t.b.v t.o.v n.a.v resp art nr blz ca dhr mevr dr prof evt"
            " incl excl max min tel jan feb mrt apr jun jul aug sept okt nov dec jl lid st sub",
            "es": "sr sra sres dr dra art arts núm pág págs p.ej ej aprox tel ud uds etc.a av c",
            "it": "sig sigg dott prof art artt n p.es es pag tel ca ecc.a lett cfr d.lgs",
            "pl": "art ust pkt nr np tj tzn ul dr prof m.in r ok",
            "pt": "sr sra dr dra art arts n p.ex ex pág tel av",
        }.items()
    }
)
EVERYWHERE = frozenset("art no nr dr prof vs cf tel max min st ca p pp".split())  # noqa: SIM905

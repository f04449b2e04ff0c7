"""The numbers of the LKE's Pemenuhan, question by question: `A.I.1.i.a` is the first of them (contract, section 5).

Source: PermenPANRB 90/2021, Lampiran III: A (Pengungkit), I (Pemenuhan), the six areas, their parts in small Roman
numbers, the questions in letters. A matrix with the LKE's 25 subkomponen stands in the same order, so the number
follows from the place (`III.6.b` is A.I.3.vi.b); the texts are not compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from zi_excel.measuring.lke import weights_for
from zi_excel.plan.numbering import ROMAN, letters
from zi_excel.plan.rencana_aksi import RencanaAksi

_PEMENUHAN = "A.I"


def lke_numbers(plan: RencanaAksi) -> Mapping[str, str]:
    """The LKE number of each indikator, by its kode; {} where the matrix hasn't the LKE's 25 subkomponen."""
    kodes = [sub.kode for komponen in plan.komponen for sub in komponen.subkomponen]
    if not weights_for(kodes).bobot:
        return MappingProxyType({})
    return MappingProxyType(
        {
            indikator.kode: f"{_PEMENUHAN}.{area}.{ROMAN[part].lower()}.{letters(question)}"
            for area, komponen in enumerate(plan.komponen, 1)
            for part, sub in enumerate(komponen.subkomponen)
            for question, indikator in enumerate(sub.indikator, 1)
        }
    )

"""All rules, a file per column; a new rule is a function in its column's file, named in that file's RULES.

May import what validation may, the subject and what a rule is; no rule file imports another.
"""

from __future__ import annotations

from zi_excel.errors import UsageError
from zi_excel.validation.rule import Rule
from zi_excel.validation.rules import (
    zi0_isi,
    zi0_struktur,
    zi0_tampilan,
    zi1_no,
    zi2_komponen,
    zi3_indikator,
    zi4_langkah_aksi,
    zi5_bukti_fisik,
    zi6_target_waktu,
    zi7_penanggung_jawab,
    zi8_bukti,
    zi8_realisasi,
    zi9_penetapan,
    zi9_tercatat,
)

_FILES: tuple[Rule, ...] = (
    *zi0_struktur.RULES,
    *zi0_tampilan.RULES,
    *zi0_isi.RULES,
    *zi1_no.RULES,
    *zi2_komponen.RULES,
    *zi3_indikator.RULES,
    *zi4_langkah_aksi.RULES,
    *zi5_bukti_fisik.RULES,
    *zi6_target_waktu.RULES,
    *zi7_penanggung_jawab.RULES,
    *zi8_realisasi.RULES,
    *zi8_bukti.RULES,
    *zi9_penetapan.RULES,
    *zi9_tercatat.RULES,
)

ALL: tuple[Rule, ...] = tuple(sorted(_FILES, key=lambda rule: rule.code))

__all__ = ["ALL", "rules_of"]


def rules_of(code: str | None) -> tuple[Rule, ...]:
    """All rules, or the one of a code.

    Raises:
        UsageError: no rule has that code.
    """
    rules = tuple(rule for rule in ALL if code is None or rule.code == code.upper())
    if not rules:
        raise UsageError(f"aturan `{code}` tidak ada; `zi-excel aturan` menampilkan semuanya.")
    return rules

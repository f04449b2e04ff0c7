"""Rows of the matrix that name nothing of it: sums, and the words that the LKE parts its komponen by."""

from __future__ import annotations

import re
from collections.abc import Mapping

from zi_excel.plan.areas import area_number
from zi_excel.plan.numbering import read_number
from zi_excel.plan.rencana_aksi import Field

_SUBTOTAL = re.compile(r"(?:(?:grand |sub ?)?(?:total|jumlah)|rata ?-? ?rata|rerata)\b(.*)", re.IGNORECASE | re.DOTALL)
_OF_SUBTOTAL = frozenset(
    [
        "capaian",
        "realisasi",
        "nilai",
        "progres",
        "progress",
        "persentase",
        "target",
        "indikator",
        "komponen",
        "subkomponen",
        "sub",
        "area",
        "umum",
        "keseluruhan",
        "seluruh",
        "seluruhnya",
        "semua",
        "akhir",
        "total",
        "jumlah",
        "rata",
        "per",
        "dan",
        "zi",
    ]
)
"""What may follow the word in a subtotal's own cell; a komponen's name may as well."""
_DIVIDER = re.compile(
    r"(?:[A-Z\d]{1,3}\s*[.)]\s*)?(?:(?:komponen|aspek|unsur)\s+)?(?:pengungkit|pemenuhan|reform|hasil)\b\W*",
    re.IGNORECASE,
)


def is_divider(texts: Mapping[Field, str]) -> bool:
    """Whether a row says no more than `A. PENGUNGKIT`, `PEMENUHAN`, `REFORM`: the LKE's words above what is planned."""
    named = [text for field, text in texts.items() if field is not Field.NO or len(text) > 4]
    return len(named) == 1 and _DIVIDER.fullmatch(named[0]) is not None


def is_subtotal(texts: Mapping[Field, str], first: str) -> bool:
    """Whether a row sums up. "Jumlah tim kerja" in the indikator's column is an indikator that lacks its target."""
    found = _SUBTOTAL.match(first)
    if found is None or any(field in texts for field in (Field.LANGKAH_AKSI, Field.BUKTI_FISIK, Field.TARGET_WAKTU)):
        return False
    if Field.INDIKATOR not in texts:
        return True
    rest = re.sub(r"^\W*(?:sub ?)?(?:komponen|area|capaian|[ivx]+\b|\W)*", "", found[1], flags=re.IGNORECASE)
    words = re.findall(r"\w+", found[1].casefold())
    return all(each in _OF_SUBTOTAL or read_number(each) for each in words) or area_number(rest) is not None

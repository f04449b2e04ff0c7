"""The evidence question by question, in the order and the numbers of the LKE, as text to carry over. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from zi_excel.plan.numbering import without_lead
from zi_excel.report.registers import Evidence, Keadaan
from zi_excel.wording import shortened

_LONGEST = 100


def evidence_text(rows: Sequence[Evidence], numbers: Mapping[str, str], *, kantor: str = "") -> str:
    """The text: per indikator its number, its name and each butir bukti with its link or that it is missing.

    Args:
        rows: the register, in the matrix's order.
        numbers: the LKE number of each indikator, by its kode; {}: the matrix's own kode stand instead.
        kantor: the office, for the first line.
    """
    return "\n".join(_lines(rows, numbers, kantor)) + "\n"


def _lines(rows: Sequence[Evidence], numbers: Mapping[str, str], kantor: str) -> Iterator[str]:
    office = f" {' '.join(kantor.split())}" if kantor else ""
    missing = sum(row.keadaan is Keadaan.BELUM for row in rows)
    by = "nomor LKE (Pemenuhan)" if numbers else "kode; matriks ini tidak mempunyai 25 subkomponen LKE"
    yield f"Bukti{office}, menurut {by}"
    yield f"{missing} butir belum ada." if missing else "Semua butir mempunyai tautan."
    for kode, own in groupby(rows, key=lambda row: row.result.indikator.kode):
        register = list(own)
        number = numbers.get(kode, kode)
        behind = f" ({kode})" if number != kode else ""
        nama = shortened(without_lead(" ".join(register[0].result.indikator.nama.text.split())), _LONGEST)
        yield ""
        yield f"{number}{behind} {nama}"
        yield from (f"  {_row(row)}" for row in register)


def _row(row: Evidence) -> str:
    sign = row.keadaan.value.partition(" ")[0]
    butir = " ".join(row.butir.split()) or ("(di luar butir)" if row.link else "(bukti fisik kosong)")
    if row.link:
        return f"{sign} {butir}: {row.link}"
    return f"{sign} {butir}" + (": belum ada" if row.keadaan is Keadaan.BELUM else ": tautan bersama")

"""Rows of the matrix as tests make them: everything blank but what a test is about."""

from zi_excel.plan.jadwal import TargetWaktu
from zi_excel.plan.realisasi import Realisasi
from zi_excel.plan.rencana_aksi import Datum, Indikator, Place


def datum(text="", value=None, **rest):
    """A cell with this text."""
    return Datum.at(Place("Rencana Aksi", 1, 1), text, value, **rest)


def made_indikator(kode: str, target: TargetWaktu, share: float | None, *, dilaporkan: bool = True, **cells):
    """One indikator. share None: a realisasi that can't be read. cells: what else of an Indikator stands there."""
    blank = datum()
    letter = kode.rpartition(".")[2]
    given = {
        "row": 10,
        "letter": letter,
        "nama": datum(f"{letter}. Nama"),
        "langkah_aksi": blank,
        "bukti_fisik": blank,
        "target_waktu": datum("2025"),
        "penanggung_jawab": datum("Tim"),
        "laporan": blank,
        "tanggal_selesai": blank,
        "tautan_bukti": blank,
        "kendala": blank,
        "tindak_lanjut": blank,
        **cells,
    }
    return Indikator(kode=kode, target=target, realisasi=Realisasi(share, dilaporkan=dilaporkan), **given)

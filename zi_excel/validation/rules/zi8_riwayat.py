"""ZI813: what staff reported before, as the tab Monev Riwayat tells it."""

from __future__ import annotations

from collections.abc import Iterator

from zi_excel.measuring.status import EXACT
from zi_excel.plan.rencana_aksi import Field
from zi_excel.validation.findings import Hit, Level, Subject, rule
from zi_excel.validation.rules.cells import rows
from zi_excel.wording import long_date, percent


@rule("ZI813", Level.PERINGATAN)
def realisasi_turun(subject: Subject) -> Iterator[Hit]:
    """Realisasi turun sejak penyegaran terakhir.

    Realisasi dibandingkan dengan yang tercatat di tab Monev Riwayat pada penyegaran terakhir sebelum tanggal penilaian.

    Mengapa: yang sudah dikerjakan jarang menjadi kurang; biasanya sel terhapus, salah baris, atau angkanya dikoreksi.
    Salah: 75% pada 13 November 2025, lalu 50%.
    Benar: realisasi yang tetap atau naik.
    Saran: Periksa sel ini; bila memang dikoreksi, tulis sebabnya di kolom KENDALA atau TINDAK LANJUT.
    """
    if subject.earlier is None:
        return
    day, before = subject.earlier
    for each in rows(subject.plan, Field.REALISASI):
        was, now = before.get(each.kode), each.realisasi.share
        if was is not None and now is not None and now < was - EXACT:
            said = percent(now) if each.realisasi.dilaporkan else "sekarang kosong"
            message = f"Realisasi {each.kode} turun: {percent(was)} pada {long_date(day)}, {said}."
            yield Hit(each.laporan, each.kode, message, about_text=False)


RULES = (realisasi_turun,)

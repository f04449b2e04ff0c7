"""ZI8xx: what stands beside a realisasi for the evaluator: the day that it was done, and the links to its evidence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from zi_excel.plan.rencana_aksi import Field, Indikator
from zi_excel.validation.findings import Hit, Level, Subject, rule
from zi_excel.validation.rules.cells import is_blank, is_done, quoted, rows

_OWN_COMPUTER = re.compile(r"(?:file:/*)?[A-Za-z]:[\\/]|file:///(?!/)", re.IGNORECASE)
_MAIL = "mailto:"


@rule("ZI814", Level.INFO)
def selesai_tanpa_tanggal(subject: Subject) -> Iterator[Hit]:
    """Selesai tanpa tanggal selesai.

    Indikator dengan realisasi 100% seharusnya punya TANGGAL SELESAI.

    Mengapa: tanpa tanggalnya tidak diketahui apakah selesai tepat waktu.
    Salah: REALISASI (%) 100% dengan TANGGAL SELESAI kosong.
    Benar: REALISASI (%) 100% dengan TANGGAL SELESAI 31/03/2025.
    Saran: Isi tanggal pekerjaan itu selesai.
    """
    for each in rows(subject.plan, Field.TANGGAL_SELESAI):
        if is_done(each) and is_blank(each.tanggal_selesai):
            yield Hit(each.tanggal_selesai, each.kode, f"{each.kode} selesai, tetapi TANGGAL SELESAI kosong.")


@rule("ZI815", Level.INFO)
def tautan_sama(subject: Subject) -> Iterator[Hit]:
    """Tautan bukti yang sama untuk indikator yang tidak berkaitan.

    Alamat di kolom TAUTAN BUKTI sama dengan milik indikator dari subkomponen lain.

    Mengapa: penilai mencari bukti setiap indikator; satu folder untuk semua, atau tautan yang tersalin, menyulitkannya.
    Salah: https://drive.google.com/… yang sama untuk I.3.a dan VI.2.b.
    Benar: satu folder atau berkas untuk setiap indikator.
    Saran: Ganti dengan tautan ke bukti indikator itu sendiri; bila buktinya memang sama, tidak perlu diubah.
    """
    home_of = {each.kode: sub.kode for sub in subject.plan.subkomponen() for each in sub.indikator}
    users: dict[str, list[Indikator]] = defaultdict(list)
    for each in rows(subject.plan, Field.TAUTAN_BUKTI):
        for link in each.tautan_bukti.links:
            users[link.rstrip("/")].append(each)
    for link, group in users.items():
        other = next((each for each in group if home_of[each.kode] != home_of[group[0].kode]), None)
        if other is not None:
            kodes = ", ".join(each.kode for each in group)
            message = f"Tautan {quoted(link)} dipakai untuk {len(group)} indikator: {kodes}."
            yield Hit(other.tautan_bukti, other.kode, message)


@rule("ZI816", Level.PERINGATAN)
def tautan_tidak_terbuka(subject: Subject) -> Iterator[Hit]:
    """Tautan bukti hanya terbuka di satu komputer, atau alamat surel.

    Alamat di kolom TAUTAN BUKTI menunjuk disk komputer sendiri (C:, D:), atau berupa alamat surel, yang oleh Excel
    diubah menjadi tautan.

    Mengapa: penilai dan rekan tidak dapat membukanya.
    Salah: C:/Users/Sri/Documents/SK.pdf; bukti@kpu.go.id.
    Benar: https://drive.google.com/…, atau bukti/I.1.a/SK.pdf di sebelah buku kerja.
    Saran: Simpan berkasnya di folder bersama, lalu tautkan dari sana.
    """
    for each in rows(subject.plan, Field.TAUTAN_BUKTI):
        for link in each.tautan_bukti.links:
            local = _OWN_COMPUTER.match(link) is not None
            if local or link.casefold().startswith(_MAIL):
                what = "hanya terbuka di komputer ini" if local else "adalah alamat surel"
                yield Hit(each.tautan_bukti, each.kode, f"Tautan {quoted(link)} {what}.")
                break


RULES = (selesai_tanpa_tanggal, tautan_sama, tautan_tidak_terbuka)

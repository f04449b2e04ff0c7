"""ZI9xx: differences from the enacted matrix. Reported, never repaired."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from zi_excel.enacted.diff import Elsewhere
from zi_excel.enacted.matrix import EnactedKomponen, plain
from zi_excel.plan.numbering import without_letter
from zi_excel.plan.rencana_aksi import TITLES, Datum, Field, Place
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.rules.questions import quoted
from zi_excel.validation.subject import Subject


def _hit(where: Datum | Place, kode: str | None, message: str) -> Hit:
    """A difference. It is never the decree's own slip, even where its cell says what is enacted."""
    return Hit(where, kode, message, about_text=False)


@rule("ZI901", Level.GALAT)
def target_diubah(subject: Subject) -> Iterator[Hit]:
    """Target waktu berbeda dari yang ditetapkan.

    Setiap target dibandingkan dengan matriks dalam keputusan. Target dengan arti yang sama dan kata lain dilaporkan
    oleh ZI905.

    Mengapa: target adalah ketetapan; capaian terhadap target yang diubah bukan capaian terhadap keputusan.
    Salah: ditetapkan Februari 2025, di buku kerja Desember 2025.
    Benar: Februari 2025.
    Saran: Kembalikan target seperti dalam keputusan; perubahan target memerlukan keputusan baru.
    """
    for cell in subject.comparison.changed:
        if cell.field is Field.TARGET_WAKTU and not cell.same_meaning:
            now = quoted(cell.datum.text) if cell.datum.text else "kosong"
            was = f"{quoted(cell.was) if cell.was else 'kosong'} ({subject.enacted.decree})"
            yield _hit(cell.datum, cell.kode, f"Target waktu diubah: ditetapkan {was}, kini {now}.")


@rule("ZI902", Level.GALAT)
def indikator_ditambah(subject: Subject) -> Iterator[Hit]:
    """Indikator yang tidak ada dalam keputusan.

    Baris yang tidak cocok dengan satu pun indikator yang ditetapkan.

    Mengapa: indikator tambahan mengubah rata-rata capaian semua kelompoknya.
    Salah: baris baru “e. Melaksanakan studi banding” di bawah I.4.d.
    Benar: hanya 87 indikator yang ditetapkan.
    Saran: Pindahkan baris ini ke luar matriks, atau mintakan perubahan keputusan.
    """
    for indikator in subject.comparison.added:
        text = quoted(indikator.nama.text) if indikator.nama.text else "tanpa teks"
        yield _hit(indikator.nama, indikator.kode, f"Indikator {text} tidak ada dalam {subject.enacted.decree}.")


@rule("ZI903", Level.GALAT)
def indikator_dihapus(subject: Subject) -> Iterator[Hit]:
    """Indikator yang ditetapkan tidak ada.

    Indikator dalam keputusan yang tidak ditemukan di buku kerja; selnya menunjuk baris sebelum tempatnya.

    Mengapa: indikator yang hilang mengubah rata-rata capaian semua kelompoknya.
    Salah: sesudah I.2.a langsung I.2.c.
    Benar: I.2.a, I.2.b, I.2.c.
    Saran: Kembalikan barisnya seperti dalam keputusan, misalnya dari buku kerja baru (`zi-excel baru`).
    """
    for row in subject.comparison.removed:
        where = row.after.nama if row.after else Place(subject.plan.sheet, subject.plan.header_row)
        text = quoted(plain(row.enacted.indikator))
        after = f"; tempatnya sesudah baris {row.after.row}" if row.after else ""
        message = f"Indikator {row.enacted.kode} {text} dari {subject.enacted.decree} tidak ada{after}."
        yield _hit(where, row.enacted.kode, message)._replace(suggestion=_restored(subject))


def _restored(subject: Subject) -> str | None:
    """The advice for a recorded matrix, which has no fresh workbook to copy from; None: the rule's own words."""
    recorded = subject.enacted.pencatatan is not None
    return "Kembalikan barisnya seperti dalam keputusan, misalnya dari cadangan buku kerja." if recorded else None


@rule("ZI904", Level.GALAT)
def indikator_dipindah(subject: Subject) -> Iterator[Hit]:
    """Indikator tidak di tempatnya.

    Indikator yang ditetapkan ada, tetapi di subkomponen lain atau dalam urutan lain.

    Mengapa: indikator di subkomponen lain dihitung dalam kelompok dan dengan bobot yang salah.
    Salah: “Telah menetapkan agen perubahan” di bawah I.3.
    Benar: “Telah menetapkan agen perubahan” di bawah I.4, sesudah huruf a.
    Saran: Kembalikan barisnya ke tempatnya dalam keputusan.
    """
    for row in subject.comparison.moved:
        text = quoted(without_letter(row.indikator.nama.text))
        was = f"sebagai {row.enacted.kode} ({subject.enacted.decree})"
        message = f"Indikator {text} ditetapkan {was}, tetapi di sini {_WHERE[row.where]}."
        yield _hit(row.indikator.nama, row.indikator.kode, message)


_WHERE = MappingProxyType(
    {
        Elsewhere.KOMPONEN: "di bawah komponen lain",
        Elsewhere.SUBKOMPONEN: "di bawah subkomponen lain",
        Elsewhere.ORDER: "dalam urutan lain",
    }
)


@rule("ZI905", Level.PERINGATAN)
def kata_diubah(subject: Subject) -> Iterator[Hit]:
    """Kata-kata berbeda dari yang ditetapkan.

    Kolom 1-7 dibandingkan kata demi kata dengan keputusan; spasi, ganti baris, dan jenis tanda hubung tidak dihitung.

    Mengapa: yang dinilai adalah bunyi keputusan; perubahan kecil pun dapat mengubah apa yang harus dibuktikan.
    Salah: ditetapkan “SK Tim Agen Perubahan”, di buku kerja “SK Agen”.
    Benar: SK Tim Agen Perubahan.
    Saran: Kembalikan seperti dalam keputusan, juga bila naskahnya salah ketik.
    """
    for cell in subject.comparison.changed:
        if cell.field is not Field.TARGET_WAKTU or cell.same_meaning:
            was, now = _apart(cell.was, cell.datum.text)
            message = f"Kolom {TITLES[cell.field]} diubah: ditetapkan {was} ({subject.enacted.decree}), kini {now}."
            yield _hit(cell.datum, cell.kode, message)


def _apart(was: str, now: str) -> tuple[str, str]:
    """Both texts quoted; of long ones the part that begins just before their first difference."""
    old, new = " ".join(was.split()), " ".join(now.split())
    shorter = min(len(old), len(new))
    alike = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    begin = old.rfind(" ", 0, max(0, alike - _BEFORE)) + 1
    lead = "…" if begin else ""
    return quoted(lead + old[begin:]) if old else "kosong", quoted(lead + new[begin:]) if new else "kosong"


_BEFORE = 15
"""Characters that are shown before the first difference."""


@rule("ZI906", Level.PERINGATAN)
def huruf_diubah(subject: Subject) -> Iterator[Hit]:
    """Huruf indikator berbeda dari yang ditetapkan.

    Indikatornya ada di tempatnya, tetapi hurufnya lain atau tidak ada.

    Mengapa: kode berubah bersama hurufnya, sehingga laporan berikutnya tidak dapat dibandingkan.
    Salah: ditetapkan “c.”, di buku kerja “d.”.
    Benar: ditetapkan “c.”, di buku kerja juga “c.”.
    Saran: Kembalikan hurufnya; bila hurufnya bergeser karena baris sisipan, keluarkan dahulu baris sisipan itu.
    """
    for row in subject.comparison.relettered:
        was = f"huruf “{row.was}.”" if row.was else "tanpa huruf"
        now = f"“{row.now}.”" if row.now else "tanpa huruf"
        message = f"Indikator ini ditetapkan dengan {was} ({subject.enacted.decree}), kini {now}."
        yield _hit(row.indikator.nama, row.indikator.kode, message)


@rule("ZI907", Level.INFO)
def matriks_lain(subject: Subject) -> Iterator[Hit]:
    """Bukan matriks yang ditetapkan.

    Bila kebanyakan indikator tidak cocok dengan keputusan, buku kerja ini dianggap milik kantor lain dan tidak
    dibandingkan. Begitu juga rancangan tahun lain dengan kata-kata keputusan itu, yang targetnya milik tahun lain.

    Mengapa: ratusan perbedaan dengan keputusan kantor lain tidak berguna bagi siapa pun.
    Salah: mengharapkan perbandingan untuk matriks kantor lain.
    Benar: membandingkan matriks dengan keputusannya sendiri.
    Saran: Bila ini matriks kantor lain, catat yang ditetapkan dengan `zi-excel tetapkan`; perubahannya lalu dilaporkan.
    """
    compared = subject.comparison
    if not compared.same_matrix:
        enacted = subject.enacted
        count = sum(1 for _ in enacted.indikator())
        if compared.other_year:
            message = (
                f"Ini rencana tahun {subject.plan.year}, sedangkan Keputusan {enacted.kantor} Nomor {enacted.nomor} "
                f"menetapkan tahun {enacted.tahun}, jadi tidak dibandingkan dengan keputusan itu."
            )
            advice = "Setelah keputusan tahun ini ditandatangani, catat dengan `zi-excel tetapkan`."
            yield _hit(Place(subject.plan.sheet), None, message)._replace(suggestion=advice)
            return
        message = (
            f"Ini bukan matriks Keputusan {enacted.kantor} Nomor {enacted.nomor} ({compared.recognised} dari {count} "
            "indikatornya dikenali), jadi tidak dibandingkan dengan keputusan itu."
        )
        yield _hit(Place(subject.plan.sheet), None, message)


@rule("ZI908", Level.GALAT)
def baris_induk_hilang(subject: Subject) -> Iterator[Hit]:
    """Baris komponen atau subkomponen tidak ada.

    Indikatornya masih ada, tetapi baris nomor dan nama komponen atau subkomponennya hilang; selnya menunjuk indikator
    pertamanya. Juga bila yang hilang ditetapkan tanpa indikator.

    Mengapa: indikatornya terhitung pada kelompok di atasnya, dan kodenya berubah.
    Salah: II | PENATAAN TATA LAKSANA terhapus, sehingga indikatornya terhitung pada komponen I.
    Benar: setiap komponen dan subkomponen dengan nomor dan namanya.
    Saran: Kembalikan nomor dan nama itu di kolom NO dan KOMPONEN.
    """
    for group in subject.comparison.unheaded:
        what = "Komponen" if isinstance(group.enacted, EnactedKomponen) else "Subkomponen"
        name = quoted(plain(group.enacted.nama))
        was = f"{what} {group.enacted.kode} {name} dari {subject.enacted.decree}"
        message = f"{was} tidak ada; indikatornya kini terhitung pada {group.now}."
        yield _hit(group.first.nama, group.enacted.kode, message)
    for lost in subject.comparison.lost:
        what = "Komponen" if isinstance(lost, EnactedKomponen) else "Subkomponen"
        message = f"{what} {lost.kode} {quoted(plain(lost.nama))} dari {subject.enacted.decree} tidak ada."
        yield _hit(Place(subject.plan.sheet, subject.plan.header_row), lost.kode, message)


RULES = (
    target_diubah,
    indikator_ditambah,
    indikator_dihapus,
    indikator_dipindah,
    kata_diubah,
    huruf_diubah,
    matriks_lain,
    baris_induk_hilang,
)

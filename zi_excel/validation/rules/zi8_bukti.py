"""ZI8xx: column TAUTAN BUKTI, and what the folder of evidence holds where one was named (ZI817-ZI819)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_excel.folder_bukti.folder import LinkState
from zi_excel.folder_bukti.links import on_own_computer
from zi_excel.plan.rencana_aksi import Field, Indikator
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.rules.questions import counted, is_blank, is_done, quoted, shared_by_unrelated
from zi_excel.validation.subject import Subject
from zi_excel.wording import long_date

_MAIL = "mailto:"
_SHOWN = 3
"""Links that a message names; of more it says how many."""


@rule("ZI804", Level.PERINGATAN)
def selesai_tanpa_bukti(subject: Subject) -> Iterator[Hit]:
    """Selesai tanpa tautan bukti.

    Indikator dengan realisasi 100% seharusnya mempunyai tautan di kolom TAUTAN BUKTI.

    Mengapa: penilai hanya mengakui yang buktinya dapat dibuka.
    Salah: REALISASI (%) 100% dengan TAUTAN BUKTI kosong.
    Benar: REALISASI (%) 100% dengan https://drive.google.com/….
    Saran: Isi TAUTAN BUKTI dengan alamat web, atau berkas di folder kantor.
    """
    for indikator in subject.rows[Field.TAUTAN_BUKTI]:
        if is_done(indikator) and is_blank(indikator.tautan_bukti) and not indikator.tautan_bukti.links:
            yield Hit(indikator.tautan_bukti, indikator.kode, f"{indikator.kode} selesai, tetapi TAUTAN BUKTI kosong.")


@rule("ZI810", Level.PERINGATAN)
def tautan_bukan_tautan(subject: Subject) -> Iterator[Hit]:
    """Tautan bukti bukan tautan.

    Kolom TAUTAN BUKTI berisi teks tanpa alamat yang dapat dibuka: bukan tautan, alamat web, atau nama berkas.

    Mengapa: bukti yang tidak dapat dibuka tidak terhitung tertaut.
    Salah: “ada di lemari arsip”.
    Benar: https://drive.google.com/…, atau bukti/I.1.a/SK.pdf.
    Saran: Ganti dengan alamat web atau berkasnya; keterangan lain ditaruh di kolom KENDALA atau TINDAK LANJUT.
    """
    for indikator in subject.rows[Field.TAUTAN_BUKTI]:
        datum = indikator.tautan_bukti
        readable = datum.error is None and datum.cached and not datum.picture  # ZI009, ZI010, ZI018
        if readable and not is_blank(datum) and not datum.links:
            yield Hit(datum, indikator.kode, f"{quoted(datum.text)} di kolom TAUTAN BUKTI bukan tautan.")


@rule("ZI815", Level.INFO)
def tautan_sama(subject: Subject) -> Iterator[Hit]:
    """Tautan bukti yang sama untuk indikator yang tidak berkaitan.

    Alamat di kolom TAUTAN BUKTI sama dengan milik indikator dari subkomponen lain.

    Mengapa: penilai mencari bukti setiap indikator; satu folder untuk semua, atau tautan yang tersalin, menyulitkannya.
    Salah: https://drive.google.com/… yang sama untuk I.3.a dan VI.2.b.
    Benar: satu folder atau berkas untuk setiap indikator.
    Saran: Ganti dengan tautan ke bukti indikator itu sendiri; bila buktinya memang sama, tidak perlu diubah.
    """
    links = (
        (link.rstrip("/"), indikator)
        for indikator in subject.rows[Field.TAUTAN_BUKTI]
        for link in indikator.tautan_bukti.links
    )
    for link, other, group in shared_by_unrelated(subject, links):
        yield Hit(other.tautan_bukti, other.kode, f"Tautan {quoted(link)} dipakai untuk {counted(group)}.")


@rule("ZI816", Level.PERINGATAN)
def tautan_tidak_terbuka(subject: Subject) -> Iterator[Hit]:
    """Tautan bukti hanya terbuka di satu komputer, atau alamat surel.

    Alamat di kolom TAUTAN BUKTI menunjuk disk komputer sendiri (C:, D:), atau berupa alamat surel, yang oleh Excel
    diubah menjadi tautan. Folder bersama di server bukan disk sendiri, bagaimanapun alamatnya ditulis.

    Mengapa: penilai dan rekan tidak dapat membukanya.
    Salah: C:/Users/Sri/Documents/SK.pdf; bukti@kpu.go.id.
    Benar: https://drive.google.com/…, atau bukti/I.1.a/SK.pdf di sebelah buku kerja.
    Saran: Simpan berkasnya di folder bersama, lalu tautkan dari sana.
    """
    for indikator in subject.rows[Field.TAUTAN_BUKTI]:
        for link in indikator.tautan_bukti.links:
            local = on_own_computer(link)
            if local or link.casefold().startswith(_MAIL):
                what = "hanya terbuka di komputer ini" if local else "adalah alamat surel"
                yield Hit(indikator.tautan_bukti, indikator.kode, f"Tautan {quoted(link)} {what}.")
                break


@rule("ZI817", Level.PERINGATAN)
def berkas_bukti_tidak_ada(subject: Subject) -> Iterator[Hit]:
    """Tautan bukti ke berkas yang tidak ada.

    Bila folder bukti disebut (`--folder-bukti`, atau `folder_bukti` di zi-excel.toml), tautan berupa berkas dicari di
    sana: seperti yang dibuka Excel dari folder buku kerja, di folder bukti itu sendiri, dan di folder kodenya. Huruf
    besar-kecil tidak membedakan. Alamat web tidak dibuka.

    Mengapa: bukti yang sudah dipindahkan, diganti namanya, atau belum disimpan tidak dapat dibuka penilai.
    Salah: I.1.a/SK Tim.pdf, padahal foldernya hanya berisi “SK Tim Kerja.pdf”.
    Benar: I.1.a/SK Tim Kerja.pdf.
    Saran: Simpan berkasnya di folder bukti dengan nama itu, atau perbaiki tautannya.
    """
    for indikator in subject.rows[Field.TAUTAN_BUKTI]:
        if missing := _of(subject, indikator, LinkState.TIDAK_ADA):
            yield Hit(indikator.tautan_bukti, indikator.kode, f"{_listed(missing)} tidak ada di folder bukti.")
        if unread := _of(subject, indikator, LinkState.TIDAK_TERBACA):
            message = f"{_listed(unread)} tidak dapat diperiksa: foldernya tidak boleh dibaca."
            yield Hit(indikator.tautan_bukti, indikator.kode, message, "Minta izin baca atas folder itu.")


@rule("ZI818", Level.PERINGATAN)
def bukti_di_luar_folder(subject: Subject) -> Iterator[Hit]:
    r"""Tautan bukti ke luar folder bukti.

    Bila folder bukti disebut, tautan berupa berkas seharusnya menuju ke dalamnya. Yang di luarnya (drive, folder, atau
    server lain; juga lewat `..` atau pintasan) tidak pernah dilihat.

    Mengapa: berkas di komputer pribadi atau drive lain tidak dapat dibuka orang lain, dan tidak ikut dicadangkan.
    Salah: C:\Users\Budi\Desktop\SK.pdf.
    Benar: I.1.a/SK.pdf di folder bukti kantor.
    Saran: Salin berkasnya ke folder bukti dan tautkan yang di sana.
    """
    for indikator in subject.rows[Field.TAUTAN_BUKTI]:
        if outside := _of(subject, indikator, LinkState.DI_LUAR):
            message = f"{_listed(outside)} berada di luar folder bukti; tidak diperiksa."
            yield Hit(indikator.tautan_bukti, indikator.kode, message)


@rule("ZI819", Level.INFO)
def bukti_belum_ditautkan(subject: Subject) -> Iterator[Hit]:
    """Bukti ada di folder, TAUTAN BUKTI kosong.

    Folder bukti dapat berisi satu folder per kode (misalnya I.1.a). Bila di dalamnya ada berkas, TAUTAN BUKTI
    seharusnya terisi.

    Mengapa: buktinya sudah ada, tetapi tidak terhitung tertaut.
    Salah: TAUTAN BUKTI kosong, padahal folder I.1.a berisi SK.pdf.
    Benar: TAUTAN BUKTI berisi I.1.a/SK.pdf.
    Saran: Isi TAUTAN BUKTI dengan berkasnya; bila bukan bukti untuk indikator ini, pindahkan.
    """
    folders = subject.folder_bukti.kode if subject.folder_bukti is not None else {}
    for indikator in subject.rows[Field.TAUTAN_BUKTI]:
        folder = folders.get(indikator.kode)
        if folder is None or not folder.files or indikator.tautan_bukti.links or not is_blank(indikator.tautan_bukti):
            continue
        latest = folder.files[0]
        count = f"{len(folder.files)} berkas" + (" atau lebih" if folder.more else "")
        message = (
            f"Folder {quoted(folder.name)} berisi {count} (terbaru {quoted(latest.name)}, {long_date(latest.day)}), "
            "tetapi TAUTAN BUKTI kosong."
        )
        yield Hit(indikator.tautan_bukti, indikator.kode, message)


def _of(subject: Subject, indikator: Indikator, state: LinkState) -> list[str]:
    """The links of an indikator of which this was found; none where no folder was named."""
    folder = subject.folder_bukti
    if folder is None:
        return []
    return [link for link in indikator.tautan_bukti.links if folder.links.get((indikator.kode, link)) is state]


def _listed(links: Sequence[str]) -> str:
    more = f" dan {len(links) - _SHOWN} lagi" if len(links) > _SHOWN else ""
    return ", ".join(quoted(link) for link in links[:_SHOWN]) + more


RULES = (
    selesai_tanpa_bukti,
    tautan_bukan_tautan,
    tautan_sama,
    tautan_tidak_terbuka,
    berkas_bukti_tidak_ada,
    bukti_di_luar_folder,
    bukti_belum_ditautkan,
)

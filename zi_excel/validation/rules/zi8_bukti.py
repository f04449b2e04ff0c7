"""ZI817-ZI819: what the folder of evidence holds, where one was named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_excel.folder_bukti.found import Standing
from zi_excel.plan.rencana_aksi import Field, Indikator
from zi_excel.validation.findings import Hit, Level, Subject, rule
from zi_excel.validation.rules.cells import is_blank, quoted, rows
from zi_excel.wording import long_date

_SHOWN = 3


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
    for each in rows(subject.plan, Field.TAUTAN_BUKTI):
        if missing := _of(subject, each, Standing.TIDAK_ADA):
            yield Hit(each.tautan_bukti, each.kode, f"{_listed(missing)} tidak ada di folder bukti.")
        if unread := _of(subject, each, Standing.TIDAK_TERBACA):
            message = f"{_listed(unread)} tidak dapat diperiksa: foldernya tidak boleh dibaca."
            yield Hit(each.tautan_bukti, each.kode, message, "Minta izin baca atas folder itu.")


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
    for each in rows(subject.plan, Field.TAUTAN_BUKTI):
        if outside := _of(subject, each, Standing.DI_LUAR):
            yield Hit(each.tautan_bukti, each.kode, f"{_listed(outside)} berada di luar folder bukti; tidak diperiksa.")


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
    found = subject.folder_bukti
    for each in rows(subject.plan, Field.TAUTAN_BUKTI) if found is not None else ():
        folder = found.kode.get(each.kode) if found is not None else None
        if folder is None or not folder.files or each.tautan_bukti.links or not is_blank(each.tautan_bukti):
            continue
        latest = folder.files[0]
        count = f"{len(folder.files)} berkas" + (" atau lebih" if folder.more else "")
        message = (
            f"Folder {quoted(folder.name)} berisi {count} (terbaru {quoted(latest.name)}, {long_date(latest.day)}), "
            "tetapi TAUTAN BUKTI kosong."
        )
        yield Hit(each.tautan_bukti, each.kode, message)


def _of(subject: Subject, each: Indikator, standing: Standing) -> list[str]:
    """Its links that stand so; none where no folder was named."""
    found = subject.folder_bukti
    if found is None:
        return []
    return [link for link in each.tautan_bukti.links if found.links.get((each.kode, link)) is standing]


def _listed(links: Sequence[str]) -> str:
    more = f" dan {len(links) - _SHOWN} lagi" if len(links) > _SHOWN else ""
    return ", ".join(quoted(link) for link in links[:_SHOWN]) + more


RULES = (berkas_bukti_tidak_ada, bukti_di_luar_folder, bukti_belum_ditautkan)

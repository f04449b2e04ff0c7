"""When a graft is refused, before anything is written: something of staff's would be harmed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.marks import has_sign
from zi_excel.opc.tabs.ownership import Owned
from zi_excel.opc.workbook.workbook import Sheet, Workbook
from zi_excel.opc.workbook.workbook_part import LAST_SHEET_ID

_MOST_SENTENCES = 10
"""Disagreements that one refusal names; the next run names the others."""


def refuse_unwritable(package: Package, workbook: Workbook) -> None:
    """Raises WorkbookError where nothing may be written into a workbook at all."""
    _refuse_signed_or_shared(package)
    _refuse_other_kinds(package)
    _refuse_reserved(package, workbook)


def _refuse_signed_or_shared(package: Package) -> None:
    """Raises WorkbookError where a change would break a signature, or a legacy shared workbook's revision log."""
    if package.relationships("/").of_kind("origin"):
        raise WorkbookError(
            f"'{package.path}' bertanda tangan digital, yang batal bila isinya berubah; "
            "kerjakan salinan tanpa tanda tangan (File > Info > View Signatures > Remove Signature)."
        )
    if package.relationships(package.workbook_part).of_kind("revisionHeaders"):
        raise WorkbookError(
            f"'{package.path}' adalah buku kerja bersama gaya lama (Shared Workbook) dengan riwayat perubahan; "
            "hentikan berbagi (Review > Unshare Workbook), simpan, lalu jalankan lagi."
        )


def _refuse_other_kinds(package: Package) -> None:
    """Raises WorkbookError for a template or an add-in: nobody keeps the figures of a year in one.

    Also for a workbook that is named as another format: Excel does not open it under such a name.
    """
    if package.path.suffix.lower() not in (".xlsx", ".xlsm"):
        raise WorkbookError(
            f"'{package.path}' berisi buku kerja Excel, tetapi namanya tidak berakhiran .xlsx atau .xlsm; "
            "ganti nama berkasnya, lalu jalankan lagi."
        )
    kind = package.content_type(package.workbook_part) or ""
    for word, what in (("template", "templat (.xltx atau .xltm)"), ("addin", "add-in (.xlam)")):
        if word in kind:
            raise WorkbookError(
                f"'{package.path}' adalah {what}, bukan buku kerja; buka di Excel lalu simpan sebagai .xlsx atau .xlsm."
            )


def _refuse_reserved(package: Package, workbook: Workbook) -> None:
    """Raises WorkbookError where a password is needed to save changes: without it Excel would not save them either.

    "Read-only recommended" and "Mark as Final" are no reason to refuse.
    """
    if workbook.write_reserved:
        raise WorkbookError(
            f"'{package.path}' hanya boleh diubah dengan kata sandi (password to modify); hapus kata sandi itu "
            "(File > Save As > Tools > General Options), simpan, lalu jalankan lagi."
        )


def refuse_shared_parts(package: Package, workbook: Workbook, own: Collection[Sheet]) -> None:
    """Raises WorkbookError where a sheet of staff's shares its part with a tab of the tool's: it would change, too."""
    parts = {sheet.part for sheet in own}
    for sheet in workbook.sheets:
        if sheet.part in parts and sheet not in own:
            raise WorkbookError(
                f"Lembar '{sheet.name}' dari '{package.path}' memakai bagian yang sama dengan tab buatan alat ini; "
                "buka di Excel, biarkan Excel memperbaikinya, lalu simpan ulang."
            )


def refuse_last_visible(package: Package, staying: Iterable[Sheet], added: bool) -> None:
    """Raises WorkbookError where no visible sheet would be left: Excel can't open such a workbook."""
    if not added and not any(sheet.state == "visible" for sheet in staying):
        raise WorkbookError(
            f"Semua lembar '{package.path}' yang akan tersisa disembunyikan, dan Excel tidak dapat membukanya begitu; "
            "tampilkan satu lembar (klik kanan tab > Unhide), simpan, lalu jalankan lagi."
        )


def refuse_locked(package: Package, workbook: Workbook) -> None:
    """Raises WorkbookError where the structure is locked: Excel adds and removes no sheets then, nor does the tool."""
    if workbook.structure_locked:
        raise WorkbookError(
            f"Struktur '{package.path}' dikunci, jadi tab tidak dapat ditambah atau dihapus; "
            "buka kuncinya (Review > Protect Workbook), jalankan lagi, lalu kunci kembali."
        )


def refuse_full(package: Package, workbook: Workbook, tabs: int) -> None:
    """Raises WorkbookError where there would be more sheets than Excel has ids for. tabs: how many may be added."""
    if len(workbook.sheets) + tabs > LAST_SHEET_ID:
        raise WorkbookError(
            f"'{package.path}' sudah memuat {len(workbook.sheets)} lembar, sebanyak yang dapat dinomori Excel; "
            "pindahkan lembar yang tidak diperlukan ke buku kerja lain."
        )


def refuse_clashes(
    package: Package, workbook: Workbook, own: Collection[Sheet], names: Iterable[str], sign: str
) -> None:
    """Raises WorkbookError where a sheet of staff's has the name that a new tab is to have.

    Args:
        package: staff's package.
        workbook: its workbook part.
        own: the tool's own sheets.
        names: the new tabs' names.
        sign: what is in a copy of a tab, unlike in a sheet that staff made.
    """
    clashing = [sheet for name in names if (sheet := workbook.sheet(name)) is not None and sheet not in own]
    copies = ", ".join(f"'{sheet.name}'" for sheet in clashing if has_sign(package, sheet, sign))
    if copies:
        raise WorkbookError(
            f"Tab {copies} memuat tanda '{sign}' tetapi tidak lagi terdaftar sebagai tab buatan alat ini "
            f"(salinan, atau disimpan program lain); hapus atau ganti nama tab {copies}, lalu jalankan lagi."
        )
    for sheet in clashing:
        raise WorkbookError(
            f"Lembar '{sheet.name}' sudah ada dan bukan buatan alat ini, jadi tidak ditimpa; "
            "ganti nama lembar itu, lalu jalankan lagi."
        )


def refuse_disagreements(owned: Owned) -> None:
    """Raises WorkbookError where a tab has only one of the two signs: whose it is can't be told."""
    if owned.disagreements:
        raise WorkbookError(" ".join(owned.disagreements[:_MOST_SENTENCES]))


def refuse_same_names(owned: Owned, wanted: Mapping[str, str]) -> None:
    """Raises WorkbookError where a tab that staff renamed has the name that a new tab is to have.

    Args:
        owned: the tool's tabs.
        wanted: the marks of tabs (in lower case), each with what the tab is called unless staff renamed it.
    """
    for key, name in wanted.items():
        for other, sheet in owned.tabs.items():
            if key not in owned.tabs and sheet.name.casefold() == name.casefold():
                back = f" (misalnya kembali menjadi '{wanted[other]}')" if other in wanted else ""
                raise WorkbookError(
                    f"Tab baru '{name}' tidak dapat dibuat: nama itu dipakai tab lain buatan alat ini yang telah "
                    f"diganti namanya menjadi '{sheet.name}'; ganti nama tab itu{back}, lalu jalankan lagi."
                )


def refuse_missed(gone: Iterable[Sheet], parts: Mapping[str, str], names: Mapping[str, str]) -> None:
    """Raises WorkbookError where something of staff's refers to a tab that is to be removed.

    Args:
        gone: the tabs.
        parts: by sheet's name, a part that refers to it.
        names: by sheet's name, a defined name that does.
    """
    for sheet in gone:
        if sheet.name in names:
            what = f"nama '{names[sheet.name]}' (Formulas > Name Manager); ubah nama itu, atau"
        elif sheet.name in parts:
            what = f"bagian '{parts[sheet.name]}';"
        else:
            continue
        raise WorkbookError(
            f"Tab '{sheet.name}' tidak diperlukan lagi tetapi masih dirujuk oleh {what} hapus tab itu di Excel, "
            "lalu jalankan lagi."
        )

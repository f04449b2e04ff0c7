"""The record of an office's own enacted matrix: made from a plan, and found again beside its workbook."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from pathlib import Path

from zi_excel.enacted.beside import RECORD_ENDING
from zi_excel.enacted.matrix import (
    Enacted,
    EnactedIndikator,
    EnactedKomponen,
    EnactedSubkomponen,
    Pencatatan,
    checksum,
    marked,
    parse,
)
from zi_excel.errors import WorkbookError, reason_of
from zi_excel.plan.numbering import read_letter
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, Indikator, Komponen, RencanaAksi, Subkomponen
from zi_excel.wording import normal_form

_WORKBOOKS = (".xlsx", ".xlsm")


def lone_records(workbook: Path) -> tuple[str, ...]:
    """The names of records beside a workbook that belong, by their names, to no other workbook there.

    Where the workbook has no record of its own, one of them may be it: a workbook that was renamed leaves its record
    behind, and a system that minds capitals finds none that differs in them.
    """
    try:
        names = [path.name for path in workbook.parent.iterdir()]
    except OSError:
        return ()
    records = [name for name in names if _same(name).endswith(RECORD_ENDING)]
    if not records:
        return ()
    others = [name for name in names if name != workbook.name]
    stems = {_same(Path(name).stem) for name in others if _same(Path(name).suffix) in _WORKBOOKS}
    return tuple(sorted(name for name in records if _same(name).removesuffix(RECORD_ENDING) not in stems))


def _same(name: str) -> str:
    """What two names have in common that some system takes for the same."""
    return normal_form(name, "NFC").casefold()


def read_record(path: Path) -> Enacted:
    """The matrix that was recorded. One that was changed by hand is read as it is (`Enacted.intact`).

    Raises:
        WorkbookError: it can't be read, or is no record.
    """
    try:
        record = parse(path.read_text("utf-8-sig"))  # Notepad starts a file with a byte-order mark
    except OSError as failure:
        raise WorkbookError(
            f"Catatan penetapan '{path}' tidak dapat dibaca ({reason_of(failure)}); periksa letak dan izinnya."
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):  # no TOML, no UTF-8, or something else
        record = None
    if record is None or record.pencatatan is None:
        raise WorkbookError(
            f"Catatan penetapan '{path}' rusak atau bukan catatan penetapan; kembalikan dari salinannya, atau catat "
            "ulang dari buku kerja yang benar dengan `zi-excel tetapkan BUKU ... --ganti`."
        )
    return record


def recorded(
    plan: RencanaAksi,
    *,
    nomor: str,
    tanggal: date,
    tentang: str,
    kantor: str,
    oleh: str,
    pada: datetime,
    versi: str,
    berkas: str,
    tempat: str = "",
) -> Enacted:
    """Columns 1-7 of a plan as a decree enacted them, to compare later states of the workbook with.

    Args:
        plan: the matrix as read.
        nomor: the decree's number.
        tanggal: its date.
        tentang: its subject; "" where not given.
        kantor: whose it is; "" where not given.
        oleh: who records.
        pada: when, with its offset from UTC.
        versi: of zi_excel.
        berkas: the workbook's file name.
        tempat: where it was enacted; "" where not given.
    """
    columns = tuple(str(each) for each in ENACTED_FIELDS if each in plan.columns)
    about = Pencatatan(oleh, pada, versi, berkas, plan.sheet, columns)
    unsealed = Enacted(
        nomor=nomor,
        tanggal=tanggal,
        tempat=tempat,
        kantor=kantor,
        tentang=tentang,
        tahun=plan.year,
        lampiran=(),
        title=plan.title,
        penutup=(),
        komponen=tuple(map(komponen_of, plan.komponen)),
        pencatatan=about,
    )
    return unsealed._replace(pencatatan=about._replace(sidik=checksum(unsealed)))


def komponen_of(komponen: Komponen) -> EnactedKomponen:
    """A komponen as enacted. Its penanggung jawab is that of most rows; a row with another one has its own."""
    names = Counter(marked(each.penanggung_jawab.text) for each in komponen.indikator())
    responsible = names.most_common(1)[0][0] if names else ""
    return EnactedKomponen(
        komponen.kode,
        komponen.no.text,
        marked(komponen.nama.text),
        responsible,
        tuple(_subkomponen(each, responsible) for each in komponen.subkomponen),
    )


def _subkomponen(sub: Subkomponen, responsible: str) -> EnactedSubkomponen:
    rows = tuple(_indikator(each, responsible) for each in sub.indikator)
    return EnactedSubkomponen(sub.kode, sub.no.text, marked(sub.nama.text), rows)


def _indikator(each: Indikator, responsible: str) -> EnactedIndikator:
    own = marked(each.penanggung_jawab.text)
    return EnactedIndikator(
        each.kode,
        marked(each.nama.text),
        marked(each.langkah_aksi.text),
        marked(each.bukti_fisik.text),
        marked(each.target_waktu.text),
        penanggung_jawab=None if own == responsible else own,
        huruf=None if each.letter == read_letter(each.nama.text) else each.letter or "",
    )

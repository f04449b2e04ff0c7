"""The verb `lampiran`: columns 1-7 as a decree's Lampiran in Word, to be printed and signed."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from zi_excel import store
from zi_excel.documents.around import read_surroundings
from zi_excel.documents.columns import komponen_with_slants, lettered, names_of
from zi_excel.documents.laid import read_tables
from zi_excel.documents.lampiran.contents import Lampiran, decree_of, lampiran_of
from zi_excel.documents.lampiran.package import is_own, read_again, render
from zi_excel.documents.said import read_said
from zi_excel.documents.tables import lay
from zi_excel.errors import UsageError, WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, TITLES, Field, RencanaAksi
from zi_excel.reader import Laid
from zi_excel.reader.sheet.slanted import slanted_phrases
from zi_excel.report.notes import Note, same_matrix
from zi_excel.settings.settings import Settings
from zi_excel.verbs.checking import enacted_for
from zi_excel.verbs.opening import read_laid_matrix, refuse_too_much, settings_of
from zi_excel.verbs.putting import put

_ALWAYS = frozenset({Field.NO, Field.KOMPONEN, Field.INDIKATOR, Field.TARGET_WAKTU})
"""Columns that a Lampiran has even where the workbook's levels stand otherwise than in columns of their own."""
_MOST_BYTES = 64 << 20


class Otherwise(NamedTuple):
    """A cell that `impor` reads from the document otherwise than it stands in the workbook.

    kode: of its row. column: its title. own, read: what stands in the workbook, and what is read.
    """

    kode: str
    column: str
    own: str
    read: str


class LampiranResult(NamedTuple):
    """What `lampiran` wrote.

    plan: the workbook's matrix. out: the document. changed: False where it already stood there just so. backup: where
    the one that stood there before is kept; None: there was none. blank: what is left to be written by hand.
    others: the workbook's further columns, which are not in it. otherwise: the cells that read otherwise; there
    should be none.
    """

    path: Path
    plan: RencanaAksi
    lampiran: Lampiran
    out: Path
    changed: bool
    backup: Path | None
    blank: tuple[str, ...]
    others: tuple[str, ...]
    otherwise: tuple[Otherwise, ...]


def lampiran(
    path: Path | str,
    out: Path | str,
    *,
    sheet: str | None = None,
    settings: Settings | Path | str | None = None,
) -> LampiranResult:
    """Writes columns 1-7 as a decree's Lampiran; the workbook is only read.

    What the decree says of itself comes from the record beside the workbook, the settings and the workbook's own lines;
    for what none of them says there are dots. `impor` of the document gives the same matrix back.

    A Lampiran of the same matrix that the tool wrote there, and that nobody has edited since, is replaced; a dated
    backup of it is kept. Any other file is never overwritten.

    Args:
        path: the workbook.
        out: the document; must end in .docx.
        sheet: the matrix's sheet where there are several.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.

    Raises:
        WorkbookError: the workbook or its record can't be used, something else is there, or it can't be written.
        UsageError: the document's name does not end in .docx; the settings can't be followed.
    """
    path, out = Path(path), Path(out)
    if out.suffix.lower() != ".docx":
        raise UsageError(f"nama Lampiran harus berakhiran .docx, bukan '{out.name}'.")
    chosen = settings_of(path, settings)
    with Package.open(path) as package:
        store.check_read(path, package.fileno())
        laid = read_laid_matrix(package, chosen, sheet)
        refuse_too_much(laid.plan, package.path)
        slanted = slanted_phrases(package, laid.plan.sheet, set(laid.plan.columns.values()))
    seen = _seen_before(out, laid.plan)
    plan = lettered(laid.plan)
    enacted = enacted_for(path, chosen)
    around = read_surroundings(laid)
    record = enacted if enacted.pencatatan is not None else None
    contents = lampiran_of(
        komponen_with_slants(plan, laid.plan.columns, slanted),
        tuple(_columns(plan)),
        around.title,
        plan.year,
        decree_of(around, record, chosen.kantor, chosen.penanda_tangan),
    )
    data = render(contents)
    otherwise = tuple(_otherwise(plan, data, out))
    changed, backup = put(
        out, data, seen=seen, beside=[path], readable=lambda new: is_own(new.read_bytes()), cadangan=chosen.cadangan
    )
    return LampiranResult(
        path, laid.plan, contents, out, changed, backup, contents.blank, tuple(_others(laid)), otherwise
    )


def _columns(plan: RencanaAksi) -> Iterator[tuple[Field, str]]:
    """The decree's columns that the office has, and their headers."""
    for field, name in zip(ENACTED_FIELDS, names_of(plan), strict=True):
        if field in _ALWAYS or field in plan.columns:
            yield field, name


def _others(laid: Laid) -> Iterator[str]:
    reading = laid.plan.reading
    for other in reading.others if reading is not None else ():
        if other.text:
            yield " ".join(other.text.split())


def _seen_before(out: Path, plan: RencanaAksi) -> store.Fingerprint | None:
    """What stands where the document goes; None where nothing does.

    Raises:
        WorkbookError: it is nothing that may be replaced, or there is no such folder.
    """
    if not os.path.lexists(out):
        if not os.path.isdir(out.parent):  # noqa: PTH112  (False also where it can't be looked at)
            raise WorkbookError(
                f"folder '{out.parent}' tidak ada; buat dulu foldernya, atau sebutkan tempat lain dengan -o."
            )
        return None
    try:
        seen = store.fingerprint(out)  # before it is read: none that is written meanwhile is overwritten
        content = out.read_bytes() if out.stat().st_size <= _MOST_BYTES else b""
    except (OSError, WorkbookError):
        content = b""
    if not is_own(content):
        raise WorkbookError(
            f"'{out}' sudah ada dan bukan Lampiran buatan zi-excel, atau sudah diubah sejak dibuat, jadi tidak "
            "ditimpa; pilih nama lain dengan -o."
        )
    before = _read_again(content, out, plan.year)
    rows = [Note(row.kode, row.nama.text, "") for row in before.indikator()] if before is not None else []
    if not same_matrix(rows, lettered(plan)):
        raise WorkbookError(
            f"'{out}' adalah Lampiran dari matriks lain: kebanyakan isinya tidak ada di lembar '{plan.sheet}', jadi "
            "tidak ditimpa; pilih nama lain dengan -o, atau pindahkan dulu berkas itu."
        )
    return seen


def _read_again(content: bytes, out: Path, year: int | None) -> RencanaAksi | None:
    """The document's matrix as `impor` reads it; None: it finds none. year: what it is told of it."""
    try:
        document = read_again(content, out)
        tables = lay(document)
        return read_tables(document, tables, read_said(tables.above, tables.below).title, year=year).plan
    except WorkbookError:
        return None


def _otherwise(plan: RencanaAksi, content: bytes, out: Path) -> Iterator[Otherwise]:
    again = _read_again(content, out, None)
    if again is None or again.year != plan.year:
        yield Otherwise("", "TAHUN", str(plan.year), str(again.year) if again is not None else "")
        again = _read_again(content, out, plan.year)
    own, read = list(_rows(plan)), list(_rows(again)) if again is not None else []
    if [row.level for row in own] != [row.level for row in read]:
        by_kode = {(row.level, row.kode): row for row in read}
        read = [by_kode.get((row.level, row.kode), row._replace(cells={})) for row in own]
    for one, other in zip(own, read, strict=True):
        if one.kode != other.kode:
            yield Otherwise(one.kode, "kode", one.kode, other.kode)
        for field, text in one.cells.items():
            if text != other.cells.get(field, ""):
                yield Otherwise(one.kode, TITLES[field], text, other.cells.get(field, ""))


class _Row(NamedTuple):
    """A komponen, subkomponen or indikator. level: 0..2. cells: what stands in its own of columns 1-7."""

    level: int
    kode: str
    cells: Mapping[Field, str]


def _rows(plan: RencanaAksi) -> Iterator[_Row]:
    for komponen in plan.komponen:
        yield _Row(0, komponen.kode, {Field.NO: komponen.no.text, Field.KOMPONEN: komponen.nama.text})
        for sub in komponen.subkomponen:
            yield _Row(1, sub.kode, {Field.NO: sub.no.text, Field.KOMPONEN: sub.nama.text})
            for row in sub.indikator:
                texts = {field: datum.text for field in ENACTED_FIELDS[2:] if (datum := row.datum(field)) is not None}
                yield _Row(2, row.kode, texts)

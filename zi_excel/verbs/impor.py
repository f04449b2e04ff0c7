"""The verb `impor`: a decree's Lampiran as a workbook, with its record and settings beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from zi_excel import store
from zi_excel.documents.columns import (
    enacted_komponen,
    further_columns,
    missing_columns,
    names_of,
    reported_columns,
    rows_of,
)
from zi_excel.documents.kinds import read_document
from zi_excel.documents.laid import Read, read_tables
from zi_excel.documents.pages import Judged
from zi_excel.documents.said import Said, read_said
from zi_excel.documents.tables import lay
from zi_excel.enacted.beside import record_path
from zi_excel.enacted.text import quoted
from zi_excel.errors import NoYearError, WorkbookError, ZiExcelError, reason_of
from zi_excel.opc.package.package import Package
from zi_excel.plan.rencana_aksi import TITLES, Field, Indikator, RencanaAksi
from zi_excel.reader import read_plan
from zi_excel.settings.beside import settings_for
from zi_excel.settings.settings import FILE_NAME
from zi_excel.sheets.matriks.contents import Matriks, Note
from zi_excel.validation.findings import Level
from zi_excel.verbs.putting import refuse_place
from zi_excel.verbs.tetapkan import tetapkan
from zi_excel.verbs.validasi import ValidasiResult, validasi

OPTIONS = {"nomor": "--nomor", "tanggal": "--tanggal", "kantor": "--kantor", "tempat": "--tempat"}
_WORDS = {
    "nomor": "nomor keputusan",
    "tanggal": "tanggal penetapan",
    "kantor": "nama kantor",
    "tempat": "tempat penetapan",
}


class Missing(NamedTuple):
    """What the document doesn't say of itself: in words, and the option that says it."""

    what: str
    option: str


class ImporResult(NamedTuple):
    """What `impor` read and wrote.

    read: the document's matrix. said: what the decree says of itself, options included. judged: what had to be decided,
    the same as on the sheet `Catatan Impor`. missing: what nothing says. record, settings: the files written beside
    the workbook; None: not written. unwritten: why a record could not be written, or the workbook not be checked. kept:
    what was there already and stays. checked: the findings of the workbook; None where it can't be checked.
    """

    document: Path
    path: Path
    read: Read
    said: Said
    judged: tuple[Judged, ...]
    missing: tuple[Missing, ...]
    record: Path | None
    settings: Path | None
    unwritten: tuple[str, ...]
    kept: tuple[str, ...]
    checked: ValidasiResult | None

    @property
    def is_clear(self) -> bool:
        """Whether nothing had to be judged and nothing is missing."""
        return not (self.judged or self.missing or self.unwritten)

    def count(self, level: Level) -> int:
        """How many findings of a level the workbook has."""
        return 0 if self.checked is None else self.checked.count(level)


def impor(
    document: Path | str,
    out: Path | str,
    *,
    nomor: str = "",
    tanggal: date | None = None,
    kantor: str = "",
    tempat: str = "",
    tentang: str = "",
    tahun: int | None = None,
    lembar: Sequence[str] = (),
    oleh: str = "",
) -> ImporResult:
    """Makes a workbook of a decree's Lampiran. The words are the document's, slips included.

    Where number and date of the decree are known, columns 1-7 are recorded as enacted (`tetapkan`); office and signers
    go into a `zi-excel.toml` beside the workbook, where there is none yet.

    Args:
        document: `.docx`, `.pdf` with text in it, `.html`, text, `.xlsx` or `.csv`.
        out: the new workbook (.xlsx); nothing that is there is ever overwritten.
        nomor: the decree's number, where the document doesn't say it, or wrongly.
        tanggal: its date, likewise.
        kantor: the office, likewise.
        tempat: where it was enacted, likewise.
        tentang: its subject, likewise.
        tahun: the plan's year, likewise.
        lembar: of a workbook, the sheets that hold the matrix, in their order; none: all visible ones.
        oleh: who imports; it stands in the record.

    Raises:
        WorkbookError: the document can't be read, has no matrix, or the workbook can't be written. Nothing was written.
        UsageError: the workbook's name does not end in .xlsx.
    """
    document, path = Path(document), Path(out)
    refuse_place(path, what="buku kerja baru", suffix=".xlsx")
    pages = read_document(document, lembar)
    tables = lay(pages)
    own = read_said(tables.above, tables.below)
    try:
        read = read_tables(pages, tables, own.title, year=tahun)
    except NoYearError:
        raise WorkbookError(f"Tahun rencana di '{document}' tidak diketahui; sebutkan dengan --tahun.") from None
    own = read_said(read.above, read.below)  # with the rows below the matrix, where a sheet has its signatures
    said = own._replace(
        nomor=nomor or own.nomor,
        tanggal=tanggal or own.tanggal,
        kantor=kantor or own.kantor,
        tempat=tempat or own.tempat,
        tentang=tentang or own.tentang,
    )
    judged = (*_judged_of_decree(own, said), *_judged_of_columns(read), *read.judged)
    differing, says_year = _written(path, read, said, judged)
    judged = (*differing, *judged)
    settings, why_not = _settings(path, said, tahun=None if says_year else read.plan.year)
    other = _other_office(path, said) if settings is None else ""
    record, why_unrecorded = _record(path, said, oleh or f"zi-excel impor {document.name}")
    checked, problem = _checked(path)
    return ImporResult(
        document,
        path,
        read,
        said,
        judged,
        tuple(_missing(said)),
        record,
        settings,
        unwritten=tuple(filter(None, (other, why_unrecorded, problem))),
        kept=(why_not,) if why_not else (),
        checked=checked,
    )


def matriks_of(read: Read, said: Said, judged: Sequence[Judged]) -> Matriks:
    """What the workbook shows."""
    others, further = further_columns(read)
    return Matriks(
        komponen=enacted_komponen(read),
        tahun=read.plan.year,
        title=said.title or tuple(read.plan.title),
        kantor=said.kantor,
        nomor=said.nomor,
        tanggal=said.tanggal,
        lampiran=said.lampiran,
        enactment=said.enactment,
        certification=said.certification,
        names=names_of(read.plan),
        others=others,
        further=further,
        notes=tuple(Note(each.where, each.seen, each.made, each.kode) for each in judged),
    )


def _missing(said: Said) -> Iterator[Missing]:
    for name, option in OPTIONS.items():
        if not getattr(said, name):
            yield Missing(_WORDS[name], option)


def _judged_of_decree(own: Said, said: Said) -> Iterator[Judged]:
    for conflict in own.conflicts:
        what = conflict.partition(":")[0]
        if not getattr(said, what):
            yield Judged("seluruh dokumen", conflict, f"Berbeda-beda; tidak dipilih. Sebutkan dengan --{what}.")


def _judged_of_columns(read: Read) -> Iterator[Judged]:
    where = "judul kolom"
    for name in missing_columns(read):
        if name != TITLES[Field.NO]:
            yield Judged(where, "", f"Dokumen tidak mempunyai kolom {name}; kolomnya ada di buku kerja, kosong.")
    for name in reported_columns(read):
        yield Judged(where, name, "Kolom yang diisi tim kerja; isinya di dokumen tidak diambil.")
    for field, header in read.plan.headers.items():
        own = " ".join(header.text.split())
        if field in read.plan.columns and own and own not in names_of(read.plan) and field in list(type(field))[:7]:
            yield Judged(where, own, f"Dibaca sebagai kolom {field.replace('_', ' ').upper()}.")
    for other in read.plan.reading.others if read.plan.reading else ():
        if other.same_as is not None:
            taken = " ".join(read.plan.headers[other.same_as].text.split())
            yield Judged(
                where, " ".join(other.text.split()), f"Artinya sama dengan “{taken}”, yang dibaca; disalin apa adanya."
            )


def _written(path: Path, read: Read, said: Said, judged: Sequence[Judged]) -> tuple[list[Judged], bool]:
    """Writes the workbook. Returns where it reads otherwise than the document did, and whether it says its year.

    It is read back before it is put where it belongs, so that its own sheet `Catatan Impor` lists what differs.
    """
    from zi_excel.sheets.matriks.book import render

    content = render(matriks_of(read, said, judged))
    try:
        with TemporaryDirectory() as folder:
            draft = Path(folder) / "draf.xlsx"
            draft.write_bytes(content)
            again, says_year = _read_back(draft, read.plan.year)
    except OSError as failure:
        raise WorkbookError(
            f"Berkas sementara untuk '{path}' tidak dapat ditulis ({reason_of(failure)}); sediakan ruang di folder "
            "berkas sementara komputer ini, lalu ulangi."
        ) from None
    differing = list(_differences(read, again))
    if differing:
        content = render(matriks_of(read, said, (*differing, *judged)))

    def verify(new: Path) -> None:
        if new.read_bytes() != content:
            raise WorkbookError(f"'{path}' tidak terbaca kembali seperti yang ditulis; tidak ada yang ditulis.")

    store.create(path, lambda out: out.write(content), verify=verify, beside=None)
    return differing, says_year


def _read_back(draft: Path, year: int) -> tuple[RencanaAksi, bool]:
    """The workbook's matrix, and whether it says the plan's year by itself."""
    with Package.open(draft) as package:
        try:
            again = read_plan(package)
        except NoYearError:
            again = None
        if again is not None and again.year == year:
            return again, True
        return read_plan(package, year=year), False


def _differences(read: Read, again: RencanaAksi) -> Iterator[Judged]:
    """The rows that the workbook says otherwise than the document; there should be none."""
    rows = rows_of(read.plan)
    before = {indikator.kode: _texts(indikator) for indikator in read.plan.indikator()}
    after = {indikator.kode: _texts(indikator) for indikator in again.indikator()}
    for kode in dict.fromkeys((*before, *after)):
        if before.get(kode) != after.get(kode):
            row = rows.get(kode, [0])[0]
            where = read.rows[row].where if row in read.rows else "buku kerja"
            seen = " | ".join(before.get(kode) or after[kode])
            yield Judged(where, seen, "Di buku kerja baris ini terbaca lain; periksa dengan tangan.", row, kode)


def _texts(indikator: Indikator) -> tuple[str, ...]:
    cells = (indikator.nama, indikator.langkah_aksi, indikator.bukti_fisik, indikator.target_waktu)
    return (*(cell.text for cell in cells), indikator.penanggung_jawab.text)


def _settings(path: Path, said: Said, *, tahun: int | None) -> tuple[Path | None, str]:
    """Writes the settings beside the workbook where there are none. Returns the file, and why it wasn't written.

    tahun: the plan's year, where the workbook does not say it itself.
    """
    file = path.parent / FILE_NAME
    lines = [f"kantor = {quoted(said.kantor)}"] if said.kantor else []
    lines += [f"tahun = {tahun}"] if tahun is not None else []
    for signer in said.signers:
        lines += ["", "[[penanda_tangan]]", f"nama = {quoted(signer.nama)}", f"jabatan = {quoted(signer.jabatan)}"]
        lines += [f"nip = {quoted(signer.nip)}"] if signer.nip else []
        lines += [f"tempat = {quoted(signer.tempat)}"] if signer.tempat else []
    if not lines:
        return None, ""
    if os.path.lexists(file):
        what = "nama kantor dan penanda tangan" if tahun is None else f"`tahun = {tahun}`, nama kantor, penanda tangan"
        return None, f"'{file}' sudah ada dan tidak diubah; {what} dapat Anda tulis di sana."
    head = "# Pengaturan zi-excel, dari keputusan yang diimpor. Semua pengaturan: zi-excel konfigurasi --contoh"
    content = "\n".join([head, *lines, ""]).encode()
    try:
        store.create(file, lambda out: out.write(content), verify=lambda _: None, beside=path)
    except ZiExcelError as failure:
        return None, str(failure)
    return file, ""


def _other_office(path: Path, said: Said) -> str:
    """What is to be said where the settings beside the workbook are another office's; "" where they are not."""
    try:
        named = settings_for(path).kantor
    except ZiExcelError:
        return ""  # the check of the workbook says it
    if not named or not said.kantor or named.casefold() == said.kantor.casefold():
        return ""
    return (
        f"Pengaturan di '{path.parent / FILE_NAME}' menyebut kantor lain ('{named}'; di dokumen '{said.kantor}'); "
        "simpan buku kerja tiap kantor di foldernya sendiri."
    )


def _record(path: Path, said: Said, oleh: str) -> tuple[Path | None, str]:
    """Records columns 1-7 as enacted. Returns the record, and why there is none."""
    if not said.nomor or said.tanggal is None:
        return None, ""  # what is missing is asked for
    if os.path.lexists(record_path(path)):
        return None, f"'{record_path(path)}' sudah ada dan tidak diganti."
    try:
        recorded = tetapkan(
            path,
            nomor=said.nomor,
            tanggal=said.tanggal,
            oleh=oleh,
            tentang=said.tentang,
            tempat=said.tempat,
            kantor=said.kantor,
        )
    except ZiExcelError as failure:
        return None, f"Catatan penetapan belum dibuat: {failure}"
    return recorded.record, ""


def _checked(path: Path) -> tuple[ValidasiResult | None, str]:
    try:
        return validasi(path), ""
    except ZiExcelError as failure:
        return None, f"Buku kerja belum diperiksa: {failure}"

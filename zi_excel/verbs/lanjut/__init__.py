"""The verb `lanjut`: the draft of the coming plan from this year's workbook, which is only read.

The matrix's own texts move in moving.py, what stands around them in around.py, the settings beside the draft in
beside.py. May import what verbs import.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from zi_excel import store
from zi_excel.clock import today
from zi_excel.documents.columns import komponen_with_slants
from zi_excel.errors import UsageError, WorkbookError, ZiExcelError
from zi_excel.measuring.measure import IndikatorResult, Status
from zi_excel.opc.package.package import Package
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, TITLES, Field, Indikator, RencanaAksi, column_letters
from zi_excel.plan.target_waktu.moved import is_moved
from zi_excel.reader import read_plan
from zi_excel.reader.sheet.slanted import slanted_phrases
from zi_excel.settings.settings import Settings
from zi_excel.sheets.matriks.contents import Change, Continued, Made, Matriks
from zi_excel.sheets.matriks.rows import TITLE
from zi_excel.validation.findings import Level
from zi_excel.verbs.checking import enacted_for
from zi_excel.verbs.lanjut.around import moved_around
from zi_excel.verbs.lanjut.beside import write_settings
from zi_excel.verbs.lanjut.moving import Moving, moved_further, moved_komponen, moved_names, noticed
from zi_excel.verbs.opening import measured, read_laid_matrix, settings_of
from zi_excel.verbs.putting import refuse_place
from zi_excel.verbs.validasi import ValidasiResult, validasi

_TEXTS = ENACTED_FIELDS[2:]
_TARGET = ENACTED_FIELDS.index(Field.TARGET_WAKTU)
_LAST_YEAR = 2100
_LONGEST = 32_767
"""Characters that a cell of a workbook holds."""


class LanjutResult(NamedTuple):
    """What `lanjut` made of a workbook.

    path: the draft. source, plan: the old workbook and its matrix. draft: the draft's matrix as it is read. continued:
    what moved, what somebody has to decide, and what the old year left unfinished. settings: the file that was written
    beside the draft; None: none was. notes: what there is to know about settings and the check. checked: the findings
    of the draft; None where it can't be checked.
    """

    source: Path
    path: Path
    plan: RencanaAksi
    draft: RencanaAksi
    continued: Continued
    settings: Path | None
    notes: tuple[str, ...]
    checked: ValidasiResult | None

    @property
    def year(self) -> int:
        """The draft's year."""
        return self.continued.year

    @property
    def moved(self) -> tuple[Change, ...]:
        """The texts whose years moved."""
        return tuple(change for change in self.continued.changes if not change.made.asks)

    @property
    def asked(self) -> tuple[Change, ...]:
        """What somebody has to decide."""
        return tuple(change for change in self.continued.changes if change.made.asks)

    def cell(self, change: Change) -> str | None:
        """The draft's cell that a change is about, as Excel writes it; None: it is about none."""
        if change.where == TITLE:
            return "A1"
        row = self._rows().get(change.kode or "")
        return None if row is None or change.column is None else f"{column_letters(change.column + 1)}{row}"

    def _rows(self) -> Mapping[str, int | None]:
        rows = {each.kode: each.nama.row for each in self.draft.komponen}
        rows |= {each.kode: each.nama.row for each in self.draft.subkomponen()}
        return rows | {each.kode: each.row for each in self.draft.indikator()}

    @property
    def is_clear(self) -> bool:
        """Whether nothing has to be decided."""
        return not (self.asked or self.notes)

    def count(self, level: Level) -> int:
        """How many findings of a level the draft has."""
        return 0 if self.checked is None else self.checked.count(level)


def lanjut(
    path: Path | str,
    out: Path | str,
    *,
    tahun: int | None = None,
    per: date | None = None,
    sheet: str | None = None,
    settings: Settings | Path | str | None = None,
) -> LanjutResult:
    """Makes the draft of a coming year's plan: same structure and words, the targets' years moved, nothing reported.

    What is not clearly a year of the plan stays as it is and is listed. The draft is not enacted: no record is made;
    `tetapkan` makes it once the decree is signed.

    Args:
        path: this year's workbook; it is only read.
        out: the draft (.xlsx); nothing that is there is ever overwritten.
        tahun: the draft's year (default: the plan's, and one).
        per: the day on which an indikator counts as unfinished (default: today in Asia/Jakarta).
        sheet: the matrix's sheet where there are several.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.

    Raises:
        WorkbookError: the workbook can't be used, or the draft can't be written. Nothing was written.
        UsageError: the draft's name does not end in .xlsx, or its year is not a later one; the settings can't be
            followed.
    """
    source, path = Path(path), Path(out)
    refuse_place(path, what="buku kerja baru", suffix=".xlsx")
    chosen = settings_of(source, settings)
    drafted = _drafted(source, chosen, sheet, tahun, per or today())
    draft, continued = _written(path, drafted)
    beside = write_settings(path, draft, drafted.signed, source)
    checked, problem = _checked(path)
    notes = (*beside.notes, problem) if problem else beside.notes
    return LanjutResult(source, path, drafted.plan, draft, continued, beside.file, notes, checked)


class _Drafted(NamedTuple):
    """What a draft shows.

    plan: the old matrix. moved: the same with the texts of the later year. signed: the old workbook's settings, with
    office and signers from the workbook itself where they don't say them.
    """

    matriks: Matriks
    continued: Continued
    plan: RencanaAksi
    moved: RencanaAksi
    signed: Settings


def _drafted(source: Path, settings: Settings, sheet: str | None, tahun: int | None, per: date) -> _Drafted:
    with Package.open(source) as package:
        laid = read_laid_matrix(package, settings, sheet)
        plan = laid.plan
        slanted = slanted_phrases(package, plan.sheet, set(plan.columns.values()))
    year = plan.year + 1 if tahun is None else tahun
    if not plan.year < year <= _LAST_YEAR:
        raise UsageError(
            f"tahun rancangan harus sesudah tahun rencana di '{source}', yaitu {plan.year}, dan paling jauh "
            f"{_LAST_YEAR}; {year} bukan."
        )
    moving = Moving(plan.year, year - plan.year)
    changes: list[Change] = []
    around = moved_around(laid, moving, changes)
    further = moved_further(laid, moving, changes)
    names = moved_names(plan, further.others, moving, changes)
    moved = moved_komponen(plan, moving, changes)
    changes.extend(noticed(plan))
    unfinished = tuple(each for each in measured(plan, settings, per).indikator if each.status is not Status.SELESAI)
    continued = Continued(plan.year, year, per, tuple(changes), unfinished)
    _check_size(source, moved, unfinished)
    kantor = settings.kantor or _enacted_kantor(source, settings, around.kantor)
    signed = settings._replace(kantor=kantor or None, penanda_tangan=settings.penanda_tangan or around.signers)
    matriks = Matriks(
        komponen=komponen_with_slants(moved, plan.columns, slanted),
        tahun=year,
        title=around.title,
        kantor=kantor,
        lampiran=around.lampiran,
        enactment=around.enactment,
        names=names[: len(names) - len(further.others)],
        others=names[len(names) - len(further.others) :],
        further=further.texts,
        continued=continued,
    )
    return _Drafted(matriks, continued, plan, moved, signed)


def _enacted_kantor(source: Path, settings: Settings, named: str) -> str:
    """The office as its decree writes it; as the sheet does (mostly in capitals) where that is another one."""
    try:
        enacted = enacted_for(source, settings)
    except ZiExcelError:  # a damaged record is told where the workbook is held against it
        return named
    own = enacted.pencatatan is not None or enacted.kantor.casefold() == named.casefold()
    return (enacted.kantor if own else "") or named


def _check_size(source: Path, plan: RencanaAksi, unfinished: tuple[IndikatorResult, ...]) -> None:
    kept = (datum for indikator in plan.indikator() for _, datum in indikator.cells())
    told = (each.indikator.kendala for each in unfinished)
    long = next((datum for datum in (*kept, *told) if len(datum.text) > _LONGEST), None)
    if long is not None:
        raise WorkbookError(
            f"Sel {long.place.ref} di '{source}' berisi lebih dari 32.767 huruf, lebih dari yang dapat ditampung sel "
            "Excel; pendekkan teksnya."
        )


def _written(path: Path, drafted: _Drafted) -> tuple[RencanaAksi, Continued]:
    """Writes the draft. Returns its matrix, and what became of the old one: where it reads otherwise, too."""
    from zi_excel.sheets.matriks.book import render

    matriks, continued = drafted.matriks, drafted.continued
    content = render(matriks)
    with Package(io.BytesIO(content), path) as package:
        unlike = tuple(_unlike(drafted, read_plan(package, year=continued.year)))
    if unlike:
        continued = continued._replace(changes=(*continued.changes, *unlike))
        content = render(matriks._replace(continued=continued))
    read: list[RencanaAksi] = []

    def verify(new: Path) -> None:
        with Package.open(new) as package:
            read.append(read_plan(package, year=continued.year))

    store.create(path, lambda out: out.write(content), verify=verify, beside=None)
    return read[0], continued


def _unlike(drafted: _Drafted, draft: RencanaAksi) -> Iterator[Change]:
    """Where the draft reads otherwise than meant: its words, or the days of its targets."""
    by = draft.year - drafted.plan.year
    old, after = ({row.kode: row for row in plan.indikator()} for plan in (drafted.plan, draft))
    listed = {change.kode for change in drafted.continued.changes if change.made.asks and change.column == _TARGET}
    meant = {row.kode: row for row in drafted.moved.indikator()}
    for kode in dict.fromkeys((*meant, *after)):
        if kode not in meant or kode not in after:
            row = meant.get(kode) or after[kode]
            why = "Di rancangan baris ini terbaca lain; periksa dengan tangan."
            yield Change(Made.LEFT, "BARIS", row.nama.text, row.nama.text, why, kode)
            continue
        for field in _TEXTS:
            one, other = meant[kode].datum(field), after[kode].datum(field)
            if one is not None and other is not None and one.text != other.text:
                why = "Di rancangan sel ini terbaca lain; periksa dengan tangan."
                yield Change(Made.LEFT, TITLES[field], one.text, other.text, why, kode, ENACTED_FIELDS.index(field))
        if kode not in listed and not is_moved(old[kode].target.jadwal, after[kode].target.jadwal, by):
            yield _otherwise(old[kode], after[kode], draft.year)


def _otherwise(old: Indikator, new: Indikator, year: int) -> Change:
    jadwal = new.target.jadwal
    why = (
        f"Di tahun {year} tidak terbaca: {new.target.problem}."
        if jadwal is None
        else f"Di tahun {year} jatuh pada hari yang lain daripada di tahun {year - 1}; cocokkan."
    )
    texts = (old.target_waktu.text, new.target_waktu.text)
    return Change(Made.LEFT, TITLES[Field.TARGET_WAKTU], *texts, why, old.kode, _TARGET)


def _checked(path: Path) -> tuple[ValidasiResult | None, str]:
    try:
        return validasi(path), ""
    except ZiExcelError as failure:
        return None, f"Rancangan belum diperiksa: {failure}"

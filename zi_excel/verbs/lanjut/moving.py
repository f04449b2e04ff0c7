"""The matrix's own texts for a later year: what moves with the plan, and what somebody has to decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from zi_excel.documents.columns import names_of, rows_of
from zi_excel.enacted.matrix import marked
from zi_excel.plan.moved_years import MovedText, move_prose, move_title
from zi_excel.plan.numbering import read_letter
from zi_excel.plan.rencana_aksi import (
    ENACTED_FIELDS,
    TITLES,
    Datum,
    Field,
    Indikator,
    Komponen,
    Oddity,
    OtherColumn,
    RencanaAksi,
    Subkomponen,
    column_letters,
)
from zi_excel.plan.target_waktu.moved import move_target
from zi_excel.reader import Laid
from zi_excel.sheets.matriks.contents import Change, Made
from zi_excel.sheets.matriks.rows import HEADER

_STAFF = tuple(Field)[7:13]
_AT = {field: at for at, field in enumerate(ENACTED_FIELDS)}


class Moving(NamedTuple):
    """From which year to which a plan goes on."""

    year: int
    by: int


class Further(NamedTuple):
    """The plan's columns beside the decree's seven: their headers, and what stands in them by kode."""

    others: tuple[str, ...]
    texts: Mapping[str, tuple[str, ...]]


def moved_komponen(plan: RencanaAksi, moving: Moving, changes: list[Change]) -> RencanaAksi:
    """The plan with the texts of a later year. changes: gets what was made of each text that names a year."""
    seen: set[tuple[int | None, int | None]] = set()

    def prose(datum: Datum, field: Field, kode: str) -> Datum:
        moved = move_prose(datum.text, year=moving.year, by=moving.by, names_documents=field is Field.BUKTI_FISIK)
        if (datum.row, datum.column) not in seen:
            seen.add((datum.row, datum.column))
            changes.extend(_of_text(datum.text, moved, TITLES[field], kode, _AT[field]))
        return datum._replace(text=moved.text, value=moved.text or None) if moved.moved else datum

    def of_komponen(komponen: Komponen) -> Komponen:
        nama = prose(komponen.nama, Field.KOMPONEN, komponen.kode)
        return komponen._replace(nama=nama, subkomponen=tuple(map(of_sub, komponen.subkomponen)))

    def of_sub(sub: Subkomponen) -> Subkomponen:
        nama = prose(sub.nama, Field.KOMPONEN, sub.kode)
        return sub._replace(nama=nama, indikator=tuple(map(of_indikator, sub.indikator)))

    def of_indikator(row: Indikator) -> Indikator:
        kode = row.kode
        return row._replace(
            nama=_lettered(prose(row.nama, Field.INDIKATOR, kode), row.letter),
            langkah_aksi=prose(row.langkah_aksi, Field.LANGKAH_AKSI, kode),
            bukti_fisik=prose(row.bukti_fisik, Field.BUKTI_FISIK, kode),
            target_waktu=_target(row, moving, changes),
            penanggung_jawab=prose(row.penanggung_jawab, Field.PENANGGUNG_JAWAB, kode),
        )

    return plan._replace(komponen=tuple(map(of_komponen, plan.komponen)))


def _lettered(nama: Datum, letter: str | None) -> Datum:
    """An indikator with its letter before the text, as the template has it, wherever the old sheet writes it."""
    if letter is None or read_letter(nama.text) == letter:
        return nama
    text = f"{letter}. {nama.text}"
    return nama._replace(text=text, value=text)


def _target(row: Indikator, moving: Moving, changes: list[Change]) -> Datum:
    datum = row.target_waktu
    day = datum.value if isinstance(datum.value, date) else None
    shows_day = "d" in datum.number_format.casefold()
    moved = move_target(datum.text, row.target, year=moving.year, by=moving.by, value=day, day_shown=shows_day)
    where, at = TITLES[Field.TARGET_WAKTU], _AT[Field.TARGET_WAKTU]
    if moved.moved:
        changes.append(Change(Made.MOVED, where, datum.text, moved.text, moved.why, row.kode, at))
    elif moved.why:
        changes.append(Change(Made.LEFT, where, datum.text, datum.text, moved.why, row.kode, at))
    if moved.stays:
        why = f"{', '.join(moved.stays)} bukan bagian dari waktunya."
        changes.append(Change(Made.LEFT, where, datum.text, moved.text, why, row.kode, at))
    return datum._replace(text=moved.text, value=moved.text) if moved.moved else datum


def _of_text(old: str, moved: MovedText, where: str, kode: str | None, column: int | None) -> Iterator[Change]:
    if moved.moved:
        yield Change(Made.MOVED, where, old, moved.text, "Tahun rencana.", kode, column)
    if moved.stays:
        years = "; ".join(f"{text}: {what}" for text, what in moved.stays)
        yield Change(Made.LEFT, where, old, moved.text, f"{years}.", kode, column)


def moved_names(plan: RencanaAksi, others: Sequence[str], moving: Moving, changes: list[Change]) -> tuple[str, ...]:
    """The headers of the plan's columns, those beside the decree's seven behind them."""
    names = []
    for at, name in enumerate((*names_of(plan), *others)):
        [moved] = move_title((name,), year=moving.year, by=moving.by)
        changes.extend(_of_text(name, moved, HEADER, None, at))
        names.append(moved.text)
    return tuple(names)


def moved_further(laid: Laid, moving: Moving, changes: list[Change]) -> Further:
    """What stands in the plan's other columns. changes: gets the columns that are not taken along, too."""
    plan, grid = laid
    others = []
    for other, why in _others(plan):
        if not why:
            others.append(other)
            continue
        name = " ".join(other.text.split()) or "tanpa judul"
        changes.append(Change(Made.DROPPED, f"KOLOM {column_letters(other.column)}", name, "", why))
    texts: dict[str, tuple[str, ...]] = {}
    seen: set[tuple[int | None, int | None]] = set()
    for kode, rows in rows_of(plan).items():
        of_row = []
        for at, other in enumerate(others, start=len(ENACTED_FIELDS)):
            cells = [cell for row in rows if (cell := grid.cell(row, other.column)).text]
            text = " ".join(cell.text for cell in cells)
            moved = move_prose(text, year=moving.year, by=moving.by, names_documents=True)
            place = (cells[0].row, other.column) if cells else (None, None)
            if place not in seen:
                seen.add(place)
                changes.extend(_of_text(text, moved, " ".join(other.text.split()), kode, at))
            of_row.append(marked(moved.text))
        texts[kode] = tuple(of_row)
    return Further(tuple(" ".join(other.text.split()) for other in others), texts)


def _others(plan: RencanaAksi) -> Iterator[tuple[OtherColumn, str]]:
    """The columns beside the matrix's, each with the reason why it stays behind; "": it goes along."""
    first = min((plan.columns[field] for field in _STAFF if field in plan.columns), default=None)
    for other in plan.reading.others if plan.reading is not None else ():
        if first is not None and other.column > first:
            yield other, "Di antara kolom yang diisi tim kerja; isinya milik tahun lama."
        elif other.same_as is not None:
            yield other, f"Judulnya sama dengan kolom {TITLES[other.same_as]}, yang dibawa."
        elif not other.text:
            yield other, "Kolom tanpa judul."
        else:
            yield other, ""


def noticed(plan: RencanaAksi) -> Iterator[Change]:
    """What the reader decided about the old sheet, where the new one shows it otherwise."""
    fields = {column: field for field, column in plan.columns.items()}
    for remark in plan.remarks:
        field = fields.get(remark.place.column or 0)
        if remark.oddity is Oddity.STRUCK_OUT and field in ENACTED_FIELDS:
            kode = remark.kode or _kode_at(plan, remark.place.row)
            yield Change(Made.DROPPED, TITLES[field], remark.detail, "", "Teks yang dicoret.", kode)
        elif remark.oddity is Oddity.STRAY_TEXT:
            yield Change(Made.DROPPED, remark.place.ref or "", remark.detail, "", "Bukan baris matriks.")
        elif remark.oddity in {Oddity.OTHER_TABLE, Oddity.OTHER_MATRIX}:
            yield Change(Made.DROPPED, remark.place.ref or "", remark.detail, "", "Tabel lain di bawah matriks.")


def _kode_at(plan: RencanaAksi, row: int | None) -> str | None:
    return next((indikator.kode for indikator in plan.indikator() if indikator.row == row), None)

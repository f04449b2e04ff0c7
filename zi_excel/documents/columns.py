"""Columns 1-7 of a document's matrix with their slanted words, and what further columns hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from zi_excel.documents.laid import Read
from zi_excel.enacted.matrix import EnactedIndikator, EnactedKomponen, marked
from zi_excel.enacted.record import komponen_of
from zi_excel.plan.numbering import read_letter
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, TITLES, Field, Indikator, Komponen, Oddity, RencanaAksi
from zi_excel.reader.header.names import USUAL, meaning_of

_TEXTS = (Field.INDIKATOR, Field.LANGKAH_AKSI, Field.BUKTI_FISIK, Field.TARGET_WAKTU)
_STAFF = tuple(Field)[7:13]


def enacted_komponen(read: Read) -> tuple[EnactedKomponen, ...]:
    """Columns 1-7 as a decree enacts them, slanted words marked."""
    return komponen_with_slants(
        read.plan,
        read.plan.columns,
        {(number, column): cell.slanted for number, row in read.rows.items() for column, cell in row.cells.items()},
    )


def komponen_with_slants(
    plan: RencanaAksi, columns: Mapping[Field, int], slanted: Mapping[tuple[int, int], Sequence[str]]
) -> tuple[EnactedKomponen, ...]:
    """Columns 1-7 of a plan as a decree enacts them.

    Args:
        plan: the plan.
        columns: where its cells' phrases stand.
        slanted: the slanted phrases of each cell, by row and column.
    """
    rows = rows_of(plan)

    def phrases(kode: str, field: Field) -> list[str]:
        return [phrase for number in rows[kode] for phrase in slanted.get((number, columns.get(field, 0)), ())]

    def with_slants(row: EnactedIndikator) -> EnactedIndikator:
        own = {str(field): found for field in _TEXTS if (found := phrases(row.kode, field))}
        return row._replace(**{name: _marked(getattr(row, name), found) for name, found in own.items()}) if own else row

    return tuple(
        komponen._replace(
            subkomponen=tuple(
                sub._replace(indikator=tuple(map(with_slants, sub.indikator))) for sub in komponen.subkomponen
            )
        )
        for komponen in map(komponen_of, plan.komponen)
    )


def lettered(plan: RencanaAksi) -> RencanaAksi:
    """The plan with each indikator's letter before its text, as the template has it, wherever its sheet writes it."""

    def of_indikator(row: Indikator) -> Indikator:
        if row.letter is None or read_letter(row.nama.text) == row.letter:
            return row
        text = f"{row.letter}. {row.nama.text}"
        return row._replace(nama=row.nama._replace(text=text, value=text))

    def of_komponen(komponen: Komponen) -> Komponen:
        subs = (sub._replace(indikator=tuple(map(of_indikator, sub.indikator))) for sub in komponen.subkomponen)
        return komponen._replace(subkomponen=tuple(subs))

    return plan._replace(komponen=tuple(map(of_komponen, plan.komponen)))


def rows_of(plan: RencanaAksi) -> Mapping[str, Sequence[int]]:
    """The sheet's rows of each indikator, by kode: its own, and those that were read as going on from it."""
    rows = {indikator.kode: [indikator.row] for indikator in plan.indikator()}
    for remark in plan.remarks:
        if remark.oddity is Oddity.SPLIT_ROW and remark.kode in rows and remark.place.row is not None:
            rows[remark.kode].append(remark.place.row)
    return rows


def names_of(plan: RencanaAksi) -> tuple[str, ...]:
    """The headers of columns 1-7: the document's own words where they say by themselves which column it is."""
    header = plan.headers
    names = []
    for field in ENACTED_FIELDS:
        own = " ".join(header[field].text.split()) if field in header else ""
        meaning = meaning_of(own) if own else None
        clear = meaning is not None and meaning.field is field and meaning.rank <= USUAL
        names.append(own if clear else TITLES[field])
    return tuple(names)


def further_columns(read: Read) -> tuple[tuple[str, ...], Mapping[str, tuple[str, ...]]]:
    """The headers of the document's other columns, and what stands in them by kode; none of staff's columns."""
    reading = read.plan.reading
    others = [other for other in reading.others if other.text] if reading is not None else []
    texts = {
        kode: tuple(
            marked(" ".join(filter(None, (read.rows[row].text(other.column) for row in rows)))) for other in others
        )
        for kode, rows in rows_of(read.plan).items()
    }
    return tuple(" ".join(other.text.split()) for other in others), texts


def missing_columns(read: Read) -> tuple[str, ...]:
    """Which of columns 1-7 the document lacks."""
    return tuple(TITLES[field] for field in ENACTED_FIELDS if field not in read.plan.columns)


def reported_columns(read: Read) -> Iterator[str]:
    """Which of staff's columns the document has with anything in it; they are not taken over."""
    for field in _STAFF:
        column = read.plan.columns.get(field)
        rows = (row for row in read.rows.values() if not row.is_header)
        if column is not None and any(row.text(column) for row in rows):
            yield TITLES[field]


def _marked(text: str, phrases: Sequence[str]) -> str:
    """The text with its slanted phrases marked, each found behind the one before."""
    done = ""
    for phrase in phrases:
        before, found, after = text.partition(marked(phrase))
        if found:
            done, text = f"{done}{before}<i>{found}</i>", after
    return done + text

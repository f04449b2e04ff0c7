"""What differs between two states of a plan: cells, statuses, and rows that came, went or moved. Pure."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from zi_excel.enacted.diff.pairs import Text, pair_alike, pair_by_text, same_words
from zi_excel.measuring.measure import IndikatorResult, Measurement
from zi_excel.measuring.status import EXACT
from zi_excel.plan.rencana_aksi import Datum, Field, Indikator, Komponen, Place, RencanaAksi, Subkomponen

STATUS = "status"
"""What `Difference.column` says where the status as of the day is another."""

_ROW = (
    Field.INDIKATOR,
    Field.LANGKAH_AKSI,
    Field.BUKTI_FISIK,
    Field.TARGET_WAKTU,
    Field.PENANGGUNG_JAWAB,
    Field.REALISASI,
    Field.TANGGAL_SELESAI,
    Field.TAUTAN_BUKTI,
    Field.KENDALA,
    Field.TINDAK_LANJUT,
)


class What(StrEnum):
    """What a difference is."""

    BERUBAH = "berubah"  # a cell says something else, or the status has changed
    DITAMBAHKAN = "ditambahkan"  # a row that was not there
    DIHAPUS = "dihapus"  # a row that is no longer there
    PINDAH = "pindah"  # a row with another kode
    KOLOM = "kolom"  # a column that only one of the two has


class Difference(NamedTuple):
    """One difference.

    kode: the new one; of what was removed the old one; None of a column. old_kode: of a row that moved.
    column: a Field's value, or `status`; None of whole rows. before, after: what was there and what is, as a
    person sees it ("" where blank); None where there is no such row or column.
    old, new: the cell in each of the two.
    """

    what: What
    kode: str | None
    old_kode: str | None = None
    column: str | None = None
    before: str | None = None
    after: str | None = None
    old: Place | None = None
    new: Place | None = None


class State(NamedTuple):
    """A plan as read, and what was measured of it; of both states on the same day."""

    plan: RencanaAksi
    measurement: Measurement


def differences(old: State, new: State) -> tuple[Difference, ...]:
    """All differences: columns first, then rows in the new state's order, then the rows that are gone.

    A row is known again by its texts, else by its kode. It is no difference that it is elsewhere in the sheet, has
    other line breaks, spaces, dashes or quotes, or writes the same share in another way.
    """
    return (*_columns(old.plan, new.plan), *_distinct(_heads(old.plan, new.plan)), *_distinct(_rows(old, new)))


def _columns(old: RencanaAksi, new: RencanaAksi) -> Iterator[Difference]:
    for field in Field:
        if (field in old.columns) is not (field in new.columns):
            before, after = (plan.headers.get(field) for plan in (old, new))
            yield Difference(
                What.KOLOM,
                None,
                column=field.value,
                before=None if before is None else before.text,
                after=None if after is None else after.text,
                old=None if before is None else before.place,
                new=None if after is None else after.place,
            )


def _heads(old: RencanaAksi, new: RencanaAksi) -> Iterator[Difference]:
    """The komponen and subkomponen, by their kode."""
    before, after = _heads_of(old), _heads_of(new)
    for kode, head in after.items():
        if kode not in before:
            yield Difference(What.DITAMBAHKAN, kode, after=head.nama.text, new=head.nama.place)
            continue
        was = before[kode]
        yield from _cell(kode, Field.NO, was.no, head.no)
        yield from _cell(kode, Field.KOMPONEN, was.nama, head.nama)
    for kode, head in before.items():
        if kode not in after:
            yield Difference(What.DIHAPUS, kode, before=head.nama.text, old=head.nama.place)


def _heads_of(plan: RencanaAksi) -> Mapping[str, Komponen | Subkomponen]:
    heads: dict[str, Komponen | Subkomponen] = {}
    for komponen in plan.komponen:
        heads[komponen.kode] = komponen
        heads.update((sub.kode, sub) for sub in komponen.subkomponen)
    return heads


def _rows(old: State, new: State) -> Iterator[Difference]:
    earlier, present = old.measurement.indikator, new.measurement.indikator
    pairs = _pairs(earlier, present)
    common = [field for field in _ROW if _has(old.plan, field) and _has(new.plan, field)]
    for at, result in enumerate(present):
        now = result.indikator
        if at not in pairs:
            yield Difference(What.DITAMBAHKAN, now.kode, after=now.nama.text, new=now.nama.place)
            continue
        was = earlier[pairs[at]]
        if was.indikator.kode != now.kode:
            yield Difference(
                What.PINDAH,
                now.kode,
                was.indikator.kode,
                before=was.indikator.nama.text,
                after=now.nama.text,
                old=was.indikator.nama.place,
                new=now.nama.place,
            )
        yield from _row(was, result, common)
    taken = set(pairs.values())
    for at, was in enumerate(earlier):
        if at not in taken:
            nama = was.indikator.nama
            yield Difference(What.DIHAPUS, was.indikator.kode, before=nama.text, old=nama.place)


def _has(plan: RencanaAksi, field: Field) -> bool:
    return field in plan.columns or (field is Field.REALISASI and Field.STATUS in plan.columns)


def _pairs(earlier: tuple[IndikatorResult, ...], present: tuple[IndikatorResult, ...]) -> dict[int, int]:
    """Which of the earlier rows each present row is: by texts, then by likeness, and the rest by kode."""
    mine, theirs = ([_text(result) for result in side] for side in (present, earlier))
    pairs = pair_alike(mine, theirs, pair_by_text(mine, theirs))
    taken = set(pairs.values())
    left = {text.kode: at for at, text in enumerate(theirs) if at not in taken}
    return pairs | {at: left[text.kode] for at, text in enumerate(mine) if at not in pairs and text.kode in left}


def _text(result: IndikatorResult) -> Text:
    row = result.indikator
    return Text(row.kode, result.subkomponen, row.nama.text, row.langkah_aksi.text, row.bukti_fisik.text)


def _row(was: IndikatorResult, now: IndikatorResult, common: list[Field]) -> Iterator[Difference]:
    for field in common:
        before, after = was.indikator.datum(field), now.indikator.datum(field)
        if before is not None and after is not None and not _alike(field, was.indikator, now.indikator):
            yield _changed(now.indikator.kode, field.value, before, after)
    if was.status is not now.status:
        yield Difference(
            What.BERUBAH,
            now.indikator.kode,
            column=STATUS,
            before=was.status.text,
            after=now.status.text,
            old=was.indikator.laporan.place,
            new=now.indikator.laporan.place,
        )


def _alike(field: Field, was: Indikator, now: Indikator) -> bool:
    before, after = was.datum(field), now.datum(field)
    if before is None or after is None:
        return before is after
    if field is Field.REALISASI and was.realisasi.share is not None and now.realisasi.share is not None:
        same = abs(was.realisasi.share - now.realisasi.share) <= EXACT
        return same and was.realisasi.dilaporkan is now.realisasi.dilaporkan
    if field is Field.TANGGAL_SELESAI and was.selesai_pada is not None and now.selesai_pada is not None:
        return was.selesai_pada == now.selesai_pada
    return same_words(before.text, after.text) and (field is not Field.TAUTAN_BUKTI or before.links == after.links)


def _cell(kode: str, field: Field, before: Datum, after: Datum) -> Iterator[Difference]:
    if not same_words(before.text, after.text):
        yield _changed(kode, field.value, before, after)


def _changed(kode: str, column: str, before: Datum, after: Datum) -> Difference:
    return Difference(
        What.BERUBAH,
        kode,
        column=column,
        before=_shown(before, after),
        after=_shown(after, before),
        old=before.place,
        new=after.place,
    )


def _shown(datum: Datum, other: Datum) -> str:
    """A cell's text; with the links behind it where the other cell's text is the same."""
    return datum.text if datum.text != other.text else " ".join((datum.text, *datum.links))


def _distinct(differences: Iterator[Difference]) -> Iterator[Difference]:
    """The differences, those of one merged cell only once."""
    seen: set[tuple[str, Place | None, Place | None]] = set()
    for difference in differences:
        key = (difference.column or difference.what, difference.old, difference.new)
        if difference.what is not What.BERUBAH or difference.column == STATUS or key not in seen:
            yield difference
        seen.add(key)

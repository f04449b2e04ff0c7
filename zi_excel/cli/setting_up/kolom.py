"""`zi-excel kolom`: which column was taken for what, and what settings could say of those not found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from zi_excel.cli.console import heading, say_json, say_lines, wrapped
from zi_excel.cli.indonesian import Command
from zi_excel.cli.options import buku_argument, format_option, reading_options
from zi_excel.outputs.results_json import kolom_json
from zi_excel.plan.columns import OPTIONAL
from zi_excel.plan.rencana_aksi import (
    ENACTED_FIELDS,
    TITLES,
    Field,
    Oddity,
    OtherColumn,
    Part,
    Understood,
    column_letters,
)

if TYPE_CHECKING:
    from zi_excel.verbs.kolom import KolomResult

_NAMES = max(map(len, TITLES.values()))
_HOW: Mapping[Understood, str] = MappingProxyType(
    {
        Understood.OWN: "kata keputusan",
        Understood.SYNONYM: "sinonim",
        Understood.MISSPELT: "ejaan mirip",
        Understood.SETTINGS: "menurut pengaturan",
    }
)
_PARTED: Mapping[Field, str] = MappingProxyType(
    {
        Field.REALISASI: "Yang dihitung isian terakhir tiap baris, sebagai capaian sampai saat itu.",
        Field.TARGET_WAKTU: "Setiap waktu yang ditandai menjadi target baris itu.",
    }
)
_ABSENT = "tidak ada"


@click.command(
    cls=Command,
    examples=["zi-excel kolom rencana_aksi.xlsx", "zi-excel kolom rencana_aksi.xlsx --format json > kolom.json"],
)
@buku_argument
@format_option
@reading_options
def kolom(buku: Path, *, bentuk: str, lembar: str | None, konfigurasi: Path | None) -> None:
    """Menampilkan kolom mana yang dibaca sebagai apa.

    Termasuk kolom yang tidak dipakai, dan apa yang dapat ditulis di zi-excel.toml bila ada yang tidak ditemukan.
    """
    from zi_excel.verbs.kolom import kolom

    result = kolom(buku, sheet=lembar, settings=konfigurasi)
    if bentuk == "json":
        say_json(kolom_json(str(buku), result))
    else:
        say_lines(kolom_lines(result))


def kolom_lines(result: KolomResult) -> Iterator[str]:
    """The header's place, each column of the matrix, the sheet's other columns, and what settings could say."""
    yield heading(f"{result.path} · lembar '{result.plan.sheet}' · {_header_rows(result)}")
    yield ""
    yield click.style(f"  {'No':>2}  {'Kolom':<{_NAMES}}  Huruf  {'Dipahami dari':<18}  Judul di lembar", bold=True)
    for number, field in enumerate(Field, start=1):
        if field is not Field.SUBKOMPONEN or field in result.plan.columns:
            yield _column_line("" if field in OPTIONAL else str(number), field, result)
    yield from _notes(result)
    others = () if result.plan.reading is None else result.plan.reading.others
    if others:
        yield ""
        yield click.style("Kolom lain di lembar ini, tidak dibaca:", bold=True)
        for other in others:
            yield from wrapped(f"{column_letters(other.column):<3}  {_other(other, result)}", 2, 7)
    if result.missing:
        yield ""
        yield from wrapped(
            f"Tidak ditemukan: {', '.join(TITLES[each] for each in result.missing)}. Bila kolomnya ada dengan judul "
            "lain, tulis baris berikut di zi-excel.toml di sebelah buku kerja (bila [kolom] sudah ada di sana, "
            "tambahkan barisnya saja); ganti HURUF dengan huruf kolomnya atau teks judulnya, dan hapus baris untuk "
            "kolom yang memang tidak ada.",
            0,
            0,
        )
        yield ""
        yield from result.example


def _header_rows(result: KolomResult) -> str:
    """Where the header and the row of the columns' numbers stand, as Excel counts rows."""
    reading, last = result.plan.reading, result.plan.header_row
    first = last if reading is None else reading.first
    rows = f"judul di baris {last}" if first == last else f"judul di baris {first}-{last}"
    numbering = None if reading is None else reading.numbering
    return rows if numbering is None else f"{rows}, nomor kolom di baris {numbering}"


def _column_line(number: str, field: Field, result: KolomResult) -> str:
    """One column's line: red where a column of the decree is missing, yellow where one that staff fill is."""
    plan = result.plan
    letter, how, text = "-", _ABSENT, ""
    if field in plan.columns:
        letter, text = column_letters(plan.columns[field]), " ".join(plan.headers[field].text.split())
        how = "" if plan.reading is None else _HOW[plan.reading.how[field]]
        text = text or "(tanpa judul)"
        if parts := _parts(field, result):
            letter = f"{column_letters(parts[0].column)}-{column_letters(parts[-1].column)}"
    line = f"  {number:>2}  {TITLES[field]:<{_NAMES}}  {letter:<5}  {how:<18}  {text}".rstrip()
    if field in plan.columns or field in OPTIONAL:
        return line
    return click.style(line, fg="red" if field in ENACTED_FIELDS else "yellow")


def _notes(result: KolomResult) -> Iterator[str]:
    """What the table does not show: what was judged, STATUS, columns in parts, other tables, hidden columns."""
    plan = result.plan
    yield from _judged(result)
    if Field.STATUS not in plan.columns:
        yield "      STATUS hanya dibaca pada buku kerja lama yang tidak mempunyai kolom REALISASI."
    elif Field.REALISASI in plan.columns:
        yield "      STATUS tidak dibaca, karena kolom REALISASI ada."
    else:
        yield "      STATUS dibaca sebagai realisasi, karena kolom REALISASI tidak ada."
    for field in (Field.REALISASI, Field.TARGET_WAKTU):
        if parts := _parts(field, result):
            times = ", ".join(f"{part.label} ({column_letters(part.column)})" for part in parts)
            yield from wrapped(f"{TITLES[field]} terbagi: {times}. {_PARTED[field]}", 6, 6)
    for remark in plan.remarks:
        if remark.oddity in (Oddity.OTHER_TABLE, Oddity.OTHER_MATRIX):
            what = "Tabel" if remark.oddity is Oddity.OTHER_TABLE else "Matriks"
            yield from wrapped(f"{what} lain mulai di baris {remark.place.row}, tidak dibaca: {remark.detail}", 6, 6)
    hidden = [column_letters(column) for field, column in plan.columns.items() if _is_hidden(field, result)]
    if hidden:
        yield f"      Disembunyikan di Excel, tetapi tetap dibaca: {', '.join(hidden)}."


def _judged(result: KolomResult) -> Iterator[str]:
    """What says the plan's year, and what was made of columns that may mean several things."""
    plan = result.plan
    if plan.reading is not None and plan.reading.year_from:
        yield from wrapped(f"Tahun rencana {plan.year}, dari {plan.reading.year_from}.", 6, 6)
    for remark in plan.remarks:
        before, _, after = remark.detail.partition("|")
        if remark.oddity is Oddity.YEAR_RIVALS:
            yield from wrapped(f"Tahun lain yang disebut: {after}.", 6, 6)
        elif remark.oddity is Oddity.COLUMN_JUDGED:
            yield from wrapped(f"{TITLES[Field(before)]}: {after}.", 6, 6)


def _parts(field: Field, result: KolomResult) -> tuple[Part, ...]:
    return () if result.plan.reading is None else result.plan.reading.parts.get(field, ())


def _is_hidden(field: Field, result: KolomResult) -> bool:
    return result.plan.reading is not None and field in result.plan.reading.hidden


def _other(other: OtherColumn, result: KolomResult) -> str:
    """The header of a column that is not read, and which column is read in its place."""
    header = f"“{' '.join(other.text.split())}”" if other.text else "(tanpa judul, tetapi berisi)"
    if other.same_as is None:
        return f"{header}: tidak dipakai"
    taken = column_letters(result.plan.columns[other.same_as])
    return f"{header}: sama arti dengan {TITLES[other.same_as]}; yang dipakai kolom {taken}"

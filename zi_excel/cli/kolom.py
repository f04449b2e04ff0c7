"""Text for a person at a terminal about the matrix itself: its columns, and its record as enacted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import click

from zi_excel.cli.capaian import heading, wrapped
from zi_excel.cli.console import one_line
from zi_excel.enacted.matrix import plain
from zi_excel.plan.columns import OPTIONAL, missing_columns
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
from zi_excel.settings.settings import kolom_example
from zi_excel.verbs.kolom import KolomResult
from zi_excel.verbs.tetapkan import TetapkanResult
from zi_excel.wording import long_date

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
        for each in others:
            yield from wrapped(f"{column_letters(each.column):<3}  {_other(each, result)}", 2, 7)
    if missing := missing_columns(result.plan.columns):
        yield ""
        yield from wrapped(
            f"Tidak ditemukan: {', '.join(TITLES[each] for each in missing)}. Bila kolomnya ada dengan judul "
            "lain, tulis baris berikut di zi-excel.toml di sebelah buku kerja (bila [kolom] sudah ada di sana, "
            "tambahkan barisnya saja); ganti HURUF dengan huruf kolomnya atau teks judulnya, dan hapus baris untuk "
            "kolom yang memang tidak ada.",
            0,
            0,
        )
        yield ""
        yield from kolom_example(missing)


def _header_rows(result: KolomResult) -> str:
    reading, last = result.plan.reading, result.plan.header_row
    first = last if reading is None else reading.first
    rows = f"judul di baris {last}" if first == last else f"judul di baris {first}-{last}"
    numbering = None if reading is None else reading.numbering
    return rows if numbering is None else f"{rows}, nomor kolom di baris {numbering}"


def _column_line(number: str, field: Field, result: KolomResult) -> str:
    plan = result.plan
    letter, how, text = "-", _ABSENT, ""
    if field in plan.columns:
        letter, text = column_letters(plan.columns[field]), " ".join(plan.headers[field].text.split())
        how = "" if plan.reading is None else _HOW[plan.reading.how[field]]
        text = text or "(tanpa judul)"
        if parts := _parts(field, result):
            letter = f"{column_letters(parts[0].column)}-{column_letters(parts[-1].column)}"
    line = f"  {number:>2}  {TITLES[field]:<{_NAMES}}  {letter:<5}  {how:<18}  {text}".rstrip()
    known = field in plan.columns or field in OPTIONAL
    return line if known else click.style(line, fg="red" if field in ENACTED_FIELDS else "yellow")


def _notes(result: KolomResult) -> Iterator[str]:
    plan = result.plan
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


def _parts(field: Field, result: KolomResult) -> tuple[Part, ...]:
    return () if result.plan.reading is None else result.plan.reading.parts.get(field, ())


def _is_hidden(field: Field, result: KolomResult) -> bool:
    return result.plan.reading is not None and field in result.plan.reading.hidden


def _other(other: OtherColumn, result: KolomResult) -> str:
    said = f"“{' '.join(other.text.split())}”" if other.text else "(tanpa judul, tetapi berisi)"
    if other.same_as is None:
        return f"{said}: tidak dipakai"
    taken = column_letters(result.plan.columns[other.same_as])
    return f"{said}: sama arti dengan {TITLES[other.same_as]}; yang dipakai kolom {taken}"


def tetapkan_lines(result: TetapkanResult) -> Iterator[str]:
    """What was recorded, where it stands, and what follows."""
    enacted, about = result.enacted, result.enacted.pencatatan
    yield heading(f"{result.path} · lembar '{result.plan.sheet}': kolom 1-7 dicatat sebagai yang ditetapkan")
    yield from wrapped(enacted.decree + (f" tentang {enacted.tentang}" if enacted.tentang else ""), 2, 4)
    if about is not None:
        yield f"  Dicatat oleh {about.oleh} pada {long_date(about.pada.date())} pukul {about.pada:%H.%M}"
    absent = [TITLES[each] for each in ENACTED_FIELDS if not enacted.has(each)]
    if absent:
        yield from wrapped(f"Tidak ada di buku kerja, jadi tidak dicatat: kolom {', '.join(absent)}", 2, 4)
    yield ""
    for each in enacted.komponen:
        rows = sum(len(sub.indikator) for sub in each.subkomponen)
        name = " ".join(plain(each.nama).split())
        yield from wrapped(f"{each.kode:<4}  {name}: {len(each.subkomponen)} subkomponen, {rows} indikator", 2, 8)
    subs = sum(len(each.subkomponen) for each in enacted.komponen)
    total = sum(1 for _ in enacted.indikator())
    yield f"  Jumlah: {len(enacted.komponen)} komponen, {subs} subkomponen, {total} indikator"
    if result.own:
        counts = Counter((each.level, each.code) for each in result.own)
        said = ", ".join(f"{count} {level} {code}" for (level, code), count in counts.items())
        yield ""
        yield from wrapped(
            f"Naskah yang dicatat itu sendiri mempunyai temuan: {said}. Sejak sekarang semuanya hanya info, karena "
            "begitulah yang ditetapkan. Bila itu salah ketik di buku kerja, perbaiki dahulu, lalu catat ulang "
            "dengan --ganti.",
            2,
            2,
        )
    yield ""
    yield one_line(f"  Catatan: {result.record}")
    if result.replaced:
        yield one_line(f"  Catatan sebelumnya disimpan: {result.replaced}")
    yield from wrapped(
        "Sejak sekarang `zi-excel validasi` dan `zi-excel monev` melaporkan setiap perbedaan kolom 1-7 dengan catatan "
        "ini (ZI901-ZI911). Simpan berkas catatan di sebelah buku kerjanya dan jangan mengubahnya dengan tangan.",
        2,
        2,
    )

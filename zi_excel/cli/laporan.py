"""What `laporan` did, as text for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import click

from zi_excel.cli.capaian import wrapped
from zi_excel.validation.findings import Level
from zi_excel.verbs.laporan import LaporanResult
from zi_excel.wording import long_date, percent, shortened

_MOST_LEFT = 20


def laporan_lines(result: LaporanResult) -> Iterator[str]:
    """Where the report is, what it says of the whole, and what became of the evaluator's notes."""
    total = result.measurement.total
    day = long_date(result.measurement.per)
    what = "Laporan ditulis" if result.changed else "Laporan sudah sama, tidak ditulis lagi"
    yield click.style(f"{what}: {result.out}", bold=True)
    yield f"  Keadaan per {day}: capaian {percent(total.capaian)}, rencana {percent(total.rencana)}."
    galat = sum(each.level is Level.GALAT for each in result.findings)
    if galat:
        yield from wrapped(
            f"Ada {galat} galat: angkanya tidak dapat dipercaya sebelum diperbaiki (lembar Temuan).", 2, 2
        )
    if result.unsaid:
        names = " dan ".join(f"`{name}`" for name in result.unsaid)
        yield from wrapped(f"Belum diisi di zi-excel.toml, jadi kosong di Sampul: {names}.", 2, 2)
    if result.backup is not None:
        yield f"  Laporan sebelumnya disimpan: {result.backup}"
    if result.carried:
        yield f"  Catatan evaluator yang dibawa: {result.carried} sel."
    if result.left:
        yield f"  Catatan evaluator yang tidak cocok lagi (lembar Catatan Lama): {len(result.left)}"
        for note in result.left[:_MOST_LEFT]:
            yield f"    {note.kode}: {shortened(' '.join(note.text.split()), 80, '')}"
        if len(result.left) > _MOST_LEFT:
            yield f"    dan {len(result.left) - _MOST_LEFT} lainnya"

"""Results as text for a person at a terminal, line by line; colour is click's and vanishes when piped."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence

import click

from zi_excel.cli.console import one_line
from zi_excel.clock import today
from zi_excel.measuring.measure import Capaian, Status
from zi_excel.outputs.recorded_text import recorded_line
from zi_excel.outputs.touched_text import touched_lines
from zi_excel.validation.findings import Level, Rule
from zi_excel.verbs.capaian import CapaianResult
from zi_excel.verbs.monev import MonevResult
from zi_excel.wording import long_date, percent, points

LEVEL_COLOUR = {Level.GALAT: "red", Level.PERINGATAN: "yellow", Level.INFO: "blue"}

_AHEAD = (
    "Tanggal penilaian itu belum tiba: penyegaran untuk tanggal sebelumnya tidak akan dicatat. Bila keliru, hapus "
    "baris-baris tanggal itu di tab Monev Riwayat; untuk melihat saja, pakai --coba"
)


def wrapped(text: str, first: int, rest: int) -> list[str]:
    """A text in lines as wide as the terminal. first, rest: how far the first and the other lines are indented."""
    return textwrap.wrap(
        one_line(text),
        line_width(),
        initial_indent=" " * first,
        subsequent_indent=" " * rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def line_width() -> int:
    """How many characters a line has: as many as the terminal, but neither too few for words nor too many to read."""
    return max(40, min(shutil.get_terminal_size((100, 24)).columns, 120))


def heading(text: str) -> str:
    """The first line of a result; the name of a file or of a sheet may have line breaks in it, and worse."""
    return click.style(one_line(text), bold=True)


def capaian_lines(result: CapaianResult) -> Iterator[str]:
    """The whole and each komponen in a table, then how the numbers came about."""
    measured = result.measurement
    yield heading(f"{result.path} · lembar '{result.plan.sheet}' · per {long_date(measured.per)}")
    yield ""
    head = [
        "",
        "Komponen",
        "Jml",
        "Rencana",
        "Capaian",
        "Deviasi",
        "Tertimbang",
        *(status.sign for status in Status),
    ]
    rows = [_capaian_row(each.kode, each) for each in measured.komponen]
    yield from _table(head, [*rows, _capaian_row("", measured.total)])
    yield ""
    yield "Jumlah menurut status: " + ", ".join(f"{status.sign} {status.word.lower()}" for status in Status)
    yield "Capaian = rata-rata realisasi; deviasi = realisasi dikurangi rencana, dalam poin persen."
    if measured.total.tertimbang is None:
        yield f"Capaian tertimbang tidak dihitung: {measured.total.tertimbang_sebab}"
    else:
        yield "Tertimbang = menurut bobot subkomponen pada LKE Pemenuhan (30 dari 100 poin LKE); bukan nilai LKE."


def _capaian_row(kode: str, group: Capaian) -> list[str]:
    return [
        kode,
        group.nama,
        str(group.jumlah),
        percent(group.rencana),
        percent(group.capaian),
        points(group.deviasi),
        percent(group.tertimbang),
        *(str(group.status[status]) for status in Status),
    ]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns as wide as their texts; the first two to the left, numbers to the right; the last row is the total."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        shown = [
            cell.ljust(width) if at < 2 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return "  ".join(shown).rstrip()

    yield click.style(line(head), bold=True)
    yield from (line(row) for row in rows[:-1])
    yield click.style(line(rows[-1]), bold=True)


def monev_lines(result: MonevResult) -> Iterator[str]:
    """What was done to the workbook, or what would be done."""
    total = result.measurement.total
    if not result.changed:
        done = "tab Monev sudah mutakhir; tidak ada yang ditulis"
    elif result.dry_run:
        done = "percobaan, tidak ada yang ditulis"
    else:
        done = "tab Monev disegarkan"
    yield heading(f"{result.path}: {done} (per {long_date(result.measurement.per)})")
    would = "akan " if result.dry_run else ""
    for verb, names in (("ditambahkan", result.added), ("diganti", result.replaced), ("dihapus", result.removed)):
        if names and result.changed:
            yield from wrapped(f"{would}{verb}: ".capitalize() + ", ".join(names), 2, 4)
    yield from wrapped(recorded_line(result.recording), 2, 4)
    if result.recording.written and result.measurement.per > today():
        yield from (click.style(part, fg="yellow") for part in wrapped(_AHEAD, 2, 4))
    for line in touched_lines(result):
        yield from (click.style(part, fg="yellow") for part in wrapped(line, 2, 4))
    if result.blocked:
        yield from (
            click.style(part, fg="yellow") for part in wrapped(f"Saat ini akan ditolak: {result.blocked}", 2, 4)
        )
    yield f"  Tetap sama persis: {result.kept} bagian buku kerja"
    if result.backup:
        yield one_line(f"  Cadangan: {result.backup}")
    yield (
        f"  Capaian {percent(total.capaian)}, rencana {percent(total.rencana)}; {total.jumlah} indikator: "
        + ", ".join(f"{count} {status.word.lower()}" for status, count in total.status.items() if count)
    )
    serious = sum(finding.level is Level.GALAT for finding in result.findings)
    if serious:
        yield click.style(
            f"  {serious} galat pada data: jalankan `zi-excel validasi` atau buka tab Monev Temuan", fg="red"
        )


def rule_lines(rule: Rule) -> Iterator[str]:
    """A rule's manual."""
    yield click.style(f"{rule.code} · {rule.level} · {rule.title}", bold=True)
    for label, text in (
        ("", rule.what),
        ("Mengapa: ", rule.why),
        ("Salah:   ", rule.wrong),
        ("Benar:   ", rule.right),
        ("Saran:   ", rule.suggestion),
    ):
        yield from wrapped(label + text, 2, 2 + len(label))


def rules_lines(rules: Sequence[Rule]) -> Iterator[str]:
    """All rules, a line each."""
    for each in rules:
        yield f"{each.code}  {click.style(f'{each.level:<10}', fg=LEVEL_COLOUR[each.level])}  {each.title}"
    yield ""
    yield "Penjelasan satu aturan: zi-excel aturan KODE"

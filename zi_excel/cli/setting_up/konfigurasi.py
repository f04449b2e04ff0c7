"""`zi-excel konfigurasi`: an example of a settings file, and what one is understood to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_excel.cli.console import say, say_lines, warned, wrapped
from zi_excel.cli.indonesian import Command
from zi_excel.cli.options import PATH
from zi_excel.measuring.status import Ambang
from zi_excel.settings.settings import OFF, Cadangan, RekapMingguan, RuleSetting, Settings
from zi_excel.weekly.books import Matches
from zi_excel.weekly.wording import waiting

if TYPE_CHECKING:
    from zi_excel.weekly.konfigurasi import KonfigurasiResult
    from zi_excel.weekly.places import Places

_NAME = 14


@click.command(
    cls=Command,
    examples=[
        "zi-excel konfigurasi --contoh > zi-excel.toml",
        "zi-excel konfigurasi --periksa",
        r'zi-excel konfigurasi --periksa "D:\Rencana Aksi\zi-excel.toml"',
    ],
)
@click.option("--contoh", is_flag=True, help="Tampilkan contoh berkas pengaturan dengan semua pengaturannya.")
@click.option("--periksa", is_flag=True, help="Periksa BERKAS (bawaan: zi-excel.toml di folder ini).")
@click.argument("berkas", type=PATH, metavar="[BERKAS]", required=False)
def konfigurasi(*, contoh: bool, periksa: bool, berkas: Path | None) -> None:
    """Menampilkan contoh berkas pengaturan, atau memeriksanya.

    Pemeriksaan menyebut apa yang dipahami, juga buku kerja mana yang akan disegarkan tiap minggu. Kode keluar: 0 dapat
    diikuti, 2 tidak (satu kalimat menyebut sebabnya).
    """
    from zi_excel.weekly.konfigurasi import contoh_konfigurasi, periksa_konfigurasi

    if contoh == periksa:
        raise click.UsageError("pilih `--contoh` atau `--periksa`.", click.get_current_context())
    if contoh:
        if berkas is not None:
            raise click.UsageError(
                f"`--contoh` ditampilkan saja, jadi tidak menerima nama berkas; simpan dengan `> {berkas}`.",
                click.get_current_context(),
            )
        say(contoh_konfigurasi().rstrip("\n"))
    else:
        say_lines(konfigurasi_lines(periksa_konfigurasi(berkas or Path())))


def konfigurasi_lines(result: KonfigurasiResult) -> Iterator[str]:
    """Every setting with its value, defaults marked as such; then which workbooks the weekly run would take now."""
    settings, usual = result.settings, Settings()
    yield click.style(f"{settings.sumber}: dapat diikuti", bold=True)
    for name in settings._fields:
        if name in {"sumber", "mingguan"}:
            continue
        value = getattr(settings, name)
        default = " (bawaan)" if value == getattr(usual, name) else ""
        lines = [line + default for line in _value_lines(value)] or ["tidak diatur"]
        for at, line in enumerate(lines):
            yield from wrapped(f"{'' if at else name:<{_NAME}}  {line}", 2, 2 + _NAME + 2)
    yield ""
    if result.places is None or result.matches is None:
        yield from wrapped(
            "Penyegaran mingguan tidak diatur: bagian [mingguan] hanya diperlukan oleh skrip refresh_monev.py.", 2, 2
        )
        return
    yield from _weekly_lines(settings, result.places, result.matches)


def _value_lines(value: object) -> Iterator[str]:
    """A setting's value, in one or more lines; none where it has no value."""
    if isinstance(value, Mapping):
        rules = {code: rule for code, rule in value.items() if isinstance(rule, RuleSetting)}
        for code, rule in rules.items():
            where = f", hanya {', '.join(sorted(rule.kode))}" if rule.kode else ""
            yield f"{code} {rule.level or OFF}{where}: {rule.reason}"
        if value and not rules:
            yield ", ".join(f"{key} = {column}" for key, column in value.items())
    elif isinstance(value, Ambang | Cadangan):
        yield ", ".join(f"{key} {each}" for key, each in value._asdict().items())
    elif isinstance(value, RekapMingguan):
        if value.keluaran is not None:
            yield value.keluaran
            yield from (f"dari {source}" for source in value.sumber)
    elif isinstance(value, tuple):
        yield from (", ".join(filter(None, each)) for each in value)
    elif value is not None:
        yield str(value)


def _weekly_lines(settings: Settings, places: Places, matches: Matches) -> Iterator[str]:
    """What the weekly run would take now, pass over and write, and where."""
    from zi_excel.weekly.places import shared_reports

    weekly = settings.mingguan
    yield click.style(f"Penyegaran mingguan: {len(matches.books)} buku kerja", bold=True)
    shared = shared_reports(matches.books, weekly)
    for path in matches.books:
        yield f"  {path}"
        if (report := weekly.report_of(path)) is not None:
            yield f"    laporan: {report}"
        if path in shared:
            clash = f"itu juga laporan untuk '{shared[path]}': satu dari keduanya tidak ditulis"
            yield click.style(f"    {clash}", fg="yellow")
    for missed in matches.missed:
        yield from warned(f"Pola '{missed.pattern}': {missed.reason}")
    if matches.passed_over:
        yield "  Dilewati:"
        for path, why in matches.passed_over:
            yield from wrapped(f"{path} ({why})", 4, 6)
    yield f"  Berkas yang terbuka ditunggu: {waiting(weekly)}"
    yield f"  Log: {places.log}"
    yield f"  Berkas hasil: {places.result}"
    if weekly.laporan is None:
        yield "  Laporan tiap buku kerja: tidak ditulis"

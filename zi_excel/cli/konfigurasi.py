"""What a settings file is understood to say, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from zi_excel.cli.capaian import wrapped
from zi_excel.settings.settings import OFF, Ambang, Cadangan, RuleSetting, Settings
from zi_excel.weekly.books import Found
from zi_excel.weekly.konfigurasi import KonfigurasiResult
from zi_excel.weekly.places import Places, shared_reports
from zi_excel.weekly.wording import waiting

_NAME = 14


def konfigurasi_lines(result: KonfigurasiResult) -> Iterator[str]:
    """Every setting with its value, defaults marked as such; then which workbooks the weekly run would take now."""
    settings, usual = result.settings, Settings()
    yield click.style(f"{settings.sumber}: dapat diikuti", bold=True)
    for name in settings._fields:
        if name in {"sumber", "mingguan"}:
            continue
        value = getattr(settings, name)
        default = " (bawaan)" if value == getattr(usual, name) else ""
        lines = [said + default for said in _said(value)] or ["tidak diatur"]
        for at, line in enumerate(lines):
            yield from wrapped(f"{'' if at else name:<{_NAME}}  {line}", 2, 2 + _NAME + 2)
    yield ""
    if result.places is None or result.found is None:
        yield from wrapped(
            "Penyegaran mingguan tidak diatur: bagian [mingguan] hanya diperlukan oleh skrip refresh_monev.py.", 2, 2
        )
        return
    yield from _weekly_lines(settings, result.places, result.found)


def _said(value: object) -> Iterator[str]:
    """A setting's value, in one or more lines; none where it has no value."""
    if isinstance(value, Mapping):
        rules = {code: each for code, each in value.items() if isinstance(each, RuleSetting)}
        for code, each in rules.items():
            where = f", hanya {', '.join(sorted(each.kode))}" if each.kode else ""
            yield f"{code} {each.level or OFF}{where}: {each.reason}"
        if value and not rules:
            yield ", ".join(f"{key} = {each}" for key, each in value.items())
    elif isinstance(value, Ambang | Cadangan):
        yield ", ".join(f"{key} {each}" for key, each in value._asdict().items())
    elif isinstance(value, tuple):
        yield from (", ".join(filter(None, each)) for each in value)
    elif value is not None:
        yield str(value)


def _weekly_lines(settings: Settings, places: Places, found: Found) -> Iterator[str]:
    weekly = settings.mingguan
    yield click.style(f"Penyegaran mingguan: {len(found.books)} buku kerja", bold=True)
    shared = shared_reports(found.books, weekly)
    for path in found.books:
        yield f"  {path}"
        if (report := weekly.report_of(path)) is not None:
            yield f"    laporan: {report}"
        if path in shared:
            said = f"itu juga laporan untuk '{shared[path]}': satu dari keduanya tidak ditulis"
            yield click.style(f"    {said}", fg="yellow")
    for missed in found.missed:
        yield from (
            click.style(line, fg="yellow") for line in wrapped(f"Pola '{missed.pattern}': {missed.reason}", 2, 4)
        )
    if found.passed_over:
        yield "  Dilewati:"
        for path, why in found.passed_over:
            yield from wrapped(f"{path} ({why})", 4, 6)
    yield f"  Berkas yang terbuka ditunggu: {waiting(weekly)}"
    yield f"  Log: {places.log}"
    yield f"  Berkas hasil: {places.result}"
    if weekly.laporan is None:
        yield "  Laporan tiap buku kerja: tidak ditulis"

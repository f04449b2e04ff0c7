"""The weekly script's command line: what it takes, what it shows a person, and its exit code."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from zi_excel.cli import answered
from zi_excel.cli.console import complain, one_line, say, say_lines
from zi_excel.cli.indonesian import Command
from zi_excel.cli.options import PATH
from zi_excel.cli.stopping import heed_stop_signals
from zi_excel.settings.settings import FILE_NAME
from zi_excel.weekly.outcome import EXIT_DONE, RunOutcome
from zi_excel.weekly.places import places_of
from zi_excel.weekly.run import AnotherRunError, Step, weekly_run
from zi_excel.weekly.wording import book_line, end_line, report_line

EXIT_ANOTHER = 4


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the script and ends the process with its exit code.

    0: the tabs of every workbook are those of today. 2: wrong usage or settings. 3: some workbook was not refreshed, or
    the run was stopped. 4: another run is on.
    """
    heed_stop_signals()
    sys.exit(answered(lambda: refresh_monev.main(arguments, prog_name="refresh_monev.py", standalone_mode=False)))


@click.command(
    cls=Command,
    examples=[
        "python refresh_monev.py --konfigurasi zi-excel.toml",
        "python refresh_monev.py --konfigurasi zi-excel.toml --periksa",
        r'python refresh_monev.py --konfigurasi "D:\Rencana Aksi\zi-excel.toml"',
    ],
    context_settings={"help_option_names": ["--help", "-h"]},
)
@click.option(
    "--konfigurasi",
    type=PATH,
    metavar="BERKAS",
    default=FILE_NAME,
    help="Berkas pengaturan dengan bagian [mingguan] (bawaan: zi-excel.toml di folder ini).",
)
@click.option(
    "--periksa",
    is_flag=True,
    help="Hanya memeriksa pengaturannya dan menampilkan buku kerja mana yang akan disegarkan.",
)
def refresh_monev(konfigurasi: Path, periksa: bool) -> int:
    """Menyegarkan tab Monev di semua buku kerja yang diatur.

    Untuk dijalankan penjadwal, tanpa ditunggui: buku kerja yang sedang terbuka ditunggu, dan yang lain tetap disegarkan
    bila salah satunya gagal. Yang terjadi tercatat di log dan di berkas hasil.

    Kode keluar: 0 semua mutakhir, 2 salah pakai atau pengaturannya salah, 3 ada yang tidak disegarkan, 4 penyegaran
    lain sedang berjalan.
    """
    if periksa:
        return _check(konfigurasi)
    try:
        with _bar() as watch:
            outcome = weekly_run(konfigurasi, watch=watch, unattended=not sys.stderr.isatty())
    except AnotherRunError as other:
        complain(f"zi-excel: {one_line(str(other))}")
        return EXIT_ANOTHER
    _tell(outcome)
    return outcome.exit_code


def _check(settings_file: Path) -> int:
    """As `zi-excel konfigurasi --periksa`, but settings without a weekly run won't do."""
    from zi_excel.cli.konfigurasi import konfigurasi_lines
    from zi_excel.weekly.konfigurasi import periksa_konfigurasi

    understood = periksa_konfigurasi(settings_file)
    places_of(understood.settings)
    say_lines(konfigurasi_lines(understood))
    return EXIT_DONE


def _tell(outcome: RunOutcome) -> None:
    """A person sees all of it; a scheduler, which mails what is said, only what asks for somebody."""
    for book in outcome.books:
        if not book.done:
            complain(one_line(f"zi-excel: {book_line(book)}"))
        elif sys.stdout.isatty():
            say(one_line(book_line(book)))
        if book.lacks_report and book.report is not None:
            complain(one_line(f"zi-excel: {report_line(book.report)}"))
        elif book.report is not None and sys.stdout.isatty():
            say(one_line(report_line(book.report)))
    for missed in outcome.missed:
        complain(one_line(f"zi-excel: pola '{missed.pattern}': {missed.reason}"))
    for sentence in outcome.unwritten:
        complain(one_line(f"zi-excel: {sentence}"))
    if sys.stdout.isatty():
        say(end_line(outcome))


@contextmanager
def _bar() -> Iterator[Callable[[Step], None]]:
    """A bar that follows the run, where a person looks on."""
    with click.progressbar(
        length=0,
        label="Tab Monev",
        show_eta=False,
        item_show_func=lambda at: at,
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as bar:

        def watch(step: Step) -> None:
            at = "" if step.at is None else one_line(step.at.name)
            if step.waiting:
                at = f"menunggu {step.waiting} buku kerja; dicoba lagi dalam {math.ceil(step.seconds / 60)} menit"
            bar.length = step.total
            bar.update(step.done - bar.pos, at)
            bar.render_progress()

        yield watch

"""`zi-excel mingguan`, also called `refresh_monev.py`: the weekly run, and what of it is shown to a person."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_excel.cli import answered
from zi_excel.cli.console import complain, heed_stop_signals, one_line, say, say_lines
from zi_excel.cli.indonesian import Command
from zi_excel.cli.options import PATH, diam_option
from zi_excel.cli.setting_up.konfigurasi import konfigurasi_lines
from zi_excel.settings.settings import FILE_NAME
from zi_excel.weekly.outcome import EXIT_DONE, EXIT_FAILED, RunOutcome
from zi_excel.weekly.rekap import RekapOutcome
from zi_excel.weekly.wording import book_line, end_line, rekap_line, report_line

if TYPE_CHECKING:
    from zi_excel.weekly.run import Step

EXIT_ANOTHER = 4


@click.command(
    cls=Command,
    examples=[
        "zi-excel mingguan --konfigurasi zi-excel.toml",
        "zi-excel mingguan --konfigurasi zi-excel.toml --periksa",
        r'zi-excel mingguan --konfigurasi "D:\Rencana Aksi\zi-excel.toml" --diam',
    ],
)
@click.option(
    "--konfigurasi",
    type=PATH,
    metavar="BERKAS",
    help="Berkas pengaturan dengan bagian [mingguan] (bawaan: zi-excel.toml di folder ini).",
)
@click.option(
    "--periksa",
    is_flag=True,
    help="Hanya memeriksa pengaturannya dan menampilkan buku kerja mana yang akan disegarkan.",
)
@diam_option
def mingguan(*, konfigurasi: Path | None, periksa: bool, diam: bool) -> int:
    """Menyegarkan tab Monev di semua buku kerja yang diatur.

    Untuk dijalankan penjadwal, tanpa ditunggui: buku kerja yang sedang terbuka ditunggu, dan yang lain tetap disegarkan
    bila salah satunya gagal. Yang terjadi tercatat di log dan di berkas hasil.

    Tanpa terminal, atau dengan --diam, folder pengaturan yang belum tersambung ditunggu sampai 120 menit; di terminal
    tanpa --diam langsung dilaporkan.

    Kode keluar: 0 semua mutakhir, 2 salah pakai atau pengaturannya salah, 3 ada yang tidak disegarkan, 4 penyegaran
    lain sedang berjalan (yang ketiga kalinya berturut-turut: 3).
    """
    from zi_excel.weekly.kept_away import AnotherRunError
    from zi_excel.weekly.run import weekly_run

    settings_file = konfigurasi or Path(FILE_NAME)
    if periksa:
        return _check(settings_file, diam=diam)
    watched = sys.stderr.isatty() and not diam
    if sys.stderr.isatty() and diam and not os.path.isdir(settings_file.parent):  # noqa: PTH112  (as the run looks)
        complain(
            f"zi-excel: folder '{one_line(str(settings_file.parent))}' tidak ada; ditunggu sampai 120 menit "
            "(dihentikan dengan Ctrl+C; tanpa --diam tidak ditunggu)."
        )
    try:
        with _bar(hidden=not watched) as watch:
            outcome = weekly_run(settings_file, watch=watch, unattended=not watched)
    except AnotherRunError as other:
        complain(f"zi-excel: {one_line(str(other))}")
        return EXIT_FAILED if other.lasting else EXIT_ANOTHER
    _tell(outcome, shown=sys.stdout.isatty() and not diam)
    return outcome.exit_code


def script(arguments: Sequence[str] | None = None) -> None:
    """Runs `refresh_monev.py`, the command under the name that schedulers know, and ends the process.

    Exit codes: 0: the tabs of every workbook are those of today. 2: wrong usage or settings. 3: some workbook was not
    refreshed, the run was stopped, or kept away for the third time in a row. 4: another run is on.
    """
    heed_stop_signals()
    name = "refresh_monev.py"
    command = Command(
        name,
        params=mingguan.params,
        callback=mingguan.callback,
        help=mingguan.help,
        examples=[
            f"python {name} --konfigurasi zi-excel.toml",
            f"python {name} --konfigurasi zi-excel.toml --periksa",
            rf'python {name} --konfigurasi "D:\Rencana Aksi\zi-excel.toml"',
        ],
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    sys.exit(answered(lambda: command.main(arguments, prog_name=name, standalone_mode=False)))


def _check(settings_file: Path, *, diam: bool) -> int:
    """As `zi-excel konfigurasi --periksa`, but settings without a weekly run are refused.

    Raises:
        UsageError: the settings can't be followed, or set up no weekly run.
    """
    from zi_excel.weekly.konfigurasi import periksa_konfigurasi
    from zi_excel.weekly.places import places_of

    understood = periksa_konfigurasi(settings_file)
    places_of(understood.settings)
    if not diam:
        say_lines(konfigurasi_lines(understood))
    return EXIT_DONE


def _tell(outcome: RunOutcome, *, shown: bool) -> None:
    """A person sees all of it (shown); a scheduler, which mails what is printed, only what asks for somebody."""
    for book in outcome.books:
        if not book.done:
            complain(one_line(f"zi-excel: {book_line(book)}"))
        elif shown:
            say(one_line(book_line(book)))
        if book.lacks_report and book.report is not None:
            complain(one_line(f"zi-excel: {report_line(book.report)}"))
        elif book.report is not None and shown:
            say(one_line(report_line(book.report)))
    if outcome.rekap is not None:
        _tell_rekap(outcome.rekap, shown=shown)
    for missed in outcome.missed:
        complain(one_line(f"zi-excel: pola '{missed.pattern}': {missed.reason}"))
    for sentence in outcome.unwritten:
        complain(one_line(f"zi-excel: {sentence}"))
    if shown:
        say(end_line(outcome))


def _tell_rekap(rekap: RekapOutcome, *, shown: bool) -> None:
    """The rekap, and in any case who could not be read for it."""
    if not rekap.done:
        complain(one_line(f"zi-excel: {rekap_line(rekap)}"))
    elif shown:
        say(one_line(rekap_line(rekap)))
    for sentence in rekap.unread:
        complain(one_line(f"zi-excel: {sentence}"))


@contextmanager
def _bar(*, hidden: bool) -> Iterator[Callable[[Step], None]]:
    """A bar that follows the run, where a person looks on."""
    with click.progressbar(
        length=0,
        label="Tab Monev",
        show_eta=False,
        item_show_func=lambda at: at,
        file=sys.stderr,
        hidden=hidden,
    ) as bar:

        def watch(step: Step) -> None:
            at = "" if step.at is None else one_line(step.at.name)
            if step.waiting:
                at = f"menunggu {step.waiting} buku kerja; dicoba lagi dalam {math.ceil(step.seconds / 60)} menit"
            bar.length = step.total
            bar.update(step.done - bar.pos, at)
            bar.render_progress()

        yield watch

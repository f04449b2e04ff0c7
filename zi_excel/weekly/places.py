"""What the settings mean on this disk: the run's log and result file, its workbooks, and where their reports go."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from zi_excel.errors import UsageError
from zi_excel.reader.header.own_report import is_report_file
from zi_excel.settings.loading import load_settings
from zi_excel.settings.settings import FILE_NAME, Mingguan, Settings
from zi_excel.validation.engine import overrides_of
from zi_excel.weekly.books import Matches, find_books, key_of


class Places(NamedTuple):
    """The run's files. source: its settings; relative paths are meant from their folder."""

    source: Path
    log: Path
    result: Path


def places_of(settings: Settings) -> Places:
    """The places that a settings file names.

    Raises:
        UsageError: it names no workbook, or a folder that isn't there.
    """
    source = settings.sumber or Path(FILE_NAME)
    whole = Path(os.path.abspath(source))  # noqa: PTH100  (a link to the file stands where it was put)
    weekly = settings.mingguan
    if not weekly.buku:
        raise UsageError(
            f"berkas pengaturan '{source}': `mingguan.buku` belum diisi; tulis buku kerja yang disegarkan, misalnya "
            'buku = ["rencana_aksi.xlsx"] di bawah [mingguan].'
        )
    places = Places(whole, whole.parent / weekly.log, whole.parent / weekly.hasil)
    for key, path in (("log", places.log), ("hasil", places.result)):
        if not os.path.isdir(path.parent):  # noqa: PTH112  (no errors: whoever opens it says why)
            raise UsageError(
                f"berkas pengaturan '{source}': `mingguan.{key}`: folder '{path.parent}' tidak ada; buat foldernya, "
                "atau sebutkan yang lain."
            )
        if os.path.isdir(path):  # noqa: PTH112
            raise UsageError(f"berkas pengaturan '{source}': `mingguan.{key}`: '{path}' adalah folder.")
    return places


def settings_of_book(book: Path, weekly: Settings) -> Settings:
    """The settings of one workbook: those of the file beside it, as for every command; else the weekly run's own.

    Raises:
        UsageError: the file beside it can't be followed.
    """
    beside = book.parent / FILE_NAME
    if not os.path.lexists(beside):
        return weekly
    chosen = load_settings(beside)
    overrides_of(chosen)
    return chosen


def books_of(settings: Settings, places: Places) -> Matches:
    """The workbooks that the settings mean now."""

    def backup_folder(folder: Path) -> Path:
        try:
            chosen = settings_of_book(folder / "buku", settings)
        except UsageError:  # said of the workbook itself, when its turn comes
            chosen = settings
        return Path(chosen.cadangan.folder)

    def is_report(path: Path) -> bool:
        try:
            return is_report_file(path)
        except Exception:  # noqa: BLE001  (said when its turn comes as well: it is taken for a workbook)
            return False

    own = (places.log, places.result)
    return find_books(
        settings.mingguan.buku,
        places.source.parent,
        backup_folder=backup_folder,
        is_report=is_report,
        own=own,
    )


def shared_reports(books: Iterable[Path], weekly: Mingguan) -> Mapping[Path, Path]:
    """The workbooks whose report would take the place of another one's, each with that other workbook.

    `a.xlsx` and `a.xlsm` in one folder; two of the same name where all reports go into one folder.
    """
    first: dict[str, Path] = {}
    shared: dict[Path, Path] = {}
    for book in books:
        out = weekly.report_of(book)
        if out is not None and (other := first.setdefault(key_of(out), book)) != book:
            shared[book] = other
    return shared

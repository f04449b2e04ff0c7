"""The proof as its users meet it: a backup and a refreshed workbook, exit codes, what is said."""

from datetime import date

import pytest

import zi_excel as library
from zi_excel.opc.comparison.result import PartStanding
from zi_excel.verbs.monev import monev

PER = date(2025, 11, 20)


@pytest.mark.slow
def test_a_refresh_and_its_backup(book, zi_excel):
    """`monev`, then `periksa-utuh` with the backup: exit 0, and the file is not touched."""
    assert zi_excel("monev", book, "--per", PER).returncode == 0
    backup = next((book.parent / "cadangan").iterdir())
    before = book.read_bytes(), backup.read_bytes()
    done = zi_excel("periksa-utuh", backup, book, encoding="cp1252")
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode("cp1252").startswith("UTUH: ")
    assert (book.read_bytes(), backup.read_bytes()) == before


@pytest.mark.slow
def test_each_refresh_after_the_other(book):
    """The first, a second of another day, and from before the first to after the last."""
    backups = [monev(book, per=date(2025, month, 20)).backup for month in (9, 10, 11)]
    for old, new in [*zip(backups, [*backups[1:], book], strict=True), (backups[0], book)]:
        comparison = library.periksa_utuh(old, str(new)).comparison
        assert comparison.of(PartStanding.DIFFERS) == ()
        assert comparison.recompressed == ()

"""The verb `rekap`: many offices' workbooks as one (contract, section 9)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from zi_excel import store
from zi_excel.clock import today
from zi_excel.errors import UsageError, WorkbookError
from zi_excel.kantor.compiling import compile_rekap
from zi_excel.kantor.engine import Failed, Workers, run_all
from zi_excel.kantor.figures import Rekap
from zi_excel.kantor.processes import process_workers
from zi_excel.kantor.record import KantorRecord, Shared, Unread
from zi_excel.kantor.sources import Found, ListRow, Source, find_sources
from zi_excel.plan.periode import Periode, latest_period
from zi_excel.reader.header.own_report import is_report_file
from zi_excel.settings.beside import settings_for
from zi_excel.settings.settings import Cadangan
from zi_excel.sheets import PAPERS, render_rekap
from zi_excel.signs import REKAP_NAME
from zi_excel.verbs.one_kantor import PassedOver, Question, read_kantor
from zi_excel.verbs.putting import put
from zi_excel.version import __version__

LIMIT = 300.0
"""Seconds that one workbook may take, where nobody says otherwise."""


class RekapStep(NamedTuple):
    """Where the rekap is, for whoever looks on. unread: of the workbook that is done, where it could not be read."""

    done: int
    total: int
    berkas: str
    unread: Unread | None = None


class RekapResult(NamedTuple):
    """What `rekap` found, and where it wrote it.

    out: the workbook; None: none was asked for. changed: False where it already stood there just so; then nothing was
    written. backup: where the rekap that stood there before is kept; None where there was none.
    """

    rekap: Rekap
    out: Path | None = None
    changed: bool = False
    backup: Path | None = None


def rekap(
    sources: Sequence[Path | str] | Path | str,
    out: Path | str | None = None,
    *,
    per: date | None = None,
    periode: str | None = None,
    paper: str = "f4",
    workers: int | None = None,
    dask: str | None = None,
    executor: Executor | None = None,
    limit: float = LIMIT,
    settings: Path | str | None = None,
    watch: Callable[[RekapStep], None] = lambda _: None,
) -> RekapResult:
    """Reads the workbooks of many offices, and writes their figures as one workbook.

    From a script of your own, call it below `if __name__ == "__main__":`: the workbooks are read by processes.

    Args:
        sources: workbooks, folders, patterns, or lists (`.csv`, `.xlsx`) of them.
        out: the workbook, which must end in .xlsx; None: only the figures are wanted. A rekap that the tool wrote there
            is replaced, with a dated backup; any other file never is.
        per: the as-of day (default: today in Asia/Jakarta).
        periode: a period (`TW III`, `B09`), where it names no year the latest that has begun: its last day is the as-of
            day, and what moved in it is shown.
        paper: "f4", "a4" or "legal".
        workers: how many processes; None: one per core.
        dask: the address of a Dask scheduler whose workers read instead.
        executor: any other executor that should; it is not shut down.
        limit: seconds that one workbook may take.
        settings: a settings file for the workbooks that have none beside them.
        watch: called whenever a workbook is done.

    Raises:
        WorkbookError: no workbook could be read, a list or the cluster can't be used, or `out` can't be written.
        UsageError: the question was wrong.
    """
    asked = [sources] if isinstance(sources, str | os.PathLike) else list(sources)
    out = None if out is None else Path(out)
    now = today()
    period = None if periode is None else _period(periode, per, now)
    day = per or now if period is None else period.last
    if limit <= 0 or (workers is not None and workers < 1):
        raise UsageError("jumlah proses dan batas waktu harus lebih dari 0.")
    if paper not in PAPERS:
        raise UsageError(f"kertas '{paper}' tidak dikenal; pilih {', '.join(PAPERS)}.")
    seen = None if out is None else _before(out)
    found = find_sources(asked, apart=_apart, read_list=_list_rows, own=[] if out is None else [out])
    question = Question(day, now, period, None if settings is None else os.path.abspath(settings))  # noqa: PTH100
    with _workers(workers, dask, executor, limit) as where:
        records, unread = _read(found, question, where, watch)
    if not records:
        raise WorkbookError(_nothing(asked, unread))
    compiled = compile_rekap(records, unread, per=day, periode=period, version=__version__)
    if out is None:
        return RekapResult(compiled)
    changed, backup = put(
        out,
        render_rekap(compiled, paper=paper, out=out),
        seen=seen,
        beside=[Path(each.berkas) for each in compiled.kantor],
        readable=_is_rekap,
        cadangan=Cadangan(),
    )
    return RekapResult(compiled, out, changed, backup)


def _before(out: Path) -> store.Fingerprint | None:
    """The rekap that stands where the new one goes, as it is before anything is read; None where nothing stands there.

    Raises:
        UsageError: the name is not one of a workbook.
        WorkbookError: something else stands there, it is open, or there is no such folder.
    """
    if out.suffix.lower() != ".xlsx":
        raise UsageError(f"nama rekap harus berakhiran .xlsx, bukan '{out.name}'.")
    if not os.path.lexists(out):
        if not os.path.isdir(out.parent):  # noqa: PTH112  (False also where it can't be looked at)
            raise WorkbookError(
                f"folder '{out.parent}' tidak ada; buat dahulu foldernya, atau sebutkan tempat lain dengan -o."
            )
        return None
    if not _is_rekap(out):
        raise WorkbookError(
            f"'{out}' sudah ada dan bukan rekap buatan zi-excel, jadi tidak ditimpa; pilih nama lain dengan -o."
        )
    store.check_not_open(out)
    return store.fingerprint(out)


def _is_rekap(path: Path) -> bool:
    return path.is_file() and is_report_file(path, name=REKAP_NAME)


def _period(periode: str, per: date | None, now: date) -> Periode:
    if per is not None:
        raise UsageError("pilih salah satu: `--per` (satu tanggal) atau `--periode` (akhir suatu periode).")
    return latest_period(periode, now)


@contextmanager
def _workers(count: int | None, dask: str | None, executor: Executor | None, limit: float) -> Iterator[Workers]:
    if dask is None:
        yield process_workers(count, limit, executor)
        return
    from zi_excel.kantor.dask_cluster import dask_workers  # an extra

    with dask_workers(dask, limit) as cluster:
        yield cluster


def _read(
    found: Found, question: Question, workers: Workers, watch: Callable[[RekapStep], None]
) -> tuple[list[KantorRecord], list[Unread]]:
    """The records of all workbooks that can be read, and what can't be."""
    records: list[KantorRecord] = []
    unread = [Unread(missed.asked, missed.sebab) for missed in found.missed]
    shared = Shared()
    outcomes = run_all(found.sources, partial(read_kantor, question=question), workers)
    for done, (source, outcome) in enumerate(outcomes, start=1):
        failed: Unread | None = None
        match outcome:
            case KantorRecord():
                records.append(shared.record(outcome))
            case PassedOver():
                pass
            case Unread():
                failed = outcome
            case Failed():
                failed = Unread(source.berkas, _failed_sentence(source, outcome, workers.limit), source.wilayah)
        if failed is not None:
            unread.append(failed)
        watch(RekapStep(done, len(found.sources), source.berkas, failed))
    return records, unread


def _failed_sentence(source: Source, failed: Failed, limit: float) -> str:
    if failed.late:
        return (
            f"'{source.berkas}' tidak selesai dibaca dalam {limit:g} detik, dua kali; periksa isinya, atau beri waktu "
            "lebih dengan `--batas`."
        )
    return (
        f"'{source.berkas}' menghentikan proses yang membacanya, dua kali (mungkin memori tidak cukup); periksa "
        "isinya, atau kecualikan berkas itu."
    )


def _nothing(asked: Sequence[Path | str], unread: Sequence[Unread]) -> str:
    """Why there is no rekap."""
    if not unread:
        names = ", ".join(f"'{each}'" for each in asked) or "yang disebutkan"
        return f"tidak ada buku kerja kantor di {names}; sebutkan buku kerja, folder, pola, atau daftarnya."
    first = unread[0].sebab
    if len(unread) == 1:
        return first
    return f"tidak satu pun dari {len(unread)} berkas dapat dibaca; yang pertama: {first}"


def _apart(folder: Path) -> tuple[str, ...]:
    """The folders of backups and of evidence that belong to the workbooks of a folder."""
    try:
        settings = settings_for(folder / "buku")
    except UsageError:  # said of each workbook there
        return (Cadangan().folder,)
    evidence = () if settings.folder_bukti is None else (settings.folder_bukti,)
    return (settings.cadangan.folder, *evidence)


def _list_rows(path: Path) -> Sequence[ListRow] | None:
    from zi_excel.frames import list_rows  # with pandas: most rekaps ask for no list

    return list_rows(path)

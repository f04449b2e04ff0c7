"""One kantor's workbook read to the small record that the rekap keeps of it (contract, section 9).

Runs in whatever process an executor has, so it takes and hands out only what can be pickled. What goes wrong with one
workbook ends here, as a sentence.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from zi_excel.errors import ZiExcelError
from zi_excel.history.recording import earlier_reports
from zi_excel.history.records import History
from zi_excel.kantor.record import KantorRecord, Unread, kantor_record
from zi_excel.kantor.sources import Source
from zi_excel.opc.package.package import Package
from zi_excel.plan.office_name import office_in
from zi_excel.plan.periode import Periode
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.reader.header.own_report import is_report_file
from zi_excel.report.lookback import movement_of, restored
from zi_excel.settings.settings import FILE_NAME, Settings
from zi_excel.verbs.checking import enacted_for, findings_of, history_of
from zi_excel.verbs.opening import measured, read_matrix, settings_of


class Question(NamedTuple):
    """What is asked of every workbook.

    per: the as-of day. today: the day on which it is asked, the same for all. periode: the period whose movement is
    wanted. settings: the file that counts where a workbook has none beside it.
    """

    per: date
    today: date
    periode: Periode | None = None
    settings: str | None = None


class PassedOver(NamedTuple):
    """A file below a folder that is no office's workbook: a report or a rekap that the tool wrote."""

    berkas: str


def read_kantor(source: Source, question: Question) -> KantorRecord | Unread | PassedOver:
    """Reads a workbook once, and keeps what the rekap shows of it: what `capaian` and `validasi` say of it.

    Never raises but for what ends a process.
    """
    try:
        return _record(source, question)
    except ZiExcelError as failure:
        path = Path(source.path)
        if not source.named and path.is_file() and is_report_file(path):
            return PassedOver(source.berkas)
        sentence = str(failure).replace(source.path, source.berkas)
    except MemoryError:
        sentence = f"'{source.berkas}' tidak terbaca: memori komputer tidak cukup untuk buku kerja ini."
    except Exception as failure:  # noqa: BLE001  (the other kantor go on)
        sentence = (
            f"'{source.berkas}' tidak terbaca: ada kesalahan di dalam alat ini sendiri ({type(failure).__name__}: "
            f"{failure}); laporkan kepada pembuat alat."
        )
    return Unread(source.berkas, sentence, source.wilayah)


def _record(source: Source, question: Question) -> KantorRecord:
    path = Path(source.path)
    settings = _settings(path, question)
    with Package.open(path) as package:
        plan = read_matrix(package, settings, None)
        history = history_of(package).history
    per = question.per
    measurement = measured(plan, settings, per)
    enacted, earlier = enacted_for(path, settings), earlier_reports(history, plan, per)
    return kantor_record(
        plan,
        measurement,
        findings_of(path, plan, enacted, settings, per, earlier=earlier),
        history,
        nama=source.nama or settings.kantor or office_in(plan.title) or path.stem,
        wilayah=source.wilayah,
        berkas=source.berkas,
        pergerakan=_movement(plan, history, settings, question),
    )


def _settings(path: Path, question: Question) -> Settings:
    beside = os.path.lexists(path.parent / FILE_NAME)
    return settings_of(path, None if beside else question.settings)


def _movement(plan: RencanaAksi, history: History, settings: Settings, question: Question) -> float | None:
    """How far the kantor moved in the period, in percentage points, as `laporan` tells it."""
    period = question.periode
    if period is None or (movement := movement_of(plan, history, period)) is None:
        return None
    # A period that is not over yet is reported as things stand now.
    earlier = restored(plan, history, period.last) if period.last < question.today else None
    at_end = measured(plan if earlier is None else earlier.plan, settings, period.last)
    return movement.mean(at_end.indikator)

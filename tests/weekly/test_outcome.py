"""What came of a weekly run: its exit code and its result file."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from zi_excel.clock import JAKARTA
from zi_excel.weekly.books import Missed
from zi_excel.weekly.outcome import (
    BookOutcome,
    Fate,
    ReportFate,
    ReportOutcome,
    RunOutcome,
    left_by_killed,
    outcome_json,
)

BOOK = BookOutcome(Path("buku.xlsx"), Fate.DISEGARKAN, 1)
BEGUN, ENDED = datetime(2025, 11, 24, 6, tzinfo=JAKARTA), datetime(2025, 11, 24, 7, tzinfo=JAKARTA)
RUN = RunOutcome(Path("zi-excel.toml"), BEGUN, (BOOK,))


@pytest.mark.parametrize(
    ("run", "code"),
    [
        (RUN, 0),
        (RUN._replace(books=(BOOK._replace(fate=Fate.MUTAKHIR),)), 0),
        (RUN._replace(books=(BOOK, BOOK._replace(fate=Fate.GAGAL))), 3),
        (RUN._replace(books=(BOOK._replace(report=ReportOutcome(Path("l.xlsx"), ReportFate.TERPAKAI, 1)),)), 3),
        (RUN._replace(missed=(Missed("*.xlsx", "tidak ada"),)), 3),
        (RUN._replace(interrupted=True), 3),
        (RUN._replace(unwritten=("log tidak dapat ditulis",)), 3),
    ],
)
def test_0_only_where_all_is_todays_and_said(run, code):
    """Each shortcoming alone makes it 3: a workbook, its report, a pattern, a stop, a log that could not be written."""
    assert run.exit_code == code


@pytest.mark.parametrize(
    ("fate", "report", "waits"),
    [
        (Fate.TERPAKAI, None, True),
        (Fate.DISEGARKAN, ReportFate.TERPAKAI, True),
        (Fate.DISEGARKAN, ReportFate.GAGAL, False),
        (Fate.GAGAL, None, False),
    ],
)
def test_only_what_is_open_is_worth_another_try(fate, report, waits):
    """The workbook or its report."""
    outcome = None if report is None else ReportOutcome(Path("l.xlsx"), report, 1)
    assert BOOK._replace(fate=fate, report=outcome).waits is waits


@pytest.mark.parametrize(
    ("run", "state", "code"),
    [
        (RUN, "berjalan", None),
        (RUN._replace(ended=ENDED), "selesai", 0),
        (RUN._replace(ended=ENDED, interrupted=True), "dihentikan", 3),
    ],
)
def test_a_run_that_goes_on_has_no_exit_code(run, state, code):
    """In the result file, which is JSON as it stands."""
    content = json.loads(json.dumps(outcome_json(run)))
    assert (content["keadaan"], content["kode_keluar"]) == (state, code)
    assert content["ringkasan"] == {"disegarkan": 1, "mutakhir": 0, "terpakai": 0, "gagal": 0}


@pytest.mark.parametrize(
    ("content", "killed"),
    [
        (json.dumps(outcome_json(RUN)), True),
        (json.dumps(outcome_json(RUN._replace(ended=ENDED))), False),
        ("[]", False),
        ("bukan JSON", False),
        (None, False),
    ],
)
def test_a_killed_run_is_known_by_its_result_file(tmp_path, content, killed):
    """It still says that the run goes on; a file that is missing or not the tool's says nothing."""
    result = tmp_path / "hasil.json"
    if content is not None:
        result.write_text(content)
    assert (left_by_killed(result) is not None) is killed

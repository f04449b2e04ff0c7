"""Rendering with XlsxWriter: the Monev tabs, the evaluator's workbook (laporan/), many offices (rekap/).

Computes nothing: numbers come from the measurement and are written as values, or as the cached values of live formulas
over the tabs' own rows. May import whatever is shown (plan, measuring, findings, history, the report's contents), but
neither the reader nor the settings. XlsxWriter is imported when something is rendered, so that the command line starts
fast.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from zi_excel.history.course import course_of
from zi_excel.history.recording import NO_HISTORY, Recording
from zi_excel.measuring.measure import Measurement
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.sheets.layout import MonevContents, layout_of
from zi_excel.sheets.paper import PAPERS
from zi_excel.sheets.tabs import MonevTab, monev_tabs
from zi_excel.validation.findings import Finding

if TYPE_CHECKING:
    from zi_excel.kantor.figures import Rekap
    from zi_excel.report.contents import ReportContents

__all__ = ["PAPERS", "MonevTab", "monev_tabs", "render_laporan", "render_monev", "render_rekap"]


def render_monev(
    plan: RencanaAksi,
    measurement: Measurement,
    findings: Sequence[Finding],
    *,
    names: Mapping[str, str],
    version: str,
    date_1904: bool = False,
    recording: Recording | None = None,
) -> bytes:
    """A workbook (.xlsx) that holds the Monev tabs and nothing else; the same content gives the same bytes.

    Args:
        plan: the matrix as read.
        measurement: what was measured of it.
        findings: what the validation found.
        names: the sheet name of each tab by its key, as formulas, charts and links write it. The history's may be left
            out: then that tab is not rendered.
        version: of the tool, for the tabs' sign.
        date_1904: whether staff's workbook counts days from 1904.
        recording: the history up to this measurement, and what changed last; None: there is none.

    Raises:
        WorkbookError: staff renamed a tab to what Excel does not take.
    """
    from zi_excel.sheets.monev import render

    recording = recording or NO_HISTORY
    monev = MonevContents(
        plan=plan,
        measurement=measurement,
        layout=layout_of(plan, names),
        version=version,
        recording=recording,
        course=course_of(plan, recording.history),
    )
    return render(monev, findings, date_1904=date_1904)


def render_laporan(contents: ReportContents, *, paper: str, brief: bool = False) -> bytes:
    """The evaluator's workbook (.xlsx); the same contents give the same bytes.

    Args:
        contents: all that it shows.
        paper: what it is printed on, one of PAPERS.
        brief: whether it shows the few pages of the short edition only.
    """
    from zi_excel.sheets.laporan.book import render

    return render(contents, PAPERS[paper], brief=brief)


def render_rekap(rekap: Rekap, *, paper: str = "f4", out: Path | str) -> bytes:
    """The rekap of many offices (.xlsx); the same rekap gives the same bytes.

    Args:
        rekap: all that it shows.
        paper: what it is printed on, one of PAPERS.
        out: where it will lie; the links to the offices' workbooks are told from there.

    Raises:
        WorkbookError: the temporary files that it is packed from can't be written.
    """
    from zi_excel.sheets.rekap.book import render

    return render(rekap, PAPERS[paper], out=str(out))

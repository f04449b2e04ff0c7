"""All that the evaluator's workbook shows, worked out before anything is rendered. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from zi_excel.enacted.matrix import Enacted
from zi_excel.history.course import Point
from zi_excel.history.records import History
from zi_excel.measuring.lke_numbers import lke_numbers
from zi_excel.measuring.measure import Measurement
from zi_excel.plan.people import PenandaTangan
from zi_excel.plan.periode import Periode
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.report.lookback import Movement, course_up_to
from zi_excel.report.months import Months, months_of
from zi_excel.report.notes import CarriedNotes
from zi_excel.report.registers import Completeness, Evidence, FollowUp, completeness, follow_ups, register
from zi_excel.report.working import Working, workings
from zi_excel.validation.findings import Finding
from zi_excel.wording import long_date, points


class Occasion(NamedTuple):
    """What a report is made for and by whom.

    kantor: the office; "" where nothing names it. signers: who signs it. source: the workbook's file name.
    period: the reporting period; None: a day.
    """

    kantor: str = ""
    signers: tuple[PenandaTangan, ...] = ()
    period: Periode | None = None
    source: str = ""
    version: str = ""


class ReportContents(NamedTuple):
    """The contents of a report.

    enacted: the matrix that the plan was held against. own_matrix: whether the plan is that matrix, not one that has
    not been recorded yet. steps, evidence: in the matrix's order, a row of steps per indikator.
    completeness: of each komponen; complete: of the whole. course: over the year, the as-of day among its points.
    months: the groups month by month. lke: the LKE's number of each indikator, by its kode.
    movement: what the realisasi were before the period; None where the history doesn't reach back, or there is no
    period. recorded: the day of the history's entry that the realisasi are from; None: they are as read now.
    """

    plan: RencanaAksi
    measurement: Measurement
    findings: tuple[Finding, ...]
    enacted: Enacted
    own_matrix: bool
    occasion: Occasion
    steps: tuple[Working, ...]
    evidence: tuple[Evidence, ...]
    completeness: tuple[Completeness, ...]
    complete: Completeness
    follow_ups: tuple[FollowUp, ...]
    course: tuple[Point, ...]
    months: Months
    lke: Mapping[str, str]
    notes: CarriedNotes
    movement: Movement | None = None
    recorded: date | None = None

    @property
    def basis(self) -> str:
        """What the plan rests on: the decree that it was held against, where it is that decree's matrix."""
        if not self.own_matrix:
            return f"Matriks di lembar '{self.plan.sheet}' (keputusannya belum dicatat dengan `zi-excel tetapkan`)"
        about = " ".join(self.enacted.tentang.split())
        return f"{self.enacted.decree} tentang {about}" if about else self.enacted.decree


def moved_sentence(contents: ReportContents) -> str:
    """What moved in the report's period, as far as the history tells; which period, where it doesn't."""
    period = contents.occasion.period
    if period is None:
        return "Realisasi sebagaimana tertulis di buku kerja saat laporan ini dibuat."
    name = f"Periode {period.name} ({period.months})"
    if contents.movement is None:
        return f"{name}; geraknya tidak diketahui: riwayat tidak sampai ke awal periode."
    moved = points(None if (mean := contents.movement.mean(contents.measurement.indikator)) is None else mean / 100)
    since = long_date(contents.movement.recorded)
    return f"{name}: realisasi bergerak {moved} poin, rata-rata atas indikator yang diketahui sejak {since}."


def report_contents(
    plan: RencanaAksi,
    measurement: Measurement,
    findings: Sequence[Finding],
    enacted: Enacted,
    occasion: Occasion,
    *,
    own_matrix: bool = True,
    notes: CarriedNotes | None = None,
    movement: Movement | None = None,
    recorded: date | None = None,
    history: History | None = None,
) -> ReportContents:
    """Works out what the sheets show.

    Args:
        plan: the matrix as read.
        measurement: what was measured of it.
        findings: what the validation found.
        enacted: the matrix that it was held against.
        occasion: what the report is for.
        own_matrix: whether the plan is that enacted matrix.
        notes: the evaluator's notes of a returned report.
        movement: what the realisasi were before the period.
        recorded: the day of the history entry that the realisasi are from; None: they are as read now.
        history: what earlier refreshes recorded.
    """
    steps = workings(measurement)
    evidence = register(measurement.indikator)
    return ReportContents(
        plan=plan,
        measurement=measurement,
        findings=tuple(findings),
        enacted=enacted,
        own_matrix=own_matrix,
        occasion=occasion,
        steps=steps,
        evidence=evidence,
        completeness=tuple(
            completeness(group.kode, group.nama, [row for row in evidence if row.result.komponen == group.kode])
            for group in measurement.komponen
        ),
        complete=completeness("total", "Seluruhnya", evidence),
        follow_ups=follow_ups(measurement.indikator),
        course=course_up_to(measurement, plan, history or History()),
        months=months_of(plan, measurement, history or History()),
        lke=lke_numbers(plan),
        notes=notes or CarriedNotes({}, ()),
        movement=movement,
        recorded=recorded,
    )

"""The verb `ringkas`: what each penanggung jawab should know, as data and as a text. Sending it is the office's."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from zi_excel.clock import today
from zi_excel.errors import UsageError
from zi_excel.history.recording import recorded
from zi_excel.measuring.lke_numbers import lke_numbers
from zi_excel.opc.package.package import Package
from zi_excel.plan.people import find_people
from zi_excel.plan.rencana_aksi import Field, RencanaAksi
from zi_excel.report.evidence_list import evidence_text
from zi_excel.report.registers import register
from zi_excel.report.ringkas import Digest, digest_of
from zi_excel.report.ringkas_text import digest_text
from zi_excel.settings.settings import Settings
from zi_excel.verbs.checking import folder_bukti_of, history_of
from zi_excel.verbs.opening import measured, read_matrix, settings_of

_MOST_NAMES = 20
"""Names that a sentence lists; of more only the number is said."""


class RingkasResult(NamedTuple):
    """What each penanggung jawab should know: as data, and as a text to paste into a message."""

    path: Path
    plan: RencanaAksi
    digest: Digest
    text: str


def ringkas(
    path: Path | str,
    *,
    penanggung_jawab: str | None = None,
    per: date | None = None,
    sheet: str | None = None,
    settings: Settings | Path | str | None = None,
    folder_bukti: Path | str | None = None,
) -> RingkasResult:
    """What is late, falls due soon, lacks evidence and changed, per penanggung jawab. The workbook isn't touched.

    Args:
        path: the workbook.
        penanggung_jawab: only this one's: the name, whatever its capitals and blanks, or a part of it that no other
            name has. A row that names several belongs to each of them; None: everybody's.
        per: the as-of day (default: today in Asia/Jakarta).
        sheet: the matrix's sheet where there are several.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.
        folder_bukti: the folder of evidence, where links that are files are looked for; None: the settings'.

    Raises:
        WorkbookError: the file can't be used.
        UsageError: nobody has that name, or several have; the settings or the folder can't be used.
    """
    path = Path(path)
    chosen = settings_of(path, settings, folder_bukti)
    with Package.open(path) as package:
        plan = read_matrix(package, chosen, sheet)
        history = history_of(package).history
    measurement = measured(plan, chosen, per or today())
    recording = recorded(history, measurement)
    digest = digest_of(
        measurement,
        days=chosen.ambang.hari,
        changes=recording.changes,
        since=recording.since,
        folder=folder_bukti_of(path, plan, chosen),
        asks_links=Field.TAUTAN_BUKTI in plan.columns,
    )
    if penanggung_jawab is not None:
        name = _only(penanggung_jawab, [block.nama for block in digest.blocks], path)
        own = tuple(block for block in digest.blocks if block.nama == name)
        digest = digest._replace(blocks=own, gone=())
    return RingkasResult(path, plan, digest, digest_text(digest, chosen.kantor))


def ringkas_bukti(
    path: Path | str,
    *,
    per: date | None = None,
    sheet: str | None = None,
    settings: Settings | Path | str | None = None,
) -> str:
    """The evidence of each indikator in the order and numbers of the LKE's Pemenuhan, with what is missing, as text.

    Args:
        path: the workbook.
        per: the as-of day (default: today in Asia/Jakarta).
        sheet: the matrix's sheet where there are several.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.

    Raises:
        WorkbookError: the file can't be used.
        UsageError: the settings can't be used.
    """
    path = Path(path)
    chosen = settings_of(path, settings)
    with Package.open(path) as package:
        plan = read_matrix(package, chosen, sheet)
    measurement = measured(plan, chosen, per or today())
    return evidence_text(register(measurement.indikator), lke_numbers(plan), kantor=chosen.kantor or "")


def _only(asked: str, people: list[str], path: Path) -> str:
    """The one name that was asked for.

    Raises:
        UsageError: nobody has it, or several have.
    """
    matched = find_people(asked, people)
    if len(matched) == 1:
        return matched[0]
    more = f", dan {len(people) - _MOST_NAMES} lagi" if not matched and len(people) > _MOST_NAMES else ""
    names = ", ".join(f"'{name}'" for name in (matched or sorted(people))[:_MOST_NAMES])
    if matched:
        raise UsageError(f"penanggung jawab '{asked}' dapat berarti {len(matched)} nama: {names}; tulis lebih lengkap.")
    raise UsageError(f"penanggung jawab '{asked}' tidak ada di '{path}'; yang ada: {names}{more}.")

"""What each penanggung jawab should know: what is late, due soon, without evidence, changed. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import fsum
from typing import NamedTuple

from zi_excel.folder_bukti.folder import FolderBukti, LinkState
from zi_excel.history.records import Change, Kind
from zi_excel.measuring.measure import NO_PENANGGUNG_JAWAB, IndikatorResult, Measurement
from zi_excel.measuring.status import Status
from zi_excel.plan.people import people_in


class LackOfEvidence(NamedTuple):
    """An indikator whose evidence is missing.

    broken: links that lead to no file in the folder of evidence. unlinked: how many files lie in its kode's folder
    while TAUTAN BUKTI is blank (0 also where no folder was named).
    """

    result: IndikatorResult
    broken: tuple[str, ...] = ()
    unlinked: int = 0


class Block(NamedTuple):
    """What one penanggung jawab should know; in each part the most urgent first.

    jumlah, selesai: how many indikator there are, and are done. capaian: the mean of their shares (0..1). late: those
    that are `terlambat`. due: those with an unmet tonggak within the days of the settings. behind: each `rentang` that
    is behind its rencana. unreadable: those whose target or realisasi can't be read. lacking: those without evidence.
    changes: what has changed since the last entry of the history.
    """

    nama: str
    jumlah: int
    selesai: int
    capaian: float
    late: tuple[IndikatorResult, ...]
    due: tuple[IndikatorResult, ...]
    behind: tuple[IndikatorResult, ...]
    unreadable: tuple[IndikatorResult, ...]
    lacking: tuple[LackOfEvidence, ...]
    changes: tuple[Change, ...]


class Digest(NamedTuple):
    """Everybody's blocks, the most urgent first; that of a blank PENANGGUNG JAWAB last.

    days: within how many days something is due soon. since: the day of the entry since which changes are listed; None
    where the history has none. gone: the indikator that are no longer there.
    """

    per: date
    days: int
    since: date | None
    blocks: tuple[Block, ...]
    gone: tuple[Change, ...]


def digest_of(
    measurement: Measurement,
    *,
    days: int,
    changes: Sequence[Change],
    since: date | None,
    folder: FolderBukti | None,
    asks_links: bool,
) -> Digest:
    """The digest of a plan.

    Args:
        measurement: the plan's, on the as-of day.
        days: within how many days something is due soon.
        changes: what has changed since the last entry of the history before the as-of day.
        since: that entry's day; None: there is none, and `changes` don't count.
        folder: what the folder of evidence holds; None where none was named.
        asks_links: whether the workbook has TAUTAN BUKTI.
    """
    cells = people_in(result.indikator.penanggung_jawab.text for result in measurement.indikator)
    groups: dict[str, list[IndikatorResult]] = {}
    for result in measurement.indikator:
        for name in cells[result.indikator.penanggung_jawab.text] or (NO_PENANGGUNG_JAWAB,):
            groups.setdefault(name, []).append(result)
    changes = changes if since is not None else ()
    changed = {change.kode: change for change in changes if change.kind is not Kind.HILANG}
    until = measurement.per + timedelta(days)
    urgency = {id(result): at for at, result in enumerate(measurement.urgent)}
    blocks = []
    for name, group in groups.items():
        ordered = sorted(group, key=lambda result: urgency.get(id(result), len(urgency)))
        late = [result for result in ordered if result.status is Status.TERLAMBAT]
        due = [result for result in group if result.status is not Status.TERLAMBAT and _is_due(result, until)]
        blocks.append(
            Block(
                nama=name,
                jumlah=len(group),
                selesai=sum(result.status is Status.SELESAI for result in group),
                capaian=fsum(result.realisasi or 0.0 for result in group) / len(group),
                late=tuple(late),
                due=tuple(sorted(due, key=lambda result: result.due or until)),
                behind=tuple(
                    result for result in ordered if result.status is Status.PERLU_PERHATIAN and result not in due
                ),
                unreadable=tuple(result for result in group if result.status is Status.TIDAK_VALID),
                lacking=tuple(lack for result in group if (lack := _lacking(result, folder, asks_links=asks_links))),
                changes=_of_group(group, changed),
            )
        )
    blocks.sort(key=lambda block: (block.nama == NO_PENANGGUNG_JAWAB, -len(block.late), -len(block.due)))
    gone = tuple(change for change in changes if change.kind is Kind.HILANG)
    return Digest(measurement.per, days, since, tuple(blocks), gone)


def _is_due(result: IndikatorResult, until: date) -> bool:
    open_ = result.status in {Status.PERLU_PERHATIAN, Status.BERJALAN, Status.BELUM_MULAI}
    return open_ and result.due is not None and result.due <= until


def _lacking(result: IndikatorResult, folder: FolderBukti | None, *, asks_links: bool) -> LackOfEvidence | None:
    """What an indikator's evidence lacks: any link at all, though it is done; or a file that a link leads to."""
    indikator = result.indikator
    broken: tuple[str, ...] = ()
    unlinked = 0
    if folder is not None:
        broken = tuple(
            link
            for link in indikator.tautan_bukti.links
            if folder.links.get((indikator.kode, link)) is LinkState.TIDAK_ADA
        )
        there = folder.kode.get(indikator.kode)
        unlinked = len(there.files) if there and not indikator.tautan_bukti else 0
    bare = asks_links and result.status is Status.SELESAI and not result.bukti_tertaut
    return LackOfEvidence(result, broken, unlinked) if bare or broken or unlinked else None


def _of_group(group: Sequence[IndikatorResult], changed: Mapping[str, Change]) -> tuple[Change, ...]:
    """A group's changes: first what was done, then what time alone has changed."""
    changes = [changed[result.indikator.kode] for result in group if result.indikator.kode in changed]
    return tuple(sorted(changes, key=lambda change: change.only_status))

"""What the staff of a made-up office report on a day, and what the tool recorded of it at the end of its months."""

import random
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from province_offices import Office

from zi_excel.enacted.matrix import Enacted, plain
from zi_excel.history.recording import NO_HISTORY, Recording, recorded
from zi_excel.measuring.measure import Measurement, measure
from zi_excel.plan.jadwal import Jadwal, month_end
from zi_excel.plan.realisasi import Realisasi
from zi_excel.plan.rencana_aksi import Indikator, RencanaAksi
from zi_excel.plan.target_waktu import read_target_waktu
from zi_excel.sheets.matriks.staff_columns import Report

_KENDALA = (
    "Menunggu anggaran perubahan.",
    "Petugasnya dimutasi sejak Juni.",
    "Pedoman dari provinsi belum diterima.",
    "Aplikasinya sering tidak dapat dibuka.",
    "Belum semua subbagian mengirim bahannya.",
)
_TINDAK_LANJUT = (
    "Dibahas dalam rapat pleno bulan depan.",
    "Sekretaris menunjuk pengganti paling lambat akhir bulan.",
    "Berkoordinasi dengan KPU Provinsi.",
)
_SLIPS = ("sudah tapi belum upload", "dlm proses", "80 persen lebih", "lihat tautan")


class Progress(NamedTuple):
    """How an indikator goes along in an office. lag: days behind its plan; speed: of what has no tonggak."""

    jadwal: Jadwal | None
    lag: float
    speed: float

    def share(self, day: date) -> float:
        """What has been done up to a day, 0..1."""
        if self.jadwal is None:
            return 0.0
        planned = self.jadwal.rencana(day - timedelta(days=round(self.lag)))
        if planned is None:  # whenever it is called for
            planned = min(0.95, self.speed * day.timetuple().tm_yday / 365)
        return round(planned, 2)


def progress_of(office: Office, enacted: Enacted) -> Mapping[str, Progress]:
    """How each indikator goes along, by kode. Some are hard for every office."""
    rng = random.Random(office.seed)
    return {
        row.kode: Progress(
            read_target_waktu(plain(row.target_waktu), year=enacted.tahun).jadwal,
            office.lag + _difficulty(plain(row.indikator)[3:]) + rng.gauss(0, office.spread),
            rng.uniform(0.3, 1.0),
        )
        for _, _, row in enacted.indikator()
    }


@cache
def _difficulty(text: str) -> float:
    """Days that an indikator takes longer than others, whatever the office."""
    return random.Random(text).choice((-15.0, -5.0, 0.0, 0.0, 10.0, 20.0, 90.0))


def reports_of(office: Office, progress: Mapping[str, Progress], per: date) -> dict[str, Report]:
    """What stands in columns 8-12 on a day, by kode; what nobody has begun is left blank."""
    rng = random.Random(office.seed + 1)
    reports = {}
    for kode, goes in progress.items():
        share = goes.share(per)
        if share > 0:
            reports[kode] = _report(office, kode, share, _finished(goes, per), rng)
        elif rng.random() < 0.15:
            reports[kode] = Report(realisasi=0.0, kendala=rng.choice(_KENDALA))
    return reports


def _report(office: Office, kode: str, share: float, finished: date | None, rng: random.Random) -> Report:
    done = share >= 1
    link = f"https://contoh.example/{office.seed:08x}/{kode.lower().replace('.', '-')}"
    late = not done and rng.random() < 0.4
    return Report(
        realisasi=rng.choice(_SLIPS) if rng.random() < office.slips else share,
        tanggal_selesai=finished if done else None,
        tautan_bukti=link if rng.random() < office.evidence else "",
        kendala=rng.choice(_KENDALA) if late else "",
        tindak_lanjut=rng.choice(_TINDAK_LANJUT) if late and rng.random() < 0.6 else "",
        teks_tautan=f"Bukti {kode}",
    )


def _finished(goes: Progress, per: date) -> date | None:
    if goes.jadwal is None or not goes.jadwal.tonggak:
        return None
    return min(per, goes.jadwal.tonggak[-1] + timedelta(days=round(goes.lag)))


def year_of(plan: RencanaAksi, office: Office, progress: Mapping[str, Progress]) -> tuple[Measurement, Recording]:
    """The last of the office's refreshes: what it measured, and the history with those before it.

    plan: as its workbook stands now. The office has had a refresh at least.
    """
    days = [month_end(plan.year, month) for month in office.months]
    measurements = [measure(_on(plan, progress, day), day) for day in days]
    recording = NO_HISTORY
    for measurement in measurements:
        recording = recorded(recording.history, measurement)
    return measurements[-1], recording


def _on(plan: RencanaAksi, progress: Mapping[str, Progress], day: date) -> RencanaAksi:
    """The plan as it was reported on a day."""

    def then(indikator: Indikator) -> Indikator:
        share = progress[indikator.kode].share(day) if indikator.kode in progress else 0.0
        return indikator._replace(realisasi=Realisasi(share, dilaporkan=share > 0))

    return plan._replace(
        komponen=tuple(
            area._replace(
                subkomponen=tuple(sub._replace(indikator=tuple(map(then, sub.indikator))) for sub in area.subkomponen)
            )
            for area in plan.komponen
        )
    )

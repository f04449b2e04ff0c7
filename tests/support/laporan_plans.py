"""Plans for the evaluator's workbook, made by chance: every kind of target, every way to report, any day."""

from datetime import date, timedelta
from random import Random

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.measuring.lke import BOBOT
from zi_excel.measuring.measure import measure
from zi_excel.measuring.status import Ambang
from zi_excel.plan.jadwal import TargetWaktu
from zi_excel.plan.realisasi import Realisasi
from zi_excel.plan.rencana_aksi import Datum, Field, Indikator, Komponen, Place, RencanaAksi, Subkomponen
from zi_excel.plan.target_waktu import read_target_waktu
from zi_excel.report.contents import Occasion, ReportContents, report_contents
from zi_excel.report.lookback import Movement

SHEET = "Rencana Aksi"

TARGETS = (
    "Februari 2025",
    "Maret, Juni, September, Desember 2025",
    "Juni dan Desember 2025",
    "Januari – Desember 2025",
    "Maret s.d. Juli 2025",
    "November 2025 – Februari 2026",
    "22 April s.d. 3 Mei 2025",
    "31 Maret 2025",
    "15/08/2025",
    "TW I–IV 2025",
    "Triwulan II 2025",
    "B06, B12",
    "setiap bulan",
    "2 kali setahun",
    "sewaktu-waktu",
    "-",
    "April, Agustus, Desember 2025",
    "Januari 2024 – Maret 2026",
)
PEOPLE = ("Tim A", "Tim *", "Tim ?", "=SUM(A1)", "Sekretaris " * 40, "")


def _datum(row: int, column: int, text: str, value: object = None, links: tuple[str, ...] = ()) -> Datum:
    return Datum.at(Place(SHEET, row, column), text, value if value is not None else text or None, links=links)


def _share(random: Random, target: TargetWaktu) -> float | None:
    """Often just at, or half a point around, what the target asks."""
    count = len(target.jadwal.tonggak) if target.jadwal and target.jadwal.tonggak else 3
    edge = random.randint(0, count) / count
    chosen = random.choice(
        [0.0, 1.0, edge, edge - 0.005, edge - 0.0051, edge - 0.004, edge + 0.001, 1 - 1e-10, 1e-10, 0.996, 0.33, None]
    )
    return None if chosen is None else min(max(chosen, 0.0), 1.0)


def made_indikator(random: Random, kode: str, row: int) -> Indikator:
    """An indikator with a target, a report, links and a kendala by chance."""
    when = random.choice(TARGETS)
    target = read_target_waktu(when, year=2025)
    share = _share(random, target)
    finished = random.choice([None, None, date(2025, 1, 1) + timedelta(random.randint(0, 400)), "akhir Maret"])
    links = tuple(f"https://contoh.example/{kode}/{at}" for at in range(random.choice([0, 0, 1, 2, 4])))
    butir = tuple(f"Laporan {at}" for at in range(random.choice([0, 1, 1, 2, 3])))
    return Indikator(
        kode=kode,
        row=row,
        letter=kode.rpartition(".")[2],
        nama=_datum(row, 3, f"{kode[-1]}. Indikator {kode}"),
        langkah_aksi=_datum(row, 4, "Menyusun"),
        bukti_fisik=_datum(row, 5, "; ".join(butir)),
        target_waktu=_datum(row, 6, when),
        target=target,
        penanggung_jawab=_datum(row, 7, random.choice(PEOPLE)),
        laporan=_datum(row, 8, "x"),
        realisasi=Realisasi(share, dilaporkan=random.random() < 0.8),
        tanggal_selesai=_datum(row, 9, str(finished or ""), finished),
        tautan_bukti=_datum(row, 10, "\n".join(links), links=links),
        kendala=_datum(row, 11, random.choice(["", "", "Macet"])),
        tindak_lanjut=_datum(row, 12, random.choice(["", "Rapat"])),
    )


def made_plan(random: Random) -> RencanaAksi:
    """The LKE's 25 subkomponen, so that all is weighed; or any others, some of them hollow."""
    weighed = random.random() < 0.5
    kodes = list(BOBOT) if weighed else [f"{k}.{s}" for k in ("I", "II", "IX") for s in range(1, random.randint(1, 4))]
    row, komponen = 6, {}
    for kode in kodes:
        row += 1
        head = row
        indikator = []
        for letter in "abc"[: random.choice([1, 1, 2] if weighed else [0, 1, 2, 3])]:
            indikator.append(made_indikator(random, f"{kode}.{letter}", row))
            row += 1
        sub = Subkomponen(kode, _datum(head, 1, kode[-1]), _datum(head, 2, f"Subkomponen {kode}"), tuple(indikator))
        komponen.setdefault(kode.partition(".")[0], []).append(sub)
    return RencanaAksi(
        SHEET,
        ("RENCANA AKSI",),
        2025,
        6,
        {column: at for at, column in enumerate(Field, 1) if column is not Field.STATUS},
        {},
        tuple(
            Komponen(kode, _datum(5, 1, kode), _datum(5, 2, f"KOMPONEN {kode}"), tuple(subs))
            for kode, subs in komponen.items()
        ),
    )


def made_contents(seed: int, *, per: date | None = None) -> ReportContents:
    """A random state, as-of day and settings. per: the day instead of the random one."""
    random = Random(seed)
    plan = made_plan(random)
    ends = [date(2025, 3, 31), date(2025, 6, 29), date(2025, 7, 1), date(2025, 12, 31), date(2024, 6, 1)]
    chosen = random.choice([*ends, *(date(2025, 1, 1) + timedelta(random.randint(-20, 450)) for _ in range(5))])
    ambang = Ambang(random.choice([10, 0, 2.5, 100]), random.choice([14, 0, 1, 60, 366]))
    movement = None
    if random.random() < 0.5:
        starts = [0.0, 0.25, 1 / 3, 1.0, None]
        movement = Movement(date(2025, 6, 27), {each.kode: random.choice(starts) for each in plan.indikator()})
    return contents_of(plan, per or chosen, ambang=ambang, movement=movement)


def contents_of(plan: RencanaAksi, per: date, *, ambang: Ambang | None = None, findings=(), **more) -> ReportContents:
    """What a report of a plan shows."""
    measured = measure(plan, per, ambang or Ambang())
    occasion = Occasion("KPU Kota Contoh", version="9.9.9", source="buku.xlsx")
    return report_contents(plan, measured, findings, enacted_matrix(), occasion, **more)

"""Plans of a few indikator, told apart by their texts."""

from collections.abc import Sequence
from datetime import date

from made_plan import datum, made_indikator

from zi_excel.plan.jadwal import Jadwal, Jenis, TargetWaktu
from zi_excel.plan.rencana_aksi import Komponen, RencanaAksi, Subkomponen

MARCH = TargetWaktu(Jadwal(Jenis.BULAN, date(2025, 3, 1), date(2025, 3, 31), (date(2025, 3, 31),)))
HALVES = TargetWaktu(
    Jadwal(Jenis.DAFTAR, date(2025, 6, 1), date(2025, 12, 31), (date(2025, 6, 30), date(2025, 12, 31)))
)


def plan_of(*rows: Sequence[object], target: TargetWaktu = HALVES, year: int = 2025) -> RencanaAksi:
    """(kode, text, share) each; share None: unreadable. Komponen and subkomponen follow from the kode."""
    komponen: dict[str, dict[str, list]] = {}
    for kode, text, share in rows:
        parent = kode.rpartition(".")[0]
        made = made_indikator(kode, target, share, nama=datum(text))
        komponen.setdefault(kode.partition(".")[0], {}).setdefault(parent, []).append(made)
    return RencanaAksi(
        "Rencana Aksi",
        (),
        year,
        6,
        {},
        {},
        tuple(
            Komponen(
                kode,
                datum(kode),
                datum(f"Komponen {kode}"),
                tuple(Subkomponen(sub, datum(sub), datum(f"Sub {sub}"), tuple(each)) for sub, each in subs.items()),
            )
            for kode, subs in komponen.items()
        ),
    )

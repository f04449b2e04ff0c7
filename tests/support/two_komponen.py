"""A plan of two komponen whose figures can be checked by hand."""

from datetime import date

from made_plan import datum, made_indikator

from zi_excel.plan.jadwal import Jadwal, Jenis, TargetWaktu
from zi_excel.plan.rencana_aksi import Komponen, RencanaAksi, Subkomponen

PER = date(2025, 7, 1)
MARCH = TargetWaktu(Jadwal(Jenis.BULAN, date(2025, 3, 1), date(2025, 3, 31), (date(2025, 3, 31),)))
HALVES = TargetWaktu(
    Jadwal(Jenis.DAFTAR, date(2025, 6, 1), date(2025, 12, 31), (date(2025, 6, 30), date(2025, 12, 31)))
)


def indikator(kode, target, share):
    """One row; share None: unreadable."""
    return made_indikator(kode, target, share, letter="a", nama=datum("a. Nama"))


def plan_of(*komponen):
    """(kode, nama, ((subkomponen, indikator), ..)) for each komponen."""
    return RencanaAksi(
        "Rencana Aksi",
        (),
        2025,
        9,
        {},
        {},
        tuple(
            Komponen(
                kode,
                datum(kode),
                datum(nama),
                tuple(Subkomponen(sub, datum(), datum(f"Sub {sub}"), rows) for sub, rows in subs),
            )
            for kode, nama, subs in komponen
        ),
    )


PLAN = plan_of(
    (
        "I",
        "MANAJEMEN PERUBAHAN",
        [("I.1", (indikator("I.1.a", MARCH, 0.4), indikator("I.1.b", HALVES, 0.75)))],
    ),
    (
        "II",
        "TATA LAKSANA",
        [("II.1", (indikator("II.1.a", HALVES, 1.0), indikator("II.1.b", HALVES, None)))],
    ),
)

"""Plans as they were enacted, and as they are now."""

from datetime import date, datetime

import pytest
from made_plan import datum, made_indikator

from zi_excel.clock import JAKARTA
from zi_excel.enacted.record import recorded
from zi_excel.plan.jadwal import TargetWaktu
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, Datum, Komponen, Place, RencanaAksi, Subkomponen

NOW = datetime(2025, 11, 20, 9, 30, tzinfo=JAKARTA)


class Rows:
    """Makes plans of rows that are told by what they say: `rows({"I.1": "Tim SOP", "II.1": "Zona"})`."""

    def __init__(self) -> None:
        self.at = 3

    def cell(self, column, text):
        """A cell of the present row."""
        return Datum.at(Place("Matriks", self.at, column), text, text)

    def indikator(self, kode, nama):
        """One row; nama without its letter."""
        self.at += 1
        letter = kode.rpartition(".")[2]
        texts = ("nama", f"{letter}. {nama}"), ("langkah_aksi", f"Menyusun {nama}"), ("bukti_fisik", f"SK {nama}")
        cells = {key: self.cell(column, text) for column, (key, text) in enumerate(texts, start=3)}
        return made_indikator(kode, TargetWaktu(None), 0.0, **cells)

    def plan(self, groups):
        """groups: per kode of a subkomponen the names of its indikator."""
        komponen = {}
        for kode, names in groups.items():
            rows = tuple(self.indikator(f"{kode}.{chr(97 + at)}", nama) for at, nama in enumerate(names.split()))
            area = kode.partition(".")[0]
            sub = Subkomponen(kode, datum(kode), datum(f"Subkomponen {kode}"), rows)
            komponen.setdefault(area, []).append(sub)
        made = tuple(
            Komponen(kode, datum(kode), datum(f"KOMPONEN {kode}"), tuple(subs)) for kode, subs in komponen.items()
        )
        return RencanaAksi("Matriks", ("JUDUL",), 2025, 3, dict.fromkeys(ENACTED_FIELDS, 1), {}, made)


@pytest.fixture
def plan():
    """A plan of these groups: plan({"I.1": "Tim SOP"})."""

    def make(groups):
        return Rows().plan(groups)

    return make


@pytest.fixture
def law(plan):
    """The same, recorded as what was enacted."""

    def make(groups):
        return recorded(
            plan(groups),
            nomor="1",
            tanggal=date(2025, 1, 2),
            tentang="",
            kantor="",
            oleh="Budi",
            pada=NOW,
            versi="0.1.0",
            berkas="buku.xlsx",
        )

    return make

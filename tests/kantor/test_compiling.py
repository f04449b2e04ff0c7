"""The records of all kantor put together."""

import itertools
import pickle
from datetime import date

import pytest
from history_plans import plan_of
from kantor_records import record, rekap_of

from zi_excel.history.recording import recorded
from zi_excel.history.records import History
from zi_excel.kantor.record import Shared, Unread
from zi_excel.measuring.measure import measure
from zi_excel.plan.rencana_aksi import Place
from zi_excel.validation.findings import Finding, Level


def test_every_kantor_counts_once_whatever_the_number_of_its_indikator():
    """The mean of 100 % over one indikator and 0 % over three is 50 %."""
    rekap = rekap_of(
        record("A", ("I.1.a", "Satu", 1.0)),
        record("B", ("I.1.a", "Satu", 0.0), ("I.1.b", "Dua", 0.0), ("I.1.c", "Tiga", 0.0)),
    )
    assert rekap.spread == (2, 0.5, 0.5, 0.0, 1.0)


def test_the_order_of_arrival_changes_nothing():
    """The same records in any order are the same rekap."""
    records = [
        record("B", ("I.1.a", "Satu", 0.1), wilayah="Jateng"),
        record("A", ("I.1.a", "Satu", 0.2), wilayah="Jateng"),
        record("C", ("I.1.a", "Lain", 0.3), ("I.1.b", "Dua", 0.7)),
        record("C", ("I.1.a", "satu.", None), berkas="c2.xlsx"),
    ]
    first = rekap_of(*records)
    assert all(rekap_of(*order) == first for order in itertools.permutations(records))


def test_an_indikator_is_told_by_its_text_too():
    """Under one kode only the kantor with the text that most have count; the others are counted apart."""
    rekap = rekap_of(
        record("A", ("I.1.a", "a. Menyusun SK Tim", 1.0)),
        record("B", ("I.1.a", "Menyusun  SK tim.", 0.5)),
        record("C", ("I.1.a", "Membeli kursi", 0.0)),
    )
    (figures,) = rekap.indikator
    assert (figures.spread.kantor, figures.spread.rata_rata, figures.teks_lain) == (2, 0.75, 1)
    assert [cell and cell.realisasi for cell in rekap.cells(figures)] == [1.0, 0.5, None]


def test_a_kantor_that_reported_nothing_counts_zero_and_is_marked():
    """It is in every mean, and known as one that did not report."""
    plan = plan_of(("I.1.a", "Satu", 0.0))
    silent = record("B", ("I.1.a", "Satu", 0.0))._replace(dilaporkan=(False,))
    rekap = rekap_of(record("A", ("I.1.a", "Satu", 1.0)), silent)
    assert plan.year == rekap.tahun
    assert rekap.spread.rata_rata == 0.5
    assert [rekap.kantor[place].nama for place in rekap.belum_melapor] == ["B"]


def test_an_unreadable_realisasi_counts_zero():
    """As in the kantor's own capaian."""
    rekap = rekap_of(record("A", ("I.1.a", "Satu", None)), record("B", ("I.1.a", "Satu", 1.0)))
    assert rekap.indikator[0].spread.rata_rata == 0.5


@pytest.mark.parametrize(
    ("berkas", "expected"),
    [
        (("x/a.xlsx", "x/b.xlsx"), ["KPU (a.xlsx)", "KPU (b.xlsx)"]),
        (("x/a.xlsx", "y/a.xlsx"), ["KPU (x/a.xlsx)", "KPU (y/a.xlsx)"]),
        (("a.xlsx", "y/a.xlsx"), ["KPU (a.xlsx)", "KPU (y/a.xlsx)"]),
        (("2/a.xlsx", "10/a.xlsx"), ["KPU (2/a.xlsx)", "KPU (10/a.xlsx)"]),
    ],
)
def test_two_of_one_name_are_told_apart_by_their_file(berkas, expected):
    """With as many folders as it takes; `2` stands before `10`."""
    rekap = rekap_of(*(record("KPU", ("I.1.a", "Satu", 1.0), berkas=each) for each in berkas))
    assert sorted(each.nama for each in rekap.kantor) == sorted(expected)


def test_what_could_not_be_read_counts_nowhere():
    """It is listed with its sentence."""
    unread = Unread("rusak.xlsx", "'rusak.xlsx' bukan buku kerja.")
    rekap = rekap_of(record("A", ("I.1.a", "Satu", 1.0)), unread=[unread])
    assert rekap.spread.kantor == 1
    assert rekap.unread == (unread,)


def test_none_read_is_a_rekap_without_figures():
    """Means are None, not 0."""
    rekap = rekap_of(unread=[Unread("a.xlsx", "rusak.")])
    assert rekap.spread == (0, None, None, None, None)
    assert (rekap.rencana, rekap.course, rekap.indikator) == (None, (), ())


def test_ranks_are_shared_by_equals():
    """1, 2, 2, 4."""
    shares = (0.2, 1.0, 0.5, 0.5)
    rekap = rekap_of(*(record(str(at), ("I.1.a", "Satu", share)) for at, share in enumerate(shares)))
    assert rekap.ranks == (4, 1, 2, 2)


def test_the_furthest_behind_come_first():
    """By deviasi; who is not behind is not named."""
    rekap = rekap_of(*(record(str(at), ("I.1.a", "Satu", share)) for at, share in enumerate((0.4, 1.0, 0.1))))
    assert rekap.behind == (2, 0)
    assert rekap.indikator[0].behind == (2, 0)


def test_wilayah_are_groups_of_kantor():
    """A kantor in none is in no group."""
    rekap = rekap_of(
        record("A", ("I.1.a", "Satu", 1.0), wilayah="Jateng"),
        record("B", ("I.1.a", "Satu", 0.0), wilayah="Jateng"),
        record("C", ("I.1.a", "Satu", 0.5), wilayah="Bali"),
        record("D", ("I.1.a", "Satu", 0.5)),
    )
    assert [(each.nama, each.spread.kantor, each.spread.rata_rata) for each in rekap.wilayah] == [
        ("Bali", 1, 0.5),
        ("Jateng", 2, 0.5),
    ]


def test_rules_are_counted_by_kantor_first():
    """One kantor with ten findings of a rule stands behind two kantor with one."""

    def finding(code):
        return Finding(code, Level.PERINGATAN, Place("Rencana Aksi", 7, 1), None, "", "")

    rekap = rekap_of(
        record("A", ("I.1.a", "Satu", 1.0), findings=[finding("ZI601")] * 10),
        record("B", ("I.1.a", "Satu", 1.0), findings=[finding("ZI602")]),
        record("C", ("I.1.a", "Satu", 1.0), findings=[finding("ZI602")]),
    )
    assert [(each.code, each.kantor, each.findings) for each in rekap.temuan] == [("ZI602", 2, 2), ("ZI601", 1, 10)]
    assert all(each.title for each in rekap.temuan)


def test_the_course_is_the_mean_of_the_histories_at_the_end_of_each_month():
    """A kantor counts from its first entry on; on the as-of day all do."""

    def history(*entries):
        kept = History()
        for day, share in entries:
            kept = recorded(kept, measure(plan_of(("I.1.a", "Satu", share)), day)).history
        return kept

    rekap = rekap_of(
        record("A", ("I.1.a", "Satu", 1.0), history=history((date(2025, 3, 3), 0.2), (date(2025, 3, 31), 0.4))),
        record("B", ("I.1.a", "Satu", 0.5), history=history((date(2025, 9, 9), 0.2))),
        record("C", ("I.1.a", "Satu", 0.0)),
    )
    points = [(point.day.month, point.rata_rata, point.kantor) for point in rekap.course]
    assert points[0] == (3, 0.4, 1)
    assert points[6] == (9, pytest.approx(0.3), 2)
    assert points[-1] == (11, 0.5, 3)
    assert rekap.kantor[0].riwayat_terakhir == date(2025, 3, 31)
    assert rekap.kantor[0].capaian_lalu == 0.4


def test_a_record_travels_and_shares_what_is_the_same():
    """It can be pickled; of equal matrices one object is kept."""
    one, other = record("A", ("I.1.a", "Satu", 1.0)), record("B", ("I.1.a", "Satu", 0.0))
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301  (our own)
    shared = Shared()
    one, other = (shared.record(pickle.loads(pickle.dumps(each))) for each in (one, other))  # noqa: S301
    assert one.matriks is other.matriks

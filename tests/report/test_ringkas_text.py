"""The digest as a message: what each line says, and that no cell changes how it looks."""

from datetime import date

import pytest
from history_plans import plan_of

from zi_excel.history.records import Change, Kind, Reported
from zi_excel.measuring.measure import measure
from zi_excel.measuring.status import Status
from zi_excel.report.ringkas import Block, Digest, LackOfEvidence
from zi_excel.report.ringkas_text import digest_text

PER = date(2025, 7, 1)


def block(*results, **parts):
    """A block that holds what a test is about."""
    empty = dict.fromkeys(("late", "due", "behind", "unreadable", "lacking", "changes"), ())
    return Block(**{"nama": "Tim A", "jumlah": len(results) or 1, "selesai": 0, "capaian": 0.5, **empty, **parts})


def lines(only, *, since=date(2025, 6, 27), gone=(), kantor=None):
    return digest_text(Digest(PER, 14, since, (only,), gone), kantor).splitlines()


def results(count, name="Menyusun SK"):
    """As many late indikator."""
    return measure(plan_of(*((f"I.1.{'abcdefgh'[at]}", f"a. {name}", 0.0) for at in range(count))), PER).indikator


def test_nothing_urgent_is_said_so():
    """In one line, below how many indikator there are."""
    assert lines(block(), kantor="KPU *Kota*") == [
        "*Rencana Aksi ZI KPU Kota* per 1 Juli 2025",
        "",
        "*Tim A*",
        "1 indikator, 0 selesai, capaian 50%",
        "Tidak ada yang mendesak.",
    ]


@pytest.mark.parametrize(("count", "shown", "last"), [(6, 6, "- I.1.f Menyusun SK"), (7, 6, "- ... dan 2 lagi")])
def test_a_long_part_is_cut(count, shown, last):
    """After five; a sixth is shown, since to say that there is one more would be as long."""
    text = lines(block(late=results(count)))
    part = [line for line in text if line.startswith("- ")]
    assert len(part) == shown
    assert part[-1].startswith(last)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(Kind.MUNCUL, "I.1.a", "a. SK", None, Reported(0.0, Status.BERJALAN)), "SK: baru"),
        (
            Change(Kind.BERUBAH, "I.1.a", "a. SK", Reported(0.25, Status.BERJALAN), Reported(None, Status.TIDAK_VALID)),
            "SK: 25% menjadi tidak terbaca",
        ),
        (
            Change(Kind.BERUBAH, "I.1.a", "a. SK", Reported(0.5, Status.BERJALAN), Reported(0.5, Status.TERLAMBAT)),
            "SK: ▶ Berjalan menjadi ✖ Terlambat",
        ),
        (
            Change(
                Kind.GANTI_KODE,
                "I.1.a",
                "a. SK",
                Reported(0.5, Status.BERJALAN),
                Reported(0.5, Status.BERJALAN),
                "I.2.a",
            ),
            "SK: dahulu I.2.a",
        ),
    ],
)
def test_how_a_change_is_told(change, words):
    """By its figures; where time alone changed it, by its status; a new kode by the old one."""
    assert f"- I.1.a {words}" in lines(block(changes=(change,)))


@pytest.mark.parametrize(
    ("lack", "words"),
    [
        ({"broken": ("bukti/sk.pdf", "b.pdf")}, "berkas bukti/sk.pdf dan 1 lagi tidak ada"),
        ({"unlinked": 3}, "ada 3 berkas di foldernya, belum ditautkan"),
        ({}, "selesai, TAUTAN BUKTI belum diisi"),
    ],
)
def test_what_evidence_lacks(lack, words):
    """A file that isn't there goes before files that nobody linked."""
    (result,) = results(1)
    assert f"- I.1.a Menyusun SK: {words}" in lines(block(lacking=(LackOfEvidence(result, **lack),)))


def test_no_cell_changes_how_the_message_looks():
    """Marks of bold, line breaks, and signs that turn the direction of a text are taken out; long texts are cut."""
    (result,) = results(1, "*Menyusun*\n`SK`\u202e " + "x" * 80)
    (line,) = [line for line in lines(block(late=(result,))) if line.startswith("- ")]
    assert line.startswith("- I.1.a Menyusun SK xxx")
    assert "…: terlambat 1 hari" in line


def test_without_an_entry_before_it_no_change_can_be_told():
    """It is said why; indikator that are gone are named."""
    gone = (Change(Kind.HILANG, "I.1.z", "z. Lama", None, None),)
    text = lines(block(), since=None, gone=gone)
    assert "Tidak ada lagi di matriks: I.1.z" in text
    assert text[-1].startswith("Perubahan belum dapat disebut")

"""What each penanggung jawab should know, as data; from a workbook to the message it is tests/verbs/test_ringkas.py."""

from datetime import date

from history_plans import plan_of
from made_plan import datum

from zi_excel.history.recording import recorded
from zi_excel.history.records import History
from zi_excel.measuring.measure import NO_PENANGGUNG_JAWAB, measure
from zi_excel.report.ringkas import digest_of

JUNE, JULY = date(2025, 6, 20), date(2025, 7, 1)
ROWS = (("I.1.a", "a. Menerbitkan SK", 0.0), ("I.1.b", "b. Menyusun SOP", 1.0), ("I.1.c", "c. Menilai tim", 0.5))


def plan(*people, rows=ROWS):
    """A plan whose indikator have these penanggung jawab."""
    made = plan_of(*rows)
    (komponen,) = made.komponen
    (sub,) = komponen.subkomponen
    named = tuple(
        indikator._replace(penanggung_jawab=datum(person))
        for indikator, person in zip(sub.indikator, people, strict=True)
    )
    return made._replace(komponen=(komponen._replace(subkomponen=(sub._replace(indikator=named),)),))


def digest(measurement, *, changes=(), since=None, asks_links=True):
    """The digest with fourteen days, and no folder of evidence."""
    return digest_of(measurement, days=14, changes=changes, since=since, folder=None, asks_links=asks_links)


def kodes(results):
    return [result.indikator.kode for result in results]


def test_a_block_per_penanggung_jawab_the_latest_first():
    """A cell that names two counts for both; the block of blank cells stands last, however late."""
    found = digest(measure(plan("", "Tim B", "Tim A; Tim B"), JULY))
    assert [(block.nama, block.jumlah, block.selesai) for block in found.blocks] == [
        ("Tim B", 2, 1),
        ("Tim A", 1, 0),
        (NO_PENANGGUNG_JAWAB, 1, 0),
    ]
    assert found.blocks[0].capaian == 0.75
    assert kodes(found.blocks[-1].late) == ["I.1.a"]


def test_what_is_due_is_not_late_yet():
    """Within the days that are asked for; what is met is not due."""
    (block,) = digest(measure(plan("Tim", "Tim", "Tim"), JUNE)).blocks
    assert (kodes(block.due), block.late) == (["I.1.a"], ())
    (block,) = digest(measure(plan("Tim", "Tim", "Tim"), date(2025, 6, 1))).blocks
    assert block.due == ()


def test_what_is_done_lacks_its_link():
    """Only where the workbook has a column for it."""
    measurement = measure(plan("Tim", "Tim", "Tim"), JUNE)
    assert [kodes([lack.result]) for lack in digest(measurement).blocks[0].lacking] == [["I.1.b"]]
    assert digest(measurement, asks_links=False).blocks[0].lacking == ()


def test_changes_go_to_their_penanggung_jawab():
    """What is gone belongs to nobody; without an earlier entry nothing has changed."""
    history = recorded(History(), measure(plan("A", "B", "B"), JUNE)).history
    rows = (("I.1.a", "a. Menerbitkan SK", 0.25), ROWS[1])
    measurement = measure(plan("A", "B", rows=rows), JUNE.replace(day=27))
    recording = recorded(history, measurement)
    found = digest(measurement, changes=recording.changes, since=recording.since)
    assert {block.nama: [change.kode for change in block.changes] for block in found.blocks} == {
        "A": ["I.1.a"],
        "B": [],
    }
    assert [change.kode for change in found.gone] == ["I.1.c"]
    assert digest(measurement, changes=recording.changes).gone == ()

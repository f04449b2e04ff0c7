"""What looks back, as data for JSON: the keys never change, and what is not there is None."""

from datetime import date

from history_plans import plan_of

from zi_excel.history.plan_diff import State, differences
from zi_excel.history.recording import recorded
from zi_excel.history.records import Entry, History
from zi_excel.measuring.measure import measure
from zi_excel.outputs.history_json import banding_json, riwayat_json

FIRST, SECOND = date(2025, 1, 3), date(2025, 1, 10)
OLD = plan_of(("I.1.a", "a. SK tim", 0.25), ("I.1.b", "b. SOP", None))
NEW = plan_of(("I.1.a", "a. SK tim", 1.0))


def test_the_history_with_what_changed():
    """The oldest entry first; of what is gone there is no `menjadi`, of an unreadable realisasi no number."""
    history = recorded(recorded(History(), measure(OLD, FIRST)).history, measure(NEW, SECOND)).history
    data = riwayat_json("rencana.xlsx", history, "Monev Riwayat", (12,))
    assert list(data) == ["berkas", "tab", "catatan", "baris_tidak_terbaca"]
    assert (data["tab"], data["baris_tidak_terbaca"]) == ("Monev Riwayat", [12])
    first, second = data["catatan"]
    assert list(first) == ["per", "rencana", "capaian", "komponen", "perubahan"]
    assert first["komponen"] == [{"kode": "I", "rencana": 0.0, "capaian": 0.125}]
    changes = {change["kode"]: change for change in second["perubahan"]}
    assert changes["I.1.a"] == {
        "jenis": "berubah",
        "kode": "I.1.a",
        "kode_semula": None,
        "indikator": "a. SK tim",
        "semula": {"realisasi": 0.25, "status": "berjalan"},
        "menjadi": {"realisasi": 1.0, "status": "selesai"},
    }
    assert (changes["I.1.b"]["semula"]["realisasi"], changes["I.1.b"]["menjadi"]) == (None, None)


def test_an_entry_whose_totals_staff_deleted():
    """The line of figures is gone: None, not 0."""
    (entry,) = riwayat_json("rencana.xlsx", History((Entry(FIRST, None, ()),)), None, ())["catatan"]
    assert entry == {"per": "2025-01-03", "rencana": None, "capaian": None, "komponen": [], "perubahan": []}


def test_a_comparison():
    """A count of each kind, also of those that there are none of; a whole row has no column and one cell only."""
    states = (State(plan, measure(plan, SECOND)) for plan in (OLD, NEW))
    data = banding_json("lama.xlsx", "baru.xlsx", SECOND, ("A", "B"), differences(*states))
    assert list(data) == ["lama", "baru", "per", "lembar", "berbeda", "ringkasan", "perbedaan"]
    assert (data["berbeda"], data["lembar"], data["per"]) == (True, ["A", "B"], "2025-01-10")
    assert list(data["ringkasan"]) == ["berubah", "ditambahkan", "dihapus", "pindah", "kolom"]
    (removed,) = [each for each in data["perbedaan"] if each["jenis"] == "dihapus"]
    assert (removed["kode"], removed["kolom"], removed["sel_baru"]) == ("I.1.b", None, None)
    assert not banding_json("a", "b", SECOND, ("A", "A"), ())["berbeda"]

"""ZI9xx: differences from the enacted matrix."""

import pytest

from zi_excel.validation.findings import Level
from zi_excel.validation.rules import ALL

RULES = [rule for rule in ALL if rule.code.startswith("ZI9")]
NEW = {"indikator": "e. Melaksanakan studi banding", "langkah_aksi": "Studi banding", "target_waktu": "Mei 2025"}


@pytest.fixture
def told(subject):
    """told(draft) -> {code: the kodes it speaks of}, of the rules that speak."""

    def run(draft):
        seen = subject(draft)
        found = {rule.code: [hit.kode for hit in rule.check(seen)] for rule in RULES}
        return {code: kodes for code, kodes in found.items() if kodes}

    return run


def insert(draft, after, kode, **cells):
    """A new row behind another one."""
    home = draft.home(after)
    at = home.index(draft.row(after)) + 1
    home.insert(at, type(home[0])(kode, dict.fromkeys(home[0].cells, "")).set(**cells))


def move(draft, kode, after):
    """A row cut and inserted behind another one."""
    row = draft.row(kode)
    draft.home(kode).remove(row)
    home = draft.home(after)
    home.insert(home.index(draft.row(after)) + 1, row)


def test_the_enacted_matrix_does_not_differ_from_itself(enacted_draft, told):
    """Nothing to tell."""
    assert told(enacted_draft) == {}


def test_another_offices_matrix_gets_one_info(draft, hits, told):
    """Contract, section 3: one info instead of hundreds of differences."""
    assert told(draft) == {"ZI907": [None]}
    (hit,) = hits("ZI907", draft)
    assert "0 dari 87" in hit.message
    assert hit.place.ref is None


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("Maret 2025", "ZI901"),
        ("", "ZI901"),
        ("Tercapai 4 Januari 2025", "ZI901"),
        ("28 Februari 2025", "ZI901"),
        ("Februari 2026", "ZI901"),
        ("Pebruari 2025", "ZI905"),
        ("Februari", "ZI905"),
        ("FEBRUARI 2025", "ZI905"),
        ("Februari\u00a0 2025\n", None),
    ],
)
def test_a_changed_target_is_galat_unless_it_means_the_same(target, code, enacted_draft, told):
    """ZI901 where the jadwal is another; other words for the same jadwal are wording (ZI905)."""
    enacted_draft.row("I.1.a").set(target_waktu=target)
    assert told(enacted_draft) == ({code: ["I.1.a"]} if code else {})


def test_a_range_is_not_its_last_month(enacted_draft, hits):
    """Both are due on 31 December, but a range is planned month by month: the message shows both."""
    enacted_draft.row("I.4.a").set(target_waktu="Desember 2025")
    (hit,) = hits("ZI901", enacted_draft)
    assert hit.message == (
        "Target waktu diubah: ditetapkan “Januari – Desember 2025” (Keputusan Nomor 31 Tahun 2025 tanggal "
        "9 Oktober 2025), kini “Desember 2025”."
    )


SAME = [
    ("I.4.a", "target_waktu", "Januari-Desember 2025"),
    ("I.1.a", "indikator", "a) Menerbitkan SK Tim Kerja/Kelompok  Kerja"),
    (
        "I.2.c",
        "bukti_fisik",
        "Banner ZI;\nposter Zona Integritas;\nSosialisasi ZI melalui web; dan banner budaya kerja ASN",
    ),
    ("II.2.c", "bukti_fisik", None),
]


@pytest.mark.parametrize(("kode", "column", "text"), SAME)
def test_whitespace_and_dashes_are_no_difference(kode, column, text, enacted_draft, told):
    """Contract, section 3: read the same when line breaks, non-breaking spaces, en and em dashes differ."""
    row = enacted_draft.row(kode)
    row.set(**{column: text or next(v for k, v in row.cells.items() if k == column).replace("-", "–")})
    assert told(enacted_draft) == {}


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("indikator", "a. Menerbitkan SK Tim Kerja"),
        ("indikator", "a. MENERBITKAN SK TIM KERJA /KELOMPOK KERJA"),
        ("langkah_aksi", "Menerbitkan SK Tim Pembangunan Zona Integritas"),
        ("langkah_aksi", ""),
        ("bukti_fisik", "Keputusan KPU Kota Surakarta Tahun 2024 tentang Pembentukan Tim Zona Integritas"),
        ("penanggung_jawab", "Tim Perubahan"),
    ],
)
def test_changed_wording_is_told_at_its_cell(column, text, enacted_draft, told):
    """ZI905: word for word, capitals and full stops too."""
    enacted_draft.row("I.1.a").set(**{column: text})
    assert told(enacted_draft) == {"ZI905": ["I.1.a"]}


@pytest.mark.parametrize(
    ("kode", "change", "spoken"),
    [
        ("I", ("no", "I"), True),
        ("II", ("nama", "PENATAAN TATALAKSANA"), False),
        ("II", ("nama", "PENATAAN TATA KELOLA"), True),
        ("I.2", ("no", "2."), False),
        ("I.2", ("no", "3"), True),
        ("VI.4", ("no", "4"), True),
        ("I.2", ("nama", "Dokumen Rencana"), True),
    ],
)
def test_heads_are_compared_too(kode, change, spoken, enacted_draft, told):
    """Columns 1 and 2, also where staff mend the decree's slip; a number's dot is no word."""
    setattr(enacted_draft.head(kode), *change)
    assert told(enacted_draft) == ({"ZI905": [kode]} if spoken else {})


@pytest.mark.parametrize(("span", "codes"), [(18, {"ZI904"}), (1, {"ZI904", "ZI905"})], ids=["merged", "its own cell"])
def test_a_row_in_another_komponen_stands_beside_that_ones_penanggung_jawab(span, codes, enacted_draft, told):
    """It was moved; the merged cell of column 7 that it stands beside now has not changed."""
    row = enacted_draft.row("II.1.b")
    enacted_draft.home("II.1.b").remove(row)
    team = "Tim Penguatan Pengawasan"
    row.set(penanggung_jawab={"text": team, "value": team, "span": span})
    enacted_draft.home("V.3.b").insert(1, row)
    assert set(told(enacted_draft)) == codes


def test_a_changed_komponens_penanggung_jawab_is_told_once(enacted_draft, told):
    """It is one merged cell in the decree, not twelve changes."""
    for row in list(enacted_draft.rows())[:12]:
        row.set(penanggung_jawab="Tim Baru")
    assert told(enacted_draft) == {"ZI905": ["I.1.a"]}


def test_long_texts_are_shown_around_their_first_difference(enacted_draft, hits):
    """What was and what is, side by side."""
    enacted_draft.row("V.2.a").set(
        bukti_fisik="Keputusan Tim Reformasi Birokrasi; SK Zona Integritas; SK Satgas SPIP; Laporan SPIP KPU Kota "
        "Surakarta Tahun 2022-2026; Kartu Kendali SPIP Kota Surakarta 2025; Dokumentasi Rapat Pleno Kartu Kendali; "
        "Mitigasi Resiko"
    )
    (hit,) = hits("ZI905", enacted_draft)
    assert "2022-2025" in hit.message
    assert "2022-2026" in hit.message
    assert len(hit.message) < 250


@pytest.mark.parametrize("content", [{"error": "#REF!"}, {"formula": "A1", "cached": False}], ids=["error", "uncached"])
def test_what_stands_there_must_be_known(content, enacted_draft, told):
    """An error value or a formula without value is told by ZI009 and ZI010, not as changed wording."""
    enacted_draft.row("I.1.a").set(bukti_fisik=content)
    assert told(enacted_draft) == {}


def test_a_missing_column_is_no_difference(enacted_draft, told):
    """ZI002 says that it is missing; 87 changed cells would say nothing more."""
    for column in ("no", "komponen", "penanggung_jawab", "langkah_aksi"):
        del enacted_draft.columns[column]
    assert told(enacted_draft) == {}


def test_an_added_row_is_galat(enacted_draft, told):
    """ZI902, and no row below it looks changed."""
    insert(enacted_draft, "I.4.d", "I.4.e", **NEW)
    assert told(enacted_draft) == {"ZI902": ["I.4.e"]}


def test_an_inserted_row_that_shifts_the_letters_is_one_galat(enacted_draft, told):
    """Rows are recognised by their text: those that got another letter are told as that, not as changed."""
    insert(enacted_draft, "I.4.b", "I.4.x", **NEW | {"indikator": "c. Melaksanakan studi banding"})
    for kode, letter in (("I.4.c", "d"), ("I.4.d", "e")):
        row = enacted_draft.row(kode)
        row.set(indikator=letter + row.cells["indikator"][1:])
    assert told(enacted_draft) == {"ZI902": ["I.4.x"], "ZI906": ["I.4.c", "I.4.d"]}


@pytest.mark.parametrize("kode", ["I.1.a", "I.2.b", "III.5", "VI.5.c"])
def test_a_removed_row_is_galat_at_the_row_before_it(kode, enacted_draft, hits, told):
    """ZI903 names the enacted kode and where its place was."""
    kodes = [row.kode for row in enacted_draft.rows()]
    enacted_draft.home(kode).remove(enacted_draft.row(kode))
    assert told(enacted_draft) == {"ZI903": [kode]}
    (hit,) = hits("ZI903", enacted_draft)
    before = kodes.index(kode) - 1
    rows = {each.kode: each.row for each in enacted_draft.plan().indikator()}
    assert hit.place.ref == (None if before < 0 else f"C{rows[kodes[before]]}")


def test_rows_without_their_own_heading_are_one_galat(enacted_draft, told):
    """ZI908: the line of II.2 went, its rows follow those of II.1; they are not told one by one."""
    komponen = enacted_draft.head("II")
    komponen.parts[0].parts += komponen.parts.pop(1).parts
    assert told(enacted_draft) == {"ZI908": ["II.2"]}


def test_a_subkomponen_under_another_komponen_is_moved(enacted_draft, told):
    """ZI904 for each of its rows: they count for another komponen."""
    first = enacted_draft.head("I")
    first.parts.append(enacted_draft.head("II").parts.pop(0))
    assert told(enacted_draft) == {"ZI904": ["II.1.a", "II.1.b", "II.1.c"]}


@pytest.mark.parametrize(
    ("kode", "after"), [("I.2.a", "I.2.c"), ("I.1.a", "I.4.d"), ("VI.5.c", "I.1.a")], ids=["order", "near", "far"]
)
def test_a_moved_row_is_galat(kode, after, enacted_draft, told):
    """ZI904: one row, whether it changed its order or its subkomponen."""
    move(enacted_draft, kode, after)
    assert told(enacted_draft) == {"ZI904": [kode]}


def test_a_replaced_row_is_removed_and_added(enacted_draft, told):
    """Nothing of it is left: it is another row under the same letter."""
    enacted_draft.row("I.4.b").set(
        indikator="b. Kegiatan lain sama sekali", langkah_aksi="Lain", bukti_fisik="Lain", target_waktu="Mei 2025"
    )
    assert told(enacted_draft) == {"ZI902": ["I.4.b"], "ZI903": ["I.4.b"]}


def test_a_reworded_row_is_still_the_row(enacted_draft, told):
    """Half of its words under its letter, or its step and evidence, are enough."""
    enacted_draft.row("I.4.b").set(indikator="b. Agen perubahan sudah dipilih")
    enacted_draft.row("I.4.d").set(indikator="")
    assert told(enacted_draft) == {"ZI905": ["I.4.b", "I.4.d"]}


def test_a_komponen_less_is_its_rows_less(enacted_draft, told):
    """Eighteen enacted rows that aren't there are eighteen galat; the rest is untouched."""
    enacted_draft.komponen.pop(2)
    found = told(enacted_draft)
    assert list(found) == ["ZI903"]
    assert len(found["ZI903"]) == 18
    assert all(kode.startswith("III.") for kode in found["ZI903"])


def test_only_this_matrix_is_compared(enacted_draft, told):
    """Most indikator must match, of the plan's and of the decree's: 44 of 87 do, 43 don't."""
    rows = list(enacted_draft.rows())
    for row in rows[:43]:
        row.set(indikator=f"a. Sesuatu yang lain {row.kode}")
    assert "ZI907" not in told(enacted_draft)
    rows[43].set(indikator="a. Sesuatu yang lain lagi")
    assert told(enacted_draft) == {"ZI907": [None]}


def test_the_levels_are_the_contracts():
    """Changed target, added, removed, moved: galat; wording: peringatan; another office's: info."""
    levels = {rule.code: rule.level for rule in ALL}
    assert {levels[code] for code in ("ZI901", "ZI902", "ZI903", "ZI904")} == {Level.GALAT}
    assert {levels[code] for code in ("ZI905", "ZI906")} == {Level.PERINGATAN}
    assert levels["ZI907"] is Level.INFO

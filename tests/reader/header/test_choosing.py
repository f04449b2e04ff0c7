"""Headers that mean the same but for their year or measure: which of them is read."""

import pytest

from zi_excel.plan.rencana_aksi import Field, Oddity
from zi_excel.reader.header.choosing import measure_of

SEVEN = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB")
BLANK = (None,) * 7
ROW = (1, "Tim", "a. SK", "Menyusun", "SK", "Juni 2025", "Umum")


def read(plan_of, header, cells, *, merges=(), **options):
    """The share of the one indikator, and what was said of its columns."""

    def edit(sheet):
        for area in merges:
            sheet.merge_cells(area)

    plan = plan_of([(*ROW, *cells)], header=header, edit=edit, options=options)
    (found,) = plan.indikator()
    judged = [each.detail for each in plan.remarks if each.oddity is Oddity.COLUMN_JUDGED]
    return found.realisasi.share if found.realisasi.dilaporkan else None, judged, plan


@pytest.mark.parametrize(
    ("titles", "cells", "share"),
    [
        (("REALISASI 2024", "REALISASI 2025"), ("100%", "25%"), 0.25),
        (("REALISASI TAHUN 2024 (%)", "REALISASI TAHUN 2025 (%)"), ("100%", None), None),
        (("REALISASI TA 2025", "REALISASI TA 2024"), ("25%", "100%"), 0.25),
        (("REALISASI 2024", "REALISASI"), ("100%", "25%"), 0.25),
        (("REALISASI 2023", "REALISASI 2024", "REALISASI 2025"), ("100%", "90%", "25%"), 0.25),
        (("CAPAIAN 2024", "CAPAIAN 2025"), ("100%", "25%"), 0.25),
        (("REALISASI 2024/2025", "REALISASI 2023/2024"), ("25%", "100%"), 0.25),
    ],
)
def test_of_equal_headers_the_plans_year_is_read(plan_of, titles, cells, share):
    """Last year's column is never this year's; it is told which was read."""
    found, judged, _ = read(plan_of, [(*SEVEN, *titles)], cells)
    assert found == share
    assert len(judged) == 1
    assert judged[0].startswith("realisasi|dari judul untuk beberapa tahun")


def test_a_setting_of_the_year_goes_before_the_title(plan_of):
    """The plan's year is the settings'."""
    assert read(plan_of, [(*SEVEN, "REALISASI 2024", "REALISASI 2025")], ("100%", "25%"), year=2024)[0] == 1


def test_where_no_header_is_of_the_plans_year_that_is_said(plan_of):
    """The latest is read."""
    share, judged, _ = read(plan_of, [(*SEVEN, "REALISASI 2023", "REALISASI 2024")], ("100%", "25%"))
    assert share == 0.25
    assert "tidak ada judul untuk tahun rencana 2025" in judged[0]


@pytest.mark.parametrize(
    "header",
    [
        [(*SEVEN, "REALISASI", None), (*BLANK, "2024", "2025")],
        [(*SEVEN, "REALISASI", None), (*BLANK, "Tahun 2024", "Tahun 2025")],
        [(*SEVEN, "2024", "2025"), (*BLANK, "REALISASI", "REALISASI")],
        [(*BLANK, "TAHUN 2024", "TAHUN 2025"), (*SEVEN, "REALISASI", "REALISASI")],
    ],
)
def test_the_year_may_stand_above_or_below(plan_of, header):
    """Over two rows, or as a banner over the header."""
    share, judged, _ = read(plan_of, header, ("100%", "25%"))
    assert (share, len(judged)) == (0.25, 1)


def test_a_banner_parts_all_columns_below_it(plan_of):
    """KENDALA of last year is none of this year's either."""
    header = [(*BLANK, "2024", None, "2025", None), (*SEVEN, "REALISASI", "KENDALA", "REALISASI", "KENDALA")]
    share, _, plan = read(plan_of, header, ("100%", "dulu", "25%", "kini"))
    assert (share, next(plan.indikator()).kendala.text) == (0.25, "kini")


def test_quarters_of_two_years(plan_of):
    """REALISASI 2024 over TW I..II beside REALISASI 2025 over the same."""
    header = [(*SEVEN, "REALISASI 2024", None, "REALISASI 2025", None), (*BLANK, "TW I", "TW II", "TW I", "TW II")]
    share, _, plan = read(plan_of, header, ("50%", "100%", "25%", None))
    assert share == 0.25
    assert [part.column for part in plan.reading.parts[Field.REALISASI]] == [10, 11]


@pytest.mark.parametrize(
    ("below", "cells", "share", "column"),
    [
        (("Uraian", "%"), ("Rapat sudah dua kali", "50%"), 0.5, 9),
        (("%", "Uraian"), ("50%", "Rapat"), 0.5, 8),
        (("Fisik (%)", "Keuangan (%)"), ("50%", "90%"), 0.5, 8),
        (("Keuangan (%)", "Fisik (%)"), ("90%", "50%"), 0.5, 9),
        (("Keuangan", "Fisik"), ("90%", "50%"), 0.5, 9),
        (("Rp", "%"), (1_000_000, "50%"), 0.5, 9),
        (("Volume", "Satuan", "Persentase"), (2, "laporan", "50%"), 0.5, 10),
        (("Kualitatif", "Kuantitatif"), ("baik", "50%"), 0.5, 9),
        (("Anggaran", "Uraian", "Fisik"), ("80%", "x", "50%"), 0.5, 10),
        (("Output", "Capaian (%)"), ("1 laporan", "50%"), 0.5, 9),
    ],
)
def test_of_measures_below_realisasi_the_percentage_is_read(plan_of, below, cells, share, column):
    """The physical before the financial; which one, is told."""
    header = [(*SEVEN, "REALISASI", *(None,) * (len(below) - 1)), (*BLANK, *below)]
    merges = (f"H2:{'HIJ'[len(below) - 1]}2",)
    found, judged, plan = read(plan_of, header, cells, merges=merges)
    assert (found, plan.columns[Field.REALISASI]) == (share, column)
    assert "ukuran" in judged[0]


@pytest.mark.parametrize(
    ("titles", "share"),
    [
        (("REALISASI (KEUANGAN)", "REALISASI (FISIK)"), 0.5),
        (("CAPAIAN (Rp)", "CAPAIAN (%)"), 0.5),
        (("REALISASI (URAIAN)", "REALISASI (PERSEN)"), 0.5),
        (("REALISASI KEUANGAN (%)", "REALISASI FISIK (%)"), 0.5),
        (("REALISASI ANGGARAN", "REALISASI (%)"), 0.5),
    ],
)
def test_the_same_on_one_row(plan_of, titles, share):
    """Beside each other, each with its measure."""
    assert read(plan_of, [(*SEVEN, *titles)], ("90%", "50%"))[0] == share


def test_quarters_over_measures(plan_of):
    """REALISASI over TW I..II, each over fisik and keuangan."""
    header = [
        (*SEVEN, "REALISASI", None, None, None),
        (*BLANK, "TW I", None, "TW II", None),
        (*BLANK, "Fisik", "Keuangan", "Fisik", "Keuangan"),
    ]
    assert read(plan_of, header, ("25%", "90%", "50%", "95%"))[0] == 0.5


@pytest.mark.parametrize(
    ("letter", "share"), [("H", None), ("I", 0.5), ("J", 0.75)], ids=["the first", "the second", "the third"]
)
def test_a_column_that_settings_name_is_that_column_alone(plan_of, letter, share):
    """Also below a merged header, whatever its measure."""
    header = [(*SEVEN, "REALISASI", None, None), (*BLANK, "Uraian", "%", "Keuangan (%)")]
    columns = {Field.REALISASI: letter}
    found, judged, plan = read(plan_of, header, ("Rapat", "50%", "75%"), merges=("H2:J2",), columns=columns)
    assert plan.columns[Field.REALISASI] == "ABCDEFGHIJ".index(letter) + 1
    assert (found, judged) == (share, [])
    if letter == "H":
        assert next(plan.indikator()).laporan.text == "Rapat"


def test_measures_that_tell_nothing_are_read_as_they_are(plan_of):
    """No column is preferred without a reason: what stands in both can't be read, and that is told."""
    header = [(*SEVEN, "REALISASI", None), (*BLANK, "Uraian", "Volume")]
    _, judged, plan = read(plan_of, header, ("Rapat", "2"), merges=("H2:I2",))
    assert (next(plan.indikator()).realisasi.share, judged) == (None, [])


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("%", 0),
        ("Fisik (%)", 0),
        ("Fisik", 1),
        ("Angka", 2),
        ("Keuangan (%)", 3),
        ("Rp", 4),
        ("Uraian", 5),
        ("TW I", None),
    ],
)
def test_what_a_measure_is(text, rank):
    """A percentage, physical, a figure, then what is no share of the work."""
    assert measure_of(text) == rank


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ([(*SEVEN, "REALISASI", "TARGET WAKTU (REVISI)")], ("25%", "September 2025")),
        ([(*SEVEN, "REALISASI", "TARGET WAKTU REVISI")], ("25%", "September 2025")),
        (
            [(*SEVEN[:5], "TARGET WAKTU SEMULA", SEVEN[6], "REALISASI", "TARGET WAKTU MENJADI")],
            ("25%", "September 2025"),
        ),
        ([(*SEVEN[:5], "TARGET WAKTU (LAMA)", SEVEN[6], "REALISASI", "TARGET WAKTU")], ("25%", "September 2025")),
        ([(*SEVEN, "REALISASI (n-1)", "REALISASI (n)")], ("100%", "25%")),
    ],
)
def test_of_a_former_and_a_revised_column_the_one_that_holds_is_read(plan_of, header, cells):
    """Whichever stands first; it is told which was read."""
    share, judged, plan = read(plan_of, header, cells)
    assert share == 0.25
    (found,) = plan.indikator()
    assert found.target.jadwal.last.month == (9 if "September 2025" in cells else 6)
    assert len(judged) == 1
    assert "dari yang semula dan yang berlaku dibaca kolom" in judged[0]


def test_an_area_of_change_is_no_revision(plan_of):
    """`AREA PERUBAHAN` beside KOMPONEN names what it is."""
    header = [("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PJ", "AREA PERUBAHAN")]
    assert read(plan_of, header, ("x",))[1] == []


def test_the_revised_target_may_stand_below_a_merged_header(plan_of):
    """`Semula | Menjadi` under TARGET WAKTU."""
    header = [(*SEVEN[:6], None, "PENANGGUNG JAWAB", "REALISASI"), (*BLANK[:5], "Semula", "Menjadi")]
    row = (1, "Tim", "a. SK", "Menyusun", "SK", "Juni 2025", "September 2025", "Umum", "25%")

    plan = plan_of([row], header=header)
    (found,) = plan.indikator()
    assert (found.target.jadwal.last.month, found.realisasi.share) == (9, 0.25)

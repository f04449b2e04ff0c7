"""Realisasi: each way to report, the column's bare numbers, and what is not guessed (contract, section 5)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.plan.jadwal import Jadwal
from zi_excel.plan.realisasi import Realisasi, ReportCell, Scale, bare_scale, read_realisasi
from zi_excel.plan.target_waktu import read_target_waktu


def target(text: str, year: int = 2025) -> Jadwal:
    jadwal = read_target_waktu(text, year=year).jadwal
    assert jadwal
    return jadwal


WHEN_DONE = ("waktunya sebaiknya ditulis di kolom TANGGAL SELESAI",)
LIST = target("Maret, Juni, September, Desember 2025")


def read(value, number_format="General", *, jadwal=LIST) -> Realisasi:
    (only,) = read_realisasi([ReportCell(value, number_format, jadwal=jadwal)])
    return only


SHARES = {
    "75%": 0.75,
    "75 %": 0.75,
    " 75\u00a0% ": 0.75,
    "75,5 %": 0.755,
    "75.5%": 0.755,
    "75 persen": 0.75,
    "75 PERSEN": 0.75,
    "100%": 1,
    "0%": 0,
    "0,5%": 0.005,
    "33,3%": 0.333,
    "７５％": 0.75,
    "75% selesai": 0.75,
    "baru 75%": 0.75,
    "Progres: 75%": 0.75,
    "Selesai (100%)": 1,
    "3/4": 0.75,
    "3 / 4": 0.75,
    "3 dari 4": 0.75,
    "0/4": 0,
    "4/4": 1,
    "1/3": 1 / 3,
    "¾": 0.75,
    "selesai": 1,
    "Selesai.": 1,
    "SELESAI": 1,
    "sudah selesai": 1,
    "telah dilaksanakan": 1,
    "tercapai": 1,
    "Terlaksana": 1,
    "tuntas": 1,
    "Sudah": 1,
    "✔": 1,
    "√": 1,
    "✔ selesai": 1,
    "✔\ufe0f": 1,
    "v": 1,
    "V": 1,
    "(v)": 1,
    "[V]": 1,
    "☑": 1,
    "[x]": 1,
    "(✓)": 1,
    "v selesai": 1,
    "belum": 0,
    "Belum": 0,
    "belum ada": 0,
    "belum dilaksanakan": 0,
    "belum dimulai": 0,
}


@pytest.mark.parametrize(("text", "share"), SHARES.items(), ids=repr)
def test_a_text_that_says_a_share_is_that_share(text, share):
    """A percentage, a fraction or a word speaks for its own cell, whatever its neighbours are."""
    assert read(text) == Realisasi(pytest.approx(share), dilaporkan=True)
    among_percent = read_realisasi([ReportCell(text), ReportCell(80.0)])[0]
    assert among_percent == Realisasi(pytest.approx(share), dilaporkan=True)


@pytest.mark.parametrize("blank", [None, "", "   ", "\n", "\u00a0"])
def test_a_blank_is_nothing_and_not_reported(blank):
    """0, not yet reported."""
    assert read(blank) == Realisasi(0, dilaporkan=False)


@pytest.mark.parametrize("dash", ["-", "–", "—", "--"])
def test_a_dash_is_as_good_as_blank_and_said(dash):
    """It reports nothing; the remark lets a person see it."""
    assert read(dash) == Realisasi(0, dilaporkan=False, notes=("tanda “-” dibaca belum dilaporkan",))


@pytest.mark.parametrize(
    ("target_waktu", "text", "share"),
    [
        ("Maret, Juni, September, Desember 2025", "Maret", 1 / 4),
        ("Maret, Juni, September, Desember 2025", "Maret, Juni", 2 / 4),
        ("Maret, Juni, September, Desember 2025", "maret dan juni", 2 / 4),
        ("Maret, Juni, September, Desember 2025", "Juni, Maret", 2 / 4),
        ("Maret, Juni, September, Desember 2025", "Maret\nJuni", 2 / 4),
        ("Maret, Juni, September, Desember 2025", "Maret 2025, Juni 2025", 2 / 4),
        ("Maret, Juni, September, Desember 2025", "Maret, Maret", 1 / 4),
        ("Maret, Juni, September, Desember 2025", "sudah Maret, Juni", 2 / 4),
        ("Maret, Juni, September, Desember 2025", "TW I, TW II", 2 / 4),
        ("Maret, Juni, September, Desember 2025", "Mar, Jun, Sept, Des", 1),
        ("Juni dan Desember 2025", "Juni", 1 / 2),
        ("TW I–IV", "TW I", 1 / 4),
        ("TW I–IV", "TW I–III", 3 / 4),
        ("B03 B06 B09 B12", "B03, B06", 2 / 4),
        ("setiap bulan", "Januari – Maret", 3 / 12),
        ("setiap bulan", "Januari s.d. Desember 2025", 1),
        ("November 2025, Februari 2026", "November", 1 / 2),
        ("November 2025, Februari 2026", "Februari", 1 / 2),
    ],
)
def test_the_months_done_of_a_list_are_a_share_of_it(target_waktu, text, share):
    """How many of the tonggak are done."""
    assert read(text, jadwal=target(target_waktu)) == Realisasi(pytest.approx(share), dilaporkan=True)


@pytest.mark.parametrize(
    ("target_waktu", "text"),
    [
        ("Maret 2025", "Tercapai 4 Januari 2021"),
        ("Maret 2025", "Selesai 31/03/2025"),
        ("Maret 2025", "Selesai Februari 2025"),
        ("Januari – Desember 2025", "selesai 4 Juni 2025"),
        ("jika ada", "selesai 4 Juni 2025"),
    ],
)
def test_done_with_its_day_is_done(target_waktu, text):
    """The word says that all is done; the day has a column of its own."""
    read_back = read(text, jadwal=target(target_waktu))
    assert read_back[:4] == Realisasi(1, dilaporkan=True, notes=WHEN_DONE)[:4]


NOT_SAID = "bukan persen, “selesai”, “belum”, atau bulan yang sudah dikerjakan"
UNREADABLE = {
    "150%": "150% di luar 0–100%",
    "-5%": "-5% di luar 0–100%",
    "5/4": "125% di luar 0–100%",
    "3/0": "“3/0” membagi dengan nol",
    "75-80%": "“75-80%” tidak menyebut satu persen yang jelas",
    ">75%": "“>75%” tidak menyebut satu persen yang jelas",
    "75% dari 80%": "“75% dari 80%” tidak menyebut satu persen yang jelas",
    "belum selesai": f"“belum selesai” {NOT_SAID}",
    "tercapai sebagian": f"“tercapai sebagian” {NOT_SAID}",
    "proses": f"“proses” {NOT_SAID}",
    "nihil": f"“nihil” {NOT_SAID}",
    "x": f"“x” {NOT_SAID}",
    "31/03/2025": "“31/03/2025” menyebut waktu; tulis persennya, “selesai”, atau “belum”",
    "n/a": f"“n/a” {NOT_SAID}",
    "tahun 2025": f"“tahun 2025” {NOT_SAID}",
    "setiap bulan": f"“setiap bulan” {NOT_SAID}",
    "April": "April bukan bulan dari targetnya",
    "Maret, April": "April bukan bulan dari targetnya",
    "Maret 2024": "Maret 2024 bukan bulan dari targetnya",
    "Januari – Maret": "Januari bukan bulan dari targetnya",
    "Tercapai 4 Januari 2021": ("“tercapai 4 januari 2021” menyebut waktu; tulis persennya, “selesai”, atau “belum”"),
}


@pytest.mark.parametrize(("text", "problem"), UNREADABLE.items(), ids=repr)
def test_what_says_no_share_is_unreadable(text, problem):
    """No status is ever invented: what may be half done is no share."""
    assert read(text) == Realisasi(None, dilaporkan=True, problem=problem)


@pytest.mark.parametrize(
    ("jadwal", "problem"),
    [
        (None, "“maret” menyebut bulan, tetapi target waktunya sendiri tidak terbaca"),
        (target("Maret 2025"), "“maret” menyebut waktu; tulis persennya, “selesai”, atau “belum”"),
        (target("Januari – Desember 2025"), "“maret” menyebut waktu; tulis persennya, “selesai”, atau “belum”"),
        (target("Maret 2024, Maret 2025"), "Maret ada di beberapa tahun dari targetnya; tulis tahunnya"),
    ],
    ids=["unreadable target", "a single month", "a range", "two years"],
)
def test_months_speak_only_of_a_list(jadwal, problem):
    """Of a single month or a range a month may be the target, the day of completion, or a part."""
    assert read("Maret", jadwal=jadwal).problem == problem


@pytest.mark.parametrize(
    ("value", "number_format", "share"),
    [
        (0.75, "0%", 0.75),
        (0.75, "0.00%", 0.75),
        (0.75, "0 %", 0.75),
        (0.75, "[Red]0%;-0%", 0.75),
        (1, "0%", 1),
        (0, "0%", 0),
        (1.0000000000000002, "0%", 1),
        (75, '0"%"', 0.75),
        (75, r"0\%", 0.75),
        (0.5, '0" dari "100%', 0.5),
    ],
)
def test_a_percent_format_speaks_for_its_own_cell(value, number_format, share):
    """The value is what the person sees, whatever the column's other numbers are."""
    cells = [ReportCell(value, number_format), ReportCell(60.0)]
    assert read_realisasi(cells)[0] == Realisasi(pytest.approx(share), dilaporkan=True)


def test_75_typed_into_a_percent_format_is_not_corrected():
    """It shows as 7500%; what was meant is only suggested."""
    assert read(75.0, "0%").problem == "7500% di luar 0–100%; mungkin maksudnya 75%"


@pytest.mark.parametrize(
    ("values", "scale", "shares"),
    [
        ([0.75, 0.5, 1.0], Scale.BAGIAN, [0.75, 0.5, 1]),
        ([0.0, 1.0], Scale.BAGIAN, [0, 1]),
        ([75.0, 50.0, 100.0], Scale.PERSEN, [0.75, 0.5, 1]),
        ([75.0, 0.75], Scale.PERSEN, [0.75, 0.0075]),
        (["75", "0,75"], Scale.PERSEN, [0.75, 0.0075]),
        (["0,75", "0.5"], Scale.BAGIAN, [0.75, 0.5]),
        ([1.0000000000000002, 0.5], Scale.BAGIAN, [1, 0.5]),
        ([100.00000000000001], Scale.PERSEN, [1]),
        ([150.0, 80.0], Scale.PERSEN, [None, 0.8]),
        ([-0.5, 0.5], Scale.BAGIAN, [None, 0.5]),
        (["75%", "selesai", None, "3/4"], None, [0.75, 1, 0, 0.75]),
        ([], None, []),
        ([True, float("nan"), float("inf"), 0.5], Scale.BAGIAN, [None, None, None, 0.5]),
    ],
)
def test_bare_numbers_are_judged_by_their_column(values, scale, shares):
    """Shares where none exceeds 1, else percent."""
    cells = [ReportCell(value) for value in values]
    assert bare_scale(cells) == scale
    assert [each.share for each in read_realisasi(cells)] == [
        None if share is None else pytest.approx(share) for share in shares
    ]


@pytest.mark.parametrize(
    ("value", "notes"),
    [
        (0.75, ("0,75 dibaca 0,75%, karena angka lain di kolom ini berupa persen",)),
        (1.0, ("1 dibaca 1%, karena angka lain di kolom ini berupa persen",)),
        ("0,5", ("0,5 dibaca 0,5%, karena angka lain di kolom ini berupa persen",)),
        (0.0, ()),
        (1.5, ()),
    ],
)
def test_a_small_number_among_percent_is_remarked(value, notes):
    """0,75 among 75s was probably meant as a share."""
    assert read_realisasi([ReportCell(value), ReportCell(75.0)])[0].notes == notes


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        (
            date(2025, 4, 3),
            (
                "berisi tanggal 3 April 2025 (Excel mengubah ketikan seperti 3/4 menjadi tanggal); "
                "kalau maksudnya 3/4, tulis 75%"
            ),
        ),
        (date(2025, 3, 31), "berisi tanggal 31 Maret 2025 (Excel mengubah ketikan seperti 31/3 menjadi tanggal)"),
    ],
)
def test_a_date_is_explained(day, problem):
    """Whoever typed 3/4 finds a date there."""
    assert read(day) == Realisasi(None, dilaporkan=True, problem=problem)


def test_an_error_and_a_checkbox_are_no_share():
    """A formula that failed, and TRUE, whose meaning only its author knows."""
    assert read_realisasi([ReportCell(None, error="#REF!")])[0].problem == "berisi galat #REF!"
    assert read(True).problem == "berisi TRUE atau FALSE; tulis persennya, “selesai”, atau “belum”"


values = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(),
    st.integers(),
    st.dates(),
    st.text(),
    st.sampled_from([*SHARES, *UNREADABLE]),
)
jadwals = st.sampled_from([None, LIST, target("Maret 2025"), target("Januari – Desember 2025"), target("jika ada")])
formats = st.sampled_from(["General", "0%", '0"%"', "0.00", "@", "mmm-yy"]) | st.text(max_size=8)


@given(st.lists(st.builds(ReportCell, values, formats, st.none() | st.just("#N/A"), jadwals), max_size=6))
@pytest.mark.slow
def test_any_column_is_read(cells):
    """One result per cell: a share within 0..1 or a problem, never an exception; nothing unreported has a share."""
    results = read_realisasi(cells)
    assert len(results) == len(cells)
    for result in results:
        assert (result.share is None) == bool(result.problem)
        assert result.share is None or 0 <= result.share <= 1
        assert result.dilaporkan or result.share == 0


@given(st.lists(st.floats(0, 1), min_size=1))
def test_shares_stay_shares(numbers):
    """A column of shares is read as it is."""
    assert [each.share for each in read_realisasi([ReportCell(number) for number in numbers])] == numbers


@given(st.lists(st.integers(0, 100), min_size=1).filter(lambda numbers: max(numbers) > 1))
def test_percent_as_text_or_number_is_the_same(numbers):
    """75 and "75" are one report."""
    typed = read_realisasi([ReportCell(float(number)) for number in numbers])
    assert typed == read_realisasi([ReportCell(str(number)) for number in numbers])
    assert [each.share for each in typed] == [pytest.approx(number / 100) for number in numbers]


@pytest.mark.parametrize("text", ["1.000%", "1.000", "12.500 persen", "sudah 1.000%"])
def test_a_dot_of_thousands_is_no_comma(text):
    """1.000 is a thousand in Indonesian: read as 1 it would be a share that nobody reported."""
    assert read(text) == Realisasi(
        None, dilaporkan=True, problem=f"“{text}” memakai titik pemisah ribuan; tulis misalnya 100% atau 12,5%"
    )


@pytest.mark.parametrize(
    ("text", "share"), [("0.125", 0.125), ("12.5%", 0.125), ("12,500%", 0.125), ("33.3333%", 1 / 3)]
)
def test_other_dots_are_commas(text, share):
    """Nothing but three digits after one to three is of thousands."""
    assert read(text).share == pytest.approx(share, abs=1e-5)


@pytest.mark.parametrize("number_format", ["h:mm", "[h]:mm", "d/m/yyyy", "hh:mm:ss", "[$-421]dd mmmm yyyy", "mm:ss"])
def test_a_time_of_day_is_no_share(number_format):
    """Whoever typed 14:00 sees no 58 %; and it is no bare number of the column."""
    cells = [ReportCell(0.5833, number_format), ReportCell(0.5)]
    assert [each.share for each in read_realisasi(cells)] == [None, 0.5]


@pytest.mark.parametrize(
    "number_format", ["General", "0.00", "[Red]0.00", '0.0" hasil"', "# ?/?", "0.0E+00", "@", "[<=1]0%;0"]
)
def test_a_number_that_is_shown_as_one_is_one(number_format):
    """Colours, conditions and quoted words in a format are no clock."""
    assert read(0.5, number_format).share == 0.5


@pytest.mark.parametrize("text", ["selesai " * 9_000, "5% " * 9_000, "TW I, " * 9_000, "(" * 30_000, "ﷺ" * 30_000])
def test_a_text_without_end(text):
    """What is far longer than any report says no share, and takes no time to say so."""
    realisasi = read(text)
    assert realisasi.share is None
    assert "terlalu panjang" in realisasi.problem
    assert len(realisasi.problem) < 200

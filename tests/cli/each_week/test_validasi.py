"""What `validasi` shows at a terminal: everything where it fits on a screen, else a summary and as much as fits."""

from datetime import date
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from office import write_office

from zi_excel.cli import run
from zi_excel.cli.console import SCREEN
from zi_excel.cli.each_week.validasi import Selection, validasi_lines
from zi_excel.plan.rencana_aksi import Place, RencanaAksi
from zi_excel.validation.findings import Finding, Level
from zi_excel.validation.rules import ALL
from zi_excel.verbs.validasi import ValidasiResult, validasi

BOOK = Path("rencana.xlsx")
PLAN = RencanaAksi("Rencana Aksi", (), 2025, 9, {}, {}, ())
TITLES = {rule.code: rule.title for rule in ALL}
HINT = "Penjelasan satu aturan: zi-excel aturan KODE, misalnya: zi-excel aturan "
NARROW_DOWN = "Setiap temuan: --rinci. Sebagian: --tingkat, --aturan, atau --kode."


def finding(code, level, row=12, kode=None, *, message="Pesan.", suggestion="Saran.", **rest):
    """One in column F; row None: of the sheet as a whole."""
    place = Place("Rencana Aksi", row, None if row is None else 6)
    return Finding(code, level, place, kode, message, suggestion, **rest)


def said(findings, **options):
    """The lines as they are when piped: without colour."""
    result = ValidasiResult(BOOK, PLAN, tuple(findings))
    return [click.unstyle(line) for line in validasi_lines(result, TITLES, **options)]


def blanks(count, first=10):
    """So many blank targets, row below row."""
    return [
        finding("ZI601", Level.GALAT, first + at, f"I.{at}.a", message=f"Target waktu I.{at}.a kosong.")
        for at in range(count)
    ]


def test_nothing_found():
    """One line says it all."""
    assert said([]) == ["rencana.xlsx · lembar 'Rencana Aksi': 0 galat, 0 peringatan, 0 info"]


def test_one_finding():
    """Cell, kode, rule, message, what to do."""
    assert said(blanks(1)) == [
        "rencana.xlsx · lembar 'Rencana Aksi': 1 galat, 0 peringatan, 0 info",
        "",
        "GALAT (1): angkanya tidak dapat dipercaya sebelum ini diperbaiki",
        "  F10 I.0.a      ZI601  Target waktu I.0.a kosong.",
        "    Saran: Saran.",
        "",
        HINT + "ZI601",
    ]


def test_what_fits_on_a_screen_is_told_in_full():
    """By level; the findings of one rule together, with what to do once; why settings changed it."""
    findings = (
        finding("ZI503", Level.INFO, 12, "I.1.b", message="Bukti menyebut tahun 2024.", reason="Sudah disepakati."),
        finding("ZI601", Level.GALAT, 12, "I.1.a"),
        finding("ZI001", Level.GALAT, None, message="Pesan " + "panjang " * 12 + "sekali."),
        finding("ZI601", Level.GALAT, 13, "I.1.b", message="Pesan lain."),
    )
    assert said(findings) == [
        "rencana.xlsx · lembar 'Rencana Aksi': 3 galat, 0 peringatan, 1 info",
        "",
        "GALAT (3): angkanya tidak dapat dipercaya sebelum ini diperbaiki",
        "  ZI601  Target waktu kosong (2)",
        "    F12 I.1.a      Pesan.",
        "    F13 I.1.b      Pesan lain.",
        "  (lembar)       ZI001  Pesan panjang panjang panjang panjang panjang panjang panjang panjang",
        "    panjang panjang panjang panjang sekali.",
        "    Saran untuk 2 aturan di atas: Saran.",
        "",
        "INFO (1): untuk diketahui",
        "  F12 I.1.b      ZI503  Bukti menyebut tahun 2024.",
        "    Diubah oleh pengaturan: Sudah disepakati.",
        "    Saran: Saran.",
        "",
        HINT + "ZI601",
    ]


def test_each_says_what_to_do_where_that_differs():
    """The suggestions of one rule may differ: then none is left out."""
    lines = said([finding("ZI903", Level.GALAT, row, suggestion=f"Saran {row}.") for row in (10, 11)])
    assert lines[3:] == [
        "  ZI903  Indikator yang ditetapkan tidak ada (2)",
        "    F10            Pesan.",
        "      Saran: Saran 10.",
        "    F11            Pesan.",
        "      Saran: Saran 11.",
        "",
        HINT + "ZI903",
    ]


def test_forty_findings():
    """A summary, most frequent first within a level; then the first ones, whole, and how many are left."""
    findings = [
        *blanks(30),
        *[finding("ZI001", Level.GALAT, None)],
        *[finding("ZI804", Level.PERINGATAN, 50 + at, message="Tanpa tautan.") for at in range(9)],
    ]
    lines = said(findings)
    assert len(lines) == SCREEN
    assert lines[:11] == [
        "rencana.xlsx · lembar 'Rencana Aksi': 31 galat, 9 peringatan, 0 info",
        "",
        "  Tingkat     Aturan  Jumlah  Isi dan tempat pertamanya",
        "  galat       ZI601       30  Target waktu kosong: F10, F11, F12, … (30 sel)",
        "  galat       ZI001        1  Kolom INDIKATOR atau TARGET WAKTU tidak ditemukan",
        "  peringatan  ZI804        9  Selesai tanpa tautan bukti: F50, F51, F52, … (9 sel)",
        "",
        "GALAT (31): angkanya tidak dapat dipercaya sebelum ini diperbaiki",
        "  ZI601  Target waktu kosong (30)",
        "    F10 I.0.a      Target waktu I.0.a kosong.",
        "    F11 I.1.a      Target waktu I.1.a kosong.",
    ]
    assert lines[-4:] == ["  … dan 30 temuan lain", "", NARROW_DOWN, HINT + "ZI601"]


@pytest.mark.slow
def test_one_rule_on_two_thousand_rows():
    """Still one screen; `--rinci` gives them all, the summary first."""
    findings = blanks(2000)
    lines = said(findings)
    assert len(lines) == SCREEN
    assert lines[3] == "  galat       ZI601     2000  Target waktu kosong: F10, F11, F12, … (2000 sel)"
    every = said(findings, every=True)
    assert every[:4] == lines[:4]
    assert sum(line.endswith("kosong.") for line in every) == 2000
    assert NARROW_DOWN not in every


def test_many_rules():
    """The summary is cut too: the gravest and most frequent stay, the rest is counted."""
    findings = [finding(rule.code, Level.INFO, 10) for rule in ALL[:30]] + blanks(2)
    lines = said(findings)
    assert len(lines) <= SCREEN
    assert lines[3].startswith("  galat       ZI601        2")
    assert "  dan 22 aturan lain: 22 temuan" in lines


def test_what_settings_keep_back_is_in_the_summary():
    """With the reason; also a changed level."""
    findings = [
        *blanks(30),
        finding("ZI804", Level.INFO, 10, silenced=7, reason="Bukti dikumpulkan akhir tahun"),
        finding("ZI503", Level.INFO, 11, reason="Laporan tahun lalu memang dipakai"),
    ]
    assert said(findings)[4:8] == [
        "  info        ZI804        1  7 temuan tidak ditampilkan: Selesai tanpa tautan bukti",
        "                              Diubah oleh pengaturan: Bukti dikumpulkan akhir tahun",
        "  info        ZI503        1  Bukti fisik menyebut tahun lain: F11",
        "                              Diubah oleh pengaturan: Laporan tahun lalu memang dipakai",
    ]


@pytest.mark.parametrize(
    ("selection", "codes"),
    [
        (Selection(), {"ZI601", "ZI503", "ZI605"}),
        (Selection(Level.PERINGATAN), {"ZI601", "ZI503"}),
        (Selection(Level.GALAT), {"ZI601"}),
        (Selection(codes=("ZI503", "ZI605")), {"ZI503", "ZI605"}),
        (Selection(kodes=("II",)), {"ZI503", "ZI605"}),
        (Selection(kodes=("I.1.a", "II.1.b")), {"ZI601", "ZI503"}),
        (Selection(kodes=(" i.1.A", "ii.1.b")), {"ZI601", "ZI503"}),
        (Selection(kodes=("I",), codes=("ZI601",)), {"ZI601"}),
        (Selection(Level.GALAT, kodes=("II",)), set()),
        (Selection(kodes=("I.1.ab",)), set()),
    ],
    ids=lambda value: str(value) if isinstance(value, Selection) else "-".join(sorted(value)),
)
def test_narrowed(selection, codes):
    """By level and graver, rule, kode; one that stands for many by each of them. The counts are of all."""
    findings = [
        finding("ZI601", Level.GALAT, 10, "I.1.a"),
        finding("ZI503", Level.PERINGATAN, 11, "II.1.b"),
        finding("ZI605", Level.INFO, 12, "III.1.a", also=(("F20", "II.3.a"),)),
    ]
    lines = said(findings, selection=selection)
    assert {code for code in TITLES if any(code in line for line in lines[1:-1])} == codes
    assert "1 galat, 1 peringatan, 1 info" in lines[0]
    assert ("ditampilkan" in lines[0]) == (len(codes) < 3)
    assert ("Tidak ada temuan yang cocok dengan pilihan ini." in lines) == (not codes)


CODES = st.sampled_from([rule.code for rule in ALL])
FINDINGS = st.lists(
    st.builds(
        finding,
        CODES,
        st.sampled_from(Level),
        st.none() | st.integers(1, 9999),
        st.sampled_from([None, "I", "II.3", "VI.12.ab"]),
        message=st.text(max_size=300),
        suggestion=st.sampled_from(["", "Saran.", "Saran lain yang panjang. " * 8]),
        reason=st.none() | st.text(min_size=1, max_size=120),
    ),
    max_size=60,
)


@given(findings=FINDINGS, columns=st.integers(1, 250))
@pytest.mark.slow
def test_whatever_is_found_fits_on_one_screen(findings, columns, monkeypatch):
    """At any width that holds words, without `--rinci`; and no line is longer than the terminal."""
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = said(findings)
    assert len(lines) <= SCREEN
    words = [word for each in findings for word in f"{each.message} {each.reason or ''}".split()]
    if max(map(len, words), default=0) < 20:
        assert all(len(line) <= max(columns, 40) for line in lines)
    assert not any("\n" in line or "\x1b" in line for line in lines)


@given(findings=FINDINGS)
@pytest.mark.slow
def test_nothing_is_left_out_of_all(findings):
    """`--rinci`: each finding is there with its cell, in the order of the places within its rule."""
    lines = said(findings, every=True)
    assert sum(line.strip().startswith(("F", "(lembar)")) for line in lines) >= len(findings)
    for each in findings:
        assert any((each.place.ref or "(lembar)") in line for line in lines)


def test_a_name_or_a_text_with_control_characters():
    """No line break, and nothing that a terminal would obey."""
    bad = [finding("ZI601", Level.GALAT, 10, message="Isi \x1b[2J “a\x07b”.")]
    result = ValidasiResult(Path("a\nb\x1b[31m.xlsx"), PLAN, tuple(bad))
    lines = [click.unstyle(line) for line in validasi_lines(result, TITLES)]
    assert lines[0].startswith("a?b?[31m.xlsx · lembar")
    assert lines[3] == "  F10            ZI601  Isi ?[2J “a?b”."


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 200])
def test_the_template_is_one_screen(template, columns, monkeypatch):
    """The decree's own slips: a line each, what to do only once."""
    monkeypatch.setenv("COLUMNS", str(columns))
    result = validasi(template, per=date(2025, 11, 20))
    lines = [click.unstyle(line) for line in validasi_lines(result, TITLES)]
    assert len(lines) <= SCREEN
    assert all(any(each.code in line for line in lines) for each in result.findings)
    every = [click.unstyle(line) for line in validasi_lines(result, TITLES, every=True)]
    assert sum("Saran" in line for line in every) == 1


@pytest.mark.slow
def test_a_windows_console(zi_excel, book):
    """A redirected cp1252 console: every line can be printed, and the signs that it lacks have plain ones."""
    done = zi_excel("validasi", book, "--per", "2025-11-20", encoding="cp1252")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.decode("cp1252").splitlines()) <= SCREEN


@pytest.fixture
def office_file(tmp_path):
    """A matrix with a target that can't be read."""
    return write_office(tmp_path / "kantor.xlsx")


class TestCommand:
    """The options on the command line."""

    def test_narrowing_changes_what_is_shown_and_not_the_exit_code(self, zi_excel, book):
        """ZI801 would be a galat; the template has only infos."""
        done = zi_excel("validasi", book, "--tingkat", "galat")
        assert done.returncode == 0
        assert "Tidak ada temuan yang cocok dengan pilihan ini." in done.stdout.decode()
        shown = zi_excel("validasi", book, "--aturan", "zi103", "--kode", "I").stdout.decode()
        assert "ZI103" in shown
        assert "(ditampilkan 1)" in shown

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--tingkat", "berat"],
            ["--aturan", "ZI999"],
            ["--rinci", "--format", "json"],
            ["--kode", "I", "--format", "json"],
            ["--diam", "--format", "json"],
        ],
        ids=" ".join,
    )
    def test_wrong_usage(self, zi_excel, book, arguments):
        """Exit 2, one sentence, nothing printed."""
        done = zi_excel("validasi", book, *arguments)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode().startswith("zi-excel: ")

    def test_diam_leaves_the_answer_to_the_exit_code(self, book, office_file, capsys):
        """For a scheduler: 0 without a galat, 1 with one, and not a word; a failure is said all the same."""
        assert run(["validasi", str(book), "--diam"]) == 0
        assert run(["validasi", str(office_file), "--diam"]) == 1
        assert capsys.readouterr() == ("", "")
        assert run(["validasi", str(book.with_name("tidak ada.xlsx")), "--diam"]) == 3
        out, err = capsys.readouterr()
        assert (out, len(err.splitlines())) == ("", 1)

"""From tokens to what a text says: each step reads what starts at the next token."""

import pytest

from zi_excel.plan.target_waktu.elements import Every, time_text
from zi_excel.plan.target_waktu.phrases import phrases
from zi_excel.plan.target_waktu.tokens import tokens


def read(text):
    """What a text says."""
    return phrases(tokens(text), 2025)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Maret, Juni", ["Maret", "Juni"]),
        ("TW I, II dan III 2025", ["triwulan I", "triwulan II", "triwulan III 2025"]),
        ("B03-B06-B09", ["B03 – B09"]),
        ("Januari ke Desember", ["Januari – Desember"]),
        ("antara Maret dan Juni", ["Maret – Juni"]),
        ("akhir tahun 2025", ["Desember 2025"]),
        ("minggu ke-2 Maret", ["minggu II Maret"]),
        ("setiap bulan", []),
    ],
)
def test_the_times_of_a_text(text, times):
    """In its order, ranges as one."""
    assert [time_text(time) for time in read(text).times] == times


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("laporan Maret", ["laporan"]),
        ("2 dokumen pada Maret", ["2 dokumen"]),
        ("rapat bulanan", ["rapat bulanan"]),
        ("paling lambat Maret", ["paling", "lambat"]),
        ("pada bulan Maret", []),
        ("minggu ke-2 Maret", []),
    ],
)
def test_the_words_that_are_no_time(text, prose):
    """A number beside a word counts something; what adds nothing is no remark."""
    assert [" ".join(token.text for token in words) for words in read(text).prose] == prose


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Maret, desmber", "bulan “desmber” tidak dikenal; mungkin Desember"),
        ("Maret dan bulan berikutnya", "“berikutnya” tidak menyebut bulannya"),
        ("minggu II", "“minggu II” tidak menyebut bulannya"),
        ("Januari s.d. selesai", "tidak menyebut akhirnya, hanya “selesai”"),
    ],
)
def test_what_makes_a_text_unreadable(text, problem):
    """Whatever else it says."""
    assert read(text).problems[0] == problem


def test_what_is_said_beside_the_times():
    """What recurs, what is due when it happens, words of a realisasi and of a target."""
    assert read("setiap bulan paling lambat tanggal 10").every == (Every(1, on_days=(10,)),)
    assert read("jika ada").whenever
    assert read("sepanjang tahun").this_year
    assert read("tercapai Maret").done
    assert read("harus selesai Maret").aim
    assert [token.text for token in read("Maret, 7").left] == ["7"]
    assert read("triwulan").vague == "tidak menyebut triwulan yang mana"


def test_nothing_of_one_reading_is_left_in_the_next():
    """A text read twice, with another one between, says the same."""
    first = read("Maret (TW I), laporan")
    read("Juni s.d. selesai")
    assert read("Maret (TW I), laporan") == first

"""Target waktu: what holds for any text, and that what is written in a known way is read back."""

import os
from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zi_excel.plan.jadwal import Jenis, month_end
from zi_excel.plan.target_waktu import read_target_waktu, years_in_target
from zi_excel.plan.target_waktu.elements import Unreadable
from zi_excel.plan.target_waktu.phrases import phrases
from zi_excel.plan.target_waktu.schedule import schedule
from zi_excel.plan.target_waktu.tokens import tokens
from zi_excel.plan.target_waktu.words import MONTH_WORDS, Kind
from zi_excel.wording import MONTHS

RECURRING = (
    "setiap tiap per kali sekali bulan triwulan tw semester tahun minggu hari tahunan bulanan setahun i ii iii iv"
)
LINKS = "s.d. s/d - – sampai hingga mulai sebelum antara dengan dan atau , ; / ( ) . ... ' \n [ ] ke- -\n"
REST = "jika ada insidentil sesuai kebutuhan awal akhir sepanjang selesai tercapai laporan rapat desmber tanggal"
BESIDE = "ke untuk semula menjadi diundur"
NUMBERS = "1 5 31 32 0 2024 2025 9999 % 75% 1. a. • ke-3 b03 b13 31/03/2025 2025-03-31 03/2025 '25"
WORDS = [*MONTH_WORDS, *f"{RECURRING} {LINKS} {REST} {BESIDE} {NUMBERS}".split(" ")]
soup = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["", " "])), max_size=15).map(
    lambda pieces: "".join(word + gap for word, gap in pieces)
)


@given(text=st.one_of(st.text(), soup), year=st.integers(1, 9999))
def test_any_text_is_a_jadwal_or_a_problem(text, year):
    """Never both, never an exception; tonggak are sorted, distinct, and lie within the jadwal."""
    target = read_target_waktu(text, year=year)
    assert (target.jadwal is None) == bool(target.problem)
    assert "\n" not in (target.problem or "")
    if target.jadwal:
        days = target.jadwal.tonggak
        assert list(days) == sorted(set(days))
        assert all(target.jadwal.first <= day <= target.jadwal.last for day in days)
        assert (not days) == (target.jadwal.jenis is Jenis.SEWAKTU)
        assert all(note and "\n" not in note for note in target.notes)
    assert all(isinstance(each, int) for each in years_in_target(text))


@given(st.floats() | st.dates() | st.booleans() | st.none(), st.booleans())
def test_any_cell_is_a_jadwal_or_a_problem(content, day_shown):
    """A typed cell gives no exception either."""
    target = read_target_waktu(content, year=2025, day_shown=day_shown)
    assert (target.jadwal is None) == bool(target.problem)


NAMES: dict[int, list[str]] = {}
for _word, _number in MONTH_WORDS.items():
    NAMES.setdefault(_number, []).append(_word)

cases = st.sampled_from([str.lower, str.upper, str.capitalize])
years = st.integers(1990, 2100)
months = st.integers(1, 12)


@st.composite
def spelled(draw, number):
    """A month in any spelling and capitals, perhaps with a dot."""
    return draw(cases)(draw(st.sampled_from(NAMES[number]))) + draw(st.sampled_from(["", "."]))


@st.composite
def month_lists(draw):
    """A list of months as somebody may write it, with the year once or each time."""
    year, chosen = draw(years), sorted(draw(st.sets(months, min_size=2)))
    each = draw(st.booleans())
    *head, last = [draw(spelled(number)) + (f" {year}" if each else "") for number in chosen]
    comma = draw(st.sampled_from([", ", ",", "\n", "; ", " ,\u00a0"]))
    final = draw(st.sampled_from([comma, " dan ", " & ", ", dan "]))
    return year, chosen, comma.join(head) + final + last + ("" if each else f" {year}")


@given(month_lists())
def test_a_written_list_is_read_back(case):
    """Whatever the spelling, the capitals, the separators and the place of the year."""
    year, chosen, text = case
    jadwal = read_target_waktu(text, year=2025).jadwal
    assert jadwal
    assert (jadwal.jenis, jadwal.tonggak) == (Jenis.DAFTAR, tuple(month_end(year, number) for number in chosen))


@given(data=st.data(), year=years, one=months, other=months, twice=st.booleans())
def test_a_written_range_is_read_back(data, year, one, other, twice):
    """A second month before the first crosses the year; the year written last is the last month's."""
    link = data.draw(
        st.sampled_from(
            ["-", " – ", "—", " s/d ", " s.d. ", " S.D ", " sd ", " sampai ", " sampai dengan ", " hingga "]
        )
    )
    crosses = other < one
    first_year = f" {year - crosses}" if twice else ""
    text = f"{data.draw(spelled(one))}{first_year}{link}{data.draw(spelled(other))} {year}"
    jadwal = read_target_waktu(text, year=2025).jadwal
    assert jadwal
    expected = (Jenis.RENTANG, date(year - crosses, one, 1), month_end(year, other))
    assert (jadwal.jenis, jadwal.first, jadwal.last) == expected
    assert jadwal.tonggak == (jadwal.last,)


@given(data=st.data(), day=st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_a_written_day_is_read_back(data, day):
    """In words or in numbers, day first."""
    words = f"{day.day} {data.draw(spelled(day.month))} {day.year}"
    forms = [
        words,
        f"{day:%d/%m/%Y}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d-%m-%Y}",
        f"{day:%d.%m.%Y}",
        day.isoformat(),
    ]
    target = read_target_waktu(data.draw(st.sampled_from(forms)), year=2025)
    assert target.jadwal
    assert (target.jadwal.jenis, target.jadwal.tonggak, target.notes) == (Jenis.TANGGAL, (day,), ())


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "1",
        "-",
        "Maret ",
        "Maret, ",
        "1, ",
        "1-",
        "(",
        "\n- ",
        "1. a ",
        "tw i-iv ",
        "setiap ",
        "sampai ",
        "2025 ",
    ],
)
@pytest.mark.parametrize("length", [3_900, 100_000])
def test_a_huge_text_is_fast(piece, length):
    """A cell can hold anything; no text takes noticeably long."""
    text = piece * (length // len(piece))
    start = perf_counter()
    read_target_waktu(text, year=2025)
    years_in_target(text)
    assert perf_counter() - start < 2


# --- everything is accounted for: `ZI_EXCEL_EXAMPLES=200000` for the long run

LONG = settings(max_examples=int(os.environ.get("ZI_EXCEL_EXAMPLES", "150")))
TIMES = (
    *("Maret 2025", "31 Maret 2025", "TW I 2025", "Triwulan 3/2025", "Semester II", "Januari - Juni 2025", "B06"),
    *("Maret, Juni, September 2025", "setiap bulan", "setiap Senin", "Minggu II Maret 2025", "tahun 2025"),
    *("setiap tanggal 1 dan 15", "triwulan 1 kali", "1/2 s.d. 31/3/2025", "IX/2025", "bulan ke-3"),
)
HARMLESS = ("laporan", "rapat", "oleh tim", "2 dokumen", "dokumen pendukung", "rapat ke-2")
BEARING = ("7", "II", "ke-3", "triwulan", "semester", "Selasa", "2024", "TW", "hari", "April 2024", "tahun")


def shown_jadwal(text):
    """The jadwal of a text of 2025."""
    return read_target_waktu(text, year=2025).jadwal


@LONG
@given(
    time=st.sampled_from(TIMES),
    words=st.lists(st.sampled_from(HARMLESS), min_size=1, max_size=4),
    places=st.lists(st.booleans(), min_size=4, max_size=4),
    shuffled=st.randoms(use_true_random=False),
)
def test_permuting_harmless_prose_changes_nothing(time, words, places, shuffled):
    """One time with words before and behind it is that time, whatever their order, with a remark."""
    alone = shown_jadwal(time)
    for _ in range(2):
        before = [word for word, first in zip(words, places, strict=False) if first]
        behind = [word for word, first in zip(words, places, strict=False) if not first]
        target = read_target_waktu(", ".join([" ".join([*before, time]), *behind]), year=2025)
        assert target.jadwal == alone
        assert target.notes
        shuffled.shuffle(words)


pieces = st.tuples(st.sampled_from([*TIMES, *HARMLESS, *BEARING]), st.sampled_from([" ", ", ", "\n"]))
sentences = st.lists(pieces, min_size=1, max_size=5).map(lambda parts: "".join(word + gap for word, gap in parts))


@LONG
@given(text=sentences)
def test_a_dropped_word_is_nothing_that_a_time_depends_on(text):
    """Whatever is told as prose can go: the jadwal stays. Words that say what kind of text it is may not."""
    cut = tokens(text)
    target = read_target_waktu(text, year=2025)
    if target.jadwal is None:
        return
    read = phrases(cut, 2025)
    assert not read.left
    for group in read.prose:
        if group == read.always or any(token.kind is not Kind.WORD for token in group):
            continue
        rest = tuple(token for token in cut if not any(token is dropped for dropped in group))
        if not rest or len(rest) == len(cut):
            continue
        try:
            again = schedule(phrases(rest, 2025), 2025).jadwal
        except Unreadable:
            continue  # strictness: a word parted what is now side by side
        assert again == target.jadwal


@LONG
@given(time=st.sampled_from(TIMES[:2]), left=st.sampled_from(BEARING), first=st.booleans())
def test_what_could_be_a_time_is_never_prose(time, left, first):
    """Before or behind a time, it changes what is read or makes the text unreadable; it is never dropped."""
    text = f"{left}; {time}" if first else f"{time}; {left}"
    target = read_target_waktu(text, year=2025)
    assert target.jadwal is None or target.jadwal != shown_jadwal(time)


@LONG
@given(quarter=st.integers(1, 4), year=years, times=st.sampled_from([1, 3]))
def test_a_text_and_its_more_explicit_form_mean_the_same(quarter, year, times):
    """Tonggak of a number and a year, of numeral and year, of the months; of a rate either way round."""
    roman = ("I", "II", "III", "IV")[quarter - 1]
    first, last = MONTHS[quarter * 3 - 3], MONTHS[quarter * 3 - 1]
    forms = [
        f"TW {quarter}/{year}",
        f"Triwulan {roman} {year}",
        f"triwulan ke-{quarter} {year}",
        f"{first} - {last} {year}",
    ]
    assert len({shown_jadwal(form).tonggak for form in forms}) == 1
    assert shown_jadwal(f"{times} kali per triwulan") == shown_jadwal(f"triwulan {times} kali")
    assert shown_jadwal(f"{last} {year} (TW {roman})") == shown_jadwal(f"{last} {year}")

"""Target waktu: what holds for any text, and that what is written in a known way is read back."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from target_words import month_lists, months, soup, spelled, years

from zi_excel.plan.jadwal import Jenis, month_end
from zi_excel.plan.target_waktu import read_target_waktu, years_in_target


@given(text=st.one_of(st.text(), soup), year=st.integers(1, 9999))
@pytest.mark.slow
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


@given(month_lists())
@pytest.mark.slow
def test_a_written_list_is_read_back(case):
    """Whatever the spelling, the capitals, the separators and the place of the year."""
    year, chosen, text = case
    jadwal = read_target_waktu(text, year=2025).jadwal
    assert jadwal
    assert (jadwal.jenis, jadwal.tonggak) == (Jenis.DAFTAR, tuple(month_end(year, number) for number in chosen))


@given(data=st.data(), year=years, one=months, other=months, twice=st.booleans())
@pytest.mark.slow
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
@pytest.mark.slow
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

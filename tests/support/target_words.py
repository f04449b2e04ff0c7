"""Words of targets for properties: any of them in any order, and lists of months as somebody may write them."""

from hypothesis import strategies as st

from zi_excel.plan.target_waktu.words import MONTH_WORDS

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

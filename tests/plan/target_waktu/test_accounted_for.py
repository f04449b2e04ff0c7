"""Target waktu: nothing that could be a time is dropped, whatever the text (`ZI_EXCEL_EXAMPLES=200000`: the long run).

Each example is one string of bytes that picks words: far cheaper to draw than a list of them.
"""

import os
import random
from datetime import date

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from zi_excel.plan.target_waktu import read_target_waktu
from zi_excel.plan.target_waktu.elements import Unreadable
from zi_excel.plan.target_waktu.phrases import phrases
from zi_excel.plan.target_waktu.schedule import schedule
from zi_excel.plan.target_waktu.tokens import tokens
from zi_excel.plan.target_waktu.words import MONTH_WORDS, WEEKDAYS, Kind
from zi_excel.wording import MONTHS

EXAMPLES = int(os.environ.get("ZI_EXCEL_EXAMPLES", "200"))
LONG = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=[Phase.generate] if EXAMPLES > 1000 else [Phase.generate, Phase.shrink],
)
picks = st.binary(min_size=16, max_size=16).map(random.Random)

SPELLED = sorted(MONTH_WORDS)
ROMAN = ("I", "II", "III", "IV")
TIMES = (
    *("31 Maret 2025", "Triwulan 3/2025", "Semester II", "Januari - Juni 2025", "B06", "Maret, Juni, September 2025"),
    *("setiap bulan", "setiap Senin", "Minggu II Maret 2025", "tahun 2025", "setiap tanggal 1 dan 15"),
    *("triwulan 1 kali", "1/2 s.d. 31/3/2025", "IX/2025", "bulan ke-3", "3 s.d. 6/2025", "4 kali (setiap triwulan)"),
)
HARMLESS = ("laporan", "rapat", "oleh tim", "2 dokumen", "dokumen pendukung", "rapat ke-2", "100 orang", "draf", "SK")
LEFT = ("triwulan", "semester", "TW", "hari", "tahun", "bulanan", "April 2024", "31/12/2024", "ke-3")
LINKS = (
    ", ",
    " ",
    "\n",
    " - ",
    " – ",
    "-",
    " s.d. ",
    " dan ",
    "/",
    "; ",
    " & ",
    " (",
    ") ",
    ". ",
    ": ",
    " sampai ",
    ",-",
)
RECURRING = "setiap tiap per kali sekali bulan triwulan tw semester tahun minggu hari tahunan bulanan setahun selama"
NUMBERS = "i ii iii iv ix 1 5 31 32 0 2024 2025 ke-3 ke b03 31/03/2025 03/2025 '25 12 2x pertama kedua senin jumat"
REST = """jika ada kebutuhan sesuai awal akhir sepanjang selesai laporan rapat tanggal semula menjadi mulai antara untuk
dokumen orang atau dan hingga sebelum berkelanjutan berjalan > ? = ... pukul 10.00"""
VOCABULARY = (
    *SPELLED,
    *RECURRING.split(),
    *NUMBERS.split(),
    *REST.split(),
)


def a_month(pick):
    """A month in some spelling, perhaps with its year."""
    return pick.choice(SPELLED).capitalize() + pick.choice(["", " 2025", " 2025", "-2025", "/2025", " tahun 2025"])


def a_time(pick):
    """One of the known forms, or one with a month, a day or a period of its own."""
    form = pick.randrange(6)
    if form == 0:
        return a_month(pick)
    if form == 1:
        return f"{pick.randint(1, 28)} {a_month(pick)}"
    if form == 2:
        return f"{pick.choice(['TW', 'Triwulan', 'tw.'])} {pick.choice([*ROMAN, '1', '2', '3', '4'])}"
    return pick.choice(TIMES)


def a_leftover(pick):
    """A word or number that could be a part of a time."""
    form = pick.randrange(4)
    if form == 0:
        return str(pick.choice([*range(31), *range(32, 100)]))
    if form == 1:
        return pick.choice([*ROMAN, *WEEKDAYS[:6]])
    return str(pick.choice([2023, 2024, 2026])) if form == 2 else pick.choice(LEFT)


def a_sentence(pick):
    """Times, words and leftovers, one after the other; every other one is a soup of the whole vocabulary."""
    if pick.random() < 0.5:
        pieces = [pick.choice(VOCABULARY) for _ in range(pick.randint(2, 9))]
        return "".join(piece + pick.choice(LINKS if pick.random() < 0.4 else [" ", ""]) for piece in pieces)
    makers = [a_time, a_time, a_leftover, lambda each: each.choice(HARMLESS)]
    return "".join(pick.choice(makers)(pick) + pick.choice(LINKS) for _ in range(pick.randint(1, 5)))


def shown_jadwal(text):
    """The jadwal of a text of 2025."""
    return read_target_waktu(text, year=2025).jadwal


@LONG
@given(picks)
@pytest.mark.slow
def test_permuting_harmless_prose_changes_nothing(pick):
    """One time with words before and behind it is that time, whatever their order, with a remark."""
    time, words = a_time(pick), [pick.choice(HARMLESS) for _ in range(pick.randint(1, 4))]
    alone = shown_jadwal(time)
    for _ in range(2):
        place = pick.randint(0, len(words))
        target = read_target_waktu(", ".join([" ".join([*words[:place], time]), *words[place:]]), year=2025)
        assert target.jadwal == alone, (time, words, place)
        assert target.notes or alone is None
        pick.shuffle(words)


def without(cut, group):
    """The other tokens, but for what goes with a word: the dash of `Rapat - Maret`, "ke" and "per" of `ke rapat`."""
    kept, after_gone = [], False
    for at in range(len(cut) - 1, -1, -1):
        token = cut[at]
        leads = token.says("ke") or token.kind is Kind.EVERY
        dashed = token.kind is Kind.DASH and at and any(cut[at - 1] is dropped for dropped in group)
        after_gone = any(token is dropped for dropped in group) or (leads and after_gone)
        if not (after_gone or dashed):
            kept.append(token)
    return tuple(reversed(kept))


def describes(cut, group):
    """Whether an adverb stands behind the words, which goes with them: `rapat bulanan`."""
    return any(
        token.kind is Kind.ADVERB and any(cut[at - back] is dropped for back in (1, 2) for dropped in group)
        for at, token in enumerate(cut)
    )


def counted_beside(prose, group):
    """Whether another group counts a thing: its number is judged by its neighbours, as in `rapat 1/laporan`."""
    return any(token.kind is not Kind.WORD for other in prose if other is not group for token in other)


@LONG
@given(picks)
@pytest.mark.slow
def test_a_dropped_word_is_nothing_that_a_time_depends_on(pick):
    """Whatever is told as prose can go: the jadwal stays. Words that say what kind of text it is may not."""
    text = a_sentence(pick)
    cut = tokens(text)
    target = read_target_waktu(text, year=2025)
    if target.jadwal is None:
        return
    read = phrases(cut, 2025)
    assert not read.left
    for group in read.prose:
        words = all(token.kind is Kind.WORD and not token.says("ke") for token in group)
        if not words or group == read.always or describes(cut, group) or counted_beside(read.prose, group):
            continue
        rest = without(cut, group)
        if not rest or len(rest) == len(cut):
            continue
        try:
            again = schedule(phrases(rest, 2025), 2025).jadwal
        except Unreadable:
            continue  # strictness: a word parted what is now side by side
        assert again[1:] == target.jadwal[1:], repr((text, group))  # of one month a range is that month


@LONG
@given(picks)
@pytest.mark.slow
def test_what_could_be_a_time_is_never_prose(pick):
    """Before or behind a time, with words or not, it changes what is read or makes it unreadable; it never goes."""
    time, left = (
        pick.choice([f"{pick.choice(MONTHS)} 2025", f"31 {pick.choice(MONTHS[::2][:4])} 2025"]),
        a_leftover(pick),
    )
    left = "triwulan" if left in WEEKDAYS and time.startswith("31") else left  # it may be that day's
    words = [pick.choice(HARMLESS)] if pick.random() < 0.3 else []
    parts = [left, *words, time] if pick.random() < 0.5 else [time, *words, left]
    text = pick.choice(["; ", ", "] if words else ["; ", "\n", ", "]).join(parts)  # "69\nSK" counts SK
    jadwal = shown_jadwal(text)
    assert jadwal is None or jadwal != shown_jadwal(time), text


def test_arrows_before_lines_are_bullets():
    """As dashes are; between two times an arrow is a range."""
    assert shown_jadwal("→ Maret\n→ Juni") == shown_jadwal("Maret, Juni")
    assert shown_jadwal("Maret → Juni") == shown_jadwal("Maret - Juni")


def test_a_weekday_before_months_is_each_of_them():
    """`Kamis 3 s.d. 6/2025` names no day: it is no Thursday's date that the months could be."""
    assert len(shown_jadwal("Kamis 3 s.d. 6/2025").tonggak) == 17


def a_pair(pick):
    """Two texts of one meaning."""
    quarter, year, month = pick.randint(1, 4), pick.randint(2000, 2099), pick.randint(1, 12)
    roman, name = ROMAN[quarter - 1], MONTHS[month - 1]
    first, last = MONTHS[quarter * 3 - 3], MONTHS[quarter * 3 - 1]
    word = pick.choice(["TW", "Triwulan", "triwulan", "tw.", "Kuartal"])
    times, unit = pick.choice([(1, "bulan"), (1, "triwulan"), (3, "triwulan"), (2, "semester"), (6, "semester")])
    spelled = pick.choice([each for each, number in MONTH_WORDS.items() if number == month])
    day, other = pick.randint(1, 28), MONTHS[pick.randint(month, 12) - 1]
    dash = pick.choice(["-", " - ", "–", " — ", " s.d. ", " s/d ", " sampai dengan ", " hingga ", " → ", " > "])
    return pick.choice(
        [
            (f"{word} {quarter}/{year}", f"{first} - {last} {year}"),
            (f"{word} {quarter}/{year}", f"Triwulan {roman} {year}"),
            (f"{word} ke-{quarter} tahun {year}", f"Triwulan {roman} {year}"),
            (f"{times} kali per {unit}", f"{unit} {times} kali"),
            (f"{last} {year} ({word} {roman})", f"{last} {year}"),
            (f"{spelled} {year}", f"{month:02}/{year}"),
            (f"bulan ke-{month} {year}", f"{name} {year}"),
            (f"bulan {month}/{year}", f"{name} {year}"),
            (f"{day} {spelled} {year}", f"{day}/{month}/{year}"),
            (f"{WEEKDAYS[date(year, month, day).weekday()]}, {day} {name} {year}", f"{year}-{month:02}-{day:02}"),
            (f"{spelled}{dash}{other} {year}", f"{name} {year} s.d. {other} {year}"),
            (f"1 {name}{dash}{day} {name} {year}", f"1-{day} {name} {year}"),
            (f"1/{month}{dash}{day}/{month}/{year}", f"1/{month}/{year} s.d. {day}/{month}/{year}"),
            (f"Minggu {roman} {name} {year}", f"minggu ke-{quarter} bulan {spelled} {year}"),
            (f"setiap tanggal {day}", f"tanggal {day} setiap bulan"),
            (f"setiap {WEEKDAYS[day % 6]}", f"tiap hari {WEEKDAYS[day % 6]}"),
            (f"1 {name} {year} selama 2 bulan", f"{name} {year} selama 2 bulan"),
        ]
    )


@LONG
@given(picks)
@pytest.mark.slow
def test_a_text_and_its_more_explicit_form_mean_the_same(pick):
    """Tonggak of a number and a year, of numeral and year, of the months; of a rate either way round."""
    one, other = a_pair(pick)
    assert shown_jadwal(one), one
    assert shown_jadwal(one).tonggak == shown_jadwal(other).tonggak, (one, other)


@pytest.mark.parametrize(
    "text",
    [
        "Maret, - Juni",
        "Maret -, Juni",
        "februari,ke-3januari,-",
        "Maret /- Juni",
        "Maret, -- Juni 2025",
        "- Maret - Juni",
        "→ Maret → Juni",
        "– TW I – TW III",
        "Agustus rapat\ntanggal - Juni",
    ],
)
def test_a_comma_beside_a_dash_says_neither_a_list_nor_a_range(text):
    """Nobody knows which; of a word between them nothing may depend."""
    assert shown_jadwal(text) is None

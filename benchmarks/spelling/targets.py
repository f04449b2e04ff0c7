"""Target waktu made out of meanings: each form is a way to write a time, with the tonggak the contract gives it."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from types import MappingProxyType

from spelling.surface import (
    DASHES,
    UNCLEAR,
    UNTIL,
    YEAR,
    Form,
    Meaning,
    any_day,
    dated,
    end,
    index,
    joined,
    means,
    month,
    ordinal,
    roman,
)

_UNITS = {
    3: ("Triwulan", "TW", "TW.", "Tw", "Kuartal", "Tri Wulan", "TRIWULAN", "T.W.", "Q"),
    4: ("Caturwulan", "Cawu"),
    6: ("Semester", "Smt", "Smt.", "Sem", "SEMESTER"),
}


def _year(chance: Random) -> tuple[str, int]:
    """How a year follows: mostly the plan's, sometimes unsaid or another one."""
    year = chance.choice([YEAR, YEAR, YEAR, 2024, 2026])
    if year == YEAR and chance.random() < 0.25:
        return "", YEAR
    return chance.choice([f" {year}", f" {year}", f" {year}", f" tahun {year}", f" Th. {year}", f" TA {year}"]), year


def _month(chance: Random) -> tuple[str, Meaning]:
    number = chance.randint(1, 12)
    said, year = _year(chance)
    before = chance.choice(
        [
            "",
            "",
            "",
            "Bulan ",
            "bulan ",
            "pada bulan ",
            "Pada ",
            "paling lambat ",
            "akhir ",
            "selambat-lambatnya bulan ",
        ]
    )
    return f"{before}{month(chance, number)}{said}", means(end(year, number))


def _month_in_digits(chance: Random) -> tuple[str, Meaning]:
    number, year = chance.randint(1, 12), chance.choice([2025, 2026])
    text = chance.choice(
        [
            f"{number:02}/{year}",
            f"{number}/{year}",
            f"{number:02}-{year}",
            f"{year}-{number:02}",
            f"{month(chance, number)}-{year}",
        ]
    )
    return text, means(end(year, number))


def _months(chance: Random) -> tuple[str, Meaning]:
    numbers = sorted(chance.sample(range(1, 13), chance.randint(2, 5)))
    said, year = _year(chance)
    parts = [month(chance, each) for each in numbers]
    if said and chance.random() < 0.3:
        parts = [part + said for part in parts]
        said = ""
    before = chance.choice(["", "", "Bulan "])
    return f"{before}{joined(chance, parts)}{said}", means(*(end(year, each) for each in numbers))


def _months_of_two_years(chance: Random) -> tuple[str, Meaning]:
    own, other = chance.randint(1, 12), chance.randint(1, 12)
    text = f"{month(chance, own)} 2025{chance.choice([', ', ' dan ', chr(10)])}{month(chance, other)} 2026"
    return text, means(end(2025, own), end(2026, other))


def _two_years_at_the_end(chance: Random) -> tuple[str, Meaning]:
    numbers = sorted(chance.sample(range(1, 13), 2))
    parts = " dan ".join(month(chance, each) for each in numbers)
    years = chance.choice(["tahun 2025 dan 2026", "2025 dan 2026", "tahun 2025 dan tahun 2026", "2025, 2026"])
    return f"{parts} {years}", means(*(end(year, each) for year in (2025, 2026) for each in numbers))


def _range(chance: Random) -> tuple[str, Meaning]:
    one, other = sorted(chance.sample(range(1, 13), 2))
    said, year = _year(chance)
    first = month(chance, one)
    if said and chance.random() < 0.3:
        first += f" {year}"
    link = chance.choice([*DASHES, *UNTIL])
    before = chance.choice(["", "", "", "Bulan ", "dari ", "antara ", "mulai "])
    if before == "antara ":
        link = chance.choice([" dan ", " sampai "])
    return f"{before}{first}{link}{month(chance, other)}{said}", means(end(year, other), first=date(year, one, 1))


def _range_across_years(chance: Random) -> tuple[str, Meaning]:
    one, other = chance.randint(7, 12), chance.randint(1, 6)
    link = chance.choice([*DASHES, *UNTIL])
    return (
        f"{month(chance, one)} 2025{link}{month(chance, other)} 2026",
        means(end(2026, other), first=date(2025, one, 1)),
    )


def _range_of_days(chance: Random) -> tuple[str, Meaning]:
    one, other = sorted([any_day(chance), any_day(chance)])
    if one == other:
        return dated(chance, one), means(one)
    link = chance.choice([*DASHES, *UNTIL])
    return f"{dated(chance, one)}{link}{dated(chance, other)}", means(other, first=one)


def _range_of_days_with_one_year(chance: Random) -> tuple[str, Meaning]:
    one, other = sorted([any_day(chance), any_day(chance)])
    if one.month == other.month:
        return dated(chance, one), means(one)
    link = chance.choice([*UNTIL, " - ", " – "])
    text = chance.choice(
        [
            f"{one.day} {month(chance, one.month)}{link}{other.day} {month(chance, other.month)} {YEAR}",
            f"{one:%d/%m}{chance.choice(UNTIL)}{other:%d/%m/%Y}",
            f"{one.day}/{one.month}{chance.choice(UNTIL)}{other.day}/{other.month}/{YEAR}",
        ]
    )
    return text, means(other, first=one)


def _days_of_one_month(chance: Random) -> tuple[str, Meaning]:
    number = chance.randint(1, 12)
    one, other = sorted(chance.sample(range(1, 29), 2))
    days = date(YEAR, number, one), date(YEAR, number, other)
    link = chance.choice(["-", " - ", "–", " s.d. ", " s/d ", " sampai dengan "])
    if chance.random() < 0.5:
        return f"{one}{link}{other} {month(chance, number)} {YEAR}", means(days[1], first=days[0])
    return f"{one}{chance.choice([' dan ', ', ', ' & '])}{other} {month(chance, number)} {YEAR}", means(*days)


def _whole_year(chance: Random) -> tuple[str, Meaning]:
    words = chance.choice(
        ["sepanjang tahun 2025", "Tahun 2025", "2025", "selama tahun 2025", "sepanjang tahun", "Januari - Desember"]
    )
    return words, means(date(YEAR, 12, 31), first=date(YEAR, 1, 1))


def _continuing(chance: Random) -> tuple[str, Meaning]:
    words = ["berkelanjutan", "terus menerus", "sepanjang waktu", "on going", "terus-menerus"]
    return chance.choice(words), means(date(YEAR, 12, 31), first=date(YEAR, 1, 1))


def _day(chance: Random) -> tuple[str, Meaning]:
    day = any_day(chance, chance.choice([2025, 2025, 2026]))
    before = chance.choice(["", "", "", "paling lambat ", "per ", "Pada tanggal ", "selambat-lambatnya "])
    return before + dated(chance, day).removeprefix("tanggal ").removeprefix("tgl "), means(day)


def _unit(chance: Random) -> tuple[int, str]:
    months = chance.choice([3, 3, 3, 6, 6, 4])
    return months, chance.choice(_UNITS[months])


def _period(chance: Random) -> tuple[str, Meaning]:
    months, unit = _unit(chance)
    number = chance.randint(1, 12 // months)
    said, year = _year(chance)
    name = chance.choice([index(chance, number), ordinal(number)])
    glue = "" if unit in {"TW", "Q", "Tw"} and name[0] in "I1234V" and chance.random() < 0.5 else " "
    return f"{unit}{glue}{name}{said}", means(end(year, number * months))


def _number_slash_year(chance: Random) -> tuple[str, Meaning]:
    months, unit = _unit(chance)
    number, year = chance.randint(1, 12 // months), chance.choice([2025, 2025, 2026])
    link = chance.choice(["/", " / ", "-", "/", "."])
    name = chance.choice([str(number), str(number), roman(number)])
    return f"{unit} {name}{link}{year}", means(end(year, number * months))


def _periods(chance: Random) -> tuple[str, Meaning]:
    months = chance.choice([3, 3, 6])
    unit = chance.choice(_UNITS[months])
    numbers = sorted(chance.sample(range(1, 12 // months + 1), chance.randint(2, 12 // months)))
    said, year = _year(chance)
    style = roman if chance.random() < 0.6 else str
    names = [style(each) for each in numbers]
    if chance.random() < 0.4:
        names = [f"{unit} {name}" for name in names]
        text = joined(chance, names)
    else:
        text = f"{unit} {chance.choice([', ', ' dan ', '; ', ' & ', chr(10), ', ']).join(names)}"
    return text + said, means(*(end(year, each * months) for each in numbers))


def _periods_from_to(chance: Random) -> tuple[str, Meaning]:
    months = chance.choice([3, 3, 6])
    unit = chance.choice(_UNITS[months])
    one, other = sorted(chance.sample(range(1, 12 // months + 1), 2))
    said, year = _year(chance)
    again = chance.choice(["", f"{unit} "])
    link = chance.choice(["-", " - ", "–", " – ", *UNTIL])
    numbers = range(one, other + 1)
    return f"{unit} {roman(one)}{link}{again}{roman(other)}{said}", means(*(end(year, n * months) for n in numbers))


def _periods_mixed_one_a_line(chance: Random) -> tuple[str, Meaning]:
    """`TW I` over `II` over `3`."""
    names = [chance.choice([roman(each), str(each)]) for each in range(1, chance.randint(2, 4) + 1)]
    return "TW " + "\n".join(names), means(*(end(YEAR, 3 * each) for each in range(1, len(names) + 1)))


def _measure(chance: Random) -> tuple[str, Meaning]:
    numbers = sorted(chance.sample([3, 6, 9, 12], chance.randint(1, 4)))
    said, year = _year(chance)
    return chance.choice([", ", " ", " dan ", "\n"]).join(f"B{each:02}" for each in numbers) + said, means(
        *(end(year, each) for each in numbers)
    )


def _every(months: int, year: int = YEAR) -> Meaning:
    return means(*(end(year, each) for each in range(months, 13, months)))


_RECURRING = {
    1: (
        "setiap bulan|tiap bulan|bulanan|per bulan|sebulan sekali|1 bulan sekali|setiap bulannya|1 kali sebulan|"
        "12 kali setahun|perbulan|12 kali (setiap bulan)|setiap bulan (12x)"
    ),
    2: "2 bulan sekali|setiap 2 bulan|dwi bulanan|2 bulanan|dua bulan sekali|per 2 bulan|6 kali setahun",
    3: (
        "setiap triwulan|per triwulan|triwulanan|3 bulan sekali|setiap 3 bulan|tiga bulan sekali|4 kali setahun|"
        "1 kali per triwulan|triwulan 1 kali|triwulan (1 kali)|per TW|tiap TW|4x setahun|4 kali per tahun|"
        "4 kali (setiap triwulan)|setiap triwulan (4 kali)|tri bulanan|tribulanan|4x dlm setahun|"
        "1 kali setiap triwulan|sekali setiap triwulan|per triwulan 1 kali|4 (empat) kali setahun"
    ),
    4: "setiap caturwulan|4 bulan sekali|3 kali setahun|per 4 bulan",
    6: (
        "setiap semester|per semester|semesteran|6 bulan sekali|2 kali setahun|dua kali setahun|2x setahun|"
        "setengah tahunan|per setengah tahun|semi tahunan|"
        "1 kali per semester|semester 1 kali|2 (dua) kali dalam setahun|2 kali per tahun|setiap enam bulan"
    ),
    12: "setiap tahun|tahunan|per tahun|setahun sekali|1 kali setahun|1 tahun sekali|sekali setahun",
}
_TIMES_PER_PERIOD = {
    3: "2 kali per semester|semester 2 kali|2 kali setiap semester|per semester 2 kali",
    1: "triwulan 3 kali|3 kali per triwulan|6 kali per semester",
}


def _recurring(chance: Random) -> tuple[str, Meaning]:
    months = chance.choice(list(_RECURRING))
    return chance.choice(_RECURRING[months].split("|")), _every(months)


def _times_per_period(chance: Random) -> tuple[str, Meaning]:
    months = chance.choice(list(_TIMES_PER_PERIOD))
    return chance.choice(_TIMES_PER_PERIOD[months].split("|")), _every(months)


_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu")


def _on_weekdays(*numbers: int) -> Meaning:
    days = (date(YEAR, 1, 1) + timedelta(each) for each in range(365))
    return means(*(day for day in days if day.weekday() in numbers))


def _weekday(chance: Random) -> tuple[str, Meaning]:
    number = chance.randrange(6)
    name = _WEEKDAYS[number]
    before = chance.choice(
        ["Setiap ", "setiap hari ", "Tiap ", "setiap minggu pada hari ", "Setiap hari ", "", "Hari "]
    )
    return before + chance.choice([name, name, "Jum'at" if name == "Jumat" else name]), _on_weekdays(number)


def _two_weekdays(chance: Random) -> tuple[str, Meaning]:
    one, other = sorted(chance.sample(range(6), 2))
    link = chance.choice([" dan ", ", ", " & "])
    before = chance.choice(["Setiap ", "setiap hari ", "Tiap "])
    return f"{before}{_WEEKDAYS[one]}{link}{_WEEKDAYS[other]}", _on_weekdays(one, other)


def _weekday_of_a_month(chance: Random) -> tuple[str, Meaning]:
    number, weekday = chance.randint(1, 12), chance.randrange(6)
    text = f"{chance.choice(['setiap ', 'Setiap hari ', ''])}{_WEEKDAYS[weekday]} {month(chance, number)} {YEAR}"
    days = (date(YEAR, number, day) for day in range(1, monthrange(YEAR, number)[1] + 1))
    return text, means(*(day for day in days if day.weekday() == weekday))


def _week(chance: Random) -> tuple[str, Meaning]:
    number, which = chance.randint(1, 12), chance.randint(1, 4)
    said, year = _year(chance)
    unit = chance.choice(["Minggu", "minggu", "Pekan"])
    name = chance.choice([roman(which), f"ke-{which}", f"ke {which}", ordinal(which), f"ke-{roman(which)}"])
    of = chance.choice([" ", " ", " bulan "])
    last = monthrange(year, number)[1] if which == 4 else 7 * which
    return f"{unit} {name}{of}{month(chance, number)}{said}", means(
        date(year, number, last), first=date(year, number, 7 * which - 6)
    )


def _month_by_ordinal(chance: Random) -> tuple[str, Meaning]:
    number = chance.randint(1, 12)
    said, year = _year(chance)
    text = chance.choice([f"bulan ke-{number}{said}", f"bulan ke {number}{said}", f"Bulan ke - {number}{said}"])
    return text, means(end(year, number))


def _days_of_each_month(chance: Random) -> tuple[str, Meaning]:
    one, other = sorted(chance.sample(range(1, 28), 2))
    each = chance.choice(["setiap bulan", "tiap bulan"])
    if chance.random() < 0.5:
        text = chance.choice([f"tanggal {one} {each}", f"setiap tanggal {one}", f"{each} tanggal {one}"])
        return text, means(*(date(YEAR, number, one) for number in range(1, 13)))
    text = chance.choice([f"tanggal {one} dan {other} {each}", f"setiap tanggal {one} dan {other}"])
    return text, means(*(date(YEAR, number, day) for number in range(1, 13) for day in (one, other)))


def _months_by_number(chance: Random) -> tuple[str, Meaning]:
    """`3, 6, 9/2025`, `1 s.d. 3/2025`: the year stands with the last one."""
    numbers = sorted(chance.sample(range(1, 13), chance.randint(2, 4)))
    if chance.random() < 0.5:
        first, last = numbers[0], numbers[-1]
        link = chance.choice([" s.d. ", "-", " - ", " – ", " sampai "])
        return f"{first}{link}{last:02}/{YEAR}", means(end(YEAR, last), first=date(YEAR, first, 1))
    text = chance.choice([", ", ",", " dan "]).join(map(str, numbers))
    return f"{text}/{YEAR}", means(*(end(YEAR, number) for number in numbers))


def _range_with_an_arrow(chance: Random) -> tuple[str, Meaning]:
    first = chance.randint(1, 11)
    last = chance.randint(first + 1, 12)
    arrow = chance.choice([" → ", " ➔ ", " -> ", " > ", " => ", " » ", "→"])
    text = f"{month(chance, first)}{arrow}{month(chance, last)} {YEAR}"
    return text, means(end(YEAR, last), first=date(YEAR, first, 1))


def _with_a_time_of_day(chance: Random) -> tuple[str, Meaning]:
    day = any_day(chance)
    clock = chance.choice([" pukul 09.00", " pukul 10.30 WIB", ", pkl. 08.00", " jam 13:00", " 08:00"])
    return dated(chance, day) + clock, means(day)


def _a_year_long(chance: Random) -> tuple[str, Meaning]:
    start = chance.randint(2, 12)
    text = f"{month(chance, start)} {YEAR} {chance.choice(['selama setahun', 'selama 1 tahun', 'selama 12 bulan'])}"
    return text, means(end(YEAR + 1, start - 1), first=date(YEAR, start, 1))


def _duration(chance: Random) -> tuple[str, Meaning]:
    start, months = chance.randint(1, 6), chance.randint(1, 6)
    name = month(chance, start)
    text = chance.choice(
        [
            f"{name} {YEAR} selama {months} bulan",
            f"mulai {name} {YEAR} selama {months} bulan",
            f"{months} bulan sejak {name} {YEAR}",
            f"{months} bulan mulai {name} {YEAR}",
            f"{name} {YEAR} ({months} bulan)",
            f"1 {name} {YEAR} selama {months} bulan",
        ]
    )
    return text, means(end(YEAR, start + months - 1), first=date(YEAR, start, 1))


def _annotated(chance: Random) -> tuple[str, Meaning]:
    """In brackets the period in which it lies, or the months of a period."""
    number = chance.randint(1, 12)
    quarter, half = (number + 2) // 3, (number + 5) // 6
    said, year = _year(chance)
    note = chance.choice([f"Triwulan {roman(quarter)}", f"TW {roman(quarter)}", f"Semester {roman(half)}"])
    if chance.random() < 0.5:
        return f"{month(chance, number)}{said} ({note})", means(end(year, number))
    last = 3 * quarter
    months = f"{month(chance, last - 2)}{chance.choice([' - ', ' s.d. ', ' – '])}{month(chance, last)}"
    return f"Triwulan {roman(quarter)} ({months}{said})", means(end(year, last))


def _counted(chance: Random) -> tuple[str, Meaning]:
    """A count beside the time."""
    number = chance.randint(1, 12)
    said, year = _year(chance)
    count = chance.randint(1, 4)
    name = month(chance, number)
    text = chance.choice(
        [
            f"{name}{said} ({count} kali)",
            f"{name}{said} ({count} dokumen)",
            f"{count} dokumen, {name}{said}",
            f"{count} kali ({name}{said})",
            f"{name}{said} : {count} kegiatan",
            f"{count} laporan ({name}{said})",
        ]
    )
    return text, means(end(year, number))


def _in_prose(chance: Random) -> tuple[str, Meaning]:
    text, meaning = chance.choice([_month, _months, _period, _day, _range])(chance)
    before = chance.choice(["Laporan dikirim ", "Rapat ", "dilaksanakan pada ", ""])
    after = chance.choice([" oleh Tim", " (setelah penetapan SK)", " sesuai jadwal", ""])
    return before + text + after, meaning


def _on_call(chance: Random) -> tuple[str, Meaning]:
    words = ["sewaktu-waktu", "insidentil", "jika ada", "setiap ada perubahan", "Insidental", "apabila diperlukan"]
    return chance.choice(words), means()


def _no_time(chance: Random) -> tuple[str, Meaning]:
    """None of these is a clear time."""
    number = chance.randint(1, 12)
    name = month(chance, number)
    other = roman((number + 2) // 3 % 4 + 1)
    texts = [
        "31 Juni 2025",
        "30 Februari 2025",
        f"Triwulan {chance.randint(5, 9)} 2025",
        "Semester III 2025",
        f"{name} 2025 (TW {other})",
        f"Triwulan {name} 2025",
        f"ke-{chance.randint(1, 4)} 2025",
        f"{name} 2025 minggu",
        f"{name} {chance.randint(32, 99)}",
        f"Tercapai {dated(chance, any_day(chance))}",
        f"Triwulan 2025 ({name} atau {month(chance, number % 12 + 1)})",
        "III/2025",
        f"B{chance.randint(13, 40)}",
        "-",
        "menyesuaikan anggaran",
        f"akhir triwulan {name}",
        f"{name} minggu ke-{chance.randint(6, 9)}",
        f"{chance.randint(13, 40)}/2025",
        f"bulan ke-{chance.randint(13, 40)} 2025",
        f"{name}, - {month(chance, number % 12 + 1)} 2025",
        f"{name} -, {month(chance, number % 12 + 1)}",
        f"{name.strip('.')}{month(chance, number % 12 + 1)} 2025",
        f"15 {name}, {month(chance, number % 12 + 1)} 2025",
        f"{name} … {month(chance, number % 12 + 1)} 2025",
        f"31 Desember {YEAR} (1 tahun)",
        f"> {name} {YEAR}",
        f"< 31 {name} {YEAR}",
        "Senin pertama setiap bulan",
        f"setiap bulan ({chance.randint(2, 11)} kali)",
    ]
    return chance.choice(texts), UNCLEAR


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        form.__name__.strip("_").replace("_", " "): form
        for form in (
            _month,
            _month_in_digits,
            _months,
            _months_of_two_years,
            _two_years_at_the_end,
            _range,
            _range_across_years,
            _range_of_days,
            _range_of_days_with_one_year,
            _days_of_one_month,
            _whole_year,
            _continuing,
            _day,
            _period,
            _number_slash_year,
            _periods,
            _periods_from_to,
            _periods_mixed_one_a_line,
            _measure,
            _recurring,
            _times_per_period,
            _weekday,
            _two_weekdays,
            _weekday_of_a_month,
            _week,
            _month_by_ordinal,
            _days_of_each_month,
            _months_by_number,
            _range_with_an_arrow,
            _with_a_time_of_day,
            _a_year_long,
            _duration,
            _annotated,
            _counted,
            _in_prose,
            _on_call,
            _no_time,
        )
    }
)

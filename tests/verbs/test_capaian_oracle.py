"""`capaian --format json` against a calculation of its own, written from the contract (sections 4, 5 and 7) alone.

Nothing of the package's model is used here: the matrix is read by openpyxl, months, status and means are reckoned anew.
Realisasi, TANGGAL SELESAI, links, penanggung jawab and some targets are random; so are the as-of days.
"""

import json
import math
import random
import re
import shutil
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from samples import few_when_quick

from zi_excel.cli import run

BOOKS, DAYS = 21, 10

MONTHS = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
]
STATUSES = ["tidak_valid", "selesai", "terlambat", "perlu_perhatian", "berjalan", "belum_mulai"]
WEIGHTS = {
    "I": [0.5, 1, 1, 1.5],
    "II": [1, 2, 0.5],
    "III": [0.25, 0.5, 1.25, 2, 0.75, 0.25],
    "IV": [2.5, 2.5],
    "V": [1.5, 1.5, 1.5, 1.5, 1.5],
    "VI": [1, 1, 1, 1, 1],
}


def last_day(year: int, month: int) -> date:
    """The day before the first of the next month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def ends(*months: int, year: int = 2025) -> list[date]:
    """The last days of months."""
    return [last_day(year, month) for month in months]


@dataclass
class Target:
    """kind None: unreadable. span: first and last day of a rentang."""

    text: str
    kind: str | None
    tonggak: list[date]
    span: tuple[date, date] | None = None


OTHER_TARGETS = [
    Target("31 Maret 2025", "tanggal", [date(2025, 3, 31)]),
    Target("15/08/2025", "tanggal", [date(2025, 8, 15)]),
    Target("Triwulan II 2025", "periode", ends(6)),
    Target("TW I–IV 2025", "periode", ends(3, 6, 9, 12)),
    Target("B06", "periode", ends(6)),
    Target("setiap bulan", "berkala", ends(*range(1, 13))),
    Target("per triwulan", "berkala", ends(3, 6, 9, 12)),
    Target("2 kali setahun", "berkala", ends(6, 12)),
    Target("sewaktu-waktu", "sewaktu", []),
    Target("Pebruari 2025", "bulan", ends(2)),
    Target("April, Agustus, Desember 2025", "daftar", ends(4, 8, 12)),
    Target("22 April s.d. 3 Mei 2025", "rentang", [date(2025, 5, 3)], (date(2025, 4, 22), date(2025, 5, 3))),
    Target("Maret sampai dengan Juni 2025", "rentang", ends(6), (date(2025, 3, 1), date(2025, 6, 30))),
    Target("November 2025 – Februari 2026", "rentang", ends(2, year=2026), (date(2025, 11, 1), date(2026, 2, 28))),
    Target("sepanjang tahun 2025", "rentang", ends(12), (date(2025, 1, 1), date(2025, 12, 31))),
    Target("-", None, []),
    Target("31 Juni 2025", None, []),
    Target("Tercapai 4 Januari 2025", None, []),
    Target("akan ditentukan kemudian", None, []),
]


def enacted_target(text: str) -> Target:
    """The decree's own spellings: a month, a list of months, a range of months, all of 2025."""
    months = [MONTHS.index(word) + 1 for word in re.findall("|".join(MONTHS), text.lower())]
    assert re.findall(r"\d+", text) == ["2025"], text
    if len(months) == 1:
        return Target(text, "bulan", ends(*months))
    if re.search("[-–]", text):
        first, last = months
        return Target(text, "rentang", ends(last), (date(2025, first, 1), last_day(2025, last)))
    return Target(text, "daftar", ends(*months))


@dataclass
class Row:
    """One indikator as this test wrote it. r None: unreadable."""

    kode: str
    komponen: str
    sub: str
    row: int
    target: Target
    r: float | None = 0.0
    reported: bool = False
    finished: date | None = None
    linked: bool = False
    person: str = ""


@dataclass
class Book:
    """A workbook and what stands in it. names: of komponen and subkomponen, by kode."""

    path: Path
    rows: list[Row]
    names: dict[str, str]


def flat(text: str) -> str:
    """White space apart."""
    return " ".join(text.split())


def make_book(template: Path, path: Path, chance: random.Random) -> Book:
    """Fills a copy of the template at random."""
    shutil.copy(template, path)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Rencana Aksi"]
    header = next(row for row in sheet.iter_rows() if row[0].value == "NO")
    column = {flat(str(cell.value)): cell.column for cell in header if cell.value}
    book = Book(path, [], {})
    several = chance.random() < 0.5
    for merged in [each for each in sheet.merged_cells.ranges if each.min_col == column["PENANGGUNG JAWAB"]]:
        if several and merged.min_row > header[0].row:
            sheet.unmerge_cells(str(merged))
    komponen = sub = person = ""
    for at in range(header[0].row + 2, sheet.max_row + 1):
        no, nama, indikator, _, _, text, team = [cell.value for cell in sheet[at][:7]]
        if nama and not indikator:
            komponen = list(WEIGHTS)[sum("." not in kode for kode in book.names)]
            book.names[komponen] = flat(nama)
            continue
        if not indikator:
            break
        if nama:
            sub = f"{komponen}.{sum(kode.startswith(f'{komponen}.') for kode in book.names) + 1}"
            assert no is None or str(no) == sub.partition(".")[2], at
            book.names[sub] = flat(nama)
        letter = re.match(r"([a-z])\.", indikator)
        target = enacted_target(flat(text))
        if chance.random() < 0.15:
            target = chance.choice(OTHER_TARGETS)
            sheet.cell(at, column["TARGET WAKTU"]).value = target.text
        person = flat(team) if team else person
        book.rows.append(Row(f"{sub}.{letter[1]}" if letter else sub, komponen, sub, at, target, person=person))
        if several:
            book.rows[-1].person = chance.choice(
                ["Tim Manajemen Perubahan", "Sekretaris", "Kasubbag  Umum\ndan Logistik"]
            )
            sheet.cell(at, column["PENANGGUNG JAWAB"]).value = book.rows[-1].person
    fill(book, sheet, column, chance)
    workbook.save(path)
    return book


def fill(book: Book, sheet, column, chance: random.Random) -> None:
    """Random reports in columns 8 to 10."""
    percent = chance.random() < 0.5
    busy = chance.random()  # how much of the year's work is reported
    rows = chance.sample(book.rows, len(book.rows))
    for number, row in enumerate(rows):
        value, shown, row.r, row.reported = (
            report(row, percent, chance) if chance.random() < busy else (None, "0%", 0.0, False)
        )
        if percent and number == 0:  # one bare number above 1 makes all of the column's percent
            value, shown, row.r, row.reported = 75, "General", 0.75, True
        cell = sheet.cell(row.row, column["REALISASI (%)"])
        cell.value, cell.number_format = value, shown
        if chance.random() < 0.4:
            row.finished = date(2025, 1, 1) + timedelta(days=chance.randrange(400))
            sheet.cell(row.row, column["TANGGAL SELESAI"]).value = row.finished
        proof = sheet.cell(row.row, column["TAUTAN BUKTI"])
        kind = chance.randrange(4)
        row.linked = kind in (1, 2)
        if kind == 1:
            proof.value = f"https://contoh.example/{row.kode}"
        elif kind == 2:
            proof.value, proof.hyperlink = "SK Tim", f"https://contoh.example/{row.kode}.pdf"


def report(row: Row, percent: bool, chance: random.Random):
    """A realisasi cell: its value, its format, the share that it is, and that it is reported."""
    points = chance.choice([0, 8, 25, 33, 49, 50, 66, 67, 75, 90, 99, 100, 100, 100])
    kinds = [
        (points / 100, "0%", points / 100),
        (points / 100, "0%", points / 100),
        (points / 100, "0%", points / 100),
        (1, "0%", 1.0),
        (f"{points}%", "General", points / 100),
        (f"{points},5 %", "General", (points + 0.5) / 100 if points < 100 else None),
        ("3/4", "General", 0.75),
        ("selesai", "General", 1.0),
        ("belum", "General", 0.0),
        ("entah", "General", None),
        ("150%", "General", None),
        (-0.2, "0%", None),
        (1.5, "0%", None),
        (points, "General", points / 100) if percent else (points / 100, "General", points / 100),
        (0.5, "General", 0.005 if percent else 0.5),
    ]
    if row.target.kind == "daftar":
        done = chance.randrange(1, len(row.target.tonggak) + 1)
        text = ", ".join(MONTHS[day.month - 1].capitalize() for day in row.target.tonggak[:done])
        kinds += [(text, "General", done / len(row.target.tonggak))] * 5
    return (*chance.choice(kinds), True)


def planned(target: Target, per: date) -> float | None:
    """Contract, section 4, "Rencana"."""
    if not target.tonggak:
        return None
    days = target.tonggak
    if target.span:
        first, last = target.span
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        months = [divmod(first.year * 12 + first.month - 1 + step, 12) for step in range(count)]
        days = [min(last_day(year, month + 1), last) for year, month in months]
    return len([day for day in days if day <= per]) / len(days)


def behind(r: float, share: float) -> bool:
    """Contract, section 5: half a point where the share is below 1, else 1e-9."""
    return share - r > (0.005 + 1e-12 if share < 1 else 1e-9)


def status(row: Row, per: date) -> str:
    """Contract, section 5, the first that holds."""
    target = row.target
    if target.kind is None or row.r is None:
        return "tidak_valid"
    if abs(row.r - 1) <= 1e-9:
        return "selesai"
    count = len(target.tonggak)
    if count and behind(row.r, len([day for day in target.tonggak if day < per]) / count):
        return "terlambat"
    if target.kind == "rentang" and planned(target, per) - row.r > 0.1 + 1e-9:
        return "perlu_perhatian"
    coming = [day for day in target.tonggak if day >= per]
    if coming and coming[0] <= per + timedelta(days=14):
        upto = len([day for day in target.tonggak if day <= coming[0]])
        if behind(row.r, upto / count):
            return "perlu_perhatian"
    return "berjalan" if row.r > 0 else "belum_mulai"


def group(kode: str, nama: str, rows: list[Row], per: date) -> dict:
    """N of contract section 7."""
    pairs = [(planned(row.target, per), row.r or 0.0) for row in rows]
    plans = [plan for plan, _ in pairs if plan is not None]
    states = [status(row, per) for row in rows]
    return {
        "kode": kode,
        "nama": nama,
        "jumlah": len(rows),
        "rencana": sum(plans) / len(plans) if plans else None,
        "capaian": sum(r for _, r in pairs) / len(pairs),
        "deviasi": sum(r - plan for plan, r in pairs if plan is not None) / len(plans) if plans else None,
        "status": {each: states.count(each) for each in STATUSES},
        "bukti_tertaut": sum(row.linked for row, state in zip(rows, states, strict=True) if state == "selesai"),
    }


def expected(book: Book, per: date) -> dict:
    """The whole answer."""
    parts = {kode: [row for row in book.rows if kode in (row.komponen, row.sub)] for kode in book.names}
    weights = {f"{komponen}.{at}": w for komponen, each in WEIGHTS.items() for at, w in enumerate(each, 1)}
    subs = {kode: group(kode, book.names[kode], parts[kode], per) for kode in book.names if "." in kode}

    def weighted(kodes: list[str]) -> float:
        return sum(weights[kode] * subs[kode]["capaian"] for kode in kodes) / sum(weights[kode] for kode in kodes)

    people = defaultdict(list)
    for row in book.rows:
        people[flat(row.person)].append(row)
    return {
        "per": per.isoformat(),
        "total": group("total", "Total", book.rows, per) | {"capaian_tertimbang": weighted(list(subs))},
        "komponen": [
            group(kode, book.names[kode], parts[kode], per)
            | {"capaian_tertimbang": weighted([sub for sub in subs if sub.startswith(f"{kode}.")])}
            for kode in WEIGHTS
        ],
        "subkomponen": list(subs.values()),
        "penanggung_jawab": [group(name, name, rows, per) for name, rows in people.items()],
        "indikator": [
            {
                "kode": row.kode,
                "baris": row.row,
                "target_waktu": row.target.text,
                "jenis": row.target.kind,
                "tonggak": [day.isoformat() for day in row.target.tonggak],
                "rencana": planned(row.target, per),
                "realisasi": row.r,
                "dilaporkan": row.reported,
                "status": status(row, per),
                "hari_terlambat": days_late(row, per),
            }
            for row in book.rows
        ],
    }


def days_late(row: Row, per: date) -> int | None:
    """Contract, section 5: from the first unmet tonggak; a `selesai` by TANGGAL SELESAI."""
    days = row.target.tonggak
    state = status(row, per)
    if state == "selesai" and row.finished and days:
        return (row.finished - days[-1]).days
    if state == "terlambat":
        unmet = [day for at, day in enumerate(days, 1) if behind(row.r, at / len(days))]
        return (per - unmet[0]).days
    return None


def differences(got, wanted, where="") -> list[str]:
    """Where an answer isn't what it should be; further keys don't matter, the order of the wanted ones does."""
    if isinstance(wanted, dict):
        order = [key for key in got if key in wanted]
        if order != list(wanted):
            return [f"{where}: keys {order} for {list(wanted)}"]
        return [each for key in wanted for each in differences(got[key], wanted[key], f"{where}/{key}")]
    if isinstance(wanted, list):
        if len(got) != len(wanted):
            return [f"{where}: {len(got)} for {len(wanted)}"]
        return [
            each
            for at, (one, other) in enumerate(zip(got, wanted, strict=True))
            for each in differences(one, other, f"{where}/{at}")
        ]
    if isinstance(wanted, float) and isinstance(got, int | float):
        return [] if math.isclose(got, wanted, abs_tol=1e-12) else [f"{where}: {got} for {wanted}"]
    same = flat(got) == flat(wanted) if isinstance(got, str) and isinstance(wanted, str) else got == wanted
    return [] if same and type(got) is type(wanted) else [f"{where}: {got!r} for {wanted!r}"]


@pytest.fixture(scope="module")
def template() -> Path:
    """The shipped template."""
    return Path(__file__).parents[2] / "workbooks" / "template_rencana_aksi.xlsx"


@pytest.mark.parametrize("seed", few_when_quick(range(BOOKS), 1))
@pytest.mark.slow
def test_capaian_equals_an_independent_calculation(seed, template, tmp_path, capsys):
    """Every key of the contract, for random reports on random days: every figure, every status."""
    chance = random.Random(seed)
    book = make_book(template, tmp_path / "buku.xlsx", chance)
    assert [sum(row.komponen == kode for row in book.rows) for kode in WEIGHTS] == [12, 9, 18, 11, 18, 19]
    edges = [day for row in book.rows for day in row.target.tonggak]
    for _ in range(DAYS):
        if chance.random() < 0.7:
            per = chance.choice(edges) + timedelta(days=chance.choice([-15, -14, -13, -1, 0, 1, 2]))
        else:
            per = date(2024, 6, 1) + timedelta(days=chance.randrange(900))
        assert run(["capaian", str(book.path), "--per", per.isoformat(), "--format", "json"]) == 0
        answer = json.loads(capsys.readouterr().out)
        assert differences(answer, expected(book, per)) == []


@pytest.mark.slow
def test_the_books_show_every_status_and_kind(template, tmp_path):
    """So that the comparison above compares something."""
    states, kinds = set(), set()
    for seed in range(3):
        book = make_book(template, tmp_path / f"{seed}.xlsx", random.Random(seed))
        kinds |= {row.target.kind for row in book.rows}
        for month in range(1, 13):
            states |= {status(row, date(2025, month, 20)) for row in book.rows}
    assert states == set(STATUSES)
    assert kinds == {"bulan", "daftar", "rentang", "tanggal", "periode", "berkala", "sewaktu", None}

"""The enacted matrix is the decree's, word for word, its own slips included."""

import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from zi_excel.enacted.matrix import SHIPPED, as_json, enacted_matrix, parse, plain

DECREE = Path(__file__).parents[3] / "shared" / "decree" / "keputusan-31-2025.txt"
HEADER = ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB"]
NUMBERING = ["1", "2", "3", "4", "5", "6", "7"]
BUKTI = 4


def words(text: str) -> str:
    """The text without markup, white space apart."""
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


def decree_lines() -> list[str]:
    if not DECREE.exists():
        pytest.skip(f"naskah keputusan tidak ada di {DECREE.parent}")
    return DECREE.read_text("utf-8").splitlines()


def decree_rows() -> list[list[str]]:
    """The decree's table rows, read without the package: headers once, a row that a page break split as one."""
    rows: list[list[str]] = []
    for line in decree_lines():
        cells = [words(cell) for cell in line.split("\t")]
        if len(cells) != len(HEADER) or cells in (HEADER, NUMBERING):
            continue
        if [at for at, cell in enumerate(cells) if cell] == [BUKTI]:
            rows[-1][BUKTI] += " " + cells[BUKTI]
        else:
            rows.append(cells)
    return rows


def enacted_rows() -> list[list[str]]:
    """The text source laid out as the decree's table."""
    rows = []
    for komponen in enacted_matrix().komponen:
        rows.append([komponen.no, komponen.nama, "", "", "", "", ""])
        responsible = komponen.penanggung_jawab
        for sub in komponen.subkomponen:
            first = [sub.no, sub.nama]
            for row in sub.indikator:
                rows.append([*first, row.indikator, row.langkah_aksi, row.bukti_fisik, row.target_waktu, responsible])
                first, responsible = ["", ""], ""
    return [[words(cell) for cell in row] for row in rows]


def test_every_cell_is_the_decrees():
    """6 komponen rows and 87 indikator rows of seven cells, white space and markup apart."""
    decree, enacted = decree_rows(), enacted_rows()
    assert len(decree) == len(enacted) == 6 + 87
    differing = [
        (row[2] or row[1], name, theirs, ours)
        for row, mine in zip(decree, enacted, strict=True)
        for name, theirs, ours in zip(HEADER, row, mine, strict=True)
        if theirs != ours
    ]
    assert differing == []


def test_slanted_words_are_slanted():
    """What the scan marks as slanted is marked in the source, no more and no less."""
    slanted = re.compile(r"<i>([^<]*)</i>")
    source = [
        each
        for _, _, row in enacted_matrix().indikator()
        for text in (row.indikator, row.langkah_aksi, row.bukti_fisik)
        for each in slanted.findall(text)
    ]
    assert source == ["training need analysis", "Public Campaign", "helpdesk", "helpdesk"]
    assert source == [each for line in decree_lines() for each in slanted.findall(line)]


def test_lines_around_the_matrix_are_the_decrees():
    """Title, Lampiran and closing, line by line as on the decree's last pages."""
    lines = [line.strip() for line in decree_lines()]
    enacted = enacted_matrix()
    start = lines.index("LAMPIRAN")
    assert tuple(lines[start : start + len(enacted.lampiran)]) == enacted.lampiran
    title = lines.index(enacted.title[0])
    assert tuple(lines[title : title + len(enacted.title)]) == enacted.title
    closing = [line for line in lines[len(lines) - 1 - lines[::-1].index("Ditetapkan di Surakarta") :] if line]
    assert closing == [line for line in enacted.penutup if line]


def test_counts():
    """6 komponen, 25 subkomponen, 87 indikator: 12, 9, 18, 11, 18, 19."""
    enacted = enacted_matrix()
    assert [komponen.kode for komponen in enacted.komponen] == ["I", "II", "III", "IV", "V", "VI"]
    assert sum(len(komponen.subkomponen) for komponen in enacted.komponen) == 25
    per_komponen = Counter(komponen.kode for komponen, _, _ in enacted.indikator())
    assert list(per_komponen.values()) == [12, 9, 18, 11, 18, 19]


def test_kode_follow_the_document():
    """Each kode is unique, by place for a subkomponen, by its letter (or none) for an indikator."""
    seen = []
    for komponen in enacted_matrix().komponen:
        for place, sub in enumerate(komponen.subkomponen, start=1):
            assert sub.kode == f"{komponen.kode}.{place}"
            for row in sub.indikator:
                letter = re.match(r"([a-z])\. ", row.indikator)
                assert row.kode == (f"{sub.kode}.{letter[1]}" if letter else sub.kode)
                seen.append(row.kode)
    assert len(set(seen)) == 87
    assert {"I.1.a", "III.5", "III.6", "VI.4.c"} <= set(seen)


@pytest.mark.parametrize(
    ("kode", "no"),
    [pytest.param("I", "1", id="komponen '1' for 'I'"), pytest.param("VI.4", "", id="the missing number")],
)
def test_slips_stand_as_enacted(kode: str, no: str):
    """The decree's own slips are not repaired."""
    numbers = {komponen.kode: komponen.no for komponen in enacted_matrix().komponen}
    numbers |= {sub.kode: sub.no for komponen in enacted_matrix().komponen for sub in komponen.subkomponen}
    assert numbers[kode] == no


def test_lists_are_lines():
    """A list of the decree is one line per entry, without bullets."""
    rows = {row.kode: row for _, _, row in enacted_matrix().indikator()}
    assert rows["V.3.a"].bukti_fisik.split("\n") == [
        "Pengaduan masyarakat melalui:",
        "Email: kpusurakarta@gmail.com",
        "WA: 08965270070",
        "Telp: (0271)740268",
        "Link Bitly di website dan media sosial",
    ]
    for kode in ("VI.4.a", "VI.4.b"):
        assert rows[kode].bukti_fisik.split("\n") == ["Hasil Survey KM Tahun 2024", "Hasil survey KM Tahun 2025"]


def test_about_the_decree():
    """Number, day, place and year."""
    enacted = enacted_matrix()
    assert (enacted.nomor, enacted.tanggal, enacted.tempat) == ("31 Tahun 2025", date(2025, 10, 9), "Surakarta")
    assert (enacted.kantor, enacted.tahun) == ("Komisi Pemilihan Umum Kota Surakarta", 2025)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        pytest.param("a. <i>Public Campaign</i> telah", "a. Public Campaign telah", id="slanted"),
        pytest.param("tanpa", "tanpa", id="nothing to take away"),
        pytest.param("a < b > c", "a < b > c", id="signs that are no markup"),
    ],
)
def test_plain(text: str, bare: str):
    """Only the markup goes."""
    assert plain(text) == bare


def test_the_shipped_matrix_is_its_text_source():
    """What is read at run time is JSON, made of the source by `python scripts/build_docs.py`: not a word differs."""
    source = SHIPPED.read_text("utf-8")
    assert enacted_matrix() == parse(source)
    assert SHIPPED.with_suffix(".json").read_text("utf-8") == as_json(source)


def test_parse_refuses_what_is_no_source():
    """A broken source is a failure of the project, not of staff's workbook: it is not swallowed."""
    with pytest.raises(KeyError):
        parse("[keputusan]\nnomor = '1'")
    with pytest.raises(tomllib.TOMLDecodeError):
        parse("bukan TOML")


RECORD = """
[pencatatan]
oleh = "Siti"
pada = 2025-10-10T08:00:00+07:00
versi = "0.1.0"
berkas = "rencana_aksi.xlsx"
lembar = "Rencana Aksi"
kolom = ["no"]
sidik = ""

[keputusan]
nomor = "31 Tahun 2025"
tanggal = 2025-10-09
kantor = ""
tentang = ""
tahun = 2025
judul = ["RENCANA AKSI"]

[[komponen]]
kode = "I"
no = "I"
nama = "MANAJEMEN PERUBAHAN"
penanggung_jawab = ""
"""


def test_a_record_may_leave_out_what_stands_beside_the_matrix():
    """Where the decree was signed, and the lines above and below its table."""
    assert (parse(RECORD).tempat, parse(RECORD).lampiran, parse(RECORD).penutup) == ("", (), ())


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ('nomor = "31 Tahun 2025"', "nomor = 31"),
        ("tahun = 2025", 'tahun = "2025"'),
        ("tahun = 2025", "tahun = true"),
        ("tahun = 2025", "tahun = 2025.0"),
        ("tanggal = 2025-10-09", "tanggal = 2025-10-09T08:00:00+07:00"),
        ("tanggal = 2025-10-09", 'tanggal = "2025-10-09"'),
        ("pada = 2025-10-10T08:00:00+07:00", "pada = 2025-10-10"),
        ("pada = 2025-10-10T08:00:00+07:00", "pada = 2025-10-10T08:00:00"),
        ('judul = ["RENCANA AKSI"]', 'judul = "RENCANA AKSI"'),
        ('judul = ["RENCANA AKSI"]', 'judul = ["RENCANA AKSI", 1]'),
        ('nama = "MANAJEMEN PERUBAHAN"', 'nama = "MANAJEMEN PERUBAHAN"\nsubkomponen = {}'),
        ('nama = "MANAJEMEN PERUBAHAN"', 'nama = "MANAJEMEN PERUBAHAN"\nsubkomponen = [1]'),
    ],
)
def test_another_type_is_refused(line, changed):
    """A file that was changed by hand must fail here, not somewhere later."""
    assert line in RECORD
    with pytest.raises(TypeError):
        parse(RECORD.replace(line, changed))

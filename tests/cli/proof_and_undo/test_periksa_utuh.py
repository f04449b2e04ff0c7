"""What `periksa-utuh` shows at a terminal: the summary, what changed as it may, and all that must not have changed."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from zi_excel.cli import run
from zi_excel.cli.proof_and_undo.periksa_utuh import comparison_lines
from zi_excel.opc.comparison.result import ComparedPart, PackageComparison, PartStanding
from zi_excel.verbs.monev import monev
from zi_excel.verbs.periksa_utuh import PeriksaUtuhResult

PER = date(2025, 11, 20)


def shown(comparison, **options):
    """The lines without their colours."""
    result = PeriksaUtuhResult(Path("lama.xlsx"), Path("baru.xlsx"), comparison)
    return [re.sub(r"\x1b\[\d+m", "", line) for line in comparison_lines(result, **options)]


def test_a_difference_is_exit_1(book, capsys):
    """Other workbooks differ; the sheets that do are named."""
    old = book.with_name("lama.xlsx")
    old.write_bytes(book.read_bytes().replace(b"sheet1.xml", b"sheetA.xml"))
    assert run(["periksa-utuh", str(book), str(old)]) == 1
    said = capsys.readouterr().out
    assert said.startswith("ADA YANG BERBEDA: ")
    assert "/xl/worksheets/sheet1.xml: hilang" in said
    assert "/xl/worksheets/sheetA.xml: ditambahkan, dan bukan milik tab alat" in said


@pytest.mark.parametrize("spoiled", [0, 1], ids=["LAMA", "BARU"])
def test_a_file_that_cannot_be_used_is_exit_3(book, tmp_path, capsys, spoiled):
    """Whichever of the two: one sentence that names it."""
    paths = [book, book]
    paths[spoiled] = tmp_path / "bukan.xlsx"
    for text in (None, "NO;KOMPONEN"):
        if text:
            paths[spoiled].write_text(text)
        assert run(["periksa-utuh", *map(str, paths)]) == 3
        out, err = capsys.readouterr()
        assert out == ""
        assert len(err.strip().splitlines()) == 1
        assert "bukan.xlsx" in err


def test_one_workbook_is_not_enough(book, capsys):
    """Exit 2 says which one is missing."""
    assert run(["periksa-utuh", str(book)]) == 2
    assert "BARU belum disebut" in capsys.readouterr().err


def test_json(book, capsys):
    """Every part with its standing; the same bytes also say whether they lie as they lay."""
    backup = monev(book, per=PER).backup
    assert run(["periksa-utuh", str(backup), str(book), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["lama"], data["baru"], data["utuh"]) == (str(backup), str(book), True)
    assert data["ringkasan"]["berbeda"] == 0
    for status, count in data["ringkasan"].items():
        assert count == sum(part["status"] == status for part in data["bagian"])
    parts = {part["bagian"]: part for part in data["bagian"]}
    assert parts["/xl/worksheets/sheet1.xml"] == {
        "bagian": "/xl/worksheets/sheet1.xml", "status": "sama", "tab": None, "rincian": [], "kompresi_sama": True,
    }  # fmt: skip
    assert parts["/xl/charts/chart1.xml"]["tab"] == "Monev Ringkasan"
    assert parts["/xl/styles.xml"]["status"] == "terdaftar"


PARTS = (
    ComparedPart("/xl/media/image1.png", PartStanding.SAME, as_it_lay=True),
    ComparedPart("/xl/workbook.xml", PartStanding.REGISTERED, ("tab ditambahkan: Monev I", "dihitung ulang")),
    ComparedPart("/xl/worksheets/sheet4.xml", PartStanding.OWN, ("ditambahkan",), "Monev I"),
    ComparedPart("/xl/worksheets/sheet5.xml", PartStanding.OWN, ("diganti",), "Monev II"),
    ComparedPart("/xl/charts/chart4.xml", PartStanding.OWN, ("ditambahkan",), "Monev I"),
)


def test_text():
    """The summary first, then what was registered, the tool's parts by tab; the same bytes only where asked for."""
    lines = [
        "UTUH: 'lama.xlsx' → 'baru.xlsx'",
        "  Sama persis: 1 bagian (byte terkompresinya juga sama)",
        "  Terdaftar:   1 bagian yang boleh berubah, isinya sudah diperiksa",
        "  Milik alat:  3 bagian dari 2 tab",
        "  Berbeda:     0 bagian",
        "",
        "TERDAFTAR (1): perubahan di dalamnya diperiksa dan memang perlu",
        "  /xl/workbook.xml: tab ditambahkan: Monev I; dihitung ulang",
        "",
        "MILIK ALAT (3): ditulis ulang pada setiap penyegaran",
        "  'Monev I' ditambahkan: /xl/worksheets/sheet4.xml, /xl/charts/chart4.xml",
        "  'Monev II' diganti: /xl/worksheets/sheet5.xml",
    ]
    assert shown(PackageComparison(PARTS)) == lines
    same = ["", "SAMA PERSIS (1): byte demi byte", "  /xl/media/image1.png"]
    assert shown(PackageComparison(PARTS), every=True) == [*lines[:5], *same, *lines[5:]]


def test_text_of_what_differs():
    """Each difference with what it is; what was compressed anew; and what to do where another program has saved it."""
    parts = (
        ComparedPart("/xl/charts/chart1.xml", PartStanding.DIFFERS, ("isinya berbeda, mulai byte ke-5",)),
        ComparedPart("/xl/media/image1.png", PartStanding.SAME),
    )
    lines = shown(PackageComparison(parts, saved_elsewhere=True))
    assert lines[:2] == [
        "ADA YANG BERBEDA: 'lama.xlsx' → 'baru.xlsx'",
        "  Sama persis: 1 bagian (1 di antaranya dikompresi ulang)",
    ]
    assert "disimpan lagi oleh Excel atau program lain" in " ".join(line.strip() for line in lines)
    assert lines[-2:] == [
        "BERBEDA (1): bukan oleh penyegaran tab Monev",
        "  /xl/charts/chart1.xml: isinya berbeda, mulai byte ke-5",
    ]

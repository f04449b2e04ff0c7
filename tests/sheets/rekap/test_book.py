"""The rekap as a package: sheets, links, filters, print setup, charts; offices' texts in it; few and none of them."""

import errno
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from random import Random

import pytest
from laporan_plans import made_plan
from made_rekap import HOSTILE, PER, made_rekap, record_of, rekap_of, unreported
from once import once

from zi_excel.errors import WorkbookError
from zi_excel.history.records import History
from zi_excel.kantor.figures import Rekap
from zi_excel.kantor.record import Unread, kantor_record
from zi_excel.measuring.measure import measure
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.reader.header.own_report import is_report
from zi_excel.sheets import PAPERS, render_rekap
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW

CHECKER = Path(__file__).parents[3].parent / "shared" / "tools" / "check_format.py"
OUT = "hasil/rekap.xlsx"
SHEETS = ["Ringkasan", "Kantor", "Peta", "Indikator", "Wilayah", "Temuan", "Tidak Terbaca", "Metodologi", "Data"]


def rendered(rekap: Rekap, **more) -> bytes:
    return once(render_rekap, rekap, out=OUT, **more)


def parts(package: bytes, pattern: str) -> dict[str, str]:
    """The parts of a package whose names match, as text."""
    with zipfile.ZipFile(io.BytesIO(package)) as book:
        return {name: book.read(name).decode() for name in book.namelist() if re.search(pattern, name)}


def one(seed: int = 4) -> Rekap:
    """A single kantor in no wilayah."""
    return rekap_of([record_of(made_plan(Random(seed)), "KPU Kota Contoh")])


@pytest.mark.slow
def test_sheets_in_their_order(read):
    """What comes first is read first; wilayah have a sheet where there are several."""
    assert read(rendered(made_rekap(3, 12)), values=True).sheetnames == SHEETS
    assert read(rendered(one()), values=True).sheetnames == [name for name in SHEETS if name != "Wilayah"]


@pytest.mark.slow
def test_the_same_rekap_gives_the_same_bytes():
    """Whenever it is rendered."""
    assert render_rekap(made_rekap(3, 12), out=OUT) == render_rekap(made_rekap(3, 12), out=OUT)


def test_it_is_known_as_the_tools_own():
    """So it is no source of the next rekap, and no matrix."""
    with Package(io.BytesIO(rendered(one())), Path("rekap.xlsx")) as package:
        workbook = Workbook.of(package)
        assert is_report(package, workbook)
        assert {"_zi_laporan", "_zi_rekap"} <= {name.name for name in workbook.names}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.slow
def test_print_setup(read, paper):
    """Landscape on that paper, page x of y, the header on each page of a list."""
    for sheet in read(rendered(made_rekap(3, 12), paper=paper), values=True):
        assert int(sheet.page_setup.paperSize) == PAPERS[paper].number
        assert sheet.page_setup.orientation == "landscape"
        assert "Halaman" in sheet.oddFooter.right.text
        assert sheet.title in {"Ringkasan", "Metodologi"} or sheet.print_title_rows


def test_lists_are_filtered_and_frozen(read):
    """The header stays on the screen."""
    for sheet in read(rendered(made_rekap(3, 12)), values=True):
        if sheet.title not in {"Ringkasan", "Metodologi"}:
            assert sheet.freeze_panes
        if sheet.title in {"Kantor", "Indikator", "Wilayah", "Temuan", "Tidak Terbaca", "Data"}:
            assert sheet.auto_filter.ref.startswith(f"A{HEADER_ROW}:")


@pytest.mark.parametrize("count", [1, 12, 41])
@pytest.mark.slow
def test_charts_say_what_they_show(count):
    """Three, each with a text for who can't see it."""
    package = rendered(made_rekap(3, count))
    assert len(parts(package, "xl/charts/chart")) == 3
    (drawing,) = parts(package, "xl/drawings/drawing1.xml$").values()
    described = re.findall(r'descr="(Grafik [^"]{30,})"', drawing)
    assert len(set(described)) == 3


@pytest.mark.slow
def test_a_list_of_very_many_is_the_same_list(monkeypatch, read):
    """Of a thousand kantor and more it is written row by row, to save memory."""
    plain = rendered(made_rekap(4, 41))
    monkeypatch.setattr("zi_excel.sheets.rekap.book.MANY", 40)
    streamed = render_rekap(made_rekap(4, 41), out=OUT)
    one, other = (list(read(each, values=False)["Kantor"].iter_rows(values_only=True)) for each in (plain, streamed))
    assert one == other


@pytest.mark.parametrize("before", [0, 3])
def test_no_room_for_temporary_files_is_said(monkeypatch, tmp_path, before):
    """In one sentence, whether it is the first of them that can't be written or one of the parts; none is left."""
    made = []

    def nearly_full(**options):
        if len(made) == before:
            raise OSError(errno.ENOSPC, "No space left on device")
        made.append(real(**options))
        return made[-1]

    real = tempfile.mkstemp
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("tempfile.mkstemp", nearly_full)
    with pytest.raises(WorkbookError, match=r"Berkas sementara .* tidak dapat ditulis \(ruang penyimpanan penuh\)"):
        render_rekap(made_rekap(3, 4), out=OUT)
    assert not list(tmp_path.iterdir())


@pytest.mark.slow
def test_kantor_are_shown_one_by_one_up_to_forty():
    """Of more, how many reach what."""
    for count, kind in ((40, '<c:barDir val="bar"/>'), (41, '<c:gapWidth val="10"/>')):
        charts = "".join(parts(rendered(made_rekap(4, count)), "xl/charts/chart").values())
        assert kind in charts


@pytest.mark.slow
def test_peta_has_a_column_per_kantor_up_to_sixty(read):
    """Of more, one per wilayah."""
    few, many = (made_rekap(5, count) for count in (60, 61))
    header = [cell.value for cell in read(rendered(few), values=True)["Peta"][HEADER_ROW]]
    assert set(header[3:]) == {record.nama for record in few.kantor}
    header = [cell.value for cell in read(rendered(many), values=True)["Peta"][HEADER_ROW]]
    assert set(header[3:]) == {each.nama for each in many.wilayah} | {"(tanpa wilayah)"}


def test_cells_of_peta_tell_sign_and_number(read):
    """A status by its sign, so that grey print tells it too."""
    rekap = made_rekap(3, 12)
    for row in read(rendered(rekap), values=True)["Peta"].iter_rows(min_row=FIRST_ROW, min_col=4, values_only=True):
        for value in row:
            assert value is None or re.fullmatch(r"[?✔✖▲▶○]( (\d{1,3}|<1|>99)%)?", value), value


def test_offices_texts_stay_texts(read):
    """Names of offices, wilayah and files are never formulas, numbers or links that they name."""
    rekap = made_rekap(7, len(HOSTILE), hostile=True)
    workbook = read(rendered(rekap), values=False)
    names = {record.nama for record in rekap.kantor}
    for sheet in workbook:
        for row in sheet:
            for cell in row:
                if cell.data_type == "f":
                    assert not any(name in cell.value for name in names if len(name) > 5), cell.coordinate
                assert not (cell.data_type == "n" and cell.value in {"+1", "-1+1"})
    shown = {row[2].value for row in workbook["Data"].iter_rows(min_row=FIRST_ROW)}
    assert {"=1+1", "+1", "#REF!", "*?~"} <= {re.sub(r" \(.*", "", str(name)) for name in shown}


def test_links_lead_to_the_workbooks_from_where_the_rekap_lies():
    """Relative, so that a folder that moves as a whole keeps its links; `#` and `%` are escaped."""
    rekap = rekap_of([record_of(made_plan(Random(4)), "Kantor #1 100%", wilayah="Wilayah A")])
    (targets,) = parts(rendered(rekap), r"xl/worksheets/_rels/sheet2").values()
    assert 'Target="..\\Wilayah%20A\\Kantor%20%231%20100%25.xlsx"' in targets


def test_one_kantor_is_enough(read):
    """It is its own mean, lowest and highest."""
    rekap = one()
    row = [cell.value for cell in read(rendered(rekap), values=True)["Ringkasan"][6]]
    (record,) = rekap.kantor
    assert [row[0], row[2], row[4], row[6]] == pytest.approx([record.total.capaian] * 4)


def test_kantor_that_reported_nothing_count_0_and_are_marked(read):
    """In Kantor by a word; in Ringkasan what to do is to ask for their report."""
    plan = unreported(made_plan(Random(4)))
    rekap = rekap_of([record_of(plan, f"Kantor {at}") for at in range(3)])
    workbook = read(rendered(rekap), values=True)
    reports = [row[4] for row in workbook["Kantor"].iter_rows(min_row=FIRST_ROW, values_only=True)]
    assert reports == ["✖ Belum ada"] * 3
    assert workbook["Ringkasan"]["A6"].value == 0
    if rekap.behind:
        asked = [row[8] for row in workbook["Ringkasan"].iter_rows(values_only=True)]
        assert any(str(text).startswith("Minta laporannya") for text in asked)


def test_what_cannot_be_read_is_listed_with_its_reason(read):
    """And counted beside those that were."""
    base = made_rekap(3, 4)
    unread = (Unread("b/rusak.xlsx", "'rusak.xlsx' rusak; salin ulang.", "b"), Unread("c.xlsx", "=1+1 terkunci."))
    workbook = read(rendered(base._replace(unread=unread)), values=True)
    rows = list(workbook["Tidak Terbaca"].iter_rows(min_row=FIRST_ROW, values_only=True))
    assert rows == [
        ("b/rusak.xlsx", "Buka", "b", "'rusak.xlsx' rusak; salin ulang."),
        ("c.xlsx", "Buka", "–", "=1+1 terkunci."),
    ]
    assert workbook["Ringkasan"]["M6"].value == 2


def test_another_matrix_stands_apart(read):
    """A kode that means something else in one kantor is in that kantor's capaian, and in no figure of the others."""
    plan = made_plan(Random(4))
    first = next(plan.indikator())
    other = _renamed(plan, first.kode, "a. Sesuatu yang lain sama sekali")
    kantor = [("A", plan), ("B", plan), ("C", other)]
    rekap = rekap_of([kantor_record(each, measure(each, PER), (), History(), nama=nama) for nama, each in kantor])
    workbook = read(rendered(rekap), values=True)
    rows = workbook["Indikator"].iter_rows(min_row=FIRST_ROW, values_only=True)
    (row,) = [row for row in rows if row[0] == first.kode]
    assert (row[2], row[14]) == (2, 1)
    header = [cell.value for cell in workbook["Data"][HEADER_ROW]]
    assert f"{first.kode} (teks lain)" in header


def _renamed(plan, kode, text):
    return plan._replace(
        komponen=tuple(
            area._replace(
                subkomponen=tuple(
                    sub._replace(
                        indikator=tuple(
                            each._replace(nama=each.nama._replace(text=text)) if each.kode == kode else each
                            for each in sub.indikator
                        )
                    )
                    for sub in area.subkomponen
                )
            )
            for area in plan.komponen
        )
    )


def test_headers_have_whole_words(read):
    """No header breaks inside a word, nor does a filter's button hide one."""
    from zi_excel.sheets.fitting import lines

    for sheet in read(rendered(made_rekap(3, 12)), values=True):
        if sheet.title in {"Peta", "Metodologi"}:
            continue
        for cell in sheet[HEADER_ROW if sheet.title != "Ringkasan" else 9]:
            width = sheet.column_dimensions[cell.column_letter].width
            for word in str(cell.value or "").split():
                assert lines(word, width - 0.7, bold=True) == 1, (sheet.title, cell.coordinate, word, width)


@pytest.mark.slow
@pytest.mark.skipif(not CHECKER.exists(), reason="../shared/tools/check_format.py is not there")
@pytest.mark.parametrize(("seed", "count", "hostile"), [(3, 1, False), (3, 12, False), (5, 70, False), (7, 17, True)])
def test_the_format_is_valid(seed, count, hostile, tmp_path):
    """Microsoft's validator finds no error: one kantor, several, many; whatever they are called."""
    book = tmp_path / "rekap.xlsx"
    book.write_bytes(rendered(made_rekap(seed, count, hostile=hostile)))
    run = subprocess.run([sys.executable, CHECKER, book], capture_output=True, text=True, check=False)
    if run.returncode == 2 and "no validator" in run.stderr:
        pytest.skip("the validator is not installed")
    assert run.stdout.strip() == "0 error(s)"

"""The fidelity benchmark: it finds what it is there to find, and real workbooks give it nothing to find."""

import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
FILES = sorted(CORPUS.glob("*.xls[xm]"))[::12]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "scripts")]

import fidelity  # noqa: E402  (benchmarks are no package: the path comes first)
from closed_list import compared  # noqa: E402  (the same)
from features import census  # noqa: E402  (the same)
from fidelity_graft import grafted  # noqa: E402  (the same)
from fidelity_table import failures, table  # noqa: E402  (the same)
from fidelity_witnesses import witnessed  # noqa: E402  (the same)
from package_facts import PackageFacts  # noqa: E402  (the same)
from sample_realisasi import fill_sample  # noqa: E402  (the same)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.xlsx"
    fill_sample(path)
    return path


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """A folder with a workbook that has much, one that has little, and a file that is no workbook."""
    folder = tmp_path_factory.mktemp("buku kerja")
    with xlsxwriter.Workbook(folder / "banyak & isi.xlsx", {"use_future_functions": True}) as book:
        sheet = book.add_worksheet("Data")
        sheet.write_column("A1", [1, 2, 3], book.add_format({"num_format": "0.00"}))
        sheet.write_formula("B1", "=SUM(A1:A3)", None, 6)
        sheet.write_rich_string("C1", "rich ", book.add_format({"bold": True}), "text")
        sheet.write_comment("A1", "seen")
        sheet.insert_textbox("E9", "a shape")
        sheet.add_sparkline("D1", {"range": "Data!A1:A3"})
        sheet.conditional_format("A1:A3", {"type": "data_bar", "data_bar_2010": True})
        sheet.insert_checkbox("F1", True)
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Data!$A$1:$A$3"})
        sheet.insert_chart("E1", chart)
        book.define_name("Angka", "=Data!$A$1:$A$3")
    openpyxl.Workbook().save(folder / "kosong.xlsx")
    (folder / "bukan.xlsx").write_text("a;b", "utf-8")
    return folder


@pytest.fixture(scope="module")
def pair(books, sample, tmp_path_factory):
    """A workbook and its grafted copy."""
    source = books / "banyak & isi.xlsx"
    target = tmp_path_factory.mktemp("pair") / source.name
    assert grafted(source, target, sample)["outcome"] == "grafted"
    return source, target


@pytest.fixture
def tampered(pair, tmp_path):
    """The grafted copy, written anew with some entries changed, renamed (None takes one away), or in another order."""

    def write(changes=(), *, reverse=False, method=None):
        out = tmp_path / "tampered.xlsx"
        changes = dict(changes)
        with zipfile.ZipFile(pair[1]) as old, zipfile.ZipFile(out, "w") as new:
            for info in reversed(old.infolist()) if reverse else old.infolist():
                data = changes.get(info.filename, lambda data: data)
                if data is not None:
                    kind = info.compress_type if method is None else method
                    new.writestr(info, data(old.read(info)), compress_type=kind)
        return compared(PackageFacts(pair[0]), PackageFacts(out))

    return write


def replaced(old, new):
    def change(data):
        assert old in data
        return data.replace(old, new, 1)

    return change


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
def test_whole_run(books, tmp_path, capsys):
    """The command: grafts what is a workbook under its own name, refuses the rest, and ends with 0."""
    out = tmp_path / "out"
    assert fidelity.main([str(books), "--out", str(out), "--json", str(tmp_path / "all.json"), "--rinci"]) == 0
    printed = capsys.readouterr().out
    assert "     3  workbooks" in printed
    assert "     2  grafted" in printed
    assert "     0  crashed" in printed
    assert max(map(len, printed.partition("Refused:")[0].splitlines())) <= 120
    assert sorted(path.name for path in out.iterdir()) == ["banyak & isi.xlsx", "kosong.xlsx"]
    assert len(openpyxl.load_workbook(out / "kosong.xlsx").sheetnames) == 11


def test_a_folder_is_not_written_over(books):
    """DIR is only read: it can't be DIR2 as well."""
    with pytest.raises(SystemExit, match="overwritten"):
        fidelity.main([str(books), "--out", str(books / ".." / books.name)])


@pytest.mark.skipif(not FILES, reason="the corpus of real workbooks (../shared/corpus) is not here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_corpus(path, sample, tmp_path):
    """Every twelfth workbook of the corpus: grafted with nothing lost or changed, or refused with nothing written."""
    target = tmp_path / path.name
    result = grafted(path, target, sample)
    there = target if result["outcome"] == "grafted" else None
    assert failures({path.name: {**result, "witnesses": witnessed(path, there), "format": None}}) == []


def test_an_untampered_copy_is_fine(tampered):
    """Entries written again with the same bytes are the same parts."""
    result = tampered()
    assert (result.lost, result.changed, result.misregistered) == ([], [], [])


@pytest.mark.parametrize(
    ("where", "changes", "options"),
    [
        ("lost", {"xl/charts/chart1.xml": None}, {}),
        ("changed", {"xl/charts/chart1.xml": replaced(b"lineChart", b"areaChart")}, {}),
        ("changed", {}, {"reverse": True}),
        ("changed", {}, {"method": zipfile.ZIP_STORED}),
        ("misregistered", {"xl/styles.xml": replaced(b"<cellXfs", b"<oldXfs")}, {}),
        ("misregistered", {"xl/styles.xml": replaced(b'formatCode="0.00"', b'formatCode="0.0"')}, {}),
        ("misregistered", {"xl/styles.xml": b"<styleSheet".__add__}, {}),
        ("misregistered", {"xl/workbook.xml": replaced(b"$A$3", b"$A$4")}, {}),
        ("misregistered", {"xl/workbook.xml": replaced(b'name="Data" sheetId="1"', b'name="Data" sheetId="9"')}, {}),
        ("misregistered", {"xl/workbook.xml": replaced(b"calcId", b"calcI")}, {}),
        ("misregistered", {"xl/workbook.xml": replaced(b"<bookViews>", b"<bookViews><x/>")}, {}),
        ("misregistered", {"xl/_rels/workbook.xml.rels": replaced(b"theme1.xml", b"theme2.xml")}, {}),
        ("misregistered", {"[Content_Types].xml": replaced(b"drawing+xml", b"other+xml")}, {}),
        ("misregistered", {"docProps/app.xml": replaced(b"Microsoft Excel", b"Other")}, {}),
    ],
)
def test_harm_is_found(where, changes, options, tampered):
    """Whatever is done to staff's parts or to what stands in a registering part is found, under its own heading."""
    result = tampered(changes, **options)
    assert [name for name in ("lost", "changed", "misregistered") if getattr(result, name)] == [where]


@pytest.mark.parametrize("left", ["", 'firstSheet="9" '])
def test_a_view_of_sheets_that_are_not_there(books, sample, tmp_path, left):
    """Positions beyond the last sheet go, as they would come to mean a new one; where one stays, that is told."""
    source, target = tmp_path / "a.xlsx", tmp_path / "b.xlsx"

    def copied(old, new, change):
        with zipfile.ZipFile(old) as before, zipfile.ZipFile(new, "w") as after:
            for info in before.infolist():
                data = before.read(info)
                after.writestr(info, change(data) if info.filename == "xl/workbook.xml" else data)

    copied(
        books / "banyak & isi.xlsx", source, replaced(b"<workbookView ", b'<workbookView firstSheet="9" activeTab="7" ')
    )
    assert grafted(source, tmp_path / "c.xlsx", sample)["misregistered"] == []
    copied(tmp_path / "c.xlsx", target, replaced(b"<workbookView ", f"<workbookView {left}".encode()))
    assert bool(compared(PackageFacts(source), PackageFacts(target)).misregistered) is bool(left)


def test_features_are_counted(pair):
    """Each feature that the workbook was made with is seen; the tool's own tabs are left out where that is asked."""
    source, target = map(PackageFacts, pair)
    before = census(source)
    expected = {
        "formulas": 1,
        "computed values of formulas": 1,
        "rich text": 2,
        "notes (comments)": 1,
        "shapes, text boxes": 1,
        "sparklines": 1,
        "conditional formats": 1,
        "conditional-format extensions": 1,
        "charts": 1,
        "chart series": 1,
        "defined names": 1,
    }
    assert {name: before[name] for name in expected} == expected
    assert before["rich data, check boxes in cells"]
    assert census(target, set(source.parts))["charts"] == 1 < census(target)["charts"]


def test_openpyxl_is_measured(books):
    """What openpyxl's load and save leave out is seen."""
    found = witnessed(books / "banyak & isi.xlsx", None)
    assert found["saved"]
    assert "sparklines" not in found["features"]
    assert found["features"]["formulas"] == 1
    assert found["lost"]


def test_every_failure_is_named():
    """What must be none is told of, each with its word."""
    fine = {
        "outcome": "grafted",
        **{key: [] for key in ("lost", "changed", "misregistered")},
        **dict.fromkeys(("parts", "packed", "registered"), 1),
        "second_empty": True,
        "tabs": 1,
        "before": {"charts": 1},
        "after": {"charts": 1},
        "seconds": 1.0,
        "witnesses": {"openpyxl": {"before": ["A"], "after": ["A", "B"]}, "calamine": {"before": None, "after": None}},
        "format": "same",
    }
    wrong = {
        "CRASHED": {"outcome": "crashed", "traceback": "Traceback"},
        "WRITTEN": {"outcome": "refused", "untouched": False, "sentence": "no"},
        "LOST": {**fine, "lost": ["/a"]},
        "CHANGED": {**fine, "changed": ["/a"]},
        "MISREGISTERED": {**fine, "misregistered": ["/a: x"]},
        "AGAIN": {**fine, "second_empty": False},
        "FORMAT": {**fine, "format": "new errors", "format_says": "1 x error"},
        "FEATURE": {**fine, "after": {}},
        "UNREADABLE": {**fine, "witnesses": {"openpyxl": {"before": ["A"], "after": None}}},
    }
    missed = {**fine, "witnesses": {"openpyxl": {"before": ["A"], "after": ["A"]}}}
    assert failures({"missed": missed})[0].startswith("UNREADABLE"), "a tab that a reader does not see"
    assert failures({"fine": fine}) == []
    assert table({"fine": fine}, 1)
    for word, result in wrong.items():
        (line,) = failures({"name": result})
        assert line.startswith(word)


def test_a_crash_is_told_with_its_traceback(tmp_path, sample):
    """What stops zi_excel itself is a crash, with a traceback, and not the end of the run."""
    result = grafted(tmp_path / "missing.xlsx", tmp_path / "x.xlsx", sample)
    assert result["outcome"] == "crashed"
    assert "FileNotFoundError" in result["traceback"]

"""What the tests of opc share: a sample of rendered tabs, its graft into a workbook, a staff workbook."""

import io
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace

import pytest
import xlsxwriter

from zi_excel.opc.graft.change import Change
from zi_excel.opc.graft.graft import graft
from zi_excel.opc.graft.plan import Tab
from zi_excel.opc.graft.verify import verify
from zi_excel.opc.package.package import Package

PREFIX = "_tool_"
SIGN = "Made by the tool"
SEAL = "_sealed_"
NAMES = ("Tab One", "Tab Two", "Tab's & Three")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def render(names: Sequence[str] = NAMES, *, note: str = "first") -> bytes:
    """Tabs with all that the graft moves: formats, rich text, a chart, data bars, filters, titles, links, formulas."""
    return _rendered(tuple(names), note)


@lru_cache
def _rendered(names: tuple[str, ...], note: str) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": datetime(2025, 1, 1, tzinfo=UTC)})
    plain = book.add_format({"font_name": "Arial", "font_size": 10, "font_color": "#123456"})
    head = book.add_format({"bold": True, "bg_color": "#FFDD00", "border": 1, "text_wrap": True, "locked": False})
    percent = book.add_format({"num_format": "0.0%;[Red]-0.0%", "font_name": "Arial"})
    red = book.add_format({"font_color": "#9C0006", "bg_color": "#FFC7CE", "num_format": '"<1%"'})
    for number, name in enumerate(names):
        sheet = book.add_worksheet(name)
        sheet.write("A1", f"Title {number}", head)
        sheet.write("A2", f"{SIGN} 1.0: {note}")
        sheet.write_rich_string("B2", "rich ", head, "text", plain, " <&> end", plain)
        sheet.write_row("A4", ["Name", "Value", "Share"], head)
        for row in range(5, 9):
            sheet.write(f"A{row}", f"  row {row} ", plain)
            sheet.write(f"B{row}", row)
            sheet.write_formula(f"C{row}", f"=B{row}/SUM($B$5:$B$8)", percent, row / 26)
        sheet.set_column("A:A", 30, plain)
        sheet.set_row(3, 30, head)
        sheet.autofilter("A4:C8")
        sheet.repeat_rows(3)
        sheet.print_area("A1:C8")
        sheet.freeze_panes(4, 0)
        sheet.set_tab_color("#00AA00")
        sheet.conditional_format("C5:C8", {"type": "cell", "criteria": "<", "value": 0.01, "format": red})
        sheet.conditional_format("B5:B8", {"type": "data_bar", "data_bar_2010": True, "bar_solid": True})
        sheet.write_url("D5", "https://example.org/a?b=1&c=2", plain, "out")
        sheet.write_url("D6", f"internal:'{names[0].replace(chr(39), chr(39) * 2)}'!A1", plain, "in")
        if number < 2:
            chart = book.add_chart({"type": "column"})
            quoted = name.replace("'", "''")
            chart.add_series({"categories": f"='{quoted}'!$A$5:$A$8", "values": f"='{quoted}'!$C$5:$C$8"})
            sheet.insert_chart("F2", chart)
    book.close()
    return out.getvalue()


def sample_graft(package: Package, names: Sequence[str] = NAMES, note: str = "first") -> Change:
    """The graft of the sample into a package; names: of its tabs there, in the order of their keys."""
    tabs = [Tab(f"{PREFIX}{number}", name) for number, name in enumerate(names)]
    return graft(package, render(names, note=note), tabs, prefix=PREFIX, sign=SIGN, seal=SEAL)


@pytest.fixture(scope="session")
def sample() -> SimpleNamespace:
    """The rendered sample: names, prefix, sign, seal, render(names, note=...), graft(package, names, note)."""
    return SimpleNamespace(names=NAMES, prefix=PREFIX, sign=SIGN, seal=SEAL, render=render, graft=sample_graft)


@pytest.fixture
def refresh(tmp_path: Path) -> Callable[..., tuple[Path, Change]]:
    """Grafts the sample into a workbook, checks what was written as store does, and hands out the new file."""

    def run(path: Path, names: Sequence[str] = NAMES, note: str = "first") -> tuple[Path, Change]:
        out = tmp_path / f"refreshed-{len(list(tmp_path.iterdir()))}{path.suffix}"
        with Package.open(path) as package:
            change = sample_graft(package, names, note)
            with out.open("wb") as file:
                change.write(file)
            verify(package, out, change)
        return out, change

    return run


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    """A workbook as staff have it: chart, picture, comment, formats, names, macros, hidden sheet, the second active."""
    path = tmp_path / "staff's & own.xlsm"
    path.write_bytes(_staff_workbook())
    return path


@lru_cache
def _staff_workbook() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_vba_project(io.BytesIO(b"\xd0\xcf\x11\xe0 macros"), is_stream=True)
        first, second, third = (book.add_worksheet(name) for name in ("Cover", "Rencana Aksi", "Archive"))
        third.hide()
        second.activate()
        first.insert_image("B3", "logo.png", {"image_data": io.BytesIO(PNG)})
        first.write_comment("A1", "seen")
        second.write("A1", "text", book.add_format({"num_format": "0.000", "bg_color": "#00FF00"}))
        second.write_formula("B1", "=SUM(C1:C5)", None, 3)
        second.conditional_format("A1:A5", {"type": "cell", "criteria": ">", "value": 3, "format": book.add_format()})
        second.autofilter("A1:B5")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "='Rencana Aksi'!$A$1:$A$5"})
        second.insert_chart("D2", chart)
        book.define_name("Target", "='Rencana Aksi'!$B$1")
        book.define_name("Archive!Local", "=Archive!$A$1")
    return out.getvalue()


@pytest.fixture
def with_sample(staff: Path, tmp_path: Path) -> Path:
    """`staff` after a first refresh, which is made once."""
    path = tmp_path / f"with sample{staff.suffix}"
    path.write_bytes(_with_sample(staff.read_bytes()))
    return path


@lru_cache(maxsize=1)
def _with_sample(workbook: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "staff.xlsm")
        path.write_bytes(workbook)
        out = io.BytesIO()
        with Package.open(path) as package:
            sample_graft(package).write(out)
    return out.getvalue()


@pytest.fixture
def parts() -> Callable[[Path], Mapping[str, bytes]]:
    """A workbook's parts by name, read without the package's code."""

    def read(path: Path) -> Mapping[str, bytes]:
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return read


@pytest.fixture
def rezip(tmp_path: Path) -> Callable[..., Path]:
    """A copy of a workbook with other bytes in some parts: None takes a part away, a function changes it."""

    def write(path: Path, changes: Mapping[str, bytes | Callable[[bytes], bytes] | None], name: str = "copy") -> Path:
        out = tmp_path / f"{name}{path.suffix}"
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.namelist():
                data = changes.get(entry, old.read(entry))
                if data is not None:
                    new.writestr(entry, data(old.read(entry)) if callable(data) else data)
            for entry, data in changes.items():
                if entry not in old.namelist() and isinstance(data, bytes):
                    new.writestr(entry, data)
        return out

    return write


@pytest.fixture
def mutate(rezip: Callable[..., Path]) -> Callable[..., Path]:
    """A copy of a workbook with texts replaced in one part; each must be there."""

    def write(path: Path, part: str, *pairs: tuple[str, str], name: str = "copy") -> Path:
        def change(data: bytes) -> bytes:
            text = data.decode()
            for old, new in pairs:
                assert old in text, old
                text = text.replace(old, new)
            return text.encode()

        return rezip(path, {part: change}, name)

    return write

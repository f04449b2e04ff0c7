"""Random sequences of what staff do to a workbook, and refreshes in between: what is staff's stays the same bytes.

After each refresh the administrator's own proof, `periksa-utuh`, is asked; it is tested by itself in
tests/opc/comparison/.
"""

import random
import re
import shutil
import tempfile
import warnings
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from excel_edits import ExcelEdit
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from zi_excel.errors import WorkbookError
from zi_excel.opc.comparison.result import PartStanding
from zi_excel.verbs.monev import monev
from zi_excel.verbs.periksa_utuh import periksa_utuh

pytestmark = pytest.mark.slow

MARK = "_zi_excel_"
SIGN = "Dibuat oleh zi_excel"
TABS = {
    "monev_ringkasan": "Monev Ringkasan",
    "monev_i": "Monev I",
    "monev_ii": "Monev II",
    "monev_jadwal": "Monev Jadwal",
    "monev_temuan": "Monev Temuan",
    "monev_riwayat": "Monev Riwayat",
}
HEADER = [
    "NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB", "REALISASI (%)",
]  # fmt: skip
FIRST = [
    ["I", "MANAJEMEN PERUBAHAN"],
    [1, "Tim Kerja", "a. SK Tim", "Menyusun SK", "SK Tim", "Februari 2025", "Tim MP", 1],
    ["", "", "b. Prosedur", "Menyusun prosedur", "Notula", "Maret, Juni 2025", "", 0.5],
]
SECOND = [
    ["II", "PENATAAN TATA LAKSANA"],
    [1, "SOP", "a. SOP ditetapkan", "Menyusun SOP", "SOP", "Januari – Desember 2025", "Tim PTL"],
]
MATRIX, NOTES = "Rencana Aksi", "Catatan Kami"
SECOND_ROWS = (5, 6)
"""Rows of the second komponen: staff take it out of the matrix and put it back."""
DAYS = [date(2025, month, 20) for month in (1, 5, 9, 12)]


def made(path: Path) -> None:
    """A workbook with a small matrix, a chart, a comment, a filter and names."""
    with xlsxwriter.Workbook(path) as book:
        matrix, notes = book.add_worksheet(MATRIX), book.add_worksheet(NOTES)
        for number, row in enumerate([HEADER, *FIRST, *SECOND]):
            matrix.write_row(
                number, 0, row, book.add_format({"bold": True, "bg_color": "#FFCC99"}) if not number else None
            )
        for row in range(5):
            notes.write(row, 0, row * row)
        notes.write_formula("B1", "=SUM(A1:A5)", None, 30)
        notes.write_comment("A1", "Diperiksa")
        notes.autofilter("A1:B5")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": f"='{NOTES}'!$A$1:$A$5"})
        notes.insert_chart("C2", chart)
        book.define_name("Target_Kita", f"='{NOTES}'!$B$1")


def marks(book: ExcelEdit) -> dict[str, str]:
    """By their keys, the tabs that a name of the tool's covers; those whose sheets are no more left out."""
    found = {}
    for name, local, text, _ in book.defined_names:
        covered = re.fullmatch(r"'(.+)'!\$1:\$1048576", text)
        if name.startswith(MARK) and local is None and covered:
            assert name not in found
            found[name.removeprefix(MARK)] = covered[1]
    return found


class Staff:
    """What staff do. Each method is one thing; chance decides about what is left open."""

    def __init__(self, book: ExcelEdit, chance: random.Random):
        self.book = book
        self.chance = chance
        self.tabs = list(marks(book).values())
        self.matrix = next(name for name in book.names if name.startswith(MATRIX))
        self.own = [name for name in book.names if name not in self.tabs]

    def any(self, names):
        """One of some names; of all sheets where there are none."""
        return self.chance.choice(names or self.book.names)

    @property
    def new(self):
        """A sheet's name that is not there yet."""
        return next(name for n in range(1, 1000) if (name := f"Lembar ke {n}") not in self.book.names)

    def report(self):
        self.book.type(self.matrix, f"H{self.chance.choice([3, 4])}", self.chance.choice([0, 0.25, 1, "selesai", None]))

    def take_out_or_put_back_a_komponen(self):
        """Its rows are blank, or as they were."""
        self._fill([[None] * 7] * 2 if self.chance.random() < 0.6 else SECOND)

    def _fill(self, rows):
        for number, values in zip(SECOND_ROWS, rows, strict=True):
            for column, value in zip("ABCDEFG", values, strict=False):
                self.book.type(self.matrix, f"{column}{number}", value)

    def add_a_sheet(self):
        self.book.add(self.new, self.chance.randrange(len(self.book.sheets) + 1))

    def remove_a_sheet(self):
        if others := [name for name in self.own if name != self.matrix]:
            self.book.delete(self.any(others))

    def rename_a_sheet(self):
        name = self.any(self.own)
        self.book.rename(name, f"{MATRIX} {self.new}" if name == self.matrix else self.new)

    def rename_a_tab(self):
        self.book.rename(self.any(self.tabs or self.own[1:]), self.new)

    def move_a_sheet(self):
        self.book.move(self.any(self.book.names), self.chance.randrange(len(self.book.sheets)))

    def hide_or_show_a_sheet(self):
        name = self.any([name for name in self.book.names if name not in (self.matrix, self.book.active)])
        if name not in (self.matrix, self.book.active):
            self.book.sheet(name).set("state", self.chance.choice(["hidden", "visible", "veryHidden"]))

    def open_a_sheet(self):
        visible = [each.get("name") for each in self.book.sheets if each.get("state", "visible") == "visible"]
        self.book.activate(self.any(visible))

    def colour_a_tab(self):
        self.book.colour(self.any(self.tabs), self.chance.choice(["FF00B050", "FFC00000"]))

    def delete_a_tab(self):
        if self.tabs:
            self.book.delete(self.any(self.tabs))

    def copy_a_tab(self):
        if self.tabs:
            self.book.copy(self.any(self.tabs), self.new)

    def type_into_a_tab(self):
        self.book.type(
            self.any(self.tabs), f"{self.chance.choice('CHZ')}{self.chance.randrange(12, 40)}", "Catatan kami"
        )

    def sort_a_tab(self):
        if self.tabs:
            self.book.sort(self.any(self.tabs), *self.chance.sample(range(12, 20), 2))

    def comment(self):
        self.book.comment(self.any(self.book.names))

    def paste_a_picture(self):
        self.book.picture(self.any(self.book.names))

    def define_a_name(self):
        names = [name for name in self.book.names if name != marks(self.book).get("monev_ii")]
        number = sum(name.startswith("Nama_") for name, *_ in self.book.defined_names)
        local = self.chance.choice([None, self.chance.randrange(len(self.book.sheets))])
        self.book.define(f"Nama_{number}", f"'{self.any(names)}'!$A$1", local=local, hidden=self.chance.random() < 0.3)

    def change_a_style(self):
        self.book.restyle(self.chance.choice([10, 11, 12]))


EDITS = sorted(name for name in vars(Staff) if not name.startswith("_") and name not in ("any", "new"))


def listed(path: Path, own: set[str]) -> list[dict[str, str]]:
    """What the workbook part says of the sheets that are not among the tool's new or removed tabs."""
    return [dict(sheet.attrib) for sheet in ExcelEdit(path).sheets if sheet.get("name") not in own]


class Sequences(RuleBasedStateMachine):
    """A workbook in the hands of staff, of another program, and of the tool."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="zi_excel-"))
        self.path = self.folder / "rencana aksi.xlsx"

    def teardown(self):
        shutil.rmtree(self.folder)

    @initialize(day=st.sampled_from(DAYS), place=st.integers(0, len(TABS)))
    def begin(self, day, place):
        """Staff's workbook, refreshed once; then staff move the tab of a komponen that may go again."""
        made(self.path)
        self._refresh(day)
        with ExcelEdit(self.path) as book:
            book.move("Monev II", place)

    @rule(edits=st.lists(st.sampled_from(EDITS), max_size=4), seed=st.integers(0, 1000), day=st.sampled_from(DAYS))
    def staff_edit(self, edits, seed, day):
        """A few things, each saved by Excel; then a refresh."""
        chance = random.Random(seed)
        for edit in edits:
            with ExcelEdit(self.path) as book:
                getattr(Staff(book, chance), edit)()
        self._refresh(day)

    @rule(spoil=st.sampled_from(["", "_sign_typed_over", "_name_of_a_tab_taken", "_tab_that_goes_is_read"]))
    def other_things_happen(self, spoil):
        """Another program saves; or staff do what leaves a refresh no safe way, and undo it."""
        if spoil:
            self._refused(getattr(self, spoil))
            return
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl says what it loses: its own doing
            openpyxl.load_workbook(self.path).save(self.path)

    def _refresh(self, day: date) -> None:
        """The tabs are there once each, all else is as it was, and a second refresh finds nothing to do."""
        before = self.path.read_bytes()
        had = marks(ExcelEdit(self.path))
        try:
            result = monev(self.path, per=day)
        except WorkbookError as refusal:
            self._follow(str(refusal), before)
            self._refresh(day)
            return
        has = marks(ExcelEdit(self.path))
        assert {key: has.get(key, name) for key, name in had.items()} == had
        assert has.keys() in (TABS.keys(), TABS.keys() - {"monev_ii"})
        assert {key: name for key, name in has.items() if key not in had}.items() <= TABS.items()
        assert len(set(has.values())) == len(has)
        assert result.changed == (self.path.read_bytes() != before)
        if result.changed:
            self._assert_intact(result.backup, before)
            passing = {*result.added, *result.removed}
            assert listed(result.backup, passing) == listed(self.path, passing)
        self._assert_done(day)

    def _follow(self, refusal: str, before: bytes) -> None:
        """Staff's copies of tabs read the tab that is to go: staff delete it themselves, as they are told."""
        assert self.path.read_bytes() == before
        tab = re.match(r"Tab '(.+)' tidak diperlukan lagi tetapi masih dirujuk", refusal)[1]
        with ExcelEdit(self.path) as book:
            assert marks(book)["monev_ii"] == tab
            own = [book.part_of(name) for name in book.names if name not in marks(book).values()]
            assert any(f"'{tab}'!".encode() in book.parts[part] for part in own)
            book.delete(tab)

    def _refused(self, spoil: Callable[[ExcelEdit], str | None]) -> None:
        """Nothing is written, and what to do is said. spoil: does the harm; which words to expect, where it could."""
        before = self.path.read_bytes()
        with ExcelEdit(self.path) as book:
            words = spoil(book)
        if words:
            spoiled, backups = self.path.read_bytes(), self._backups()
            with pytest.raises(WorkbookError, match=words):
                monev(self.path, per=DAYS[-1])
            assert self.path.read_bytes() == spoiled
            assert self._backups() == backups
        self.path.write_bytes(before)

    def _sign_typed_over(self, book: ExcelEdit) -> str | None:
        for name in marks(book).values():
            part = book.part_of(name)
            if SIGN.encode() in book.parts[part]:
                book.parts[part] = book.parts[part].replace(SIGN.encode(), b"Catatan kami")
                return f"hapus tab '{name}'"
        return None

    def _name_of_a_tab_taken(self, book: ExcelEdit) -> str:
        if (tab := marks(book).get("monev_i")) is not None:
            book.delete(tab)
        if "Monev I" not in book.names:
            book.add("Monev I", 0)
        return "'Monev I'"

    def _tab_that_goes_is_read(self, book: ExcelEdit) -> str | None:
        if (tab := marks(book).get("monev_ii")) is None:
            return None
        Staff(book, random.Random(0))._fill([[None] * 7] * 2)
        book.define("Dibaca", f"'{tab}'!$A$1")
        return f"'{tab}'.*Dibaca"

    def _backups(self) -> list[Path]:
        return sorted((self.folder / "cadangan").glob("*"))

    def _assert_intact(self, backup: Path, before: bytes) -> None:
        assert backup.read_bytes() == before
        comparison = periksa_utuh(backup, self.path).comparison
        assert [(part.part, part.details) for part in comparison.of(PartStanding.DIFFERS)] == []
        assert comparison.recompressed == ()
        with zipfile.ZipFile(self.path) as archive:
            assert archive.testzip() is None

    def _assert_done(self, day: date) -> None:
        written = self.path.read_bytes(), self.path.stat().st_mtime_ns
        again = monev(self.path, per=day)
        assert not again.changed
        assert again.backup is None
        assert (self.path.read_bytes(), self.path.stat().st_mtime_ns) == written


Sequences.TestCase.settings = settings(
    max_examples=10,
    stateful_step_count=8,
    derandomize=True,
    print_blob=False,
    phases=[Phase.generate, Phase.shrink],
)
TestSequences = Sequences.TestCase

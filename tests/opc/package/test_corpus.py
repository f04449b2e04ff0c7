"""Real workbooks by many producers: grafted with every staff part the same, or refused in a sentence; never a crash."""

import zipfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineError, CalamineWorkbook

from zi_excel.errors import WorkbookError
from zi_excel.opc.comparison.compare import compare
from zi_excel.opc.comparison.result import PartStanding
from zi_excel.opc.package.package import Package

CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus"
FILES = sorted(CORPUS.glob("*.xls[xm]"))
MAY_DIFFER = ("[Content_Types].xml", "workbook.xml", "workbook.xml.rels", "styles.xml", "app.xml", "calcChain.xml")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FILES, reason="the corpus of real workbooks (../shared/corpus) is not here"),
]


def facts(path):
    with zipfile.ZipFile(path) as archive:
        return [(info.filename, info.CRC, info.file_size, info.compress_size) for info in archive.infolist()]


def opens(path):
    """The number of sheets that calamine sees; None where it can't open the file."""
    try:
        return len(CalamineWorkbook.from_path(str(path)).sheet_names)
    except CalamineError:
        return None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_graft(path, sample, refresh, tmp_path):
    """Grafted: staff's parts the same, in their order; again: nothing; without tabs: only staff's parts again."""
    try:
        out, change = refresh(path)
    except WorkbookError as refusal:
        sentence = str(refusal)
    else:
        _check_grafted(path, out, change)
        _check_again(path, out, change, refresh)
        if (sheets := opens(path)) is not None:
            assert opens(out) == sheets + len(sample.names)
        return
    assert str(path) in sentence
    assert "\n" not in sentence
    assert not any(out.stat().st_size for out in tmp_path.iterdir()), "nothing is written"


def _check_grafted(path, out, change):
    before, after = facts(path), facts(out)
    for old, new in zip(before, after, strict=False):
        assert old == new or (old[0] == new[0] and old[0].replace("\\", "/").endswith(MAY_DIFFER))
    assert len(after) == len(before) + len(change.added)


def _check_again(path, out, change, refresh):
    assert refresh(out)[1].empty
    second = refresh(out, note="second")[1]
    assert not second.added
    assert not second.removed
    cleared, _ = refresh(out, ())
    created = {part[1:] for part in change.added if "styles" in part}
    assert {name for name, *_ in facts(cleared)} - created == {name for name, *_ in facts(path)}


@pytest.mark.parametrize("path", FILES[::8], ids=lambda path: path.name)
def test_periksa_utuh(path, sample, refresh):
    """The administrator's proof finds nothing in any of them, after the first refresh, another one and the removal."""
    try:
        first = refresh(path)[0]
    except WorkbookError:
        pytest.skip("refused")
    second = refresh(first, note="second")[0]
    states = [path, first, second, refresh(second, ())[0]]
    for old, new in [*pairwise(states), (path, states[-1])]:
        with Package.open(old) as before, Package.open(new) as after:
            comparison = compare(before, after, prefix=sample.prefix, sign=sample.sign, seal=sample.seal)
        assert not comparison.of(PartStanding.DIFFERS)
        assert not comparison.recompressed


def test_refusals():
    """What the corpus is refused for, by class; a change here is a change of what staff can do."""
    refused = Counter()
    for path in FILES:
        try:
            with Package.open(path):
                pass
        except WorkbookError as refusal:
            refused[str(refusal).removeprefix(f"'{path}' ").partition(";")[0]] += 1
    cover = "dilindungi Dell Data Guardian: yang terlihat hanya halaman sampul, isinya terenkripsi"
    assert refused == {"terkunci kata sandi": 5, "rusak atau terpotong": 5, cover: 1}


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl", "ignore::DeprecationWarning", "ignore::FutureWarning")
@pytest.mark.parametrize("path", FILES[::12], ids=lambda path: path.name)
def test_openpyxl_opens_what_it_opened(path, sample, refresh):
    """What another library could open, it can open afterwards, and sees the tabs (it sees no sheet of Strict ones)."""
    try:
        before = openpyxl.load_workbook(path).sheetnames
        out, _ = refresh(path)
    except Exception:  # noqa: BLE001 (whatever openpyxl raises of a file that it can't read)
        pytest.skip("openpyxl can't open it, or it is refused")
    if before:
        assert openpyxl.load_workbook(out).sheetnames == [*before, *sample.names]

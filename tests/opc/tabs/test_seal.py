"""What stood in a tab is kept as texts in names of the tab, within the limits of every program."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.marks import seal_names, sealed_sheets
from zi_excel.opc.tabs.seal import Seal, digest
from zi_excel.opc.workbook.workbook import DefinedName, Workbook

PREFIX = "_s_"
DIGESTS = st.lists(st.text().map(digest), max_size=1500)


def defined(names):
    return [DefinedName(name, text, 3, hidden=True) for name, text in names]


def rows(count):
    return tuple(digest(str(number)) for number in range(count))


@given(DIGESTS, DIGESTS)
@pytest.mark.slow
def test_kept_and_read(rows, objects):
    """What the names keep is read again, whatever their order in the workbook."""
    seal = Seal(tuple(rows), tuple(objects))
    assert Seal.read(defined(seal.names(PREFIX))[::-1], PREFIX) == seal


@pytest.mark.parametrize("count", [0, 1, 57, 58, 60, 479, 480, 481, 25_000])
def test_limits(count):
    """Excel's limits, with room left: 255 characters of a text, 8,192 of a formula (twice that in its memory)."""
    names = list(Seal(rows(count)).names(PREFIX))
    assert [name for name, _ in names] == [f"_s_{number}" for number in range(1, len(names) + 1)]
    for _, text in names:
        assert len(text) <= 4_000
        assert all(len(piece) <= 255 for piece in re.findall('"([^"]*)"', text))
    assert len(names) <= 1 + count // 450


def test_the_smallest():
    """Of a tab without content the form and the counts are kept: the name itself says whose tab it is."""
    assert list(Seal(()).names(PREFIX)) == [("_s_1", '"1;0;0;"')]
    assert Seal.read(defined([("_s_1", '"1;0;0;"')]), PREFIX) == Seal(())


@pytest.mark.parametrize(
    "change",
    [
        lambda text: f"={text}",
        lambda text: f" {text} ",
        lambda text: text.replace("&", " & "),
        lambda text: text.replace('"&"', ""),
    ],
    ids=["equals", "spaces around", "spaces inside", "one text"],
)
def test_written_by_others(change):
    """The formula as other programs may write it."""
    seal = Seal(rows(200), rows(2))
    names = [(name.upper(), change(text)) for name, text in seal.names(PREFIX)]
    assert Seal.read(defined(names), PREFIX) == seal


@pytest.mark.parametrize(
    "change",
    [
        lambda names: names[:0],
        lambda names: names[:-1],
        lambda names: names[1:],
        lambda names: [(name, "#NAME?") for name, _ in names],
        lambda names: [(name, "Sheet1!$A$1") for name, _ in names],
        lambda names: [(name, text.replace('"1;', '"2;', 1)) for name, text in names],
        lambda names: [(name, text.replace('"1;', '"x;', 1)) for name, text in names],
        lambda names: [(name, text.replace(";600;", ";-600;", 1)) for name, text in names],
        lambda names: [(name, text.replace(";600;", ";;", 1)) for name, text in names],
        lambda names: [(name, text[:-40] + '"') for name, text in names],
        lambda names: [(name + "x", text) for name, text in names],
        lambda names: [("_t" + name, text) for name, text in names],
    ],
)
def test_not_whole(change):
    """Lost, cut short, of another form: nothing is known, rather than something wrong."""
    names = list(Seal(rows(600)).names(PREFIX))
    assert len(names) > 1
    assert Seal.read(defined(change(names)), PREFIX) is None


@given(st.lists(st.tuples(st.text(max_size=8), st.text())))
@pytest.mark.slow
def test_any_names(names):
    """Names of any kind: a seal or none, never an exception."""
    Seal.read(defined([(f"{PREFIX}{name}", text) for name, text in names]), PREFIX)


def test_whose_they_are(staff, refresh, mutate, sample):
    """A seal is a sheet's own name; the workbook's and another sheet's are none of its."""
    more = (
        '<definedName name="_SEALED_7" localSheetId="3">"x"</definedName>'
        '<definedName name="_sealed_8">"x"</definedName>'
        '<definedName name="_sealed_9" localSheetId="99">"x"</definedName></definedNames>'
    )
    with Package.open(mutate(refresh(staff)[0], "xl/workbook.xml", ("</definedNames>", more))) as package:
        workbook = Workbook.of(package)
        assert sealed_sheets(workbook, sample.seal) == [3, 4, 5]
        names = [seal_names(workbook, sheet, sample.seal) for sheet in workbook.sheets]
    assert [[item.name for item in each] for each in names] == [
        *[[]] * 3,
        ["_sealed_1", "_SEALED_7"],
        ["_sealed_1"],
        ["_sealed_1"],
    ]


def test_the_same_content_has_the_same_seal(staff, refresh, parts):
    """Written deterministically, and hidden."""
    once, again = (parts(refresh(staff)[0])["xl/workbook.xml"].decode() for _ in range(2))
    names = re.findall('<definedName name="_sealed_[^>]*>[^<]*', once)
    assert names == re.findall('<definedName name="_sealed_[^>]*>[^<]*', again)
    assert len(names) == 3
    assert all('hidden="1"' in name for name in names)

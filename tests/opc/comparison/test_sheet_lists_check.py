"""What may change in docProps/app.xml and calcChain.xml: what lists the tool's tabs."""

import pytest
from compared_packages import APP, CHAIN, RELS, TYPES, assert_clean, differing

from zi_excel.opc.comparison.result import PartStanding

TITLE = "<vt:lpstr>Archive</vt:lpstr>"


WRONG = [
    ("the company", APP, "<Company/>", "<Company>KPU</Company>"),
    ("a title", APP, TITLE, TITLE.replace("Archive", "Arsip")),
    ("a title gone", APP, TITLE, ""),
    ("the count of titles", APP, "<vt:i4>6</vt:i4>", "<vt:i4>5</vt:i4>"),
    ("the count of names", APP, "<vt:i4>2</vt:i4>", "<vt:i4>3</vt:i4>"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_a_refresh_must_not_do(found_with, part, old, new):
    """One change more than the refresh made: seen, and at that part alone, with a word on what it is."""
    assert list(found_with(part, old, new)) == [f"/{part}"]


CHAIN_XML = '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</calcChain>'


CHAIN_REL = (
    b'<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" '
    b'Target="calcChain.xml"/></Relationships>'
)


CHAIN_TYPE = (
    b'<Override PartName="/xl/calcChain.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>'
)


STAFFS, OURS = '<c r="B1" i="2"/><c r="B2"/><c r="B3" l="1"/>', '<c r="C5" i="4"/><c r="C6"/>'


@pytest.fixture
def with_chain(staff, refresh, rezip):
    """A refreshed workbook with a calcChain of the given entries."""

    def make(entries):
        changes = {
            CHAIN: CHAIN_XML.format(entries).encode(),
            RELS: lambda data: data.replace(b"</Relationships>", CHAIN_REL),
            TYPES: lambda data: data.replace(b"</Types>", CHAIN_TYPE),
        }
        return rezip(refresh(staff)[0], changes, name="chained")

    return make


@pytest.mark.parametrize("entries", [STAFFS + OURS, OURS + STAFFS, STAFFS, OURS], ids=["last", "first", "none", "all"])
def test_calc_chain(with_chain, refresh, compared, entries):
    """Entries of the tool's tabs go, and with the last one the part."""
    path = with_chain(entries)
    out, _ = refresh(path, note="second")
    comparison = compared(path, out)
    assert_clean(comparison)
    standings = {part.part: part.standing for part in comparison.parts}
    assert standings[f"/{CHAIN}"] is (PartStanding.SAME if entries == STAFFS else PartStanding.REGISTERED)


@pytest.mark.parametrize(
    "change",
    [('<c r="B2" i="2"/>', ""), ('r="B1"', 'r="B9"'), ('r="B1" i="2"', 'r="B1" i="3"'), (' l="1"', "")],
    ids=["gone", "cell", "sheet", "level"],
)
def test_calc_chain_of_staffs(with_chain, refresh, compared, mutate, change):
    """An entry of staff's that is not what it was."""
    path = with_chain(STAFFS + OURS)
    out, _ = refresh(path, note="second")
    assert list(differing(compared(path, mutate(out, CHAIN, change)))) == [f"/{CHAIN}"]


def test_a_calc_chain_that_must_not_go(with_chain, refresh, compared, rezip):
    """With entries of staff's in it, it has to stay, with its relationship and type."""
    path = with_chain(STAFFS + OURS)
    changes = {
        CHAIN: None,
        RELS: lambda data: data.replace(CHAIN_REL, b"</Relationships>"),
        TYPES: lambda data: data.replace(CHAIN_TYPE, b"</Types>"),
    }
    found = differing(compared(path, rezip(refresh(path, note="second")[0], changes)))
    assert set(found) == {f"/{CHAIN}", f"/{RELS}", f"/{TYPES}"}

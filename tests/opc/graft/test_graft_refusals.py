"""When a graft is refused, before anything is written: what staff have would come to harm."""

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.opc.graft.graft import graft
from zi_excel.opc.graft.plan import Tab
from zi_excel.opc.package.package import Package

SHEET = "xl/worksheets/sheet{}.xml"
SHARED = (
    '<Relationship Id="rId77" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/revisionHeaders" '
    'Target="revisions/revisionHeaders.xml"/></Relationships>'
)
SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
REFUSED = {
    "sheet of that name": (
        ("xl/workbook.xml", '"Archive"', '"TAB one"'),
        "'TAB one' sudah ada dan bukan buatan alat ini",
    ),
    "locked": (("xl/workbook.xml", "<sheets>", '<workbookProtection lockStructure="1"/><sheets>'), "dikunci"),
    "signed": (
        (
            "_rels/.rels",
            "</Relationships>",
            f'<Relationship Id="s" Type="{SIGNATURE}" Target="_xmlsignatures/origin.sigs"/></Relationships>',
        ),
        "tanda tangan digital",
    ),
    "shared": (
        ("xl/_rels/workbook.xml.rels", "</Relationships>", SHARED),
        "Shared Workbook",
    ),
    "styles cut off": (("xl/styles.xml", "</styleSheet>", ""), r"styles\.xml.*rusak"),
    "doctype": (("xl/workbook.xml", "<workbook ", '<!DOCTYPE workbook [<!ENTITY a "b">]><workbook '), "DOCTYPE"),
}


@pytest.mark.parametrize(("change", "words"), REFUSED.values(), ids=REFUSED)
def test_refused(staff, refresh, mutate, change, words):
    """What can't be done without harm is refused before anything is written."""
    part, old, new = change
    path = mutate(staff, part, (old, new))
    with pytest.raises(WorkbookError, match=words):
        refresh(path)


def test_copy_of_a_tab(staff, refresh, mutate):
    """A tab whose hidden name is lost is no longer the tool's: staff are told to delete it."""
    path = mutate(refresh(staff)[0], "xl/workbook.xml", ('"_tool_0"', '"theirs"'))
    with pytest.raises(WorkbookError, match="hapus atau ganti nama tab 'Tab One'"):
        refresh(path)


def test_tabs_whose_names_are_all_lost(staff, refresh, mutate):
    """A program that drops such names: one sentence, not one tab a run."""
    pairs = [(f'"_tool_{number}"', f'"theirs_{number}"') for number in range(3)]
    path = mutate(refresh(staff)[0], "xl/workbook.xml", *pairs)
    with pytest.raises(WorkbookError, match="Tab 'Tab One', 'Tab Two', 'Tab's & Three' memuat tanda"):
        refresh(path)


def test_disagreement(staff, refresh, mutate):
    """Where the signs disagree, nothing is done."""
    path = mutate(refresh(staff)[0], SHEET.format(4), ("Made by the tool", "Mine"))
    with pytest.raises(WorkbookError, match="hapus tab 'Tab One'"):
        refresh(path)


def test_locked_structure_allows_replacing(staff, refresh, mutate):
    """A locked structure forbids new tabs, not a refresh of those that are there."""
    path = mutate(refresh(staff)[0], "xl/workbook.xml", ("<sheets>", '<workbookProtection lockStructure="1"/><sheets>'))
    assert refresh(path, note="second")[1].tabs_replaced


def test_rendered_under_another_name(staff, refresh, mutate, sample):
    """A caller that renders a tab under another name than staff's is told: its formulas would lead nowhere."""
    path = mutate(refresh(staff)[0], "xl/workbook.xml", ('"Tab One"', '"Satu"'), ("'Tab One'!", "Satu!"))
    with Package.open(path) as package, pytest.raises(ValueError, match="Tab One"):
        sample.graft(package)
    with Package.open(staff) as package, pytest.raises(ValueError, match="Nothing"):
        graft(
            package, sample.render(), [Tab("_tool_0", "Nothing")], prefix="_tool_", sign=sample.sign, seal=sample.seal
        )

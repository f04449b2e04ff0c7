"""Which rich value of a workbook is a picture."""

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import xml
from zi_excel.opc.workbook.rich_values import RichValues

RICH = "http://schemas.microsoft.com/office/spreadsheetml/2017/richdata"
METADATA = (
    f'<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xlrd="{RICH}">'
    '<futureMetadata name="XLDAPR"><bk/></futureMetadata><futureMetadata name="XLRICHVALUE">{}</futureMetadata>'
    '<valueMetadata>{}</valueMetadata></metadata>'
)  # fmt: skip
BLOCK = '<bk><extLst><ext uri="x"><xlrd:rvb i="{}"/></ext></extLst></bk>'
RECORD = '<bk><rc t="1" v="{}"/></bk>'
VALUES = f'<rvData xmlns="{RICH}"><rv s="0"/><rv s="1"/><rv s="2"/><rv s="9"/></rvData>'
KINDS = f'<rvStructures xmlns="{RICH}"><s t="_localImage"/><s t="_error"/><s t="_webimage"/></rvStructures>'


class Held:
    """A package of the three parts that say what a rich value is."""

    workbook_part = "/xl/workbook.xml"

    def __init__(self, **parts):
        self.parts = parts

    def relationships(self, _part):
        return self

    def of_kind(self, kind):
        return [type("Stated", (), {"part": kind})] if kind in self.parts else []

    def __contains__(self, part):
        return part in self.parts

    def root(self, part):
        return xml.parse(self.parts[part].encode(), part)


def rich(**changed):
    metadata = METADATA.format("".join(map(BLOCK.format, (2, 1, 0, 3))), "".join(map(RECORD.format, (0, 1, 2, 3, 7))))
    parts = {"sheetMetadata": metadata, "rdRichValue": VALUES, "rdRichValueStructure": KINDS} | changed
    return RichValues(Held(**{name: text for name, text in parts.items() if text is not None}))


def test_a_cells_number_leads_to_a_kind_over_three_parts():
    """From the metadata to the value to its structure: a web image, an error, a local image, and what leads nowhere."""
    assert [rich().is_picture(index) for index in range(7)] == [False, True, False, True, False, False, False]


@pytest.mark.parametrize("part", ["sheetMetadata", "rdRichValue", "rdRichValueStructure"])
def test_where_a_part_is_missing_or_damaged_nothing_is_a_picture(part):
    """The cell's error value is told of then, as before."""
    assert not rich(**{part: None}).is_picture(1)
    damaged = rich(**{part: "<a"})
    with pytest.raises(WorkbookError):
        damaged._package.root(part)
    assert not damaged.is_picture(1)

"""What the tests of the comparison share: parts' names, a workbook's entries edited, what is found to differ."""

import re
import zipfile

from zi_excel.opc.comparison.result import PartStanding

BOOK, RELS, TYPES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
STYLES, APP, CHAIN = "xl/styles.xml", "docProps/app.xml", "xl/calcChain.xml"
CHART, SHEET, PNG = "xl/charts/chart1.xml", "xl/worksheets/sheet2.xml", "xl/media/image1.png"


def differing(comparison):
    """The parts that differ where they must not, with what is told of them."""
    return {part.part: part.details for part in comparison.of(PartStanding.DIFFERS)}


def assert_clean(comparison):
    """Nothing differs but what a refresh may change."""
    assert differing(comparison) == {}
    assert comparison.intact
    assert not comparison.recompressed
    assert not comparison.saved_elsewhere


def replaced_once(old, new):
    """A function that replaces the first `old` (a text or a pattern) of a part by `new`; it must be there."""

    def change(data):
        text = data.decode()
        changed = re.sub(old, new, text, count=1) if isinstance(old, re.Pattern) else text.replace(old, new, 1)
        assert changed != text
        return changed.encode()

    return change


def written(path, out, change):
    """A copy of a workbook whose list of (entry, data) was changed."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in change([(name, old.read(name)) for name in old.namelist()]):
            new.writestr(name, data)
    return out

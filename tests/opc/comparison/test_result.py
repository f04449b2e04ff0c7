"""What a comparison found, as its readers ask for it."""

from zi_excel.opc.comparison.result import ComparedPart, PackageComparison, PartStanding

SAME = ComparedPart("/a", PartStanding.SAME, as_it_lay=True)
ANEW = ComparedPart("/b", PartStanding.SAME)
REGISTERED = ComparedPart("/c", PartStanding.REGISTERED)
DIFFERS = ComparedPart("/d", PartStanding.DIFFERS)


def test_intact():
    """Parts that may differ leave a workbook intact; one that must not differ does not."""
    assert PackageComparison((SAME, ANEW, REGISTERED)).intact
    assert not PackageComparison((SAME, DIFFERS)).intact


def test_parts_of_a_standing():
    """In their order; of the same bytes, those that were compressed anew are told apart."""
    comparison = PackageComparison((ANEW, REGISTERED, SAME, DIFFERS))
    assert comparison.of(PartStanding.SAME) == (ANEW, SAME)
    assert comparison.recompressed == (ANEW,)

"""Parts for workbooks that were saved as Strict."""

from zi_excel.opc.package.strict import strict_part, strict_type


def test_namespaces():
    """Every namespace that XlsxWriter writes has its Strict form; others stay."""
    base = "http://schemas.openxmlformats.org"
    data = (
        f'<x xmlns="{base}/spreadsheetml/2006/main" xmlns:r="{base}/officeDocument/2006/relationships" '
        f'xmlns:c="{base}/drawingml/2006/chart" uri="{base}/drawingml/2006/chart" '
        'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/>'
    )
    assert strict_part(data.encode()).decode() == (
        '<x xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" '
        'xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" '
        'xmlns:c="http://purl.oclc.org/ooxml/drawingml/chart" uri="http://purl.oclc.org/ooxml/drawingml/chart" '
        'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/>'
    )


def test_types():
    """Relationship types as well; Microsoft's own stay."""
    assert strict_type("http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart").startswith(
        "http://purl"
    )
    microsoft = "http://schemas.microsoft.com/office/2011/relationships/chartStyle"
    assert strict_type(microsoft) == microsoft

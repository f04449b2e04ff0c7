"""Links of formulas that name other cells, near the matrix, far from it, on another sheet."""

import pytest


@pytest.mark.parametrize(
    ("formula", "links"),
    [
        ('=HYPERLINK(N3,"SK")', ("https://a.id/sk.pdf",)),
        ('=HYPERLINK(AZ3&"b.pdf","SK")', ("https://a.id/jauh/b.pdf",)),
        ("=HYPERLINK(Alamat!B900)", ("https://a.id/lain.pdf",)),
        ("=HYPERLINK(alamat!B901&F3)", ("https://a.id/Maret 2025",)),
        ("=HYPERLINK('Rencana Aksi'!N3,\"SK\")", ("https://a.id/sk.pdf",)),
        ("=HYPERLINK(A1)", ("RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2025",)),
        ("=HYPERLINK(Alamat!Z1)", ()),
        ("=HYPERLINK(TakAda!B1)", ("=HYPERLINK(TakAda!B1)",)),
        ("=HYPERLINK(INDEX(N:N,3))", ("=HYPERLINK(INDEX(N:N,3))",)),
    ],
)
def test_the_cell_that_a_formula_names_says_where_it_leads(plan_of, formula, links):
    """A link whose address can't be worked out stays a link."""

    def edit(sheet):
        sheet["N3"] = "https://a.id/sk.pdf"
        sheet["AZ3"] = "https://a.id/jauh/"
        other = sheet.parent.create_sheet("Alamat")
        other["B900"] = "https://a.id/lain.pdf"
        other["B901"] = "https://a.id/"

    row = (1, "Tim", "a. SK", "Menyusun", "SK", "Maret 2025", None, "100%", None, formula)
    (found,) = plan_of([row], edit=edit).indikator()
    assert found.tautan_bukti.links == links

"""ZI817-ZI819: what the folder of evidence holds, handed to the rules as data."""

from datetime import date

import pytest

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.folder_bukti.folder import EvidenceFile, FolderBukti, KodeFolder, LinkState
from zi_excel.validation.rules import rules_of
from zi_excel.validation.subject import Subject

PER = date(2025, 11, 20)
FILES = tuple(EvidenceFile(f"SK {number}.pdf", date(2025, 3, number)) for number in (9, 8))


def hits(code, draft, folder):
    (rule,) = rules_of(code)
    return list(rule.check(Subject(draft.plan(), enacted_matrix(), PER, folder_bukti=folder)))


@pytest.fixture
def linked(draft):
    """A draft whose first indikator has these links."""

    def run(*links):
        text = "\n".join(links)
        cell = {"text": text, "value": text or None, "links": tuple(each for each in links if "." in each)}
        draft.row("I.1.a").set(tautan_bukti=cell)
        return draft

    return run


@pytest.mark.parametrize(
    ("code", "standing", "words"),
    [
        ("ZI817", LinkState.TIDAK_ADA, "tidak ada di folder bukti"),
        ("ZI817", LinkState.TIDAK_TERBACA, "tidak boleh dibaca"),
        ("ZI818", LinkState.DI_LUAR, "di luar folder bukti"),
    ],
)
def test_links_that_are_not_there(code, standing, words, linked):
    """Spoken of at TAUTAN BUKTI, once per cell; other links of the cell and of other kode aren't."""
    draft = linked("a.pdf", "b.pdf", "https://a.id/c.pdf")
    found = FolderBukti("bukti", {("I.1.a", "a.pdf"): standing, ("I.1.a", "b.pdf"): LinkState.ADA})
    (hit,) = hits(code, draft, found)
    assert hit.kode == "I.1.a"
    assert "“a.pdf”" in hit.message
    assert "b.pdf" not in hit.message
    assert words in hit.message
    assert not hits(code, draft, FolderBukti("bukti", {("I.1.b", "a.pdf"): standing}))
    assert not hits(code, draft, None)


def test_many_links_of_one_cell(linked):
    """Three are named."""
    names = [f"{number}.pdf" for number in range(5)]
    found = FolderBukti("bukti", {("I.1.a", name): LinkState.TIDAK_ADA for name in names})
    (hit,) = hits("ZI817", linked(*names), found)
    assert "2.pdf” dan 2 lagi" in hit.message
    assert "3.pdf" not in hit.message


@pytest.mark.parametrize(
    ("link", "files", "more", "said"),
    [
        ("", FILES, False, "2 berkas (terbaru “SK 9.pdf”, 9 Maret 2025)"),
        ("", FILES, True, "2 berkas atau lebih"),
        ("", (), False, None),
        ("https://a.id/x", FILES, False, None),
        ("lemari arsip", FILES, False, None),
    ],
)
def test_evidence_that_is_not_linked(link, files, more, said, linked):
    """ZI819 speaks where the folder of a kode holds something and its TAUTAN BUKTI nothing."""
    found = FolderBukti("bukti", kode={"I.1.a": KodeFolder("I.1.a", files, more)})
    told = hits("ZI819", linked(link), found)
    assert [hit.kode for hit in told] == ["I.1.a"] * (said is not None)
    assert said is None or said in told[0].message
    assert not hits("ZI819", linked(link), None)

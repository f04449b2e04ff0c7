"""What `laporan` shows at a terminal, and what it keeps to itself."""

import pytest

from zi_excel.cli import run

PER = ("--per", "2025-11-20")


@pytest.mark.slow
def test_where_the_report_is_and_what_it_says_of_the_whole(book, capsys):
    """Also what the cover lacks; the same report again is not written again."""
    out = book.with_name("laporan.xlsx")
    assert run(["laporan", str(book), "-o", str(out), *PER]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Laporan ditulis: {out}",
        "  Keadaan per 20 November 2025: capaian 0%, rencana 95,8%.",
        "  Belum diisi di zi-excel.toml, jadi kosong di Sampul: `kantor` dan `penanda_tangan`.",
    ]
    assert run(["laporan", str(book), "-o", str(out), *PER]) == 0
    assert capsys.readouterr().out.startswith(f"Laporan sudah sama, tidak ditulis lagi: {out}\n")


def test_diam_says_only_what_failed(book, capsys):
    """The report is there without a word; what is not a report is not overwritten, and stderr tells."""
    out = book.with_name("laporan.xlsx")
    assert run(["laporan", str(book), "-o", str(out), *PER, "--diam"]) == 0
    assert out.exists()
    assert capsys.readouterr() == ("", "")
    assert run(["laporan", str(book), "-o", str(book), *PER, "--diam"]) in {2, 3}
    shown, failure = capsys.readouterr()
    assert (shown, len(failure.splitlines())) == ("", 1)

"""Numbers of laws, decrees and letters: the year in one is part of it."""

import pytest

from zi_excel.plan.document_numbers import document_numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("SK Nomor 12/2025 tentang tim", "Nomor 12/2025"),
        ("Keputusan Nomor 31 Tahun 2025", "Nomor 31 Tahun 2025"),
        ("No. 12/ORT/2024", "No. 12/ORT/2024"),
        ("sesuai Perda 5 Tahun 2017", "Perda 5 Tahun 2017"),
        ("Peraturan Bupati Demak 3/2020", "Peraturan Bupati Demak 3/2020"),
        ("UU 28 Tahun 1999", "UU 28 Tahun 1999"),
        ("surat B-12/KPU/I/2024", "B-12/KPU/I/2024"),
        ("Laporan (31/PR.02/3372/2024)", "(31/PR.02/3372/2024"),
    ],
)
def test_a_number_is_found_up_to_its_year(text, number):
    """However it is written."""
    assert number in [text[start:end] for start, end in document_numbers(text)]


@pytest.mark.parametrize(
    "text",
    [
        "31/03/2025",
        "TW I/II/2025",
        "Jan/Feb/Mar/2025",
        "IX/2025",
        "SK Maret 2025",
        "SKP Tahun 2025",
        "renstra 2023 - 2027",
        "Maret 2025, Juni 2025",
    ],
)
def test_dates_periods_and_documents_without_a_number(text):
    """They are none."""
    assert list(document_numbers(text)) == []

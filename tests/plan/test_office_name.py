"""The office that the lines above a matrix name."""

import pytest

from zi_excel.plan.office_name import office_in


@pytest.mark.parametrize(
    ("lines", "office"),
    [
        (("RENCANA AKSI ZONA INTEGRITAS", "KOMISI PEMILIHAN UMUM SOLO TAHUN 2025"), "KOMISI PEMILIHAN UMUM SOLO"),
        (("RENCANA AKSI ZI-WBBM KPP PRATAMA SUKOHARJO TAHUN 2025",), "KPP PRATAMA SUKOHARJO"),
        (("RENCANA AKSI ZONA INTEGRITAS BPS KOTA BLITAR T.A. 2025",), "BPS KOTA BLITAR"),
        (("Matriks Rencana Aksi KPU Kabupaten Bantul",), "KPU Kabupaten Bantul"),
        (("Rencana Aksi Rutan Wonosobo Tahun 2025",), "Rutan Wonosobo"),
        (("RENCANA AKSI ZI MAN 2 MADIUN TAHUN 2025",), "MAN 2 MADIUN"),
        (("RENCANA AKSI ZI MENUJU WBK DAN WBBM PADA KEMENTERIAN AGAMA KOTA SOLO",), "KEMENTERIAN AGAMA KOTA SOLO"),
        (("RENCANA AKSI ZONA INTEGRITAS (ZI) MENUJU WILAYAH BEBAS DARI KORUPSI (WBK) DINAS X",), "DINAS X"),
        (("RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS KABUPATEN DEMAK TAHUN 2025",), "KABUPATEN DEMAK"),
        (("PENGADILAN NEGERI SLEMAN", "RENCANA AKSI ZI", "TAHUN 2025"), "PENGADILAN NEGERI SLEMAN"),
        (("Rencana Aksi Zona Integritas\nKecamatan Laweyan\nTahun 2025",), "Kecamatan Laweyan"),
        (("LAMPIRAN KEPUTUSAN KPU KABUPATEN TEGAL", "RENCANA AKSI ZONA INTEGRITAS TAHUN 2025"), "KPU KABUPATEN TEGAL"),
        (("KEPUTUSAN KETUA PENGADILAN AGAMA PATI NOMOR 7 TAHUN 2025", "RENCANA AKSI"), "PENGADILAN AGAMA PATI"),
        (("Rencana  Aksi ZI\u00a0Kantor Pertanahan, Tahun 2025",), "Kantor Pertanahan"),
    ],
)  # fmt: skip
def test_the_office_is_named(lines, office):
    """As it is written, without the year and the words for what the plan is about."""
    assert office_in(lines) == office


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("RENCANA AKSI ZONA INTEGRITAS TAHUN 2025",),
        ("KEMENTERIAN IMIGRASI DAN PEMASYARAKATAN", "RENCANA AKSI MENUJU WBK TAHUN 2025"),
        ("LAMPIRAN KEPUTUSAN INSPEKTUR NOMOR 700/12 TAHUN 2024", "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2025"),
        ("RENCANA AKSI ZI TW III 2025",),
        ("RENCANA AKSI ZI AREA I MANAJEMEN PERUBAHAN",),
        ("RENCANA AKSI ZI", "Ketua Tim: Budi", "Periode November"),
        ("RENCANA AKSI ZI", "KANTOR"),
        ("Daftar hadir kantor",),
    ],
)
def test_no_office_is_better_than_a_wrong_one(lines):
    """A ministry above its office, a person's title, a part of the year are no office."""
    assert office_in(lines) is None

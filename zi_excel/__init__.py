"""zi_excel: follows a legally enacted action plan (Zona Integritas) that lives in an Excel workbook.

The verbs are those of the command line; each is documented in :mod:`zi_excel.verbs.monev`::

    import zi_excel

    hasil = zi_excel.capaian("rencana_aksi.xlsx")
    print(hasil.measurement.total.capaian)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from zi_excel.version import __version__

if TYPE_CHECKING:
    from zi_excel.errors import BusyError, UsageError, WorkbookError, ZiExcelError
    from zi_excel.settings.settings import Settings
    from zi_excel.verbs.banding import BandingResult, banding
    from zi_excel.verbs.baru import baru
    from zi_excel.verbs.capaian import CapaianResult, capaian
    from zi_excel.verbs.impor import ImporResult, impor
    from zi_excel.verbs.kolom import KolomResult, kolom
    from zi_excel.verbs.lampiran import LampiranResult, lampiran
    from zi_excel.verbs.lanjut import LanjutResult, lanjut
    from zi_excel.verbs.laporan import LaporanResult, laporan
    from zi_excel.verbs.monev import MonevResult, monev
    from zi_excel.verbs.periksa_utuh import PeriksaUtuhResult, periksa_utuh
    from zi_excel.verbs.pulihkan import CadanganResult, PulihkanResult, cadangan, pulihkan
    from zi_excel.verbs.rekap import RekapResult, rekap
    from zi_excel.verbs.ringkas import RingkasResult, ringkas
    from zi_excel.verbs.riwayat import RiwayatResult, riwayat
    from zi_excel.verbs.tetapkan import TetapkanResult, tetapkan
    from zi_excel.verbs.validasi import ValidasiResult, aturan, validasi
    from zi_excel.weekly.konfigurasi import KonfigurasiResult, contoh_konfigurasi, periksa_konfigurasi

__all__ = [
    "BandingResult",
    "BusyError",
    "CadanganResult",
    "CapaianResult",
    "ImporResult",
    "KolomResult",
    "KonfigurasiResult",
    "LampiranResult",
    "LanjutResult",
    "LaporanResult",
    "MonevResult",
    "PeriksaUtuhResult",
    "PulihkanResult",
    "RekapResult",
    "RingkasResult",
    "RiwayatResult",
    "Settings",
    "TetapkanResult",
    "UsageError",
    "ValidasiResult",
    "WorkbookError",
    "ZiExcelError",
    "__version__",
    "aturan",
    "banding",
    "baru",
    "cadangan",
    "capaian",
    "contoh_konfigurasi",
    "impor",
    "kolom",
    "lampiran",
    "lanjut",
    "laporan",
    "monev",
    "periksa_konfigurasi",
    "periksa_utuh",
    "pulihkan",
    "rekap",
    "ringkas",
    "riwayat",
    "tetapkan",
    "validasi",
]

_HOMES = {
    name: home
    for home, names in {
        "errors": ("BusyError", "UsageError", "WorkbookError", "ZiExcelError"),
        "settings.settings": ("Settings",),
        "verbs.banding": ("BandingResult", "banding"),
        "verbs.baru": ("baru",),
        "verbs.capaian": ("CapaianResult", "capaian"),
        "verbs.impor": ("ImporResult", "impor"),
        "verbs.kolom": ("KolomResult", "kolom"),
        "verbs.lampiran": ("LampiranResult", "lampiran"),
        "verbs.lanjut": ("LanjutResult", "lanjut"),
        "verbs.laporan": ("LaporanResult", "laporan"),
        "verbs.monev": ("MonevResult", "monev"),
        "verbs.periksa_utuh": ("PeriksaUtuhResult", "periksa_utuh"),
        "verbs.pulihkan": ("CadanganResult", "PulihkanResult", "cadangan", "pulihkan"),
        "verbs.rekap": ("RekapResult", "rekap"),
        "verbs.ringkas": ("RingkasResult", "ringkas"),
        "verbs.riwayat": ("RiwayatResult", "riwayat"),
        "verbs.tetapkan": ("TetapkanResult", "tetapkan"),
        "verbs.validasi": ("ValidasiResult", "aturan", "validasi"),
        "weekly.konfigurasi": ("KonfigurasiResult", "contoh_konfigurasi", "periksa_konfigurasi"),
    }.items()
    for name in names
}


def __getattr__(name: str) -> Any:
    """Everything comes from its module on first use, so that `import zi_excel` costs nothing."""
    if name in _HOMES:
        return getattr(import_module(f"zi_excel.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'zi_excel' has no attribute {name!r}")


def __dir__() -> list[str]:
    """What there is, before its first use as well."""
    return __all__

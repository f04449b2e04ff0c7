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
    from zi_excel.verbs.banding import BandingResult, RiwayatResult, banding, riwayat
    from zi_excel.verbs.laporan import laporan
    from zi_excel.verbs.monev import aturan, baru, capaian, monev, periksa_utuh, validasi
    from zi_excel.verbs.pulihkan import CadanganResult, PulihkanResult, cadangan, pulihkan
    from zi_excel.verbs.results import (
        CapaianResult,
        KolomResult,
        LaporanResult,
        MonevResult,
        PeriksaUtuhResult,
        RingkasResult,
        TetapkanResult,
        ValidasiResult,
    )
    from zi_excel.verbs.ringkas import ringkas
    from zi_excel.verbs.tetapkan import kolom, tetapkan
    from zi_excel.weekly.konfigurasi import KonfigurasiResult, contoh_konfigurasi, periksa_konfigurasi

__all__ = [
    "BandingResult",
    "BusyError",
    "CadanganResult",
    "CapaianResult",
    "KolomResult",
    "KonfigurasiResult",
    "LaporanResult",
    "MonevResult",
    "PeriksaUtuhResult",
    "PulihkanResult",
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
    "kolom",
    "laporan",
    "monev",
    "periksa_konfigurasi",
    "periksa_utuh",
    "pulihkan",
    "ringkas",
    "riwayat",
    "tetapkan",
    "validasi",
]

_HOMES = {
    **dict.fromkeys(("aturan", "baru", "capaian", "monev", "periksa_utuh", "validasi"), "verbs.monev"),
    **dict.fromkeys(("CadanganResult", "PulihkanResult", "cadangan", "pulihkan"), "verbs.pulihkan"),
    **dict.fromkeys(("KonfigurasiResult", "contoh_konfigurasi", "periksa_konfigurasi"), "weekly.konfigurasi"),
    **dict.fromkeys(("BandingResult", "RiwayatResult", "banding", "riwayat"), "verbs.banding"),
    **dict.fromkeys(("kolom", "tetapkan"), "verbs.tetapkan"),
    **dict.fromkeys(("BusyError", "UsageError", "WorkbookError", "ZiExcelError"), "errors"),
    "laporan": "verbs.laporan",
    "ringkas": "verbs.ringkas",
    **dict.fromkeys(
        (
            "CapaianResult",
            "KolomResult",
            "LaporanResult",
            "MonevResult",
            "PeriksaUtuhResult",
            "RingkasResult",
            "TetapkanResult",
            "ValidasiResult",
        ),
        "verbs.results",
    ),
    "Settings": "settings.settings",
}


def __getattr__(name: str) -> Any:
    """Everything comes from its module on first use, so that `import zi_excel` costs nothing."""
    if name in _HOMES:
        return getattr(import_module(f"zi_excel.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'zi_excel' has no attribute {name!r}")


def __dir__() -> list[str]:
    """What there is, before its first use as well."""
    return __all__

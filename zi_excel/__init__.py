"""zi_excel: follows a legally enacted action plan (Zona Integritas) that lives in an Excel workbook.

The verbs are those of the command line; each is documented in :mod:`zi_excel.api`::

    import zi_excel

    hasil = zi_excel.capaian("rencana_aksi.xlsx")
    print(hasil.measurement.total.capaian)
"""

from typing import Any

__version__ = "0.1.0"

__all__ = ["__version__", "aturan", "baru", "capaian", "monev", "validasi"]


def __getattr__(name: str) -> Any:
    """The verbs come from api on first use, so that `import zi_excel` costs nothing."""
    if name in __all__:
        from zi_excel import api  # see the docstring

        return getattr(api, name)
    raise AttributeError(f"module 'zi_excel' has no attribute {name!r}")

"""A rekap as a flat table, one row per kantor and indikator: CSV for Indonesian Excel, Parquet for other programs."""

from __future__ import annotations

import io
from codecs import BOM_UTF8

from zi_excel.errors import UsageError
from zi_excel.frames import rekap_frame
from zi_excel.kantor.figures import Rekap
from zi_excel.outputs.safe_text import csv_cell

_TEXTS = ("kantor", "wilayah", "berkas", "kode", "komponen", "indikator")
_FLAGS = ("dilaporkan", "bukti_tertaut")


def rekap_csv(rekap: Rekap) -> bytes:
    """UTF-8 with BOM, `;` between columns, decimal commas, shares 0..1 (deviasi -1..1), `ya` and `tidak`.

    The columns are those of `rekap_frame`. Text of an office's can't start a formula.
    """
    frame = rekap_frame(rekap)
    for name in _TEXTS:
        frame[name] = frame[name].map(lambda text: "" if text is None else csv_cell(text))
    for name in _FLAGS:
        frame[name] = frame[name].map({True: "ya", False: "tidak"})
    return BOM_UTF8 + frame.to_csv(None, sep=";", decimal=",", index=False, lineterminator="\r\n").encode("utf-8")


def rekap_parquet(rekap: Rekap) -> bytes:
    """Parquet, zstd-compressed, with the columns and types of `rekap_frame`; its as-of day is the column `per`.

    Raises:
        UsageError: pyarrow (extra `parquet`) isn't installed.
    """
    frame = rekap_frame(rekap)
    frame.insert(0, "per", rekap.per)
    out = io.BytesIO()
    try:
        frame.to_parquet(out, engine="pyarrow", compression="zstd", index=False)
    except ImportError:
        raise UsageError(
            "`--format parquet` memerlukan pyarrow; pasang dengan `pip install zi_excel[parquet]`, atau pakai "
            "`--format csv`."
        ) from None
    return out.getvalue()

"""Which kind a document is, and what is too large to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from zi_excel.documents.pages import Document
from zi_excel.errors import UsageError, WorkbookError, reason_of

MOST_BYTES = 200 << 20
_MOST_TEXT = 64 << 20
"""Bytes of a document, and of one that is plain text."""
_INSTEAD = {
    ".doc": "Buka di Word atau LibreOffice, simpan sebagai .docx, lalu impor berkas itu",
    ".odt": "Buka di LibreOffice, simpan sebagai .docx, lalu impor berkas itu",
    ".rtf": "Buka di Word atau LibreOffice, simpan sebagai .docx, lalu impor berkas itu",
    ".xls": "Buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu impor berkas itu",
    ".ods": "Buka di LibreOffice, simpan sebagai .xlsx, lalu impor berkas itu",
    ".docm": "Buka di Word, simpan sebagai .docx tanpa makro, lalu impor berkas itu",
} | dict.fromkeys(
    (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"),
    "Gambar tidak memuat teks: baca dahulu dengan OCR berbahasa Indonesia (misalnya `ocrmypdf -l ind`), lalu impor "
    "PDF atau teks hasilnya",
)
TEXTS = (".txt", ".md", ".tsv", ".text")
_WORKBOOKS = (".xlsx", ".xlsm")


def read_document(path: Path, sheets: Sequence[str] = ()) -> Document:
    """Reads a document's pages.

    Args:
        path: the document.
        sheets: of a workbook, the sheets that are read, in this order; none: all visible ones.

    Raises:
        UsageError: sheets are named of what is no workbook.
        WorkbookError: it is missing, of a kind that can't be read, damaged, without text, or far too large.
    """
    kind = path.suffix.lower()
    if kind in _INSTEAD:
        raise WorkbookError(f"'{path}' tidak dapat diimpor langsung. {_INSTEAD[kind]}.")
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise WorkbookError(f"'{path}' adalah folder; sebutkan dokumennya.")
    except OSError as failure:
        raise WorkbookError(f"'{path}' tidak dapat dibuka ({reason_of(failure)}); periksa namanya.") from None
    if size > (_MOST_TEXT if kind in TEXTS else MOST_BYTES):
        raise WorkbookError(f"'{path}' terlalu besar untuk sebuah keputusan ({size >> 20} MB); periksa berkasnya.")
    if kind not in _READ and kind not in _WORKBOOKS:
        known = ", ".join(sorted({".docx", ".pdf", ".html", ".txt", ".xlsx", ".csv"}))
        raise WorkbookError(f"'{path}' bukan jenis dokumen yang dapat diimpor; yang dapat: {known}.")
    if kind in _WORKBOOKS:
        from zi_excel.documents.sheets import read_workbook

        return read_workbook(path, sheets)
    if sheets:
        raise UsageError(f"lembar hanya dapat dipilih dari buku kerja (.xlsx), bukan dari '{path.name}'.")
    return _READ[kind](path)


def _text(path: Path) -> Document:
    from zi_excel.documents.text import read_text

    return read_text(path, _decoded(path))


def _html(path: Path) -> Document:
    from zi_excel.documents.html import read_html

    return read_html(path, _bytes(path))


def _csv(path: Path) -> Document:
    from zi_excel.documents.sheets import read_csv

    return read_csv(path, _decoded(path))


def _docx(path: Path) -> Document:
    from zi_excel.documents.docx import read_docx

    with needed("python-docx"):
        return read_docx(path)


def _pdf(path: Path) -> Document:
    from zi_excel.documents.pdf.reading import read_pdf

    with needed("pdfplumber"):
        return read_pdf(path)


_READ: Mapping[str, Callable[[Path], Document]] = {
    **dict.fromkeys(TEXTS, _text),
    **dict.fromkeys((".html", ".htm", ".xhtml"), _html),
    ".csv": _csv,
    ".docx": _docx,
    ".pdf": _pdf,
}


@contextmanager
def needed(library: str) -> Iterator[None]:
    """Says in a sentence how to install what this kind needs, where it is missing.

    Raises:
        WorkbookError: it is.
    """
    try:
        yield
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.startswith("zi_excel"):
            raise
        raise WorkbookError(
            f'Untuk mengimpor dokumen seperti ini perlu {library}; pasang dengan: pip install "zi_excel[impor]".'
        ) from None


def _decoded(path: Path) -> str:
    """A text file's content: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows' own."""
    raw = _bytes(path)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    if "\0" in text:
        raise WorkbookError(f"'{path}' bukan teks; periksa jenis berkasnya.")
    return text


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as failure:
        raise WorkbookError(f"'{path}' tidak dapat dibaca ({reason_of(failure)}); periksa izinnya.") from None

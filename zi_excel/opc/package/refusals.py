"""Why a file is no workbook that can be used, in one sentence that says what it is and what to do."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO

from zi_excel.errors import WorkbookError, reason_of

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LOOK = 4096
_OLD = ("Workbook", "Book")
"""The stream that holds a workbook of Excel 97-2003, or of Excel 5."""
_SAVE_AS = "buka di Excel lalu simpan sebagai Excel Workbook (.xlsx)"


def not_a_zip(file: BinaryIO, path: Path) -> str:  # noqa: PLR0911 (one sentence per kind of file)
    """Why a file that is no (whole) zip can't be used."""
    file.seek(0)
    head = file.read(_LOOK)
    if not head:
        return f"'{path}' kosong (0 byte); pakai cadangannya atau salin ulang berkasnya."
    if head.startswith(_OLE2):
        return _ole2(file, path)
    if head.startswith(b"PK"):
        return f"'{path}' rusak atau terpotong; salin ulang berkasnya, atau pakai cadangannya."
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return f"'{path}' berformat XML Spreadsheet 2003; {_SAVE_AS}."
    if b"urn:oasis:names:tc:opendocument" in head:
        return f"'{path}' berformat OpenDocument (.fods); buka di LibreOffice lalu simpan sebagai .xlsx."
    if b"<html" in head.lower() or b"<table" in head.lower():
        return f"'{path}' adalah halaman web (HTML), bukan buku kerja; {_SAVE_AS}."
    if head.startswith(_UTF16) or (b"\0" not in head and not head.startswith(b"%PDF")):
        return f"'{path}' adalah berkas teks (misalnya .csv), bukan buku kerja; {_SAVE_AS}."
    return f"'{path}' bukan buku kerja Excel; sebutkan berkas .xlsx atau .xlsm."


def no_workbook_inside(  # noqa: PLR0911 (one sentence per kind of file)
    names: Collection[str], path: Path, kind: str = ""
) -> str:
    """Why a zip without a usable workbook part can't be used. kind: the content type of its main part."""
    if "binary" in kind or any(name.endswith("workbook.bin") for name in names):
        return f"'{path}' berformat biner (.xlsb), yang tidak dapat dibaca; {_SAVE_AS}."
    if "wordprocessingml" in kind or "ms-word" in kind or "/word/document.xml" in names:
        return f"'{path}' adalah dokumen Word, bukan buku kerja Excel; sebutkan berkas .xlsx atau .xlsm."
    if "presentationml" in kind or "ms-powerpoint" in kind or "/ppt/presentation.xml" in names:
        return f"'{path}' adalah presentasi PowerPoint, bukan buku kerja Excel; sebutkan berkas .xlsx atau .xlsm."
    if "/mimetype" in names and "/content.xml" in names:
        return f"'{path}' berformat OpenDocument (.ods); buka di LibreOffice atau Excel lalu simpan sebagai .xlsx."
    within = next((name for name in names if name.lower().endswith((".xlsx", ".xlsm", ".xls", ".zip"))), None)
    if within is not None:
        return (
            f"'{path}' adalah berkas zip yang memuat '{within[1:]}'; keluarkan dahulu isinya, lalu sebutkan berkas itu."
        )
    if not any(name.lower() == "/[content_types].xml" for name in names):
        return f"'{path}' bukan buku kerja Excel ([Content_Types].xml tidak ada); sebutkan berkas .xlsx atau .xlsm."
    return f"'{path}' tidak memuat buku kerja Excel yang dapat dibaca; {_SAVE_AS}."


def unreadable(path: Path, failure: OSError) -> WorkbookError:
    """That a disk or network does not hand out a file, whatever stands in it."""
    return WorkbookError(
        f"'{path}' tidak dapat dibaca ({reason_of(failure)}): disk atau jaringannya bermasalah, isinya sendiri belum "
        "tentu rusak; salin berkasnya ke tempat lain lalu ulangi, atau pakai cadangannya."
    )


def cover_only(path: Path) -> str:
    """Why a workbook of Dell Data Guardian can't be used: it is a cover page with the real, encrypted one inside."""
    return (
        f"'{path}' dilindungi Dell Data Guardian: yang terlihat hanya halaman sampul, isinya terenkripsi; buka dengan "
        "program itu lalu simpan sebagai buku kerja tanpa perlindungan."
    )


def _ole2(file: BinaryIO, path: Path) -> str:
    """A compound file: a workbook with a password, or one of before 2007. Its streams' names are in UTF-16."""
    names = {word: word.encode("utf-16-le") for word in ("EncryptedPackage", "DRMEncrypted", "DRMContent", *_OLD)}
    streams = set()
    tail = b""
    file.seek(0)
    while piece := file.read(1 << 20):
        window = tail + piece
        streams |= {word for word, raw in names.items() if raw in window}
        tail = window[-64:]
    if streams & {"DRMEncrypted", "DRMContent"}:
        return (
            f"'{path}' dienkripsi dengan pembatasan hak akses atau label sensitivitas (IRM); buka di Excel dengan akun "
            "yang berhak, cabut pembatasannya (File > Info > Protect Workbook > Restrict Access), lalu simpan ulang."
        )
    if "EncryptedPackage" in streams:
        return (
            f"'{path}' terkunci kata sandi; buka di Excel, hapus kata sandinya "
            "(File > Info > Protect Workbook > Encrypt with Password), lalu simpan ulang."
        )
    if streams & {*_OLD}:
        return f"'{path}' berformat Excel lama (.xls); {_SAVE_AS}."
    return f"'{path}' bukan buku kerja .xlsx (format dokumen Office lama); {_SAVE_AS}."

"""The tool's own failures. What is wrong *in the data* is a Finding (validation/findings.py), never one of these."""

import errno


class ZiExcelError(Exception):
    """Why the tool can't go on. Its text is one Indonesian sentence: what is wrong, where, and what to do about it."""


class WorkbookError(ZiExcelError):
    """The file can't be used: missing, not a workbook, encrypted, no matrix in it, open in Excel (exit code 3)."""


class NoYearError(WorkbookError):
    """Nothing says the plan's year; how it can be said depends on who reads."""


class BusyError(WorkbookError):
    """The file can't be used now, but perhaps soon: it is open in Excel, or was changed while the tool worked on it."""


class UsageError(ZiExcelError):
    """The tool was asked wrongly: an unknown setting, a date that does not exist (exit code 2)."""


_REASONS = {
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EROFS: "tempatnya hanya dapat dibaca",
    errno.ENOENT: "berkas atau foldernya tidak ada",
    errno.ENOTDIR: "foldernya tidak ada",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ENOSPC: "ruang penyimpanan penuh",
    errno.EDQUOT: "jatah penyimpanan habis",
    errno.EFBIG: "berkasnya terlalu besar",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EBUSY: "sedang dipakai program lain",
    errno.ELOOP: "tautannya berputar",
    errno.EIO: "media penyimpanan gagal",
    errno.EINVAL: "namanya tidak diterima sistem",
}


def reason_of(failure: OSError) -> str:
    """Why the operating system refused, as half a sentence in Indonesian; a rare reason by its number."""
    return _REASONS.get(failure.errno or 0, f"kesalahan sistem nomor {failure.errno}")

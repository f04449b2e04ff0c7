"""The tool's own failures. What is wrong *in the data* is a Finding (findings.py), never one of these."""

import errno


class ZiExcelError(Exception):
    """Something that the tool can't go on with. Its text is one Indonesian sentence: what, where, what to do."""


class WorkbookError(ZiExcelError):
    """The file can't be used: missing, not a workbook, encrypted, no matrix in it, open in Excel (exit code 3)."""


class BusyError(WorkbookError):
    """The file can't be used now, but may be soon: it is open in Excel, or was changed while the tool was at it."""


class UsageError(ZiExcelError):
    """The question was put wrongly: an unknown setting, a date that is none (exit code 2)."""


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
    """What the operating system refuses, in Indonesian, half a sentence; its own number where it is a rare one."""
    return _REASONS.get(failure.errno or 0, f"kesalahan sistem nomor {failure.errno}")

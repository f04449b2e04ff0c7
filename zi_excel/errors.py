"""The tool's own failures. What is wrong *in the data* is a Finding (findings.py), never one of these."""


class ZiExcelError(Exception):
    """Something that the tool can't go on with. Its text is one Indonesian sentence: what, where, what to do."""


class WorkbookError(ZiExcelError):
    """The file can't be used: missing, not a workbook, encrypted, no matrix in it, open in Excel (exit code 3)."""


class UsageError(ZiExcelError):
    """The question was put wrongly: an unknown setting, a date that is none (exit code 2)."""

"""The two signs by which the tool knows its own tabs, which must agree (contract, section 2), and the seal of each."""

NAME_PREFIX = "_zi_excel_"
"""Workbook-scoped hidden names start so: `_zi_excel_monev_ringkasan` covers the whole of that tab."""

TAB_SIGN = "Dibuat oleh zi_excel"
"""A cell in a tab's first rows (A2) starts with these words. A copy that staff make has them too, but no such name."""

SEAL_PREFIX = "_zi_segel_"
"""Hidden names within a tab start so; their texts say what stood in each row when the tab was written."""

REPORT_NAME = "_zi_laporan"
"""A workbook-scoped name of the evaluator's workbook: it and the sign in its sheets say that the file is the tool's."""

REKAP_NAME = "_zi_rekap"
"""The same of a rekap, which bears REPORT_NAME too: it is no matrix, and not one office's report either."""

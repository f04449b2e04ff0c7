"""The two signs by which the tool knows its own tabs (contract, section 2). Both must agree."""

NAME_PREFIX = "_zi_excel_"
"""Workbook-scoped hidden names start so: `_zi_excel_monev_ringkasan` covers the whole of that tab."""

TAB_SIGN = "Dibuat oleh zi_excel"
"""A cell of a tab's first rows (A2) starts with these words. A copy that staff make has them too, but no name."""

"""What earlier refreshes saw, one entry per as-of day in the workbook's own tab `Monev Riwayat`; two states compared.

May import the findings, measuring, enacted/diff (which row is which), and the reader's cells for the tab. Pure but for
`tab.py`, which reads it.
"""

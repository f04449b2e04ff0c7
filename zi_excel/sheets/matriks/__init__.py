"""The matrix as a workbook for staff to fill: the shipped template, and any office's matrix that `impor` read.

It looks like a decree's Lampiran; to the right stand the columns that staff fill. One renderer makes all of them, so
that an office's own workbook is what the template is. May import enacted and plan; XlsxWriter with what is rendered.
"""

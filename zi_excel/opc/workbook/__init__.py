"""The workbook part and what it holds together: sheets, defined names, texts of cells, lists of sheets, references.

May import opc.package.
"""

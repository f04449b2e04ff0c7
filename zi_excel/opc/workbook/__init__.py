"""The workbook part and what belongs to it: sheets, strings, names, the calculation chain.

May import opc.package.
"""

"""The tool's own tabs in a workbook: how they are known, and what staff have done to them since they were written.

May import opc.package and opc.workbook.
"""

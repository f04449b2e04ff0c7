"""The commands that prepare a workbook or a folder.

May import what `zi_excel.cli` may, and from it what is no command.
"""

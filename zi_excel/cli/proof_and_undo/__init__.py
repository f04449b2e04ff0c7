"""The commands that prove or take back.

May import what `zi_excel.cli` may, and from it what is no command.
"""

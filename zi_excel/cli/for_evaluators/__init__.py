"""The commands for those who look at the figures.

May import what `zi_excel.cli` may, and from it what is no command.
"""

"""The weekly run, unattended: every workbook of the settings refreshed, whatever happens to some of them.

`run.weekly_run` is all that a command line needs. Prints nothing: what happened stands in the log (for people), in the
result file (for programs) and in what it hands out. May import all but the command line.
"""

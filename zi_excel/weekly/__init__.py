"""The weekly run, unattended: every workbook of the settings refreshed, whatever happens to some of them.

`weekly_run` is all that the script needs. It prints nothing: what happened stands in the log (for people), in the
result file (for programs) and in what it hands out.
"""

from zi_excel.weekly.outcome import BookOutcome, Fate, RunOutcome
from zi_excel.weekly.run import AnotherRunError, Step, weekly_run

__all__ = ["AnotherRunError", "BookOutcome", "Fate", "RunOutcome", "Step", "weekly_run"]

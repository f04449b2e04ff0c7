"""A plan compared with the enacted matrix (contract, section 3): what was added, removed, moved, changed. Pure.

Which row is which is settled first (pairs.py), then which group is which (groups.py), how each cell differs (cells.py),
and what became of the rows (differences.py). The rules ZI9xx put it in words. May import the plan and enacted.matrix.
"""

from zi_excel.enacted.diff.differences import Comparison, Elsewhere, compare

__all__ = ["Comparison", "Elsewhere", "compare"]

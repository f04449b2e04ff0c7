"""What a decree enacted: the matrix, its record beside a workbook, and how a workbook differs from it (diff/).

May import the plan.
"""

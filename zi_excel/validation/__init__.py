"""Findings, the engine that stamps them, and one file of rules per column (rules/).

May import the plan, the enacted matrix, measuring and the settings; knows no Excel.
"""

"""The matrix checked: findings, what a rule is and looks at, the engine that runs them, a file of rules per column.

May import the plan, the enacted matrix, measuring, the evidence on disk and the settings; knows no Excel.
"""

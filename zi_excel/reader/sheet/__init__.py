"""A sheet as cells: one pass over its XML, then values, number formats, links and ranges. Knows no matrix.

May import opc and the plan.
"""

"""A sheet as cells: one pass over its XML, values, number formats, links and ranges.

May import opc and the plan.
"""

"""The styles part: what is appended to it, when two formats are the same, and the widths that follow from its fonts.

May import opc.package.
"""

"""The styles part, the widths and colours that follow from it, and what is appended to it.

May import opc.package.
"""

"""Which tabs are the tool's own, and whether somebody has been at them.

May import opc.package, opc.workbook and opc.styles.
"""

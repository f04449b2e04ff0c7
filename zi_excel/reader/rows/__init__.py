"""The rows below the header: the grid of their cells, what each row is, and to which indikator it belongs.

May import reader.header, reader.sheet, and what these may.
"""

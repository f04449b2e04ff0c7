"""Which sheet holds the matrix, where its header stands, and which column is taken for what.

May import reader.sheet, and what that may.
"""

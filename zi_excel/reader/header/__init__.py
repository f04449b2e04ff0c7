"""Where the header stands and which column is what.

May import reader.sheet and what that may.
"""

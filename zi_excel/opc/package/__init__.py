"""A package of parts: its zip archive, its XML, content types and relationships, and which files are refused.

May import zi_excel.errors alone.
"""

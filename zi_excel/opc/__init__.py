"""Office Open XML: packages, SpreadsheetML and styles, read and edited so that what is not touched keeps its bytes.

Knows no decree. May import zi_excel.errors and zi_excel.clock; its rooms build on each other in this order: package;
workbook and styles; tabs; graft and comparison.
"""

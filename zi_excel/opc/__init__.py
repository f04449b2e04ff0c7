"""Packages, SpreadsheetML, styles and the graft: bytes in, bytes out. Knows no decree."""

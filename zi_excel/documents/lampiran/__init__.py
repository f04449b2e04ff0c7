"""A matrix as a decree's Lampiran in Word: what stands on it, its table, and the package, written by hand.

Needs no python-docx. `impor` of the result gives the same matrix back. May import what documents imports.
"""

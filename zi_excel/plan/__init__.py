"""The matrix as a value, and what the text of one cell means: columns, numbers, target waktu, realisasi, bukti fisik.

Pure; imports the ground floor (errors, clock, signs, wording, version) alone.
"""

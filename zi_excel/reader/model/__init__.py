"""The rows put together: komponen, subkomponen and indikator with their data, targets and realisasi.

May import all of the reader.
"""

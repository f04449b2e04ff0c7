"""The rows below the header as komponen, subkomponen and indikator.

May import reader.header and what that may.
"""

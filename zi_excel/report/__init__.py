"""What the evaluator's workbook and the digest per penanggung jawab show, worked out so that no renderer computes.

May import the findings, measuring, the history and the settings' values; the reader for the notes of a returned report,
which only `returned.py` reads. All else is pure.
"""

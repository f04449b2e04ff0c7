"""What the evaluator's workbook and the digest per penanggung jawab show, worked out so that no renderer computes.

May import the findings, measuring and the history; and the reader, with which `returned.py` reads the notes of a report
that came back. All else is pure.
"""

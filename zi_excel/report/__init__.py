"""What the evaluator's workbook and the digest per penanggung jawab show, worked out so that no renderer computes.

May import findings, measuring and the history.
"""

"""Results in other forms: JSON, CSV, sentences.

May import the verbs and all below; writes and prints nothing.
"""

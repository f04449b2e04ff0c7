"""The packages of a workbook before and after a refresh, compared part by part: the proof that staff's are the same.

It reads the two files and trusts nothing that the graft says: each part that may differ is taken apart, and what
changed inside it is checked on its own terms. May import all of opc except the graft.
"""

"""Two packages of one workbook held against each other: what of staff's is the same, what was registered, what differs.

The proof of contract, section 8, for a workbook before and after a refresh. It reads the two files and trusts nothing
that the graft says: a part that may differ is taken apart, and what changed inside it is checked on its own terms.
"""

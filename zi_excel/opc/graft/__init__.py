"""The refresh of a package: rendered tabs are put into staff's package, and the result is checked.

May import all of opc except the comparison, which is its independent proof.
"""

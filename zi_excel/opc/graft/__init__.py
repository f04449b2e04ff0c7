"""A refresh of the package: rendered tabs translated and registered in staff's package.

May import all of opc but the comparison, which proves it.
"""

"""The use cases, one a file: each passes the results of one stage to the next.

May import every stage below; prints nothing.
"""

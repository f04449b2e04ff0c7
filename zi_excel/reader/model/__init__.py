"""The rows put together to a plan.

May import all of the reader.
"""

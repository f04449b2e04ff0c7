"""A package of parts: its zip archive, XML, content types, relationships, and what is refused at the door.

Imports errors alone.
"""

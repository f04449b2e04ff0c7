"""The version, in a module that imports nothing: setup.cfg reads it from here, and so may every layer."""

__version__ = "0.1.0"

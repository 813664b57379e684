"""Lesart's application: command line, pipelines and window. The data and its rules live in `store`."""

__version__ = "0.1.0"

"""Reads: each takes a connection (`Store.read`) first and returns frozen values."""

"""Formats of statements: corpora of stance, tables, discourse networks."""

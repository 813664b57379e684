"""The verbs.

Each opens its own write transaction, checks the rules, logs a `Change` and returns what it `Touched`.
"""

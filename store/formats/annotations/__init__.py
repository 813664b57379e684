"""Formats of other annotation tools and of training data: labelled spans, some with relations."""

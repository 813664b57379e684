"""Formats of news: articles with what is known about them, and simple labelled ranges."""

"""A static site generator for health content: Markdown articles in, a cross-linked site out."""

__version__ = "0.1.0"

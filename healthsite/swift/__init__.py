"""The same Markdown, sooner: parts of Python-Markdown replaced by faster ones that give the same bytes.

Each part leaves out work that cannot change the outcome: a pattern whose sign is not in the text, a block processor
that cannot want a plain paragraph, a search for attribute lists where there is no brace.
"""

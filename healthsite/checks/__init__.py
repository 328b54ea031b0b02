"""The rules. Each is a module of one shape: ``RULE``, ``SEVERITY`` and a function ``check``, which yields problems.

The module's docstring is the rule's documentation.
"""

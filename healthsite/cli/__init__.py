"""The commands. This is the only room that prints, and `healthsite.messages` has its words."""

from healthsite.cli.commands import main

__all__ = ["main"]

"""``python -m healthsite`` is the ``healthsite`` command."""

from healthsite.cli import main

main()

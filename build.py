"""Build the site in this folder: ``python build.py --help`` tells all of it."""

from pathlib import Path

from healthsite.cli import main

if __name__ == "__main__":
    main(default_site=Path(__file__).resolve().parent, program="build.py")

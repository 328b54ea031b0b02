"""Reads ``config.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from healthsite.model.config import Config
from healthsite.problems import InvalidConfig, Location, Problem, UnusableFolder
from healthsite.reading.files import decode, read_bytes
from healthsite.reading.validation import validated
from healthsite.reading.yaml_text import Parsed, parse

CONFIG: Final = "config.yaml"


def read_config(root: Path, *, base_url: str | None = None) -> Config:
    """The settings of the site in *root*; *base_url* stands in for the one in the file.

    Raises `UnusableFolder` where there is no config.yaml, and `InvalidConfig` where it has problems.
    """
    if not (root / CONFIG).exists():
        raise UnusableFolder(f"there is no {CONFIG} in {root}; write one with `title:` and `base_url:`")
    content = read_bytes(root, CONFIG)
    if isinstance(content, Problem):
        raise InvalidConfig([content])
    text, problems = decode(CONFIG, content)
    if not text:
        raise InvalidConfig(problems)
    parsed = parse(CONFIG, text)
    if isinstance(parsed, list):
        raise InvalidConfig(parsed)
    config = validated(Config, parsed)
    if isinstance(config, list):
        raise InvalidConfig(config)
    if base_url is None:
        return config
    overridden = validated(Config, Parsed(CONFIG, {**parsed.data, "base_url": base_url}, parsed.node))
    if isinstance(overridden, list):
        raise InvalidConfig(
            Problem(Location("--base-url"), problem.rule, problem.message, problem.hint) for problem in overridden
        )
    return overridden

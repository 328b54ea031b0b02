"""Reads ``config.yaml``."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import Final

from healthsite.disk import read_bytes
from healthsite.model.config import Config
from healthsite.problems import InvalidConfig, Location, Problem, UnusableFolder, did_you_mean
from healthsite.reading.decoding import decode
from healthsite.reading.validation import validated
from healthsite.reading.yaml_text import Parsed, parse

CONFIG: Final = "config.yaml"


def read_config(root: Path, *, base_url: str | None = None, rules: Collection[str] = ()) -> Config:
    """The settings of the site in *root*; *base_url* stands in for the one in the file.

    *rules* are the names that ``rules:`` may set.

    Raises `UnusableFolder` where there is no config.yaml, and `InvalidConfig` where it has problems.
    """
    if not os.path.lexists(root / CONFIG):
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
    unknown = [_unknown_rule(parsed, rule, rules) for rule, _ in config.rules if rule not in rules]
    if unknown:
        raise InvalidConfig(unknown)
    if base_url is None:
        return config
    overridden = validated(Config, Parsed(CONFIG, {**parsed.data, "base_url": base_url}, parsed.node))
    if isinstance(overridden, list):
        raise InvalidConfig(
            Problem(Location("--base-url"), problem.rule, problem.message, problem.hint) for problem in overridden
        )
    return overridden


def _unknown_rule(parsed: Parsed, rule: str, rules: Collection[str]) -> Problem:
    place, length = parsed.place(("rules", rule), of_key=True)
    hint = did_you_mean(rule, rules) or "`python build.py rules` lists them"
    return Problem(place, "unknown-rule", f"there is no rule `{rule}`", hint, length=length)

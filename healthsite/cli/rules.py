"""What the command line tells of the rules."""

from __future__ import annotations

import click

from healthsite.checks.every import RULES
from healthsite.messages import visible
from healthsite.problems import did_you_mean


def tell_rules(name: str | None) -> None:
    """List every rule, or explain the one called *name*. Raises `click.UsageError` where there is none."""
    if name is None:
        click.echo(listed_rules())
    elif name in RULES:
        click.echo(explained_rule(name))
    else:
        hint = did_you_mean(name, RULES)
        raise click.UsageError(f"there is no rule `{visible(name)}`; {hint or '`rules` lists them'}")


def listed_rules() -> str:
    """Every rule in a line: its name, how bad its findings are, its preset, and what it asks for."""
    width = max(map(len, RULES))
    return "\n".join(
        f"{click.style(name.ljust(width), bold=True)}  {rule.SEVERITY.value:7}  {rule.PRESET:6}  "
        f"{(rule.__doc__ or '').splitlines()[0]}"
        for name, rule in sorted(RULES.items())
    )


def explained_rule(name: str) -> str:
    """What a rule asks for and why, with an example that passes and one that fails."""
    rule = RULES[name]
    first = f"{click.style(name, bold=True)} ({rule.SEVERITY.value}; preset {rule.PRESET})"
    turn_off = (
        f"In config.yaml, `rules: {{{name}: warning}}` changes how bad it is. In a page's front matter, "
        f'`ignore: {{{name}: "the reason"}}` keeps it quiet there.'
    )
    return f"{first}\n\n{(rule.__doc__ or '').strip()}\n\n{turn_off}"

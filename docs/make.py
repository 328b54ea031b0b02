"""Remakes what follows from the code: ``python docs/make.py``; with ``screenshots`` or ``icons``, those as well."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

DOCS: Final = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent))

from docs.figures_page import figures_page, pictures  # noqa: E402 - the path is set just above
from healthsite.checks.every import RULES  # noqa: E402
from healthsite.model.care import CareGroup, CareLevel, CareProfile  # noqa: E402
from healthsite.model.citation import Citation  # noqa: E402
from healthsite.model.config import CareNames, Config  # noqa: E402
from healthsite.model.dose import Dose  # noqa: E402
from healthsite.model.glossary import GlossaryEntry  # noqa: E402
from healthsite.model.lexicon import Phrase, RedFlag  # noqa: E402
from healthsite.model.library import KINDS  # noqa: E402
from healthsite.model.review import Reviewer  # noqa: E402
from healthsite.model.routine import RoutineItem  # noqa: E402
from healthsite.model.schema import Schema  # noqa: E402

RECORDS: Final[dict[str, type[Schema]]] = {
    "One of an exercise's `doses`": Dose,
    "One of a routine's `items`": RoutineItem,
    "One of `reviewed_by`": Reviewer,
    "`content/glossary.yaml`, each entry": GlossaryEntry,
    "`content/sources.yaml`, each entry": Citation,
    "`content/care.yaml`, each of `profiles`": CareProfile,
    "`content/care.yaml`, each level of a profile": CareLevel,
    "`content/care.yaml`, each of `groups`": CareGroup,
    "`content/phrases.yaml`, each of `phrases`": Phrase,
    "`content/phrases.yaml`, each of `red_flags`": RedFlag,
    "`config.yaml`": Config,
    "`config.yaml`, `care`": CareNames,
}


def keys_page() -> str:
    """Every key of every file, from the descriptions of the model."""
    parts = ["# Every key", "", "Made from the code by `python docs/make.py`. Keys in bold are required.", ""]
    for kind, schema in KINDS.items():
        parts += [f"## `content/{kind}/*.md`", "", *_table(schema)]
    for title, schema in RECORDS.items():
        parts += [f"## {title}", "", *_table(schema)]
    return "\n".join(parts).rstrip() + "\n"


def rules_page() -> str:
    """Every rule, from its docstring."""
    parts = [
        "# Every rule",
        "",
        "Made from the code by `python docs/make.py`; `python build.py rules` lists them too.",
        "",
    ]
    for name, rule in sorted(RULES.items()):
        about = f"*{rule.SEVERITY.value}, preset {rule.PRESET}*"
        parts += [f"## {name}", "", about, "", inspect.cleandoc(rule.__doc__ or "").replace("``", "`"), ""]
    return "\n".join(parts).rstrip() + "\n"


def pages() -> dict[Path, str]:
    """The made pages and pictures by their files."""
    texts = {"keys.md": keys_page(), "rules.md": rules_page(), "figures.md": figures_page()}
    return {DOCS / name: text for name, text in texts.items()} | {
        DOCS / "figures" / name: picture for name, picture in pictures().items()
    }


def _table(schema: type[Schema]) -> Iterator[str]:
    yield from ("| key | what it says |", "|---|---|")
    for name, field in schema.model_fields.items():
        if name in ("slug", "line", "column", "explained"):
            continue
        key = field.alias or name
        shown = f"**`{key}`**" if field.is_required() else f"`{key}`"
        yield f"| {shown} | {(field.description or '').replace('|', '&#124;')} |"
    yield ""


if __name__ == "__main__":
    for file, text in pages().items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    if "screenshots" in sys.argv[1:]:
        from screenshots import take

        take(DOCS / "screenshots")
    if "icons" in sys.argv[1:]:
        from icons import make

        make()

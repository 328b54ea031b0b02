"""Writes the report: one HTML page that needs nothing else, and the same as JSON."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from healthsite.problems import NotPublished
from healthsite.report.survey import Survey


def write_report(survey: Survey, folder: Path) -> tuple[Path, Path]:
    """Write ``report.html`` and ``report.json`` into *folder*; their paths. Raises `NotPublished` where that fails."""
    page, data = folder / "report.html", folder / "report.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if data.is_dir() or page.is_dir():
            raise NotPublished(f"{folder} holds a folder where the report's files go; move it, and try again")
        _replace(page, report_html(survey))
        _replace(data, json.dumps(as_plain(survey), indent=1, ensure_ascii=False) + "\n")
    except OSError as error:
        raise NotPublished(f"{folder} cannot be written: {(error.strerror or str(error)).lower()}") from error
    return page, data


def _replace(target: Path, text: str) -> None:
    """Write *text* beside *target* and move it there: a link that stands there is replaced, not followed."""
    beside = target.with_name(f".{target.name}.tmp")
    beside.unlink(missing_ok=True)
    beside.write_text(text, "utf-8")
    os.replace(beside, target)


def as_plain(survey: Survey) -> dict[str, Any]:
    """The report as plain data."""
    return {
        "note": (
            "Items are counts of what a program can check; they are no scores of DISCERN, PEMAT-P or the CDC index. "
            "The grade, in tenths, ranks pages for editors and judges none."
        ),
        **asdict(survey),
    }


def report_html(survey: Survey) -> str:
    """The report as one HTML page."""
    template = (Path(__file__).parent / "report.html.jinja").read_text("utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    ranked = sorted(
        (row for row in survey.rows if row.reading.readability.grade is not None),
        key=lambda row: (-(row.reading.readability.grade or 0), row.path),
    )
    ranks = {row.path: number for number, row in enumerate(ranked, start=1)}
    return environment.from_string(template).render(survey=survey, ranks=ranks)

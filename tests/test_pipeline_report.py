"""The editors' report from end to end: what it reads, what it writes, and what it leaves alone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from command_line import files
from conftest import CONFIG, TODAY, SiteFolder, article, exercise

from healthsite.pipeline import Order, report
from healthsite.problems import InvalidSite, NotPublished

HEALTH = f"{CONFIG}preset: health\n"


def reported(site: SiteFolder, **changes: Any) -> dict[str, Any]:
    """The report on *site*, read from its data."""
    page, data, found = report(replace(Order(site.root, TODAY), **changes), site.root / "report")
    plain: dict[str, Any] = json.loads(data.read_bytes())
    assert (page.name, len(plain["rows"])) == ("report.html", len(found.rows))
    return plain


def test_every_page_has_a_row(site: SiteFolder) -> None:
    """Each with its kind, its review and its days left, counted from the day of the order."""
    site.write({"content/exercises/stretch.md": exercise()})
    rows = {row["url"]: row for row in reported(site, today=TODAY.replace(year=2028))["rows"]}
    assert rows.keys() == {"/articles/tired-legs/", "/exercises/stretch/", "/topics/legs/"}
    own = rows["/articles/tired-legs/"]
    assert (own["kind"], own["type"], own["next_review"], own["days_left"]) == ("articles", "guide", "2028-11-01", -21)
    assert (rows["/exercises/stretch/"]["without_dose"], own["without_dose"]) == (True, False)


def test_problems_stand_with_their_pages(site: SiteFolder) -> None:
    """Whatever would stop a build stands in the report, at its page or below them; `strict` changes nothing."""
    site.write({"config.yaml": HEALTH, "content/articles/tired-legs.md": article(body="[x](#nowhere)")})
    plain = reported(site)
    (own,) = (row for row in plain["rows"] if row["kind"] == "articles")
    assert {"broken-anchor", "sections"} <= {problem["rule"] for problem in own["problems"]}
    assert "policy-pages" in {problem["rule"] for problem in plain["elsewhere"]}
    assert reported(site, strict=True) == plain


def test_a_report_leaves_everything_else_alone(site: SiteFolder) -> None:
    """Neither what is published nor the cache is touched, whether or not there is one."""
    before = files(site.root)
    reported(site)
    assert files(site.root).keys() - before.keys() == {"report/report.html", "report/report.json"}
    site.build()
    before = files(site.root)
    site.write({"content/articles/tired-legs.md": article(body="Raise them.")})
    reported(site)
    changed = {path for path, content in files(site.root).items() if before.get(path) != content}
    assert changed <= {"content/articles/tired-legs.md", "report/report.html", "report/report.json"}


def test_a_report_is_the_same_again(site: SiteFolder) -> None:
    """With the cache or without, and with however many processes, its bytes are the same."""
    site.write({f"content/articles/a{number}.md": article(f"A {number}") for number in range(60)})
    reported(site)
    first = files(site.root / "report")
    site.build()
    reported(site, jobs=2)
    assert files(site.root / "report") == first


def test_what_authors_write_is_escaped(site: SiteFolder) -> None:
    """Nothing that stands in the content can become a part of the page."""
    site.write({"content/articles/tired-legs.md": article(title='"<script>x</script>"')})
    reported(site)
    html = (site.root / "report" / "report.html").read_text("utf-8")
    assert "<script>x" not in html
    assert "&lt;script&gt;x" in html


def test_the_page_needs_nothing_else_and_is_for_nobody_else(site: SiteFolder) -> None:
    """It loads nothing from anywhere, and asks search engines to pass it over."""
    reported(site)
    html = (site.root / "report" / "report.html").read_text("utf-8")
    assert " src=" not in html
    assert "<link" not in html
    assert '<meta name="robots" content="noindex">' in html


def test_a_site_that_cannot_be_rendered_is_refused(site: SiteFolder) -> None:
    """Where pages do not find each other, there is nothing to report on yet, and nothing is written."""
    site.write({"content/articles/tired-legs.md": article(topic="arms")})
    with pytest.raises(InvalidSite, match="there is no topic `arms`"):
        reported(site)
    assert not (site.root / "report").exists()


def test_a_disk_that_does_not_take_it_is_told(site: SiteFolder, tmp_path: Path) -> None:
    """A file in the place of the folder is answered with a message."""
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(NotPublished, match="mine cannot be written: file exists"):
        report(Order(site.root, TODAY), tmp_path / "mine")

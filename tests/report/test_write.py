"""The report as a page and as data."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from conftest import SiteFolder, article, exercise
from report.surveyed import survey_of

from healthsite.problems import Location, NotPublished, Problem, Severity
from healthsite.report.survey import Survey
from healthsite.report.write import as_plain, report_html, write_report

OWN = "content/articles/tired-legs.md"
LONG = " ".join(["Rest your tired legs well and walk a little every day."] * 12)
HARD = " ".join(["Physiotherapeutic rehabilitation considerably ameliorates musculoskeletal deterioration."] * 18)


@pytest.fixture
def full(site: SiteFolder) -> Survey:
    """The survey of a site with an overdue page, a hard one, an exercise, and problems."""
    site.write(
        {
            OWN: article("Legs & <veins>", LONG, reviewed="2024-11-01", ignore='{lists: "a <table>"}'),
            "content/articles/hard.md": article("Hard words", HARD),
            "content/exercises/bend.md": exercise("Bend"),
        }
    )
    return survey_of(
        site,
        Problem(Location(OWN, 9, 3), "lists", "this is <item> 8", severity=Severity.WARNING),
        Problem(Location("content/articles/hard.md", 9, 1), "headings", "this heading is empty"),
        Problem(Location("content/care.yaml", 2, 1), "care-heading", "the heading is gone"),
    )


def cells(survey: Survey, path: str) -> list[str]:
    """The text of each cell in the row of the page at *path*."""
    (row,) = (row for row in re.findall(r"<tr>.*?</tr>", report_html(survey), re.DOTALL) if f"<code>{path}<" in row)
    parts = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", part)).split()) for part in parts]


def test_both_files_are_written(full: Survey, tmp_path: Path) -> None:
    """Into a folder that is made for them, and again over those of last time."""
    folder = tmp_path / "deep" / "report"
    assert write_report(full, folder) == write_report(full, folder) == (folder / "report.html", folder / "report.json")
    assert sorted(file.name for file in folder.iterdir()) == ["report.html", "report.json"]
    assert (folder / "report.html").read_text("utf-8") == report_html(full)


def test_the_data_can_be_read_by_a_program(full: Survey, tmp_path: Path) -> None:
    """The JSON holds every page with all that is known of it, and says what its counts are not."""
    _, file = write_report(full, tmp_path)
    data = json.loads(file.read_text("utf-8"))
    assert data == json.loads(json.dumps(as_plain(full)))
    assert (data["title"], data["as_of"]) == ("Testing", "2026-11-22")
    assert [row["path"] for row in data["rows"]] == [row.path for row in full.rows]
    own = next(row for row in data["rows"] if row["path"] == OWN)
    assert (own["title"], own["days_left"], own["ignored"]) == ("Legs & <veins>", -21, [["lists", "a <table>"]])
    assert own["problems"][0]["location"] == {"path": OWN, "line": 9, "column": 3}
    assert "no scores of DISCERN" in data["note"]


def test_a_folder_that_cannot_be_made(full: Survey, tmp_path: Path) -> None:
    """A file in its place is told, and nothing is written."""
    (tmp_path / "report").write_text("mine")
    with pytest.raises(NotPublished, match="report cannot be written: file exists"):
        write_report(full, tmp_path / "report")
    assert (tmp_path / "report").read_text() == "mine"


def test_the_page_holds_every_page(full: Survey) -> None:
    """One row each, with its title and its path, and every sign of HTML made harmless."""
    page = report_html(full)
    assert page.count('<th scope="row">') == len(full.rows) == 4
    for row in full.rows:
        assert f'<th scope="row">{html.escape(row.title)}<br><code>{row.path}</code>' in page
    assert "<veins>" not in page
    assert "<item>" not in page
    assert "<table>\n" in page
    assert "a <table>" not in page


def test_an_overdue_page_has_negative_days_left(full: Survey) -> None:
    """They are marked, sorted as numbers, and counted; a page without a review has a dash."""
    page = report_html(full)
    assert cells(full, OWN)[2:4] == ["2026-11-01", "-21"]
    assert '<td class="number" data-value="-21"><span class="bad">-21</span></td>' in page
    assert "<b>1</b> reviews overdue" in page
    assert cells(full, "content/topics/legs.md")[2:4] == ["–", "–"]
    assert cells(full, "content/articles/hard.md")[2:4] == ["2028-11-01", "710"]


def test_problems_are_shown_with_their_page(full: Survey) -> None:
    """Errors and warnings differ, reasons for quiet rules stand below, and what belongs to no page at the end."""
    page = report_html(full)
    assert cells(full, OWN)[4] == "1 9:3 warning: this is <item> 8 [lists] ignores lists: a <table>"
    assert cells(full, "content/articles/hard.md")[4] == "1 9:1 error: this heading is empty [headings]"
    assert cells(full, "content/topics/legs.md")[4] == "0"
    assert '<summary class="warn">1</summary><ul><li>9:3 ' in page
    assert '<summary class="bad">1</summary><ul><li>9:1 ' in page
    assert "<b>3</b> problems" in page
    assert "<li>content/care.yaml:2:1: error: the heading is gone [care-heading]</li>" in page


def test_the_hardest_text_comes_first(full: Survey) -> None:
    """Texts are ranked by their grade; a short one is not graded."""
    assert cells(full, "content/articles/hard.md")[9].startswith("1 grade ")
    assert cells(full, OWN)[9].startswith("2 grade ")
    assert cells(full, "content/topics/legs.md")[9] == "too short"


def test_what_a_page_lacks_is_remarked(full: Survey) -> None:
    """An exercise without a dose and a figure says so, and the tiles count them."""
    assert cells(full, "content/exercises/bend.md")[11] == "orphan, no dose, no figure"
    page = report_html(full)
    for tile in ("4</b> pages", "1</b> exercises without a dose", "1</b> exercises without a figure"):
        assert f"<b>{tile}" in page


def test_the_items_are_never_called_a_score(full: Survey) -> None:
    """They are counts of what a program can check, and the page says so."""
    page = report_html(full)
    assert "DISCERN: " in cells(full, OWN)[10]
    assert " of " in cells(full, OWN)[10]
    assert "they are no scores of theirs" in page
    assert re.findall(r"\bscores?\b", page, re.IGNORECASE) == ["scores"]
    assert re.findall(r"\bscores?\b", json.dumps(as_plain(full)), re.IGNORECASE) == ["scores"]


def test_the_page_needs_nothing_else(full: Survey) -> None:
    """It sorts by a script of its own, without a framework; it loads nothing, and no search engine lists it."""
    page = report_html(full)
    assert page.count("<script>") == page.count("<script") == 1
    assert page.count('<th scope="col"><button type="button">') == 12
    assert "addEventListener" in page
    assert not re.search(r"\b(?:src|href)=|@import|url\(|import\s", page)
    assert '<meta name="robots" content="noindex">' in page


def test_a_site_without_problems_has_no_list_of_them(site: SiteFolder) -> None:
    """The heading for problems outside of pages comes with the problems."""
    page = report_html(survey_of(site))
    assert "Problems outside of pages" not in page
    assert "<b>0</b> problems" in page


def test_a_link_in_the_folder_is_replaced_and_not_followed(full: Survey, tmp_path: Path) -> None:
    """A link that stands where the report goes keeps what it leads to as it was."""
    article_file, folder = tmp_path / "article.md", tmp_path / "report"
    article_file.write_text("Rest.", "utf-8")
    folder.mkdir()
    (folder / "report.html").symlink_to(article_file)
    write_report(full, folder)
    assert article_file.read_text("utf-8") == "Rest."
    assert not (folder / "report.html").is_symlink()


def test_a_folder_in_the_way_is_told_before_anything_is_written(full: Survey, tmp_path: Path) -> None:
    """Where one of the two files cannot be written, the other is left alone."""
    (tmp_path / "report.json").mkdir()
    with pytest.raises(NotPublished, match="holds a folder"):
        write_report(full, tmp_path)
    assert not (tmp_path / "report.html").exists()

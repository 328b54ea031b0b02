"""What tests of the report share: the survey of a site."""

from __future__ import annotations

from conftest import TODAY, SiteFolder

from healthsite.model.site import Site
from healthsite.pages.body import body_of
from healthsite.problems import Problem
from healthsite.reading.read import read
from healthsite.reading.texts import FileTexts
from healthsite.report.survey import Row, Survey, read_text, survey


def survey_of(folder: SiteFolder, *problems: Problem) -> Survey:
    """The survey of the site in *folder*, in which *problems* were found."""
    contents = read(folder.root)
    site = Site.of(contents.config, contents.library, TODAY, texts=FileTexts(folder.root))
    readings = {document.path: read_text(None, body_of(site, document)) for document in site.library.documents}
    return survey(site, readings, problems)


def row_of(folder: SiteFolder, path: str, *problems: Problem) -> Row:
    """The row of one page."""
    (row,) = (row for row in survey_of(folder, *problems).rows if row.path == path)
    return row

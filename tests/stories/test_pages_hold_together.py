"""What has to be true within a page and between its neighbours, whatever an author puts together."""

from __future__ import annotations

from collections import Counter

import pytest
from conftest import SiteFolder, article, exercise, term
from stories.edited import CARE
from stories.webpage import WebPage


@pytest.mark.parametrize(
    "text",
    [
        article(body="## Review\n\nx\n\n## Filed under\n\nx\n\n## Main\n\nx"),
        article(body="/// care | legs\n///\n\n## More\n\n/// care | legs\n///"),
        article(body="/// exercise | stretch\n///\n\n## More\n\n/// exercise | stretch\n///"),
        article(exercises="[stretch, stretch]"),
    ],
    ids=["headings", "care twice", "exercise twice", "exercise listed twice"],
)
def test_no_page_has_an_id_twice(site: SiteFolder, text: str) -> None:
    """Headings do not take the ids of the frame, and what is placed twice has ids of its own."""
    site.write({"content/care.yaml": CARE, "content/exercises/stretch.md": exercise()})
    site.write({"content/articles/tired-legs.md": text}).build()
    ids = Counter(WebPage(site.page("/articles/tired-legs/")).ids)
    assert len(ids) > 3
    assert [name for name, count in ids.items() if count > 1] == []


def test_the_home_page_can_cite(site: SiteFolder) -> None:
    """The page `index` may cite its sources, as its front matter offers."""
    site.write({"content/sources.yaml": "nhs: {kind: website, title: NHS, publisher: NHS}\n"})
    site.write({"content/pages/index.md": term("Welcome", sources="nhs").replace("words.", "words.[^nhs]")}).build()
    assert "#source-nhs" in site.links("/")


def test_titles_tell_pages_apart(site: SiteFolder) -> None:
    """A condition and the article about it do not have the same `<title>`."""
    site.write({"content/conditions/cramp.md": term("Cramp"), "content/articles/cramp.md": article("Cramp")}).build()
    titles = {WebPage(site.page(url)).title for url in ("/conditions/cramp/", "/articles/cramp/")}
    assert len(titles) == 2
    assert all("Cramp" in title for title in titles)

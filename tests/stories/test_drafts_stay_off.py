"""A draft is kept off the site until it is published, or a build asks for drafts."""

from __future__ import annotations

import pytest
from conftest import SiteFolder, article, exercise, term

KINDS = {
    "articles/sleep": article("Sleep", status="draft", redirect_from="/naps/"),
    "exercises/sleep": exercise("Sleep", status="draft", topic="legs"),
    "topics/sleep": term("Sleep", status="draft"),
    "conditions/sleep": term("Sleep", status="draft"),
    "body-regions/sleep": term("Sleep", status="draft"),
    "pages/sleep": term("Sleep", status="draft"),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_draft_leaves_no_trace(site: SiteFolder, name: str) -> None:
    """With a draft of any kind beside it, a site is published byte for byte as without."""
    site.build()
    before = site.published()
    site.write({f"content/{name}.md": KINDS[name]}).build()
    assert site.published() == before


@pytest.mark.parametrize("name", KINDS)
def test_drafts_are_shown_when_asked_for(site: SiteFolder, name: str) -> None:
    """A build with drafts publishes them, and the next one without takes them off again."""
    site.write({f"content/{name}.md": KINDS[name]})
    site.build(drafts=True)
    page = site.out / f"{name.removeprefix('pages/')}/index.html"
    assert page.is_file()
    site.build()
    assert not page.exists()
    assert b"Sleep" not in b"".join(site.published().values())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            article(body="See [it](sleep.md)."),
            "content/articles/tired-legs.md:9:10: error: there is no page `sleep.md`",
        ),
        (article(topic="[legs, sleep]"), "content/articles/tired-legs.md:5:15: error: there is no topic `sleep`"),
    ],
)
def test_what_needs_a_draft_cannot_be_published(site: SiteFolder, text: str, said: str) -> None:
    """A link to a draft, or a term that is one, is a problem that says so."""
    site.write(
        {f"content/{name}.md": text for name, text in KINDS.items() if name in ("articles/sleep", "topics/sleep")}
    )
    site.write({"content/articles/tired-legs.md": text})
    (problem,) = (problem for problem in site.problems() if str(problem).startswith(said))
    assert "is a draft: publish it first" in problem.hint
    assert site.build(drafts=True).problems == ()

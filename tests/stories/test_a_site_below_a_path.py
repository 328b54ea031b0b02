"""A site may be published below a path, as in `https://name.example/project/`."""

from __future__ import annotations

import pytest
from conftest import SiteFolder, article, exercise, term
from photos import png
from stories.webpage import WebPage, dead_links

BODY = "A vein. See [rest](#rest), [the cramp](../../conditions/cramp.md#rest).\n\n![A chair](chair.png)\n\n## Rest"


@pytest.fixture
def full(site: SiteFolder) -> SiteFolder:
    """A site with every kind of page."""
    return site.write(
        {
            "content/glossary.yaml": "vein: {term: Vein, definition: It carries blood., see: vein}\n",
            "content/sources.yaml": "nhs: {kind: website, title: Legs, publisher: NHS}\n",
            "content/conditions/cramp.md": term("Cramp", sources="nhs") + "\n## Rest\n\nRest it.[^nhs]\n",
            "content/body-regions/calves.md": term("Calves"),
            "content/exercises/stretch.md": exercise(condition="cramp", redirect_from="/old/stretch/"),
            "content/articles/sitting/index.md": article("Sitting", BODY, condition="cramp", exercises="stretch"),
            "content/articles/sitting/chair.png": png(),
            "content/pages/get-help.md": term("Get help"),
            "content/pages/about.md": term("About"),
            **{f"content/articles/more-{number}.md": article(f"More {number}") for number in range(6)},
        }
    )


@pytest.mark.parametrize("path", ["", "/name", "/deep/er.path"])
def test_every_link_stays_below_the_path_and_leads_somewhere(full: SiteFolder, path: str) -> None:
    """Every internal address of every page begins with the path, and leads to a published file and id."""
    full.write({"config.yaml": f"title: Testing\nbase_url: https://testing.example{path}/\npage_size: 5\n"}).build()
    published = full.published()
    assert dead_links(published, path) == []
    pages = [WebPage(content.decode()) for name, content in published.items() if name.endswith(".html")]
    assert len(pages) > 20
    assert all(link.startswith(("https://", "#", f"{path}/")) for page in pages for link in page.links + page.loads)


def test_absolute_addresses_have_the_path_once(full: SiteFolder) -> None:
    """Canonical addresses, the sitemap and the feed carry the path of `base_url` once."""
    full.write({"config.yaml": "title: Testing\nbase_url: https://testing.example/name/\n"}).build()
    wanted = "https://testing.example/name/articles/sitting/"
    assert f'<link rel="canonical" href="{wanted}">' in full.page("/articles/sitting/")
    assert f"<loc>{wanted}</loc>" in full.page("/sitemap.xml")
    assert f"<id>{wanted}</id>" in full.page("/feed.xml")
    assert b"name/name" not in b"".join(full.published().values())


def test_the_order_may_name_another_base_url(full: SiteFolder) -> None:
    """A base URL given with the order stands in for the one in the config, for every link."""
    full.build(base_url="https://preview.example/pr-7/")
    assert dead_links(full.published(), "/pr-7") == []
    assert "testing.example" not in full.page("/articles/sitting/")


def test_moving_a_site_renders_every_page_again(full: SiteFolder) -> None:
    """A new base URL leaves no page behind with an old address."""
    full.build()
    pages = [path for path in full.published() if path.endswith(".html")]
    assert full.build(base_url="https://preview.example/pr-7/").rendered == len(pages)
    assert b"testing.example" not in b"".join(full.published().values())

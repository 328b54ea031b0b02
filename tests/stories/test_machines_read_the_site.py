"""What search engines and feed readers get: sitemap, robots.txt, the Atom feed and JSON-LD."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from conftest import CONFIG, SiteFolder, article, exercise, term
from stories.webpage import WebPage

ATOM = {"atom": "http://www.w3.org/2005/Atom"}
MAP = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}
HOST = "https://testing.example"


def _sitemap(site: SiteFolder) -> dict[str, str | None]:
    root = ET.fromstring(site.page("/sitemap.xml"))  # noqa: S314 - our own output
    return {
        url.findtext("map:loc", "", MAP).removeprefix(HOST): url.findtext("map:lastmod", None, MAP)
        for url in root.findall("map:url", MAP)
    }


def test_the_sitemap_lists_what_may_be_indexed(site: SiteFolder) -> None:
    """Every page stands in the sitemap with the day of its last change; redirects and the 404 page do not."""
    dates = {"reviewed": "2026-11-01", "updated": "2026-11-05", "redirect_from": "/old/"}
    site.write({"content/articles/tired-legs.md": article(**dates), "content/pages/about.md": term("About")}).build()
    assert _sitemap(site) == {
        "/": None,
        "/articles/tired-legs/": "2026-11-05",
        "/topics/": None,
        "/topics/legs/": None,
        "/a-to-z/": None,
        "/about/": None,
    }


def test_robots_lead_to_the_sitemap(site: SiteFolder) -> None:
    """`robots.txt` lets everything be read, and names the sitemap."""
    site.build()
    assert site.page("/robots.txt").splitlines() == ["User-agent: *", "Allow: /", "", f"Sitemap: {HOST}/sitemap.xml"]


def test_the_feed_brings_articles_newest_first(site: SiteFolder) -> None:
    """The Atom feed names the site and its articles, the last changed first, each with the elements that Atom needs."""
    site.write(
        {
            "config.yaml": CONFIG + "tagline: Calm & kind\n",
            "content/articles/tired-legs.md": article("Legs < arms", published="2026-10-01", authors="Bo Li"),
            "content/articles/new.md": article("New", reviewed="2026-11-20"),
            "content/articles/updated.md": article("Updated", reviewed="2026-10-01", updated="2026-11-10"),
        }
    ).build()
    root = ET.fromstring(site.page("/feed.xml"))  # noqa: S314 - our own output
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    assert root.findtext("atom:id", "", ATOM) == f"{HOST}/"
    assert root.findtext("atom:subtitle", "", ATOM) == "Calm & kind"
    assert root.findtext("atom:updated", "", ATOM) == "2026-11-20T00:00:00Z"
    assert [link.get("href") for link in root.findall("atom:link", ATOM)] == [f"{HOST}/feed.xml", f"{HOST}/"]
    entries = root.findall("atom:entry", ATOM)
    assert [entry.findtext("atom:title", "", ATOM) for entry in entries] == ["New", "Updated", "Legs < arms"]
    last = entries[2]
    assert last.findtext("atom:id", "", ATOM) == f"{HOST}/articles/tired-legs/"
    assert last.findtext("atom:published", "", ATOM) == "2026-10-01T00:00:00Z"
    assert last.findtext("atom:updated", "", ATOM) == "2026-11-01T00:00:00Z"
    assert last.findtext("atom:author/atom:name", "", ATOM) == "Bo Li"
    assert last.findtext("atom:summary", "", ATOM) == "Rest helps."
    category = last.find("atom:category", ATOM)
    assert category is not None
    assert category.attrib == {"term": "legs", "label": "Legs"}


def test_the_feed_of_a_site_without_articles_is_whole(site: SiteFolder) -> None:
    """A feed without entries still has its id, title and date."""
    site.delete("content/articles/tired-legs.md").build()
    root = ET.fromstring(site.page("/feed.xml"))  # noqa: S314 - our own output
    assert root.findall("atom:entry", ATOM) == []
    assert root.findtext("atom:updated", "", ATOM) == "2000-01-01T00:00:00Z"


def test_every_page_leads_to_the_feed(site: SiteFolder) -> None:
    """The head of each page names the feed."""
    site.build()
    for path in ("/", "/topics/", "/articles/tired-legs/", "/404.html"):
        assert '<link rel="alternate" type="application/atom+xml" title="Testing" href="/feed.xml">' in site.page(path)


def test_a_term_leads_to_its_feed(site: SiteFolder) -> None:
    """For machines in the head of each of its pages, and for readers on them; a term without articles has none."""
    site.write({"config.yaml": "title: Testing\nbase_url: https://testing.example/name/\npage_size: 5\n"})
    site.write({f"content/articles/more-{number}.md": article(f"More {number}") for number in range(6)})
    site.write({"content/topics/empty.md": term("Empty"), "content/body-regions/calves.md": term("Calves")}).build()
    link = '<link rel="alternate" type="application/atom+xml" title="Legs – Testing" href="/name/topics/legs/feed.xml">'
    for page in ("/topics/legs/", "/topics/legs/page/2/"):
        assert link in site.page(page)
        assert "/name/topics/legs/feed.xml" in site.links(page)
    assert "topics/legs/feed.xml" in site.published()
    for page in ("/topics/empty/", "/body-regions/calves/", "/articles/tired-legs/", "/topics/"):
        assert site.page(page).count('type="application/atom+xml"') == 1


def test_the_address_of_a_feed_is_taken(site: SiteFolder) -> None:
    """No old address and no static file can stand in its place."""
    site.write({"static/root/topics/legs/feed.xml": "<feed/>"})
    site.write({"content/articles/tired-legs.md": article(redirect_from="/topics/legs/feed.xml")})
    assert [found.rpartition(": ")[2] for found in site.said()] == [
        "the address /topics/legs/feed.xml/ is claimed by the site's own files as well [duplicate-address]",
        "the address /topics/legs/feed.xml is claimed by the site's own files as well [duplicate-address]",
    ]


def test_an_article_is_a_medical_page_about_its_conditions(site: SiteFolder) -> None:
    """The JSON-LD of an article names its conditions with their names and regions, its dates, authors and sources."""
    site.write(
        {
            "config.yaml": CONFIG + "publisher: The editors\n",
            "content/sources.yaml": "nhs: {kind: website, title: NHS legs, publisher: NHS, url: 'https://nhs.example'}\n",
            "content/body-regions/calves.md": term("Calves"),
            "content/conditions/cramp.md": term(
                "Cramp", also_called="charley horse", medical_name="spasm", body_region="calves"
            ),
            "content/articles/tired-legs.md": article(
                condition="cramp", sources="nhs", authors="Bo Li", published="2026-10-01", updated="2026-11-05"
            ),
        }
    ).build()
    page = WebPage(site.page("/articles/tired-legs/")).thing("MedicalWebPage")
    assert page["url"] == f"{HOST}/articles/tired-legs/"
    assert page["lastReviewed"] == "2026-11-01"
    assert (page["datePublished"], page["dateModified"]) == ("2026-10-01", "2026-11-05")
    assert page["author"] == [{"@type": "Person", "name": "Bo Li"}]
    assert page["publisher"] == {"@type": "Organization", "name": "The editors"}
    assert page["citation"] == [{"@type": "CreativeWork", "name": "NHS legs", "url": "https://nhs.example"}]
    assert page["about"] == [
        {
            "@type": "MedicalCondition",
            "name": "Cramp",
            "alternateName": ["charley horse", "spasm"],
            "url": f"{HOST}/conditions/cramp/",
            "associatedAnatomy": [{"@type": "SuperficialAnatomy", "name": "Calves"}],
        }
    ]


def test_a_condition_page_is_about_the_condition(site: SiteFolder) -> None:
    """The page of a condition is a medical page; that of a topic is a collection."""
    site.write({"content/conditions/cramp.md": term("Cramp")}).build()
    assert WebPage(site.page("/conditions/cramp/")).thing("MedicalWebPage")["about"]["name"] == "Cramp"
    assert WebPage(site.page("/topics/legs/")).thing("CollectionPage")["name"] == "Legs"
    assert WebPage(site.page("/")).thing("WebPage")["name"] == "Testing"


def test_a_routine_brings_the_plans_of_its_exercises(site: SiteFolder) -> None:
    """The page of a routine names the plan of each of its exercises; a guide does not."""
    site.write(
        {
            "content/exercises/stretch.md": exercise(kind="relax"),
            "content/articles/routine.md": article("Routine", type="routine", exercises="stretch"),
            "content/articles/tired-legs.md": article(exercises="stretch"),
        }
    ).build()
    plan = WebPage(site.page("/articles/routine/")).thing("ExercisePlan")
    assert plan["url"] == f"{HOST}/exercises/stretch/"
    assert "exerciseType" not in plan
    series = WebPage(site.page("/articles/routine/")).thing("HowTo")
    assert [part["name"] for part in series["step"]] == ["Calf stretch"]
    assert "ExercisePlan" not in site.page("/articles/tired-legs/")


def test_a_review_is_claimed_only_where_there_was_one(site: SiteFolder) -> None:
    """`reviewedBy` names real reviewers, and is left out where nobody reviewed the page."""
    person = "[{name: Ada Mo, credentials: Nurse}]"
    site.write({"content/articles/checked.md": article("Checked", reviewed_by=person)}).build()
    reviewers = WebPage(site.page("/articles/checked/")).thing("MedicalWebPage")["reviewedBy"]
    assert reviewers == [{"@type": "Person", "name": "Ada Mo", "description": "Nurse"}]
    assert "reviewedBy" not in site.page("/articles/tired-legs/")


def test_breadcrumbs_lead_down_from_home(site: SiteFolder) -> None:
    """Each page but the home page tells the way to it, for readers and for machines."""
    site.write({"config.yaml": "title: Testing\nbase_url: https://testing.example/name/\n"})
    site.write({"content/articles/tired-legs.md": article(short_title="Legs")}).build()
    html = site.page("/articles/tired-legs/")
    steps = WebPage(html).thing("BreadcrumbList")["itemListElement"]
    assert [(step["position"], step["name"], step["item"].removeprefix(HOST)) for step in steps] == [
        (1, "Home", "/name/"),
        (2, "Topics", "/name/topics/"),
        (3, "Legs", "/name/topics/legs/"),
        (4, "Legs", "/name/articles/tired-legs/"),
    ]
    assert '<a href="/name/topics/legs/">Legs</a>' in html.partition('aria-label="Breadcrumb"')[2]
    assert "BreadcrumbList" not in site.page("/")


def test_json_ld_cannot_end_its_element(site: SiteFolder) -> None:
    """Signs that mean something in HTML stand as codes in the JSON, and mean what was written."""
    site.write({"content/articles/tired-legs.md": article(summary='"</script><b> & more"')}).build()
    html = site.page("/articles/tired-legs/")
    assert WebPage(html).thing("MedicalWebPage")["description"] == "</script><b> & more"
    assert html.partition("</head>")[0].count("</script>") == 1

"""What machines read of the real site agrees with what readers see on it, page by page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any, Final
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from atom import NS, faults
from conftest import SiteFolder
from schema_org import kinds_of, mistakes
from stories.webpage import WebPage, part, url_of

from healthsite.reading.read import Contents, read

HOST: Final = "https://ease.example"
MAP: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MEDICINE: Final = re.compile(r"\d\s?(?:mg|mcg|µg|ml|tablets?|capsules?|drops?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Shown:
    """A published page: where it is, its HTML, and its JSON-LD."""

    url: str
    html: str
    things: tuple[dict[str, Any], ...]

    @property
    def text(self) -> str:
        """What readers see of its main part, white space folded."""
        main = re.sub(r"(?s)^.*<main[^>]*>|</main>.*$", "", self.html)
        return _words(main)

    def of(self, kind: str) -> list[dict[str, Any]]:
        """The things of that kind, or of one that is a kind of it."""
        return [thing for thing in self.things if kind in kinds_of(thing["@type"])]

    @property
    def page(self) -> dict[str, Any]:
        """What the JSON-LD says of the page itself."""
        (found,) = self.of("WebPage")
        return found

    def meta(self, name: str) -> str:
        """The content of a ``meta`` element."""
        found = re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)">', self.html)
        return unescape(found[1]) if found else ""

    def all(self, pattern: str) -> list[str]:
        """What *pattern* finds in the HTML, as readers see it."""
        return [_words(found) for found in re.findall(pattern, self.html, re.DOTALL)]


def _words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture(scope="module")
def pages(real: SiteFolder) -> list[Shown]:
    """Every page of the real site."""
    published = real.published()
    texts = {path: content.decode() for path, content in published.items() if path.endswith(".html")}
    return [Shown(url_of(path), html, tuple(WebPage(html).things)) for path, html in texts.items()]


@pytest.fixture(scope="module")
def contents(real: SiteFolder) -> Contents:
    """What the real site is made of."""
    return read(real.root)


def below(value: Any) -> Iterator[dict[str, Any]]:
    """Every thing in *value*, however deep."""
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from below(one)
    if isinstance(value, dict):
        yield value


def test_schema_org_knows_every_word(pages: list[Shown]) -> None:
    """Every type, every property and every value of every page is one of its vocabulary."""
    assert len(pages) > 100
    found = []
    for page in pages:
        ids = {thing["@id"]: thing["@type"] for thing in page.things if "@id" in thing}
        found += [f"{page.url}: {mistake}" for thing in page.things for mistake in mistakes(thing, ids)]
    assert found == []


def test_each_page_is_described_as_readers_see_it(pages: list[Shown]) -> None:
    """By its heading or its window's title, its description and its address, which sharing tells as well."""
    for page in pages:
        titles = [*page.all("<h1>(.*?)</h1>"), *page.all("<title>(.*?)(?: – Ease)?</title>")]
        (canonical,) = page.all('<link rel="canonical" href="([^"]+)">')
        name, described = page.page["name"], page.page["description"]
        assert name in titles or name.partition(", page ")[0] in titles, page.url
        assert {described, page.meta("og:description")} == {page.meta("description")}, page.url
        if "This page has moved" not in page.html:
            assert {page.page["url"], page.page["@id"]} == {canonical}, page.url
        assert page.meta("og:url") == canonical, page.url
        assert page.page["inLanguage"] == "en-GB"


def test_breadcrumbs_are_those_of_the_page(pages: list[Shown]) -> None:
    """The same names and the same addresses, in the same order."""
    for page in pages:
        crumbs = re.search(r'(?s)<nav class="breadcrumb".*?</nav>', page.html)
        steps = [step for thing in page.of("BreadcrumbList") for step in thing["itemListElement"]]
        assert bool(steps) == bool(crumbs), page.url
        if crumbs:
            shown = [_words(item) for item in re.findall(r"(?s)<li.*?</li>", crumbs[0])]
            assert [step["name"] for step in steps][:-1] == shown[:-1], page.url
            linked = [f"{HOST}{href}" for href in re.findall(r'href="([^"]+)"', crumbs[0])]
            assert [step["item"] for step in steps][: len(linked)] == linked, page.url
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1)), page.url


def test_dates_are_those_of_front_matter_and_page(pages: list[Shown], contents: Contents) -> None:
    """`lastReviewed` is the day that the author wrote and that the page shows; without one there is none."""
    documents = {document.url: document.meta for document in contents.library.documents if document.url != "/"}
    dated = 0
    for page in pages:
        meta = documents.get(page.url)
        claimed = page.page.get("lastReviewed")
        shown = re.search(r'Page last reviewed: <time datetime="([^"]+)">', page.html)
        assert claimed == (shown[1] if shown else None), page.url
        for key, name in (("lastReviewed", "reviewed"), ("datePublished", "published"), ("dateModified", "updated")):
            given = getattr(meta, name, None)
            if key != "lastReviewed" or claimed:
                assert page.page.get(key) == (given.isoformat() if given else None), page.url
        dated += claimed is not None
    assert dated > 80


def test_nobody_is_made_up(pages: list[Shown]) -> None:
    """No clinician has checked these pages yet, and none is named; nor is a medical speciality claimed."""
    for page in pages:
        things = list(below(list(page.things)))
        assert not [thing for thing in things if {"reviewedBy", "specialty"} & set(thing)], page.url
        assert not [thing for thing in things if thing.get("@type") == "Person"], page.url


def test_steps_are_those_of_the_page(pages: list[Shown]) -> None:
    """In the same order, each behind what the page says to take care of."""
    series = 0
    for page in pages:
        for how in page.of("HowTo"):
            series += 1
            pieces = [thing for thing in _flat(how["step"]) if thing["@type"] == "HowToStep"]
            shown = [
                step
                for ol in re.findall(r"(?s)<ol(?: class=\"exercise-card__steps\")?>.*?</ol>", _steps_of(page))
                for step in _items(ol)
            ]
            assert [thing["text"] for thing in pieces] == shown, page.url
            for thing in _flat(how["step"]):
                for piece in re.split(r"(?:; or |; )", thing.get("text", thing.get("name", ""))):
                    words = re.sub(r"^(?:Ask a professional first if|Do not start, and stop, if) |\.$", "", piece)
                    assert words in page.text, f"{page.url}: {words}"
    assert series > 60


def _flat(steps: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for step in steps:
        yield step
        yield from step.get("itemListElement", [])


def _steps_of(page: Shown) -> str:
    """The part of *page* with the steps: that of an exercise, or all exercise cards."""
    cards = re.findall(r'(?s)<article class="exercise-card".*?</article>', page.html)
    return part(page.html, "steps") or "".join(cards)


def _items(html: str) -> list[str]:
    return [_words(item) for item in re.findall(r"(?s)<li>.*?</li>", html)]


def test_doses_are_those_of_the_page(pages: list[Shown]) -> None:
    """In the page's own words, beside numbers that stand in them."""
    plans = [(page, plan) for page in pages for plan in page.of("ExercisePlan")]
    assert len(plans) > 80
    for page, plan in plans:
        said = plan.get("additionalVariable", "")
        assert said in page.text, f"{page.url}: {said}"
        numbers = [plan.get("repetitions"), plan.get("activityDuration")]
        for number in re.findall(r"\d+", re.sub(r"'@type': '\w+'", "", str(numbers))):
            assert re.search(rf"\b{number}\b", said) or (number == "1" and " once" in said), f"{page.url}: {said}"


def test_there_is_no_dose_of_a_medicine(pages: list[Shown]) -> None:
    """Anywhere in what machines read."""
    for page in pages:
        texts = [value for thing in below(list(page.things)) for value in thing.values() if isinstance(value, str)]
        assert not [text for text in texts if MEDICINE.search(text)], page.url


def test_a_routine_takes_as_long_as_its_page_says(pages: list[Shown]) -> None:
    """The total time is the one that the page shows, and is told only where it is known."""
    told = 0
    for page in pages:
        if re.fullmatch(r"/routines/[^/]+/", page.url):
            (how,) = page.of("HowTo")
            shown = re.search(r"<dt>Time</dt><dd>At least (\d+) (minutes|seconds)</dd>", page.html)
            expected = f"PT{shown[1]}{shown[2][0].upper()}" if shown else None
            assert how.get("totalTime") == expected, page.url
            told += shown is not None
    assert told > 0


def test_citations_are_the_sources_of_the_page(pages: list[Shown]) -> None:
    """The same ones in the same order, by their titles and addresses."""
    for page in pages:
        cited = page.page.get("citation", [])
        shown = re.findall(r'(?s)<li id="source-[^"]+">.*?</li>', part(page.html, "sources"))
        assert len(cited) == len(shown) or page.url in ("/", "/sources/"), page.url
        for source, item in zip(cited, shown, strict=False):
            assert source["name"] in _words(item), page.url
            assert f'href="{source["url"]}"' in unescape(item) if "url" in source else "<cite>" in item, page.url


def test_an_article_is_about_what_it_is_filed_under(pages: list[Shown]) -> None:
    """Its conditions are linked on it, and its sections stand on it under these headings."""
    sections = 0
    for page in pages:
        about = page.page.get("about", [])
        for thing in about if isinstance(about, list) else [about]:
            if "url" in thing and thing["url"] != page.page["url"]:
                assert urlsplit(thing["url"]).path in WebPage(part(page.html, "filed-under")).links, page.url
        headings = page.all("<h2[^>]*>(.*?)</h2>")
        for section in page.page.get("hasPart", []):
            assert section["name"] in headings, page.url
            sections += 1
    assert sections > 40


def test_the_glossary_is_the_one_that_readers_see(pages: list[Shown], contents: Contents) -> None:
    """Each entry with its definition."""
    (page,) = (page for page in pages if page.url == "/glossary/")
    (terms,) = page.of("DefinedTermSet")
    assert [term["name"] for term in terms["hasDefinedTerm"]] == [entry.term for entry in contents.library.glossary]
    for term in terms["hasDefinedTerm"]:
        assert term["description"] in page.text
        assert f'id="{urlsplit(term["url"]).fragment}"' in page.html


def test_the_home_page_describes_the_site(pages: list[Shown]) -> None:
    """By the name and the publisher that stand on every page."""
    (page,) = (page for page in pages if page.url == "/")
    (site,) = page.of("WebSite")
    assert site["name"] == page.meta("og:site_name") == "Ease"
    assert f"Published by {site['publisher']['name']}." in _words(page.html)
    assert all(other.page["isPartOf"]["@id"] == site["@id"] for other in pages)


def test_every_feed_is_valid_and_linked(real: SiteFolder, pages: list[Shown], contents: Contents) -> None:
    """Each says where it is, leads to pages that are there, and is named by the page that shows the same."""
    published = real.published()
    feeds = {path: content for path, content in published.items() if path.endswith("feed.xml")}
    with_articles = {
        f"{taxonomy}/{slug}/feed.xml"
        for article in contents.library.articles
        for taxonomy, slugs in (("topics", article.meta.topic), ("conditions", article.meta.condition))
        for slug in slugs
    }
    assert set(feeds) == {"feed.xml"} | with_articles
    assert {path: faults(content) for path, content in feeds.items() if faults(content)} == {}
    ids = set()
    for path, content in feeds.items():
        root = ET.fromstring(content)  # noqa: S314 - our own output
        links = {link.get("rel"): link.get("href", "") for link in root.findall(f"{NS}link")}
        assert links["self"] == f"{HOST}/{path}"
        (page,) = (page for page in pages if f"{HOST}{page.url}" == links["alternate"])
        assert f'type="application/atom+xml" title="{root.findtext(f"{NS}title")}" href="/{path}">' in unescape(
            page.html
        )
        assert f"/{path}" in WebPage(page.html).links
        ids.add(root.findtext(f"{NS}id"))
        for entry in root.findall(f"{NS}entry"):
            assert (entry.findtext(f"{NS}id") or "").removeprefix(f"{HOST}/") + "index.html" in published
    assert len(ids) == len(feeds)


def test_the_sitemap_is_that_of_the_protocol(real: SiteFolder, pages: list[Shown], contents: Contents) -> None:
    """It lists every page that may be listed, once, by its canonical address, and with the day of its last change."""
    content = real.published()["sitemap.xml"]
    assert content.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    assert len(content) < 50_000_000
    root = ET.fromstring(content)  # noqa: S314 - our own output
    assert root.tag == f"{MAP}urlset"
    entries = [{child.tag.removeprefix(MAP): child.text or "" for child in url} for url in root]
    assert all(url.tag == f"{MAP}url" for url in root)
    assert all(set(entry) <= {"loc", "lastmod"} for entry in entries)
    listed = [entry["loc"] for entry in entries]
    assert all(len(address) < 2048 and address.startswith(f"{HOST}/") for address in listed)
    canonical = {page.all('<link rel="canonical" href="([^"]+)">')[0] for page in pages if "noindex" not in page.html}
    assert (len(listed), set(listed)) == (len(set(listed)), canonical)
    days = {entry["loc"]: date.fromisoformat(entry["lastmod"]) for entry in entries if "lastmod" in entry}
    known = {f"{HOST}{document.url}": document.meta.reviewed for document in contents.library.documents}
    assert days == {address: day for address, day in known.items() if day}


def test_the_theme_is_that_of_the_style_sheet(pages: list[Shown], real: SiteFolder) -> None:
    """Every page names the brand's colours, for light and for dark."""
    (sheet,) = (content.decode() for path, content in real.published().items() if path.endswith(".css"))
    light, dark = re.findall(r"--brand: (#[0-9a-f]{6});", sheet)[:2]
    for page in pages:
        assert page.all(r'<meta name="theme-color" content="([^"]+)"') == [light, dark], page.url

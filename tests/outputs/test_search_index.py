"""The search index: what is in it, when it is made again, and what happens where it cannot be made."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import CONFIG, TODAY, TOPIC, SiteFolder, article, exercise, term
from searching import fragments

from healthsite.cache import Cache
from healthsite.outputs import search_index
from healthsite.pipeline import Order, Outcome, build
from healthsite.problems import InvalidSite

WITH_CALVES: Mapping[str, str] = {
    "content/articles/tired-legs.md": article(body_region="calves"),
    "content/body-regions/calves.md": term("Calves", also_called="[lower leg]"),
}
HEADING = (
    "{% macro page_heading(title, summary, kind='', also_called=(), medical_name='') %}"
    "<header data-pagefind-ignore><h1>{{ title }}</h1></header>{% endmacro %}"
)
NOT_INSTALLED = "config.yaml: warning: the search index was not made: Pagefind is not installed [search]"


def searched(site: SiteFolder, **changes: object) -> Outcome:
    """Build *site* with its search index."""
    return build(replace(Order(root=site.root, today=TODAY, out=site.out), **changes))  # type: ignore[arg-type]


def made(site: SiteFolder, **files: str) -> tuple[int, bool]:
    """How many pages a build renders after *files* were written, and whether it makes the index."""
    outcome = searched(site.write(dict(files.items())))
    assert outcome.problems == ()
    return outcome.rendered, outcome.indexing is not None


def index_of(site: SiteFolder) -> dict[str, bytes]:
    """The published files of the index."""
    return {path: content for path, content in site.published().items() if path.startswith("pagefind/")}


@pytest.fixture
def built(site: SiteFolder) -> SiteFolder:
    """A site with a body region, built with its index."""
    searched(site.write(WITH_CALVES))
    return site


def test_the_index_holds_what_a_reader_looks_for(site: SiteFolder) -> None:
    """Documents and words, each with its names, its kind and its regions; the text without the frame of its page."""
    searched(
        site.write({**WITH_CALVES, "content/glossary.yaml": "vein: {term: Vein, definition: It carries blood.}\n"})
    )
    found = fragments(site.out)
    assert found.keys() == {"/articles/tired-legs/", "/topics/legs/", "/body-regions/calves/", "/glossary/#vein"}
    legs = found["/articles/tired-legs/"]
    assert legs["content"] == "Rest helps. Rest them."
    assert (legs["meta"]["title"], legs["meta"]["about"]) == ("Tired legs", "Calves; lower leg")
    assert legs["filters"] == {"kind": ["Guides"], "region": ["Calves"]}
    assert found["/glossary/#vein"]["content"] == "It carries blood."


def test_words_of_danger_are_known(site: SiteFolder) -> None:
    """Though they stand in no text: else the search would take them for others, or leave them out."""
    level = "{heading: Go now if, items: [a sign]}"
    care = f"profiles: {{legs: {{title: Legs, emergency: {level}, urgent: {level}, non_urgent: {level}}}}}\n"
    page = term("Get help").replace("A few words.", "/// care | legs\n///")
    searched(
        site.write(
            {
                "content/care.yaml": care.replace("title: Legs", "title: Legs, searched: [numb saddle]"),
                "content/pages/get-help.md": page,
            }
        )
    )
    known = json.loads(site.published()["pagefind/words.json"])
    assert {"numb", "saddle"} <= set(known["texts"].split())


def test_headings_are_anchors(site: SiteFolder) -> None:
    """A result can lead to a part of a long page; the text begins after the summary."""
    searched(site.write({"content/articles/tired-legs.md": article(body="## Rest\n\nRest them.\n\n## Walk\n\nWalk.")}))
    anchors = fragments(site.out)["/articles/tired-legs/"]["anchors"]
    assert [(each["id"], each["text"]) for each in anchors] == [("search-text", ""), ("rest", "Rest"), ("walk", "Walk")]
    assert anchors[0]["location"] == 2


def test_only_what_the_search_page_loads_is_published(built: SiteFolder) -> None:
    """Pagefind's own search pages are left out, and the program for other languages."""
    parts = {path.removeprefix("pagefind/").split("/")[0] for path in index_of(built)}
    meta = {part for part in parts if part.endswith(".pf_meta")}
    assert len(meta) == 1
    names = {"pagefind.js", "pagefind-entry.json", "words.json", "wasm.en-gb.pagefind"}
    assert parts - meta == names | {"filter", "fragment", "index"}


def test_a_language_that_pagefind_does_not_know_is_searched_as_it_is(site: SiteFolder) -> None:
    """Without word stems."""
    searched(site.write({"config.yaml": f"{CONFIG}language: cy\n"}))
    assert "pagefind/wasm.unknown.pagefind" in index_of(site)


def test_a_second_build_makes_nothing(built: SiteFolder) -> None:
    """The index is kept, and none of its files is touched."""
    outcome = searched(built)
    assert outcome.release is not None
    assert (outcome.rendered, outcome.indexing, outcome.release.written) == (0, None, 0)


def test_a_build_with_nothing_to_do_reads_no_content(built: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither of pages nor of the index."""
    monkeypatch.delattr(Cache, "content")
    assert made(built) == (0, False)


@pytest.mark.parametrize(
    ("path", "text", "rendered"),
    [
        ("content/articles/tired-legs.md", article(body="Raise them.", body_region="calves"), 1),
        ("content/articles/tired-legs.md", article(summary="Rest.", body_region="calves"), 4),
        ("content/articles/tired-legs.md", article(also_called="[leaden legs]", body_region="calves"), 2),
        ("content/body-regions/calves.md", term("Calves", also_called="[lower leg, shank]"), 2),
        ("content/glossary.yaml", "vein: {term: Vein, definition: It carries blood.}\n", 11),
    ],
    ids=["text", "summary", "other name", "name of a region", "word"],
)
def test_the_index_is_made_again_for_what_it_knows(built: SiteFolder, path: str, text: str, rendered: int) -> None:
    """A text, a summary, a name; and the pages of a region are not rendered for another name of it."""
    before = index_of(built)
    assert made(built, **{path: text}) == (rendered, True)
    assert index_of(built) != before


@pytest.mark.parametrize(
    "files",
    [
        {"config.yaml": f"{CONFIG}publisher: Somebody else\ncontact: us@testing.example\n"},
        {"config.yaml": CONFIG.replace("testing.example", "elsewhere.example/name")},
        {"content/articles/tired-legs.md": article(reviewed="2026-11-20", body_region="calves")},
        {"content/articles/tired-legs.md": article(body_region="calves", short_title="Legs")},
        {"content/pages/index.md": term("Home")},
        {"templates/components/page_heading.html": HEADING},
        {"templates/frame/footer.html": "<footer>New</footer>"},
    ],
    ids=["footer", "address", "review date", "short title", "home page", "heading", "frame"],
)
def test_the_index_is_not_made_again_for_anything_else(built: SiteFolder, files: Mapping[str, str]) -> None:
    """Pages are rendered, and the index stays as it is, byte by byte."""
    before = index_of(built)
    rendered, again = made(built, **files)
    assert (rendered > 0, again) == (True, False)
    assert index_of(built) == before


def test_another_look_of_a_page_is_no_other_text(built: SiteFolder) -> None:
    """A class or a wrapper that a template adds."""
    shipped = (Path(search_index.__file__).parents[2] / "templates/pages/article.html").read_text("utf-8")
    changed = shipped.replace('<div class="prose">', '<div class="prose prose--wide" id="text">')
    assert made(built, **{"templates/pages/article.html": changed}) == (1, False)


def test_another_day_is_no_other_index(built: SiteFolder) -> None:
    """What is reviewed when is not in it."""
    assert searched(built, today=TODAY.replace(year=2027)).indexing is None


def test_the_same_pages_give_the_same_index(built: SiteFolder, tmp_path: Path) -> None:
    """In another folder, in another order, by more processes, at a second time: not a byte differs."""
    files = {
        "config.yaml": CONFIG,
        "content/topics/legs.md": TOPIC,
        **WITH_CALVES,
        "content/body-regions/hips.md": term("Hips"),
        "content/body-regions/neck.md": term("Neck"),
        "content/conditions/cramp.md": term("Cramp", body_region="[neck, calves, hips]"),
        **{f"content/articles/more-{n}.md": article(f"More {n}", f"Text {n}.", body_region="hips") for n in range(50)},
        **{f"content/exercises/more-{n}.md": exercise(f"Move {n}", body_region="neck") for n in range(5)},
    }
    searched(built.write(files))
    other = SiteFolder(tmp_path / "other").write(dict(reversed(files.items())))
    searched(other, jobs=2)
    assert len(index_of(built)) > 60
    assert index_of(other) == index_of(built)
    searched(other, clean=True)
    assert index_of(other) == index_of(built)


def test_a_site_without_documents_has_no_index(site: SiteFolder) -> None:
    """There is nothing to be found."""
    site.delete("content/articles/tired-legs.md", "content/topics/legs.md")
    outcome = searched(site.write({"content/pages/index.md": term("Home")}))
    assert (outcome.problems, outcome.indexing, index_of(site)) == ((), None, {})


def test_without_pagefind_the_site_goes_out_with_a_warning(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A corrected page does not wait for a search; each build says so, until it can be made."""
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "pagefind.service", None)
        for _ in range(2):
            outcome = searched(site)
            assert [str(problem) for problem in outcome.problems] == [NOT_INSTALLED]
            assert "--no-search" in outcome.problems[0].hint
            assert (site.text("/articles/tired-legs/") != "", index_of(site)) == (True, {})
    assert made(site) == (0, True)


def test_strictly_taken_nothing_goes_out_without_its_search(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under `--strict` a warning is an error, this one too."""
    monkeypatch.setitem(sys.modules, "pagefind.service", None)
    with pytest.raises(InvalidSite) as caught:
        searched(site, strict=True)
    assert [str(problem) for problem in caught.value.problems] == [NOT_INSTALLED]
    assert not site.out.exists()


def test_an_index_that_is_not_understood_is_left_out(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """As is one that could not be made."""
    monkeypatch.setattr("healthsite.outputs.pagefind_order.FILTERS", 99)
    (problem,) = searched(site).problems
    assert problem.message.startswith("the search index was not made: what Pagefind made is not understood")
    assert index_of(site) == {}


@pytest.mark.parametrize("damage", ["lost", "spoilt"])
def test_a_broken_cache_gives_the_same_index(built: SiteFolder, damage: str) -> None:
    """A content of it that is lost or spoilt is made again."""
    before = index_of(built)
    for file in (built.root / ".cache" / "objects").rglob("*"):
        if file.is_file() and file.read_bytes() in before.values():
            file.unlink() if damage == "lost" else file.write_bytes(b"spoilt")
    for path in before:
        (built.out / path).unlink()
    assert searched(built).indexing is not None
    assert index_of(built) == before


def test_where_the_cache_takes_nothing_there_is_an_index_all_the_same(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is made by every build then."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("healthsite.objects.write_whole", full)
    assert searched(site).indexing is not None
    assert "/articles/tired-legs/" in fragments(site.out)
    assert searched(site).indexing is not None


def test_a_check_makes_no_index(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """It writes nothing at all."""
    monkeypatch.setitem(sys.modules, "pagefind.service", None)
    assert build(Order(site.root, TODAY)).problems == ()

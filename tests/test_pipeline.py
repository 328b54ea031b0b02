"""The build from end to end: what it renders, what stops it, and what it leaves behind."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count, cycle
from pathlib import Path
from typing import Any

import pytest
from conftest import CONFIG, PAGES, TODAY, TOPIC, SiteFolder, article, term
from photos import png

from healthsite.pipeline import COPYING, RENDERING, Order, Outcome, build
from healthsite.problems import InvalidConfig, InvalidSite, NotPublished, UnusableFolder

CRLF = article(body="Windows line ends.").replace("\n", "\r\n")


def tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Everything below *folder* with its time, files also with their bytes."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in folder.rglob("*")
    }


def many(site: SiteFolder, number: int = 60) -> SiteFolder:
    """Add as many articles as it takes for processes to be worth while."""
    return site.write({f"content/articles/a{n}.md": article(title=f"Article {n}") for n in range(number)})


def written(outcome: Outcome) -> int:
    """How many files were published."""
    assert outcome.release is not None
    return outcome.release.written


def test_a_second_build_does_nothing(site: SiteFolder) -> None:
    """With nothing changed, nothing is rendered and no file is touched."""
    site.build()
    before = tree(site.out)
    again = site.build()
    assert (again.rendered, written(again), again.notes) == (0, 0, ())
    assert tree(site.out) == before


def test_an_edited_text_is_one_page(site: SiteFolder) -> None:
    """A change in the text of an article renders its page, and writes that page only."""
    site.build()
    outcome = site.write({"content/articles/tired-legs.md": article(body="Raise them.")}).build()
    assert (outcome.rendered, written(outcome)) == (1, 1)
    assert "Raise them." in site.text("/articles/tired-legs/")


def test_tomorrow_is_no_change(site: SiteFolder) -> None:
    """Another day alone renders nothing."""
    site.build()
    assert site.build(today=TODAY.replace(day=23)).rendered == 0


def test_a_check_writes_nothing_at_all(site: SiteFolder) -> None:
    """A check of a new site leaves its folder as it was."""
    before = tree(site.root)
    outcome = site.check()
    assert (outcome.rendered > 3, outcome.release) == (True, None)
    assert tree(site.root) == before


@pytest.mark.parametrize("clean", [False, True])
def test_a_check_of_a_built_site_writes_nothing_at_all(site: SiteFolder, *, clean: bool) -> None:
    """A check uses the cache unless told otherwise, and changes neither it nor what is published."""
    site.build()
    site.write({"content/articles/tired-legs.md": article(body="Raise them.")})
    before = tree(site.root)
    outcome = build(Order(site.root, TODAY, clean=clean, search=False))
    assert outcome.rendered == (PAGES if clean else 1)
    assert tree(site.root) == before


def test_a_clean_build_renders_all_to_the_same_bytes(site: SiteFolder) -> None:
    """A clean build trusts nothing that was remembered, and has nothing to write."""
    site.build()
    outcome = build(Order(site.root, TODAY, site.out, clean=True, search=False))
    assert (outcome.rendered, written(outcome)) == (PAGES, 0)


def test_somebody_can_watch(site: SiteFolder) -> None:
    """The watcher is told of each page that is rendered and each picture that is copied, and how many are to come."""
    seen: list[tuple[str, int, int]] = []
    order = Order(site.root, TODAY, site.out)
    build(order, lambda what, done, total: seen.append((what, done, total)))
    assert seen == [(RENDERING, number, PAGES) for number in range(1, PAGES + 1)]
    seen.clear()
    build(order, lambda what, done, total: seen.append((what, done, total)))
    assert seen == []
    folder = "content/articles/sitting"
    text = article("Sitting", "![A](a.png) ![B](b.png)")
    site.write({f"{folder}/index.md": text, f"{folder}/a.png": png(), f"{folder}/b.png": png(tint=9)})
    build(order, lambda what, done, total: seen.append((what, done, total)))
    assert [told for told in seen if told[0] == COPYING] == [(COPYING, 1, 2), (COPYING, 2, 2)]


def test_warnings_are_told_each_time(site: SiteFolder) -> None:
    """A warning is repeated until it is mended, also by a build that renders nothing."""
    site.write({"content/articles/tired-legs.md": CRLF})
    first, again = site.build(), site.build()
    assert [problem.rule for problem in first.problems] == ["line-ends"]
    assert again.problems == first.problems


@pytest.mark.parametrize("warm", [False, True])
def test_strict_makes_errors_of_warnings(site: SiteFolder, *, warm: bool) -> None:
    """With `strict`, a warning stops the build, before or after it was seen once."""
    site.build()
    before = tree(site.out)
    site.write({"content/articles/tired-legs.md": CRLF})
    if warm:
        site.check()
    with pytest.raises(InvalidSite, match="line-ends"):
        site.build(strict=True)
    assert tree(site.out) == before


@pytest.mark.parametrize(
    ("files", "error"),
    [
        ({"content/articles/tired-legs.md": "no front matter"}, InvalidSite),
        ({"content/articles/tired-legs.md": article(redirect_from="/topics/legs/")}, InvalidSite),
        ({"content/articles/tired-legs.md": article(body="[below](#nowhere)")}, InvalidSite),
        ({"templates/pages/home.html": "{{ nothing }}"}, InvalidSite),
        ({"static/css/main.css": '@import "gone.css";'}, InvalidSite),
        ({"config.yaml": "title: only"}, InvalidConfig),
    ],
    ids=["reading", "structure", "rendering", "template", "static file", "config"],
)
def test_what_is_published_stays_while_the_site_is_wrong(
    site: SiteFolder, files: Mapping[str, str], error: type[InvalidSite]
) -> None:
    """At whichever gate a build stops, the published files keep their bytes and times; mended, it goes on."""
    site.build()
    before, good = tree(site.out), {path: (site.root / path).read_bytes() for path in site_files(site)}
    with pytest.raises(InvalidSite) as caught:
        site.write(files).build()
    assert type(caught.value) is error
    assert tree(site.out) == before
    site.delete(*(path for path in files if path not in good)).write(good)
    assert written(site.build()) == 0


def site_files(site: SiteFolder) -> list[str]:
    """What the author wrote."""
    return [path for path, (_, content) in tree(site.root).items() if content and path.startswith(("con", "config"))]


def test_drafts_are_taken_in_only_when_asked_for(site: SiteFolder) -> None:
    """A draft is published with `drafts`, and goes again without."""
    site.write({"content/articles/soon.md": article(title="Soon", status="draft")})
    site.build(drafts=True)
    assert "Soon" in site.text("/topics/legs/")
    site.build()
    assert "Soon" not in site.text("/topics/legs/")
    assert not (site.out / "articles/soon").exists()


def test_a_base_url_with_a_path_moves_every_link(site: SiteFolder) -> None:
    """On a project page below `/name/`, every address of the site begins with that path."""
    site.write({"content/articles/tired-legs.md": article(body="See [legs](../topics/legs.md).")})
    site.build(base_url="https://other.example/name")
    pages = [content.decode() for path, content in site.published().items() if path.endswith(".html")]
    addresses = [address for page in pages for address in re.findall(r'(?:href|src)="([^"#]+)', page)]
    assert len(addresses) > 30
    assert [a for a in addresses if not a.startswith(("/name/", "https://other.example/name/"))] == []
    assert site.page("/robots.txt").endswith("Sitemap: https://other.example/name/sitemap.xml\n")


def test_the_same_site_gives_the_same_bytes_anywhere(site: SiteFolder, new_site: Callable[[str], SiteFolder]) -> None:
    """Neither the folder, nor the order in which files were made, nor the number of jobs shows in the bytes."""
    many(site).build(jobs=1)
    other = new_site("elsewhere")
    for path in sorted(site_files(site), reverse=True):
        other.write({path: (site.root / path).read_bytes()})
    assert other.build(jobs=2).rendered > 60
    assert other.published() == site.published()


@pytest.mark.parametrize(
    "stop", [lambda: OSError(errno.EIO, "Input/output error"), KeyboardInterrupt], ids=["disk", "Ctrl-C"]
)
def test_a_build_that_is_stopped_anywhere_is_mended_by_the_next(
    site: SiteFolder, new_site: Callable[[str], SiteFolder], stop: Callable[[], BaseException]
) -> None:
    """Stopped at any write or move, in the cache or in public/, files are whole, and the next build ends as clean.

    Each round stops the build of one version of the site while the other is published.
    """
    versions: list[dict[str, str | bytes]] = [
        {"content/articles/tired-legs.md": article(body=body), "static/root/a.txt": body} for body in ("Rest.", "Move.")
    ]
    clean: list[dict[str, bytes]] = []
    for number, version in enumerate(versions):
        other = new_site(str(number)).write({"config.yaml": CONFIG, "content/topics/legs.md": TOPIC}).write(version)
        other.build()
        clean.append(other.published())
    site.write(versions[1]).build()
    for rounds, which in zip(count(1), cycle([0, 1]), strict=False):
        site.write(versions[which])
        left = _stopped(site, rounds, stop)
        published = site.published()
        assert published.items() <= clean[0].items() | clean[1].items()
        site.build()
        assert site.published() == clean[which]
        if left > 0:
            break
    assert rounds > 10


def _stopped(site: SiteFolder, number: int, stop: Callable[[], BaseException]) -> int:
    """Build, and stop at the change number *number*; how many changes were left to come."""
    left = number

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                raise stop()
            return real(*args)

        return call

    with pytest.MonkeyPatch.context() as patch, suppress(KeyboardInterrupt, NotPublished):
        patch.setattr(os, "replace", counted(os.replace))
        patch.setattr(Path, "write_bytes", counted(Path.write_bytes))
        site.build()
    return left


def test_a_cache_that_is_read_only_is_no_hindrance(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the cache cannot be written, the site is published all the same, and a line says why it is slow."""
    real = Path.write_bytes

    def refused(file: Path, content: bytes) -> int:
        if ".cache" in file.parts:
            raise OSError(errno.EROFS, "Read-only file system")
        return real(file, content)

    monkeypatch.setattr(Path, "write_bytes", refused)
    for _ in range(2):
        outcome = site.build()
        assert (outcome.rendered, outcome.notes) == (PAGES, ("the cache cannot be written: read-only file system",))
    assert "Tired legs" in site.text("/")


def test_an_output_folder_of_others_is_refused(site: SiteFolder) -> None:
    """A build does not write into a folder that holds files of somebody else's."""
    site.out = site.root / "content"
    before = tree(site.out)
    with pytest.raises(UnusableFolder, match="holds files that no build put there"):
        site.build()
    assert tree(site.out) == before


def test_two_output_folders_do_not_disturb_each_other(site: SiteFolder) -> None:
    """A site can be published in two places; each gets what has changed since it was last written."""
    first, second = site.out, site.root.parent / "second"
    site.build()
    site.out = second
    assert site.build().rendered == 0
    site.write({"content/topics/legs.md": term("Limbs")}).build()
    published = site.published()
    site.out = first
    outcome = site.build()
    assert (outcome.rendered, written(outcome) > 0) == (0, True)
    assert site.published() == published

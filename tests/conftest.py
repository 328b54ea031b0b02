"""Sites written inline, built in a folder of their own."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import hypothesis
import pytest
from command_line import DAY, Ran, Run

from healthsite.cli import main
from healthsite.outputs.static_files import static_files
from healthsite.pipeline import Order, Outcome, build
from healthsite.problems import InvalidSite, Problem
from healthsite.publishing.manifest import NAME
from healthsite.shipped import shipped

if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    # As in a job that a shell runs in the background, from which every process that a test starts would have it.
    signal.signal(signal.SIGINT, signal.default_int_handler)

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

TODAY = date(2026, 11, 22)

PAGES = 8
"""How many pages the smallest site has: home, article, topic, topics, A to Z, search, offline, not found."""
FILES = PAGES + len(static_files(shipped(), None, "")[0]) + 6
"""How many files the smallest site has: its pages, the shipped static files, and 6 that it makes for machines.

These are two feeds, the sitemap, robots.txt, the web app manifest and the service worker.
"""

CONFIG = "title: Testing\nbase_url: https://testing.example/\n"
TOPIC = "---\ntitle: Legs\nsummary: All about legs.\n---\n\nLegs carry you.\n"


def article(title: str = "Tired legs", body: str = "Rest them.", **keys: str) -> str:
    """An article with the least front matter; *keys* are added or replaced, written as YAML."""
    head = {
        "title": title,
        "summary": "Rest helps.",
        "type": "guide",
        "topic": "legs",
        "reviewed": "2026-11-01",
        **keys,
    }
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in head.items()) + f"---\n\n{body}\n"


def exercise(title: str = "Calf stretch", body: str = "It is gentle.", **keys: str) -> str:
    """An exercise with the least front matter; *keys* are added or replaced, written as YAML."""
    head = {
        "title": title,
        "summary": "For the calf.",
        "kind": "stretch",
        "steps": "[Stand up., Lean forward.]",
        **keys,
    }
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in head.items()) + f"---\n\n{body}\n"


def term(title: str, **keys: str) -> str:
    """A topic, body region or condition with the least front matter."""
    head = {"title": title, "summary": f"About {title.lower()}.", **keys}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in head.items()) + "---\n\nA few words.\n"


@dataclass
class SiteFolder:
    """A site on disk that tests write, build and look into."""

    root: Path
    out: Path = field(init=False)

    def __post_init__(self) -> None:
        self.out = self.root / "public"

    def write(self, files: Mapping[str, str | bytes]) -> SiteFolder:
        """Write *files*, given by their path in the site; text is written as UTF-8 with plain line ends."""
        for path, content in files.items():
            target = self.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def delete(self, *paths: str) -> SiteFolder:
        """Delete files by their path in the site."""
        for path in paths:
            (self.root / path).unlink()
        return self

    def build(
        self,
        *,
        today: date = TODAY,
        strict: bool = False,
        drafts: bool = False,
        jobs: int = 1,
        base_url: str | None = None,
        search: bool = False,
    ) -> Outcome:
        """Build the site to ``public/``."""
        order = Order(root=self.root, today=today, out=self.out, strict=strict, drafts=drafts)
        return build(replace(order, jobs=jobs, base_url=base_url, search=search))

    def check(self, *, today: date = TODAY, strict: bool = False) -> Outcome:
        """Make all the checks and write nothing."""
        return build(Order(root=self.root, today=today, strict=strict))

    def problems(self, *, today: date = TODAY, strict: bool = False) -> list[Problem]:
        """The problems that keep the site from being built."""
        with pytest.raises(InvalidSite) as caught:
            self.build(today=today, strict=strict)
        return list(caught.value.problems)

    def said(self, *, today: date = TODAY) -> list[str]:
        """Those problems as the command line says them, without hints."""
        return [str(problem) for problem in self.problems(today=today)]

    def page(self, url: str) -> str:
        """The HTML of the page at *url*."""
        path = f"{url}index.html" if url.endswith("/") else url
        return (self.out / path.removeprefix("/")).read_text("utf-8")

    def text(self, url: str) -> str:
        """What a reader sees of the page at *url*: its main part without scripts and tags, white space folded."""
        html = re.sub(r"(?s)^.*<main[^>]*>|</main>.*$|<script\b.*?</script>", "", self.page(url))
        return " ".join(re.sub(r"<[^>]+>", " ", html).split())

    def links(self, url: str) -> list[str]:
        """The addresses that the main part of the page at *url* links to."""
        return re.findall(r'href="([^"]*)"', re.sub(r"(?s)^.*<main[^>]*>|</main>.*$", "", self.page(url)))

    def published(self) -> dict[str, bytes]:
        """Every published file with its bytes."""
        return {
            file.relative_to(self.out).as_posix(): file.read_bytes()
            for file in sorted(self.out.rglob("*"))
            if file.is_file() and file.name != NAME
        }


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """A site with one topic and one article."""
    return SiteFolder(tmp_path / "site").write(
        {"config.yaml": CONFIG, "content/topics/legs.md": TOPIC, "content/articles/tired-legs.md": article()}
    )


@pytest.fixture
def new_site(tmp_path: Path) -> Callable[[str], SiteFolder]:
    """Makes further empty sites by name."""
    return lambda name: SiteFolder(tmp_path / name)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in this process."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def ran(*args: str | Path) -> Ran:
        with pytest.raises(SystemExit) as caught:
            main(args=[str(arg) for arg in args])
        return Ran(caught.value.code, *capsys.readouterr())

    return ran


@pytest.fixture
def there(site: SiteFolder) -> tuple[str, str]:
    """The options that name the site and the day."""
    return f"--site={site.root}", DAY

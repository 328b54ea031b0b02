"""Whatever is edited in whatever order: building on gives byte for byte what a build from nothing gives."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from conftest import CONFIG, SiteFolder, article, exercise, term
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from photos import png
from stories.edited import CARE, FILES, GLOSSARY, SOURCES

from healthsite.problems import SiteError

Edit = tuple[str, str | bytes | None]
"""A file, and what it becomes; ``None`` deletes it."""

MEND: Final[Edit] = ("", None)
"""Everything becomes as it was when the site could last be built."""

PICTURE = "content/articles/sitting/chair.png"
TEXTS: Final[Mapping[str, Sequence[str | bytes]]] = {
    "content/articles/tired-legs.md": (
        article("Heavy legs", "A vein.\n\n## Rest\n\nUp.", condition="cramp", also_called="legs of lead"),
        article("Tired legs", "/// care | legs\n///\n\n/// exercise | stretch\n///", topic="[legs, rest]"),
        article("Tired legs", "See [this](#nowhere).\n\n## Rest", sources="nhs"),
        article("Tired legs", "Raw <b>HTML</b>, and [a page](nowhere.md)."),
    ),
    "content/articles/sleep.md": (
        article("Sleep", "See [rest](tired-legs.md#rest).", topic="rest", exercises="[nap, stretch]"),
        article("Sleep well", topic="rest", body_region="calves", type="routine", redirect_from="/naps/"),
        article("Sleep", topic="rest", status="draft"),
        "---\ntitle: Sleep\n",
    ),
    "content/articles/sitting/index.md": (
        article("Sitting", "![A chair](chair.png)", reviewed_by="[{name: Ada Mo, credentials: Nurse}]"),
        article("Sitting up", "No picture.", condition="[cramp]", topic="rest"),
    ),
    PICTURE: (png(tint=20), png(tint=200), b"", png()[:200]),
    "content/exercises/stretch.md": (
        exercise("Wall stretch", doses="[{hold: 10 seconds, source: nhs}]", topic="legs"),
        exercise(body="See [legs](../articles/tired-legs.md).", easier="nap", also_called="calf stretch"),
        exercise("Calf stretch", steps="nothing"),
    ),
    "content/exercises/nap.md": (exercise("A nap", topic="rest", condition="cramp"), exercise("Nap")),
    "content/topics/rest.md": (term("Rest and sleep"), term("Rest", also_called="repose", sources="nhs")),
    "content/topics/food.md": (
        term("Food"),
        term("Eating", redirect_from="/naps/"),
        term("Food", redirect_from="/topics/"),
    ),
    "content/conditions/cramp.md": (
        term("Spasm", medical_name="cramp", body_region="calves"),
        term("Cramp", article="tired-legs"),
        term("Cramp").replace("A few words", "A vein, and [sleep](../articles/sleep.md)"),
    ),
    "content/body-regions/calves.md": (term("Lower leg"), term("Calves", redirect_from="/calves.html")),
    "content/pages/about.md": (term("About us"), term("About").replace("few", "vein [few](../pages/index.md)")),
    "content/pages/index.md": (term("Welcome"), term("Hello", also_called="start")),
    "content/pages/get-help.md": (term("Get help"),),
    "content/glossary.yaml": (
        GLOSSARY + "rest: {term: Rest, definition: Not moving., see: vein, sources: nhs}\n",
        GLOSSARY.replace("Vein", "Blood vessel"),
        GLOSSARY + GLOSSARY,
    ),
    "content/sources.yaml": (SOURCES.replace("NHS legs", "Legs"), SOURCES + SOURCES.replace("nhs", "nice")),
    "content/care.yaml": (CARE.replace("swells", "hurts"), f"stop_if: [it hurts]\n{CARE}", "profiles: [legs]\n"),
    "config.yaml": (
        CONFIG.replace("Testing", "Tested"),
        CONFIG.replace("testing.example/", "testing.example/name/"),
        f"{CONFIG}page_size: 5\nfooter: [about]\n",
        "title: Testing\n",
    ),
    "templates/pages/article.html": (
        "{% extends 'base.html' %}{% block main %}<h1>{{ view.title }}</h1>{{ body.html }}{% endblock %}",
        "{{ view.nothing }}",
        "{% block %}",
    ),
    "templates/components/dose.html": ("{% macro dose(doses) %}<p>As you like.</p>{% endmacro %}", "{{ 1 / 0 }}"),
    "templates/embeds/exercise.html": ("<p>{{ view.title }}</p>", "<p>Do {{ view.title }}</p>"),
    "templates/frame/footer.html": ("<footer>Be well.</footer>",),
    "static/css/layout.css": ("a { color: teal }\n", "a { color: navy }\n"),
    "static/img/logo.svg": ("<svg/>", "<svg></svg>", ""),
    "static/root/food": ("a file where a folder may stand", "another"),
    "static/root/about": ("a file where a page stands",),
}
CONTENT: Final = [path for path in TEXTS if path.startswith("content/")]
REST: Final = [path for path in TEXTS if path not in CONTENT]

START: Final[Mapping[str, str | bytes]] = {
    **FILES,
    "content/articles/sitting/index.md": TEXTS["content/articles/sitting/index.md"][0],
    PICTURE: png(),
}


def edits(paths: Sequence[str]) -> st.SearchStrategy[list[Edit]]:
    """Sequences of edits of some of the files: most change one, some delete it, put it right again, or mend all."""

    def of(path: str) -> st.SearchStrategy[Edit]:
        first = START.get(path)
        texts = st.sampled_from([*TEXTS[path], *TEXTS[path], first, None])
        return st.tuples(st.just(path), texts)

    return st.lists(st.one_of(*(of(path) for path in paths), st.just(MEND)), min_size=1, max_size=5)


def renamed(files: dict[str, str | bytes], path: str, other: str) -> None:
    """Give the file *path* the name of the file *other*, if it is there."""
    if path in files:
        files[other] = files.pop(path)


PROPERTY: Final = settings(
    max_examples=7,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow],
)


class Pair:
    """A site that is edited and built on in one folder, and built from nothing in new ones."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)
        self.files = dict(START)
        self.good = dict(START)
        self.number = 0
        self.site = SiteFolder(self.folder / "site").write(self.files)
        self.agree()

    def edit(self, path: str, text: str | bytes | None) -> None:
        """Edit one file, in what is on disk too."""
        wanted = dict(self.good) if (path, text) == MEND else {**self.files}
        if text is not None:
            wanted[path] = text
        else:
            wanted.pop(path, None)
        self.become(wanted)

    def become(self, wanted: Mapping[str, str | bytes]) -> None:
        """Make the files on disk the *wanted* ones."""
        self.site.delete(*(path for path in self.files if path not in wanted))
        self.site.write({path: text for path, text in wanted.items() if self.files.get(path) != text})
        self.files = dict(wanted)

    def agree(self) -> None:
        """Build both: they publish the same bytes, or have the same problems and publish nothing new."""
        before = self.site.published()
        self.number += 1
        clean = SiteFolder(self.folder / f"clean-{self.number}").write(self.files)
        result = _result(self.site)
        assert result == _result(clean)
        if isinstance(result, str):
            assert self.site.published() == before
            assert not clean.out.exists()
        else:
            assert self.site.published() == clean.published()
            self.good = dict(self.files)


def _result(site: SiteFolder) -> str | list[str]:
    """The warnings of a build; or why there is none, as text."""
    try:
        return [str(problem) for problem in site.build().problems]
    except SiteError as error:
        return f"{type(error).__name__}: {error}".replace(str(site.root), "the site")


@given(edits(CONTENT))
@PROPERTY
def test_any_edits_of_content(steps: list[Edit]) -> None:
    """Adding, changing, breaking, mending and deleting content never leaves a stale page."""
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(folder)
        for path, text in steps:
            pair.edit(path, text)
            pair.agree()


@given(edits(REST))
@PROPERTY
def test_any_edits_of_templates_and_settings(steps: list[Edit]) -> None:
    """Changing, breaking, mending and deleting templates, static files and settings never leaves a stale page."""
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(folder)
        for path, text in steps:
            pair.edit(path, text)
            pair.agree()


@given(st.lists(st.tuples(st.sampled_from(CONTENT), st.sampled_from(CONTENT)), min_size=1, max_size=4))
@PROPERTY
def test_any_renaming(names: list[tuple[str, str]]) -> None:
    """A file that takes another one's name, of whatever kind, is that one from then on, or is refused."""
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(folder)
        for path, other in names:
            wanted = dict(pair.files)
            renamed(wanted, path, other)
            pair.become(wanted)
            pair.agree()


@given(edits([*CONTENT, *REST]))
@PROPERTY
def test_many_edits_at_once(steps: list[Edit]) -> None:
    """Several edits between two builds give what each alone would have led to."""
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(folder)
        for path, text in steps:
            pair.edit(path, text)
        pair.agree()
        pair.edit(*MEND)
        pair.agree()

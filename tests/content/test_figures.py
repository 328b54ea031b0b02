"""The drawings of this repository's own exercises: each is there, is possible, and is light."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Final

import pytest
from conftest import TODAY, SiteFolder
from drawing.posed_figures import LENGTHS, limb_lengths, lowest

from healthsite.drawing.frames import drawn
from healthsite.drawing.staging import stage_of
from healthsite.model.exercise import Exercise
from healthsite.model.figure import Figure
from healthsite.model.site import Site
from healthsite.pages.figure import figure_image
from healthsite.reading.read import read

CONTENTS: Final = read(Path(__file__).resolve().parents[2])
EXERCISES: Final = CONTENTS.library.exercises
MOST_WORDS: Final = 5
NARROW: Final = 24
"""Characters that fit beside a number on a tall picture."""
PER_PICTURE: Final = 4_500
"""Bytes of one picture of a file, pressed; two people take nearly twice as many as one."""
SINKS: Final = -3.0
"""Centimetres by which flesh may give way to what it rests on."""
IN_THE_AIR: Final = {"bar-hang", "raised-feet-sleep", "warm-pool-swim"}
"""Those where nobody touches the floor: at a bar, in bed, in the water."""


def figure_of(exercise: Exercise) -> Figure:
    """The figure of an exercise."""
    assert exercise.meta.figure is not None, exercise.slug
    return exercise.meta.figure


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.slug)
def test_an_exercise_has_a_figure_that_can_be_done(exercise: Exercise) -> None:
    """Nothing is wrong with it; limbs have their lengths; nobody floats, and nobody sinks into the floor."""
    figure = figure_of(exercise)
    assert drawn(figure).flaws == ()
    for staged in stage_of(figure).poses:
        for someone in staged.people:
            assert limb_lengths(someone.body) == pytest.approx(LENGTHS, abs=1e-3)
            low = lowest(someone)
            assert low > SINKS
            assert low < 1.5 or exercise.slug in IN_THE_AIR


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.slug)
def test_its_words_are_few_and_its_own(exercise: Exercise) -> None:
    """Labels of 1 to 5 words, none of them twice, and a text that says more than they do."""
    figure = figure_of(exercise)
    labels = [pose.label or "" for pose in figure.poses]
    assert len(set(labels)) == len(labels)
    assert all(1 <= len(label.split()) <= MOST_WORDS for label in labels)
    assert all(len(label) <= NARROW for label in labels) or figure.shape != "tall"
    assert figure.alt not in labels
    assert figure.alt.startswith("A ")
    assert "person" in figure.alt
    assert figure.alt.endswith(".")


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.slug)
def test_it_is_seen_whole_on_its_file(exercise: Exercise) -> None:
    """Its file has the size that cards are told, and the pictures fit into it."""
    image = figure_image(Site.of(CONTENTS.config, CONTENTS.library, TODAY), exercise)
    assert image is not None
    assert 180 <= image.width <= 740
    assert 130 <= image.height <= 740


def test_drawings_are_light(tmp_path: Path) -> None:
    """Pressed as every host sends it, a picture takes a few kilobytes, and a page stays far below its limit."""
    site = SiteFolder(tmp_path / "site")
    for path in ("config.yaml", *(file.as_posix() for file in Path("content").rglob("*") if file.is_file())):
        site.write({path: Path(path).read_bytes()})
    site.build()
    for exercise in EXERCISES:
        folder = site.out / "exercises" / exercise.slug
        pictures = len(figure_of(exercise).poses)
        assert len(gzip.compress((folder / "figure.svg").read_bytes())) < PER_PICTURE * pictures, exercise.slug
        assert len(gzip.compress((folder / "index.html").read_bytes())) < 20_000, exercise.slug

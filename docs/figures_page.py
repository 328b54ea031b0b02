"""Makes docs/figures.md and its pictures: how an editor describes a drawing, with every word that may be used."""

from __future__ import annotations

import html
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from healthsite.drawing.frames import drawn
from healthsite.model import figure_words as words
from healthsite.model import joints
from healthsite.model.figure import ASPECTS, Arrow, Figure, Move, Pose, Posed, Prop
from healthsite.model.schema import Schema
from healthsite.reading.validation import validated
from healthsite.reading.yaml_text import Parsed, parse

EXAMPLE: Final = """\
alt: A person lies on a mat with one knee bent and draws it to the chest with both hands.
props: [mat]
poses:
  - posture: lying-on-back
    label: Start
  - label: Hold behind right knee
    right: {hip: 110, knee: 115}
    both: {hand: right-behind-thigh}
    arrows: [right-knee]
"""
"""A whole figure, as it stands in an exercise below ``figure:``."""
CELL: Final = (200, 190)
ACROSS: Final = 4
_ON: Final = {
    "sitting": "[chair]",
    "over-a-ball": "[ball]",
    "back-over-a-ball": "[ball]",
    "hanging": "[bar]",
    "lying-on-left-side": "[mat, {name: pillow, under: left-ear}]",
    "lying-on-right-side": "[mat, {name: pillow, under: right-ear}]",
    "standing": "[]",
}
_WITH: Final = {
    "chair": "posture: sitting",
    "bed": "posture: lying-on-back",
    "ball": "posture: sitting",
    "bar": "posture: hanging",
    "bath": "posture: reclining, both: {hand: bath}",
    "basin": "posture: sitting, both: {foot: {at: floor, ahead: 40}}",
    "table": "posture: standing, move: {ahead: -30}",
    "step": "posture: standing, right: {foot: {at: step, ahead: 30}}, move: {ahead: 8}",
    "mat": "posture: lying-knees-bent",
    "wall": "posture: standing, both: {hand: {at: wall, up: -6}}",
    "hoop": "posture: standing, both: {hand: hoop}",
    "pillow": "posture: lying-on-back, neck: 6",
    "towel": "posture: half-kneeling",
    "roller": "posture: sitting-on-floor, right: {foot: {at: floor, ahead: 58}}",
}
_MORE: Final = {
    "basin": "[chair, basin]",
    "pillow": "[{name: pillow, under: back-of-head}]",
    "towel": "[{name: towel, under: left-knee}]",
    "roller": "[{name: roller, under: right-calf}]",
}
_VIEWS: Final = {
    "wall": "view_round: -22",
    "side-wall": "format: square",
    "corner": "view: front",
    "door-frame": "view: back",
    "bar": "view: front",
    "water": "format: wide",
}
RECORDS: Final[dict[str, tuple[type[Schema], ...]]] = {
    "`figure`": (Figure,),
    "Each of `poses`": (Pose, Posed),
    "Each of `props`": (Prop,),
    "`both`, `left`, `right`": (joints.Limbs,),
    "`hand`, `foot`": (joints.Reach,),
    "`spine`, `lower_back`, `upper_back`": (joints.Spine,),
    "`neck`": (joints.Neck,),
    "`hip`": (joints.Hip,),
    "`shoulder`": (joints.Shoulder,),
    "`move`": (Move,),
    "Each of `arrows`": (Arrow,),
}


def figures_page() -> str:
    """The whole page."""
    parts = [inspect.cleandoc(_INTRODUCTION).replace("EXAMPLE", _indented(EXAMPLE)), ""]
    parts += ["## Postures", "", f"![Every posture: {', '.join(words.POSTURES)}](figures/postures.svg)", ""]
    parts += ["## Props", "", f"![Every prop: {', '.join(words.PROPS)}](figures/props.svg)", ""]
    parts += ["## Words", "", *_words()]
    parts += ["## Keys", ""]
    for title, schemas in RECORDS.items():
        parts += [f"### {title}", "", "| key | what it says |", "|---|---|", *_rows(schemas), ""]
    return "\n".join(parts).rstrip() + "\n"


def pictures() -> dict[str, str]:
    """The pictures of the page by their file names."""
    postures = {
        name: f"view: {'front' if name == 'hanging' else 'side'}\nprops: {_ON.get(name, '[mat]')}\n"
        f"poses: [{{posture: {name}}}]"
        for name in words.POSTURES
    }
    props = {
        name: f"{_VIEWS.get(name, 'view: side')}\nprops: {_MORE.get(name, f'[{name}]')}\n"
        f"poses: [{{{_WITH.get(name, 'posture: standing')}}}]"
        for name in words.PROPS
    }
    return {
        "example.svg": _sheet({pose.label or "": figure_of(EXAMPLE) for pose in figure_of(EXAMPLE).poses}),
        "postures.svg": _sheet({name: figure_of(f"alt: A person.\n{text}") for name, text in postures.items()}),
        "props.svg": _sheet({name: figure_of(f"alt: A person.\n{text}") for name, text in props.items()}),
    }


def figure_of(text: str) -> Figure:
    """The figure that *text* describes. Raises `ValueError` where it describes none, or one that cannot be."""
    parsed = parse("docs/figures.md", text)
    found = validated(Figure, parsed) if isinstance(parsed, Parsed) else parsed
    wrong = found if isinstance(found, list) else drawn(found).flaws
    if wrong or isinstance(found, list):
        raise ValueError(text, wrong)
    return found


def _sheet(figures: dict[str, Figure]) -> str:
    """The pictures of *figures* beside each other, each with its name; those of one figure follow each other."""
    templates = Path(__file__).resolve().parent.parent / "templates"
    loader = FileSystemLoader(templates)
    jinja = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    shapes = jinja.get_template("components/figure_shapes.html").module
    width, height = CELL
    rows = -(-len(figures) // ACROSS)
    across = min(ACROSS, len(figures))
    size, whole = f"{width * across} {height * rows}", f'width="{width * across}" height="{height * rows}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" {whole}>',
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    seen: dict[Figure, int] = {}
    for number, (name, figure) in enumerate(figures.items()):
        x, y = number % ACROSS * width, number // ACROSS * height
        frame = drawn(figure).frames[seen.setdefault(figure, 0)]
        seen[figure] += 1
        wide, high = ASPECTS[figure.shape]
        scale = min((width - 16) / wide, (height - 34) / high)
        middle, left, top = x + width // 2, x + (width - wide * scale) / 2, y + height - 28 - high * scale
        look = 'font-family="system-ui, sans-serif" font-size="13" text-anchor="middle" fill="#1c2526"'
        box = f'width="{wide * scale:.0f}" height="{high * scale:.0f}" viewBox="{frame.view_box}"'
        parts += [
            f'<text x="{middle}" y="{y + height - 10}" {look}>{html.escape(name)}</text>',
            f'<svg x="{left:.0f}" y="{top:.0f}" {box}>',
            str(shapes.figure_shapes(frame.shapes)).strip(),
            "</svg>",
        ]
    return "\n".join([*parts, "</svg>", ""])


def _words() -> Iterator[str]:
    """The words that are no keys."""
    lists = {
        "What a hand or foot can rest on": words.SURFACES,
        "Points of the body that there are once": words.MIDDLE_POINTS,
        "Points that there are twice, as in `left-knee`, `opposite-knee`, or its own `knee`": words.SIDE_POINTS,
        "Directions, as the figure would say them": words.DIRECTIONS,
    }
    for title, found in lists.items():
        yield f"**{title}:** {', '.join(f'`{word}`' for word in found)}."
        yield ""


def _rows(schemas: tuple[type[Schema], ...]) -> Iterator[str]:
    for schema in schemas:
        for name, field in schema.model_fields.items():
            if schema is Posed or name not in Posed.model_fields:
                key = field.alias or name
                shown = f"**`{key}`**" if field.is_required() else f"`{key}`"
                yield f"| {shown} | {(field.description or '').replace('|', '&#124;')} |"


def _indented(text: str) -> str:
    return "figure:\n" + "".join(f"  {line}\n" for line in text.splitlines()).rstrip()


_INTRODUCTION: Final = """
    # Figures

    Made from the code by `python docs/make.py`. Keys in bold are required.

    An exercise may have a drawing. You describe what a body does, in words and degrees, and the site draws it: on the
    exercise's page, and as a file for cards and handouts. A mannequin of 170 centimetres with limbs of fixed length
    takes the poses; it comes to rest on the floor, a chair or a ball by itself.

    ```yaml
    EXAMPLE
    ```

    ![The two pictures of this figure](figures/example.svg)

    ## How to describe a pose

    1. **Begin with a posture.** Each brings sensible joints, and a pose says only what differs. A further pose without
       a posture goes on from the one before.
    2. **Bend joints** in degrees, as a physiotherapist counts them: `hip: 90` lifts the thigh, `knee: 0` is straight,
       `spine: {turn: 30 left}` turns the trunk. `left` and `right` are the figure's own, `both` is both alike. A bare
       number is the bend.
    3. **Put hands and feet somewhere** rather than bending arms and legs: `hand: wall`, `foot: floor`,
       `hand: right-knee`. The limb follows with its real length, and you are told if it is too short. `ahead`, `out`
       and `up` move the place by centimetres. On a surface they stay there in the next pose, until you say otherwise.
    4. **Add the props**, such as `mat` or `{name: wall, ahead: 60}`. Props of the figure are there from the first
       picture on; a pose that lists `props` says what is there from then on.
    5. **Show the movement** with `arrows`. A point of the body alone draws the way from the pose before; with
       `towards`, the arrow points there.
    6. **Choose the view** from which the movement is seen best: `side` (from the figure's right), `front`, `back`,
       `above` or `corner`. `view_round` and `view_up` walk further round and look from higher up. `shows: upper-body`
       enlarges a small movement of the head.
    7. **Say in `alt`** what the drawing shows, in at most 125 characters, and give each picture a label of 2 to 5
       words.

    Then look at it: `python build.py` writes it to `public/exercises/name/figure.svg`. Would you know what to do from
    the drawing alone? Compare it with the steps: the right side of the body, where the hands hold, what stays on the
    floor.

    A joint beyond its range, a hand on a wall that is not there, or a limb that is too short keeps the site from
    being built, with its line and column.

    ## Some words that do more

    - `hand: stays` keeps a hand where it was in the pose before, `hand: free` lets it go.
    - `foot: opposite-sole` puts the soles together; `hand: opposite-shoulder` crosses the arms.
    - `{at: back-of-head}` holds the head with a hand, `{at: floor, palm: up}` lays its back down.
    - `{at: right-knee, from_pose: 1}` draws an arrow from the first pose, for the second side of the body.
    - `{at: right-knee, towards: up, both_ways: true}` is an arrow with two heads, for rocking.
    - `partner: {posture: kneeling, both: {hand: reader-upper-back}}` brings a second person into a pose.
    - `legs: bare` draws shorts, for a bath or a massage of the legs.
"""

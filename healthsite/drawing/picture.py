"""The picture of one pose: floor, props, people and arrows, as one viewer sees them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from healthsite.drawing.arrows import arrow, arrow_path
from healthsite.drawing.camera import Camera, camera
from healthsite.drawing.flaws import Flaw, Keys
from healthsite.drawing.furniture import furnished
from healthsite.drawing.ground import floor, shade
from healthsite.drawing.painting import painted, painted_body
from healthsite.drawing.paths import Spot
from healthsite.drawing.pieces import Shape
from healthsite.drawing.skeleton import Body
from healthsite.drawing.staging import Stage
from healthsite.model.figure import Arrow, Figure, Pose, Shown

Seen: TypeAlias = tuple[str, int, int]
"""A view, and the degrees by which the viewer walks round and looks from above."""


class Picture(NamedTuple):
    """The shapes of one pose, the box around them, how they are *seen*, and what is wrong with its arrows."""

    label: str
    seen: Seen
    box: tuple[float, float, float, float]
    shapes: tuple[Shape, ...]
    flaws: tuple[Flaw, ...]


def picture_of(figure: Figure, stage: Stage, number: int) -> Picture:
    """The picture of the pose with that *number* of *figure*, which stands on *stage*."""
    staged = stage.poses[number]
    seen = _seen(figure, staged.pose)
    viewer = camera(*seen)
    first = stage.poses[_settled_in(figure, number)]
    bodies = [
        painted_body(person, viewer, begun.body)
        for person, begun in zip(staged.people, (*first.people, *staged.people[len(first.people) :]), strict=False)
    ]
    props = furnished(staged.scene, viewer, staged.body)
    pieces = [*props.behind, *props.among, *props.over, *(piece for body in bodies for piece in body.pieces)]
    arrows, flaws = _arrows(stage, number, viewer)
    spots = [spot for points, _ in arrows for spot in points]
    shapes = [
        *_floor(stage, viewer),
        *(shape for piece in props.behind for shape in piece.shapes),
        *shade(staged.people, staged.scene, viewer),
        *painted(bodies, props),
        *(Shape(tone, arrow_path(points, both=both)) for points, both in arrows for tone in ("halo", "arrow")),
    ]
    if figure.shows != "all":
        pieces = [piece for body in bodies for piece in body.pieces if _is_shown(piece.name, figure.shows)]
    box = (
        min([*(piece.solid.left for piece in pieces), *(x for x, _ in spots)]),
        min([*(piece.solid.top for piece in pieces), *(y for _, y in spots)]),
        max([*(piece.solid.right for piece in pieces), *(x for x, _ in spots)]),
        max([*(piece.solid.bottom for piece in pieces), *(y for _, y in spots)]),
    )
    return Picture(staged.pose.label or "", seen, box, tuple(shapes), tuple(flaws))


def _settled_in(figure: Figure, number: int) -> int:
    """The number of the pose in which the posture of this one began, as it is seen now."""
    while (
        number
        and not figure.poses[number].posture
        and _seen(figure, figure.poses[number - 1]) == _seen(figure, figure.poses[number])
    ):
        number -= 1
    return number


def _is_shown(name: str, shown: Shown) -> bool:
    """Whether a part of the body belongs to what is *shown*."""
    return name.endswith(("thigh", "shin", "foot", "pelvis")) is (shown == "lower-body")


def _seen(figure: Figure, pose: Pose) -> Seen:
    return (
        pose.view or figure.view,
        figure.view_round if pose.view_round is None else pose.view_round,
        figure.view_up if pose.view_up is None else pose.view_up,
    )


def _floor(stage: Stage, viewer: Camera) -> Iterator[Shape]:
    """The floor, where there is no mat to show it."""
    if not any(prop.name in ("mat", "bed", "water") for prop in stage.poses[0].scene.props):
        yield floor((lump.at for staged in stage.poses for one in staged.people for lump in one.lumps()), viewer)


def _arrows(stage: Stage, number: int, viewer: Camera) -> tuple[list[tuple[tuple[Spot, ...], bool]], list[Flaw]]:
    """The arrows of a pose, each with whether it has two heads; and those that show nothing."""
    staged = stage.poses[number]
    found: list[tuple[tuple[Spot, ...], bool]] = []
    flaws: list[Flaw] = []
    for index, (person, posed) in enumerate(zip(staged.people, (staged.pose, staged.pose.partner), strict=False)):
        where: Keys = ("poses", number, *(("partner",) if index else ()))
        for place, wanted in enumerate(posed.arrows if posed else ()):
            before = _before(stage, number, index, wanted)
            points = arrow(wanted, person.body, before, viewer)
            if points:
                found.append((points, wanted.both_ways))
            else:
                message = f"`{wanted.at}` does not move here, as it is seen"
                if before is None:
                    message = "this arrow has no earlier pose to come from"
                hint = f"say where to, as in `{{at: {wanted.at}, towards: up}}`"
                flaws.append(Flaw((*where, "arrows", place), message, hint))
    return found, flaws


def _before(stage: Stage, number: int, index: int, wanted: Arrow) -> Body | None:
    """The body that an arrow comes from: of the pose before, or of the pose that it names."""
    earlier = number - 1 if wanted.from_pose is None else wanted.from_pose - 1
    people = stage.poses[earlier].people if 0 <= earlier < number else ()
    return people[index].body if index < len(people) else None

"""The poses of a figure become bodies in their places, and what cannot be becomes a flaw with its place."""

from __future__ import annotations

from typing import NamedTuple

from healthsite.drawing.flaws import Flaw, Keys, flaws_of_misses, flaws_of_props, flaws_of_reaches
from healthsite.drawing.flesh import Person, body_parts
from healthsite.drawing.head import head_part
from healthsite.drawing.posing import Posing, posing
from healthsite.drawing.reaching import reached
from healthsite.drawing.scene import Scene, scene_of
from healthsite.drawing.settling import settled
from healthsite.drawing.skeleton import Body
from healthsite.drawing.targets import Here
from healthsite.model.figure import Figure, Pose, Posed


class Staged(NamedTuple):
    """One pose in its place: what was said, the props, and who is there, the partner last."""

    pose: Pose
    scene: Scene
    people: tuple[Person, ...]

    @property
    def body(self) -> Body:
        """The reader's body."""
        return self.people[0].body


class Stage(NamedTuple):
    """A whole figure in its place."""

    poses: tuple[Staged, ...]
    flaws: tuple[Flaw, ...]


def stage_of(figure: Figure) -> Stage:
    """Every pose of *figure* in its place."""
    posture = figure.poses[0].posture or "standing"
    scene = scene_of(figure.props, posture)
    flaws = [*flaws_of_props(figure.props, ())]
    poses: list[Staged] = []
    reader, partner = _Someone(bare=figure.legs == "bare"), _Someone("partner-")
    for number, pose in enumerate(figure.poses):
        where: Keys = ("poses", number)
        if pose.props is not None:
            flaws += flaws_of_props(pose.props, where)
            scene = scene_of(pose.props, posture)
        flaws += reader.poses(pose, where, scene, None)
        if pose.partner or partner.body:
            flaws += partner.poses(pose.partner, (*where, "partner"), scene, reader.body)
        poses.append(Staged(pose, scene, (*reader.person, *partner.person)))
    xs = [lump.at[0] for staged in poses for lump in staged.people[0].lumps()]
    return Stage(tuple(one._replace(scene=one.scene.with_mat_under(xs)) for one in poses), tuple(flaws))


class _Someone:
    """The reader or a partner, from pose to pose; *person* is empty before the first."""

    def __init__(self, who: str = "", *, bare: bool = False) -> None:
        self.body: Body | None = None
        self.person: tuple[Person, ...] = ()
        self._who, self._bare = who, bare
        self._posing: Posing | None = None

    def poses(self, posed: Posed | None, where: Keys, scene: Scene, reader: Body | None) -> list[Flaw]:
        """Take the next pose, and tell what is wrong with it; *reader* is the first person, for a partner."""
        first, partner = self.body is None, reader is not None
        flaws = [*flaws_of_reaches(posed, where, scene, first=first, partner=partner)] if posed else []
        self._posing = posing(posed or Posed(), self._posing)
        here = Here(scene, self.body, reader)
        self.body, misses = reached(settled(self._posing, scene, self.body), self._posing, here)
        parts = (*body_parts(self.body, bare=self._bare), head_part(self.body))
        self.person = (Person(self.body, parts, self._who, self._bare),)
        known = {flaw.where for flaw in flaws}
        return [*flaws, *(flaw for flaw in flaws_of_misses(misses, posed, where) if flaw.where not in known)]

"""The poses of a figure become bodies in their places, and what cannot be becomes a flaw with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from healthsite.drawing.flesh import Person, body_parts
from healthsite.drawing.head import head_part
from healthsite.drawing.posing import LIMB_JOINTS, Posing, bends, posing
from healthsite.drawing.reaching import Miss, reached
from healthsite.drawing.scene import SEATS, Scene, scene_of
from healthsite.drawing.settling import settled
from healthsite.drawing.skeleton import SIDES, Body
from healthsite.drawing.targets import Here
from healthsite.model.figure import Figure, Pose, Posed, Prop
from healthsite.model.figure_words import SURFACES
from healthsite.model.joints import Reach

Keys: TypeAlias = tuple[int | str, ...]
"""The keys that lead to a value of a figure, as in ``("poses", 1, "left", "hand")``."""
NEEDS: Final = {"floor": (), "chair-back": ("chair",), "seat": SEATS, **{name: (name,) for name in SURFACES[1:]}}
"""The props, one of which must be there before a limb can rest on a surface."""
AGAINST: Final = ("pillow", "towel", "roller")
"""The props that lie against a point of the body."""


class Flaw(NamedTuple):
    """What is wrong with the description of a figure: under which keys, in words for editors, and what to write."""

    where: Keys
    message: str
    hint: str


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
    flaws = [*_flaws_of_props(figure.props, ())]
    poses: list[Staged] = []
    reader, partner = _Someone(), _Someone("partner-")
    for number, pose in enumerate(figure.poses):
        where: Keys = ("poses", number)
        flaws += _flaws_of_props(pose.props, where)
        scene = scene_of(pose.props, posture, scene)
        flaws += reader.poses(pose, where, scene, None)
        if pose.partner or partner.body:
            flaws += partner.poses(pose.partner, (*where, "partner"), scene, reader.body)
        poses.append(Staged(pose, scene, tuple(someone.person() for someone in (reader, partner) if someone.body)))
    xs = [lump.at[0] for staged in poses for lump in staged.people[0].lumps()]
    return Stage(tuple(one._replace(scene=one.scene.with_mat_under(xs)) for one in poses), tuple(flaws))


class _Someone:
    """The reader or a partner, from pose to pose."""

    def __init__(self, who: str = "") -> None:
        self.body: Body | None = None
        self._who = who
        self._posing: Posing | None = None

    def poses(self, posed: Posed | None, where: Keys, scene: Scene, reader: Body | None) -> list[Flaw]:
        """Take the next pose, and tell what is wrong with it; *reader* is the first person, for a partner."""
        flaws: list[Flaw] = []
        if posed:
            flaws += _flaws_of_reaches(posed, where, scene, first=self.body is None, partner=reader is not None)
        self._posing = posing(posed or Posed(), self._posing)
        here = Here(scene, self.body, reader)
        self.body, misses = reached(settled(self._posing, scene, self.body), self._posing, here)
        return [*flaws, *(_flaw_of(miss, posed, where) for miss in misses)]

    def person(self) -> Person:
        """Who this is now. Raises `ValueError` before the first pose."""
        if self.body is None:
            raise ValueError(self._who)
        return Person(self.body, (*body_parts(self.body), head_part(self.body)), self._who)


def _flaws_of_props(props: Iterable[Prop], where: Keys) -> Iterator[Flaw]:
    for number, prop in enumerate(props):
        if prop.under and prop.name not in AGAINST:
            yield Flaw(
                (*where, "props", number, "under"),
                f"a {prop.name} lies under no point of the body",
                f"leave `under` out; it is for {', '.join(AGAINST)}",
            )


def _reaches_in(posed: Posed) -> Iterator[tuple[str, str, Reach]]:
    """Each reach that a pose states: the key of its side, that of its limb, and itself."""
    for side in ("both", *SIDES):
        limbs = getattr(posed, side)
        for end in ("hand", "foot"):
            reach = getattr(limbs, end) if limbs else None
            if reach:
                yield side, end, reach


def _flaws_of_reaches(posed: Posed, where: Keys, scene: Scene, *, first: bool, partner: bool) -> Iterator[Flaw]:
    """The reaches of a pose that make no sense, whatever the length of the limbs."""
    for side, end, reach in _reaches_in(posed):
        keys = (*where, side, end)
        needs = NEEDS.get(reach.at, ())
        if needs and not any(scene.find(name) for name in needs):
            hint = f"add it to `props`, as in `props: [{needs[0]}]`"
            yield Flaw(keys, f"there is no {' or '.join(needs)} for this {end} to rest on", hint)
        if reach.at == "stays" and first:
            hint = f"say where the {end} is put, as in `{end}: floor`"
            yield Flaw(keys, "`stays` has no pose before it", hint)
        if reach.at.startswith("reader-") and not partner:
            hint = f"write `{reach.at.removeprefix('reader-')}`; `reader-` is for a partner's hands"
            yield Flaw(keys, f"`{reach.at}` means the person that this is", hint)
        limbs = getattr(posed, side)
        also = [name for name in LIMB_JOINTS[end] if bends(limbs, name)]
        if also and reach.at != "free":
            hint = f"leave out `{end}`, or `{also[0]}`"
            yield Flaw(keys, f"`{end}` decides by itself how the {also[0]} bends", hint)


def _flaw_of(miss: Miss, posed: Posed | None, where: Keys) -> Flaw:
    """The flaw that a limb does not get where it was put."""
    side, end = miss.limb.split()
    stated = [key for key, name, _ in _reaches_in(posed) if name == end and key in ("both", side)] if posed else []
    keys = (*where, stated[-1], end) if stated else where
    far = round(abs(miss.centimetres))
    if miss.centimetres > 0:
        message = f"the {side} {end} falls {far} centimetres short of `{miss.target}`"
        return Flaw(keys, message, "move the body nearer, or put the limb elsewhere with `ahead`, `out` and `up`")
    message = f"`{miss.target}` is {far} centimetres nearer than the {side} limb can fold"
    return Flaw(keys, message, "move the body away, or put the limb elsewhere with `ahead`, `out` and `up`")

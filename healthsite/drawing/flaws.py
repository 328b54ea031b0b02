"""What is wrong with the description of a figure, each with the keys it stands under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from healthsite.drawing.posing import LIMB_JOINTS, bends
from healthsite.drawing.reaching import Miss
from healthsite.drawing.scene import SEATS, Scene
from healthsite.drawing.skeleton import SIDES
from healthsite.model.figure import Posed, Prop
from healthsite.model.figure_words import SURFACES
from healthsite.model.joints import Reach

Keys: TypeAlias = tuple[int | str, ...]
"""The keys that lead to a value of a figure, as in ``("poses", 1, "left", "hand")``."""
NEEDS: Final = {**{name: (name,) for name in SURFACES}, "floor": (), "seat": SEATS, "chair-back": ("chair",)}
"""The props, one of which must be there before a limb can rest on a surface."""
AGAINST: Final = ("pillow", "towel", "roller")
"""The props that lie against a point of the body."""
_ELSEWHERE: Final = "or put the limb elsewhere with `ahead`, `out` and `up`"


class Flaw(NamedTuple):
    """What is wrong: under which keys, in words for editors, and what to write."""

    where: Keys
    message: str
    hint: str


def flaws_of_props(props: Iterable[Prop], where: Keys) -> Iterator[Flaw]:
    """The props that are described as what they are not."""
    for number, prop in enumerate(props):
        if prop.under and prop.name not in AGAINST:
            hint = f"leave `under` out; it is for {', '.join(AGAINST)}"
            yield Flaw((*where, "props", number, "under"), f"a {prop.name} lies under no point of the body", hint)


def flaws_of_reaches(posed: Posed, where: Keys, scene: Scene, *, first: bool, partner: bool) -> Iterator[Flaw]:
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


def flaws_of_misses(misses: Iterable[Miss], posed: Posed | None, where: Keys) -> Iterator[Flaw]:
    """The limbs that do not get where they were put."""
    for miss in misses:
        side, end = miss.limb.split()
        stated = [key for key, name, _ in _reaches_in(posed) if name == end and key in ("both", side)] if posed else []
        keys = (*where, stated[-1], end) if stated else where
        far = round(abs(miss.centimetres))
        if miss.centimetres > 0:
            message = f"the {side} {end} falls {far} centimetres short of `{miss.target}`"
            yield Flaw(keys, message, f"move the body nearer, {_ELSEWHERE}")
        else:
            message = f"`{miss.target}` is {far} centimetres nearer than the {side} limb can fold"
            yield Flaw(keys, message, f"move the body away, {_ELSEWHERE}")


def _reaches_in(posed: Posed) -> Iterator[tuple[str, str, Reach]]:
    """Each reach that a pose states: the key of its side, that of its limb, and itself."""
    for side in ("both", *SIDES):
        limbs = getattr(posed, side)
        for end in ("hand", "foot"):
            reach = getattr(limbs, end) if limbs else None
            if reach:
                yield side, end, reach

"""The program of an exercise: its dose as a row of phases, which a timer leads through and its time is counted from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Final, Literal

from healthsite.model.dose import Dose
from healthsite.model.duration import UNITS, Amount

PREPARE_SECONDS: Final = 5
"""How long a timer gives to get ready: for an exercise, for its other side, for its next repetition."""
MOST_REPETITIONS: Final = 1000
"""A dose of more repetitions in all is counted by the reader, and not by a timer."""

Kind = Literal["prepare", "tense", "hold", "rest", "move", "change", "open"]
"""What happens: getting ready, tensing, holding, resting, a `duration`, changing sides, or what has no number."""
Side = Literal["", "first", "other"]


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of time in an exercise.

    *seconds* is 0 where the reader decides when to go on. *most* is the larger bound of a range, *seconds* its smaller
    one. *rep* counts the repetitions and *set* the sets, from 1 and out of *reps* and *sets*; they are 0 where there
    is nothing to count. Where the source allows a further repetition, its last phase says how many phases make it one
    (*again*), and how many there may be (*spare*; ``None`` where the source sets no end).
    """

    kind: Kind
    seconds: int = 0
    most: int = 0
    side: Side = ""
    rep: int = 0
    reps: int = 0
    set: int = 0
    sets: int = 0
    again: int = 0
    spare: int | None = None


Program = tuple[Phase, ...]


def program_of(dose: Dose | None, sides: str = "none", repeat: int = 1) -> Program:
    """The program of an exercise with *dose*, done *repeat* times in a row; *sides* is that of the exercise.

    A range starts with its smaller bound. All repetitions of one side come before the other side. Where the source
    gives a time and no number of repetitions, each side comes once, and the reader decides how often to do it again.
    Where it gives no time, there is one open phase for each side.
    """
    work = tuple(_work(dose)) if dose else (Phase("open"),)
    counted = work[0].kind in ("tense", "hold")
    each = _sides(dose, sides, work[0])
    reps = _least(dose.reps) if dose and counted else 1
    sets = _least(dose.sets) if dose and work[0].kind != "move" else 1
    if repeat * sets * len(each) * reps > MOST_REPETITIONS:
        return Phase("prepare", PREPARE_SECONDS), Phase("open")
    phases: list[Phase] = []
    for turn in range(repeat):
        units = [
            _numbered(work, side, (rep, reps), (turn * sets + number, repeat * sets))
            for number, side, rep in product(range(1, sets + 1), each, range(1, reps + 1))
        ]
        if counted and dose and dose.reps:
            units = [_extensible(unit, dose.reps) for unit in units]
        phases += [Phase("prepare", PREPARE_SECONDS, side=each[0]), *_joined(units)]
    endless = counted and dose and not dose.reps
    return tuple(_open_ended(phases) if endless else phases)


def seconds_of(program: Program) -> int | None:
    """How many seconds *program* takes at least; ``None`` where part of it has no number.

    All its phases count: holding, tensing and resting by the smaller bounds of the source, and getting ready, changing
    sides and coming back for the next repetition as long as a timer gives for them.
    """
    if any(phase.kind == "open" for phase in program):
        return None
    return sum(phase.seconds for phase in program)


def _work(dose: Dose) -> Iterator[Phase]:
    """One repetition on one side. A rest comes after tensing where the dose tenses, else after holding."""
    if dose.duration:
        yield _timed("move", dose.duration)
        return
    if dose.tense:
        yield _timed("tense", dose.tense)
    elif dose.hold:
        yield _timed("hold", dose.hold)
    else:
        yield Phase("open")
    if dose.rest:
        yield _timed("rest", dose.rest)
    if dose.tense:
        yield _timed("hold", dose.hold) if dose.hold else Phase("open")


def _timed(kind: Kind, amount: Amount) -> Phase:
    longest = (amount.most or 0) * UNITS[amount.unit]
    return Phase(kind, amount.seconds, longest if longest > amount.seconds else 0)


def _sides(dose: Dose | None, sides: str, first: Phase) -> tuple[Side, ...]:
    """The sides that come one after the other: those of a dose *per side*, and those of an exercise without a time."""
    if first.kind == "open" and sides == "each":
        return "first", "other"
    return ("first", "other") if dose and dose.per_side and first.kind != "move" else ("",)


def _least(count: Amount | None) -> int:
    return (count.least or count.most or 1) if count else 1


def _numbered(work: Program, side: Side, rep: tuple[int, int], number: tuple[int, int]) -> Program:
    """*work* on *side*, with what number it is out of how many, where there are several."""
    reps = rep if rep[1] > 1 else (0, 0)
    sets = number if number[1] > 1 else (0, 0)
    return tuple(replace(phase, side=side, rep=reps[0], reps=reps[1], set=sets[0], sets=sets[1]) for phase in work)


def _extensible(unit: Program, reps: Amount) -> Program:
    """*unit* with word of the repetitions that may follow it, if it is the last one that *reps* asks for."""
    spare = None if reps.most is None else reps.most - _least(reps)
    if unit[-1].rep != unit[-1].reps or spare == 0:
        return unit
    return (*unit[:-1], replace(unit[-1], again=len(unit), spare=spare))


def _joined(units: Iterable[Program]) -> Iterator[Phase]:
    """The phases of *units*, with time to change sides or to get ready wherever the source gives no rest."""
    before: Phase | None = None
    for unit in units:
        first = unit[0]
        if before and before.side != first.side:
            yield replace(first, kind="change", seconds=PREPARE_SECONDS, most=0, again=0, spare=None)
        elif before and before.kind not in ("rest", "open"):
            yield replace(first, kind="prepare", seconds=PREPARE_SECONDS, most=0, again=0, spare=None)
        yield from unit
        before = unit[-1]


def _open_ended(phases: list[Phase]) -> list[Phase]:
    """*phases* with an open one at the end, from which all of it but getting ready may be done again."""
    if phases[-1].kind != "open":
        phases = [*phases, Phase("open")]
    return [*phases[:-1], replace(phases[-1], again=len(phases) - 1)]

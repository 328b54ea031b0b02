"""Programs for the timer, and its clockwork turned by hand: what happens, at which second, and where that leads."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

from healthsite.model.dose import Dose
from healthsite.model.program import Program, program_of
from healthsite.pages.exercise_card import DoseView, ExerciseCard
from healthsite.pages.program import TimedStation, program_json

_TURN: Final = """
async ([script, program, options, events]) => {
  const clockwork = await import(script);
  let state = clockwork.wound(JSON.parse(program), options);
  return events.map(([name, second, ...rest]) => {
    const now = second * 1000;
    const [change, ...given] = name === "configured" ? [name, rest[0], now] : [name, now];
    if (change !== "look") state = clockwork[change](state, ...given);
    const phase = clockwork.phaseOf(state);
    const left = clockwork.leftOf(state, now);
    const offer = clockwork.offered(state);
    return {
      said: [
        state.mode,
        clockwork.beatOf(state).station + 1,
        `${phase.kind}${(phase.side ?? "").slice(0, 1)}${phase.rep || ""}`,
        left === null ? "open" : left / 1000,
      ].join(" "),
      offer: offer ? (offer.later ? "later" : "now") : "",
      longer: clockwork.mayLast(state),
      whole: clockwork.leftInAll(state, now),
      round: clockwork.beatOf(state).round,
      done: clockwork.progressOf(state).done,
    };
  });
}
"""


def script(folder: Path, name: str) -> str:
    """The address of the script *name* of the site in *folder*."""
    (found,) = (folder / "assets/js").glob(f"{name}.*.js")
    return f"/{found.relative_to(folder).as_posix()}"


def dose(sides: str = "none", repeat: int = 1, **keys: Any) -> Program:
    """The program of a dose with *keys*."""
    return program_of(Dose.model_validate({"source": "collection", **keys}) if keys else None, sides, repeat)


def routine(*programs: Program, times: int = 1) -> str:
    """A routine of an exercise for each of *programs*, as the JSON text of its page."""
    stations = [
        TimedStation(
            ExerciseCard(
                slug=f"exercise-{number}",
                title=f"Exercise {number}",
                href=f"/exercises/exercise-{number}/",
                summary="It is gentle.",
                setting="Standing.",
                equipment=(),
                steps=("Stand up.", "Repeat on the other side."),
                feel="",
                doses=(DoseView("", ("Do it.",)),),
                cautions=(),
                ask_first=(),
                stop_if=("it hurts",),
            ),
            "",
            program,
            sided=True,
        )
        for number, program in enumerate(programs, start=1)
    ]
    return program_json("Evening", stations, times)


class Clockwork:
    """The clockwork of the published site, in a browser."""

    def __init__(self, page: Page, folder: Path) -> None:
        self._page = page
        self._script = script(folder, "clockwork")

    def turned(self, program: str, *events: tuple[Any, ...], **options: Any) -> list[dict[str, Any]]:
        """What is the case after each of *events*: the name of what happens, the second, and what it is given."""
        found: list[dict[str, Any]] = self._page.evaluate(_TURN, [self._script, program, options, events])
        return found

    def said(self, program: str, *events: tuple[Any, ...], **options: Any) -> list[str]:
        """The same in a few words: mode, exercise, phase with its side and repetition, and the seconds left."""
        return [str(found["said"]) for found in self.turned(program, *events, **options)]

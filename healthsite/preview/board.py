"""What the loop tells the server: where the site stands, and what keeps it from being built."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Condition

from healthsite.problems import Problem


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the last build failed: the *problems* of the site, or else a *message*."""

    problems: tuple[Problem, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """The path that the site stands below, as in ``/name``, and the *trouble* with the last build, if there was any.

    *builds* is how many there have been.
    """

    base_path: str = ""
    trouble: Trouble | None = None
    builds: int = 0


class Board:
    """Shows the current state to all threads, and wakes those that wait for another."""

    def __init__(self, state: State = State()) -> None:
        self._state = state
        self._changed = Condition()
        self._closed = False

    @property
    def state(self) -> State:
        """The current state."""
        return self._state

    @property
    def is_closed(self) -> bool:
        """Whether there will be no further state."""
        return self._closed

    def show(self, base_path: str, trouble: Trouble | None) -> None:
        """Show what became of a build."""
        with self._changed:
            self._state = State(base_path, trouble, self._state.builds + 1)
            self._changed.notify_all()

    def wait(self, seen: State, seconds: float) -> State:
        """The current state, as soon as it is another than *seen*, or after so many *seconds*, or at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._state != seen, seconds)
            return self._state

    def close(self) -> None:
        """Wake all who wait: nothing more will come."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

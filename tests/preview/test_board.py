"""What the loop tells the server."""

from __future__ import annotations

import threading

from healthsite.preview.board import Board, State, Trouble


def test_each_build_is_another_state() -> None:
    """Also one that ends as the one before it."""
    board = Board()
    board.show("/name", None)
    first = board.state
    board.show("/name", None)
    assert (first, board.state) == (State("/name", None, 1), State("/name", None, 2))


def test_who_waits_is_woken_by_a_new_state() -> None:
    """And gets it."""
    board, got = Board(), list[State]()
    seen = board.state
    waiting = threading.Thread(target=lambda: got.append(board.wait(seen, 3600.0)))
    waiting.start()
    board.show("", Trouble(message="no"))
    waiting.join()
    assert got == [State("", Trouble(message="no"), 1)]


def test_who_has_not_seen_the_state_does_not_wait() -> None:
    """What came in between is not missed."""
    board = Board()
    seen = board.state
    board.show("", None)
    assert board.wait(seen, 3600.0).builds == 1


def test_nobody_waits_for_ever() -> None:
    """Not without news, and not when the board is closed."""
    board = Board()
    assert board.wait(board.state, 0.0) == State()
    board.close()
    assert board.is_closed
    assert board.wait(board.state, 3600.0) == State()
